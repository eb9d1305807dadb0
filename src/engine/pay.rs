//! Paying: bills oldest first, by priority, from what is earmarked, as cash comes in.

use super::flow::{financing, financing_within, source_order};
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

/// What sources may pay to lines, and what they have paid.
struct Purse<'a> {
    inputs: &'a Inputs,
    /// What sources may pay by now, shape `[line][source]`: all of it from the first month on, or, under pay as you go,
    /// as it is set aside.
    granted: Vec<f64>,
    /// What they have paid, shape `[line][source]`.
    paid_to: Vec<f64>,
    /// Cash that is there, shape `[source]`.
    cash: Vec<f64>,
    /// Paid in closed months and not yet set against a bill, shape `[source]`.
    ahead: Vec<f64>,
    /// Bills inside the calendar, shape `[line]`: recipe shares hold on cost incurred even when slowed work leaves units
    /// unfinished.
    incurred: Vec<f64>,
    /// Whether grants were made anew after closed months.
    renewed: bool,
}

impl<'a> Purse<'a> {
    fn new(inputs: &'a Inputs, outcome: &Outcome) -> Self {
        let (lines, sources) = (inputs.lines.len(), inputs.sources.len());
        Self {
            inputs,
            granted: vec![0.0; lines * sources],
            paid_to: vec![0.0; lines * sources],
            cash: vec![0.0; sources],
            ahead: vec![0.0; sources],
            incurred: outcome.lines.iter().map(|l| l.needed.iter().sum()).collect(),
            renewed: false,
        }
    }

    fn grant(&mut self, t: usize, starts: &Starts) {
        let sources = self.cash.len();
        if t > 0 && t == self.inputs.closed {
            self.renew(starts);
        }
        if let Some(cash) = starts.cash() {
            if !self.renewed {
                for (i, g) in self.granted.iter_mut().enumerate() {
                    *g += cash.aside(i / sources, i % sources, t);
                }
            }
        } else if t == 0 {
            let shares = financing(self.inputs, starts.free(), &self.incurred);
            for (g, share) in self.granted.iter_mut().zip(shares.iter().flatten()) {
                *g = *share;
            }
        }
    }

    /// After closed months in which sources paid otherwise than they were granted: who pays what is left.
    fn renew(&mut self, starts: &Starts) {
        let sources = self.cash.len();
        let tiny = |of: f64| 1e-9 * (1.0 + of.abs());
        let beyond = |(paid, granted): (&f64, &f64)| *paid > granted + tiny(*granted);
        let ahead = self.ahead.iter().zip(&self.inputs.sources);
        let mut ahead = ahead.map(|(ahead, s)| *ahead > tiny(s.paid.iter().sum()));
        if !ahead.any(|a| a) && !self.paid_to.iter().zip(&self.granted).any(beyond) {
            return;
        }
        self.renewed = true;
        let paid = |l: usize| &self.paid_to[l * sources..][..sources];
        let left = |shares: &[f64], l: usize| -> Vec<f64> {
            let parts = shares.iter().zip(paid(l));
            parts
                .map(|(share, paid)| (share * self.incurred[l] - paid).max(0.0))
                .collect()
        };
        let lines = || self.inputs.lines.iter().enumerate();
        let least: Vec<Vec<f64>> = lines().map(|(l, line)| left(&line.min_share, l)).collect();
        let most: Vec<Vec<f64>> = lines().map(|(l, line)| left(&line.max_share, l)).collect();
        let open = self.incurred.iter().enumerate();
        let cost: Vec<f64> = open.map(|(l, c)| (c - paid(l).iter().sum::<f64>()).max(0.0)).collect();
        let sources = self.inputs.sources.iter().zip(starts.free()).zip(&self.ahead);
        let free: Vec<f64> = sources
            .map(|((s, free), ahead)| (free - s.paid.iter().sum::<f64>()).max(0.0) + ahead)
            .collect();
        let shares = financing_within(self.inputs, &free, &cost, &least, &most);
        self.granted = self
            .paid_to
            .iter()
            .zip(shares.iter().flatten())
            .map(|(p, g)| p + g)
            .collect();
    }

    /// Pays a bill from source `s` as far as it may; `beyond`: up to the recipe instead of the grant. Returns what
    /// it gets, and what of that is paid now instead of having been paid ahead.
    fn pay(&mut self, bill: &mut Bill, s: usize, closed: bool, beyond: bool) -> (f64, f64) {
        let i = bill.line * self.cash.len() + s;
        let most = match beyond {
            true => self.inputs.lines[bill.line].max_share[s] * self.incurred[bill.line],
            false => self.granted[i],
        };
        let ahead = bill.left.min(self.ahead[s]).min(most - self.paid_to[i]).max(0.0);
        bill.left -= ahead;
        self.ahead[s] -= ahead;
        self.paid_to[i] += ahead;
        let now = match closed {
            true => 0.0,
            false => bill.left.min(self.cash[s]).min(most - self.paid_to[i]).max(0.0),
        };
        bill.left -= now;
        self.cash[s] -= now;
        self.paid_to[i] += now;
        (ahead + now, now)
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
    let mut purse = Purse::new(inputs, outcome);
    let mut bills: Vec<Bill> = Vec::new();
    let mut unpaid = Unpaid::new(inputs);
    for t in 0..months {
        let closed = t < inputs.closed;
        purse.grant(t, starts);
        for (s, source) in outcome.sources.iter_mut().enumerate() {
            purse.cash[s] += source.released[t] - source.other_works[t];
            if let Some(paid) = inputs.sources[s].paid.get(t) {
                source.paid[t] = *paid;
                purse.cash[s] -= paid;
                purse.ahead[s] += paid;
            }
        }
        let early = |line: usize| first[line].get(t).copied().unwrap_or(0.0);
        let bill = |line: usize, left: f64| Bill { line, due: t, left };
        let under_way = inputs.priority.iter().map(|&l| bill(l, early(l)));
        let started = inputs
            .priority
            .iter()
            .map(|&l| bill(l, outcome.lines[l].needed[t] - early(l)));
        bills.extend(under_way.chain(started).filter(|b| b.left > 0.0));
        for beyond in [false, true] {
            // Beyond what was granted only what is known to be paid.
            for bill in bills.iter_mut().filter(|_| closed || !beyond) {
                for &s in &order {
                    let (all, now) = purse.pay(bill, s, closed, beyond);
                    outcome.sources[s].paid[t] += now;
                    outcome.lines[bill.line].paid[t] += all;
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
        for (c, s) in purse.cash.iter().zip(&mut outcome.sources) {
            s.left[t] = *c;
        }
    }
    for (s, source) in outcome.sources.iter_mut().enumerate() {
        source.paid_to = purse.paid_to.iter().skip(s).step_by(sources).copied().collect();
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
