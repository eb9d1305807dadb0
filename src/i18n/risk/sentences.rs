//! Chances and distributions in words.

use super::super::texts;
use crate::engine::sample::{Chance, Input, Measure, Spread};
use crate::formats::number::{MoneyUnit, NBSP, money_with_unit, number};
use crate::model::{Factor, Lang, Plan};

/// A chance as whole per cent without its sign; `< 1` and `> 99` at the ends, so that nothing looks certain.
pub fn chance_number(chance: f64, lang: Lang) -> String {
    if chance < 0.01 {
        format!("<{NBSP}1")
    } else if chance > 0.99 {
        format!(">{NBSP}99")
    } else {
        number(chance * 100.0, 0, lang)
    }
}

/// A chance: `82 %`, `< 1 %`.
pub fn chance_words(chance: f64, lang: Lang) -> String {
    format!("{}{NBSP}%", chance_number(chance, lang))
}

/// How sure a chance is: its interval and the samples behind it.
pub fn interval_words(chance: Chance, samples: usize, lang: Lang) -> String {
    let per_cent = |share: f64| number(share * 100.0, 1, lang);
    let (low, high, n) = (
        per_cent(chance.low),
        per_cent(chance.high),
        number(samples as f64, 0, lang),
    );
    say!(lang;
        "Khoảng tin cậy 95{NBSP}%: {low}–{high}{NBSP}%, từ {n} lần thử"
        | "95{NBSP}% interval: {low}–{high}{NBSP}%, from {n} samples")
}

/// The chance of the compared scenario beside that of the one shown; `=` where the page would show the same.
pub fn from_chance(own: f64, base: f64, lang: Lang) -> String {
    let (own, base) = (chance_words(own, lang), chance_words(base, lang));
    if own == base {
        return "=".to_owned();
    }
    say!(lang; "từ {base}" | "from {base}")
}

/// What the samples say of all targets, as a sentence that can be read aloud.
pub fn joint_sentence(scenario: &str, joint: Chance, weakest: Option<(&str, f64)>, lang: Lang) -> String {
    let all = chance_words(joint.chance, lang);
    let weak = weakest.map(|(name, chance)| (name, chance_words(chance, lang)));
    match weak {
        Some((name, chance)) => say!(lang;
            "{scenario}: khả năng đạt tất cả là {all}; khó nhất là {name}, {chance}."
            | "{scenario}: the chance of all targets is {all}; the hardest is {name}, {chance}."),
        None => say!(lang;
            "{scenario}: khả năng đạt tất cả là {all}." | "{scenario}: the chance of all targets is {all}."),
    }
}

sentences! {
    /// How the chances were found.
    pub fn samples_sentence(samples: usize, joint: Chance; lang)
        = "Thử {n} lần với chi phí, tiền về, sự kiện và thẩm định thay đổi; khả năng đạt tất cả chắc đến ±{half} điểm phần trăm."
        | "{n} samples of costs, money, events and appraisal; the chance of all is sure to ±{half} percentage points.",
        n = number(samples as f64, 0, lang), half = number((joint.high - joint.low) * 50.0, 1, lang);

    /// The same for those who cannot see it.
    pub fn fan_summary(title: &str, chance: Chance, samples: usize; lang)
        = "{title}. Tám phần mười số lần thử nằm trong dải. Khả năng đạt {all}. {sure}."
        | "{title}. Eight samples of ten lie in the band. Chance {all}. {sure}.",
        sure = interval_words(chance, samples, lang), all = chance_words(chance.chance, lang);

    /// The same for those who cannot see it.
    pub fn spread_summary(title: &str, spread: &Spread, write: impl Fn(f64) -> String; lang)
        = "{title}. Trung bình {mean}, giữa {middle}, nhỏ nhất {least}, lớn nhất {most}."
        | "{title}. Mean {mean}, median {middle}, smallest {least}, largest {most}.",
        mean = write(spread.mean), middle = write(spread.p50), least = write(spread.min), most = write(spread.max);
}

