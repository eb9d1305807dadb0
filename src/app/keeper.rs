//! What stands behind the open plan: the store, the right to write, the timer. Nothing here is reactive.

use crate::platform::idb::{SetAside, Store};
use crate::platform::tabs::{Channel, Hold, Message};
use crate::platform::timer::Timer;
use async_lock::Mutex;
use std::rc::Rc;
use std::sync::Arc;

/// The storage side of the open plan.
#[derive(Default)]
pub(super) struct Keeper {
    /// The store, once it is open.
    pub store: Option<Rc<Store>>,
    /// Whether the store can never be had in this visit.
    pub no_store: bool,
    /// The right to change the open plan.
    pub hold: Option<Hold>,
    /// Held by whoever asks for that right, writes or opens a plan: a second question for the same right would be refused by the first.
    pub turn: Arc<Mutex<()>>,
    /// Words to and from other tabs.
    pub channel: Option<Channel>,
    /// The save that waits for the person to pause.
    pub timer: Option<Timer>,
    /// Revision of the record of the open plan, 0 if there is none.
    pub record_revision: f64,
    /// Revision of the snapshot that needs no saving: the one opened, or the last one written.
    pub saved: u64,
    /// Which plan was asked for last; an answer to an earlier question is dropped.
    pub opening: u64,
    /// Whether lasting storage was asked for.
    pub asked_to_persist: bool,
    /// Records set aside.
    pub set_aside: Vec<SetAside>,
}

impl Keeper {
    /// Tells the other tabs.
    pub fn tell(&self, message: &Message) {
        if let Some(channel) = &self.channel {
            channel.send(message);
        }
    }
}
