//! Sentences of *Tiến độ*.

use crate::formats::number::{MoneyUnit, count_decimals, money_with_unit, number};
use crate::model::{Lang, Line};

/// A number of units with their name: *29 vườn*, *1 garden*.
pub fn units(line: &Line, n: f64, lang: Lang) -> String {
    let decimals = if (n - n.round()).abs() < 1e-9 {
        0
    } else {
        count_decimals(n)
    };
    let name = line.unit.get(lang);
    // The only plural of English unit names that the samples use ends in "s".
    let name = match (lang, name.strip_suffix('s')) {
        (Lang::En, Some(one)) if (n - 1.0).abs() < 1e-9 => one,
        _ => name,
    };
    format!("{}\u{a0}{name}", number(n, decimals, lang))
}

/// Label of a start: *Đợt T3*.
pub fn start_in(month: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Đợt {month}"),
        Lang::En => format!("Start {month}"),
    }
}

/// The communes without data, counted and never named: *1 xã chưa rõ tên*.
pub fn unnamed(units: f64, lang: Lang) -> String {
    let n = number(units, 0, lang);
    match lang {
        Lang::Vi => format!("{n} xã chưa rõ tên"),
        Lang::En if units == 1.0 => format!("{n} unnamed commune"),
        Lang::En => format!("{n} unnamed communes"),
    }
}

/// Communes that the plan itself makes advanced before, counted and never named, short as labels are: *1 xã sau
/// nâng cao*.
pub fn once_advanced(units: f64, lang: Lang) -> String {
    let n = number(units, 0, lang);
    match lang {
        Lang::Vi => format!("{n} xã sau nâng cao"),
        Lang::En => format!("{n} once advanced"),
    }
}

/// A start in words, for screen readers and messages. Months as shown; `None`: not inside the calendar.
pub fn bar_spoken(what: &str, start: &str, finish: Option<&str>, round: Option<&str>, lang: Lang) -> String {
    let mut parts = vec![match lang {
        Lang::Vi => format!("{what}, khởi công {start}"),
        Lang::En => format!("{what}, start {start}"),
    }];
    parts.push(match (finish, lang) {
        (Some(month), Lang::Vi) => format!("xong {month}"),
        (Some(month), Lang::En) => format!("finished {month}"),
        (None, Lang::Vi) => "chưa xong trong kỳ".to_owned(),
        (None, Lang::En) => "not finished in the plan".to_owned(),
    });
    parts.push(match (round, lang) {
        (Some(month), Lang::Vi) => format!("công nhận {month}"),
        (Some(month), Lang::En) => format!("recognised {month}"),
        (None, Lang::Vi) => "không kịp đợt công nhận nào".to_owned(),
        (None, Lang::En) => "reaches no recognition round".to_owned(),
    });
    parts.join(", ")
}

/// Why units of a line were not started.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hindrance {
    /// Money: their cost, triệu đồng.
    Money(f64),
    /// There are no more to choose from.
    Candidates,
    /// Only so many may start a month.
    Pace(usize),
}

/// Why units were not started: *6 khu: thiếu 15.000 triệu đồng*.
pub fn not_started(what: &str, why: Hindrance, unit: MoneyUnit, lang: Lang) -> String {
    let why = match (why, lang) {
        (Hindrance::Money(cost), Lang::Vi) => format!("thiếu tiền, cần {}", money_with_unit(cost, unit, lang)),
        (Hindrance::Money(cost), Lang::En) => format!("no money, {} needed", money_with_unit(cost, unit, lang)),
        (Hindrance::Candidates, Lang::Vi) => "không còn để chọn".to_owned(),
        (Hindrance::Candidates, Lang::En) => "none left to choose".to_owned(),
        (Hindrance::Pace(n), Lang::Vi) => format!("mỗi tháng chỉ mở được {n}"),
        (Hindrance::Pace(n), Lang::En) => format!("only {n} may start a month"),
    };
    format!("{what}: {why}")
}

/// The finding of the screen. `starts` is how many, with the first and last month; `late` what reaches no round, `left` what did
/// not start.
pub fn finding(
    starts: usize,
    months: Option<(&str, &str)>,
    late: &[String],
    left: &[String],
    lang: Lang,
) -> (String, String) {
    let head = match (months, lang) {
        (None, Lang::Vi) => "Chưa có đợt nào khởi công.".to_owned(),
        (None, Lang::En) => "Nothing starts.".to_owned(),
        (Some((a, b)), Lang::Vi) if a == b => format!("{starts} đợt khởi công, tất cả trong {a}."),
        (Some((a, b)), Lang::Vi) => format!("{starts} đợt khởi công từ {a} đến {b}."),
        (Some((a, b)), Lang::En) if a == b && starts == 1 => format!("1 start, in {a}."),
        (Some((a, b)), Lang::En) if a == b => format!("{starts} starts, all in {a}."),
        (Some((a, b)), Lang::En) => format!("{starts} starts from {a} to {b}."),
    };
    let listed = |what: &[String], vi: &str, en: &str| {
        let name = if lang == Lang::Vi { vi } else { en };
        (!what.is_empty()).then(|| format!("{name}: {}.", what.join(", ")))
    };
    let late = listed(late, "Không kịp đợt công nhận nào", "Reaching no round");
    let left = listed(left, "Chưa mở được", "Not started");
    let more: Vec<String> = late.into_iter().chain(left).collect();
    (head, more.join(" "))
}

