//! Requests and answers.

use crate::engine::sample::{
    Aim, Cloud, Effort, FirstOrder, Influence, Input, KnownResult, Lever, Measure, Risk, Sought, UnreachedLever, Way,
};
use crate::model::{Ground, Plan, Scenario, Shared};
use crate::optimise::{self, Clash, FrontierPoint, Progress, Question, Relief};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::sync::Arc;

/// What the page asks for; the order counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// From now on this is the plan; its scenarios count for nothing, they are named where they are asked about.
    Ground(Shared<Ground>),
    /// Samples.
    Want(SampleRequest),
    /// Begins a job about the plan as it is now, under a scenario.
    Start {
        /// Number of the job, never used before.
        job: u64,
        /// Scenario; `None` for the plan as it stands.
        scenario: Option<Box<Scenario>>,
        /// What is to be found.
        task: Box<Task>,
    },
    /// The job is to end with the best it has.
    Stop(u64),
    /// Nobody wants the job any more.
    Drop(u64),
}

/// The samples asked for, in place of all asked for before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SampleRequest {
    /// Revision of the plan that the answers are to carry.
    pub revision: u64,
    /// Ids of the scenarios, the most urgent first.
    pub ids: Vec<String>,
    /// Those that changed since the last time or were not asked for then; `None` for an id the plan does not have (the
    /// plan as it stands).
    pub changed: Vec<(String, Option<Scenario>)>,
    /// Results whose influences are told with the samples, by scenario.
    pub influences: Vec<(String, Measure)>,
}

/// A job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Task {
    /// The best plan. Tells [`JobNews::Search`], ends with [`JobResult::Search`].
    Search {
        /// The question.
        question: Question,
        /// Milliseconds after which it ends with the best it has.
        most_time: f64,
    },
    /// Why an answer is no better. Tells [`JobNews::Reliefs`], ends with [`JobResult::Explained`].
    Explain {
        /// The question.
        question: Question,
        /// Its answer.
        answer: Box<optimise::Answer>,
        /// Steps of each search.
        steps: usize,
        /// Lines whose goals are asked about for limits that clash; `None`: clashes are not asked for.
        goals: Option<Vec<usize>>,
    },
    /// The plan that makes the most targets with a chance. Tells [`JobNews::Part`], ends with [`JobResult::Robust`].
    Robust {
        /// The question.
        question: Question,
        /// Chance asked for, 0–1.
        chance: f64,
        /// Steps of each search.
        steps: usize,
        /// Milliseconds after which it ends with the best it has.
        most_time: f64,
    },
    /// How the best score grows with money. Tells [`JobNews::Frontier`], ends with [`JobResult::Frontier`].
    Frontier {
        /// Up to so many times the money there is.
        most: f64,
        /// `2^halvings + 1` points.
        halvings: u32,
        /// Steps of search for each point.
        steps: usize,
        /// Shares of the money there is that are to have a point too.
        also: Vec<f64>,
        /// Limits that hold at every point.
        guards: Option<FrontierGuards>,
    },
    /// The smallest change of a lever that reaches an aim. Tells [`JobNews::Part`], ends with [`JobResult::Sought`].
    Seek {
        /// Lever.
        lever: Lever,
        /// Aim.
        aim: Aim,
        /// Samples of each trial, and the seed.
        effort: Effort,
    },
    /// Every way to reach an aim, over several levers. Tells [`JobNews::Ways`], ends with [`JobResult::Ways`].
    Ways {
        /// Levers that may be moved.
        levers: Vec<Lever>,
        /// Aim.
        aim: Aim,
        /// Samples of each trial, and the seed.
        effort: Effort,
    },
    /// First-order Sobol indices of a result. Tells [`JobNews::Part`], ends with [`JobResult::Indices`].
    Indices {
        /// Result.
        measure: Measure,
        /// Pairs of samples to draw; each takes two samples and one more for each input.
        pairs: usize,
        /// Seed.
        seed: u64,
    },
    /// An input of the samples beside a result. Tells [`JobNews::Part`], ends with [`JobResult::Cloud`].
    Cloud {
        /// Input; the first that varies if this one does not, or none is named.
        input: Option<Input>,
        /// Result.
        measure: Measure,
        /// Samples.
        samples: usize,
        /// Seed.
        seed: u64,
    },
    /// Where the known results of a year fall in the samples of its own plan, under that plan's first scenario. Tells
    /// [`JobNews::Part`], ends with [`JobResult::KnownYear`].
    KnownYear {
        /// The plan of the year, its goals the known results: not the one the page is about.
        plan: Arc<Plan>,
        /// Samples.
        samples: usize,
        /// Seed.
        seed: u64,
    },
}

