//! On paper only: what is compared, of which plan, printed when.

use crate::app::{use_prefs, use_workspace};
use crate::formats::number::date_iso;
use crate::platform::clock;
use crate::ui::prelude::*;

/// Head of the printed sheet.
#[component]
pub fn PrintHead() -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let title = move || {
        let lang = prefs.lang().get();
        let plan = workspace.plan().get();
        let title = prefs.t().scenarios.comparison;
        format!("{} · {} · {title}", plan.district.get(lang), plan.name.get(lang))
    };
    // The plan is read so that a sheet printed after an edit carries the day of the edit.
    let printed_words = move || {
        workspace.snapshot().track();
        date_iso(&clock::iso_date())
    };
    view! {
        <div class="print-head">
            <b>{title}</b>
            <span class="nw">{printed_words}</span>
        </div>
    }
}
