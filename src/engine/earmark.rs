//! Pay as you go: each month's bills of a unit are set against cash that is there in that month.
//!
//! What is set aside for units started before stays as it is. For the units that want to start now the test is exact:
//! by the end of a month each source has brought at most its usable cash and its share, both of which only grow, so
//! paying month by month never spoils a later month whichever source is taken. Smallest shares go first, because they
//! must be used up anyway; then sources from the least to the most widely usable.

use super::Inputs;
use super::buckets::Buckets;
use super::flow::source_order;

/// Shortfall relative to the bills that counts as none.
const EPS: f64 = 1e-9;

/// Cash by source and month, and what is set aside of it.
#[derive(Clone, Debug)]
pub(super) struct CashPlan {
    months: usize,
    buckets: Buckets,
    /// Cumulative free money less what is set aside by then, shape `[bucket][month]`.
    open: Vec<f64>,
    /// What may still be set aside by the end of each month without touching what is set aside for later, shape
    /// `[bucket][month]`.
    usable: Vec<f64>,
    /// Set aside in the month, shape `[line][bucket][month]`.
    aside: Vec<f64>,
    /// Set aside over the plan, shape `[line][source]`.
    aside_by_source: Vec<f64>,
    /// Bills that cash was sought for, shape `[line]`.
    billed: Vec<f64>,
    order: Vec<usize>,
}

/// Bills of units that start together.
#[derive(Clone, Copy)]
pub(super) struct Bills<'a> {
    /// Line.
    pub line: usize,
    /// Month of the start.
    pub from: usize,
    /// Cumulative planned spend of one, shape `[month since the start]`, triệu đồng.
    pub spend: &'a [f64],
}

impl CashPlan {
    pub(super) fn new(inputs: &Inputs) -> Self {
        let (months, sources, lines) = (inputs.months, inputs.sources.len(), inputs.lines.len());
        let buckets = Buckets::new(inputs);
        let all = buckets.list.len();
        let mut open = Vec::with_capacity(all * months);
        for (b, bucket) in buckets.list.iter().enumerate() {
            let other_works = inputs.sources[bucket.source].other_works;
            let mut sum = 0.0;
            open.extend((0..months).map(|t| {
                sum += buckets.release(inputs, b, t, true) * (1.0 - other_works);
                sum
            }));
        }
        Self {
            months,
            usable: open.clone(),
            open,
            buckets,
            aside: vec![0.0; lines * all * months],
            aside_by_source: vec![0.0; lines * sources],
            billed: vec![0.0; lines],
            order: source_order(inputs),
        }
    }

    /// Set aside for a line from a bucket in a month, triệu đồng.
    pub(super) fn aside(&self, line: usize, bucket: usize, month: usize) -> f64 {
        self.aside[(line * self.buckets.list.len() + bucket) * self.months + month]
    }

    /// How many of at most `most` units can be paid month by month within the recipe.
    pub(super) fn fit(&self, inputs: &Inputs, bills: Bills, most: usize) -> usize {
        let covers = |units: usize| self.cover(inputs, bills, units as f64, |_, _, _| ());
        if most == 0 || covers(most) {
            return most;
        }
        // Fewer units need less of everything, so what fits is found by halving.
        let (mut low, mut high) = (0, most - 1);
        while low < high {
            let middle = (low + high).div_ceil(2);
            if covers(middle) {
                low = middle
            } else {
                high = middle - 1
            }
        }
        low
    }

    /// Sets cash aside for the bills of `units`, as far as there is any.
    pub(super) fn set_aside(&mut self, inputs: &Inputs, bills: Bills, units: f64) {
        let (months, sources, l) = (self.months, self.order.len(), bills.line);
        let all = self.buckets.list.len();
        let mut amounts = vec![0.0; all * months];
        let mut pays = vec![false; all];
        self.cover(inputs, bills, units, |b, t, amount| {
            amounts[b * months + t] += amount;
            pays[b] = true;
        });
        for b in (0..all).filter(|b| pays[*b]) {
            let mut sum = 0.0;
            for t in 0..months {
                let amount = amounts[b * months + t];
                sum += amount;
                self.aside[(l * all + b) * months + t] += amount;
                self.open[b * months + t] -= sum;
            }
            self.aside_by_source[l * sources + self.buckets.list[b].source] += sum;
            let mut least = f64::INFINITY;
            for t in (b * months..(b + 1) * months).rev() {
                least = least.min(self.open[t]);
                self.usable[t] = least.max(0.0);
            }
        }
        self.billed[l] += units * bills.spend[months - 1 - bills.from];
    }

    /// Finds cash for the bills of `units`, as much as there is; `take` is told bucket, month and amount. Returns
    /// whether all bills are covered.
    fn cover(&self, inputs: &Inputs, bills: Bills, units: f64, mut take: impl FnMut(usize, usize, f64)) -> bool {
        let (months, sources) = (self.months, self.order.len());
        let recipe = &inputs.lines[bills.line];
        let total = units * bills.spend[months - 1 - bills.from];
        // Shares are of all bills of the line, earlier ones included.
        let incurred = self.billed[bills.line] + total;
        let given = &self.aside_by_source[bills.line * sources..][..sources];
        let mut least: Vec<f64> = (0..sources)
            .map(|s| (recipe.min_share[s] * incurred - given[s]).max(0.0))
            .collect();
        let mut most: Vec<f64> = (0..sources)
            .map(|s| recipe.most(s, incurred) - given[s] - least[s])
            .collect();
        let smallest: f64 = least.iter().sum();
        // A smallest share above the cap is not paid, and no other source stands in.
        for (least, most) in least.iter_mut().zip(&mut most) {
            *least += most.min(0.0);
        }
        let mut any = total - smallest;
        let mut used = vec![0.0; self.buckets.list.len()];
        let (mut short, mut before) = (0.0, 0.0);
        for t in bills.from..months {
            let spent = units * bills.spend[t - bills.from];
            let mut bill = spent - before;
            before = spent;
            if bill <= 0.0 {
                continue;
            }
            let span = inputs.span(t);
            let mut pay = |s: usize, limit: f64, bill: &mut f64| {
                let b = self.buckets.of(s, span);
                let amount = bill.min(limit).min(self.usable[b * months + t] - used[b]).max(0.0);
                if amount > 0.0 {
                    *bill -= amount;
                    used[b] += amount;
                    take(b, t, amount);
                }
                amount
            };
            if smallest > 0.0 {
                for &s in &self.order {
                    least[s] -= pay(s, least[s], &mut bill);
                }
            }
            for &s in &self.order {
                let amount = pay(s, most[s].min(any), &mut bill);
                most[s] -= amount;
                any -= amount;
            }
            short += bill;
        }
        short <= EPS * total
    }
}
