//! The open plan: what is shown of it, what it leads to, and the one door through which it changes.

mod scenarios;
mod state;

pub use scenarios::MOST_COMPARED;
pub use state::{LibraryEntry, ReadOnly, SaveState};

use super::evaluations::Evaluations;
use super::keeper::Keeper;
use super::{Prefs, Toasts};
use crate::edit::{Command, CommandError, Session, Snapshot};
use crate::engine::Evaluation;
use crate::i18n::messages::command_error;
use crate::model::Plan;
use crate::platform::ids;
use crate::platform::settings::PlanView;
use leptos::prelude::*;
use scenarios::{existing_or_all, existing_or_first, result, shared_memo};
use std::sync::Arc;

/// The open plan and the library around it.
#[derive(Clone, Copy, Debug)]
pub struct Workspace {
    pub(super) prefs: Prefs,
    pub(super) toasts: Toasts,
    pub(super) session: StoredValue<Session>,
    pub(super) snapshot: RwSignal<Snapshot>,
    pub(super) steps: RwSignal<(bool, bool)>,
    pub(super) shown_scenario: RwSignal<String>,
    pub(super) base: RwSignal<String>,
    pub(super) comparison: RwSignal<Vec<String>>,
    pub(super) lock: RwSignal<Option<ReadOnly>>,
    pub(super) state: RwSignal<SaveState>,
    pub(super) entries: RwSignal<Vec<LibraryEntry>>,
    pub(super) keeper: StoredValue<Keeper, LocalStorage>,
    /// Revision of the page at which the open session began.
    pub(super) offset: StoredValue<u64>,
    /// Whether the first screen may be drawn.
    pub(super) ready: RwSignal<bool>,
    /// Whether to explain that this browser keeps plans by the place of the page's file.
    pub(super) place_note: RwSignal<bool>,
    help: RwSignal<bool>,
    results: StoredValue<Evaluations>,
    views: Views,
}

/// Read-only views of the state, made once.
#[derive(Clone, Copy, Debug)]
struct Views {
    snapshot: Signal<Snapshot>,
    plan: Signal<Arc<Plan>>,
    scenario_id: Signal<String>,
    base_id: Signal<String>,
    comparison: Signal<Vec<String>>,
    evaluation: Signal<Arc<Evaluation>>,
    base_evaluation: Signal<Arc<Evaluation>>,
    can_undo: Signal<bool>,
    can_redo: Signal<bool>,
    read_only: Signal<bool>,
    lock: Signal<Option<ReadOnly>>,
    save_state: Signal<SaveState>,
    library: Signal<Vec<LibraryEntry>>,
}

/// The open plan.
pub fn use_workspace() -> Workspace {
    expect_context()
}

