//! The list of findings, and the checks of single numbers.

use super::{Issue, Severity};
use crate::model::{Plan, RELEASE_POINTS, Range};

/// Findings so far.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) issues: Vec<Issue>,
}

impl Findings {
    fn add(&mut self, check: &'static str, severity: Severity, path: &str, args: &[String]) {
        self.issues.push(Issue {
            check,
            severity,
            path: path.to_owned(),
            args: args.to_vec(),
        });
    }

    pub(super) fn error(&mut self, check: &'static str, path: &str, args: &[String]) {
        self.add(check, Severity::Error, path, args);
    }

    pub(super) fn warning(&mut self, check: &'static str, path: &str, args: &[String]) {
        self.add(check, Severity::Warning, path, args);
    }

    pub(super) fn note(&mut self, check: &'static str, path: &str, args: &[String]) {
        self.add(check, Severity::Note, path, args);
    }

    /// Whether the number is finite; reports it if not. So do the checks below: `true` is a usable number.
    pub(super) fn finite(&mut self, path: &str, value: f64) -> bool {
        if !value.is_finite() {
            self.error("not-finite", path, &[]);
        }
        value.is_finite()
    }

    pub(super) fn not_negative(&mut self, path: &str, value: f64) -> bool {
        let finite = self.finite(path, value);
        if finite && value < 0.0 {
            self.error("negative", path, &[value.to_string()]);
        }
        finite && value >= 0.0
    }

    pub(super) fn share(&mut self, path: &str, value: f64) -> bool {
        let finite = self.finite(path, value);
        let inside = (0.0..=1.0).contains(&value);
        if finite && !inside {
            self.error("not-share", path, &[value.to_string()]);
        }
        inside
    }

    /// Whole and 0 or more.
    pub(super) fn count(&mut self, path: &str, value: f64) -> bool {
        let usable = self.not_negative(path, value);
        let whole = value == value.trunc();
        if usable && !whole {
            self.error("not-whole", path, &[value.to_string()]);
        }
        usable && whole
    }

    /// Three numbers, 0 or more, in order.
    pub(super) fn range(&mut self, path: &str, range: &Range) {
        let [low, likely, high] = range.values();
        let named = [("low", low), ("likely", likely), ("high", high)];
        let mut usable = true;
        for (name, value) in named {
            usable &= self.not_negative(&format!("{path}/{name}"), value);
        }
        if usable && !(low <= likely && likely <= high) {
            self.error("range-order", path, &[low, likely, high].map(|v| v.to_string()));
        }
    }

    /// A cumulative release curve.
    pub(super) fn release(&mut self, path: &str, points: &[f64; RELEASE_POINTS]) {
        for (index, &value) in points.iter().enumerate() {
            if !self.finite(path, value) {
                continue;
            }
            let point = (index + 1).to_string();
            if !(0.0..=1.0).contains(&value) {
                self.error("release-outside", path, &[point.clone(), value.to_string()]);
            }
            if index > 0 && value < points[index - 1] {
                let args = [point, value.to_string(), points[index - 1].to_string()];
                self.error("release-decreasing", path, &args);
            }
        }
    }

    pub(super) fn month_of_year(&mut self, path: &str, month: u8) -> bool {
        let inside = (1..=12).contains(&month);
        if !inside {
            self.error("month-outside", path, &[month.to_string()]);
        }
        inside
    }

    /// An ISO date or nothing.
    pub(super) fn date(&mut self, path: &str, text: &str) -> Option<(i32, u8)> {
        let parsed = parse_date(text);
        if parsed.is_none() && !text.is_empty() {
            self.warning("date-malformed", path, &[text.to_owned()]);
        }
        parsed
    }

    /// Ids of one list: not empty, each used once. `path` is the list's.
    pub(super) fn ids<'a>(&mut self, path: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = std::collections::BTreeSet::new();
        for id in ids {
            if id.is_empty() {
                self.error("empty-id", path, &[]);
            } else if !seen.insert(id) {
                self.error("duplicate-id", &format!("{path}/{id}"), &[id.to_owned()]);
            }
        }
    }

    pub(super) fn known_line(&mut self, plan: &Plan, path: &str, id: &str) {
        if plan.line(id).is_none() {
            self.warning("unknown-line", path, &[id.to_owned()]);
        }
    }

    pub(super) fn known_source(&mut self, plan: &Plan, path: &str, id: &str) {
        if plan.source(id).is_none() {
            self.warning("unknown-source", path, &[id.to_owned()]);
        }
    }
}

/// Whether a text is an ISO date.
pub(super) fn is_date(text: &str) -> bool {
    parse_date(text).is_some()
}

/// Year and month of `YYYY-MM-DD`, if it is a day of the calendar.
fn parse_date(text: &str) -> Option<(i32, u8)> {
    let mut parts = text.split('-');
    let mut digits = |width: usize| {
        let part = parts.next()?;
        let clean = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
        clean.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (year, month, day) = (digits(4)?, digits(2)?, digits(2)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => return None,
    };
    ((1..=days).contains(&day) && parts.next().is_none()).then_some((year as i32, month as u8))
}
