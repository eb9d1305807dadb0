//! Room used in the browser, and what a page opened from disk has to tell.

use crate::app::{use_prefs, use_workspace};
use crate::i18n::share as words;
use crate::platform::quota::{self, DiskStore, Room};
use crate::ui::prelude::*;
use leptos::task::spawn_local;

/// Room used in the browser, asked anew whenever the library changes.
#[component]
pub fn Storage() -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let room: RwSignal<Option<Room>> = RwSignal::new(None);
    Effect::new(move |_| {
        workspace.library().track();
        spawn_local(async move {
            let answer = quota::room().await;
            // The screen may be gone by now.
            let _ = room.try_set(answer);
        });
    });
    let use_words = move || {
        let lang = prefs.lang().get();
        match room.get() {
            Some(Room { used, quota }) => words::storage_use(used, quota, lang),
            None => prefs.t().share.storage_unknown.to_owned(),
        }
    };
    let disk = quota::disk_store();
    let on_disk = move || {
        let t = &prefs.t().share;
        let rule = match disk {
            DiskStore::Hosted => return None,
            DiskStore::PerFile => t.on_disk_firefox,
            DiskStore::Shared => t.on_disk_chromium,
        };
        Some(view! { <p data-test="disk-note">{t.on_disk}" "{rule}</p> })
    };
    view! {
        <section class="panel sh-storage" aria-labelledby="sh-storage-title">
            <header><h2 id="sh-storage-title">{move || prefs.t().share.storage}</h2></header>
            <div class="sh-text">
                <p data-test="storage-use" data-value=move || room.get().map(|r| r.used.to_string())>{use_words}</p>
                <p>{move || prefs.t().share.primary_copy}</p>
                {on_disk}
            </div>
        </section>
    }
}
