//! The guards in words: names, numbers, what is behind them.

use crate::engine::{Guard, GuardRow, GuardRowOf, verdict::GuardState};
use crate::formats::number::{MoneyUnit, money_with_unit, month_name, number};
use crate::i18n::{Words, agree};
use crate::model::{Lang, Plan};

words! {
    pub struct Guards {
        title = "Rào chắn" | "Guards",
        hint = "Cảnh báo được chấp nhận kèm lý do sẽ nằm trong kế hoạch; xấu hơn mức đã chấp nhận thì cảnh báo lại."
            | "A warning accepted with its reason stays in the plan; anything worse than what was accepted warns again.",
        good = "Tốt" | "Good",
        attention = "Chú ý" | "Attention",
        over = "Vượt" | "Over",
        unknown = "Chưa biết" | "Unknown",
        accepted = "Đã chấp nhận" | "Accepted",
        show = "Xem số liệu" | "Show the data",
        note = "Lý do chấp nhận" | "Why it is accepted",
        accept = "Chấp nhận" | "Accept",
        withdraw = "Bỏ chấp nhận" | "Withdraw",
        last_contribution = "Dân góp năm trước" | "Villagers' contributions last year",
        last_contribution_hint = "Không bắt buộc. Để trống là chưa biết; chưa biết thì không so sánh."
            | "Optional. Empty means unknown; what is unknown is not compared.",
        last_contribution_unit = "triệu đồng cả năm" | "million VND in the year",
        by_line = "Theo mục tiêu" | "By target",
        by_commune = "Theo xã" | "By commune",
    }
}

/// Words of the guards.
pub fn words(lang: Lang) -> &'static Guards {
    Guards::of(lang)
}

/// Name of a guard, and its name where room is short.
pub fn name(guard: &str, lang: Lang) -> (&'static str, &'static str) {
    match guard {
        "debt" => word!(lang; ("Nợ đọng cuối kỳ", "Nợ") | ("Debt at the end", "Debt")),
        "waiting" => word!(lang; ("Hóa đơn chờ trả", "Chờ") | ("Waiting bills", "Wait")),
        "commune-debt" => word!(lang;
            ("Nợ của xã lúc xét công nhận", "Xã") | ("Bills of communes at their round", "Round")),
        "community" => word!(lang; ("Dân góp mỗi người", "Dân") | ("Contribution per head", "Head")),
        "overcommitted" => word!(lang; ("Nguồn hứa quá mức", "Nguồn") | ("Overcommitted sources", "Money")),
        "double-count" => word!(lang;
            ("Tiền có thể tính hai lần", "Trùng") | ("Money that may be counted twice", "Twice")),
        _ => word!(lang; ("Rào chắn", "Khác") | ("Guard", "Other")),
    }
}

/// Word of a guard's state; an accepted warning says so.
pub fn state_word(guard: &Guard, lang: Lang) -> &'static str {
    let t = words(lang);
    match guard.state {
        _ if guard.is_accepted() => t.accepted,
        None => t.unknown,
        Some(GuardState::Good) => t.good,
        Some(GuardState::Attention) => t.attention,
        Some(GuardState::Over) => t.over,
    }
}

