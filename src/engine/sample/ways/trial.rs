//! What moves of levers come to: each is tried once and remembered.

use super::super::chance::Chance;
use super::super::goal::{Aim, set_lever};
use super::super::sampler::Sampler;
use super::{Paused, Price, Slice, Ways};
use crate::engine::{LineInputs, LineOutcome, Outcome, resolve, simulate};
use crate::model::Scenario;

impl Ways {
    pub(super) fn aim_value(&self) -> f64 {
        match self.request.aim {
            Aim::JointChance(wanted) | Aim::LineChance(_, wanted) => wanted,
            Aim::All | Aim::Line(_) => 1.0,
        }
    }

    pub(super) fn reaches(&mut self, moves: &[(usize, f64)], late: &mut dyn FnMut() -> bool) -> Slice<bool> {
        Ok(self.level(moves, late)? >= self.aim_value())
    }

    /// How near the aim these moves come: the chance, or in the plain run 1 where it is met and less elsewhere.
    pub(super) fn level(&mut self, moves: &[(usize, f64)], late: &mut dyn FnMut() -> bool) -> Slice<f64> {
        let key = key(moves);
        if let Some(level) = self.levels.get(&key) {
            return Ok(*level);
        }
        let level = match self.request.aim {
            Aim::All | Aim::Line(_) => {
                self.measure_aim(&simulate(&resolve(&self.request.ground, Some(&self.scenario(moves)))))
            }
            _ => self
                .sample_chance(moves, self.request.effort.samples)
                .map_or(0.0, |c| c.chance),
        };
        self.levels.insert(key, level);
        if late() { Err(Paused) } else { Ok(level) }
    }

    fn measure_aim(&self, outcome: &Outcome) -> f64 {
        let of = |l: &LineOutcome| {
            if l.is_met() {
                1.0
            } else {
                0.999 * l.attainment.clamp(0.0, 1.0)
            }
        };
        match &self.request.aim {
            Aim::Line(id) => outcome.lines.iter().find(|l| &l.id == id).map_or(0.0, of),
            _ if outcome.lines.iter().all(|l| l.is_met()) => 1.0,
            _ => outcome.lines.iter().map(of).sum::<f64>() / outcome.lines.len().max(1) as f64,
        }
    }

    /// The chance aimed at with four times the samples; none for an aim in the plain run.
    pub(super) fn check(&mut self, moves: &[(usize, f64)], late: &mut dyn FnMut() -> bool) -> Slice<Option<Chance>> {
        let key = key(moves);
        if let Some(known) = self.checks.get(&key) {
            return Ok(*known);
        }
        let chance = match self.request.aim {
            Aim::All | Aim::Line(_) => None,
            _ => self.sample_chance(moves, 4 * self.request.effort.samples),
        };
        self.checks.insert(key, chance);
        if late() { Err(Paused) } else { Ok(chance) }
    }

    fn sample_chance(&self, moves: &[(usize, f64)], samples: usize) -> Option<Chance> {
        let line = match &self.request.aim {
            Aim::LineChance(id, _) => Some(self.inputs.lines.iter().position(|l| &l.id == id)?),
            _ => None,
        };
        let scenario = self.scenario(moves);
        let ground = self.request.ground.clone();
        let mut sampler = Sampler::new(ground, Some(&scenario), self.request.effort.seed).ok()?;
        sampler.advance(samples);
        let (joint, lines) = sampler.chances();
        line.map_or(Some(joint), |l| lines.get(l).copied())
    }

    fn scenario(&self, moves: &[(usize, f64)]) -> Scenario {
        let mut scenario = self.request.scenario.clone().unwrap_or_default();
        for (lever, value) in moves {
            set_lever(
                &mut scenario.overrides,
                &self.request.levers[*lever],
                *value,
                &self.inputs,
            );
        }
        scenario
    }

    pub(super) fn price(&self, moves: &[(usize, f64)]) -> Price {
        let after = resolve(&self.request.ground, Some(&self.scenario(moves)));
        let mut price = Price::default();
        for (before, after) in self.inputs.sources.iter().zip(&after.sources) {
            let sum = |planned: &[f64]| planned.iter().sum::<f64>();
            price.money += (sum(&after.planned) - sum(&before.planned)).max(0.0);
        }
        for (before, after) in self.inputs.lines.iter().zip(&after.lines) {
            let units = |l: &LineInputs| l.wanted.iter().sum::<usize>() as f64;
            price.works += (units(after) - units(before)).max(0.0) * after.cost;
            price.savings += units(before) * (before.cost - after.cost).max(0.0);
        }
        price
    }
}

fn key(moves: &[(usize, f64)]) -> Vec<(usize, u64)> {
    moves.iter().map(|(lever, value)| (*lever, value.to_bits())).collect()
}
