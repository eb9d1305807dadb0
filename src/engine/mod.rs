//! What a plan leads to: `resolve` gives flat [`Inputs`], `simulate` runs them, [`evaluate`] adds the reasons.

mod causes;
mod evaluate;
mod guards;
mod inputs;
mod missing;
mod outcome;
mod worth;

pub use causes::{Causes, causes};
pub use evaluate::{Evaluation, evaluate};
pub use guards::{CommunityGuard, community_guard};
pub use inputs::{Candidate, Inputs, LineInputs, SourceInputs};
pub use missing::{MissingMoney, missing_money};
pub use outcome::{CommuneOutcome, LineOutcome, Outcome, SourceOutcome};
pub use worth::{NextStep, Worth, worth};

/// Version of the engine: results may differ between versions; stored with every exported plan.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
