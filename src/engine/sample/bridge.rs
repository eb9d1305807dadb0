//! One sample where builders wait for their money: starts are decided for whole lines at once where nothing is refused,
//! and what the sources pay follows from sums, without a month-by-month run.
//!
//! Who pays what is settled on planned money times the drawn realisations. By the last month every source has paid either
//! its part or all it has (an event may have taken money away), whatever the order of payment was.

use super::super::Inputs;
use super::super::funding::{Funding, FundingRows};
use super::super::ledger::Ledger;
use super::super::line_starts::{LineStarts, Purse, Turn, UnitKind};
use super::super::start::budget_years;
use super::flow::Flow;
use super::run::SampleRun;
use super::table::{Block, LineTable, Table};
use std::sync::Arc;

/// Scratch of a run; nothing is allocated while sampling.
#[derive(Clone, Debug)]
pub struct Bridge {
    rows: Arc<FundingRows>,
    /// Free money as planned, shape `[source]`, triệu đồng.
    free: Vec<f64>,
    /// The same at drawn realisations.
    expected: Vec<f64>,
    /// The ledgers with nothing committed.
    empty: (Ledger, Ledger),
    gale: Ledger,
    waiting: Ledger,
    /// Sums over all that is wanted, by funding row and by month.
    total: (Vec<f64>, Vec<f64>),
    starts: Vec<LineStarts>,
    taken: Vec<usize>,
    flow: Flow,
    incurred: Vec<f64>,
}

/// The ledgers as a purse for one line.
struct Scaled<'a> {
    rows: &'a [f64],
    table: &'a LineTable,
    /// Drawn factor on the costs of the line.
    factor: f64,
    gale: &'a mut Ledger,
    waiting: &'a mut Ledger,
}

impl Purse for Scaled<'_> {
    fn fit(&mut self, kind: &UnitKind, month: usize, want: usize) -> usize {
        let table = &self.table.kinds[kind.candidate.unwrap_or(0)];
        let most = self.gale.room(0, self.rows, kind.cost * self.factor, want as f64);
        let factor = self.factor * table.raised[month];
        self.waiting.room(month, &table.spend, factor, most).max(0.0) as usize
    }

    fn commit(&mut self, kind: &UnitKind, month: usize, units: usize) {
        let table = &self.table.kinds[kind.candidate.unwrap_or(0)];
        let units = units as f64;
        self.gale.commit(0, self.rows, kind.cost * self.factor * units);
        let factor = self.factor * table.raised[month];
        self.waiting.commit(month, &table.spend, factor * units);
    }

    fn note_refusal(&mut self, _: &UnitKind, _: usize) {}
}

impl Bridge {
    /// Scratch for inputs whose planned money, recipes and lines are these.
    pub fn new(inputs: &Inputs) -> Self {
        let funding = Funding::new(inputs);
        let (gale, waiting) = funding.ledgers();
        Self {
            rows: Arc::clone(&inputs.rows),
            free: funding.free().to_vec(),
            expected: funding.free().to_vec(),
            empty: (gale.clone(), waiting.clone()),
            gale: gale.clone(),
            waiting: waiting.clone(),
            total: (vec![0.0; gale.len()], vec![0.0; waiting.len()]),
            starts: inputs.lines.iter().map(LineStarts::new).collect(),
            taken: vec![],
            flow: Flow::new(inputs),
            incurred: vec![0.0; inputs.lines.len()],
        }
    }

    /// Decides starts at drawn costs and pays them from `realised` money (by source, triệu đồng); `shares` are the drawn
    /// realisations.
    pub fn run(&mut self, table: &Table, costs: &[f64], shares: &[f64], realised: &[f64], run: &mut SampleRun) {
        run.as_wanted.fill(true);
        if !self.all_fits(table, costs) {
            self.decide(table, costs, run);
        }
        for (l, incurred) in self.incurred.iter_mut().enumerate() {
            *incurred = run.settled(table, l).incurred * costs[l];
        }
        for ((expected, free), share) in self.expected.iter_mut().zip(&self.free).zip(shares) {
            *expected = free * share;
        }
        let parts = self.flow.paid(&self.incurred, &self.expected);
        for ((paid, part), realised) in run.paid.iter_mut().zip(parts).zip(realised) {
            *paid = part.min(*realised);
        }
        let owed: f64 = self.incurred.iter().sum();
        run.set_debt(owed - run.paid.iter().sum::<f64>(), owed);
        run.missing = self.missing(table, costs, realised, run);
    }

