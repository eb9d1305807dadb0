//! Chance that enough of what is decided on passes: each unit on its own, with the pass rate of its round.

use super::{LineInputs, LineOutcome};

/// What a line pushes towards its goal, and how sure the goal is while money and work go as planned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pushed {
    /// Units that are decided on inside the plan, those recognised in closed months among them.
    pub units: usize,
    /// Units the goal asks for, whole.
    pub needed: usize,
    /// Chance (0–1) that at least `needed` of them pass.
    pub chance: f64,
}

/// Chance of a line's goal by its appraisal alone. With goals by year it is that of their sum.
pub fn measure_push(line: &LineInputs, outcome: &LineOutcome) -> Pushed {
    let settled = line.recognised_so_far().round().max(0.0) as usize;
    let mut passes: Vec<f64> = vec![1.0; settled];
    for (t, recognised) in outcome.recognised.iter().enumerate().skip(line.recognised.len()) {
        let pass = line.pass_at(t).clamp(0.0, 1.0);
        if pass > 0.0 {
            let units = libm::round(recognised / pass).max(0.0) as usize;
            passes.extend(std::iter::repeat_n(pass, units));
        }
    }
    let needed = libm::ceil(line.goal - 1e-9).max(0.0) as usize;
    Pushed {
        units: passes.len(),
        needed,
        chance: chance_of_at_least(needed, &passes),
    }
}

/// Chance that at least `least` of units with these pass rates pass: the exact tail of the Poisson binomial, by adding
/// one unit after the other to the distribution of the number that passes.
pub fn chance_of_at_least(least: usize, passes: &[f64]) -> f64 {
    if least == 0 {
        return 1.0;
    }
    if least > passes.len() {
        return 0.0;
    }
    // Only the counts below `least` matter: shape `[passed]`.
    let mut below = vec![0.0; least];
    below[0] = 1.0;
    for pass in passes {
        let pass = if pass.is_nan() { 0.0 } else { pass.clamp(0.0, 1.0) };
        for k in (0..least).rev() {
            let before = if k == 0 { 0.0 } else { below[k - 1] };
            below[k] = below[k] * (1.0 - pass) + before * pass;
        }
    }
    (1.0 - below.iter().sum::<f64>()).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_are_pushed_so_that_two_pass() {
        let p: f64 = 0.82;
        let exact = p.powi(3) + 3.0 * p * p * (1.0 - p);
        assert!((chance_of_at_least(2, &[p; 3]) - exact).abs() < 1e-12);
        assert_eq!(chance_of_at_least(0, &[]), 1.0);
        assert_eq!(chance_of_at_least(4, &[1.0; 3]), 0.0);
        assert_eq!(chance_of_at_least(3, &[1.0; 3]), 1.0);
    }

    #[test]
    fn unlike_units_by_listing_all_that_may_happen() {
        let passes = [0.9, 0.5, 0.2, 0.75];
        for least in 0..=passes.len() {
            let mut exact = 0.0;
            for set in 0..1_u32 << passes.len() {
                if set.count_ones() as usize >= least {
                    let one = |(i, p): (usize, &f64)| if set >> i & 1 == 1 { *p } else { 1.0 - p };
                    exact += passes.iter().enumerate().map(one).product::<f64>();
                }
            }
            assert!((chance_of_at_least(least, &passes) - exact).abs() < 1e-12);
        }
    }

    #[test]
    fn like_units_are_the_binomial_tail() {
        for least in 1..=20 {
            let tail = crate::engine::sample::pass_tails(least as f64, 0.696, 20)[20];
            assert!((chance(20, least, 0.696) - tail).abs() < 1e-12);
        }
    }

    /// Chance that at least `least` of `n` like units pass.
    fn chance(n: usize, least: usize, pass: f64) -> f64 {
        chance_of_at_least(least, &vec![pass; n])
    }

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

    #[test]
    fn the_default_plan_pushes_three_communes_so_that_two_pass() {
        let plan = crate::model::samples::default_plan();
        let evaluation = crate::engine::evaluate(&plan, plan.base());
        let at = plan.lines.iter().position(|l| l.id == "advanced").unwrap_or_default();
        let found = measure_push(&evaluation.inputs.lines[at], &evaluation.outcome.lines[at]);
        assert_eq!((found.units, found.needed), (3, 2));
        assert_eq!((found.chance * 100.0).round(), 91.0);
    }
}
