mod structure;

use super::*;
use crate::model::field::{Field, LineField, OriginField, RangeField, SourceField};
use crate::model::{samples::default_plan, *};

fn done(command: Command) -> Plan {
    apply(&default_plan(), &command).unwrap()
}

fn refused(command: Command) -> CommandError {
    apply(&default_plan(), &command).unwrap_err()
}

fn state(field: SourceField) -> Field {
    Field::source("state", field)
}

fn ocop(field: LineField) -> Field {
    Field::line("ocop", field)
}

#[test]
fn an_edited_figure_becomes_an_assumption_and_shows_what_was_reported() {
    let plan = done(Command::Set(state(SourceField::Reference), 5.0));
    let figure = &plan.source("state").unwrap().reference;
    assert_eq!(figure.value, 5.0);
    assert_eq!(figure.origin, Origin::default());
    let before = &default_plan().source("state").unwrap().reference.clone();
    assert_eq!(figure.replaced.as_ref().unwrap().value, before.value);
}

#[test]
fn numbers_outside_their_range_are_refused_by_rule() {
    for (field, value, rule) in [
        (state(SourceField::Amount), f64::NAN, Rule::Finite),
        (state(SourceField::Amount), 1e13, Rule::Finite),
        (state(SourceField::Amount), -1.0, Rule::NotNegative),
        (state(SourceField::OtherWorks), 1.01, Rule::Share),
        (ocop(LineField::Duration), 0.0, Rule::OneOrMore),
        (ocop(LineField::Candidates), 1.5, Rule::Whole),
        (ocop(LineField::Pass(0)), 0.0, Rule::Pass),
    ] {
        let error = refused(Command::Set(field.clone(), value));
        assert_eq!(error, CommandError::OutOfRange(rule), "{field:?} = {value}");
    }
    let spread = Command::SetRange(RangeField::UnitCost("ocop".into()), [3.0, 2.0, 4.0]);
    assert_eq!(refused(spread), CommandError::OutOfRange(Rule::Order));
    let rounds = Command::SetRounds("ocop".into(), Rounds::Months { months: vec![] });
    assert_eq!(refused(rounds), CommandError::OutOfRange(Rule::Month));
}

#[test]
fn what_does_not_exist_is_named() {
    let missing = |id: &str| CommandError::NotFound(id.into());
    assert_eq!(refused(Command::Set(ocop(LineField::Pass(9)), 0.5)), missing("ocop"));
    assert_eq!(
        refused(Command::SetCarriesOver("nowhere".into(), true)),
        missing("nowhere")
    );
    assert_eq!(
        refused(Command::Set(Field::Release("state".into(), 13), 0.5)),
        missing("13")
    );
    assert_eq!(
        refused(Command::SetAmount("nowhere".into(), "state".into(), None)),
        missing("nowhere")
    );
    let base = default_plan().scenarios[0].id.clone();
    assert_eq!(
        refused(Command::SetPushed(base, "nowhere".into(), Some(1))),
        missing("nowhere")
    );
    assert_eq!(
        refused(Command::SetPriority(vec!["nowhere".into()])),
        missing("nowhere")
    );
}

#[test]
fn a_line_without_last_year_gets_one_as_an_assumption() {
    let mut plan = default_plan();
    plan.lines[0].last_year = None;
    plan.lines[0].under_way = None;
    let id = plan.lines[0].id.clone();
    let field = |field| Field::line(&id, field);
    let plan = apply(&plan, &Command::Set(field(LineField::LastYear), 3.0)).unwrap();
    assert_eq!(plan.lines[0].last_year, Some(Figure::assumption(3.0, Text::default())));
    let plan = apply(&plan, &Command::Set(field(LineField::UnderWayUnits), 1.0)).unwrap();
    assert_eq!(plan.lines[0].under_way.as_ref().unwrap().money_left.value, 1.0);
}

