//! Financing within the recipes, by an integer maximum flow.

use ntm_core::model::*;

/// Whether `cost` (by line) can be financed within the recipes, up to `arrears` of it later.
pub fn covers(plan: &Plan, free: &[f64], cost: &[f64], arrears: f64) -> bool {
    let total: f64 = cost.iter().sum();
    payable(plan, free, cost, arrears) >= total - 1e-7 - 1e-9 * (total + arrears)
}

/// The most that can be paid of `cost`, by an integer maximum flow in parts of 10⁹.
///
/// Each line's cost falls into the smallest share of each source, which only that source can pay, and the open rest,
/// of which each source may pay the difference between its largest and smallest share. Arrears stand in anywhere.
pub fn payable(plan: &Plan, free: &[f64], cost: &[f64], arrears: f64) -> f64 {
    payable_within(plan, free, cost, arrears, &[])
}

/// The same where a source pays at most so much to a line, shape `[line][source]`; none: as much as it may. All that a
/// source pays to a line goes through a node of its own.
pub(super) fn payable_within(plan: &Plan, free: &[f64], cost: &[f64], arrears: f64, caps: &[Vec<f64>]) -> f64 {
    let whole = |x: f64| (x * 1e9).round() as i64;
    let sources = plan.sources.len();
    let slots = plan.lines.len() * (sources + 1);
    let (root, owed, sink) = (sources + 1 + slots, sources, sources + 2 + slots);
    let nodes = sink + 1 + caps.len() * sources;
    let mut capacity = vec![vec![0_i64; nodes]; nodes];
    for (s, f) in free.iter().enumerate() {
        capacity[root][s] = whole(*f);
    }
    capacity[root][owed] = whole(arrears);
    for (l, line) in plan.lines.iter().enumerate() {
        let slot = |s: usize| sources + 1 + l * (sources + 1) + s;
        let mut rest = cost[l];
        for (s, source) in plan.sources.iter().enumerate() {
            let share = line.recipe.get(&source.id).copied().unwrap_or_default();
            let least = share.min * cost[l];
            rest -= least;
            capacity[slot(s)][sink] = whole(least);
            let payer = match caps.get(l) {
                Some(own) => {
                    let through = sink + 1 + l * sources + s;
                    capacity[s][through] = if own[s].is_finite() {
                        whole(own[s])
                    } else {
                        i64::MAX / 4
                    };
                    through
                }
                None => s,
            };
            capacity[payer][slot(s)] = i64::MAX / 4;
            capacity[owed][slot(s)] = i64::MAX / 4;
            capacity[payer][slot(sources)] = whole((share.max - share.min) * cost[l]);
        }
        capacity[slot(sources)][sink] = whole(rest);
        capacity[owed][slot(sources)] = i64::MAX / 4;
    }
    max_flow(&mut capacity, root, sink) as f64 / 1e9
}

/// Maximum flow over a matrix of capacities, one shortest path after another.
pub(super) fn max_flow(capacity: &mut [Vec<i64>], root: usize, sink: usize) -> i64 {
    let mut total = 0;
    loop {
        let mut from = vec![usize::MAX; capacity.len()];
        let mut queue = std::collections::VecDeque::from([root]);
        while let Some(node) = queue.pop_front() {
            for next in 0..capacity.len() {
                if capacity[node][next] > 0 && from[next] == usize::MAX && next != root {
                    from[next] = node;
                    queue.push_back(next);
                }
            }
        }
        if from[sink] == usize::MAX {
            return total;
        }
        let mut most = i64::MAX;
        let mut node = sink;
        while node != root {
            most = most.min(capacity[from[node]][node]);
            node = from[node];
        }
        node = sink;
        while node != root {
            capacity[from[node]][node] -= most;
            capacity[node][from[node]] += most;
            node = from[node];
        }
        total += most;
    }
}