/// Name of something that a sample draws.
pub fn input_name(plan: &Plan, input: &Input, lang: Lang) -> String {
    let line = |id: &str| plan.line(id).map_or("", |l| l.name.get(lang));
    match input {
        Input::Average(Factor::Cost { line: id }) => say!(lang; "Chi phí: {line}" | "Cost: {line}", line = line(id)),
        Input::Average(Factor::Realisation { source: id }) => {
            let name = plan.source(id).map_or("", |s| s.name.get(lang));
            say!(lang; "Tiền về: {name}" | "Money in: {name}")
        }
        Input::Event(id) => {
            let event = plan.events.iter().find(|e| &e.id == id);
            event.map_or_else(String::new, |e| e.name.get(lang).to_owned())
        }
        Input::Passes(id) => say!(lang; "Thẩm định: {line}" | "Appraisal: {line}", line = line(id)),
    }
}

/// Name of a result.
pub fn measure_name(plan: &Plan, measure: Measure, lang: Lang) -> String {
    let t = &texts(lang).risk;
    match measure {
        Measure::Joint => t.chance.to_owned(),
        Measure::Score => t.score.to_owned(),
        Measure::Missing => t.missing.to_owned(),
        Measure::Debt => t.debt.to_owned(),
        Measure::Community => t.community.to_owned(),
        Measure::Units(line) => plan.lines.get(line).map_or("", |l| l.name.get(lang)).to_owned(),
    }
}

/// A value of a result with its unit.
pub fn measure_value(measure: Measure, value: f64, unit: MoneyUnit, lang: Lang) -> String {
    match measure {
        Measure::Joint => format!("{}{NBSP}%", number(value * 100.0, 1, lang)),
        Measure::Score => number(value * 100.0, 1, lang),
        Measure::Missing | Measure::Debt => money_with_unit(value, unit, lang),
        Measure::Community => {
            let name = word!(lang; "triệu" | "million");
            format!("{}{NBSP}{name}", number(value, 2, lang))
        }
        Measure::Units(_) => number(value, 1, lang),
    }
}

/// What a fan shows.
pub fn fan_title(name: &str, [p10, p50, p90]: [f64; 3], goal: f64, lang: Lang) -> String {
    let [low, middle, high, goal] = [p10, p50, p90, goal].map(|v| number(v, 0, lang));
    if low == high {
        say!(lang; "{name}: gần như chắc {middle}, mục tiêu {goal}" | "{name}: almost surely {middle}, goal {goal}")
    } else {
        say!(lang;
            "{name}: từ {low} đến {high}, giữa {middle}, mục tiêu {goal}"
            | "{name}: {low} to {high}, median {middle}, goal {goal}")
    }
}

/// What a distribution shows; `write` writes a value.
pub fn spread_title(name: &str, spread: &Spread, write: impl Fn(f64) -> String, lang: Lang) -> String {
    if spread.max <= spread.min {
        return say!(lang; "{name}: luôn là {min}" | "{name}: always {min}", min = write(spread.min));
    }
    let (low, high) = (write(spread.p10), write(spread.p90));
    say!(lang; "{name}: tám phần mười từ {low} đến {high}" | "{name}: eight in ten from {low} to {high}")
}

/// What a tornado shows: what matters most for a result.
pub fn tornado_title(measure: &str, first: Option<&str>, lang: Lang) -> String {
    match first {
        Some(first) => say!(lang; "{measure}: ảnh hưởng nhiều nhất là {first}" | "{measure}: {first} matters most"),
        None => say!(lang; "{measure}: không yếu tố nào làm thay đổi" | "{measure}: no input changes it"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_is_whole_and_never_looks_certain() {
        for (chance, words) in [
            (0.0, "<\u{a0}1\u{a0}%"),
            (0.0099, "<\u{a0}1\u{a0}%"),
            (0.01, "1\u{a0}%"),
            (0.345, "35\u{a0}%"),
            (0.99, "99\u{a0}%"),
            (0.9951, ">\u{a0}99\u{a0}%"),
            (1.0, ">\u{a0}99\u{a0}%"),
        ] {
            assert_eq!(chance_words(chance, Lang::Vi), words, "{chance}");
        }
    }

    #[test]
    fn a_difference_that_does_not_show_is_no_news() {
        assert_eq!(from_chance(0.371, 0.372, Lang::Vi), "=");
        assert_eq!(from_chance(0.05, 0.37, Lang::Vi), "từ 37\u{a0}%");
    }
}
