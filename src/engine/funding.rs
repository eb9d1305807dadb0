//! The exact funding test: may another unit start?
//!
//! A financing within the recipes exists exactly when, for every set `S` of sources, what lines can only get from `S`
//! does not exceed what `S` brings (Gale's condition for a transport problem). The coefficients depend on the recipes
//! alone; so a test is one pass over at most `2^sources` sums. Beyond [`MAX_ROW_SOURCES`] sources a maximum flow is
//! used instead.

use super::flow::financing;
use super::{Inputs, LineInputs};
use crate::model::Discipline;

/// Up to so many sources the condition is kept as rows; beyond, by maximum flow.
pub const MAX_ROW_SOURCES: usize = 10;

/// Relative tolerance of a row.
const EPS: f64 = 1e-9;

/// One inequality `used ≤ limit` that every start must keep.
#[derive(Clone, Debug)]
struct Row {
    limit: f64,
    used: f64,
    /// Extra limit by one more unit of free money of each source, shape `[source]`.
    relief: Vec<f64>,
}

impl Row {
    fn slack_units(&self, per_unit: f64) -> f64 {
        let tolerance = EPS * (self.limit.abs() + self.used.abs());
        (self.limit + tolerance - self.used) / per_unit
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
    rows: Vec<Row>,
    /// Cost of row `i` by unit of cost of a line, shape `[line][row]`.
    coefficients: Vec<Vec<f64>>,
    /// Waiting rows, shape `[month]`; empty without a limit on waiting.
    waiting: Vec<Row>,
}

impl<'a> Funding<'a> {
    /// Nothing committed yet.
    pub fn new(inputs: &'a Inputs) -> Self {
        let free: Vec<f64> = inputs
            .sources
            .iter()
            .map(|s| s.planned.iter().sum::<f64>() * (1.0 - s.other_works))
            .collect();
        let arrears = match inputs.discipline {
            Discipline::Arrears { cap, .. } => cap,
            _ => 0.0,
        };
        let mut funding = Self {
            inputs,
            free,
            arrears,
            committed: vec![0.0; inputs.lines.len()],
            rows: vec![],
            coefficients: vec![],
            waiting: vec![],
        };
        if inputs.sources.len() <= MAX_ROW_SOURCES {
            funding.build_rows();
        }
        if let Discipline::Bridge { wait } | Discipline::Arrears { wait, .. } = inputs.discipline {
            funding.build_waiting(wait);
        }
        funding
    }

    fn build_rows(&mut self) {
        let count = self.inputs.sources.len();
        self.coefficients = vec![Vec::new(); self.inputs.lines.len()];
        for set in 0..1usize << count {
            let inside = |s: usize| set >> s & 1 == 1;
            let coefficients: Vec<f64> = self
                .inputs
                .lines
                .iter()
                .map(|line| coefficient(line, count, inside))
                .collect();
            if coefficients.iter().all(|c| *c == 0.0) {
                continue;
            }
            let limit = (0..count).filter(|s| inside(*s)).map(|s| self.free[s]).sum::<f64>() + self.arrears;
            let relief = (0..count).map(|s| if inside(s) { 1.0 } else { 0.0 }).collect();
            self.rows.push(Row {
                limit,
                used: 0.0,
                relief,
            });
            for (line, c) in self.coefficients.iter_mut().zip(coefficients) {
                line.push(c);
            }
        }
    }

    fn build_waiting(&mut self, wait: usize) {
        let months = self.inputs.months;
        let sources = &self.inputs.sources;
        for t in 0..months {
            let horizon = (t + wait).min(months - 1);
            let by_then = |s: &super::SourceInputs| s.planned[..=horizon].iter().sum::<f64>() * (1.0 - s.other_works);
            // Arrears are money that is there only in the last month.
            let arrears = if horizon == months - 1 { self.arrears } else { 0.0 };
            let limit = sources.iter().map(by_then).sum::<f64>() + arrears;
            let relief = sources.iter().map(|s| s.curve[horizon]).collect();
            self.waiting.push(Row {
                limit,
                used: 0.0,
                relief,
            });
        }
    }

    /// How many of at most `want` alike units of `line` may start, each costing `cost` with cumulative planned
    /// spend `spend` (shape `[month]`, triệu đồng for one unit).
    pub fn fit(&self, line: usize, cost: f64, spend: &[f64], want: usize) -> usize {
        let mut most = want as f64;
        for (row, c) in self.rows.iter().zip(self.coefficients.get(line).map_or(&[][..], |c| c)) {
            if c * cost > 0.0 {
                most = most.min(row.slack_units(c * cost));
            }
        }
        for (row, s) in self.waiting.iter().zip(spend) {
            if *s > 0.0 {
                most = most.min(row.slack_units(*s));
            }
        }
        let most = most.max(0.0) as usize;
        if self.inputs.sources.len() <= MAX_ROW_SOURCES || cost == 0.0 {
            most
        } else {
            self.fit_by_flow(line, cost, most)
        }
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

    /// Commits `units` alike units.
    pub fn commit(&mut self, line: usize, cost: f64, spend: &[f64], units: f64) {
        self.committed[line] += cost * units;
        if let Some(coefficients) = self.coefficients.get(line) {
            for (row, c) in self.rows.iter_mut().zip(coefficients) {
                row.used += c * cost * units;
            }
        }
        for (row, s) in self.waiting.iter_mut().zip(spend) {
            row.used += s * units;
        }
    }

    /// Extra free money of each source that would let one more unit start now, shape `[source]`; infinite where that
    /// source cannot help.
    pub fn relief(&self, line: usize, cost: f64, spend: &[f64]) -> Vec<f64> {
        let mut needed = if self.inputs.sources.len() <= MAX_ROW_SOURCES {
            vec![0.0_f64; self.inputs.sources.len()]
        } else {
            self.relief_by_flow(line, cost)
        };
        let mut violated = |row: &Row, per_unit: f64| {
            if per_unit > 0.0 && row.slack_units(per_unit) < 1.0 {
                let short = row.used + per_unit - row.limit;
                for (n, r) in needed.iter_mut().zip(&row.relief) {
                    *n = n.max(if *r > 0.0 { short / r } else { f64::INFINITY });
                }
            }
        };
        for (row, c) in self.rows.iter().zip(self.coefficients.get(line).map_or(&[][..], |c| c)) {
            violated(row, c * cost);
        }
        for (row, s) in self.waiting.iter().zip(spend) {
            violated(row, *s);
        }
        needed
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
fn coefficient(line: &LineInputs, sources: usize, inside: impl Fn(usize) -> bool) -> f64 {
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
