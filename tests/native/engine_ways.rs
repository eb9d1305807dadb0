//! Ways over several levers against all combinations of small plans.

use crate::common::{AT_ONCE, fig, line, plan, source};
use ntm_planner::edit::{Session, changes_command};
use ntm_planner::engine::sample::{Aim, Effort, Lever, Sampler, Way, Ways, WaysRequest, set_lever};
use ntm_planner::engine::{resolve, simulate};
use ntm_planner::model::*;
use std::sync::Arc;

const SEED: u64 = 5;
const SAMPLES: usize = 64;

/// Two lines of which some units do not pass, with money for the units that the goals need on average and no more.
fn capped() -> Plan {
    let staged = |id: &str, goal: f64, pass: f64, candidates: f64| {
        let mut line = line(id, goal, 100.0, 2.0, &["s"]);
        line.candidates = fig(candidates);
        line.starts_per_month = fig(30.0);
        line.appraisal.stages = vec![Stage {
            name: "stage".into(),
            pass: fig(pass),
        }];
        line
    };
    let mut plan = plan(
        vec![source("s", 1000.0, AT_ONCE)],
        vec![staged("a", 4.0, 0.7, 12.0), staged("b", 3.0, 0.8, 9.0)],
    );
    plan.lines[0].average_cost = Range::new(0.9, 1.0, 1.1, Origin::default());
    plan.scenarios = vec![
        Scenario {
            id: "base".into(),
            ..Scenario::default()
        }
        .into(),
    ];
    plan
}

fn pushed(id: &str) -> Lever {
    Lever::Pushed(id.into())
}

fn levers() -> Vec<Lever> {
    vec![
        Lever::AllMoney,
        Lever::Source("s".into()),
        pushed("a"),
        pushed("b"),
        Lever::CostLevel,
        Lever::StartMonth("a".into()),
    ]
}

fn search(plan: &Arc<Plan>, aim: Aim, levers: Vec<Lever>) -> Ways {
    Ways::new(WaysRequest {
        ground: plan.ground.clone(),
        scenario: plan.base().cloned(),
        aim,
        levers,
        effort: Effort {
            samples: SAMPLES,
            seed: SEED,
        },
    })
    .unwrap()
}

fn with(plan: &Plan, moves: &[(Lever, f64)]) -> Scenario {
    let mut scenario = plan.base().cloned().unwrap_or_default();
    let inputs = resolve(plan, Some(&scenario));
    for (lever, value) in moves {
        set_lever(&mut scenario.overrides, lever, *value, &inputs);
    }
    scenario
}

fn joint(plan: &Arc<Plan>, scenario: &Scenario, samples: usize) -> f64 {
    let mut sampler = Sampler::new(plan.ground.clone(), Some(scenario), SEED).unwrap();
    sampler.advance(samples);
    sampler.chances().0.chance
}

fn apply_way(plan: &Arc<Plan>, way: &Way) -> Scenario {
    let inputs = resolve(plan, plan.base());
    let mut session = Session::open((**plan).clone());
    let command = changes_command(plan, "base", &way.changes, &inputs).unwrap();
    let now = session.apply(command).unwrap();
    now.plan.base().cloned().unwrap_or_default()
}

#[test]
fn where_appraisal_caps_the_chance_money_alone_does_not_reach_it_and_units_with_money_do() {
    let plan = Arc::new(capped());
    let mut ways = search(&plan, Aim::JointChance(0.8), levers());
    assert!(ways.advance(|| false));
    for money in [Lever::AllMoney, Lever::Source("s".into())] {
        let found = ways.unreached().iter().find(|u| u.changes[0].lever == money).unwrap();
        assert!(
            found.changes.len() == 1 && found.chance.unwrap().chance < 0.8,
            "{found:?}"
        );
        assert!(
            ways.ways()
                .iter()
                .all(|w| w.changes.len() > 1 || w.changes[0].lever != money)
        );
    }
    let best = &ways.ways()[0];
    let kinds = |way: &Way| way.changes.iter().any(|c| matches!(c.lever, Lever::Pushed(_)));
    assert!(kinds(best) && best.changes.len() > 1, "{best:?}");
    // The cheapest first, and what is told of each is so.
    let totals: Vec<f64> = ways.ways().iter().map(|w| w.price.total()).collect();
    assert!(totals.windows(2).all(|w| w[0] <= w[1]), "{totals:?}");
    for way in ways.ways() {
        let reached = apply_way(&plan, way);
        assert!(joint(&plan, &reached, SAMPLES) >= 0.8, "{way:?}");
        assert_eq!(joint(&plan, &reached, 4 * SAMPLES), way.chance.unwrap().chance);
    }
}

