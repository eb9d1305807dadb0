//! Reactive state, no markup.
//!
//! Everything lives at the root and is handed down by context as `Copy` handles: [`use_workspace`] (the open plan),
//! [`use_prefs`] (language, theme, unit), [`use_toasts`] (messages), [`use_route`] (screen), [`use_jobs`] (long computations). Views read signals and
//! send commands; nobody else holds a writable signal of the plan.

mod autosave;
mod boot;
mod effects;
mod evaluations;
mod jobs;
mod keeper;
mod keys;
mod library;
mod listed;
mod opening;
mod optimiser;
mod prefs;
mod record;
mod risks;
mod route;
mod scroll_history;
mod toasts;
mod workspace;

pub use crate::platform::settings::Theme;
pub use jobs::{Jobs, OneJob, serve, use_jobs};
pub(crate) use listed::listed;
pub use optimiser::{
    LIMITS, LeastResult, MostResult, Objective, Optimiser, Proof, ProofEnd, ProofStatus, QuestionDraft, SearchResult,
    SearchStatus, StopReason, use_optimiser,
};
pub use prefs::{Prefs, use_prefs};
pub use risks::{FIRST, FULL, Risks, SEED, SampledRisk, use_risks};
pub use route::{Route, Screen, use_route};
pub use toasts::{Toast, ToastKind, Toasts, use_toasts};
pub use workspace::{LibraryEntry, MOST_COMPARED, ReadOnly, SaveState, Workspace, use_workspace};

use leptos::prelude::provide_context;

/// Makes the state and hands it to every view below. Call once, at the root.
pub fn provide() -> Workspace {
    let prefs = Prefs::new();
    let toasts = Toasts::new();
    let workspace = Workspace::new(prefs, toasts);
    provide_context(prefs);
    provide_context(toasts);
    provide_context(Route::new());
    provide_context(workspace);
    let jobs = Jobs::new(prefs, toasts);
    provide_context(jobs);
    provide_context(Risks::new(workspace, jobs));
    provide_context(Optimiser::new(workspace, jobs));
    effects::start(workspace, prefs);
    workspace
}
