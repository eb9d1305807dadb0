//! The two guards: what villagers pay, and what is owed (the latter is in the outcome itself).

use super::Outcome;
use crate::model::Plan;

/// Contribution of the villagers per head.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CommunityGuard {
    /// Other works and paid bills from sources of the villagers, triệu đồng.
    pub total: f64,
    /// Inhabitants.
    pub population: f64,
    /// `total / population`, triệu đồng a head; 0 if the population is unknown.
    pub per_head: f64,
    /// Last year's contribution per head: reference amounts of the same sources / population.
    pub last_year: f64,
}

impl CommunityGuard {
    /// Change against last year as a share of it; `None` without a last year.
    pub fn change(&self) -> Option<f64> {
        (self.last_year > 0.0).then(|| self.per_head / self.last_year - 1.0)
    }
}

/// Contribution of the villagers per head in an outcome. In a plan of several budget years it is the average of a
/// year, so that it compares with last year's.
pub fn community_guard(plan: &Plan, outcome: &Outcome) -> CommunityGuard {
    let population = if plan.population.value.is_finite() {
        plan.population.value.max(0.0)
    } else {
        0.0
    };
    let years = plan.calendar.budget_years() as f64;
    let from_residents = || {
        plan.sources
            .iter()
            .zip(&outcome.sources)
            .filter(|(s, _)| s.from_residents)
    };
    let total = from_residents()
        .map(|(_, o)| o.total_other_works() + o.total_paid())
        .sum::<f64>()
        / years;
    let last: f64 = from_residents().map(|(s, _)| s.reference.value).sum();
    let per_head = |amount: f64| if population > 0.0 { amount / population } else { 0.0 };
    CommunityGuard {
        total,
        population,
        per_head: per_head(total),
        last_year: per_head(last),
    }
}
