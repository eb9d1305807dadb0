//! Keys, mouse and clipboard of the table: one handler for all cells.

use super::state::Sheet;
use crate::edit::Command;
use crate::model::{CriterionEntry, CriterionState, Pick};
use crate::platform::{clipboard, dom};
use crate::sheet::{CellPlace, CursorStep, Selection, clear, copy, fill_down, paste, same_entry};
use crate::ui::prelude::*;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

/// A key on a cell.
pub fn on_key(sheet: Sheet, event: &KeyboardEvent) {
    let Some(cell) = cell_of(event.target()) else { return };
    if event.is_composing() || event.alt_key() {
        return;
    }
    follow(sheet, &cell);
    let Some(selection) = sheet.selected_untracked() else {
        return;
    };
    let size = sheet.size();
    let (key, command, shift) = (event.key(), event.ctrl_key() || event.meta_key(), event.shift_key());
    if let Some(step) = CursorStep::of_key(&key, command) {
        event.prevent_default();
        sheet.select(selection.step_to(step, shift, size));
        return;
    }
    match (key.as_str(), command) {
        ("Tab", false) => {
            let next = selection.tab_to(shift, size).filter(|_| !sheet.loose.get_untracked());
            if let Some(next) = next {
                event.prevent_default();
                sheet.select(next);
            }
        }
        ("Escape", false) => {
            sheet.select(Selection::at(selection.focus));
            sheet.loose.set(true);
        }
        ("Enter" | "F2", false) => {
            event.prevent_default();
            sheet.edit(&sheet.cursor_text());
        }
        (" ", false) => {
            event.prevent_default();
            cycle_state(sheet);
        }
        ("Delete" | "Backspace", false) => {
            event.prevent_default();
            sheet.change_selection(clear);
        }
        ("d" | "D", true) => {
            event.prevent_default();
            sheet.change_selection(fill_down);
        }
        ("a" | "A", true) => {
            event.prevent_default();
            sheet.select(Selection::at(CellPlace::default()).step_to(CursorStep::Last, true, size));
        }
        // The letter itself is typed by the browser, into the field that has the focus by then.
        (key, false) if key.chars().count() == 1 || key == "Process" => sheet.edit(""),
        _ => {}
    }
}

/// The focus may have come to a cell by other ways than ours.
fn follow(sheet: Sheet, cell: &Element) {
    if let Some(place) = place(sheet, cell)
        && sheet.selected_untracked().map(|s| s.focus) != Some(place)
    {
        sheet.selection.set(Selection::at(place));
    }
}

/// The next state of the cell with the cursor: met, in progress, open, met.
fn cycle_state(sheet: Sheet) {
    let cell = sheet.selected_untracked().and_then(|s| sheet.cursor(s));
    let now = cell.and_then(|(row, col)| sheet.matrix.with_untracked(|m| m.entry(row, col).map(|e| e.state)));
    set_state(
        sheet,
        match now {
            Some(CriterionState::Met) => CriterionState::InProgress,
            Some(CriterionState::InProgress) => CriterionState::Open,
            _ => CriterionState::Met,
        },
    );
}

/// Sets the state of all selected cells; what is met or unknown has no cost and no months. Those that go are kept in mind
/// while the screen is open, for when the cell is worked on after all.
pub fn set_state(sheet: Sheet, state: CriterionState) {
    sheet.change_selection(|matrix, shown_rows, span| {
        let rows = (span.top..=span.bottom).filter_map(|row| shown_rows.get(row));
        let cells = rows.flat_map(|row| (span.left..=span.right).map(move |col| (*row, col)));
        cells
            .filter_map(|(row, col)| {
                let old = matrix.entry(row, col);
                let to_do = matches!(state, CriterionState::Open | CriterionState::InProgress);
                let commune = matrix.rows.get(row)?.id.clone();
                let criterion = matrix.columns.get(col)?.0.clone();
                let numbers = sheet.numbers(&commune, &criterion, old, to_do);
                let new = CriterionEntry {
                    state,
                    cost: numbers.0.filter(|_| to_do),
                    months: numbers.1.filter(|_| to_do),
                    note: old.map(|e| e.note.clone()).unwrap_or_default(),
                    origin: Default::default(),
                };
                let new = Some(new).filter(|e| !same_entry(Some(e), None));
                (!same_entry(old, new.as_ref())).then_some((commune, criterion, new))
            })
            .collect()
    });
}

