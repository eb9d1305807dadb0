//! Screen *Chia sẻ*: send the plan as a file, receive one, and the plans kept in this browser.

mod about;
mod export;
mod import;
mod library;
mod preview;
mod storage;

use about::About;
use export::Export;
use import::{Import, ImportState};
use leptos::ev::DragEvent;
use leptos::prelude::*;
use library::Library;
use storage::Storage;

use crate::app::use_prefs;

/// Screen *Chia sẻ*. A file may be dropped anywhere on it.
#[component]
pub fn ShareScreen() -> impl IntoView {
    let prefs = use_prefs();
    let state = ImportState::new();
    // Entering and leaving children of the screen also counts: the depth says whether the pointer is inside.
    let depth = RwSignal::new(0_i32);
    let over = move |ev: DragEvent| ev.prevent_default();
    let enter = move |ev: DragEvent| {
        ev.prevent_default();
        depth.update(|d| *d += 1);
    };
    let leave = move |_: DragEvent| depth.update(|d| *d = (*d - 1).max(0));
    let drop = move |ev: DragEvent| {
        ev.prevent_default();
        depth.set(0);
        if let Some(files) = ev.data_transfer().and_then(|t| t.files()) {
            state.take(&files);
        }
    };
    view! {
        <div class="sh" data-test="drop-zone" on:dragover=over on:dragenter=enter on:dragleave=leave on:drop=drop>
            <div class="sh-files">
                <Export/>
                <Import state/>
            </div>
            <Library/>
            <Storage/>
            <About/>
            <div class="sh-drop" hidden=move || depth.get() == 0 aria-hidden="true">
                <p>{move || prefs.t().share.drop_here}</p>
            </div>
        </div>
    }
}
