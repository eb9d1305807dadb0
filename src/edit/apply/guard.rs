//! Commands on guards: acceptances, and last year's contributions to compare with.

use super::{CommandError, check, forget_unknown};
use crate::model::*;
use std::collections::BTreeMap;

pub(super) fn accept(plan: &mut Plan, name: &str, value: f64, note: &str) -> Result<(), CommandError> {
    check::require(GUARDS.iter().find(|known| **known == name), name)?;
    let new = Accepted {
        id: name.to_owned(),
        value: check::not_negative(value)?,
        note: check::note(note)?,
    };
    match plan.accepted.iter_mut().find(|a| a.id == name) {
        Some(old) => *old = new,
        None => plan.accepted.push(new),
    }
    Ok(())
}

pub(super) fn withdraw(plan: &mut Plan, name: &str) -> Result<(), CommandError> {
    check::require(plan.accepted.iter().find(|a| a.id == name), name)?;
    plan.accepted.retain(|a| a.id != name);
    forget_unknown(plan, "accepted", name);
    Ok(())
}

pub(super) fn set_line(plan: &mut Plan, id: &str, amount: Option<f64>) -> Result<(), CommandError> {
    check::require(plan.line(id), id)?;
    set(&mut plan.last_contribution.lines, id, amount)
}

pub(super) fn set_commune(plan: &mut Plan, id: &str, amount: Option<f64>) -> Result<(), CommandError> {
    check::require(plan.commune(id), id)?;
    set(&mut plan.last_contribution.communes, id, amount)
}

fn set(known: &mut BTreeMap<String, Figure>, id: &str, amount: Option<f64>) -> Result<(), CommandError> {
    let amount = amount.map(check::not_negative).transpose()?;
    match (known.get_mut(id), amount) {
        (Some(figure), Some(amount)) => figure.edit(amount),
        (_, amount) => super::put(known, id, amount.map(|a| Figure::assumption(a, Text::default()))),
    }
    Ok(())
}
