//! The exact funding test: may another unit start?
//!
//! A financing within the recipes exists exactly when, for every set `S` of sources, what lines can only get from `S`
//! does not exceed what `S` brings (Gale's condition for a transport problem). The coefficients depend on the recipes
//! alone; so a test is one pass over at most `2^sources` sums. Beyond [`MAX_ROW_SOURCES`] sources a maximum flow is
//! used instead.

use super::by_year::{ByYear, by_span};
use super::flow::financing;
use super::{Inputs, LineInputs, SourceInputs};
use crate::model::Discipline;

/// Up to so many sources the condition is kept as rows; beyond, by maximum flow.
pub const MAX_ROW_SOURCES: usize = 10;

/// Relative tolerance of a row.
pub(super) const EPS: f64 = 1e-9;

/// Gale's rows: they depend on the recipes alone, so they are found once and shared by all runs.
#[derive(Clone, PartialEq, Default)]
pub struct Rows {
    /// Sources in the set of each row, as bits.
    sets: Vec<u32>,
    /// Cost of each row by unit of cost of a line, shape `[line][row]`.
    coefficients: Vec<Vec<f64>>,
}

impl std::fmt::Debug for Rows {
    /// Nothing but the fact: rows follow from the recipes, which are printed with the lines.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rows")
    }
}

impl Rows {
    /// The rows of these lines; none beyond [`MAX_ROW_SOURCES`] sources.
    pub fn new(lines: &[LineInputs], sources: usize) -> Self {
        let mut rows = Self {
            sets: vec![],
            coefficients: vec![Vec::new(); lines.len()],
        };
        if sources > MAX_ROW_SOURCES {
            return rows;
        }
        for set in 0..1_u32 << sources {
            let inside = |s: usize| set >> s & 1 == 1;
            let coefficients: Vec<f64> = lines.iter().map(|line| coefficient(line, sources, inside)).collect();
            if coefficients.iter().any(|c| *c > 0.0) {
                rows.sets.push(set);
                for (line, c) in rows.coefficients.iter_mut().zip(coefficients) {
                    line.push(c);
                }
            }
        }
        rows
    }
}

/// Inequalities `used ≤ limit` that every start must keep.
#[derive(Clone, Debug, Default)]
struct Ledger {
    limit: Vec<f64>,
    used: Vec<f64>,
    /// What may still be used, with the tolerance.
    slack: Vec<f64>,
}

impl Ledger {
    fn new(limit: Vec<f64>) -> Self {
        Self {
            used: vec![0.0; limit.len()],
            slack: limit.iter().map(|limit| limit + EPS * limit).collect(),
            limit,
        }
    }

    /// How many units fit, at most `most`, that take `factor · per_unit[i]` of row `from + i` each.
    fn room(&self, from: usize, per_unit: &[f64], factor: f64, most: f64) -> f64 {
        let rows = || self.slack.iter().skip(from).zip(per_unit);
        let all = factor * most;
        let over = |(slack, per_unit): (&f64, &f64)| *per_unit > 0.0 && per_unit * all > *slack;
        if !rows().any(over) {
            return most;
        }
        rows().fold(most, |most, (slack, per_unit)| {
            let taken = per_unit * factor;
            if taken > 0.0 { most.min(slack / taken) } else { most }
        })
    }

    fn commit(&mut self, from: usize, per_unit: &[f64], factor: f64) {
        for (i, per_unit) in (from..self.used.len()).zip(per_unit) {
            self.used[i] += per_unit * factor;
            self.slack[i] = self.limit[i] + EPS * (self.limit[i] + self.used[i]) - self.used[i];
        }
    }

    /// What one more unit is short of, with its row; rows where it fits are left out.
    fn short(&self, from: usize, per_unit: &[f64], factor: f64) -> impl Iterator<Item = (usize, f64)> {
        (from..self.used.len()).zip(per_unit).filter_map(move |(i, per_unit)| {
            let taken = per_unit * factor;
            (taken > 0.0 && taken > self.slack[i]).then(|| (i, self.used[i] + taken - self.limit[i]))
        })
    }
}

