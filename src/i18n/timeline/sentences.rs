//! Sentences of *Tiến độ*.

use crate::formats::number::{MoneyUnit, count_decimals, money_with_unit, number};
use crate::i18n::agree;
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

sentences! {
    /// Label of a start: *Đợt T3*.
    pub fn start_label(month: &str; lang) = "Đợt {month}" | "Start {month}";

    /// The communes without data, counted and never named: *1 xã chưa rõ tên*.
    pub fn unnamed_communes(units: f64; lang)
        = "{n} xã chưa rõ tên" | "{n} unnamed {of}",
        n = number(units, 0, lang), of = if units == 1.0 { "commune" } else { "communes" };

    /// Communes that the plan itself makes advanced before, counted and never named, short as labels are: *1 xã sau
    /// nâng cao*.
    pub fn communes_once_advanced(units: f64; lang) = "{n} xã sau nâng cao" | "{n} once advanced", n = number(units, 0, lang);

    /// The first month of shortage with its amount: *Thiếu tiền từ T3: 1.234 triệu đồng chờ trả*.
    pub fn shortage(month: &str, amount: f64, unit: MoneyUnit; lang)
        = "Thiếu tiền từ {month}: {amount} chờ trả" | "Short of money from {month}: {amount} unpaid",
        amount = money_with_unit(amount, unit, lang);

    /// Heading of the milestones of the month looked at.
    pub fn due_this_month(lang) = "Mốc việc đến hạn trong tháng" | "Milestones due in the month";

    /// How many milestones have no date.
    pub fn undated_count(n: usize; lang)
        = "{n} mốc chưa đặt thời hạn" | "{n} {of} without a date", of = agree(n, "milestone", "milestones");

    /// How many milestones are due before or after the plan.
    pub fn outside_count(n: usize; lang)
        = "{n} mốc ngoài các tháng của kế hoạch" | "{n} {of} outside the months of the plan",
        of = agree(n, "milestone", "milestones");

    /// Heading of the state of a month.
    pub fn end_of(month: &str; lang) = "Cuối {month}" | "End of {month}";

    /// What a line reaches, said after a move.
    pub fn reach_sentence(name: &str, recognised: &str, goal: &str; lang)
        = "{name}: công nhận {recognised} trên {goal}" | "{name}: {recognised} of {goal} recognised";

    /// Warns that a start is too late.
    pub fn lateness_warning(month: &str; lang)
        = "Khởi công {month} thì không kịp đợt công nhận nào." | "A start in {month} reaches no recognition round.";
}

/// A start in words, for screen readers and messages. Months as shown; `None`: not inside the calendar.
pub fn describe_bar(what: &str, start: &str, finish: Option<&str>, round: Option<&str>, lang: Lang) -> String {
    let mut parts = vec![say!(lang; "{what}, khởi công {start}" | "{what}, start {start}")];
    parts.push(match finish {
        Some(month) => say!(lang; "xong {month}" | "finished {month}"),
        None => say!(lang; "chưa xong trong kỳ" | "not finished in the plan"),
    });
    parts.push(match round {
        Some(month) => say!(lang; "công nhận {month}" | "recognised {month}"),
        None => say!(lang; "không kịp đợt công nhận nào" | "reaches no recognition round"),
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
pub fn explain_not_started(what: &str, why: Hindrance, unit: MoneyUnit, lang: Lang) -> String {
    let why = match why {
        Hindrance::Money(cost) => say!(lang;
            "thiếu tiền, cần {cost}" | "no money, {cost} needed",
            cost = money_with_unit(cost, unit, lang)),
        Hindrance::Candidates => say!(lang; "không còn để chọn" | "none left to choose"),
        Hindrance::Pace(n) => say!(lang; "mỗi tháng chỉ mở được {n}" | "only {n} may start a month"),
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
    let head = match months {
        None => say!(lang; "Chưa có đợt nào khởi công." | "Nothing starts."),
        Some((a, b)) if a == b => say!(lang;
            "{starts} đợt khởi công, tất cả trong {a}." | "{starts} {all} in {a}.",
            all = agree(starts, "start,", "starts, all")),
        Some((a, b)) => say!(lang; "{starts} đợt khởi công từ {a} đến {b}." | "{starts} starts from {a} to {b}."),
    };
    let listed = |what: &[String], name: &str| (!what.is_empty()).then(|| format!("{name}: {}.", what.join(", ")));
    let late = listed(late, word!(lang; "Không kịp đợt công nhận nào" | "Reaching no round"));
    let left = listed(left, word!(lang; "Chưa mở được" | "Not started"));
    let more: Vec<String> = late.into_iter().chain(left).collect();
    (head, more.join(" "))
}

/// What a phase is called.
pub fn phase(phase: crate::engine::Phase, lang: Lang) -> &'static str {
    use crate::engine::Phase::{Appraisal, Decided, Waiting, Working};
    match phase {
        Working => word!(lang; "đang làm" | "working"),
        Appraisal => word!(lang; "đang thẩm định" | "in appraisal"),
        Waiting => word!(lang; "chờ đợt xét" | "waiting for a round"),
        Decided => word!(lang; "đã có quyết định" | "decided"),
    }
}

/// Heads of the table of communes at the end of a month: who, and where they are.
pub fn commune_heads(lang: Lang) -> [&'static str; 2] {
    word!(lang; ["Xã", "Tình trạng"] | ["Commune", "State"])
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
pub fn explain_useless(why: Useless, month: &str, lang: Lang) -> String {
    match why {
        Useless::Pace(n) => say!(lang;
            "Không đổi gì: {month} đã mở đủ {n}, mức cao nhất một tháng."
            | "Nothing changes: {month} already starts {n}, the most a month may."),
        Useless::Money => say!(lang;
            "Không đổi gì: tiền chưa đủ để mở vào {month}." | "Nothing changes: there is no money to start in {month}."),
        Useless::Order => say!(lang;
            "Không đổi gì: đơn vị khác vào thay chỗ, vì mở theo thứ tự sẵn sàng."
            | "Nothing changes: other units take the place, the readiest start first."),
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
        let said = describe_bar("6 khu", "T9", None, None, Lang::Vi);
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
