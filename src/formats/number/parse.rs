//! Reading numbers as people type them, by the rules of the current language only: `1.234` is a thousand in
//! Vietnamese and one and a bit in English.

use super::separators;
use crate::formats::fold::fold;
use crate::model::{LARGEST, Lang};

/// Why a text is not a number that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing was typed.
    Empty,
    /// There is something that is neither a digit, a sign, a separator nor a known unit.
    NotANumber,
    /// Groups are not of three digits, as in `1.23.4`, or the decimal mark is that of the other language.
    Grouping,
    /// The result is below zero.
    Negative,
    /// The result is too large to be meant.
    TooLarge,
    /// A per cent of last year's amount, and there is none.
    NoReference,
}

impl NumberError {
    /// Stable code of the message.
    pub fn code(self) -> &'static str {
        match self {
            NumberError::Empty => "number-empty",
            NumberError::NotANumber => "number-not-a-number",
            NumberError::Grouping => "number-grouping",
            NumberError::Negative => "number-negative",
            NumberError::TooLarge => "number-too-large",
            NumberError::NoReference => "number-no-reference",
        }
    }
}

/// How a typed amount was understood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum How {
    /// An amount, in whatever unit it was typed.
    Amount,
    /// This share of the reference (`80%` and `-20%` are both 0,8).
    Share(f64),
    /// So much more or less than the current amount, triệu đồng.
    Change(f64),
}

/// A typed amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parsed {
    /// The amount, triệu đồng, 0 or more.
    pub value: f64,
    /// How it was understood.
    pub how: How,
    /// Whether it could have been meant otherwise (`3.150 tỷ`: three thousand or three and a bit?), so that the
    /// field shows how it was read.
    pub ambiguous: bool,
}

/// Sign as typed, digits, and what was odd about them.
struct Digits<'a> {
    sign: Option<char>,
    /// Digits with `.` before the decimals, without sign: what `f64` parses.
    plain: String,
    /// One group separator with three digits after it and no decimals.
    one_group: bool,
    /// What follows the digits.
    rest: &'a str,
}

/// Reads a number in the writing of `lang`; `−` and `-` are both minus, spaces may group.
///
/// # Errors
/// Says what is wrong with the text.
pub fn parse_number(text: &str, lang: Lang) -> Result<f64, NumberError> {
    let digits = digits(text, lang)?;
    if !digits.rest.is_empty() {
        return Err(NumberError::NotANumber);
    }
    digits.value(0).map(|value| digits.with_sign(value))
}

/// Reads a share typed as per cent, with or without the sign: `54`, `54 %` → 0,54.
///
/// # Errors
/// Says what is wrong with the text.
pub fn parse_percent(text: &str, lang: Lang) -> Result<f64, NumberError> {
    let digits = digits(text, lang)?;
    if !matches!(digits.rest, "" | "%") {
        return Err(NumberError::NotANumber);
    }
    digits.value(-2).map(|value| digits.with_sign(value))
}

/// Reads an amount of money, triệu đồng: `174210`, `174.210`, `174,21 tỷ`, `80%` and `-20%` (of `reference`, last
/// year's amount), `+5000` and `-5 tỷ` (from `current`). Units are read with and without marks, in both languages.
///
/// # Errors
/// Says what is wrong with the text.
pub fn parse_amount(text: &str, lang: Lang, current: f64, reference: f64) -> Result<Parsed, NumberError> {
    let folded = fold(text);
    let digits = digits(&folded, lang)?;
    let unit = unit(digits.rest).ok_or(NumberError::NotANumber)?;
    let (value, how) = match unit {
        TypedUnit::Percent => {
            let share = digits.value(-2)?;
            let share = match digits.sign {
                None => share,
                Some(_) => 1.0 + digits.with_sign(share),
            };
            if reference.is_nan() || reference <= 0.0 {
                return Err(NumberError::NoReference);
            }
            (reference * share, How::Share(share))
        }
        TypedUnit::Money(power) => {
            let amount = digits.with_sign(digits.value(power)?);
            match digits.sign {
                None => (amount, How::Amount),
                Some(_) => (current + amount, How::Change(amount)),
            }
        }
    };
    if value < 0.0 {
        return Err(NumberError::Negative);
    }
    if value.is_nan() || value > LARGEST {
        return Err(NumberError::TooLarge);
    }
    Ok(Parsed {
        value,
        how,
        ambiguous: digits.one_group && !matches!(unit, TypedUnit::Money(0)),
    })
}

