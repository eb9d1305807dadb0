//! The plan file against its published schema, and bad files against the gate.

use ntm_planner::edit::{Command, PRESETS, Session, preset};
use ntm_planner::formats::{MAX_BYTES, RefusalKind, export, restore, restore_bytes};
use ntm_planner::model::field::{Field, LineField, RangeField, SourceField};
use ntm_planner::model::{Amount, Discipline, Pick, Plan, Schedule, samples};
use std::collections::{BTreeMap, BTreeSet};

const SCHEMA: &str = include_str!("../../src/formats/ntm-plan.schema.json");
const SAVED: &str = "2021-11-23T14:03:00Z";

fn sample(name: &str) -> Plan {
    samples::by_name(name).unwrap()
}

/// A plan that has been through every kind of edit that leaves something in the file.
fn much_edited() -> Plan {
    let mut session = Session::open(sample("minh-hoa-xa"));
    let plan = sample("minh-hoa-xa");
    let scenario = plan.scenarios[0].id.clone();
    let commune = plan.communes[0].id.clone();
    let starts = BTreeMap::from([("ocop".to_owned(), vec![1, 2, 3])]);
    let state = || "state".to_owned();
    let mut commands = vec![
        Command::Set(Field::source("state", SourceField::Amount), 1234.5),
        Command::Set(Field::line("ocop", LineField::UnderWayUnits), 2.0),
        Command::Set(Field::Release(state(), 12), 1.0),
        Command::SetRange(RangeField::UnitCost("ocop".into()), [1.0, 2.5, 4.0]),
        Command::Set(Field::MaxShare("ocop".into(), state()), 0.75),
        Command::Set(Field::MinShare("ocop".into(), state()), 0.25),
        Command::SetProfile("ocop".into(), vec![1.0, 2.0]),
        Command::SetPlanDiscipline(Discipline::Arrears { cap: 0.5, wait: 2 }),
        Command::SetAmount(scenario.clone(), state(), Some(Amount::Factor(0.8))),
        Command::SetAmount(scenario.clone(), "community".into(), Some(Amount::Fixed(0.1 + 0.2))),
        Command::SetOtherWorks(scenario.clone(), Some(0.1)),
        Command::SetCostLevel(scenario.clone(), Some(1.1)),
        Command::SetPushed(scenario.clone(), "ocop".into(), Some(7)),
        Command::SetDiscipline(scenario.clone(), Some(Discipline::PayAsYouGo)),
        Command::SetSchedule(scenario.clone(), Some(Schedule::ByMonth { starts })),
        Command::SetPick(scenario.clone(), commune, Pick::Out),
        Command::SetScenarioPriority(scenario, Some(vec!["ocop".into()])),
    ];
    commands.extend(
        PRESETS
            .iter()
            .filter_map(|id| preset(id, &plan))
            .map(|s| Command::AddScenario(0, s)),
    );
    for command in commands {
        session
            .apply(command.clone())
            .unwrap_or_else(|error| panic!("{command:?}: {error:?}"));
    }
    session.snapshot().plan.as_ref().clone()
}

fn exports() -> Vec<(String, String)> {
    let mut plans: Vec<(String, Plan)> = samples::NAMES.iter().map(|n| ((*n).to_owned(), sample(n))).collect();
    plans.push(("much edited".into(), much_edited()));
    plans
        .into_iter()
        .map(|(name, plan)| (name, export(&plan, SAVED).unwrap()))
        .collect()
}

