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

pub use backtest::{Backtest, LineBacktest, run_backtest};
pub use causes::{Causes, explain_loss};
pub use change::{Change, apply_change};
pub use evaluate::{Evaluation, evaluate};
pub use event_effects::{EventEffect, measure_event_effects};
pub use fixes::{Fix, find_fixes};
pub use flow::find_financing;
pub use funding::{Funding, FundingRows, MAX_ROW_SOURCES};
pub use guards::{CommunityGuard, Guard, GuardRow, GuardRowOf, check_guards, measure_community};
pub use hash::FINGERPRINT;
pub use inputs::{Candidate, CarriedUnits, Floor, Inputs, LineInputs, SourceInputs, YearMoney};
pub use ladder::Climb;
pub use missing::{MissingMoney, find_missing_money};
pub use outcome::{CommuneOutcome, LineOutcome, Outcome, SourceOutcome};
pub use payments::Payments;
pub use pushed::{Pushed, chance_of_at_least, measure_push};
pub use reconcile::{
    Operation, PartOf, RECONCILIATIONS, Reconciliation, ReconciliationKind, ReconciliationPart, reconcile,
};
pub use renewals::Certificates;
pub use resolve::{measure_readiness, resolve};
pub use seek::{Threshold, seek};
pub use shortage::{Shortage, Tight, find_shortages};
pub use simulate::simulate;
pub use start::Lift;
pub use timeline::{
    Bar, LineProgress, Phase, first_shortage, lay_out_bars, measure_progress, move_starts, recognised_starts,
    reschedule, spread_starts,
};
pub use work::latest_start;
pub use worth::{NextStep, Worth, measure_worth};
pub use years::{YearGoal, YearOutcome, goal_years};

/// Version of the engine: results may differ between versions; stored with every exported plan.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
