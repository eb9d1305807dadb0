//! The end that computes: takes requests, works in slices, gives answers.

use super::message::{JobNews, Reply, Request};
use super::queue::Queue;
use super::task::RunningTask;
use crate::model::{Ground, Shared};
use std::collections::VecDeque;

/// Milliseconds after the last change at which the hand rests.
pub const REST: f64 = 350.0;
/// Milliseconds between two news of a job.
const NEWS: f64 = 100.0;

/// A job with its number.
#[derive(Debug)]
struct RunningJob {
    number: u64,
    running: RunningTask,
    last_news: f64,
}

/// Computes what is asked for, a slice at a time. Knows no clock: whoever calls says what time it is, milliseconds.
#[derive(Debug, Default)]
pub struct Server {
    ground: Option<Shared<Ground>>,
    queue: Queue,
    /// When samples were asked for last.
    changed: f64,
    /// The one to go on with first.
    jobs: VecDeque<RunningJob>,
}

impl Server {
    /// Takes a request.
    pub fn take(&mut self, request: Request, now: f64) {
        match request {
            Request::Ground(ground) => {
                self.ground = Some(ground);
                self.queue.restart();
                self.changed = now;
            }
            Request::Want(want) => {
                // Asking for more of the same is no change.
                if !want.changed.is_empty() {
                    self.changed = now;
                }
                self.queue.want(want);
            }
            Request::Start { job, scenario, task } => {
                if let Some(ground) = &self.ground {
                    let running = RunningTask::new(ground, scenario.as_deref(), *task, now);
                    self.jobs.push_back(RunningJob {
                        number: job,
                        running,
                        last_news: now,
                    });
                }
            }
            Request::Stop(number) => {
                if let Some(job) = self.jobs.iter_mut().find(|j| j.number == number) {
                    job.running.stop();
                }
            }
            Request::Drop(number) => self.jobs.retain(|j| j.number != number),
        }
    }

    /// Works until `late` says so, an answer is there, or nothing is left to do. Samples go first; jobs take turns, a slice
    /// each.
    pub fn advance(&mut self, now: f64, mut late: impl FnMut() -> bool) -> Option<Reply> {
        if let Some(ground) = &self.ground
            && self.queue.is_busy(self.has_rested(now))
        {
            let rested = self.has_rested(now);
            return self.queue.advance(ground, rested, &mut late);
        }
        let mut job = self.jobs.pop_front()?;
        loop {
            if let Some(done) = job.running.step(now) {
                return Some(Reply::Job(job.number, JobNews::Done(done)));
            }
            if late() {
                break;
            }
        }
        let news = (now - job.last_news >= NEWS).then(|| {
            job.last_news = now;
            Reply::Job(job.number, job.running.news())
        });
        self.jobs.push_back(job);
        news
    }

    /// Milliseconds until there is something to do: 0 for at once, `None` for nothing until something is asked.
    pub fn wait(&self, now: f64) -> Option<f64> {
        let sampling = |rested| self.ground.is_some() && self.queue.is_busy(rested);
        if !self.jobs.is_empty() || sampling(self.has_rested(now)) {
            Some(0.0)
        } else {
            sampling(true).then_some(self.changed + REST - now)
        }
    }

    fn has_rested(&self, now: f64) -> bool {
        now - self.changed >= REST
    }
}