/// Money committed so far, and what it leaves.
#[derive(Clone, Debug)]
pub struct Funding<'a> {
    inputs: &'a Inputs,
    /// Free money over the plan by source, `A_s`.
    free: Vec<f64>,
    /// Debt that is allowed at the end.
    arrears: f64,
    /// Committed whole cost by line, `C_ℓ`.
    committed: Vec<f64>,
    /// Gale rows; empty when there are too many sources.
    gale: Ledger,
    /// The same by year, where money expires; then it is used instead.
    by_year: Option<ByYear>,
    /// Waiting rows, shape `[month]`; empty without a limit on waiting.
    waiting: Ledger,
    /// Last month whose money counts in each waiting row.
    horizon: Vec<usize>,
}

impl<'a> Funding<'a> {
    /// Nothing committed yet.
    pub fn new(inputs: &'a Inputs) -> Self {
        let months = inputs.months;
        let free: Vec<f64> = inputs
            .sources
            .iter()
            .map(|s| s.planned.iter().sum::<f64>() * (1.0 - s.other_works))
            .collect();
        let (arrears, wait) = match inputs.discipline {
            Discipline::Bridge { wait } => (0.0, Some(wait)),
            Discipline::Arrears { cap, wait } => (cap, Some(wait)),
            Discipline::PayAsYouGo => (0.0, None),
        };
        let in_set = |set: &u32| {
            (0..free.len())
                .filter(|s| set >> s & 1 == 1)
                .map(|s| free[s])
                .sum::<f64>()
                + arrears
        };
        let gale = Ledger::new(inputs.rows.sets.iter().map(in_set).collect());
        let horizon: Vec<usize> = wait.map_or(vec![], |wait| {
            (0..months).map(|t| t.saturating_add(wait).min(months - 1)).collect()
        });
        let mut by_month = vec![0.0; months];
        for s in &inputs.sources {
            for (sum, p) in by_month.iter_mut().zip(&s.planned) {
                *sum += p * (1.0 - s.other_works);
            }
        }
        for t in 1..months {
            by_month[t] += by_month[t - 1];
        }
        // Arrears are money that is there only in the last month.
        let limit = horizon
            .iter()
            .map(|&h| by_month[h] + if h == months - 1 { arrears } else { 0.0 })
            .collect();
        Self {
            inputs,
            free,
            arrears,
            committed: vec![0.0; inputs.lines.len()],
            gale,
            by_year: (!inputs.expiry.is_empty()).then(|| ByYear::new(inputs, arrears)),
            waiting: Ledger::new(limit),
            horizon,
        }
    }

    /// How many of at most `want` alike units of `line` may start in month `from`, each costing `cost` with cumulative
    /// planned spend `spend` (shape `[month since the start]`, triệu đồng for one unit).
    pub fn fit(&self, line: usize, cost: f64, from: usize, spend: &[f64], want: usize) -> usize {
        if let Some(by_year) = &self.by_year {
            let most = self.waiting.room(from, spend, 1.0, want as f64).max(0.0) as usize;
            return by_year.room(line, &by_span(self.inputs, cost, from, spend), most);
        }
        let rows = &self.inputs.rows.coefficients[line];
        let most = self.gale.room(0, rows, cost, want as f64);
        let most = self.waiting.room(from, spend, 1.0, most).max(0.0) as usize;
        if self.by_rows() || cost == 0.0 {
            most
        } else {
            self.fit_by_flow(line, cost, most)
        }
    }

    fn by_rows(&self) -> bool {
        self.inputs.sources.len() <= MAX_ROW_SOURCES
    }

    /// Largest number of units up to `most` for which a maximum flow pays all that is committed.
    fn fit_by_flow(&self, line: usize, cost: f64, most: usize) -> usize {
        let pays = |units: usize| {
            let mut committed = self.committed.clone();
            committed[line] += cost * units as f64;
            self.financed(&committed)
        };
        let (mut low, mut high) = (0, most);
        while low < high {
            let middle = (low + high).div_ceil(2);
            if pays(middle) { low = middle } else { high = middle - 1 }
        }
        low
    }

    /// Whether a financing of `committed` (by line) exists, by maximum flow: the same question as the rows answer.
    pub fn financed(&self, committed: &[f64]) -> bool {
        let total: f64 = committed.iter().sum();
        let paid: f64 = financing(self.inputs, &self.free, committed).iter().flatten().sum();
        paid + self.arrears >= total - EPS * total
    }

