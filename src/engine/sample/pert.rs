//! Beta-PERT: a value between low and high whose likely one weighs four times, by tabulated quantiles.
//!
//! With `α = 1 + 4 · (likely − low) / (high − low)` and `β = 6 − α` it is `low + (high − low) · Beta(α, β)`; mean
//! `(low + 4 · likely + high) / 6`. The quantile of the Beta at the normal score `z`, `Q(Φ(z))`, is smooth in `z`, so a
//! short table of cubic pieces gives it to about 10⁻⁶ of the range; correlated scores need no step in between.

use super::normal::{cumulative, density};

/// Largest score of the table; a score drawn from 32 bits stays inside.
const REACH: f64 = 6.5;
/// Pieces by unit of score.
const BY_UNIT: f64 = 8.0;
const PIECES: usize = (2.0 * REACH * BY_UNIT) as usize;

/// Quantiles of `Beta(α, 6 − α)` by normal score.
#[derive(Clone, Debug)]
struct QuantileTable {
    alpha: f64,
    /// Cubic pieces by rising powers of the place inside the piece, shape `[piece][power]`.
    pieces: Vec<[f64; 4]>,
}

/// Tables made so far, one for each shape.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    tables: Vec<QuantileTable>,
}

/// A value drawn from low / likely / high.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pert {
    low: f64,
    width: f64,
    /// Index of the table; none for a value without spread.
    table: Option<usize>,
}

impl Pert {
    /// From `[low, likely, high]`. Values that are not finite or below 0 count as 0; low and high are moved so that the
    /// likely one lies between.
    pub fn new(values: [f64; 3], tables: &mut Tables) -> Self {
        let [low, likely, high] = values.map(|v| if v.is_finite() { v.max(0.0) } else { 0.0 });
        let (low, high) = (low.min(likely), high.max(likely));
        let width = high - low;
        let spread = width > 0.0;
        Self {
            low: if spread { low } else { likely },
            width,
            table: spread.then(|| tables.of(1.0 + 4.0 * (likely - low) / width)),
        }
    }

    /// Whether it has a spread.
    pub fn varies(&self) -> bool {
        self.table.is_some()
    }

    /// The value at normal score `z`.
    pub fn at(&self, z: f64, tables: &Tables) -> f64 {
        match self.table.and_then(|t| tables.tables.get(t)) {
            Some(table) => self.low + self.width * table.at(z),
            None => self.low,
        }
    }
}

impl Tables {
    /// Index of the table of a shape, made if there is none yet.
    fn of(&mut self, alpha: f64) -> usize {
        let known = self.tables.iter().position(|t| t.alpha == alpha);
        known.unwrap_or_else(|| {
            self.tables.push(QuantileTable::new(alpha));
            self.tables.len() - 1
        })
    }
}

impl QuantileTable {
    fn new(alpha: f64) -> Self {
        let beta = 6.0 - alpha;
        let half = PIECES / 2;
        let score = |i: usize| i as f64 / BY_UNIT - REACH;
        // Each half is solved from its own tail, where small chances keep their digits.
        let below = nodes(alpha, beta, half);
        let above = nodes(beta, alpha, half);
        let value = |i: usize| if i <= half { below[i] } else { 1.0 - above[PIECES - i] };
        let slope = |i: usize| {
            let x = value(i);
            let beside = if i <= half { 1.0 - x } else { above[PIECES - i] };
            density(score(i)) / (beta_density(alpha, beta, x, beside) * BY_UNIT)
        };
        let piece = |i: usize| {
            let (a, b, da, db) = (value(i), value(i + 1), slope(i), slope(i + 1));
            [a, da, 3.0 * (b - a) - 2.0 * da - db, 2.0 * (a - b) + da + db]
        };
        Self {
            alpha,
            pieces: (0..PIECES).map(piece).collect(),
        }
    }

    fn at(&self, z: f64) -> f64 {
        let place = ((z + REACH) * BY_UNIT).clamp(0.0, PIECES as f64);
        let index = (place as usize).min(PIECES - 1);
        let x = place - index as f64;
        let [a, b, c, d] = self.pieces[index];
        (a + x * (b + x * (c + x * d))).clamp(0.0, 1.0)
    }
}

/// Density of low / likely / high at `n` even places from `low` to `high`, as a share of its highest value; empty without
/// spread.
pub fn pert_density(values: [f64; 3], n: usize) -> Vec<[f64; 2]> {
    let [low, likely, high] = values;
    let width = high - low;
    if width <= 0.0 || width.is_nan() || !(low..=high).contains(&likely) || n < 2 {
        return vec![];
    }
    let peak = (likely - low) / width;
    let part = |x: f64, power: f64| if power == 0.0 { 1.0 } else { libm::pow(x, power) };
    let at = |x: f64| part(x, 4.0 * peak) * part(1.0 - x, 4.0 - 4.0 * peak);
    let place = |i: usize| i as f64 / (n - 1) as f64;
    (0..n)
        .map(|i| [low + width * place(i), at(place(i)) / at(peak)])
        .collect()
}

/// Quantiles of `Beta(a, b)` at the scores of the lower half, shape `[node]`.
fn nodes(a: f64, b: f64, half: usize) -> Vec<f64> {
    let mut x = libm::exp((libm::log(cumulative(-REACH) * a) + ln_beta(a, b)) / a);
    (0..=half)
        .map(|i| {
            x = solve(a, b, cumulative(i as f64 / BY_UNIT - REACH), x);
            x
        })
        .collect()
}

