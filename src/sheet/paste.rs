//! Copy, paste, fill down and clear: blocks of cells out of the matrix and into it. Nothing is changed here; what would
//! change comes out as a list, and a paste that cannot be read whole says where and why.

use super::cell::{CellError, Typing, read_cell, same_entry, write_cell};
use super::tsv::{read_tsv, write_tsv};
use super::{CellSpan, CriteriaTable, Selection};
use crate::formats::fold;
use crate::model::{CommuneId, CriterionEntry, CriterionId, Lang};

/// One cell that would change; what [`crate::edit::Command::SetCriteria`] takes.
pub type CellChange = (CommuneId, CriterionId, Option<CriterionEntry>);

/// Why a part of a pasted table cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasteProblem {
    /// The text cannot be a cell.
    Cell(CellError),
    /// No commune of the matrix is called so.
    Commune,
    /// No criterion of the set is called so.
    Criterion,
    /// The block has more rows than there are from the chosen cell down.
    RowsBeyond {
        /// Rows there are.
        room: usize,
    },
    /// The block has more columns than there are from the chosen cell to the right.
    ColumnsBeyond {
        /// Columns there are.
        room: usize,
    },
}

/// A part of a pasted table that cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub struct PasteError {
    /// Row of the pasted table, from 1.
    pub row: usize,
    /// Column of the pasted table, from 1.
    pub col: usize,
    /// What stands there.
    pub text: String,
    /// Where it would have gone: row and column of the matrix.
    pub target: Option<(usize, usize)>,
    /// Why not.
    pub problem: PasteProblem,
}

/// What a paste would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PasteResult {
    /// Cells that would change; cells that say the same already are left out.
    pub changes: Vec<CellChange>,
    /// Cells that were read, changed or not.
    pub read: usize,
    /// What cannot be used.
    pub errors: Vec<PasteError>,
    /// Whether rows were found by the names of communes.
    pub by_commune: bool,
    /// Whether columns were found by the names of criteria.
    pub by_criterion: bool,
}

/// The cells of a span as a table for the clipboard. `shown` are the rows of the matrix as they are shown.
pub fn copy(matrix: &CriteriaTable, shown: &[usize], span: CellSpan, lang: Lang) -> String {
    let rows: Vec<Vec<String>> = (span.top..=span.bottom)
        .filter_map(|row| shown.get(row))
        .map(|row| {
            (span.left..=span.right)
                .map(|col| write_cell(matrix.entry(*row, col), lang))
                .collect()
        })
        .collect();
    write_tsv(&rows)
}

/// All rows shown with the names of communes and criteria, so that the table can be filled elsewhere and pasted back
/// in any order. `corner` is the heading over the communes.
pub fn copy_all(matrix: &CriteriaTable, shown: &[usize], corner: &str, lang: Lang) -> String {
    let mut table = vec![vec![corner.to_owned()]];
    table[0].extend(matrix.columns.iter().map(|(_, name)| name.get(lang).to_owned()));
    for row in shown.iter().filter_map(|index| matrix.rows.get(*index)) {
        let mut line = vec![row.name.clone()];
        line.extend(row.cells.iter().map(|cell| write_cell(cell.as_ref(), lang)));
        table.push(line);
    }
    write_tsv(&table)
}

/// Reads a pasted text against the matrix.
///
/// Where the first row names criteria, or one of the first three columns names communes, cells go where the names say
/// and blank cells leave what is there. Otherwise the block goes to the right and down from the selection as rows are
/// `shown`, blank cells clear, and one single cell fills the whole selection.
pub fn paste(matrix: &CriteriaTable, shown: &[usize], selection: Selection, text: &str, lang: Lang) -> PasteResult {
    let table = read_tsv(text);
    let span = selection.span();
    let mut pasted = PasteResult::default();
    let header = table.first().filter(|row| names_criteria(matrix, row));
    let body = usize::from(header.is_some());
    let key = (0..3).find(|col| names_communes(matrix, &table[body.min(table.len())..], *col));
    pasted.by_commune = key.is_some();
    pasted.by_criterion = header.is_some();
    let named = pasted.by_commune || pasted.by_criterion;

    if let ([row], false) = (table.as_slice(), named)
        && let [cell] = row.as_slice()
        && span.cells() > 1
    {
        let block = vec![vec![cell.clone(); span.right - span.left + 1]; span.bottom - span.top + 1];
        place_block(matrix, shown, span, &block, lang, &mut pasted);
    } else if named {
        place_named(matrix, shown, span, &table, key, &mut pasted, lang);
    } else {
        place_block(matrix, shown, span, &table, lang, &mut pasted);
    }
    pasted
}

