//! Figures of a comparison as they are written.

use crate::engine::compare::{ComparisonCell, ComparisonRow, Group, Metric, Sign};
use crate::engine::verdict::{GuardState, Verdict};
use crate::formats::number::{MoneyUnit, count, count_decimals, money, money_unit_name, number, signed, signed_money};
use crate::i18n::agree;
use crate::i18n::texts;
use crate::model::{Lang, Plan};

/// Name of a figure, as the head of a row.
pub fn metric_name(metric: &Metric, plan: &Plan, lang: Lang) -> String {
    let wording = match metric {
        Metric::Recognised(id) | Metric::UnitPaid(id) => {
            return plan.line(id).map_or(id.as_str(), |l| l.name.get(lang)).to_owned();
        }
        Metric::Source(id) => return plan.source(id).map_or(id.as_str(), |s| s.name.get(lang)).to_owned(),
        Metric::Guard(guard) => return crate::i18n::guards::name(guard, lang).0.to_owned(),
        Metric::Met => word!(lang; "Mục tiêu đạt" | "Targets held"),
        Metric::Score => word!(lang; "Điểm" | "Score"),
        Metric::Missing => word!(lang; "Còn thiếu" | "Money missing"),
        Metric::AllSources => word!(lang; "Tổng các nguồn" | "All sources"),
        Metric::Debt => word!(lang; "Nợ đọng cuối kỳ" | "Debt at the end"),
        Metric::PeakWaiting => word!(lang; "Chờ trả cao nhất" | "Most bills waiting"),
        Metric::CommunityPerHead => word!(lang; "Dân góp mỗi người" | "Contribution per head"),
    };
    wording.to_owned()
}

/// Unit or scale of a figure, beside its name.
pub fn metric_unit(row: &ComparisonRow, plan: &Plan, lang: Lang, unit: MoneyUnit) -> String {
    match &row.metric {
        Metric::Recognised(_) => {
            let goal = row.goal.unwrap_or(0.0);
            format!("≥\u{a0}{}", number(goal, usize::from(goal.fract() != 0.0), lang))
        }
        Metric::Met => say!(lang; "trên {lines}" | "of {lines}", lines = plan.lines.len()),
        Metric::Score => say!(lang; "trên 100" | "of 100"),
        // The group says the unit of all money rows.
        Metric::Source(_)
        | Metric::AllSources
        | Metric::UnitPaid(_)
        | Metric::Debt
        | Metric::PeakWaiting
        | Metric::Guard(_) => String::new(),
        // A head's part is never in billions.
        Metric::CommunityPerHead if unit == MoneyUnit::Million => String::new(),
        Metric::Missing => money_unit_name(unit, lang).to_owned(),
        Metric::CommunityPerHead => money_unit_name(MoneyUnit::Million, lang).to_owned(),
    }
}

/// Head of a group.
pub fn group_name(group: Group, base: &str, lang: Lang, unit: MoneyUnit) -> String {
    match group {
        Group::Targets => say!(lang;
            "Mục tiêu: số được công nhận, chênh với {base}" | "Targets: recognised, difference to {base}"),
        Group::Plan => say!(lang; "Cả kế hoạch" | "The whole plan"),
        Group::Money => say!(lang;
            "Tiền cả năm, {money_unit_name}" | "Money of the year, {money_unit_name}",
            money_unit_name = money_unit_name(unit, lang)),
        Group::UnitCosts => say!(lang;
            "Đã chi cho một đơn vị được công nhận, {money_unit_name}" | "Paid per recognised unit, {money_unit_name}",
            money_unit_name = money_unit_name(unit, lang)),
        Group::Guards => say!(lang;
            "Hai chốt chặn, {money_unit_name}" | "The two guards, {money_unit_name}",
            money_unit_name = money_unit_name(unit, lang)),
    }
}

/// A figure as it is written.
pub fn figure(row: &ComparisonRow, cell: &ComparisonCell, lang: Lang, unit: MoneyUnit) -> String {
    match &row.metric {
        Metric::Recognised(_) => count(cell.value, row.goal.unwrap_or(0.0), lang),
        Metric::Met => number(cell.value, 0, lang),
        Metric::Score => number(cell.value * 100.0, 1, lang),
        Metric::CommunityPerHead => number(cell.value, 2, lang),
        _ => money(cell.value, unit, lang),
    }
}

/// A difference as it is written: signed, and `=` where it is below half of the last digit shown, so that noise is
/// not news. `None` where there is nothing to compare with.
pub fn difference(row: &ComparisonRow, cell: &ComparisonCell, lang: Lang, unit: MoneyUnit) -> Option<String> {
    let difference = cell.difference?;
    Some(match &row.metric {
        Metric::Recognised(_) => signed(difference, count_decimals(row.goal.unwrap_or(0.0)), lang),
        Metric::Met => signed(difference, 0, lang),
        Metric::Score => signed(difference * 100.0, 1, lang),
        Metric::CommunityPerHead => signed(difference, 2, lang),
        _ => signed_money(difference, unit, lang),
    })
}

