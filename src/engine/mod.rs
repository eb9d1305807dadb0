//! What a plan leads to: [`resolve`] gives flat [`Inputs`], [`simulate`] runs them, [`evaluate`] adds the reasons.

mod backtest;
pub(crate) mod buckets;
pub(crate) mod by_year;
mod causes;
mod change;
pub mod compare;
mod earmark;
mod evaluate;
mod event_effects;
mod fixes;
mod flow;
pub(crate) mod funding;
mod guards;
mod hash;
mod in_force;
pub(crate) mod inputs;
mod ladder;
mod ledger;
mod line_starts;
mod missing;
mod outcome;
mod pay;
mod payments;
mod pushed;
mod rebase;
mod reconcile;
mod renewals;
mod resolve;
pub mod sample;
mod seek;
mod shortage;
pub(crate) mod simulate;
mod start;
mod timeline;
pub mod verdict;
pub(crate) mod work;
pub(crate) mod worth;
mod years;

pub use backtest::{Backtest, LineBacktest, backtest};
pub use causes::{Causes, causes};
pub use change::{Change, apply_change};
pub use evaluate::{Evaluation, evaluate};
pub use event_effects::{EventEffect, event_effects};
pub use fixes::{Fix, fixes};
pub use flow::financing;
pub use funding::{Funding, MAX_ROW_SOURCES, Rows};
pub use guards::{CommunityGuard, Guard, GuardRow, GuardRowOf, community_guard, guards};
pub use inputs::{Candidate, Carried, Floor, Inputs, LineInputs, SourceInputs, YearMoney};
pub use ladder::Climb;
pub use missing::{MissingMoney, missing_money};
pub use outcome::{CommuneOutcome, LineOutcome, Outcome, SourceOutcome};
pub use payments::Payments;
pub use pushed::{Pushed, at_least, pushed};
pub use reconcile::{Operation, Part, PartOf, RECONCILIATIONS, Reconciliation, ReconciliationKind, reconcile};
pub use renewals::Certificates;
pub use resolve::{readiness, resolve};
pub use seek::{Found, seek};
pub use shortage::{Shortage, Tight, shortages};
pub use simulate::simulate;
pub use start::Lift;
pub use timeline::{
    Bar, Phase, Progress, first_shortage, moved, progress, recognised_starts, rescheduled, spread, timeline,
};
pub use work::latest_start;
pub use worth::{NextStep, Worth, worth};
pub use years::{YearGoal, YearOutcome, goal_years};

/// Version of the engine: results may differ between versions; stored with every exported plan.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
