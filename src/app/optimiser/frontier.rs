//! The frontier of the scenario shown, point by point while the page stays fluid.

use super::Optimiser;
use crate::optimise::{Frontier, FrontierPoint, fingerprint, is_light};
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

    /// Points still to come.
    pub fn frontier_left(self) -> Signal<usize> {
        self.frontier_left.into()
    }

    /// Draws the frontier of the scenario shown anew, unless it is there.
    pub fn draw_frontier(self) {
        let inputs = self.workspace.evaluation().with_untracked(|e| e.inputs.clone());
        let of = fingerprint(&inputs);
        if self.frontier_of.with_value(|known| *known == of) {
            return;
        }
        self.frontier_of.set_value(of);
        self.frontier_serial.update_value(|s| *s += 1);
        let serial = self.frontier_serial.get_value();
        let steps = if is_light(&inputs) { STEPS.0 } else { STEPS.1 };
        let mut frontier = Frontier::new(&inputs, MOST_MONEY, HALVINGS, steps);
        spawn_local(async move {
            while frontier.step().is_some() {
                self.frontier.set(frontier.points().to_vec());
                self.frontier_left.set(frontier.left());
                timer::pause(0).await;
                if self.frontier_serial.try_get_value() != Some(serial) {
                    return;
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
        self.frontier_left.set(0);
    }
}
