//! Communes by name, and why one is not in an answer.

use super::gap;
use crate::formats::fold;
use crate::formats::number::{MoneyUnit, money_with_unit, month_label};
use crate::model::{CommuneId, Lang, Plan};
use crate::optimise::{Absence, WhyNot};

/// Communes to choose from, by level, the highest first, then by name: id and name with the level.
pub fn by_level<'a>(plan: &'a Plan, of: impl Fn(&CommuneId) -> bool, lang: Lang) -> Vec<(CommuneId, String)> {
    let mut own: Vec<&'a crate::model::Commune> = plan.communes.iter().filter(|c| of(&c.id)).collect();
    own.sort_by_cached_key(|c| (std::cmp::Reverse(c.level), fold(&c.name), c.id.clone()));
    own.into_iter()
        .map(|c| (c.id.clone(), with_level(plan, &c.id, lang)))
        .collect()
}

/// Name of a commune with its level: *Thạch Văn (nâng cao)*.
pub fn with_level(plan: &Plan, id: &str, lang: Lang) -> String {
    let found = plan.commune(id);
    let named = |c: &crate::model::Commune| format!("{} ({})", c.name, crate::i18n::communes::level(c.level, lang));
    found.map_or_else(|| id.to_owned(), named)
}

/// Name of a commune.
pub fn commune(plan: &Plan, id: &str) -> String {
    let found = plan.commune(id);
    found.map_or_else(|| id.to_owned(), |c| c.name.clone())
}

/// Why a commune is not in the answer.
pub fn why_not(plan: &Plan, id: &str, why: &WhyNot, unit: MoneyUnit, lang: Lang) -> String {
    let name = commune(plan, id);
    let unproven = |proven: bool| {
        if proven {
            ""
        } else {
            word!(lang; " (chưa chứng minh)" | " (not proven)")
        }
    };
    match why {
        WhyNot::Chosen { month } => {
            let month = month_label(plan.calendar.month(*month), plan.calendar.start, lang);
            say!(lang; "{name} được chọn, khởi công {month}." | "{name} is chosen and starts in {month}.")
        }
        WhyNot::NotACandidate(why) => absence_sentence(&name, *why, lang),
        WhyNot::TooLate => say!(lang;
            "{name} không kịp đợt công nhận nào." | "{name} is too late for every round of recognition."),
        WhyNot::CannotBeFunded => say!(lang;
            "Tiền không đủ để {name} khởi công." | "There is not the money to start {name}."),
        WhyNot::Score { loss, proven } => say!(lang;
            "Lấy {name} thì điểm cao nhất giảm {loss}{proven}."
            | "With {name} the best score is lower by {loss}{proven}.",
            loss = gap(*loss, lang), proven = unproven(*proven)),
        WhyNot::Money { more } if *more > 0.5 => say!(lang;
            "Lấy {name} thì cùng điểm nhưng tốn thêm {more}."
            | "With {name} the score is the same and costs {more} more.",
            more = money_with_unit(*more, unit, lang)),
        WhyNot::Money { .. } => say!(lang;
            "Lấy {name} cũng được: cùng điểm, không tốn hơn." | "{name} would do as well: same score, no more money."),
    }
}

fn absence_sentence(name: &str, why: Option<Absence>, lang: Lang) -> String {
    match why {
        Some(Absence::FixedOut) => say!(lang;
            "{name} bị loại: câu hỏi hoặc kịch bản ghi là không lấy."
            | "{name} is fixed out by the question or the scenario."),
        Some(Absence::OtherLevel) => say!(lang;
            "{name} ở mức khác: không mục tiêu nào nhận xã ở mức của xã này."
            | "{name} is of another level: no target takes communes of it."),
        Some(Absence::TooSoon) => say!(lang;
            "{name} chưa được xét mức tiếp theo: mức hiện có phải là của năm trước kế hoạch này."
            | "{name} may not try for the next level yet: it must have its own from a year before this plan."),
        Some(Absence::NoData) => say!(lang;
            "{name} chưa có đủ số liệu tiêu chí: chỉ được tính theo số lượng, không gọi tên."
            | "{name} has no complete data on its criteria: it counts by number only and is never named."),
        None => say!(lang; "{name} không phải ứng viên của mục tiêu nào." | "{name} is no candidate for any target."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn communes_to_choose_from_stand_by_level_and_name() {
        let plan = crate::model::samples::default_plan();
        let told = by_level(&plan, |_| true, Lang::Vi);
        assert_eq!(told.len(), plan.communes.len());
        let levels: Vec<_> = told
            .iter()
            .filter_map(|(id, _)| plan.commune(id).map(|c| c.level))
            .collect();
        assert!(levels.is_sorted_by(|a, b| a >= b), "{levels:?}");
        assert!(told.iter().all(|(_, name)| name.ends_with(')')), "{told:?}");
    }

    #[test]
    fn why_a_commune_is_no_candidate_has_words_of_its_own_for_each_reason() {
        let mut told: Vec<String> = [
            Absence::FixedOut,
            Absence::OtherLevel,
            Absence::TooSoon,
            Absence::NoData,
        ]
        .map(|why| absence_sentence("Thạch Văn", Some(why), Lang::Vi))
        .to_vec();
        assert!(told.iter().all(|t| t.starts_with("Thạch Văn ")));
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), 4);
    }
}
