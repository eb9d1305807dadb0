//! Paying: bills oldest first, by priority, from what is earmarked, as cash comes in.

use super::buckets::Buckets;
use super::flow::{find_financing_within, source_order};
use super::payments::Payments;
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

/// What buckets may pay to lines, and what they have paid. Bills of a line are told apart by span.
struct Accounts<'a> {
    inputs: &'a Inputs,
    buckets: Buckets,
    /// What buckets may pay by now, shape `[line and span][bucket]`: all of it from the first month on, or, under pay as
    /// you go, as it is set aside.
    granted: Vec<f64>,
    /// What they have paid, shape `[line and span][bucket]`.
    paid_to: Vec<f64>,
    /// Cash that is there, shape `[bucket]`.
    cash: Vec<f64>,
    /// Paid in closed months and not yet set against a bill, shape `[source]`.
    ahead: Vec<f64>,
    /// Bills inside the calendar, shape `[line and span]`: recipe shares hold on cost incurred even when slowed work
    /// leaves units unfinished.
    incurred: Vec<f64>,
    /// Whether grants were made anew after closed months.
    renewed: bool,
}

impl<'a> Accounts<'a> {
    fn new(inputs: &'a Inputs, outcome: &Outcome) -> Self {
        let buckets = Buckets::new(inputs);
        let (spans, all) = (inputs.spans(), buckets.list.len());
        let mut incurred = vec![0.0; inputs.lines.len() * spans];
        for (l, line) in outcome.lines.iter().enumerate() {
            for (t, needed) in line.needed.iter().enumerate() {
                incurred[l * spans + inputs.span(t)] += needed;
            }
        }
        Self {
            inputs,
            granted: vec![0.0; incurred.len() * all],
            paid_to: vec![0.0; incurred.len() * all],
            cash: vec![0.0; all],
            ahead: vec![0.0; inputs.sources.len()],
            incurred,
            renewed: false,
            buckets,
        }
    }

    /// Takes in what is released in month `t`, and takes out what was paid in it if it is closed.
    fn receive(&mut self, t: usize, outcome: &mut Outcome) {
        for (b, cash) in self.cash.iter_mut().enumerate() {
            let source = &self.inputs.sources[self.buckets.list[b].source];
            let released = self.buckets.release(self.inputs, b, t, false);
            *cash += released - released * source.other_works;
        }
        for (s, source) in outcome.sources.iter_mut().enumerate() {
            let Some(paid) = self.inputs.sources[s].paid.get(t) else {
                continue;
            };
            source.paid[t] = *paid;
            self.ahead[s] += paid;
            self.cash[self.buckets.of(s, self.inputs.span(t))] -= paid;
        }
    }

    /// What is left of money that is gone after month `t`, and what is left after it.
    fn close(&mut self, t: usize, outcome: &mut Outcome) {
        let over = self.inputs.expiry.iter().position(|last| *last == t);
        for (b, cash) in self.cash.iter_mut().enumerate() {
            let bucket = self.buckets.list[b];
            let source = &mut outcome.sources[bucket.source];
            if over.is_some() && bucket.span == over {
                source.expired[t] += *cash;
                *cash = 0.0;
            }
            source.left[t] += *cash;
        }
    }

    fn grant(&mut self, t: usize, starts: &Starts) {
        let (all, spans) = (self.buckets.list.len(), self.inputs.spans());
        if t > 0 && t == self.inputs.closed {
            self.renew(starts);
        }
        if let Some(cash) = starts.cash() {
            let span = self.inputs.span(t);
            for l in (0..self.inputs.lines.len()).filter(|_| !self.renewed) {
                for b in 0..all {
                    self.granted[(l * spans + span) * all + b] += cash.aside(l, b, t);
                }
            }
        } else if t == 0 {
            let free = self.free(starts);
            let (least, most) = self.shares();
            let order = self.buckets.order(self.inputs);
            let shares = find_financing_within(&order, &free, &self.incurred, &least, &most);
            for (g, share) in self.granted.iter_mut().zip(shares.iter().flatten()) {
                *g = *share;
            }
        }
    }

    /// Planned free money by bucket.
    fn free(&self, starts: &Starts) -> Vec<f64> {
        match self.inputs.expiry.is_empty() {
            true => starts.free().to_vec(),
            false => self.buckets.free(self.inputs),
        }
    }

