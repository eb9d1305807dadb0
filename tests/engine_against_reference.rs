//! The engine against the model written a second time.
#![allow(clippy::unwrap_used)]

mod common;
mod reference;

use common::{arb_caps, arb_case, with_single_payers};
use ntm_planner::engine::{resolve, simulate};
use ntm_planner::model::{Discipline, Plan, Scenario};
use proptest::prelude::*;
use reference::Reference;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 + 1e-7 * a.abs().max(b.abs())
}

fn all_close(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| close(*a, *b))
}

fn compare(plan: &Plan, scenario: &Scenario) -> Result<(), TestCaseError> {
    let expected: Reference = reference::run(plan, scenario);
    if !expected.sound {
        return Ok(());
    }
    let inputs = resolve(plan, Some(scenario));
    let found = simulate(&inputs);
    for (l, line) in found.lines.iter().enumerate() {
        prop_assert_eq!(&line.started, &expected.started[l], "starts of line {}", l);
        prop_assert!(
            all_close(&line.recognised, &expected.recognised[l]),
            "recognised of line {l}"
        );
        prop_assert!(
            all_close(&line.needed, &expected.needed[l]),
            "bills of line {l}: {:?} against {:?}",
            line.needed,
            expected.needed[l]
        );
        prop_assert!(close(line.attainment, expected.attainment[l]), "attainment of line {l}");
    }
    let mut communes: Vec<String> = found.communes.iter().filter_map(|c| c.id.clone()).collect();
    communes.sort();
    prop_assert_eq!(communes, expected.communes);
    for (s, source) in found.sources.iter().enumerate() {
        prop_assert!(
            all_close(&source.released, &expected.released[s]),
            "release of source {s}"
        );
        if inputs.discipline != Discipline::PayAsYouGo {
            prop_assert!(
                close(source.total_paid(), expected.paid[s]),
                "paid by source {s}: {} against {}",
                source.total_paid(),
                expected.paid[s]
            );
        }
    }
    if inputs.discipline != Discipline::PayAsYouGo {
        prop_assert!(
            close(found.debt, expected.debt),
            "debt {} against {}",
            found.debt,
            expected.debt
        );
    }
    prop_assert!(close(found.score, expected.score));
    Ok(())
}

/// Bridge instead of pay as you go.
fn waiting(discipline: Discipline) -> Discipline {
    match discipline {
        Discipline::PayAsYouGo => Discipline::default(),
        other => other,
    }
}

fn without_pay_as_you_go((mut plan, mut scenario): (Plan, Scenario)) -> (Plan, Scenario) {
    plan.discipline = waiting(plan.discipline);
    scenario.overrides.discipline = scenario.overrides.discipline.map(waiting);
    (plan, scenario)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn runs_with_waiting_bills_are_those_of_the_model((plan, scenario) in arb_case().prop_map(without_pay_as_you_go)) {
        compare(&plan, &scenario)?;
    }

    #[test]
    fn runs_with_caps_are_those_of_the_model(
        (plan, scenario) in arb_case().prop_map(without_pay_as_you_go),
        caps in arb_caps(),
    ) {
        let (mut plan, mut scenario) = (plan, scenario);
        plan.sources.iter_mut().for_each(|s| s.carries_over = true);
        scenario.overrides.caps = caps.into_iter().filter(|(l, _)| plan.line(l).is_some()).collect();
        compare(&plan, &scenario)?;
    }

    #[test]
    fn runs_with_one_payer_a_line_are_those_of_the_model((plan, scenario) in arb_case().prop_map(with_single_payers)) {
        compare(&plan, &scenario)?;
    }

    #[test]
    fn pay_as_you_go_with_one_payer_a_line_is_that_of_the_model(
        (plan, scenario) in arb_case().prop_map(with_single_payers),
    ) {
        let mut scenario = scenario;
        scenario.overrides.discipline = Some(Discipline::PayAsYouGo);
        compare(&plan, &scenario)?;
    }
}
