//! Sentences of the frame that have something in them.

use crate::formats::number::{date_iso, exact, percent};
use crate::model::{Lang, Origin};

/// When the plan was saved.
pub fn saved_at(time: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Đã lưu {time}"),
        Lang::En => format!("Saved {time}"),
    }
}

/// That the plan could not be saved, and why.
pub fn not_saved(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Chưa lưu được: {reason}"),
        Lang::En => format!("Not saved: {reason}"),
    }
}

/// Why the browser's storage failed, by the code of the failure.
pub fn store_problem(code: &str, lang: Lang) -> &'static str {
    let (vi, en) = match code {
        "quota" => ("đầy bộ nhớ", "storage is full"),
        "blocked" => (
            "thẻ khác đang giữ kho cũ, hãy đóng nó",
            "another tab holds the old store, close it",
        ),
        "newer" => ("kho do phiên bản mới hơn tạo", "the store was made by a newer version"),
        "closed" => (
            "trình duyệt đã đóng kho, hãy tải lại trang",
            "the browser closed the store, reload the page",
        ),
        "conflict" => (
            "kế hoạch vừa được ghi ở thẻ khác",
            "the plan was just written in another tab",
        ),
        "mismatch" => ("đọc lại không khớp", "what was read back differs"),
        "unavailable" => ("trình duyệt không cho lưu", "the browser does not allow saving"),
        _ => ("trình duyệt từ chối", "the browser refused"),
    };
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// What happened to a plan of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanEvent {
    /// Deleted.
    Deleted,
    /// Duplicated.
    Duplicated,
    /// Brought back.
    Restored,
    /// Read from a file.
    Imported,
    /// Opened.
    Opened,
}

/// What happened to a plan.
pub fn plan_event(event: PlanEvent, name: &str, lang: Lang) -> String {
    match (event, lang) {
        (PlanEvent::Deleted, Lang::Vi) => format!("Đã xóa “{name}”."),
        (PlanEvent::Deleted, Lang::En) => format!("“{name}” was deleted."),
        (PlanEvent::Duplicated, Lang::Vi) => format!("Đã tạo bản sao “{name}”."),
        (PlanEvent::Duplicated, Lang::En) => format!("“{name}” was made."),
        (PlanEvent::Restored, Lang::Vi) => format!("Đã lấy lại “{name}”."),
        (PlanEvent::Restored, Lang::En) => format!("“{name}” is back."),
        (PlanEvent::Imported, Lang::Vi) => format!("Đã mở “{name}” từ tệp."),
        (PlanEvent::Imported, Lang::En) => format!("“{name}” was opened from the file."),
        (PlanEvent::Opened, Lang::Vi) => format!("Đã mở “{name}”."),
        (PlanEvent::Opened, Lang::En) => format!("“{name}” is open."),
    }
}

/// That something with the library did not work, and why.
pub fn library_failed(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Không làm được: {reason}. Kế hoạch đang mở vẫn còn."),
        Lang::En => format!("That did not work: {reason}. The open plan is still there."),
    }
}

/// What a field accepts. Infinite ends are open.
pub fn number_range(min: f64, max: f64, whole: bool, as_percent: bool, lang: Lang) -> String {
    let show = |v: f64| {
        if as_percent {
            percent(v, 0, lang)
        } else {
            exact(v, lang)
        }
    };
    let kind = match (whole, lang) {
        (true, Lang::Vi) => "Số nguyên",
        (true, Lang::En) => "A whole number",
        (false, Lang::Vi) => "Số",
        (false, Lang::En) => "A number",
    };
    let range = match (min.is_finite(), max.is_finite(), lang) {
        (true, true, Lang::Vi) => format!(" từ {} đến {}", show(min), show(max)),
        (true, true, Lang::En) => format!(" from {} to {}", show(min), show(max)),
        (true, false, Lang::Vi) => format!(" từ {} trở lên", show(min)),
        (true, false, Lang::En) => format!(" of {} or more", show(min)),
        (false, true, Lang::Vi) => format!(" đến {}", show(max)),
        (false, true, Lang::En) => format!(" up to {}", show(max)),
        (false, false, _) => String::new(),
    };
    format!("{kind}{range}.")
}

/// Where a number comes from, a line for each fact.
pub fn origin_lines(origin: &Origin, lang: Lang) -> Vec<String> {
    let (name, rest) = match (origin, lang) {
        (Origin::Reported { source, date }, Lang::Vi) => ("Báo cáo", vec![source.get(lang).to_owned(), date_iso(date)]),
        (Origin::Reported { source, date }, Lang::En) => {
            ("Reported", vec![source.get(lang).to_owned(), date_iso(date)])
        }
        (Origin::Derived { formula }, Lang::Vi) => ("Tính ra", vec![formula.get(lang).to_owned()]),
        (Origin::Derived { formula }, Lang::En) => ("Derived", vec![formula.get(lang).to_owned()]),
        (Origin::Assumption { note }, Lang::Vi) => ("Giả định", vec![note.get(lang).to_owned()]),
        (Origin::Assumption { note }, Lang::En) => ("Assumption", vec![note.get(lang).to_owned()]),
    };
    let facts = rest.into_iter().filter(|fact| !fact.is_empty());
    std::iter::once(name.to_owned()).chain(facts).collect()
}

/// The value that an edit replaced.
pub fn replaced_line(value: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Trước khi sửa: {value}"),
        Lang::En => format!("Before the edit: {value}"),
    }
}

/// Step `n` of the tour (from 1).
pub fn tour_step(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Bước {n} trên 3"),
        Lang::En => format!("Step {n} of 3"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn an_assumption_without_reason_says_only_what_it_is() {
        assert_eq!(origin_lines(&Origin::default(), Lang::Vi), ["Giả định"]);
    }

    #[test]
    fn a_reported_figure_names_source_and_date_as_people_write_it() {
        let origin = Origin::Reported {
            source: Text::new("Hội nghị", "Conference"),
            date: "2021-01-22".into(),
        };
        assert_eq!(origin_lines(&origin, Lang::En), ["Reported", "Conference", "22/1/2021"]);
    }

    #[test]
    fn the_range_of_a_field_is_said_in_its_own_unit() {
        assert_eq!(
            number_range(0.0, 1.0, false, true, Lang::En),
            "A number from 0\u{a0}% to 100\u{a0}%."
        );
        assert_eq!(
            number_range(1.0, f64::INFINITY, true, false, Lang::Vi),
            "Số nguyên từ 1 trở lên."
        );
    }
}