#[test]
fn a_curve_or_recipe_changed_by_hand_is_no_longer_derived() {
    let mut plan = default_plan();
    plan.sources[0].release.origin = Origin::Derived { formula: "f".into() };
    let id = plan.sources[0].id.clone();
    let plan = apply(&plan, &Command::Set(Field::Release(id.clone(), 0), 0.02)).unwrap();
    assert_eq!(plan.sources[0].release.origin, Origin::default());
    let first = default_plan().sources[0].release.points;
    assert_eq!(plan.sources[0].release.replaced.as_ref().unwrap().value, first);
    let back = apply(&plan, &Command::Reset(Field::Release(id.clone(), 0))).unwrap();
    assert_eq!(back.sources[0].release.origin, Origin::Derived { formula: "f".into() });
    assert_eq!(back.sources[0].release.replaced, None);
    let none = Command::Set(Field::MaxShare("ocop".into(), id.clone()), 0.0);
    let plan = apply(&plan, &none).unwrap();
    assert!(!plan.line("ocop").unwrap().recipe.contains_key(&id));
    assert_eq!(apply(&plan, &none), Err(CommandError::NoChange));
}

#[test]
fn an_origin_is_changed_without_its_value() {
    let origin = Origin::Reported {
        source: "Báo cáo".into(),
        date: "2021-01-22".into(),
    };
    let plan = done(Command::SetOrigin(OriginField::Recipe("ocop".into()), origin.clone()));
    assert_eq!(plan.line("ocop").unwrap().recipe_origin, origin);
}

#[test]
fn a_deleted_event_leaves_no_override_behind() {
    let mut plan = default_plan();
    let event = plan.events[0].id.clone();
    let scenario = plan.scenarios[0].id.clone();
    plan.scenarios[0].overrides.events.insert(event.clone(), true);
    plan.unknown.insert(format!("/events/{event}/colour"), "red".into());
    let plan = apply(&plan, &Command::DeleteEvent(event.clone())).unwrap();
    assert!(plan.event(&event).is_none());
    assert!(plan.scenarios.iter().all(|s| !s.overrides.events.contains_key(&event)));
    assert!(plan.scenario(&scenario).is_some());
    assert!(plan.unknown.is_empty());
}

#[test]
fn an_event_is_checked_whole_before_it_is_put() {
    let mut event = default_plan().events[0].clone();
    event.effects.push(Effect::Amount {
        sources: vec!["nowhere".into()],
        factor: 0.5,
    });
    assert_eq!(
        refused(Command::PutEvent(event.clone())),
        CommandError::NotFound("nowhere".into())
    );
    event.effects.pop();
    event.months.push(EventMonth { month: 13, chance: 0.1 });
    assert_eq!(
        refused(Command::PutEvent(event.clone())),
        CommandError::OutOfRange(Rule::Month)
    );
    event.months.pop();
    event.id = "another".into();
    let plan = done(Command::PutEvent(event));
    assert_eq!(plan.events.len(), default_plan().events.len() + 1);
}

#[test]
fn the_vietnamese_name_of_an_event_is_replaced_and_not_emptied() {
    let mut event = default_plan().events[0].clone();
    assert!(!event.name.en.is_empty());
    event.name.set(Lang::Vi, " ".into());
    assert_eq!(
        refused(Command::PutEvent(event.clone())),
        CommandError::OutOfRange(Rule::Name)
    );
    event.name.set(Lang::Vi, "Bão".into());
    assert_eq!(done(Command::PutEvent(event)).events[0].name.vi, "Bão");
}

