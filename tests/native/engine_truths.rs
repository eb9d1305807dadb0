//! Runs small enough to work out by hand.

use crate::common::{AT_ONCE, fig, line, plan, source};
use ntm_planner::engine::{Outcome, evaluate, explain_loss, find_missing_money, measure_worth, resolve, simulate};
use ntm_planner::model::*;

fn run(plan: &Plan) -> Outcome {
    simulate(&resolve(plan, None))
}

/// Twelve equal months, everything in by December.
fn monthly() -> [f64; RELEASE_POINTS] {
    std::array::from_fn(|t| ((t + 1) as f64 / 12.0).min(1.0))
}

fn rounds(months: &[u8]) -> Rounds {
    Rounds::Months {
        months: months.to_vec(),
    }
}

#[test]
fn release_follows_the_curve_and_other_works_take_their_share_of_every_month() {
    let mut s = source("a", 1200.0, monthly());
    s.other_works = fig(0.25);
    let out = run(&plan(vec![s], vec![line("x", 0.0, 1.0, 1.0, &["a"])]));
    for t in 0..12 {
        assert!((out.sources[0].released[t] - 100.0).abs() < 1e-9);
        assert!((out.sources[0].other_works[t] - 25.0).abs() < 1e-9);
    }
    assert_eq!(out.sources[0].released[12], 0.0);
    assert!((out.sources[0].left[12] - 900.0).abs() < 1e-9);
}

#[test]
fn the_thirteenth_point_falls_in_the_january_after_and_each_budget_year_repeats_the_curve() {
    let mut points = [0.5; RELEASE_POINTS];
    points[12] = 0.96;
    let mut p = plan(
        vec![source("a", 1000.0, points)],
        vec![line("x", 0.0, 1.0, 1.0, &["a"])],
    );
    p.calendar.months = 25;
    let out = run(&p);
    assert_eq!(out.sources[0].released[0], 500.0);
    assert!(
        (out.sources[0].released[12] - (460.0 + 500.0)).abs() < 1e-9,
        "rest of the first year and start of the second"
    );
    assert!(
        (out.sources[0].released[24] - 460.0).abs() < 1e-9,
        "the third January opens no new budget"
    );
}

#[test]
fn even_starts_are_halves_up_over_the_months_that_are_still_recognised() {
    let mut l = line("x", 5.0, 0.0, 4.0, &["a"]);
    l.appraisal.lag = fig(1.0);
    l.appraisal.rounds = rounds(&[12]);
    // Work of 4 months and 1 month of appraisal before December: starts in January to August, K = 8.
    let out = run(&plan(vec![source("a", 0.0, AT_ONCE)], vec![l]));
    // round(5k/8), halves up: 1 1 2 3 3 4 4 5
    assert_eq!(out.lines[0].started[..8], [1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0]);
    assert_eq!(out.lines[0].recognised[11], 5.0);
    assert_eq!(out.lines[0].attainment, 1.0);
}

#[test]
fn a_unit_of_one_month_finishes_in_the_month_it_starts() {
    let mut p = plan(vec![source("a", 0.0, AT_ONCE)], vec![line("x", 1.0, 0.0, 1.0, &["a"])]);
    p.schedule = Schedule::Early;
    let out = run(&p);
    assert_eq!(out.lines[0].finished[0], 1.0);
    assert_eq!(
        out.lines[0].submitted[1], 1.0,
        "a January at the start decides for the year before"
    );
}

#[test]
fn work_that_ends_after_the_last_round_is_not_recognised_in_this_plan() {
    let mut l = line("x", 1.0, 0.0, 6.0, &["a"]);
    l.appraisal.lag = fig(1.0);
    l.appraisal.rounds = rounds(&[6]);
    let out = run(&plan(vec![source("a", 0.0, AT_ONCE)], vec![l]));
    assert_eq!(
        (
            out.lines[0].total_started(),
            out.lines[0].total_finished(),
            out.lines[0].total_recognised()
        ),
        (1.0, 1.0, 0.0)
    );
}