#[test]
fn every_export_fits_the_published_schema() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, text) in exports() {
        let file = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&file)
            .map(|e| format!("{}: {e}", e.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn the_schema_refuses_what_is_no_plan() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let (_, text) = exports().remove(0);
    let good: serde_json::Value = serde_json::from_str(&text).unwrap();
    for (place, wrong) in [
        ("/format", serde_json::json!("other")),
        ("/plan/sources/0/amount/value", serde_json::json!("5")),
        ("/plan/sources/0/release/points", serde_json::json!([0.5])),
        ("/plan/calendar", serde_json::json!(null)),
    ] {
        let mut file = good.clone();
        *file.pointer_mut(place).unwrap() = wrong;
        assert!(!validator.is_valid(&file), "{place}");
    }
}

#[cfg(feature = "schema")]
#[test]
fn the_published_schema_is_that_of_the_types() {
    let made = ntm_planner::formats::schema_text();
    assert!(
        made == SCHEMA,
        "make it again with `cargo run --no-default-features --features schema --example schema`"
    );
}

#[test]
fn every_export_is_read_back_whole() {
    for (name, text) in exports() {
        let restored = restore(&text).unwrap();
        assert_eq!(restored.repairs, [], "{name}");
        assert_eq!(export(&restored.plan, SAVED).unwrap(), text, "{name}");
    }
}

#[test]
fn a_plan_kept_before_there_was_an_envelope_still_opens() {
    let restored = restore(include_str!("../data/old/plan-without-envelope.json")).unwrap();
    assert_eq!(restored.migrated_from, Some(0));
    assert_eq!(restored.plan.sources[0].amount.value, 1000.0);
    let codes: Vec<&str> = restored.repairs.iter().map(|r| r.kind.code()).collect();
    assert_eq!(codes, ["bare-plan"]);
}

/// `(file in tests/data/bad, code, path)`.
const BAD: &[(&str, &str, &str)] = &[
    ("empty.txt", "empty", ""),
    ("blank.txt", "empty", ""),
    ("spreadsheet.csv", "not-json", ""),
    ("page.html", "not-json", ""),
    ("zip-archive.bin", "not-utf8", ""),
    ("utf-16.txt", "not-utf8", ""),
    ("single-quotes.json", "not-json", ""),
    ("trailing-comma.json", "not-json", ""),
    ("comment.json", "not-json", ""),
    ("two-files-in-one.json", "not-json", ""),
    ("cut-off.json", "truncated", ""),
    ("not-a-number.json", "not-json", ""),
    ("endless-number.json", "number-out-of-range", ""),
    ("deep.json", "too-deep", ""),
    ("list.json", "not-a-plan", ""),
    ("word.json", "not-a-plan", ""),
    ("map.json", "not-a-plan", ""),
    ("other-format.json", "other-format", "/format"),
    ("format-is-a-number.json", "other-format", "/format"),
    ("version-in-words.json", "version-invalid", "/version"),
    ("version-negative.json", "version-invalid", "/version"),
    ("version-missing.json", "missing", "/version"),
    ("plan-missing.json", "missing", "/plan"),
    ("plan-is-a-list.json", "wrong-type", "/plan"),
    ("calendar-missing.json", "missing", "/plan/calendar"),
    ("sources-are-a-word.json", "wrong-type", "/plan/sources"),
    ("amount-missing.json", "missing", "/plan/sources/state/amount"),
    (
        "amount-is-a-text.json",
        "wrong-type",
        "/plan/sources/state/amount/value",
    ),
    ("amount-is-null.json", "wrong-type", "/plan/sources/state/amount/value"),
    (
        "amount-absurd.json",
        "number-absurd",
        "/plan/sources/state/amount/value",
    ),
    ("cost-absurd.json", "number-absurd", "/plan/lines/ocop/unit_cost/high"),
    (
        "curve-of-twelve.json",
        "wrong-length",
        "/plan/sources/state/release/points",
    ),
    (
        "curve-of-fourteen.json",
        "wrong-length",
        "/plan/sources/state/release/points",
    ),
    ("level-of-its-own.json", "unknown-choice", "/plan/communes/18565/level"),
    (
        "effect-of-its-own.json",
        "unknown-choice",
        "/plan/events/floods/effects/0/kind",
    ),
    ("id-is-a-number.json", "wrong-type", "/plan/sources/0/id"),
    (
        "units-below-zero.json",
        "wrong-type",
        "/plan/scenarios/base/overrides/pushed/ocop",
    ),
    ("too-many-sources.json", "too-many", "/plan/sources"),
    ("endless-profile.json", "too-many", "/plan/lines/ocop/profile"),
    ("slash-in-an-id.json", "missing", "/plan/sources/a~1b~0c/name"),
];

#[test]
fn every_bad_file_is_refused_with_its_code_and_place() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/bad");
    for (file, code, path) in BAD {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let refusal = restore_bytes(&bytes).expect_err(file);
        assert_eq!(
            (refusal.kind.code(), refusal.path.as_str()),
            (*code, *path),
            "{file}: {refusal:?}"
        );
    }
    let listed: BTreeSet<String> = BAD.iter().map(|(file, ..)| (*file).to_owned()).collect();
    let there: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(there, listed);
}

#[test]
fn a_file_beyond_the_size_limit_is_refused_unread() {
    let refusal = restore_bytes(&vec![b'['; MAX_BYTES + 1]).unwrap_err();
    let (bytes, most) = (MAX_BYTES + 1, MAX_BYTES);
    assert_eq!(refusal.kind, RefusalKind::TooLarge { bytes, most });
}

#[test]
fn months_without_an_actual_figure_come_back_as_they_were() {
    let mut plan = samples::default_plan();
    let line = plan.lines[0].id.clone();
    let source = plan.sources[0].id.clone();
    plan.actuals.months = 3;
    plan.actuals.recognised.insert(line, vec![Some(1.0), None, Some(2.0)]);
    plan.actuals.paid.insert(source, vec![None, Some(10.5)]);
    let file = export(&plan, SAVED).unwrap();
    assert_eq!(restore(&file).unwrap().plan, plan);
}
