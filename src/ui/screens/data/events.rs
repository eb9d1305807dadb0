//! Events that may happen: chance, months, and how strongly they act.

use super::field::PlanField;
use super::place::{self, Section};
use super::rounds::month_of_year;
use super::slot::Slot;
use super::{Here, Panel, here};
use crate::edit::{Command, FigureField};
use crate::engine::{EventEffect, event_effects};
use crate::i18n::data::effect;
use crate::i18n::overview::event_sentence;
use crate::model::{Effect, Event, EventId, EventMonth};
use crate::sort;
use crate::ui::widgets::Rows;
use leptos::prelude::*;

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
        workspace.plan().with(|p| event_effects(p, p.scenario(&shown)))
    });
    view! {
        <Panel section=Section::Events>
            <p class="in mut sm">{t.events_hint}</p>
            <div class="data-events">
                <Rows each=move || ids.get() key=|id| id.clone() children=move |id| view! { <EventCard id effects/> }/>
            </div>
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
    let words = Memo::new(move |_| {
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
    let name = move || words.get().map(|(name, _)| name).unwrap_or_default();
    view! {
        <article class="data-event" id=base.clone() data-test=base.clone() tabindex="-1" aria-label=name>
            <h3>{name}</h3>
            <p class="mut sm">{move || words.get().map(|(_, note)| note)}</p>
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
                    {t.chance}" "<PlanField of=Slot::Figure(FigureField::EventChance(id.clone()))/>
                </span>
            </div>
            <Months id=id.clone() base=base.clone()/>
            <Effects id/>
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
            here.tell(Command::PutEvent(toggled(event, month)));
        }
    });
    let button = move |month: u8| {
        let held = move || months.with(|m| m.contains(&month));
        view! {
            <button
                type="button"
                class="data-month"
                aria-pressed=move || held().to_string()
                data-test=format!("{base}-month-{month}")
                data-value=move || held().to_string()
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
            let slot = Slot::MonthChance(id.clone(), month);
            view! { <span class="data-inline">{month_of_year(month, lang)}" "<PlanField of=slot mark=false/></span> }
        };
        months.into_iter().map(field).collect_view()
    };
    view! {
        <div class="data-row" role="group" aria-label=t.event_months>
            <span class="sm">{t.event_months}</span>
            <span class="data-toggles">{(1..=12).map(button).collect_view()}</span>
        </div>
        <Show when=move || months.with(|m| !m.is_empty())>
            <div class="data-row"><span class="sm">{t.month_chance}</span></div>
        </Show>
        <div class="data-row">{chances}</div>
    }
}

/// The event with this month added (certain) or taken away, months in order.
fn toggled(event: &Event, month: u8) -> Event {
    let mut event = event.clone();
    let before = event.months.len();
    event.months.retain(|m| m.month != month);
    if event.months.len() == before {
        event.months.push(EventMonth { month, chance: 1.0 });
        sort::by_key(&mut event.months, |m| m.month);
    }
    event
}

#[component]
fn Effects(id: EventId) -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let plan = workspace.plan();
    let read = id.clone();
    // Made anew only when an effect changes its kind or whom it hits, not with its number.
    let effects = Memo::new(move |_| {
        plan.with(|p| {
            let told = |e: &Effect| effect(e, p, lang);
            p.event(&read)
                .map(|e| e.effects.iter().map(told).collect::<Vec<_>>())
                .unwrap_or_default()
        })
    });
    let row = move |(index, (before, after)): (usize, (String, String))| {
        let slot = Slot::Effect(id.clone(), index);
        view! { <li>{before}" "<PlanField of=slot mark=false/>" "{after}</li> }
    };
    view! {
        <ul class="data-effects" aria-label=t.effects>
            {move || effects.get().into_iter().enumerate().map(row.clone()).collect_view()}
        </ul>
    }
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
        let without = toggled(floods, 10);
        assert_eq!(without.months.iter().map(|m| m.month).collect::<Vec<_>>(), [9, 11]);
        assert_eq!(toggled(&without, 10), *floods);
    }
}
