//! The search as a job ([`super::super::jobs`]), and then what explains its answer.

use super::{LeastResult, MostResult, Objective, Optimiser, SearchResult, SearchStatus, StopReason};
use crate::engine::{resolve, simulate};
use crate::model::{CommuneId, Scenario};
use crate::optimise::{
    Answer, Progress, RobustAnswer, SAME_SCORE, WhyNot, bound, explain_commune, find_absence, find_least_money,
    find_shortfalls, is_light, replay, verify_answer,
};
use crate::platform::clock;
use crate::protocol::{JobNews, JobResult, Task};
use leptos::prelude::*;

/// Milliseconds after which a search ends with the best it has and the exact solver goes on.
const MOST_TIME: f64 = 2_000.0;
/// Milliseconds for the plan that is sure with a chance.
const ROBUST_TIME: f64 = 30_000.0;
/// Steps of each search that explains an answer: of small plans, of large ones.
const EXPLAIN: (usize, usize) = (2_000, 20);

impl Optimiser {
    /// Starts the search for the scenario shown, in place of any other.
    pub fn start(self) {
        let workspace = self.workspace;
        let plan = workspace.plan_untracked();
        let id = workspace.scenario_id().get_untracked();
        let draft = self.draft.get_untracked();
        let scenario = plan.scenario(&id);
        let question = draft.question(&plan);
        let as_it_is = resolve(&plan, scenario);
        let result = SearchResult {
            inputs: question.inputs(&plan, scenario),
            before: simulate(&as_it_is),
            weights: as_it_is.lines.iter().map(|l| l.weight).collect(),
            scenario: id,
            question,
            draft: draft.clone(),
            most: None,
            least: None,
        };
        self.end_job();
        self.forget_proof();
        self.serial.update_value(|s| *s += 1);
        self.about.set_value(Some((plan.ground.clone(), scenario.cloned())));
        match draft.kind {
            Objective::Most => self.search(result, scenario, draft.chance),
            Objective::Least => self.least(result),
        }
    }

    /// Ends the search with the best it has.
    pub fn cancel(self) {
        if self.status.with_untracked(Option::is_some)
            && let Some(job) = self.job.get_value()
        {
            self.jobs.stop(job);
        }
        self.cancel_proof();
    }

    /// Ends what is under way; nothing is heard of it any more.
    pub(super) fn end_job(self) {
        if let Some(job) = self.job.get_value() {
            self.job.set_value(None);
            self.jobs.forget(job);
        }
    }

    fn search(self, result: SearchResult, scenario: Option<&Scenario>, chance: Option<f64>) {
        let plan = self.workspace.plan_untracked();
        let started = clock::now();
        // What is known before the first news: the plan as it is, and the linear bound.
        let score = simulate(&result.inputs).score;
        let progress = Progress {
            steps: 0,
            score,
            bound: bound(&result.inputs).max(score),
            open: 1,
            done: false,
        };
        self.result.set(None);
        self.status.set(Some(SearchStatus { progress, elapsed: 0.0 }));
        let task = Task::Search {
            question: result.question.clone(),
            most_time: MOST_TIME,
        };
        let mut waiting = Some(result);
        let job = self.jobs.start(&plan.ground, scenario, task, move |news| {
            let elapsed = clock::now() - started;
            match news {
                JobNews::Search(progress) => self.status.set(Some(SearchStatus { progress, elapsed })),
                JobNews::Done(JobResult::Search(answer, stop_reason)) => {
                    let Some(result) = waiting.take() else { return };
                    match chance {
                        Some(chance) => self.robust(result, *answer, stop_reason, chance, progress, started),
                        None => self.publish_result(result, *answer, stop_reason, elapsed, None),
                    }
                }
                _ => self.status.set(None),
            }
        });
        self.job.set_value(Some(job));
    }

    /// Searches for the plan that makes the most targets with a chance, as far as the time goes.
    fn robust(
        self,
        result: SearchResult,
        answer: Answer,
        stop_reason: StopReason,
        chance: f64,
        progress: Progress,
        started: f64,
    ) {
        let Some((ground, scenario)) = self.about.get_value() else {
            return;
        };
        self.end_job();
        let task = Task::Robust {
            question: result.question.clone(),
            chance,
            steps: explaining_steps(&result.inputs),
            most_time: ROBUST_TIME,
        };
        let mut waiting = Some((result, answer));
        let job = self.jobs.start(&ground, scenario.as_ref(), task, move |news| {
            let elapsed = clock::now() - started;
            match news {
                JobNews::Part(_) => self.status.set(Some(SearchStatus { progress, elapsed })),
                JobNews::Done(JobResult::Robust(sure)) => {
                    let Some((result, mut answer)) = waiting.take() else {
                        return;
                    };
                    answer.planned = sure.planned.clone();
                    answer.score = replay(&result.inputs, &sure.planned).score;
                    answer.progress.score = answer.score;
                    answer.cost = answer.planned.cost(&result.inputs);
                    answer.short = find_shortfalls(&result.inputs, &answer.planned);
                    self.publish_result(result, answer, stop_reason, elapsed, Some(*sure));
                }
                _ => self.status.set(None),
            }
        });
        self.job.set_value(Some(job));
    }

