//! From numbers of units to months and communes: first as late as possible, then as early as money lets them.

use super::build::Problem;
use super::floors::delivered;
use super::replay::{PlannedStarts, replay};
use super::rows::by_rows;
use crate::engine::by_year::{ByYear, by_span};
use crate::engine::work::planned_spend;
use crate::engine::{Funding, Inputs};

/// Relative tolerance when units are moved forward; well inside that of the engine's test.
const EPS: f64 = 1e-10;

/// Units that start together.
pub(super) struct Batch {
    pub line: usize,
    /// Index in the line's candidates.
    pub candidate: Option<usize>,
    pub month: usize,
    pub units: usize,
}

/// Starts of `counts` units of each entity, as late as possible: what takes least from every row.
pub(super) fn latest(inputs: &Inputs, problem: &Problem, counts: &[f64]) -> PlannedStarts {
    planned(inputs, &batches(inputs, problem, counts))
}

/// The same with every unit moved to the earliest month that money and the limit of starts leave it, line by line in
/// order of service.
pub(super) fn earliest(inputs: &Inputs, problem: &Problem, counts: &[f64]) -> PlannedStarts {
    sooner(inputs, batches(inputs, problem, counts))
}

/// These starts, every unit moved to the earliest month that money and the limit of starts leave it.
pub(super) fn sooner(inputs: &Inputs, mut batches: Vec<Batch>) -> PlannedStarts {
    let own = by_rows(inputs);
    let mut funding = Funding::new(&own);
    let form = |b: &Batch| {
        let line = &own.lines[b.line];
        let (cost, duration) = match b.candidate.and_then(|c| line.communes.get(c)) {
            Some(c) => (c.cost, c.duration),
            None => (line.cost, line.duration),
        };
        (cost * line.cost_factor[b.month], duration as f64)
    };
    let cost_of = |b: &Batch| form(b).0;
    let spend_of = |b: &Batch| planned_spend(&own.lines[b.line], cost_of(b), form(b).1, own.months);
    funding.commit_carried();
    // Only rows of waiting know months.
    let mut rows: Vec<(f64, f64)> = funding.waiting_rows().collect();
    let mut started = vec![vec![0; own.months]; own.lines.len()];
    let add = |rows: &mut [(f64, f64)], spend: &[f64], month: usize, units: f64| {
        rows.iter_mut()
            .skip(month)
            .zip(spend)
            .for_each(|(row, spend)| row.1 += spend * units);
    };
    let mut by_year = funding.by_year().cloned();
    let parts = |cost: f64, month: usize, spend: &[f64]| by_span(&own, cost, month, spend);
    for b in &batches {
        started[b.line][b.month] += b.units;
        let spend = spend_of(b);
        add(&mut rows, &spend, b.month, b.units as f64);
        if let Some(by_year) = &mut by_year {
            by_year.commit(b.line, &parts(cost_of(b), b.month, &spend), b.units as f64);
        }
    }
    let mut moved = Vec::new();
    let place = |l: usize| own.priority.iter().position(|p| *p == l);
    batches.sort_by_key(|b| (place(b.line), b.month));
    for mut b in batches {
        let spend = spend_of(&b);
        // Where cost or pass rate depends on the month, the month was chosen.
        while b.units > 0 && !own.lines[b.line].varies() {
            let limit = own.lines[b.line].starts_per_month;
            // Without the unit where it is.
            let others = by_year.as_ref().map(|by_year| {
                let mut others = by_year.clone();
                others.commit(b.line, &parts(cost_of(&b), b.month, &spend), -1.0);
                others
            });
            let month = (own.closed..b.month).find(|m| {
                let paid = |others: &ByYear| others.fits(b.line, &parts(cost_of(&b), *m, &spend), 1.0, None);
                // Between the new and the old month the unit takes more than it did.
                let more = |t: usize| spend[t - m] - t.checked_sub(b.month).map_or(0.0, |since| spend[since]);
                started[b.line][*m] < limit
                    && rows.iter().enumerate().skip(*m).all(|(t, (limit, used))| {
                        let more = more(t);
                        more <= 0.0 || used + more <= limit * (1.0 + EPS)
                    })
                    && others.as_ref().is_none_or(paid)
            });
            let Some(month) = month else { break };
            if let Some(mut others) = others {
                others.commit(b.line, &parts(cost_of(&b), month, &spend), 1.0);
                by_year = Some(others);
            }
            add(&mut rows, &spend, b.month, -1.0);
            add(&mut rows, &spend, month, 1.0);
            started[b.line][b.month] -= 1;
            started[b.line][month] += 1;
            b.units -= 1;
            moved.push(Batch { month, units: 1, ..b });
        }
        moved.push(b);
    }
    planned(inputs, &moved)
}

