//! On paper only: what the scenario asked about changes.

use crate::app::{use_prefs, use_workspace};
use crate::i18n::scenarios::summary;
use leptos::prelude::*;

/// The assumptions that differ from the plan.
#[component]
pub fn PrintHead() -> impl IntoView {
    let (workspace, prefs) = (use_workspace(), use_prefs());
    let changes = move || {
        let (plan, id) = (workspace.plan().get(), workspace.scenario_id().get());
        let words = plan
            .scenario(&id)
            .map(|s| summary(&plan, &s.overrides, prefs.lang().get()));
        format!("{}: {}", prefs.t().overview.print_changes, words.unwrap_or_default())
    };
    view! { <p class="ov-print">{changes}</p> }
}
