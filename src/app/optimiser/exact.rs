//! The second, proving solver: it goes on where the search of the page has not proven its answer, in a worker of its own,
//! or when it is asked to judge. What it finds is taken only if it is better and checked.

use super::{MostResult, Optimiser};
use crate::optimise::{Disagreement, ExactProblem, Progress, accept_bound};
use crate::platform::highs::{End, Failure, SolverMessage, Solving, Task, solve};
use crate::platform::{clock, timer};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Time limits to choose from, seconds.
pub const LIMITS: [u32; 3] = [10, 60, 300];
/// The one that holds unless another is chosen, seconds.
pub const USUAL_LIMIT: u32 = 60;
/// Milliseconds between two looks at the clock.
const TICK: u32 = 250;
/// Milliseconds that the solver may take beyond its limit before it is ended.
const GRACE: f64 = 3_000.0;

/// The exact solver at work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProofStatus {
    /// Whether it is still being loaded.
    pub loading: bool,
    /// Score of the best plan so far, whoever found it, and the lowest bound so far.
    pub progress: Progress,
    /// Milliseconds since it was asked.
    pub elapsed: f64,
}

/// How the exact solver ended.
#[derive(Clone, Debug, PartialEq)]
pub enum ProofEnd {
    /// No plan is better.
    Proven,
    /// It has looked at everything, but its rows are necessary, not sufficient: the gap stays open.
    Bounded,
    /// Its time was up.
    Time,
    /// By the person.
    Cancelled,
    /// The communes that are fixed in do not fit together.
    Infeasible,
    /// What it answered is not what it said.
    Disagrees(Disagreement),
    /// It did not work.
    Failed(Failure),
}

/// What the exact solver made of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// How it ended.
    pub end: ProofEnd,
    /// How long it took, loading included, milliseconds.
    pub elapsed: f64,
    /// Whether the answer is its plan; otherwise it is that of the page's own search.
    pub improved: bool,
}

/// What the exact solver is at.
#[derive(Debug)]
pub(super) struct Work {
    problem: ExactProblem,
    solving: Option<Solving>,
    serial: u64,
    started: f64,
    improved: bool,
    disagrees: Option<Disagreement>,
}

impl Optimiser {
    /// The exact solver at work.
    pub fn proof_status(self) -> Signal<Option<ProofStatus>> {
        self.proof_status.into()
    }

    /// Its time limit, seconds.
    pub fn limit(self) -> RwSignal<u32> {
        self.limit
    }

    /// Lets the exact solver go on with the answer there is.
    pub fn prove(self) {
        let proof_start = self.result.with_untracked(|result| {
            let result = result.as_ref()?;
            // What is sure with a chance is not what this solver looks for.
            let most = result.most.as_ref().filter(|m| m.robust.is_none())?;
            let answer = &most.answer;
            let problem = ExactProblem::for_answer(&result.inputs, answer);
            let start = problem.values(&answer.planned);
            Some((problem, start, answer.progress))
        });
        let Some((problem, start, progress)) = proof_start else {
            return;
        };
        let limit = self.limit.get_untracked();
        let task = Task {
            text: problem.text().to_owned(),
            names: problem.names().collect::<Vec<_>>().join("\n"),
            start,
            seconds: f64::from(limit),
        };
        let serial = self.serial.get_value();
        self.work.set_value(Some(Work {
            problem,
            solving: None,
            serial,
            started: clock::now(),
            improved: false,
            disagrees: None,
        }));
        self.update_most(|most| most.proof = None);
        self.proof_status.set(Some(ProofStatus {
            loading: true,
            progress,
            elapsed: 0.0,
        }));
        spawn_local(async move {
            let solving = solve(task, move |message| self.hear(serial, message)).await;
            if !self.is_at_work(serial) {
                // Cancelled while it was loaded: dropping it ends it.
                return;
            }
            match solving {
                Ok(solving) => self.work.update_value(|work| {
                    if let Some(work) = work {
                        work.solving = Some(solving);
                    }
                }),
                Err(failure) => self.end_proof(ProofEnd::Failed(failure)),
            }
        });
        spawn_local(self.watch_clock(serial, f64::from(limit) * 1000.0));
    }

    /// Ends the exact solver at once; the best plan so far stays.
    pub(super) fn cancel_proof(self) {
        if self.proof_status.with_untracked(Option::is_some) {
            self.end_proof(ProofEnd::Cancelled);
        }
    }

    /// Ends it as nobody wants to know any more.
    pub(super) fn forget_proof(self) {
        self.work.set_value(None);
        self.proof_status.set(None);
    }

    fn is_at_work(self, serial: u64) -> bool {
        let at_work = self
            .work
            .try_with_value(|work| work.as_ref().is_some_and(|w| w.serial == serial));
        at_work == Some(true) && self.serial.try_get_value() == Some(serial)
    }

