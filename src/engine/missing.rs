//! How much money is missing for all goals.

use super::{Causes, Inputs, Outcome};

/// Money that is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MissingMoney {
    /// Triệu đồng that would pay the units still missing on lines that lose to money, less what is left and usable.
    pub amount: f64,
    /// The same without what is left and usable, by line, shape `[line]`.
    pub by_line: Vec<f64>,
    /// Whether money helps the line; `false` for a missed line means "money does not help". Shape `[line]`.
    pub helps: Vec<bool>,
}

/// Money missing for all goals.
pub fn missing_money(_inputs: &Inputs, _outcome: &Outcome, _causes: &[Causes]) -> MissingMoney {
    MissingMoney::default()
}
