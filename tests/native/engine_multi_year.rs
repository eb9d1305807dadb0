//! Plans of several years: goals by year, unfinished units and unspent money carried over, certificates that lapse.

use crate::common::{self, AT_ONCE, arb_case, fig, line, plan, source};
use ntm_planner::engine::{Outcome, evaluate, resolve, simulate};
use ntm_planner::model::{samples::default_plan, *};
use proptest::prelude::*;

fn run(plan: &Plan) -> Outcome {
    simulate(&resolve(plan, None))
}

fn goals(goals: &[(i32, f64)]) -> std::collections::BTreeMap<i32, Figure> {
    goals.iter().map(|(year, goal)| (*year, fig(*goal))).collect()
}

/// The default plan over five years, 60 months, the goals of 2021 in each.
fn five_years() -> Plan {
    let mut plan = default_plan();
    plan.calendar.months = 60;
    for line in &mut plan.lines {
        let goal = line.goal.value;
        line.goals = (2021..2026).map(|year| (year, fig(goal))).collect();
        line.goal = fig(goal * 5.0);
        line.candidates = fig(line.candidates.value * 5.0);
    }
    plan
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn years_add_up_to_the_line_and_each_round_counts_in_one_year((plan, scenario) in arb_case()) {
        let inputs = resolve(&plan, Some(&scenario));
        let outcome = simulate(&inputs);
        for (line, out) in inputs.lines.iter().zip(&outcome.lines) {
            prop_assert_eq!(out.years.len(), line.goals.len());
            let Some(last) = out.years.last() else { continue };
            let added: f64 = out.years.iter().map(|y| y.recognised).sum();
            prop_assert!((added - out.total_recognised()).abs() < 1e-9);
            prop_assert!((last.cumulative - added).abs() < 1e-9 && (last.cumulative_goal - out.goal).abs() < 1e-9);
            prop_assert!(line.goals.windows(2).all(|w| w[0].to + 1 == w[1].from && w[0].year + 1 == w[1].year));
            prop_assert!((0.0..=1.0 + 1e-12).contains(&out.attainment));
            let all = out.years.iter().all(|y| y.attainment >= 1.0 - 1e-9 || y.goal == 0.0);
            prop_assert_eq!(all, out.is_met());
        }
    }

    #[test]
    fn causes_of_goals_by_year_add_up_to_the_loss((plan, scenario) in arb_case()) {
        let e = evaluate(&plan, Some(&scenario));
        for (line, cause) in e.outcome.lines.iter().zip(&e.causes) {
            let loss = if line.is_met() { 0.0 } else { 1.0 - line.attainment };
            prop_assert!((cause.total() - loss).abs() < 1e-9, "{cause:?} against {loss}");
        }
    }

    #[test]
    fn one_year_with_its_goal_is_the_plan_with_that_goal((plan, scenario) in arb_case(), months in 2_usize..=13) {
        let mut plan = plan;
        plan.calendar = Calendar { start: YearMonth { year: 2021, month: 1 }, months };
        plan.lines.iter_mut().for_each(|l| l.goals.clear());
        let single = simulate(&resolve(&plan, Some(&scenario)));
        let mut by_year = plan.clone();
        by_year.lines.iter_mut().for_each(|l| l.goals = goals(&[(2021, l.goal.value)]));
        let years = simulate(&resolve(&by_year, Some(&scenario)));
        // Where no start is in time all is wanted in the first month either way; early starts wait for no year.
        for (a, b) in single.lines.iter().zip(&years.lines) {
            prop_assert_eq!(&a.started, &b.started);
            prop_assert!((a.attainment - b.attainment).abs() < 1e-12);
        }
    }

    #[test]
    fn certificates_only_ever_take_from_what_counts_in_all(
        (plan, scenario) in arb_case(), stock in 0_u32..30, validity in 1_u32..40, quarters in 0_u32..=4,
    ) {
        let mut plan = plan;
        plan.lines.iter_mut().for_each(|l| l.stock = Some(fig(f64::from(stock))));
        let for_good = simulate(&resolve(&plan, Some(&scenario)));
        let renewed = f64::from(quarters) * 0.25;
        for line in &mut plan.lines {
            line.certificate = Some(Certificate { validity: fig(f64::from(validity)), renewed: fig(renewed), cost: None });
        }
        let lapsing = simulate(&resolve(&plan, Some(&scenario)));
        for (kept, line) in for_good.lines.iter().zip(&lapsing.lines) {
            for t in 0..for_good.months {
                prop_assert!(line.stock[t] >= -1e-9 && line.stock[t] <= kept.stock[t] + 1e-9);
                prop_assert!(renewed < 1.0 || (line.stock[t] - kept.stock[t]).abs() < 1e-6);
            }
            prop_assert_eq!(&line.recognised, &kept.recognised);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn renewals_for_nothing_leave_the_run_as_it_is_but_for_rounding(
        (plan, scenario) in arb_case(), stock in 0_u32..30, validity in 1_u32..40, quarters in 0_u32..=4,
    ) {
        let with = |cost: Option<f64>| {
            let mut plan = plan.clone();
            for line in &mut plan.lines {
                line.stock = Some(fig(f64::from(stock)));
                line.certificate = Some(certificate(f64::from(validity), f64::from(quarters) * 0.25, cost));
            }
            (resolve(&plan, Some(&scenario)).hash(), simulate(&resolve(&plan, Some(&scenario))))
        };
        let (none, nothing, almost) = (with(None), with(Some(0.0)), with(Some(1e-9)));
        prop_assert_eq!(&none, &nothing);
        prop_assert!(none.1.lines.iter().all(|l| l.renewals_wanted.is_empty() && l.renewal_bills.is_empty()));
        // The other way of counting, where a cost is next to nothing and there is money for it.
        for (a, b) in none.1.lines.iter().zip(&almost.1.lines).filter(|(_, b)| b.total_not_renewed() == 0.0) {
            prop_assert_eq!(&a.started, &b.started);
            prop_assert!(a.stock.iter().zip(&b.stock).all(|(a, b)| (a - b).abs() < 1e-6), "{:?} {:?}", a.stock, b.stock);
        }
    }

    #[test]
    fn what_is_paid_and_owed_is_the_cost_with_renewals(
        (plan, scenario) in arb_case(), stock in 0_u32..30, validity in 1_u32..40, quarters in 1_u32..=4, cost in 1_u32..80,
    ) {
        let mut plan = plan;
        let without = simulate(&resolve(&plan, Some(&scenario)));
        for line in &mut plan.lines {
            line.stock = Some(fig(f64::from(stock)));
            line.certificate = Some(certificate(f64::from(validity), f64::from(quarters) * 0.25, Some(f64::from(cost))));
        }
        let inputs = resolve(&plan, Some(&scenario));
        let out = simulate(&inputs);
        let needed: f64 = out.needed().iter().sum();
        let paid: f64 = out.sources.iter().map(|s| s.total_paid()).sum();
        prop_assert!((paid + out.debt - needed).abs() < 1e-6 * (1.0 + needed), "{paid} + {} is not {needed}", out.debt);
        let (renewals, lines): (f64, f64) = (
            out.lines.iter().map(|l| l.total_renewal_bills()).sum(),
            out.lines.iter().map(|l| l.total_paid()).sum(),
        );
        prop_assert!(renewals <= needed + 1e-9 && (lines - paid).abs() < 1e-6 * (1.0 + paid));
        for line in &out.lines {
            for (wanted, made) in line.renewals_wanted.iter().zip(&line.renewed) {
                prop_assert!(*made >= 0.0 && *made <= wanted * (1.0 + 1e-12));
            }
            prop_assert!(line.stock.iter().all(|s| *s >= 0.0));
        }
        // What was owed without renewals is no less than what is owed because of them: they are only made if paid for.
        let likely = plan.sources.iter().all(|s| s.realisation.likely >= 1.0);
        let steady = inputs.sources.iter().all(|s| s.planned.iter().zip(&s.released).all(|(p, r)| r >= p));
        let sound = plan.lines.iter().all(|l| l.under_way.is_none());
        if likely && steady && sound && without.debt == 0.0 && matches!(inputs.discipline, Discipline::Bridge { .. }) {
            prop_assert!(out.debt < 1e-6 * (1.0 + needed), "{}", out.debt);
        }
    }

    #[test]
    fn a_dearer_renewal_never_raises_what_counts_in_all(
        (plan, scenario) in arb_case(), stock in 1_u32..30, validity in 1_u32..40, quarters in 1_u32..=4, cost in 0_u32..80,
    ) {
        // One line: what it is refused nobody else takes.
        let mut plan = plan;
        plan.lines.truncate(1);
        plan.priority.truncate(1);
        let line = &mut plan.lines[0];
        line.level = None;
        line.goal = fig(0.0);
        line.goals.clear();
        line.under_way = None;
        line.stock = Some(fig(f64::from(stock)));
        let mut before: Option<Outcome> = None;
        for cost in [cost, cost + 7, 2 * cost + 50] {
            plan.lines[0].certificate = Some(certificate(f64::from(validity), f64::from(quarters) * 0.25, Some(f64::from(cost))));
            let inputs = resolve(&plan, Some(&scenario));
            prop_assume!(inputs.lines[0].wanted.iter().all(|n| *n == 0) && inputs.expiry.is_empty());
            let out = simulate(&inputs);
            if let Some(before) = &before {
                let renewed = |o: &Outcome, t: usize| o.lines[0].renewed.iter().take(t + 1).sum::<f64>();
                for t in 0..out.months {
                    prop_assert!(out.lines[0].stock[t] <= before.lines[0].stock[t] + 1e-6, "month {t}");
                    prop_assert!(renewed(&out, t) <= renewed(before, t) + 1e-6 || before.lines[0].renewed.is_empty());
                }
            }
            before = Some(out);
        }
    }
}

fn certificate(validity: f64, renewed: f64, cost: Option<f64>) -> Certificate {
    Certificate {
        validity: fig(validity),
        renewed: fig(renewed),
        cost: cost.map(fig),
    }
}

#[test]
fn renewals_come_before_starts_and_what_money_does_not_suffice_for_lapses() {
    let mut l = line("x", 4.0, 100.0, 1.0, &["a"]);
    l.stock = Some(fig(12.0));
    l.certificate = Some(certificate(6.0, 1.0, Some(10.0)));
    let mut p = plan(vec![source("a", 180.0, AT_ONCE)], vec![l]);
    p.calendar.months = 6;
    p.schedule = Schedule::Early;
    // Two certificates a month for 20; 120 in all leave no money for a unit of 100.
    let out = run(&p);
    assert_eq!(out.lines[0].renewal_bills, [20.0; 6]);
    assert_eq!((out.lines[0].total_started(), out.lines[0].stock[5]), (0.0, 12.0));
    assert_eq!(out.lines[0].total_paid(), 120.0);
    // Money for five of the twelve: they are renewed in order, the others lapse.
    p.sources[0].amount = fig(50.0);
    let poor = run(&p);
    let renewed: Vec<f64> = poor.lines[0].renewed.iter().map(|n| (n * 1e6).round() / 1e6).collect();
    assert_eq!(renewed, [2.0, 2.0, 1.0, 0.0, 0.0, 0.0]);
    assert!((poor.lines[0].total_not_renewed() - 7.0).abs() < 1e-6 && (poor.lines[0].stock[5] - 5.0).abs() < 1e-6);
    assert!(poor.debt < 1e-6);
    // Half as dear a start: both fit.
    p.sources[0].amount = fig(180.0);
    p.lines[0].unit_cost = common::range(50.0);
    assert_eq!(run(&p).lines[0].total_started(), 1.0);
}

#[test]
fn what_the_plan_itself_recognises_is_renewed_before_the_starts_of_that_year() {
    let mut l = line("x", 4.0, 100.0, 1.0, &["a"]);
    l.goals = goals(&[(2021, 2.0), (2022, 2.0)]);
    l.certificate = Some(certificate(12.0, 1.0, Some(60.0)));
    l.appraisal.rounds = Rounds::Months { months: vec![12] };
    let mut p = plan(vec![source("a", 200.0, AT_ONCE)], vec![l]);
    p.calendar.months = 25;
    let out = run(&p);
    // Two of December 2021 are renewed a year later for 120; of the 200 of that year the rest starts none for 100.
    assert_eq!((out.lines[0].recognised[11], out.lines[0].renewed[23]), (2.0, 2.0));
    assert_eq!(out.lines[0].renewal_bills[23], 120.0);
    assert_eq!(out.lines[0].years[1].recognised, 0.0);
    p.lines[0].certificate = Some(certificate(12.0, 1.0, Some(40.0)));
    assert_eq!(run(&p).lines[0].years[1].recognised, 1.0);
}

#[test]
fn what_was_recognised_lapses_when_its_certificate_does() {
    let mut l = line("x", 4.0, 0.0, 1.0, &["a"]);
    l.stock = Some(fig(6.0));
    l.certificate = Some(Certificate {
        validity: fig(3.0),
        renewed: fig(0.0),
        cost: None,
    });
    let mut p = plan(vec![source("a", 0.0, AT_ONCE)], vec![l]);
    p.calendar = Calendar {
        start: YearMonth { year: 2021, month: 2 },
        months: 6,
    };
    p.schedule = Schedule::Early;
    let out = run(&p);
    // Two of the six lapse each month; the four of the first month lapse after three.
    assert_eq!(out.lines[0].stock, [8.0, 6.0, 4.0, 0.0, 0.0, 0.0]);
}

#[test]
fn units_of_a_year_are_wanted_in_time_for_its_rounds_and_what_is_missed_counts_on() {
    let mut l = line("x", 4.0, 100.0, 1.0, &["a"]);
    l.goals = goals(&[(2021, 2.0), (2022, 2.0)]);
    l.appraisal.rounds = Rounds::Months { months: vec![12] };
    let mut p = plan(vec![source("a", 200.0, AT_ONCE)], vec![l]);
    p.calendar.months = 25;
    let met = run(&p);
    assert_eq!((met.lines[0].recognised[11], met.lines[0].recognised[23]), (2.0, 2.0));
    assert_eq!((met.lines[0].attainment, met.lines[0].years.len()), (1.0, 2));
    // Money of the first year pays one, the next year brings enough for the one missed too; no bill waits for it.
    p.discipline = Discipline::Bridge { wait: 0 };
    p.sources[0].yearly = [(2021, fig(100.0)), (2022, fig(300.0))].into();
    let late = run(&p);
    let years: Vec<_> = late.lines[0]
        .years
        .iter()
        .map(|y| (y.recognised, y.cumulative, y.attainment))
        .collect();
    assert_eq!(years, [(1.0, 1.0, 0.5), (3.0, 4.0, 1.0)]);
    assert_eq!(late.lines[0].attainment, 0.75);
}

#[test]
fn a_scenario_changes_the_amounts_of_all_years_in_proportion() {
    let mut a = source("a", 100.0, AT_ONCE);
    a.yearly = [(2022, fig(400.0))].into();
    let mut p = plan(vec![a], vec![line("x", 1.0, 1.0, 1.0, &["a"])]);
    p.calendar.months = 25;
    let released = |amount| {
        let mut scenario = Scenario::default();
        scenario.overrides.amounts.insert("a".into(), amount);
        let out = simulate(&resolve(&p, Some(&scenario)));
        (out.sources[0].released[0], out.sources[0].released[12])
    };
    assert_eq!(released(Amount::Factor(1.0)), (100.0, 400.0));
    assert_eq!(released(Amount::Factor(0.5)), (50.0, 200.0));
    assert_eq!(released(Amount::Fixed(200.0)), (200.0, 800.0));
}

#[test]
fn work_unfinished_at_the_end_of_a_year_goes_on_in_the_next() {
    let mut l = line("x", 1.0, 100.0, 14.0, &["a"]);
    l.goals = goals(&[(2022, 1.0)]);
    let mut p = plan(vec![source("a", 100.0, AT_ONCE)], vec![l]);
    p.calendar.months = 25;
    p.schedule = Schedule::Early;
    let out = run(&p);
    assert_eq!(out.lines[0].started[0], 1.0);
    assert!(out.lines[0].in_progress[11] == 1.0 && out.lines[0].total_recognised() == 1.0);
    // Bills of both years are paid, the second's from what the first left.
    assert!(out.debt < 1e-9 && out.lines[0].paid[13] > 0.0);
}

#[test]
fn five_years_of_sixty_months_run_with_all_rules_and_forecast_from_their_middle() {
    let plan = five_years();
    let outcome = run(&plan);
    assert_eq!(outcome.lines.iter().map(|l| l.years.len()).collect::<Vec<_>>(), [5; 6]);
    assert!(outcome.score > 0.9, "{}", outcome.score);
    assert!(outcome.debt < 1e-6);
    let mut forecast = plan.clone();
    forecast.actuals.months = 30;
    forecast.actuals.forecast = true;
    let after = run(&forecast);
    assert!((after.score - outcome.score).abs() < 1e-9);
    // Money that does not carry over is lost each January, and never more is recognised for it.
    let mut lost = plan;
    lost.sources.iter_mut().for_each(|s| s.carries_over = false);
    let without = run(&lost);
    assert!(without.sources.iter().map(|s| s.total_expired()).sum::<f64>() > 0.0);
    assert!(without.debt < 1e-6);
}

/// Communes that are to be advanced and then models, one year of each; `pass`: of the advanced level.
fn ladder(pass: f64, communes: usize) -> Plan {
    let level = |id: &str, level: Level, goal: f64| {
        let mut line = line(id, goal, 100.0, 6.0, &["a"]);
        line.level = Some(level);
        line.appraisal.rounds = Rounds::Months { months: vec![12] };
        line
    };
    let mut advanced = level("advanced", Level::Advanced, communes as f64);
    let stage = |pass| Stage {
        name: "council".into(),
        pass: fig(pass),
    };
    advanced.appraisal.stages = vec![stage(pass)];
    let model = level("model", Level::Model, communes as f64);
    let mut p = plan(vec![source("a", 10_000.0, AT_ONCE)], vec![advanced, model]);
    p.calendar.months = 25;
    p.schedule = Schedule::Early;
    p.scenarios[0].overrides.pushed = [("advanced".into(), communes as u32), ("model".into(), communes as u32)].into();
    p.communes = (0..communes)
        .map(|c| Commune::new(format!("c{c}"), format!("c{c}"), Level::Ntm))
        .collect();
    p
}

#[test]
fn a_commune_made_advanced_in_the_plan_is_a_candidate_of_the_model_level_in_a_later_year() {
    let p = ladder(1.0, 2);
    let out = simulate(&resolve(&p, p.base()));
    assert_eq!(out.lines[0].recognised[11], 2.0);
    // Work begins after the round, and counts for the next year.
    let starts: Vec<usize> = (0..25).filter(|t| out.lines[1].started[*t] > 0.0).collect();
    assert_eq!((starts, out.lines[1].recognised[23]), (vec![12], 2.0));
    let climbed: Vec<_> = out
        .communes
        .iter()
        .filter(|c| c.climbs)
        .map(|c| (c.id.clone(), c.units))
        .collect();
    assert_eq!(climbed, [(None, 2.0)]);
    // A commune recognised in a round of the same year waits for the next one.
    let mut twice = p.clone();
    for line in &mut twice.lines {
        line.appraisal.rounds = Rounds::Months { months: vec![6, 12] };
    }
    let out = simulate(&resolve(&twice, twice.base()));
    assert_eq!(out.lines[0].recognised[5], 2.0);
    let first = (0..25).find(|t| out.lines[1].started[*t] > 0.0);
    assert_eq!(first, Some(7), "the first start that is decided in 2022");
    // One that is out of the plan does not climb.
    let mut out_of_it = p.clone();
    out_of_it.scenarios[0].overrides.picks = [("c0".into(), Pick::Out), ("c1".into(), Pick::Out)].into();
    let out = simulate(&resolve(&out_of_it, out_of_it.base()));
    assert_eq!(out.lines[1].total_started(), 0.0);
}

#[test]
fn as_many_climb_as_are_expected_to_pass_and_in_a_sample_as_many_as_pass() {
    use ntm_planner::engine::sample::{Measure, Sampler};
    let p = ladder(0.5, 3);
    let out = simulate(&resolve(&p, p.base()));
    // 1,5 are expected: one may count on it.
    assert_eq!(
        (out.lines[0].total_recognised(), out.lines[1].total_started()),
        (1.5, 1.0)
    );
    let mut sampler = Sampler::new(p.ground.clone(), p.base(), 7).unwrap();
    sampler.advance(400);
    let (passed, models) = (sampler.results(Measure::Units(0)), sampler.results(Measure::Units(1)));
    assert!(passed.iter().zip(&models).all(|(passed, models)| models == passed));
    assert!((0..=3).all(|n| passed.contains(&f64::from(n))));
}

#[test]
fn in_a_plan_of_one_year_nobody_climbs() {
    let climbs = |plan: &Plan| {
        let inputs = resolve(plan, None);
        inputs
            .lines
            .iter()
            .any(|l| l.communes.iter().any(|c| c.after.is_some()))
    };
    assert!(!climbs(&default_plan()));
    let mut one_year = ladder(1.0, 2);
    assert!(climbs(&one_year));
    one_year.calendar.months = 13;
    assert!(!climbs(&one_year));
}
