//! Checks of the plan as a whole.

use super::Findings;
use crate::model::{Calendar, Plan};

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    calendar(plan, findings);
    if findings.not_negative("/population", plan.population.value) && plan.population.value == 0.0 {
        findings.warning("population-zero", "/population", &[]);
    }
    emptiness(plan, findings);
    findings.ids("/sources", plan.sources.iter().map(|s| s.id.as_str()));
    findings.ids("/lines", plan.lines.iter().map(|l| l.id.as_str()));
    findings.ids("/communes", plan.communes.iter().map(|c| c.id.as_str()));
    findings.ids("/criteria_sets", plan.criteria_sets.iter().map(|s| s.id.as_str()));
    findings.ids("/events", plan.events.iter().map(|e| e.id.as_str()));
    findings.ids("/scenarios", plan.scenarios.iter().map(|s| s.id.as_str()));
    findings.ids("/reported", plan.reported.iter().map(|r| r.id.as_str()));
    findings.ids("/priority", plan.priority.iter().map(String::as_str));
    for id in &plan.priority {
        findings.known_line(plan, &format!("/priority/{id}"), id);
    }
    for figure in &plan.reported {
        if let Some(value) = figure.value {
            findings.finite(&format!("/reported/{}/value", figure.id), value);
        }
    }
}

fn calendar(plan: &Plan, findings: &mut Findings) {
    let Calendar { start, months } = plan.calendar;
    if !(1..=12).contains(&start.month) {
        findings.error("calendar-start", "/calendar/start", &[start.month.to_string()]);
    }
    if !(1..=Calendar::MAX_MONTHS).contains(&months) {
        let args = [months.to_string(), Calendar::MAX_MONTHS.to_string()];
        findings.error("calendar-months", "/calendar/months", &args);
    }
}

fn emptiness(plan: &Plan, findings: &mut Findings) {
    if plan.sources.is_empty() {
        findings.warning("no-sources", "/sources", &[]);
    }
    if plan.lines.is_empty() {
        findings.warning("no-lines", "/lines", &[]);
    } else if plan.lines.iter().all(|line| line.weight.value == 0.0) {
        findings.warning("weights-zero", "/lines", &[]);
    }
    if plan.scenarios.is_empty() {
        findings.warning("no-scenarios", "/scenarios", &[]);
    }
}
