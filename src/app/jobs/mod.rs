//! Long computations: in a worker, or in slices on the page's own thread where a browser makes none.
//!
//! Whoever wants something starts a job and hears of it:
//!
//! ```ignore
//! let jobs = use_jobs();
//! let job = jobs.start(&plan, plan.scenario(&id), Task::Seek { lever, aim, effort }, move |news| match news {
//!     News::Part(share) => progress.set(share),
//!     News::Done(Done::Sought(sought)) => answer.set(sought),
//!     // The worker stopped twice over it.
//!     _ => failed.set(true),
//! });
//! jobs.stop(job);  // ends it; the last news still comes
//! jobs.forget(job); // ends it; nothing is heard any more (call it `on_cleanup` where the hearer is a component's)
//! ```
//!
//! A panel that has one question at a time keeps it in [`OneJob`], which does the forgetting.
//!
//! A job is about the plan and the scenario as they were when it began.
//! News come about ten times a second, never while [`Jobs::start`] is still running. Samples have their own way in
//! ([`super::Risks`]). A worker that stops, or hangs ([`crate::protocol::Watch`]), is started again with what is outstanding
//! ([`crate::protocol::Link`]).

mod inside;
mod one;
mod page;

pub use inside::serve;
pub use one::OneJob;

use super::evaluations::same_draws;
use super::{Prefs, Toasts};
use crate::model::{Plan, Scenario};
use crate::platform::timer::{self, Timer};
use crate::platform::worker::{self, Handle, Heard};
use crate::protocol::{
    Answer, Link, Look, News, Place, Request, SILENCE, Server, Task, Want, Watch, from_text, to_text,
};
use leptos::prelude::*;
use page::Pending;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Milliseconds after which a worker that has said nothing counts as one that cannot start.
const PATIENCE: u32 = 15_000;

type Hearer<T> = Rc<RefCell<dyn FnMut(T)>>;

/// Who computes.
#[derive(Debug, Default)]
enum Host {
    /// Nothing was asked yet.
    #[default]
    None,
    Worker(Handle),
    Page(Box<Server>),
}

#[derive(Default)]
struct Inner {
    link: Link,
    host: Host,
    /// Number of the worker; what is heard of an older one counts for nothing.
    worker: u64,
    patience: Option<Timer>,
    /// Whether the worker that is there has gone silent, and whether somebody looks.
    watch: Watch,
    watched: bool,
    /// Number of the last job.
    last: u64,
    /// The plan asked about last, and how often it has changed in more than its scenarios.
    plan: Option<Arc<Plan>>,
    grounds: u64,
    /// The plan is yet to be told to whoever computes.
    owed: bool,
    /// No samples are wanted, and whoever computes knows.
    wants_nothing: bool,
    hearers: BTreeMap<u64, Hearer<News>>,
    samples: Option<Hearer<Answer>>,
    pending: Pending,
}

/// Long computations.
#[derive(Clone, Copy)]
pub struct Jobs {
    prefs: Prefs,
    toasts: Toasts,
    inner: StoredValue<Inner, LocalStorage>,
    place: RwSignal<Place>,
}

impl std::fmt::Debug for Jobs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Jobs")
    }
}

/// Long computations.
pub fn use_jobs() -> Jobs {
    expect_context()
}

impl Jobs {
    /// Nothing asked yet; the worker is started when something is.
    pub fn new(prefs: Prefs, toasts: Toasts) -> Self {
        Self {
            prefs,
            toasts,
            inner: StoredValue::new_local(Inner::default()),
            place: RwSignal::new(Place::default()),
        }
    }

    /// Where it is computed.
    pub fn place(self) -> Signal<Place> {
        self.place.into()
    }

