//! The finding of the page: a sentence that can be read aloud.

use super::loss::{Cause, Loss, Pair, Weight, and, because, count_named, losses, write_units};
use crate::engine::{Evaluation, verdict::NO_MONEY};
use crate::formats::number::{MoneyUnit, money_with_unit, month_label};
use crate::i18n::agree;
use crate::model::{Lang, Plan, Scenario};

/// The finding in two parts: the first is set bold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// How many targets hold.
    pub head: String,
    /// What is lost and mainly why, or how the money goes when nothing is.
    pub rest: String,
}

impl Finding {
    /// Both parts.
    pub fn spoken(&self) -> String {
        format!("{} {}", self.head, self.rest)
    }
}

/// The finding of an evaluation.
pub fn finding(
    plan: &Plan,
    scenario: Option<&Scenario>,
    evaluation: &Evaluation,
    unit: MoneyUnit,
    lang: Lang,
) -> Finding {
    let outcome = &evaluation.outcome;
    if !outcome.lines.is_empty() && outcome.lines.iter().all(|l| l.goal <= 0.0) {
        return without_goals(lang);
    }
    let head = held_sentence(
        scenario.map(|s| s.name.get(lang)),
        outcome.met(),
        outcome.lines.len(),
        lang,
    );
    let mut rest = Vec::new();
    let lost = losses(evaluation);
    if !lost.is_empty() {
        rest.push(lost_sentence(plan, &lost, lang));
    }
    if lost.is_empty() && !outcome.lines.is_empty() || outcome.debt > NO_MONEY {
        rest.push(bills(plan, evaluation, unit, lang));
    }
    Finding {
        head,
        rest: rest.join(" "),
    }
}

/// A plan in which every goal is 0 meets them all, which is nothing to be told.
fn without_goals(lang: Lang) -> Finding {
    let head = word!(lang; "Chưa đặt chỉ tiêu nào." | "No goal is set yet.");
    let rest = word!(lang;
        "Điền số vốn và chỉ tiêu ở màn hình Số liệu, kết quả hiện ra ở đây."
        | "Fill in money and goals on the screen Data; the results appear here.");
    Finding {
        head: head.to_owned(),
        rest: rest.to_owned(),
    }
}

fn held_sentence(scenario: Option<&str>, met: usize, all: usize, lang: Lang) -> String {
    let said = match (met, all) {
        (_, 0) => say!(lang; "chưa có mục tiêu nào" | "there are no targets yet"),
        (1, 1) => say!(lang; "đạt mục tiêu duy nhất" | "the only target holds"),
        (0, 1) => say!(lang; "không đạt mục tiêu duy nhất" | "the only target does not hold"),
        (0, _) => say!(lang; "không đạt mục tiêu nào trong {all}" | "none of the {all} targets holds"),
        _ if met == all => say!(lang; "đạt cả {all} mục tiêu" | "all {all} targets hold"),
        _ => say!(lang;
            "đạt {met} trên {all} mục tiêu" | "{met} of {all} targets {hold}",
            hold = agree(met, "holds", "hold")),
    };
    match scenario.filter(|s| !s.is_empty()) {
        Some(name) => format!("{name}: {said}."),
        None => format!("{}.", capital(&said)),
    }
}

/// What is lost, by main cause in the order of the first target that is lost to it.
fn lost_sentence(plan: &Plan, lost: &[Loss], lang: Lang) -> String {
    // Losses of the same cause, or of the same two, are told together; so are those that no two stand for.
    let kind = |loss: &Loss| match (loss.weight, loss.pair) {
        (Weight::OneOfSeveral, pair) => (None, pair.map(Pair::key)),
        _ => (Some(loss.main), None),
    };
    let mut kinds = Vec::new();
    for loss in lost {
        if !kinds.contains(&kind(loss)) {
            kinds.push(kind(loss));
        }
    }
    let clause = |own: &(Option<Cause>, Option<[Cause; 2]>)| {
        let of: Vec<&Loss> = lost.iter().filter(|l| kind(l) == *own).collect();
        let units: Vec<String> = of
            .iter()
            .filter_map(|loss| {
                let line = plan.lines.get(loss.line)?;
                Some(count_named(line, &write_units(loss.units, line.goal.value, lang), lang))
            })
            .collect();
        let weight = of.iter().map(|l| l.weight).max().unwrap_or(Weight::OneOfSeveral);
        let pairs: Vec<Pair> = of.iter().filter_map(|l| l.pair).collect();
        let why = match pairs.first() {
            Some(first) => Pair {
                whole: pairs.iter().all(|p| p.whole),
                ..*first
            }
            .because(lang),
            None => because(own.0.unwrap_or(Cause::Schedule), weight, lang),
        };
        format!("{} {why}", and(&units, lang))
    };
    let clauses: Vec<String> = kinds.iter().map(clause).collect();
    say!(lang; "Hụt {clauses}." | "Short by {clauses}.", clauses = clauses.join("; "))
}

