//! The plans kept in this browser: list, duplicate, rename, delete with a way back, take in from a file.

use super::record::{record_of, with_suffix};
use super::workspace::{LibraryEntry, ReadOnly, Workspace};
use crate::edit::Command;
use crate::formats::file_name;
use crate::i18n::shell::PlanEvent;
use crate::model::{Plan, Text, samples};
use crate::platform::idb::{PlanRecord, StoreError, StoredPlans};
use crate::platform::tabs::{self, HoldAnswer, Message};
use crate::platform::{clock, files, ids, settings};
use crate::sort;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Ids of records set aside start with this in [`LibraryEntry::id`].
const ASIDE: &str = "aside-";

impl Workspace {
    /// Keeps a copy of a plan under a new id; the open plan stays open.
    pub fn duplicate_plan(self, id: &str) {
        let id = id.to_owned();
        spawn_local(async move {
            let Some(store) = self.store() else {
                return self.tell_failure(&StoreError::Unavailable);
            };
            let mut plan = if self.is_open(&id) {
                (*self.plan_untracked()).clone()
            } else {
                match self.read_plan(&store, &id).await {
                    Some((_, plan, _)) => plan,
                    None => return,
                }
            };
            plan.id = ids::new_id();
            plan.name = with_suffix(&plan.name, |l| crate::i18n::texts(l).shell.copy_suffix);
            if self.keep(&plan, 0.0).await {
                self.tell_named(PlanEvent::Duplicated, &plan.name);
            }
        });
    }

    /// Renames a plan in the language of the page.
    pub fn rename_plan(self, id: &str, name: String) {
        let lang = self.prefs.lang().get_untracked();
        if self.is_open(id) {
            self.dispatch(Command::RenamePlan(lang, name));
            return;
        }
        let id = id.to_owned();
        spawn_local(async move {
            let Some(store) = self.store() else {
                return self.tell_failure(&StoreError::Unavailable);
            };
            if !self.is_free(&id).await {
                return;
            }
            let Some((record, mut plan, newer)) = self.read_plan(&store, &id).await else {
                return;
            };
            if newer {
                return self.toasts.error(self.prefs.t_untracked().shell.read_only_newer);
            }
            plan.name.set(lang, name);
            self.keep(&plan, record.revision).await;
        });
    }

    /// Deletes a plan; the message offers to bring it back. A record that was set aside is not deleted.
    pub fn delete_plan(self, id: &str) {
        if id.starts_with(ASIDE) {
            return self.toasts.error(self.prefs.t_untracked().shell.broken_stays);
        }
        let id = id.to_owned();
        spawn_local(async move {
            let open = self.is_open(&id);
            if open && self.lock.get_untracked() == Some(ReadOnly::OtherTab) {
                return self.toasts.error(self.prefs.t_untracked().shell.read_only_tab);
            }
            if open {
                self.save(true).await;
            } else if !self.is_free(&id).await {
                return;
            }
            let Some(store) = self.store() else {
                return self.tell_failure(&StoreError::Unavailable);
            };
            let record = match store.get(&id).await {
                Ok(Some(record)) => record,
                Ok(None) => return self.toasts.error(self.prefs.t_untracked().shell.plan_gone),
                Err(error) => return self.tell_failure(&error),
            };
            if let Err(error) = store.delete(&id).await {
                return self.tell_failure(&error);
            }
            self.keeper.with_value(|k| k.tell(&Message::Library));
            self.refresh_library().await;
            if open {
                self.open_next().await;
            }
            settings::forget_view(&id);
            let lang = self.prefs.lang().get_untracked();
            let text = crate::i18n::shell::plan_event(PlanEvent::Deleted, record.name.get(lang), lang);
            self.toasts
                .with_undo(text, move || spawn_local(self.bring_back(record.clone(), open)));
        });
    }

