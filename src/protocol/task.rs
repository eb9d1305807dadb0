//! Jobs under way, step by step.

use super::message::{Done, Ended, News, Task};
use crate::engine::Inputs;
use crate::engine::resolve;
use crate::engine::sample::{GoalSeek, Indices, Input, Measure, Sampler, Ways, WaysRequest};
use crate::model::{ImpossibleCorrelation, Plan, Scenario};
use crate::optimise::{self, AskedLimits, Frontier, Question, Reliefs, Robust, Search, clash};
use std::sync::Arc;

/// Samples drawn in one step.
const SAMPLES: usize = 100;
/// Pairs drawn of indices in one step.
const PAIRS: usize = 10;

/// Beyond this a step of any kind is longer than a frame; so each is as small as its code lets it be.
#[derive(Debug)]
enum Work {
    Search(Box<Search>),
    Explain {
        inputs: Box<Inputs>,
        answer: Box<optimise::Answer>,
        steps: usize,
        goals: Option<Vec<usize>>,
        asked: Box<AskedLimits>,
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
pub(super) struct Running {
    work: Work,
    /// When it began and how long it may take, milliseconds.
    began: f64,
    most_time: f64,
    stop: bool,
}

impl Running {
    pub(super) fn new(plan: &Arc<Plan>, scenario: Option<&Scenario>, task: Task, now: f64) -> Self {
        let mut most_time = f64::INFINITY;
        let work = match task {
            Task::Search {
                question,
                most_time: most,
            } => {
                most_time = most;
                Work::Search(Box::new(Search::new(&question.inputs(plan, scenario))))
            }
            Task::Explain {
                question,
                answer,
                steps,
                goals,
            } => {
                let inputs = Box::new(question.inputs(plan, scenario));
                let asked = AskedLimits::new(&question, plan, scenario);
                Work::Explain {
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
                Work::Robust(Box::new(Robust::new(
                    Arc::clone(plan),
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
                    || resolve(plan, scenario),
                    |guards| {
                        let question = Question {
                            arrears: guards.arrears,
                            ..Question::default()
                        };
                        question.inputs(plan, scenario)
                    },
                );
                let frontier = Frontier::new(&inputs, most, halvings, steps).also(&also);
                Work::Frontier(Box::new(frontier.guarded(guards.and_then(|g| g.per_head))))
            }
            Task::Seek { lever, aim, effort } => match GoalSeek::new(plan, scenario, &lever, &aim, effort) {
                Ok(seek) => Work::Seek(Box::new(seek)),
                Err(_) => Work::Impossible,
            },
            Task::Ways { levers, aim, effort } => {
                let request = WaysRequest {
                    plan: Arc::clone(plan),
                    scenario: scenario.cloned(),
                    aim,
                    levers,
                    effort,
                };
                Ways::new(request).map_or(Work::Impossible, |ways| Work::Ways(Box::new(ways)))
            }
            Task::Indices { measure, pairs, seed } => match Indices::new(Arc::clone(plan), scenario, seed, measure) {
                Ok(indices) => Work::Indices(Box::new(indices), 0, pairs),
                Err(_) => Work::Impossible,
            },
            Task::Cloud {
                input,
                measure,
                samples,
                seed,
            } => {
                let sampler = Sampler::new(Arc::clone(plan), scenario, seed);
                sample(sampler, samples, Reading::Cloud(input, measure))
            }
            Task::KnownYear { plan, samples, seed } => {
                let sampler = Sampler::new(Arc::clone(&plan), plan.scenarios.first(), seed);
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
    pub(super) fn step(&mut self, now: f64) -> Option<Done> {
        let stop = self.stop;
        match &mut self.work {
            Work::Search(search) => {
                // A search that was stopped before its first step has the plan it began with.
                let progress = if stop { search.progress() } else { search.step(1) };
                let ended = if progress.done {
                    Ended::Complete
                } else if stop {
                    Ended::Cancelled
                } else if now - self.began > self.most_time {
                    Ended::Time
                } else {
                    return None;
                };
                Some(Done::Search(Box::new(search.answer()), ended))
            }
            Work::Explain {
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
                    .map(|goals| clash(inputs, asked, goals, *steps));
                Some(Done::Explained(reliefs.found().to_vec(), limits))
            }
            Work::Robust(robust) => {
                let ended = stop || robust.step().done || now - self.began > self.most_time;
                ended.then(|| Done::Robust(Box::new(robust.answer())))
            }
            Work::Frontier(frontier) => {
                let ended = stop || frontier.step().is_none() || frontier.left() == 0;
                ended.then(|| Done::Frontier(frontier.points().to_vec()))
            }
            Work::Seek(_) if stop => Some(Done::Sought(None)),
            Work::Seek(seek) => seek.advance(SAMPLES).map(|sought| Done::Sought(Some(sought))),
            Work::Ways(ways) => {
                let ended = stop || ways.advance(|| true);
                ended.then(|| Done::Ways(ways.ways().to_vec(), ways.unreached().to_vec()))
            }
            Work::Indices(indices, drawn, pairs) => {
                let more = if stop { 0 } else { PAIRS.min(*pairs - *drawn) };
                indices.advance(more);
                *drawn += more;
                (stop || *drawn >= *pairs).then(|| {
                    let shares = indices.first_order();
                    Done::Indices(indices.inputs().iter().cloned().zip(shares).collect(), *drawn)
                })
            }
            Work::Sample(sampler, samples, reading) => {
                let more = if stop {
                    0
                } else {
                    SAMPLES.min(*samples - sampler.drawn())
                };
                sampler.advance(more);
                let whole = sampler.drawn() >= *samples;
                (stop || whole).then(|| match reading {
                    Reading::Cloud(input, measure) => Done::Cloud(Box::new(sampler.cloud(input.as_ref(), *measure))),
                    Reading::KnownYear => Done::KnownYear(whole.then(|| sampler.known_results())),
                })
            }
            Work::Impossible => Some(Done::Impossible),
        }
    }

    /// How far it is.
    pub(super) fn news(&self) -> News {
        match &self.work {
            Work::Search(search) => News::Search(search.progress()),
            Work::Explain { reliefs, .. } => News::Reliefs(reliefs.found().to_vec()),
            Work::Robust(robust) => News::Part(if robust.progress().done { 1.0 } else { 0.0 }),
            Work::Frontier(frontier) => News::Frontier(frontier.points().to_vec(), frontier.left()),
            Work::Seek(seek) => News::Part(seek.progress()),
            Work::Ways(ways) => News::Ways(ways.ways().to_vec(), ways.unreached().to_vec(), ways.progress()),
            Work::Indices(_, drawn, pairs) => News::Part(*drawn as f64 / (*pairs).max(1) as f64),
            Work::Sample(sampler, samples, _) => News::Part(sampler.drawn() as f64 / (*samples).max(1) as f64),
            Work::Impossible => News::Part(0.0),
        }
    }
}

/// Samples to be drawn, if they can be.
fn sample(sampler: Result<Sampler, ImpossibleCorrelation>, samples: usize, reading: Reading) -> Work {
    sampler.map_or(Work::Impossible, |s| Work::Sample(Box::new(s), samples, reading))
}
