//! Paying: bills oldest first, by priority, from what is earmarked, as cash comes in.

use super::flow::{financing, source_order};
use super::start::Starts;
use super::{Inputs, LineInputs, Outcome};

/// Unpaid part of the bills of lines of communes at the end of each month.
pub(super) struct Unpaid {
    months: usize,
    /// Shape `[line][bill month][month]`; empty for other lines.
    left: Vec<Vec<f64>>,
}

impl Unpaid {
    fn new(inputs: &Inputs) -> Self {
        let months = inputs.months;
        let of = |line: &LineInputs| {
            if line.communes.is_empty() {
                vec![]
            } else {
                vec![0.0; months * months]
            }
        };
        Self {
            months,
            left: inputs.lines.iter().map(of).collect(),
        }
    }

    fn add(&mut self, bill: &Bill, month: usize) {
        if let Some(left) = self.left[bill.line].get_mut(bill.due * self.months + month) {
            *left += bill.left;
        }
    }

    /// Unpaid at the end of `month` of the bill of a line of communes that fell due in `due`, triệu đồng.
    pub(super) fn at(&self, line: usize, due: usize, month: usize) -> f64 {
        self.left[line].get(due * self.months + month).copied().unwrap_or(0.0)
    }
}

/// What sources may pay to lines by now, shape `[line][source]`: all of it from the first month on, or, under pay as
/// you go, as it is set aside.
fn grant(granted: &mut [f64], t: usize, inputs: &Inputs, outcome: &Outcome, starts: &Starts) {
    let sources = inputs.sources.len();
    if let Some(cash) = starts.cash() {
        for (i, g) in granted.iter_mut().enumerate() {
            *g += cash.aside(i / sources, i % sources, t);
        }
    } else if t == 0 {
        // On the cost that falls inside the calendar, so that recipe shares hold on cost incurred even when slowed
        // work leaves units unfinished.
        let incurred: Vec<f64> = outcome.lines.iter().map(|l| l.needed.iter().sum()).collect();
        let shares = financing(inputs, starts.free(), &incurred);
        for (g, share) in granted.iter_mut().zip(shares.iter().flatten()) {
            *g = *share;
        }
    }
}

/// A bill or what is left of it.
struct Bill {
    line: usize,
    due: usize,
    left: f64,
}

/// Pays the bills in `outcome.lines[..].needed`, of which `first` (shape `[line][month]`, empty for a line without) are
/// of units under way and go before others of their month; fills paid, waiting, left and debt.
pub(super) fn pay(inputs: &Inputs, outcome: &mut Outcome, starts: &Starts, first: &[Vec<f64>]) -> Unpaid {
    let (months, sources) = (inputs.months, inputs.sources.len());
    let order = source_order(inputs);
    let mut granted = vec![0.0; inputs.lines.len() * sources];
    let mut paid_to = vec![0.0; granted.len()];
    let mut bills: Vec<Bill> = Vec::new();
    let mut unpaid = Unpaid::new(inputs);
    let mut cash = vec![0.0; sources];
    for t in 0..months {
        grant(&mut granted, t, inputs, outcome, starts);
        for (c, s) in cash.iter_mut().zip(&outcome.sources) {
            *c += s.released[t] - s.other_works[t];
        }
        let early = |line: usize| first[line].get(t).copied().unwrap_or(0.0);
        let bill = |line: usize, left: f64| Bill { line, due: t, left };
        let under_way = inputs.priority.iter().map(|&l| bill(l, early(l)));
        let started = inputs
            .priority
            .iter()
            .map(|&l| bill(l, outcome.lines[l].needed[t] - early(l)));
        bills.extend(under_way.chain(started).filter(|b| b.left > 0.0));
        for bill in &mut bills {
            for &s in &order {
                let i = bill.line * sources + s;
                let amount = bill.left.min(cash[s]).min(granted[i] - paid_to[i]);
                if amount > 0.0 {
                    bill.left -= amount;
                    cash[s] -= amount;
                    paid_to[i] += amount;
                    outcome.sources[s].paid[t] += amount;
                    outcome.lines[bill.line].paid[t] += amount;
                }
            }
        }
        // A residue of rounding is not a debt.
        bills.retain(|b| b.left > 1e-9 * outcome.lines[b.line].needed[b.due]);
        for bill in &bills {
            outcome.lines[bill.line].waiting[t] += bill.left;
            outcome.waiting[t] += bill.left;
            unpaid.add(bill, t);
        }
        for (c, s) in cash.iter().zip(&mut outcome.sources) {
            s.left[t] = *c;
        }
    }
    for (s, source) in outcome.sources.iter_mut().enumerate() {
        source.paid_to = paid_to.iter().skip(s).step_by(sources).copied().collect();
    }
    outcome.debt = outcome.waiting[months - 1];
    for (t, waiting) in outcome.waiting.iter().enumerate() {
        if *waiting > outcome.peak_waiting {
            outcome.peak_waiting = *waiting;
            outcome.peak_month = t;
        }
    }
    unpaid
}
