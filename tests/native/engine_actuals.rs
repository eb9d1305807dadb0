//! Forecasts after closed months.

use crate::common::{AT_ONCE, arb_plan, fig, line, plan, source};
use ntm_planner::engine::{Outcome, evaluate, resolve, simulate};
use ntm_planner::model::*;
use proptest::prelude::*;

fn run(plan: &Plan) -> Outcome {
    simulate(&resolve(plan, None))
}

fn all_close(a: &[f64], b: &[f64]) -> bool {
    let close = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-6 * (1.0 + a.abs());
    a.len() == b.len() && a.iter().zip(b).all(close)
}

/// The first `months` columns of a run as actual figures, starts included if asked.
fn as_actuals(outcome: &Outcome, months: usize, with_starts: bool) -> Actuals {
    let cells = |column: &[f64]| -> Monthly { column.iter().take(months).map(|v| Some(*v)).collect() };
    Actuals {
        months,
        recognised: outcome
            .lines
            .iter()
            .map(|l| (l.id.clone(), cells(&l.recognised)))
            .collect(),
        started: match with_starts {
            true => outcome
                .lines
                .iter()
                .map(|l| (l.id.clone(), cells(&l.started)))
                .collect(),
            false => Default::default(),
        },
        paid: outcome.sources.iter().map(|s| (s.id.clone(), cells(&s.paid))).collect(),
        forecast: true,
        ..Actuals::default()
    }
}

fn figures(most: u32) -> impl Strategy<Value = Vec<Option<f64>>> {
    prop::collection::vec(prop::option::weighted(0.7, (0..most).prop_map(f64::from)), 0..10)
}

