use super::*;
use crate::edit::MAX_STEPS;
use crate::edit::arbitrary::command;
use crate::model::Rule;
use crate::model::Shared;
use crate::model::field::{Field, SourceField};
use crate::model::samples::default_plan;
use proptest::prelude::*;

fn open() -> Session {
    Session::open(default_plan())
}

fn amount(value: f64) -> Command {
    Command::Set(Field::source("state", SourceField::Amount), value)
}

fn shown(session: &Session) -> f64 {
    session.snapshot().plan.source("state").unwrap().amount.value
}

#[test]
fn a_step_is_undone_and_redone() {
    let mut session = open();
    let before = shown(&session);
    assert!(!session.can_undo() && !session.undo());
    session.apply(amount(5.0)).unwrap();
    assert!(session.undo());
    assert_eq!(shown(&session), before);
    assert!(!session.can_undo() && session.can_redo());
    assert!(session.redo());
    assert_eq!(shown(&session), 5.0);
    assert!(!session.redo());
}

#[test]
fn a_new_step_after_undo_clears_what_could_be_redone() {
    let mut session = open();
    session.apply(amount(5.0)).unwrap();
    session.undo();
    session.apply(amount(6.0)).unwrap();
    assert!(!session.can_redo());
}

#[test]
fn a_refused_command_leaves_plan_history_and_redo_alone() {
    let mut session = open();
    session.apply(amount(5.0)).unwrap();
    session.undo();
    let before = session.snapshot().clone();
    assert_eq!(
        session.apply(amount(f64::NAN)).unwrap_err(),
        CommandError::OutOfRange(Rule::Finite)
    );
    let same = shown(&session);
    assert_eq!(session.apply(amount(same)).unwrap_err(), CommandError::NoChange);
    assert_eq!(*session.snapshot(), before);
    assert!(session.can_redo());
}

#[test]
fn a_drag_is_one_step_however_many_previews_it_has() {
    let mut session = open();
    let before = shown(&session);
    for value in [1.0, 2.0, 3.0] {
        session.preview(amount(value)).unwrap();
        assert_eq!(shown(&session), value);
    }
    session.commit();
    assert!(session.undo());
    assert_eq!(shown(&session), before);
    assert!(!session.can_undo());
    assert!(session.redo());
    assert_eq!(shown(&session), 3.0);
}

#[test]
fn previews_start_from_the_plan_before_the_drag() {
    let mut session = open();
    session.preview(amount(1.0)).unwrap();
    session.preview(Command::SetCarriesOver("state".into(), false)).unwrap();
    let plan = &session.snapshot().plan;
    assert!(!plan.source("state").unwrap().carries_over);
    assert_ne!(shown(&session), 1.0);
}

#[test]
fn a_refused_preview_keeps_the_last_one() {
    let mut session = open();
    session.preview(amount(1.0)).unwrap();
    let last = session.snapshot().clone();
    assert!(session.preview(amount(-1.0)).is_err());
    assert_eq!(*session.snapshot(), last);
}

#[test]
fn a_drag_that_returns_to_its_start_leaves_no_step() {
    let mut session = open();
    let before = shown(&session);
    session.preview(amount(1.0)).unwrap();
    assert!(session.can_undo());
    session.preview(amount(before)).unwrap();
    assert_eq!(shown(&session), before);
    session.commit();
    assert!(!session.can_undo());
}

#[test]
fn a_cancelled_drag_goes_back_and_leaves_no_step() {
    let mut session = open();
    let before = shown(&session);
    session.preview(amount(1.0)).unwrap();
    session.cancel();
    assert_eq!(shown(&session), before);
    assert!(!session.can_undo());
    session.cancel();
    assert_eq!(session.snapshot().revision, 2);
}

#[test]
fn a_command_during_a_drag_keeps_the_drag_as_a_step_of_its_own() {
    let mut session = open();
    session.preview(amount(1.0)).unwrap();
    session.apply(Command::SetCarriesOver("state".into(), false)).unwrap();
    assert_eq!(shown(&session), 1.0);
    session.undo();
    assert_eq!(shown(&session), 1.0);
    session.undo();
    assert_ne!(shown(&session), 1.0);
}

#[test]
fn undo_during_a_drag_takes_the_drag_back() {
    let mut session = open();
    let before = shown(&session);
    session.preview(amount(1.0)).unwrap();
    assert!(session.undo());
    assert_eq!(shown(&session), before);
    assert!(session.redo());
    assert_eq!(shown(&session), 1.0);
}

