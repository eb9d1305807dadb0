//! Helpers for dragging with a pointer (mouse, pen, finger).

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// Sends all further events of this pointer to the element that listens, until it is released.
pub fn capture(event: &PointerEvent) {
    if let Some(element) = event.current_target().and_then(|t| t.dyn_into::<Element>().ok()) {
        // Refused only when the pointer is gone already: then there is no drag.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// The gap between the children of `list` in which the height `y` (of the viewport) lies: 0 before the first child,
/// `n` after the last of `n`.
pub fn gap_at(list: &Element, y: f64) -> usize {
    let children = list.children();
    (0..children.length())
        .filter_map(|index| children.item(index))
        .filter(|child| {
            let place = child.get_bounding_client_rect();
            y > place.top() + place.height() / 2.0
        })
        .count()
}

/// How far along an element a point of the viewport lies, 0 at its left edge, 1 at its right one; `None` if it has no
/// width.
pub fn across(element: &Element, x: f64) -> Option<f64> {
    let place = element.get_bounding_client_rect();
    (place.width() > 0.0).then(|| (x - place.left()) / place.width())
}
