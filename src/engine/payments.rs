//! Who pays what when: the payments of a run by line, source and month. A run keeps only their sums; whoever shows them
//! runs it again.

use super::Inputs;
use super::simulate::simulate_and_record;

/// Payments of a run, triệu đồng. What was paid ahead in closed months counts in the month in which a bill is set against it.
#[derive(Clone, Debug, PartialEq)]
pub struct Payments {
    months: usize,
    sources: usize,
    /// Shape `[line][source][month]`.
    paid: Vec<f64>,
}

impl Payments {
    /// The payments of a run of these inputs.
    pub fn of(inputs: &Inputs) -> Self {
        let (months, sources) = (inputs.months, inputs.sources.len());
        let mut payments = Self {
            months,
            sources,
            paid: vec![0.0; inputs.lines.len() * sources * months],
        };
        simulate_and_record(inputs, None, Some(&mut payments));
        payments
    }

    pub(super) fn add(&mut self, line: usize, source: usize, month: usize, amount: f64) {
        let at = (line * self.sources + source) * self.months + month;
        if let Some(paid) = self.paid.get_mut(at) {
            *paid += amount;
        }
    }

    /// What a source pays to a line by month, shape `[month]`, triệu đồng.
    pub fn by_month(&self, line: usize, source: usize) -> &[f64] {
        let from = (line * self.sources + source) * self.months;
        self.paid.get(from..from + self.months).unwrap_or(&[])
    }

    /// What a source pays to a line over the plan, triệu đồng.
    pub fn total(&self, line: usize, source: usize) -> f64 {
        self.by_month(line, source).iter().sum()
    }
}
