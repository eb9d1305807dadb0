use super::*;
use crate::engine::evaluate;
use crate::model::Plan;
use crate::model::samples::{by_name, default_plan};
use crate::model::{Accepted, Amount, Effect, Figure, GUARDS, Scenario, Text};

fn find(plan: &Plan, scenario: Option<&Scenario>, name: &str) -> Guard {
    let guards = evaluate(plan, scenario).guards;
    guards.into_iter().find(|g| g.name == name).unwrap()
}

#[test]
fn there_is_one_guard_of_each_name_in_order() {
    let names: Vec<&str> = evaluate(&default_plan(), None).guards.iter().map(|g| g.name).collect();
    assert_eq!(names, GUARDS);
}

#[test]
fn what_waits_is_told_by_line_in_the_month_of_its_peak() {
    let plan = default_plan();
    let e = evaluate(&plan, None);
    let waiting = &e.guards[1];
    assert_eq!(waiting.value, e.outcome.peak_waiting);
    assert_eq!(waiting.state, Some(GuardState::Attention));
    for row in &waiting.rows {
        let GuardRowOf::Line(id) = &row.of else {
            panic!("{row:?}")
        };
        let line = e.outcome.lines.iter().find(|l| &l.id == id).unwrap();
        assert_eq!(row.value, Some(line.waiting[row.month.unwrap()]));
        assert!(line.waiting.iter().all(|w| *w <= row.value.unwrap()));
    }
    let lines = e
        .outcome
        .lines
        .iter()
        .filter(|l| l.waiting.iter().any(|w| *w > NO_MONEY));
    assert_eq!(waiting.rows.len(), lines.count());
}

#[test]
fn debt_after_the_last_month_is_over_and_adds_up_by_line() {
    let mut plan = default_plan();
    let sources = plan.sources.iter().map(|s| s.id.clone()).collect();
    let late = plan.events.iter_mut().find(|e| e.id == "swine-fever").unwrap();
    late.on = true;
    late.effects = vec![Effect::Amount { sources, factor: 0.5 }];
    let debt = find(&plan, None, "debt");
    assert_eq!(debt.state, Some(GuardState::Over));
    let sum: f64 = debt.rows.iter().filter_map(|r| r.value).sum();
    assert!(debt.value > 1_000.0 && (sum - debt.value).abs() < 1e-6);
    let over = find(&plan, None, "overcommitted");
    assert_eq!(over.state, Some(GuardState::Over), "more is built than arrives");
    assert!((over.value - debt.value).abs() < 1.0, "{} {}", over.value, debt.value);
    assert!(over.path.starts_with("/sources/") && over.path.ends_with("/amount"));
}

#[test]
fn communes_with_unpaid_bills_at_their_round_are_told_one_by_one() {
    let plan = by_name("minh-hoa-xa").unwrap();
    let e = evaluate(&plan, plan.base());
    let guard = &e.guards[2];
    let waiting = e.outcome.communes.iter().filter(|c| c.waiting_at_round > NO_MONEY);
    let sum: f64 = waiting.clone().map(|c| c.waiting_at_round).sum();
    assert_eq!(guard.rows.len(), waiting.count());
    assert!((guard.value - sum).abs() < 1e-9);
    assert_eq!(guard.warns(), sum > 0.0);
}

