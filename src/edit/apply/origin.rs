//! Where a number comes from, changed by hand.

use super::CommandError;
use crate::model::field::OriginField;
use crate::model::*;

/// What a person has changed is no longer reported or derived; the reason of an assumption is kept.
pub(super) fn by_hand(origin: &mut Option<Origin>) {
    if !matches!(origin, Some(Origin::Assumption { .. })) {
        *origin = None;
    }
}

pub(super) fn set(plan: &mut Plan, field: &OriginField, origin: Origin) -> Result<(), CommandError> {
    *field.write(plan)? = clean_texts(origin);
    Ok(())
}

fn clean_texts(origin: Origin) -> Origin {
    match origin {
        Origin::Reported { source, date } => Origin::Reported {
            source: source.cleaned(),
            date: clean(&date),
        },
        Origin::Derived { formula } => Origin::Derived {
            formula: formula.cleaned(),
        },
        Origin::Assumption { note } => Origin::Assumption { note: note.cleaned() },
    }
}
