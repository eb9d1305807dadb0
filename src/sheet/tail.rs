//! Chance that enough of the units pushed pass.

/// Chance (0–1) that at least `least` of `pushed` units pass, each on its own with chance `pass` (0–1, cut to it):
/// the exact binomial tail, summed from the smaller side so that no digit is lost near 0 and 1.
pub fn chance_of_at_least(pushed: usize, least: usize, pass: f64) -> f64 {
    if least == 0 {
        return 1.0;
    }
    if least > pushed || pass.is_nan() || pass <= 0.0 {
        return 0.0;
    }
    if pass >= 1.0 {
        return 1.0;
    }
    let upper = least as f64 > pushed as f64 * pass;
    let sum: f64 = if upper {
        (least..=pushed).map(|k| exactly(pushed, k, pass)).sum()
    } else {
        1.0 - (0..least).map(|k| exactly(pushed, k, pass)).sum::<f64>()
    };
    sum.clamp(0.0, 1.0)
}

/// Chance that exactly `k` of `n` pass; `pass` is inside 0–1.
fn exactly(n: usize, k: usize, pass: f64) -> f64 {
    let ways: f64 = (0..k.min(n - k))
        .map(|i| libm::log((n - i) as f64) - libm::log((i + 1) as f64))
        .sum();
    let failed = (n - k) as f64;
    libm::exp(ways + k as f64 * libm::log(pass) + failed * libm::log1p(-pass))
}

#[cfg(test)]
mod tests {
    use super::chance_of_at_least as chance;

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-12, "{a} is not {b}");
    }

    #[test]
    fn three_pushed_so_that_two_pass() {
        let p: f64 = 0.82;
        near(chance(3, 2, p), p.powi(3) + 3.0 * p * p * (1.0 - p));
        assert_eq!((chance(3, 2, p) * 100.0).round(), 91.0);
    }

    #[test]
    fn closed_forms_of_the_ends() {
        for n in 1..30_usize {
            for p in [0.01, 0.3, 0.696, 0.999] {
                near(chance(n, 1, p), 1.0 - libm::pow(1.0 - p, n as f64));
                near(chance(n, n, p), libm::pow(p, n as f64));
            }
        }
    }

    #[test]
    fn nothing_asked_is_certain_and_more_than_pushed_is_impossible() {
        assert_eq!(chance(0, 0, 0.5), 1.0);
        assert_eq!(chance(5, 0, 0.0), 1.0);
        assert_eq!(chance(2, 3, 1.0), 0.0);
        assert_eq!(chance(3, 3, 1.0), 1.0);
        assert_eq!(chance(3, 1, 0.0), 0.0);
        assert_eq!(chance(3, 1, f64::NAN), 0.0);
    }

    #[test]
    fn a_fair_coin_is_symmetric_and_many_units_stay_finite() {
        near(chance(9, 5, 0.5), 0.5);
        let many = chance(1000, 500, 0.5);
        assert!((0.5..0.52).contains(&many), "{many}");
        let steps: Vec<f64> = (0..=40).map(|least| chance(40, least, 0.7)).collect();
        assert!(steps.windows(2).all(|w| w[1] <= w[0] + 1e-12));
    }
}
