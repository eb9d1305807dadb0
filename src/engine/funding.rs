//! The exact funding test: may another unit start?
//!
//! A financing within the recipes exists exactly when, for every set `S` of sources, what lines can only get from `S`
//! does not exceed what `S` brings (Gale's condition for a transport problem). The coefficients depend on the recipes
//! alone; so a test is one pass over at most `2^sources` sums. Beyond [`MAX_ROW_SOURCES`] sources a maximum flow is
//! used instead.

use super::by_year::{YearRows, split_by_span};
use super::flow::find_financing;
use super::ledger::{EPS, Ledger};
use super::renewals::{self, Renewals, Till};
use super::shortage::Tight;
use super::work::planned_spend;
use super::{Inputs, LineInputs, SourceInputs};

/// Up to so many sources the condition is kept as rows; beyond, by maximum flow.
pub const MAX_ROW_SOURCES: usize = 10;
/// Most rows; with more, caps are kept by maximum flow.
const MAX_ROWS: usize = 2_048;

/// Gale's rows: they depend on the recipes alone, so they are found once and shared by all runs.
#[derive(Clone, PartialEq, Default)]
pub struct FundingRows {
    /// Sources in the set of each row, as bits.
    sets: Vec<u32>,
    /// Those and the capped sources that a row leaves out for some line.
    named: Vec<u32>,
    /// What capped sources pay beside, shape `[row]`, triệu đồng.
    beside: Vec<f64>,
    /// Cost of each row by unit of cost of a line, shape `[line][row]`.
    coefficients: Vec<Vec<f64>>,
    /// Whether the rows are all there is to the condition.
    exact: bool,
}

impl std::fmt::Debug for FundingRows {
    /// Nothing but the fact: rows follow from the recipes, which are printed with the lines.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rows")
    }
}

impl FundingRows {
    /// Cost of each row by unit of cost of a line, shape `[row]`.
    pub(super) fn of(&self, line: usize) -> &[f64] {
        self.coefficients.get(line).map_or(&[], Vec::as_slice)
    }

    /// The rows of these lines; none beyond [`MAX_ROW_SOURCES`] sources.
    ///
    /// A cap `K` on what a source pays to a line bends the row: the source pays its share or `K`, whichever is less. So
    /// each row comes with every choice of capped sources that are left out for a line, against their `K` beside the
    /// money of the set. Choices that demand no more are left out; with too many of them no cap is in the rows, which
    /// then are necessary, not sufficient.
    pub fn new(lines: &[LineInputs], sources: usize) -> Self {
        let mut rows = Self {
            coefficients: vec![Vec::new(); lines.len()],
            exact: sources <= MAX_ROW_SOURCES,
            ..Self::default()
        };
        if !rows.exact {
            return rows;
        }
        for set in 0..1_u32 << sources {
            let choices: Vec<Vec<RowChoice>> = lines.iter().map(|line| choices(line, sources, set)).collect();
            let all = choices.iter().map(Vec::len).fold(1_usize, usize::saturating_mul);
            if all.saturating_add(rows.sets.len()) > MAX_ROWS {
                rows.exact = false;
            }
            if choices.iter().flatten().all(|choice| choice.need <= 0.0) {
                continue;
            }
            // The choices of all lines as digits of a number, the first choice of each leaves nothing out.
            for number in 0..if rows.exact { all } else { 1 } {
                let (mut digits, mut named, mut beside) = (number, set, 0.0);
                for (coefficients, choices) in rows.coefficients.iter_mut().zip(&choices) {
                    let choice = &choices[digits % choices.len()];
                    digits /= choices.len();
                    coefficients.push(choice.need);
                    named |= choice.without;
                    beside += choice.beside;
                }
                rows.sets.push(set);
                rows.named.push(named);
                rows.beside.push(beside);
            }
        }
        rows
    }

    /// Whether the rows are all there is to the condition: not with too many sources or caps.
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// Number of rows.
    pub fn count(&self) -> usize {
        self.sets.len()
    }

    /// Sources in the set of a row, as bits.
    pub fn set(&self, row: usize) -> u32 {
        self.sets[row]
    }