    /// Whether all that is wanted can start.
    fn all_fits(&mut self, table: &Table, costs: &[f64]) -> bool {
        let (gale, waiting) = &mut self.total;
        gale.fill(0.0);
        waiting.fill(0.0);
        for (l, line) in table.lines.iter().enumerate() {
            for block in line.years.iter().chain([&line.carried]).filter(|b| b.cost > 0.0) {
                let cost = block.cost * costs[l];
                for (sum, row) in gale.iter_mut().zip(self.rows.of(l)) {
                    *sum += row * cost;
                }
                for (sum, spend) in waiting.iter_mut().zip(&block.spend) {
                    *sum += spend * costs[l];
                }
            }
        }
        self.empty.0.fits(gale, 1.0) && self.empty.1.fits(waiting, 1.0)
    }

    /// Decides budget year by budget year, line by line in order of service, a whole line of a year at once where it fits.
    fn decide(&mut self, table: &Table, costs: &[f64], run: &mut SampleRun) {
        let inputs = &table.inputs;
        self.gale.copy_from(&self.empty.0);
        self.waiting.copy_from(&self.empty.1);
        for &l in &inputs.priority {
            self.take(l, &table.lines[l].carried, costs[l]);
        }
        for (y, year) in budget_years(inputs).enumerate() {
            for &l in &inputs.priority {
                let (line, input) = (&table.lines[l], &inputs.lines[l]);
                let block = &line.years[y];
                if run.as_wanted[l] {
                    if block.cost == 0.0 || self.fits(l, block, costs[l]) {
                        self.take(l, block, costs[l]);
                        continue;
                    }
                    run.as_wanted[l] = false;
                    self.starts[l].reset(input);
                    // Earlier years went as wanted.
                    for cohort in line.wanted.iter().filter(|c| !c.under_way && c.month < year.start) {
                        let kind = UnitKind {
                            candidate: cohort.candidate,
                            available: cohort.units as usize,
                            cost: cohort.cost,
                            duration: cohort.duration,
                        };
                        self.starts[l].take(input, &kind, cohort.month, cohort.units as usize);
                    }
                }
                let mut purse = Scaled {
                    rows: self.rows.of(l),
                    table: line,
                    factor: costs[l],
                    gale: &mut self.gale,
                    waiting: &mut self.waiting,
                };
                for turn in Turn::all_of(input) {
                    self.starts[l].decide(input, year.clone(), turn, false, &mut purse);
                }
            }
        }
        for (l, line) in table.lines.iter().enumerate() {
            if !run.as_wanted[l] {
                line.settle(self.starts[l].cohorts(), &mut self.taken, &mut run.settled[l]);
            }
        }
    }

    fn fits(&self, l: usize, block: &Block, factor: f64) -> bool {
        self.gale.fits(self.rows.of(l), block.cost * factor) && self.waiting.fits(&block.spend, factor)
    }

    fn take(&mut self, l: usize, block: &Block, factor: f64) {
        if block.cost > 0.0 {
            self.gale.commit(0, self.rows.of(l), block.cost * factor);
            self.waiting.commit(0, &block.spend, factor);
        }
    }

    /// Money that would pay what was started and the units money refused that the goals need, less what realised money
    /// can pay of it.
    fn missing(&mut self, table: &Table, costs: &[f64], realised: &[f64], run: &SampleRun) -> f64 {
        if run.debt == 0.0 && run.as_wanted.iter().all(|w| *w) {
            return 0.0;
        }
        for (l, incurred) in self.incurred.iter_mut().enumerate() {
            *incurred += run.refused_cost(table, l) * costs[l];
        }
        let needed: f64 = self.incurred.iter().sum();
        let missing = needed - self.flow.total(&self.incurred, realised);
        if missing > 1e-9 * needed { missing } else { 0.0 }
    }
}
