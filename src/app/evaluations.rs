//! Results by scenario, computed once and kept while what they depend on is the same.

use crate::engine::{Evaluation, evaluate};
use crate::model::{Ground, Plan, Scenario, ScenarioId, Shared};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Results of one plan by scenario. A result depends on the ground and on one scenario: moving a slider of one scenario
/// computes that one alone.
#[derive(Default)]
pub struct Evaluations {
    ground: Option<Shared<Ground>>,
    results: BTreeMap<ScenarioId, (Option<Shared<Scenario>>, Arc<Evaluation>)>,
}

impl Evaluations {
    /// The result of a scenario of a plan; an unknown scenario gives the plan as it stands.
    pub fn of(&mut self, plan: &Plan, id: &str) -> Arc<Evaluation> {
        self.follow(plan);
        let scenario = plan.shared_scenario(id);
        if let Some((known, result)) = self.results.get(id)
            && known.as_ref() == scenario
        {
            return Arc::clone(result);
        }
        let result = Arc::new(evaluate(plan, plan.scenario(id)));
        let entry = (scenario.cloned(), Arc::clone(&result));
        self.results.insert(id.to_owned(), entry);
        result
    }

    /// Forgets what the new plan makes wrong.
    fn follow(&mut self, plan: &Plan) {
        if self.ground.as_ref() == Some(&plan.ground) {
            self.results.retain(|id, _| plan.scenario(id).is_some());
        } else {
            self.results.clear();
        }
        // The next comparison is then of pointers.
        self.ground = Some(plan.ground.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Amount, samples};

    fn sample() -> Plan {
        samples::by_name(samples::NAMES[0]).expect("the default sample")
    }

    #[test]
    fn a_result_is_computed_once() {
        let plan = Arc::new(sample());
        let mut results = Evaluations::default();
        let id = &plan.scenarios[0].id;
        assert!(Arc::ptr_eq(&results.of(&plan, id), &results.of(&plan, id)));
    }

    #[test]
    fn a_slider_of_one_scenario_leaves_the_results_of_the_others() {
        let before = Arc::new(sample());
        let mut after = sample();
        let source = after.sources[0].id.clone();
        after.scenarios[1].overrides.amounts.insert(source, Amount::Factor(0.5));
        let after = Arc::new(after);
        let (still, moved) = (&before.scenarios[0].id, &before.scenarios[1].id);

        let mut results = Evaluations::default();
        let (still_before, moved_before) = (results.of(&before, still), results.of(&before, moved));
        assert!(Arc::ptr_eq(&results.of(&after, still), &still_before));
        let moved_after = results.of(&after, moved);
        assert_ne!(moved_after.outcome, moved_before.outcome);
        assert_eq!(*moved_after, evaluate(&after, after.scenario(moved)));
    }

    #[test]
    fn a_figure_of_the_plan_makes_every_result_new() {
        let before = Arc::new(sample());
        let mut after = sample();
        after.population.value += 1000.0;
        let after = Arc::new(after);
        let mut results = Evaluations::default();
        for scenario in &before.scenarios {
            let old = results.of(&before, &scenario.id);
            let new = results.of(&after, &scenario.id);
            assert_ne!(old.community, new.community);
            results.of(&before, &scenario.id);
        }
    }

    #[test]
    fn results_of_a_deleted_scenario_do_not_come_back_with_its_id() {
        let whole = Arc::new(sample());
        let id = whole.scenarios[1].id.clone();
        let mut results = Evaluations::default();
        results.of(&whole, &id);
        let mut without = sample();
        without.scenarios.remove(1);
        let without = Arc::new(without);
        let base = without.scenarios[0].id.clone();
        results.of(&without, &base);
        let mut again = sample();
        again.scenarios[1].overrides = Default::default();
        let again = Arc::new(again);
        assert_eq!(*results.of(&again, &id), evaluate(&again, again.scenario(&id)));
    }
}
