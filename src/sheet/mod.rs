//! The matrix communes × criteria as a sheet: which rows and columns are shown in which order, where the cursor goes,
//! what a text in a cell means, copy and paste, and the ranking of communes. No DOM: the screen draws and asks, here it
//! is worked out.
//!
//! Nothing here changes a plan; edits come out as cells for [`crate::edit::Command::SetCriteria`].

mod actuals;
mod cell;
mod grid;
mod matrix;
mod paste;
mod ranking;
mod set_text;
#[cfg(test)]
mod tests;
mod tsv;
mod view;

pub use actuals::{
    ActualChange, ActualError, ActualProblem, ActualsPasteResult, actual_name, actual_rows, paste_actuals, read_figure,
};
pub use cell::{CellError, Typing, read_as, read_cell, same_entry, state_word, write_cell};
pub use grid::{CellPlace, CellSpan, CursorStep, Selection, Size};
pub use matrix::{CommuneRow, CriteriaTable, levels};
pub use paste::{CellChange, PasteError, PasteProblem, PasteResult, clear, copy, copy_all, fill_down, paste};
pub use ranking::{CommuneGroup, Ranked, Ranking, Standing, ranking};
pub use set_text::{CriteriaText, CriteriaTextError, MOST_CRITERIA, read_set, write_set};
pub use tsv::{read_tsv, write_tsv};
pub use view::{Filter, Known, Sort, SortKey, arrange};