/// Puts a block at the upper left of a span.
fn place_block(
    matrix: &CriteriaTable,
    shown: &[usize],
    span: CellSpan,
    block: &[Vec<String>],
    lang: Lang,
    into: &mut PasteResult,
) {
    for (r, cells) in block.iter().enumerate() {
        let Some(row) = shown.get(span.top + r) else {
            let room = shown.len().saturating_sub(span.top);
            into.beyond(r, 0, cells.first(), PasteProblem::RowsBeyond { room });
            return;
        };
        for (c, text) in cells.iter().enumerate() {
            if span.left + c < matrix.columns.len() {
                into.cell(matrix, (*row, span.left + c), (r, c), text, lang);
            } else if r == 0 || !text.trim().is_empty() {
                let room = matrix.columns.len().saturating_sub(span.left);
                into.beyond(r, c, Some(text), PasteProblem::ColumnsBeyond { room });
                break;
            }
        }
    }
}

/// Puts cells where the names of communes and criteria say.
fn place_named(
    matrix: &CriteriaTable,
    shown: &[usize],
    span: CellSpan,
    table: &[Vec<String>],
    key: Option<usize>,
    into: &mut PasteResult,
    lang: Lang,
) {
    let first = key.map_or(0, |k| k + 1);
    let body = usize::from(into.by_criterion);
    let mut columns: Vec<Option<usize>> = Vec::new();
    if into.by_criterion {
        for (c, name) in table[0].iter().enumerate() {
            let found = criterion(matrix, name).filter(|_| c >= first);
            if found.is_none() && c >= first && !name.trim().is_empty() {
                into.beyond(0, c, Some(name), PasteProblem::Criterion);
            }
            columns.push(found);
        }
    }
    for (r, cells) in table.iter().enumerate().skip(body) {
        let blank = cells.iter().all(|c| c.trim().is_empty());
        let row = match key.map(|k| cells.get(k).map_or("", |name| name.trim())) {
            _ if blank => continue,
            Some(name) => match commune(matrix, name) {
                Some(row) => row,
                None => {
                    into.beyond(
                        r,
                        key.unwrap_or_default(),
                        Some(&name.to_owned()),
                        PasteProblem::Commune,
                    );
                    continue;
                }
            },
            None => match shown.get(span.top + r - body) {
                Some(row) => *row,
                None => {
                    let room = shown.len().saturating_sub(span.top);
                    into.beyond(r, 0, cells.first(), PasteProblem::RowsBeyond { room });
                    return;
                }
            },
        };
        for (c, text) in cells.iter().enumerate().skip(first) {
            if text.trim().is_empty() {
                continue;
            }
            let col = match into.by_criterion {
                true => columns.get(c).copied().flatten(),
                false => Some(span.left + c - first).filter(|col| *col < matrix.columns.len()),
            };
            match col {
                Some(col) => into.cell(matrix, (row, col), (r, c), text, lang),
                // A column without a known name was told once, at its heading.
                None if into.by_criterion => {}
                None => {
                    let room = matrix.columns.len().saturating_sub(span.left);
                    into.beyond(r, c, Some(text), PasteProblem::ColumnsBeyond { room });
                }
            }
        }
    }
}

impl PasteResult {
    /// Reads one text for one cell; `from` is its place in the table, from 0.
    fn cell(&mut self, matrix: &CriteriaTable, to: (usize, usize), from: (usize, usize), text: &str, lang: Lang) {
        let current = matrix.entry(to.0, to.1);
        match read_cell(text, lang, current, Typing::Whole) {
            Ok(entry) => {
                self.read += 1;
                self.set_cell(matrix, to, entry);
            }
            Err(error) => self.errors.push(PasteError {
                row: from.0 + 1,
                col: from.1 + 1,
                text: text.to_owned(),
                target: Some(to),
                problem: PasteProblem::Cell(error),
            }),
        }
    }

    fn set_cell(&mut self, matrix: &CriteriaTable, to: (usize, usize), entry: Option<CriterionEntry>) {
        self.changes.extend(change(matrix, to.0, to.1, entry));
    }

