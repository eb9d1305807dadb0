//! Checks of what really happened.

use super::Findings;
use crate::model::Calendar;
use crate::model::Plan;

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    let actuals = &plan.actuals;
    if actuals.months > plan.calendar.months.min(Calendar::MAX_MONTHS) {
        let args = [actuals.months.to_string(), plan.calendar.months.to_string()];
        findings.warning("closed-beyond-calendar", "/actuals/months", &args);
    }
    for (name, rows) in [("recognised", &actuals.recognised), ("started", &actuals.started)] {
        for (id, cells) in rows {
            let path = format!("/actuals/{name}/{id}");
            findings.known_line(plan, &path, id);
            for value in cells.iter().flatten() {
                match name {
                    "started" => findings.count(&path, *value),
                    _ => findings.not_negative(&path, *value),
                };
            }
        }
    }
    for (id, cells) in &actuals.paid {
        let path = format!("/actuals/paid/{id}");
        findings.known_source(plan, &path, id);
        for value in cells.iter().flatten() {
            findings.not_negative(&path, *value);
        }
    }
}