#[test]
fn communes_are_recognised_whole_and_no_more_of_them_than_there_are() {
    let plan = default_plan();
    let line = plan.lines.iter().find(|l| l.level.is_some()).unwrap();
    let most = line.candidates.value;
    let put = |cells: &[(usize, f64)]| {
        let row = || ActualRow::Recognised(line.id.clone());
        apply(
            &plan,
            &Command::SetActuals(cells.iter().map(|(t, v)| (row(), *t, Some(*v))).collect()),
        )
    };
    assert_eq!(put(&[(0, 0.5)]), Err(CommandError::OutOfRange(Rule::Whole)));
    assert_eq!(put(&[(0, most + 1.0)]), Err(CommandError::OutOfRange(Rule::Candidates)));
    assert_eq!(
        put(&[(0, most), (1, 1.0)]),
        Err(CommandError::OutOfRange(Rule::Candidates))
    );
    assert!(put(&[(0, most - 1.0), (1, 1.0)]).is_ok());
}

#[test]
fn scenarios_are_added_moved_renamed_and_all_but_the_last_deleted() {
    let mut plan = default_plan();
    let first = plan.scenarios[0].id.clone();
    let new = Scenario {
        id: "new".into(),
        name: "Mới\u{202e}".into(),
        ..Scenario::default()
    };
    plan = apply(&plan, &Command::AddScenario(99, new.clone())).unwrap();
    assert_eq!(plan.scenarios.last().unwrap().name.vi, "Mới");
    assert_eq!(
        apply(&plan, &Command::AddScenario(0, new)),
        Err(CommandError::Duplicate("new".into()))
    );
    plan = apply(&plan, &Command::MoveScenario("new".into(), 0)).unwrap();
    assert_eq!(
        (plan.scenarios[0].id.as_str(), plan.scenarios[1].id.as_str()),
        ("new", first.as_str())
    );
    let unnamed = Command::RenameScenario("new".into(), Lang::Vi, " ".into());
    assert_eq!(apply(&plan, &unnamed), Err(CommandError::OutOfRange(Rule::Name)));
    while plan.scenarios.len() > 1 {
        let id = plan.scenarios[0].id.clone();
        plan = apply(&plan, &Command::DeleteScenario(id)).unwrap();
    }
    let last = Command::DeleteScenario(plan.scenarios[0].id.clone());
    assert_eq!(apply(&plan, &last), Err(CommandError::LastScenario));
}

#[test]
fn an_override_is_set_and_taken_back() {
    let base = default_plan().scenarios[0].id.clone();
    let set = Command::SetAmount(base.clone(), "state".into(), Some(Amount::Factor(0.8)));
    let plan = done(set);
    let overrides = &plan.scenario(&base).unwrap().overrides;
    assert_eq!(overrides.amounts.get("state"), Some(&Amount::Factor(0.8)));
    let back = apply(&plan, &Command::SetAmount(base.clone(), "state".into(), None)).unwrap();
    assert_eq!(back, default_plan());
    let negative = Command::SetAmount(base.clone(), "state".into(), Some(Amount::Fixed(-1.0)));
    assert_eq!(refused(negative), CommandError::OutOfRange(Rule::NotNegative));
    let free = Command::SetPick(base, default_plan().communes[0].id.clone(), Pick::Free);
    assert_eq!(refused(free), CommandError::NoChange);
}

#[test]
fn an_override_that_dangles_already_does_not_block_others() {
    let mut plan = default_plan();
    let base = plan.scenarios[0].id.clone();
    plan.scenarios[0].overrides.pushed.insert("gone".into(), 2);
    assert!(apply(&plan, &Command::SetOtherWorks(base.clone(), Some(0.5))).is_ok());
    assert!(apply(&plan, &Command::SetPushed(base, "gone".into(), None)).is_ok());
}

#[test]
fn a_replaced_plan_keeps_its_place_in_the_library() {
    let mut other = default_plan();
    other.id = "other".into();
    other.name = "Khác".into();
    let plan = done(Command::ReplacePlan(Box::new(other)));
    assert_eq!((&plan.id, plan.name.vi.as_str()), (&default_plan().id, "Khác"));
}

