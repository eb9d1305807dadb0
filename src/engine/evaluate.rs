//! One call for a screen: run, causes, worth, missing money, guards.

use super::{Causes, CommunityGuard, Guard, Inputs, MissingMoney, Outcome, Shortage, Worth};
use super::{
    check_guards, explain_loss, find_missing_money, find_shortages, measure_community, measure_worth, resolve, simulate,
};
use crate::model::{Ground, Scenario};

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
    /// Which money refuses starts of a line, shape `[line]`.
    pub shortages: Vec<Option<Shortage>>,
    /// Contribution of the villagers.
    pub community: CommunityGuard,
    /// The guards, in the order of [`crate::model::GUARDS`].
    pub guards: Vec<Guard>,
}

/// Evaluates a plan under a scenario (`None`: the plan as it stands).
pub fn evaluate(ground: &Ground, scenario: Option<&Scenario>) -> Evaluation {
    let inputs = resolve(ground, scenario);
    let outcome = simulate(&inputs);
    let causes = explain_loss(&inputs, &outcome);
    let worth = measure_worth(&inputs, &outcome);
    let missing = find_missing_money(&inputs, &outcome, &causes);
    let shortages = find_shortages(&inputs);
    let community = measure_community(ground, &outcome);
    let mut evaluation = Evaluation {
        inputs,
        outcome,
        causes,
        worth,
        missing,
        shortages,
        community,
        guards: vec![],
    };
    evaluation.guards = check_guards(ground, &evaluation);
    evaluation
}
