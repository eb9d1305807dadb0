//! What is known of the last save, in words.

use crate::app::{SaveState, use_prefs, use_workspace};
use crate::i18n::shell::{not_saved, saved_at};
use crate::ui::prelude::*;

/// Whether the plan is saved; what failed is said in full, with a way out, by [`super::banner::Banner`].
#[component]
pub fn Saved() -> impl IntoView {
    let prefs = use_prefs();
    let workspace = use_workspace();
    let state = workspace.save_state();
    let has_failed = Memo::new(move |_| state.with(|s| matches!(s, SaveState::Failed { .. })));
    let words = move || {
        let lang = prefs.lang().get();
        let t = &prefs.t().shell;
        state.with(|s| match s {
            SaveState::Untouched => t.untouched.to_owned(),
            SaveState::Saving => t.saving.to_owned(),
            SaveState::Saved { at } => saved_at(at, lang),
            SaveState::Failed { reason } => not_saved(reason, lang),
            SaveState::ReadOnly(_) => t.read_only.to_owned(),
        })
    };
    // The reason of a failure may be long: the bar says that there is one, the line below it says which.
    let short = move || {
        if has_failed.get() {
            prefs.t().shell.not_saved.to_owned()
        } else {
            words()
        }
    };
    let name = move || {
        state.with(|s| match s {
            SaveState::Untouched => "untouched",
            SaveState::Saving => "saving",
            SaveState::Saved { .. } => "saved",
            SaveState::Failed { .. } => "failed",
            SaveState::ReadOnly(_) => "read-only",
        })
    };
    let class = move || {
        state.with(|s| match s {
            SaveState::Saved { .. } => "saved",
            SaveState::Untouched | SaveState::Saving => "saved wait",
            SaveState::Failed { .. } => "saved fail",
            SaveState::ReadOnly(_) => "saved lock",
        })
    };
    view! {
        <span class=class data-test="saved-state" data-value=name title=words>{short}</span>
        // Only a failure is worth interrupting for.
        <span class="vh" role="alert">{move || has_failed.get().then(words)}</span>
    }
}
