//! Named checks of a plan. A half-filled plan is allowed: checks say what is wrong and where, they do not stop.

use super::Plan;
use serde::Serialize;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth a look.
    Note,
    /// The result is doubtful.
    Warning,
    /// The figure cannot be used; the engine replaces it as the check says.
    Error,
}

/// One finding of one check.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Issue {
    /// Stable name of the check, e.g. `release-decreasing`.
    pub check: &'static str,
    /// How bad.
    pub severity: Severity,
    /// JSON-pointer-like path with ids: `/sources/state/release`.
    pub path: String,
    /// Arguments of the sentence, in the order its template names them.
    pub args: Vec<String>,
}

/// Runs all checks, in plan order.
pub fn validate(_plan: &Plan) -> Vec<Issue> {
    Vec::new()
}
