//! From numbers of units to months and communes: first as late as possible, then as early as money lets them.

use super::build::Problem;
use super::floors::score_delivered;
use super::replay::{PlannedStarts, replay};
use super::rows::by_rows;
use crate::engine::by_year::{YearRows, split_by_span};
use crate::engine::work::planned_spend;
use crate::engine::{Funding, Inputs};

/// Relative tolerance when units are moved forward; well inside that of the engine's test.
const EPS: f64 = 1e-10;

/// Units that start together.
#[derive(Clone, Debug)]
pub(super) struct StartBatch {
    pub line: usize,
    /// Index in the line's candidates.
    pub candidate: Option<usize>,
    pub month: usize,
    pub units: usize,
}

/// Starts of `counts` units of each entity, as late as possible: what takes least from every row.
pub(super) fn place_latest(inputs: &Inputs, problem: &Problem, counts: &[f64]) -> PlannedStarts {
    store_starts(inputs, &split_batches(inputs, problem, counts))
}

/// The same with every unit moved to the earliest month that money and the limit of starts leave it, line by line in
/// order of service.
pub(super) fn place_earliest(inputs: &Inputs, problem: &Problem, counts: &[f64]) -> PlannedStarts {
    place_sooner(inputs, split_batches(inputs, problem, counts))
}

/// The same with units of the lines first from which communes climb to the next level: the sooner they are recognised, the
/// more may climb.
pub(super) fn place_climbers_first(inputs: &Inputs, problem: &Problem, counts: &[f64]) -> PlannedStarts {
    let below: Vec<usize> = inputs.lines.iter().filter_map(|l| Some(l.climb()?.from)).collect();
    place_in_order(inputs, split_batches(inputs, problem, counts), &below)
}

/// These starts, every unit moved to the earliest month that money and the limit of starts leave it.
pub(super) fn place_sooner(inputs: &Inputs, batches: Vec<StartBatch>) -> PlannedStarts {
    place_in_order(inputs, batches, &[])
}

/// The same, lines `first` before all others.
fn place_in_order(inputs: &Inputs, mut batches: Vec<StartBatch>, first: &[usize]) -> PlannedStarts {
    let own = by_rows(inputs);
    let mut money = CommittedMoney::new(&own, &batches);
    let place = |l: usize| own.priority.iter().position(|p| *p == l);
    batches.sort_by_key(|b| (!first.contains(&b.line), place(b.line), b.month));
    let mut moved = Vec::new();
    for mut b in batches {
        // Where cost or pass rate depends on the month, the month was chosen.
        while b.units > 0 && !own.lines[b.line].varies() {
            let Some(month) = money.bring_forward(&b) else { break };
            b.units -= 1;
            moved.push(StartBatch { month, units: 1, ..b });
        }
        moved.push(b);
    }
    store_starts(inputs, &moved)
}

/// What planned starts take, month by month: only rows of waiting, starts a month and money that expires know months.
struct CommittedMoney<'a> {
    own: &'a Inputs,
    /// Limit and what is taken of it, shape `[row]`.
    waiting: Vec<(f64, f64)>,
    /// Shape `[line][month]`.
    started: Vec<Vec<usize>>,
    by_year: Option<YearRows>,
}

impl<'a> CommittedMoney<'a> {
    fn new(own: &'a Inputs, batches: &[StartBatch]) -> Self {
        let mut funding = Funding::new(own);
        funding.commit_carried();
        let mut committed = Self {
            own,
            waiting: funding.waiting_rows().collect(),
            started: vec![vec![0; own.months]; own.lines.len()],
            by_year: funding.by_year().cloned(),
        };
        for b in batches {
            committed.started[b.line][b.month] += b.units;
            committed.commit_money(b, b.month, b.units as f64);
        }
        committed
    }

    /// Cost of one, triệu đồng, and what of it is planned to be spent, cumulative by month since its start.
    fn spend(&self, b: &StartBatch) -> (f64, Vec<f64>) {
        let line = &self.own.lines[b.line];
        let (cost, duration) = match b.candidate.and_then(|c| line.communes.get(c)) {
            Some(c) => (c.cost, c.duration),
            None => (line.cost, line.duration),
        };
        let cost = cost * line.cost_factor[b.month];
        (cost, planned_spend(line, cost, duration as f64, self.own.months))
    }

