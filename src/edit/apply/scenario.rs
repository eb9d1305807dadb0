//! Commands on scenarios.

use super::{CommandError, check, forget_unknown};
use crate::model::*;
use crate::sort;

fn index_of(plan: &Plan, id: &str) -> Result<usize, CommandError> {
    check::require(plan.scenarios.iter().position(|s| s.id == id), id)
}

pub(super) fn add(plan: &mut Plan, index: usize, new: &Scenario) -> Result<(), CommandError> {
    check::id(&new.id)?;
    check::name(&new.name)?;
    if plan.scenario(&new.id).is_some() {
        return Err(CommandError::Duplicate(new.id.clone()));
    }
    check_overrides(plan, &new.overrides)?;
    let new = Scenario {
        name: new.name.cleaned(),
        note: clean(&new.note),
        ..new.clone()
    };
    plan.scenarios.insert(index.min(plan.scenarios.len()), new.into());
    Ok(())
}

pub(super) fn delete(plan: &mut Plan, id: &str) -> Result<(), CommandError> {
    let index = index_of(plan, id)?;
    if plan.scenarios.len() == 1 {
        return Err(CommandError::LastScenario);
    }
    plan.scenarios.remove(index);
    forget_unknown(plan, "scenarios", id);
    Ok(())
}

pub(super) fn move_to(plan: &mut Plan, id: &str, index: usize) -> Result<(), CommandError> {
    let from = index_of(plan, id)?;
    let scenario = plan.scenarios.remove(from);
    plan.scenarios.insert(index.min(plan.scenarios.len()), scenario);
    Ok(())
}

pub(super) fn rename(plan: &mut Plan, id: &str, lang: Lang, name: &str) -> Result<(), CommandError> {
    let index = index_of(plan, id)?;
    let scenario = &mut plan.scenarios[index];
    scenario.name.set(lang, clean(name));
    check::name(&scenario.name)
}

pub(super) fn note(plan: &mut Plan, id: &str, note: &str) -> Result<(), CommandError> {
    let index = index_of(plan, id)?;
    plan.scenarios[index].note = clean(note);
    Ok(())
}

/// Changes what a scenario overrides; the new overrides are checked as a whole, except that an id which was already
/// dangling before may stay.
pub(super) fn change(plan: &mut Plan, id: &str, change: impl FnOnce(&mut Overrides)) -> Result<(), CommandError> {
    let index = index_of(plan, id)?;
    let before = plan.scenarios[index].overrides.clone();
    let mut after = before.clone();
    change(&mut after);
    check_overrides(plan, &changed_part(&before, &after))?;
    plan.scenarios[index].overrides = after;
    Ok(())
}

/// What `after` says that `before` did not.
fn changed_part(before: &Overrides, after: &Overrides) -> Overrides {
    fn new<T: PartialEq + Clone>(
        before: &std::collections::BTreeMap<String, T>,
        after: &std::collections::BTreeMap<String, T>,
    ) -> std::collections::BTreeMap<String, T> {
        let changed = after.iter().filter(|(id, value)| before.get(*id) != Some(value));
        sort::map(changed.map(|(id, value)| (id.clone(), value.clone())))
    }
    Overrides {
        amounts: new(&before.amounts, &after.amounts),
        other_works: after.other_works.filter(|_| before.other_works != after.other_works),
        cost_level: after.cost_level.filter(|_| before.cost_level != after.cost_level),
        line_cost: new(&before.line_cost, &after.line_cost),
        pushed: new(&before.pushed, &after.pushed),
        events: new(&before.events, &after.events),
        discipline: after.discipline.filter(|_| before.discipline != after.discipline),
        schedule: after.schedule.clone().filter(|_| before.schedule != after.schedule),
        picks: new(&before.picks, &after.picks),
        commune_starts: new(&before.commune_starts, &after.commune_starts),
        priority: after.priority.clone().filter(|_| before.priority != after.priority),
        caps: new(&before.caps, &after.caps),
    }
}

fn check_overrides(plan: &Plan, overrides: &Overrides) -> Result<(), CommandError> {
    let line = |id: &str| plan.line(id).is_some();
    check::all_known(overrides.amounts.keys(), |id| plan.source(id).is_some())?;
    check::all_known(overrides.line_cost.keys(), line)?;
    check::all_known(overrides.pushed.keys(), line)?;
    check::all_known(overrides.events.keys(), |id| plan.event(id).is_some())?;
    let commune = |id: &str| plan.commune(id).is_some();
    check::all_known(overrides.picks.keys(), commune)?;
    check::all_known(overrides.commune_starts.keys(), commune)?;
    if overrides.commune_starts.values().any(|t| *t >= Calendar::MAX_MONTHS) {
        return Err(CommandError::OutOfRange(Rule::Calendar));
    }
    check::all_known(overrides.caps.keys(), line)?;
    for (source, most) in overrides.caps.values().flatten() {
        check::all_known([source], |id| plan.source(id).is_some())?;
        check::not_negative(*most)?;
    }
    for amount in overrides.amounts.values() {
        let (Amount::Factor(value) | Amount::Fixed(value)) = *amount;
        check::not_negative(value)?;
    }
    if let Some(share) = overrides.other_works {
        check::share(share)?;
    }
    for factor in overrides.cost_level.iter().chain(overrides.line_cost.values()) {
        check::not_negative(*factor)?;
    }
    if let Some(discipline) = &overrides.discipline {
        check_discipline(discipline)?;
    }
    if let Some(schedule) = &overrides.schedule {
        check_schedule(plan, schedule)?;
    }
    match &overrides.priority {
        Some(ids) => check_priority(plan, ids),
        None => Ok(()),
    }
}

pub(super) fn check_priority(plan: &Plan, ids: &[LineId]) -> Result<(), CommandError> {
    check::all_known(ids, |id| plan.line(id).is_some())?;
    check::each_once(ids)
}

pub(super) fn check_discipline(discipline: &Discipline) -> Result<(), CommandError> {
    match *discipline {
        Discipline::PayAsYouGo => Ok(()),
        Discipline::Bridge { wait } => check_wait(wait),
        Discipline::Arrears { cap, wait } => {
            check::not_negative(cap)?;
            check_wait(wait)
        }
    }
}

fn check_wait(wait: usize) -> Result<(), CommandError> {
    if wait > Calendar::MAX_MONTHS {
        return Err(CommandError::OutOfRange(Rule::Calendar));
    }
    Ok(())
}

pub(super) fn check_schedule(plan: &Plan, schedule: &Schedule) -> Result<(), CommandError> {
    let (Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. }) = schedule else {
        return Ok(());
    };
    check::all_known(starts.keys(), |id| plan.line(id).is_some())?;
    if starts.values().any(|months| months.len() > Calendar::MAX_MONTHS) {
        return Err(CommandError::OutOfRange(Rule::Calendar));
    }
    Ok(())
}
