//! Checks of correlations.

use super::Findings;
use crate::model::{Factor, Plan};

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    for (index, c) in plan.correlations.iter().enumerate() {
        let at = |field: &str| format!("/correlations/{index}/{field}");
        let value = c.value.value;
        if findings.finite(&at("value"), value) && !(-1.0..=1.0).contains(&value) {
            findings.error("correlation-outside", &at("value"), &[value.to_string()]);
        }
        for (field, factor) in [("a", &c.a), ("b", &c.b)] {
            match factor {
                Factor::Cost { line } => findings.known_line(plan, &at(field), line),
                Factor::Realisation { source } => findings.known_source(plan, &at(field), source),
            }
        }
        let same = |o: &crate::model::Correlation| (o.a == c.a && o.b == c.b) || (o.a == c.b && o.b == c.a);
        if c.a == c.b || plan.correlations[..index].iter().any(same) {
            findings.warning("correlation-twice", &format!("/correlations/{index}"), &[]);
        }
    }
    if let Err(pair) = plan.check_correlations() {
        let args = [name(plan, &pair.a), name(plan, &pair.b)];
        findings.error("correlation-impossible", "/correlations", &args);
    }
}

/// An average by the name of its line or source.
fn name(plan: &Plan, factor: &Factor) -> String {
    let name = match factor {
        Factor::Cost { line } => plan.line(line).map(|l| &l.name),
        Factor::Realisation { source } => plan.source(source).map(|s| &s.name),
    };
    name.map(|n| n.vi.clone()).unwrap_or_default()
}
