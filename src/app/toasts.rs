//! Short messages that a screen reader speaks; some offer to undo.

use crate::platform::timer::{self, Timer};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How long a message stays unless it is hovered or focused, milliseconds.
const STAY: u32 = 8_000;

/// What kind of message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    /// Something was done.
    Info,
    /// Something went wrong.
    Error,
}

/// What the button of a message does.
pub type ToastAction = Arc<dyn Fn() + Send + Sync>;

/// A message in the corner of the page; it goes by itself or is closed.
#[derive(Clone)]
pub struct Toast {
    /// Grows; never reused.
    pub id: u64,
    /// Whether it informs or says that something failed.
    pub kind: ToastKind,
    /// Wording in the language it was shown in.
    pub text: String,
    /// Undoes what the message tells.
    pub undo: Option<ToastAction>,
}

impl std::fmt::Debug for Toast {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Toast({}, {:?})", self.id, self.text)
    }
}

/// The messages in view.
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    view: Signal<Vec<Toast>>,
    next: StoredValue<u64>,
    timers: StoredValue<BTreeMap<u64, Timer>, LocalStorage>,
}

/// The messages in view.
pub fn use_toasts() -> Toasts {
    expect_context()
}

impl Toasts {
    /// No messages yet.
    pub fn new() -> Self {
        let list = RwSignal::new(Vec::new());
        Self {
            list,
            view: list.into(),
            next: StoredValue::new(0),
            timers: StoredValue::new_local(BTreeMap::new()),
        }
    }

    /// Tells that something was done.
    pub fn show(self, text: impl Into<String>) {
        self.push(ToastKind::Info, text.into(), None);
    }

    /// Tells that something went wrong.
    pub fn error(self, text: impl Into<String>) {
        self.push(ToastKind::Error, text.into(), None);
    }

    /// Tells that something was done and offers to undo it.
    pub fn with_undo(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.push(ToastKind::Info, text.into(), Some(Arc::new(undo)));
    }

    /// The messages in view, oldest first.
    pub fn list(self) -> Signal<Vec<Toast>> {
        self.view
    }

    /// Takes a message away.
    pub fn close(self, id: u64) {
        self.timers.update_value(|t| {
            t.remove(&id);
        });
        self.list.update(|l| l.retain(|t| t.id != id));
    }

    /// Keeps a message while somebody reads it.
    pub fn hold(self, id: u64) {
        self.timers.update_value(|t| {
            t.remove(&id);
        });
    }

    /// Lets a message go after its time.
    pub fn release(self, id: u64) {
        let timer = timer::after(STAY, move || {
            // The timer is called from its own closure: it may only be dropped afterwards.
            let _ = self.list.try_update(|l| l.retain(|t| t.id != id));
        });
        if let Some(timer) = timer {
            self.timers.update_value(|t| {
                t.insert(id, timer);
            });
        }
    }

    fn push(self, kind: ToastKind, text: String, undo: Option<ToastAction>) {
        let Some(id) = self.next.try_update_value(|n| {
            *n += 1;
            *n
        }) else {
            return;
        };
        let current: Vec<u64> = self.list.with_untracked(|l| l.iter().map(|t| t.id).collect());
        self.timers.update_value(|t| t.retain(|id, _| current.contains(id)));
        if undo.is_none()
            && self
                .list
                .with_untracked(|l| l.iter().any(|t| t.kind == kind && t.text == text))
        {
            // Said already, and still to be read.
            return;
        }
        self.list.update(|l| l.push(Toast { id, kind, text, undo }));
        self.release(id);
    }
}

impl Default for Toasts {
    fn default() -> Self {
        Self::new()
    }
}