/// What waits at worst, and what is owed at the end.
fn bills(plan: &Plan, evaluation: &Evaluation, unit: MoneyUnit, lang: Lang) -> String {
    let outcome = &evaluation.outcome;
    let money = |amount| money_with_unit(amount, unit, lang);
    if outcome.debt > NO_MONEY {
        let debt = money(outcome.debt);
        return say!(lang; "Cuối kỳ còn nợ {debt}." | "{debt} is still owed at the end.");
    }
    if outcome.peak_waiting <= NO_MONEY {
        return say!(lang; "Hóa đơn nào cũng được trả ngay trong tháng." | "Every bill is paid in its month.");
    }
    let month = month_label(plan.calendar.month(outcome.peak_month), plan.calendar.start, lang);
    let peak = money(outcome.peak_waiting);
    say!(lang;
        "Việc chạy trước tiền: chờ trả nhiều nhất {peak} ở {month}, cuối kỳ trả đủ."
        | "Work runs ahead of money: at most {peak} waits, in {month}; all is paid by the end.")
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .map(|first| first.to_uppercase().chain(rest).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{evaluation, missed, plan};
    use super::*;
    use crate::model::Text;

    #[test]
    fn a_plan_without_goals_says_so_instead_of_that_all_are_met() {
        let plan = crate::model::samples::blank(2026);
        let found = crate::engine::evaluate(&plan, None);
        let said = finding(&plan, None, &found, MoneyUnit::Million, Lang::Vi);
        assert!(said.head.starts_with("Chưa đặt chỉ tiêu"), "{said:?}");
    }

    fn said(evaluation: &Evaluation, lang: Lang) -> String {
        let scenario = Scenario {
            name: Text::new("Ngân sách −20 %", "Budget −20 %"),
            ..Scenario::default()
        };
        finding(&plan(), Some(&scenario), evaluation, MoneyUnit::Million, lang).spoken()
    }

    #[test]
    fn all_none_one_and_some_targets_are_said_in_good_grammar() {
        for (met, all, vi, en) in [
            (6, 6, "đạt cả 6 mục tiêu", "all 6 targets hold"),
            (3, 6, "đạt 3 trên 6 mục tiêu", "3 of 6 targets hold"),
            (1, 6, "đạt 1 trên 6 mục tiêu", "1 of 6 targets holds"),
            (0, 6, "không đạt mục tiêu nào trong 6", "none of the 6 targets holds"),
            (1, 1, "đạt mục tiêu duy nhất", "the only target holds"),
            (0, 1, "không đạt mục tiêu duy nhất", "the only target does not hold"),
            (0, 0, "chưa có mục tiêu nào", "there are no targets yet"),
        ] {
            assert_eq!(held_sentence(Some("A"), met, all, Lang::Vi), format!("A: {vi}."));
            assert_eq!(held_sentence(Some("A"), met, all, Lang::En), format!("A: {en}."));
        }
        assert_eq!(held_sentence(None, 6, 6, Lang::Vi), "Đạt cả 6 mục tiêu.");
    }

    #[test]
    fn losses_are_grouped_by_main_cause_and_a_shared_loss_says_mainly() {
        let e = evaluation(&[
            missed(0, 19.0, [6.0, 0.0, 0.0, 0.0, 0.0]),
            missed(1, 144.0, [56.0, 0.0, 0.0, 0.0, 0.0]),
            missed(2, 6.96, [0.17, 0.17, 0.0, 0.70, 0.0]),
        ]);
        assert_eq!(
            said(&e, Lang::Vi),
            "Ngân sách −20 %: không đạt mục tiêu nào trong 3. Hụt 6 khu dân cư mẫu và 56 vườn mẫu vì thiếu tiền; \
             1 sản phẩm OCOP từ 3 sao chủ yếu ở khâu thẩm định."
        );
        assert_eq!(
            said(&e, Lang::En),
            "Budget −20 %: none of the 3 targets holds. Short by 6 model residential areas and 56 model gardens for lack \
             of money; 1 product (OCOP, 3 stars or more) mainly at appraisal."
        );
    }

    #[test]
    fn one_missing_unit_is_singular_and_a_fraction_keeps_a_decimal() {
        let e = evaluation(&[missed(1, 199.0, [0.0, 1.0, 0.0, 0.0, 0.0])]);
        assert!(said(&e, Lang::En).contains("Short by 1 model garden for lack of time."));
        let e = evaluation(&[missed(2, 7.6, [0.0, 0.0, 0.0, 0.4, 0.0])]);
        assert!(said(&e, Lang::Vi).contains("Hụt 0,4 sản phẩm OCOP từ 3 sao ở khâu thẩm định."));
        let e = evaluation(&[missed(1, 199.7, [0.3, 0.0, 0.0, 0.0, 0.0])]);
        assert!(
            said(&e, Lang::Vi).contains("Hụt 0,3 vườn mẫu"),
            "a small loss is not said to be 0"
        );
    }

    #[test]
    fn a_loss_of_which_no_cause_makes_more_than_half_names_the_two_largest() {
        let e = evaluation(&[
            missed(2, 7.0, [0.0, 0.5, 0.0, 0.5, 0.0]),
            missed(1, 190.0, [10.0, 0.0, 0.0, 0.0, 0.0]),
        ]);
        let words = said(&e, Lang::Vi);
        assert!(
            words.ends_with(
                "Hụt 10 vườn mẫu vì thiếu tiền; 1 sản phẩm OCOP từ 3 sao vì không kịp thời gian và ở khâu thẩm định."
            ),
            "{words}"
        );
    }

    #[test]
    fn losses_to_the_same_two_causes_are_told_together_whichever_is_larger() {
        let e = evaluation(&[
            missed(1, 180.0, [8.0, 9.0, 3.0, 0.0, 0.0]),
            missed(0, 15.0, [5.0, 5.0, 0.0, 0.0, 0.0]),
        ]);
        assert!(
            said(&e, Lang::En).ends_with(
                "Short by 10 model residential areas and 20 model gardens mainly for lack of money and time."
            ),
            "{}",
            said(&e, Lang::En)
        );
    }

    #[test]
    fn a_loss_that_no_two_causes_stand_for_names_none() {
        let e = evaluation(&[missed(1, 180.0, [4.0, 4.0, 4.0, 4.0, 4.0])]);
        assert!(
            said(&e, Lang::Vi).ends_with("vì nhiều nguyên nhân."),
            "{}",
            said(&e, Lang::Vi)
        );
    }

    #[test]
    fn when_nothing_is_lost_it_says_what_waits_and_debt_is_always_said() {
        let mut e = evaluation(&[]);
        assert!(said(&e, Lang::Vi).ends_with("Hóa đơn nào cũng được trả ngay trong tháng."));
        e.outcome.peak_waiting = 54_625.0;
        e.outcome.peak_month = 7;
        let words = said(&e, Lang::Vi);
        assert!(words.contains("đạt cả 3 mục tiêu"), "{words}");
        assert!(
            words.contains("chờ trả nhiều nhất 54.625\u{a0}triệu\u{a0}đồng ở T8"),
            "{words}"
        );
        e.outcome.debt = 12.0;
        assert!(said(&e, Lang::En).ends_with("12\u{a0}million\u{a0}VND is still owed at the end."));
    }
}
