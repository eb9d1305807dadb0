//! The frontier of the scenario shown, point by point, as a job ([`super::super::jobs`]); then that with the guards of the
//! question, if it has any.

use super::Optimiser;
use crate::optimise::{FrontierPoint, fingerprint, is_light};
use crate::protocol::{FrontierGuards, JobNews, JobResult, Task};
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

    /// Draws the frontier of the scenario shown anew, and that with the guards of the question, as far as they are not
    /// there; both with points at `also` times the money.
    pub fn draw_frontier(self, also: Vec<f64>) {
        let inputs = self.workspace.evaluation().with_untracked(|e| e.inputs.clone());
        let guards = self.draft.with_untracked(|a| FrontierGuards {
            per_head: a.per_head,
            arrears: a.arrears,
        });
        let of = format!("{} {also:?}", fingerprint(&inputs));
        let guarded_of = format!("{of} {guards:?}");
        if self.drawing.with_value(|under_way| *under_way == guarded_of) {
            return;
        }
        self.end_frontier();
        let guards = Some(guards).filter(|g| *g != FrontierGuards::default());
        let mut lines = Vec::new();
        let drawn = |known: StoredValue<String>, of: &String| known.with_value(|known| known == of);
        if let Some(guards) = guards.filter(|_| !drawn(self.guarded_of, &guarded_of)) {
            lines.push((Some(guards), guarded_of.clone()));
        }
        if !drawn(self.frontier_of, &of) {
            lines.push((None, of));
        }
        // A line with other guards says nothing of these.
        if guards.is_none() || lines.iter().any(|(guards, _)| guards.is_some()) {
            self.guarded.set(vec![]);
            self.guarded_of.set_value(String::new());
        }
        if lines.is_empty() {
            self.frontier_left.set(0);
        } else {
            self.drawing.set_value(guarded_of);
            self.draw(if is_light(&inputs) { STEPS.0 } else { STEPS.1 }, also, lines);
        }
    }

    /// Draws lines, the last one first.
    fn draw(self, steps: usize, also: Vec<f64>, mut lines: Vec<(Option<FrontierGuards>, String)>) {
        let Some((guards, of)) = lines.pop() else {
            self.drawing.set_value(String::new());
            self.frontier_left.set(0);
            return;
        };
        let count = (1 << HALVINGS) + 1 + also.len();
        let later = lines.len() * count;
        let (points, whole) = match guards {
            Some(_) => (self.guarded, self.guarded_of),
            None => (self.frontier, self.frontier_of),
        };
        whole.set_value(String::new());
        let task = Task::Frontier {
            most: MOST_MONEY,
            halvings: HALVINGS,
            steps,
            also: also.clone(),
            guards,
        };
        let plan = self.workspace.plan_untracked();
        let id = self.workspace.scenario_id().get_untracked();
        self.frontier_left.set(count + later);
        let job = self
            .jobs
            .start(&plan.ground, plan.scenario(&id), task, move |news| match news {
                JobNews::Frontier(result, left) => {
                    points.set(result);
                    self.frontier_left.set(left + later);
                }
                JobNews::Done(JobResult::Frontier(result)) => {
                    points.set(result);
                    whole.set_value(of.clone());
                    self.draw(steps, also.clone(), lines.clone());
                }
                // Given up: what is there is not whole, so it is drawn again when next looked at.
                _ => self.draw(steps, vec![], vec![]),
            });
        self.frontier_job.set_value(Some(job));
    }

    /// Stops what is being drawn, as nobody looks; what is there stays if it is whole.
    pub fn leave_frontier(self) {
        self.end_frontier();
        self.frontier_left.set(0);
    }

    pub(super) fn forget_frontier(self) {
        self.leave_frontier();
        self.frontier_of.set_value(String::new());
        self.guarded_of.set_value(String::new());
        self.frontier.set(vec![]);
        self.guarded.set(vec![]);
    }

    fn end_frontier(self) {
        self.drawing.set_value(String::new());
        if let Some(job) = self.frontier_job.get_value() {
            self.frontier_job.set_value(None);
            self.jobs.forget(job);
        }
    }
}
