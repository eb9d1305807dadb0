//! Checks of events.

use super::Findings;
use crate::model::{Effect, Event, Plan};

pub(super) fn check(plan: &Plan, findings: &mut Findings) {
    for event in &plan.events {
        let path = format!("/events/{}", event.id);
        findings.share(&format!("{path}/chance"), event.chance.value);
        for month in &event.months {
            let at = format!("{path}/months");
            findings.month_of_year(&at, month.month);
            findings.share(&format!("{at}/{}/chance", month.month), month.chance);
        }
        if event.effects.is_empty() {
            findings.note("event-no-effect", &path, &[]);
        }
        let slows = |effect: &Effect| matches!(effect, Effect::WorkSpeed { .. });
        if event.months.is_empty() && event.effects.iter().any(slows) {
            findings.warning("event-without-months", &format!("{path}/months"), &[]);
        }
        effects(plan, event, &path, findings);
    }
}

fn effects(plan: &Plan, event: &Event, path: &str, findings: &mut Findings) {
    for effect in &event.effects {
        match effect {
            Effect::WorkSpeed { lines, factor } => {
                let at = format!("{path}/effects/work-speed");
                findings.share(&format!("{at}/factor"), *factor);
                known_lines(plan, &at, lines, findings);
            }
            Effect::UnitCost { lines, factor } => {
                let at = format!("{path}/effects/unit-cost");
                findings.not_negative(&format!("{at}/factor"), *factor);
                known_lines(plan, &at, lines, findings);
            }
            Effect::PassRate { lines, factor } => {
                let at = format!("{path}/effects/pass-rate");
                findings.not_negative(&format!("{at}/factor"), *factor);
                known_lines(plan, &at, lines, findings);
            }
            Effect::Amount { sources, factor } => {
                let at = format!("{path}/effects/amount");
                findings.not_negative(&format!("{at}/factor"), *factor);
                known_sources(plan, &at, sources, findings);
            }
            Effect::ReleaseFrom { sources, month } => {
                let at = format!("{path}/effects/release-from");
                findings.month_of_year(&format!("{at}/month"), *month);
                known_sources(plan, &at, sources, findings);
            }
            Effect::Money {
                source,
                amount,
                release,
            } => {
                let at = format!("{path}/effects/money");
                findings.not_negative(&format!("{at}/amount"), *amount);
                findings.release(&format!("{at}/release"), release);
                findings.known_source(plan, &format!("{at}/source"), source);
            }
        }
    }
}

fn known_lines(plan: &Plan, path: &str, lines: &[String], findings: &mut Findings) {
    for id in lines {
        findings.known_line(plan, &format!("{path}/lines/{id}"), id);
    }
}

fn known_sources(plan: &Plan, path: &str, sources: &[String], findings: &mut Findings) {
    for id in sources {
        findings.known_source(plan, &format!("{path}/sources/{id}"), id);
    }
}
