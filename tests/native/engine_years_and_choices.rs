//! Runs of several budget years, late money, choices of communes and monthly cash, small enough to work out by hand.

use crate::common::{AT_ONCE, fig, line, plan, source};
use ntm_planner::engine::{Outcome, evaluate, measure_worth, resolve, simulate};
use ntm_planner::model::*;

fn run(plan: &Plan) -> Outcome {
    simulate(&resolve(plan, None))
}

fn starts(plan: &Plan, line: usize) -> Vec<(usize, f64)> {
    let column = &run(plan).lines[line].started;
    column.iter().copied().enumerate().filter(|(_, n)| *n > 0.0).collect()
}

fn event(effects: Vec<Effect>) -> Event {
    Event {
        id: "e".into(),
        name: "e".into(),
        note: Text::default(),
        months: vec![],
        chance: fig(1.0),
        on: true,
        effects,
    }
}

/// Nothing before point `first`, everything from then on.
fn from_point(first: usize) -> [f64; RELEASE_POINTS] {
    std::array::from_fn(|t| if t >= first { 1.0 } else { 0.0 })
}

#[test]
fn every_line_decides_a_budget_year_before_any_line_decides_the_next() {
    let mut p = plan(
        vec![source("a", 100.0, AT_ONCE)],
        vec![line("x", 2.0, 100.0, 1.0, &["a"]), line("y", 1.0, 100.0, 1.0, &["a"])],
    );
    p.calendar.months = 25;
    // 100 a year. x wants one unit in each year, y one in the first: y comes before x's second year.
    p.schedule = Schedule::ByMonth {
        starts: [
            ("x".to_owned(), [vec![1], vec![0; 11], vec![1]].concat()),
            ("y".to_owned(), vec![1]),
        ]
        .into(),
    };
    p.discipline = Discipline::Bridge { wait: 12 };
    assert_eq!((starts(&p, 0), starts(&p, 1)), (vec![(0, 1.0)], vec![(0, 1.0)]));
    assert_eq!(run(&p).score, 0.75);
}

#[test]
fn the_january_after_the_plans_year_is_decided_with_that_year() {
    let mut p = plan(
        vec![source("a", 200.0, AT_ONCE)],
        vec![line("x", 2.0, 100.0, 1.0, &["a"]), line("y", 1.0, 100.0, 1.0, &["a"])],
    );
    p.schedule = Schedule::ByMonth {
        starts: [
            ("x".to_owned(), [vec![1], vec![0; 11], vec![1]].concat()),
            ("y".to_owned(), vec![1]),
        ]
        .into(),
    };
    assert_eq!((starts(&p, 0), starts(&p, 1)), (vec![(0, 1.0), (12, 1.0)], vec![]));
}

#[test]
fn causes_of_a_plan_of_two_years_add_up_to_the_loss() {
    let mut p = plan(
        vec![source("a", 100.0, AT_ONCE)],
        vec![line("x", 2.0, 100.0, 1.0, &["a"]), line("y", 2.0, 100.0, 1.0, &["a"])],
    );
    p.calendar.months = 25;
    let e = evaluate(&p, None);
    for (line, cause) in e.outcome.lines.iter().zip(&e.causes) {
        assert!((cause.total() - (1.0 - line.attainment)).abs() < 1e-12);
        assert!(
            line.is_met() || (cause.money - cause.total()).abs() < 1e-12,
            "only money is short"
        );
    }
}

#[test]
fn money_that_only_comes_in_the_january_after_is_not_held_back_for_another_year() {
    // All of it at the thirteenth point; "late, from July" is long past by then.
    let mut p = plan(
        vec![source("a", 100.0, from_point(12))],
        vec![line("x", 1.0, 100.0, 1.0, &["a"])],
    );
    p.calendar.months = 25;
    p.events = vec![event(vec![Effect::ReleaseFrom {
        sources: vec!["a".into()],
        month: 7,
    }])];
    let released = &run(&p).sources[0].released;
    assert_eq!((released[12], released[18], released[24]), (100.0, 0.0, 100.0));
}

#[test]
fn late_money_brings_all_that_was_due_when_it_comes() {
    let points = std::array::from_fn(|t| ((t + 1) as f64 * 0.25).min(1.0));
    let mut p = plan(
        vec![source("a", 100.0, points)],
        vec![line("x", 1.0, 100.0, 1.0, &["a"])],
    );
    p.events = vec![event(vec![Effect::ReleaseFrom {
        sources: vec!["a".into()],
        month: 3,
    }])];
    assert_eq!(run(&p).sources[0].released[..5], [0.0, 0.0, 75.0, 25.0, 0.0]);
}

#[test]
fn a_goal_typed_with_too_many_zeros_still_computes() {
    let p = plan(
        vec![source("a", 250.0, AT_ONCE)],
        vec![line("x", 1e18, 100.0, 1.0, &["a"])],
    );
    assert_eq!(run(&p).lines[0].total_started(), 2.0);
    let mut scenario = Scenario::default();
    scenario.overrides.pushed.insert("x".into(), u32::MAX);
    let inputs = resolve(&p, Some(&scenario));
    assert_eq!(simulate(&inputs).lines[0].total_started(), 2.0);
}

