//! Commands on communes and their criteria.

use super::{CommandError, check, forget_unknown, origin, put as put_entry, remove};
use crate::model::*;

pub(super) fn put(plan: &mut Plan, commune: &Commune) -> Result<(), CommandError> {
    check::id(&commune.id)?;
    if let Some(population) = &commune.population {
        check::not_negative(population.value)?;
    }
    for (id, entry) in &commune.criteria {
        check_entry(plan, id, entry)?;
    }
    let commune = Commune {
        name: clean(&commune.name),
        merged_from: clean(&commune.merged_from),
        ..commune.clone()
    };
    match plan.communes.iter_mut().find(|c| c.id == commune.id) {
        Some(old) => {
            let dates = |c: &Commune| (c.target_year, c.decision_date.clone(), c.money_date.clone());
            let by_hand = dates(old) != dates(&commune) && old.dates_origin == commune.dates_origin;
            *old = commune;
            if by_hand {
                origin::by_hand(&mut old.dates_origin);
            }
        }
        None => {
            check::room(plan.communes.len(), Ground::MOST_COMMUNES)?;
            plan.communes.push(commune);
        }
    }
    Ok(())
}

pub(super) fn add(plan: &mut Plan, communes: &[Commune]) -> Result<(), CommandError> {
    for commune in communes {
        if commune.name.trim().is_empty() {
            return Err(CommandError::OutOfRange(Rule::Name));
        }
        if plan.commune(&commune.id).is_some() {
            return Err(CommandError::Duplicate(commune.id.clone()));
        }
        put(plan, commune)?;
    }
    Ok(())
}

pub(super) fn delete(plan: &mut Plan, id: &str) -> Result<(), CommandError> {
    check::require(plan.commune(id), id)?;
    plan.communes.retain(|c| c.id != id);
    remove::commune(plan, id);
    forget_unknown(plan, "communes", id);
    Ok(())
}

pub(super) fn set_criterion(
    plan: &mut Plan,
    id: &str,
    criterion: &str,
    entry: Option<&CriterionEntry>,
) -> Result<(), CommandError> {
    if let Some(entry) = entry {
        check_entry(plan, criterion, entry)?;
    }
    let commune = check::require(plan.communes.iter_mut().find(|c| c.id == id), id)?;
    let entry = entry.map(|entry| CriterionEntry {
        note: clean(&entry.note),
        ..entry.clone()
    });
    put_entry(&mut commune.criteria, criterion, entry);
    Ok(())
}

fn check_entry(plan: &Plan, id: &str, entry: &CriterionEntry) -> Result<(), CommandError> {
    let known = plan.criteria_sets.iter().flat_map(|s| &s.criteria).find(|c| c.id == id);
    check::require(known, id)?;
    if let Some(cost) = entry.cost {
        check::not_negative(cost)?;
    }
    if let Some(months) = entry.months {
        check::whole(months)?;
    }
    Ok(())
}
