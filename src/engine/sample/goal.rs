//! Goal seek: the smallest change of one lever that reaches a target or a chance.

use super::super::seek::Trials;
use super::super::{Inputs, resolve, simulate};
use super::chance::Chance;
use super::sampler::Sampler;
use crate::model::{Amount, Ground, ImpossibleCorrelation, LineId, Overrides, Scenario, Schedule, Shared, SourceId};
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
pub fn seek_goal(
    ground: &Shared<Ground>,
    scenario: Option<&Scenario>,
    lever: &Lever,
    aim: &Aim,
    effort: Effort,
) -> Result<Sought, ImpossibleCorrelation> {
    let mut search = GoalSeek::new(ground, scenario, lever, aim, effort)?;
    loop {
        if let Some(sought) = search.advance(effort.samples) {
            return Ok(sought);
        }
    }
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
    ground: &Ground,
    scenario: Option<&Scenario>,
) -> Option<(f64, f64, f64)> {
    let line = |id: &LineId| inputs.lines.iter().find(|l| &l.id == id);
    let overrides = scenario.map(|s| &s.overrides);
    Some(match lever {
        Lever::Source(id) => {
            let from = inputs.sources.iter().find(|s| &s.id == id)?.amount;
            (
                from,
                (3.0 * ground.source(id)?.reference.value).max(from + 100_000.0),
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

/// [`seek_goal`] in pieces: resumable, the same answer whatever their size.
#[derive(Clone, Debug)]
pub struct GoalSeek {
    ground: Shared<Ground>,
    scenario: Scenario,
    lever: Lever,
    aim: Aim,
    inputs: Inputs,
    effort: Effort,
    /// Where the lever stands and the end of its range; `None` for an unknown lever or line.
    range: Option<(f64, f64)>,
    trials: Trials,
    /// The trial under way.
    sampler: Option<Sampler>,
}

impl GoalSeek {
    /// Nothing tried yet; as of [`seek_goal`].
    ///
    /// # Errors
    /// The plan's correlations are impossible (for a chance).
    pub fn new(
        ground: &Shared<Ground>,
        scenario: Option<&Scenario>,
        lever: &Lever,
        aim: &Aim,
        effort: Effort,
    ) -> Result<Self, ImpossibleCorrelation> {
        ground.check_correlations()?;
        let inputs = resolve(ground, scenario);
        let known = match aim {
            Aim::Line(id) | Aim::LineChance(id, _) => inputs.lines.iter().any(|l| &l.id == id),
            Aim::All | Aim::JointChance(_) => true,
        };
        let range = range(lever, &inputs, ground, scenario).filter(|_| known);
        let (from, to, step) = range.unwrap_or((0.0, 0.0, 1.0));
        Ok(Self {
            ground: ground.clone(),
            scenario: scenario.cloned().unwrap_or_default(),
            lever: lever.clone(),
            aim: aim.clone(),
            inputs,
            effort,
            range: range.map(|(from, to, _)| (from, to)),
            trials: Trials::new(from, to, step),
            sampler: None,
        })
    }

    /// Goes on: makes one trial, or draws `samples` samples of one (at least one). Gives the answer at the end.
    pub fn advance(&mut self, samples: usize) -> Option<Sought> {
        let Some((from, to)) = self.range else {
            return Some(Sought::NoSuchLever);
        };
        let Some(value) = self.trials.next() else {
            let found = self.trials.threshold();
            let at = found.map_or(to, |f| f.value);
            let chance = match self.aim_value() {
                // Checked with more samples than it was found with.
                Some(_) => Some(self.draw(at, 4 * self.effort.samples, samples)?),
                None => None,
            };
            return Some(match found {
                Some(found) => Sought::Reached {
                    from,
                    value: found.value,
                    monotone: found.monotone,
                    chance,
                },
                None => Sought::NotReachable { at: to, chance },
            });
        };
        let reached = match self.aim_value() {
            Some(wanted) => self.draw(value, self.effort.samples, samples)?.chance >= wanted,
            None => {
                let outcome = simulate(&resolve(&self.ground, Some(&self.scenario(value))));
                match &self.aim {
                    Aim::Line(id) => outcome.lines.iter().any(|l| &l.id == id && l.is_met()),
                    _ => outcome.lines.iter().all(|l| l.is_met()),
                }
            }
        };
        self.trials.record(reached);
        None
    }

    /// How far it is, 0–1.
    pub fn progress(&self) -> f64 {
        let (made, all) = self.trials.progress();
        // The check at the end counts for four trials.
        made as f64 / (all + 4).max(1) as f64
    }

    /// The chance aimed at, where a chance is aimed at.
    fn aim_value(&self) -> Option<f64> {
        match self.aim {
            Aim::JointChance(wanted) | Aim::LineChance(_, wanted) => Some(wanted),
            Aim::All | Aim::Line(_) => None,
        }
    }

    fn scenario(&self, value: f64) -> Scenario {
        let mut scenario = self.scenario.clone();
        set_lever(&mut scenario.overrides, &self.lever, value, &self.inputs);
        scenario
    }

    /// Draws up to `more` samples at a value of the lever; the chance aimed at once there are `samples`.
    fn draw(&mut self, value: f64, samples: usize, more: usize) -> Option<Chance> {
        let mut sampler = match self.sampler.take() {
            Some(sampler) => sampler,
            None => match Sampler::new(self.ground.clone(), Some(&self.scenario(value)), self.effort.seed) {
                Ok(sampler) => sampler,
                // Correlations were checked at the start.
                Err(_) => return Some(Chance::default()),
            },
        };
        sampler.advance(more.max(1).min(samples - sampler.count_drawn().min(samples)));
        if sampler.count_drawn() < samples {
            self.sampler = Some(sampler);
            return None;
        }
        let (joint, lines) = sampler.chances();
        match &self.aim {
            Aim::LineChance(id, _) => {
                let line = self.inputs.lines.iter().position(|l| &l.id == id);
                Some(line.and_then(|l| lines.get(l).copied()).unwrap_or_default())
            }
            _ => Some(joint),
        }
    }
}