/// What the guard found, with its number.
pub fn finding(plan: &Plan, guard: &Guard, unit: MoneyUnit, lang: Lang) -> String {
    let money = |amount: f64| money_with_unit(amount, unit, lang);
    let value = money(guard.value);
    if guard.state.is_none() {
        return match guard.name {
            "double-count" => say!(lang;
                "Kế hoạch không có số liệu báo cáo về tiền tài trợ."
                | "The plan has no reported figures of sponsorship."),
            _ => say!(lang;
                "Chưa biết số dân hoặc mức góp năm trước." | "Population or last year's contributions are unknown."),
        };
    }
    let good = guard.state == Some(GuardState::Good);
    match (guard.name, good) {
        ("debt", true) => say!(lang; "Hết kỳ không còn nợ." | "Nothing is owed after the last month."),
        ("debt", false) => say!(lang; "Hết kỳ còn nợ {value}." | "{value} is still owed after the last month."),
        ("waiting", true) => say!(lang; "Không hóa đơn nào phải chờ." | "No bill waits."),
        ("waiting", false) => say!(lang; "Nhiều nhất có {value} chờ trả." | "At most {value} waits."),
        ("commune-debt", true) => say!(lang;
            "Lúc xét công nhận, các xã không còn nợ." | "No commune owes anything at its round."),
        ("commune-debt", false) => say!(lang;
            "Lúc xét công nhận, các xã còn {value} chờ trả; phải hết nợ mới được công nhận."
            | "{value} of communes still waits at their rounds; it must be paid before recognition."),
        ("community", _) => {
            let (now, last) = (number(guard.value, 2, lang), guard.limit.map(|l| number(l, 2, lang)));
            match last {
                Some(last) => say!(lang;
                    "Mỗi người góp {now} triệu đồng, năm trước {last}." | "{now} million VND a head, {last} last year."),
                None => say!(lang; "Mỗi người góp {now} triệu đồng." | "{now} million VND a head."),
            }
        }
        ("overcommitted", true) => say!(lang;
            "Nguồn nào cũng đủ cho phần việc đã tính vào nó." | "Every source covers what is built on it."),
        ("overcommitted", false) if guard.value > 0.0 => say!(lang;
            "Việc đã tính vượt tiền thực về {value}."
            | "What is built on the sources exceeds what they bring by {value}."),
        ("overcommitted", false) => {
            let lines = guard
                .rows
                .iter()
                .filter(|r| matches!(r.of, GuardRowOf::Tight(..)))
                .count();
            say!(lang;
                "Tiền đã phân hết, {lines} mục tiêu không khởi công thêm được."
                | "All money is taken; {lines} {of} cannot start more.",
                of = agree(lines, "target", "targets"))
        }
        (_, true) => say!(lang;
            "Tiền tài trợ không vượt các nguồn ghi nhận nó." | "Sponsorship fits in the sources it is booked in."),
        (_, false) => say!(lang;
            "Tiền tài trợ vượt nguồn {enterprises} và {other} {value}: có thể nằm ngoài tổng, hoặc tính trùng với dân góp."
            | "Sponsorship exceeds {enterprises} and {other} by {value}: it may be outside the total, or counted again as contributions.",
            enterprises = source_name(plan, "enterprises", lang), other = source_name(plan, "other", lang)),
    }
}

fn source_name(plan: &Plan, id: &str, lang: Lang) -> String {
    plan.source(id)
        .map_or_else(|| id.to_owned(), |s| s.name.get(lang).to_lowercase())
}

/// A row: what it is about, and its number.
pub fn row(plan: &Plan, guard: &Guard, row: &GuardRow, unit: MoneyUnit, lang: Lang) -> (String, String) {
    let line = |id: &String| plan.line(id).map_or(id.as_str(), |l| l.name.get(lang)).to_owned();
    let source = |id: &String| plan.source(id).map_or(id.as_str(), |s| s.name.get(lang)).to_owned();
    let about = match &row.of {
        GuardRowOf::Line(id) => line(id),
        GuardRowOf::Commune(_, Some(id)) => {
            let commune = plan.commune(id);
            commune.map_or_else(|| id.clone(), |c| c.name.clone())
        }
        GuardRowOf::Commune(of, None) => say!(lang;
            "Xã không nêu tên ({line})" | "Unnamed commune ({line})",
            line = line(of)),
        GuardRowOf::Source(id) => source(id),
        GuardRowOf::Tight(of, ids) => {
            let from = ids.iter().map(source).collect::<Vec<_>>().join(", ");
            format!("{} ← {from}", line(of))
        }
        GuardRowOf::Reported(id) => plan
            .reported_figure(id)
            .map_or_else(|| (*id).to_owned(), |r| r.name.get(lang).to_owned()),
    };
    let calendar = &plan.calendar;
    let month = row.month.map(|t| month_name(calendar.month(t), calendar.start, lang));
    let about = match (month, &row.of) {
        (Some(month), GuardRowOf::Tight(..)) => say!(lang; "{about}, từ {month}" | "{about}, from {month}"),
        (Some(month), _) => format!("{about}, {month}"),
        (None, _) => about,
    };
    let written = |value: f64| match guard.name {
        "community" => number(value, 3, lang),
        _ => money_with_unit(value, unit, lang),
    };
    let unknown = words(lang).unknown.to_lowercase();
    let value = row.value.map_or_else(|| unknown.clone(), written);
    let value = match (guard.name, row.limit) {
        ("community", Some(last)) => say!(lang;
            "{value} (năm trước {last})" | "{value} ({last} last year)",
            last = written(last)),
        ("community", None) => say!(lang; "{value} (năm trước: {unknown})" | "{value} (last year: {unknown})"),
        ("overcommitted", Some(brings)) => say!(lang;
            "{value}, thực về {brings}" | "{value}, brings {brings}",
            brings = written(brings)),
        _ => value,
    };
    (about, value)
}

