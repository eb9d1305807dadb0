//! Results by scenario, computed once and kept while what they depend on is the same.

use crate::engine::{Evaluation, evaluate};
use crate::model::{Plan, Scenario};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Results of one plan by scenario. A result depends on the plan without its scenarios, and on one scenario: moving
/// a slider of one scenario computes that one alone. (Findings of checks about *other* scenarios may then be of the
/// moment it was computed; whoever lists findings asks [`crate::model::validate::validate`].)
#[derive(Default)]
pub struct Evaluations {
    plan: Option<Arc<Plan>>,
    results: BTreeMap<String, (Option<Scenario>, Arc<Evaluation>)>,
}

impl Evaluations {
    /// The result of a scenario of a plan; an unknown scenario gives the plan as it stands.
    pub fn of(&mut self, plan: &Arc<Plan>, scenario: &str) -> Arc<Evaluation> {
        self.follow(plan);
        let found_scenario = plan.scenario(scenario);
        if let Some((key, result)) = self.results.get(scenario)
            && key.as_ref() == found_scenario
        {
            return Arc::clone(result);
        }
        let result = Arc::new(evaluate(plan, found_scenario));
        self.results
            .insert(scenario.to_owned(), (found_scenario.cloned(), Arc::clone(&result)));
        result
    }

    /// Forgets what the new plan makes wrong.
    fn follow(&mut self, plan: &Arc<Plan>) {
        match &self.plan {
            Some(previous) if Arc::ptr_eq(previous, plan) => return,
            Some(previous) if same_ground(previous, plan) => {
                self.results.retain(|id, _| plan.scenario(id).is_some());
            }
            _ => self.results.clear(),
        }
        self.plan = Some(Arc::clone(plan));
    }
}

/// Whether two plans differ at most in their scenarios and in what only samples read.
fn same_ground(a: &Plan, b: &Plan) -> bool {
    // Taken apart by name so that a new field cannot be forgotten.
    let Plan {
        id,
        name,
        district,
        illustration,
        data_source,
        calendar,
        population,
        sources,
        lines,
        priority,
        communes,
        criteria_sets,
        events,
        correlations: _,
        discipline,
        schedule,
        origins,
        scenarios: _,
        reported,
        actuals,
        accepted,
        last_contribution,
        unknown,
    } = a;
    *calendar == b.calendar
        && *population == b.population
        && *sources == b.sources
        && *lines == b.lines
        && *priority == b.priority
        && *events == b.events
        && *discipline == b.discipline
        && *schedule == b.schedule
        && *origins == b.origins
        && *communes == b.communes
        && *criteria_sets == b.criteria_sets
        && *reported == b.reported
        && *illustration == b.illustration
        && *id == b.id
        && *name == b.name
        && *district == b.district
        && *data_source == b.data_source
        && *actuals == b.actuals
        && *accepted == b.accepted
        && *last_contribution == b.last_contribution
        && *unknown == b.unknown
}

/// Whether two plans lead to the same samples, and the same best plan, of a scenario that both have.
pub(super) fn same_draws(a: &Arc<Plan>, b: &Arc<Plan>) -> bool {
    Arc::ptr_eq(a, b) || (same_ground(a, b) && a.correlations == b.correlations)
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
