//! The address of the page: only what follows `#` is ever written.

use super::dom::{self, Listener};

/// What follows `#` in the address, without it.
pub fn hash() -> String {
    dom::window()
        .and_then(|w| w.location().hash().ok())
        .map(|h| h.trim_start_matches('#').to_owned())
        .unwrap_or_default()
}

/// Writes the part of the address after `#`; the browser keeps it in its history.
pub fn set_hash(hash: &str) {
    if let Some(window) = dom::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Calls `handler` when the part after `#` changes, until the value is dropped.
pub fn on_hash_change(mut handler: impl FnMut() + 'static) -> Option<Listener> {
    let window = dom::window()?;
    Some(dom::listen(&window, "hashchange", move |_| handler()))
}

/// The mark of this entry in the browser's history; `None` if it has none yet.
pub fn mark() -> Option<f64> {
    dom::window()?.history().ok()?.state().ok()?.as_f64()
}

/// Marks this entry of the history; the address stays.
pub fn set_mark(mark: f64) {
    if let Some(history) = dom::window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state(&mark.into(), "");
    }
}

/// From now on the page scrolls by itself when somebody goes back, the browser does not.
pub fn scroll_by_hand() {
    if let Some(history) = dom::window().and_then(|w| w.history().ok()) {
        let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    }
}

/// Whether the page was opened from a file.
pub fn is_file() -> bool {
    dom::window()
        .and_then(|w| w.location().protocol().ok())
        .is_some_and(|p| p == "file:")
}
