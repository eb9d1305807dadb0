//! Bounds: what no plan of starts can exceed, by linear relaxation of the projected problem.

use super::build::{Entity, Form, Problem};
use super::floors::drop_floors;
use super::simplex::Lp;
use crate::engine::Inputs;

/// Steps of the simplex method for one bound. A bound cut short is still valid.
const STEPS: usize = 5_000;

/// What a step of the search knows: between how many units each entity has.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CountRange {
    /// At least, shape `[entity]`.
    pub low: Vec<f64>,
    /// At most, shape `[entity]`.
    pub high: Vec<f64>,
}

impl CountRange {
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
pub(super) struct Relaxation {
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
pub(super) fn relax(problem: &Problem, range: &CountRange, price: f64) -> Option<Relaxation> {
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
    Some(Relaxation {
        bound: sum + answer.bound,
        counts,
        prices,
    })
}

/// Columns and rows for what is not in the segments: what is gained, or delivered of a floor, is not more than what
/// starts.
fn gains(problem: &Problem, range: &CountRange, lp: &mut Lp, of_entity: &[usize]) {
    let lines = problem
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.gains.is_empty());
    for (l, line) in lines {
        let each = |entity: &Entity| if entity.line == l { entity.worth } else { 0.0 };
        add_gain_rows(problem, range, lp, of_entity, &line.gains, each);
    }
    for (f, asked) in problem.floors.iter().enumerate().filter(|(_, asked)| asked.need > 0.0) {
        let each = |entity: &Entity| {
            let own = entity.floors.iter().filter(|(floor, _)| *floor == f);
            own.map(|(_, each)| each).sum()
        };
        add_gain_rows(problem, range, lp, of_entity, &[(asked.need, asked.value)], each);
    }
}

/// A row: what the new columns of `gains` (most, value) have is not more than what the entities have, `each` of one unit.
fn add_gain_rows(
    problem: &Problem,
    range: &CountRange,
    lp: &mut Lp,
    of_entity: &[usize],
    gains: &[(f64, f64)],
    each: impl Fn(&Entity) -> f64,
) {
    let decided = problem.entities.iter().zip(&range.low).map(|(e, n)| each(e) * n);
    let row = lp.limits.len();
    lp.limits.push(decided.sum());
    for (column, e) in lp.columns.iter_mut().zip(of_entity) {
        let each = each(&problem.entities[*e]);
        column.push(if each > 0.0 { -each } else { 0.0 });
    }
    for column in lp.columns.iter_mut().skip(of_entity.len()) {
        column.push(0.0);
    }
    for (units, gain) in gains {
        let mut column = vec![0.0; row];
        column.push(1.0);
        lp.columns.push(column);
        lp.values.push(*gain);
        lp.most.push(*units);
    }
}

/// The highest score any plan of starts can have on these inputs, by the linear relaxation: 0–1. Communes that are fixed
/// in are candidates like others here.
///
/// It holds for every schedule and order of service, and whatever [`crate::engine::simulate`] makes of them. With floors
/// it holds for plans that keep them, and is 0 where not even fractions of units do.
pub fn bound(inputs: &Inputs) -> f64 {
    let problem = Problem::new(inputs, Form::Relaxed);
    let own = problem.floors.iter().take(inputs.floors.len());
    let floors: f64 = own.map(|asked| asked.value * asked.need).sum();
    // Raised by what sums of this length may lose to rounding.
    let raised = 1e-11 + 1e-12 * floors;
    relax(&problem, &CountRange::all(&problem), 0.0).map_or(1.0, |r| (r.bound - floors + raised).clamp(0.0, 1.0))
}

/// [`bound`] of all plans, whether they keep the floors or not.
pub(super) fn ceiling(inputs: &Inputs) -> f64 {
    if inputs.floors.is_empty() {
        bound(inputs)
    } else {
        bound(&drop_floors(inputs))
    }
}

/// Most units of work of a bound that is computed while a slider moves.
const LIGHT: usize = 20_000;

/// Whether [`bound`] may be computed while a slider moves: lines × months × candidates by name, times sources, is small.
/// The default plan has about a thousandth of the limit and takes some 0,03 ms; larger plans are bounded when the hand
/// rests.
pub fn is_light(inputs: &Inputs) -> bool {
    let columns: usize = inputs
        .lines
        .iter()
        .map(|l| l.communes.len().max(1) * inputs.months)
        .sum();
    columns * inputs.sources.len().max(1) <= LIGHT
}
