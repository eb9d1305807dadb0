//! One change of a scenario, as told to a planner.

use super::{reschedule, resolve};
use crate::model::{Amount, CommuneId, Discipline, Ground, LineId, Overrides, Pick, Scenario, Schedule, SourceId};

/// One change of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Another amount of a source, triệu đồng of a budget year.
    Amount {
        /// Source.
        source: SourceId,
        /// As it is.
        from: f64,
        /// As it must be.
        to: f64,
    },
    /// All sources times this factor.
    AllMoney {
        /// Amounts as they must be, triệu đồng of a budget year, by source.
        to: Vec<(SourceId, f64)>,
        /// What they are multiplied by.
        factor: f64,
    },
    /// Another share for other works, the same for every source, 0–1.
    OtherWorks {
        /// As it must be.
        to: f64,
    },
    /// Another cost level of the line.
    LineCost {
        /// As it is.
        from: f64,
        /// As it must be.
        to: f64,
    },
    /// Another number of units pushed.
    Pushed {
        /// As it is.
        from: u32,
        /// As it must be.
        to: u32,
    },
    /// The line is served before all others.
    First,
    /// All starts as early as possible.
    Early,
    /// The line's starts evenly over its first months.
    Starts {
        /// Last month of a start.
        last: usize,
        /// Units by month.
        starts: Vec<u32>,
    },
    /// Another choice of one commune.
    Pick {
        /// Commune.
        commune: CommuneId,
        /// As it must be.
        to: Pick,
    },
    /// Builders wait longer for their money, months; without a wait before (pay as you go), they begin to.
    Wait {
        /// As it is.
        from: usize,
        /// As it must be.
        to: usize,
    },
    /// So much may still be owed after the last month, triệu đồng.
    Arrears {
        /// Largest debt.
        cap: f64,
    },
}

/// What a change adds to a scenario's overrides.
pub fn apply_change(overrides: &mut Overrides, change: &Change, ground: &Ground, line: usize) {
    let Some(id) = ground.lines.get(line).map(|l| l.id.clone()) else {
        return;
    };
    let discipline = overrides.discipline.unwrap_or(ground.discipline);
    match change {
        Change::Amount { source, to, .. } => {
            overrides.amounts.insert(source.clone(), Amount::Fixed(*to));
        }
        Change::AllMoney { to, .. } => {
            let fixed = to.iter().map(|(id, amount)| (id.clone(), Amount::Fixed(*amount)));
            overrides.amounts.extend(fixed);
        }
        Change::OtherWorks { to } => overrides.other_works = Some(*to),
        Change::LineCost { to, .. } => {
            overrides.line_cost.insert(id, *to);
        }
        Change::Pushed { to, .. } => {
            overrides.pushed.insert(id, *to);
        }
        Change::First => overrides.priority = Some(first(ground, overrides, &id)),
        Change::Early => overrides.schedule = Some(Schedule::Early),
        Change::Starts { starts, .. } => overrides.schedule = Some(with_starts(ground, overrides, &id, starts)),
        Change::Pick { commune, to } => {
            if *to == Pick::Free {
                overrides.picks.remove(commune);
            } else {
                overrides.picks.insert(commune.clone(), *to);
            }
        }
        Change::Wait { to, .. } => overrides.discipline = Some(discipline.with_wait(*to)),
        Change::Arrears { cap } => {
            let wait = discipline.wait().unwrap_or(0);
            overrides.discipline = Some(Discipline::Arrears { cap: *cap, wait });
        }
    }
}

/// The schedule with these starts of one line; the others keep theirs.
fn with_starts(ground: &Ground, overrides: &Overrides, id: &LineId, starts: &[u32]) -> Schedule {
    let scenario = Scenario {
        overrides: overrides.clone(),
        ..Scenario::default()
    };
    let schedule = overrides.schedule.as_ref().unwrap_or(&ground.schedule);
    reschedule(&resolve(ground, Some(&scenario)), schedule, id, starts.to_vec())
}

/// The order of service with this line before all others.
fn first(ground: &Ground, overrides: &Overrides, id: &LineId) -> Vec<LineId> {
    let order = overrides.priority.as_ref().unwrap_or(&ground.priority);
    let others = order.iter().filter(|other| *other != id);
    std::iter::once(id).chain(others).cloned().collect()
}
