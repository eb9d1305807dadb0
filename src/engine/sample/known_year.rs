//! The back-test with uncertainty: where a known result falls in what the model gives.

use super::risk::{Measure, Spread};
use super::sampler::Sampler;
use crate::model::LineId;
use serde::{Deserialize, Serialize};

/// A known result against the samples.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownResult {
    /// Line.
    pub id: LineId,
    /// Reported result of the year: the plan's goal, units.
    pub reported: f64,
    /// Units the samples recognise.
    pub spread: Spread,
    /// Share of the samples below the reported result.
    pub below: f64,
    /// Share of the samples at it or below.
    pub at_most: f64,
    /// Whether it lies outside the 5th to 95th percentile: the assumptions do not explain it.
    pub outside: bool,
}

impl Sampler {
    /// For a plan whose goals are known results (`thach-ha-2020`): where each falls in the samples. Lines without a goal
    /// are left out.
    pub fn known_results(&self) -> Vec<KnownResult> {
        let lines = self.core.plain.lines.iter().enumerate();
        let of = |(l, line): (usize, &super::super::LineInputs)| {
            let units = self.results(Measure::Units(l));
            let share = |count: usize| count as f64 / units.len().max(1) as f64;
            let spread = Spread::of(&units);
            KnownResult {
                id: line.id.clone(),
                reported: line.goal,
                below: share(units.iter().filter(|u| **u < line.goal).count()),
                at_most: share(units.iter().filter(|u| **u <= line.goal).count()),
                outside: line.goal < spread.p5 || line.goal > spread.p95,
                spread,
            }
        };
        lines.filter(|(_, l)| l.goal > 0.0).map(of).collect()
    }
}
