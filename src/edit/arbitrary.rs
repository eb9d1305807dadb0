//! Commands of every kind for property tests: most fit the default plan, some do not.

use super::{Command, LineText, PlanText, SourceText};
use crate::model::field::{Field, FigureField, LineField, OriginField, RangeField, RangePart, SourceField};
use crate::model::{samples::default_plan, *};
use proptest::prelude::*;
use proptest::sample::select;

/// One of these ids, or one that does not exist.
fn id(known: Vec<String>) -> BoxedStrategy<String> {
    prop_oneof![9 => select(known), 1 => Just("nowhere".to_owned())].boxed()
}

/// Sources of the plan and those that [`command`] may add.
fn source_id() -> BoxedStrategy<String> {
    let mut ids: Vec<String> = default_plan().sources.iter().map(|s| s.id.clone()).collect();
    ids.push("new-source".to_owned());
    id(ids)
}

/// Lines of the plan and those that [`command`] may add.
fn line_id() -> BoxedStrategy<String> {
    let mut ids: Vec<String> = default_plan().lines.iter().map(|l| l.id.clone()).collect();
    ids.push("new-line".to_owned());
    id(ids)
}

fn event_id() -> BoxedStrategy<String> {
    id(default_plan().events.iter().map(|e| e.id.clone()).collect())
}

fn commune_id() -> BoxedStrategy<String> {
    let mut ids: Vec<String> = default_plan().communes.iter().map(|c| c.id.clone()).collect();
    ids.push("new-commune".to_owned());
    id(ids)
}

fn set_id() -> BoxedStrategy<String> {
    let mut ids: Vec<String> = default_plan().criteria_sets.iter().map(|s| s.id.clone()).collect();
    ids.push("new-set".to_owned());
    id(ids)
}

fn criterion_id() -> BoxedStrategy<String> {
    let plan = default_plan();
    let criteria = plan.criteria_sets.iter().flat_map(|s| &s.criteria);
    id(criteria.map(|c| c.id.clone()).collect())
}

/// What may stand in a cell of the matrix, a few things out of range among it.
fn entry() -> impl Strategy<Value = CriterionEntry> {
    let states = vec![
        CriterionState::Met,
        CriterionState::InProgress,
        CriterionState::Open,
        CriterionState::Unknown,
    ];
    let number = || proptest::option::of(value());
    (select(states), number(), number(), "[a-z]{0,4}").prop_map(|(state, cost, months, note)| CriterionEntry {
        state,
        cost,
        months,
        note,
        origin: Origin::default(),
    })
}

/// Scenarios of the plan and those that [`command`] may add.
fn scenario_id() -> BoxedStrategy<String> {
    let mut ids: Vec<String> = default_plan().scenarios.iter().map(|s| s.id.clone()).collect();
    ids.extend(["new-1".to_owned(), "new-2".to_owned()]);
    id(ids)
}

/// A number that is mostly in range.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        5 => 0.0f64..1.0,
        5 => (0u32..400).prop_map(f64::from),
        2 => 0.0f64..3e5,
        1 => select(vec![f64::NAN, f64::INFINITY, -1.0, 1e300, -0.0]),
    ]
}

fn actual_row() -> impl Strategy<Value = ActualRow> {
    prop_oneof![
        line_id().prop_map(ActualRow::Recognised),
        line_id().prop_map(ActualRow::Started),
        source_id().prop_map(ActualRow::Paid),
    ]
}

fn figure_field() -> impl Strategy<Value = FigureField> {
    let source_fields = SourceField::ALL.to_vec();
    let line_fields = [&LineField::AIMS[..], &LineField::WORK, &[LineField::Pass(0)]].concat();
    prop_oneof![
        1 => Just(FigureField::Population),
        5 => (source_id(), select(source_fields)).prop_map(|(id, field)| FigureField::Source(id, field)),
        9 => (line_id(), select(line_fields)).prop_map(|(id, field)| FigureField::Line(id, field)),
        1 => event_id().prop_map(FigureField::EventChance),
    ]
}

