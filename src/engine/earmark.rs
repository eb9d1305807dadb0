//! Pay as you go: each month's bills of a unit are set against cash that is there in that month.

use super::Inputs;
use super::flow::{Network, source_order};

/// Cash by source and month, and what is set aside of it.
#[derive(Clone, Debug)]
pub(super) struct Cash {
    /// Cumulative free money less what is set aside by then, shape `[source][month]`.
    open: Vec<Vec<f64>>,
    /// Set aside in the month, shape `[line][source][month]`.
    pub aside: Vec<Vec<Vec<f64>>>,
    order: Vec<usize>,
}

impl Cash {
    pub(super) fn new(inputs: &Inputs) -> Self {
        let cumulative = |s: &super::SourceInputs| {
            let mut sum = 0.0;
            s.planned
                .iter()
                .map(|p| {
                    sum += p * (1.0 - s.other_works);
                    sum
                })
                .collect()
        };
        Self {
            open: inputs.sources.iter().map(cumulative).collect(),
            aside: vec![vec![vec![0.0; inputs.months]; inputs.sources.len()]; inputs.lines.len()],
            order: source_order(inputs),
        }
    }

    /// What may still be set aside by the end of each month without touching what is set aside for later.
    fn usable(&self, source: usize) -> Vec<f64> {
        let mut usable = self.open[source].clone();
        for t in (1..usable.len()).rev() {
            usable[t - 1] = usable[t - 1].min(usable[t]);
        }
        usable.iter_mut().for_each(|u| *u = u.max(0.0));
        usable
    }
}

/// Sets cash aside for bills with cumulative planned spend `spend` (shape `[month]`, triệu đồng) of whole cost `cost`,
/// within the recipe of `line`; all or nothing unless `partly`. Returns whether all bills are covered.
pub(super) fn earmark(inputs: &Inputs, cash: &mut Cash, line: usize, cost: f64, spend: &[f64], partly: bool) -> bool {
    let (months, sources) = (inputs.months, inputs.sources.len());
    let recipe = &inputs.lines[line];
    // Nodes: root, sink, one by source, one by source and month (cash), one by month (bill).
    let (root, sink) = (0, 1);
    let source_node = |s: usize| 2 + s;
    let cash_node = |s: usize, t: usize| 2 + sources + s * months + t;
    let bill_node = |t: usize| 2 + sources + sources * months + t;
    let mut network = Network::new(2 + sources + (sources + 1) * months, cost * 1e-12);
    let mut pays = vec![vec![0; months]; sources];
    for &s in &cash.order {
        let mut before = 0.0;
        for (t, usable) in cash.usable(s).into_iter().enumerate() {
            network.arc(source_node(s), cash_node(s, t), usable - before);
            before = usable;
            pays[s][t] = network.arc(cash_node(s, t), bill_node(t), f64::INFINITY);
            if t + 1 < months {
                network.arc(cash_node(s, t), cash_node(s, t + 1), f64::INFINITY);
            }
        }
    }
    let mut before = 0.0;
    for (t, s) in spend.iter().enumerate() {
        network.arc(bill_node(t), sink, s - before);
        before = *s;
    }
    // Smallest shares first: once such an arc is full, later augmenting leaves it full.
    let purse: Vec<usize> = cash
        .order
        .iter()
        .map(|&s| network.arc(root, source_node(s), recipe.min_share[s] * before))
        .collect();
    let mut paid = network.augment(root, sink);
    let smallest: f64 = recipe.min_share.iter().sum::<f64>() * before;
    let covered_smallest = paid >= smallest - 1e-9 * cost;
    for (arc, &s) in purse.iter().zip(&cash.order) {
        network.widen(*arc, (recipe.max_share[s] - recipe.min_share[s]) * before);
        paid += network.augment(root, sink);
    }
    let covered = covered_smallest && paid >= before - 1e-9 * cost;
    if covered || partly {
        for (s, arcs) in pays.iter().enumerate() {
            let mut sum = 0.0;
            for (t, arc) in arcs.iter().enumerate() {
                let amount = network.flow(*arc);
                sum += amount;
                cash.aside[line][s][t] += amount;
                cash.open[s][t] -= sum;
            }
        }
    }
    covered
}