    /// What a unit of cost of a line takes from each row at least, shape `[row]`, 0–1.
    pub fn of_line(&self, line: usize) -> &[f64] {
        &self.coefficients[line]
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
    by_year: Option<YearRows>,
    /// Waiting rows, shape `[month]`; empty without a limit on waiting.
    waiting: Ledger,
    /// Last month whose money counts in each waiting row.
    horizon: Vec<usize>,
    /// Whether any source has a cap on what it pays to a line.
    capped: bool,
}

impl<'a> Funding<'a> {
    /// Nothing committed yet.
    pub fn new(inputs: &'a Inputs) -> Self {
        let months = inputs.months;
        let free: Vec<f64> = inputs.sources.iter().map(|s| s.free()).collect();
        let (arrears, wait) = (inputs.discipline.allowed_debt(), inputs.discipline.wait());
        let in_set = |set: &u32| {
            (0..free.len())
                .filter(|s| set >> s & 1 == 1)
                .map(|s| free[s])
                .sum::<f64>()
                + arrears
        };
        let beside = inputs.rows.sets.iter().zip(&inputs.rows.beside);
        let gale = Ledger::new(beside.map(|(set, beside)| in_set(set) + beside).collect());
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
            by_year: (!inputs.expiry.is_empty()).then(|| YearRows::new(inputs, arrears)),
            waiting: Ledger::new(limit),
            horizon,
            capped: inputs.lines.iter().any(|l| !l.most_from.is_empty()),
        }
    }

