//! The clock of the machine: the core never asks for the time, it is told.

use js_sys::Date;

/// Milliseconds since 1970.
pub fn now() -> f64 {
    Date::now()
}

/// Local date, ISO `YYYY-MM-DD`.
pub fn iso_date() -> String {
    let now = Date::new_0();
    format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}

/// The year a plan begun today is likely for: this one, from October on the next.
pub fn planning_year() -> i32 {
    let (year, month, _) = local_day(now());
    if month >= 10 { year + 1 } else { year }
}

/// Year, month (1–12) and day of a moment in local time.
pub fn local_day(milliseconds: f64) -> (i32, u8, u8) {
    let date = Date::new(&milliseconds.into());
    let year = i32::try_from(date.get_full_year()).unwrap_or(i32::MAX);
    // Month and day of the month are below 32 by definition.
    (year, date.get_month() as u8 + 1, date.get_date() as u8)
}

/// A moment as ISO 8601 in UTC, e.g. `2021-01-22T07:30:00.000Z`.
pub fn iso_moment(milliseconds: f64) -> String {
    Date::new(&milliseconds.into()).to_iso_string().into()
}

/// A moment for people: `HH:MM` today, `d/m/yyyy` before.
pub fn time_or_day(milliseconds: f64) -> String {
    let date = Date::new(&milliseconds.into());
    let (year, month, day) = local_day(milliseconds);
    if local_day(now()) == (year, month, day) {
        format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
    } else {
        format!("{day}/{month}/{year}")
    }
}
