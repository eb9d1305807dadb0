//! The field that lies over a cell while it is typed into. It is always there, so that the first letter finds it.

use super::state::{Sheet, use_sheet};
use crate::formats::number::{MoneyUnit, money_with_unit};
use crate::i18n::overview;
use crate::sheet::{CursorStep, read_as};
use crate::ui::prelude::*;
use leptos::ev::KeyboardEvent;

/// The field over the cell.
#[component]
pub fn Editor() -> impl IntoView {
    let sheet = use_sheet();
    let on = move || sheet.draft.with(Option::is_some);
    let error = Memo::new(move |_| sheet.draft.with(|d| d.as_ref().and_then(|d| d.error.clone())));
    // A small number is told as it is read before it is kept.
    let read = Memo::new(move |_| {
        let text = sheet.draft.with(|d| d.as_ref().map(|d| d.text.clone()))?;
        let cost = read_as(&text, sheet.lang)?;
        let amount = money_with_unit(cost, MoneyUnit::Million, sheet.lang);
        Some(overview::read_as(&amount, sheet.lang))
    });
    let style = move || {
        sheet.draft.with(|d| {
            d.as_ref().map_or(String::new(), |d| {
                let (left, top, width) = d.at;
                format!("left:{left}px;top:{top}px;min-width:{}px", width.max(170))
            })
        })
    };
    // Taken away while somebody types, with the screen: that is leaving it too.
    on_cleanup(move || {
        untrack(|| sheet.commit());
    });
    view! {
        <div class="cm-edit" class:on=on style=style>
            <input
                node_ref=sheet.editor
                type="text"
                class="field words"
                autocomplete="off"
                spellcheck="false"
                tabindex="-1"
                data-test="criterion-editor"
                aria-label=sheet.t.edit_cell
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby="criterion-editor-message"
                on:input=move |event| {
                    let text = event_target_value(&event);
                    sheet.draft.update(|d| if let Some(draft) = d {
                        draft.text = text;
                        draft.error = None;
                    });
                }
                on:blur=move |_| {
                    // Left after its signals are gone, if the screen is taken away.
                    if error.try_get_untracked() == Some(None) {
                        sheet.commit();
                    }
                }
                on:keydown=move |event| on_key(sheet, &event)
            />
            {move || error.get().map(|reason| view! {
                <span class="field-msg bad" id="criterion-editor-message" data-test="criterion-error" role="alert">{reason}</span>
            })}
            {move || read.get().filter(|_| error.with(Option::is_none)).map(|read| view! {
                <span class="field-msg" data-test="criterion-read-as" role="status">{read}</span>
            })}
        </div>
    }
}

fn on_key(sheet: Sheet, event: &KeyboardEvent) {
    // Keys that compose a letter belong to the letter.
    if event.is_composing() {
        return;
    }
    // The table below must not take the key as its own.
    event.stop_propagation();
    let step = match (event.key().as_str(), event.shift_key()) {
        ("Enter", false) => CursorStep::Down,
        ("Enter", true) => CursorStep::Up,
        ("Tab", false) => CursorStep::Right,
        ("Tab", true) => CursorStep::Left,
        ("Escape", _) => {
            sheet.draft.set(None);
            sheet.focus();
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if sheet.commit()
        && let Some(selection) = sheet.selected_untracked()
    {
        sheet.select(selection.step_to(step, false, sheet.size()));
    }
}
