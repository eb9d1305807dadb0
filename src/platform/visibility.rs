//! Whether the page is in view, and the last moments before it goes.

use super::dom::{self, Listener};

/// Calls `handler` whenever the page is hidden or about to go: the last moment that is certain to come.
pub fn on_hide(handler: impl Fn() + Clone + 'static) -> Vec<Listener> {
    let mut listeners = Vec::new();
    if let Some(document) = dom::document() {
        let handler = handler.clone();
        let target = document.clone();
        listeners.push(dom::listen(&target, "visibilitychange", move |_| {
            if document.visibility_state() == web_sys::VisibilityState::Hidden {
                handler();
            }
        }));
    }
    if let Some(window) = dom::window() {
        listeners.push(dom::listen(&window, "pagehide", move |_| handler()));
    }
    listeners
}
