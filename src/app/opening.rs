//! Which plan is open: taking one up, and who may change it.

use super::keeper::Keeper;
use super::record::plan_of;
use super::workspace::{ReadOnly, SaveState, Workspace};
use crate::edit::Session;
use crate::formats::Refusal;
use crate::i18n::messages;
use crate::i18n::shell::{PlanEvent, store_problem};
use crate::model::{Plan, samples};
use crate::platform::idb::{PlanRecord, Store, StoreError};
use crate::platform::tabs::{self, Hold, HoldAnswer, Message};
use crate::platform::{clock, ids, settings, timer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// How often a tab that was asked to let go is given time, and how long each time, milliseconds.
const PATIENCE: (usize, u32) = (10, 150);

/// What is known of a plan that is taken up.
struct OpenState {
    record_revision: f64,
    lock: Option<ReadOnly>,
    hold: Option<Hold>,
    state: SaveState,
}

impl Workspace {
    /// Opens a plan kept in this browser.
    pub fn open_plan(self, id: &str) {
        let id = id.to_owned();
        spawn_local(async move {
            if self.open_kept(&id).await {
                self.tell_plan(PlanEvent::Opened);
            }
        });
    }

    /// Opens a sample by name, or an empty plan. It is kept from its first change on.
    pub fn new_plan(self, sample: Option<&str>) {
        let plan = match sample {
            None => Some(samples::blank(clock::planning_year())),
            Some(name) => samples::by_name(name),
        };
        let Some(mut plan) = plan else {
            self.toasts.error(self.prefs.t_untracked().shell.sample_missing);
            return;
        };
        plan.id = ids::new_id();
        let sample = sample.map(str::to_owned);
        spawn_local(async move {
            let _turn = self.take_turn().await;
            self.save_in_turn(true).await;
            self.take_up_fresh(plan);
            super::boot::remember_sample(sample.as_deref());
            self.tell_plan(PlanEvent::Opened);
        });
    }

    /// Takes the right to change the open plan from the tab that holds it.
    pub fn take_over(self) {
        spawn_local(async move {
            if self.lock.get_untracked() != Some(ReadOnly::OtherTab) {
                return;
            }
            let _turn = self.take_turn().await;
            let id = self.snapshot.with_untracked(|s| s.plan.id.clone());
            self.keeper.with_value(|k| k.tell(&Message::LetGo(id.clone())));
            let answer = self.hold_patiently(&id).await;
            let hold = match answer {
                HoldAnswer::Held(hold) => Some(hold),
                HoldAnswer::Taken | HoldAnswer::Unsupported => None,
            };
            if self.read_again(&id, hold).await {
                self.toasts.show(self.prefs.t_untracked().shell.took_over);
            }
        });
    }

    /// Keeps what is on the screen under a new id, to go on with it here.
    pub fn save_copy(self) {
        let mut plan = (*self.plan_untracked()).clone();
        plan.id = ids::new_id();
        plan.unknown.clear();
        plan.name = super::record::with_suffix(&plan.name, |l| crate::i18n::texts(l).shell.copy_suffix);
        self.take_up_fresh(plan);
        // A copy is meant to be kept: it is due at once.
        self.keeper.update_value(|k| k.saved = u64::MAX);
        self.on_change(self.snapshot.with_untracked(|s| s.revision));
    }

    /// Opens a kept plan; false if that did not work (told).
    pub(super) async fn open_kept(self, id: &str) -> bool {
        let _turn = self.take_turn().await;
        self.save_in_turn(true).await;
        let attempt = self.next_attempt();
        let Some(store) = self.store() else {
            self.tell_failure(&StoreError::Unavailable);
            return false;
        };
        let Some((record, plan, newer)) = self.read_plan(&store, id).await else {
            return false;
        };
        let answer = match self.own_hold(id) {
            Some(hold) => HoldAnswer::Held(hold),
            None => tabs::hold(id, false, self.when_lost(id)).await,
        };
        if self.keeper.with_value(|k| k.opening != attempt) {
            return false;
        }
        // What was changed while the other plan was read.
        self.save_in_turn(true).await;
        let (hold, lock) = match answer {
            HoldAnswer::Held(hold) => (Some(hold), newer.then_some(ReadOnly::Newer)),
            HoldAnswer::Taken => (None, Some(ReadOnly::OtherTab)),
            HoldAnswer::Unsupported => (None, newer.then_some(ReadOnly::Newer)),
        };
        self.take_up(plan, opened(&record, lock, hold));
        super::boot::remember(id);
        true
    }

    /// Reads the open plan again after its right changed hands or its record was written elsewhere.
    async fn read_again(self, id: &str, hold: Option<Hold>) -> bool {
        let Some(store) = self.store() else { return false };
        let Some((record, plan, newer)) = self.read_plan(&store, id).await else {
            return false;
        };
        let opened = opened(&record, newer.then_some(ReadOnly::Newer), hold);
        if self.snapshot.with_untracked(|s| s.plan.id == plan.id) {
            self.follow(plan, opened);
        } else {
            self.take_up(plan, opened);
        }
        true
    }

    /// Puts what the record of the open plan holds in its place. The way back stays, this being a step of it.
    fn follow(self, plan: Plan, opened: OpenState) {
        self.session.update_value(|s| s.follow(plan));
        self.publish();
        let revision = self.snapshot.with_untracked(|s| s.revision);
        self.keeper.update_value(|k| {
            k.timer = None;
            k.hold = opened.hold;
            k.record_revision = opened.record_revision;
            k.saved = revision;
        });
        self.lock.set(opened.lock);
        self.state.set(opened.state);
    }

    /// Reads a plan; what cannot be read is set aside, and told.
    pub(super) async fn read_plan(self, store: &Rc<Store>, id: &str) -> Option<(PlanRecord, Plan, bool)> {
        match store.get(id).await {
            Ok(Some(record)) => match plan_of(&record) {
                Ok(read) => Some((record, read.plan, read.newer)),
                Err(refusal) => {
                    let lang = self.prefs.lang().get_untracked();
                    let reason = messages::refusal(&refusal, lang).paragraph();
                    self.put_aside(store, id, &reason).await;
                    None
                }
            },
            Ok(None) => {
                self.toasts.error(self.prefs.t_untracked().shell.plan_gone);
                self.refresh_library().await;
                None
            }
            Err(StoreError::Mismatch) => {
                self.put_aside(store, id, "not a plan record").await;
                None
            }
            Err(error) => {
                self.tell_failure(&error);
                None
            }
        }
    }

    async fn put_aside(self, store: &Rc<Store>, id: &str, reason: &str) {
        match store.set_aside(id, reason, clock::now()).await {
            Ok(()) => self.toasts.error(self.prefs.t_untracked().shell.broken_stays),
            Err(error) => self.tell_failure(&error),
        }
        self.refresh_library().await;
    }

    /// Shows a plan that is not kept yet.
    pub(super) fn take_up_fresh(self, plan: Plan) {
        self.next_attempt();
        self.take_up(
            plan,
            OpenState {
                record_revision: 0.0,
                lock: None,
                hold: None,
                state: SaveState::Untouched,
            },
        );
    }

    fn take_up(self, plan: Plan, opened: OpenState) {
        let view = settings::read_view(&plan.id);
        // Revisions go on from plan to plan, so that nothing takes one plan for another.
        let first = self.snapshot.with_untracked(|s| s.revision) + 1;
        self.keeper.update_value(|k| {
            k.timer = None;
            k.hold = opened.hold;
            k.record_revision = opened.record_revision;
            k.saved = first;
        });
        batch_open(self, Session::open(plan), first);
        self.shown_scenario.set(view.scenario);
        self.base.set(view.base);
        self.comparison.set(view.comparison);
        self.lock.set(opened.lock);
        self.state.set(opened.state);
    }

    /// Another tab told something.
    pub(super) fn on_message(self, message: Message) {
        let open = self.snapshot.with_untracked(|s| s.plan.id.clone());
        match message {
            Message::LetGo(id) if id == open && self.lock.get_untracked().is_none() => {
                spawn_local(async move {
                    let _turn = self.take_turn().await;
                    self.save_in_turn(true).await;
                    self.lose();
                });
            }
            Message::Saved(id) if id == open && self.lock.get_untracked() == Some(ReadOnly::OtherTab) => {
                spawn_local(async move {
                    if self.read_again(&id, None).await {
                        self.lock.set(Some(ReadOnly::OtherTab));
                    }
                    self.refresh_library().await;
                });
            }
            Message::Saved(_) | Message::Library => spawn_local(self.refresh_library()),
            Message::LetGo(_) => {}
        }
    }

    /// What to do when another tab takes a plan by force.
    pub(super) fn when_lost(self, id: &str) -> impl FnOnce() + 'static {
        let id = id.to_owned();
        move || {
            let still = self.snapshot.try_with_untracked(|s| s.plan.id == id).unwrap_or(false);
            let is_held = self.keeper.try_with_value(|k| k.hold.is_some()).unwrap_or(false);
            if still && is_held {
                self.lose();
            }
        }
    }

    fn lose(self) {
        self.keeper.update_value(|k| k.hold = None);
        self.lock.set(Some(ReadOnly::OtherTab));
        self.toasts.error(self.prefs.t_untracked().shell.taken_over);
    }

    async fn hold_patiently(self, id: &str) -> HoldAnswer {
        for _ in 0..PATIENCE.0 {
            match tabs::hold(id, false, self.when_lost(id)).await {
                HoldAnswer::Taken => timer::pause(PATIENCE.1).await,
                answer => return answer,
            }
        }
        // The other tab does not answer: it may be asleep.
        tabs::hold(id, true, self.when_lost(id)).await
    }

    /// The right to a plan that is open already: asked for again, it would be refused.
    fn own_hold(self, id: &str) -> Option<Hold> {
        let open = self.snapshot.with_untracked(|s| s.plan.id == id);
        self.keeper
            .try_update_value(|k| if open { k.hold.take() } else { None })
            .flatten()
    }

    fn next_attempt(self) -> u64 {
        self.keeper
            .try_update_value(|k| {
                k.opening += 1;
                k.opening
            })
            .unwrap_or_default()
    }

    pub(super) fn store(self) -> Option<Rc<Store>> {
        self.keeper.try_with_value(|k: &Keeper| k.store.clone()).flatten()
    }

    pub(super) fn tell_plan(self, event: PlanEvent) {
        let name = self.snapshot.with_untracked(|s| s.plan.name.clone());
        self.tell_named(event, &name);
    }

    pub(super) fn tell_refusal(self, refusal: &Refusal) {
        let lang = self.prefs.lang().get_untracked();
        self.toasts.error(messages::refusal(refusal, lang).paragraph());
    }

    pub(super) fn tell_failure(self, error: &StoreError) {
        let lang = self.prefs.lang().get_untracked();
        let reason = store_problem(error.code(), lang);
        self.toasts.error(crate::i18n::shell::library_failed(reason, lang));
    }
}

fn opened(record: &PlanRecord, lock: Option<ReadOnly>, hold: Option<Hold>) -> OpenState {
    OpenState {
        record_revision: record.revision,
        lock,
        hold,
        state: SaveState::Saved {
            at: clock::time_or_day(record.updated),
        },
    }
}

/// Puts a session in place of the one before.
fn batch_open(workspace: Workspace, session: Session, first: u64) {
    let mut current = session.snapshot().clone();
    workspace.offset.set_value(first - current.revision);
    workspace.session.set_value(session);
    current.revision = first;
    workspace.snapshot.set(current);
    workspace.steps.set((false, false));
}
