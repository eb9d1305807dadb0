//! Rows of inequalities that every start must keep.

/// Relative tolerance of a row.
pub(super) const EPS: f64 = 1e-9;

/// Inequalities `used ≤ limit` that every start must keep.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    pub(super) limit: Vec<f64>,
    pub(super) used: Vec<f64>,
    /// What may still be used, with the tolerance.
    slack: Vec<f64>,
}

impl Ledger {
    pub(super) fn new(limit: Vec<f64>) -> Self {
        Self {
            used: vec![0.0; limit.len()],
            slack: limit.iter().map(|limit| limit + EPS * limit).collect(),
            limit,
        }
    }

    /// Number of rows.
    pub(super) fn len(&self) -> usize {
        self.limit.len()
    }

    /// How many units fit, at most `most`, that take `factor · per_unit[i]` of row `from + i` each.
    pub(super) fn room(&self, from: usize, per_unit: &[f64], factor: f64, most: f64) -> f64 {
        let rows = || self.slack.iter().skip(from).zip(per_unit);
        let all = factor * most;
        let over = |(slack, per_unit): (&f64, &f64)| *per_unit > 0.0 && per_unit * all > *slack;
        if !rows().any(over) {
            return most;
        }
        rows().fold(most, |most, (slack, per_unit)| {
            let taken = per_unit * factor;
            if taken > 0.0 { most.min(slack / taken) } else { most }
        })
    }

    pub(super) fn commit(&mut self, from: usize, per_unit: &[f64], factor: f64) {
        for (i, per_unit) in (from..self.used.len()).zip(per_unit) {
            self.used[i] += per_unit * factor;
            self.slack[i] = self.limit[i] + EPS * (self.limit[i] + self.used[i]) - self.used[i];
        }
    }

    /// What one more unit is short of, with its row; rows where it fits are left out.
    pub(super) fn short(&self, from: usize, per_unit: &[f64], factor: f64) -> impl Iterator<Item = (usize, f64)> {
        (from..self.used.len()).zip(per_unit).filter_map(move |(i, per_unit)| {
            let taken = per_unit * factor;
            (taken > 0.0 && taken > self.slack[i]).then(|| (i, self.used[i] + taken - self.limit[i]))
        })
    }

    /// Whether all of `factor · per_unit` fits at once. Then it also fits in any parts and any order; the other way
    /// round need not hold to the last digit, because what is used widens the tolerance.
    pub(super) fn fits(&self, per_unit: &[f64], factor: f64) -> bool {
        let rows = self.limit.iter().zip(&self.used).zip(per_unit);
        rows.into_iter()
            .all(|((limit, used), per_unit)| used + per_unit * factor <= limit + EPS * limit)
    }

    /// Makes this ledger equal to `other`, one with the same rows.
    pub(super) fn copy_from(&mut self, other: &Ledger) {
        self.limit.copy_from_slice(&other.limit);
        self.used.copy_from_slice(&other.used);
        self.slack.copy_from_slice(&other.slack);
    }
}
