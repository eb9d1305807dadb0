//! The answer of a goal seek as commands.

use super::Command;
use crate::engine::Inputs;
use crate::engine::sample::{Change, Lever, set_changes, set_lever};
use crate::model::{Overrides, Plan};

/// Commands that put a lever of a scenario at a value, to be carried out as one step: one command, or one by source where
/// all money is moved. `inputs` are those the value was found for; none if there is no such scenario.
pub fn lever_commands(plan: &Plan, scenario: &str, lever: &Lever, value: f64, inputs: &Inputs) -> Vec<Command> {
    let Some(known) = plan.scenario(scenario) else {
        return vec![];
    };
    let id = || scenario.to_owned();
    // The schedule is changed, not replaced: what it says of other lines stays.
    let mut set = Overrides {
        schedule: known.overrides.schedule.clone(),
        ..Overrides::default()
    };
    set_lever(&mut set, lever, value, inputs);
    match lever {
        Lever::Source(_) | Lever::AllMoney => {
            let amounts = set.amounts.into_iter();
            amounts
                .map(|(source, amount)| Command::SetAmount(id(), source, Some(amount)))
                .collect()
        }
        Lever::CostLevel => vec![Command::SetCostLevel(id(), set.cost_level)],
        Lever::LineCost(line) => vec![Command::SetLineCost(
            id(),
            line.clone(),
            set.line_cost.get(line).copied(),
        )],
        Lever::Pushed(line) => vec![Command::SetPushed(id(), line.clone(), set.pushed.get(line).copied())],
        Lever::StartMonth(_) => vec![Command::SetSchedule(id(), set.schedule)],
    }
}

/// The one command that puts a way over several levers into a scenario; `None` if there is no such scenario. `inputs` are
/// those the way was found for.
pub fn changes_command(plan: &Plan, scenario: &str, changes: &[Change], inputs: &Inputs) -> Option<Command> {
    let mut overrides = plan.scenario(scenario)?.overrides.clone();
    set_changes(&mut overrides, changes, inputs);
    Some(Command::SetOverrides(scenario.to_owned(), Box::new(overrides)))
}