#[test]
fn only_the_last_steps_are_kept() {
    let mut session = open();
    for step in 0..MAX_STEPS + 5 {
        session.apply(amount(step as f64)).unwrap();
    }
    let undone = std::iter::from_fn(|| session.undo().then_some(())).count();
    assert_eq!(undone, MAX_STEPS);
    assert_eq!(shown(&session), 4.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_step_copies_what_it_changes_and_nothing_else(commands in proptest::collection::vec(command(), 1..20)) {
        let mut session = open();
        for command in commands {
            let before = session.snapshot().plan.clone();
            let Ok(after) = session.apply(command) else { continue };
            let after = &after.plan;
            prop_assert_eq!(Shared::ptr_eq(&before.ground, &after.ground), *before.ground == *after.ground);
            for scenario in &after.scenarios {
                let Some(old) = before.shared_scenario(&scenario.id) else { continue };
                prop_assert_eq!(Shared::ptr_eq(old, scenario), **old == **scenario);
            }
        }
    }

    #[test]
    fn whatever_is_done_to_a_plan_its_file_is_written_and_read_back_whole(
        steps in proptest::collection::vec(command(), 1..40),
    ) {
        let mut session = Session::open(default_plan());
        for command in steps {
            let _ = session.apply(command);
        }
        let plan = &*session.snapshot().plan;
        let file = crate::formats::export(plan, "2021-01-22T08:00:00Z");
        prop_assert!(file.is_ok(), "{:?}", file.err());
        let read = crate::formats::restore(&file.unwrap_or_default());
        prop_assert!(read.is_ok(), "{:?}", read.err());
        if let Ok(read) = read {
            prop_assert_eq!(&read.plan, plan);
        }
    }

    #[test]
    fn undoing_all_gives_the_first_plan_and_redoing_all_the_last(
        steps in proptest::collection::vec((command(), 0u8..4), 1..40),
    ) {
        let first = default_plan();
        let mut session = Session::open(first.clone());
        let mut revision = 0;
        for (command, how) in steps {
            let changed = match how {
                0 => session.preview(command).is_ok(),
                1 => { session.commit(); false }
                _ => session.apply(command).is_ok(),
            };
            let now = session.snapshot().revision;
            prop_assert_eq!(changed, now > revision);
            revision = now;
        }
        session.commit();
        let last = session.snapshot().plan.clone();
        while session.undo() {
            prop_assert!(session.snapshot().revision > revision);
            revision = session.snapshot().revision;
        }
        prop_assert_eq!(&*session.snapshot().plan, &first);
        while session.redo() {
            prop_assert!(session.snapshot().revision > revision);
            revision = session.snapshot().revision;
        }
        prop_assert_eq!(&session.snapshot().plan, &last);
    }

    #[test]
    fn a_command_changes_the_plan_or_is_refused_but_never_leaves_it_wrong(
        commands in proptest::collection::vec(command(), 1..30),
    ) {
        let mut plan = default_plan();
        for command in commands {
            if let Ok(changed) = apply(&plan, &command) {
                prop_assert_ne!(&changed, &plan);
                plan = changed;
            }
        }
        let dangling = ["unknown-source", "unknown-line", "unknown-event", "unknown-commune"];
        let errors: Vec<_> = crate::model::validate::validate(&plan)
            .into_iter()
            .filter(|i| i.severity == crate::model::validate::Severity::Error || dangling.contains(&i.check))
            // One point of a curve may be moved before its neighbours.
            .filter(|i| i.check != "release-decreasing")
            .collect();
        prop_assert!(errors.is_empty(), "{errors:?}");
        prop_assert!(!plan.scenarios.is_empty());
    }
}

#[test]
fn what_was_changed_elsewhere_is_a_step_that_leaves_the_way_back() {
    let mut session = open();
    let first = shown(&session);
    session.apply(amount(5.0)).unwrap();
    let mut elsewhere = (*session.snapshot().plan).clone();
    session.follow(elsewhere.clone());
    assert!(session.undo(), "the same plan again is no step");
    assert!(!session.can_undo() && session.redo());
    elsewhere.sources.iter_mut().for_each(|s| s.amount.value = 7.0);
    session.follow(elsewhere);
    assert_eq!(shown(&session), 7.0);
    assert!(session.undo());
    assert_eq!(shown(&session), 5.0);
    assert!(session.undo());
    assert_eq!(shown(&session), first);
}
