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

/// Contribution of the villagers per head in an outcome.
pub fn community_guard(_plan: &Plan, _outcome: &Outcome) -> CommunityGuard {
    CommunityGuard::default()
}
