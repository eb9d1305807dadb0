//! Commands on goals and amounts of single years, and on certificates.

use super::{CommandError, check, line, source};
use crate::model::*;
use std::collections::BTreeMap;

/// Years that can be named.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2300;

fn set(years: &mut BTreeMap<i32, Figure>, year: i32, value: Option<f64>) -> Result<(), CommandError> {
    if !YEARS.contains(&year) {
        return Err(CommandError::OutOfRange(Rule::Calendar));
    }
    match value {
        Some(value) => {
            let value = check::not_negative(value)?;
            let figure = years
                .entry(year)
                .or_insert_with(|| Figure::assumption(value, Text::default()));
            if figure.value != value {
                figure.edit(value);
            }
        }
        None => {
            years.remove(&year);
        }
    }
    Ok(())
}

/// The goal of the line becomes the sum of its years.
pub(super) fn set_goal(plan: &mut Plan, id: &str, year: i32, goal: Option<f64>) -> Result<(), CommandError> {
    let line = line::find(plan, id)?;
    set(&mut line.goals, year, goal)?;
    let sum: f64 = line.goals.values().map(|g| g.value).sum();
    if !line.goals.is_empty() && line.goal.value != sum {
        line.goal.edit(check::not_negative(sum)?);
    }
    Ok(())
}

pub(super) fn set_amount(plan: &mut Plan, id: &str, year: i32, amount: Option<f64>) -> Result<(), CommandError> {
    set(&mut source::find(plan, id)?.yearly, year, amount)
}

pub(super) fn set_certificate(
    plan: &mut Plan,
    id: &str,
    certificate: Option<(f64, f64, Option<f64>)>,
) -> Result<(), CommandError> {
    let line = line::find(plan, id)?;
    let Some((validity, renewed, cost)) = certificate else {
        line.certificate = None;
        return Ok(());
    };
    let (validity, renewed) = (check::one_or_more(validity)?, check::share(renewed)?);
    let cost = cost.map(check::not_negative).transpose()?;
    let assumed = |value| Figure::assumption(value, Text::default());
    let own = line.certificate.get_or_insert_with(|| Certificate {
        validity: assumed(validity),
        renewed: assumed(renewed),
        cost: None,
    });
    for (figure, value) in [(&mut own.validity, validity), (&mut own.renewed, renewed)] {
        if figure.value != value {
            figure.edit(value);
        }
    }
    match (cost, &mut own.cost) {
        (None, own) => *own = None,
        (Some(cost), Some(figure)) if figure.value == cost => {}
        (Some(cost), Some(figure)) => figure.edit(cost),
        (Some(cost), own) => *own = Some(assumed(cost)),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::edit::{Command, CommandError, apply};
    use crate::model::field::{Field, LineField};
    use crate::model::{Plan, Rule, fixture::plan};

    #[test]
    fn a_renewal_has_a_cost_or_none_and_never_a_negative_one() {
        let set = |plan: &Plan, cost| apply(plan, &Command::SetCertificate("ocop".into(), Some((36.0, 0.5, cost))));
        let cost = |plan: &Plan| {
            let own = plan.line("ocop").unwrap().certificate.clone().unwrap();
            own.cost.map(|c| c.value)
        };
        let paid = set(&plan(), Some(20.0)).unwrap();
        assert_eq!(cost(&paid), Some(20.0));
        assert_eq!(cost(&set(&paid, Some(30.0)).unwrap()), Some(30.0));
        assert_eq!(cost(&set(&paid, None).unwrap()), None);
        assert!(set(&paid, Some(-1.0)).is_err());
    }

    #[test]
    fn the_goal_of_a_line_is_the_sum_of_its_years_and_is_not_typed_then() {
        let set = |plan: &Plan, year, goal| apply(plan, &Command::SetGoal("ocop".into(), year, goal)).unwrap();
        let one = set(&plan(), 2021, Some(8.0));
        let two = set(&one, 2022, Some(5.0));
        assert_eq!(two.line("ocop").unwrap().goal.value, 13.0);
        let typed = Command::Set(Field::line("ocop", LineField::Goal), 20.0);
        assert_eq!(apply(&two, &typed), Err(CommandError::OutOfRange(Rule::GoalsByYear)));
        let none = set(&set(&two, 2021, None), 2022, None);
        assert_eq!(none.line("ocop").unwrap().goal.value, 5.0);
        assert!(apply(&none, &typed).is_ok());
    }
}
