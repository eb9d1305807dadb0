//! What is asked, and what a way is.

use super::super::chance::Chance;
use super::super::goal::{Aim, Effort, Lever, set_lever};
use crate::engine::Inputs;
use crate::model::{Ground, Overrides, Scenario, Shared};
use serde::{Deserialize, Serialize};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaysRequest {
    /// Plan.
    pub ground: Shared<Ground>,
    /// Scenario to start from.
    pub scenario: Option<Scenario>,
    /// What is to be reached.
    pub aim: Aim,
    /// Levers that may be moved.
    pub levers: Vec<Lever>,
    /// Samples of each trial, and their seed.
    pub effort: Effort,
}

/// A lever moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeverChange {
    /// Lever.
    pub lever: Lever,
    /// Where it stands.
    pub from: f64,
    /// Where it goes.
    pub to: f64,
}

/// What a way costs, triệu đồng.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Price {
    /// Money that sources bring on top.
    pub money: f64,
    /// Units pushed on top, at the likely cost of a unit.
    pub works: f64,
    /// What lower unit costs would save on the units that are pushed already: it has to be found somehow.
    pub savings: f64,
}

impl Price {
    /// What ways are ranked by.
    pub fn total(self) -> f64 {
        self.money + self.works + self.savings
    }
}

/// A way that reaches the aim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// Levers moved; none if the aim is reached as things stand.
    pub changes: Vec<LeverChange>,
    /// What it costs.
    pub price: Price,
    /// The chance there, checked with four times the samples; none for an aim in the plain run.
    pub chance: Option<Chance>,
    /// Whether no smaller scanned move of the last lever reaches it.
    pub monotone: bool,
}

/// Levers that do not reach the aim even at the end of their range, together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnreachedLever {
    /// Levers at the ends of their ranges, or as far as they help.
    pub changes: Vec<LeverChange>,
    /// The chance there; none for an aim in the plain run.
    pub chance: Option<Chance>,
}

/// Puts the changes of a way into a scenario's overrides; `inputs` are those of the scenario before.
pub fn set_changes(overrides: &mut Overrides, changes: &[LeverChange], inputs: &Inputs) {
    for change in changes {
        set_lever(overrides, &change.lever, change.to, inputs);
    }
}
