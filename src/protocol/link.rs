//! What the page still waits for, and what becomes of it when the worker stops. No browser: a state machine.

use super::message::{Reply, Request, SampleRequest, Task};
use crate::model::{Ground, Scenario, Shared};
use std::collections::{BTreeMap, BTreeSet};

/// Workers that never said they were ready, before the page computes by itself.
const MOST_STARTS: u32 = 2;
/// Workers that stopped with the same job or the same samples under way, before those are given up.
const MOST_CRASHES: u32 = 2;

/// Where long computations are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WorkPlace {
    /// In a worker, beside the page.
    #[default]
    Worker,
    /// On the page's own thread, in slices: this browser makes no worker.
    Page,
}

impl WorkPlace {
    /// Name in `data-value`.
    pub fn name(self) -> &'static str {
        match self {
            WorkPlace::Worker => "worker",
            WorkPlace::Page => "page",
        }
    }
}

/// What to do after a worker stopped.
#[derive(Clone, Debug, PartialEq)]
pub struct Crash {
    /// Where to go on.
    pub place: WorkPlace,
    /// What to ask there first, in order.
    pub requests: Vec<Request>,
    /// Jobs that are given up.
    pub failed: Vec<u64>,
    /// Whether no samples are drawn any more until the plan changes.
    pub without_samples: bool,
}

#[derive(Debug)]
struct Open {
    ground: Shared<Ground>,
    scenario: Option<Box<Scenario>>,
    task: Box<Task>,
    stopped: bool,
    crashes: u32,
}

/// The page's end: every request goes through [`Link::pass`], every answer through [`Link::hear`].
///
/// A worker that stopped is started again with all that is outstanding. What was under way in [`MOST_CRASHES`] workers
/// that stopped is given up rather than tried on the page: the same code would stop the page too.
#[derive(Debug, Default)]
pub struct Link {
    ground: Option<Shared<Ground>>,
    want: SampleRequest,
    /// Scenarios asked for, with the revision since which each is as it is.
    scenarios: BTreeMap<String, (Option<Scenario>, u64)>,
    /// Those of which more samples are to come.
    open: BTreeSet<String>,
    jobs: BTreeMap<u64, Open>,
    ready: bool,
    starts: u32,
    crashes: u32,
    /// Samples were given up: whoever computes does not know what is wanted.
    withheld: bool,
}

impl Link {
    /// The plan asked about last.
    pub fn ground(&self) -> Option<&Shared<Ground>> {
        self.ground.as_ref()
    }

    /// Takes note of a request; gives what to ask, `None` for nothing.
    pub fn pass(&mut self, request: Request) -> Option<Request> {
        match &request {
            Request::Ground(ground) => self.ground = Some(ground.clone()),
            Request::Want(want) => {
                self.scenarios.retain(|id, _| want.ids.contains(id));
                self.open.retain(|id| want.ids.contains(id));
                for (id, scenario) in &want.changed {
                    self.scenarios.insert(id.clone(), (scenario.clone(), want.revision));
                    self.open.insert(id.clone());
                }
                self.want = SampleRequest {
                    changed: vec![],
                    ..want.clone()
                };
                if want.changed.is_empty() {
                    return (!self.withheld).then_some(request);
                }
                self.crashes = 0;
                if std::mem::take(&mut self.withheld) {
                    return Some(self.whole_want());
                }
            }
            Request::Start { job, scenario, task } => {
                let open = Open {
                    ground: self.ground.clone()?,
                    scenario: scenario.clone(),
                    task: task.clone(),
                    stopped: false,
                    crashes: 0,
                };
                self.jobs.insert(*job, open);
            }
            Request::Stop(job) => self.jobs.get_mut(job)?.stopped = true,
            Request::Drop(job) => {
                self.jobs.remove(job)?;
            }
        }
        Some(request)
    }

    /// Takes note of an answer; false if it is of an older plan, or nobody waits for it any more.
    pub fn hear(&mut self, answer: &Reply) -> bool {
        match answer {
            Reply::Ready => {
                self.ready = true;
                self.starts = 0;
                true
            }
            Reply::Sampled {
                id, revision, whole, ..
            } => {
                let current = self.scenarios.get(id).is_some_and(|(_, since)| revision >= since);
                if current && *whole {
                    self.open.remove(id);
                    self.crashes = 0;
                }
                current
            }
            Reply::Job(job, news) => {
                if news.is_last() {
                    self.jobs.remove(job).is_some()
                } else {
                    self.jobs.contains_key(job)
                }
            }
        }
    }

    /// Whether a worker has been heard of since the last start.
    pub fn is_ready(&self) -> bool {
        self.ready
    }

    /// Whether a worker that said it was ready owes an answer: until a job ends, or all samples are drawn, it speaks every
    /// now and then.
    pub fn is_waiting(&self) -> bool {
        let samples = !self.withheld && !self.open.is_empty();
        self.ready && (samples || !self.jobs.is_empty())
    }

    /// The worker stopped, or did not start.
    pub fn record_crash(&mut self) -> Crash {
        let started = std::mem::take(&mut self.ready);
        let mut failed = vec![];
        if started {
            self.crashes += u32::from(!self.open.is_empty());
            for (number, job) in &mut self.jobs {
                job.crashes += 1;
                if job.crashes >= MOST_CRASHES {
                    failed.push(*number);
                }
            }
            self.jobs.retain(|_, job| job.crashes < MOST_CRASHES);
            self.withheld |= self.crashes >= MOST_CRASHES;
        } else {
            self.starts += 1;
        }
        let place = if self.starts >= MOST_STARTS {
            WorkPlace::Page
        } else {
            WorkPlace::Worker
        };
        Crash {
            place,
            requests: self.outstanding(),
            failed,
            without_samples: self.withheld,
        }
    }

    /// All that is not answered yet, for somebody who knows nothing.
    pub fn outstanding(&self) -> Vec<Request> {
        let mut requests = vec![];
        let mut known: Option<&Shared<Ground>> = None;
        for (number, job) in &self.jobs {
            if known.is_none_or(|k| !Shared::ptr_eq(k, &job.ground)) {
                requests.push(Request::Ground(job.ground.clone()));
                known = Some(&job.ground);
            }
            requests.push(Request::Start {
                job: *number,
                scenario: job.scenario.clone(),
                task: job.task.clone(),
            });
            if job.stopped {
                requests.push(Request::Stop(*number));
            }
        }
        let Some(ground) = &self.ground else { return requests };
        if known.is_none_or(|k| !Shared::ptr_eq(k, ground)) {
            requests.push(Request::Ground(ground.clone()));
        }
        if !self.withheld {
            requests.push(self.whole_want());
        }
        requests
    }

    fn whole_want(&self) -> Request {
        let scenarios = self.scenarios.iter();
        Request::Want(SampleRequest {
            changed: scenarios
                .map(|(id, (scenario, _))| (id.clone(), scenario.clone()))
                .collect(),
            ..self.want.clone()
        })
    }
}