    /// Tells the time, and ends a solver that does not end by itself.
    async fn watch_clock(self, serial: u64, limit: f64) {
        loop {
            timer::pause(TICK).await;
            if !self.is_at_work(serial) {
                return;
            }
            let elapsed = self.work_elapsed();
            let Some(loading) = self.proof_status.with_untracked(|p| p.map(|p| p.loading)) else {
                return;
            };
            if !loading && elapsed > limit + GRACE {
                self.end_proof(ProofEnd::Time);
                return;
            }
            self.change_proof_status(|p| p.elapsed = elapsed);
        }
    }

    fn work_elapsed(self) -> f64 {
        self.work
            .with_value(|work| work.as_ref().map_or(0.0, |w| clock::now() - w.started))
    }

    fn hear(self, serial: u64, message: SolverMessage) {
        if !self.is_at_work(serial) {
            return;
        }
        match message {
            SolverMessage::Ready => self.change_proof_status(|p| p.loading = false),
            SolverMessage::Progress { bound, .. } => self.lower(bound),
            SolverMessage::Plan { best, values } => self.consider(&values, best),
            SolverMessage::End(end) => self.finish_proof(end),
            SolverMessage::Failed(failure) => self.end_proof(ProofEnd::Failed(failure)),
        }
    }

    fn change_proof_status(self, change: impl FnOnce(&mut ProofStatus)) {
        self.proof_status.update(|proof_status| {
            if let Some(proof_status) = proof_status {
                change(proof_status);
            }
        });
    }

    /// No plan has a higher score.
    fn lower(self, bound: Option<f64>) {
        let Some(bound) = bound else { return };
        let mut why = None;
        self.change_proof_status(|p| why = accept_bound(&mut p.progress, bound).err());
        if let Some(why) = why {
            self.disagrees(why);
        }
    }

    fn disagrees(self, why: Disagreement) {
        self.work.update_value(|work| {
            if let Some(work) = work {
                work.disagrees = Some(why);
            }
        });
    }

    /// Takes a plan if it is better.
    fn consider(self, values: &[f64], score: f64) {
        let better = self.work.with_value(|work| {
            let problem = &work.as_ref()?.problem;
            self.result.with_untracked(|result| {
                let answer = &result.as_ref()?.most.as_ref()?.answer;
                Some(problem.better(answer, values, score))
            })
        });
        match better {
            Some(Ok(Some((answer, outcome)))) => {
                let score = answer.score;
                self.update_most(|most| {
                    most.answer = answer;
                    most.outcome = Ok(outcome);
                });
                self.change_proof_status(|p| {
                    p.progress.score = score;
                    p.progress.bound = p.progress.bound.max(score);
                });
                self.work.update_value(|work| {
                    if let Some(work) = work {
                        work.improved = true;
                    }
                });
            }
            Some(Err(why)) => self.disagrees(why),
            _ => {}
        }
    }

    fn finish_proof(self, end: End) {
        if let Some(best) = end.best {
            self.consider(&end.values, best);
        }
        self.lower(end.bound);
        let proven = self
            .proof_status
            .with_untracked(|p| p.is_some_and(|p| p.progress.proven()));
        let disagrees = self
            .work
            .with_value(|work| work.as_ref().and_then(|w| w.disagrees.clone()));
        let how = match (end.status.as_str(), disagrees) {
            // A plan that does not keep its word says nothing for the bound either.
            (_, Some(why)) => ProofEnd::Disagrees(why),
            ("optimal", None) if proven => ProofEnd::Proven,
            ("optimal", None) => ProofEnd::Bounded,
            ("timeLimit", None) => ProofEnd::Time,
            ("infeasible", None) => ProofEnd::Infeasible,
            (other, None) => ProofEnd::Failed(Failure::Solver(other.to_owned())),
        };
        self.end_proof(how);
    }

    fn end_proof(self, end: ProofEnd) {
        let elapsed = self.work_elapsed();
        let bound = self.proof_status.with_untracked(|p| p.map(|p| p.progress.bound));
        let improved = self.work.with_value(|work| work.as_ref().is_some_and(|w| w.improved));
        self.forget_proof();
        let trusted = !matches!(end, ProofEnd::Disagrees(_) | ProofEnd::Infeasible);
        self.update_most(|most| {
            let proof_start = bound
                .filter(|_| trusted)
                .map(|bound| accept_bound(&mut most.answer.progress, bound));
            let end = match proof_start {
                Some(Err(why)) => ProofEnd::Disagrees(why),
                _ => end,
            };
            most.proof = Some(Proof { end, elapsed, improved });
        });
        if improved {
            self.explain_anew();
        }
    }

    /// The reasons were those of the answer before.
    fn explain_anew(self) {
        self.update_most(|most| {
            most.reliefs = vec![];
            most.explaining = true;
            most.clash = None;
        });
        self.explain();
    }

    pub(super) fn update_most(self, change: impl FnOnce(&mut MostResult)) {
        self.result.update(|result| {
            if let Some(most) = result.as_mut().and_then(|f| f.most.as_mut()) {
                change(most);
            }
        });
    }
}