/// Limits of a frontier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FrontierGuards {
    /// What villagers are asked for, triệu đồng a head and year.
    pub per_head: Option<f64>,
    /// Debt after the last month, triệu đồng.
    pub arrears: Option<f64>,
}

/// What is heard of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum JobNews {
    /// How far a search is.
    Search(Progress),
    /// What relaxing limits gives, as far as it is known.
    Reliefs(Vec<Relief>),
    /// Points so far by money, and how many are still to come.
    Frontier(Vec<FrontierPoint>, usize),
    /// Ways found so far, levers that do not reach it, and how far the search is, 0–1.
    Ways(Vec<Way>, Vec<UnreachedLever>, f64),
    /// How far, 0–1.
    Part(f64),
    /// The end; nothing more is heard.
    Done(JobResult),
    /// It cannot be told: the worker stopped twice over it. Nothing more is heard.
    Failed,
}

impl JobNews {
    /// Whether nothing more is heard.
    pub fn is_last(&self) -> bool {
        matches!(self, JobNews::Done(_) | JobNews::Failed)
    }
}

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum JobResult {
    /// The best plan found, and why the search ended.
    Search(Box<optimise::Answer>, SearchEnd),
    /// The plan that makes the most targets with the chance asked for.
    Robust(Box<optimise::RobustAnswer>),
    /// Limits whose relaxing gives something, and those that clash (`None` if not asked for).
    Explained(Vec<Relief>, Option<Clash>),
    /// All points, by money; those there were if it was stopped.
    Frontier(Vec<FrontierPoint>),
    /// The answer of a goal seek; `None` if it was stopped before.
    Sought(Option<Sought>),
    /// Ways, and levers that do not reach it; those found if it was stopped.
    Ways(Vec<Way>, Vec<UnreachedLever>),
    /// Inputs with their indices, and the pairs drawn.
    Indices(Vec<(Input, FirstOrder)>, usize),
    /// The input and the result; of the samples drawn so far if it was stopped.
    Cloud(Box<Cloud>),
    /// Each known result in the samples; `None` if it was stopped before all were drawn.
    KnownYear(Option<Vec<KnownResult>>),
    /// The plan's correlations are impossible.
    Impossible,
}

/// Why a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SearchEnd {
    /// Nothing is left to look at.
    Complete,
    /// It was asked to.
    Cancelled,
    /// Its time was up.
    Time,
}

/// What the page hears.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The server is there and hears.
    Ready,
    /// Samples of a scenario.
    Sampled {
        /// Scenario.
        id: String,
        /// Revision of the last [`SampleRequest`] it had heard of.
        revision: u64,
        /// What the samples say; `None` if the plan's correlations are impossible.
        risk: Option<Box<Risk>>,
        /// How results asked for go with each input that varies.
        influences: Vec<(Measure, Vec<(Input, Influence)>)>,
        /// Whether these are the same samples as told before, told again for their influences.
        again: bool,
        /// Whether no more are drawn of it.
        whole: bool,
    },
    /// News of a job.
    Job(u64, JobNews),
}

/// As JSON text. Numbers that are not finite have no place in JSON: nothing that is told holds any.
///
/// # Errors
/// What JSON cannot hold.
pub fn to_text<T: Serialize>(message: &T) -> Result<String, serde_json::Error> {
    // By a value: that is how the plan file is written too, so the code is there once.
    serde_json::to_value(message).map(|value| value.to_string())
}

/// From JSON text.
///
/// # Errors
/// Not such a message.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(text)
}
