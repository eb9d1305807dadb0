//! Jobs under way, step by step.

use super::message::{JobNews, JobResult, SearchEnd, Task};
use crate::engine::Inputs;
use crate::engine::resolve;
use crate::engine::sample::{GoalSeek, Indices, Input, Measure, Sampler, Ways, WaysRequest};
use crate::model::{Ground, ImpossibleCorrelation, Scenario, Shared};
use crate::optimise::{self, Frontier, Question, QuestionLimits, Reliefs, Robust, Search, find_clash};

/// Samples drawn in one step.
const SAMPLES: usize = 100;
/// Pairs drawn of indices in one step.
const PAIRS: usize = 10;

/// Beyond this a step of any kind is longer than a frame; so each is as small as its code lets it be.
#[derive(Debug)]
enum TaskWork {
    Search(Box<Search>),
    Explain {
        inputs: Box<Inputs>,
        answer: Box<optimise::Answer>,
        steps: usize,
        goals: Option<Vec<usize>>,
        asked: Box<QuestionLimits>,
        reliefs: Box<Reliefs>,
    },
    Robust(Box<Robust>),
    Frontier(Box<Frontier>),
    Seek(Box<GoalSeek>),
    Ways(Box<Ways>),
    Indices(Box<Indices>, usize, usize),
    /// Samples, how many, and what is read off them.
    Sample(Box<Sampler>, usize, Reading),
    /// Impossible correlations.
    Impossible,
}

/// What is read off samples once they are drawn.
#[derive(Debug)]
enum Reading {
    Cloud(Option<Input>, Measure),
    KnownYear,
}

/// A job under way.
#[derive(Debug)]
pub(super) struct RunningTask {
    work: TaskWork,
    /// When it began and how long it may take, milliseconds.
    began: f64,
    most_time: f64,
    stop: bool,
}

impl RunningTask {
    pub(super) fn new(ground: &Shared<Ground>, scenario: Option<&Scenario>, task: Task, now: f64) -> Self {
        let mut most_time = f64::INFINITY;
        let work = match task {
            Task::Search {
                question,
                most_time: most,
            } => {
                most_time = most;
                TaskWork::Search(Box::new(Search::new(&question.inputs(ground, scenario))))
            }
            Task::Explain {
                question,
                answer,
                steps,
                goals,
            } => {
                let inputs = Box::new(question.inputs(ground, scenario));
                let asked = QuestionLimits::new(&question, ground, scenario);
                TaskWork::Explain {
                    reliefs: Box::new(Reliefs::new(&inputs, asked.clone())),
                    asked: Box::new(asked),
                    inputs,
                    answer,
                    steps,
                    goals,
                }
            }
            Task::Robust {
                question,
                chance,
                steps,
                most_time: most,
            } => {
                most_time = most;
                TaskWork::Robust(Box::new(Robust::new(
                    ground.clone(),
                    scenario,
                    &question,
                    chance,
                    steps,
                )))
            }
            Task::Frontier {
                most,
                halvings,
                steps,
                also,
                guards,
            } => {
                let inputs = guards.map_or_else(
                    || resolve(ground, scenario),
                    |guards| {
                        let question = Question {
                            arrears: guards.arrears,
                            ..Question::default()
                        };
                        question.inputs(ground, scenario)
                    },
                );
                let frontier = Frontier::new(&inputs, most, halvings, steps).with_factors(&also);
                TaskWork::Frontier(Box::new(frontier.with_guards(guards.and_then(|g| g.per_head))))
            }
            Task::Seek { lever, aim, effort } => match GoalSeek::new(ground, scenario, &lever, &aim, effort) {
                Ok(seek) => TaskWork::Seek(Box::new(seek)),
                Err(_) => TaskWork::Impossible,
            },
            Task::Ways { levers, aim, effort } => {
                let request = WaysRequest {
                    ground: ground.clone(),
                    scenario: scenario.cloned(),
                    aim,
                    levers,
                    effort,
                };
                Ways::new(request).map_or(TaskWork::Impossible, |ways| TaskWork::Ways(Box::new(ways)))
            }
            Task::Indices { measure, pairs, seed } => match Indices::new(ground.clone(), scenario, seed, measure) {
                Ok(indices) => TaskWork::Indices(Box::new(indices), 0, pairs),
                Err(_) => TaskWork::Impossible,
            },
            Task::Cloud {
                input,
                measure,
                samples,
                seed,
            } => {
                let sampler = Sampler::new(ground.clone(), scenario, seed);
                sample(sampler, samples, Reading::Cloud(input, measure))
            }
            Task::KnownYear { plan, samples, seed } => {
                let sampler = Sampler::new(plan.ground.clone(), plan.base(), seed);
                sample(sampler, samples, Reading::KnownYear)
            }
        };
        Self {
            work,
            began: now,
            most_time,
            stop: false,
        }
    }

