//! The money rows of the projected problem, with the coefficients of the engine's funding test.

use crate::engine::by_year::YearRows;
use crate::engine::funding::coefficient;
use crate::engine::{Funding, Inputs, LineInputs, find_financing};
use crate::model::Discipline;

/// What a row of the problem says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// What lines can only get from these sources (as bits, by index in the plan) is not more than they bring.
    Sources(u32),
    /// The same for one source, in a plan with too many sources for all their sets.
    OneSource(usize),
    /// The same for all sources but one.
    AllButOne(usize),
    /// The same for all sources.
    AllSources,
    /// The same by year, where money expires: what the bills of each year can only get from these sources.
    SourcesByYear(u32),
    /// Planned cost up to the month is not more than the money that builders may wait for.
    Waiting(usize),
    /// Starts of a line of communes in a month.
    StartsInMonth {
        /// Index of the line.
        line: usize,
        /// Month.
        month: usize,
    },
    /// Communes of one kind in a line.
    Candidates {
        /// Index of the line.
        line: usize,
        /// Index of the first candidate of the kind.
        candidate: usize,
    },
}

/// What a unit takes of a row as a share of what is left in it; of a row with nothing left, 1.
pub(super) fn usage_share(taken: f64, left: f64) -> f64 {
    match taken {
        taken if taken <= 0.0 => 0.0,
        taken if left > 0.0 => taken / left,
        _ => 1.0,
    }
}

/// Relative slack of the engine's test, twice: what passes the test in any order keeps the rows.
const SLACK: f64 = 3e-9;

/// The rows of the sources and of waiting, before any start.
pub(super) struct MoneyRows {
    pub kinds: Vec<RowKind>,
    /// 1, or 0 where nothing is left.
    pub limits: Vec<f64>,
    /// Money left by row, triệu đồng.
    left: Vec<f64>,
    /// Cost by unit of cost, shape `[line][row]`; rows of waiting are left out.
    shares: Vec<Vec<f64>>,
    /// Free money of all sources, triệu đồng.
    pub money: f64,
    /// The test by year, where money expires: its rows are found when a plan breaks them.
    pub by_year: Option<YearRows>,
    pub exact: bool,
}

impl MoneyRows {
    /// What a unit takes of each row, as a share of what is left in it; of a row with nothing left, 1.
    pub fn usage(&self, line: usize, cost: f64, month: usize, spend: &[f64]) -> Vec<f64> {
        let shares = &self.shares[line];
        let taken = self.kinds.iter().enumerate().map(|(row, kind)| match *kind {
            RowKind::Waiting(t) if t < month => 0.0,
            RowKind::Waiting(t) => spend[t - month],
            _ => shares[row] * cost,
        });
        taken
            .zip(&self.left)
            .map(|(taken, left)| usage_share(taken, *left))
            .collect()
    }
}

/// The same inputs under the discipline whose rows every plan of theirs keeps: under pay as you go no bill waits.
pub(crate) fn by_rows(inputs: &Inputs) -> Inputs {
    let mut own = inputs.clone();
    if own.discipline == Discipline::PayAsYouGo {
        own.discipline = Discipline::Bridge { wait: 0 };
        // Cash may pay fewer renewals than the rows would.
        own.lines
            .iter_mut()
            .flat_map(|l| &mut l.certificate)
            .for_each(|c| c.cost = 0.0);
    }
    own
}

/// Money promised to units that work already, triệu đồng.
pub(super) fn cost_promised(line: &LineInputs) -> f64 {
    line.carried
        .iter()
        .fold(0.0, |sum, c| sum + c.units as f64 * c.money_left)
}

/// What no financing within the recipes pays of it, triệu đồng.
pub(super) fn cost_unfunded(inputs: &Inputs) -> f64 {
    let promised: Vec<f64> = inputs.lines.iter().map(cost_promised).collect();
    let sum: f64 = promised.iter().sum();
    let purse: Vec<f64> = inputs.sources.iter().map(|s| s.free()).collect();
    let short = sum - find_financing(inputs, &purse, &promised).iter().flatten().sum::<f64>();
    if short > 1e-9 * sum { short } else { 0.0 }
}

pub(super) fn build_money_rows(inputs: &Inputs) -> MoneyRows {
    let own = by_rows(inputs);
    let mut funding = Funding::new(&own);
    let unspent = funding.clone();
    funding.commit_carried();
    let left = |(limit, used): (f64, f64)| {
        let left = limit - used + SLACK * (limit + used);
        if left > 1e-12 * limit { left } else { 0.0 }
    };
    // Under pay as you go units under way take what cash there is; what they go without stands in nobody's way.
    let spoken_for = if inputs.discipline == Discipline::PayAsYouGo {
        &unspent
    } else {
        &funding
    };
    let waiting = spoken_for.waiting_rows().map(left);
    let mut source = MoneyRows {
        kinds: vec![],
        limits: vec![],
        left: vec![],
        shares: vec![vec![]; own.lines.len()],
        money: funding.free().iter().sum(),
        exact: inputs.discipline != Discipline::PayAsYouGo
            && (own.rows.is_exact() || !own.expiry.is_empty())
            && !inputs.starts_depend_on_starts(),
        by_year: funding.by_year().cloned(),
    };
    if own.rows.count() > 0 {
        source.kinds = (0..own.rows.count())
            .map(|row| RowKind::Sources(own.rows.set(row)))
            .collect();
        source.left = funding.gale_rows().map(left).collect();
        for (l, shares) in source.shares.iter_mut().enumerate() {
            *shares = own.rows.of_line(l).to_vec();
        }
    } else {
        source.few_rows(&own, &funding);
    }
    source.kinds.extend((0..own.months).map(RowKind::Waiting));
    source.left.extend(waiting);
    source.kinds.truncate(source.left.len());
    source.limits = source
        .left
        .iter()
        .map(|left| f64::from(u8::from(*left > 0.0)))
        .collect();
    source
}

impl MoneyRows {
    /// With too many sources for all sets: single sources, all but one, and all of them. Necessary, not sufficient.
    fn few_rows(&mut self, inputs: &Inputs, funding: &Funding<'_>) {
        let count = inputs.sources.len();
        let arrears = match inputs.discipline {
            Discipline::Arrears { cap, .. } => cap,
            _ => 0.0,
        };
        let single = (0..count).map(RowKind::OneSource);
        let others = (0..count).map(RowKind::AllButOne);
        for kind in std::iter::once(RowKind::AllSources).chain(single).chain(others) {
            let inside = |s: usize| match kind {
                RowKind::OneSource(one) => s == one,
                RowKind::AllButOne(one) => s != one,
                _ => true,
            };
            let mut used = 0.0;
            for (shares, line) in self.shares.iter_mut().zip(&inputs.lines) {
                let share = coefficient(line, count, inside);
                shares.push(share);
                used += share * cost_promised(line);
            }
            let free = funding.free().iter().enumerate().filter(|(s, _)| inside(*s));
            let limit = free.map(|(_, f)| f).sum::<f64>() + arrears;
            self.kinds.push(kind);
            self.left.push((limit - used + SLACK * (limit + used)).max(0.0));
        }
    }
}
