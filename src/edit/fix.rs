//! A fix that was found, as a command.

use super::Command;
use crate::engine::{Change, apply_change};
use crate::model::{Amount, LineId, Plan, ScenarioId};

/// The command that makes `change` for the line `line` in a scenario; `None` if plan or scenario lack what it is about.
pub fn fix_command(plan: &Plan, scenario: &ScenarioId, line: &LineId, change: &Change) -> Option<Command> {
    let l = plan.lines.iter().position(|own| &own.id == line)?;
    let mut overrides = plan.scenario(scenario)?.overrides.clone();
    apply_change(&mut overrides, change, plan, l);
    let id = scenario.clone();
    Some(match change {
        Change::AllMoney { .. } => Command::SetOverrides(id, Box::new(overrides)),
        Change::LineCost { to, .. } => Command::SetLineCost(id, line.clone(), Some(*to)),
        Change::Pick { commune, to } => Command::SetPick(id, commune.clone(), *to),
        Change::Amount { source, to, .. } => Command::SetAmount(id, source.clone(), Some(Amount::Fixed(*to))),
        Change::OtherWorks { to } => Command::SetOtherWorks(id, Some(*to)),
        Change::Pushed { to, .. } => Command::SetPushed(id, line.clone(), Some(*to)),
        Change::First => Command::SetScenarioPriority(id, overrides.priority),
        Change::Early | Change::Starts { .. } => Command::SetSchedule(id, overrides.schedule),
        Change::Wait { .. } | Change::Arrears { .. } => Command::SetDiscipline(id, overrides.discipline),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::model::samples::default_plan;

    #[test]
    fn the_command_does_to_the_scenario_what_was_tried() {
        let plan = default_plan();
        let (scenario, line) = ("floods".to_owned(), "gardens".to_owned());
        let l = plan.lines.iter().position(|own| own.id == line).unwrap();
        for change in [
            Change::Amount {
                source: "state".into(),
                from: 1.0,
                to: 250_000.0,
            },
            Change::OtherWorks { to: 0.4 },
            Change::Pushed { from: 200, to: 266 },
            Change::AllMoney {
                to: vec![("state".into(), 250_000.0), ("credit".into(), 10.0)],
                factor: 1.25,
            },
            Change::LineCost { from: 1.0, to: 0.9 },
            Change::First,
            Change::Early,
            Change::Starts {
                last: 1,
                starts: vec![100, 100],
            },
            Change::Pick {
                commune: plan.communes[0].id.clone(),
                to: crate::model::Pick::In,
            },
            Change::Wait { from: 3, to: 5 },
            Change::Arrears { cap: 1_000.0 },
        ] {
            let mut tried = plan.scenario(&scenario).unwrap().overrides.clone();
            apply_change(&mut tried, &change, &plan, l);
            let command = fix_command(&plan, &scenario, &line, &change).unwrap();
            let after = apply(&plan, &command).unwrap();
            assert_eq!(after.scenario(&scenario).unwrap().overrides, tried, "{change:?}");
        }
    }

    #[test]
    fn without_its_scenario_or_line_there_is_no_command() {
        let plan = default_plan();
        assert_eq!(
            fix_command(&plan, &"none".into(), &"gardens".into(), &Change::First),
            None
        );
        assert_eq!(
            fix_command(&plan, &"floods".into(), &"none".into(), &Change::First),
            None
        );
    }
}