sentences! {
    /// Row of the sources that are the same in all scenarios, told as one.
    pub fn other_sources(count: usize; lang)
        = "{count} nguồn còn lại" | "{count} other {of}", of = agree(count, "source", "sources");
}

/// Word of a mark beside a figure.
pub fn sign_word(sign: Sign, lang: Lang) -> &'static str {
    match sign {
        Sign::Target(Verdict::OnTrack) => word!(lang; "Vững" | "On track"),
        Sign::Target(Verdict::AtRisk) => word!(lang; "Bấp bênh" | "At risk"),
        Sign::Target(Verdict::OffTrack) => word!(lang; "Khó đạt" | "Off track"),
        Sign::Guard(GuardState::Good) => word!(lang; "Tốt" | "Good"),
        Sign::Guard(GuardState::Attention) => word!(lang; "Chú ý" | "Attention"),
        Sign::Guard(GuardState::Over) => word!(lang; "Vượt" | "Over"),
    }
}

/// A difference for a screen reader, where the eye sees `=`.
pub fn spoken_difference(written: &str, lang: Lang) -> String {
    if written == "=" {
        texts(lang).scenarios.yes_same.to_owned()
    } else {
        written.to_owned()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::compare::Better;

    fn row(metric: Metric, goal: Option<f64>) -> ComparisonRow {
        ComparisonRow {
            metric,
            goal,
            better: Better::More,
            cells: vec![],
        }
    }

    fn cell(value: f64, difference: f64) -> ComparisonCell {
        ComparisonCell {
            value,
            difference: Some(difference),
            sign: None,
        }
    }

    #[test]
    fn a_difference_below_half_of_the_last_digit_is_no_news() {
        let small = row(Metric::Recognised("ocop".into()), Some(8.0));
        let said = |d| difference(&small, &cell(6.96, d), Lang::Vi, MoneyUnit::Million).unwrap();
        assert_eq!(said(0.0049), "=");
        assert_eq!(said(-0.005), "−0,01");
        assert_eq!(said(-1.39), "−1,39");
        assert_eq!(said(1.39), "+1,39");
        let large = row(Metric::Recognised("gardens".into()), Some(200.0));
        assert_eq!(
            difference(&large, &cell(193.0, -0.4), Lang::Vi, MoneyUnit::Million).unwrap(),
            "="
        );
    }

    #[test]
    fn money_follows_the_unit_and_the_score_is_of_a_hundred() {
        let money = row(Metric::AllSources, None);
        let c = cell(378_484.0, -43_553.0);
        assert_eq!(figure(&money, &c, Lang::Vi, MoneyUnit::Million), "378.484");
        assert_eq!(difference(&money, &c, Lang::Vi, MoneyUnit::Million).unwrap(), "−43.553");
        assert_eq!(figure(&money, &c, Lang::Vi, MoneyUnit::Billion), "378,5");
        assert_eq!(difference(&money, &c, Lang::En, MoneyUnit::Billion).unwrap(), "−43.6");
        let score = row(Metric::Score, None);
        assert_eq!(
            figure(&score, &cell(0.888, -0.085), Lang::Vi, MoneyUnit::Million),
            "88,8"
        );
        assert_eq!(
            difference(&score, &cell(0.888, -0.085), Lang::Vi, MoneyUnit::Million).unwrap(),
            "−8,5"
        );
    }

    #[test]
    fn the_unit_of_the_guards_is_said_once_and_a_head_has_its_own_in_billions() {
        let plan = crate::model::samples::default_plan();
        let unit = |metric, unit| metric_unit(&row(metric, None), &plan, Lang::Vi, unit);
        assert_eq!(unit(Metric::Debt, MoneyUnit::Billion), "");
        assert_eq!(unit(Metric::CommunityPerHead, MoneyUnit::Million), "");
        assert!(unit(Metric::CommunityPerHead, MoneyUnit::Billion).starts_with("triệu"));
        let head = group_name(Group::Guards, "A", Lang::Vi, MoneyUnit::Billion);
        assert!(head.ends_with("đồng") && head.contains("tỷ"), "{head}");
    }

    #[test]
    fn the_base_has_no_difference_to_write() {
        let money = row(Metric::Debt, None);
        let base = ComparisonCell {
            value: 0.0,
            difference: None,
            sign: None,
        };
        assert_eq!(difference(&money, &base, Lang::Vi, MoneyUnit::Million), None);
    }
}
