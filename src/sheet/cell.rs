//! A cell of the matrix as a text, for typing, copying and pasting: `đang làm; 5.500; 6; chờ cấp huyện`, that is
//! state; cost in triệu đồng; months; note. What is missing at the end is left out.

use crate::formats::{fold, number};
use crate::model::{CriterionEntry, CriterionState, Lang, Origin};
use number::NumberError;

/// Why a text cannot be a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellError {
    /// It begins with neither a state nor a cost.
    NoState,
    /// The cost cannot be read.
    Cost(NumberError),
    /// The months are no whole number of 0 or more.
    Months,
}

/// What a text in a cell stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Typed over the cell: what is not said stays as it is.
    Over,
    /// Pasted: the text is all there is; but a cost alone changes the cost alone.
    Whole,
}

/// Words and signs of the states, folded; a longer one stands before the one it begins with. *x* is the tick of
/// Vietnamese tables.
const WORDS: &[(&str, CriterionState)] = {
    use CriterionState::*;
    &[
        ("chua biet", Unknown),
        ("chua ro", Unknown),
        ("chua co so lieu", Unknown),
        ("khong ro", Unknown),
        ("unknown", Unknown),
        ("?", Unknown),
        ("chua dat", Open),
        ("chua", Open),
        ("khong dat", Open),
        ("not met", Open),
        ("open", Open),
        ("cd", Open),
        ("c", Open),
        ("o", Open),
        ("○", Open),
        ("✕", Open),
        ("✗", Open),
        ("✘", Open),
        ("dang thuc hien", InProgress),
        ("dang lam", InProgress),
        ("dang", InProgress),
        ("in progress", InProgress),
        ("doing", InProgress),
        ("dl", InProgress),
        ("l", InProgress),
        ("p", InProgress),
        ("◐", InProgress),
        ("da dat", Met),
        ("dat", Met),
        ("met", Met),
        ("d", Met),
        ("m", Met),
        ("x", Met),
        ("✓", Met),
        ("✔", Met),
        ("√", Met),
        ("●", Met),
    ]
};

/// The word of a state as it is copied.
pub fn state_word(state: CriterionState, lang: Lang) -> &'static str {
    match (state, lang) {
        (CriterionState::Met, Lang::Vi) => "đạt",
        (CriterionState::Met, Lang::En) => "met",
        (CriterionState::InProgress, Lang::Vi) => "đang làm",
        (CriterionState::InProgress, Lang::En) => "in progress",
        (CriterionState::Open, Lang::Vi) => "chưa đạt",
        (CriterionState::Open, Lang::En) => "open",
        (CriterionState::Unknown, Lang::Vi) => "chưa biết",
        (CriterionState::Unknown, Lang::En) => "unknown",
    }
}

/// Writes a cell; [`read_cell`] of it gives the same state, cost, months and note. A cell nobody filled is empty.
pub fn write_cell(entry: Option<&CriterionEntry>, lang: Lang) -> String {
    let Some(entry) = entry.filter(|e| !same_entry(Some(e), None)) else {
        return String::new();
    };
    let number = |value: Option<f64>| value.map(|v| number::exact(v, lang)).unwrap_or_default();
    let mut parts = vec![
        state_word(entry.state, lang).to_owned(),
        number(entry.cost),
        number(entry.months),
        entry.note.clone(),
    ];
    while parts.len() > 1 && parts.last().is_some_and(String::is_empty) {
        parts.pop();
    }
    parts.join("; ")
}

/// Reads a cell. An empty text is a cell nobody filled. Numbers may be written as in `lang`, or as in the other
/// language where that is not the same thing; the cost may carry a unit (`5,5 tỷ`), and months may follow it after a
/// stroke (`5.500/6`). A cost alone says that the criterion is not met yet.
///
/// # Errors
/// Says what cannot be read.
pub fn read_cell(
    text: &str,
    lang: Lang,
    current: Option<&CriterionEntry>,
    typing: Typing,
) -> Result<Option<CriterionEntry>, CellError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let mut parts = text.splitn(4, ';');
    let first = parts.next().unwrap_or_default().trim();
    let cost_part = parts.next().map(str::trim).filter(|p| !p.is_empty());
    let months_part = parts.next().map(str::trim).filter(|p| !p.is_empty());
    // One space after the sign belongs to the sign.
    let note = parts.next().map(|n| n.strip_prefix(' ').unwrap_or(n).to_owned());

    let (state, behind) = leading_state(first);
    let (mut cost, mut months) = match behind {
        "" => (None, None),
        said => cost_and_months(said, lang).map_err(|e| if state.is_none() { unreadable(said, e) } else { e })?,
    };
    if typing == Typing::Over && cost_part.is_none() {
        cost = cost.map(|cost| as_shown(cost, behind));
    }
    if let Some(part) = cost_part {
        cost = Some(read_cost(part, lang)?);
    }
    if let Some(part) = months_part {
        months = Some(read_months(part)?);
    }
    // A cost alone changes the cost alone: a column of costs says nothing of months.
    let cost_alone = state.is_none() && cost.is_some() && months.is_none() && note.is_none();
    let kept = current.filter(|_| typing == Typing::Over || cost_alone);
    let state = state.unwrap_or_else(|| match current.map(|e| e.state) {
        Some(state @ (CriterionState::InProgress | CriterionState::Open)) => state,
        _ => CriterionState::Open,
    });
    // Nothing is left to pay or to wait for once a criterion is met or nobody knows it: what is there already goes.
    let kept_numbers = kept.filter(|_| matches!(state, CriterionState::Open | CriterionState::InProgress));
    let entry = CriterionEntry {
        state,
        cost: cost.or(kept_numbers.and_then(|e| e.cost)),
        months: months.or(kept_numbers.and_then(|e| e.months)),
        note: note.or(kept.map(|e| e.note.clone())).unwrap_or_default(),
        origin: Origin::default(),
    };
    Ok(Some(entry).filter(|e| !same_entry(Some(e), None)))
}

