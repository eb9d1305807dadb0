//! Events of the plan as switches of the scenario.

use super::page::Page;
use crate::edit::Command;
use crate::ui::widgets::Rows;
use leptos::prelude::*;

/// The switches. In a plain run an event that is on is certain.
#[component]
pub fn Events() -> impl IntoView {
    let page = Page::new();
    let ids = Memo::new(move |_| page.plan().events.iter().map(|e| e.id.clone()).collect::<Vec<_>>());
    view! {
        <div class="evs" role="group" aria-label=move || page.t().events>
            <Rows each=move || ids.get() key=Clone::clone let:id>
                <Switch id/>
            </Rows>
        </div>
    }
}

#[component]
fn Switch(id: String) -> impl IntoView {
    let page = Page::new();
    let test = format!("event-{id}-on");
    let id = StoredValue::new(id);
    let on = Memo::new(move |_| {
        page.with_overrides(|plan, overrides| {
            id.with_value(|id| {
                let own = plan.event(id).is_some_and(|e| e.on);
                overrides.events.get(id).copied().unwrap_or(own)
            })
        })
    });
    let words = Memo::new(move |_| {
        let lang = page.lang();
        id.with_value(|id| {
            page.plan().event(id).map_or_else(Default::default, |e| {
                (e.name.get(lang).to_owned(), e.note.get(lang).to_owned())
            })
        })
    });
    let set = move |checked: bool| {
        let id = id.get_value();
        let own = page.work.plan_untracked().event(&id).is_some_and(|e| e.on);
        page.work.dispatch(Command::SetEvent(
            page.scenario(),
            id,
            (checked != own).then_some(checked),
        ));
    };
    view! {
        <label title=move || words.with(|w| w.1.clone())>
            <input
                type="checkbox"
                data-test=test
                data-value=move || on.get().to_string()
                disabled=page.work.read_only()
                prop:checked=on
                on:change=move |event| set(event_target_checked(&event))
            />
            <span>{move || words.with(|w| w.0.clone())}</span>
        </label>
    }
}
