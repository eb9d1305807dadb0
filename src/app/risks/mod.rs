//! The risk of the scenarios on the screen: samples drawn in short slices on the page's own thread after each change.
//!
//! A change restarts the scenarios it touches ([`queue`]); the first slice waits until the change is painted, so that a
//! drag keeps its frames. The old value stays meanwhile, marked as stale.

mod queue;

pub use queue::{FIRST, FULL, SEED, Sampled};

use super::{Screen, Workspace, use_route};
use crate::engine::sample::{Influence, Input, Measure};
use crate::platform::clock;
use crate::platform::dom::{Frame, before_paint};
use crate::platform::timer::{self, Timer};
use leptos::prelude::*;
use queue::Queue;
use std::collections::BTreeMap;

/// Longest slice, milliseconds.
const SLICE: f64 = 6.0;
/// Milliseconds after the last change at which the hand rests.
const REST: f64 = 350.0;

/// What is pending of the next slice.
#[derive(Default)]
struct Pending {
    /// Told apart from older ones: a frame or timer that was replaced does nothing.
    turn: u64,
    frame: Option<Frame>,
    timer: Option<Timer>,
    /// When the plan or what is asked for changed last.
    changed: f64,
}

/// Risk by scenario.
#[derive(Clone, Copy, Debug)]
pub struct Risks {
    workspace: Workspace,
    queue: StoredValue<Queue>,
    shown: RwSignal<BTreeMap<String, Sampled>>,
    pending: StoredValue<Pending, LocalStorage>,
}

/// Risk by scenario.
pub fn use_risks() -> Risks {
    expect_context()
}

impl Risks {
    /// Follows the plan from now on.
    pub fn new(workspace: Workspace) -> Self {
        let risks = Self {
            workspace,
            queue: StoredValue::new(Queue::default()),
            shown: RwSignal::new(BTreeMap::new()),
            pending: StoredValue::new_local(Pending::default()),
        };
        let screen = use_route().screen();
        Effect::new(move |_| {
            let wanted = risks.wanted(screen.get());
            workspace.snapshot().with(|s| {
                risks.queue.update_value(|q| q.want(&s.plan, s.revision, wanted));
            });
            risks.publish();
            risks.pending.update_value(|p| {
                p.changed = clock::now();
                p.turn += 1;
                p.timer = None;
                let turn = p.turn;
                p.frame = before_paint(move || risks.after_frame(turn));
            });
        });
        risks
    }

    /// Reads what is known by scenario; tracked.
    pub fn with<T>(self, read: impl FnOnce(&BTreeMap<String, Sampled>) -> T) -> T {
        self.shown.with(read)
    }

    /// How a result of the scenario goes with each input that varies; not tracked: read [`Risks::with`] too.
    pub fn influences(self, id: &str, measure: Measure) -> Vec<(Input, Influence)> {
        self.queue.with_value(|q| q.influences(id, measure))
    }

    /// The scenarios whose risk a screen shows, the most urgent first; tracked.
    fn wanted(self, screen: Screen) -> Vec<String> {
        let w = self.workspace;
        let mut ids = Vec::new();
        if matches!(screen, Screen::Overview | Screen::Risk) {
            ids.extend([w.scenario_id().get(), w.base_id().get()]);
        }
        if screen == Screen::Risk {
            ids.extend(w.compared().get());
        }
        let mut once: Vec<String> = Vec::new();
        for id in ids {
            if !once.contains(&id) {
                once.push(id);
            }
        }
        once
    }

    /// The change is about to be painted: the first slice comes right after.
    fn after_frame(self, turn: u64) {
        self.schedule(turn, 0);
    }

    fn schedule(self, turn: u64, wait: u32) {
        let _ = self.pending.try_update_value(|p| {
            if p.turn == turn {
                p.timer = timer::after(wait, move || self.slice(turn));
            }
        });
    }

    fn slice(self, turn: u64) {
        let Some((current, changed)) = self.pending.try_with_value(|p| (p.turn == turn, p.changed)) else {
            return;
        };
        if !current {
            return;
        }
        let start = clock::now();
        let rested = start - changed >= REST;
        let late = || clock::now() - start >= SLICE;
        let Some(news) = self.queue.try_update_value(|q| q.advance(rested, late)) else {
            return;
        };
        if news {
            self.publish();
        }
        let (now, later) = self.queue.with_value(|q| (q.is_busy(rested), q.is_busy(true)));
        if now {
            self.schedule(turn, 0);
        } else if later {
            self.schedule(turn, (REST - (start - changed)).max(0.0) as u32 + 1);
        }
    }

    fn publish(self) {
        let Some(now) = self.queue.try_with_value(|q| q.shown().clone()) else {
            return;
        };
        if self.shown.with_untracked(|s| *s != now) {
            let _ = self.shown.try_set(now);
        }
    }
}
