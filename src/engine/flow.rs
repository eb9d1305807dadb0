//! Maximum flow from sources to lines: who pays what.

use super::{Inputs, LineInputs};

/// A flow network with real capacities. Augmenting paths are shortest first, arcs in the order they were added, so
/// that the answer is the same on every machine.
pub(super) struct Network {
    /// Outgoing arcs by node.
    arcs: Vec<Vec<usize>>,
    to: Vec<usize>,
    left: Vec<f64>,
    /// Below this a capacity counts as used up.
    tiny: f64,
    /// Scratch of the search: the arc each node was reached by, and the nodes reached.
    by: Vec<usize>,
    queue: Vec<usize>,
}

const NONE: usize = usize::MAX;

impl Network {
    pub(super) fn new(nodes: usize, tiny: f64) -> Self {
        Self {
            arcs: vec![Vec::new(); nodes],
            to: vec![],
            left: vec![],
            tiny,
            by: vec![],
            queue: vec![],
        }
    }

    /// Adds an arc and returns its index.
    pub(super) fn arc(&mut self, from: usize, to: usize, capacity: f64) -> usize {
        let index = self.to.len();
        self.to.extend([to, from]);
        self.left.extend([capacity, 0.0]);
        self.arcs[from].push(index);
        self.arcs[to].push(index + 1);
        index
    }

    /// Flow on an arc.
    pub(super) fn flow(&self, arc: usize) -> f64 {
        self.left[arc + 1]
    }

    /// Raises the capacity of an arc.
    pub(super) fn widen(&mut self, arc: usize, by: f64) {
        self.left[arc] += by;
    }

    /// Sends as much more as possible from `source` to `sink`; returns how much.
    pub(super) fn augment(&mut self, source: usize, sink: usize) -> f64 {
        let mut total = 0.0;
        while self.reach(source, sink) {
            let (mut most, mut node) = (f64::INFINITY, sink);
            while node != source {
                let arc = self.by[node];
                most = most.min(self.left[arc]);
                node = self.to[arc ^ 1];
            }
            node = sink;
            while node != source {
                let arc = self.by[node];
                self.left[arc] -= most;
                self.left[arc ^ 1] += most;
                node = self.to[arc ^ 1];
            }
            total += most;
        }
        total
    }

    /// Finds a shortest path with capacity left; `by` then holds the arcs into its nodes.
    fn reach(&mut self, source: usize, sink: usize) -> bool {
        self.by.clear();
        self.by.resize(self.arcs.len(), NONE);
        self.queue.clear();
        self.queue.push(source);
        let mut head = 0;
        while let Some(&node) = self.queue.get(head) {
            head += 1;
            for &arc in &self.arcs[node] {
                let next = self.to[arc];
                if self.left[arc] > self.tiny && next != source && self.by[next] == NONE {
                    self.by[next] = arc;
                    if next == sink {
                        return true;
                    }
                    self.queue.push(next);
                }
            }
        }
        false
    }
}

/// Sources from the least to the most widely usable: rising `Σ_ℓ β_ℓs`, ties by order in the plan.
pub(super) fn source_order(inputs: &Inputs) -> Vec<usize> {
    // In whole parts of a thousand million, so that the same shares added up in another order are a tie.
    let width = |s: &usize| (inputs.lines.iter().map(|l| l.max_share[*s]).sum::<f64>() * 1e9).round() as i64;
    let mut order: Vec<usize> = (0..inputs.sources.len()).collect();
    order.sort_by_cached_key(width);
    order
}

/// A financing of costs `cost` (by line) from money `free` (by source) within the recipes, as large as possible:
/// shape `[line][source]`, triệu đồng. Smallest shares are served first; sources in order of rising usability.
pub fn find_financing(inputs: &Inputs, free: &[f64], cost: &[f64]) -> Vec<Vec<f64>> {
    let of = |shares: fn(&LineInputs, usize, f64) -> f64| -> Vec<Vec<f64>> {
        let lines = inputs.lines.iter().zip(cost);
        lines
            .map(|(line, cost)| (0..free.len()).map(|s| shares(line, s, *cost)).collect())
            .collect()
    };
    find_financing_within(
        &source_order(inputs),
        free,
        cost,
        &of(|l, s, cost| l.min_share[s] * cost),
        &of(|l, s, cost| l.most(s, cost)),
    )
}

/// As [`financing`], of any costs by any purses, served in `order`: each purse gives each cost at least and at most so
/// much, triệu đồng, shape `[cost][purse]`.
pub(super) fn find_financing_within(
    order: &[usize],
    free: &[f64],
    cost: &[f64],
    at_least: &[Vec<f64>],
    at_most: &[Vec<f64>],
) -> Vec<Vec<f64>> {
    let (sources, lines) = (free.len(), cost.len());
    let sink = sources + lines;
    let scale: f64 = cost.iter().sum();
    let mut network = Network::new(sink + 1, scale * 1e-13);
    let paid_of: Vec<usize> = (0..lines).map(|l| network.arc(sources + l, sink, cost[l])).collect();
    let mut arcs = vec![vec![0; sources]; lines];
    for (l, most) in at_most.iter().enumerate() {
        for (s, most) in most.iter().enumerate() {
            arcs[l][s] = network.arc(s, sources + l, *most);
        }
    }
    let mut least = vec![vec![0.0; sources]; lines];
    let mut left = free.to_vec();
    for (l, due) in at_least.iter().enumerate() {
        for (s, &due) in due.iter().enumerate() {
            if due > 0.0 {
                // What the source cannot or may not pay of its smallest share stays unpaid: no other source may stand in.
                let amount = due.min(left[s]).min(at_most[l][s]);
                least[l][s] = amount;
                left[s] -= amount;
                network.widen(arcs[l][s], -due.min(at_most[l][s]));
                network.widen(paid_of[l], -due);
            }
        }
    }
    // One source at a time: what earlier sources pay may be moved between lines, never taken back.
    let root = network.arcs.len();
    network.arcs.push(Vec::new());
    for &s in order {
        network.arc(root, s, left[s]);
        network.augment(root, sink);
    }
    (0..lines)
        .map(|l| (0..sources).map(|s| least[l][s] + network.flow(arcs[l][s])).collect())
        .collect()
}
