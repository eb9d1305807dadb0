//! Certificates that run out: how many are renewed in each month, and what that costs.
//!
//! A renewal is billed whole in its month, as a cost of its line: paid by the line's recipe, before units that start,
//! after units under way. It is decided before the starts it goes before, by the same funding test: renewals of what was
//! recognised before anything is decided (the stock of the plan, and closed months) are promised for the whole plan before
//! the first start; those of units recognised later are decided before the starts of the budget year in which they fall
//! due. Inside a decision they come month by month, by order of service. What money does not suffice for is not renewed:
//! these certificates lapse. Numbers are expected values, so parts of a certificate are renewed.
//!
//! Renewals that cost nothing are always made and are not decided here.

use super::{Inputs, LineInputs};
use std::fmt;

/// Parts of what is wanted in a month that money may allow: a power of two, so that all of it is exactly all.
const PARTS: usize = 1 << 30;

/// How long what is recognised counts.
#[derive(Clone, Copy, PartialEq)]
pub struct Certificates {
    /// Months a certificate is valid.
    pub validity: usize,
    /// Share of those that run out which is to be renewed, 0–1.
    pub renewed: f64,
    /// Cost of renewing one in this scenario, triệu đồng.
    pub cost: f64,
}

impl fmt::Debug for Certificates {
    /// A cost is printed only where there is one, so that inputs without keep their fingerprint.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.cost > 0.0 {
            (self.validity, self.renewed, self.cost).fmt(f)
        } else {
            (self.validity, self.renewed).fmt(f)
        }
    }
}

impl LineInputs {
    /// Its certificates, if renewing them costs money.
    pub(super) fn paid_certificates(&self) -> Option<&Certificates> {
        self.certificate.as_ref().filter(|c| c.renewed > 0.0 && c.cost > 0.0)
    }

    /// Cost of a renewal in month `t`, triệu đồng.
    fn renewal_cost(&self, t: usize) -> f64 {
        let factor = self.cost_factor.get(t).copied().unwrap_or(1.0);
        self.certificate.map_or(0.0, |c| c.cost * factor)
    }
}

impl Inputs {
    /// Whether renewing certificates costs money.
    pub(crate) fn has_paid_renewals(&self) -> bool {
        self.lines.iter().any(|l| l.paid_certificates().is_some())
    }

    /// Whether units that start may have certificates whose renewal costs money inside the calendar: what is left for
    /// later starts then depends on earlier ones.
    pub(crate) fn starts_bring_renewals(&self) -> bool {
        let decided = |l: &LineInputs| (self.closed..self.months).find(|t| l.rounds[*t]);
        let runs_out = |l: &LineInputs| {
            let validity = l.paid_certificates().map(|c| c.validity);
            validity.zip(decided(l)).is_some_and(|(v, t)| t + v < self.months)
        };
        self.lines.iter().any(runs_out)
    }
}

/// Renewals of one line; columns are empty where renewing costs nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Renewals {
    /// Certificates that were to be renewed, shape `[month]`.
    pub wanted: Vec<f64>,
    /// Of these, renewed, shape `[month]`.
    pub renewed: Vec<f64>,
    /// What that costs, shape `[month]`, triệu đồng.
    pub bills: Vec<f64>,
}

/// Where the money for renewals is asked for.
pub(super) trait Till {
    /// How many of at most `most` parts of renewals of a line in a month it pays, at `cost` (triệu đồng) a part due in
    /// that month; takes the money.
    fn take(&mut self, line: usize, month: usize, cost: f64, most: usize) -> usize;
}

impl Renewals {
    /// None decided yet, shape `[line]`; empty where nothing is to be paid.
    pub(super) fn new(inputs: &Inputs) -> Vec<Self> {
        if !inputs.has_paid_renewals() {
            return vec![];
        }
        let of = |line: &LineInputs| {
            let column = || match line.paid_certificates() {
                Some(_) => vec![0.0; inputs.months],
                None => vec![],
            };
            Self {
                wanted: column(),
                renewed: column(),
                bills: column(),
            }
        };
        inputs.lines.iter().map(of).collect()
    }

    /// Certificates that run out in month `t`: those there were when the plan began were issued evenly over the months
    /// one is valid.
    fn count_run_out(&self, line: &LineInputs, validity: usize, recognised: &[f64], t: usize) -> f64 {
        match t.checked_sub(validity) {
            None => line.stock / validity as f64,
            Some(issued) => recognised.get(issued).copied().unwrap_or(0.0) + self.renewed[issued],
        }
    }

    /// What counts in all at the end of each month, shape `[month]`, units; `None` where renewing costs nothing.
    pub(super) fn stock(&self, line: &LineInputs, recognised: &[f64]) -> Option<Vec<f64>> {
        let certificates = line.paid_certificates().filter(|_| !self.renewed.is_empty())?;
        let mut stock = line.stock;
        let months = recognised.iter().enumerate();
        let by_month = months.map(|(t, new)| {
            stock += new + self.renewed[t] - self.count_run_out(line, certificates.validity, recognised, t);
            stock.max(0.0)
        });
        Some(by_month.collect())
    }
}

/// Decides the renewals of months before `until` that were not decided yet, of what is recognised by month, shape
/// `[line][month]`.
pub(super) fn decide_renewals(
    inputs: &Inputs,
    renewals: &mut [Renewals],
    recognised: &[Vec<f64>],
    until: usize,
    till: &mut impl Till,
) {
    if renewals.is_empty() {
        return;
    }
    for t in 0..until.min(inputs.months) {
        for &l in &inputs.priority {
            let line = &inputs.lines[l];
            let Some(certificates) = line.paid_certificates() else {
                continue;
            };
            let own = &mut renewals[l];
            let all = certificates.renewed * own.count_run_out(line, certificates.validity, &recognised[l], t);
            let open = all - own.wanted[t];
            if open <= 1e-12 * (1.0 + all) {
                continue;
            }
            own.wanted[t] = all;
            let cost = line.renewal_cost(t);
            let parts = match cost > 0.0 {
                true => till.take(l, t, cost * open / PARTS as f64, PARTS),
                false => PARTS,
            };
            let made = open * (parts as f64 / PARTS as f64);
            own.renewed[t] += made;
            own.bills[t] += made * cost;
        }
    }
}
