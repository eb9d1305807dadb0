//! What a plan *is*: plain data with units, ranges and the origin of every number.
//!
//! Nothing here computes a result; [`crate::engine`] does. All types serialise to the readable plan file
//! (see [`crate::formats`]). Money is in million đồng (*triệu đồng*) everywhere.

mod actuals;
mod calendar;
mod commune;
mod correlation;
mod event;
pub mod field;
#[cfg(test)]
pub(crate) mod fixture;
mod guard;
mod line;
mod matrix;
mod origin;
mod plan;
mod rule;
pub mod samples;
mod scenario;
mod shared;
mod source;
mod text;
pub mod validate;

pub use actuals::{ActualRow, Actuals, Monthly};
pub use calendar::{Calendar, YearMonth};
pub use commune::{Commune, CriteriaSet, Criterion, CriterionEntry, CriterionState, Level};
pub use correlation::{Correlation, Factor, ImpossibleCorrelation, correlation_key};
pub use event::{Effect, Event, EventMonth};
pub use guard::{Accepted, GUARDS, LastContribution};
pub use line::{Appraisal, Certificate, Line, Milestone, Rounds, Share, Stage, UnderWay};
pub(crate) use matrix::{Impossible, Matrix};
pub use origin::{Figure, Origin, Range, Replaced, edit_by_hand};
pub use plan::{Ground, Plan, PlanOrigins, ReportedFigure, Unknown};
pub use rule::{Bounds, Rule};
pub use scenario::{Amount, Discipline, Overrides, Pick, Scenario, Schedule};
pub use shared::Shared;
pub use source::{RELEASE_POINTS, ReleaseCurve, Source};
pub use text::{Lang, MAX_TEXT, Text, clean};

/// Largest number of a plan, in any unit: far above any budget in triệu đồng, far below where whole numbers stop being
/// exact. What is beyond it, either side of zero, is a slip or an attack.
pub const LARGEST: f64 = 1e12;

/// Identifies a source inside its plan, e.g. `state`.
pub type SourceId = String;
/// Identifies a line (a target) inside its plan, e.g. `model-commune`.
pub type LineId = String;
/// Identifies a commune inside its plan: the administrative code, e.g. `18565`.
pub type CommuneId = String;
/// Identifies an event inside its plan, e.g. `floods`.
pub type EventId = String;
/// Identifies a scenario inside its plan.
pub type ScenarioId = String;
/// Identifies a criterion inside its set.
pub type CriterionId = String;
