//! What leaves or enters: the plan file and numbers as people type them.
//!
//! [`restore()`] is the only way in for anything untrusted; [`export`] reads what it wrote before it hands it over.

mod codes;
mod document;
mod fold;
mod hash;
mod json;
mod migrate;
pub mod number;
mod pointer;
mod repair;
mod report;
mod restore;
#[cfg(feature = "schema")]
mod schema;
#[cfg(test)]
mod tests;
mod unknown;

pub use codes::{RefusalKind, RepairKind};
pub use document::{ENGINE, export, file_name, plan_hash, write};
pub use fold::fold;
pub use migrate::{FORMAT, VERSION};
pub use report::{write_report, write_risk_report};
pub use restore::{MAX_BYTES, Refusal, Repair, Restored, restore, restore_bytes};
#[cfg(feature = "schema")]
pub use schema::{schema, schema_text};