/// How many guards warn and are not accepted: *3 cảnh báo*.
pub fn open_count(guards: &[Guard], lang: Lang) -> String {
    match guards.iter().filter(|g| g.is_open()).count() {
        0 => say!(lang; "không có cảnh báo mới" | "no open warning"),
        n => say!(lang; "{n} cảnh báo" | "{n} open {of}", of = agree(n, "warning", "warnings")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::evaluate;
    use crate::model::samples::default_plan;
    use crate::model::{GUARDS, samples};

    #[test]
    fn every_guard_has_names_of_its_own_in_both_languages() {
        for lang in [Lang::Vi, Lang::En] {
            for pick in [
                |n: (&'static str, &'static str)| n.0,
                |n: (&'static str, &'static str)| n.1,
            ] {
                let mut names: Vec<&str> = GUARDS.iter().map(|g| pick(name(g, lang))).collect();
                names.push(pick(name("no such guard", lang)));
                names.sort_unstable();
                names.dedup();
                assert_eq!(names.len(), GUARDS.len() + 1);
            }
        }
    }

    #[test]
    fn every_state_of_every_guard_is_a_sentence_and_every_row_has_a_name_and_a_number() {
        let plan = samples::by_name("minh-hoa-xa").unwrap();
        let states = [
            None,
            Some(GuardState::Good),
            Some(GuardState::Attention),
            Some(GuardState::Over),
        ];
        for guard in evaluate(&plan, plan.scenario("floods")).guards {
            for lang in [Lang::Vi, Lang::En] {
                for state in states {
                    let guard = Guard { state, ..guard.clone() };
                    let said = finding(&plan, &guard, MoneyUnit::Million, lang);
                    assert!(said.ends_with('.') && said.chars().count() > 10, "{said}");
                    assert!(!state_word(&guard, lang).is_empty());
                }
                for r in &guard.rows {
                    let (about, value) = row(&plan, &guard, r, MoneyUnit::Million, lang);
                    assert!(!about.is_empty() && !value.is_empty());
                }
            }
        }
    }

    #[test]
    fn what_is_unknown_is_said_to_be_unknown() {
        let plan = default_plan();
        let guards = evaluate(&plan, None).guards;
        let community = &guards[3];
        let told = row(&plan, community, &community.rows[0], MoneyUnit::Million, Lang::Vi);
        assert!(told.1.contains("năm trước: chưa biết"), "{told:?}");
    }

    #[test]
    fn none_one_and_many_open_warnings_agree() {
        let plan = default_plan();
        let mut guards = evaluate(&plan, None).guards;
        for guard in &mut guards {
            guard.state = Some(GuardState::Good);
        }
        assert_eq!(open_count(&guards, Lang::En), "no open warning");
        guards[0].state = Some(GuardState::Over);
        assert_eq!(open_count(&guards, Lang::En), "1 open warning");
        guards[1].state = Some(GuardState::Over);
        assert_eq!(open_count(&guards, Lang::En), "2 open warnings");
        assert_eq!(open_count(&guards, Lang::Vi), "2 cảnh báo");
    }
}
