//! Moving the focus along a list with arrow keys, and keeping it in the page when what has it is gone.

use super::dom::{self, Frame, Listener};
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, FocusOptions, HtmlElement, MutationObserver, MutationObserverInit};

/// Moves the focus to the next (`step` 1) or previous (`step` −1) of the elements a selector finds, going around at
/// the ends; to the first or last one if none of them has it.
pub fn step(selector: &str, step: i32) {
    let Some(document) = dom::document() else { return };
    let Ok(nodes) = document.query_selector_all(selector) else {
        return;
    };
    let count = nodes.length() as i32;
    if count == 0 {
        return;
    }
    let active = document.active_element();
    let current = (0..count).find(|index| {
        let node = nodes.item(*index as u32);
        node.is_some_and(|n| active.as_ref().is_some_and(|a| a.is_same_node(Some(&n))))
    });
    let next = match current {
        Some(index) => (index + step).rem_euclid(count),
        None if step > 0 => 0,
        None => count - 1,
    };
    let element = nodes.item(next as u32).and_then(|n| n.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// Takes the focus from what has it, as going elsewhere does: a field then keeps what was typed into it.
pub fn leave() {
    let active = dom::document().and_then(|d| d.active_element());
    if let Some(element) = active.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// What can have the focus, by keyboard.
const FOCUSABLE: &str =
    "a[href],button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),[tabindex=\"0\"]";

/// Where everything of a screen is; it takes the focus if nothing nearer does.
const MAIN: &str = "main";

/// What had the focus last: the element, all it lies in from the inside out, and where it was.
#[derive(Default)]
struct Last {
    trail: Vec<Element>,
    place: (f64, f64),
    check: Option<Frame>,
}

/// Keeps the focus in the page until it is dropped.
pub struct Keep {
    observer: Option<MutationObserver>,
    _listeners: [Option<Listener>; 2],
    _closure: Closure<dyn FnMut()>,
}

impl std::fmt::Debug for Keep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keep")
    }
}

impl Drop for Keep {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// When what has the focus is taken away, hidden or disabled, browsers start over from the top of the page. This moves
/// the focus to what is nearest in the same part of the page instead, or to the main part.
pub fn keep() -> Keep {
    let last: Rc<RefCell<Last>> = Rc::default();
    let last_focus = Rc::clone(&last);
    let focus_listener = dom::document().map(|document| {
        dom::listen_first(&document, "focusin", move |event| {
            if let Some(element) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) {
                let mut last = last_focus.borrow_mut();
                last.place = place(&element);
                last.trail = std::iter::successors(Some(element), |e| e.parent_element()).collect();
            }
        })
    });
    // Who presses beside everything lets go of the focus on purpose.
    let last_press = Rc::clone(&last);
    let press_listener = dom::document().map(|document| {
        dom::listen_first(&document, "pointerdown", move |event| {
            let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            if target.is_some_and(|t| {
                !matches!(
                    t.closest("[tabindex],a,button,input,select,textarea,label"),
                    Ok(Some(_))
                )
            }) {
                last_press.borrow_mut().trail.clear();
            }
        })
    });
    let callback = Closure::<dyn FnMut()>::new(move || {
        // Looked at before the next paint only: sizes are worked out then anyway, and asked for now they would be worked
        // out twice.
        let waits = !last.borrow().trail.is_empty() && last.borrow().check.is_none();
        if waits {
            let checked = Rc::clone(&last);
            // Whoever changed the page may put the focus somewhere itself, up to the next frame.
            last.borrow_mut().check = dom::before_paint(move || {
                // The finished call is let go of only after it has returned.
                let _done = checked.borrow_mut().check.take();
                let (trail, place) = (checked.borrow().trail.clone(), checked.borrow().place);
                mend(&trail, place);
            });
        }
    });
    let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok();
    if let (Some(observer), Some(root)) = (&observer, dom::root()) {
        let what = MutationObserverInit::new();
        what.set_subtree(true);
        what.set_child_list(true);
        what.set_attribute_filter(&["disabled", "hidden"].map(JsValue::from).into_iter().collect::<Array>());
        let _ = observer.observe_with_options(&root, &what);
    }
    Keep {
        observer,
        _listeners: [focus_listener, press_listener],
        _closure: callback,
    }
}

/// Moves the focus to what is nearest to where it was, if it is nowhere.
fn mend(trail: &[Element], from: (f64, f64)) {
    if !nowhere() {
        return;
    }
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    if let Some(same) = trail
        .first()
        .filter(|e| takes_focus(e))
        .and_then(|e| e.dyn_ref::<HtmlElement>())
    {
        let _ = same.focus_with_options(&still);
        if !nowhere() {
            return;
        }
    }
    let part = |e: &&Element| e.is_connected() && e.id() != MAIN && e.tag_name() != "BODY" && e.tag_name() != "HTML";
    // What lies directly in the page is too much to be the same part of it.
    let inner = trail.iter().skip(1).take_while(|e| e.id() != MAIN).filter(part);
    let nearest = inner
        .filter(|e| e.parent_element().is_none_or(|p| p.tag_name() != "BODY"))
        .find_map(|around| nearest(around, from));
    let main = || dom::document()?.get_element_by_id(MAIN)?.dyn_into().ok();
    if let Some(element) = nearest.or_else(main) {
        let _ = element.focus_with_options(&still);
    }
}

/// Whether nothing has the focus.
fn nowhere() -> bool {
    let active = dom::document().and_then(|d| d.active_element());
    active.is_none_or(|a| a.tag_name() == "BODY" || !takes_focus(&a))
}

fn nearest(around: &Element, (x, y): (f64, f64)) -> Option<HtmlElement> {
    let nodes = around.query_selector_all(FOCUSABLE).ok()?;
    let elements = (0..nodes.length()).filter_map(|i| nodes.item(i)?.dyn_into::<HtmlElement>().ok());
    let far = |e: &HtmlElement| {
        let (left, top) = place(e);
        (left - x).powi(2) + (top - y).powi(2)
    };
    elements
        .filter(|e| takes_focus(e))
        .min_by(|a, b| far(a).total_cmp(&far(b)))
}

/// Whether an element is there to have the focus.
fn takes_focus(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    element.is_connected() && rect.width() > 0.0 && !element.matches(":disabled").unwrap_or(false)
}

/// The middle of an element in the window.
fn place(element: &Element) -> (f64, f64) {
    let rect = element.get_bounding_client_rect();
    (rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0)
}