impl Workspace {
    /// Opens the default sample, computed at once; kept plans follow when storage answers.
    pub fn new(prefs: Prefs, toasts: Toasts) -> Self {
        let mut plan = super::boot::first_plan();
        plan.id = ids::new_id();
        let session = Session::open(plan);
        let snapshot = RwSignal::new(session.snapshot().clone());
        let steps = RwSignal::new((false, false));
        let shown_scenario = RwSignal::new(String::new());
        let base = RwSignal::new(String::new());
        let comparison = RwSignal::new(Vec::new());
        let lock = RwSignal::new(None);
        let state = RwSignal::new(SaveState::Untouched);
        let entries = RwSignal::new(Vec::new());
        let results = StoredValue::new(Evaluations::default());

        let plan = shared_memo(move || snapshot.with(|s| Arc::clone(&s.plan)));
        let scenario_id = Memo::new(move |_| snapshot.with(|s| existing_or_first(&s.plan, &shown_scenario.get())));
        let base_id = Memo::new(move |_| snapshot.with(|s| existing_or_first(&s.plan, &base.get())));
        let comparison_ids = Memo::new(move |_| snapshot.with(|s| comparison.with(|t| existing_or_all(&s.plan, t))));
        let of = move |id: Memo<String>| {
            shared_memo(move || {
                let id = id.get();
                snapshot.with(|s| result(results, &s.plan, &id))
            })
        };
        let views = Views {
            snapshot: snapshot.into(),
            plan,
            scenario_id: scenario_id.into(),
            base_id: base_id.into(),
            comparison: comparison_ids.into(),
            evaluation: of(scenario_id),
            base_evaluation: of(base_id),
            can_undo: Memo::new(move |_| steps.get().0).into(),
            can_redo: Memo::new(move |_| steps.get().1).into(),
            read_only: Memo::new(move |_| lock.get().is_some()).into(),
            lock: lock.into(),
            save_state: Memo::new(move |_| lock.get().map_or_else(|| state.get(), SaveState::ReadOnly)).into(),
            library: entries.into(),
        };
        Self {
            prefs,
            toasts,
            session: StoredValue::new(session),
            snapshot,
            steps,
            shown_scenario,
            base,
            comparison,
            lock,
            state,
            entries,
            keeper: StoredValue::new_local(Keeper::default()),
            offset: StoredValue::new(0),
            // With a plan to come the sample would only flash by.
            ready: RwSignal::new(super::boot::last_plan().is_empty()),
            place_note: RwSignal::new(false),
            help: RwSignal::new(false),
            results,
            views,
        }
    }

    /// The plan with its revision; changes with each command, undo and redo.
    pub fn snapshot(self) -> Signal<Snapshot> {
        self.views.snapshot
    }

    /// The open plan, tracked; equal only if it is the same shared plan.
    pub fn plan(self) -> Signal<Arc<Plan>> {
        self.views.plan
    }

    /// The plan, untracked: for event handlers.
    pub fn plan_untracked(self) -> Arc<Plan> {
        self.snapshot.with_untracked(|s| Arc::clone(&s.plan))
    }

    /// Id of the scenario shown and edited; the first one if the one asked for is gone.
    pub fn scenario_id(self) -> Signal<String> {
        self.views.scenario_id
    }

    /// Shows another scenario. No step: it does not change the plan.
    pub fn show_scenario(self, id: &str) {
        self.shown_scenario.set(id.to_owned());
    }

    /// Id of the scenario compared with.
    pub fn base_id(self) -> Signal<String> {
        self.views.base_id
    }

    /// Compares with another scenario.
    pub fn compare_with(self, id: &str) {
        self.base.set(id.to_owned());
    }

    /// Ids ticked for the comparison side by side, in plan order.
    pub fn comparison(self) -> Signal<Vec<String>> {
        self.views.comparison
    }

    /// Ticks scenarios for the comparison.
    pub fn set_comparison(self, ids: Vec<String>) {
        self.comparison.set(ids);
    }

    /// Result of the scenario shown.
    pub fn evaluation(self) -> Signal<Arc<Evaluation>> {
        self.views.evaluation
    }

    /// Result of the scenario compared with.
    pub fn base_evaluation(self) -> Signal<Arc<Evaluation>> {
        self.views.base_evaluation
    }

    /// Result of any scenario; tracked on the plan, computed when it is first asked for.
    pub fn evaluation_of(self, id: &str) -> Arc<Evaluation> {
        self.snapshot.with(|s| result(self.results, &s.plan, id))
    }

    /// Result of a scenario of the plan as it is or was a moment ago; not tracked.
    pub fn evaluation_at(self, plan: &Arc<Plan>, id: &str) -> Arc<Evaluation> {
        result(self.results, plan, id)
    }

    /// Changes the plan as one undo step. A refusal is told and gives `false`.
    pub fn dispatch(self, command: Command) -> bool {
        self.ask(command, Session::apply)
    }

    /// Changes the plan as part of a drag (each `input` event).
    pub fn preview(self, command: Command) {
        self.ask(command, Session::preview);
    }

