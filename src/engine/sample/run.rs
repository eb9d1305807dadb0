//! What one sample comes to.

use super::draw::Passes;
use super::table::{Settled, Table};

/// Units of a line recognised by month, shape `[month]`: in closed months, and drawn, of what was started.
pub fn by_month(table: &Table, passes: &Passes, line: usize, settled: &Settled) -> Vec<f64> {
    let input = &table.inputs.lines[line];
    let mut months = input.recognised.clone();
    months.resize(table.inputs.months, 0.0);
    for batch in &settled.batches {
        months[batch.round] += passes.of(line, input.pass_at(batch.round), batch.slot, batch.units) as f64;
    }
    months
}

/// Starts and payments of one sample.
#[derive(Clone, Debug, Default)]
pub struct SampleRun {
    /// Whether all that is wanted of a line started and work went at the speed of the table, shape `[line]`.
    pub as_wanted: Vec<bool>,
    /// Starts of the other lines, shape `[line]`.
    pub settled: Vec<Settled>,
    /// Paid over the plan, shape `[source]`, triệu đồng.
    pub paid: Vec<f64>,
    /// Unpaid after the last month, triệu đồng.
    pub debt: f64,
    /// Money missing, triệu đồng.
    pub missing: f64,
}

impl SampleRun {
    /// An empty run.
    pub fn new(lines: usize, sources: usize) -> Self {
        Self {
            as_wanted: vec![true; lines],
            settled: vec![Settled::default(); lines],
            paid: vec![0.0; sources],
            ..Self::default()
        }
    }

    /// What the starts of a line come to.
    pub fn settled<'a>(&'a self, table: &'a Table, line: usize) -> &'a Settled {
        if self.as_wanted[line] {
            &table.lines[line].all
        } else {
            &self.settled[line]
        }
    }

    /// Units of a line recognised by month, shape `[month]`: in closed months, and drawn.
    pub fn by_month(&self, table: &Table, passes: &Passes, line: usize) -> Vec<f64> {
        by_month(table, passes, line, self.settled(table, line))
    }

    /// Sets the debt; of bills of `owed`, a residue of rounding is none.
    pub fn set_debt(&mut self, debt: f64, owed: f64) {
        self.debt = if debt > 1e-9 * owed { debt } else { 0.0 };
    }

    /// Cost of the units that the goal of a line needs and that money refused, triệu đồng at the plan's unit cost.
    pub fn refused_cost(&self, table: &Table, line: usize) -> f64 {
        let (settled, lines) = (self.settled(table, line), &table.lines[line]);
        if settled.started >= lines.all.started {
            return 0.0;
        }
        table.inputs.lines[line].cost * (lines.needed - settled.submitted as f64).max(0.0)
    }
}
