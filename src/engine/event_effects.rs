//! What each event alone does to the targets.

use super::{Outcome, resolve, simulate};
use crate::model::{EventId, Ground, Overrides, Scenario};

/// What an event changes when it happens and no other does.
#[derive(Clone, Debug, PartialEq)]
pub struct EventEffect {
    /// Event.
    pub event: EventId,
    /// Change of the score, 0–1.
    pub score: f64,
    /// Change of recognised units, shape `[line]`.
    pub recognised: Vec<f64>,
    /// Change of what is owed after the last month, triệu đồng.
    pub debt: f64,
    /// Change of the largest waiting bills, triệu đồng.
    pub peak_waiting: f64,
}

/// The effect of each event of the plan, in plan order: a run with it alone against a run with none, all else as in the
/// scenario.
pub fn measure_event_effects(ground: &Ground, scenario: Option<&Scenario>) -> Vec<EventEffect> {
    let none = only(ground, scenario, None);
    ground
        .events
        .iter()
        .map(|event| {
            let with = only(ground, scenario, Some(&event.id));
            let lines = with.lines.iter().zip(&none.lines);
            EventEffect {
                event: event.id.clone(),
                score: with.score - none.score,
                recognised: lines
                    .map(|(w, n)| w.total_recognised() - n.total_recognised())
                    .collect(),
                debt: with.debt - none.debt,
                peak_waiting: with.peak_waiting - none.peak_waiting,
            }
        })
        .collect()
}

/// A run with one event, or with none.
fn only(ground: &Ground, scenario: Option<&Scenario>, id: Option<&EventId>) -> Outcome {
    let events = ground
        .events
        .iter()
        .map(|e| (e.id.clone(), Some(&e.id) == id))
        .collect();
    let alone = Scenario {
        overrides: Overrides {
            events,
            ..scenario.map(|s| s.overrides.clone()).unwrap_or_default()
        },
        ..Scenario::default()
    };
    simulate(&resolve(ground, Some(&alone)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples::default_plan;

    #[test]
    fn floods_alone_are_the_difference_between_their_preset_and_the_plain_plan() {
        let plan = default_plan();
        let (plain, floods) = (
            only(&plan, None, None),
            simulate(&resolve(&plan, plan.scenario("floods"))),
        );
        let effects = measure_event_effects(&plan, None);
        let effect = effects.iter().find(|e| e.event == "floods").unwrap();
        assert_eq!(effect.score, floods.score - plain.score);
        assert!(effect.recognised.iter().any(|r| *r < 0.0));
    }

    #[test]
    fn which_events_are_on_in_the_scenario_changes_nothing_of_what_each_does_alone() {
        let plan = default_plan();
        assert_eq!(
            measure_event_effects(&plan, plan.scenario("floods")),
            measure_event_effects(&plan, None)
        );
    }

    #[test]
    fn an_event_without_effects_changes_nothing() {
        let mut plan = default_plan();
        plan.events.iter_mut().for_each(|e| e.effects.clear());
        for effect in measure_event_effects(&plan, None) {
            assert_eq!((effect.score, effect.debt, effect.peak_waiting), (0.0, 0.0, 0.0));
            assert!(effect.recognised.iter().all(|r| *r == 0.0));
        }
    }
}
