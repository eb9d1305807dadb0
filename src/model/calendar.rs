//! Months of the plan.

use serde::{Deserialize, Serialize};

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct YearMonth {
    /// Year, e.g. 2021.
    pub year: i32,
    /// Month of the year, 1–12.
    pub month: u8,
}

impl YearMonth {
    /// The month `offset` months later.
    pub fn plus(self, offset: usize) -> Self {
        let index = self.year as i64 * 12 + i64::from(self.month) - 1 + offset as i64;
        Self {
            year: index.div_euclid(12) as i32,
            month: (index.rem_euclid(12) + 1) as u8,
        }
    }
}

/// The months of the plan; month index `t` (0-based) stands for the *end* of that month.
///
/// A unit started in `t` works in `t`. A January recognition round belongs to the year before it, so a January
/// at index 0 recognises nothing for this plan's goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Calendar {
    /// First month.
    pub start: YearMonth,
    /// Number of months `T`, 1–61; 13 is a year and the January in which its last round is decided.
    pub months: usize,
}

impl Calendar {
    /// Longest calendar accepted: five years and the January after them.
    pub const MAX_MONTHS: usize = 61;

    /// The calendar month at index `t`.
    pub fn month(&self, t: usize) -> YearMonth {
        self.start.plus(t)
    }

    /// Whether a month of a year is one of the plan's.
    pub fn holds(&self, year: i32, month: u8) -> bool {
        let start = self.start;
        let at = (i64::from(year) - i64::from(start.year)) * 12 + i64::from(month) - i64::from(start.month);
        usize::try_from(at).is_ok_and(|t| t < self.months)
    }

    /// Number of budget years that release money inside the calendar: the January after a year is that year's
    /// thirteenth release point, not a new budget (`13 → 1`, `25 → 2`, `60 → 5`).
    pub fn budget_years(&self) -> usize {
        self.months.saturating_sub(1).div_ceil(12).max(1)
    }
}