    fn beyond(&mut self, row: usize, col: usize, text: Option<&String>, problem: PasteProblem) {
        self.errors.push(PasteError {
            row: row + 1,
            col: col + 1,
            text: text.cloned().unwrap_or_default(),
            target: None,
            problem,
        });
    }
}

/// The change of a cell of the matrix, if it says something new. A cell that says the same keeps its origin.
fn change(matrix: &CriteriaTable, row: usize, col: usize, entry: Option<CriterionEntry>) -> Option<CellChange> {
    let (id, _) = matrix.columns.get(col)?;
    let commune = matrix.rows.get(row)?;
    (!same_entry(matrix.entry(row, col), entry.as_ref())).then(|| (commune.id.clone(), id.clone(), entry))
}

/// Fills the rows of a span with its first row; a span of one row is filled with the row above it.
pub fn fill_down(matrix: &CriteriaTable, shown: &[usize], span: CellSpan) -> Vec<CellChange> {
    let from = if span.top == span.bottom {
        match span.top.checked_sub(1) {
            Some(above) => above,
            None => return Vec::new(),
        }
    } else {
        span.top
    };
    let Some(source) = shown.get(from) else {
        return Vec::new();
    };
    let targets = (from + 1..=span.bottom).filter_map(|row| shown.get(row));
    targets
        .flat_map(|row| (span.left..=span.right).map(move |col| (*row, col)))
        .filter_map(|(row, col)| change(matrix, row, col, matrix.entry(*source, col).cloned()))
        .collect()
}

/// Makes the cells of a span unknown again.
pub fn clear(matrix: &CriteriaTable, shown: &[usize], span: CellSpan) -> Vec<CellChange> {
    (span.top..=span.bottom)
        .filter_map(|row| shown.get(row))
        .flat_map(|row| (span.left..=span.right).map(move |col| (*row, col)))
        .filter_map(|(row, col)| change(matrix, row, col, None))
        .collect()
}

/// Whether a row names criteria: at least one, and nothing in it could stand in a cell.
fn names_criteria(matrix: &CriteriaTable, row: &[String]) -> bool {
    let mut known = 0;
    row.iter().filter(|c| !c.trim().is_empty()).all(|text| {
        let named = criterion(matrix, text).is_some();
        known += usize::from(named);
        named || read_cell(text, Lang::Vi, None, Typing::Whole).is_err()
    }) && known > 0
}

/// Whether most of what stands in a column names communes.
fn names_communes(matrix: &CriteriaTable, rows: &[Vec<String>], col: usize) -> bool {
    let said = || rows.iter().filter_map(|r| r.get(col)).filter(|c| !c.trim().is_empty());
    let known = said().filter(|c| commune(matrix, c).is_some()).count();
    known > 0 && known * 2 >= said().count()
}

fn criterion(matrix: &CriteriaTable, name: &str) -> Option<usize> {
    let name = fold(name.trim());
    let same = |other: &str| !name.is_empty() && fold(other.trim()) == name;
    matrix
        .columns
        .iter()
        .position(|(id, text)| same(&text.vi) || same(&text.en) || *id == name)
}

fn commune(matrix: &CriteriaTable, name: &str) -> Option<usize> {
    let folded = fold(name.trim());
    let short = folded.strip_prefix("xa ").unwrap_or(&folded);
    // A name with its marks first: two communes may differ by marks only.
    let exact = matrix.rows.iter().position(|r| r.name.trim() == name.trim());
    exact.or_else(|| {
        matrix
            .rows
            .iter()
            .position(|r| !short.is_empty() && (fold(r.name.trim()) == short || r.id == short))
    })
}

impl std::fmt::Display for PasteProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PasteProblem::Cell(error) => error.fmt(f),
            PasteProblem::Commune => f.write_str("no such commune"),
            PasteProblem::Criterion => f.write_str("no such criterion"),
            PasteProblem::RowsBeyond { room } => write!(f, "there are only {room} rows"),
            PasteProblem::ColumnsBeyond { room } => write!(f, "there are only {room} columns"),
        }
    }
}

impl std::fmt::Display for PasteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "row {}, column {}, {:?}: {}",
            self.row, self.col, self.text, self.problem
        )
    }
}

impl std::error::Error for PasteProblem {}
impl std::error::Error for PasteError {}