/// `x` with `I_x(a, b) = p`: Newton's steps, kept inside a shrinking bracket.
fn solve(a: f64, b: f64, p: f64, guess: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    let mut x = guess.clamp(1e-300, 0.5);
    for _ in 0..100 {
        let miss = beta_cumulative(a, b, x) - p;
        if miss > 0.0 {
            high = x
        } else {
            low = x
        }
        let step = x - miss / beta_density(a, b, x, 1.0 - x);
        let next = if step > low && step < high {
            step
        } else {
            (low + high) / 2.0
        };
        let done = (next - x).abs() <= 1e-14 * x;
        x = next;
        if done {
            break;
        }
    }
    x
}

fn ln_beta(a: f64, b: f64) -> f64 {
    libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b)
}

/// Density of `Beta(a, b)` at `x`, with `beside = 1 − x`.
fn beta_density(a: f64, b: f64, x: f64, beside: f64) -> f64 {
    libm::exp((a - 1.0) * libm::log(x) + (b - 1.0) * libm::log(beside) - ln_beta(a, b))
}

/// Regularised incomplete beta function by its power series.
fn beta_cumulative(a: f64, b: f64, x: f64) -> f64 {
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_cumulative(b, a, 1.0 - x);
    }
    let (mut term, mut sum, mut n) = (1.0, 1.0, 0.0);
    while term > 1e-17 * sum && n < 1000.0 {
        term *= (a + b + n) / (a + 1.0 + n) * x;
        sum += term;
        n += 1.0;
    }
    libm::exp(a * libm::log(x) + b * libm::log(1.0 - x) - ln_beta(a, b)) / a * sum
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Mean and variance by the normal scores of `n` even chances.
    fn moments(values: [f64; 3]) -> (f64, f64) {
        let mut tables = Tables::default();
        let pert = Pert::new(values, &mut tables);
        let n = 100_000;
        let at = |i: i32| {
            pert.at(
                super::super::normal::quantile((f64::from(i) + 0.5) / f64::from(n)),
                &tables,
            )
        };
        let mean = (0..n).map(at).sum::<f64>() / f64::from(n);
        let variance = (0..n).map(|i| (at(i) - mean) * (at(i) - mean)).sum::<f64>() / f64::from(n);
        (mean, variance)
    }

    #[test]
    fn mean_and_variance_are_those_of_the_formula() {
        for values in [
            [0.85, 1.0, 1.25],
            [0.93, 1.0, 1.0],
            [0.8, 1.0, 1.05],
            [0.0, 0.0, 3.0],
            [20.0, 45.0, 100.0],
        ] {
            let [low, likely, high] = values;
            let mean = (low + 4.0 * likely + high) / 6.0;
            let variance = (mean - low) * (high - mean) / 7.0;
            let found = moments(values);
            assert!(
                (found.0 - mean).abs() < 2e-5 * (high - low),
                "{values:?}: {found:?} {mean}"
            );
            assert!(
                (found.1 - variance).abs() < 1e-4 * variance,
                "{values:?}: {found:?} {variance}"
            );
        }
    }

    #[test]
    fn quantiles_of_the_power_distribution_are_exact() {
        // Low = a, likely = high: Beta(5, 1), whose quantile is the fifth root.
        let mut tables = Tables::default();
        let pert = Pert::new([0.0, 1.0, 1.0], &mut tables);
        for i in -60..=60 {
            let z = f64::from(i) / 10.0;
            let exact = libm::pow(cumulative(z), 0.2);
            assert!(
                (pert.at(z, &tables) - exact).abs() < 1e-5,
                "{z}: {} {exact}",
                pert.at(z, &tables)
            );
        }
    }

    #[test]
    fn a_higher_score_never_gives_less_and_nothing_leaves_the_range() {
        let mut tables = Tables::default();
        for likely in [0.0, 0.1, 0.5, 0.77, 1.0] {
            let pert = Pert::new([0.0, likely, 1.0], &mut tables);
            let values: Vec<f64> = (-700..=700).map(|i| pert.at(f64::from(i) / 100.0, &tables)).collect();
            assert!(values.windows(2).all(|w| w[0] <= w[1] + 1e-12));
            assert!(values.iter().all(|v| (0.0..=1.0).contains(v)));
        }
        assert_eq!(tables.tables.len(), 5);
    }

    #[test]
    fn the_density_is_highest_at_the_likely_value_and_belongs_to_the_quantiles() {
        let values = [0.85, 1.0, 1.25];
        let shape = pert_density(values, 4001);
        let highest = shape.iter().max_by(|a, b| a[1].total_cmp(&b[1])).unwrap();
        assert!((highest[0] - 1.0).abs() < 2e-4 && (highest[1] - 1.0).abs() < 1e-6);
        let all: f64 = shape.iter().map(|p| p[1]).sum();
        let mean = shape.iter().map(|p| p[0] * p[1]).sum::<f64>() / all;
        assert!((mean - moments(values).0).abs() < 1e-4, "{mean}");
        assert!(pert_density([1.0; 3], 50).is_empty());
    }

    #[test]
    fn without_a_spread_it_is_the_likely_value() {
        let mut tables = Tables::default();
        let pert = Pert::new([1.0, 1.0, 1.0], &mut tables);
        assert_eq!((pert.at(-3.0, &tables), pert.varies()), (1.0, false));
    }
}
