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

/// Writes problems for another solver to judge, with what this one says: `NTM_LP_DIR=/tmp/lp cargo test --test optimise
/// problems_for_another_solver -- --ignored`.
#[test]
#[ignore = "writes files"]
fn problems_for_another_solver() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::{Config, TestRunner};
    let folder = std::path::PathBuf::from(std::env::var_os("NTM_LP_DIR").unwrap());
    std::fs::create_dir_all(&folder).unwrap();
    let mut told = String::new();
    let mut write = |name: String, inputs: &Inputs| {
        let answer = optimise(inputs, 200_000);
        std::fs::write(folder.join(format!("{name}.lp")), lp_file(inputs)).unwrap();
        let progress = answer.progress;
        let payg = inputs.discipline == Discipline::PayAsYouGo
            || inputs
                .lines
                .iter()
                .any(|l| l.communes.iter().any(|c| c.pick == Pick::In));
        told += &format!(
            "{name} {:?} {:?} {:?} {} {} {}\n",
            answer.score,
            progress.bound,
            bound(inputs),
            progress.steps,
            progress.done,
            u8::from(payg)
        );
    };
    for name in ["thach-ha-2021", "minh-hoa-xa"] {
        let plan = samples::by_name(name).unwrap();
        for factor in [100, 80, 55, 30, 15] {
            write(
                format!("{name}-{factor}"),
                &with_money(&plan, f64::from(factor) / 100.0),
            );
        }
    }
    let mut runner = TestRunner::deterministic();
    let _ = Config::default();
    for index in 0..400 {
        let (plan, scenario) = arb_case().new_tree(&mut runner).unwrap().current();
        write(format!("case-{index}"), &resolve(&plan, Some(&scenario)));
    }
    std::fs::write(folder.join("told.txt"), told).unwrap();
}
