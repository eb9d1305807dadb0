//! Timers that stop when dropped.

use super::dom;
use wasm_bindgen::{JsCast, closure::Closure};

/// A pending call; dropping it cancels the call.
#[derive(Debug)]
pub struct Timer {
    handle: i32,
    // Kept alive until the call or the cancellation.
    _closure: Closure<dyn FnMut()>,
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = dom::window() {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}

/// Calls `action` once after `milliseconds`; `None` where there is no window.
pub fn after(milliseconds: u32, action: impl FnOnce() + 'static) -> Option<Timer> {
    let window = dom::window()?;
    let closure = Closure::once(action);
    let delay = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let handle = window
        .set_timeout_with_callback_and_timeout_and_arguments_0(closure.as_ref().unchecked_ref(), delay)
        .ok()?;
    Some(Timer {
        handle,
        _closure: closure,
    })
}

/// Calls `action` once after `milliseconds`, whatever becomes of the caller. The closure frees itself when called.
pub fn detached(milliseconds: u32, action: impl FnOnce() + 'static) {
    if let Some(window) = dom::window() {
        let delay = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let callback = Closure::once_into_js(action);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), delay);
    }
}

/// Waits until the next frame is painted; in a page that is not painted (a tab in the background) for a moment.
pub async fn wait_for_paint() {
    /// Longest wait, milliseconds.
    const MOST: u32 = 250;
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let late = resolve.clone();
        let done = move |resolve: js_sys::Function| {
            let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
        };
        // What begins after the frame's own calls runs once it is painted. A second call of `resolve` does nothing.
        dom::before_paint_detached(move || detached(0, move || done(resolve)));
        detached(MOST, move || done(late));
    });
    // This promise never rejects.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Waits so many milliseconds; without timers it does not wait at all.
pub async fn pause(milliseconds: u32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        detached(milliseconds, move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
        });
    });
    // This promise never rejects.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
