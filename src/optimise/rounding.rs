//! Whole plans quickly: units by worth for the money they take, with exchanges afterwards.

use super::build::Problem;
use super::relax::{CountRange, usage};

/// Relative tolerance of a row.
const EPS: f64 = 1e-12;
/// Rounds of exchanges at most.
const MOST_EXCHANGES: usize = 8;
/// Units of a kind that are given up at once in an exchange, at most.
const GIVEN_UP: usize = 3;

/// A plan in the making.
#[derive(Clone)]
pub(super) struct Rounding<'a> {
    problem: &'a Problem,
    range: &'a CountRange,
    /// Points of score that a triệu đồng costs.
    price: f64,
    /// Prices of the rows, shape `[row]`.
    prices: &'a [f64],
    pub counts: Vec<f64>,
    used: Vec<f64>,
    /// Units started, shape `[line]`.
    units: Vec<f64>,
    /// Delivered, shape `[floor]`.
    delivered: Vec<f64>,
}

impl<'a> Rounding<'a> {
    /// Begins with `counts`, which keep the rows.
    pub fn new(problem: &'a Problem, range: &'a CountRange, price: f64, prices: &'a [f64], counts: Vec<f64>) -> Self {
        let mut units = vec![0.0; problem.lines.len()];
        let mut delivered = vec![0.0; problem.floors.len()];
        for (entity, n) in problem.entities.iter().zip(&counts) {
            units[entity.line] += n * entity.worth;
            entity.floors.iter().for_each(|(f, each)| delivered[*f] += n * each);
        }
        Self {
            delivered,
            used: usage(problem, &counts),
            problem,
            range,
            price,
            prices,
            counts,
            units,
        }
    }

    /// Score less the price of money.
    pub fn value(&self) -> f64 {
        let cost: f64 = self
            .problem
            .entities
            .iter()
            .zip(&self.counts)
            .map(|(e, n)| e.cost * n)
            .sum();
        self.problem.score(&self.counts) - self.price * cost
    }

    /// What the next unit of an entity takes.
    fn next(&self, e: usize) -> Option<&'a [f64]> {
        if self.counts[e] + 1.0 > self.range.high[e] + 1e-9 {
            return None;
        }
        self.place(e, self.counts[e])
    }

    fn place(&self, e: usize, count: f64) -> Option<&'a [f64]> {
        let mut from = 0.0;
        self.problem.entities[e].segments.iter().find_map(|segment| {
            from += segment.units;
            (count + 0.5 < from).then_some(segment.usage.as_slice())
        })
    }

    fn fits(&self, taken: &[f64]) -> bool {
        let rows = self.problem.limits.iter().zip(&self.used).zip(taken);
        rows.into_iter()
            .all(|((limit, used), taken)| *taken <= 0.0 || used + taken <= limit * (1.0 + EPS) + EPS)
    }

    /// The row with the least left.
    fn fullest(&self) -> usize {
        let left = self
            .problem
            .limits
            .iter()
            .zip(&self.used)
            .map(|(limit, used)| limit - used);
        let least = left.enumerate().min_by(|a, b| a.1.total_cmp(&b.1));
        least.map_or(0, |(row, _)| row)
    }

    fn fits_row(&self, taken: &[f64], row: usize) -> bool {
        taken.get(row).is_none_or(|taken| {
            let limit = self.problem.limits[row];
            *taken <= 0.0 || self.used[row] + taken <= limit * (1.0 + EPS) + EPS
        })
    }

    /// Worth of another unit of an entity, points of score.
    fn gain(&self, e: usize) -> f64 {
        let entity = &self.problem.entities[e];
        let line = &self.problem.lines[entity.line];
        let units = self.units[entity.line];
        let floors = entity.floors.iter().map(|(f, each)| {
            let (asked, has) = (self.problem.floors[*f], self.delivered[*f]);
            asked.value * ((has + each).min(asked.need) - has.min(asked.need))
        });
        let points = line.points(units + entity.worth) - line.points(units);
        points + floors.sum::<f64>() - self.price * entity.cost
    }

    fn add(&mut self, e: usize, units: f64, taken: &[f64]) {
        self.counts[e] += units;
        let entity = &self.problem.entities[e];
        self.units[entity.line] += units * entity.worth;
        let floors = entity.floors.iter();
        floors.for_each(|(f, each)| self.delivered[*f] += units * each);
        self.used.iter_mut().zip(taken).for_each(|(used, t)| *used += t * units);
    }

    /// Adds the unit with the most worth for what it takes at the prices, as long as one fits; `without`: not of this one.
    pub fn fill(&mut self, without: Option<usize>) {
        let mut stuck = vec![false; self.counts.len()];
        loop {
            let mut best: Option<(usize, f64, &[f64])> = None;
            // Most of what does not fit fails in the fullest row: it is looked at before the others.
            let fullest = self.fullest();
            for (e, stuck) in stuck
                .iter_mut()
                .enumerate()
                .filter(|(e, s)| !**s && Some(*e) != without)
            {
                let gain = self.gain(e);
                let fits = |taken: &&[f64]| gain > 0.0 && self.fits_row(taken, fullest) && self.fits(taken);
                let Some(taken) = self.next(e).filter(fits) else {
                    // What does not fit now never will: nothing is given back here.
                    *stuck = true;
                    continue;
                };
                let paid: f64 = taken.iter().zip(self.prices).map(|(t, p)| t * p).sum();
                let widest = taken.iter().copied().fold(0.0, f64::max);
                let density = gain / (paid + 1e-3 * widest + 1e-9);
                if best.as_ref().is_none_or(|b| density > b.1) {
                    best = Some((e, density, taken));
                }
            }
            let Some((e, _, taken)) = best else { return };
            self.add(e, 1.0, taken);
        }
    }

    /// Gives up a few units of one entity for others, as long as that is better.
    pub fn exchange(&mut self) {
        for _ in 0..MOST_EXCHANGES {
            let before = self.value();
            let mut best: Option<(f64, Self)> = None;
            for e in 0..self.counts.len() {
                let spare = (self.counts[e] - self.range.low[e] + 0.5) as usize;
                for given in (1..=GIVEN_UP.min(spare)).chain((spare > GIVEN_UP).then_some(spare)) {
                    let mut other = self.clone();
                    for _ in 0..given {
                        if let Some(taken) = other.place(e, other.counts[e] - 1.0) {
                            other.add(e, -1.0, taken);
                        }
                    }
                    other.fill(Some(e));
                    other.fill(None);
                    let value = other.value();
                    if value > best.as_ref().map_or(before, |b| b.0) + 1e-12 {
                        best = Some((value, other));
                    }
                }
            }
            match best {
                Some((_, other)) => *self = other,
                None => return,
            }
        }
    }
}
