//! How the best score grows with money.

use super::relax::bound;
use super::search::optimise;
use crate::engine::{Inputs, SourceInputs};
use serde::{Deserialize, Serialize};

/// Shares of the money that differ by less than this are the same.
pub const SAME_MONEY: f64 = 1e-6;

/// A point of the frontier.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrontierPoint {
    /// Money as a share of the money there is, 0 or more.
    pub factor: f64,
    /// Free money of all sources, triệu đồng.
    pub money: f64,
    /// Best score found, 0–1; never less than with less money.
    pub score: f64,
    /// No plan has a higher score, 0–1.
    pub bound: f64,
}

/// The frontier of a set of inputs, point by point, coarse ones first.
#[derive(Clone, Debug)]
pub struct Frontier {
    inputs: Inputs,
    steps: usize,
    /// Factors still to do, the next one last.
    left: Vec<f64>,
    /// Villagers are asked for at most so much, triệu đồng a head and year.
    per_head: Option<f64>,
    points: Vec<FrontierPoint>,
}

impl Frontier {
    /// Points from no money to `most` times the money there is, `2^halvings + 1` of them, with at most `steps` steps of
    /// search each.
    pub fn new(inputs: &Inputs, most: f64, halvings: u32, steps: usize) -> Self {
        let count = 1_usize << halvings.min(10);
        let mut places = vec![0, count];
        let mut stride = count;
        while stride > 1 {
            places.extend((stride / 2..count).step_by(stride));
            stride /= 2;
        }
        let left = places.iter().rev().map(|p| most.max(0.0) * *p as f64 / count as f64);
        Self {
            left: left.collect(),
            inputs: inputs.clone(),
            steps,
            per_head: None,
            points: vec![],
        }
    }

    /// The same with points at these shares of the money too, after the others.
    pub fn with_factors(mut self, factors: &[f64]) -> Self {
        for factor in factors.iter().copied().filter(|f| f.is_finite() && *f >= 0.0) {
            if self.left.iter().all(|known| (known - factor).abs() > SAME_MONEY) {
                self.left.insert(0, factor);
            }
        }
        self
    }

    /// The same where villagers are asked for no more than so much a head and year, however much money there is.
    pub fn with_guards(mut self, per_head: Option<f64>) -> Self {
        self.per_head = per_head;
        self
    }

    /// The inputs with all money times `factor`, what villagers are asked for within the guard.
    fn at(&self, factor: f64) -> Inputs {
        let mut own = times_money(&self.inputs, factor);
        let Some(per_head) = self.per_head else {
            return own;
        };
        let villagers = own.sources.iter().filter(|s| s.from_residents);
        let asked: f64 = villagers.map(|s| s.planned.iter().sum::<f64>()).sum();
        let most = per_head * own.population * own.years.len() as f64;
        if asked > most {
            let share = most.max(0.0) / asked;
            own.sources
                .iter_mut()
                .filter(|s| s.from_residents)
                .for_each(|s| scale(s, share));
        }
        own
    }

    /// Computes the next point; `None` when all are there. Later points may raise the scores of points with more money.
    pub fn step(&mut self) -> Option<FrontierPoint> {
        let factor = self.left.pop()?;
        let inputs = self.at(factor);
        let answer = optimise(&inputs, self.steps);
        let point = FrontierPoint {
            factor,
            money: free(&inputs),
            score: answer.score,
            bound: bound(&inputs).min(answer.progress.bound.max(answer.score)),
        };
        let at = self.points.partition_point(|p| p.factor < factor);
        self.points.insert(at, point);
        // What less money does, more money does; what more money cannot do, less cannot.
        let mut highest = 0.0_f64;
        for p in &mut self.points {
            highest = highest.max(p.score);
            p.score = highest;
        }
        let mut lowest = 1.0_f64;
        for p in self.points.iter_mut().rev() {
            lowest = lowest.min(p.bound);
            p.bound = lowest;
        }
        self.points.get(at).copied()
    }

    /// Points so far, by money.
    pub fn points(&self) -> &[FrontierPoint] {
        &self.points
    }

    /// Points still to come.
    pub fn left(&self) -> usize {
        self.left.len()
    }
}

/// Money that may go to targets, triệu đồng.
fn free(inputs: &Inputs) -> f64 {
    let of_source = |s: &SourceInputs| s.free();
    inputs.sources.iter().map(of_source).sum()
}

/// Money of `other` for targets as a share of what `of` has; `None` where that has none.
pub fn share_of_money(of: &Inputs, other: &Inputs) -> Option<f64> {
    let share = free(other) / free(of);
    share.is_finite().then_some(share)
}

/// The inputs with all money times `factor`.
pub fn times_money(inputs: &Inputs, factor: f64) -> Inputs {
    let mut own = inputs.clone();
    own.sources.iter_mut().for_each(|source| scale(source, factor));
    own
}

fn scale(source: &mut SourceInputs, factor: f64) {
    source.amount *= factor;
    let years = source
        .by_year
        .iter_mut()
        .flat_map(|y| y.planned.iter_mut().chain(&mut y.released));
    for money in source.planned.iter_mut().chain(&mut source.released).chain(years) {
        *money *= factor;
    }
}
