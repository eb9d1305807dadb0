//! The guards in words: names, numbers, what is behind them.

use crate::engine::{Guard, GuardRow, GuardRowOf, verdict::GuardState};
use crate::formats::number::{MoneyUnit, money_with_unit, month_name, number};
use crate::model::{Lang, Plan};

/// Words of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Guards {
    pub title: &'static str,
    pub hint: &'static str,
    pub good: &'static str,
    pub attention: &'static str,
    pub over: &'static str,
    pub unknown: &'static str,
    pub accepted: &'static str,
    pub show: &'static str,
    pub note: &'static str,
    pub accept: &'static str,
    pub withdraw: &'static str,
    pub last_contribution: &'static str,
    pub last_contribution_hint: &'static str,
    pub last_contribution_unit: &'static str,
    pub by_line: &'static str,
    pub by_commune: &'static str,
}

const VI: Guards = Guards {
    title: "Rào chắn",
    hint: "Cảnh báo được chấp nhận kèm lý do sẽ nằm trong kế hoạch; xấu hơn mức đã chấp nhận thì cảnh báo lại.",
    good: "Tốt",
    attention: "Chú ý",
    over: "Vượt",
    unknown: "Chưa biết",
    accepted: "Đã chấp nhận",
    show: "Xem số liệu",
    note: "Lý do chấp nhận",
    accept: "Chấp nhận",
    withdraw: "Bỏ chấp nhận",
    last_contribution: "Dân góp năm trước",
    last_contribution_hint: "Không bắt buộc. Để trống là chưa biết; chưa biết thì không so sánh.",
    last_contribution_unit: "triệu đồng cả năm",
    by_line: "Theo mục tiêu",
    by_commune: "Theo xã",
};

const EN: Guards = Guards {
    title: "Guards",
    hint: "A warning accepted with its reason stays in the plan; anything worse than what was accepted warns again.",
    good: "Good",
    attention: "Attention",
    over: "Over",
    unknown: "Unknown",
    accepted: "Accepted",
    show: "Show the data",
    note: "Why it is accepted",
    accept: "Accept",
    withdraw: "Withdraw",
    last_contribution: "Villagers' contributions last year",
    last_contribution_hint: "Optional. Empty means unknown; what is unknown is not compared.",
    last_contribution_unit: "million VND in the year",
    by_line: "By target",
    by_commune: "By commune",
};