/// What an amount is counted in.
#[derive(Clone, Copy)]
enum TypedUnit {
    /// Per cent of the reference.
    Percent,
    /// `10^n` triệu đồng.
    Money(i32),
}

/// The unit by its folded name.
fn unit(folded: &str) -> Option<TypedUnit> {
    let compact: String = folded.chars().filter(|c| !is_space(*c)).collect();
    if compact == "%" {
        return Some(TypedUnit::Percent);
    }
    let name = ["vnd", "dong", "d"]
        .iter()
        .find_map(|tail| compact.strip_suffix(tail))
        .unwrap_or(&compact);
    match name {
        "" if compact.is_empty() => Some(TypedUnit::Money(0)),
        "" => Some(TypedUnit::Money(-6)),
        "tr" | "trieu" | "million" | "m" => Some(TypedUnit::Money(0)),
        "ty" | "ti" | "billion" | "bn" | "b" => Some(TypedUnit::Money(3)),
        _ => None,
    }
}

impl Digits<'_> {
    /// The number without its sign, times `10^power`, correctly rounded.
    fn value(&self, power: i32) -> Result<f64, NumberError> {
        let value: f64 = format!("{}e{power}", self.plain)
            .parse()
            .map_err(|_| NumberError::NotANumber)?;
        if value.is_finite() {
            Ok(value)
        } else {
            Err(NumberError::TooLarge)
        }
    }

    fn with_sign(&self, value: f64) -> f64 {
        // Minus zero is a zero.
        if self.sign == Some('-') && value != 0.0 {
            -value
        } else {
            value
        }
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{202f}' || c == '\u{2009}'
}

/// Splits a text into sign, digits and what follows.
fn digits(text: &str, lang: Lang) -> Result<Digits<'_>, NumberError> {
    let text = text.trim_matches(is_space);
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    let mut rest = text;
    let mut sign = None;
    if let Some(first) = text.chars().next()
        && let Some(read) = match first {
            '+' => Some('+'),
            '-' | '−' | '–' => Some('-'),
            _ => None,
        }
    {
        sign = Some(read);
        rest = text[first.len_utf8()..].trim_start_matches(is_space);
    }
    let end = rest
        .char_indices()
        .find(|(_, c)| !(c.is_ascii_digit() || matches!(c, '.' | ',') || is_space(*c)))
        .map_or(rest.len(), |(index, _)| index);
    let (figure, rest) = rest.split_at(end);
    let (plain, one_group) = read_groups(figure.trim_end_matches(is_space), lang)?;
    Ok(Digits {
        sign,
        plain,
        one_group,
        rest,
    })
}

/// Takes the grouping off a figure and puts a point before its decimals; says whether there was one group only.
fn read_groups(figure: &str, lang: Lang) -> Result<(String, bool), NumberError> {
    let (mark, point) = separators(lang);
    let (whole, fraction) = match figure.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (figure, None),
    };
    if !figure.chars().any(|c| c.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    if fraction.is_some_and(|f| !f.bytes().all(|c| c.is_ascii_digit())) {
        return Err(NumberError::Grouping);
    }
    let spaced = whole.chars().any(is_space);
    if spaced && whole.contains(mark) {
        return Err(NumberError::Grouping);
    }
    let groups: Vec<&str> = whole.split(|c| c == mark || is_space(c)).collect();
    let fits = |(index, group): (usize, &&str)| {
        group.bytes().all(|c| c.is_ascii_digit())
            && if index == 0 {
                (1..=3).contains(&group.len())
            } else {
                group.len() == 3
            }
    };
    let plain_whole = groups.len() == 1 && whole.bytes().all(|c| c.is_ascii_digit());
    if !plain_whole && !groups.iter().enumerate().all(fits) {
        return Err(NumberError::Grouping);
    }
    let plain = format!("0{}.{}0", groups.concat(), fraction.unwrap_or(""));
    Ok((plain, groups.len() == 2 && !spaced && fraction.is_none()))
}

impl std::fmt::Display for NumberError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            NumberError::Empty => "nothing was typed",
            NumberError::NotANumber => "not a number",
            NumberError::Grouping => "the groups of digits are not of three",
            NumberError::Negative => "below zero",
            NumberError::TooLarge => "too large",
            NumberError::NoReference => "a per cent of an amount that is not there",
        })
    }
}

impl std::error::Error for NumberError {}
