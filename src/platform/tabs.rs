//! Several tabs on the same plans: one of them holds a plan and may change it (Web Locks), all hear what happens
//! (BroadcastChannel). Where the browser has neither, the revision of the record still notices a second writer.

use super::dom::{self, Listener};
use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks`.
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &JsValue, on_grant: &JsValue) -> Result<Promise, JsValue>;
}

const CHANNEL: &str = "ntm-planner";

/// The right to change a plan; given back when dropped.
pub struct Hold {
    release: Option<Function>,
}

impl std::fmt::Debug for Hold {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hold")
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Answer to asking for a plan.
#[derive(Debug)]
pub enum HoldAnswer {
    /// This tab may change the plan.
    Held(Hold),
    /// Another tab holds it.
    Taken,
    /// The browser cannot tell.
    Unsupported,
}

/// Asks for a plan. With `steal` it is taken from whoever holds it. `on_lost` is called if another tab takes it.
pub async fn hold(plan: &str, steal: bool, on_lost: impl FnOnce() + 'static) -> HoldAnswer {
    let Some(locks) = lock_manager() else {
        return HoldAnswer::Unsupported;
    };
    let options = js_sys::Object::new();
    let how = if steal { "steal" } else { "ifAvailable" };
    let _ = Reflect::set(&options, &how.into(), &JsValue::TRUE);
    // The answer arrives inside a callback; the promise given back there keeps the lock until `release` is called.
    let release: Rc<RefCell<Option<Function>>> = Rc::default();
    let release_slot = Rc::clone(&release);
    let request: Rc<RefCell<Option<Promise>>> = Rc::default();
    let pending = Rc::clone(&request);
    let name = format!("ntm-planner.plan.{plan}");
    let answer_slot: Rc<RefCell<Option<Function>>> = Rc::default();
    let refusal_slot = Rc::clone(&answer_slot);
    let answer_promise = Promise::new(&mut |answer, _| {
        let release_slot = Rc::clone(&release_slot);
        *refusal_slot.borrow_mut() = Some(answer.clone());
        let on_grant = Closure::once_into_js(move |lock: JsValue| -> Promise {
            let is_given = !lock.is_null() && !lock.is_undefined();
            let _ = answer.call1(&JsValue::UNDEFINED, &JsValue::from_bool(is_given));
            Promise::new(&mut |resolve, _| {
                if is_given {
                    *release_slot.borrow_mut() = Some(resolve);
                } else {
                    let _ = resolve.call0(&JsValue::UNDEFINED);
                }
            })
        });
        *pending.borrow_mut() = locks.request(&name, &options, &on_grant).ok();
    });
    let Some(request) = request.borrow_mut().take() else {
        return HoldAnswer::Unsupported;
    };
    wasm_bindgen_futures::spawn_local(async move {
        // Rejected: the lock was stolen, or never given (then the question below is answered by this).
        if JsFuture::from(request).await.is_err() {
            if let Some(answer) = answer_slot.borrow_mut().take() {
                let _ = answer.call0(&JsValue::UNDEFINED);
            }
            on_lost();
        }
    });
    match JsFuture::from(answer_promise).await.map(|v| v.as_bool()) {
        Ok(Some(true)) => HoldAnswer::Held(Hold {
            release: release.borrow_mut().take(),
        }),
        Ok(Some(false)) => HoldAnswer::Taken,
        _ => HoldAnswer::Unsupported,
    }
}

fn lock_manager() -> Option<LockManager> {
    let navigator = dom::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    (!locks.is_undefined() && !locks.is_null()).then(|| locks.unchecked_into())
}

/// What tabs tell each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Somebody wants to change this plan: save and let go.
    LetGo(String),
    /// This plan was written.
    Saved(String),
    /// The list of plans changed.
    Library,
}

impl Message {
    fn to_text(&self) -> String {
        match self {
            Message::LetGo(id) => format!("let-go:{id}"),
            Message::Saved(id) => format!("saved:{id}"),
            Message::Library => "library".to_owned(),
        }
    }

    fn from_text(text: &str) -> Option<Self> {
        match text.split_once(':') {
            Some(("let-go", id)) => Some(Message::LetGo(id.to_owned())),
            Some(("saved", id)) => Some(Message::Saved(id.to_owned())),
            None if text == "library" => Some(Message::Library),
            _ => None,
        }
    }
}

/// The channel between tabs; silent where the browser has none.
#[derive(Debug)]
pub struct Channel {
    inner: Option<(BroadcastChannel, Listener)>,
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some((channel, _)) = &self.inner {
            channel.close();
        }
    }
}

impl Channel {
    /// Hears what other tabs tell until it is dropped.
    pub fn open(mut on_message: impl FnMut(Message) + 'static) -> Self {
        let has_channel = Reflect::has(&js_sys::global(), &"BroadcastChannel".into()).unwrap_or(false);
        let channel = has_channel.then(|| BroadcastChannel::new(CHANNEL).ok()).flatten();
        Self {
            inner: channel.map(|channel| {
                let listener = dom::listen(&channel, "message", move |event| {
                    let data = event.dyn_into::<MessageEvent>().ok().and_then(|e| e.data().as_string());
                    if let Some(message) = data.and_then(|text| Message::from_text(&text)) {
                        on_message(message);
                    }
                });
                (channel, listener)
            }),
        }
    }

    /// Tells the other tabs.
    pub fn send(&self, message: &Message) {
        if let Some((channel, _)) = &self.inner {
            let _ = channel.post_message(&JsValue::from_str(&message.to_text()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_understood_as_it_was_meant() {
        for message in [
            Message::LetGo("p-1".into()),
            Message::Saved("a:b".into()),
            Message::Library,
        ] {
            assert_eq!(Message::from_text(&message.to_text()), Some(message));
        }
    }

    #[test]
    fn words_of_another_program_are_not_understood() {
        for text in ["", "hello", "saved", "library:x", "delete:p-1"] {
            assert_eq!(Message::from_text(text), None);
        }
    }
}