    /// Begins a job about a plan under a scenario (`None`: the plan as it stands); gives its number.
    pub fn start(
        self,
        plan: &Arc<Plan>,
        scenario: Option<&Scenario>,
        task: Task,
        hear: impl FnMut(News) + 'static,
    ) -> u64 {
        self.ground(plan);
        self.pay();
        let job = self.inner.try_update_value(|inner| {
            inner.last += 1;
            inner.hearers.insert(inner.last, Rc::new(RefCell::new(hear)));
            inner.last
        });
        let job = job.unwrap_or(0);
        self.send(Request::Start {
            job,
            scenario: scenario.cloned().map(Box::new),
            task: Box::new(task),
        });
        job
    }

    /// Ends a job with the best so far; the last news still comes.
    pub fn stop(self, job: u64) {
        self.send(Request::Stop(job));
    }

    /// Ends a job; nothing is heard of it any more.
    pub fn forget(self, job: u64) {
        let _ = self.inner.try_update_value(|inner| inner.hearers.remove(&job));
        self.send(Request::Drop(job));
    }

    /// Who hears of samples.
    pub(super) fn on_samples(self, hear: impl FnMut(Answer) + 'static) {
        self.inner
            .update_value(|inner| inner.samples = Some(Rc::new(RefCell::new(hear))));
    }

    /// Asks for samples.
    pub(super) fn want(self, want: Want) {
        let nothing = want.ids.is_empty();
        let before = self
            .inner
            .try_update_value(|inner| std::mem::replace(&mut inner.wants_nothing, nothing));
        match (nothing, before) {
            (true, Some(true)) => return,
            (true, _) => {}
            (false, _) => self.pay(),
        }
        self.send(Request::Want(want));
    }

    /// Makes this the plan that is asked about; a number that changes whenever more than its scenarios changed.
    pub(super) fn ground(self, plan: &Arc<Plan>) -> u64 {
        let known = self.inner.try_update_value(|inner| {
            let same = inner.plan.as_ref().is_some_and(|known| same_draws(known, plan));
            // The next comparison is then with itself.
            inner.plan = Some(Arc::clone(plan));
            inner.grounds += u64::from(!same);
            inner.owed |= !same;
            inner.grounds
        });
        known.unwrap_or(0)
    }

    /// Tells whoever computes the plan, before the first question about it: while nothing is asked, as in a table of many
    /// cells, a change costs nothing here.
    fn pay(self) {
        let owed = self.inner.try_update_value(|inner| {
            let owed = std::mem::take(&mut inner.owed);
            inner.plan.clone().filter(|_| owed)
        });
        if let Some(plan) = owed.flatten() {
            self.send(Request::Ground(plan));
        }
    }

    fn send(self, request: Request) {
        // None: the page is going, or nobody waits for it.
        let passed = self.inner.try_update_value(|inner| {
            let request = inner.link.pass(request)?;
            Some((request, matches!(inner.host, Host::None)))
        });
        match passed.flatten() {
            // It is outstanding, with all before it.
            Some((_, true)) => self.begin(Place::Worker),
            Some((request, false)) => self.post(request),
            None => {}
        }
    }

    fn post(self, request: Request) {
        let of_samples = matches!(request, Request::Want(_));
        let on_page = self.inner.try_update_value(|inner| match &mut inner.host {
            Host::Worker(handle) => {
                // What cannot be written is no request of a plan that passed the gate.
                if let Ok(text) = to_text(&request) {
                    handle.post(&text);
                }
                false
            }
            Host::Page(server) => {
                server.take(request, crate::platform::clock::now());
                true
            }
            Host::None => false,
        });
        if on_page == Some(true) {
            self.wake(of_samples);
        } else {
            self.watch();
        }
    }

    /// Looks after a while whether the worker still speaks, if it owes an answer and nobody looks yet.
    fn watch(self) {
        let begun = self.inner.try_update_value(|inner| {
            let begin = !inner.watched && matches!(inner.host, Host::Worker(_)) && inner.link.is_waiting();
            inner.watched |= begin;
            begin.then_some(inner.worker)
        });
        if let Some(number) = begun.flatten() {
            timer::detached(SILENCE, move || self.look(number));
        }
    }

