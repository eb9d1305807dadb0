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

/// Whether the page was opened from a file.
pub fn is_file() -> bool {
    dom::window()
        .and_then(|w| w.location().protocol().ok())
        .is_some_and(|p| p == "file:")
}
