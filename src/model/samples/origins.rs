//! Short ways to write figures with their origin.

use crate::model::{Figure, Origin, Range, Text};

/// Date of the conference all reported figures of the plan come from.
pub(super) const CONFERENCE_DATE: &str = "2021-01-22";

/// The conference, as a source for people.
pub(super) fn conference() -> Text {
    Text::new(
        "Hội nghị tổng kết NTM năm 2020 huyện Thạch Hà, 22/1/2021",
        "Thạch Hà district NTM review conference of 2020, 22/1/2021",
    )
}

/// A figure stated at the conference.
pub(super) fn stated(value: f64) -> Figure {
    Figure::reported(value, conference(), CONFERENCE_DATE)
}

/// Origin of what was stated at the conference.
pub(super) fn stated_origin() -> Origin {
    reported(conference(), CONFERENCE_DATE)
}

/// A reported origin.
pub(super) fn reported(source: Text, date: &str) -> Origin {
    Origin::Reported {
        source,
        date: date.into(),
    }
}

/// An assumption with its reason in Vietnamese and English.
pub(super) fn assumed(value: f64, vi: &str, en: &str) -> Figure {
    Figure::assumption(value, Text::new(vi, en))
}

/// A figure with its formula in Vietnamese and English.
pub(super) fn derived(value: f64, vi: &str, en: &str) -> Figure {
    Figure::derived(value, Text::new(vi, en))
}

/// Origin of an assumption.
pub(super) fn assumption(vi: &str, en: &str) -> Origin {
    Origin::Assumption {
        note: Text::new(vi, en),
    }
}

/// An assumed low / likely / high.
pub(super) fn assumed_range([low, likely, high]: [f64; 3], vi: &str, en: &str) -> Range {
    Range::new(low, likely, high, assumption(vi, en))
}