#[test]
fn the_funnel_pushes_enough_units_for_the_goal_after_its_stages() {
    let mut l = line("ocop", 8.0, 300.0, 6.0, &["a"]);
    l.appraisal.stages = [0.8, 0.87]
        .iter()
        .map(|p| Stage {
            name: "stage".into(),
            pass: fig(*p),
        })
        .collect();
    let out = run(&plan(vec![source("a", 10_000.0, AT_ONCE)], vec![l]));
    // 8 / (0,80 · 0,87) = 11,49… → 12 units; 12 · 0,696 = 8,352 recognised.
    assert_eq!(out.lines[0].total_started(), 12.0);
    assert!((out.lines[0].total_recognised() - 8.352).abs() < 1e-9);
}

#[test]
fn money_buys_whole_units_in_priority_order_and_holds_none_back_from_the_next_line() {
    let lines = vec![
        line("dear", 3.0, 400.0, 1.0, &["a"]),
        line("cheap", 3.0, 100.0, 1.0, &["a"]),
    ];
    let mut p = plan(vec![source("a", 1000.0, AT_ONCE)], lines);
    p.schedule = Schedule::Early;
    let out = run(&p);
    // 2 · 400 fit; the third would need 1.200; the remaining 200 start two of the next line.
    assert_eq!((out.lines[0].total_started(), out.lines[1].total_started()), (2.0, 2.0));
    assert_eq!(out.sources[0].total_left(), 0.0);
}

#[test]
fn a_greedy_reservation_would_fail_where_a_financing_exists() {
    // The flexible source must be kept for the line that only it can pay.
    let lines = vec![
        line("any", 1.0, 100.0, 1.0, &["strict", "wide"]),
        line("only-wide", 1.0, 100.0, 1.0, &["wide"]),
    ];
    for sources in [["strict", "wide"], ["wide", "strict"]] {
        let p = plan(
            sources.iter().map(|s| source(s, 100.0, AT_ONCE)).collect(),
            lines.clone(),
        );
        assert_eq!(run(&p).score, 1.0, "whatever the order of the sources");
    }
}

#[test]
fn largest_shares_limit_what_a_source_may_pay() {
    let mut l = line("x", 4.0, 100.0, 1.0, &[]);
    l.recipe.insert("a".into(), Share { max: 0.6, min: 0.0 });
    l.recipe.insert("b".into(), Share { max: 0.5, min: 0.0 });
    let p = plan(vec![source("a", 1000.0, AT_ONCE), source("b", 100.0, AT_ONCE)], vec![l]);
    let out = run(&p);
    // b must pay at least 40 % of each unit: 100 / 40 = 2,5 → 2 units.
    assert_eq!(out.lines[0].total_started(), 2.0);
    assert!(out.sources[0].paid_to[0] <= 120.0 + 1e-9);
}

#[test]
fn a_smallest_share_that_cannot_be_paid_stops_the_line() {
    let mut l = line("x", 4.0, 100.0, 1.0, &["a"]);
    l.recipe.insert("b".into(), Share { max: 0.5, min: 0.25 });
    let p = plan(vec![source("a", 1000.0, AT_ONCE), source("b", 60.0, AT_ONCE)], vec![l]);
    let out = run(&p);
    // 60 / 25 = 2,4 → 2 units; b pays a quarter of each at least.
    assert_eq!(out.lines[0].total_started(), 2.0);
    assert!(out.sources[1].paid_to[0] >= 50.0 - 1e-9);
}

#[test]
fn builders_wait_at_most_as_long_as_the_discipline_says() {
    let mut points = [0.0; RELEASE_POINTS];
    points[5..].fill(1.0);
    let mut p = plan(
        vec![source("a", 100.0, points)],
        vec![line("x", 1.0, 100.0, 1.0, &["a"])],
    );
    p.schedule = Schedule::Early;
    for (wait, first) in [(0, 5), (3, 2), (12, 0)] {
        p.discipline = Discipline::Bridge { wait };
        let out = run(&p);
        assert_eq!(
            out.lines[0].started.iter().position(|s| *s > 0.0),
            Some(first),
            "wait {wait}"
        );
        assert_eq!(out.debt, 0.0);
        assert_eq!(out.peak_waiting, if wait == 0 { 0.0 } else { 100.0 });
    }
}