    /// Ends a drag and keeps it as one undo step (`change` event).
    pub fn commit(self) {
        self.session.update_value(Session::commit);
        self.publish();
    }

    /// Ends a drag and goes back to the plan before it (Escape).
    pub fn cancel(self) {
        self.session.update_value(Session::cancel);
        self.publish();
    }

    /// Goes one step back.
    pub fn undo(self) {
        if self.writable() {
            self.session.update_value(|s| {
                s.undo();
            });
            self.publish();
        }
    }

    /// Goes one step forward.
    pub fn redo(self) {
        if self.writable() {
            self.session.update_value(|s| {
                s.redo();
            });
            self.publish();
        }
    }

    /// Whether there is a step to undo.
    pub fn can_undo(self) -> Signal<bool> {
        self.views.can_undo
    }

    /// Whether there is a step to redo.
    pub fn can_redo(self) -> Signal<bool> {
        self.views.can_redo
    }

    /// Whether the plan cannot be changed here.
    pub fn read_only(self) -> Signal<bool> {
        self.views.read_only
    }

    /// Why the plan cannot be changed here.
    pub fn read_only_reason(self) -> Signal<Option<ReadOnly>> {
        self.views.lock
    }

    /// What is known of the last save.
    pub fn save_state(self) -> Signal<SaveState> {
        self.views.save_state
    }

    /// Plans kept in this browser, newest first.
    pub fn library(self) -> Signal<Vec<LibraryEntry>> {
        self.views.library
    }

    /// Whether the plan to begin with is there.
    pub fn ready(self) -> Signal<bool> {
        self.ready.into()
    }

    /// Whether to explain that this browser keeps plans by the place of the page's file; can be dismissed.
    pub fn place_note(self) -> RwSignal<bool> {
        self.place_note
    }

    /// Whether the list of keys is shown.
    pub fn help(self) -> RwSignal<bool> {
        self.help
    }

    /// What is looked at in the plan; tracked.
    pub(super) fn view(self) -> PlanView {
        PlanView {
            scenario: self.scenario_id().get(),
            base: self.base_id().get(),
            comparison: self.comparison().get(),
        }
    }

    /// Whether the open plan has a record in this browser.
    pub(super) fn has_record(self) -> bool {
        self.keeper.try_with_value(|k| k.record_revision > 0.0).unwrap_or(false)
    }

    fn ask(self, command: Command, how: fn(&mut Session, Command) -> Result<&Snapshot, CommandError>) -> bool {
        if !self.writable() {
            return false;
        }
        let answer = self.session.try_update_value(|s| how(s, command).map(|_| ()));
        self.publish();
        match answer {
            Some(Ok(())) => true,
            // Nothing to do is nothing to complain about.
            Some(Err(CommandError::NoChange)) | None => false,
            Some(Err(error)) => {
                let lang = self.prefs.lang().get_untracked();
                self.toasts.error(command_error(&error, lang).paragraph());
                false
            }
        }
    }

    /// Whether this tab may change the plan; says why if not.
    fn writable(self) -> bool {
        match self.lock.get_untracked() {
            None => true,
            Some(reason) => {
                let t = &self.prefs.t_untracked().shell;
                self.toasts.error(match reason {
                    ReadOnly::OtherTab => t.read_only_tab,
                    ReadOnly::Newer => t.read_only_newer,
                });
                false
            }
        }
    }

    /// Brings the signals up to the session.
    pub(super) fn publish(self) {
        let Some((mut current, steps)) = self
            .session
            .try_with_value(|s| (s.snapshot().clone(), (s.can_undo(), s.can_redo())))
        else {
            return;
        };
        current.revision += self.offset.get_value();
        if self.snapshot.with_untracked(|s| *s != current) {
            self.snapshot.set(current);
        }
        if self.steps.get_untracked() != steps {
            self.steps.set(steps);
        }
    }
}
