//! Copy, cut and paste by the keys of the browser.

use super::dom::{self, Listener};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, Event};

/// Calls `handler` with each clipboard event of the page (`copy`, `cut`, `paste`) until the value is dropped.
pub fn on_clipboard(name: &'static str, handler: impl FnMut(Event) + 'static) -> Option<Listener> {
    let document = dom::document()?;
    Some(dom::listen(&document, name, handler))
}

/// Text of a `paste` event.
pub fn text(event: &Event) -> Option<String> {
    transfer(event)?.get_data("text/plain").ok()
}

/// Puts a text on the clipboard in a `copy` or `cut` event.
pub fn put(event: &Event, text: &str) {
    if let Some(transfer) = transfer(event)
        && transfer.set_data("text/plain", text).is_ok()
    {
        event.prevent_default();
    }
}

fn transfer(event: &Event) -> Option<DataTransfer> {
    let data = Reflect::get(event, &JsValue::from_str("clipboardData")).ok()?;
    data.dyn_into().ok()
}
