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

/// The same month as it is said: *tháng 4*, *tháng 1 năm 2022*; *April*, *January 2022*.
pub fn month_name(month: YearMonth, start: YearMonth, lang: Lang) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let name = match (lang, NAMES.get(usize::from(month.month).wrapping_sub(1))) {
        (Lang::En, Some(name)) => (*name).to_owned(),
        _ => format!("tháng {}", month.month),
    };
    match (month.year == start.year, lang) {
        (true, _) => name,
        (false, Lang::Vi) => format!("{name} năm {}", month.year),
        (false, Lang::En) => format!("{name} {}", month.year),
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

/// A typed date as ISO: `22/1/2021`, `22-1-2021`, `22.1.2021` or ISO itself; nothing for nothing. `None` if it is no day
/// of the calendar in 1900–2200.
pub fn parse_date(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(String::new());
    }
    let parts = typed.split(['/', '-', '.']).map(|part| part.trim().parse::<u32>().ok());
    let parts: Vec<u32> = parts.collect::<Option<_>>()?;
    let [first, month, last] = parts[..] else { return None };
    let (day, year) = if first > 31 { (last, first) } else { (first, last) };
    let known = (1900..=2200).contains(&year) && (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
    known.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Days of a month, 1–12.
fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::parse_date;

    #[test]
    fn a_date_is_read_as_it_is_shown_and_in_other_plain_writings() {
        for typed in ["15/1/2021", "15/01/2021", " 15-1-2021 ", "15.1.2021", "2021-01-15"] {
            assert_eq!(parse_date(typed).as_deref(), Some("2021-01-15"), "{typed}");
        }
        assert_eq!(parse_date("29/2/2020").as_deref(), Some("2020-02-29"));
        assert_eq!(parse_date("  ").as_deref(), Some(""));
    }

    #[test]
    fn what_is_no_day_of_the_calendar_is_refused() {
        for typed in [
            "29/2/2021",
            "31/4/2021",
            "1/13/2021",
            "0/1/2021",
            "15/1",
            "15/1/21",
            "mai",
            "1/2/3/4",
            "-1/1/2021",
        ] {
            assert_eq!(parse_date(typed), None, "{typed}");
        }
    }
}
