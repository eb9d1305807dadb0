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
    /// The first row does not say which month of the plan it is of.
    NoMonth,
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
pub struct ActualsPasteResult {
    /// Cells that would change; cells that say the same already are left out.
    pub changes: Vec<ActualChange>,
    /// Cells that were read, changed or not.
    pub read: usize,
    /// What cannot be used.
    pub errors: Vec<ActualError>,
}

/// Reads a table that is pasted at `from`: index in [`actual_rows`] and month of the plan.
///
/// A first row of months (`T1`, `T1/2021`, `1/2021`, `Jan 2021`, `Tháng 1`, with or without a cell before them) says which
/// month each column is. Where the first column holds words, its rows go to the rows of those names: a line to its started
/// units if `from` is among those, else to its recognised ones. Otherwise rows follow each other from `from` down. Months
/// follow each other from the month of `from` on. An empty cell takes the figure out. Numbers are read as the language
/// writes them.
pub fn paste_actuals(plan: &Plan, from: (usize, usize), text: &str, lang: Lang) -> ActualsPasteResult {
    let rows = actual_rows(plan);
    let table = read_tsv(text);
    let blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    let heading = table.first().and_then(|row| months_of(plan, row));
    let body = usize::from(heading.is_some());
    let named = table.iter().skip(body).filter(|r| !blank(r)).all(|r| {
        let first = r.first().map_or("", |c| c.trim());
        !first.is_empty() && parse_number(first, lang).is_err()
    });
    let mut pasted = ActualsPasteResult::default();
    for (at, cells) in table.iter().enumerate().skip(body) {
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
            let row = rows.get(from.0 + at - body);
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
            let row = rows.iter().filter(kind).find(|r| matches_name(plan, r, &name));
            if row.is_none() {
                fail(0, &cells[0], ActualProblem::Row);
            }
            row
        };
        let Some(row) = row else { continue };
        for (col, cell) in cells.iter().enumerate().skip(skip) {
            let month = match &heading {
                Some(months) => match months.get(col).copied().flatten() {
                    Some(month) => month,
                    // A column without a month of the plan.
                    None if cell.trim().is_empty() => continue,
                    None => {
                        fail(col, cell, ActualProblem::NoMonth);
                        continue;
                    }
                },
                None => from.1 + col - skip,
            };
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

/// Month of the plan of each column, if the first row of a table is a heading of months: all its cells but the first, and
/// at least one, are read as months; those outside the plan are none.
fn months_of(plan: &Plan, row: &[String]) -> Option<Vec<Option<usize>>> {
    let first = row.first().map_or("", |c| c.trim());
    let read: Vec<Option<Heading>> = row.iter().map(|cell| heading(cell)).collect();
    let label = read.first().is_some_and(Option::is_none);
    let months = || read.iter().skip(usize::from(label));
    // Bare numbers are figures: a heading has a word or a year to it.
    if months().next().is_none() || months().any(Option::is_none) || (label && first.parse::<f64>().is_ok()) {
        return None;
    }
    let all = 0..plan.calendar.months;
    let place = |h: &Heading| {
        all.clone().find(|t| {
            let own = plan.calendar.month(*t);
            own.month == h.month && h.year.is_none_or(|year| year == own.year)
        })
    };
    Some(read.iter().map(|h| h.as_ref().and_then(place)).collect())
}

/// A month as a heading names it.
struct Heading {
    month: u8,
    year: Option<i32>,
}

/// Reads `T1`, `T1/2021`, `1/2021`, `Tháng 1`, `Tháng 1/2021`, `Jan`, `January 2021`, `2021-01`.
fn heading(text: &str) -> Option<Heading> {
    const ENGLISH: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let text = fold(text.trim());
    let split = |c: char| matches!(c, '/' | '-' | '.' | ' ');
    let parts: Vec<&str> = text.split(split).filter(|p| !p.is_empty()).collect();
    let year = |part: &str| part.parse().ok().filter(|y: &i32| (1900..2200).contains(y));
    let number = |part: &str| part.parse().ok().filter(|m: &u8| (1..=12).contains(m));
    let named = |part: &str| {
        let english = ENGLISH
            .iter()
            .position(|name| part.len() >= 3 && part.starts_with(name));
        let short = || {
            part.strip_prefix('t')
                .or_else(|| part.strip_prefix("thang"))
                .and_then(number)
        };
        english.map(|m| m as u8 + 1).or_else(short)
    };
    let of = |month: u8, year: Option<i32>| Some(Heading { month, year });
    match parts[..] {
        [one] => of(named(one)?, None),
        ["thang", month] => of(number(month)?, None),
        ["thang", month, own] => of(number(month)?, Some(year(own)?)),
        [month, own] if year(own).is_some() => of(named(month).or_else(|| number(month))?, year(own)),
        [own, month] => of(number(month)?, Some(year(own)?)),
        _ => None,
    }
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

fn matches_name(plan: &Plan, row: &ActualRow, name: &str) -> bool {
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

impl std::fmt::Display for ActualProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ActualProblem::Number => f.write_str("not a number"),
            ActualProblem::Range => f.write_str("below 0 or beyond any plan"),
            ActualProblem::Whole => f.write_str("not a whole number"),
            ActualProblem::Row => f.write_str("no such row"),
            ActualProblem::NoMonth => f.write_str("no month of the plan"),
            ActualProblem::RowsBeyond { room } => write!(f, "there are only {room} rows"),
            ActualProblem::MonthsBeyond { room } => write!(f, "there are only {room} months"),
        }
    }
}

impl std::fmt::Display for ActualError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "row {}, column {}, {:?}: {}",
            self.row, self.col, self.text, self.problem
        )
    }
}

impl std::error::Error for ActualProblem {}
impl std::error::Error for ActualError {}

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
    fn a_heading_of_months_says_where_columns_go() {
        let plan = plan();
        let start = plan.calendar.month(0);
        let (first, year) = (start.month, start.year);
        let second = plan.calendar.month(1).month;
        for heading in [
            format!("\tT{second}\tT{first}"),
            format!("Chỉ tiêu\tT{second}\tT{first}"),
            format!("Chỉ tiêu\tTháng {second}\tTháng {first}/{year}"),
            format!("Target\t{}-{second:02}\t{first}/{year}", plan.calendar.month(1).year),
        ] {
            let pasted = paste_actuals(&plan, (1, 3), &format!("{heading}\r\nVườn mẫu\t7\t9"), Lang::Vi);
            assert_eq!(pasted.errors, [], "{heading}");
            let expected = [
                (recognised("gardens"), 1, Some(7.0)),
                (recognised("gardens"), 0, Some(9.0)),
            ];
            assert_eq!(pasted.changes, expected, "{heading}");
        }
        // Without names rows follow from the chosen cell on, months are those of the heading.
        let bare = paste_actuals(&plan, (0, 5), &format!("T{first}\tT{second}\n1\t2\n3\t4"), Lang::Vi);
        assert_eq!(bare.changes[2], (recognised("ocop"), 0, Some(3.0)));
        // Months that are not in the plan are told.
        let beyond = paste_actuals(&plan, (0, 0), "\tT1/1999\nVườn mẫu\t5", Lang::Vi);
        assert_eq!(beyond.errors[0].problem, ActualProblem::NoMonth);
        assert_eq!(beyond.changes, []);
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
