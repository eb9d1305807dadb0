//! Goal seek: the smallest change of one lever that reaches a target or a chance.

use super::super::seek::seek;
use super::super::{Inputs, resolve, simulate};
use super::chance::Chance;
use super::sampler::Sampler;
use crate::model::{Amount, ImpossibleCorrelation, LineId, Overrides, Plan, Scenario, Schedule, SourceId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A lever that is moved from where it stands to the end of its range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Lever {
    /// Amount of a source, triệu đồng of a budget year, up to three times last year's and at least 100.000 more.
    Source(SourceId),
    /// All sources by one factor, up to 3.
    AllMoney,
    /// Cost level of all lines, down to a quarter.
    CostLevel,
    /// Cost level of one line, down to a quarter.
    LineCost(LineId),
    /// Units pushed of a line, up to its candidates.
    Pushed(LineId),
    /// Month in which all units of a line start, from the last month back to the first.
    StartMonth(LineId),
}

/// What is to be reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Aim {
    /// The goal of a line, in the plain run.
    Line(LineId),
    /// All goals, in the plain run.
    All,
    /// A chance of all targets.
    JointChance(f64),
    /// A chance of the goal of a line.
    LineChance(LineId, f64),
}

/// Answer of a goal seek.
#[derive(Clone, Debug, PartialEq)]
pub enum Sought {
    /// Reached.
    Reached {
        /// Value of the lever as it stands.
        from: f64,
        /// Value from which on every scanned value reaches it; `from` if it is reached already.
        value: f64,
        /// Whether no value nearer to `from` reaches it: units are lumps, so more is not always more.
        monotone: bool,
        /// The chance at `value`, checked with four times the samples; none for an aim in the plain run.
        chance: Option<Chance>,
    },
    /// Not reachable, even at this value.
    NotReachable {
        /// The end of the lever's range.
        at: f64,
        /// The chance there.
        chance: Option<Chance>,
    },
    /// There is no such source or line.
    NoSuchLever,
}

/// What the answer is worked out with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effort {
    /// Samples of each trial; about forty trials are made.
    pub samples: usize,
    /// Seed, the same for every trial.
    pub seed: u64,
}

/// Looks for the smallest change of a lever that reaches an aim: 33 values are scanned, then halved inside the bracket
/// after the last that fails.
///
/// # Errors
/// The plan's correlations are impossible (for a chance).
pub fn goal_seek(
    plan: &Arc<Plan>,
    scenario: Option<&Scenario>,
    lever: &Lever,
    aim: &Aim,
    effort: Effort,
) -> Result<Sought, ImpossibleCorrelation> {
    plan.check_correlations()?;
    let inputs = resolve(plan, scenario);
    let trial = Trial {
        plan,
        scenario,
        lever,
        aim,
        inputs: &inputs,
        effort,
    };
    let known = match aim {
        Aim::Line(id) | Aim::LineChance(id, _) => inputs.lines.iter().any(|l| &l.id == id),
        Aim::All | Aim::JointChance(_) => true,
    };
    let Some((from, to, step)) = range(lever, &inputs, plan, scenario).filter(|_| known) else {
        return Ok(Sought::NoSuchLever);
    };
    let found = seek(from, to, step, |value| trial.reaches(value));
    Ok(match found {
        Some(found) => Sought::Reached {
            from,
            value: found.value,
            monotone: found.monotone,
            chance: trial.chance(found.value, 4 * effort.samples),
        },
        None => Sought::NotReachable {
            at: to,
            chance: trial.chance(to, 4 * effort.samples),
        },
    })
}

