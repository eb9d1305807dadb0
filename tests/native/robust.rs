//! The plan that makes the most targets with a chance.

use crate::common::{AT_ONCE, fig, line, plan, source};
use ntm_planner::engine::resolve;
use ntm_planner::engine::sample::Sampler;
use ntm_planner::model::*;
use ntm_planner::optimise::*;

fn searched(plan: &Plan, chance: f64, most: usize) -> (RobustAnswer, Robust) {
    let mut robust = Robust::new(plan.ground.clone(), None, &Question::default(), chance, 300);
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
        assert!(matches!(answer.way, RobustMethod::Samples(draws) if draws >= 50));
        let (own, before) = (answer.chance.unwrap(), answer.before.unwrap());
        println!("{chance}: {answer:?} after {}", robust.progress().tried);
        assert!(own.low <= own.chance && own.chance <= own.high);
        assert!(own.chance >= before.chance - 0.05, "{own:?} against {before:?}");
        assert!(
            answer
                .at_most
                .is_some_and(|most| most >= answer.targets && most <= answer.of)
        );
        // By the code of the screen of risks, on draws of its own.
        let scenario = Scenario {
            overrides: Question::default().apply_starts(&plan, None, &answer.planned),
            ..Scenario::default()
        };
        let mut sampler = Sampler::new(plan.ground.clone(), Some(&scenario), 5).unwrap();
        let made = sampler.count_targets(2_000, &(0..plan.lines.len()).collect::<Vec<_>>());
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
    assert_eq!(answer.way, RobustMethod::Quantiles);
    assert!(answer.chance.is_some());
    assert_eq!(answer, searched(&samples::default_plan(), 0.8, 1).0);
}

/// Every plan that starts at most two units of each line in the first or third month, on the draws of the search.
#[test]
fn no_plan_of_all_that_are_tried_makes_more_targets_than_the_bound_says() {
    let mut bounded = 0;
    for (nth, share) in [0.35, 0.5, 0.65, 0.8, 1.2].into_iter().enumerate() {
        let sources = vec![
            source("s0", 2_000.0 * share, AT_ONCE),
            source("s1", 900.0 * share, AT_ONCE),
        ];
        let mut lines = vec![
            line("l0", 1.0, 600.0, 2.0, &["s0"]),
            line("l1", 2.0, 400.0, 3.0, &["s0", "s1"]),
            line("l2", 1.0, 500.0, 2.0, &["s1"]),
        ];
        for (l, line) in lines.iter_mut().enumerate() {
            line.candidates.value = 3.0;
            let pass = fig([0.7, 0.85, 0.95][(l + nth) % 3]);
            line.appraisal.stages = vec![Stage {
                name: "council".into(),
                pass,
            }];
            line.average_cost = Range {
                low: 0.7,
                likely: 1.0,
                high: 1.6,
                ..line.average_cost.clone()
            };
        }
        let plan = plan(sources, lines);
        let inputs = resolve(&plan, None);
        let all = [0, 1, 2];
        for chance in [0.4, 0.7, 0.9] {
            let answer = searched(&plan, chance, 200).0;
            let RobustMethod::Samples(draws) = answer.way else {
                panic!("{answer:?}")
            };
            let at_most = answer.at_most.unwrap();
            bounded += usize::from(at_most < answer.of);
            let mut best = 0;
            for code in 0..(4_usize * 4).pow(3) {
                let mut planned = PlannedStarts::default();
                let mut rest = code;
                for of in &inputs.lines {
                    let mut starts = vec![0; inputs.months];
                    (starts[0], starts[2]) = ((rest % 4) as u32, (rest / 4 % 4) as u32);
                    rest /= 16;
                    planned.starts.insert(of.id.clone(), starts);
                }
                if planned.starts.values().any(|s| s.iter().sum::<u32>() > 3) {
                    continue;
                }
                let scenario = Scenario {
                    overrides: Question::default().apply_starts(&plan, None, &planned),
                    ..Scenario::default()
                };
                let mut sampler = Sampler::new(plan.ground.clone(), Some(&scenario), 20_210_122).unwrap();
                let made = sampler.count_targets(draws, &all);
                let enough = |n: usize| made.iter().filter(|m| **m >= n).count() as f64 >= chance * draws as f64;
                best = best.max((0..=3).rev().find(|n| enough(*n)).unwrap_or(0));
            }
            assert!(best <= at_most, "{best} made, at most {at_most}");
            assert!(answer.targets + 1 >= best, "{answer:?} where {best} are made");
            println!("{share} {chance}: {} of {best}, at most {at_most}", answer.targets);
        }
    }
    assert!(bounded > 0, "a bound that bounds nothing");
}
