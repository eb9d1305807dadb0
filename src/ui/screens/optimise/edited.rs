//! Whether the scenario shown was edited since it was optimised.

use crate::app::{use_prefs, use_workspace};
use crate::optimise::is_edited_since;
use crate::ui::prelude::*;

/// Says so; nothing otherwise.
#[component]
pub fn EditedMark() -> impl IntoView {
    let (prefs, workspace) = (use_prefs(), use_workspace());
    let is_edited = Memo::new(move |_| {
        let evaluation = workspace.evaluation().get();
        let id = workspace.scenario_id().get();
        workspace.plan().with(|plan| {
            let own = plan.scenario(&id).and_then(|s| s.overrides.schedule.as_ref());
            is_edited_since(&evaluation.inputs, own.unwrap_or(&plan.schedule))
        })
    });
    move || {
        let words =
            || view! { <span class="risk" data-test="edited-since">{move || prefs.t().optimise.edited_shown}</span> };
        is_edited.get().then(words)
    }
}
