//! Moving the focus along a list with arrow keys.

use super::dom;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the next (`step` 1) or previous (`step` −1) of the elements a selector finds, going around at
/// the ends; to the first or last one if none of them has it.
pub fn step(selector: &str, step: i32) {
    let Some(document) = dom::document() else { return };
    let Ok(found) = document.query_selector_all(selector) else {
        return;
    };
    let count = found.length() as i32;
    if count == 0 {
        return;
    }
    let active = document.active_element();
    let current = (0..count).find(|index| {
        let node = found.item(*index as u32);
        node.is_some_and(|n| active.as_ref().is_some_and(|a| a.is_same_node(Some(&n))))
    });
    let next = match current {
        Some(index) => (index + step).rem_euclid(count),
        None if step > 0 => 0,
        None => count - 1,
    };
    let element = found.item(next as u32).and_then(|n| n.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}
