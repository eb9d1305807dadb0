//! Web Workers: started, asked, heard and ended by the page; and the other end, inside one.
//!
//! A worker runs the same program text and the same compiled WebAssembly as the page: how one is made of them differs by
//! build (`globalThis.ntmWorker`, scripts/program.mjs), and the compiled module goes to it as the first message. Messages
//! are texts; nothing is lost before the program in the worker has started, since its script listens at once.

use super::dom::{self, Listener};
use js_sys::{Function, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, Worker};

/// What is heard of a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkerEvent {
    /// A message of the worker, as the protocol writes it.
    Text(String),
    /// An error nobody caught: its program is no longer to be trusted.
    Stopped,
}

/// A worker; it is ended when this value is dropped.
pub struct Handle {
    worker: Worker,
    _listeners: [Listener; 3],
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Handle")
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Starts a worker and hears it until the handle is dropped; `None` where none can be made.
pub fn start(on: impl Fn(WorkerEvent) + 'static) -> Option<Handle> {
    let make = Reflect::get(&js_sys::global(), &"ntmWorker".into()).ok()?;
    let instance = make.dyn_into::<Function>().ok()?.call0(&JsValue::UNDEFINED).ok()?;
    let worker = instance.dyn_into::<Worker>().ok()?;
    let on = Rc::new(on);
    let on_stop = |name| {
        let on = Rc::clone(&on);
        dom::listen(&worker, name, move |_| on(WorkerEvent::Stopped))
    };
    let failures = [on_stop("error"), on_stop("messageerror")];
    let messages = dom::listen(&worker, "message", move |event| {
        if let Some(text) = text_of(event) {
            on(WorkerEvent::Text(text));
        }
    });
    let start = Object::new();
    let _ = Reflect::set(&start, &"module".into(), &wasm_bindgen::module());
    let [error, unread] = failures;
    let handle = Handle {
        worker,
        _listeners: [error, unread, messages],
    };
    handle.worker.post_message(&start).ok()?;
    Some(handle)
}

impl Handle {
    /// Sends a message.
    pub fn post(&self, text: &str) {
        // A text can always be cloned.
        let _ = self.worker.post_message(&JsValue::from_str(text));
    }
}

fn text_of(event: web_sys::Event) -> Option<String> {
    event.dyn_into::<MessageEvent>().ok()?.data().as_string()
}

/// Whether this program runs in a worker.
pub fn is_inside() -> bool {
    dom::window().is_none() && js_sys::global().is_instance_of::<DedicatedWorkerGlobalScope>()
}

/// What a worker does.
pub trait Serve {
    /// Takes a message.
    fn take(&mut self, text: &str);
    /// Works for a slice; a message to send.
    fn advance(&mut self) -> Option<String>;
    /// Milliseconds until there is something to do, 0 for at once; `None` for nothing until a message comes.
    fn wait(&self) -> Option<f64>;
}

/// The loop of a worker, for as long as it lives.
struct Inside {
    scope: DedicatedWorkerGlobalScope,
    /// A message to oneself comes after those that wait already, and without the delay of nested timers.
    channel: MessageChannel,
    server: RefCell<Box<dyn Serve>>,
    /// Whether a turn is on its way.
    coming: Cell<bool>,
}

impl Inside {
    fn turn(self: &Rc<Self>) {
        self.coming.set(false);
        let text = self.server.borrow_mut().advance();
        if let Some(text) = text {
            let _ = self.scope.post_message(&JsValue::from_str(&text));
        }
        self.plan();
    }

    fn plan(self: &Rc<Self>) {
        let wait = self.server.borrow().wait();
        match wait {
            Some(wait) if wait > 0.0 => {
                let again = Rc::clone(self);
                let later = Closure::once_into_js(move || again.hurry());
                let wait = libm::ceil(wait) as i32;
                let later = later.unchecked_ref();
                let _ = self
                    .scope
                    .set_timeout_with_callback_and_timeout_and_arguments_0(later, wait);
            }
            Some(_) => self.hurry(),
            None => {}
        }
    }

    fn hurry(&self) {
        if !self.coming.replace(true) {
            let _ = self.channel.port2().post_message(&JsValue::NULL);
        }
    }
}

/// Serves until the worker is ended. Call once, inside a worker.
pub fn serve(server: impl Serve + 'static) {
    let Ok(channel) = MessageChannel::new() else { return };
    let inside = Rc::new(Inside {
        scope: js_sys::global().unchecked_into(),
        channel,
        server: RefCell::new(Box::new(server)),
        coming: Cell::new(false),
    });
    let listening = Rc::clone(&inside);
    let messages = dom::listen(&inside.scope, "message", move |event| {
        if let Some(text) = text_of(event) {
            listening.server.borrow_mut().take(&text);
            listening.hurry();
        }
    });
    let turning = Rc::clone(&inside);
    let turns = Closure::<dyn FnMut()>::new(move || turning.turn());
    inside
        .channel
        .port1()
        .set_onmessage(Some(turns.as_ref().unchecked_ref()));
    inside.hurry();
    // As long as the worker: there is no end to come back from.
    std::mem::forget((messages, turns));
}
