//! The chance that enough of the units decided on pass: a binomial tail.

/// Fewest recognised units with which a goal counts as met, with the tolerance of the plain run.
pub fn count_enough(goal: f64) -> usize {
    if goal <= 0.0 {
        return 0;
    }
    let least = libm::ceil(goal * (1.0 - 1e-9));
    // Beyond any number of units.
    if least < 1e9 { least as usize } else { usize::MAX }
}

/// Chance that at least [`count_enough`] of `n` units pass, each with chance `pass`, for `n` up to `most`: shape `[n]`.
///
/// One more unit helps exactly if it passes after one too few have: `P(n + 1) = P(n) + pass · P(X_n = enough − 1)`.
pub fn pass_tails(goal: f64, pass: f64, most: usize) -> Vec<f64> {
    let enough = count_enough(goal);
    let certain = |n: usize| f64::from(u8::from(n >= enough));
    if enough == 0 || pass >= 1.0 {
        return (0..=most).map(certain).collect();
    }
    let mut tail = vec![0.0; most + 1];
    if pass <= 0.0 {
        return tail;
    }
    let (pass_log, fail_log) = (libm::log(pass), libm::log1p(-pass));
    let missing = enough - 1;
    // Logarithm of the chance that `missing` of `n` pass, from `n = missing` on.
    let mut log = missing as f64 * pass_log;
    let mut sum = 0.0;
    for (n, slot) in tail.iter_mut().enumerate().skip(enough) {
        sum += pass * libm::exp(log);
        *slot = f64::min(sum, 1.0);
        log += libm::log(n as f64 / (n - missing) as f64) + fail_log;
    }
    tail
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(n: u32, k: u32) -> f64 {
        (0..k).map(|i| f64::from(n - i) / f64::from(i + 1)).product()
    }

    #[test]
    fn it_is_the_binomial_tail() {
        for (goal, pass) in [(8.0, 0.8 * 0.87), (1.0, 0.82), (2.0, 0.5), (7.5, 0.3)] {
            let found = pass_tails(goal, pass, 20);
            for n in 0..=20_u32 {
                let exact: f64 = (count_enough(goal) as u32..=n)
                    .map(|k| choose(n, k) * pass.powi(k as i32) * (1.0 - pass).powi((n - k) as i32))
                    .sum();
                assert!((found[n as usize] - exact).abs() < 1e-13, "{goal} of {n} at {pass}");
            }
        }
    }

    #[test]
    fn a_thousand_units_are_no_trouble() {
        let found = pass_tails(800.0, 0.82, 1000);
        assert!(found[1000] > 0.9 && found[1000] < 1.0 && found[799] == 0.0);
        assert!(found.windows(2).all(|w| w[0] <= w[1]));
    }

    #[test]
    fn certain_passes_and_empty_goals_are_certain() {
        assert_eq!(pass_tails(3.0, 1.0, 4), [0.0, 0.0, 0.0, 1.0, 1.0]);
        assert_eq!(pass_tails(0.0, 0.5, 1), [1.0, 1.0]);
        assert_eq!(pass_tails(1.0, 0.0, 2), [0.0, 0.0, 0.0]);
    }
}
