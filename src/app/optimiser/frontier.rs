//! The frontier of the scenario shown, point by point, as a job ([`super::super::jobs`]); then that with the guards of the
//! question, if it has any.

use super::Optimiser;
use crate::optimise::{FrontierPoint, fingerprint, is_light};
use crate::protocol::{Done, Guards, News, Task};
use leptos::prelude::*;

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
        let guards = self.asked.with_untracked(|a| Guards {
            per_head: a.per_head,
            arrears: a.arrears,
        });
        let of = format!("{} {guards:?}", fingerprint(&inputs));
        if self.frontier_of.with_value(|known| *known == of) {
            return;
        }
        self.frontier_of.set_value(of);
        self.end_frontier();
        self.guarded.set(vec![]);
        let steps = if is_light(&inputs) { STEPS.0 } else { STEPS.1 };
        let guards = Some(guards).filter(|g| *g != Guards::default());
        self.draw(steps, None, guards);
    }

    /// Draws the line with `guards`, then the one with `next`.
    fn draw(self, steps: usize, guards: Option<Guards>, next: Option<Guards>) {
        const POINTS: usize = (1 << HALVINGS) + 1;
        let later = if next.is_some() { POINTS } else { 0 };
        let points = if guards.is_some() { self.guarded } else { self.frontier };
        let task = Task::Frontier {
            most: MOST_MONEY,
            halvings: HALVINGS,
            steps,
            guards,
        };
        let plan = self.workspace.plan_untracked();
        let id = self.workspace.scenario_id().get_untracked();
        self.frontier_left.set(POINTS + later);
        let job = self
            .jobs
            .start(&plan, plan.scenario(&id), task, move |news| match news {
                News::Frontier(found, left) => {
                    points.set(found);
                    self.frontier_left.set(left + later);
                }
                News::Done(Done::Frontier(found)) => {
                    points.set(found);
                    match next {
                        Some(_) => self.draw(steps, next, None),
                        None => self.frontier_left.set(0),
                    }
                }
                // Given up: what is there is not whole, so it is drawn again when next looked at.
                _ => {
                    self.frontier_of.set_value(String::new());
                    self.frontier_left.set(0);
                }
            });
        self.frontier_job.set_value(Some(job));
    }

    /// Stops what is being drawn, as nobody looks; what is there stays if it is whole.
    pub fn leave_frontier(self) {
        if self.frontier_left.get_untracked() > 0 {
            self.end_frontier();
            self.frontier_of.set_value(String::new());
        }
    }

    pub(super) fn forget_frontier(self) {
        self.end_frontier();
        self.frontier_of.set_value(String::new());
        self.frontier.set(vec![]);
        self.guarded.set(vec![]);
        self.frontier_left.set(0);
    }

    fn end_frontier(self) {
        if let Some(job) = self.frontier_job.get_value() {
            self.frontier_job.set_value(None);
            self.jobs.forget(job);
        }
    }
}
