//! The risk of the scenarios on the screen: samples asked for after each change, by [`super::jobs`].
//!
//! A change asks for the scenarios it touches anew ([`board`]); the old value stays meanwhile, marked as stale. Answers
//! carry the revision they are of; those of an older one never come here.

mod board;

pub use crate::protocol::{FIRST, FULL, SEED};
pub use board::SampledRisk;

use super::{Jobs, Screen, Workspace, use_route};
use crate::engine::sample::{Influence, Input, Measure};
use crate::protocol::SampleRequest;
use board::Board;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Risk by scenario.
#[derive(Clone, Copy, Debug)]
pub struct Risks {
    workspace: Workspace,
    jobs: Jobs,
    board: StoredValue<Board>,
    risks: RwSignal<BTreeMap<String, SampledRisk>>,
}

/// Risk by scenario.
pub fn use_risks() -> Risks {
    expect_context()
}

impl Risks {
    /// Follows the plan from now on.
    pub fn new(workspace: Workspace, jobs: Jobs) -> Self {
        let risks = Self {
            workspace,
            jobs,
            board: StoredValue::new(Board::default()),
            risks: RwSignal::new(BTreeMap::new()),
        };
        jobs.on_samples(move |answer| {
            if risks.board.try_update_value(|b| b.hear(answer)) == Some(true) {
                risks.publish();
            }
        });
        let screen = use_route().screen();
        Effect::new(move |_| {
            let screen = screen.get();
            let list_wanted = risks.list_wanted(screen);
            let want = workspace.snapshot().with(|s| {
                let influences = screen == Screen::Risk;
                risks
                    .board
                    .try_update_value(|b| b.want(&s.plan, s.revision, list_wanted, influences))
            });
            risks.publish();
            if let Some(want) = want {
                risks.ask(want);
            }
        });
        risks
    }

    /// Reads what is known by scenario; tracked.
    pub fn with<T>(self, read: impl FnOnce(&BTreeMap<String, SampledRisk>) -> T) -> T {
        self.risks.with(read)
    }

    /// How a result of the scenario goes with each input that varies; `None` while it is not known. Not tracked: read
    /// [`Risks::with`] too, it changes when they come.
    pub fn influences(self, id: &str, measure: Measure) -> Option<Vec<(Input, Influence)>> {
        let (known, want) = self.board.try_update_value(|b| b.influences(id, measure))?;
        if let Some(want) = want {
            self.ask(want);
        }
        known
    }

    fn ask(self, want: SampleRequest) {
        let ground = self.board.try_with_value(|b| b.ground().cloned());
        if let Some(ground) = ground.flatten() {
            self.jobs.want(&ground, want);
        }
    }

    /// The scenarios whose risk a screen shows, the most urgent first; tracked.
    fn list_wanted(self, screen: Screen) -> Vec<String> {
        let w = self.workspace;
        let mut ids = Vec::new();
        if matches!(screen, Screen::Overview | Screen::Risk) {
            ids.extend([w.scenario_id().get(), w.base_id().get()]);
        }
        if screen == Screen::Risk {
            ids.extend(w.comparison().get());
        }
        let mut once: Vec<String> = Vec::new();
        for id in ids {
            if !once.contains(&id) {
                once.push(id);
            }
        }
        once
    }

    fn publish(self) {
        let Some(now) = self.board.try_with_value(|b| b.risks().clone()) else {
            return;
        };
        if self.risks.with_untracked(|s| *s != now) {
            let _ = self.risks.try_set(now);
        }
    }
}
