//! Asking the browser not to clear what is kept here.

use super::dom;
use js_sys::Reflect;

/// Asks for lasting storage. Never waited for: some browsers put a question to the person, or never answer.
pub fn ask() {
    let Some(window) = dom::window() else { return };
    let navigator = window.navigator();
    let there = Reflect::get(&navigator, &"storage".into()).is_ok_and(|s| !s.is_undefined());
    if there && let Ok(promise) = navigator.storage().persist() {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}