/// A plan with any actual figures.
fn arb_forecast() -> impl Strategy<Value = Plan> {
    let rows = |most| prop::collection::vec(figures(most), 4);
    (arb_plan(), 0_usize..30, rows(4), prop::option::of(rows(4)), rows(900)).prop_map(
        |(mut plan, months, recognised, started, paid)| {
            let lines = plan.lines.iter().map(|l| l.id.clone());
            let named = |rows: Vec<Monthly>| lines.clone().zip(rows).collect();
            plan.actuals = Actuals {
                months,
                recognised: named(recognised),
                started: started.map(named).unwrap_or_default(),
                paid: plan.sources.iter().map(|s| s.id.clone()).zip(paid).collect(),
                forecast: true,
                ..Actuals::default()
            };
            plan
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn actuals_equal_to_the_plain_run_leave_everything_as_it_was(
        plan in arb_plan(), months in 0_usize..28, with_starts: bool,
    ) {
        // Cash set aside month by month depends on the order in which starts are decided.
        prop_assume!(plan.discipline != Discipline::PayAsYouGo);
        let plain = run(&plan);
        // Started units are entered without those under way before the plan.
        let with_starts = with_starts && plan.lines.iter().all(|l| l.under_way.is_none());
        let mut forecast = plan;
        forecast.actuals = as_actuals(&plain, months, with_starts);
        let after = run(&forecast);
        for (a, b) in after.lines.iter().zip(&plain.lines) {
            for ((name, a), (_, b)) in a.columns().into_iter().zip(b.columns()) {
                prop_assert!(all_close(a, b), "{name}: {a:?} was {b:?}");
            }
            prop_assert!((a.attainment - b.attainment).abs() < 1e-9);
            prop_assert_eq!(a.wanted, b.wanted);
        }
        for (a, b) in after.sources.iter().zip(&plain.sources) {
            for ((name, a), (_, b)) in a.columns().into_iter().zip(b.columns()) {
                prop_assert!(all_close(a, b), "{name}: {a:?} was {b:?}");
            }
            prop_assert!(all_close(&a.paid_to, &b.paid_to));
        }
        prop_assert!((after.debt - plain.debt).abs() < 1e-6 * (1.0 + plain.debt));
    }

    #[test]
    fn nothing_entered_leaves_the_forecast_as_the_plan(plan in arb_plan(), months in 0_usize..28) {
        prop_assume!(plan.discipline != Discipline::PayAsYouGo);
        let plain = run(&plan);
        let mut forecast = plan;
        forecast.actuals = Actuals { months, forecast: true, ..Actuals::default() };
        let after = run(&forecast);
        for (a, b) in after.lines.iter().zip(&plain.lines) {
            prop_assert!(all_close(&a.recognised, &b.recognised), "{:?} was {:?}", a.recognised, b.recognised);
        }
    }

    #[test]
    fn closed_months_are_as_entered_and_units_only_move_forward(plan in arb_forecast()) {
        let inputs = resolve(&plan, None);
        let outcome = simulate(&inputs);
        let closed = plan.actuals.months.min(outcome.months);
        prop_assert_eq!(inputs.closed, closed);
        for (line, out) in inputs.lines.iter().zip(&outcome.lines) {
            let mut sums = [0.0; 4];
            for t in 0..outcome.months {
                if t < closed && let Some(entered) = plan.actuals.cell(&ActualRow::Recognised(line.id.clone()), t) {
                    prop_assert_eq!(out.recognised[t], entered);
                }
                for (sum, column) in sums.iter_mut().zip([&out.recognised, &out.submitted, &out.finished, &out.started]) {
                    *sum += column[t];
                }
                prop_assert!(sums.windows(2).all(|w| w[0] <= w[1] + 1e-6), "month {t}: {sums:?}");
                prop_assert!(out.in_progress[t] >= -1e-6);
                prop_assert!(t < closed || out.recognised[t] == 0.0 || line.rounds[t]);
            }
            let (mut needed, mut paid) = (0.0, 0.0);
            for t in 0..outcome.months {
                needed += out.needed[t];
                paid += out.paid[t];
                prop_assert!((paid + out.waiting[t] - needed).abs() <= 1e-6 * (1.0 + needed));
            }
        }
        for (source, out) in plan.sources.iter().zip(&outcome.sources) {
            let mut cash = 0.0;
            for t in 0..outcome.months {
                if t < closed && let Some(entered) = plan.actuals.cell(&ActualRow::Paid(source.id.clone()), t) {
                    prop_assert_eq!(out.paid[t], entered);
                }
                cash += out.released[t] - out.other_works[t] - out.paid[t];
                prop_assert!((out.left[t] - cash).abs() <= 1e-6 * (1.0 + cash.abs()));
                // What is paid after the closed months is there.
                prop_assert!(t < closed || out.paid[t] == 0.0 || cash >= -1e-6 * (1.0 + out.released[t]));
            }
        }
    }

    #[test]
    fn a_forecast_decides_nothing_in_closed_months_and_explains_its_losses(plan in arb_forecast()) {
        let e = evaluate(&plan, None);
        for (line, cause) in e.outcome.lines.iter().zip(&e.causes) {
            if line.is_met() {
                prop_assert_eq!(cause.total(), 0.0);
            } else {
                prop_assert!((cause.total() - (1.0 - line.attainment)).abs() < 1e-9);
            }
        }
        for line in &e.inputs.lines {
            let carried: usize = line.carried.iter().filter(|c| !c.under_way).map(|c| c.units).sum();
            let wanted: usize = line.wanted[..e.inputs.closed].iter().sum();
            let all = e.inputs.closed == e.inputs.months;
            prop_assert!(wanted == carried || (all && wanted > carried), "{wanted} wanted, {carried} started");
        }
    }
}

/// Ten gardens at 10, one a month, recognised at the end of it; 100 in the first month.
fn gardens() -> Plan {
    let mut l = line("x", 10.0, 10.0, 1.0, &["a"]);
    l.starts_per_month = fig(3.0);
    let mut p = plan(vec![source("a", 100.0, AT_ONCE)], vec![l]);
    // From February: a January in the first month recognises nothing.
    p.calendar = Calendar {
        start: YearMonth { year: 2021, month: 2 },
        months: 10,
    };
    p
}

fn recognise(p: &mut Plan, cells: &[f64]) {
    let months = cells.len();
    let cells = cells.iter().map(|c| Some(*c)).collect();
    p.actuals.recognised.insert("x".into(), cells);
    p.actuals.months = months;
    p.actuals.forecast = true;
}

#[test]
fn what_was_missed_is_decided_on_in_the_next_round() {
    let mut p = gardens();
    let plain = run(&p);
    assert_eq!(plain.lines[0].recognised[..4], [1.0, 1.0, 1.0, 1.0]);
    recognise(&mut p, &[1.0, 1.0, 0.0]);
    let after = run(&p);
    assert_eq!(after.lines[0].recognised[..5], [1.0, 1.0, 0.0, 2.0, 1.0]);
    assert_eq!(after.lines[0].total_recognised(), 10.0);
    assert_eq!(after.lines[0].total_started(), 10.0);
}

#[test]
fn what_was_not_started_is_started_later_within_the_limits() {
    let mut p = gardens();
    recognise(&mut p, &[0.0, 0.0, 0.0]);
    p.actuals.started.insert("x".into(), vec![Some(0.0); 3]);
    let after = run(&p);
    // The three not started are wanted at once, with the month's own; three a month may start.
    assert_eq!(after.lines[0].started[..6], [0.0, 0.0, 0.0, 3.0, 2.0, 1.0]);
    assert_eq!(after.lines[0].total_recognised(), 10.0);
}

#[test]
fn more_recognised_than_planned_leaves_less_to_start() {
    let mut p = gardens();
    recognise(&mut p, &[0.0, 4.0, 4.0]);
    let after = run(&p);
    assert_eq!(after.lines[0].total_recognised(), 10.0);
    assert_eq!(after.lines[0].started[3..].iter().sum::<f64>(), 2.0);
}

#[test]
fn money_that_was_paid_is_gone_and_what_was_not_paid_is_there() {
    let mut p = gardens();
    p.actuals = Actuals {
        months: 3,
        paid: [("a".to_owned(), vec![Some(0.0), Some(5.0), Some(0.0)])].into(),
        forecast: true,
        ..Actuals::default()
    };
    let after = run(&p);
    assert_eq!(after.sources[0].paid[..3], [0.0, 5.0, 0.0]);
    assert_eq!(after.sources[0].left[2], 95.0);
    // Three bills of ten were due; the 25 that waited are paid with the next.
    assert_eq!(after.waiting[2], 25.0);
    assert_eq!(after.sources[0].paid[3], 35.0);
    assert_eq!((after.debt, after.sources[0].total_paid()), (0.0, 100.0));
}

#[test]
fn money_paid_ahead_of_bills_is_not_asked_for_again() {
    let mut p = gardens();
    p.actuals = Actuals {
        months: 3,
        paid: [("a".to_owned(), vec![Some(60.0), None, None])].into(),
        forecast: true,
        ..Actuals::default()
    };
    let after = run(&p);
    assert_eq!(after.sources[0].paid[0], 60.0);
    assert_eq!(after.debt, 0.0);
    assert_eq!(after.lines[0].total_paid(), 100.0);
    assert_eq!(after.sources[0].total_paid(), 100.0);
}

#[test]
fn actuals_without_the_forecast_change_no_figure() {
    let mut p = gardens();
    let plain = run(&p);
    recognise(&mut p, &[5.0, 5.0, 5.0]);
    p.actuals.forecast = false;
    assert_eq!(run(&p), plain);
}
