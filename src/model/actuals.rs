//! What really happened: figures of closed months beside the plan.

use super::{LineId, Origin, SourceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Figures by month of the plan, shape `[month]`; a month that is missing or empty was not entered.
pub type Monthly = Vec<Option<f64>>;

/// Figures of closed months, and whether the run is a forecast after them.
///
/// A cell that was not entered is taken as the plain run has it. Figures of months that are not closed, of lines and of
/// sources that the plan does not have are kept and ignored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Actuals {
    /// Closed months: so many from the first month of the plan on.
    pub months: usize,
    /// Recognised in the month, units by line.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub recognised: BTreeMap<LineId, Monthly>,
    /// Started in the month, whole units by line, those under way before the plan aside.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub started: BTreeMap<LineId, Monthly>,
    /// Paid in the month for units of this plan, triệu đồng by source.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub paid: BTreeMap<SourceId, Monthly>,
    /// Where the figures come from.
    #[serde(skip_serializing_if = "unsaid")]
    pub origin: Origin,
    /// Whether the run goes on from the last closed month; otherwise it is the plan as made, and actuals stand beside it.
    pub forecast: bool,
}

/// Nobody has said where the figures come from.
fn unsaid(origin: &Origin) -> bool {
    *origin == Origin::default()
}

/// One row of actual figures.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActualRow {
    /// Recognised units of a line.
    Recognised(LineId),
    /// Started units of a line.
    Started(LineId),
    /// Paid by a source, triệu đồng.
    Paid(SourceId),
}

impl Actuals {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Figures of a row, if any were entered.
    pub fn row(&self, row: &ActualRow) -> Option<&Monthly> {
        match row {
            ActualRow::Recognised(id) => self.recognised.get(id),
            ActualRow::Started(id) => self.started.get(id),
            ActualRow::Paid(id) => self.paid.get(id),
        }
    }

    /// The figure of a row in a month of the plan (0-based).
    pub fn cell(&self, row: &ActualRow, month: usize) -> Option<f64> {
        self.row(row)?.get(month).copied().flatten()
    }

    /// Enters a figure or takes it out; rows without a figure go.
    pub fn set(&mut self, row: &ActualRow, month: usize, value: Option<f64>) {
        let (rows, id) = match row {
            ActualRow::Recognised(id) => (&mut self.recognised, id),
            ActualRow::Started(id) => (&mut self.started, id),
            ActualRow::Paid(id) => (&mut self.paid, id),
        };
        let cells = rows.entry(id.clone()).or_default();
        if cells.len() <= month {
            cells.resize(month + 1, None);
        }
        cells[month] = value;
        let filled = cells.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        cells.truncate(filled);
        if filled == 0 {
            rows.remove(id);
        }
    }

    /// Cumulative figures of a row at the end of each closed month, shape `[closed month]`; `None` if none was entered
    /// for these months. A month that was not entered adds nothing.
    pub fn cumulative(&self, row: &ActualRow) -> Option<Vec<f64>> {
        let cells = self.row(row)?;
        cells.iter().take(self.months).any(Option::is_some).then(|| {
            let mut sum = 0.0;
            (0..self.months)
                .map(|t| {
                    sum += cells.get(t).copied().flatten().unwrap_or(0.0);
                    sum
                })
                .collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_whose_last_figure_is_taken_out_is_gone() {
        let row = ActualRow::Paid("state".into());
        let mut actuals = Actuals::default();
        actuals.set(&row, 2, Some(5.0));
        assert_eq!((actuals.cell(&row, 2), actuals.cell(&row, 1)), (Some(5.0), None));
        actuals.set(&row, 2, None);
        assert!(actuals.is_empty());
    }

    #[test]
    fn only_closed_months_count_in_what_was_reached_so_far() {
        let row = ActualRow::Recognised("gardens".into());
        let mut actuals = Actuals::default();
        actuals.set(&row, 0, Some(2.0));
        actuals.set(&row, 2, Some(3.0));
        assert_eq!(actuals.cumulative(&row), None);
        actuals.months = 2;
        assert_eq!(actuals.cumulative(&row), Some(vec![2.0, 2.0]));
        actuals.months = 3;
        assert_eq!(actuals.cumulative(&row), Some(vec![2.0, 2.0, 5.0]));
    }
}
