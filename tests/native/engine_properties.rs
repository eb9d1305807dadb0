//! What must hold of every run, over generated plans.

use crate::common::{arb_case, arb_plan};
use ntm_planner::engine::{Funding, Inputs, Outcome, explain_loss, find_financing, resolve, simulate};
use ntm_planner::model::{Amount, Discipline, Effect, Plan, Scenario};
use proptest::prelude::*;

fn run(plan: &Plan) -> (Inputs, Outcome) {
    let inputs = resolve(plan, None);
    let outcome = simulate(&inputs);
    (inputs, outcome)
}

fn close(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-7 * (1.0 + scale.abs())
}

fn has_under_way(inputs: &Inputs) -> bool {
    inputs.lines.iter().any(|l| l.under_way() > 0)
}

/// The case with every amount of money in it multiplied.
fn scaled(mut plan: Plan, mut scenario: Scenario, factor: f64) -> (Plan, Scenario) {
    for source in &mut plan.sources {
        source.amount.value *= factor;
        source.reference.value *= factor;
        source.yearly.values_mut().for_each(|f| f.value *= factor);
    }
    for line in &mut plan.lines {
        line.unit_cost.likely *= factor;
    }
    for entry in plan.communes.iter_mut().flat_map(|c| c.criteria.values_mut()) {
        entry.cost = entry.cost.map(|c| c * factor);
    }
    for effect in plan.events.iter_mut().flat_map(|e| &mut e.effects) {
        if let Effect::Money { amount, .. } = effect {
            *amount *= factor;
        }
    }
    for amount in scenario.overrides.amounts.values_mut() {
        if let Amount::Fixed(amount) = amount {
            *amount *= factor;
        }
    }
    for discipline in [Some(&mut plan.discipline), scenario.overrides.discipline.as_mut()]
        .into_iter()
        .flatten()
    {
        if let Discipline::Arrears { cap, .. } = discipline {
            *cap *= factor;
        }
    }
    (plan, scenario)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_source_pays_more_than_its_free_money_at_any_time(plan in arb_plan()) {
        let (_, outcome) = run(&plan);
        for source in &outcome.sources {
            let (mut free, mut paid) = (0.0, 0.0);
            for t in 0..outcome.months {
                free += source.released[t] - source.other_works[t];
                paid += source.paid[t];
                prop_assert!(paid <= free + 1e-7 * (1.0 + free), "month {t}: paid {paid} of {free}");
                prop_assert!(close(source.left[t], free - paid, free));
            }
        }
    }

    #[test]
    fn bills_are_either_paid_or_waiting(plan in arb_plan()) {
        let (inputs, outcome) = run(&plan);
        for line in &outcome.lines {
            let (mut needed, mut paid) = (0.0, 0.0);
            for t in 0..outcome.months {
                needed += line.needed[t];
                paid += line.paid[t];
                prop_assert!(close(paid + line.waiting[t], needed, needed));
            }
            prop_assert!(line.waiting.iter().all(|w| *w >= 0.0));
        }
        let by_source: f64 = outcome.sources.iter().map(|s| s.paid_to.iter().sum::<f64>()).sum();
        let by_line: f64 = outcome.lines.iter().map(|l| l.total_paid()).sum();
        prop_assert!(close(by_source, by_line, by_line));
        prop_assert_eq!(outcome.debt, outcome.waiting[inputs.months - 1]);
    }

    #[test]
    fn nothing_is_owed_at_the_end_unless_arrears_are_allowed(plan in arb_plan()) {
        let (inputs, outcome) = run(&plan);
        // Units under way are committed whatever money there is.
        prop_assume!(!has_under_way(&inputs));
        let total: f64 = outcome.needed().iter().sum();
        let cap = if let Discipline::Arrears { cap, .. } = inputs.discipline { cap } else { 0.0 };
        prop_assert!(outcome.debt <= cap + 1e-6 * (1.0 + total), "debt {} of {total}", outcome.debt);
        if inputs.discipline == Discipline::PayAsYouGo {
            prop_assert!(outcome.peak_waiting <= 1e-6 * (1.0 + total), "waiting {}", outcome.peak_waiting);
        }
    }

    #[test]
    fn recipes_hold_on_the_cost_incurred(plan in arb_plan()) {
        let (inputs, outcome) = run(&plan);
        for (l, line) in outcome.lines.iter().enumerate() {
            let full_speed = inputs.lines[l].speed.iter().all(|s| *s == 1.0);
            let incurred: f64 = line.needed.iter().sum();
            for (s, source) in outcome.sources.iter().enumerate() {
                let paid = source.paid_to[l];
                prop_assert!(paid == 0.0 || inputs.lines[l].max_share[s] > 0.0, "an ineligible source paid {paid}");
                // Pay as you go sets money aside for planned work; slowed work may leave part of it undone.
                if full_speed || inputs.discipline != Discipline::PayAsYouGo {
                    prop_assert!(paid <= inputs.lines[l].max_share[s] * incurred + 1e-6 * (1.0 + incurred));
                }
            }
        }
    }

    #[test]
    fn smallest_shares_hold_on_the_cost_incurred_where_all_is_paid(plan in arb_plan()) {
        let (inputs, outcome) = run(&plan);
        prop_assume!(outcome.debt < 1e-9);
        for (l, (line, out)) in inputs.lines.iter().zip(&outcome.lines).enumerate() {
            let full_speed = line.speed.iter().all(|s| *s == 1.0);
            if !full_speed && inputs.discipline == Discipline::PayAsYouGo {
                continue;
            }
            let incurred: f64 = out.needed.iter().sum();
            for (source, least) in outcome.sources.iter().zip(&line.min_share) {
                let paid = source.paid_to[l];
                prop_assert!(paid >= least * incurred - 1e-6 * (1.0 + incurred), "{paid} of {incurred}, at least {least}");
            }
        }
    }

    #[test]
    fn units_only_move_forward_and_are_recognised_in_rounds_only(plan in arb_plan()) {
        let (inputs, outcome) = run(&plan);
        for (line, out) in inputs.lines.iter().zip(&outcome.lines) {
            let mut sums = [0.0; 4];
            for t in 0..outcome.months {
                for (sum, column) in sums.iter_mut().zip([&out.recognised, &out.submitted, &out.finished, &out.started]) {
                    *sum += column[t];
                }
                prop_assert!(sums.windows(2).all(|w| w[0] <= w[1] + 1e-9), "month {t}: {sums:?}");
                prop_assert!(out.recognised[t] == 0.0 || line.rounds[t]);
                prop_assert!(out.in_progress[t] >= 0.0);
            }
            prop_assert!(out.total_started() <= line.candidates as f64);
            prop_assert!((0.0..=1.0).contains(&out.attainment));
        }
    }

    #[test]
    fn the_start_limit_holds_in_every_month(plan in arb_plan()) {
        let (inputs, outcome) = run(&plan);
        for (line, out) in inputs.lines.iter().zip(&outcome.lines) {
            for t in 0..outcome.months {
                let before = if t == 0 { line.under_way() } else { 0 };
                prop_assert!(out.started[t] <= (line.starts_per_month + before) as f64);
            }
        }
    }

    #[test]
    fn doubling_all_money_and_costs_changes_no_attainment(case in arb_case(), power in -3_i32..8) {
        let (plan, scenario) = case;
        let run = |plan: &Plan, scenario: &Scenario| simulate(&resolve(plan, Some(scenario)));
        let before = run(&plan, &scenario);
        let (plan, scenario) = scaled(plan, scenario, 2.0_f64.powi(power));
        let after = run(&plan, &scenario);
        for (b, a) in before.lines.iter().zip(&after.lines) {
            prop_assert_eq!(b.attainment, a.attainment);
            prop_assert_eq!(&b.started, &a.started);
            prop_assert_eq!(&b.recognised, &a.recognised);
        }
        prop_assert_eq!(before.score, after.score);
    }

    #[test]
    fn causes_add_up_to_the_loss_and_a_met_goal_has_none(plan in arb_plan()) {
        let (inputs, outcome) = run(&plan);
        for (line, cause) in outcome.lines.iter().zip(explain_loss(&inputs, &outcome)) {
            if line.is_met() {
                prop_assert_eq!(cause.total(), 0.0);
            } else {
                prop_assert!((cause.total() - (1.0 - line.attainment)).abs() < 1e-9, "{cause:?} against {}", line.attainment);
            }
        }
    }

    #[test]
    fn the_funding_test_equals_a_maximum_flow_on_every_prefix_of_starts(
        plan in arb_plan(),
        tries in prop::collection::vec((0_usize..4, 1_usize..4), 1..25),
    ) {
        // Pay as you go has no waiting rows, so only the funding rows speak.
        let mut plan = plan;
        plan.discipline = Discipline::PayAsYouGo;
        let inputs = resolve(&plan, None);
        let mut funding = Funding::new(&inputs);
        let mut committed = vec![0.0; inputs.lines.len()];
        for (line, units) in tries {
            let line = line % inputs.lines.len();
            let cost = inputs.lines[line].cost;
            let fitting = funding.count_fitting(line, cost, 0, &[], units);
            for n in 1..=units {
                let mut more = committed.clone();
                more[line] += cost * n as f64;
                prop_assert_eq!(n <= fitting, funding.can_finance(&more), "{} of {} units of line {}", n, units, line);
            }
            funding.commit(line, cost, 0, &[], fitting as f64);
            committed[line] += cost * fitting as f64;
        }
    }

    #[test]
    fn a_financing_keeps_the_recipes_and_the_money(plan in arb_plan(), costs in prop::collection::vec(0_u32..2000, 4)) {
        let inputs = resolve(&plan, None);
        let free: Vec<f64> = inputs.sources.iter().map(|s| s.planned.iter().sum::<f64>() * (1.0 - s.other_works)).collect();
        let costs: Vec<f64> = costs.iter().take(inputs.lines.len()).map(|c| f64::from(*c)).collect();
        let pays = find_financing(&inputs, &free, &costs);
        for (l, line) in pays.iter().enumerate() {
            prop_assert!(line.iter().sum::<f64>() <= costs[l] * (1.0 + 1e-9));
            for (s, paid) in line.iter().enumerate() {
                prop_assert!(*paid <= inputs.lines[l].max_share[s] * costs[l] * (1.0 + 1e-9) + 1e-9);
            }
        }
        for (s, free) in free.iter().enumerate() {
            prop_assert!(pays.iter().map(|l| l[s]).sum::<f64>() <= free * (1.0 + 1e-9) + 1e-9);
        }
    }

    #[test]
    fn a_scenario_that_overrides_nothing_is_the_plan(plan in arb_plan()) {
        let empty = Scenario::default();
        prop_assert_eq!(resolve(&plan, None), resolve(&plan, Some(&empty)));
    }

    #[test]
    fn a_factor_of_one_is_last_years_amount(plan in arb_plan()) {
        let mut scenario = Scenario::default();
        for source in &plan.sources {
            scenario.overrides.amounts.insert(source.id.clone(), Amount::Factor(1.0));
        }
        let inputs = resolve(&plan, Some(&scenario));
        for (source, input) in plan.sources.iter().zip(&inputs.sources) {
            prop_assert_eq!(source.reference.value, input.amount);
        }
    }
}
