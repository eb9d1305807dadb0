//! What money cannot mend, in words: goals it does not bring, communes it does not reach.

use crate::engine::{Evaluation, verdict::NO_MONEY};
use crate::model::{Lang, Plan};

/// What the figure of missing money cannot say: that a goal is missed and money does not help, or that there is enough
/// of it in all but not in time. `None` where the figure says it.
pub fn missing_words(evaluation: &Evaluation, lang: Lang) -> Option<&'static str> {
    let missing = &evaluation.missing;
    let missed = evaluation.outcome.lines.iter().zip(&missing.helps);
    let mut missed = missed
        .filter(|(line, _)| !line.is_met())
        .map(|(_, helps)| *helps)
        .peekable();
    if missing.amount > NO_MONEY || missed.peek().is_none() {
        return None;
    }
    Some(match missed.any(|helps| helps) {
        false => word!(lang; "thêm tiền không giúp được" | "money does not help"),
        true => word!(lang; "đủ cả năm, thiếu theo tháng" | "enough in all, not in time"),
    })
}

/// The targets that are missed and that more money would not bring, by name; empty if there are none.
pub fn beyond_money(plan: &Plan, evaluation: &Evaluation, lang: Lang) -> String {
    let lines = evaluation.outcome.lines.iter().zip(&evaluation.missing.helps);
    let names: Vec<&str> = lines
        .filter(|(line, helps)| !line.is_met() && !**helps)
        .filter_map(|(line, _)| plan.line(&line.id))
        .map(|line| line.name.get(lang))
        .collect();
    match names.is_empty() {
        true => String::new(),
        _ => say!(lang;
            "Thêm tiền không giúp được: {names}." | "Money does not help: {names}.",
            names = names.join(", ")),
    }
}

/// Communes fixed in that could not be funded, in a sentence; empty if there are none.
pub fn refused_picks(plan: &Plan, evaluation: &Evaluation, lang: Lang) -> String {
    let refused = &evaluation.outcome.refused_picks;
    let name = |id: &String| {
        plan.communes
            .iter()
            .find(|c| &c.id == id)
            .map_or(id.as_str(), |c| c.name.as_str())
            .to_owned()
    };
    let names: Vec<String> = refused.iter().map(name).collect();
    match names.is_empty() {
        true => String::new(),
        _ => say!(lang;
            "Đã chọn nhưng không đủ tiền để làm: {names}." | "Chosen, but there is no money to do it: {names}.",
            names = names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{evaluation, missed, plan};
    use super::*;

    #[test]
    fn a_goal_lost_to_time_alone_is_said_to_be_beyond_money() {
        let found = evaluation(&[missed(0, 20.0, [0.0, 5.0, 0.0, 0.0, 0.0])]);
        assert_eq!(missing_words(&found, Lang::Vi), Some("thêm tiền không giúp được"));
        assert_eq!(
            beyond_money(&plan(), &found, Lang::Vi),
            "Thêm tiền không giúp được: Khu dân cư mẫu."
        );
    }

    #[test]
    fn a_goal_lost_to_money_that_comes_late_is_said_to_lack_months_and_not_money() {
        let found = evaluation(&[missed(0, 20.0, [5.0, 0.0, 0.0, 0.0, 0.0])]);
        assert_eq!(missing_words(&found, Lang::Vi), Some("đủ cả năm, thiếu theo tháng"));
        assert_eq!(beyond_money(&plan(), &found, Lang::Vi), "");
    }

    #[test]
    fn an_amount_that_is_missing_or_goals_that_are_met_need_no_words() {
        assert_eq!(missing_words(&evaluation(&[]), Lang::Vi), None);
        let mut found = evaluation(&[missed(0, 20.0, [5.0, 0.0, 0.0, 0.0, 0.0])]);
        found.missing.amount = 12_500.0;
        assert_eq!(missing_words(&found, Lang::En), None);
    }

    #[test]
    fn refused_picks_are_told_by_name() {
        let plan = plan();
        let mut found = evaluation(&[]);
        assert_eq!(refused_picks(&plan, &found, Lang::Vi), "");
        found.outcome.refused_picks = vec![plan.communes[0].id.clone()];
        let told = refused_picks(&plan, &found, Lang::Vi);
        assert!(told.contains(&plan.communes[0].name), "{told}");
    }
}
