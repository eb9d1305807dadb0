//! Checks of sources.

use super::Findings;
use crate::model::Plan;

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    for source in &plan.sources {
        let at = |field: &str| format!("/sources/{}/{field}", source.id);
        findings.not_negative(&at("reference"), source.reference.value);
        findings.not_negative(&at("amount"), source.amount.value);
        for (year, amount) in &source.yearly {
            findings.not_negative(&at(&format!("yearly/{year}")), amount.value);
        }
        findings.release(&at("release"), &source.release.points);
        findings.share(&at("other_works"), source.other_works.value);
        findings.range(&at("realisation"), &source.realisation);
    }
}
