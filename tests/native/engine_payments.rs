//! Who is paid when, and what is told of money besides: worked out by hand.

use crate::common::{AT_ONCE, arb_plan, fig, line, plan, source};
use ntm_planner::engine::{Outcome, Payments, evaluate, resolve, simulate};
use ntm_planner::model::*;
use proptest::prelude::*;

fn run(plan: &Plan) -> Outcome {
    simulate(&resolve(plan, None))
}

fn by_month(starts: &[(&str, &[u32])]) -> Schedule {
    Schedule::ByMonth {
        starts: starts.iter().map(|(l, n)| ((*l).to_owned(), n.to_vec())).collect(),
    }
}

/// 180 in all: 70 in January, 50 in February, the rest in March.
fn slow_source() -> Source {
    let mut points = [1.0; RELEASE_POINTS];
    points[0] = 70.0 / 180.0;
    points[1] = 120.0 / 180.0;
    source("a", 180.0, points)
}

fn close(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9)
}

#[test]
fn bills_are_paid_oldest_first_then_by_priority() {
    let mut p = plan(
        vec![slow_source()],
        vec![line("x", 2.0, 60.0, 1.0, &["a"]), line("y", 1.0, 60.0, 1.0, &["a"])],
    );
    // x and y are billed in January, x again in February.
    p.schedule = by_month(&[("x", &[1, 1]), ("y", &[1])]);
    let out = run(&p);
    // January's 70: all of x and 10 of y. February's 50 go to the rest of y's January bill before x's new one.
    assert!(
        close(&out.lines[0].paid[..3], &[60.0, 0.0, 60.0]),
        "{:?}",
        out.lines[0].paid
    );
    assert!(
        close(&out.lines[1].paid[..3], &[10.0, 50.0, 0.0]),
        "{:?}",
        out.lines[1].paid
    );
    assert!(close(&out.waiting[..3], &[50.0, 60.0, 0.0]));
    assert_eq!(out.peak_month, 1);
}

#[test]
fn units_under_way_are_paid_before_those_that_start_with_more_priority() {
    let mut y = line("y", 1.0, 100.0, 1.0, &["a"]);
    y.under_way = Some(UnderWay {
        units: fig(1.0),
        work_left: fig(1.0),
        money_left: fig(0.6),
    });
    let mut p = plan(vec![slow_source()], vec![line("x", 1.0, 60.0, 1.0, &["a"]), y]);
    p.schedule = Schedule::Early;
    let out = run(&p);
    assert!(close(&out.lines[1].paid[..2], &[60.0, 0.0]), "{:?}", out.lines[1].paid);
    assert!(close(&out.lines[0].paid[..2], &[10.0, 50.0]), "{:?}", out.lines[0].paid);
}

#[test]
fn a_unit_that_starts_too_late_for_its_round_is_still_missing() {
    let mut points = [0.5; RELEASE_POINTS];
    points[5..].fill(1.0);
    let mut l = line("x", 2.0, 100.0, 3.0, &["a"]);
    l.appraisal.rounds = Rounds::Months { months: vec![3] };
    let mut p = plan(vec![source("a", 200.0, points)], vec![l]);
    p.schedule = Schedule::Early;
    p.discipline = Discipline::Bridge { wait: 0 };
    let e = evaluate(&p, None);
    assert_eq!(
        e.outcome.lines[0].total_started(),
        2.0,
        "the second when money comes in June"
    );
    assert_eq!(e.outcome.lines[0].total_recognised(), 1.0);
    assert!((e.missing.amount - 100.0).abs() < 1e-9 && e.missing.helps[0]);
}

#[test]
fn villagers_contribution_counts_other_works_and_what_they_paid_for_units() {
    let mut villagers = source("community", 1000.0, AT_ONCE);
    villagers.from_residents = true;
    villagers.reference = fig(800.0);
    villagers.other_works = fig(0.5);
    let mut p = plan(
        vec![villagers, source("state", 500.0, AT_ONCE)],
        vec![line("x", 1.0, 100.0, 1.0, &["community"])],
    );
    p.population = fig(100.0);
    let guard = evaluate(&p, None).community;
    // 500 for other works and 100 for the unit; the state does not count.
    assert_eq!((guard.total, guard.per_head, guard.last_year), (600.0, 6.0, 8.0));
    assert_eq!(guard.change(), Some(-0.25));
    // Over two budget years 1.000 for other works and 100 for the unit: the average of a year.
    p.calendar.months = 25;
    assert_eq!(evaluate(&p, None).community.per_head, 5.5);
}

#[test]
fn a_purse_of_its_own_does_not_hide_the_money_that_lines_before_have_taken() {
    // x takes all there is, so y loses to money alone, whatever its own limits.
    let mut p = plan(
        vec![source("a", 100.0, AT_ONCE)],
        vec![line("x", 1.0, 100.0, 1.0, &["a"]), line("y", 1.0, 100.0, 1.0, &["a"])],
    );
    p.schedule = Schedule::Early;
    let e = evaluate(&p, None);
    assert_eq!(
        (e.causes[0].total(), e.causes[1].money, e.causes[1].total()),
        (0.0, 1.0, 1.0)
    );
}

/// What sources pay to lines by month adds up to all that a run tells in sums.
fn payments_add_up(plan: &Plan) {
    let inputs = resolve(plan, None);
    let (out, told) = (simulate(&inputs), Payments::of(&inputs));
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * (1.0 + a.abs());
    for (l, line) in out.lines.iter().enumerate() {
        for (t, paid) in line.paid.iter().enumerate() {
            let sum: f64 = (0..out.sources.len()).map(|s| told.by_month(l, s)[t]).sum();
            assert!(near(sum, *paid), "{} in month {t}: {sum} of {paid}", line.id);
        }
        for (s, source) in out.sources.iter().enumerate() {
            let (sum, paid) = (told.total(l, s), source.paid_to[l]);
            assert!(near(sum, paid), "{} to {}: {sum} of {paid}", source.id, line.id);
        }
    }
    for (s, source) in out.sources.iter().enumerate().filter(|_| inputs.closed == 0) {
        for (t, paid) in source.paid.iter().enumerate() {
            let sum: f64 = (0..out.lines.len()).map(|l| told.by_month(l, s)[t]).sum();
            assert!(near(sum, *paid), "{} in month {t}: {sum} of {paid}", source.id);
        }
    }
}

#[test]
fn payments_by_line_source_and_month_add_up_to_the_sums_of_the_run() {
    for sample in ntm_planner::model::samples::NAMES {
        let plan = ntm_planner::model::samples::by_name(sample).unwrap();
        payments_add_up(&plan);
        let paid = Payments::of(&resolve(&plan, None));
        let some = (0..plan.lines.len()).any(|l| (0..plan.sources.len()).any(|s| paid.total(l, s) > 0.0));
        assert!(some, "{sample}: something is paid");
    }
}

proptest! {
    #[test]
    fn payments_of_any_plan_add_up(plan in arb_plan()) {
        payments_add_up(&plan);
    }
}
