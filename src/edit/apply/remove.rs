//! What else of a plan goes with a source or a line that is deleted: nothing may go on naming it.

use crate::model::*;

/// Takes a source out of recipes, events, scenarios and actual figures.
pub(super) fn source(plan: &mut Plan, id: &str) {
    for line in &mut plan.lines {
        line.recipe.remove(id);
        if let Some(old) = &mut line.recipe_replaced {
            old.value.remove(id);
        }
    }
    keep_effects(plan, |effect| match effect {
        Effect::Money { source, .. } => source != id,
        effect => effect.hits_lines() || effect.targets_mut().is_none_or(|sources| without(sources, id)),
    });
    for scenario in &mut plan.scenarios {
        scenario.overrides.amounts.remove(id);
        scenario.overrides.caps.retain(|_, own| {
            own.remove(id);
            !own.is_empty()
        });
    }
    plan.actuals.paid.remove(id);
    uncorrelate(plan, &Factor::Realisation { source: id.to_owned() });
}

/// Takes a line out of orders, schedules, events, scenarios and actual figures.
pub(super) fn line(plan: &mut Plan, id: &str) {
    plan.priority.retain(|own| own != id);
    unschedule(&mut plan.schedule, id);
    keep_effects(plan, |effect| {
        !effect.hits_lines() || effect.targets_mut().is_none_or(|lines| without(lines, id))
    });
    for scenario in &mut plan.scenarios {
        let overrides = &mut scenario.overrides;
        overrides.line_cost.remove(id);
        overrides.pushed.remove(id);
        overrides.caps.remove(id);
        if let Some(order) = &mut overrides.priority {
            order.retain(|own| own != id);
        }
        if let Some(schedule) = &mut overrides.schedule {
            unschedule(schedule, id);
        }
    }
    plan.last_contribution.lines.remove(id);
    plan.actuals.recognised.remove(id);
    plan.actuals.started.remove(id);
    uncorrelate(plan, &Factor::Cost { line: id.to_owned() });
}

/// Takes a commune out of the picks of scenarios.
pub(super) fn commune(plan: &mut Plan, id: &str) {
    plan.last_contribution.communes.remove(id);
    for scenario in &mut plan.scenarios {
        scenario.overrides.picks.remove(id);
        scenario.overrides.commune_starts.remove(id);
        if let Some(Schedule::Optimised {
            communes: Some(communes),
            ..
        }) = &mut scenario.overrides.schedule
        {
            communes.remove(id);
        }
    }
}

fn uncorrelate(plan: &mut Plan, factor: &Factor) {
    plan.correlations.retain(|pair| pair.a != *factor && pair.b != *factor);
}

fn unschedule(schedule: &mut Schedule, line: &str) {
    if let Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. } = schedule {
        starts.remove(line);
    }
}

/// Keeps the effects that still hit something. What a newer version wrote into the effects of an event that loses one
/// goes: they are told apart by their place, which changes.
fn keep_effects(plan: &mut Plan, mut keep: impl FnMut(&mut Effect) -> bool) {
    let mut shortened = Vec::new();
    for event in &mut plan.events {
        let before = event.effects.len();
        event.effects.retain_mut(&mut keep);
        if event.effects.len() < before {
            shortened.push(event.id.clone());
        }
    }
    for id in shortened {
        super::forget_unknown(plan, "events", &format!("{id}/effects"));
    }
}

/// Takes an id out of a list; whether anything of the list that named it is left. A list that was empty before stays.
fn without(ids: &mut Vec<String>, id: &str) -> bool {
    let before = ids.len();
    ids.retain(|own| own != id);
    ids.len() == before || !ids.is_empty()
}
