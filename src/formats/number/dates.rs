//! Months and dates as the programme writes them.

use crate::model::{Lang, YearMonth};

const EN_MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Short name of a month of a plan that starts in `start`: `T1`…`T12` (`Jan`…`Dec`) in the first year, `1/22` in
/// later ones.
pub fn month_label(month: YearMonth, start: YearMonth, lang: Lang) -> String {
    if month.year != start.year {
        return format!("{}/{:02}", month.month, month.year.rem_euclid(100));
    }
    match (lang, EN_MONTHS.get(usize::from(month.month).wrapping_sub(1))) {
        (Lang::En, Some(name)) => (*name).to_owned(),
        _ => format!("T{}", month.month),
    }
}

/// `22/1/2021`, in both languages.
pub fn date(year: i32, month: u8, day: u8) -> String {
    format!("{day}/{month}/{year}")
}

/// An ISO date as people read it: `2021-01-22` → `22/1/2021`, `2021-01` → `1/2021`; anything else is left as it is.
pub fn date_iso(iso: &str) -> String {
    let parts: Vec<Option<u16>> = iso.split('-').map(|part| part.parse().ok()).collect();
    match parts[..] {
        [Some(year), Some(month), Some(day)] => format!("{day}/{month}/{year}"),
        [Some(year), Some(month)] => format!("{month}/{year}"),
        _ => iso.to_owned(),
    }
}
