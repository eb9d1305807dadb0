//! Small helpers on window, document and elements.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{AddEventListenerOptions, Document, Element, Event, EventTarget, HtmlElement, ResizeObserver, Window};

/// An event listener; it is removed when this value is dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    capture: bool,
    closure: Closure<dyn FnMut(Event)>,
}

impl std::fmt::Debug for Listener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Listener({})", self.name)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.closure.as_ref().unchecked_ref();
        // A failed removal leaves nothing to do: the target is gone.
        let _ = self
            .target
            .remove_event_listener_with_callback_and_bool(self.name, callback, self.capture);
    }
}

/// Listens until the returned value is dropped.
pub fn listen(target: &EventTarget, name: &'static str, handler: impl FnMut(Event) + 'static) -> Listener {
    listen_with(target, name, false, handler)
}

/// As [`listen`], before the event reaches its target.
pub fn listen_first(target: &EventTarget, name: &'static str, handler: impl FnMut(Event) + 'static) -> Listener {
    listen_with(target, name, true, handler)
}

fn listen_with(
    target: &EventTarget,
    name: &'static str,
    capture: bool,
    handler: impl FnMut(Event) + 'static,
) -> Listener {
    let closure = Closure::<dyn FnMut(Event)>::new(handler);
    let options = AddEventListenerOptions::new();
    options.set_capture(capture);
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        name,
        closure.as_ref().unchecked_ref(),
        &options,
    );
    Listener {
        target: target.clone(),
        name,
        capture,
        closure,
    }
}

/// The window, where there is one.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document, where there is one.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The root element `<html>`.
pub fn root() -> Option<Element> {
    document()?.document_element()
}

/// Sets or removes an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = root() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the first element a selector finds; false if there is none.
pub fn focus(selector: &str) -> bool {
    let scroller = document().and_then(|d| d.query_selector(selector).ok().flatten());
    match scroller.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        Some(element) => element.focus().is_ok(),
        None => false,
    }
}

/// How far down an element is scrolled, and the window around it, CSS px.
pub fn scroll_position(selector: &str) -> (i32, f64) {
    let element = document().and_then(|d| d.query_selector(selector).ok().flatten());
    let around = window().and_then(|w| w.scroll_y().ok());
    (element.map_or(0, |e| e.scroll_top()), around.unwrap_or(0.0))
}

/// Scrolls an element, and the window around it, so far down.
pub fn scroll_to(selector: &str, (inside, around): (i32, f64)) {
    if let Some(element) = document().and_then(|d| d.query_selector(selector).ok().flatten()) {
        element.set_scroll_top(inside);
    }
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, around);
    }
}

/// Brings the first of these elements that is there into view and moves the focus to it; elements are named by
/// `data-test` or id. False if there is none.
pub fn reveal(names: &[String]) -> bool {
    let Some(document) = document() else { return false };
    let find = |name: &String| {
        let by_test = document
            .query_selector(&format!("[data-test=\"{name}\"]"))
            .ok()
            .flatten();
        by_test.or_else(|| document.get_element_by_id(name))
    };
    let Some(element) = names.iter().find_map(find) else {
        return false;
    };
    element.scroll_into_view();
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
    true
}

/// The nearest element that a selector finds, from the target of an event outwards.
pub fn closest(target: Option<EventTarget>, selector: &str) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// Whether a key goes into a field where it writes something.
pub fn typing(event: &Event) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|e| {
        e.matches("input:not([type=range]):not([type=checkbox]):not([type=radio]),textarea,select")
            .unwrap_or(false)
    })
}

/// Opens the print dialog of the browser.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// A call before the next paint; dropping it cancels the call.
#[derive(Debug)]
pub struct Frame {
    handle: i32,
    // Kept alive until the call or the cancellation.
    _closure: Closure<dyn FnMut()>,
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let _ = window.cancel_animation_frame(self.handle);
        }
    }
}

/// Calls `action` once before the next paint; `None` where there is no window.
pub fn before_paint(action: impl FnOnce() + 'static) -> Option<Frame> {
    let closure = Closure::once(action);
    let handle = window()?
        .request_animation_frame(closure.as_ref().unchecked_ref())
        .ok()?;
    Some(Frame {
        handle,
        _closure: closure,
    })
}

/// As [`before_paint`], whatever becomes of the caller. The closure frees itself when called.
pub fn before_paint_detached(action: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let _ = window.request_animation_frame(Closure::once_into_js(action).unchecked_ref());
    }
}

/// A watch on the size of an element; it ends when this value is dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    // Called by the observer as long as it lives.
    _closure: Closure<dyn FnMut()>,
}

impl std::fmt::Debug for SizeWatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SizeWatch")
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `handler` when the size of an element changes, and once at the start.
pub fn watch_size(element: &Element, handler: impl FnMut() + 'static) -> Option<SizeWatch> {
    let closure = Closure::<dyn FnMut()>::new(handler);
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(SizeWatch {
        observer,
        _closure: closure,
    })
}

/// A key that was pressed, as far as shortcuts care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPress {
    /// What the key means, e.g. `z` or `ArrowUp`.
    pub key: String,
    /// Where the key is, e.g. `Digit1`.
    pub code: String,
    /// Control, or Command on a Mac.
    pub command: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Alt (Option) is held.
    pub alt: bool,
    /// Whether the focus is where letters are typed.
    pub typing: bool,
}

/// Calls `handler` for each key of the page; true says that the key was used.
pub fn on_key(mut handler: impl FnMut(&KeyPress) -> bool + 'static) -> Option<Listener> {
    let document = document()?;
    Some(listen(&document, "keydown", move |event| {
        let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else {
            return;
        };
        // A key that composes a Vietnamese letter is typing, whatever it says.
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let press = KeyPress {
            key: event.key(),
            code: event.code(),
            command: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            alt: event.alt_key(),
            typing: event.target().is_some_and(|t| takes_text(&t)),
        };
        if handler(&press) {
            event.prevent_default();
        }
    }))
}

/// Whether letters typed while this has the focus go into it.
fn takes_text(target: &EventTarget) -> bool {
    let Some(element) = target.dyn_ref::<HtmlElement>() else {
        return false;
    };
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => element
            .dyn_ref::<web_sys::HtmlInputElement>()
            .is_none_or(|i| !matches!(i.type_().as_str(), "range" | "checkbox" | "radio" | "button" | "file")),
        _ => element.is_content_editable(),
    }
}

/// A place in the window, CSS px from its left and top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corner {
    /// From the left.
    pub left: f64,
    /// From the top, or from the bottom if `up`.
    pub edge: f64,
    /// Whether it grows upwards.
    pub up: bool,
}

impl Corner {
    /// As an inline style of a fixed element.
    pub fn style(self) -> String {
        let side = if self.up { "bottom" } else { "top" };
        format!("left:{:.0}px;{side}:{:.0}px", self.left, self.edge)
    }
}

/// Where to put a note of `width` beside an element so that it stays in the window.
pub fn corner_beside(element: &Element, width: f64) -> Corner {
    let rect = element.get_bounding_client_rect();
    let size = |read: fn(&Window) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| {
        window()
            .and_then(|w| read(&w).ok())
            .and_then(|v| v.as_f64())
            .unwrap_or(0.0)
    };
    let (across, down) = (size(Window::inner_width), size(Window::inner_height));
    let left = rect.left().min(across - width - 8.0).max(8.0);
    if rect.bottom() > down * 0.66 {
        Corner {
            left,
            edge: down - rect.top(),
            up: true,
        }
    } else {
        Corner {
            left,
            edge: rect.bottom(),
            up: false,
        }
    }
}
