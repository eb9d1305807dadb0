//! A chance with the interval it is sure of.

use serde::{Deserialize, Serialize};

/// The 97,5th percentile of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A chance found by sampling, with its 95 % interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chance {
    /// Best estimate, 0–1.
    pub chance: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Sums of chances given part of the draws.
///
/// Whether units pass is averaged exactly instead of drawn (a binomial tail), so each sample brings a chance rather than
/// a yes or no and counts for more than one throw of a coin.
#[derive(Clone, Copy, Debug, Default)]
pub struct ChanceSum {
    count: f64,
    sum: f64,
    squares: f64,
}

impl ChanceSum {
    /// Adds the chance of one sample.
    pub fn add(&mut self, chance: f64) {
        self.count += 1.0;
        self.sum += chance;
        self.squares += chance * chance;
    }

    /// The mean with Wilson's interval, for as many throws of a coin as would be as sure: `p(1 − p)` over the variance of
    /// the mean, at least the number of samples and at most a thousand times that. The points of a Sobol sequence are more
    /// even than this counts on, so the interval errs on the wide side.
    pub fn chance(&self) -> Chance {
        if self.count == 0.0 {
            return Chance {
                chance: 0.0,
                low: 0.0,
                high: 1.0,
            };
        }
        let p = (self.sum / self.count).clamp(0.0, 1.0);
        let variance = (self.squares / self.count - p * p).max(0.0);
        let throws = if p > 0.0 && p < 1.0 {
            let gain = if variance > 0.0 {
                p * (1.0 - p) / variance
            } else {
                f64::INFINITY
            };
            self.count * gain.clamp(1.0, 1000.0)
        } else {
            self.count
        };
        wilson(p, throws)
    }
}

/// Wilson's 95 % interval of a share `p` seen in `n` throws.
pub fn wilson(p: f64, n: f64) -> Chance {
    let z2 = Z * Z;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z * libm::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n)) / (1.0 + z2 / n);
    Chance {
        chance: p,
        low: (centre - half).clamp(0.0, p),
        high: (centre + half).clamp(p, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_that_of_the_books_where_samples_are_yes_or_no() {
        let mut sum = ChanceSum::default();
        (0..100).for_each(|i| sum.add(f64::from(u8::from(i < 30))));
        let Chance { chance, low, high } = sum.chance();
        // Wilson for 30 of 100.
        assert!((chance - 0.3).abs() < 1e-12 && (low - 0.2189).abs() < 1e-4 && (high - 0.3958).abs() < 1e-4);
    }

    #[test]
    fn what_never_or_always_happened_is_not_certain() {
        let mut never = ChanceSum::default();
        (0..100).for_each(|_| never.add(0.0));
        assert!((never.chance().high - 0.0370).abs() < 1e-4 && never.chance().low == 0.0);
    }

    #[test]
    fn samples_that_agree_make_a_narrower_interval() {
        let mut sum = ChanceSum::default();
        (0..100).for_each(|i| sum.add(if i % 2 == 0 { 0.45 } else { 0.55 }));
        let found = sum.chance();
        assert!(found.high - found.low < 0.03 && found.low < 0.5 && found.high > 0.5);
    }
}
