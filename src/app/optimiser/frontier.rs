//! The frontier of the scenario shown, point by point while the page stays fluid.

use super::Optimiser;
use crate::optimise::{Frontier, FrontierPoint, Question, fingerprint, is_light};
use crate::platform::timer;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The frontier goes from no money to this many times the money there is.
pub const MOST_MONEY: f64 = 2.0;
/// `2^HALVINGS + 1` points.
const HALVINGS: u32 = 5;
/// Steps of search for each point: of small plans, of large ones.
const STEPS: (usize, usize) = (500, 10);

impl Optimiser {
    /// Points of the frontier so far, by money.
    pub fn frontier(self) -> Signal<Vec<FrontierPoint>> {
        self.frontier.into()
    }

    /// Points of the frontier with the guards of the question; none without guards.
    pub fn guarded_frontier(self) -> Signal<Vec<FrontierPoint>> {
        self.guarded.into()
    }

    /// Points still to come.
    pub fn frontier_left(self) -> Signal<usize> {
        self.frontier_left.into()
    }

    /// Draws the frontier of the scenario shown anew, unless it is there.
    pub fn draw_frontier(self) {
        let inputs = self.workspace.evaluation().with_untracked(|e| e.inputs.clone());
        let (per_head, arrears) = self.asked.with_untracked(|a| (a.per_head, a.arrears));
        let of = format!("{} {per_head:?} {arrears:?}", fingerprint(&inputs));
        if self.frontier_of.with_value(|known| *known == of) {
            return;
        }
        self.frontier_of.set_value(of);
        self.frontier_serial.update_value(|s| *s += 1);
        let serial = self.frontier_serial.get_value();
        let steps = if is_light(&inputs) { STEPS.0 } else { STEPS.1 };
        let free = Frontier::new(&inputs, MOST_MONEY, HALVINGS, steps);
        let guarded = (per_head.is_some() || arrears.is_some()).then(|| {
            let plan = self.workspace.plan_untracked();
            let scenario = self.workspace.scenario_id().get_untracked();
            let guards = Question {
                arrears,
                ..Question::default()
            };
            let inputs = guards.inputs(&plan, plan.scenario(&scenario));
            Frontier::new(&inputs, MOST_MONEY, HALVINGS, steps).guarded(per_head)
        });
        self.guarded.set(vec![]);
        spawn_local(async move {
            let both = [(Some(free), self.frontier), (guarded, self.guarded)];
            let mut left: usize = both.iter().filter_map(|(f, _)| f.as_ref()).map(Frontier::left).sum();
            for (frontier, points) in both {
                let Some(mut frontier) = frontier else { continue };
                while frontier.step().is_some() {
                    left = left.saturating_sub(1);
                    points.set(frontier.points().to_vec());
                    self.frontier_left.set(left);
                    timer::pause(0).await;
                    if self.frontier_serial.try_get_value() != Some(serial) {
                        return;
                    }
                }
            }
        });
    }

    /// Stops what is being drawn, as nobody looks; what is there stays if it is whole.
    pub fn leave_frontier(self) {
        if self.frontier_left.get_untracked() > 0 {
            self.frontier_serial.update_value(|s| *s += 1);
            self.frontier_of.set_value(String::new());
        }
    }

    pub(super) fn forget_frontier(self) {
        self.frontier_serial.update_value(|s| *s += 1);
        self.frontier_of.set_value(String::new());
        self.frontier.set(vec![]);
        self.guarded.set(vec![]);
        self.frontier_left.set(0);
    }
}
