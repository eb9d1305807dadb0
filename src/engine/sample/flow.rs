//! How much of what is owed the sources can pay, as sums over sets of sources.
//!
//! By the minimum cut, the most that a set `S` of sources pays to costs `C` within the recipes is
//! `f(S) = min over U ⊆ S of A(U) + Σ_ℓ C_ℓ · min(1, Σ_{s ∈ S∖U} β_ℓs)`. The plain run adds sources one by one, so what
//! each of them pays is the difference of `f` of two prefixes. Smallest shares are set aside first.

use super::super::Inputs;
use super::super::flow::source_order;

/// Coefficients of the sums; sets are bits over the sources in order of service.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Sources from the least to the most widely usable.
    order: Vec<usize>,
    /// `min(1 − Σα, Σ_{s ∈ set} (β − α))`, shape `[line][set]`.
    open: Vec<Vec<f64>>,
    /// Smallest shares, shape `[line][source]`; empty if there are none.
    least: Vec<Vec<f64>>,
    /// Scratch: what a set can pay to all lines by recipe, what it has, and what is left of each source.
    payable: Vec<f64>,
    money: Vec<f64>,
    left: Vec<f64>,
    /// Answer: what each source pays, shape `[source]`, triệu đồng.
    paid: Vec<f64>,
}

impl Flow {
    /// Coefficients of these recipes; for at most [`super::super::funding::MAX_ROW_SOURCES`] sources.
    pub fn new(inputs: &Inputs) -> Self {
        let order = source_order(inputs);
        let sets = 1_usize << order.len();
        let open = inputs.lines.iter().map(|line| {
            let whole = (1.0 - line.min_share.iter().sum::<f64>()).max(0.0);
            let of = |set: usize| {
                let inside = order.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
                inside
                    .map(|(_, s)| line.max_share[*s] - line.min_share[*s])
                    .sum::<f64>()
            };
            (0..sets).map(|set| of(set).min(whole)).collect()
        });
        let any = inputs.lines.iter().any(|l| l.min_share.iter().any(|m| *m > 0.0));
        Self {
            open: open.collect(),
            least: if any {
                inputs.lines.iter().map(|l| l.min_share.clone()).collect()
            } else {
                vec![]
            },
            payable: vec![0.0; sets],
            money: vec![0.0; sets],
            left: vec![0.0; order.len()],
            paid: vec![0.0; order.len()],
            order,
        }
    }

    /// What each source pays of `cost` (by line) from `free` (by source), shape `[source]`, triệu đồng.
    pub fn paid(&mut self, cost: &[f64], free: &[f64]) -> &[f64] {
        self.prepare(cost, free);
        let mut before = 0.0;
        for bit in 0..self.order.len() {
            let all = self.most((1 << (bit + 1)) - 1);
            self.paid[self.order[bit]] += all - before;
            before = all;
        }
        &self.paid
    }

    /// What all sources together pay at most, triệu đồng.
    pub fn total(&mut self, cost: &[f64], free: &[f64]) -> f64 {
        self.prepare(cost, free);
        self.paid.iter().sum::<f64>() + self.most(self.money.len() - 1)
    }

    /// The most that the sources of a prefix pay beside smallest shares.
    fn most(&self, prefix: usize) -> f64 {
        let sets = self.money[..=prefix].iter().zip(self.payable[..=prefix].iter().rev());
        sets.fold(f64::INFINITY, |least, (money, payable)| least.min(money + payable))
    }

    fn prepare(&mut self, cost: &[f64], free: &[f64]) {
        self.left.copy_from_slice(free);
        self.paid.fill(0.0);
        for (least, cost) in self.least.iter().zip(cost) {
            for (s, share) in least.iter().enumerate() {
                let amount = (share * cost).min(self.left[s]).max(0.0);
                self.paid[s] += amount;
                self.left[s] -= amount;
            }
        }
        for set in 1..self.money.len() {
            let lowest = set.trailing_zeros() as usize;
            self.money[set] = self.money[set & (set - 1)] + self.left[self.order[lowest]];
        }
        self.payable.fill(0.0);
        for (open, cost) in self.open.iter().zip(cost) {
            for (sum, open) in self.payable.iter_mut().zip(open) {
                *sum += open * cost;
            }
        }
    }
}
