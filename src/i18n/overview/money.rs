//! Sentences about money: what a source leaves, what more of it buys, how totals reconcile.

use super::loss::{count_named, unit};
use crate::engine::{Evaluation, NextStep, Reconciliation, ReconciliationKind, verdict::NO_MONEY};
use crate::formats::number::{MoneyUnit, count, count_decimals, money, money_with_unit, number, signed};
use crate::model::{Lang, Plan};

/// Changes of units smaller than this are none.
const NO_UNITS: f64 = 1e-9;

/// How what is left of a source splits: `(released after the last bill of the plan, not needed before)`, triệu đồng.
pub fn left_split(evaluation: &Evaluation, s: usize) -> (f64, f64) {
    let outcome = &evaluation.outcome;
    let Some(source) = outcome.sources.get(s) else {
        return (0.0, 0.0);
    };
    let last_bill = outcome.needed().iter().rposition(|n| *n > NO_MONEY);
    let from = last_bill.map_or(0, |t| t + 1);
    let free = source.released.iter().zip(&source.other_works).map(|(r, o)| r - o);
    let left = source.total_left();
    let late: f64 = free.skip(from).sum::<f64>().clamp(0.0, left.max(0.0));
    (late, left - late)
}

/// The same in words, for a tooltip.
pub fn left_sentence(evaluation: &Evaluation, s: usize, money_unit: MoneyUnit, lang: Lang) -> String {
    let (late, unused) = left_split(evaluation, s);
    let (late, unused) = (money(late, money_unit, lang), money(unused, money_unit, lang));
    say!(lang;
        "Về sau hóa đơn cuối: {late}; về kịp nhưng không dùng: {unused}"
        | "Released after the last bill: {late}; in time but not used: {unused}")
}

/// The line most helped by a change of units: index and change, by share of its goal; `None` if nothing changes.
pub fn most_affected(plan: &Plan, change: &[f64]) -> Option<(usize, f64)> {
    let weight = |l: usize, units: f64| units.abs() / plan.lines.get(l).map_or(1.0, |l| l.goal.value.max(1.0));
    change
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, units)| units.abs() > NO_UNITS)
        .reduce(|best, next| {
            if weight(next.0, next.1) > weight(best.0, best.1) {
                next
            } else {
                best
            }
        })
}

/// A change of units of a line: *+4 vườn*.
pub fn units_gained(plan: &Plan, l: usize, units: f64, lang: Lang) -> String {
    let Some(line) = plan.lines.get(l) else {
        return String::new();
    };
    let goal = line.goal.value;
    let whole = (units - libm::round(units)).abs() < 1e-6;
    let decimals = if whole { 0 } else { count_decimals(goal).max(1) };
    let written = signed(units, decimals, lang);
    format!("{written} {}", unit(line, &written, lang))
}

/// The cheapest next step over all sources: index of the source, and the step.
pub fn cheapest_step(evaluation: &Evaluation) -> Option<(usize, &NextStep)> {
    let steps = evaluation.worth.iter().enumerate();
    steps
        .filter_map(|(s, w)| w.next_step.as_ref().filter(|n| n.score > 0.0).map(|n| (s, n)))
        .min_by(|a, b| a.1.amount.total_cmp(&b.1.amount))
}

