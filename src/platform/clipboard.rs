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

/// Puts a text on the clipboard outside of a `copy` event and tells whether it worked. Browsers refuse it on some pages
/// opened from a disk.
pub fn write(text: &str, on_done: impl FnOnce(bool) + 'static) {
    let promise = web_sys::window()
        .and_then(|window| Reflect::get(&window.navigator(), &JsValue::from_str("clipboard")).ok())
        .and_then(|clipboard| {
            let write = Reflect::get(&clipboard, &JsValue::from_str("writeText")).ok()?;
            let write: js_sys::Function = write.dyn_into().ok()?;
            let promise = write.call1(&clipboard, &JsValue::from_str(text)).ok()?;
            promise.dyn_into::<js_sys::Promise>().ok()
        });
    wasm_bindgen_futures::spawn_local(async move {
        let done = match promise {
            Some(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        on_done(done);
    });
}