/// The first month of shortage with its amount: *Thiếu tiền từ T3: 1.234 triệu đồng chờ trả*.
pub fn shortage(month: &str, amount: f64, unit: MoneyUnit, lang: Lang) -> String {
    let amount = money_with_unit(amount, unit, lang);
    match lang {
        Lang::Vi => format!("Thiếu tiền từ {month}: {amount} chờ trả"),
        Lang::En => format!("Short of money from {month}: {amount} unpaid"),
    }
}

/// What a phase is called.
pub fn phase(phase: crate::engine::Phase, lang: Lang) -> &'static str {
    use crate::engine::Phase::{Appraisal, Decided, Waiting, Working};
    match (phase, lang) {
        (Working, Lang::Vi) => "đang làm",
        (Working, Lang::En) => "working",
        (Appraisal, Lang::Vi) => "đang thẩm định",
        (Appraisal, Lang::En) => "in appraisal",
        (Waiting, Lang::Vi) => "chờ đợt xét",
        (Waiting, Lang::En) => "waiting for a round",
        (Decided, Lang::Vi) => "đã có quyết định",
        (Decided, Lang::En) => "decided",
    }
}

/// Heads of the table of communes at the end of a month: who, and where they are.
pub fn commune_heads(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Vi => ["Xã", "Tình trạng"],
        Lang::En => ["Commune", "State"],
    }
}

/// Heading of the milestones of the month looked at.
pub fn due_this_month(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Mốc việc đến hạn trong tháng",
        Lang::En => "Milestones due in the month",
    }
}

/// Heading of the state of a month.
pub fn end_of(month: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Cuối {month}"),
        Lang::En => format!("End of {month}"),
    }
}

/// How many milestones have no date.
pub fn undated(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{n} mốc chưa đặt thời hạn"),
        Lang::En if n == 1 => "1 milestone without a date".to_owned(),
        Lang::En => format!("{n} milestones without a date"),
    }
}

/// How many milestones are due before or after the plan.
pub fn outside(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{n} mốc ngoài các tháng của kế hoạch"),
        Lang::En if n == 1 => "1 milestone outside the months of the plan".to_owned(),
        Lang::En => format!("{n} milestones outside the months of the plan"),
    }
}

/// What a line reaches, said after a move.
pub fn reaches(name: &str, recognised: &str, goal: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{name}: công nhận {recognised} trên {goal}"),
        Lang::En => format!("{name}: {recognised} of {goal} recognised"),
    }
}

/// Why a move changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Useless {
    /// Only so many may start a month.
    Pace(usize),
    /// What is wanted earlier is not paid for earlier.
    Money,
    /// Others take the place: units are alike, or come in order of choice.
    Order,
}

/// Says why a move changes nothing.
pub fn useless(why: Useless, month: &str, lang: Lang) -> String {
    match (why, lang) {
        (Useless::Pace(n), Lang::Vi) => format!("Không đổi gì: {month} đã mở đủ {n}, mức cao nhất một tháng."),
        (Useless::Pace(n), Lang::En) => format!("Nothing changes: {month} already starts {n}, the most a month may."),
        (Useless::Money, Lang::Vi) => format!("Không đổi gì: tiền chưa đủ để mở vào {month}."),
        (Useless::Money, Lang::En) => format!("Nothing changes: there is no money to start in {month}."),
        (Useless::Order, Lang::Vi) => "Không đổi gì: đơn vị khác vào thay chỗ, vì mở theo thứ tự sẵn sàng.".to_owned(),
        (Useless::Order, Lang::En) => {
            "Nothing changes: other units take the place, the readiest start first.".to_owned()
        }
    }
}

/// Warns that a start is too late.
pub fn too_late(month: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("Khởi công {month} thì không kịp đợt công nhận nào."),
        Lang::En => format!("A start in {month} reaches no recognition round."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::default_plan;

    #[test]
    fn one_unit_and_many_are_said_rightly() {
        let plan = default_plan();
        let gardens = plan.line("gardens").unwrap();
        assert_eq!(units(gardens, 1.0, Lang::En), "1\u{a0}garden");
        assert_eq!(units(gardens, 29.0, Lang::En), "29\u{a0}gardens");
        assert_eq!(units(gardens, 29.0, Lang::Vi), "29\u{a0}vườn");
    }

    #[test]
    fn a_start_without_a_round_says_so_in_words() {
        let said = bar_spoken("6 khu", "T9", None, None, Lang::Vi);
        assert_eq!(
            said,
            "6 khu, khởi công T9, chưa xong trong kỳ, không kịp đợt công nhận nào"
        );
    }

    #[test]
    fn the_finding_names_what_did_not_start_only_if_something_did_not() {
        let (head, more) = finding(3, Some(("T1", "T3")), &[], &[], Lang::Vi);
        assert_eq!(head, "3 đợt khởi công từ T1 đến T3.");
        assert_eq!(more, "");
        let (_, more) = finding(0, None, &["1 xã".into()], &["6 khu".into()], Lang::Vi);
        assert_eq!(more, "Không kịp đợt công nhận nào: 1 xã. Chưa mở được: 6 khu.");
    }
}
