//! The plan that makes the most targets with a chance.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use ntm_planner::engine::sample::Sampler;
use ntm_planner::model::*;
use ntm_planner::optimise::*;
use std::sync::Arc;

fn searched(plan: &Plan, chance: f64, most: usize) -> (RobustAnswer, Robust) {
    let mut robust = Robust::new(Arc::new(plan.clone()), None, &Question::default(), chance, 300);
    for _ in 0..most {
        if robust.step().done {
            break;
        }
    }
    (robust.answer(), robust)
}

#[test]
fn it_is_no_worse_than_the_plan_as_it_is_and_its_chance_is_that_of_the_risk_screen() {
    let plan = samples::default_plan();
    for chance in [0.6, 0.9] {
        let (answer, robust) = searched(&plan, chance, 200);
        assert!(robust.progress().done);
        assert!(matches!(answer.way, Way::Samples(draws) if draws >= 50));
        let (own, before) = (answer.chance.unwrap(), answer.before.unwrap());
        println!("{chance}: {answer:?} after {}", robust.progress().tried);
        assert!(own.low <= own.chance && own.chance <= own.high);
        assert!(own.chance >= before.chance - 0.05, "{own:?} against {before:?}");
        // By the code of the screen of risks, on draws of its own.
        let scenario = Scenario {
            overrides: Question::default().applied(&plan, None, &answer.planned),
            ..Scenario::default()
        };
        let mut sampler = Sampler::new(Arc::new(plan.clone()), Some(&scenario), 5).unwrap();
        let made = sampler.targets_made(2_000, &(0..plan.lines.len()).collect::<Vec<_>>());
        let share = made.iter().filter(|n| **n >= answer.targets).count() as f64 / 2_000.0;
        assert!((share - own.chance).abs() < 0.08, "{share} against {own:?}");
    }
}

#[test]
fn a_surer_plan_makes_no_more_targets_and_money_without_end_makes_all() {
    let plan = samples::default_plan();
    let targets: Vec<usize> = [0.3, 0.7, 0.95]
        .iter()
        .map(|p| searched(&plan, *p, 200).0.targets)
        .collect();
    assert!(targets.windows(2).all(|pair| pair[0] >= pair[1]), "{targets:?}");
    let mut rich = plan;
    rich.sources.iter_mut().for_each(|s| s.amount.value *= 3.0);
    let (answer, _) = searched(&rich, 0.5, 200);
    assert!(answer.targets + 1 >= answer.of, "{answer:?}");
}

#[test]
fn cut_short_it_is_the_answer_at_chosen_quantiles_and_says_so() {
    let (answer, _) = searched(&samples::default_plan(), 0.8, 1);
    assert_eq!(answer.way, Way::Quantiles);
    assert!(answer.chance.is_some());
    assert_eq!(answer, searched(&samples::default_plan(), 0.8, 1).0);
}
