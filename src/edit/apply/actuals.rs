//! Commands on what really happened.

use super::{CommandError, check};
use crate::model::*;

/// Enters figures; a figure for a later month closes the months up to it.
pub(super) fn set(plan: &mut Plan, cells: &[(ActualRow, usize, Option<f64>)]) -> Result<(), CommandError> {
    for (row, month, value) in cells {
        match row {
            ActualRow::Recognised(id) | ActualRow::Started(id) => check::require(plan.line(id).map(|_| ()), id)?,
            ActualRow::Paid(id) => check::require(plan.source(id).map(|_| ()), id)?,
        }
        if *month >= plan.calendar.months {
            return Err(CommandError::OutOfRange(Rule::Calendar));
        }
        let value = match (row, value) {
            (ActualRow::Started(_), Some(value)) => Some(check::whole(*value)?),
            (ActualRow::Recognised(id), Some(value)) if plan.line(id).is_some_and(|l| l.level.is_some()) => {
                Some(communes(plan, id, *month, *value)?)
            }
            (_, Some(value)) => Some(check::not_negative(*value)?),
            (_, None) => None,
        };
        plan.actuals.set(row, *month, value);
        if value.is_some() {
            plan.actuals.months = plan.actuals.months.max(month + 1);
        }
    }
    Ok(())
}

/// Communes recognised in a month: whole ones, and with those of the other months no more than there are candidates.
fn communes(plan: &Plan, id: &str, month: usize, value: f64) -> Result<f64, CommandError> {
    let value = check::whole(value)?;
    let before = plan.actuals.recognised.get(id).map_or(&[][..], Vec::as_slice);
    let others = before.iter().enumerate().filter(|(t, _)| *t != month);
    let all = value + others.filter_map(|(_, v)| *v).sum::<f64>();
    let candidates = plan.line(id).map_or(0.0, |l| l.candidates.value);
    if all > candidates {
        return Err(CommandError::OutOfRange(Rule::Candidates));
    }
    Ok(value)
}

/// Closes the first `months` months; figures of later ones stay and are not used. Without a closed month there is no
/// forecast.
pub(super) fn set_months(plan: &mut Plan, months: usize) -> Result<(), CommandError> {
    if months > plan.calendar.months {
        return Err(CommandError::OutOfRange(Rule::Calendar));
    }
    plan.actuals.months = months;
    plan.actuals.forecast &= months > 0;
    Ok(())
}

/// Whether the run goes on from the last closed month; needs one.
pub(super) fn set_forecast(plan: &mut Plan, forecast: bool) -> Result<(), CommandError> {
    if forecast && plan.actuals.months == 0 {
        return Err(CommandError::OutOfRange(Rule::ClosedMonth));
    }
    plan.actuals.forecast = forecast;
    Ok(())
}
