//! Numbers as people write them: `1.234,5` in Vietnamese, `1,234.5` in English.
//!
//! A number is rounded half away from zero on its *decimal* digits (the 15 that a double holds faithfully), so that
//! 2,675 shows as 2,68 and 0,5 as 1 although neither the hardware nor Rust's `{:.2}` would say so.

mod dates;
mod decimal;
mod parse;
#[cfg(test)]
mod tests;

pub use dates::{date, date_iso, month_label, month_name, parse_date};
pub use parse::{How, NumberError, Parsed, parse_amount, parse_number, parse_percent};

use crate::model::Lang;
use decimal::Decimal;
use serde::{Deserialize, Serialize};

/// True minus.
pub const MINUS: char = '−';
/// No-break space, before `%` and units.
pub const NBSP: char = '\u{a0}';
/// Expected counts keep [`COUNT_DECIMALS`] decimals while the goal is under this.
pub const COUNT_GOAL: f64 = 20.0;
/// Decimals of an expected count of a small goal.
pub const COUNT_DECIMALS: usize = 2;
/// What stands for a number that is not finite.
const NOT_A_NUMBER: &str = "–";

/// Unit in which money is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MoneyUnit {
    /// Triệu đồng, whole.
    #[default]
    Million,
    /// Tỷ đồng, one decimal.
    Billion,
}

impl MoneyUnit {
    /// Decimals of an amount in this unit.
    pub fn decimals(self) -> usize {
        match self {
            MoneyUnit::Million => 0,
            MoneyUnit::Billion => 1,
        }
    }

    /// Power of ten of the unit, in triệu đồng.
    fn power(self) -> i32 {
        match self {
            MoneyUnit::Million => 0,
            MoneyUnit::Billion => 3,
        }
    }
}

/// `(group separator, decimal separator)` of a language.
fn separators(lang: Lang) -> (char, char) {
    match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    }
}

/// `value` with a fixed number of decimals, grouped, with a true minus `−`; zero and minus zero are `0`, what only
/// rounds to zero keeps its decimals (`0,00`) and no sign. A number that is not finite is `–`.
pub fn number(value: f64, decimals: usize, lang: Lang) -> String {
    scale_to_unit(value, 0, decimals, lang)
}

/// `value` with every decimal it has, grouped: the text of a field that is being edited.
/// [`parse_number`] reads exactly this value back.
pub fn exact(value: f64, lang: Lang) -> String {
    if value == 0.0 {
        return "0".into();
    }
    if !value.is_finite() {
        return NOT_A_NUMBER.into();
    }
    let plain = value.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    write_decimal(value < 0.0, whole, fraction, lang)
}

/// A difference: [`number`] with `+` or `−`, or `=` when it is under half of the last digit shown.
pub fn signed(value: f64, decimals: usize, lang: Lang) -> String {
    signed_scaled(value, 0, decimals, lang)
}

/// A share as per cent with a no-break space: `0,285` → `28,5 %`.
pub fn percent(share: f64, decimals: usize, lang: Lang) -> String {
    format!("{}{NBSP}%", scale_to_unit(share, 2, decimals, lang))
}

/// A difference of shares in per cent: `+1,5 %`, or `=`.
pub fn signed_percent(share: f64, decimals: usize, lang: Lang) -> String {
    let text = signed_scaled(share, 2, decimals, lang);
    if text == "=" { text } else { format!("{text}{NBSP}%") }
}

/// An amount without its unit, from triệu đồng: whole triệu, or tỷ with one decimal.
pub fn money(value: f64, unit: MoneyUnit, lang: Lang) -> String {
    scale_to_unit(value, -unit.power(), unit.decimals(), lang)
}

/// A difference of amounts without its unit, from triệu đồng, or `=`.
pub fn signed_money(value: f64, unit: MoneyUnit, lang: Lang) -> String {
    signed_scaled(value, -unit.power(), unit.decimals(), lang)
}

/// An amount with its unit: `174.210 triệu đồng`, `174.2 billion VND`; no-break spaces throughout.
pub fn money_with_unit(value: f64, unit: MoneyUnit, lang: Lang) -> String {
    let name = money_unit_name(unit, lang).replace(' ', "\u{a0}");
    format!("{}{NBSP}{name}", money(value, unit, lang))
}

/// Name of a unit of money: `triệu đồng`, `billion VND`.
pub fn money_unit_name(unit: MoneyUnit, lang: Lang) -> &'static str {
    match (unit, lang) {
        (MoneyUnit::Million, Lang::Vi) => "triệu đồng",
        (MoneyUnit::Billion, Lang::Vi) => "tỷ đồng",
        (MoneyUnit::Million, Lang::En) => "million VND",
        (MoneyUnit::Billion, Lang::En) => "billion VND",
    }
}

/// Decimals of expected counts against this goal: equal in a column of one target.
pub fn count_decimals(goal: f64) -> usize {
    if goal < COUNT_GOAL { COUNT_DECIMALS } else { 0 }
}

/// An expected count: two decimals while the goal is under 20, none above.
pub fn count(value: f64, goal: f64, lang: Lang) -> String {
    number(value, count_decimals(goal), lang)
}

/// `value × 10^power` with a fixed number of decimals.
fn scale_to_unit(value: f64, power: i32, decimals: usize, lang: Lang) -> String {
    match Decimal::new(value) {
        None => NOT_A_NUMBER.into(),
        Some(decimal) if decimal.is_zero() => "0".into(),
        Some(decimal) => {
            let (negative, whole, fraction) = decimal.shift(power).round_to(decimals);
            write_decimal(negative, &whole, &fraction, lang)
        }
    }
}

fn signed_scaled(value: f64, power: i32, decimals: usize, lang: Lang) -> String {
    let Some(decimal) = Decimal::new(value) else {
        return NOT_A_NUMBER.into();
    };
    let (negative, whole, fraction) = decimal.shift(power).round_to(decimals);
    if [&whole, &fraction]
        .iter()
        .all(|digits| digits.bytes().all(|d| d == b'0'))
    {
        return "=".into();
    }
    let text = write_decimal(negative, &whole, &fraction, lang);
    if negative { text } else { format!("+{text}") }
}

/// Sign, grouped whole part, decimals.
fn write_decimal(negative: bool, whole: &str, fraction: &str, lang: Lang) -> String {
    let (group, point) = separators(lang);
    let mut text = String::with_capacity(whole.len() * 4 / 3 + fraction.len() + 4);
    if negative {
        text.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}
