//! Events that may happen: name, chance, months, and what they do; from an empty one or from the library.

mod effects;
mod library;

use super::field::PlanField;
use super::place::{self, Section};
use super::rounds::month_of_year;
use super::{Here, Panel, here};
use crate::edit::Command;
use crate::engine::{EventEffect, measure_event_effects};
use crate::i18n::events::words;
use crate::i18n::overview::event_sentence;
use crate::model::field::{Field, FigureField};
use crate::model::{Event, EventId, EventMonth};
use crate::sort;
use crate::ui::prelude::*;
use crate::ui::widgets::{EditField, Rows};

/// Events in plan order.
#[component]
pub fn EventsPanel() -> impl IntoView {
    let Here { workspace, t, .. } = here();
    let ids = Memo::new(move |_| {
        workspace
            .plan()
            .with(|p| p.events.iter().map(|e| e.id.clone()).collect::<Vec<_>>())
    });
    let effects = Memo::new(move |_| {
        let shown = workspace.scenario_id().get();
        workspace.plan().with(|p| measure_event_effects(p, p.scenario(&shown)))
    });
    view! {
        <Panel section=Section::Events>
            <p class="in mut sm">{t.events_hint}</p>
            <div class="data-events">
                <Rows each=move || ids.get() key=|id| id.clone() children=move |id| view! { <EventCard id effects/> }/>
            </div>
            <library::AddEvent/>
        </Panel>
    }
}

#[component]
fn EventCard(id: EventId, effects: Memo<Vec<EventEffect>>) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let plan = workspace.plan();
    let base = place::element(&format!("/events/{id}"));
    let read = id.clone();
    let chance_words = Memo::new(move |_| {
        plan.with(|p| {
            p.event(&read)
                .map(|e| (e.name.get(lang).to_owned(), e.note.get(lang).to_owned()))
        })
    });
    let read = id.clone();
    let on = Memo::new(move |_| plan.with(|p| p.event(&read).is_some_and(|e| e.on)));
    let read = id.clone();
    let alone = move || {
        let effects = effects.get();
        let own = effects.iter().find(|e| e.event == read);
        own.map(|e| plan.with(|p| event_sentence(p, e, lang)))
    };
    let put = id.clone();
    let switch = move |on: bool| {
        if let Some(event) = workspace.plan_untracked().event(&put) {
            here.tell(Command::PutEvent(Event { on, ..event.clone() }));
        }
    };
    let name = move || chance_words.get().map(|(name, _)| name).unwrap_or_default();
    let e = words(lang);
    let put = StoredValue::new(id.clone());
    let edit = move |change: &dyn Fn(&mut Event)| {
        let Some(mut event) = workspace.plan_untracked().event(&put.get_value()).cloned() else {
            return Err(t.gone.to_owned());
        };
        change(&mut event);
        here.ask(Command::PutEvent(event))
    };
    let rename = Callback::new(move |entry: String| edit(&|event| event.name.set(lang, entry.clone())));
    let remark = Callback::new(move |entry: String| edit(&|event| event.note.set(lang, entry.clone())));
    view! {
        <article class="data-event" id=base.clone() data-test=base.clone() tabindex="-1" aria-label=name>
            <h3 class="data-event-name">
                <EditField
                    text=Signal::derive(name)
                    on_commit=rename
                    label=e.name
                    test=format!("{base}-name")
                    number=false
                    disabled=workspace.read_only()
                />
                <button
                    type="button"
                    class="link no-print"
                    data-test=format!("{base}-delete")
                    disabled=workspace.read_only()
                    on:click=move |_| here.tell(Command::DeleteEvent(put.get_value()))
                >
                    {e.delete}
                </button>
            </h3>
            <EditField
                text=Signal::derive(move || chance_words.get().map(|(_, note)| note).unwrap_or_default())
                on_commit=remark
                label=e.note
                test=format!("{base}-note")
                number=false
                class="sm"
                disabled=workspace.read_only()
            />
            <p class="sm" data-test=format!("{base}-alone")>{alone}</p>
            <div class="data-row">
                <label class="check">
                    <input
                        type="checkbox"
                        data-test=format!("{base}-on")
                        data-value=move || on.get().to_string()
                        disabled=workspace.read_only()
                        prop:checked=on
                        on:change=move |event| switch(event_target_checked(&event))
                    />
                    {t.on_by_default}
                </label>
                <span class="data-inline">
                    {t.chance}" "<PlanField of=Field::Figure(FigureField::EventChance(id.clone()))/>
                </span>
            </div>
            <Months id=id.clone() base=base.clone()/>
            <effects::Effects id/>
        </article>
    }
}

/// The months in which the event acts, each with its chance.
#[component]
fn Months(id: EventId, base: String) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let plan = workspace.plan();
    let read = id.clone();
    let months = Memo::new(move |_| {
        let of = |e: &Event| e.months.iter().map(|m| m.month).collect::<Vec<_>>();
        plan.with(|p| p.event(&read).map(of).unwrap_or_default())
    });
    let put = id.clone();
    let toggle = Callback::new(move |month: u8| {
        if let Some(event) = workspace.plan_untracked().event(&put) {
            here.tell(Command::PutEvent(toggle_month(event, month)));
        }
    });
    let button = move |month: u8| {
        let has_month = move || months.with(|m| m.contains(&month));
        view! {
            <button
                type="button"
                class="data-month"
                aria-pressed=move || has_month().to_string()
                data-test=format!("{base}-month-{month}")
                data-value=move || has_month().to_string()
                disabled=workspace.read_only()
                on:click=move |_| toggle.run(month)
            >
                {month_of_year(month, lang)}
            </button>
        }
    };
    let chances = move || {
        let mut months = months.get();
        sort::by(&mut months, Ord::cmp);
        let field = |month: u8| {
            let field = Field::MonthChance(id.clone(), month);
            view! { <span class="data-inline">{month_of_year(month, lang)}" "<PlanField of=field mark=false/></span> }
        };
        months.into_iter().map(field).collect_view()
    };
    view! {
        <div class="data-row" role="group" aria-label=t.event_months>
            <span class="sm">{t.event_months}</span>
            <span class="data-toggles">{(1..=12).map(button).collect_view()}</span>
        </div>
        <p class="mut sm">
            {move || if months.with(|m| m.is_empty()) { words(lang).no_months } else { words(lang).from_first_month }}
        </p>
        <Show when=move || months.with(|m| !m.is_empty())>
            <div class="data-row"><span class="sm">{t.month_chance}</span></div>
        </Show>
        <div class="data-row">{chances}</div>
    }
}

/// The event with this month added (certain) or taken away, months in order.
fn toggle_month(event: &Event, month: u8) -> Event {
    let mut event = event.clone();
    let before = event.months.len();
    event.months.retain(|m| m.month != month);
    if event.months.len() == before {
        event.months.push(EventMonth { month, chance: 1.0 });
        sort::by_key(&mut event.months, |m| m.month);
    }
    event
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn a_month_switched_off_and_on_again_is_certain_and_in_its_place() {
        let plan = samples::default_plan();
        let floods = plan.event("floods").unwrap();
        let without = toggle_month(floods, 10);
        assert_eq!(without.months.iter().map(|m| m.month).collect::<Vec<_>>(), [9, 11]);
        assert_eq!(toggle_month(&without, 10), *floods);
    }
}
