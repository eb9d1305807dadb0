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
pub fn pushed(line: &LineInputs, outcome: &LineOutcome) -> Pushed {
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
        chance: at_least(needed, &passes),
    }
}

/// Chance that at least `least` of units with these pass rates pass: the exact tail of the Poisson binomial, by adding
/// one unit after the other to the distribution of the number that passes.
pub fn at_least(least: usize, passes: &[f64]) -> f64 {
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
        assert!((at_least(2, &[p; 3]) - exact).abs() < 1e-12);
        assert_eq!(at_least(0, &[]), 1.0);
        assert_eq!(at_least(4, &[1.0; 3]), 0.0);
        assert_eq!(at_least(3, &[1.0; 3]), 1.0);
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
            assert!((at_least(least, &passes) - exact).abs() < 1e-12);
        }
    }

    #[test]
    fn like_units_are_the_binomial_tail() {
        for least in 1..=20 {
            let tail = crate::sheet::chance_of_at_least(20, least, 0.696);
            assert!((at_least(least, &[0.696; 20]) - tail).abs() < 1e-9);
        }
    }

    #[test]
    fn the_default_plan_pushes_three_communes_so_that_two_pass() {
        let plan = crate::model::samples::default_plan();
        let evaluation = crate::engine::evaluate(&plan, plan.scenarios.first());
        let at = plan.lines.iter().position(|l| l.id == "advanced").unwrap_or_default();
        let found = pushed(&evaluation.inputs.lines[at], &evaluation.outcome.lines[at]);
        assert_eq!((found.units, found.needed), (3, 2));
        assert_eq!((found.chance * 100.0).round(), 91.0);
    }
}