#[test]
fn no_combination_of_units_and_money_is_much_cheaper_than_the_way_found() {
    let plan = Arc::new(capped());
    for wanted in [0.6, 0.8, 0.9] {
        let mut ways = search(&plan, Aim::JointChance(wanted), levers());
        ways.advance(|| false);
        let found = ways.ways()[0].price.total();
        let mut cheapest = f64::INFINITY;
        for a in 6..=11 {
            for b in 4..=8 {
                for money in (1000..=2000).step_by(50) {
                    let price = f64::from((a - 6 + b - 4) * 100 + money - 1000);
                    let moves = [
                        (pushed("a"), f64::from(a)),
                        (pushed("b"), f64::from(b)),
                        (Lever::Source("s".into()), f64::from(money)),
                    ];
                    if price < cheapest && joint(&plan, &with(&plan, &moves), SAMPLES) >= wanted {
                        cheapest = price;
                    }
                }
            }
        }
        assert!(found <= 1.1 * cheapest + 10.0, "{wanted}: {found} for {cheapest}");
    }
}

#[test]
fn what_all_levers_together_do_not_reach_is_told_with_the_chance_there() {
    let mut plan = capped();
    plan.lines[0].candidates = fig(6.0);
    let plan = Arc::new(plan);
    let mut ways = search(&plan, Aim::JointChance(0.95), levers());
    ways.advance(|| false);
    assert!(ways.ways().is_empty(), "{:?}", ways.ways());
    let last = ways.unreached().last().unwrap();
    assert!(last.changes.len() > 1 && last.chance.unwrap().chance < 0.95, "{last:?}");
    let all = [(pushed("b"), 9.0), (Lever::AllMoney, 3.0), (Lever::CostLevel, 0.25)];
    assert!(joint(&plan, &with(&plan, &all), SAMPLES) < 0.95);
}

#[test]
fn slices_find_what_one_go_finds_and_say_how_far_they_are() {
    let plan = Arc::new(capped());
    let mut whole = search(&plan, Aim::JointChance(0.8), levers());
    whole.advance(|| false);
    let mut sliced = search(&plan, Aim::JointChance(0.8), levers());
    let (mut slices, mut before) = (0, 0.0);
    while !sliced.advance(|| true) {
        assert!(
            (before..1.0).contains(&sliced.progress()),
            "{before} {}",
            sliced.progress()
        );
        before = sliced.progress();
        slices += 1;
    }
    assert!(slices > 50 && sliced.progress() == 1.0, "{slices}");
    assert_eq!((sliced.ways(), sliced.unreached()), (whole.ways(), whole.unreached()));
}

#[test]
fn a_goal_of_the_plain_run_is_sought_too_and_one_that_is_met_costs_nothing() {
    let mut plan = capped();
    plan.sources[0].amount = fig(700.0);
    let plan = Arc::new(plan);
    let mut ways = search(&plan, Aim::All, levers());
    ways.advance(|| false);
    assert!(!ways.ways().is_empty());
    for way in ways.ways() {
        assert!(way.chance.is_none());
        let outcome = simulate(&resolve(&plan, Some(&apply_way(&plan, way))));
        assert!(outcome.lines.iter().all(|l| l.is_met()), "{way:?}");
    }
    let rich = Arc::new(capped());
    let mut met = search(&rich, Aim::Line("b".into()), levers());
    met.advance(|| false);
    assert!(met.ways()[0].changes.is_empty() && met.ways()[0].price.total() == 0.0);
}

#[test]
fn a_request_survives_being_written_and_read() {
    let plan = Arc::new(capped());
    let request = search(&plan, Aim::LineChance("a".into(), 0.8), levers())
        .request()
        .clone();
    let written = serde_json::to_string(&request).unwrap();
    assert_eq!(serde_json::from_str::<WaysRequest>(&written).unwrap(), request);
}
