//! Outcomes of the sample plans that can be worked out by hand.

use ntm_planner::engine::{Evaluation, evaluate};
use ntm_planner::model::{Amount, Plan, Scenario, samples};

fn sample(name: &str) -> Plan {
    samples::by_name(name).unwrap()
}

fn recognised(e: &Evaluation, line: &str) -> f64 {
    e.outcome
        .lines
        .iter()
        .find(|l| l.id == line)
        .unwrap()
        .total_recognised()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

#[test]
fn with_the_money_of_2020_all_six_goals_of_2021_are_met() {
    let e = evaluate(&sample("thach-ha-2021"), None);
    assert_eq!(e.outcome.met(), 6);
    assert_eq!(e.outcome.score, 1.0);
    assert_eq!(e.outcome.debt, 0.0);
    // 12 · 300 + 200 · 45 + 2 · 15.000 + 25 · 2.500 + 3 · 25.000
    assert!(close(e.outcome.needed().iter().sum(), 180_100.0));
    // 46 % of what is released by January: 96 % of the budget lines and all of the rest.
    let free = 0.46 * (0.96 * (217_763.0 + 77_179.0) + 117_960.0 + 1_580.0 + 2_580.0 + 4_975.0);
    assert!(close(e.outcome.free().iter().sum(), free));
    assert!(close(recognised(&e, "advanced"), 3.0 * 0.82));
    assert!(close(recognised(&e, "ocop"), 12.0 * 0.8 * 0.87));
}

#[test]
fn a_tenth_or_a_fifth_less_of_all_money_loses_one_or_two_advanced_communes() {
    let plan = sample("thach-ha-2021");
    for (factor, communes) in [(0.9, 2.0), (0.8, 1.0)] {
        let mut scenario = Scenario::default();
        for source in &plan.sources {
            scenario
                .overrides
                .amounts
                .insert(source.id.clone(), Amount::Factor(factor));
        }
        let e = evaluate(&plan, Some(&scenario));
        assert!(close(recognised(&e, "advanced"), communes * 0.82));
        assert_eq!(e.outcome.met(), 5);
        assert!(close(e.outcome.score, (5.0 + communes * 0.41) / 6.0));
    }
}

#[test]
fn autumn_floods_delay_what_was_started_late() {
    let plan = sample("thach-ha-2021");
    let e = evaluate(&plan, plan.scenario("floods"));
    // Half speed from September to November: areas started after April and gardens started after June miss December.
    assert_eq!(recognised(&e, "residential"), 17.0);
    assert_eq!(recognised(&e, "gardens"), 150.0);
    assert!(close(recognised(&e, "advanced"), 1.64));
    assert!(close(recognised(&e, "model-commune"), 0.82));
    for (line, cause) in e.outcome.lines.iter().zip(&e.causes).filter(|(l, _)| !l.is_met()) {
        assert!(cause.time > 0.0 && cause.money == 0.0, "{}: {cause:?}", line.id);
    }
}

#[test]
fn less_community_money_costs_one_advanced_commune_and_the_next_step_brings_it_back() {
    let plan = sample("thach-ha-2021");
    let e = evaluate(&plan, plan.scenario("community-minus-25"));
    assert!(close(recognised(&e, "advanced"), 1.64));
    let short = 180_100.0 - e.outcome.free().iter().sum::<f64>();
    let step = e.worth[0].next_step.as_ref().unwrap();
    assert!((step.amount - short).abs() < 0.01, "{} against {short}", step.amount);
}

#[test]
fn the_year_2020_comes_out_as_reported_but_for_the_vote_on_its_one_commune() {
    let e = evaluate(&sample("thach-ha-2020"), None);
    assert_eq!(recognised(&e, "residential"), 35.0);
    assert_eq!(recognised(&e, "gardens"), 200.0);
    assert!(recognised(&e, "ocop") >= 10.0 && recognised(&e, "advanced") >= 2.0);
    assert!(
        close(recognised(&e, "ntm-commune"), 0.82),
        "the expected value of one commune that passes with 82 %"
    );
    assert!(close(e.outcome.needed().iter().sum(), 186_000.0));
}

#[test]
fn the_floods_of_october_and_november_2020_would_have_cost_six_areas_and_25_gardens() {
    let plan = sample("thach-ha-2020");
    let e = evaluate(&plan, plan.scenario("floods"));
    assert_eq!(
        (recognised(&e, "residential"), recognised(&e, "gardens")),
        (29.0, 175.0)
    );
}
