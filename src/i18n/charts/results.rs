//! Titles and summaries of what a run leads to: recognition by month, one target, causes of loss.

use crate::formats::number::{number, percent};
use crate::i18n::agree;
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
    match facts.furthest {
        None if targets == 1 => say!(lang; "Mục tiêu được công nhận đủ" | "The goal is reached"),
        None => say!(lang; "Cả {targets} mục tiêu được công nhận đủ" | "All {targets} goals are reached"),
        Some((name, share)) if targets == 1 => say!(lang;
            "{name} mới đạt {share}" | "{name} reaches {share}",
            share = percent(share, 0, lang)),
        Some((name, share)) => say!(lang;
            "{met} trên {targets} mục tiêu đủ; {name} mới {share}"
            | "{met} of {targets} goals {are} reached; {name} at {share}",
            share = percent(share, 0, lang), are = agree(met, "is", "are")),
    }
}

/// Summary of the chart of recognition.
pub fn recognition_summary(facts: &Recognition, lang: Lang) -> String {
    let title = recognition_title(facts, lang);
    let months = match &facts.months {
        None => say!(lang; "Chưa đơn vị nào được công nhận." | "Nothing is recognised."),
        Some((first, last)) if first == last => say!(lang;
            "Mọi công nhận rơi vào {first}." | "All recognition falls in {first}."),
        Some((first, last)) => say!(lang;
            "Công nhận từ {first} đến {last}." | "Recognition runs from {first} to {last}."),
    };
    format!("{title}. {months}")
}

sentences! {
    /// Title of the chart of one line: *Vườn mẫu: 144 trên 200 vườn được công nhận*. Counts as shown.
    pub fn line_title(name: &str, recognised: &str, goal: &str, unit: &str; lang)
        = "{name}: {recognised} trên {goal} {unit} được công nhận" | "{name}: {recognised} of {goal} recognised{units}",
        units = if unit.is_empty() { String::new() } else { format!(" ({unit})") };

    /// Summary of the chart of one line. Counts as shown.
    pub fn line_summary(title: &str, started: &str, submitted: &str; lang)
        = "{title}. Khởi công {started}, trình {submitted}." | "{title}. {started} started, {submitted} submitted.";

    /// What there is in all at the end, apart from what is added.
    pub fn stock_summary(in_all: &str; lang) = "Lũy kế cuối kỳ {in_all}." | "{in_all} in all at the end.";
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
    say!(lang;
        "{cause} lấy mất nhiều nhất: {points} trên {lost} điểm" | "{cause} costs most: {points} of {lost} points")
}

/// Summary of the chart of causes.
pub fn causes_summary(facts: &CausesFacts, lang: Lang) -> String {
    let title = causes_title(facts, lang);
    let (name, points) = (facts.worst.0, number(facts.worst.1, 1, lang));
    match facts.missed {
        1 => say!(lang;
            "{title}. 1 mục tiêu hụt; {name} hụt nhiều nhất, {points} điểm."
            | "{title}. One goal is missed: {name}, by {points} points."),
        missed => say!(lang;
            "{title}. {missed} mục tiêu hụt; {name} hụt nhiều nhất, {points} điểm."
            | "{title}. {missed} goals are missed; {name} by most, {points} points."),
    }
}
