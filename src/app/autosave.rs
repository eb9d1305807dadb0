//! Saving without being asked: after a pause, and at the last moment before the page goes. *Saved* is only said after
//! the record was read back. One write at a time: what is due meanwhile is written by the next one, all at once.

use super::record::record_of;
use super::workspace::{ReadOnly, SaveState, Workspace};
use crate::i18n::messages;
use crate::i18n::shell::store_problem;
use crate::model::Plan;
use crate::platform::idb::{PlanRecord, Store, StoreError};
use crate::platform::tabs::{self, HoldAnswer, Message};
use crate::platform::{clock, persist, settings, timer};
use async_lock::MutexGuardArc;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;

/// Pause after the last change before it is written, milliseconds.
const PAUSE: u32 = 400;

/// One write that is due.
struct Job {
    store: Rc<Store>,
    plan: Arc<Plan>,
    record: PlanRecord,
    snapshot: u64,
}

impl Workspace {
    /// Follows the plan: a change is written after a pause. Called with each revision.
    pub(super) fn on_change(self, revision: u64) {
        let due = self.keeper.try_with_value(|k| k.saved != revision).unwrap_or(false);
        if !due || self.lock.get_untracked().is_some() {
            return;
        }
        self.state.set(SaveState::Saving);
        let timer = timer::after(PAUSE, move || spawn_local(self.save(true)));
        self.keeper.update_value(|k| {
            k.timer = timer;
            if !k.asked_to_persist {
                k.asked_to_persist = true;
                persist::ask();
            }
        });
    }

    /// Writes what is due before the page goes: nothing is looked up first. A store may not live to finish, so the
    /// record is left in local storage too, until the store has read it back.
    pub(super) fn save_before_leaving(self) {
        if self.is_dirty() {
            // A page that goes does not live to hear that the write was done: what it is to open next time is kept now.
            let plan = self.plan_untracked();
            super::boot::remember(&plan.id);
            settings::write_view(&plan.id, &untrack(|| self.view()));
            if let Some(job) = self.next_job() {
                settings::write_parting(&job.record);
                spawn_local(self.finish(job, false));
            }
        }
    }

    /// Whether the plan was changed since it was opened or written.
    pub(super) fn is_dirty(self) -> bool {
        let revision = self.snapshot.with_untracked(|s| s.revision);
        self.lock.get_untracked().is_none() && self.keeper.try_with_value(|k| k.saved != revision).unwrap_or(false)
    }

    /// Writes the open plan if that is due, and says how it went; waits until no other write or opening is under way.
    pub(super) async fn save(self, look_first: bool) {
        let _turn = self.take_turn().await;
        self.save_in_turn(look_first).await;
    }

    /// Waits until nobody else writes or opens a plan; others wait until what is given back is dropped.
    pub(super) async fn take_turn(self) -> Option<MutexGuardArc<()>> {
        let turn = self.keeper.try_with_value(|k| k.turn.clone())?;
        Some(turn.lock_arc().await)
    }

    /// [`Workspace::save`] for whoever has taken the turn already.
    pub(super) async fn save_in_turn(self, look_first: bool) {
        let Some(job) = self.next_job() else { return };
        if look_first && !self.may_write(&job.plan.id).await {
            return;
        }
        self.finish(job, look_first).await;
    }

    async fn finish(self, job: Job, look_first: bool) {
        let result = job.store.save(&job.record, look_first).await;
        if self.snapshot.with_untracked(|s| s.plan.id != job.plan.id) {
            // Another plan is open by now: only a failure is worth a word.
            if let Err(error) = result {
                self.tell_failure(&error);
            }
            return;
        }
        match result {
            Ok(()) => self.finish_write(&job),
            Err(error) => self.fail_write(&error),
        }
    }

    fn next_job(self) -> Option<Job> {
        if !self.is_dirty() {
            return None;
        }
        let current = self.snapshot.get_untracked();
        let attempt = self.keeper.try_update_value(|k| {
            k.timer = None;
            let Some(store) = k.store.clone() else {
                return Err(k.no_store);
            };
            let record = record_of(&current.plan, k.record_revision);
            if let Ok(record) = &record {
                k.record_revision = record.revision;
            }
            Ok((store, record))
        })?;
        match attempt {
            Ok((store, Ok(record))) => Some(Job {
                store,
                plan: current.plan,
                record,
                snapshot: current.revision,
            }),
            Ok((_, Err(refusal))) => {
                self.state.set(SaveState::Failed {
                    reason: messages::refusal(&refusal, self.prefs.lang().get_untracked()).paragraph(),
                });
                None
            }
            // The store is still opening: it saves when it is there.
            Err(false) => None,
            Err(true) => {
                self.fail_write(&StoreError::Unavailable);
                None
            }
        }
    }

    /// Makes sure that this tab holds the plan before its first write.
    async fn may_write(self, id: &str) -> bool {
        if self.keeper.try_with_value(|k| k.hold.is_some()).unwrap_or(true) {
            return true;
        }
        match tabs::hold(id, false, self.when_lost(id)).await {
            HoldAnswer::Held(hold) => {
                self.keeper.update_value(|k| k.hold = Some(hold));
                true
            }
            HoldAnswer::Unsupported => true,
            HoldAnswer::Taken => {
                self.lock.set(Some(ReadOnly::OtherTab));
                false
            }
        }
    }

    fn finish_write(self, job: &Job) {
        settings::forget_parting();
        self.keeper.update_value(|k| {
            k.saved = job.snapshot;
            k.tell(&Message::Saved(job.record.id.clone()));
        });
        if !self.is_dirty() {
            self.state.set(SaveState::Saved {
                at: clock::time_or_day(job.record.updated),
            });
        }
        super::boot::remember(&job.record.id);
        settings::write_view(&job.record.id, &untrack(|| self.view()));
        spawn_local(self.refresh_library());
    }

    fn fail_write(self, error: &StoreError) {
        if *error == StoreError::Conflict {
            self.lock.set(Some(ReadOnly::OtherTab));
            self.toasts.error(self.prefs.t_untracked().shell.taken_over);
        }
        let lang = self.prefs.lang().get_untracked();
        self.state.set(SaveState::Failed {
            reason: store_problem(error.code(), lang).to_owned(),
        });
    }
}
