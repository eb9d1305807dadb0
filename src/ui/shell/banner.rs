//! What the person must know before working on: read only, not saved, or plans kept elsewhere.

use crate::app::{ReadOnly, SaveState, Screen, use_prefs, use_route, use_workspace};
use crate::i18n::shell::not_saved;
use crate::ui::prelude::*;

/// A line under the top bar, while there is something to say.
#[component]
pub fn Banner() -> impl IntoView {
    let prefs = use_prefs();
    let workspace = use_workspace();
    let route = use_route();
    let lock_words = move |reason: ReadOnly| {
        let text = move || match reason {
            ReadOnly::OtherTab => prefs.t().shell.read_only_tab,
            ReadOnly::Newer => prefs.t().shell.read_only_newer,
        };
        view! {
            <div class="banner" role="status" data-test="read-only">
                <span>{text}</span>
                {(reason == ReadOnly::OtherTab)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="btn"
                                data-test="take-over"
                                on:click=move |_| workspace.take_over()
                            >
                                {move || prefs.t().shell.take_over}
                            </button>
                        }
                    })}
                <button type="button" class="btn" data-test="save-copy" on:click=move |_| workspace.save_copy()>
                    {move || prefs.t().shell.save_copy}
                </button>
            </div>
        }
    };
    let failure = Memo::new(move |_| {
        workspace.save_state().with(|s| match s {
            SaveState::Failed { reason } => Some(reason.clone()),
            _ => None,
        })
    });
    let failure_words = move |reason: String| {
        view! {
            <div class="banner bad" data-test="not-saved">
                <span class="grow">{move || not_saved(&reason, prefs.lang().get())}</span>
                <button
                    type="button"
                    class="btn danger"
                    data-test="save-failed-download"
                    on:click=move |_| workspace.download_open()
                >
                    {move || prefs.t().shell.download}
                </button>
            </div>
        }
    };
    let place = move || {
        view! {
            <div class="banner" role="status" data-test="file-place">
                <span class="grow">{move || prefs.t().shell.file_place}</span>
                <button type="button" class="btn" on:click=move |_| route.go(Screen::Share)>
                    {move || prefs.t().shell.open_file}
                </button>
                <button type="button" class="btn" on:click=move |_| workspace.place_note().set(false)>
                    {move || prefs.t().shell.close}
                </button>
            </div>
        }
    };
    move || match (workspace.read_only_reason().get(), failure.get()) {
        (Some(reason), _) => lock_words(reason).into_any(),
        (None, Some(reason)) => failure_words(reason).into_any(),
        (None, None) if workspace.place_note().get() => place().into_any(),
        (None, None) => ().into_any(),
    }
}
