//! What would make a missed target: the cheapest single changes, each with a button that makes it.

use super::context::OverviewContext;
use super::detail::place;
use crate::edit::fix_command;
use crate::engine::{Fix, find_fixes};
use crate::i18n::overview::fix_sentence;
use crate::ui::prelude::*;

/// The changes for the line with this id; nothing for a target that is met.
#[component]
pub fn Fixes(id: RwSignal<String>) -> impl IntoView {
    let page = OverviewContext::new();
    let misses = Memo::new(move |_| {
        let l = place(&page.plan(), &id.get());
        l.is_some_and(|l| {
            page.evaluation()
                .outcome
                .lines
                .get(l)
                .is_some_and(|line| !line.is_met())
        })
    });
    let fixes_of = Memo::new(move |_| {
        let (plan, evaluation) = (page.plan(), page.evaluation());
        let scenario = page.work.scenario_id().get();
        let l = place(&plan, &id.get());
        l.map_or_else(Vec::new, |l| {
            find_fixes(&plan, plan.scenario(&scenario), &evaluation, l)
        })
    });
    let make = move |fix: &Fix| {
        let plan = page.work.plan_untracked();
        if let Some(command) = fix_command(&plan, &page.scenario(), &id.get_untracked(), &fix.change) {
            page.work.dispatch(command);
        }
    };
    let row = move |(index, fix): (usize, Fix)| {
        let plan = page.plan();
        let sentence = place(&plan, &id.get()).map(|l| fix_sentence(&plan, l, &fix, page.unit(), page.lang()));
        let money = fix.money.to_string();
        view! {
            <li data-test=format!("fix-{index}") data-value=money>
                <span>{sentence}</span>
                <button
                    type="button"
                    class="btn"
                    data-test=format!("fix-{index}-apply")
                    disabled=page.work.read_only()
                    on:click=move |_| make(&fix)
                >
                    {page.t().fix_apply}
                </button>
            </li>
        }
    };
    let list = move || {
        let fixes_of = fixes_of.get();
        if fixes_of.is_empty() {
            return view! { <p class="mut">{page.t().fixes_none}</p> }.into_any();
        }
        let rows = fixes_of.into_iter().enumerate().map(row).collect_view();
        view! { <ol class="dt-fix">{rows}</ol> }.into_any()
    };
    view! {
        <Show when=move || misses.get()>
            <section class="dt-wide">
                <h3>{move || page.t().fixes}</h3>
                {list}
            </section>
        </Show>
    }
}
