//! What more money of one source would buy.

use super::{Inputs, Outcome};
use crate::model::SourceId;

/// The smallest extra amount that changes a result, and the change.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// Extra *free* money of the source, triệu đồng, at most 50.000.
    pub amount: f64,
    /// Change of the score, 0–1.
    pub score: f64,
    /// Change of recognised units, shape `[line]`.
    pub recognised: Vec<f64>,
}

/// Worth of 1.000 triệu đồng more free money of one source, on its own release curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Source.
    pub source: SourceId,
    /// Change of the score, 0–1.
    pub score: f64,
    /// Change of recognised units, shape `[line]`.
    pub recognised: Vec<f64>,
    /// The next step; `None` if up to 50.000 triệu đồng change nothing.
    pub next_step: Option<NextStep>,
}

/// Worth of every source, shape `[source]`.
pub fn worth(_inputs: &Inputs, _outcome: &Outcome) -> Vec<Worth> {
    Vec::new()
}
