//! Commands on events.

use super::{CommandError, check, forget_unknown};
use crate::model::*;

pub(super) fn find<'a>(plan: &'a mut Plan, id: &str) -> Result<&'a mut Event, CommandError> {
    check::require(plan.events.iter_mut().find(|e| e.id == id), id)
}

pub(super) fn put(plan: &mut Plan, event: &Event) -> Result<(), CommandError> {
    check::id(&event.id)?;
    check::name(&event.name)?;
    check::share(event.chance.value)?;
    for month in &event.months {
        check::month(month.month)?;
        check::share(month.chance)?;
    }
    event.effects.iter().try_for_each(|effect| check_effect(plan, effect))?;
    // Taken away, the Vietnamese name would be shown in English: it can be replaced, not emptied.
    let named = plan
        .events
        .iter()
        .any(|e| e.id == event.id && !e.name.vi.trim().is_empty());
    if named {
        check::name(&Text::from(event.name.vi.as_str()))?;
    }
    let event = Event {
        name: event.name.cleaned(),
        note: event.note.cleaned(),
        ..event.clone()
    };
    match plan.events.iter_mut().find(|e| e.id == event.id) {
        Some(old) => *old = event,
        None => plan.events.push(event),
    }
    Ok(())
}

fn check_effect(plan: &Plan, effect: &Effect) -> Result<(), CommandError> {
    effect.rule().check(effect.number()).map_err(CommandError::OutOfRange)?;
    if let Effect::Money { release, .. } = effect {
        check::release(release)?;
    }
    check::all_known(effect.targets(), |id| match effect.hits_lines() {
        true => plan.line(id).is_some(),
        false => plan.source(id).is_some(),
    })
}

pub(super) fn delete(plan: &mut Plan, id: &str) -> Result<(), CommandError> {
    find(plan, id)?;
    plan.events.retain(|e| e.id != id);
    for scenario in &mut plan.scenarios {
        scenario.overrides.events.remove(id);
    }
    forget_unknown(plan, "events", id);
    Ok(())
}