fn range_field() -> impl Strategy<Value = RangeField> {
    prop_oneof![
        source_id().prop_map(RangeField::Realisation),
        line_id().prop_map(RangeField::UnitCost),
        line_id().prop_map(RangeField::AverageCost),
    ]
}

fn field() -> impl Strategy<Value = Field> {
    prop_oneof![
        figure_field().prop_map(Field::from),
        (range_field(), select(RangePart::ALL.to_vec())).prop_map(|(range, part)| Field::Range(range, part)),
        (source_id(), 0usize..14).prop_map(|(id, point)| Field::Release(id, point)),
        (line_id(), source_id()).prop_map(|(line, source)| Field::MaxShare(line, source)),
        (line_id(), source_id()).prop_map(|(line, source)| Field::MinShare(line, source)),
        (event_id(), 1u8..13).prop_map(|(id, month)| Field::MonthChance(id, month)),
        (event_id(), 0usize..3).prop_map(|(id, index)| Field::Effect(id, index)),
        (source_id(), line_id())
            .prop_map(|(source, line)| { Field::Correlation(Factor::Realisation { source }, Factor::Cost { line }) }),
    ]
}

fn plan_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        "[a-zđ ]{0,8}".prop_map(|name| Command::RenamePlan(Lang::Vi, name)),
        (2019i32..2024, 0u8..14, 0usize..64).prop_map(|(year, month, months)| {
            let start = YearMonth { year, month };
            Command::SetCalendar(Calendar { start, months })
        }),
        (figure_field(), value()).prop_map(|(field, value)| Command::Set(field.into(), value)),
        (field(), value()).prop_map(|(field, value)| Command::Set(field, value)),
        field().prop_map(Command::Reset),
        figure_field().prop_map(|field| Command::SetOrigin(OriginField::Figure(field), Origin::default())),
        (
            prop_oneof![
                Just(OriginField::Calendar),
                Just(OriginField::Discipline),
                line_id().prop_map(OriginField::Profile),
                line_id().prop_map(OriginField::Recipe),
                (source_id(), line_id()).prop_map(|(source, line)| {
                    OriginField::Correlation(Factor::Realisation { source }, Factor::Cost { line })
                }),
                source_id().prop_map(OriginField::Release),
            ],
            "[a-z]{0,2}"
        )
            .prop_map(|(field, formula)| {
                let formula = Text::from(formula.as_str());
                Command::SetOrigin(field, Origin::Derived { formula })
            }),
        (source_id(), any::<bool>()).prop_map(|(id, carries)| Command::SetCarriesOver(id, carries)),
        (range_field(), value(), value(), value()).prop_map(|(field, a, b, c)| Command::SetRange(field, [a, b, c])),
        (line_id(), proptest::collection::vec(0u8..14, 0..4))
            .prop_map(|(id, months)| Command::SetRounds(id, Rounds::Months { months })),
        (line_id(), proptest::collection::vec(value(), 0..4)).prop_map(|(id, w)| Command::SetProfile(id, w)),
        (line_id(), 0usize..4).prop_map(|(id, index)| Command::SetMilestone(id, index, Milestone::default())),
        proptest::collection::vec(line_id(), 0..4).prop_map(Command::SetPriority),
        (source_id(), line_id(), proptest::option::of(value())).prop_map(|(source, line, value)| {
            Command::SetCorrelation(Factor::Realisation { source }, Factor::Cost { line }, value)
        }),
        Just(Command::RepairCorrelations),
        event_id().prop_map(Command::DeleteEvent),
        (id(GUARDS.map(str::to_owned).into()), value(), "[a-z ]{0,4}")
            .prop_map(|(guard, value, note)| Command::AcceptGuard(guard, value, note)),
        id(GUARDS.map(str::to_owned).into()).prop_map(Command::WithdrawAcceptance),
        (line_id(), proptest::option::of(value())).prop_map(|(id, amount)| Command::SetLineContribution(id, amount)),
        (commune_id(), proptest::option::of(value()))
            .prop_map(|(id, amount)| Command::SetCommuneContribution(id, amount)),
        (commune_id(), "[a-z]{1,6}").prop_map(|(id, criterion)| Command::SetCriterion(id, criterion, None)),
        proptest::collection::vec((commune_id(), criterion_id(), proptest::option::of(entry())), 0..6)
            .prop_map(Command::SetCriteria),
        (set_id(), proptest::collection::vec(criterion_id(), 0..5)).prop_map(|(id, criteria)| {
            Command::PutCriteriaSet(CriteriaSet {
                id,
                level: Level::Advanced,
                name: "bộ".into(),
                origin: Origin::default(),
                criteria: criteria
                    .into_iter()
                    .map(|id| Criterion {
                        name: Text::from(id.as_str()),
                        group: Text::from(if id.len() % 2 == 0 { "nhóm" } else { "" }),
                        id,
                    })
                    .collect(),
            })
        }),
        proptest::collection::vec((actual_row(), 0usize..15, proptest::option::of(value())), 0..4)
            .prop_map(Command::SetActuals),
        (0usize..15).prop_map(Command::SetActualsMonths),
        (line_id(), 2019i32..2025, proptest::option::of(value())).prop_map(|(id, y, g)| Command::SetGoal(id, y, g)),
        (source_id(), 2019i32..2025, proptest::option::of(value()))
            .prop_map(|(id, y, a)| Command::SetYearAmount(id, y, a)),
        (
            line_id(),
            proptest::option::of((value(), value(), proptest::option::of(value()))),
        )
            .prop_map(|(id, c)| Command::SetCertificate(id, c)),
        any::<bool>().prop_map(Command::SetForecast),
        set_id().prop_map(Command::UseCriteriaSet),
        set_id().prop_map(Command::DeleteCriteriaSet),
    ]
}

