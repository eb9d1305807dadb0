//! On paper only: what the scenario changes, below the head that every sheet has, and the reasons in full sentences.

use super::context::OverviewContext;
use crate::i18n::overview::{spoken_reason, spoken_source};
use crate::i18n::scenarios::summary;
use crate::ui::prelude::*;

/// The assumptions that differ from the plan.
#[component]
pub fn PrintHead() -> impl IntoView {
    let page = OverviewContext::new();
    let changes = move || {
        let lang = page.lang();
        let words = page.with_overrides(|plan, overrides| summary(plan, overrides, lang));
        format!("{}: {words}", page.t().print_changes)
    };
    view! { <p class="ov-print">{changes}</p> }
}

/// Reasons of all targets and sources, one sentence after the other.
#[component]
pub fn PrintReasons() -> impl IntoView {
    let page = OverviewContext::new();
    let list = move || {
        let (plan, evaluation, lang, unit) = (page.plan(), page.evaluation(), page.lang(), page.unit());
        let lines = (0..plan.lines.len()).map(|l| spoken_reason(&plan, &evaluation, l, unit, lang));
        let sources = (0..plan.sources.len()).map(|s| spoken_source(&plan, &evaluation, s, unit, lang));
        lines
            .chain(sources)
            .map(|reason| view! { <li>{reason}</li> })
            .collect_view()
    };
    view! {
        <section class="ov-print ov-why" data-test="print-reasons">
            <h2>{move || page.t().why}</h2>
            <ul>{list}</ul>
        </section>
    }
}
