//! The answer of a goal seek as a command.

use super::Command;
use crate::engine::Inputs;
use crate::engine::sample::{LeverChange, set_changes};
use crate::model::Plan;

/// The one command that puts a way over several levers into a scenario; `None` if there is no such scenario. `inputs` are
/// those the way was found for.
pub fn changes_command(plan: &Plan, scenario: &str, changes: &[LeverChange], inputs: &Inputs) -> Option<Command> {
    let mut overrides = plan.scenario(scenario)?.overrides.clone();
    set_changes(&mut overrides, changes, inputs);
    Some(Command::SetOverrides(scenario.to_owned(), Box::new(overrides)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::edit::Session;
    use crate::engine::sample::{Aim, Effort, Lever, Sought, seek_goal};
    use crate::engine::{resolve, simulate};
    use crate::model::samples;
    use std::sync::Arc;

    #[test]
    fn what_a_goal_seek_found_reaches_its_aim_once_it_is_in_the_scenario() {
        let plan = Arc::new(samples::default_plan());
        let id = "state-minus-20";
        let scenario = plan.scenario(id);
        let inputs = resolve(&plan, scenario);
        let line = inputs.lines.iter().position(|l| l.id == "advanced").unwrap();
        assert!(!simulate(&inputs).lines[line].is_met());
        for lever in [Lever::AllMoney, Lever::Source("state".into()), Lever::CostLevel] {
            let (aim, effort) = (Aim::Line("advanced".into()), Effort { samples: 1, seed: 1 });
            let sought = seek_goal(&plan.ground, scenario, &lever, &aim, effort).unwrap();
            let Sought::Reached { from, value: to, .. } = sought else {
                continue;
            };
            let command = changes_command(&plan, id, &[LeverChange { lever, from, to }], &inputs).unwrap();
            let mut session = Session::open((*plan).clone());
            let after = session.apply(command).unwrap().plan.clone();
            assert!(simulate(&resolve(&after, after.scenario(id))).lines[line].is_met());
        }
    }
}
