//! What happens when the page opens: the plan opened last if there is one, else the default sample, computed at once.

use super::workspace::Workspace;
use crate::model::{Plan, samples};
use crate::platform::clock;
use crate::platform::idb::{DATABASE, Store, StoreError, StoreEvent};
use crate::platform::quota::{DiskStore, disk_store};
use crate::platform::settings::{self, LastPlan, LastSample};
use crate::platform::tabs::Channel;
use crate::platform::timer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// How long the first screen waits for the plan opened last, milliseconds.
const PATIENCE: u32 = 1_500;

/// Remembers which plan to open next time; nothing for none.
pub(super) fn remember(id: &str) {
    settings::write(&LastPlan(id.to_owned()));
    settings::write(&LastSample::default());
}

/// Name under which an empty plan is remembered as a sample is.
const BLANK: &str = "blank";

/// Remembers a sample (an empty plan for none) to open next time, as long as it is not edited and so not kept.
pub(super) fn remember_sample(sample: Option<&str>) {
    remember("");
    settings::write(&LastSample(sample.unwrap_or(BLANK).to_owned()));
}

/// What is open before a kept plan is: the sample opened last, else the default one.
pub(super) fn first_plan() -> Plan {
    let name = settings::read::<LastSample>().0;
    if name == BLANK {
        return samples::blank(clock::planning_year());
    }
    samples::by_name(&name).unwrap_or_else(samples::default_plan)
}

/// The plan opened last; empty if there is none.
pub(super) fn last_plan() -> String {
    settings::read::<LastPlan>().0
}

impl Workspace {
    /// Opens the store and what was open last. Problems are told; the page works without storage.
    pub(super) fn boot(self) {
        let channel = Channel::open(move |message| self.on_message(message));
        self.keeper.update_value(|k| k.channel = Some(channel));
        if !self.ready.get_untracked() {
            // A store that does not answer must not keep the page empty.
            timer::detached(PATIENCE, move || {
                let _ = self.ready.try_set(true);
            });
        }
        spawn_local(async move {
            match Store::open(DATABASE, move |event| self.on_store_event(event)).await {
                Ok(store) => self.boot_with(Rc::new(store)).await,
                Err(error) => self.boot_without(&error),
            }
            self.ready.set(true);
        });
    }

    async fn boot_with(self, store: Rc<Store>) {
        if let Some(left) = settings::read_parting() {
            // Of no use if the store got it, or something later, after all.
            match store.save(&left, true).await {
                Ok(()) | Err(StoreError::Conflict) => settings::forget_parting(),
                Err(error) => self.tell_failure(&error),
            }
        }
        self.keeper.update_value(|k| k.store = Some(store));
        self.refresh_library().await;
        if self.is_dirty() {
            // Somebody was quicker than the store: that plan is kept, not replaced.
            return self.save(true).await;
        }
        let last = last_plan();
        let is_stored = self.entries.with_untracked(|l| l.iter().any(|e| e.id == last));
        if is_stored {
            self.open_kept(&last).await;
        } else if self.entries.with_untracked(Vec::is_empty) && disk_store() == DiskStore::PerFile {
            self.place_note.set(true);
        }
    }

    fn boot_without(self, error: &StoreError) {
        self.keeper.update_value(|k| k.no_store = true);
        let lang = self.prefs.lang().get_untracked();
        let reason = crate::i18n::shell::store_problem(error.code(), lang);
        let advice = self.prefs.t_untracked().shell.storage_off;
        self.toasts.error(format!(
            "{} {advice}",
            crate::i18n::shell::not_saved(&format!("{reason}."), lang)
        ));
        if self.is_dirty() {
            spawn_local(self.save(true));
        }
    }

    fn on_store_event(self, event: StoreEvent) {
        let lang = self.prefs.lang().get_untracked();
        match event {
            StoreEvent::Blocked => self.toasts.error(crate::i18n::shell::library_failed(
                crate::i18n::shell::store_problem("blocked", lang),
                lang,
            )),
            StoreEvent::GivenUp => {
                self.keeper.update_value(|k| {
                    k.store = None;
                    k.no_store = true;
                });
                self.tell_failure(&StoreError::Closed);
            }
        }
    }
}