    /// Smallest and largest shares as amounts, shape `[line and span][bucket]`.
    fn shares(&self) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let of = |shares: fn(&LineInputs, usize, f64) -> f64| self.buckets.shares(self.inputs, &self.incurred, shares);
        (of(|l, s, cost| l.min_share[s] * cost), of(LineInputs::most))
    }

    /// After closed months in which sources paid otherwise than they were granted: who pays what is left.
    fn renew(&mut self, starts: &Starts) {
        let all = self.buckets.list.len();
        let tiny = |of: f64| 1e-9 * (1.0 + of.abs());
        let beyond = |(paid, granted): (&f64, &f64)| *paid > granted + tiny(*granted);
        let ahead = self.ahead.iter().zip(&self.inputs.sources);
        let mut ahead = ahead.map(|(ahead, s)| *ahead > tiny(s.paid.iter().sum()));
        if !ahead.any(|a| a) && !self.paid_to.iter().zip(&self.granted).any(beyond) {
            return;
        }
        self.renewed = true;
        let (mut least, mut most) = self.shares();
        let mut cost = self.incurred.clone();
        for (i, paid) in self.paid_to.chunks(all.max(1)).enumerate() {
            for (b, paid) in paid.iter().enumerate() {
                least[i][b] = (least[i][b] - paid).max(0.0);
                most[i][b] = (most[i][b] - paid).max(0.0);
                cost[i] = (cost[i] - paid).max(0.0);
            }
        }
        let mut free = self.free(starts);
        let now = self.inputs.span(self.inputs.closed);
        for (b, bucket) in self.buckets.list.iter().enumerate() {
            let source = &self.inputs.sources[bucket.source];
            let within = |t: &usize| bucket.span.is_none_or(|span| span == self.inputs.span(*t));
            let months = (0..source.paid.len()).filter(within);
            free[b] = (free[b] - months.map(|t| source.paid[t]).sum::<f64>()).max(0.0);
            match bucket.span {
                Some(span) if span < now => free[b] = 0.0,
                Some(span) if span > now => {}
                _ => free[b] += self.ahead[bucket.source],
            }
        }
        let shares = find_financing_within(&self.buckets.order(self.inputs), &free, &cost, &least, &most);
        let paid = self.paid_to.iter().zip(shares.iter().flatten());
        self.granted = paid.map(|(paid, more)| paid + more).collect();
    }

    /// Pays a bill from source `s` as far as it may; `beyond`: up to the recipe instead of the grant. Returns what
    /// it gets, and what of that is paid now instead of having been paid ahead.
    fn pay_bill(&mut self, bill: &mut Bill, s: usize, closed: bool, beyond: bool) -> (f64, f64) {
        let span = self.inputs.span(bill.due);
        let (b, row) = (self.buckets.of(s, span), bill.line * self.inputs.spans() + span);
        let i = row * self.cash.len() + b;
        let most = match beyond {
            true => self.inputs.lines[bill.line].max_share[s] * self.incurred[row],
            false => self.granted[i],
        };
        let most = match self.inputs.lines[bill.line].cap(s) {
            cap if cap.is_finite() => most.min(cap - self.paid_to(bill.line, s) + self.paid_to[i]),
            _ => most,
        };
        let ahead = bill.left.min(self.ahead[s]).min(most - self.paid_to[i]).max(0.0);
        bill.left -= ahead;
        self.ahead[s] -= ahead;
        self.paid_to[i] += ahead;
        let now = match closed {
            true => 0.0,
            false => bill.left.min(self.cash[b]).min(most - self.paid_to[i]).max(0.0),
        };
        bill.left -= now;
        self.cash[b] -= now;
        self.paid_to[i] += now;
        (ahead + now, now)
    }

    /// Paid by a source to a line over the plan.
    fn paid_to(&self, line: usize, source: usize) -> f64 {
        let spans = self.inputs.spans();
        let paid = |span: usize| self.paid_to[(line * spans + span) * self.cash.len() + self.buckets.of(source, span)];
        (0..spans).map(paid).sum()
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
/// `record`, if given, takes every payment.
pub(super) fn pay_bills(
    inputs: &Inputs,
    outcome: &mut Outcome,
    starts: &Starts,
    first: &[Vec<f64>],
    mut record: Option<&mut Payments>,
) -> Unpaid {
    let months = inputs.months;
    let order = source_order(inputs);
    let mut accounts = Accounts::new(inputs, outcome);
    let mut bills: Vec<Bill> = Vec::new();
    let mut unpaid = Unpaid::new(inputs);
    for t in 0..months {
        let closed = t < inputs.closed;
        accounts.grant(t, starts);
        accounts.receive(t, outcome);
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
                    let (all, now) = accounts.pay_bill(bill, s, closed, beyond);
                    outcome.sources[s].paid[t] += now;
                    outcome.lines[bill.line].paid[t] += all;
                    if let Some(record) = &mut record {
                        record.add(bill.line, s, t, all);
                    }
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
        accounts.close(t, outcome);
    }
    for (s, source) in outcome.sources.iter_mut().enumerate() {
        source.paid_to = (0..inputs.lines.len()).map(|l| accounts.paid_to(l, s)).collect();
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
