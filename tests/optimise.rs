//! The best plan: bounds that hold, answers that are what they say.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use common::{arb_case, arb_plan};
use ntm_planner::engine::{Inputs, resolve, simulate};
use ntm_planner::model::*;
use ntm_planner::optimise::*;
use proptest::prelude::*;

/// All money of a plan times a factor.
fn with_money(plan: &Plan, factor: f64) -> Inputs {
    let mut plan = plan.clone();
    for source in &mut plan.sources {
        source.amount.value *= factor;
    }
    resolve(&plan, None)
}

#[test]
fn the_prototype_is_met_at_four_fifths_of_the_money() {
    let plan = samples::default_plan();
    for factor in [1.0, 0.8, 0.55, 0.3, 0.15] {
        let inputs = with_money(&plan, factor);
        let clock = std::time::Instant::now();
        let highest = bound(&inputs);
        let bound_ms = clock.elapsed().as_secs_f64() * 1e3;
        let clock = std::time::Instant::now();
        let answer = optimise(&inputs, 100_000);
        println!(
            "{factor}: simulated {:.6}, best {:.6}, bound {highest:.6} ({bound_ms:.3} ms), {:?}, cost {:.0}, {:.3} ms",
            answer.before,
            answer.score,
            answer.progress,
            answer.cost,
            clock.elapsed().as_secs_f64() * 1e3
        );
        verify(&inputs, &answer.planned, answer.score).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_bound_is_never_below_the_best_plan_nor_that_below_the_plan_as_it_is((plan, scenario) in arb_case()) {
        let inputs = resolve(&plan, Some(&scenario));
        let now = simulate(&inputs).score;
        let highest = bound(&inputs);
        let answer = optimise(&inputs, 400);
        prop_assert!(highest >= now - 1e-9, "bound {highest} below the run's {now}");
        prop_assert!(highest >= answer.score - 1e-9, "bound {highest} below {answer:?}");
        prop_assert!(answer.score >= now - 1e-9 || !answer.planned.communes.is_empty(), "{answer:?} below {now}");
    }

    #[test]
    fn answers_pass_every_check((plan, scenario) in arb_case()) {
        let inputs = resolve(&plan, Some(&scenario));
        prop_assume!(inputs.discipline != Discipline::PayAsYouGo);
        let answer = optimise(&inputs, 400);
        prop_assert!(verify(&inputs, &answer.planned, answer.score).is_ok(), "{:?}", verify(&inputs, &answer.planned, answer.score).err());
    }
}
