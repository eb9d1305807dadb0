//! Long computations: in a worker, or in slices on the page's own thread where a browser makes none.
//!
//! Whoever wants something starts a job and hears of it:
//!
//! ```ignore
//! let jobs = use_jobs();
//! let job = jobs.start(&plan.ground, plan.scenario(&id), Task::Seek { lever, aim, effort }, move |news| match news {
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

use super::{Prefs, Toasts};
use crate::model::{Ground, Scenario, Shared};
use crate::platform::timer::{self, Timer};
use crate::platform::worker::{self, Handle, WorkerEvent};
use crate::protocol::{
    JobNews, Link, Look, Reply, Request, SILENCE, SampleRequest, Server, Task, Watch, WorkPlace, from_text, to_text,
};
use leptos::prelude::*;
use page::Pending;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Milliseconds after which a worker that has said nothing counts as one that cannot start.
const PATIENCE: u32 = 15_000;

type Handler<T> = Rc<RefCell<dyn FnMut(T)>>;

/// Whoever computes now: a worker, the page itself, or nobody yet.
#[derive(Debug, Default)]
enum Host {
    /// Nobody yet: nothing was asked for.
    #[default]
    None,
    Worker(Handle),
    Page(Box<Server>),
}

#[derive(Default)]
struct Inner {
    link: Link,
    host: Host,
    /// Number of the worker; messages of an older one count for nothing.
    worker: u64,
    patience: Option<Timer>,
    /// Whether the worker has gone silent, and whether a timer is set to look.
    watch: Watch,
    is_watched: bool,
    /// Number of the job started last.
    last: u64,
    /// Whether no samples are wanted, and whoever computes knows that.
    wants_nothing: bool,
    handlers: BTreeMap<u64, Handler<JobNews>>,
    samples: Option<Handler<Reply>>,
    pending: Pending,
}

/// The one door to long computations: starts them, ends them, hands their news to whoever started them.
#[derive(Clone, Copy)]
pub struct Jobs {
    prefs: Prefs,
    toasts: Toasts,
    inner: StoredValue<Inner, LocalStorage>,
    place: RwSignal<WorkPlace>,
}

impl std::fmt::Debug for Jobs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Jobs")
    }
}

/// The door to long computations of this page; provided at the root.
pub fn use_jobs() -> Jobs {
    expect_context()
}

impl Jobs {
    /// Without a worker: it is started with the first request.
    pub fn new(prefs: Prefs, toasts: Toasts) -> Self {
        Self {
            prefs,
            toasts,
            inner: StoredValue::new_local(Inner::default()),
            place: RwSignal::new(WorkPlace::default()),
        }
    }

    /// Where requests are computed: in a worker or on the page.
    pub fn place(self) -> Signal<WorkPlace> {
        self.place.into()
    }

