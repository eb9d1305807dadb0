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
    let known_lines = |ids: &Vec<LineId>| check::all_known(ids, |id| plan.line(id).is_some());
    let known_sources = |ids: &Vec<SourceId>| check::all_known(ids, |id| plan.source(id).is_some());
    match effect {
        Effect::WorkSpeed { lines, factor } => {
            check::share(*factor)?;
            known_lines(lines)
        }
        Effect::UnitCost { lines, factor } | Effect::PassRate { lines, factor } => {
            check::not_negative(*factor)?;
            known_lines(lines)
        }
        Effect::Amount { sources, factor } => {
            check::not_negative(*factor)?;
            known_sources(sources)
        }
        Effect::ReleaseFrom { sources, month } => {
            check::month(*month)?;
            known_sources(sources)
        }
        Effect::Money {
            source,
            amount,
            release,
        } => {
            check::not_negative(*amount)?;
            check::release(release)?;
            check::require(plan.source(source), source).map(|_| ())
        }
    }
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
