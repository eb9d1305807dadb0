//! Checks of scenarios and of what they share with the plan: discipline and schedule.

use super::{Findings, lines};
use crate::model::{Amount, Discipline, Overrides, Pick, Plan, Schedule};

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    discipline(&plan.discipline, "/discipline", findings);
    schedule(plan, &plan.schedule, "/schedule", findings);
    for scenario in &plan.scenarios {
        let path = format!("/scenarios/{}/overrides", scenario.id);
        levers(plan, &scenario.overrides, &path, findings);
        choices(plan, &scenario.overrides, &path, findings);
        if let Some(value) = &scenario.overrides.discipline {
            discipline(value, &format!("{path}/discipline"), findings);
        }
        if let Some(value) = &scenario.overrides.schedule {
            schedule(plan, value, &format!("{path}/schedule"), findings);
        }
    }
}

fn levers(plan: &Plan, overrides: &Overrides, path: &str, findings: &mut Findings) {
    for (id, amount) in &overrides.amounts {
        let at = format!("{path}/amounts/{id}");
        findings.known_source(plan, &at, id);
        let (Amount::Factor(value) | Amount::Fixed(value)) = amount;
        findings.not_negative(&at, *value);
    }
    if let Some(value) = overrides.other_works {
        findings.share(&format!("{path}/other_works"), value);
    }
    if let Some(value) = overrides.cost_level {
        findings.not_negative(&format!("{path}/cost_level"), value);
    }
    for (id, value) in &overrides.line_cost {
        let at = format!("{path}/line_cost/{id}");
        findings.known_line(plan, &at, id);
        findings.not_negative(&at, *value);
    }
    for (id, own) in &overrides.caps {
        let at = format!("{path}/caps/{id}");
        findings.known_line(plan, &at, id);
        for (source, most) in own {
            let at = format!("{at}/{source}");
            findings.known_source(plan, &at, source);
            findings.not_negative(&at, *most);
        }
    }
    for (id, pushed) in &overrides.pushed {
        let at = format!("{path}/pushed/{id}");
        let Some(line) = plan.line(id) else {
            findings.known_line(plan, &at, id);
            continue;
        };
        let candidates = lines::candidates(plan, line);
        if f64::from(*pushed) > candidates {
            let args = [pushed.to_string(), candidates.to_string()];
            findings.warning("pushed-above-candidates", &at, &args);
        }
    }
}

fn choices(plan: &Plan, overrides: &Overrides, path: &str, findings: &mut Findings) {
    for id in overrides.events.keys().filter(|id| plan.event(id).is_none()) {
        findings.warning(
            "unknown-event",
            &format!("{path}/events/{id}"),
            std::slice::from_ref(id),
        );
    }
    for (id, month) in &overrides.commune_starts {
        let at = format!("{path}/commune_starts/{id}");
        if plan.commune(id).is_none() {
            findings.warning("unknown-commune", &at, std::slice::from_ref(id));
        } else if *month >= plan.calendar.months {
            let args = [(month + 1).to_string(), plan.calendar.months.to_string()];
            findings.warning("starts-beyond-calendar", &at, &args);
        }
    }
    for (id, pick) in &overrides.picks {
        let at = format!("{path}/picks/{id}");
        let Some(commune) = plan.commune(id) else {
            findings.warning("unknown-commune", &at, std::slice::from_ref(id));
            continue;
        };
        let mut levels = plan.lines.iter().filter_map(|line| line.level);
        let candidate = levels.any(|level| lines::may_try(plan, commune, level));
        if *pick == Pick::In && !candidate {
            findings.warning("pick-not-candidate", &at, std::slice::from_ref(&commune.name));
        }
    }
    let priority = overrides.priority.as_deref().unwrap_or_default();
    let at = format!("{path}/priority");
    findings.ids(&at, priority.iter().map(String::as_str));
    for id in priority {
        findings.known_line(plan, &format!("{at}/{id}"), id);
    }
}

fn discipline(discipline: &Discipline, path: &str, findings: &mut Findings) {
    if let Discipline::Arrears { cap, .. } = discipline {
        findings.not_negative(&format!("{path}/cap"), *cap);
    }
}

fn schedule(plan: &Plan, schedule: &Schedule, path: &str, findings: &mut Findings) {
    let (Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. }) = schedule else {
        return;
    };
    for (id, months) in starts {
        let at = format!("{path}/starts/{id}");
        findings.known_line(plan, &at, id);
        let given = months.iter().rposition(|&n| n > 0).map_or(0, |last| last + 1);
        if given > plan.calendar.months {
            let args = [given.to_string(), plan.calendar.months.to_string()];
            findings.warning("starts-beyond-calendar", &at, &args);
        }
    }
}