#[test]
fn many_cells_are_set_together_or_not_at_all() {
    let met = |cost| {
        Some(CriterionEntry {
            state: CriterionState::Open,
            cost,
            ..CriterionEntry::default()
        })
    };
    let cell = |commune: &str, criterion: &str, cost| (commune.to_owned(), criterion.to_owned(), met(cost));
    let plan = done(Command::SetCriteria(vec![
        cell("18643", "transport", Some(5_500.0)),
        cell("18658", "income", None),
    ]));
    let of = |id: &str| &plan.commune(id).unwrap().criteria;
    assert_eq!(of("18643")["transport"].cost, Some(5_500.0));
    assert_eq!(of("18658").len(), 1);
    let half = Command::SetCriteria(vec![
        cell("18643", "transport", Some(1.0)),
        cell("18643", "income", Some(-1.0)),
    ]);
    assert_eq!(refused(half), CommandError::OutOfRange(Rule::NotNegative));
    let cleared = Command::SetCriteria(vec![
        ("18643".into(), "transport".into(), None),
        ("18658".into(), "income".into(), None),
    ]);
    assert_eq!(apply(&plan, &cleared).unwrap().communes, default_plan().communes);
}

#[test]
fn a_criterion_taken_out_of_its_set_takes_what_communes_entered_with_it() {
    let mut plan = default_plan();
    for id in ["transport", "income"] {
        let entry = CriterionEntry::default();
        plan.communes[3].criteria.insert(id.into(), entry.clone());
        plan.communes[3].criteria.insert("of-nobody".into(), entry);
    }
    let mut set = plan.criteria_set(Level::Advanced).unwrap().clone();
    set.criteria.retain(|c| c.id != "transport");
    let plan = apply(&plan, &Command::PutCriteriaSet(set)).unwrap();
    let left: Vec<&String> = plan.communes[3].criteria.keys().collect();
    assert_eq!(left, ["income", "of-nobody"], "what was unknown before stays");
}

#[test]
fn the_set_in_use_is_chosen_by_command() {
    let mut draft = default_plan().criteria_set(Level::Advanced).unwrap().clone();
    draft.id = "draft".into();
    let plan = done(Command::PutCriteriaSet(draft.clone()));
    assert_ne!(plan.criteria_set(Level::Advanced).unwrap().id, "draft");
    let plan = apply(&plan, &Command::UseCriteriaSet("draft".into())).unwrap();
    assert_eq!(plan.criteria_set(Level::Advanced).unwrap().id, "draft");
    let plan = apply(&plan, &Command::DeleteCriteriaSet("draft".into())).unwrap();
    assert_eq!(plan, default_plan());
    draft.criteria.push(draft.criteria[0].clone());
    assert!(matches!(
        refused(Command::PutCriteriaSet(draft)),
        CommandError::Duplicate(_)
    ));
}

#[test]
fn a_reported_setting_changed_by_hand_is_an_assumption_again() {
    let reported = Origin::Reported {
        source: "Quyết định".into(),
        date: "2021".into(),
    };
    let mut plan = default_plan();
    for field in [
        OriginField::Calendar,
        OriginField::Discipline,
        OriginField::Profile("ocop".into()),
    ] {
        plan = apply(&plan, &Command::SetOrigin(field, reported.clone())).unwrap();
    }
    assert_eq!(plan.origins.calendar, Some(reported.clone()));
    let wait = Command::SetPlanDiscipline(Discipline::Bridge { wait: 5 });
    plan = apply(&plan, &wait).unwrap();
    assert_eq!(
        (&plan.origins.discipline, plan.origins.calendar.is_some()),
        (&None, true)
    );
    plan = apply(&plan, &Command::SetProfile("ocop".into(), vec![1.0, 2.0])).unwrap();
    assert_eq!(plan.line("ocop").unwrap().profile_origin, None);
    let mut commune = plan.communes[0].clone();
    commune.dates_origin = Some(reported);
    plan = apply(&plan, &Command::PutCommune(commune.clone())).unwrap();
    commune.target_year = Some(2018);
    plan = apply(&plan, &Command::PutCommune(commune)).unwrap();
    assert_eq!(plan.communes[0].dates_origin, None);
}
