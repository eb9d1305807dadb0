//! One call for a screen: run, causes, worth, missing money, guards, checks.

use super::{Causes, CommunityGuard, Inputs, MissingMoney, Outcome, Worth};
use crate::model::{Plan, Scenario, validate::Issue};

/// A run with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// What was run.
    pub inputs: Inputs,
    /// What came out.
    pub outcome: Outcome,
    /// Causes of loss, shape `[line]`.
    pub causes: Vec<Causes>,
    /// Worth of money, shape `[source]`.
    pub worth: Vec<Worth>,
    /// Money missing for all goals.
    pub missing: MissingMoney,
    /// Contribution of the villagers.
    pub community: CommunityGuard,
    /// Findings of the plan's checks and of this resolution.
    pub issues: Vec<Issue>,
}

/// Evaluates a plan under a scenario (`None`: the plan as it stands).
pub fn evaluate(plan: &Plan, scenario: Option<&Scenario>) -> Evaluation {
    let _ = (plan, scenario);
    Evaluation {
        inputs: Inputs {
            months: 0,
            sources: vec![],
            lines: vec![],
            priority: vec![],
            discipline: Default::default(),
            population: 0.0,
        },
        outcome: Outcome::default(),
        causes: vec![],
        worth: vec![],
        missing: MissingMoney::default(),
        community: CommunityGuard::default(),
        issues: vec![],
    }
}
