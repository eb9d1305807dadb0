//! What would make a missed target, and what an event does: sentences.

use super::loss::{uncapital, unit};
use super::money::units_gained;
use crate::engine::{Change, EventEffect, Fix};
use crate::formats::number::{MoneyUnit, exact, money_with_unit, month_name, number};
use crate::model::{Lang, Pick, Plan};

/// A fix of the line at index `l`, as a sentence; a second one names the targets it costs.
pub fn fix_sentence(plan: &Plan, l: usize, fix: &Fix, money_unit: MoneyUnit, lang: Lang) -> String {
    let mut sentence = change_sentence(plan, l, fix, money_unit, lang);
    if !fix.loses.is_empty() {
        let names: Vec<&str> = fix
            .loses
            .iter()
            .filter_map(|id| plan.line(id))
            .map(|line| line.name.get(lang))
            .collect();
        let names = names.join(", ");
        sentence.push_str(&say!(lang; " Nhưng khi đó hụt: {names}." | " But then missed: {names}."));
    }
    sentence
}

fn change_sentence(plan: &Plan, l: usize, fix: &Fix, money_unit: MoneyUnit, lang: Lang) -> String {
    let asked = money_with_unit(fix.money, money_unit, lang);
    match &fix.change {
        Change::Amount { source, to, .. } => {
            let name = plan.source(source).map_or(source.as_str(), |s| s.name.get(lang));
            say!(lang;
                "Thêm {asked} {name} (cả năm {to})." | "{asked} more from {name} ({to} in the year).",
                name = uncapital(name), to = money_with_unit(*to, money_unit, lang))
        }
        Change::AllMoney { factor, .. } => say!(lang;
            "Thêm {more} cho mọi nguồn, tất cả {asked}." | "{more} more from every source, {asked} in all.",
            more = share(factor - 1.0, lang)),
        Change::LineCost { from, to } => say!(lang;
            "Giảm {less} đơn giá của mục tiêu này, tiết kiệm {asked}."
            | "Cut the unit cost of this target by {less}, saving {asked}.",
            less = share(1.0 - to / from, lang)),
        Change::Starts { last, .. } => {
            let calendar = &plan.calendar;
            let month = month_name(calendar.month(*last), calendar.start, lang);
            match last {
                0 => say!(lang;
                    "Khởi công hết mục tiêu này ngay trong {month}." | "Start all of this target in {month}."),
                _ => say!(lang;
                    "Khởi công đều mục tiêu này đến hết {month}." | "Start this target evenly until {month}."),
            }
        }
        Change::Pick { commune, to } => {
            let named = plan.commune(commune);
            let name = named.map_or(commune.as_str(), |c| c.name.as_str());
            match to {
                Pick::In => say!(lang; "Chọn trước xã {name}." | "Choose the commune {name} first."),
                Pick::Out => say!(lang; "Không chọn xã {name}." | "Leave the commune {name} out."),
                Pick::Free => say!(lang;
                    "Để xã {name} được xét như các xã khác." | "Let the commune {name} be ranked like the others."),
            }
        }
        Change::Arrears { .. } => say!(lang;
            "Cho phép nợ đến cuối kỳ thêm {asked}." | "Allow {asked} more to be owed at the end."),
        Change::OtherWorks { to } => say!(lang;
            "Giảm phần việc khác còn {share}: {asked} về cho mục tiêu."
            | "Lower the share for other works to {share}: {asked} for the targets.",
            share = share(*to, lang)),
        Change::Pushed { from, to } => {
            let (from, to) = (number(f64::from(*from), 0, lang), number(f64::from(*to), 0, lang));
            let units = plan.lines.get(l).map_or("", |line| unit(line, &to, lang));
            say!(lang; "Đẩy {to} {units} thay vì {from}." | "Push {to} {units} instead of {from}.")
        }
        Change::First => say!(lang;
            "Đưa mục tiêu này lên đầu thứ tự ưu tiên." | "Serve this target before all others."),
        Change::Early => say!(lang; "Khởi công mọi việc sớm nhất có thể." | "Start all work as early as possible."),
        Change::Wait { from, to } => say!(lang;
            "Nhà thầu chờ tiền {to} tháng thay vì {from}."
            | "Builders wait {to} {months} for their money instead of {from}.",
            months = if *to == 1 { "month" } else { "months" }),
    }
}

/// Shares are tried in half per cents.
fn share(value: f64, lang: Lang) -> String {
    format!("{}\u{a0}%", exact(libm::round(value * 1000.0) / 10.0, lang))
}

