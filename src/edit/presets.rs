//! Ready-made scenarios that can be added to a plan.

use crate::model::{Amount, Plan, Scenario, samples::scenarios};
use crate::sort;

/// Ids of the presets, in the order they are offered.
pub const PRESETS: [&str; 5] = [
    "as-2020",
    "state-minus-20",
    "floods",
    "community-minus-25",
    "new-central-money",
];

/// A preset as a scenario for this plan, with an id that is free in it.
///
/// `None` if there is no such preset, or the plan lacks the source or event it is about.
pub fn preset(id: &str, plan: &Plan) -> Option<Scenario> {
    let mut scenario = match id {
        "as-2020" => as_last_year(plan),
        "state-minus-20" => scenarios::state_minus_20(),
        "floods" => scenarios::floods(),
        "community-minus-25" => scenarios::community_minus_25(),
        "new-central-money" => scenarios::new_central_money(),
        _ => return None,
    };
    let overrides = &scenario.overrides;
    let known = overrides.amounts.keys().all(|id| plan.source(id).is_some())
        && overrides.events.keys().all(|id| plan.event(id).is_some());
    scenario.id = plan.free_scenario_id(id);
    known.then_some(scenario)
}

/// All sources as last year: says so of those whose planned amount is another.
fn as_last_year(plan: &Plan) -> Scenario {
    let mut scenario = scenarios::as_2020();
    let changed = plan.sources.iter().filter(|s| s.amount.value != s.reference.value);
    scenario.overrides.amounts = sort::map(changed.map(|s| (s.id.clone(), Amount::Factor(1.0))));
    scenario
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Shared;
    use crate::model::samples::{by_name, default_plan};

    #[test]
    fn the_default_plan_comes_with_all_presets() {
        let plan = default_plan();
        let mut empty = plan.clone();
        empty.scenarios.clear();
        let made: Vec<_> = PRESETS
            .iter()
            .filter_map(|id| preset(id, &empty))
            .map(Shared::from)
            .collect();
        assert_eq!(made, plan.scenarios);
    }

    #[test]
    fn a_second_use_of_a_preset_gets_a_free_id() {
        assert_eq!(preset("floods", &default_plan()).unwrap().id, "floods-2");
    }

    #[test]
    fn a_preset_about_something_the_plan_lacks_is_not_offered() {
        let plan = by_name("thach-ha-2020").unwrap();
        assert!(
            preset("new-central-money", &plan).is_none(),
            "no such event in the back-test"
        );
        assert!(preset("state-minus-20", &plan).is_some());
        let mut without_state = default_plan();
        without_state.sources.remove(0);
        assert!(preset("state-minus-20", &without_state).is_none());
        assert!(preset("windfall", &plan).is_none());
    }

    #[test]
    fn as_2020_undoes_an_edited_amount() {
        let mut plan = default_plan();
        plan.sources[1].amount.edit(90_000.0);
        let amounts = preset("as-2020", &plan).unwrap().overrides.amounts;
        assert_eq!(amounts, [("integrated".to_owned(), Amount::Factor(1.0))].into());
    }
}