/// What the cheapest next step buys, as a sentence; says so when money changes nothing.
pub fn next_step_sentence(plan: &Plan, evaluation: &Evaluation, money_unit: MoneyUnit, lang: Lang) -> String {
    let outcome = &evaluation.outcome;
    if outcome.met() == outcome.lines.len() {
        return say!(lang;
            "Mọi mục tiêu đã đạt: thêm tiền không làm điểm cao hơn."
            | "All targets hold: more money does not raise the score.");
    }
    let Some((s, step)) = cheapest_step(evaluation) else {
        return say!(lang;
            "Thêm đến 50 tỷ của một nguồn cũng không đạt thêm."
            | "Up to 50 billion more of one source changes nothing.");
    };
    let source = plan.sources.get(s).map_or("", |s| s.name.get(lang));
    let source = super::loss::uncapital(source);
    let gained: Vec<String> = step
        .recognised
        .iter()
        .enumerate()
        .filter(|(_, units)| units.abs() > NO_UNITS)
        .filter_map(|(l, units)| {
            let line = plan.lines.get(l)?;
            let decimals = if (units - libm::round(*units)).abs() < 1e-6 {
                0
            } else {
                count_decimals(line.goal.value)
            };
            Some(count_named(line, &signed(*units, decimals, lang), lang))
        })
        .collect();
    // What has to be asked for, so that so much is left for the targets.
    let (left, inputs) = (libm::ceil(step.amount), evaluation.inputs.sources.get(s));
    let asked = inputs.map_or(left, |s| libm::ceil(s.amount_for(step.amount)));
    let mut amount = money_with_unit(asked, money_unit, lang);
    if asked > left {
        let left = money(left, money_unit, lang);
        amount.push_str(&say!(lang; " ({left} cho mục tiêu)" | " ({left} for targets)"));
    }
    let (gained, score) = (gained.join(", "), signed(step.score * 100.0, 1, lang));
    say!(lang;
        "Bước kế: {source} thêm {amount} thì {gained} ({score} điểm)."
        | "Next step: more of {source} by {amount} gives {gained} ({score} points).")
}

/// The reference total against what the report states: *2020: 422.037; báo cáo ghi 442.307, lệch 20.270*.
pub fn reconciliation_line(
    year: i32,
    reference: f64,
    stated: Option<&Reconciliation>,
    money_unit: MoneyUnit,
    lang: Lang,
) -> String {
    let amount = |value| money(value, money_unit, lang);
    let total = format!("{year}: {}", amount(reference));
    let differs = stated.filter(|r| r.kind == ReconciliationKind::Gap);
    let Some((said, gap)) = differs.and_then(|r| Some((r.stated?, r.gap))) else {
        return total;
    };
    say!(lang;
        "{total}; báo cáo ghi {said}, lệch {gap}" | "{total}; report says {said}, gap {gap}",
        said = amount(said), gap = amount(gap.abs()))
}

/// *174.210 triệu đồng, 80 % của 2020*: what a slider says of its value.
pub fn lever_value(amount: f64, share: Option<f64>, year: i32, money_unit: MoneyUnit, lang: Lang) -> String {
    let amount = money_with_unit(amount, money_unit, lang);
    match share {
        Some(share) => say!(lang;
            "{amount}, {share} của {year}" | "{amount}, {share} of {year}",
            share = percent_of(share, lang)),
        None => amount,
    }
}

/// Share in whole per cent, one decimal where that would hide a difference from 100 %.
pub fn percent_of(share: f64, lang: Lang) -> String {
    let near = (share - 1.0).abs() < 0.005 && (share - 1.0).abs() > 1e-6;
    crate::formats::number::percent(share, usize::from(near), lang)
}

sentences! {
    /// How an ambiguous amount was read: *đọc là 3.150 triệu đồng*.
    pub fn read_as(amount: &str; lang) = "đọc là {amount}" | "read as {amount}";
}

/// Short name of a unit of money, for narrow places: *triệu*, *billion*.
pub fn short_unit(unit: MoneyUnit, lang: Lang) -> &'static str {
    let t = &crate::i18n::texts(lang).overview;
    match unit {
        MoneyUnit::Million => t.million,
        MoneyUnit::Billion => t.billion,
    }
}

/// *117.960 triệu ÷ 132.377 người*.
pub fn per_head_formula(total: f64, population: f64, money_unit: MoneyUnit, lang: Lang) -> String {
    let (total, unit) = (money(total, money_unit, lang), short_unit(money_unit, lang));
    let (total, people) = (format!("{total}\u{a0}{unit}"), number(population, 0, lang));
    say!(lang; "{total} ÷ {people} người" | "{total} ÷ {people} people")
}