#[test]
fn contributions_by_line_and_commune_compare_with_last_year_only_where_that_is_known() {
    let mut plan = by_name("minh-hoa-xa").unwrap();
    let row = |plan: &Plan, of: &GuardRowOf| {
        let rows = find(plan, None, "community").rows;
        rows.into_iter().find(|r| r.of == *of).unwrap()
    };
    let gardens = GuardRowOf::Line("gardens".into());
    assert_eq!(row(&plan, &gardens).limit, None, "unknown is unknown");
    let last = Figure::assumption(1_323.77, Text::default());
    plan.last_contribution.lines.insert("gardens".into(), last);
    let limit = row(&plan, &gardens).limit.unwrap();
    assert!((limit - 1_323.77 / plan.population.value).abs() < 1e-12);

    let commune = find(&plan, None, "community")
        .rows
        .into_iter()
        .find(|r| matches!(&r.of, GuardRowOf::Commune(_, Some(_))))
        .unwrap();
    let GuardRowOf::Commune(_, Some(id)) = commune.of.clone() else {
        panic!()
    };
    let place = plan.communes.iter().position(|c| c.id == id).unwrap();
    plan.communes[place].population = None;
    assert_eq!(
        row(&plan, &commune.of).value,
        None,
        "a commune without inhabitants has no contribution per head"
    );
    plan.communes[place].population = Some(Figure::assumption(5_000.0, Text::default()));
    plan.last_contribution
        .communes
        .insert(id, Figure::assumption(500.0, Text::default()));
    let told = row(&plan, &commune.of);
    assert_eq!(told.limit, Some(0.1));
    assert!(told.value.unwrap() > 0.0);
}

#[test]
fn a_source_whose_money_is_all_taken_is_named_with_the_target_that_waits_for_it() {
    let mut plan = default_plan();
    let gardens = plan.lines.iter_mut().find(|l| l.id == "gardens").unwrap();
    gardens.recipe.retain(|source, _| source == "community");
    let mut poor = Scenario::default();
    poor.overrides
        .amounts
        .insert("community".into(), Amount::Fixed(1_000.0));
    let guard = find(&plan, Some(&poor), "overcommitted");
    assert_eq!((guard.state, guard.value), (Some(GuardState::Attention), 0.0));
    let tight = GuardRowOf::Tight("gardens".into(), vec!["community".into()]);
    assert!(guard.rows.iter().any(|r| r.of == tight), "{:?}", guard.rows);
}

#[test]
fn a_comparison_tells_of_a_source_at_its_end_what_its_guard_tells() {
    use crate::engine::compare::{Column, Metric, compare};
    let mut plan = default_plan();
    let gardens = plan.lines.iter_mut().find(|l| l.id == "gardens").unwrap();
    gardens.recipe.retain(|source, _| source == "community");
    let mut poor = Scenario::default();
    let amount = Amount::Fixed(1_000.0);
    poor.overrides.amounts.insert("community".into(), amount);
    let [rich, poor] = [Scenario::default(), poor].map(|s| (evaluate(&plan, Some(&s)), s.overrides));
    let columns = [&rich, &poor].map(|(evaluation, overrides)| Column {
        ground: &plan,
        overrides,
        evaluation,
    });
    let rows = compare(&columns);
    let row = rows
        .iter()
        .find(|r| r.metric == Metric::Guard("overcommitted"))
        .unwrap();
    let guard = poor.0.guards.iter().find(|g| g.name == "overcommitted").unwrap();
    let tight = guard
        .rows
        .iter()
        .find(|r| matches!(r.of, GuardRowOf::Tight(..)))
        .unwrap();
    let told = row.cells[1].unwrap();
    assert_eq!(Some(told.value), tight.value);
    assert!(told.value > 0.0);
    // Used up is not promised too much: the one is not taken from the other.
    assert_eq!(told.difference, None);
}

#[test]
fn sponsorship_above_its_lines_is_a_question_and_without_a_report_unknown() {
    let mut plan = default_plan();
    let guard = find(&plan, None, "double-count");
    assert_eq!((guard.state, guard.value), (Some(GuardState::Attention), 10_492.0));
    assert_eq!(guard.rows.len(), 4);
    plan.reported.clear();
    assert_eq!(find(&plan, None, "double-count").state, None);
}

#[test]
fn what_is_accepted_warns_again_only_when_it_gets_worse() {
    let mut plan = default_plan();
    let before = find(&plan, None, "waiting");
    assert!(before.is_open());
    plan.accepted.push(Accepted {
        id: "waiting".into(),
        value: before.value,
        note: "Ban chỉ đạo đã đồng ý".into(),
    });
    let same = find(&plan, None, "waiting");
    assert!(same.is_accepted() && !same.is_open() && same.state == before.state);
    plan.accepted[0].value = before.value - 1.0;
    assert!(find(&plan, None, "waiting").is_open());
}