    /// How many of at most `want` alike units of `line` may start in month `from`, each costing `cost` with cumulative
    /// planned spend `spend` (shape `[month since the start]`, triệu đồng for one unit).
    pub fn count_fitting(&self, line: usize, cost: f64, from: usize, spend: &[f64], want: usize) -> usize {
        if let Some(by_year) = &self.by_year {
            let most = match self.capped {
                true => self
                    .gale
                    .room(0, &self.inputs.rows.coefficients[line], cost, want as f64),
                false => want as f64,
            };
            let most = self.waiting.room(from, spend, 1.0, most).max(0.0) as usize;
            return by_year.room(line, &split_by_span(self.inputs, cost, from, spend), most);
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
        self.inputs.rows.exact
    }

    /// Largest number of units up to `most` for which a maximum flow pays all that is committed.
    fn fit_by_flow(&self, line: usize, cost: f64, most: usize) -> usize {
        let pays = |units: usize| {
            let mut committed = self.committed.clone();
            committed[line] += cost * units as f64;
            self.can_finance(&committed)
        };
        let (mut low, mut high) = (0, most);
        while low < high {
            let middle = (low + high).div_ceil(2);
            if pays(middle) { low = middle } else { high = middle - 1 }
        }
        low
    }

    /// Whether a financing of `committed` (by line) exists, by maximum flow: the same question as the rows answer.
    pub fn can_finance(&self, committed: &[f64]) -> bool {
        let total: f64 = committed.iter().sum();
        let paid: f64 = find_financing(self.inputs, &self.free, committed)
            .iter()
            .flatten()
            .sum();
        paid + self.arrears >= total - EPS * total
    }

    /// Commits `units` alike units that start in month `from`.
    pub fn commit(&mut self, line: usize, cost: f64, from: usize, spend: &[f64], units: f64) {
        self.committed[line] += cost * units;
        self.gale.commit(0, &self.inputs.rows.coefficients[line], cost * units);
        self.waiting.commit(from, spend, units);
        if let Some(by_year) = &mut self.by_year {
            by_year.commit(line, &split_by_span(self.inputs, cost, from, spend), units);
        }
    }

    /// Commits all units that work already: they are promised, whether or not there is money for them. Then the
    /// certificates that are to be renewed whatever starts, as far as money suffices.
    pub fn commit_carried(&mut self) {
        let inputs = self.inputs;
        for (l, line) in inputs.lines.iter().enumerate() {
            for carried in &line.carried {
                let spend = planned_spend(line, carried.money_left, carried.work_left, inputs.months);
                self.commit(l, carried.money_left, carried.month, &spend, carried.units as f64);
            }
        }
        let recognised: Vec<Vec<f64>> = inputs.lines.iter().map(|l| l.recognised.clone()).collect();
        let mut renewals = Renewals::new(inputs);
        renewals::decide_renewals(inputs, &mut renewals, &recognised, inputs.months, self);
    }

    /// Extra free money of each source that would let one more unit start in month `from`, shape `[source]`; infinite
    /// where that source cannot help.
    pub fn relief(&self, line: usize, cost: f64, from: usize, spend: &[f64]) -> Vec<f64> {
        let count = self.free.len();
        let mut needed = if let Some(by_year) = &self.by_year {
            self.relief_by_year(by_year, line, &split_by_span(self.inputs, cost, from, spend))
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

    fn relief_by_year(&self, by_year: &YearRows, line: usize, parts: &[f64]) -> Vec<f64> {
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

    /// What keeps one more unit from starting in month `from`; `None` if neither the recipes nor the waiting of builders
    /// does.
    pub(super) fn explain_refusal(&self, line: usize, cost: f64, from: usize, spend: &[f64]) -> Option<Tight> {
        // Those of whom more would help.
        let helps = |relief: Vec<f64>| -> Vec<usize> {
            let finite = relief.iter().enumerate().filter(|(_, r)| r.is_finite() && **r > 0.0);
            finite.map(|(s, _)| s).collect()
        };
        if let Some(by_year) = &self.by_year {
            let sources = helps(self.relief_by_year(by_year, line, &split_by_span(self.inputs, cost, from, spend)));
            let waits = || self.waiting.short(from, spend, 1.0).next();
            return match sources.is_empty() {
                true => waits().map(|(t, _)| Tight::Cash { by: self.horizon[t] }),
                false => Some(Tight::Sources(sources)),
            };
        }
        let rows = &self.inputs.rows;
        let short = self.gale.short(0, &rows.coefficients[line], cost);
        let smallest = short.min_by(|a, b| {
            let size = |row: usize| rows.sets[row].count_ones();
            size(a.0).cmp(&size(b.0)).then(b.1.total_cmp(&a.1))
        });
        if let Some((row, _)) = smallest {
            let inside = |s: &usize| rows.named[row] >> s & 1 == 1;
            return Some(Tight::Sources((0..self.free.len()).filter(inside).collect()));
        }
        if let Some((t, _)) = self.waiting.short(from, spend, 1.0).next() {
            return Some(Tight::Cash { by: self.horizon[t] });
        }
        // Beyond the rows.
        let sources = (!self.by_rows()).then(|| helps(self.relief_by_flow(line, cost)));
        sources.filter(|s| !s.is_empty()).map(Tight::Sources)
    }

    fn relief_by_flow(&self, line: usize, cost: f64) -> Vec<f64> {
        let mut committed = self.committed.clone();
        committed[line] += cost;
        let total: f64 = committed.iter().sum();
        let pays = |s: usize, extra: f64| {
            let mut free = self.free.clone();
            free[s] += extra;
            let paid: f64 = find_financing(self.inputs, &free, &committed).iter().flatten().sum();
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

    /// The funding rows and the waiting rows as they stand.
    pub(super) fn ledgers(&self) -> (&Ledger, &Ledger) {
        (&self.gale, &self.waiting)
    }

    /// Free money over the plan by source, triệu đồng.
    pub fn free(&self) -> &[f64] {
        &self.free
    }

    /// The test by year, with what is committed, where money expires.
    pub(crate) fn by_year(&self) -> Option<&YearRows> {
        self.by_year.as_ref()
    }

    /// Limit of each of Gale's rows and what is committed in it, in the order of [`Rows`], triệu đồng.
    pub fn gale_rows(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.gale.limit.iter().copied().zip(self.gale.used.iter().copied())
    }

    /// Limit of each waiting row and what is committed in it, by month; none without a limit on waiting, triệu đồng.
    pub fn waiting_rows(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.waiting
            .limit
            .iter()
            .copied()
            .zip(self.waiting.used.iter().copied())
    }
}

impl Till for Funding<'_> {
    fn take(&mut self, line: usize, month: usize, cost: f64, most: usize) -> usize {
        let spend = vec![cost; self.inputs.months];
        let parts = self.count_fitting(line, cost, month, &spend, most);
        self.commit(line, cost, month, &spend, parts as f64);
        parts
    }
}

/// What a line needs of a set of sources when some capped ones outside it pay their cap.
struct RowChoice {
    /// Capped sources that are left out, as bits.
    without: u32,
    /// What they pay, triệu đồng.
    beside: f64,
    /// Need by unit of cost.
    need: f64,
}

/// The choices of a line for a set of sources; the first leaves nothing out.
fn choices(line: &LineInputs, sources: usize, set: u32) -> Vec<RowChoice> {
    let need = |set: u32| coefficient(line, sources, |s| set >> s & 1 == 1);
    let capped: Vec<usize> = (0..sources)
        .filter(|s| line.cap(*s).is_finite() && set >> s & 1 == 0)
        .collect();
    let pick = |number: u32| capped.iter().enumerate().filter(move |(bit, _)| number >> bit & 1 == 1);
    let mut choices = Vec::new();
    for number in 0..1_u32 << capped.len() {
        let without: u32 = pick(number).map(|(_, s)| 1 << s).sum();
        let own = need(set | without);
        // A source whose leaving out demands no more only adds to what is there.
        if pick(number).all(|(_, s)| need(set | (without & !(1 << s))) < own) {
            choices.push(RowChoice {
                without,
                beside: pick(number).map(|(_, s)| line.cap(*s)).sum(),
                need: own,
            });
        }
    }
    choices
}

/// What a unit of cost of `line` takes from the sources in a set at least: the part no other source may pay, and the
/// smallest shares of those inside.
pub(crate) fn coefficient(line: &LineInputs, sources: usize, inside: impl Fn(usize) -> bool) -> f64 {
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
