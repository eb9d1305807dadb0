//! The cheapest single changes that make a missed target, against enumeration.
#![allow(clippy::unwrap_used)]

mod common;

use common::{AT_ONCE, arb_case, fig, line, plan, source};
use ntm_planner::engine::{Change, Fix, apply_change, evaluate, fixes, resolve, simulate};
use ntm_planner::model::*;
use proptest::prelude::*;

fn with(plan: &Plan, change: &Change, l: usize) -> ntm_planner::engine::Outcome {
    let mut scenario = plan.scenarios.first().cloned().unwrap_or_default();
    apply_change(&mut scenario.overrides, change, plan, l);
    simulate(&resolve(plan, Some(&scenario)))
}

fn fixes_of(plan: &Plan, l: usize) -> Vec<Fix> {
    let scenario = plan.scenarios.first();
    fixes(plan, scenario, &evaluate(plan, scenario), l)
}

/// Two lines, one payer each; the second has money for two of its four units.
fn short_of_money() -> Plan {
    plan(
        vec![source("a", 100.0, AT_ONCE), source("b", 200.0, AT_ONCE)],
        vec![line("x", 2.0, 50.0, 1.0, &["a"]), line("y", 4.0, 100.0, 1.0, &["b"])],
    )
}

#[test]
fn a_target_short_of_two_units_is_made_by_the_money_of_two_units() {
    let found = fixes_of(&short_of_money(), 1);
    let amount = found
        .iter()
        .find(|f| matches!(f.change, Change::Amount { .. }))
        .unwrap();
    assert_eq!(
        amount.change,
        Change::Amount {
            source: "b".into(),
            from: 200.0,
            to: 400.0
        }
    );
    assert_eq!((amount.money, amount.loses.len()), (200.0, 0));
}

#[test]
fn a_source_that_may_not_pay_is_no_fix_and_a_met_target_needs_none() {
    let p = short_of_money();
    let found = fixes_of(&p, 1);
    let asks_a = |f: &&Fix| matches!(&f.change, Change::Amount { source, .. } if source == "a");
    assert!(found.iter().find(asks_a).is_none());
    assert!(fixes_of(&p, 0).is_empty());
}

#[test]
fn a_target_lost_at_appraisal_is_made_by_pushing_more_units() {
    let mut p = plan(
        vec![source("a", 10_000.0, AT_ONCE)],
        vec![line("x", 4.0, 50.0, 1.0, &["a"])],
    );
    p.lines[0].appraisal.stages = vec![Stage {
        name: "council".into(),
        pass: fig(0.5),
    }];
    p.scenarios = vec![Scenario::default()];
    p.scenarios[0].overrides.pushed.insert("x".into(), 4);
    let found = fixes_of(&p, 0);
    assert_eq!(found[0].change, Change::Pushed { from: 4, to: 8 });
    assert_eq!(found[0].money, 0.0);
}

#[test]
fn what_costs_another_target_is_told_last_and_names_it() {
    // One purse for two lines of one unit each, enough for one.
    let p = plan(
        vec![source("a", 100.0, AT_ONCE)],
        vec![line("x", 1.0, 100.0, 1.0, &["a"]), line("y", 1.0, 100.0, 1.0, &["a"])],
    );
    let found = fixes_of(&p, 1);
    let last = found.last().unwrap();
    assert_eq!((&last.change, &last.loses), (&Change::First, &vec!["x".to_owned()]));
    assert!(found[0].loses.is_empty());
}

/// Smallest amount on the grid from which on all amounts make the target, by trying every one.
fn enumerated(plan: &Plan, id: &str, l: usize, from: f64, to: f64) -> (Option<f64>, bool) {
    let steps = ((to - from) / 10.0 + 1e-9).floor() as usize;
    let makes = |k: usize| {
        let change = Change::Amount {
            source: id.into(),
            from,
            to: from + 10.0 * k as f64,
        };
        with(plan, &change, l).lines[l].is_met()
    };
    let made: Vec<bool> = (0..=steps).map(makes).collect();
    let first = made.iter().rposition(|m| !m).map_or(0, |k| k + 1);
    let monotone = made[..first.min(made.len())].iter().all(|m| !m);
    ((first <= steps).then_some(from + 10.0 * first as f64), monotone)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_fix_makes_its_target_and_says_the_score_it_leads_to((mut p, s) in arb_case()) {
        p.scenarios = vec![s];
        let scenario = p.scenarios.first();
        let before = evaluate(&p, scenario);
        for l in 0..p.lines.len() {
            let found = fixes(&p, scenario, &before, l);
            prop_assert!(found.len() <= 3);
            for fix in &found {
                let after = with(&p, &fix.change, l);
                prop_assert!(after.lines[l].is_met(), "{:?}", fix.change);
                prop_assert!((after.score - before.outcome.score - fix.score).abs() < 1e-12);
                let still = |id: &LineId| after.lines.iter().any(|x| &x.id == id && x.is_met());
                prop_assert!(!fix.loses.iter().any(still));
            }
            let harm: Vec<usize> = found.iter().map(|f| f.loses.len()).collect();
            prop_assert!(harm.is_sorted());
        }
    }

    #[test]
    fn the_amount_asked_of_a_source_is_the_smallest_of_all(money in 50.0..600.0_f64, cost in 40.0..150.0_f64) {
        let mut p = short_of_money();
        p.sources[1] = source("b", money.round(), AT_ONCE);
        p.lines[1] = line("y", 4.0, cost, 2.0, &["b"]);
        let asked = fixes_of(&p, 1).into_iter().find_map(|f| match f.change {
            Change::Amount { source, to, .. } if source == "b" => Some(to),
            _ => None,
        });
        let met = simulate(&resolve(&p, None)).lines[1].is_met();
        let from = money.round();
        let (expected, monotone) = enumerated(&p, "b", 1, from, from + 5_000.0);
        prop_assert!(monotone);
        if met {
            prop_assert_eq!(asked, None);
        } else {
            prop_assert_eq!(asked, expected);
        }
    }
}
