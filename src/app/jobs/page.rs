//! Where a browser makes no worker: the same server, in slices on the page's own thread.

use super::{Host, Jobs};
use crate::platform::clock;
use crate::platform::dom::{Frame, before_paint};
use crate::platform::timer::{self, Timer};
use leptos::prelude::*;

/// Longest slice, milliseconds.
const SLICE: f64 = 6.0;

/// What is pending of the next slice.
#[derive(Default)]
pub(super) struct Pending {
    /// Told apart from older ones: a frame or timer that was replaced does nothing.
    turn: u64,
    frame: Option<Frame>,
    timer: Option<Timer>,
}

impl Jobs {
    /// Something was asked. After a change of the plan the first slice waits until the change is painted, so that a drag
    /// keeps its frames.
    pub(super) fn wake(self, after_paint: bool) {
        let _ = self.inner.try_update_value(|inner| {
            let pending = &mut inner.pending;
            pending.turn += 1;
            let turn = pending.turn;
            pending.timer = None;
            pending.frame = None;
            if after_paint {
                pending.frame = before_paint(move || self.schedule(turn, 0));
            }
            if pending.frame.is_none() {
                pending.timer = timer::after(0, move || self.slice(turn));
            }
        });
    }

    fn schedule(self, turn: u64, wait: u32) {
        let _ = self.inner.try_update_value(|inner| {
            if inner.pending.turn == turn {
                inner.pending.timer = timer::after(wait, move || self.slice(turn));
            }
        });
    }

    fn slice(self, turn: u64) {
        let start = clock::now();
        let late = move || clock::now() - start >= SLICE;
        let answer = self.inner.try_update_value(|inner| match &mut inner.host {
            Host::Page(server) if inner.pending.turn == turn => Some(server.advance(start, late)),
            _ => None,
        });
        let Some(answer) = answer.flatten() else { return };
        if let Some(answer) = answer {
            self.deliver(answer);
        }
        let wait = self.inner.try_with_value(|inner| match &inner.host {
            Host::Page(server) => server.wait(clock::now()),
            _ => None,
        });
        if let Some(wait) = wait.flatten() {
            // If an answer asked for more, a newer turn is on its way.
            self.schedule(turn, libm::ceil(wait.max(0.0)) as u32);
        }
    }
}
