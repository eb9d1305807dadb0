//! Commands on sources of money.

use super::{CommandError, check, forget_unknown, remove};
use crate::edit::{SourceField, SourceText};
use crate::model::*;

pub(super) fn find<'a>(plan: &'a mut Plan, id: &str) -> Result<&'a mut Source, CommandError> {
    check::require(plan.sources.iter_mut().find(|s| s.id == id), id)
}

pub(super) fn figure(source: &mut Source, field: SourceField) -> &mut Figure {
    match field {
        SourceField::Reference => &mut source.reference,
        SourceField::Amount => &mut source.amount,
        SourceField::OtherWorks => &mut source.other_works,
    }
}

pub(super) fn set_figure(plan: &mut Plan, id: &str, field: SourceField, value: f64) -> Result<(), CommandError> {
    let value = match field {
        SourceField::Reference | SourceField::Amount => check::not_negative(value)?,
        SourceField::OtherWorks => check::share(value)?,
    };
    figure(find(plan, id)?, field).edit(value);
    Ok(())
}

/// A single point may leave the curve falling for a moment; the checks of the plan name it.
pub(super) fn set_release_point(plan: &mut Plan, id: &str, index: usize, share: f64) -> Result<(), CommandError> {
    let share = check::share(share)?;
    let curve = &mut find(plan, id)?.release;
    let mut points = curve.points;
    *check::require(points.get_mut(index), &index.to_string())? = share;
    edit_by_hand(&mut curve.points, &mut curve.origin, &mut curve.replaced, points);
    Ok(())
}

pub(super) fn set_carries_over(plan: &mut Plan, id: &str, carries: bool) -> Result<(), CommandError> {
    find(plan, id)?.carries_over = carries;
    Ok(())
}

pub(super) fn set_realisation(plan: &mut Plan, id: &str, values: [f64; 3]) -> Result<(), CommandError> {
    let values = check::spread(values)?;
    find(plan, id)?.realisation.edit(values);
    Ok(())
}

pub(super) fn set_from_residents(plan: &mut Plan, id: &str, from: bool) -> Result<(), CommandError> {
    find(plan, id)?.from_residents = from;
    Ok(())
}

pub(super) fn set_text(
    plan: &mut Plan,
    id: &str,
    text: SourceText,
    lang: Lang,
    wording: &str,
) -> Result<(), CommandError> {
    let source = find(plan, id)?;
    match text {
        SourceText::Name => source.name.set(lang, clean(wording)),
        SourceText::Short => source.short.set(lang, clean(wording)),
    }
    check::name(&source.name)
}

pub(super) fn add(plan: &mut Plan, index: usize, id: &str, name: &Text) -> Result<(), CommandError> {
    check::id(id)?;
    check::name(name)?;
    check::room(plan.sources.len(), Ground::MOST_SOURCES)?;
    if plan.source(id).is_some() {
        return Err(CommandError::Duplicate(id.to_owned()));
    }
    let source = Source::blank(id, name.cleaned());
    let sources = &mut plan.sources;
    sources.insert(index.min(sources.len()), source);
    Ok(())
}

pub(super) fn delete(plan: &mut Plan, id: &str) -> Result<(), CommandError> {
    find(plan, id)?;
    plan.sources.retain(|s| s.id != id);
    remove::source(plan, id);
    forget_unknown(plan, "sources", id);
    Ok(())
}

pub(super) fn move_to(plan: &mut Plan, id: &str, index: usize) -> Result<(), CommandError> {
    let from = check::require(plan.sources.iter().position(|s| s.id == id), id)?;
    let source = plan.sources.remove(from);
    let sources = &mut plan.sources;
    sources.insert(index.min(sources.len()), source);
    Ok(())
}
