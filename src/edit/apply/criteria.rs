//! Commands on criteria sets.

use super::{CommandError, check};
use crate::model::*;

pub(super) fn put(plan: &mut Plan, set: &CriteriaSet) -> Result<(), CommandError> {
    check::id(&set.id)?;
    check::name(&set.name)?;
    let ids: Vec<String> = set.criteria.iter().map(|c| c.id.clone()).collect();
    ids.iter().try_for_each(|id| check::id(id))?;
    check::each_once(&ids)?;
    set.criteria.iter().try_for_each(|c| check::name(&c.name))?;
    let set = CriteriaSet {
        name: set.name.cleaned(),
        criteria: set
            .criteria
            .iter()
            .map(|c| Criterion {
                id: c.id.clone(),
                name: c.name.cleaned(),
                group: c.group.cleaned(),
            })
            .collect(),
        ..set.clone()
    };
    match plan.criteria_sets.iter_mut().find(|s| s.id == set.id) {
        Some(old) => {
            let before = std::mem::replace(old, set);
            drop_entries(plan, &before);
        }
        None => plan.criteria_sets.push(set),
    }
    Ok(())
}

/// The first set of a level is the one in use.
pub(super) fn use_set(plan: &mut Plan, id: &str) -> Result<(), CommandError> {
    let from = check::require(plan.criteria_sets.iter().position(|s| s.id == id), id)?;
    let level = plan.criteria_sets[from].level;
    if let Some(first) = plan.criteria_sets.iter().position(|s| s.level == level) {
        plan.criteria_sets[first..=from].rotate_right(1);
    }
    Ok(())
}

pub(super) fn delete(plan: &mut Plan, id: &str) -> Result<(), CommandError> {
    let index = check::require(plan.criteria_sets.iter().position(|s| s.id == id), id)?;
    let before = plan.criteria_sets.remove(index);
    super::forget_unknown(plan, "criteria_sets", id);
    drop_entries(plan, &before);
    Ok(())
}

/// Drops what communes have entered for criteria of `before` that no set of the plan knows any more.
fn drop_entries(plan: &mut Plan, before: &CriteriaSet) {
    let known = |id: &str| plan.criteria_sets.iter().flat_map(|s| &s.criteria).any(|c| c.id == id);
    let gone: Vec<&CriterionId> = before.criteria.iter().map(|c| &c.id).filter(|id| !known(id)).collect();
    for commune in &mut plan.communes {
        commune.criteria.retain(|id, _| !gone.contains(&id));
    }
}
