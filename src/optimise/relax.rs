//! Bounds: what no plan of starts can exceed, by linear relaxation of the projected problem.

use super::build::{Form, Problem};
use super::simplex::Lp;
use crate::engine::Inputs;

/// Steps of the simplex method for one bound. A bound cut short is still valid.
const STEPS: usize = 5_000;

/// What a step of the search knows: between how many units each entity has.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Range {
    /// At least, shape `[entity]`.
    pub low: Vec<f64>,
    /// At most, shape `[entity]`.
    pub high: Vec<f64>,
}

impl Range {
    /// All that the problem allows.
    pub fn all(problem: &Problem) -> Self {
        Self {
            low: vec![0.0; problem.entities.len()],
            high: problem.entities.iter().map(|e| e.most).collect(),
        }
    }
}

/// A relaxation solved.
#[derive(Clone, Debug)]
pub(super) struct Relaxed {
    /// Score less the price of money, at most.
    pub bound: f64,
    /// Units, shape `[entity]`, fractions.
    pub counts: Vec<f64>,
    /// Prices of the rows, shape `[row]`.
    pub prices: Vec<f64>,
}

/// What `counts` units of each entity take from the rows.
pub(super) fn usage(problem: &Problem, counts: &[f64]) -> Vec<f64> {
    let mut used = vec![0.0; problem.limits.len()];
    for (entity, count) in problem.entities.iter().zip(counts) {
        let mut left = *count;
        for segment in &entity.segments {
            let units = left.min(segment.units);
            if units <= 0.0 {
                break;
            }
            used.iter_mut()
                .zip(&segment.usage)
                .for_each(|(used, u)| *used += u * units);
            left -= units;
        }
    }
    used
}

/// The relaxation of `problem` within `range`; `price`: points of score that a triệu đồng costs. `None` if even the
/// least units do not fit.
pub(super) fn relax(problem: &Problem, range: &Range, price: f64) -> Option<Relaxed> {
    let used = usage(problem, &range.low);
    let mut lp = Lp::default();
    for (limit, used) in problem.limits.iter().zip(&used) {
        let left = limit - used;
        if left < -1e-9 {
            return None;
        }
        lp.limits.push(left.max(0.0));
    }
    let mut sum = problem.lines.iter().map(|l| l.points(0.0)).sum::<f64>();
    // Columns of segments, cut to what is neither decided nor excluded.
    let mut of_entity = Vec::new();
    for (e, entity) in problem.entities.iter().enumerate() {
        let (low, high) = (range.low[e], range.high[e]);
        sum -= low * entity.cost * price;
        let mut from = 0.0;
        for segment in &entity.segments {
            let to = from + segment.units;
            sum += segment.gain * (low.min(to) - from).max(0.0);
            let room = to.min(high) - from.max(low);
            from = to;
            if room > 0.0 {
                lp.columns.push(segment.usage.clone());
                lp.values.push(segment.gain - entity.cost * price);
                lp.most.push(room);
                of_entity.push(e);
            }
        }
    }
    gains(problem, range, &mut lp, &of_entity);
    let answer = lp.solve(STEPS);
    let mut counts = range.low.clone();
    for (e, amount) in of_entity.iter().zip(&answer.amounts) {
        counts[*e] += amount;
    }
    let mut prices = answer.prices;
    prices.truncate(problem.limits.len());
    Some(Relaxed {
        bound: sum + answer.bound,
        counts,
        prices,
    })
}

/// Columns and rows for lines whose worth is not in their segments: what is gained is not more than what starts.
fn gains(problem: &Problem, range: &Range, lp: &mut Lp, of_entity: &[usize]) {
    for (l, line) in problem
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.gains.is_empty())
    {
        let own = |e: usize| problem.entities[e].line == l;
        let decided: f64 = range
            .low
            .iter()
            .enumerate()
            .filter(|(e, _)| own(*e))
            .map(|(_, n)| n)
            .sum();
        let row = lp.limits.len();
        lp.limits.push(decided);
        for (column, e) in lp.columns.iter_mut().zip(of_entity) {
            column.push(if own(*e) { -1.0 } else { 0.0 });
        }
        for column in lp.columns.iter_mut().skip(of_entity.len()) {
            column.push(0.0);
        }
        for (units, gain) in &line.gains {
            let mut column = vec![0.0; row];
            column.push(1.0);
            lp.columns.push(column);
            lp.values.push(*gain);
            lp.most.push(*units);
        }
    }
}

/// The highest score any plan of starts can have on these inputs, by the linear relaxation: 0–1. Communes that are fixed
/// in are candidates like others here.
///
/// It holds for every schedule and order of service, and whatever [`crate::engine::simulate`] makes of them.
pub fn bound(inputs: &Inputs) -> f64 {
    let problem = Problem::new(inputs, Form::Relaxed);
    // Raised by what sums of this length may lose to rounding.
    relax(&problem, &Range::all(&problem), 0.0).map_or(1.0, |r| (r.bound + 1e-11).clamp(0.0, 1.0))
}
