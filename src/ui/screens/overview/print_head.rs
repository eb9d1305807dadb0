//! On paper only: plan, scenario, date, and what the scenario changes.

use super::page::Page;
use crate::formats::number::date_iso;
use crate::i18n::scenarios::summary;
use crate::platform::clock;
use leptos::prelude::*;

/// Head of the printed sheet.
#[component]
pub fn PrintHead() -> impl IntoView {
    let page = Page::new();
    let title = move || {
        let (lang, id, plan) = (page.lang(), page.work.scenario_id().get(), page.plan());
        let scenario = plan.scenario(&id).map_or("", |s| s.name.get(lang));
        format!("{} · {} · {scenario}", plan.district.get(lang), plan.name.get(lang))
    };
    let changes = move || {
        let lang = page.lang();
        let words = page.with_overrides(|plan, overrides| summary(plan, overrides, lang));
        format!("{}: {words}", page.t().print_changes)
    };
    // The plan is read so that a sheet printed after an edit carries the day of the edit.
    let printed = move || {
        page.work.snapshot().track();
        format!("{} {}", page.t().print_date, date_iso(&clock::iso_date()))
    };
    view! {
        <div class="print-head">
            <div><b>{title}</b><br/>{changes}</div>
            <div class="nw">{printed}</div>
        </div>
    }
}
