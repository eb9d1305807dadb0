//! Commands on the plan as a whole.

use super::{CommandError, check, origin, scenario};
use crate::edit::PlanText;
use crate::model::*;

pub(super) fn rename(plan: &mut Plan, lang: Lang, name: &str) -> Result<(), CommandError> {
    plan.name.set(lang, clean(name));
    check::name(&plan.name)
}

pub(super) fn set_text(plan: &mut Plan, text: PlanText, lang: Lang, wording: &str) -> Result<(), CommandError> {
    let text = match text {
        PlanText::District => &mut plan.district,
        PlanText::DataSource => &mut plan.data_source,
    };
    text.set(lang, clean(wording));
    Ok(())
}

pub(super) fn set_calendar(plan: &mut Plan, calendar: Calendar) -> Result<(), CommandError> {
    check::calendar(&calendar)?;
    if plan.calendar != calendar {
        plan.calendar = calendar;
        origin::by_hand(&mut plan.origins.calendar);
    }
    Ok(())
}

pub(super) fn set_priority(plan: &mut Plan, ids: &[LineId]) -> Result<(), CommandError> {
    scenario::check_priority(plan, ids)?;
    plan.priority = ids.to_vec();
    Ok(())
}

pub(super) fn set_discipline(plan: &mut Plan, discipline: Discipline) -> Result<(), CommandError> {
    scenario::check_discipline(&discipline)?;
    if plan.discipline != discipline {
        plan.discipline = discipline;
        origin::by_hand(&mut plan.origins.discipline);
    }
    Ok(())
}

pub(super) fn set_schedule(plan: &mut Plan, schedule: &Schedule) -> Result<(), CommandError> {
    scenario::check_schedule(plan, schedule)?;
    plan.schedule = schedule.clone();
    Ok(())
}

pub(super) fn replace(plan: &mut Plan, new: &Plan) -> Result<(), CommandError> {
    if new.scenarios.is_empty() {
        return Err(CommandError::LastScenario);
    }
    let id = std::mem::take(&mut plan.id);
    *plan = new.clone();
    plan.id = id;
    Ok(())
}
