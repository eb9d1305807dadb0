//! New events: an empty one, or one of the library.

use super::super::{Here, here};
use crate::edit::Command;
use crate::i18n::events::words;
use crate::model::samples::events::{from_library, library};
use crate::model::{Event, Figure, Plan, Text};
use crate::ui::prelude::*;
use crate::ui::widgets::Select;

/// Buttons that add an event.
#[component]
pub fn AddEvent() -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let t = words(lang);
    let choices: Vec<(String, String)> = library()
        .into_iter()
        .map(|e| (e.id.clone(), e.name.get(lang).to_owned()))
        .collect();
    let choice = RwSignal::new(choices.first().map(|(id, _)| id.clone()).unwrap_or_default());
    let empty = move |_| {
        let plan = workspace.plan_untracked();
        here.tell(Command::PutEvent(new_event(&plan)));
    };
    let take = move |_| {
        let plan = workspace.plan_untracked();
        if let Some(event) = from_library(&plan, &choice.get_untracked()) {
            here.tell(Command::PutEvent(event));
        }
    };
    view! {
        <div class="in data-buttons no-print">
            <Select
                class="data-select"
                disabled=workspace.read_only()
                label=t.library
                test="event-library"
                choices=Signal::stored(choices)
                value=choice
                on_choose=Callback::new(move |id: String| choice.set(id))
            />
            <button type="button" class="btn" data-test="event-from-library" disabled=workspace.read_only() on:click=take>
                {t.from_library}
            </button>
            <button type="button" class="btn" data-test="event-add" disabled=workspace.read_only() on:click=empty>
                {t.add}
            </button>
        </div>
    }
}

/// An event that does nothing yet.
fn new_event(plan: &Plan) -> Event {
    use crate::model::Lang::{En, Vi};
    Event {
        id: plan.free_event_id("event"),
        name: Text::new(words(Vi).new_event, words(En).new_event),
        note: Text::default(),
        months: vec![],
        chance: Figure::assumption(0.5, Text::default()),
        on: false,
        effects: vec![],
    }
}