/// *trình 19 khu*, *19 submitted*.
pub fn submitted(plan: &Plan, l: usize, units: f64, lang: Lang) -> String {
    let Some(line) = plan.lines.get(l) else {
        return String::new();
    };
    let whole = (units - libm::round(units)).abs() < 1e-6;
    let written = if whole {
        number(units, 0, lang)
    } else {
        count(units, line.goal.value, lang)
    };
    let unit = unit(line, &written, lang);
    say!(lang; "trình {written} {unit}" | "{written} submitted")
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{evaluation, missed, plan};
    use super::*;
    use crate::engine::{SourceOutcome, Worth, reconcile};
    use crate::model::samples;

    #[test]
    fn the_report_total_and_the_sum_of_its_lines_stand_side_by_side_with_the_gap() {
        let plan = samples::by_name("thach-ha-2021").unwrap();
        let found = reconcile(&plan);
        let sum = found.iter().find(|r| r.id == "resources-sum");
        let line = |lang| reconciliation_line(2020, 422_037.0, sum, MoneyUnit::Million, lang);
        assert_eq!(line(Lang::Vi), "2020: 422.037; báo cáo ghi 442.307, lệch 20.270");
        assert_eq!(line(Lang::En), "2020: 422,037; report says 442,307, gap 20,270");
        assert_eq!(
            reconciliation_line(2020, 10.0, None, MoneyUnit::Million, Lang::Vi),
            "2020: 10"
        );
    }

    #[test]
    fn the_next_step_names_source_amount_result_and_points() {
        let mut e = evaluation(&[missed(1, 144.0, [56.0, 0.0, 0.0, 0.0, 0.0])]);
        let worth = |source: &str, amount| Worth {
            source: source.into(),
            score: 0.0,
            recognised: vec![0.0; 3],
            next_step: Some(NextStep {
                amount,
                score: 0.0123,
                recognised: vec![0.0, 1.0, -1.0],
            }),
        };
        e.worth = vec![worth("state", 7_100.2), worth("credit", 45.0)];
        let mut plan = plan();
        plan.sources.retain(|s| ["state", "credit"].contains(&s.id.as_str()));
        assert_eq!(
            next_step_sentence(&plan, &e, MoneyUnit::Million, Lang::Vi),
            "Bước kế: tín dụng thêm 102\u{a0}triệu\u{a0}đồng (45 cho mục tiêu) thì +1 vườn mẫu, −1 sản phẩm OCOP từ 3 sao (+1,2 điểm)."
        );
        e.worth.clear();
        assert!(next_step_sentence(&plan, &e, MoneyUnit::Million, Lang::Vi).contains("cũng không đạt thêm"));
        let met = evaluation(&[]);
        assert!(next_step_sentence(&plan, &met, MoneyUnit::Million, Lang::En).starts_with("All targets hold"));
    }

    #[test]
    fn money_that_comes_after_the_last_bill_is_told_from_money_not_used() {
        let mut e = evaluation(&[]);
        e.outcome.months = 3;
        for line in &mut e.outcome.lines {
            line.needed = vec![5.0, 5.0, 0.0];
        }
        e.outcome.sources = vec![SourceOutcome {
            released: vec![30.0, 10.0, 8.0],
            other_works: vec![10.0, 0.0, 4.0],
            left: vec![5.0, 0.0, 10.0],
            ..Default::default()
        }];
        assert_eq!(left_split(&e, 0), (4.0, 6.0));
    }

    #[test]
    fn a_share_near_one_hundred_keeps_a_decimal_so_that_it_is_not_taken_for_it() {
        assert_eq!(percent_of(0.8, Lang::Vi), "80\u{a0}%");
        assert_eq!(percent_of(1.0, Lang::Vi), "100\u{a0}%");
        assert_eq!(percent_of(1.003, Lang::Vi), "100,3\u{a0}%");
    }
}
