//! What each target loses, in units, and mainly why.

use crate::engine::Evaluation;
use crate::formats::number::number;
use crate::model::{Lang, Line};

/// A group of limits that a goal is lost to, in the order of [`crate::engine::Causes::parts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Not enough money, or too late.
    Money,
    /// Slowed months and rounds at the wrong time.
    Time,
    /// Starts a month and candidates.
    Capacity,
    /// Units that do not pass.
    Appraisal,
    /// Too few units wanted, or too late.
    Schedule,
}

impl Cause {
    /// All of them.
    pub const ALL: [Cause; 5] = [
        Cause::Money,
        Cause::Time,
        Cause::Capacity,
        Cause::Appraisal,
        Cause::Schedule,
    ];

    /// Name, as in a table.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Cause::Money => word!(lang; "Tiền" | "Money"),
            Cause::Time => word!(lang; "Thời gian" | "Time"),
            Cause::Capacity => word!(lang; "Năng lực" | "Capacity"),
            Cause::Appraisal => word!(lang; "Thẩm định" | "Appraisal"),
            Cause::Schedule => word!(lang; "Lịch khởi công" | "Start schedule"),
        }
    }

    /// The cause as the end of *hụt …* / *short …*.
    fn because(self, lang: Lang) -> &'static str {
        match self {
            Cause::Money => word!(lang; "vì thiếu tiền" | "for lack of money"),
            Cause::Time => word!(lang; "vì không kịp thời gian" | "for lack of time"),
            Cause::Capacity => word!(lang; "vì hết năng lực" | "for lack of capacity"),
            Cause::Appraisal => word!(lang; "ở khâu thẩm định" | "at appraisal"),
            Cause::Schedule => word!(lang; "vì lịch khởi công" | "by the start schedule"),
        }
    }
}

/// How much of a loss its largest part makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// At least nine tenths.
    Alone,
    /// More than half.
    Mainly,
    /// Half or less: no cause stands for the loss.
    OneOfSeveral,
}

/// The weight of a part that makes this share of a loss.
fn weight(share: f64) -> Weight {
    match share {
        s if s >= 0.9 => Weight::Alone,
        s if s > 0.5 + 1e-9 => Weight::Mainly,
        _ => Weight::OneOfSeveral,
    }
}

/// The two largest causes of a loss that no single one stands for: they make more than half of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The larger one, then the other.
    pub causes: [Cause; 2],
    /// Whether they make at least nine tenths.
    pub whole: bool,
}

impl Pair {
    /// The pair of these parts of a loss; `None` where they do not make more than half of it.
    fn of(parts: &[f64; 5], units: f64) -> Option<Self> {
        let mut order = Cause::ALL;
        crate::sort::by(&mut order, |a, b| parts[*b as usize].total_cmp(&parts[*a as usize]));
        let [first, second, ..] = order;
        let (larger, smaller) = (parts[first as usize], parts[second as usize]);
        let share = weight((larger + smaller) / units);
        (smaller > 0.0 && share != Weight::OneOfSeveral).then_some(Self {
            causes: [first, second],
            whole: share == Weight::Alone,
        })
    }

    /// The same causes in one order, whichever is larger: what losses are told together by.
    pub(super) fn key(self) -> [Cause; 2] {
        let [a, b] = self.causes;
        [a.min(b), a.max(b)]
    }

    /// *chủ yếu vì thiếu tiền và ở khâu thẩm định*.
    pub(super) fn because(self, lang: Lang) -> String {
        let [first, second] = self.causes.map(|c| c.because(lang));
        // What both begin with is said once: *vì thiếu tiền và không kịp thời gian*.
        let second = match lang {
            Lang::Vi => second.strip_prefix("vì ").filter(|_| first.starts_with("vì ")),
            Lang::En => second
                .strip_prefix("for lack of ")
                .filter(|_| first.starts_with("for lack of ")),
        }
        .unwrap_or(second);
        match self.whole {
            true => say!(lang; "{first} và {second}" | "{first} and {second}"),
            false => say!(lang; "chủ yếu {first} và {second}" | "mainly {first} and {second}"),
        }
    }

    /// As short as it goes: *tiền và thẩm định*.
    pub(super) fn short(self, lang: Lang) -> String {
        let [first, second] = self.causes.map(|c| c.name(lang).to_lowercase());
        match self.whole {
            true => say!(lang; "{first} và {second}" | "{first} and {second}"),
            false => say!(lang; "chủ yếu {first} và {second}" | "mainly {first} and {second}"),
        }
    }
}

