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

/// Local time `HH:MM`.
pub fn hour_minute() -> String {
    let now = Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// Year, month (1–12) and day of a moment in local time.
pub fn local_day(milliseconds: f64) -> (i32, u8, u8) {
    let date = Date::new(&milliseconds.into());
    let year = i32::try_from(date.get_full_year()).unwrap_or(i32::MAX);
    // Month and day of the month are below 32 by definition.
    (year, date.get_month() as u8 + 1, date.get_date() as u8)
}
