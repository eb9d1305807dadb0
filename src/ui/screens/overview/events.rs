//! Events of the plan as switches of the scenario.

use super::context::OverviewContext;
use crate::edit::Command;
use crate::engine::{EventEffect, measure_event_effects};
use crate::i18n::overview::event_sentence;
use crate::ui::prelude::*;
use crate::ui::widgets::Rows;

/// The switches. In a plain run an event that is on is certain.
#[component]
pub fn Events() -> impl IntoView {
    let page = OverviewContext::new();
    let ids = Memo::new(move |_| page.plan().events.iter().map(|e| e.id.clone()).collect::<Vec<_>>());
    // What each does alone is found anew when the levers rest.
    let effects = Memo::new(move |before: Option<&Vec<EventEffect>>| match before {
        Some(known) if page.dragging.get() => known.clone(),
        _ => {
            let (plan, id) = (page.plan(), page.work.scenario_id().get());
            measure_event_effects(&plan, plan.scenario(&id))
        }
    });
    let focused_event = RwSignal::new(None::<String>);
    let announcement = move || {
        let id = focused_event.get()?;
        let (plan, lang) = (page.plan(), page.lang());
        let event = plan.event(&id)?;
        let sentence = alone(page, effects, &id);
        Some(
            format!("{}: {sentence} {}", event.name.get(lang), event.note.get(lang))
                .trim()
                .to_owned(),
        )
    };
    view! {
        <div class="evs-box">
            <div class="evs" role="group" aria-label=move || page.t().events>
                <Rows each=move || ids.get() key=Clone::clone let:id>
                    <Switch id effects focused_event/>
                </Rows>
            </div>
            <p class="evs-said" data-test="event-said" aria-hidden="true">{announcement}</p>
        </div>
    }
}

/// What an event does to each target, alone, in words.
fn alone(page: OverviewContext, effects: Memo<Vec<EventEffect>>, id: &str) -> String {
    let (plan, lang) = (page.plan(), page.lang());
    effects.with(|effects| {
        let own = effects.iter().find(|e| e.event == *id);
        own.map(|e| event_sentence(&plan, e, lang)).unwrap_or_default()
    })
}

#[component]
fn Switch(
    /// Id of the event of the row.
    id: String,
    /// What each event does alone.
    effects: Memo<Vec<EventEffect>>,
    /// The event whose effect is shown: the one pointed at, focused, or switched last.
    focused_event: RwSignal<Option<String>>,
) -> impl IntoView {
    let page = OverviewContext::new();
    let (test, alone_test) = (format!("event-{id}-on"), format!("event-{id}-alone"));
    let id = StoredValue::new(id);
    let on = Memo::new(move |_| {
        page.with_overrides(|plan, overrides| {
            id.with_value(|id| {
                let own = plan.event(id).is_some_and(|e| e.on);
                overrides.events.get(id).copied().unwrap_or(own)
            })
        })
    });
    let name = Memo::new(move |_| {
        let lang = page.lang();
        id.with_value(|id| {
            page.plan()
                .event(id)
                .map_or_else(String::new, |e| e.name.get(lang).to_owned())
        })
    });
    // On each target, of this event alone.
    let alone = move || id.with_value(|id| alone(page, effects, id));
    let tell = move || focused_event.set(Some(id.get_value()));
    let set = move |checked: bool| {
        tell();
        let id = id.get_value();
        let own = page.work.plan_untracked().event(&id).is_some_and(|e| e.on);
        page.work.dispatch(Command::SetEvent(
            page.scenario(),
            id,
            (checked != own).then_some(checked),
        ));
    };
    view! {
        <label
            on:pointerenter=move |_| tell()
            on:pointerleave=move |_| focused_event.set(None)
            on:focusin=move |_| tell()
            on:focusout=move |_| focused_event.set(None)
        >
            <input
                type="checkbox"
                data-test=test
                data-value=move || on.get().to_string()
                disabled=page.work.read_only()
                prop:checked=on
                on:change=move |event| set(event_target_checked(&event))
            />
            <span>{move || name.get()}</span>
            <small class="vh" data-test=alone_test>{alone}</small>
        </label>
    }
}
