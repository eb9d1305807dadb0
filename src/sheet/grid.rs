//! Where the cursor is and where it goes: rows and columns are counted from 0 as they are shown.

/// A cell as it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellPlace {
    /// Row, from 0.
    pub row: usize,
    /// Column of the criteria, from 0.
    pub col: usize,
}

/// How many rows and columns are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub cols: usize,
}

impl Size {
    /// The nearest cell that is there; `None` if there is none at all.
    pub fn clamp(self, place: CellPlace) -> Option<CellPlace> {
        (self.rows > 0 && self.cols > 0).then(|| CellPlace {
            row: place.row.min(self.rows - 1),
            col: place.col.min(self.cols - 1),
        })
    }
}

/// A rectangle of cells, its ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellSpan {
    /// First row.
    pub top: usize,
    /// Last row.
    pub bottom: usize,
    /// First column.
    pub left: usize,
    /// Last column.
    pub right: usize,
}

impl CellSpan {
    /// Number of cells.
    pub fn cells(self) -> usize {
        (self.bottom - self.top + 1) * (self.right - self.left + 1)
    }
}

/// The cells that are selected: from where the selection began to where the cursor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Where it began.
    pub anchor: CellPlace,
    /// Where the cursor is.
    pub focus: CellPlace,
}

/// A movement of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CursorStep {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// A page of rows up.
    PageUp,
    /// A page of rows down.
    PageDown,
    /// First column of the row.
    RowStart,
    /// Last column of the row.
    RowEnd,
    /// First cell of the sheet.
    First,
    /// Last cell of the sheet.
    Last,
    /// First row of the column.
    Top,
    /// Last row of the column.
    Bottom,
}

/// Rows that a page has.
const PAGE: usize = 10;

impl CursorStep {
    /// The movement a key asks for; `far` with Control or Command.
    pub fn of_key(key: &str, far: bool) -> Option<Self> {
        Some(match (key, far) {
            ("ArrowUp", false) => CursorStep::Up,
            ("ArrowDown", false) => CursorStep::Down,
            ("ArrowLeft", false) => CursorStep::Left,
            ("ArrowRight", false) => CursorStep::Right,
            ("ArrowUp", true) => CursorStep::Top,
            ("ArrowDown", true) => CursorStep::Bottom,
            ("ArrowLeft", true) | ("Home", false) => CursorStep::RowStart,
            ("ArrowRight", true) | ("End", false) => CursorStep::RowEnd,
            ("Home", true) => CursorStep::First,
            ("End", true) => CursorStep::Last,
            ("PageUp", false) => CursorStep::PageUp,
            ("PageDown", false) => CursorStep::PageDown,
            _ => return None,
        })
    }
}

impl Selection {
    /// One cell.
    pub fn at(place: CellPlace) -> Self {
        Self {
            anchor: place,
            focus: place,
        }
    }

    /// The rectangle.
    pub fn span(self) -> CellSpan {
        let (a, b) = (self.anchor, self.focus);
        CellSpan {
            top: a.row.min(b.row),
            bottom: a.row.max(b.row),
            left: a.col.min(b.col),
            right: a.col.max(b.col),
        }
    }

    /// First and last selected column of a row; `None` if the row is not in the selection.
    pub fn columns_of(self, row: usize) -> Option<(usize, usize)> {
        let span = self.span();
        (span.top..=span.bottom)
            .contains(&row)
            .then_some((span.left, span.right))
    }

    /// The selection inside a sheet of this size; `None` if the sheet is empty.
    pub fn clamp_to(self, size: Size) -> Option<Self> {
        Some(Self {
            anchor: size.clamp(self.anchor)?,
            focus: size.clamp(self.focus)?,
        })
    }

    /// After a movement; `extend` keeps the beginning of the selection. It never leaves the sheet.
    pub fn step_to(self, step: CursorStep, extend: bool, size: Size) -> Self {
        let Some(CellPlace { row, col }) = size.clamp(self.focus) else {
            return self;
        };
        let (last_row, last_col) = (size.rows - 1, size.cols - 1);
        let (row, col) = match step {
            CursorStep::Up => (row.saturating_sub(1), col),
            CursorStep::Down => ((row + 1).min(last_row), col),
            CursorStep::Left => (row, col.saturating_sub(1)),
            CursorStep::Right => (row, (col + 1).min(last_col)),
            CursorStep::PageUp => (row.saturating_sub(PAGE), col),
            CursorStep::PageDown => ((row + PAGE).min(last_row), col),
            CursorStep::RowStart => (row, 0),
            CursorStep::RowEnd => (row, last_col),
            CursorStep::First => (0, 0),
            CursorStep::Last => (last_row, last_col),
            CursorStep::Top => (0, col),
            CursorStep::Bottom => (last_row, col),
        };
        self.move_to(CellPlace { row, col }, extend)
    }