/// The words in a language.
pub fn words(lang: Lang) -> &'static Guards {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// Name of a guard, and its name where room is short.
pub fn name(guard: &str, lang: Lang) -> (&'static str, &'static str) {
    match (guard, lang) {
        ("debt", Lang::Vi) => ("Nợ đọng cuối kỳ", "Nợ"),
        ("debt", Lang::En) => ("Debt at the end", "Debt"),
        ("waiting", Lang::Vi) => ("Hóa đơn chờ trả", "Chờ"),
        ("waiting", Lang::En) => ("Waiting bills", "Wait"),
        ("commune-debt", Lang::Vi) => ("Nợ của xã lúc xét công nhận", "Xã"),
        ("commune-debt", Lang::En) => ("Bills of communes at their round", "Round"),
        ("community", Lang::Vi) => ("Dân góp mỗi người", "Dân"),
        ("community", Lang::En) => ("Contribution per head", "Head"),
        ("overcommitted", Lang::Vi) => ("Nguồn hứa quá mức", "Nguồn"),
        ("overcommitted", Lang::En) => ("Overcommitted sources", "Money"),
        ("double-count", Lang::Vi) => ("Tiền có thể tính hai lần", "Trùng"),
        (_, Lang::Vi) => ("Rào chắn", "Khác"),
        ("double-count", Lang::En) => ("Money that may be counted twice", "Twice"),
        (_, Lang::En) => ("Guard", "Other"),
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
        return match (guard.name, lang) {
            ("double-count", Lang::Vi) => "Kế hoạch không có số liệu báo cáo về tiền tài trợ.".into(),
            ("double-count", Lang::En) => "The plan has no reported figures of sponsorship.".into(),
            (_, Lang::Vi) => "Chưa biết số dân hoặc mức góp năm trước.".into(),
            (_, Lang::En) => "Population or last year's contributions are unknown.".into(),
        };
    }
    let good = guard.state == Some(GuardState::Good);
    match (guard.name, good, lang) {
        ("debt", true, Lang::Vi) => "Hết kỳ không còn nợ.".into(),
        ("debt", true, Lang::En) => "Nothing is owed after the last month.".into(),
        ("debt", false, Lang::Vi) => format!("Hết kỳ còn nợ {value}."),
        ("debt", false, Lang::En) => format!("{value} is still owed after the last month."),
        ("waiting", true, Lang::Vi) => "Không hóa đơn nào phải chờ.".into(),
        ("waiting", true, Lang::En) => "No bill waits.".into(),
        ("waiting", false, Lang::Vi) => format!("Nhiều nhất có {value} chờ trả."),
        ("waiting", false, Lang::En) => format!("At most {value} waits."),
        ("commune-debt", true, Lang::Vi) => "Lúc xét công nhận, các xã không còn nợ.".into(),
        ("commune-debt", true, Lang::En) => "No commune owes anything at its round.".into(),
        ("commune-debt", false, Lang::Vi) => {
            format!("Lúc xét công nhận, các xã còn {value} chờ trả; phải hết nợ mới được công nhận.")
        }
        ("commune-debt", false, Lang::En) => {
            format!("{value} of communes still waits at their rounds; it must be paid before recognition.")
        }
        ("community", _, _) => {
            let (now, last) = (number(guard.value, 2, lang), guard.limit.map(|l| number(l, 2, lang)));
            match (last, lang) {
                (Some(last), Lang::Vi) => format!("Mỗi người góp {now} triệu đồng, năm trước {last}."),
                (Some(last), Lang::En) => format!("{now} million VND a head, {last} last year."),
                (None, Lang::Vi) => format!("Mỗi người góp {now} triệu đồng."),
                (None, Lang::En) => format!("{now} million VND a head."),
            }
        }
        ("overcommitted", true, Lang::Vi) => "Nguồn nào cũng đủ cho phần việc đã tính vào nó.".into(),
        ("overcommitted", true, Lang::En) => "Every source covers what is built on it.".into(),
        ("overcommitted", false, Lang::Vi) if guard.value > 0.0 => format!("Việc đã tính vượt tiền thực về {value}."),
        ("overcommitted", false, Lang::En) if guard.value > 0.0 => {
            format!("What is built on the sources exceeds what they bring by {value}.")
        }
        ("overcommitted", false, lang) => {
            let lines = guard
                .rows
                .iter()
                .filter(|r| matches!(r.of, GuardRowOf::Tight(..)))
                .count();
            match (lines, lang) {
                (n, Lang::Vi) => format!("Tiền đã phân hết, {n} mục tiêu không khởi công thêm được."),
                (1, Lang::En) => "All money is taken; 1 target cannot start more.".into(),
                (n, Lang::En) => format!("All money is taken; {n} targets cannot start more."),
            }
        }
        (_, true, Lang::Vi) => "Tiền tài trợ không vượt các nguồn ghi nhận nó.".into(),
        (_, true, Lang::En) => "Sponsorship fits in the sources it is booked in.".into(),
        (_, false, Lang::Vi) => format!(
            "Tiền tài trợ vượt nguồn {} và {} {value}: có thể nằm ngoài tổng, hoặc tính trùng với dân góp.",
            source_name(plan, "enterprises", lang),
            source_name(plan, "other", lang)
        ),
        (_, false, Lang::En) => format!(
            "Sponsorship exceeds {} and {} by {value}: it may be outside the total, or counted again as contributions.",
            source_name(plan, "enterprises", lang),
            source_name(plan, "other", lang)
        ),
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
            let commune = plan.communes.iter().find(|c| c.id == *id);
            commune.map_or_else(|| id.clone(), |c| c.name.clone())
        }
        GuardRowOf::Commune(of, None) => match lang {
            Lang::Vi => format!("Xã không nêu tên ({})", line(of)),
            Lang::En => format!("Unnamed commune ({})", line(of)),
        },
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
    let about = match (month, &row.of, lang) {
        (Some(month), GuardRowOf::Tight(..), Lang::Vi) => format!("{about}, từ {month}"),
        (Some(month), GuardRowOf::Tight(..), Lang::En) => format!("{about}, from {month}"),
        (Some(month), ..) => format!("{about}, {month}"),
        (None, ..) => about,
    };
    let written = |value: f64| match guard.name {
        "community" => number(value, 3, lang),
        _ => money_with_unit(value, unit, lang),
    };
    let unknown = words(lang).unknown.to_lowercase();
    let value = row.value.map_or_else(|| unknown.clone(), written);
    let value = match (guard.name, row.limit, lang) {
        ("community", Some(last), Lang::Vi) => format!("{value} (năm trước {})", written(last)),
        ("community", Some(last), Lang::En) => format!("{value} ({} last year)", written(last)),
        ("community", None, Lang::Vi) => format!("{value} (năm trước: {unknown})"),
        ("community", None, Lang::En) => format!("{value} (last year: {unknown})"),
        ("overcommitted", Some(brings), Lang::Vi) => format!("{value}, thực về {}", written(brings)),
        ("overcommitted", Some(brings), Lang::En) => format!("{value}, brings {}", written(brings)),
        _ => value,
    };
    (about, value)
}

/// How many guards warn and are not accepted: *3 cảnh báo*.
pub fn open_count(guards: &[Guard], lang: Lang) -> String {
    match (guards.iter().filter(|g| g.is_open()).count(), lang) {
        (0, Lang::Vi) => "không có cảnh báo mới".into(),
        (0, Lang::En) => "no open warning".into(),
        (n, Lang::Vi) => format!("{n} cảnh báo"),
        (1, Lang::En) => "1 open warning".into(),
        (n, Lang::En) => format!("{n} open warnings"),
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