/// Whether two cells say the same, origins aside. An empty cell is an unknown one without numbers and note.
pub fn same_entry(a: Option<&CriterionEntry>, b: Option<&CriterionEntry>) -> bool {
    let parts =
        |e: Option<&CriterionEntry>| e.map_or((CriterionState::Unknown, None, None), |e| (e.state, e.cost, e.months));
    let note = |e: Option<&CriterionEntry>| e.map_or(String::new(), |e| e.note.clone());
    parts(a) == parts(b) && note(a) == note(b)
}

/// What stands in a cell that begins with neither a state nor a digit is no number at all.
fn unreadable(text: &str, error: CellError) -> CellError {
    if text.starts_with(|c: char| c.is_ascii_digit() || "+-−".contains(c)) {
        error
    } else {
        CellError::NoState
    }
}

/// The state a text begins with, and what follows it.
fn leading_state(text: &str) -> (Option<CriterionState>, &str) {
    for (word, state) in WORDS {
        // Folding keeps the number of letters, but not of bytes or combining marks: count base letters.
        if let Some(rest) = split_after_word(text, word) {
            let joined = word.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphabetic);
            if !joined {
                return (Some(*state), rest.trim_start_matches([' ', ':', ',', '\u{a0}']));
            }
        }
    }
    (None, text)
}

/// What follows `word` in `text`, letters compared folded; `None` if the text does not begin so.
fn split_after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut wanted = word.chars().peekable();
    for (index, c) in text.char_indices() {
        let folded = fold(c.encode_utf8(&mut [0; 4]));
        if folded.is_empty() {
            continue;
        }
        if wanted.peek().is_none() {
            return Some(&text[index..]);
        }
        for c in folded.chars() {
            if wanted.next() != Some(if c == '\u{a0}' { ' ' } else { c }) {
                return None;
            }
        }
    }
    wanted.peek().is_none().then_some("")
}

/// `5.500`, `5.500/6`, `5,5 tỷ / 6 tháng`, `6 tháng`.
fn cost_and_months(text: &str, lang: Lang) -> Result<(Option<f64>, Option<f64>), CellError> {
    match text.split_once('/') {
        Some((cost, months)) => Ok((Some(read_cost(cost.trim(), lang)?), Some(read_months(months.trim())?))),
        None => match read_named_months(text) {
            Some(months) => Ok((None, Some(months))),
            None => Ok((Some(read_cost(text, lang)?), None)),
        },
    }
}

fn read_cost(text: &str, lang: Lang) -> Result<f64, CellError> {
    let other = match lang {
        Lang::Vi => Lang::En,
        Lang::En => Lang::Vi,
    };
    let read = |lang| number::parse_amount(text, lang, 0.0, 0.0).map(|parsed| parsed.value);
    match read(lang) {
        // Written in the other language, and nothing else it could be: `5,500.5`.
        Err(NumberError::Grouping) => read(other).map_err(|_| CellError::Cost(NumberError::Grouping)),
        read => read.map_err(CellError::Cost),
    }
}

/// Cells show tỷ with a decimal: a number typed so over one is read so. Whole numbers, and what names its unit, are as
/// everywhere.
fn as_shown(cost: f64, text: &str) -> f64 {
    let bare = !text.chars().any(char::is_alphabetic);
    if bare && cost < 1000.0 && cost.fract() != 0.0 {
        cost * 1000.0
    } else {
        cost
    }
}

/// What a small number typed over a cell is read as, triệu đồng: `9,9` is 9.900, `9` is 9; `None` where it is plain.
pub fn read_as(text: &str, lang: Lang) -> Option<f64> {
    let cost = |typing| read_cell(text, lang, None, typing).ok()??.cost;
    let bare = !text.contains(';') && cost(Typing::Whole)? < 1000.0;
    cost(Typing::Over).filter(|_| bare)
}

/// Months in digits, with or without the word.
fn read_months(text: &str) -> Result<f64, CellError> {
    let months = text
        .parse::<u32>()
        .ok()
        .map(f64::from)
        .or_else(|| read_named_months(text));
    months.filter(|m| *m <= 600.0).ok_or(CellError::Months)
}

/// `6 tháng`, `6 months`.
fn read_named_months(text: &str) -> Option<f64> {
    let folded = fold(text);
    let digits = folded.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = folded.split_at(digits);
    matches!(unit.trim(), "thang" | "th" | "month" | "months")
        .then(|| number.parse::<u32>().ok())
        .flatten()
        .map(f64::from)
}

impl std::fmt::Display for CellError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CellError::NoState => f.write_str("neither a state nor a cost"),
            CellError::Cost(error) => write!(f, "cost: {error}"),
            CellError::Months => f.write_str("the months are no whole number"),
        }
    }
}

impl std::error::Error for CellError {}