    /// With the cursor at another place.
    pub fn move_to(self, focus: CellPlace, extend: bool) -> Self {
        let anchor = if extend { self.anchor } else { focus };
        Self { anchor, focus }
    }

    /// The cell after this one in reading order (before it if `back`); `None` at the end, where Tab leaves the sheet.
    pub fn tab_to(self, back: bool, size: Size) -> Option<Self> {
        let CellPlace { row, col } = size.clamp(self.focus)?;
        let index = row * size.cols + col;
        let next = if back { index.checked_sub(1)? } else { index + 1 };
        (next < size.rows * size.cols).then(|| {
            Self::at(CellPlace {
                row: next / size.cols,
                col: next % size.cols,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SIZE: Size = Size { rows: 21, cols: 19 };

    fn at(row: usize, col: usize) -> Selection {
        Selection::at(CellPlace { row, col })
    }

    #[test]
    fn keys_move_the_cursor_and_stop_at_the_edge() {
        let go =
            |from: Selection, key: &str, far| from.step_to(CursorStep::of_key(key, far).unwrap(), false, SIZE).focus;
        assert_eq!(go(at(0, 0), "ArrowUp", false), CellPlace { row: 0, col: 0 });
        assert_eq!(go(at(3, 3), "ArrowDown", false), CellPlace { row: 4, col: 3 });
        assert_eq!(go(at(3, 3), "PageDown", false), CellPlace { row: 13, col: 3 });
        assert_eq!(go(at(15, 3), "PageDown", false), CellPlace { row: 20, col: 3 });
        assert_eq!(go(at(3, 3), "Home", false), CellPlace { row: 3, col: 0 });
        assert_eq!(go(at(3, 3), "End", false), CellPlace { row: 3, col: 18 });
        assert_eq!(go(at(3, 3), "End", true), CellPlace { row: 20, col: 18 });
        assert_eq!(go(at(3, 3), "ArrowRight", true), CellPlace { row: 3, col: 18 });
        assert_eq!(CursorStep::of_key("a", false), None);
    }

    #[test]
    fn shift_keeps_the_beginning_of_the_range() {
        let range = at(4, 4)
            .step_to(CursorStep::Up, true, SIZE)
            .step_to(CursorStep::Right, true, SIZE);
        let span = range.span();
        assert_eq!((span.top, span.bottom, span.left, span.right), (3, 4, 4, 5));
        assert_eq!(span.cells(), 4);
        assert_eq!(range.columns_of(3), Some((4, 5)));
        assert_eq!(range.columns_of(5), None);
    }

    #[test]
    fn tab_goes_on_in_the_next_row_and_leaves_at_the_end() {
        assert_eq!(at(0, 18).tab_to(false, SIZE), Some(at(1, 0)));
        assert_eq!(at(1, 0).tab_to(true, SIZE), Some(at(0, 18)));
        assert_eq!(at(20, 18).tab_to(false, SIZE), None);
        assert_eq!(at(0, 0).tab_to(true, SIZE), None);
        assert_eq!(at(0, 0).tab_to(false, Size::default()), None);
    }

    proptest! {
        #[test]
        fn the_cursor_never_leaves_the_sheet(
            rows in 1usize..70, cols in 1usize..30, row in 0usize..99, col in 0usize..99,
            keys in proptest::collection::vec((0usize..8, any::<bool>(), any::<bool>()), 0..30),
        ) {
            let names = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
            let size = Size { rows, cols };
            let mut selection = at(row, col).clamp_to(size).unwrap();
            for (key, far, extend) in keys {
                if let Some(step) = CursorStep::of_key(names[key], far) {
                    selection = selection.step_to(step, extend, size);
                }
                prop_assert_eq!(selection.clamp_to(size), Some(selection));
                prop_assert!(extend || selection.span().cells() == 1 || CursorStep::of_key(names[key], far).is_none());
            }
        }
    }
}
