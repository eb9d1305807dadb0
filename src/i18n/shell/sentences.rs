//! Sentences of the frame that have something in them.

use crate::formats::number::{date_iso, exact, percent};
use crate::model::{Lang, Origin};

sentences! {
    /// When the plan was saved.
    pub fn saved_at(time: &str; lang) = "Đã lưu {time}" | "Saved {time}";

    /// That the plan could not be saved, and why.
    pub fn not_saved(reason: &str; lang) = "Chưa lưu được: {reason}" | "Not saved: {reason}";

    /// That something with the library did not work, and why.
    pub fn library_failed(reason: &str; lang)
        = "Không làm được: {reason}. Kế hoạch đang mở vẫn còn."
        | "That did not work: {reason}. The open plan is still there.";

    /// The value that an edit replaced.
    pub fn replaced_line(value: &str; lang) = "Trước khi sửa: {value}" | "Before the edit: {value}";

    /// Step `n` of the tour (from 1).
    pub fn tour_step(n: usize; lang) = "Bước {n} trên 3" | "Step {n} of 3";
}

/// Why the browser's storage failed, by the code of the failure.
pub fn store_problem(code: &str, lang: Lang) -> &'static str {
    match code {
        "quota" => word!(lang; "đầy bộ nhớ" | "storage is full"),
        "blocked" => word!(lang; "thẻ khác đang giữ kho cũ, hãy đóng nó" | "another tab holds the old store, close it"),
        "newer" => word!(lang; "kho do phiên bản mới hơn tạo" | "the store was made by a newer version"),
        "closed" => word!(lang;
            "trình duyệt đã đóng kho, hãy tải lại trang" | "the browser closed the store, reload the page"),
        "conflict" => word!(lang; "kế hoạch vừa được ghi ở thẻ khác" | "the plan was just written in another tab"),
        "mismatch" => word!(lang; "đọc lại không khớp" | "what was read back differs"),
        "unavailable" => word!(lang; "trình duyệt không cho lưu" | "the browser does not allow saving"),
        _ => word!(lang; "trình duyệt từ chối" | "the browser refused"),
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
    match event {
        PlanEvent::Deleted => say!(lang; "Đã xóa “{name}”." | "“{name}” was deleted."),
        PlanEvent::Duplicated => say!(lang; "Đã tạo bản sao “{name}”." | "“{name}” was made."),
        PlanEvent::Restored => say!(lang; "Đã lấy lại “{name}”." | "“{name}” is back."),
        PlanEvent::Imported => say!(lang; "Đã mở “{name}” từ tệp." | "“{name}” was opened from the file."),
        PlanEvent::Opened => say!(lang; "Đã mở “{name}”." | "“{name}” is open."),
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
    let kind = match whole {
        true => word!(lang; "Số nguyên" | "A whole number"),
        false => word!(lang; "Số" | "A number"),
    };
    let range = match (min.is_finite(), max.is_finite()) {
        (true, true) => say!(lang; " từ {min} đến {max}" | " from {min} to {max}", min = show(min), max = show(max)),
        (true, false) => say!(lang; " từ {min} trở lên" | " of {min} or more", min = show(min)),
        (false, true) => say!(lang; " đến {max}" | " up to {max}", max = show(max)),
        (false, false) => String::new(),
    };
    format!("{kind}{range}.")
}

/// Where a number comes from, a line for each fact.
pub fn origin_lines(origin: &Origin, lang: Lang) -> Vec<String> {
    let (name, text, date) = match origin {
        Origin::Reported { source, date } => (word!(lang; "Báo cáo" | "Reported"), source, date_iso(date)),
        Origin::Derived { formula } => (word!(lang; "Tính ra" | "Derived"), formula, String::new()),
        Origin::Assumption { note } => (word!(lang; "Giả định" | "Assumption"), note, String::new()),
    };
    let facts = [text.get(lang).to_owned(), date]
        .into_iter()
        .filter(|fact| !fact.is_empty());
    std::iter::once(name.to_owned()).chain(facts).collect()
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
