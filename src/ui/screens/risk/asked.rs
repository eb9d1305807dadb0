//! A computation that a panel has asked for, with how far it is.

use crate::app::{Jobs, use_jobs};
use crate::model::{Plan, Scenario};
use crate::protocol::{News, Task};
use leptos::prelude::*;
use std::sync::Arc;

/// A place for one computation at a time; a new one takes the place of the one before. It ends with the view that made it.
#[derive(Clone, Copy)]
pub struct Asked {
    jobs: Jobs,
    job: StoredValue<Option<u64>>,
    progress: RwSignal<Option<f64>>,
}

impl Asked {
    /// Nothing is being computed.
    pub fn new() -> Self {
        let asked = Self {
            jobs: use_jobs(),
            job: StoredValue::new(None),
            progress: RwSignal::new(None),
        };
        on_cleanup(move || asked.end());
        asked
    }

    /// How far it is, 0–1; none while nothing is being computed.
    pub fn progress(self) -> Signal<Option<f64>> {
        self.progress.into()
    }

    /// Asks; `hear` hears of it until its last news.
    pub fn start(
        self,
        plan: &Arc<Plan>,
        scenario: Option<&Scenario>,
        task: Task,
        mut hear: impl FnMut(News) + 'static,
    ) {
        self.end();
        self.progress.set(Some(0.0));
        let job = self.jobs.start(plan, scenario, task, move |news| {
            let part = match &news {
                News::Part(part) | News::Ways(_, _, part) => Some(*part),
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

    /// Ends it; nothing is heard any more.
    pub fn cancel(self) {
        self.end();
        self.progress.set(None);
    }

    fn end(self) {
        if let Some(job) = self.job.try_get_value().flatten() {
            let _ = self.job.try_set_value(None);
            self.jobs.forget(job);
        }
    }
}
