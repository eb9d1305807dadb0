//! What a line is worth: points of score of its units, and goals by year.

use super::build::Form;
use crate::engine::simulate::{carried_decided, recognised_anyway};
use crate::engine::{LineInputs, YearGoal};

/// What a line is worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LineForm {
    /// Weight as a share of all weights.
    pub weight: f64,
    /// Goal.
    pub goal: f64,
    /// Points of score of what is recognised whatever starts, with goals by year: what starts counts for each year as
    /// something [`FloorTerm`].
    pub by_year: Option<f64>,
    /// Units recognised whatever starts, expected value: in closed months, and of those that work already.
    pub base: f64,
    /// Units recognised of one started.
    pub pass: f64,
    /// Points of score of its units: so many are worth so much each; empty where its segments say it.
    pub gains: Vec<(f64, f64)>,
}

impl LineForm {
    /// Points of score if `units` start, 0 to the weight.
    pub fn points(&self, units: f64) -> f64 {
        if let Some(points) = self.by_year {
            return points;
        }
        let recognised = self.base + self.pass * units;
        if self.goal <= 0.0 || recognised >= self.goal * (1.0 - 1e-12) {
            self.weight
        } else {
            self.weight * recognised / self.goal
        }
    }

    /// Units that the rest of the goal takes, a fraction; 0 if none help.
    pub(super) fn needed(&self) -> f64 {
        if self.weight <= 0.0 || self.goal <= 0.0 || self.pass <= 0.0 {
            return 0.0;
        }
        ((self.goal * (1.0 - 1e-12) - self.base) / self.pass).max(0.0)
    }

    /// How many units are worth how much each.
    pub(super) fn values(&self, form: Form) -> Vec<(f64, f64)> {
        let needed = self.needed();
        let full = self.weight * self.pass / self.goal;
        if needed <= 0.0 || self.by_year.is_some() {
            return vec![];
        }
        match form {
            Form::Relaxed => vec![(needed, full)],
            Form::Whole => {
                let whole = libm::floor(needed + 1e-9);
                let rest = self.weight - self.points(whole);
                let last = (rest > 1e-12).then_some((1.0, rest));
                [(whole, full)].into_iter().filter(|v| v.0 > 0.0).chain(last).collect()
            }
        }
    }
}

/// Goals up to each year that has one: units, the year's part of the goal, units recognised by its end whatever starts,
/// and its last month. Empty with one goal only.
pub(super) fn years(line: &LineInputs) -> Vec<(f64, f64, f64, usize)> {
    let mut sum = 0.0;
    let of_year = |g: &YearGoal| {
        sum += g.goal;
        let so_far = line.recognised.iter().take(g.to + 1).fold(0.0, |sum, r| sum + r);
        let carried = carried_decided(line).filter(|(month, _)| *month <= g.to);
        let base = carried.fold(so_far, |sum, (_, units)| sum + units * line.pass);
        (sum, g.goal / line.goal, base, g.to)
    };
    line.goals.iter().filter(|g| g.goal > 0.0).map(of_year).collect()
}

/// The form of a line; `weights`: of all lines.
pub(super) fn line_form(line: &LineInputs, weights: f64) -> LineForm {
    let weight = if weights > 0.0 { line.weight / weights } else { 0.0 };
    let years = years(line);
    let points = years.iter().map(|(sum, part, base, _)| part * (base / sum).min(1.0));
    LineForm {
        by_year: (!years.is_empty() && line.goal > 0.0).then(|| weight * points.sum::<f64>()),
        weight,
        goal: line.goal,
        base: match line.passes_vary() {
            true => {
                let so_far = line.recognised.iter().fold(0.0, |sum, r| sum + r);
                carried_decided(line).fold(so_far, |sum, (t, units)| sum + units * line.pass_at(t))
            }
            false => recognised_anyway(line),
        },
        pass: line.pass,
        gains: vec![],
    }
}