#[test]
fn pay_as_you_go_starts_when_each_months_bill_can_be_paid() {
    // 25 a month; a unit of 100 over 2 months needs 50 then 100: the second month must be April.
    let points = std::array::from_fn(|t| ((t + 1) as f64 * 0.25).min(1.0));
    let mut p = plan(
        vec![source("a", 100.0, points)],
        vec![line("x", 1.0, 100.0, 2.0, &["a"])],
    );
    p.schedule = Schedule::Early;
    p.discipline = Discipline::PayAsYouGo;
    let out = run(&p);
    assert_eq!(out.lines[0].started[2], 1.0);
    assert_eq!(out.peak_waiting, 0.0);
    assert!((out.lines[0].paid[2] - 50.0).abs() < 1e-9 && (out.lines[0].paid[3] - 50.0).abs() < 1e-9);
}

#[test]
fn arrears_let_as_much_be_owed_as_is_said() {
    let mut p = plan(
        vec![source("a", 250.0, AT_ONCE)],
        vec![line("x", 4.0, 100.0, 1.0, &["a"])],
    );
    for (cap, started) in [(0.0, 2.0), (49.0, 2.0), (50.0, 3.0), (150.0, 4.0)] {
        p.discipline = Discipline::Arrears { cap, wait: 12 };
        let out = run(&p);
        assert_eq!(out.lines[0].total_started(), started, "cap {cap}");
        assert!((out.debt - (100.0 * started - 250.0).max(0.0)).abs() < 1e-9);
    }
}

#[test]
fn units_under_way_count_in_goals_and_are_paid_first() {
    let mut x = line("x", 3.0, 100.0, 4.0, &["a"]);
    x.under_way = Some(UnderWay {
        units: fig(2.0),
        work_left: fig(0.5),
        money_left: fig(0.25),
    });
    let out = run(&plan(vec![source("a", 150.0, AT_ONCE)], vec![x]));
    // One more is wanted; 2 · 25 for those under way and 100 for the new one.
    assert_eq!(
        (
            out.lines[0].wanted,
            out.lines[0].total_started(),
            out.lines[0].total_recognised()
        ),
        (1.0, 3.0, 3.0)
    );
    assert_eq!(out.lines[0].finished[1], 2.0, "two months of work were left");
    assert_eq!(out.lines[0].total_paid(), 150.0);
}

#[test]
fn slowed_months_delay_work_and_its_bills_but_not_the_starts() {
    let mut p = plan(
        vec![source("a", 100.0, AT_ONCE)],
        vec![line("x", 1.0, 100.0, 2.0, &["a"])],
    );
    p.events = vec![Event {
        id: "floods".into(),
        name: "floods".into(),
        note: Text::default(),
        months: vec![EventMonth { month: 2, chance: 1.0 }],
        chance: fig(0.5),
        on: false,
        effects: vec![Effect::WorkSpeed {
            lines: vec!["x".into()],
            factor: 0.5,
        }],
    }];
    p.schedule = Schedule::Early;
    assert_eq!(run(&p).lines[0].finished[1], 1.0);
    p.events[0].on = true;
    let out = run(&p);
    assert_eq!(out.lines[0].started[0], 1.0);
    assert_eq!(out.lines[0].needed[..3], [50.0, 25.0, 25.0]);
    assert_eq!(out.lines[0].finished[2], 1.0);
}

#[test]
fn causes_name_the_only_limit_that_binds() {
    let base = || line("x", 4.0, 100.0, 1.0, &["a"]);
    let of = |l: Line, amount: f64| {
        let p = plan(vec![source("a", amount, AT_ONCE)], vec![l]);
        let inputs = resolve(&p, None);
        explain_loss(&inputs, &simulate(&inputs))[0]
    };
    let money = of(base(), 100.0);
    assert!((money.money - 0.75).abs() < 1e-12 && (money.total() - 0.75).abs() < 1e-12);
    let capacity = of(
        Line {
            candidates: fig(3.0),
            ..base()
        },
        1000.0,
    );
    assert!((capacity.capacity - 0.25).abs() < 1e-12 && (capacity.total() - 0.25).abs() < 1e-12);
    let mut late = base();
    late.duration = fig(6.0);
    late.appraisal.rounds = rounds(&[3]);
    let time = of(late, 1000.0);
    assert!((time.time - 1.0).abs() < 1e-12);
}

