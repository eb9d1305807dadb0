//! Actual figures as a sheet: its rows, and a pasted table read into cells. Nothing is changed here.

use super::read_tsv;
use crate::formats::fold;
use crate::formats::number::parse_number;
use crate::model::{ActualRow, LARGEST, Lang, Plan};

/// One cell that would change: row, month of the plan (0-based), figure; what [`crate::edit::Command::SetActuals`] takes.
pub type ActualChange = (ActualRow, usize, Option<f64>);

/// Rows of the sheet: recognised of every line, started of every line, paid of every source, in plan order.
pub fn actual_rows(plan: &Plan) -> Vec<ActualRow> {
    let lines = || plan.lines.iter().map(|l| l.id.clone());
    let recognised = lines().map(ActualRow::Recognised);
    let started = lines().map(ActualRow::Started);
    let paid = plan.sources.iter().map(|s| ActualRow::Paid(s.id.clone()));
    recognised.chain(started).chain(paid).collect()
}

/// Name of the line or source of a row.
pub fn actual_name<'a>(plan: &'a Plan, row: &ActualRow, lang: Lang) -> &'a str {
    match row {
        ActualRow::Recognised(id) | ActualRow::Started(id) => plan.line(id).map_or("", |l| l.name.get(lang)),
        ActualRow::Paid(id) => plan.source(id).map_or("", |s| s.name.get(lang)),
    }
}

/// Why a part of a pasted table cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActualProblem {
    /// Not a number.
    Number,
    /// Below 0 or beyond any plan.
    Range,
    /// Units started are whole.
    Whole,
    /// No row is called so.
    Row,
    /// More rows than there are from the chosen cell down.
    RowsBeyond {
        /// Rows there are.
        room: usize,
    },
    /// More months than there are from the chosen cell to the right.
    MonthsBeyond {
        /// Months there are.
        room: usize,
    },
}

/// A part of a pasted table that cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub struct ActualError {
    /// Row of the pasted table, from 1.
    pub row: usize,
    /// Column of the pasted table, from 1.
    pub col: usize,
    /// What stands there.
    pub text: String,
    /// Why not.
    pub problem: ActualProblem,
}

/// What a paste would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastedActuals {
    /// Cells that would change; cells that say the same already are left out.
    pub changes: Vec<ActualChange>,
    /// Cells that were read, changed or not.
    pub read: usize,
    /// What cannot be used.
    pub errors: Vec<ActualError>,
}

/// Reads a table that is pasted at `from`: index in [`actual_rows`] and month of the plan.
///
/// Where the first column holds words, its rows go to the rows of those names: a line to its started units if `from` is
/// among those, else to its recognised ones. Otherwise rows follow each other from `from` down. Months follow each other from the month of
/// `from` on. An empty cell takes the figure out. Numbers are read as the language writes them.
pub fn paste_actuals(plan: &Plan, from: (usize, usize), text: &str, lang: Lang) -> PastedActuals {
    let rows = actual_rows(plan);
    let table = read_tsv(text);
    let blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    let named = table.iter().filter(|r| !blank(r)).all(|r| {
        let first = r.first().map_or("", |c| c.trim());
        !first.is_empty() && parse_number(first, lang).is_err()
    });
    let mut pasted = PastedActuals::default();
    for (at, cells) in table.iter().enumerate() {
        let mut fail = |col: usize, text: &str, problem| {
            pasted.errors.push(ActualError {
                row: at + 1,
                col: col + 1,
                text: text.to_owned(),
                problem,
            });
        };
        let skip = usize::from(named);
        let row = if !named {
            let row = rows.get(from.0 + at);
            if row.is_none() {
                let room = rows.len().saturating_sub(from.0);
                fail(
                    0,
                    cells.first().map_or("", String::as_str),
                    ActualProblem::RowsBeyond { room },
                );
            }
            row
        } else if blank(cells) {
            None
        } else {
            let name = fold(cells[0].trim());
            let started = matches!(rows.get(from.0), Some(ActualRow::Started(_)));
            let kind = |row: &&ActualRow| match row {
                ActualRow::Recognised(_) => !started,
                ActualRow::Started(_) => started,
                ActualRow::Paid(_) => true,
            };
            let row = rows.iter().filter(kind).find(|r| is_called(plan, r, &name));
            if row.is_none() {
                fail(0, &cells[0], ActualProblem::Row);
            }
            row
        };
        let Some(row) = row else { continue };
        for (col, cell) in cells.iter().enumerate().skip(skip) {
            let month = from.1 + col - skip;
            let read = match cell.trim() {
                "" => Ok(None),
                text => read_figure(row, text, lang).map(Some),
            };
            if month >= plan.calendar.months {
                if !cell.trim().is_empty() {
                    let room = plan.calendar.months.saturating_sub(from.1);
                    fail(col, cell, ActualProblem::MonthsBeyond { room });
                }
                break;
            }
            match read {
                Ok(value) => {
                    pasted.read += 1;
                    if plan.actuals.cell(row, month) != value {
                        pasted.changes.push((row.clone(), month, value));
                    }
                }
                Err(problem) => fail(col, cell, problem),
            }
        }
    }
    pasted
}