/// The mouse goes down on a cell.
pub fn on_mouse_down(sheet: Sheet, event: &MouseEvent) {
    let Some(cell) = cell_of(event.target()).filter(|_| event.button() == 0) else {
        return;
    };
    if !sheet.commit() {
        event.prevent_default();
        return;
    }
    // A field that is being typed into commits to its own cell, before another one is selected.
    if let Some(active) = dom::document().and_then(|d| d.active_element()?.dyn_into::<HtmlElement>().ok()) {
        let _ = active.blur();
    }
    if let Some(place) = place(sheet, &cell) {
        let selection = sheet.selected_untracked().unwrap_or_default();
        event.prevent_default();
        sheet.select(selection.move_to(place, event.shift_key()));
    }
}

/// The mouse is drawn over cells.
pub fn on_mouse_over(sheet: Sheet, event: &MouseEvent) {
    if event.buttons() != 1 || sheet.draft.with_untracked(Option::is_some) {
        return;
    }
    let place = cell_of(event.target()).and_then(|cell| place(sheet, &cell));
    if let (Some(place), Some(selection)) = (place, sheet.selected_untracked())
        && selection.focus != place
    {
        sheet.select(selection.move_to(place, true));
    }
}

/// A click on the pick of a commune: free, fixed in, out.
pub fn on_click(sheet: Sheet, event: &MouseEvent) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let button = target.and_then(|t| t.closest("button.pk").ok().flatten());
    let Some(id) = button.and_then(|b| b.closest("tr").ok().flatten()?.get_attribute("data-commune")) else {
        return;
    };
    let scenario = sheet.workspace.scenario_id().get_untracked();
    let plan = sheet.workspace.plan_untracked();
    let pick = plan
        .scenario(&scenario)
        .and_then(|s| s.overrides.picks.get(&id))
        .copied();
    let next = match pick.unwrap_or_default() {
        Pick::Free => Pick::In,
        Pick::In => Pick::Out,
        Pick::Out => Pick::Free,
    };
    sheet.workspace.dispatch(Command::SetPick(scenario, id, next));
}

/// A double click opens the cell.
pub fn on_double_click(sheet: Sheet, event: &MouseEvent) {
    if cell_of(event.target()).is_some() {
        sheet.edit(&sheet.cursor_text());
    }
}

/// Copy, cut and paste while a cell has the focus.
pub fn listen_to_clipboard(sheet: Sheet) {
    for name in ["copy", "cut", "paste"] {
        let listener = clipboard::on_clipboard(name, move |event| {
            let active = dom::document().and_then(|d| d.active_element());
            let active = active.and_then(|e| cell_of(Some(e.unchecked_into())));
            let Some(cell) = active.or_else(|| cell_of(event.target())) else {
                return;
            };
            follow(sheet, &cell);
            let Some(selection) = sheet.selected_untracked() else {
                return;
            };
            let (matrix, rows) = (sheet.matrix.get_untracked(), sheet.shown_rows.get_untracked());
            if name == "paste" {
                event.prevent_default();
                if let Some(text) = clipboard::text(&event) {
                    paste_text(sheet, selection, text);
                }
                return;
            }
            clipboard::put(&event, &copy(&matrix, &rows.rows, selection.span(), sheet.lang));
            if name == "cut" {
                sheet.change(clear(&matrix, &rows.rows, selection.span()));
            }
        });
        StoredValue::new_local(listener);
    }
}

/// Pastes at once what can be read whole; the rest is shown in the dialog, nothing is changed.
fn paste_text(sheet: Sheet, selection: Selection, text: String) {
    let (matrix, rows) = (sheet.matrix.get_untracked(), sheet.shown_rows.get_untracked());
    let reading = paste(&matrix, &rows.rows, selection, &text, sheet.lang);
    if reading.errors.is_empty() {
        sheet.change(reading.changes);
    } else {
        sheet.paste_text.set(Some(text));
    }
}

/// The cell of the matrix an event happened in.
fn cell_of(target: Option<EventTarget>) -> Option<Element> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest("td.c").ok().flatten()
}

fn place(sheet: Sheet, cell: &Element) -> Option<CellPlace> {
    let commune = cell.closest("tr").ok().flatten()?.get_attribute("data-commune")?;
    let criterion = cell.get_attribute("data-criterion")?;
    sheet.place_of(&commune, &criterion)
}