    /// Takes in a plan from a file and opens it. If a plan of the same id is kept here, `keep_both` gives the new one
    /// another id; otherwise it takes the place of the old one, which the person must have agreed to, and which the
    /// message offers to bring back.
    pub fn import_plan(self, plan: Plan, keep_both: bool) {
        let mut plan = plan;
        let is_known = self.entries.with_untracked(|l| l.iter().any(|e| e.id == plan.id));
        if is_known && keep_both {
            plan.id = ids::new_id();
            plan.name = with_suffix(&plan.name, |l| crate::i18n::texts(l).shell.copy_suffix);
        }
        if self.is_open(&plan.id) && plan.unknown.is_empty() && self.lock.get_untracked().is_none() {
            let name = plan.name.clone();
            if self.dispatch(Command::ReplacePlan(Box::new(plan))) {
                self.tell_named(PlanEvent::Imported, &name);
            }
            return;
        }
        spawn_local(async move {
            let Some(store) = self.store() else {
                // Without storage it can still be looked at and sent on.
                self.take_up_fresh(plan);
                return self.tell_failure(&StoreError::Unavailable);
            };
            self.save(true).await;
            if !self.is_free(&plan.id).await {
                return;
            }
            let before = store.get(&plan.id).await.ok().flatten();
            let revision = before.as_ref().map_or(0.0, |b| b.revision);
            if !self.keep(&plan, revision).await {
                return;
            }
            if self.open_kept(&plan.id).await {
                let lang = self.prefs.lang().get_untracked();
                let text = crate::i18n::shell::plan_event(PlanEvent::Imported, plan.name.get(lang), lang);
                match before {
                    Some(before) => self
                        .toasts
                        .with_undo(text, move || spawn_local(self.bring_back(before.clone(), true))),
                    None => self.toasts.show(text),
                }
            }
        });
    }

    /// Hands out the record of a plan as it is kept; one that was set aside too.
    pub fn download_plan(self, id: &str) {
        let id = id.to_owned();
        spawn_local(async move {
            let aside = self.keeper.with_value(|k| {
                let key = id.strip_prefix(ASIDE)?;
                k.set_aside.iter().find(|a| a.key.to_string() == key).cloned()
            });
            let download = match (aside, self.store()) {
                (Some(aside), _) => Some((aside.name, aside.text)),
                (None, Some(store)) => match store.get(&id).await {
                    Ok(record) => record.map(|r| (r.name.vi, r.json)),
                    Err(error) => return self.tell_failure(&error),
                },
                (None, None) => None,
            };
            match download {
                Some((name, text)) => hand_out(&name, &text),
                None => self.toasts.error(self.prefs.t_untracked().shell.plan_gone),
            }
        });
    }

    /// Hands out the open plan as it is now, whether it could be saved or not.
    pub fn download_open(self) {
        let plan = self.plan_untracked();
        match crate::formats::export(&plan, &clock::iso_moment(clock::now())) {
            Ok(text) => hand_out(plan.name.get(self.prefs.lang().get_untracked()), &text),
            Err(refusal) => self.tell_refusal(&refusal),
        }
    }

    /// Reads the list of plans anew.
    pub(super) async fn refresh_library(self) {
        let Some(store) = self.store() else { return };
        match store.list().await {
            Ok(stored) => {
                self.entries.set(entries(&stored));
                self.keeper.update_value(|k| k.set_aside = stored.set_aside);
                let mut any_moved = false;
                for id in stored.broken.iter().filter(|id| !id.is_empty()) {
                    any_moved |= store.set_aside(id, "not a plan record", clock::now()).await.is_ok();
                }
                if any_moved {
                    self.toasts.error(self.prefs.t_untracked().shell.broken_stays);
                    // What was set aside just now is offered too.
                    if let Ok(stored) = store.list().await {
                        self.entries.set(entries(&stored));
                        self.keeper.update_value(|k| k.set_aside = stored.set_aside);
                    }
                }
            }
            Err(error) => self.tell_failure(&error),
        }
    }