/// Reads one figure.
///
/// # Errors
/// Says why it cannot be one of this row.
pub fn read_figure(row: &ActualRow, text: &str, lang: Lang) -> Result<f64, ActualProblem> {
    let value = parse_number(text, lang).map_err(|_| ActualProblem::Number)?;
    if !(0.0..=LARGEST).contains(&value) {
        return Err(ActualProblem::Range);
    }
    if matches!(row, ActualRow::Started(_)) && value.fract() != 0.0 {
        return Err(ActualProblem::Whole);
    }
    Ok(value)
}

fn is_called(plan: &Plan, row: &ActualRow, name: &str) -> bool {
    let id = match row {
        ActualRow::Recognised(id) | ActualRow::Started(id) | ActualRow::Paid(id) => id,
    };
    let short = match row {
        ActualRow::Paid(id) => plan.source(id).map(|s| s.short.clone()),
        _ => None,
    };
    let names = [Lang::Vi, Lang::En].map(|lang| fold(actual_name(plan, row, lang)));
    let shorts = [Lang::Vi, Lang::En].map(|lang| short.as_ref().map_or(String::new(), |s| fold(s.get(lang))));
    fold(id) == name || names.iter().chain(&shorts).any(|n| !n.is_empty() && n == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::plan;

    fn recognised(id: &str) -> ActualRow {
        ActualRow::Recognised(id.into())
    }

    #[test]
    fn a_block_of_numbers_goes_where_it_is_pasted() {
        let plan = plan();
        let pasted = paste_actuals(&plan, (0, 1), "1\t2,5\r\n\t3\r\n", Lang::Vi);
        assert_eq!(pasted.errors, []);
        assert_eq!(
            pasted.changes,
            [
                (recognised("gardens"), 1, Some(1.0)),
                (recognised("gardens"), 2, Some(2.5)),
                (recognised("ocop"), 2, Some(3.0)),
            ]
        );
        assert_eq!(pasted.read, 4);
    }

    #[test]
    fn rows_with_names_go_to_the_rows_of_those_names_in_any_order() {
        let plan = plan();
        let pasted = paste_actuals(&plan, (0, 0), "cong dong\t100\r\nVườn mẫu\t4\t5", Lang::Vi);
        assert_eq!(pasted.errors, []);
        assert_eq!(
            pasted.changes,
            [
                (ActualRow::Paid("community".into()), 0, Some(100.0)),
                (recognised("gardens"), 0, Some(4.0)),
                (recognised("gardens"), 1, Some(5.0)),
            ]
        );
        let started = paste_actuals(&plan, (2, 0), "Vườn mẫu\t4", Lang::Vi);
        assert_eq!(started.changes, [(ActualRow::Started("gardens".into()), 0, Some(4.0))]);
    }

    #[test]
    fn what_cannot_be_used_is_told_by_place_and_reason() {
        let plan = plan();
        let problems = |from, text: &str| -> Vec<(usize, usize, ActualProblem)> {
            let errors = paste_actuals(&plan, from, text, Lang::Vi).errors;
            errors.into_iter().map(|e| (e.row, e.col, e.problem)).collect()
        };
        assert_eq!(
            problems((0, 0), "1\tba\t-2"),
            [(1, 2, ActualProblem::Number), (1, 3, ActualProblem::Range)]
        );
        assert_eq!(problems((2, 0), "1,5"), [(1, 1, ActualProblem::Whole)]);
        assert_eq!(
            problems((0, 12), "1\t2"),
            [(1, 2, ActualProblem::MonthsBeyond { room: 1 })]
        );
        assert_eq!(
            problems((5, 0), "1\n2"),
            [(2, 1, ActualProblem::RowsBeyond { room: 1 })]
        );
        assert_eq!(problems((0, 0), "Đường\t1"), [(1, 1, ActualProblem::Row)]);
    }

    #[test]
    fn what_says_the_same_already_does_not_change() {
        let mut plan = plan();
        plan.actuals.set(&recognised("gardens"), 0, Some(4.0));
        let pasted = paste_actuals(&plan, (0, 0), "4", Lang::Vi);
        assert_eq!((pasted.read, pasted.changes.len()), (1, 0));
        let cleared = paste_actuals(&plan, (0, 0), "\t1", Lang::Vi);
        assert_eq!(cleared.changes[0], (recognised("gardens"), 0, None));
    }
}