    /// The next step is to be the last.
    pub(super) fn stop(&mut self) {
        self.stop = true;
    }

    /// One step; how it ended if it has.
    pub(super) fn step(&mut self, now: f64) -> Option<JobResult> {
        let stop = self.stop;
        match &mut self.work {
            TaskWork::Search(search) => {
                // A search that was stopped before its first step has the plan it began with.
                let progress = if stop { search.progress() } else { search.step(1) };
                let ended = if progress.done {
                    SearchEnd::Complete
                } else if stop {
                    SearchEnd::Cancelled
                } else if now - self.began > self.most_time {
                    SearchEnd::Time
                } else {
                    return None;
                };
                Some(JobResult::Search(Box::new(search.answer()), ended))
            }
            TaskWork::Explain {
                inputs,
                answer,
                steps,
                goals,
                asked,
                reliefs,
            } => {
                if !stop && reliefs.step(inputs, answer, *steps) {
                    return None;
                }
                let limits = goals
                    .as_ref()
                    .filter(|_| !stop)
                    .map(|goals| find_clash(inputs, asked, goals, *steps));
                Some(JobResult::Explained(reliefs.reliefs().to_vec(), limits))
            }
            TaskWork::Robust(robust) => {
                let ended = stop || robust.step().done || now - self.began > self.most_time;
                ended.then(|| JobResult::Robust(Box::new(robust.answer())))
            }
            TaskWork::Frontier(frontier) => {
                let ended = stop || frontier.step().is_none() || frontier.left() == 0;
                ended.then(|| JobResult::Frontier(frontier.points().to_vec()))
            }
            TaskWork::Seek(_) if stop => Some(JobResult::Sought(None)),
            TaskWork::Seek(seek) => seek.advance(SAMPLES).map(|sought| JobResult::Sought(Some(sought))),
            TaskWork::Ways(ways) => {
                let ended = stop || ways.advance(|| true);
                ended.then(|| JobResult::Ways(ways.ways().to_vec(), ways.unreached().to_vec()))
            }
            TaskWork::Indices(indices, drawn, pairs) => {
                let more = if stop { 0 } else { PAIRS.min(*pairs - *drawn) };
                indices.advance(more);
                *drawn += more;
                (stop || *drawn >= *pairs).then(|| {
                    let shares = indices.first_order();
                    JobResult::Indices(indices.inputs().iter().cloned().zip(shares).collect(), *drawn)
                })
            }
            TaskWork::Sample(sampler, samples, reading) => {
                let more = if stop {
                    0
                } else {
                    SAMPLES.min(*samples - sampler.count_drawn())
                };
                sampler.advance(more);
                let whole = sampler.count_drawn() >= *samples;
                (stop || whole).then(|| match reading {
                    Reading::Cloud(input, measure) => {
                        JobResult::Cloud(Box::new(sampler.cloud(input.as_ref(), *measure)))
                    }
                    Reading::KnownYear => JobResult::KnownYear(whole.then(|| sampler.known_results())),
                })
            }
            TaskWork::Impossible => Some(JobResult::Impossible),
        }
    }

    /// How far it is.
    pub(super) fn news(&self) -> JobNews {
        match &self.work {
            TaskWork::Search(search) => JobNews::Search(search.progress()),
            TaskWork::Explain { reliefs, .. } => JobNews::Reliefs(reliefs.reliefs().to_vec()),
            TaskWork::Robust(robust) => JobNews::Part(if robust.progress().done { 1.0 } else { 0.0 }),
            TaskWork::Frontier(frontier) => JobNews::Frontier(frontier.points().to_vec(), frontier.left()),
            TaskWork::Seek(seek) => JobNews::Part(seek.progress()),
            TaskWork::Ways(ways) => JobNews::Ways(ways.ways().to_vec(), ways.unreached().to_vec(), ways.progress()),
            TaskWork::Indices(_, drawn, pairs) => JobNews::Part(*drawn as f64 / (*pairs).max(1) as f64),
            TaskWork::Sample(sampler, samples, _) => {
                JobNews::Part(sampler.count_drawn() as f64 / (*samples).max(1) as f64)
            }
            TaskWork::Impossible => JobNews::Part(0.0),
        }
    }
}

/// Samples to be drawn, if they can be.
fn sample(sampler: Result<Sampler, ImpossibleCorrelation>, samples: usize, reading: Reading) -> TaskWork {
    sampler.map_or(TaskWork::Impossible, |s| {
        TaskWork::Sample(Box::new(s), samples, reading)
    })
}