    /// Begins a job about a plan under a scenario (`None`: the plan as it stands); gives its number.
    pub fn start(
        self,
        ground: &Shared<Ground>,
        scenario: Option<&Scenario>,
        task: Task,
        hear: impl FnMut(JobNews) + 'static,
    ) -> u64 {
        self.send_ground(ground);
        let job = self.inner.try_update_value(|inner| {
            inner.last += 1;
            inner.handlers.insert(inner.last, Rc::new(RefCell::new(hear)));
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
        let _ = self.inner.try_update_value(|inner| inner.handlers.remove(&job));
        self.send(Request::Drop(job));
    }

    /// Sets who is told of samples.
    pub(super) fn on_samples(self, hear: impl FnMut(Reply) + 'static) {
        self.inner
            .update_value(|inner| inner.samples = Some(Rc::new(RefCell::new(hear))));
    }

    /// Asks for the samples of some scenarios on a ground; of none: none. While none are wanted, as in a table of many
    /// cells, a change of the ground costs nothing here.
    pub(super) fn want(self, ground: &Shared<Ground>, want: SampleRequest) {
        let nothing = want.ids.is_empty();
        let before = self
            .inner
            .try_update_value(|inner| std::mem::replace(&mut inner.wants_nothing, nothing));
        match (nothing, before) {
            (true, Some(true)) => return,
            (true, _) => {}
            (false, _) => self.send_ground(ground),
        }
        self.send(Request::Want(want));
    }

    /// Sends the ground to whoever computes unless it is the one that requests are about already.
    fn send_ground(self, ground: &Shared<Ground>) {
        let known = self.inner.try_with_value(|inner| inner.link.ground() == Some(ground));
        if known == Some(false) {
            self.send(Request::Ground(ground.clone()));
        }
    }

    fn send(self, request: Request) {
        // None: the page is going, or nobody waits for it.
        let outgoing = self.inner.try_update_value(|inner| {
            let request = inner.link.pass(request)?;
            Some((request, matches!(inner.host, Host::None)))
        });
        match outgoing.flatten() {
            // It is outstanding, with all before it.
            Some((_, true)) => self.begin(WorkPlace::Worker),
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
        let worker = self.inner.try_update_value(|inner| {
            let begin = !inner.is_watched && matches!(inner.host, Host::Worker(_)) && inner.link.is_waiting();
            inner.is_watched |= begin;
            begin.then_some(inner.worker)
        });
        if let Some(number) = worker.flatten() {
            timer::detached(SILENCE, move || self.check_worker(number));
        }
    }

    fn check_worker(self, number: u64) {
        let check_worker = self.inner.try_update_value(|inner| {
            // Another worker is looked at by somebody else.
            (inner.worker == number).then(|| {
                let check_worker = inner.watch.look(inner.link.is_waiting());
                inner.is_watched = check_worker == Look::Again;
                check_worker
            })
        });
        match check_worker.flatten() {
            Some(Look::Again) => timer::detached(SILENCE, move || self.check_worker(number)),
            Some(Look::Hung) => self.replace_worker(number),
            Some(Look::Rest) | None => {}
        }
    }

    /// Starts whoever computes and sends all requests that are outstanding.
    fn begin(self, place: WorkPlace) {
        let number = self.inner.try_update_value(|inner| {
            // Ends the one before.
            inner.host = Host::None;
            inner.worker += 1;
            inner.worker
        });
        let Some(number) = number else { return };
        let started_worker = (place == WorkPlace::Worker).then(|| {
            // Later: the one that speaks must not be dropped while it does.
            worker::start(move |event| match event {
                WorkerEvent::Text(text) => self.receive(number, &text),
                WorkerEvent::Stopped => timer::detached(0, move || self.replace_worker(number)),
            })
        });
        let (place, host) = match started_worker.flatten() {
            Some(handle) => (WorkPlace::Worker, Host::Worker(handle)),
            None => (WorkPlace::Page, Host::Page(Box::default())),
        };
        let outstanding = self.inner.try_update_value(|inner| {
            inner.patience = match place {
                WorkPlace::Worker => timer::after(PATIENCE, move || self.out_of_patience(number)),
                WorkPlace::Page => None,
            };
            inner.host = host;
            (inner.watch, inner.is_watched) = (Watch::default(), false);
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
            self.replace_worker(number);
        }
    }

    fn receive(self, number: u64, text: &str) {
        if self.inner.try_with_value(|inner| inner.worker) != Some(number) {
            return;
        }
        let _ = self.inner.try_update_value(|inner| inner.watch.record_sign());
        match from_text(text) {
            Ok(answer) => {
                self.deliver(answer);
                self.watch();
            }
            // Nonsense is as bad as nothing.
            Err(_) => timer::detached(0, move || self.replace_worker(number)),
        }
    }

    /// Hands an answer to whoever waits for it. Nothing is held meanwhile: the hearer may ask for more.
    fn deliver(self, answer: Reply) {
        let is_awaited = self.inner.try_update_value(|inner| inner.link.hear(&answer));
        if is_awaited != Some(true) {
            return;
        }
        match answer {
            Reply::Ready => {}
            Reply::Job(job, news) => self.deliver_news(job, news),
            Reply::Sampled { .. } => {
                let handler = self.inner.try_with_value(|inner| inner.samples.clone()).flatten();
                if let Some(handler) = handler
                    && let Ok(mut hear) = handler.try_borrow_mut()
                {
                    hear(answer);
                }
            }
        }
    }

    fn deliver_news(self, job: u64, news: JobNews) {
        let handler = self.inner.try_update_value(|inner| {
            if news.is_last() {
                inner.handlers.remove(&job)
            } else {
                inner.handlers.get(&job).cloned()
            }
        });
        if let Some(handler) = handler.flatten()
            && let Ok(mut hear) = handler.try_borrow_mut()
        {
            hear(news);
        }
    }

    /// The worker with this number stopped: another goes on where it was.
    fn replace_worker(self, number: u64) {
        let crash = self.inner.try_update_value(|inner| {
            (inner.worker == number && matches!(inner.host, Host::Worker(_))).then(|| inner.link.record_crash())
        });
        let Some(crash) = crash.flatten() else { return };
        self.begin(crash.place);
        for job in &crash.failed {
            self.deliver_news(*job, JobNews::Failed);
        }
        if crash.without_samples || !crash.failed.is_empty() {
            self.toasts.error(self.prefs.t_untracked().shell.computing_stopped);
        }
    }
}