fn lang() -> impl Strategy<Value = Lang> {
    select(vec![Lang::Vi, Lang::En])
}

/// Starts month by month of a few lines, of which a later command may delete one.
fn schedule() -> impl Strategy<Value = Schedule> {
    let starts = proptest::collection::btree_map(line_id(), proptest::collection::vec(0u32..3, 0..14), 0..3);
    prop_oneof![
        Just(Schedule::Early),
        starts.clone().prop_map(|starts| Schedule::ByMonth { starts }),
        starts.prop_map(|starts| Schedule::Optimised {
            starts,
            inputs_hash: "h".into(),
            communes: None,
        }),
    ]
}

/// Commands that change which sources, lines and communes there are, and what they are called.
fn structure_command() -> impl Strategy<Value = Command> {
    let name = || "[a-zđ]{0,4}".prop_map(|name| Text::from(name.as_str()));
    let stage = || {
        prop_oneof![
            Just(LineText::Name),
            Just(LineText::Unit),
            (0usize..3).prop_map(LineText::Stage)
        ]
    };
    prop_oneof![
        (0usize..9, source_id(), name()).prop_map(|(index, id, name)| Command::AddSource(index, id, name)),
        source_id().prop_map(Command::DeleteSource),
        (source_id(), 0usize..9).prop_map(|(id, index)| Command::MoveSource(id, index)),
        (
            source_id(),
            select(vec![SourceText::Name, SourceText::Short]),
            lang(),
            "[a-z]{0,3}"
        )
            .prop_map(|(id, text, lang, wording)| Command::SetSourceText(id, text, lang, wording)),
        (source_id(), any::<bool>()).prop_map(|(id, from)| Command::SetFromResidents(id, from)),
        (0usize..9, line_id(), name()).prop_map(|(index, id, name)| Command::AddLine(index, id, name)),
        line_id().prop_map(Command::DeleteLine),
        (line_id(), 0usize..9).prop_map(|(id, index)| Command::MoveLine(id, index)),
        (line_id(), stage(), lang(), "[a-z]{0,3}")
            .prop_map(|(id, text, lang, wording)| Command::SetLineText(id, text, lang, wording)),
        (line_id(), select(vec![None, Some(Level::None), Some(Level::Model)]))
            .prop_map(|(id, level)| Command::SetLineLevel(id, level)),
        (line_id(), name()).prop_map(|(id, name)| Command::AddStage(id, name)),
        (line_id(), 0usize..3).prop_map(|(id, index)| Command::RemoveStage(id, index)),
        (line_id(), 0usize..3).prop_map(|(id, index)| Command::RemoveMilestone(id, index)),
        (
            select(vec![PlanText::District, PlanText::DataSource]),
            lang(),
            "[a-z]{0,3}"
        )
            .prop_map(|(text, lang, wording)| Command::SetPlanText(text, lang, wording)),
        commune_id().prop_map(|id| {
            let commune = Commune {
                id,
                ..default_plan().communes.remove(0)
            };
            Command::AddCommunes(vec![commune])
        }),
        commune_id().prop_map(Command::DeleteCommune),
        schedule().prop_map(Command::SetPlanSchedule),
        (scenario_id(), schedule()).prop_map(|(id, schedule)| Command::SetSchedule(id, Some(schedule))),
        (scenario_id(), proptest::collection::vec(line_id(), 0..4))
            .prop_map(|(id, order)| Command::SetScenarioPriority(id, Some(order))),
        (scenario_id(), line_id(), value()).prop_map(|(id, line, level)| Command::SetLineCost(id, line, Some(level))),
    ]
}