/// A cause with its weight, as the end of *hụt …* / *short …*.
pub(super) fn because(cause: Cause, weight: Weight, lang: Lang) -> String {
    match weight {
        Weight::Alone => cause.because(lang).to_owned(),
        Weight::Mainly => say!(lang; "chủ yếu {because}" | "mainly {because}", because = cause.because(lang)),
        Weight::OneOfSeveral => say!(lang; "vì nhiều nguyên nhân" | "for several reasons"),
    }
}

/// What a target loses.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// Index of the line.
    pub line: usize,
    /// Units missing, above 0.
    pub units: f64,
    /// Parts of it in units, in the order of [`Cause::ALL`]; they add up to `units`.
    pub parts: [f64; 5],
    /// The largest part.
    pub main: Cause,
    /// How much of the loss that is.
    pub weight: Weight,
    /// The two largest parts, where neither stands for the loss alone.
    pub pair: Option<Pair>,
}

impl Loss {
    /// Part of one cause, units.
    pub fn part(&self, cause: Cause) -> f64 {
        self.parts[cause as usize]
    }
}

/// The loss of a line; `None` where the goal is met.
pub fn loss_of(evaluation: &Evaluation, line: usize) -> Option<Loss> {
    let outcome = evaluation.outcome.lines.get(line)?;
    if outcome.is_met() {
        return None;
    }
    let causes = evaluation.causes.get(line).copied().unwrap_or_default();
    let parts = causes.parts().map(|(_, points)| points * outcome.goal);
    let units = outcome.goal * (1.0 - outcome.attainment);
    let main = Cause::ALL.into_iter().reduce(|best, c| {
        if parts[c as usize] > parts[best as usize] {
            c
        } else {
            best
        }
    })?;
    let weight = weight(parts[main as usize] / units);
    Some(Loss {
        line,
        units,
        parts,
        main,
        weight,
        pair: Pair::of(&parts, units).filter(|_| weight == Weight::OneOfSeveral),
    })
}

/// The losses of all missed targets, in plan order.
pub fn losses(evaluation: &Evaluation) -> Vec<Loss> {
    (0..evaluation.outcome.lines.len())
        .filter_map(|l| loss_of(evaluation, l))
        .collect()
}

/// A number of units as it is said: whole where it is nearly whole or the goal is large, else as few decimals as
/// tell it from nothing.
pub(super) fn write_units(units: f64, goal: f64, lang: Lang) -> String {
    let size = units.abs();
    let whole = (size - size.round()).abs() < 0.05 || goal >= 20.0;
    let decimals = match size {
        s if s >= 0.95 && whole => 0,
        s if s >= 0.095 => 1,
        _ => 2,
    };
    number(units, decimals, lang)
}

/// Name of a unit beside a number written as `written`.
pub(super) fn unit<'a>(line: &'a Line, written: &str, lang: Lang) -> &'a str {
    agree(line.unit.get(lang), written, lang)
}

/// English names of units are plurals; beside `1` they lose their s.
fn agree<'a>(plural: &'a str, written: &str, lang: Lang) -> &'a str {
    match lang {
        Lang::En if written.trim_start_matches(['−', '+']) == "1" => plural.strip_suffix('s').unwrap_or(plural),
        _ => plural,
    }
}

/// *6 khu dân cư mẫu*, *1 sản phẩm OCOP từ 3 sao*: the number with what is counted. `written` is the number.
pub(super) fn count_named(line: &Line, written: &str, lang: Lang) -> String {
    let (name, unit) = (line.name.get(lang), line.unit.get(lang));
    if unit.is_empty() {
        return format!("{written} {name}");
    }
    let lower = name.to_lowercase();
    let named = match lang {
        Lang::Vi => lower.starts_with(&unit.to_lowercase()),
        Lang::En => lower.ends_with(&unit.to_lowercase()),
    };
    let unit = agree(unit, written, lang);
    match named {
        true => format!("{written} {}", agree(&uncapital(name), written, lang)),
        false => say!(lang; "{written} {unit} {name}" | "{written} {unit} ({name})"),
    }
}

/// Small first letter, unless the word is an abbreviation (*OCOP*).
pub(super) fn uncapital(name: &str) -> String {
    let mut rest = name.chars();
    match (rest.next(), rest.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(rest).collect(),
        _ => name.to_owned(),
    }
}

/// `a`, `a và b`, `a, b và c`.
pub(super) fn and(parts: &[String], lang: Lang) -> String {
    let word = word!(lang; " và " | " and ");
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{word}{last}", first.join(", ")),
    }
}
