//! Moving between the fields of a table: arrows up and down and Enter go to the same column of the next row.

use leptos::ev::KeyboardEvent;
use leptos::prelude::set_timeout;
use leptos::wasm_bindgen::JsCast;
use std::time::Duration;
use web_sys::{Element, HtmlElement};

/// Moves the focus to the field above or below. Put it on the table as `on:keydown`.
pub fn move_between_rows(event: KeyboardEvent) {
    let key = event.key();
    if !matches!(key.as_str(), "ArrowDown" | "ArrowUp" | "Enter") {
        return;
    }
    // Only from text fields: arrows and Enter mean other things on buttons and lists.
    let field = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let Some(field) = field.filter(|f| f.matches("input.field").unwrap_or(false)) else {
        return;
    };
    let Some(next) = neighbour(&field, key != "ArrowUp") else {
        return;
    };
    event.prevent_default();
    if key != "Enter" {
        let _ = next.focus();
        return;
    }
    // Enter has committed what was typed; the field says so only after the page has followed. A refused text keeps
    // the focus, to be mended.
    set_timeout(
        move || {
            if field.get_attribute("aria-invalid").is_none() {
                let _ = next.focus();
            }
        },
        Duration::ZERO,
    );
}

/// The first field in the same column of the nearest row that has one.
fn neighbour(field: &Element, down: bool) -> Option<HtmlElement> {
    let cell = field.closest("td").ok().flatten()?;
    let mut column = 1;
    // From the end: a heading over several rows shifts columns at the start of rows only.
    let mut behind = cell.next_element_sibling();
    while let Some(cell) = behind {
        column += 1;
        behind = cell.next_element_sibling();
    }
    let step = |row: &Element| match down {
        true => row.next_element_sibling(),
        false => row.previous_element_sibling(),
    };
    let mut row = step(&cell.closest("tr").ok().flatten()?);
    while let Some(here) = row {
        let field = here.query_selector(&format!(":scope > :nth-last-child({column}) input.field"));
        if let Ok(Some(field)) = field {
            return field.dyn_into().ok();
        }
        row = step(&here);
    }
    None
}