#[test]
fn a_schedule_that_pushes_too_few_is_the_schedules_own_loss() {
    let p = plan(
        vec![source("a", 1000.0, AT_ONCE)],
        vec![line("x", 4.0, 100.0, 1.0, &["a"])],
    );
    let mut scenario = Scenario::default();
    scenario.overrides.pushed.insert("x".into(), 1);
    let found = evaluate(&p, Some(&scenario)).causes[0];
    assert!((found.schedule - 0.75).abs() < 1e-12 && (found.total() - 0.75).abs() < 1e-12);
}

#[test]
fn the_next_step_is_the_smallest_amount_that_starts_another_unit() {
    let p = plan(
        vec![source("a", 2_900.0, AT_ONCE), source("idle", 0.0, AT_ONCE)],
        vec![line("x", 4.0, 1_000.0, 1.0, &["a"])],
    );
    let inputs = resolve(&p, None);
    let found = measure_worth(&inputs, &simulate(&inputs));
    assert_eq!(found[0].recognised, [1.0], "1.000 more start the third");
    let step = found[0].next_step.as_ref().unwrap();
    assert!((step.amount - 100.0).abs() < 1e-3, "{}", step.amount);
    assert_eq!((step.score, &step.recognised[..]), (0.25, &[1.0][..]));
    assert_eq!(
        (found[1].score, &found[1].next_step),
        (0.0, &None),
        "a source that may not pay is worth nothing"
    );
}

#[test]
fn the_next_step_counts_free_money_whatever_share_other_works_take() {
    let mut s = source("a", 3_800.0, AT_ONCE);
    s.other_works = fig(0.5);
    let p = plan(vec![s], vec![line("x", 4.0, 1_000.0, 1.0, &["a"])]);
    let inputs = resolve(&p, None);
    let step = measure_worth(&inputs, &simulate(&inputs))[0].next_step.clone().unwrap();
    assert!((step.amount - 100.0).abs() < 1e-3);
}

#[test]
fn missing_money_is_the_cost_of_missing_units_less_what_is_left_and_usable() {
    let p = plan(
        vec![source("a", 250.0, AT_ONCE), source("idle", 500.0, AT_ONCE)],
        vec![line("x", 4.0, 100.0, 1.0, &["a"])],
    );
    let inputs = resolve(&p, None);
    let outcome = simulate(&inputs);
    let missing = find_missing_money(&inputs, &outcome, &explain_loss(&inputs, &outcome));
    assert!(
        (missing.amount - 150.0).abs() < 1e-9,
        "two units cost 200, of which 50 are left; the idle source may not pay"
    );
    assert_eq!(missing.helps, [true]);
}

#[test]
fn money_does_not_help_a_line_without_candidates() {
    let l = Line {
        candidates: fig(1.0),
        ..line("x", 4.0, 100.0, 1.0, &["a"])
    };
    let p = plan(vec![source("a", 1000.0, AT_ONCE)], vec![l]);
    let e = evaluate(&p, None);
    assert_eq!((e.missing.amount, &e.missing.helps[..]), (0.0, &[false][..]));
}

fn commune(id: &str, level: Level, cost: Option<f64>) -> Commune {
    let entry = cost.map(|cost| CriterionEntry {
        state: CriterionState::Open,
        cost: Some(cost),
        months: Some(2.0),
        ..CriterionEntry::default()
    });
    Commune {
        target_year: Some(2020),
        criteria: entry.map(|e| ("roads".to_owned(), e)).into_iter().collect(),
        ..Commune::new(id, id, level)
    }
}

