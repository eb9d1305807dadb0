//! Checks of communes and criteria sets.

use super::Findings;
use super::findings::is_date;
use crate::model::{Commune, CriterionState, Level, Plan};

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    for commune in &plan.communes {
        let path = format!("/communes/{}", commune.id);
        target_year(plan, commune, &path, findings);
        let at = format!("{path}/money_date");
        let money = findings.date(&at, &commune.money_date);
        let decided = is_date(&commune.decision_date);
        // ISO dates compare as texts.
        if money.is_some() && decided && commune.money_date < commune.decision_date {
            let args = [commune.money_date.clone(), commune.decision_date.clone()];
            findings.warning("money-before-decision", &at, &args);
        }
        if let Some(population) = &commune.population {
            findings.not_negative(&format!("{path}/population"), population.value);
        }
        criteria(plan, commune, &path, findings);
    }
    for (index, set) in plan.criteria_sets.iter().enumerate() {
        let path = format!("/criteria_sets/{}", set.id);
        let same = |other: &&crate::model::CriteriaSet| other.level == set.level;
        if let Some(first) = plan.criteria_sets[..index].iter().find(same) {
            findings.note("set-twice", &path, std::slice::from_ref(&first.id));
        }
        findings.ids(&format!("{path}/criteria"), set.criteria.iter().map(|c| c.id.as_str()));
    }
}

fn target_year(plan: &Plan, commune: &Commune, path: &str, findings: &mut Findings) {
    let at = format!("{path}/target_year");
    let decided = findings.date(&format!("{path}/decision_date"), &commune.decision_date);
    if let (Some(year), Some((decided, month))) = (commune.target_year, decided) {
        let by_date = if month == 1 { decided - 1 } else { decided };
        if by_date != year {
            findings.note("target-year-mismatch", &at, &[year.to_string(), by_date.to_string()]);
        }
    }
    let model_line = plan.lines.iter().any(|line| line.level == Some(Level::Model));
    if commune.level != Level::Advanced || !model_line {
        return;
    }
    match commune.target_year {
        None => findings.note("target-year-missing", &at, &[]),
        Some(year) if year >= plan.calendar.start.year => {
            let args = [year.to_string(), plan.calendar.start.year.to_string()];
            findings.warning("model-needs-earlier-year", &at, &args);
        }
        Some(_) => {}
    }
}

fn criteria(plan: &Plan, commune: &Commune, path: &str, findings: &mut Findings) {
    let set = next_level(commune.level).and_then(|level| plan.criteria_set(level));
    let mut incomplete = 0;
    for (id, entry) in &commune.criteria {
        let at = format!("{path}/criteria/{id}");
        if !set.is_some_and(|set| set.criteria.iter().any(|c| c.id == *id)) {
            findings.warning("unknown-criterion", &at, std::slice::from_ref(id));
        }
        if let Some(cost) = entry.cost
            && findings.not_negative(&format!("{at}/cost"), cost)
            && cost > 0.0
            && entry.state == CriterionState::Met
        {
            findings.note("met-with-cost", &at, &[id.clone(), cost.to_string()]);
        }
        if let Some(months) = entry.months {
            findings.count(&format!("{at}/months"), months);
        }
        let to_do = matches!(entry.state, CriterionState::Open | CriterionState::InProgress);
        incomplete += usize::from(to_do && (entry.cost.is_none() || entry.months.is_none()));
    }
    if incomplete > 0 {
        findings.note(
            "criteria-incomplete",
            &format!("{path}/criteria"),
            &[incomplete.to_string()],
        );
    }
}

fn next_level(level: Level) -> Option<Level> {
    match level {
        Level::None => Some(Level::Ntm),
        Level::Ntm => Some(Level::Advanced),
        Level::Advanced => Some(Level::Model),
        Level::Model => None,
    }
}
