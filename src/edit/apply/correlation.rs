//! Commands on correlations.

use super::{CommandError, check};
use crate::model::*;

const NOTE: [&str; 2] = [
    "Đưa về bộ tương quan khả dĩ gần nhất",
    "Moved to the nearest possible correlations",
];

/// Sets the correlation of two averages, whichever of them is named first; `None`: independent. Correlations that are
/// impossible together may stand for a moment; the checks of the plan name the pair.
pub(super) fn set(plan: &mut Plan, a: &Factor, b: &Factor, value: Option<f64>) -> Result<(), CommandError> {
    let factors = plan.factors();
    for factor in [a, b] {
        check::require(factors.iter().find(|known| *known == factor), id(factor))?;
    }
    let Some(value) = value else {
        plan.correlations.retain(|c| !c.joins(a, b));
        return Ok(());
    };
    let value = check::correlation(value)?;
    if a == b {
        return Err(CommandError::OutOfRange(Rule::Correlation));
    }
    match plan.correlation_mut(a, b) {
        Some(known) => known.value.edit(value),
        None => plan.correlations.push(Correlation {
            a: a.clone(),
            b: b.clone(),
            value: Figure::assumption(value, Text::default()),
        }),
    }
    Ok(())
}

/// Moves the correlations to the nearest that are possible; those that are possible stay as they are.
pub(super) fn repair(plan: &mut Plan) -> Result<(), CommandError> {
    if plan.check_correlations().is_ok() {
        return Ok(());
    }
    let near = plan.nearest_correlations();
    let before = std::mem::take(&mut plan.correlations);
    for (a, b, value) in near {
        let known = before.iter().find(|c| c.joins(&a, &b));
        plan.correlations.push(match known {
            Some(known) => {
                let mut known = known.clone();
                known.value.edit(value);
                known
            }
            None => Correlation {
                a,
                b,
                value: Figure::assumption(value, Text::new(NOTE[0], NOTE[1])),
            },
        });
    }
    Ok(())
}

fn id(factor: &Factor) -> &str {
    match factor {
        Factor::Cost { line } => line,
        Factor::Realisation { source } => source,
    }
}