/// The units of a plan as early as money and the limit of starts let them, with its score as the engine runs it; `None`
/// where that is another plan, a lower score or short of more.
pub(super) fn brought_forward(inputs: &Inputs, own: &PlannedStarts, score: f64) -> Option<(PlannedStarts, f64)> {
    let early = sooner(inputs, as_batches(inputs, own));
    if early == *own {
        return None;
    }
    let outcome = replay(inputs, &early);
    let same = PlannedStarts::of_outcome(inputs, &outcome) == early;
    let no_less = outcome.score >= score - 1e-12 && delivered(inputs, &early) >= delivered(inputs, own) - 1e-9;
    (same && no_less).then_some((early, outcome.score))
}

/// Starts of open months, as they are stored, by unit or group of units.
pub(super) fn as_batches(inputs: &Inputs, planned: &PlannedStarts) -> Vec<Batch> {
    let mut batches = Vec::new();
    for (l, line) in inputs.lines.iter().enumerate() {
        batches.extend(planned.named(line).map(|(c, month)| Batch {
            line: l,
            candidate: Some(c),
            month,
            units: 1,
        }));
        let unnamed = planned.unnamed(line).into_iter().enumerate();
        batches.extend(unnamed.map(|(month, n)| Batch {
            line: l,
            candidate: None,
            month,
            units: n as usize,
        }));
    }
    batches.retain(|b| b.units > 0 && b.month >= inputs.closed && b.month < inputs.months);
    batches
}

fn batches(inputs: &Inputs, problem: &Problem, counts: &[f64]) -> Vec<Batch> {
    let mut batches = Vec::new();
    let mut left: Vec<Vec<usize>> = inputs
        .lines
        .iter()
        .map(|l| (0..l.communes.len()).map(|c| l.left_of(c)).collect())
        .collect();
    for (entity, count) in problem.entities.iter().zip(counts) {
        let mut count = libm::round(*count) as usize;
        let line = entity.line;
        for segment in &entity.segments {
            let mut units = count.min(libm::round(segment.units) as usize);
            count -= units;
            let month = segment.month;
            for &c in &entity.candidates {
                let own = units.min(left[line][c]);
                left[line][c] -= own;
                units -= own;
                if own > 0 {
                    batches.push(Batch {
                        line,
                        candidate: Some(c),
                        month,
                        units: own,
                    });
                }
            }
            if units > 0 && entity.candidates.is_empty() {
                batches.push(Batch {
                    line,
                    candidate: None,
                    month,
                    units,
                });
            }
        }
    }
    batches
}

/// Starts as a scenario stores them.
pub(super) fn planned(inputs: &Inputs, batches: &[Batch]) -> PlannedStarts {
    let mut planned = PlannedStarts::carried(inputs);
    for b in batches.iter().filter(|b| b.units > 0) {
        let line = &inputs.lines[b.line];
        if let Some(n) = planned
            .starts
            .get_mut(&line.id)
            .and_then(|starts| starts.get_mut(b.month))
        {
            *n += b.units as u32;
        }
        if let Some(id) = b
            .candidate
            .and_then(|c| line.communes.get(c))
            .and_then(|c| c.id.clone())
        {
            planned.communes.insert(id, b.month as u32);
        }
    }
    planned
}
