//! Results by scenario, computed once and kept while what they depend on is the same.

use crate::engine::{Evaluation, evaluate};
use crate::model::{Plan, Scenario};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Results of one plan by scenario. A result depends on the plan without its scenarios, and on one scenario: moving
/// a slider of one scenario computes that one alone.
#[derive(Default)]
pub struct Evaluations {
    plan: Option<Arc<Plan>>,
    results: BTreeMap<String, (Option<Scenario>, Arc<Evaluation>)>,
}

impl Evaluations {
    /// The result of a scenario of a plan; an unknown scenario gives the plan as it stands.
    pub fn of(&mut self, plan: &Arc<Plan>, scenario: &str) -> Arc<Evaluation> {
        self.follow(plan);
        let found = plan.scenario(scenario);
        if let Some((key, result)) = self.results.get(scenario)
            && key.as_ref() == found
        {
            return Arc::clone(result);
        }
        let result = Arc::new(evaluate(plan, found));
        self.results
            .insert(scenario.to_owned(), (found.cloned(), Arc::clone(&result)));
        result
    }

    /// Forgets what the new plan makes wrong.
    fn follow(&mut self, plan: &Arc<Plan>) {
        match &self.plan {
            Some(known) if Arc::ptr_eq(known, plan) => return,
            Some(known) if same_ground(known, plan) => {
                self.results.retain(|id, _| plan.scenario(id).is_some());
            }
            _ => self.results.clear(),
        }
        self.plan = Some(Arc::clone(plan));
    }
}

/// Whether two plans differ in their scenarios at most.
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
        discipline,
        schedule,
        scenarios: _,
        reported,
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
        && *communes == b.communes
        && *criteria_sets == b.criteria_sets
        && *reported == b.reported
        && *illustration == b.illustration
        && *id == b.id
        && *name == b.name
        && *district == b.district
        && *data_source == b.data_source
        && *unknown == b.unknown
}
