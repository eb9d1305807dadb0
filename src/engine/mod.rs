//! What a plan leads to: [`resolve`] gives flat [`Inputs`], [`simulate`] runs them, [`evaluate`] adds the reasons.

mod backtest;
mod buckets;
mod by_year;
mod causes;
pub mod compare;
mod earmark;
mod evaluate;
mod event_effects;
mod fixes;
mod flow;
mod funding;
mod guards;
mod hash;
mod inputs;
mod missing;
mod outcome;
mod pay;
mod rebase;
mod reconcile;
mod resolve;
mod seek;
mod simulate;
mod start;
mod timeline;
pub mod verdict;
mod work;
mod worth;
mod years;

pub use backtest::{Backtest, LineBacktest, backtest};
pub use causes::{Causes, causes};
pub use evaluate::{Evaluation, evaluate};
pub use event_effects::{EventEffect, event_effects};
pub use fixes::{Change, Fix, apply_change, fixes};
pub use flow::financing;
pub use funding::{Funding, Rows};
pub use guards::{CommunityGuard, community_guard};
pub use inputs::{Candidate, Carried, Inputs, LineInputs, SourceInputs, YearMoney};
pub use missing::{MissingMoney, missing_money};
pub use outcome::{CommuneOutcome, LineOutcome, Outcome, SourceOutcome};
pub use reconcile::{Operation, Part, PartOf, RECONCILIATIONS, Reconciliation, ReconciliationKind, reconcile};
pub use resolve::{readiness, resolve};
pub use seek::{Found, seek};
pub use simulate::simulate;
pub use start::Lift;
pub use timeline::{Bar, Progress, first_shortage, moved, progress, recognised_starts, rescheduled, spread, timeline};
pub use work::latest_start;
pub use worth::{NextStep, Worth, worth};
pub use years::{YearGoal, YearOutcome, goal_years};

/// Version of the engine: results may differ between versions; stored with every exported plan.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