    /// The answer is there: shown, and then proven and explained if it is that of the plan at likely values.
    fn publish_result(
        self,
        mut result: SearchResult,
        answer: Answer,
        stop_reason: StopReason,
        elapsed: f64,
        robust: Option<RobustAnswer>,
    ) {
        let plain = robust.is_none();
        let proven = answer.progress.proven();
        result.most = Some(MostResult {
            outcome: verify_answer(&result.inputs, &answer),
            stop_reason,
            elapsed,
            reliefs: vec![],
            explaining: plain,
            robust,
            clash: None,
            proof: None,
            answer,
        });
        self.status.set(None);
        self.result.set(Some(result));
        if plain && stop_reason != StopReason::Cancelled && !proven {
            self.prove();
        }
        if plain {
            self.explain();
        }
    }

    /// Looks at one limit after the other, then for a clash.
    pub(super) fn explain(self) {
        let task = self.result.with_untracked(|result| explaining(result.as_ref()?));
        let (Some(task), Some((ground, scenario))) = (task, self.about.get_value()) else {
            return;
        };
        self.end_job();
        let job = self
            .jobs
            .start(&ground, scenario.as_ref(), task, move |news| match news {
                JobNews::Reliefs(reliefs) => self.update_most(|most| most.reliefs = reliefs),
                JobNews::Done(JobResult::Explained(reliefs, clash)) => self.update_most(|most| {
                    most.reliefs = reliefs;
                    most.explaining = false;
                    most.clash = clash;
                }),
                _ => self.update_most(|most| most.explaining = false),
            });
        self.job.set_value(Some(job));
    }

    /// One linear problem: there is nothing to wait for.
    fn least(self, mut result: SearchResult) {
        let plan = self.workspace.plan_untracked();
        let draft = self.draft.get_untracked();
        let sources = result.inputs.sources.iter();
        let prices: Vec<Option<f64>> = sources.map(|s| draft.price(&plan, &s.id)).collect();
        let answer = find_least_money(&result.inputs, &goals(&result.inputs), &prices);
        let limits = result.question_scenario(&plan);
        let made = answer.as_ref().ok().map(|least| {
            let scenario = Scenario {
                overrides: least.apply_to(&plan, Some(&limits)),
                ..Scenario::default()
            };
            let inputs = resolve(&plan, Some(&scenario));
            let outcome = simulate(&inputs);
            ((inputs, outcome), least.raises(&plan, Some(&limits)))
        });
        let (run, raises) = made.unzip();
        result.least = Some(LeastResult {
            answer,
            run,
            raises: raises.unwrap_or_default(),
        });
        self.status.set(None);
        self.result.set(Some(result));
    }

    /// Why a commune is not in the answer; `None` without one.
    pub fn why_not(self, commune: &CommuneId) -> Option<WhyNot> {
        let plan = self.workspace.plan_untracked();
        self.result.with_untracked(|result| {
            let result = result.as_ref()?;
            let answer = &result.most.as_ref()?.answer;
            let why = explain_commune(&result.inputs, answer, commune, explaining_steps(&result.inputs));
            Some(match why {
                WhyNot::NotACandidate(_) => {
                    let own = result.question.overrides(&plan, plan.scenario(&result.scenario));
                    WhyNot::NotACandidate(find_absence(&plan, &own, commune))
                }
                other => other,
            })
        })
    }
}

/// What explains an answer to the question.
fn explaining(result: &SearchResult) -> Option<Task> {
    let inputs = &result.inputs;
    let answer = Box::new(result.most.as_ref()?.answer.clone());
    let less = answer.short.iter().any(|short| *short > 0.0) || answer.score < 1.0 - SAME_SCORE;
    let short = less && is_light(inputs);
    Some(Task::Explain {
        question: result.question.clone(),
        answer,
        steps: explaining_steps(inputs),
        goals: short.then(|| goals(inputs)),
    })
}

/// Lines that count.
fn goals(inputs: &crate::engine::Inputs) -> Vec<usize> {
    let lines = inputs.lines.iter().enumerate();
    lines
        .filter(|(_, l)| l.weight > 0.0 && l.goal > 0.0)
        .map(|(l, _)| l)
        .collect()
}

fn explaining_steps(inputs: &crate::engine::Inputs) -> usize {
    if is_light(inputs) { EXPLAIN.0 } else { EXPLAIN.1 }
}
