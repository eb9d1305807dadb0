//! A place for one job at a time, with how far it is: what a panel asks for.

use super::{Jobs, use_jobs};
use crate::model::{Ground, Scenario, Shared};
use crate::platform::timer::{self, Timer};
use crate::protocol::{JobNews, Task};
use leptos::prelude::*;

/// A place for one job at a time; a new one takes the place of the one before. It ends with the view that made it.
#[derive(Clone, Copy)]
pub struct OneJob {
    jobs: Jobs,
    job: StoredValue<Option<u64>>,
    waiting: StoredValue<Option<Timer>, LocalStorage>,
    progress: RwSignal<Option<f64>>,
}

impl std::fmt::Debug for OneJob {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OneJob")
    }
}

impl Default for OneJob {
    fn default() -> Self {
        Self::new()
    }
}

impl OneJob {
    /// Nothing is being computed.
    pub fn new() -> Self {
        let one = Self {
            jobs: use_jobs(),
            job: StoredValue::new(None),
            waiting: StoredValue::new_local(None),
            progress: RwSignal::new(None),
        };
        on_cleanup(move || one.end());
        one
    }

    /// How far it is, 0–1; none while nothing is being computed.
    pub fn progress(self) -> Signal<Option<f64>> {
        self.progress.into()
    }

    /// Begins a job; `hear` hears of it until its last news.
    pub fn start(
        self,
        ground: &Shared<Ground>,
        scenario: Option<&Scenario>,
        task: Task,
        hear: impl FnMut(JobNews) + 'static,
    ) {
        self.end();
        self.progress.set(Some(0.0));
        self.ask(ground, scenario, task, hear);
    }

    /// The same after `wait` milliseconds, unless something else is asked for before: while a lever moves nothing is
    /// begun that the next move would end.
    pub fn start_after(
        self,
        wait: u32,
        ground: &Shared<Ground>,
        scenario: Option<&Scenario>,
        task: Task,
        hear: impl FnMut(JobNews) + 'static,
    ) {
        self.end();
        self.progress.set(Some(0.0));
        let (ground, scenario) = (ground.clone(), scenario.cloned());
        let timer = timer::after(wait, move || self.ask(&ground, scenario.as_ref(), task, hear));
        self.waiting.set_value(timer);
    }

    /// Ends it; nothing is heard any more.
    pub fn cancel(self) {
        self.end();
        self.progress.set(None);
    }

    fn ask(
        self,
        ground: &Shared<Ground>,
        scenario: Option<&Scenario>,
        task: Task,
        mut hear: impl FnMut(JobNews) + 'static,
    ) {
        let job = self.jobs.start(ground, scenario, task, move |news| {
            let part = match &news {
                JobNews::Part(part) | JobNews::Ways(_, _, part) => Some(*part),
                _ => None,
            };
            let last = news.is_last();
            hear(news);
            if last || part.is_some() {
                let _ = self.progress.try_set(part.filter(|_| !last));
            }
        });
        self.job.set_value(Some(job));
    }

    fn end(self) {
        let _ = self.waiting.try_set_value(None);
        if let Some(job) = self.job.try_get_value().flatten() {
            let _ = self.job.try_set_value(None);
            self.jobs.forget(job);
        }
    }
}