fn scenario_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        (0usize..9, scenario_id()).prop_map(|(index, id)| {
            let name = Text::from("mới");
            Command::AddScenario(
                index,
                Scenario {
                    id,
                    name,
                    ..Scenario::default()
                },
            )
        }),
        scenario_id().prop_map(Command::DeleteScenario),
        (scenario_id(), "[a-z]{0,5}").prop_map(|(id, name)| Command::RenameScenario(id, Lang::En, name)),
        (scenario_id(), "[a-z]{0,5}").prop_map(|(id, note)| Command::NoteScenario(id, note)),
        (scenario_id(), 0usize..9).prop_map(|(id, index)| Command::MoveScenario(id, index)),
        (scenario_id(), source_id(), proptest::option::of(value()))
            .prop_map(|(id, source, factor)| Command::SetAmount(id, source, factor.map(Amount::Factor))),
        (scenario_id(), proptest::option::of(value())).prop_map(|(id, share)| Command::SetOtherWorks(id, share)),
        (scenario_id(), proptest::option::of(value())).prop_map(|(id, factor)| Command::SetCostLevel(id, factor)),
        (scenario_id(), line_id(), proptest::option::of(0u32..9))
            .prop_map(|(id, line, units)| Command::SetPushed(id, line, units)),
        (scenario_id(), event_id(), proptest::option::of(any::<bool>()))
            .prop_map(|(id, event, on)| Command::SetEvent(id, event, on)),
        (
            scenario_id(),
            commune_id(),
            select(vec![Pick::In, Pick::Out, Pick::Free])
        )
            .prop_map(|(id, commune, pick)| Command::SetPick(id, commune, pick)),
        (scenario_id(), commune_id(), proptest::option::of(0usize..70))
            .prop_map(|(id, commune, month)| Command::SetCommuneStart(id, commune, month)),
        (scenario_id(), proptest::option::of(Just(Discipline::PayAsYouGo)))
            .prop_map(|(id, discipline)| Command::SetDiscipline(id, discipline)),
        (scenario_id(), proptest::option::of(Just(Schedule::Early)))
            .prop_map(|(id, schedule)| Command::SetSchedule(id, schedule)),
        scenario_id().prop_map(Command::ClearOverrides),
        (scenario_id(), proptest::option::of(Just(Schedule::Early))).prop_map(|(id, schedule)| {
            let overrides = Overrides {
                schedule,
                ..Overrides::default()
            };
            Command::SetOverrides(id, Box::new(overrides))
        }),
    ]
}

/// Any command.
pub(super) fn command() -> impl Strategy<Value = Command> {
    prop_oneof![plan_command(), structure_command(), scenario_command()]
}