    /// Writes a plan that is not open.
    async fn keep(self, plan: &Plan, revision: f64) -> bool {
        let Some(store) = self.store() else {
            self.tell_failure(&StoreError::Unavailable);
            return false;
        };
        let record = match record_of(plan, revision) {
            Ok(record) => record,
            Err(refusal) => {
                self.tell_refusal(&refusal);
                return false;
            }
        };
        self.keep_record(&store, &record).await
    }

    async fn keep_record(self, store: &crate::platform::idb::Store, record: &PlanRecord) -> bool {
        if let Err(error) = store.save(record, true).await {
            self.tell_failure(&error);
            return false;
        }
        self.keeper.with_value(|k| k.tell(&Message::Library));
        self.refresh_library().await;
        true
    }

    /// Puts a record back after it was deleted or replaced.
    async fn bring_back(self, mut record: PlanRecord, open: bool) {
        let Some(store) = self.store() else { return };
        let revision = match store.get(&record.id).await {
            Ok(now) => now.map_or(0.0, |n| n.revision),
            Err(_) => 0.0,
        };
        record.revision = record.revision.max(revision) + 1.0;
        if !self.keep_record(&store, &record).await {
            return;
        }
        if open {
            self.open_kept(&record.id).await;
        }
        self.tell_named(PlanEvent::Restored, &record.name);
    }

    /// Opens the newest plan that is kept, or the default sample.
    async fn open_next(self) {
        // What was open is gone: it must not be written again.
        self.keeper
            .update_value(|k| k.saved = self.snapshot.with_untracked(|s| s.revision));
        let next = self
            .entries
            .with_untracked(|l| l.iter().find(|e| !e.broken).map(|e| e.id.clone()));
        let is_opened = match next {
            Some(id) => self.open_kept(&id).await,
            None => false,
        };
        if !is_opened {
            let mut plan = samples::default_plan();
            plan.id = ids::new_id();
            self.take_up_fresh(plan);
            super::boot::remember("");
        }
    }

    fn is_open(self, id: &str) -> bool {
        self.snapshot.with_untracked(|s| s.plan.id == id)
    }

    /// Whether no other tab holds a plan; told if one does.
    async fn is_free(self, id: &str) -> bool {
        let _turn = self.take_turn().await;
        if self.is_open(id) && self.keeper.with_value(|k| k.hold.is_some()) {
            return true;
        }
        let free = !matches!(tabs::hold(id, false, || {}).await, HoldAnswer::Taken);
        if !free {
            self.toasts.error(self.prefs.t_untracked().shell.read_only_tab);
        }
        free
    }

    pub(super) fn tell_named(self, event: PlanEvent, name: &Text) {
        let lang = self.prefs.lang().get_untracked();
        self.toasts
            .show(crate::i18n::shell::plan_event(event, name.get(lang), lang));
    }
}

fn hand_out(name: &str, text: &str) {
    files::download(&file_name(name, &clock::iso_date()), "application/json", text);
}

/// The list, newest first; records set aside at the end.
fn entries(stored: &StoredPlans) -> Vec<LibraryEntry> {
    let mut list: Vec<LibraryEntry> = stored
        .plans
        .iter()
        .map(|r| LibraryEntry {
            id: r.id.clone(),
            name: r.name.clone(),
            updated: r.updated,
            bytes: r.json.len(),
            broken: false,
        })
        .collect();
    sort::by(&mut list, |a, b| {
        b.updated.total_cmp(&a.updated).then_with(|| a.id.cmp(&b.id))
    });
    list.extend(stored.set_aside.iter().map(|a| LibraryEntry {
        id: format!("{ASIDE}{}", a.key),
        name: Text::from(a.name.as_str()),
        updated: a.at,
        bytes: a.text.len(),
        broken: true,
    }));
    list
}
