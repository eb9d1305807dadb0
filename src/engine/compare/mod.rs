//! Results of several scenarios side by side, with differences to the first and what counts as better.

mod column;
mod metric;
mod table;
#[cfg(test)]
mod tests;

pub use column::{Column, Sign, event_money};
pub use metric::{Better, Group, Metric, News};
pub use table::{ComparisonCell, ComparisonRow, compare};
