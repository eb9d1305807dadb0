//! On paper only: which communes, of which plan and scenario, printed when.

use super::state::use_sheet;
use crate::formats::number::date_iso;
use crate::i18n::communes as words;
use crate::i18n::scenarios::name_or_id;
use crate::platform::clock;
use crate::ui::prelude::*;

/// Head of the printed sheet.
#[component]
pub fn PrintHead() -> impl IntoView {
    let sheet = use_sheet();
    let title = move || {
        let (lang, id) = (sheet.lang, sheet.workspace.scenario_id().get());
        let tab = sheet
            .level
            .get()
            .map(|level| words::tab(level, sheet.matrix.with(|m| m.rows.len()), lang));
        sheet.workspace.plan().with(|plan| {
            let scenario = plan.scenario(&id).map_or("", |s| name_or_id(&s.name, &s.id, lang));
            let parts = [plan.district.get(lang), plan.name.get(lang), scenario];
            let mut title = parts.join(" · ");
            if let Some(tab) = tab {
                title.push_str(" · ");
                title.push_str(&tab);
            }
            title
        })
    };
    let printed_words = move || {
        sheet.workspace.snapshot().track();
        date_iso(&clock::iso_date())
    };
    view! {
        <div class="print-head">
            <b>{title}</b>
            <span class="nw">{printed_words}</span>
        </div>
    }
}
