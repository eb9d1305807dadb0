//! Communes by name, and why one is not in an answer.

use super::gap;
use crate::formats::fold;
use crate::formats::number::{MoneyUnit, money_with_unit, month_label};
use crate::model::{CommuneId, Lang, Plan};
use crate::optimise::{Absent, WhyNot};

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
    let found = plan.communes.iter().find(|c| c.id == id);
    let named = |c: &crate::model::Commune| format!("{} ({})", c.name, crate::i18n::communes::level(c.level, lang));
    found.map_or_else(|| id.to_owned(), named)
}

/// Name of a commune.
pub fn commune(plan: &Plan, id: &str) -> String {
    let found = plan.communes.iter().find(|c| c.id == id);
    found.map_or_else(|| id.to_owned(), |c| c.name.clone())
}

/// Why a commune is not in the answer.
pub fn why_not(plan: &Plan, id: &str, why: &WhyNot, unit: MoneyUnit, lang: Lang) -> String {
    let name = commune(plan, id);
    let unproven = |proven: bool| match lang {
        _ if proven => "",
        Lang::Vi => " (chưa chứng minh)",
        Lang::En => " (not proven)",
    };
    match (why, lang) {
        (WhyNot::Chosen { month }, _) => {
            let month = month_label(plan.calendar.month(*month), plan.calendar.start, lang);
            match lang {
                Lang::Vi => format!("{name} được chọn, khởi công {month}."),
                Lang::En => format!("{name} is chosen and starts in {month}."),
            }
        }
        (WhyNot::NotACandidate(why), _) => absent(&name, *why, lang),
        (WhyNot::TooLate, Lang::Vi) => format!("{name} không kịp đợt công nhận nào."),
        (WhyNot::TooLate, Lang::En) => format!("{name} is too late for every round of recognition."),
        (WhyNot::CannotBeFunded, Lang::Vi) => format!("Tiền không đủ để {name} khởi công."),
        (WhyNot::CannotBeFunded, Lang::En) => format!("There is not the money to start {name}."),
        (WhyNot::Score { loss, proven }, Lang::Vi) => {
            format!(
                "Lấy {name} thì điểm cao nhất giảm {}{}.",
                gap(*loss, lang),
                unproven(*proven)
            )
        }
        (WhyNot::Score { loss, proven }, Lang::En) => {
            format!(
                "With {name} the best score is lower by {}{}.",
                gap(*loss, lang),
                unproven(*proven)
            )
        }
        (WhyNot::Money { more }, Lang::Vi) if *more > 0.5 => {
            format!(
                "Lấy {name} thì cùng điểm nhưng tốn thêm {}.",
                money_with_unit(*more, unit, lang)
            )
        }
        (WhyNot::Money { more }, Lang::En) if *more > 0.5 => {
            format!(
                "With {name} the score is the same and costs {} more.",
                money_with_unit(*more, unit, lang)
            )
        }
        (WhyNot::Money { .. }, Lang::Vi) => format!("Lấy {name} cũng được: cùng điểm, không tốn hơn."),
        (WhyNot::Money { .. }, Lang::En) => format!("{name} would do as well: same score, no more money."),
    }
}

fn absent(name: &str, why: Option<Absent>, lang: Lang) -> String {
    match (why, lang) {
        (Some(Absent::FixedOut), Lang::Vi) => format!("{name} bị loại: câu hỏi hoặc kịch bản ghi là không lấy."),
        (Some(Absent::FixedOut), Lang::En) => format!("{name} is fixed out by the question or the scenario."),
        (Some(Absent::OtherLevel), Lang::Vi) => {
            format!("{name} ở mức khác: không mục tiêu nào nhận xã ở mức của xã này.")
        }
        (Some(Absent::OtherLevel), Lang::En) => format!("{name} is of another level: no target takes communes of it."),
        (Some(Absent::TooSoon), Lang::Vi) => {
            format!("{name} chưa được xét mức tiếp theo: mức hiện có phải là của năm trước kế hoạch này.")
        }
        (Some(Absent::TooSoon), Lang::En) => {
            format!("{name} may not try for the next level yet: it must have its own from a year before this plan.")
        }
        (Some(Absent::NoData), Lang::Vi) => {
            format!("{name} chưa có đủ số liệu tiêu chí: chỉ được tính theo số lượng, không gọi tên.")
        }
        (Some(Absent::NoData), Lang::En) => {
            format!("{name} has no complete data on its criteria: it counts by number only and is never named.")
        }
        (None, Lang::Vi) => format!("{name} không phải ứng viên của mục tiêu nào."),
        (None, Lang::En) => format!("{name} is no candidate for any target."),
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
            .filter_map(|(id, _)| plan.communes.iter().find(|c| c.id == *id).map(|c| c.level))
            .collect();
        assert!(levels.is_sorted_by(|a, b| a >= b), "{levels:?}");
        assert!(told.iter().all(|(_, name)| name.ends_with(')')), "{told:?}");
    }

    #[test]
    fn why_a_commune_is_no_candidate_has_words_of_its_own_for_each_reason() {
        let mut told: Vec<String> = [Absent::FixedOut, Absent::OtherLevel, Absent::TooSoon, Absent::NoData]
            .map(|why| absent("Thạch Văn", Some(why), Lang::Vi))
            .to_vec();
        assert!(told.iter().all(|t| t.starts_with("Thạch Văn ")));
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), 4);
    }
}
