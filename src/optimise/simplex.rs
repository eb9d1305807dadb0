//! A small linear program: `max c·x` with `A x ≤ b`, `0 ≤ x ≤ u`, `b ≥ 0`, by the simplex method with bounded variables.
//!
//! Every relaxation of this room has that form: doing nothing is always allowed, so no first phase is needed. The bound
//! that is told does not rest on the method having gone well: it is computed anew from the prices of the rows by weak
//! duality, which holds for any prices that are not negative.

/// Reduced values below this do not count as an improvement.
const TINY_GAIN: f64 = 1e-11;
/// Entries below this are not pivots.
const TINY_PIVOT: f64 = 1e-9;
/// Steps without progress after which the entering column is chosen by Bland's rule, which cannot cycle.
const STALLED: usize = 40;

/// A linear program in the form above.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lp {
    /// Coefficients, shape `[column][row]`.
    pub columns: Vec<Vec<f64>>,
    /// Right sides, shape `[row]`, 0 or more.
    pub limits: Vec<f64>,
    /// Value of a unit of each column.
    pub values: Vec<f64>,
    /// Largest amount of each column, 0 or more; may be infinite.
    pub most: Vec<f64>,
}

/// What the method found.
#[derive(Clone, Debug, Default)]
pub(crate) struct LpAnswer {
    /// Amounts, shape `[column]`.
    pub amounts: Vec<f64>,
    /// Prices of the rows, shape `[row]`, 0 or more.
    pub prices: Vec<f64>,
    /// No amounts that keep the rows are worth more than this.
    pub bound: f64,
}

/// State of the method: a condensed tableau, one column for each variable outside the basis.
struct Tableau {
    /// Shape `[row][column]`.
    body: Vec<Vec<f64>>,
    /// Reduced values, shape `[column]`.
    gain: Vec<f64>,
    /// Amounts of the variables in the basis, shape `[row]`.
    amount: Vec<f64>,
    /// Variable of each row and of each column; structural ones first, then slacks.
    basic: Vec<usize>,
    outside: Vec<usize>,
    /// Whether a variable outside the basis stands at its largest amount.
    at_most: Vec<bool>,
    most: Vec<f64>,
}

/// How far the entering variable may go.
enum Stop {
    /// To its own other end.
    Flip,
    /// Until the variable of this row reaches an end: its largest amount, or 0.
    Row(usize, bool),
}

impl Lp {
    /// Solves, with at most `steps` steps; if they do not suffice the bound is still one, only weaker.
    pub fn solve(&self, steps: usize) -> LpAnswer {
        let mut tableau = Tableau::new(self);
        let mut stalled = 0;
        for _ in 0..steps {
            let Some(column) = tableau.entering(stalled >= STALLED) else {
                break;
            };
            let Some(length) = tableau.step(column, stalled >= STALLED) else {
                break;
            };
            stalled = if length > 1e-12 { 0 } else { stalled + 1 };
        }
        let prices = tableau.prices(self);
        LpAnswer {
            amounts: tableau.amounts(self.columns.len()),
            bound: self.bound(&prices),
            prices,
        }
    }

    /// The bound that these prices prove.
    fn bound(&self, prices: &[f64]) -> f64 {
        let rows: f64 = prices.iter().zip(&self.limits).map(|(p, b)| p * b).sum();
        let columns = self.columns.iter().zip(&self.values).zip(&self.most);
        columns.fold(rows, |sum, ((column, value), most)| {
            let left = value - column.iter().zip(prices).map(|(a, p)| a * p).sum::<f64>();
            // Rounding of an exact zero must not be multiplied by an infinite amount.
            if left > 0.0 && (most.is_finite() || left > TINY_GAIN) {
                sum + left * most
            } else {
                sum
            }
        })
    }
}

impl Tableau {
    fn new(lp: &Lp) -> Self {
        let (rows, columns) = (lp.limits.len(), lp.columns.len());
        let mut most = lp.most.clone();
        most.resize(columns + rows, f64::INFINITY);
        Self {
            body: (0..rows).map(|i| lp.columns.iter().map(|c| c[i]).collect()).collect(),
            gain: lp.values.clone(),
            amount: lp.limits.clone(),
            basic: (columns..columns + rows).collect(),
            outside: (0..columns).collect(),
            at_most: vec![false; columns],
            most,
        }
    }

