//! A plan and a command → the changed plan. The only code that changes a plan.

mod actuals;
mod check;
mod commune;
mod correlation;
mod criteria;
mod event;
mod guard;
mod line;
mod origin;
mod plan;
mod remove;
mod scenario;
mod source;
#[cfg(test)]
mod tests;
mod years;

use super::{Command, CommandError};
use crate::model::Plan;

/// Carries a command out on a copy of the plan.
///
/// # Errors
/// Says why the command is refused: an id that does not exist or is taken, a value outside its range (see
/// [`Rule`](crate::model::Rule)), or nothing that changes.
pub fn apply(plan: &Plan, command: &Command) -> Result<Plan, CommandError> {
    let mut changed = plan.clone();
    change(&mut changed, command)?;
    changed.share_with(plan);
    if changed == *plan {
        Err(CommandError::NoChange)
    } else {
        Ok(changed)
    }
}

/// Carries the command out; the plan may be half changed when it is refused.
fn change(plan: &mut Plan, command: &Command) -> Result<(), CommandError> {
    use Command as C;
    match command {
        C::RenamePlan(lang, name) => plan::rename(plan, *lang, name),
        C::SetPlanText(text, lang, wording) => plan::set_text(plan, *text, *lang, wording),
        C::SetCalendar(calendar) => plan::set_calendar(plan, *calendar),
        C::Set(field, value) => Ok(field.set(plan, *value)?),
        C::SetRange(field, values) => Ok(field.set(plan, *values)?),
        C::Reset(field) => Ok(field.reset(plan)?),
        C::SetOrigin(field, origin) => origin::set(plan, field, origin.clone()),
        C::SetPriority(ids) => plan::set_priority(plan, ids),
        C::SetPlanDiscipline(discipline) => plan::set_discipline(plan, *discipline),
        C::SetPlanSchedule(schedule) => plan::set_schedule(plan, schedule),
        C::ReplacePlan(new) => plan::replace(plan, new),

        C::AddSource(index, id, name) => source::add(plan, *index, id, name),
        C::DeleteSource(id) => source::delete(plan, id),
        C::MoveSource(id, index) => source::move_to(plan, id, *index),
        C::SetSourceText(id, text, lang, wording) => source::set_text(plan, id, *text, *lang, wording),
        C::SetFromResidents(id, from) => source::set_from_residents(plan, id, *from),
        C::SetCarriesOver(id, carries) => source::set_carries_over(plan, id, *carries),

        C::AddLine(index, id, name) => line::add(plan, *index, id, name),
        C::DeleteLine(id) => line::delete(plan, id),
        C::MoveLine(id, index) => line::move_to(plan, id, *index),
        C::SetLineText(id, text, lang, wording) => line::set_text(plan, id, *text, *lang, wording),
        C::SetLineLevel(id, level) => line::set_level(plan, id, *level),
        C::AddStage(id, name) => line::add_stage(plan, id, name),
        C::RemoveStage(id, index) => line::remove_stage(plan, id, *index),
        C::SetRounds(id, rounds) => line::set_rounds(plan, id, rounds),
        C::SetProfile(id, weights) => line::set_profile(plan, id, weights),
        C::SetGoal(id, year, goal) => years::set_goal(plan, id, *year, *goal),
        C::SetYearAmount(id, year, amount) => years::set_amount(plan, id, *year, *amount),
        C::SetCertificate(id, certificate) => years::set_certificate(plan, id, *certificate),
        C::SetMilestone(id, index, milestone) => line::set_milestone(plan, id, *index, milestone),
        C::RemoveMilestone(id, index) => line::remove_milestone(plan, id, *index),

        C::SetCorrelation(a, b, value) => correlation::set(plan, a, b, *value),
        C::RepairCorrelations => correlation::repair(plan),

        C::PutEvent(event) => event::put(plan, event),
        C::DeleteEvent(id) => event::delete(plan, id),
        C::PutCommune(commune) => commune::put(plan, commune),
        C::AddCommunes(communes) => commune::add(plan, communes),
        C::DeleteCommune(id) => commune::delete(plan, id),
        C::SetCriterion(id, criterion, entry) => commune::set_criterion(plan, id, criterion, entry.as_ref()),
        C::SetCriteria(cells) => cells
            .iter()
            .try_for_each(|(id, criterion, entry)| commune::set_criterion(plan, id, criterion, entry.as_ref())),
        C::PutCriteriaSet(set) => criteria::put(plan, set),
        C::UseCriteriaSet(id) => criteria::use_set(plan, id),
        C::DeleteCriteriaSet(id) => criteria::delete(plan, id),
        C::AcceptGuard(name, value, note) => guard::accept(plan, name, *value, note),
        C::WithdrawAcceptance(name) => guard::withdraw(plan, name),
        C::SetLineContribution(id, amount) => guard::set_line(plan, id, *amount),
        C::SetCommuneContribution(id, amount) => guard::set_commune(plan, id, *amount),

        C::SetActuals(cells) => actuals::set(plan, cells),
        C::SetActualsMonths(months) => actuals::set_months(plan, *months),
        C::SetForecast(forecast) => actuals::set_forecast(plan, *forecast),

        C::AddScenario(index, new) => scenario::add(plan, *index, new),
        C::DeleteScenario(id) => scenario::delete(plan, id),
        C::MoveScenario(id, index) => scenario::move_to(plan, id, *index),
        C::RenameScenario(id, lang, name) => scenario::rename(plan, id, *lang, name),
        C::NoteScenario(id, note) => scenario::note(plan, id, note),
        C::SetOverrides(id, new) => scenario::change(plan, id, |o| o.clone_from(new)),
        C::ClearOverrides(id) => scenario::change(plan, id, |o| *o = Default::default()),
        C::SetAmount(id, source, amount) => scenario::change(plan, id, |o| put(&mut o.amounts, source, *amount)),
        C::SetOtherWorks(id, share) => scenario::change(plan, id, |o| o.other_works = *share),
        C::SetCostLevel(id, factor) => scenario::change(plan, id, |o| o.cost_level = *factor),
        C::SetLineCost(id, line, factor) => scenario::change(plan, id, |o| put(&mut o.line_cost, line, *factor)),
        C::SetPushed(id, line, units) => scenario::change(plan, id, |o| put(&mut o.pushed, line, *units)),
        C::SetEvent(id, event, on) => scenario::change(plan, id, |o| put(&mut o.events, event, *on)),
        C::SetDiscipline(id, discipline) => scenario::change(plan, id, |o| o.discipline = *discipline),
        C::SetSchedule(id, schedule) => scenario::change(plan, id, |o| o.schedule.clone_from(schedule)),
        C::SetPick(id, commune, pick) => scenario::change(plan, id, |o| {
            put(&mut o.picks, commune, Some(*pick).filter(|p| *p != Default::default()));
        }),
        C::SetCommuneStart(id, commune, month) => {
            scenario::change(plan, id, |o| put(&mut o.commune_starts, commune, *month))
        }
        C::SetScenarioPriority(id, ids) => scenario::change(plan, id, |o| o.priority.clone_from(ids)),
    }
}

/// Sets or removes an entry.
fn put<T>(map: &mut std::collections::BTreeMap<String, T>, id: &str, value: Option<T>) {
    match value {
        Some(value) => {
            map.insert(id.to_owned(), value);
        }
        None => {
            map.remove(id);
        }
    }
}

/// Drops what a newer version wrote into a thing that is deleted, so that a later one with its id does not inherit it.
fn forget_unknown(plan: &mut Plan, list: &str, id: &str) {
    let under = format!("/{list}/{id}/");
    if plan.unknown.keys().any(|path| path.starts_with(&under)) {
        plan.unknown.retain(|path, _| !path.starts_with(&under));
    }
}
