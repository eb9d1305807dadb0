//! On paper only: what the scenario asked about changes, and the question in words.

use crate::app::{use_optimiser, use_prefs, use_workspace};
use crate::i18n::optimise::question;
use crate::i18n::scenarios::summary;
use crate::ui::prelude::*;

/// The assumptions that differ from the plan, and what was asked.
#[component]
pub fn PrintHead() -> impl IntoView {
    let (optimiser, workspace, prefs) = (use_optimiser(), use_workspace(), use_prefs());
    let changes = move || {
        let (plan, id) = (workspace.plan().get(), workspace.scenario_id().get());
        let words = plan
            .scenario(&id)
            .map(|s| summary(&plan, &s.overrides, prefs.lang().get()));
        format!("{}: {}", prefs.t().overview.print_changes, words.unwrap_or_default())
    };
    // Of the answer below, if there is one; what is asked on the page may be another by now.
    let draft = move || {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        let now = optimiser.draft().get();
        let draft = optimiser.result().with(|f| f.as_ref().map_or(now, |f| f.draft.clone()));
        let prices = draft.all_prices(&plan);
        let chance = draft.chance.filter(|_| prices.is_none());
        let lines = question(&plan, &draft.question(&plan), chance, prices.as_deref(), lang);
        lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
    };
    view! {
        <p class="ov-print">{changes}</p>
        <div class="op-paper" data-test="optimise-asked">{draft}</div>
    }
}