    /// Takes the money of so many units of a batch that start in a month, or gives it back.
    fn commit_money(&mut self, b: &StartBatch, month: usize, units: f64) {
        let (cost, spend) = self.spend(b);
        let rows = self.waiting.iter_mut().skip(month).zip(&spend);
        rows.for_each(|(row, spend)| row.1 += spend * units);
        if let Some(by_year) = &mut self.by_year {
            by_year.commit(b.line, &split_by_span(self.own, cost, month, &spend), units);
        }
    }

    /// Moves one unit of a batch to the earliest month before its own that money and the limit of starts leave it.
    fn bring_forward(&mut self, b: &StartBatch) -> Option<usize> {
        let (cost, spend) = self.spend(b);
        let limit = self.own.lines[b.line].starts_per_month;
        let parts = |month: usize| split_by_span(self.own, cost, month, &spend);
        // Without the unit where it is.
        if let Some(by_year) = &mut self.by_year {
            by_year.commit(b.line, &parts(b.month), -1.0);
        }
        let month = (self.own.closed..b.month).find(|m| {
            // Between the new and the old month the unit takes more than it did.
            let more = |t: usize| spend[t - m] - t.checked_sub(b.month).map_or(0.0, |since| spend[since]);
            self.started[b.line][*m] < limit
                && self.waiting.iter().enumerate().skip(*m).all(|(t, (limit, used))| {
                    let more = more(t);
                    more <= 0.0 || used + more <= limit * (1.0 + EPS)
                })
                && self
                    .by_year
                    .as_ref()
                    .is_none_or(|by_year| by_year.fits(b.line, &parts(*m), 1.0, None))
        });
        if let Some(by_year) = &mut self.by_year {
            by_year.commit(b.line, &parts(b.month), 1.0);
        }
        let month = month?;
        self.commit_money(b, b.month, -1.0);
        self.commit_money(b, month, 1.0);
        self.started[b.line][b.month] -= 1;
        self.started[b.line][month] += 1;
        Some(month)
    }
}

/// The units of a plan as early as money and the limit of starts let them, with its score as the engine runs it; `None`
/// where that is another plan, a lower score or short of more.
pub(super) fn bring_forward_all(inputs: &Inputs, own: &PlannedStarts, score: f64) -> Option<(PlannedStarts, f64)> {
    let early = place_sooner(inputs, as_batches(inputs, own));
    if early == *own {
        return None;
    }
    let outcome = replay(inputs, &early);
    let same = PlannedStarts::of_outcome(inputs, &outcome) == early;
    let no_less =
        outcome.score >= score - 1e-12 && score_delivered(inputs, &early) >= score_delivered(inputs, own) - 1e-9;
    (same && no_less).then_some((early, outcome.score))
}

/// Starts of open months, as they are stored, by unit or group of units.
pub(super) fn as_batches(inputs: &Inputs, planned: &PlannedStarts) -> Vec<StartBatch> {
    let mut batches = Vec::new();
    for (l, line) in inputs.lines.iter().enumerate() {
        batches.extend(planned.named_starts(line).map(|(c, month)| StartBatch {
            line: l,
            candidate: Some(c),
            month,
            units: 1,
        }));
        let unnamed = planned.unnamed_starts(line).into_iter().enumerate();
        batches.extend(unnamed.map(|(month, n)| StartBatch {
            line: l,
            candidate: None,
            month,
            units: n as usize,
        }));
    }
    batches.retain(|b| b.units > 0 && b.month >= inputs.closed && b.month < inputs.months);
    batches
}

fn split_batches(inputs: &Inputs, problem: &Problem, counts: &[f64]) -> Vec<StartBatch> {
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
                    batches.push(StartBatch {
                        line,
                        candidate: Some(c),
                        month,
                        units: own,
                    });
                }
            }
            if units > 0 && entity.candidates.is_empty() {
                batches.push(StartBatch {
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
pub(super) fn store_starts(inputs: &Inputs, batches: &[StartBatch]) -> PlannedStarts {
    let mut planned = PlannedStarts::of_carried(inputs);
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
