//! Commands on the lines of the programme.

use super::{CommandError, check, origin};
use crate::edit::LineField;
use crate::model::*;

pub(super) fn find<'a>(plan: &'a mut Plan, id: &str) -> Result<&'a mut Line, CommandError> {
    check::found(plan.lines.iter_mut().find(|l| l.id == id), id)
}

/// A number of a line, where it has one.
pub(super) fn figure(line: &mut Line, field: LineField) -> Option<&mut Figure> {
    match field {
        LineField::Goal => Some(&mut line.goal),
        LineField::Weight => Some(&mut line.weight),
        LineField::Duration => Some(&mut line.duration),
        LineField::StartsPerMonth => Some(&mut line.starts_per_month),
        LineField::Candidates => Some(&mut line.candidates),
        LineField::Lag => Some(&mut line.appraisal.lag),
        LineField::UnderWayUnits => line.under_way.as_mut().map(|u| &mut u.units),
        LineField::UnderWayWork => line.under_way.as_mut().map(|u| &mut u.work_left),
        LineField::UnderWayMoney => line.under_way.as_mut().map(|u| &mut u.money_left),
        LineField::Pass(index) => line.appraisal.stages.get_mut(index).map(|s| &mut s.pass),
        LineField::LastYear => line.last_year.as_mut(),
        LineField::Stock => line.stock.as_mut(),
    }
}

fn checked(field: LineField, value: f64) -> Result<f64, CommandError> {
    match field {
        LineField::Goal | LineField::Weight | LineField::LastYear | LineField::Stock => check::not_negative(value),
        LineField::Duration => check::one_or_more(value),
        LineField::StartsPerMonth | LineField::Candidates | LineField::Lag | LineField::UnderWayUnits => {
            check::whole(value)
        }
        LineField::UnderWayWork | LineField::UnderWayMoney => check::share(value),
        LineField::Pass(_) => check::pass(value),
    }
}

pub(super) fn set_figure(plan: &mut Plan, id: &str, field: LineField, value: f64) -> Result<(), CommandError> {
    let value = checked(field, value)?;
    let line = find(plan, id)?;
    if field == LineField::Goal && !line.goals.is_empty() {
        return Err(CommandError::OutOfRange("goals-by-year"));
    }
    if let Some(figure) = figure(line, field) {
        figure.edit(value);
        return Ok(());
    }
    let assumed = |value| Figure::assumption(value, Text::default());
    match field {
        LineField::LastYear => line.last_year = Some(assumed(value)),
        LineField::Stock => line.stock = Some(assumed(value)),
        // Units that nobody has described yet: all work and all money are still to come.
        LineField::UnderWayUnits => {
            line.under_way = Some(UnderWay {
                units: assumed(value),
                work_left: assumed(1.0),
                money_left: assumed(1.0),
            });
        }
        _ => return Err(CommandError::NotFound(id.to_owned())),
    }
    Ok(())
}

pub(super) fn set_unit_cost(plan: &mut Plan, id: &str, values: [f64; 3]) -> Result<(), CommandError> {
    let values = check::spread(values)?;
    find(plan, id)?.unit_cost.edit(values);
    Ok(())
}

pub(super) fn set_average_cost(plan: &mut Plan, id: &str, values: [f64; 3]) -> Result<(), CommandError> {
    let values = check::spread(values)?;
    find(plan, id)?.average_cost.edit(values);
    Ok(())
}

/// A share that allows nothing and asks for nothing is the same as none.
pub(super) fn set_share(plan: &mut Plan, id: &str, source: &str, share: Share) -> Result<(), CommandError> {
    let share = Share {
        max: check::share(share.max)?,
        min: check::share(share.min)?,
    };
    if share.min > share.max {
        return Err(CommandError::OutOfRange("share-order"));
    }
    check::found(plan.source(source), source)?;
    let line = find(plan, id)?;
    let now = line.recipe.get(source).copied().unwrap_or_default();
    if now != share {
        super::put(&mut line.recipe, source, Some(share).filter(|s| *s != Share::default()));
        origin::by_hand(&mut line.recipe_origin);
    }
    Ok(())
}

pub(super) fn set_rounds(plan: &mut Plan, id: &str, rounds: &Rounds) -> Result<(), CommandError> {
    let rounds = match rounds {
        Rounds::EveryMonth => Rounds::EveryMonth,
        Rounds::Months { months } => Rounds::Months {
            months: check::months(months)?,
        },
    };
    let appraisal = &mut find(plan, id)?.appraisal;
    if appraisal.rounds != rounds {
        appraisal.rounds = rounds;
        origin::by_hand(&mut appraisal.rounds_origin);
    }
    Ok(())
}

pub(super) fn set_profile(plan: &mut Plan, id: &str, weights: &[f64]) -> Result<(), CommandError> {
    check::profile(weights)?;
    find(plan, id)?.profile = weights.to_vec();
    Ok(())
}

pub(super) fn set_milestone(plan: &mut Plan, id: &str, index: usize, new: &Milestone) -> Result<(), CommandError> {
    let milestones = &mut find(plan, id)?.milestones;
    let new = Milestone {
        name: new.name.cleaned(),
        owner: clean(&new.owner),
        due: clean(&new.due),
    };
    if index == milestones.len() {
        milestones.push(new);
    } else {
        *check::found(milestones.get_mut(index), &index.to_string())? = new;
    }
    Ok(())
}
