//! On paper only: what the scenario changes, below the head that every sheet has.

use super::page::Page;
use crate::i18n::scenarios::summary;
use leptos::prelude::*;

/// The assumptions that differ from the plan.
#[component]
pub fn PrintHead() -> impl IntoView {
    let page = Page::new();
    let changes = move || {
        let lang = page.lang();
        let words = page.with_overrides(|plan, overrides| summary(plan, overrides, lang));
        format!("{}: {words}", page.t().print_changes)
    };
    view! { <p class="ov-print">{changes}</p> }
}
