//! Money that does not carry over.

use crate::common::{AT_ONCE, arb_plan, line, plan, source};
use ntm_planner::engine::{Outcome, evaluate, measure_worth, resolve, simulate};
use ntm_planner::model::*;
use proptest::prelude::*;

fn run(plan: &Plan) -> Outcome {
    simulate(&resolve(plan, None))
}

fn arb_expiring() -> impl Strategy<Value = Plan> {
    let carries = prop::collection::vec(prop::bool::weighted(0.4), 4);
    (arb_plan(), carries, 1_usize..=61, 1_u8..=12).prop_map(|(mut plan, carries, months, month)| {
        plan.calendar = Calendar {
            start: YearMonth { year: 2021, month },
            months,
        };
        for (source, carries) in plan.sources.iter_mut().zip(carries) {
            source.carries_over = carries;
        }
        plan
    })
}

fn all_carry(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.sources.iter_mut().for_each(|s| s.carries_over = true);
    plan
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn free_money_is_paid_left_or_lost_and_nothing_else(plan in arb_expiring()) {
        let outcome = run(&plan);
        for (of, source) in plan.sources.iter().zip(&outcome.sources) {
            let mut left = 0.0;
            for t in 0..outcome.months {
                left += source.released[t] - source.other_works[t] - source.paid[t] - source.expired[t];
                prop_assert!((source.left[t] - left).abs() <= 1e-6 * (1.0 + left.abs()));
                prop_assert!(left >= -1e-6 * (1.0 + source.released[t]));
                prop_assert!(source.expired[t] == 0.0 || !of.carries_over);
                let january = plan.calendar.month(t).month == 1;
                prop_assert!(source.expired[t] == 0.0 || (january && t + 1 < outcome.months));
            }
        }
    }

    #[test]
    fn nothing_is_owed_at_the_end_although_money_was_lost(plan in arb_expiring()) {
        // Work that an event slows is billed when the money planned for it may be gone.
        let mut plan = plan;
        plan.events.clear();
        prop_assume!(plan.lines.iter().all(|l| l.under_way.is_none()));
        let outcome = run(&plan);
        let total: f64 = outcome.needed().iter().sum();
        let cap = if let Discipline::Arrears { cap, .. } = plan.discipline { cap } else { 0.0 };
        prop_assert!(outcome.debt <= cap + 1e-6 * (1.0 + total), "debt {} of {total}", outcome.debt);
        if plan.discipline == Discipline::PayAsYouGo {
            prop_assert!(outcome.peak_waiting <= 1e-6 * (1.0 + total), "waiting {}", outcome.peak_waiting);
        }
    }

    #[test]
    fn a_plan_of_one_year_is_the_same_whether_money_carries_over_or_not(plan in arb_expiring(), months in 1_usize..=13) {
        let mut plan = plan;
        plan.calendar = Calendar { start: YearMonth { year: 2021, month: 1 }, months };
        prop_assert_eq!(resolve(&plan, None), resolve(&all_carry(&plan), None));
    }

    #[test]
    fn what_more_money_is_worth_is_told_truly_where_money_expires(plan in arb_expiring(), at in 0_usize..4) {
        let s = at % plan.sources.len();
        let inputs = resolve(&plan, None);
        let outcome = simulate(&inputs);
        for found in measure_worth(&inputs, &outcome) {
            let gains = found.next_step.iter().map(|step| step.amount);
            prop_assert!(gains.into_iter().all(|amount| amount > 0.0 && amount <= 50_000.0));
        }
        prop_assert!(evaluate(&plan, None).worth[s].source == plan.sources[s].id);
    }
}

/// 100 a year at once; one unit of 100 wanted in each of two years, one month of work.
fn two_years(carries: bool, starts: &[u32]) -> Plan {
    let mut a = source("a", 100.0, AT_ONCE);
    a.carries_over = carries;
    let mut p = plan(vec![a], vec![line("x", 2.0, 100.0, 1.0, &["a"])]);
    p.calendar.months = 25;
    p.schedule = Schedule::ByMonth {
        starts: [("x".to_owned(), starts.to_vec())].into(),
    };
    p
}

#[test]
fn what_is_not_used_by_the_january_after_is_lost() {
    // Both units in the second year: only with the first year's money kept can both be paid.
    let late = [vec![0; 13], vec![2]].concat();
    assert_eq!(run(&two_years(true, &late)).lines[0].total_started(), 2.0);
    let lost = run(&two_years(false, &late));
    assert_eq!(lost.lines[0].total_started(), 1.0);
    assert_eq!(
        (lost.sources[0].expired[12], lost.sources[0].total_expired()),
        (100.0, 100.0)
    );
    assert_eq!(lost.debt, 0.0);
}

#[test]
fn the_january_after_still_spends_the_old_years_money() {
    let january = [vec![0; 12], vec![1, 1]].concat();
    let outcome = run(&two_years(false, &january));
    assert_eq!(outcome.lines[0].total_started(), 2.0);
    assert_eq!(
        (outcome.sources[0].total_paid(), outcome.sources[0].total_expired()),
        (200.0, 0.0)
    );
}
