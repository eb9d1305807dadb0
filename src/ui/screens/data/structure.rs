//! Parts for lists that can grow and shrink: a field that adds, buttons that move and delete a row, a field for a text.

use super::{Here, here};
use crate::app::use_toasts;
use crate::edit::Command;
use crate::i18n::data;
use crate::ui::prelude::*;
use crate::ui::widgets::{EditField, Icon, Shape};

/// A field and a button that add something by its name.
#[component]
pub fn AddRow(
    /// Name of the field.
    label: &'static str,
    /// Word on the button.
    word: &'static str,
    /// Start of the `data-test` names: `NAME-name`, `NAME-add`.
    test: &'static str,
    /// The command that adds what was named.
    add: fn(Here, String) -> Command,
) -> impl IntoView {
    let here = here();
    let name = RwSignal::new(String::new());
    let send = move || {
        let text = name.get_untracked().trim().to_owned();
        if !text.is_empty() && here.workspace.dispatch(add(here, text)) {
            name.set(String::new());
        }
    };
    view! {
        <form
            class="in data-row no-print"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <input
                type="text"
                class="field words"
                maxlength="200"
                placeholder=label
                aria-label=label
                data-test=format!("{test}-name")
                disabled=here.workspace.read_only()
                prop:value=name
                on:input=move |event| name.set(event_target_value(&event))
            />
            <button type="submit" class="btn" data-test=format!("{test}-add") disabled=here.workspace.read_only()>{word}</button>
        </form>
    }
}

/// Buttons of a row: up, down, delete.
#[component]
pub fn RowActions(
    /// `data-test` name of the row: `ROW-up`, `ROW-down`, `ROW-delete`.
    base: String,
    /// Name of what the row is about.
    #[prop(into)]
    name: Signal<String>,
    /// Place of the row, 0-based, and how many there are; nothing if the order is fixed.
    #[prop(optional)]
    place: Option<Memo<(usize, usize)>>,
    /// The command that moves the row to a place.
    #[prop(optional)]
    shift: Option<Callback<usize, Command>>,
    /// The command that deletes it.
    #[prop(into)]
    delete: Callback<(), Command>,
) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let toasts = use_toasts();
    let moves = place.zip(shift).map(|(place, shift)| {
        let button = |up: bool| {
            let to = move || {
                let (at, count) = place.get();
                if up {
                    at.checked_sub(1)
                } else {
                    Some(at + 1).filter(|to| *to < count)
                }
            };
            let word = if up { t.move_up } else { t.move_down };
            let test = format!("{base}-{}", if up { "up" } else { "down" });
            view! {
                <button
                    type="button"
                    class="btn small icon"
                    aria-label=move || format!("{}: {word}", name.get())
                    title=word
                    data-test=test
                    disabled=move || to().is_none() || workspace.read_only().get()
                    on:click=move |_| {
                        if let Some(to) = untrack(to) {
                            here.tell(shift.run(to));
                        }
                    }
                >
                    <Icon shape=if up { Shape::Up } else { Shape::Down }/>
                </button>
            }
        };
        (button(true), button(false))
    });
    view! {
        <span class="data-acts no-print">
            {moves}
            <button
                type="button"
                class="btn small icon"
                aria-label=move || format!("{}: {}", name.get(), t.delete)
                title=t.delete
                data-test=format!("{base}-delete")
                disabled=workspace.read_only()
                on:click=move |_| {
                    let removed_name = name.get_untracked();
                    if workspace.dispatch(delete.run(())) {
                        toasts.show(data::deletion(&removed_name, lang));
                    }
                }
            >
                <Icon shape=Shape::Trash/>
            </button>
        </span>
    }
}

/// A field for a text of the plan.
#[component]
pub fn TextField(
    /// The text as it is.
    #[prop(into)]
    text: Signal<String>,
    /// Name for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// `data-test` name.
    #[prop(into)]
    test: String,
    /// The command that sets it.
    #[prop(into)]
    command: Callback<String, Command>,
) -> impl IntoView {
    let here = here();
    let commit = Callback::new(move |entry: String| here.ask(command.run(entry.trim().to_owned())));
    view! { <EditField text on_commit=commit label test number=false disabled=here.workspace.read_only()/> }
}