    /// Commits `units` alike units that start in month `from`.
    pub fn commit(&mut self, line: usize, cost: f64, from: usize, spend: &[f64], units: f64) {
        self.committed[line] += cost * units;
        self.gale.commit(0, &self.inputs.rows.coefficients[line], cost * units);
        self.waiting.commit(from, spend, units);
        if let Some(by_year) = &mut self.by_year {
            by_year.commit(line, &by_span(self.inputs, cost, from, spend), units);
        }
    }

    /// Extra free money of each source that would let one more unit start in month `from`, shape `[source]`; infinite
    /// where that source cannot help.
    pub fn relief(&self, line: usize, cost: f64, from: usize, spend: &[f64]) -> Vec<f64> {
        let count = self.free.len();
        let mut needed = if let Some(by_year) = &self.by_year {
            self.relief_by_year(by_year, line, &by_span(self.inputs, cost, from, spend))
        } else if self.by_rows() {
            vec![0.0_f64; count]
        } else {
            self.relief_by_flow(line, cost)
        };
        // One more unit of money of a source widens a row by this much.
        let mut widen = |short: f64, by: &dyn Fn(usize) -> f64| {
            for (s, n) in needed.iter_mut().enumerate() {
                *n = n.max(if by(s) > 0.0 { short / by(s) } else { f64::INFINITY });
            }
        };
        let rows = &self.inputs.rows;
        let whole = self.by_year.is_none();
        for (row, short) in self.gale.short(0, &rows.coefficients[line], cost).filter(|_| whole) {
            widen(short, &|s| f64::from(rows.sets[row] >> s & 1));
        }
        for (t, short) in self.waiting.short(from, spend, 1.0) {
            widen(short, &|s| self.inputs.sources[s].curve[self.horizon[t]]);
        }
        needed
    }

    fn relief_by_year(&self, by_year: &ByYear, line: usize, parts: &[f64]) -> Vec<f64> {
        let sources = self.inputs.sources.iter().enumerate();
        let curve = |s: &SourceInputs| -> Vec<f64> {
            match s.expires() {
                true => s.by_year.iter().map(|y| y.curve.iter().sum()).collect(),
                false => vec![1.0],
            }
        };
        sources
            .map(|(s, of)| by_year.relief(line, parts, s, &curve(of)))
            .collect()
    }

    fn relief_by_flow(&self, line: usize, cost: f64) -> Vec<f64> {
        let mut committed = self.committed.clone();
        committed[line] += cost;
        let total: f64 = committed.iter().sum();
        let pays = |s: usize, extra: f64| {
            let mut free = self.free.clone();
            free[s] += extra;
            let paid: f64 = financing(self.inputs, &free, &committed).iter().flatten().sum();
            paid + self.arrears >= total - EPS * total
        };
        let least = |s: usize| {
            if pays(s, 0.0) {
                return 0.0;
            }
            // More than the whole cost never helps.
            let (mut low, mut high) = (0.0, total);
            if !pays(s, high) {
                return f64::INFINITY;
            }
            for _ in 0..40 {
                let middle = (low + high) / 2.0;
                if pays(s, middle) { high = middle } else { low = middle }
            }
            high
        };
        (0..self.free.len()).map(least).collect()
    }

    /// Free money over the plan by source, triệu đồng.
    pub fn free(&self) -> &[f64] {
        &self.free
    }
}

/// What a unit of cost of `line` takes from the sources in a set at least: the part no other source may pay, and the
/// smallest shares of those inside.
pub(super) fn coefficient(line: &LineInputs, sources: usize, inside: impl Fn(usize) -> bool) -> f64 {
    let mut open = 1.0 - line.min_share.iter().sum::<f64>();
    let mut least = 0.0;
    for s in 0..sources {
        if inside(s) {
            least += line.min_share[s];
        } else {
            open -= line.max_share[s] - line.min_share[s];
        }
    }
    // Shares such as 0,7 + 0,3 leave a rounding residue that must not count as need.
    least + if open > 1e-12 { open } else { 0.0 }
}
