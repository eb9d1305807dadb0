//! How much money is missing for all goals.

use super::flow::find_financing;
use super::{Causes, Inputs, Outcome, latest_start};

/// Money that is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MissingMoney {
    /// Triệu đồng that would pay the units still missing on lines that lose to money, less what is left and usable.
    pub amount: f64,
    /// Cost of the units still missing, without what is left and usable, by line, shape `[line]`.
    pub by_line: Vec<f64>,
    /// Whether money helps the line; `false` for a missed line means "money does not help". Shape `[line]`.
    pub helps: Vec<bool>,
}

/// Money missing for all goals.
///
/// A missing unit costs what it would in the last month of a start that is still recognised. What is left counts as usable as far as the recipes let it pay for the missing units (a maximum flow).
pub fn find_missing_money(inputs: &Inputs, outcome: &Outcome, causes: &[Causes]) -> MissingMoney {
    let helps: Vec<bool> = causes.iter().map(|c| c.money > 1e-9).collect();
    let by_line: Vec<f64> = inputs
        .lines
        .iter()
        .zip(&outcome.lines)
        .zip(&helps)
        .map(|((line, out), helps)| {
            let needed = if line.planned_pass > 0.0 {
                libm::ceil((line.goal - line.recognised_so_far()).max(0.0) / line.planned_pass - 1e-9)
            } else {
                0.0
            };
            if *helps {
                let start = latest_start(line).unwrap_or(0);
                let submitted: f64 = out.submitted[line.recognised.len()..].iter().sum();
                line.cost_at(start) * (needed - submitted).max(0.0)
            } else {
                0.0
            }
        })
        .collect();
    let left: Vec<f64> = outcome.sources.iter().map(|s| s.total_left().max(0.0)).collect();
    let usable: f64 = find_financing(inputs, &left, &by_line).iter().flatten().sum();
    let amount = (by_line.iter().sum::<f64>() - usable).max(0.0);
    MissingMoney { amount, by_line, helps }
}
