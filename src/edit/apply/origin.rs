//! Where a number comes from, changed by hand.

use super::{CommandError, check, correlation, event, line, source};
use crate::edit::{FigureField, OriginField};
use crate::model::*;

/// What a person has changed is no longer reported or derived; the reason of an assumption is kept.
pub(super) fn by_hand(origin: &mut Option<Origin>) {
    if !matches!(origin, Some(Origin::Assumption { .. })) {
        *origin = None;
    }
}

pub(super) fn set(plan: &mut Plan, field: &OriginField, origin: Origin) -> Result<(), CommandError> {
    *slot(plan, field)? = clean_texts(origin);
    Ok(())
}

fn slot<'a>(plan: &'a mut Plan, field: &OriginField) -> Result<&'a mut Origin, CommandError> {
    Ok(match field {
        OriginField::Figure(FigureField::Population) => &mut plan.population.origin,
        OriginField::Figure(FigureField::Source(id, field)) => {
            &mut source::figure(source::find(plan, id)?, *field).origin
        }
        OriginField::Figure(FigureField::Line(id, field)) => {
            let figure = line::figure(line::find(plan, id)?, *field);
            &mut check::require(figure, id)?.origin
        }
        OriginField::Figure(FigureField::EventChance(id)) => &mut event::find(plan, id)?.chance.origin,
        OriginField::Release(id) => &mut source::find(plan, id)?.release.origin,
        OriginField::Realisation(id) => &mut source::find(plan, id)?.realisation.origin,
        OriginField::UnitCost(id) => &mut line::find(plan, id)?.unit_cost.origin,
        OriginField::AverageCost(id) => &mut line::find(plan, id)?.average_cost.origin,
        OriginField::Rounds(id) => &mut line::find(plan, id)?.appraisal.rounds_origin,
        OriginField::Recipe(id) => &mut line::find(plan, id)?.recipe_origin,
        OriginField::Actuals => &mut plan.actuals.origin,
        OriginField::Profile(id) => line::find(plan, id)?.profile_origin.get_or_insert_default(),
        OriginField::Calendar => plan.origins.calendar.get_or_insert_default(),
        OriginField::Correlation(a, b) => &mut correlation::find(plan, a, b)?.value.origin,
        OriginField::Discipline => plan.origins.discipline.get_or_insert_default(),
    })
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
