//! Sources, lines, stages, milestones and communes that come and go.

use super::*;
use crate::edit::{LineText, SourceText};

/// The default plan with everything that can name the source `community` or the line `gardens`.
fn entangled() -> Plan {
    let mut plan = default_plan();
    // Reported figures have ids of their own.
    plan.reported.clear();
    let effects = vec![
        Effect::Amount {
            sources: vec!["community".into(), "state".into()],
            factor: 0.5,
        },
        Effect::ReleaseFrom {
            sources: vec!["community".into()],
            month: 6,
        },
        Effect::Money {
            source: "community".into(),
            amount: 1.0,
            release: [1.0; RELEASE_POINTS],
        },
        Effect::WorkSpeed {
            lines: vec!["gardens".into()],
            factor: 0.5,
        },
        Effect::PassRate {
            lines: vec!["gardens".into(), "ocop".into()],
            factor: 0.5,
        },
    ];
    plan.events[0].effects = effects;
    plan.schedule = Schedule::ByMonth {
        starts: [("gardens".to_owned(), vec![1])].into(),
    };
    let overrides = &mut plan.scenarios[0].overrides;
    overrides.amounts = [("community".to_owned(), Amount::Factor(0.5))].into();
    overrides.line_cost = [("gardens".to_owned(), 1.1)].into();
    overrides.pushed = [("gardens".to_owned(), 3)].into();
    overrides.priority = Some(vec!["gardens".into(), "ocop".into()]);
    overrides.schedule = Some(Schedule::Optimised {
        starts: [("gardens".to_owned(), vec![1]), ("ocop".to_owned(), vec![1])].into(),
        inputs_hash: "h".into(),
        communes: None,
    });
    plan.correlations = vec![Correlation {
        a: Factor::Cost { line: "gardens".into() },
        b: Factor::Realisation {
            source: "community".into(),
        },
        value: Figure::assumption(0.5, Text::default()),
    }];
    plan.unknown = [
        ("/sources/community/colour", 1),
        ("/lines/gardens/colour", 1),
        ("/events/floods/effects/0/x", 1),
    ]
    .map(|(path, value)| (path.to_owned(), value.into()))
    .into();
    plan
}

/// Whether an id stands anywhere in the plan.
fn names(plan: &Plan, id: &str) -> bool {
    serde_json::to_string(plan).unwrap().contains(&format!("\"{id}\""))
}

#[test]
fn a_deleted_source_is_named_nowhere_any_more() {
    let plan = apply(&entangled(), &Command::DeleteSource("community".into())).unwrap();
    assert!(!names(&plan, "community"));
    assert_eq!(plan.events[0].effects.len(), 3, "what hits another source too stays");
    assert!(!plan.unknown.contains_key("/sources/community/colour"));
    assert!(
        !plan.unknown.contains_key("/events/floods/effects/0/x"),
        "places have changed"
    );
}

#[test]
fn a_deleted_line_is_named_nowhere_any_more() {
    let plan = apply(&entangled(), &Command::DeleteLine("gardens".into())).unwrap();
    assert!(!names(&plan, "gardens"));
    assert_eq!(plan.events[0].effects.len(), 4);
    assert_eq!(plan.scenarios[0].overrides.priority, Some(vec!["ocop".to_owned()]));
    assert!(!plan.unknown.contains_key("/lines/gardens/colour"));
}

#[test]
fn a_source_and_a_line_are_added_moved_and_renamed() {
    let mut plan = default_plan();
    let add = Command::AddSource(0, "source".into(), "Xổ số\u{202e}".into());
    plan = apply(&plan, &add).unwrap();
    assert_eq!(plan.sources[0].name.vi, "Xổ số");
    assert_eq!(apply(&plan, &add), Err(CommandError::Duplicate("source".into())));
    plan = apply(&plan, &Command::AddLine(99, "line".into(), "Đường hoa".into())).unwrap();
    let line = plan.lines.last().unwrap();
    assert!(
        line.recipe.contains_key("source"),
        "any source may pay until somebody says otherwise"
    );
    plan = apply(&plan, &Command::MoveSource("source".into(), 99)).unwrap();
    assert_eq!(plan.sources.last().unwrap().id, "source");
    let unit = Command::SetLineText("line".into(), LineText::Unit, Lang::Vi, "km".into());
    plan = apply(&plan, &unit).unwrap();
    assert_eq!(plan.line("line").unwrap().unit.vi, "km");
    let unnamed = Command::SetSourceText("source".into(), SourceText::Name, Lang::Vi, " ".into());
    assert_eq!(apply(&plan, &unnamed), Err(CommandError::OutOfRange(Rule::Name)));
}

#[test]
fn no_more_sources_are_added_than_a_file_may_hold() {
    let mut plan = default_plan();
    let one = plan.sources[0].clone();
    plan.sources = (0..Ground::MOST_SOURCES)
        .map(|n| Source {
            id: n.to_string(),
            ..one.clone()
        })
        .collect();
    let add = Command::AddSource(0, "source".into(), "x".into());
    assert_eq!(apply(&plan, &add), Err(CommandError::TooMany(Ground::MOST_SOURCES)));
}

#[test]
fn stages_and_milestones_are_added_and_removed_by_place() {
    let plan = done(Command::AddStage("ocop".into(), "Hội đồng huyện".into()));
    let stages = &plan.line("ocop").unwrap().appraisal.stages;
    assert_eq!((stages.len(), stages[2].pass.value), (3, 1.0));
    let plan = apply(&plan, &Command::RemoveStage("ocop".into(), 0)).unwrap();
    assert_eq!(plan.line("ocop").unwrap().appraisal.stages[1].name.vi, "Hội đồng huyện");
    let gone = Command::RemoveStage("ocop".into(), 2);
    assert_eq!(apply(&plan, &gone), Err(CommandError::NotFound("2".into())));
    let plan = apply(&plan, &Command::RemoveMilestone("schemes".into(), 0)).unwrap();
    assert_eq!(plan.line("schemes").unwrap().milestones.len(), 1);
}

#[test]
fn communes_are_added_together_or_not_at_all_and_deleted_with_their_picks() {
    let one = |id: &str| Commune {
        id: id.into(),
        ..default_plan().communes[0].clone()
    };
    let plan = done(Command::AddCommunes(vec![one("a"), one("b")]));
    assert_eq!(plan.communes.len(), default_plan().communes.len() + 2);
    let twice = Command::AddCommunes(vec![one("c"), one("c")]);
    assert_eq!(refused(twice), CommandError::Duplicate("c".into()));
    let base = plan.scenarios[0].id.clone();
    let plan = apply(&plan, &Command::SetPick(base, "a".into(), Pick::In)).unwrap();
    let plan = apply(&plan, &Command::DeleteCommune("a".into())).unwrap();
    assert!(plan.scenarios[0].overrides.picks.is_empty());
}
