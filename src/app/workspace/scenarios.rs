//! Which scenarios are looked at, and their results.

use crate::app::evaluations::Evaluations;
use crate::engine::Evaluation;
use crate::model::Plan;
use leptos::prelude::*;
use std::sync::Arc;

/// Most scenarios side by side.
pub const MOST_COMPARED: usize = 6;

/// Result of a scenario, worked out when it is first asked for.
pub(super) fn result(results: StoredValue<Evaluations>, plan: &Arc<Plan>, id: &str) -> Arc<Evaluation> {
    results
        .try_update_value(|r| r.of(plan, id))
        .unwrap_or_else(|| Evaluations::default().of(plan, id))
}

/// A memo of shared data: told apart by identity, never compared field by field.
pub(super) fn shared_memo<T>(compute: impl Fn() -> Arc<T> + Send + Sync + 'static) -> Signal<Arc<T>>
where
    T: Send + Sync + 'static,
{
    Memo::new_with_compare(
        move |_| compute(),
        |a, b| match (a, b) {
            (Some(a), Some(b)) => !Arc::ptr_eq(a, b),
            _ => true,
        },
    )
    .into()
}

/// `id` if the plan has that scenario, else the first one's.
pub(super) fn existing_or_first(plan: &Plan, id: &str) -> String {
    plan.scenario(id)
        .or(plan.base())
        .map(|s| s.id.clone())
        .unwrap_or_default()
}

/// The scenarios of the plan that are named, in plan order; the first ones if none of them is there (nothing was
/// ticked yet, or another plan was opened).
pub(super) fn existing_or_all(plan: &Plan, ids: &[String]) -> Vec<String> {
    let all = || plan.scenarios.iter().map(|s| s.id.clone());
    let named: Vec<String> = all().filter(|id| ids.contains(id)).collect();
    if named.is_empty() {
        all().take(MOST_COMPARED).collect()
    } else {
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    fn plan(ids: &[&str]) -> Plan {
        let mut plan = samples::blank(2021);
        plan.scenarios = ids
            .iter()
            .map(|id| {
                let id = (*id).to_owned();
                let scenario = crate::model::Scenario {
                    id,
                    ..Default::default()
                };
                scenario.into()
            })
            .collect();
        plan
    }

    #[test]
    fn a_scenario_that_is_gone_gives_way_to_the_first() {
        let plan = plan(&["a", "b"]);
        assert_eq!(existing_or_first(&plan, "b"), "b");
        assert_eq!(existing_or_first(&plan, "gone"), "a");
    }

    #[test]
    fn the_comparison_keeps_plan_order_and_starts_with_the_first_scenarios() {
        let plan = plan(&["a", "b", "c", "d"]);
        assert_eq!(existing_or_all(&plan, &["d".into(), "b".into()]), ["b", "d"]);
        assert_eq!(existing_or_all(&plan, &["gone".into(), "d".into()]), ["d"]);
        assert_eq!(existing_or_all(&plan, &["gone".into()]), ["a", "b", "c", "d"]);
        assert_eq!(existing_or_all(&plan, &[]), ["a", "b", "c", "d"]);
    }
}