/// What an event alone does to the targets: *Riêng sự kiện này: −8 khu, −50 vườn.*
pub fn event_sentence(plan: &Plan, effect: &EventEffect, lang: Lang) -> String {
    let changed = effect.recognised.iter().enumerate();
    let told: Vec<String> = changed
        .filter(|(_, units)| units.abs() > 1e-9)
        .map(|(l, units)| {
            let name = plan.lines.get(l).map_or("", |line| line.name.get(lang));
            format!("{name} {}", units_gained(plan, l, *units, lang))
        })
        .collect();
    match told.is_empty() {
        true => say!(lang; "Riêng sự kiện này không đổi mục tiêu nào." | "Alone it changes no target."),
        false => say!(lang; "Riêng sự kiện này: {told}." | "Alone: {told}.", told = told.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::plan;
    use super::*;

    fn fix(change: Change, money: f64) -> Fix {
        Fix {
            change,
            money,
            score: 0.1,
            loses: vec![],
        }
    }

    fn both(l: usize, fix: &Fix) -> [String; 2] {
        [Lang::Vi, Lang::En].map(|lang| fix_sentence(&plan(), l, fix, MoneyUnit::Million, lang).replace('\u{a0}', " "))
    }

    #[test]
    fn every_change_is_one_sentence_in_both_languages() {
        let amount = Change::Amount {
            source: "state".into(),
            from: 1_000.0,
            to: 8_500.0,
        };
        assert_eq!(
            both(0, &fix(amount, 7_500.0)),
            [
                "Thêm 7.500 triệu đồng ngân sách nhà nước (cả năm 8.500 triệu đồng).",
                "7,500 million VND more from state budget (8,500 million VND in the year).",
            ]
        );
        assert_eq!(
            both(0, &fix(Change::OtherWorks { to: 0.485 }, 23_000.0)),
            [
                "Giảm phần việc khác còn 48,5 %: 23.000 triệu đồng về cho mục tiêu.",
                "Lower the share for other works to 48.5 %: 23,000 million VND for the targets.",
            ]
        );
        assert_eq!(
            both(0, &fix(Change::First, 0.0))[1],
            "Serve this target before all others."
        );
        assert_eq!(
            both(0, &fix(Change::Early, 0.0))[0],
            "Khởi công mọi việc sớm nhất có thể."
        );
    }

    #[test]
    fn changes_of_all_money_costs_starts_communes_and_debt_are_sentences() {
        let all = Change::AllMoney {
            to: vec![],
            factor: 1.105,
        };
        assert_eq!(
            both(0, &fix(all, 44_000.0)),
            [
                "Thêm 10,5 % cho mọi nguồn, tất cả 44.000 triệu đồng.",
                "10.5 % more from every source, 44,000 million VND in all.",
            ]
        );
        let cost = Change::LineCost { from: 1.0, to: 0.88 };
        assert_eq!(
            both(0, &fix(cost, 500.0)),
            [
                "Giảm 12 % đơn giá của mục tiêu này, tiết kiệm 500 triệu đồng.",
                "Cut the unit cost of this target by 12 %, saving 500 million VND.",
            ]
        );
        let starts = |last| both(0, &fix(Change::Starts { last, starts: vec![] }, 0.0));
        assert_eq!(starts(0)[1], "Start all of this target in January.");
        assert_eq!(starts(3)[0], "Khởi công đều mục tiêu này đến hết tháng 4.");
        let debt = both(0, &fix(Change::Arrears { cap: 70.0 }, 70.0));
        assert_eq!(debt[1], "Allow 70 million VND more to be owed at the end.");
        for to in [Pick::In, Pick::Out, Pick::Free] {
            let commune = plan().communes[0].id.clone();
            for said in both(0, &fix(Change::Pick { commune, to }, 0.0)) {
                assert!(said.contains(&plan().communes[0].name), "{said}");
            }
        }
    }

    #[test]
    fn counts_of_none_one_and_many_agree() {
        let pushed = |from, to| both(0, &fix(Change::Pushed { from, to }, 0.0))[1].clone();
        assert_eq!(pushed(0, 1), "Push 1 area instead of 0.");
        assert_eq!(pushed(1, 26), "Push 26 areas instead of 1.");
        let wait = |from, to| both(0, &fix(Change::Wait { from, to }, 0.0))[1].clone();
        assert_eq!(wait(0, 1), "Builders wait 1 month for their money instead of 0.");
        assert_eq!(wait(1, 4), "Builders wait 4 months for their money instead of 1.");
    }

    #[test]
    fn targets_that_a_fix_costs_are_named() {
        let mut costly = fix(Change::First, 0.0);
        costly.loses = vec!["gardens".into(), "ocop".into()];
        let [vi, en] = both(0, &costly);
        assert!(vi.ends_with("Nhưng khi đó hụt: Vườn mẫu, OCOP từ 3 sao."), "{vi}");
        assert!(
            en.ends_with("But then missed: Model gardens, OCOP, 3 stars or more."),
            "{en}"
        );
    }

    #[test]
    fn an_event_tells_every_target_it_changes_or_that_it_changes_none() {
        let mut effect = EventEffect {
            event: "floods".into(),
            score: -0.1,
            recognised: vec![-8.0, -1.0, 0.0],
            debt: 0.0,
            peak_waiting: 0.0,
        };
        let says = |e: &EventEffect, lang| event_sentence(&plan(), e, lang);
        assert_eq!(
            says(&effect, Lang::Vi),
            "Riêng sự kiện này: Khu dân cư mẫu −8 khu; Vườn mẫu −1 vườn."
        );
        assert_eq!(
            says(&effect, Lang::En),
            "Alone: Model residential areas −8 areas; Model gardens −1 garden."
        );
        effect.recognised = vec![0.0; 3];
        assert_eq!(says(&effect, Lang::En), "Alone it changes no target.");
    }
}
