//! Paying: bills oldest first, by priority, from what is earmarked, as cash comes in.

use super::flow::{financing, source_order};
use super::start::Purse;
use super::{Inputs, Outcome};

/// Unpaid part of a bill, by line and month of the bill, at the end of each month: shape `[line][bill month][month]`.
pub(super) struct Unpaid {
    months: usize,
    left: Vec<f64>,
}

impl Unpaid {
    /// Unpaid at the end of `month` of the bill of `line` that fell due in `due`, triệu đồng.
    pub(super) fn at(&self, line: usize, due: usize, month: usize) -> f64 {
        self.left[(line * self.months + due) * self.months + month]
    }
}

/// What may be paid by the end of each month, cumulative.
enum Earmark {
    /// Over the whole plan, shape `[line][source]`.
    Whole(Vec<Vec<f64>>),
    /// Cumulative by month, shape `[line][source][month]`: pay as you go.
    ByMonth(Vec<Vec<Vec<f64>>>),
}

impl Earmark {
    fn new(inputs: &Inputs, outcome: &Outcome, purse: &Purse) -> Self {
        match &purse.cash {
            Some(cash) => {
                let cumulate = |months: &Vec<f64>| {
                    let mut sum = 0.0;
                    let add = |m: &f64| {
                        sum += m;
                        sum
                    };
                    months.iter().map(add).collect()
                };
                Self::ByMonth(
                    cash.aside
                        .iter()
                        .map(|line| line.iter().map(cumulate).collect())
                        .collect(),
                )
            }
            None => {
                // On the cost that falls inside the calendar, so that recipe shares hold on cost incurred even when
                // slowed work leaves units unfinished.
                let incurred: Vec<f64> = outcome.lines.iter().map(|l| l.needed.iter().sum()).collect();
                Self::Whole(financing(inputs, purse.funding.free(), &incurred))
            }
        }
    }

    fn by(&self, line: usize, source: usize, month: usize) -> f64 {
        match self {
            Self::Whole(shares) => shares[line][source],
            Self::ByMonth(shares) => shares[line][source][month],
        }
    }
}

/// A bill or what is left of it.
struct Bill {
    line: usize,
    due: usize,
    left: f64,
}

/// Pays the bills in `outcome.lines[..].needed`, of which `first` (shape `[line][month]`) are of units under way and
/// go before others of their month; fills paid, waiting, left and debt.
pub(super) fn pay(inputs: &Inputs, outcome: &mut Outcome, purse: &Purse, first: &[Vec<f64>]) -> Unpaid {
    let (months, lines) = (inputs.months, inputs.lines.len());
    let earmark = Earmark::new(inputs, outcome, purse);
    let order = source_order(inputs);
    let mut paid_to = vec![vec![0.0; inputs.sources.len()]; lines];
    let mut bills: Vec<Bill> = Vec::new();
    let mut unpaid = Unpaid {
        months,
        left: vec![0.0; lines * months * months],
    };
    let mut cash = vec![0.0; inputs.sources.len()];
    for t in 0..months {
        for (c, s) in cash.iter_mut().zip(&outcome.sources) {
            *c += s.released[t] - s.other_works[t];
        }
        let under_way = inputs.priority.iter().map(|&line| Bill {
            line,
            due: t,
            left: first[line][t],
        });
        let started = inputs.priority.iter().map(|&line| Bill {
            line,
            due: t,
            left: outcome.lines[line].needed[t] - first[line][t],
        });
        bills.extend(under_way.chain(started).filter(|b| b.left > 0.0));
        for bill in &mut bills {
            for &s in &order {
                let amount = bill
                    .left
                    .min(cash[s])
                    .min(earmark.by(bill.line, s, t) - paid_to[bill.line][s]);
                if amount > 0.0 {
                    bill.left -= amount;
                    cash[s] -= amount;
                    paid_to[bill.line][s] += amount;
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
            unpaid.left[(bill.line * months + bill.due) * months + t] += bill.left;
        }
        for (c, s) in cash.iter().zip(&mut outcome.sources) {
            s.left[t] = *c;
        }
    }
    for (s, source) in outcome.sources.iter_mut().enumerate() {
        source.paid_to = paid_to.iter().map(|line| line[s]).collect();
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