    /// The column to move: the largest gain, or (`bland`) the first variable with one.
    fn entering(&self, bland: bool) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for (column, gain) in self.gain.iter().enumerate() {
            let gain = if self.at_most[column] { -gain } else { *gain };
            if gain <= TINY_GAIN || self.most[self.outside[column]] <= 0.0 {
                continue;
            }
            let better = match best {
                None => true,
                Some((other, _)) if bland => self.outside[column] < self.outside[other],
                Some((_, most)) => gain > most,
            };
            if better {
                best = Some((column, gain));
            }
        }
        best.map(|(column, _)| column)
    }

    /// Moves the variable of `column` as far as it goes; `None` if nothing stops it.
    fn step(&mut self, column: usize, bland: bool) -> Option<f64> {
        let sign = if self.at_most[column] { -1.0 } else { 1.0 };
        let entering = self.outside[column];
        let mut length = self.most[entering];
        let mut stop = Stop::Flip;
        let mut pivot = 0.0_f64;
        for (row, body) in self.body.iter().enumerate() {
            let rate = sign * body[column];
            if rate.abs() <= TINY_PIVOT {
                continue;
            }
            let (room, to_most) = if rate > 0.0 {
                (self.amount[row].max(0.0) / rate, false)
            } else {
                ((self.most[self.basic[row]] - self.amount[row]).max(0.0) / -rate, true)
            };
            let tie = (room - length).abs() <= 1e-12 && !matches!(stop, Stop::Flip);
            let preferred = match stop {
                Stop::Row(other, _) if bland => self.basic[row] < self.basic[other],
                _ => rate.abs() > pivot,
            };
            if (room < length && !tie) || (tie && preferred) {
                length = length.min(room);
                stop = Stop::Row(row, to_most);
                pivot = rate.abs();
            }
        }
        if !length.is_finite() {
            return None;
        }
        for (amount, body) in self.amount.iter_mut().zip(&self.body) {
            *amount -= sign * body[column] * length;
        }
        match stop {
            Stop::Flip => self.at_most[column] = !self.at_most[column],
            Stop::Row(row, to_most) => {
                let start = if self.at_most[column] { self.most[entering] } else { 0.0 };
                self.amount[row] = start + sign * length;
                self.exchange(row, column);
                self.at_most[column] = to_most;
            }
        }
        Some(length)
    }

    /// Exchanges the variable of `row` with that of `column`.
    fn exchange(&mut self, row: usize, column: usize) {
        let pivot = self.body[row][column];
        let mut own = std::mem::take(&mut self.body[row]);
        own.iter_mut().for_each(|a| *a /= pivot);
        own[column] = 1.0 / pivot;
        let reduce = |other: &mut [f64]| {
            let factor = other[column];
            if factor != 0.0 {
                for (o, a) in other.iter_mut().zip(&own) {
                    *o -= factor * a;
                }
                other[column] = -factor / pivot;
            }
        };
        for other in self.body.iter_mut().filter(|other| !other.is_empty()) {
            reduce(other);
        }
        reduce(&mut self.gain);
        self.body[row] = own;
        std::mem::swap(&mut self.basic[row], &mut self.outside[column]);
    }

    fn amounts(&self, columns: usize) -> Vec<f64> {
        let mut amounts = vec![0.0; columns];
        for (variable, at_most) in self.outside.iter().zip(&self.at_most) {
            if let Some(amount) = amounts.get_mut(*variable).filter(|_| *at_most) {
                *amount = self.most[*variable];
            }
        }
        for (variable, value) in self.basic.iter().zip(&self.amount) {
            if let Some(amount) = amounts.get_mut(*variable) {
                *amount = value.clamp(0.0, self.most[*variable]);
            }
        }
        amounts
    }

    fn prices(&self, lp: &Lp) -> Vec<f64> {
        let mut prices = vec![0.0; lp.limits.len()];
        for (variable, gain) in self.outside.iter().zip(&self.gain) {
            if let Some(price) = variable
                .checked_sub(lp.columns.len())
                .and_then(|row| prices.get_mut(row))
            {
                *price = (-gain).max(0.0);
            }
        }
        prices
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_program_solved_by_hand() {
        // max 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: x = 2, y = 6.
        let lp = Lp {
            columns: vec![vec![0.0, 3.0], vec![2.0, 2.0]],
            limits: vec![12.0, 18.0],
            values: vec![3.0, 5.0],
            most: vec![4.0, f64::INFINITY],
        };
        let answer = lp.solve(100);
        assert!((answer.bound - 36.0).abs() < 1e-9);
        assert!((answer.amounts[0] - 2.0).abs() < 1e-9 && (answer.amounts[1] - 6.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn amounts_keep_the_rows_and_are_worth_what_the_prices_prove(
            (rows, columns, seed) in (1_usize..9, 1_usize..12, prop::collection::vec(0_u32..50, 260)),
        ) {
            let mut numbers = seed.into_iter().cycle();
            let mut next = |scale: f64| numbers.next().map_or(0.0, |n| f64::from(n) * scale);
            let lp = Lp {
                columns: (0..columns)
                    .map(|_| (0..rows).map(|_| (next(0.1) - 1.0).max(-0.5)).collect())
                    .collect(),
                limits: (0..rows).map(|_| next(0.5)).collect(),
                values: (0..columns).map(|_| next(0.2) - 2.0).collect(),
                most: (0..columns).map(|_| next(0.25)).collect(),
            };
            let answer = lp.solve(1_000);
            for row in 0..rows {
                let used: f64 = lp.columns.iter().zip(&answer.amounts).map(|(c, x)| c[row] * x).sum();
                prop_assert!(used <= lp.limits[row] + 1e-6, "row {row}: {used}");
            }
            let value: f64 = lp.values.iter().zip(&answer.amounts).map(|(v, x)| v * x).sum();
            prop_assert!((value - answer.bound).abs() < 1e-6, "{value} of at most {}", answer.bound);
        }
    }
}