/// What a lever at this value adds to a scenario's overrides.
pub fn set_lever(overrides: &mut Overrides, lever: &Lever, value: f64, inputs: &Inputs) {
    match lever {
        Lever::Source(id) => {
            overrides.amounts.insert(id.clone(), Amount::Fixed(value));
        }
        Lever::AllMoney => {
            let amounts = inputs
                .sources
                .iter()
                .map(|s| (s.id.clone(), Amount::Fixed(s.amount * value)));
            overrides.amounts.extend(amounts);
        }
        Lever::CostLevel => overrides.cost_level = Some(value),
        Lever::LineCost(id) => {
            overrides.line_cost.insert(id.clone(), value);
        }
        Lever::Pushed(id) => {
            overrides.pushed.insert(id.clone(), value as u32);
        }
        Lever::StartMonth(id) => {
            let units = |l: &super::super::LineInputs| l.wanted.iter().sum::<usize>() as u32;
            let mut starts = match overrides.schedule.take() {
                Some(Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. }) => starts,
                _ => Default::default(),
            };
            if let Some(line) = inputs.lines.iter().find(|l| &l.id == id) {
                let mut column = vec![0; value as usize + 1];
                column[value as usize] = units(line);
                starts.insert(id.clone(), column);
            }
            overrides.schedule = Some(Schedule::ByMonth { starts });
        }
    }
}

/// Where a lever stands, the end of its range, and its step.
pub(super) fn range(
    lever: &Lever,
    inputs: &Inputs,
    plan: &Plan,
    scenario: Option<&Scenario>,
) -> Option<(f64, f64, f64)> {
    let line = |id: &LineId| inputs.lines.iter().find(|l| &l.id == id);
    let overrides = scenario.map(|s| &s.overrides);
    Some(match lever {
        Lever::Source(id) => {
            let from = inputs.sources.iter().find(|s| &s.id == id)?.amount;
            (
                from,
                (3.0 * plan.source(id)?.reference.value).max(from + 100_000.0),
                10.0,
            )
        }
        Lever::AllMoney => (1.0, 3.0, 0.005),
        Lever::CostLevel => (overrides.and_then(|o| o.cost_level).unwrap_or(1.0), 0.25, 0.005),
        Lever::LineCost(id) => {
            line(id)?;
            let level = overrides.and_then(|o| o.line_cost.get(id)).copied();
            (level.unwrap_or(1.0), 0.25, 0.005)
        }
        Lever::Pushed(id) => {
            let line = line(id)?;
            let from = line.wanted.iter().sum::<usize>();
            let most = line.candidates.saturating_sub(line.under_way()).max(from);
            (from as f64, most as f64, 1.0)
        }
        Lever::StartMonth(id) => {
            line(id)?;
            ((inputs.months - 1) as f64, 0.0, 1.0)
        }
    })
}

struct Trial<'a> {
    plan: &'a Arc<Plan>,
    scenario: Option<&'a Scenario>,
    lever: &'a Lever,
    aim: &'a Aim,
    inputs: &'a Inputs,
    effort: Effort,
}

impl Trial<'_> {
    fn scenario(&self, value: f64) -> Scenario {
        let mut scenario = self.scenario.cloned().unwrap_or_default();
        set_lever(&mut scenario.overrides, self.lever, value, self.inputs);
        scenario
    }

    fn reaches(&self, value: f64) -> bool {
        let wanted = match self.aim {
            Aim::JointChance(wanted) | Aim::LineChance(_, wanted) => *wanted,
            Aim::All | Aim::Line(_) => {
                let outcome = simulate(&resolve(self.plan, Some(&self.scenario(value))));
                return match self.aim {
                    Aim::Line(id) => outcome.lines.iter().any(|l| &l.id == id && l.is_met()),
                    _ => outcome.lines.iter().all(|l| l.is_met()),
                };
            }
        };
        self.chance(value, self.effort.samples)
            .is_some_and(|c| c.chance >= wanted)
    }

    /// The chance aimed at, where a chance is aimed at.
    fn chance(&self, value: f64, samples: usize) -> Option<Chance> {
        let line = match self.aim {
            Aim::JointChance(_) => None,
            Aim::LineChance(id, _) => Some(self.inputs.lines.iter().position(|l| &l.id == id)?),
            Aim::All | Aim::Line(_) => return None,
        };
        let scenario = self.scenario(value);
        let mut sampler = Sampler::new(Arc::clone(self.plan), Some(&scenario), self.effort.seed).ok()?;
        sampler.advance(samples);
        let (joint, lines) = sampler.chances();
        line.map_or(Some(joint), |l| lines.get(l).copied())
    }
}
