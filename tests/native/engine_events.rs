//! Events that change something for good do so from their first month on.

use ntm_planner::engine::{Outcome, resolve, simulate};
use ntm_planner::model::samples::{by_name, default_plan, events};
use ntm_planner::model::validate::validate;
use ntm_planner::model::{Effect, EventMonth, Plan};

fn with_months(plan: &Plan, id: &str, months: &[u8], effects: Vec<Effect>) -> Plan {
    let mut plan = plan.clone();
    let event = plan.events.iter_mut().find(|e| e.id == id).unwrap();
    event.months = months.iter().map(|&month| EventMonth { month, chance: 1.0 }).collect();
    event.effects = effects;
    event.on = true;
    plan
}

fn run(plan: &Plan) -> Outcome {
    simulate(&resolve(plan, None))
}

fn gardens(plan: &Plan) -> usize {
    plan.lines.iter().position(|l| l.id == "gardens").unwrap()
}

#[test]
fn criteria_raised_in_december_let_the_decisions_of_november_pass_as_before() {
    let plan = default_plan();
    let lines = vec!["gardens".to_owned()];
    let raised = with_months(
        &plan,
        "stricter-criteria",
        &[12],
        vec![Effect::PassRate { lines, factor: 0.5 }],
    );
    let (before, after) = (run(&plan), run(&raised));
    let (b, a) = (&before.lines[gardens(&plan)], &after.lines[gardens(&plan)]);
    assert_eq!(a.submitted, b.submitted);
    assert!(b.recognised[11] > 0.0);
    for t in 0..13 {
        let factor = if t >= 11 { 0.5 } else { 1.0 };
        assert_eq!(a.recognised[t], factor * b.recognised[t], "month {t}");
    }
}

#[test]
fn costs_that_rise_in_march_leave_what_started_before_as_it_was() {
    let plan = default_plan();
    let lines = vec!["gardens".to_owned()];
    let dear = with_months(
        &plan,
        "stricter-criteria",
        &[3],
        vec![Effect::UnitCost { lines, factor: 1.2 }],
    );
    let inputs = resolve(&dear, None);
    let line = &inputs.lines[gardens(&plan)];
    let likely = dear.lines[gardens(&plan)].unit_cost.likely;
    assert_eq!((line.cost_at(0), line.cost_at(1)), (likely, likely));
    assert!((line.cost_at(2) - 1.2 * likely).abs() < 1e-9 && (line.cost_at(12) - 1.2 * likely).abs() < 1e-9);
    let bills = |plan: &Plan| run(plan).lines[gardens(plan)].needed.clone();
    let (before, after) = (bills(&plan), bills(&dear));
    assert_eq!(before[..2], after[..2]);
    assert!(after[2] > before[2]);
}

#[test]
fn money_that_is_cut_in_july_comes_whole_until_june() {
    let plan = default_plan();
    let sources = vec!["state".to_owned()];
    let cut = with_months(
        &plan,
        "swine-fever",
        &[7],
        vec![Effect::Amount { sources, factor: 0.5 }],
    );
    let (before, after) = (run(&plan), run(&cut));
    for t in 0..13 {
        let factor = if t >= 6 { 0.5 } else { 1.0 };
        let expected = factor * before.sources[0].released[t];
        assert!((after.sources[0].released[t] - expected).abs() < 1e-6, "month {t}");
    }
}

#[test]
fn without_months_the_whole_plan_is_changed_and_months_outside_the_calendar_change_nothing() {
    let mut plan = default_plan();
    let cut = |plan: &Plan, months: &[u8]| {
        let sources = vec!["state".to_owned()];
        with_months(
            plan,
            "swine-fever",
            months,
            vec![Effect::Amount { sources, factor: 0.5 }],
        )
    };
    let all = run(&cut(&plan, &[])).sources[0].total_released();
    assert!((all - 0.5 * run(&plan).sources[0].total_released()).abs() < 1e-6);
    plan.calendar.months = 6;
    let outside = run(&cut(&plan, &[9])).sources[0].total_released();
    assert_eq!(outside, run(&plan).sources[0].total_released());
}

#[test]
fn every_event_of_the_library_fits_every_sample_and_a_plan_with_other_ids() {
    let mut other = by_name("thach-ha-2021").unwrap();
    for line in &mut other.lines {
        line.id = format!("x-{}", line.id);
    }
    for source in &mut other.sources {
        source.id = format!("x-{}", source.id);
    }
    other.priority.clear();
    other.events.clear();
    other.scenarios.truncate(1);
    for line in &mut other.lines {
        let recipe = std::mem::take(&mut line.recipe);
        line.recipe = recipe
            .into_iter()
            .map(|(id, share)| (format!("x-{id}"), share))
            .collect();
    }
    let plans = [by_name("thach-ha-2020").unwrap(), default_plan(), other];
    for plan in plans {
        for event in events::library() {
            let taken = events::from_library(&plan, &event.id).unwrap();
            assert!(plan.event(&taken.id).is_none(), "{} is free", taken.id);
            let mut with = plan.clone();
            with.events.push(taken.clone());
            assert_eq!(
                validate(&with).len(),
                validate(&plan).len(),
                "{} in {}",
                event.id,
                plan.id
            );
            assert_eq!(taken.effects.len(), event.effects.len());
            with.events.last_mut().unwrap().on = true;
            assert_ne!(resolve(&with, None), resolve(&plan, None), "{} acts", event.id);
        }
    }
    assert_eq!(events::from_library(&default_plan(), "no such event"), None);
}
