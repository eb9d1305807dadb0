//! The engine against the model written a second time.

use crate::common::{arb_caps, arb_case, fig, with_single_payers};
use ntm_planner::engine::{resolve, simulate};
use ntm_planner::model::{Certificate, Discipline, Plan, Scenario};
use proptest::prelude::*;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 + 1e-7 * a.abs().max(b.abs())
}

/// As close as parts of a renewal are.
fn nearly(a: &[f64], b: &[f64]) -> bool {
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-4 + 1e-6 * a.abs().max(b.abs());
    a.len() == b.len() && a.iter().zip(b).all(near)
}

fn all_close(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| close(*a, *b))
}

fn compare(plan: &Plan, scenario: &Scenario) -> Result<(), TestCaseError> {
    let expected: ntm_reference::Reference = ntm_reference::run(plan, scenario);
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

fn arb_certificate() -> impl Strategy<Value = (f64, Option<Certificate>)> {
    let certificate = (1_u32..30, 1_u32..=4, 0_u32..60).prop_map(|(validity, quarters, cost)| Certificate {
        validity: fig(f64::from(validity)),
        renewed: fig(f64::from(quarters) * 0.25),
        cost: Some(fig(f64::from(cost))),
    });
    (
        (0_u32..20).prop_map(f64::from),
        proptest::option::weighted(0.7, certificate),
    )
}

fn compare_renewals(plan: &Plan, scenario: &Scenario) -> Result<(), TestCaseError> {
    let expected = ntm_reference::run(plan, scenario);
    if !expected.sound {
        return Ok(());
    }
    let found = simulate(&resolve(plan, Some(scenario)));
    for (l, line) in found.lines.iter().enumerate() {
        prop_assert_eq!(&line.started, &expected.started[l], "starts of line {}", l);
        prop_assert!(
            nearly(&line.needed, &expected.needed[l]),
            "bills of line {l}: {:?} {:?}",
            line.needed,
            expected.needed[l]
        );
        prop_assert!(
            nearly(&line.stock, &expected.stock[l]),
            "stock of line {l}: {:?} {:?}",
            line.stock,
            expected.stock[l]
        );
        if !line.renewed.is_empty() {
            prop_assert!(nearly(&line.renewed, &expected.renewed[l]), "renewed of line {l}");
        }
    }
    if resolve(plan, Some(scenario)).discipline != Discipline::PayAsYouGo {
        prop_assert!(
            nearly(&[found.debt], &[expected.debt]),
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

proptest! {
    // Every renewal is a search for how much can be paid.
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn renewals_that_cost_money_are_those_of_the_model(
        (plan, scenario) in arb_case().prop_map(without_pay_as_you_go),
        certificates in proptest::collection::vec(arb_certificate(), 4),
    ) {
        let mut plan = plan;
        plan.calendar.months = plan.calendar.months.min(37);
        for (line, (stock, certificate)) in plan.lines.iter_mut().zip(certificates) {
            line.stock = Some(fig(stock));
            line.certificate = certificate;
        }
        compare_renewals(&plan, &scenario)?;
    }

    #[test]
    fn renewals_paid_as_you_go_with_one_payer_a_line_are_those_of_the_model(
        (plan, scenario) in arb_case().prop_map(with_single_payers),
        certificates in proptest::collection::vec(arb_certificate(), 4),
    ) {
        let (mut plan, mut scenario) = (plan, scenario);
        scenario.overrides.discipline = Some(Discipline::PayAsYouGo);
        for (line, (stock, certificate)) in plan.lines.iter_mut().zip(certificates) {
            line.stock = Some(fig(stock));
            line.certificate = certificate;
        }
        compare_renewals(&plan, &scenario)?;
    }
}