fn commune_plan(communes: Vec<Commune>) -> Plan {
    let mut l = line("advanced", 2.0, 100.0, 3.0, &["a"]);
    l.level = Some(Level::Advanced);
    let mut p = plan(vec![source("a", 10_000.0, AT_ONCE)], vec![l]);
    p.communes = communes;
    p.criteria_sets = vec![CriteriaSet {
        id: "set".into(),
        level: Level::Advanced,
        name: "set".into(),
        origin: Origin::default(),
        criteria: vec![Criterion {
            id: "roads".into(),
            name: "roads".into(),
            group: Default::default(),
        }],
    }];
    p.schedule = Schedule::Early;
    p
}

fn chosen(p: &Plan, scenario: &Scenario) -> Vec<Option<String>> {
    simulate(&resolve(p, Some(scenario)))
        .communes
        .into_iter()
        .map(|c| c.id)
        .collect()
}

#[test]
fn communes_are_chosen_fixed_first_then_cheapest_and_the_group_without_data_is_never_named() {
    let p = commune_plan(vec![
        commune("dear", Level::Ntm, Some(120.0)),
        commune("cheap", Level::Ntm, Some(80.0)),
        commune("unknown-1", Level::Ntm, None),
        commune("unknown-2", Level::Ntm, None),
        commune("done", Level::Advanced, Some(1.0)),
    ]);
    let free = Scenario::default();
    assert_eq!(
        resolve(&p, None).lines[0].candidates,
        4,
        "a commune that already holds the level is no candidate"
    );
    assert_eq!(
        chosen(&p, &free),
        [Some("cheap".into()), None],
        "80, then the group at the line's 100"
    );
    let mut fixed = Scenario::default();
    fixed.overrides.picks.insert("dear".into(), Pick::In);
    fixed.overrides.picks.insert("cheap".into(), Pick::Out);
    assert_eq!(chosen(&p, &fixed), [Some("dear".into()), None]);
    let mut named = Scenario::default();
    named.overrides.picks.insert("unknown-2".into(), Pick::In);
    assert_eq!(
        chosen(&p, &named),
        [Some("unknown-2".into()), Some("cheap".into())],
        "a pick is named even without data"
    );
}

#[test]
fn a_model_commune_must_have_been_advanced_for_an_earlier_year() {
    let mut p = commune_plan(vec![
        commune("old", Level::Advanced, None),
        commune("new", Level::Advanced, None),
    ]);
    p.lines[0].level = Some(Level::Model);
    p.communes[1].target_year = Some(2021);
    assert_eq!(resolve(&p, None).lines[0].candidates, 1);
}

#[test]
fn a_pick_that_cannot_be_funded_is_told_and_the_run_goes_on() {
    let mut p = commune_plan(vec![
        commune("dear", Level::Ntm, Some(50_000.0)),
        commune("cheap", Level::Ntm, Some(80.0)),
    ]);
    p.calendar.months = 13;
    let mut scenario = Scenario::default();
    scenario.overrides.picks.insert("dear".into(), Pick::In);
    let outcome = simulate(&resolve(&p, Some(&scenario)));
    assert_eq!(outcome.refused_picks, ["dear"]);
    assert_eq!(outcome.lines[0].total_started(), 1.0);
}

#[test]
fn bills_that_wait_at_a_communes_round_are_shown() {
    let mut p = commune_plan(vec![commune("c", Level::Ntm, Some(100.0))]);
    p.lines[0].goal = fig(1.0);
    let mut points = [0.0; RELEASE_POINTS];
    points[4..].fill(1.0);
    p.sources = vec![source("a", 100.0, points)];
    p.discipline = Discipline::Bridge { wait: 12 };
    // Work of two months ends in February and is decided at once; money comes in May.
    let outcome = run(&p);
    assert_eq!(
        (outcome.communes[0].round, outcome.communes[0].waiting_at_round),
        (Some(1), 100.0)
    );
}

#[test]
fn a_half_filled_plan_still_computes() {
    let mut p = plan(vec![], vec![]);
    assert_eq!(run(&p).score, 0.0);
    p.lines = vec![line("x", 2.0, f64::NAN, 0.0, &["nobody"])];
    let out = run(&p);
    assert!(out.score.is_finite());
}
