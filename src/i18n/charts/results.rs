//! Titles and summaries of what a run leads to: recognition by month, one target, causes of loss.

use crate::formats::number::{number, percent};
use crate::model::Lang;
/// What the chart of recognition shows.
#[derive(Clone, Debug)]
pub struct Recognition<'a> {
    /// Targets with a goal above 0.
    pub targets: usize,
    /// How many of them are met.
    pub met: usize,
    /// Name and share (0–1) of the target furthest from its goal; `None` if all are met.
    pub furthest: Option<(&'a str, f64)>,
    /// First and last month with a recognition, as shown; `None` if nothing is recognised.
    pub months: Option<(String, String)>,
}

/// Title of the chart of recognition.
pub fn recognition_title(facts: &Recognition, lang: Lang) -> String {
    let Recognition { targets, met, .. } = *facts;
    match (lang, &facts.furthest) {
        (Lang::Vi, None) if targets == 1 => "Mục tiêu được công nhận đủ".to_owned(),
        (Lang::Vi, None) => format!("Cả {targets} mục tiêu được công nhận đủ"),
        (Lang::En, None) if targets == 1 => "The goal is reached".to_owned(),
        (Lang::En, None) => format!("All {targets} goals are reached"),
        (Lang::Vi, Some((name, share))) if targets == 1 => format!("{name} mới đạt {}", percent(*share, 0, lang)),
        (Lang::Vi, Some((name, share))) => {
            format!(
                "{met} trên {targets} mục tiêu đủ; {name} mới {}",
                percent(*share, 0, lang)
            )
        }
        (Lang::En, Some((name, share))) if targets == 1 => format!("{name} reaches {}", percent(*share, 0, lang)),
        (Lang::En, Some((name, share))) => {
            let verb = if met == 1 { "is" } else { "are" };
            format!(
                "{met} of {targets} goals {verb} reached; {name} at {}",
                percent(*share, 0, lang)
            )
        }
    }
}

/// Summary of the chart of recognition.
pub fn recognition_summary(facts: &Recognition, lang: Lang) -> String {
    let title = recognition_title(facts, lang);
    let months = match (lang, &facts.months) {
        (Lang::Vi, None) => "Chưa đơn vị nào được công nhận.".to_owned(),
        (Lang::En, None) => "Nothing is recognised.".to_owned(),
        (Lang::Vi, Some((first, last))) if first == last => format!("Mọi công nhận rơi vào {first}."),
        (Lang::En, Some((first, last))) if first == last => format!("All recognition falls in {first}."),
        (Lang::Vi, Some((first, last))) => format!("Công nhận từ {first} đến {last}."),
        (Lang::En, Some((first, last))) => format!("Recognition runs from {first} to {last}."),
    };
    format!("{title}. {months}")
}

/// Title of the chart of one line: *Vườn mẫu: 144 trên 200 vườn được công nhận*. Counts as shown.
pub fn line_title(name: &str, recognised: &str, goal: &str, unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{name}: {recognised} trên {goal} {unit} được công nhận"),
        Lang::En if unit.is_empty() => format!("{name}: {recognised} of {goal} recognised"),
        Lang::En => format!("{name}: {recognised} of {goal} recognised ({unit})"),
    }
}

/// Summary of the chart of one line. Counts as shown.
pub fn line_summary(title: &str, started: &str, submitted: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{title}. Khởi công {started}, trình {submitted}."),
        Lang::En => format!("{title}. {started} started, {submitted} submitted."),
    }
}

/// What there is in all at the end, apart from what is added.
pub fn stock_summary(in_all: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Lũy kế cuối kỳ {in_all}."),
        Lang::En => format!("{in_all} in all at the end."),
    }
}

/// What the chart of causes shows.
#[derive(Clone, Copy, Debug)]
pub struct CausesFacts<'a> {
    /// Lines that miss their goal.
    pub missed: usize,
    /// Points of attainment lost over these lines, 0–100 each.
    pub lost: f64,
    /// The largest cause and its points.
    pub main: (&'a str, f64),
    /// The line that loses most and its points.
    pub worst: (&'a str, f64),
}

/// Title of the chart of causes.
pub fn causes_title(facts: &CausesFacts, lang: Lang) -> String {
    let (cause, points) = facts.main;
    let (points, lost) = (number(points, 0, lang), number(facts.lost, 0, lang));
    match lang {
        Lang::Vi => format!("{cause} lấy mất nhiều nhất: {points} trên {lost} điểm"),
        Lang::En => format!("{cause} costs most: {points} of {lost} points"),
    }
}

/// Summary of the chart of causes.
pub fn causes_summary(facts: &CausesFacts, lang: Lang) -> String {
    let title = causes_title(facts, lang);
    let (name, points) = (facts.worst.0, number(facts.worst.1, 1, lang));
    match (lang, facts.missed) {
        (Lang::Vi, missed) => format!("{title}. {missed} mục tiêu hụt; {name} hụt nhiều nhất, {points} điểm."),
        (Lang::En, 1) => format!("{title}. One goal is missed: {name}, by {points} points."),
        (Lang::En, missed) => format!("{title}. {missed} goals are missed; {name} by most, {points} points."),
    }
}