#[test]
fn a_commune_fixed_in_keeps_its_place_while_its_money_is_not_there_yet() {
    let entry = |cost: f64| CriterionEntry {
        state: CriterionState::Open,
        cost: Some(cost),
        months: Some(1.0),
        ..CriterionEntry::default()
    };
    let commune = |id: &str, cost: f64| Commune {
        criteria: [("k".to_owned(), entry(cost))].into(),
        ..Commune::new(id, id, Level::Ntm)
    };
    let mut l = line("advanced", 1.0, 100.0, 1.0, &["a"]);
    l.level = Some(Level::Advanced);
    // 50 at once and the rest in June: the cheap one could start in January, the fixed one in June.
    let mut points = [0.5; RELEASE_POINTS];
    points[5..].fill(1.0);
    let mut p = plan(vec![source("a", 100.0, points)], vec![l]);
    p.communes = vec![commune("cheap", 50.0), commune("fixed", 100.0)];
    p.criteria_sets = vec![CriteriaSet {
        id: "set".into(),
        level: Level::Advanced,
        name: "set".into(),
        origin: Origin::default(),
        criteria: vec![Criterion {
            id: "k".into(),
            name: "k".into(),
            group: Default::default(),
        }],
    }];
    p.schedule = Schedule::Early;
    p.discipline = Discipline::Bridge { wait: 0 };
    let mut scenario = Scenario::default();
    let chosen = |s: &Scenario| -> Vec<_> {
        let outcome = simulate(&resolve(&p, Some(s)));
        assert!(outcome.refused_picks.is_empty());
        outcome.communes.into_iter().map(|c| (c.id.unwrap(), c.start)).collect()
    };
    assert_eq!(chosen(&scenario), [("cheap".to_owned(), 0)]);
    scenario.overrides.picks.insert("fixed".into(), Pick::In);
    assert_eq!(chosen(&scenario), [("fixed".to_owned(), 5)]);
}

#[test]
fn pay_as_you_go_judges_shares_on_all_bills_of_the_line() {
    // a has its 100 in January, b in June; each may pay half of the line. Two units of 100 with work of one month.
    let mut l = line("x", 2.0, 100.0, 1.0, &[]);
    l.recipe = ["a", "b"].map(|s| (s.to_owned(), Share { max: 0.5, min: 0.0 })).into();
    let mut p = plan(
        vec![source("a", 100.0, AT_ONCE), source("b", 100.0, from_point(5))],
        vec![l],
    );
    p.discipline = Discipline::PayAsYouGo;
    p.schedule = Schedule::Early;
    // No unit of January could be paid within the recipe; in June both can.
    assert_eq!(starts(&p, 0), [(5, 2.0)]);
    // With 50 of b in January the first starts at once, and its other half leaves a and b 50 each for the second.
    let mut points = [0.5; RELEASE_POINTS];
    points[5..].fill(1.0);
    p.sources[1].release.points = points;
    assert_eq!(starts(&p, 0), [(0, 1.0), (5, 1.0)]);
    // What the first took less of a source, the second may take more: 0,75 of the first from b, 0,25 of the second.
    p.sources[0].release.points = std::array::from_fn(|t| if t >= 5 { 1.0 } else { 0.25 });
    p.sources[1].release.points = std::array::from_fn(|t| if t >= 5 { 1.0 } else { 0.75 });
    p.lines[0].recipe.insert("b".into(), Share { max: 0.75, min: 0.0 });
    p.lines[0].recipe.insert("a".into(), Share { max: 0.5, min: 0.0 });
    assert_eq!(starts(&p, 0), [(0, 1.0), (5, 1.0)]);
    let paid: Vec<f64> = run(&p).sources.iter().map(|s| s.paid_to[0]).collect();
    assert_eq!(paid, [100.0, 100.0]);
}

#[test]
fn pay_as_you_go_leaves_room_for_a_smallest_share_whose_money_comes_late() {
    // A quarter must come from b, which has its money in the second month; work of two months.
    let mut l = line("x", 1.0, 100.0, 2.0, &["a"]);
    l.recipe.insert("b".into(), Share { max: 0.5, min: 0.25 });
    let mut p = plan(
        vec![source("a", 100.0, AT_ONCE), source("b", 25.0, from_point(1))],
        vec![l],
    );
    p.discipline = Discipline::PayAsYouGo;
    p.schedule = Schedule::Early;
    let outcome = run(&p);
    assert_eq!(outcome.lines[0].started[0], 1.0);
    assert_eq!(
        (outcome.sources[0].paid_to[0], outcome.sources[1].paid_to[0]),
        (75.0, 25.0)
    );
    p.sources[1].amount = fig(24.0);
    assert_eq!(run(&p).lines[0].total_started(), 0.0);
}

#[test]
fn pay_as_you_go_tells_the_next_step_when_it_is_the_month_that_is_short() {
    // 50 in January, 150 from June; a unit of 100 decided in March needs its money at once: 50 more in January.
    let mut points = [0.25; RELEASE_POINTS];
    points[5..].fill(1.0);
    let mut l = line("x", 1.0, 100.0, 1.0, &["a", "early"]);
    l.appraisal.rounds = Rounds::Months { months: vec![3] };
    let mut p = plan(
        vec![
            source("a", 200.0, points),
            source("early", 0.0, AT_ONCE),
            source("idle", 0.0, AT_ONCE),
        ],
        vec![l],
    );
    p.discipline = Discipline::PayAsYouGo;
    p.schedule = Schedule::Early;
    let inputs = resolve(&p, None);
    let outcome = simulate(&inputs);
    assert_eq!(outcome.lines[0].total_recognised(), 0.0);
    let found = measure_worth(&inputs, &outcome);
    // Of more money of a only a quarter comes in time: 200. Of early money all does: 50.
    for (source, amount) in [(0, 200.0), (1, 50.0)] {
        let step = found[source].next_step.as_ref().unwrap();
        assert!(step.amount >= amount && step.amount < amount + 0.51, "{}", step.amount);
        assert_eq!((step.score, &step.recognised[..]), (1.0, &[1.0][..]));
        assert_eq!((found[source].score, &found[source].recognised[..]), (1.0, &[1.0][..]));
    }
    assert_eq!((found[2].score, &found[2].next_step), (0.0, &None));
}
