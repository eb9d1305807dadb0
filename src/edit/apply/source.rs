//! Commands on sources of money.

use super::{CommandError, check, forget_unknown, remove};
use crate::edit::SourceText;
use crate::model::*;

pub(super) fn find<'a>(plan: &'a mut Plan, id: &str) -> Result<&'a mut Source, CommandError> {
    check::require(plan.sources.iter_mut().find(|s| s.id == id), id)
}

pub(super) fn set_carries_over(plan: &mut Plan, id: &str, carries: bool) -> Result<(), CommandError> {
    find(plan, id)?.carries_over = carries;
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
