//! Commands on sources of money.

use super::{CommandError, check, origin};
use crate::edit::SourceField;
use crate::model::*;

pub(super) fn find<'a>(plan: &'a mut Plan, id: &str) -> Result<&'a mut Source, CommandError> {
    check::found(plan.sources.iter_mut().find(|s| s.id == id), id)
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
    let point = check::found(curve.points.get_mut(index), &index.to_string())?;
    if *point != share {
        *point = share;
        origin::by_hand(&mut curve.origin);
    }
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