    fn look(self, number: u64) {
        let look = self.inner.try_update_value(|inner| {
            // Another worker is looked at by somebody else.
            (inner.worker == number).then(|| {
                let look = inner.watch.look(inner.link.is_waiting());
                inner.watched = look == Look::Again;
                look
            })
        });
        match look.flatten() {
            Some(Look::Again) => timer::detached(SILENCE, move || self.look(number)),
            Some(Look::Hung) => self.stopped(number),
            Some(Look::Rest) | None => {}
        }
    }

    /// Starts whoever computes and asks for all that is outstanding.
    fn begin(self, place: Place) {
        let number = self.inner.try_update_value(|inner| {
            // Ends the one before.
            inner.host = Host::None;
            inner.worker += 1;
            inner.worker
        });
        let Some(number) = number else { return };
        let started = (place == Place::Worker).then(|| {
            // Later: the one that speaks must not be dropped while it does.
            worker::start(move |heard| match heard {
                Heard::Text(text) => self.heard(number, &text),
                Heard::Stopped => timer::detached(0, move || self.stopped(number)),
            })
        });
        let (place, host) = match started.flatten() {
            Some(handle) => (Place::Worker, Host::Worker(handle)),
            None => (Place::Page, Host::Page(Box::default())),
        };
        let outstanding = self.inner.try_update_value(|inner| {
            inner.patience = match place {
                Place::Worker => timer::after(PATIENCE, move || self.out_of_patience(number)),
                Place::Page => None,
            };
            inner.host = host;
            (inner.watch, inner.watched) = (Watch::default(), false);
            inner.link.outstanding()
        });
        if self.place.get_untracked() != place {
            self.place.set(place);
        }
        for request in outstanding.into_iter().flatten() {
            self.post(request);
        }
    }

    fn out_of_patience(self, number: u64) {
        if self.inner.try_with_value(|inner| inner.link.is_ready()) == Some(false) {
            self.stopped(number);
        }
    }

    fn heard(self, number: u64, text: &str) {
        if self.inner.try_with_value(|inner| inner.worker) != Some(number) {
            return;
        }
        let _ = self.inner.try_update_value(|inner| inner.watch.heard());
        match from_text(text) {
            Ok(answer) => {
                self.tell(answer);
                self.watch();
            }
            // Nonsense is as bad as nothing.
            Err(_) => timer::detached(0, move || self.stopped(number)),
        }
    }

    /// Hands an answer to whoever waits for it. Nothing is held meanwhile: the hearer may ask for more.
    fn tell(self, answer: Answer) {
        let waited = self.inner.try_update_value(|inner| inner.link.hear(&answer));
        if waited != Some(true) {
            return;
        }
        match answer {
            Answer::Ready => {}
            Answer::Job(job, news) => self.tell_job(job, news),
            Answer::Sampled { .. } => {
                let hearer = self.inner.try_with_value(|inner| inner.samples.clone()).flatten();
                if let Some(hearer) = hearer
                    && let Ok(mut hear) = hearer.try_borrow_mut()
                {
                    hear(answer);
                }
            }
        }
    }

    fn tell_job(self, job: u64, news: News) {
        let hearer = self.inner.try_update_value(|inner| {
            if news.is_last() {
                inner.hearers.remove(&job)
            } else {
                inner.hearers.get(&job).cloned()
            }
        });
        if let Some(hearer) = hearer.flatten()
            && let Ok(mut hear) = hearer.try_borrow_mut()
        {
            hear(news);
        }
    }

    /// The worker with this number stopped: another goes on where it was.
    fn stopped(self, number: u64) {
        let crash = self.inner.try_update_value(|inner| {
            (inner.worker == number && matches!(inner.host, Host::Worker(_))).then(|| inner.link.crashed())
        });
        let Some(crash) = crash.flatten() else { return };
        self.begin(crash.place);
        for job in &crash.failed {
            self.tell_job(*job, News::Failed);
        }
        if crash.without_samples || !crash.failed.is_empty() {
            self.toasts.error(self.prefs.t_untracked().shell.computing_stopped);
        }
    }
}
