//! A scenario: what differs from the plan, by id. Never a copy of the plan, so that a corrected input reaches
//! every scenario.

use super::{CommuneId, EventId, LineId, ScenarioId, SourceId, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much a source brings in a budget year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Amount {
    /// Times last year's amount ([`super::Source::reference`]), 0 or more: what the slider moves.
    Factor(f64),
    /// A typed amount, triệu đồng, 0 or more.
    Fixed(f64),
}

/// How builders are paid.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Discipline {
    /// Builders wait for their money, at most `wait` months; nothing is owed after the plan's last month.
    Bridge {
        /// Most months a bill may wait, 0 or more.
        wait: usize,
    },
    /// A unit starts only if each month's bill can be paid from money that is there in that month.
    PayAsYouGo,
    /// Like [`Discipline::Bridge`], and up to `cap` may still be owed after the last month.
    Arrears {
        /// Largest debt after the last month, triệu đồng.
        cap: f64,
        /// Most months a bill may wait.
        wait: usize,
    },
}

impl Default for Discipline {
    fn default() -> Self {
        Self::Bridge { wait: 3 }
    }
}

impl Discipline {
    /// Months that a bill may wait at most; `None` under pay as you go.
    pub fn wait(self) -> Option<usize> {
        match self {
            Self::Bridge { wait } | Self::Arrears { wait, .. } => Some(wait),
            Self::PayAsYouGo => None,
        }
    }

    /// What may be owed after the last month, triệu đồng.
    pub fn allowed_debt(self) -> f64 {
        match self {
            Self::Arrears { cap, .. } => cap,
            Self::Bridge { .. } | Self::PayAsYouGo => 0.0,
        }
    }

    /// The same with another longest wait; pay as you go becomes a bridge.
    pub fn with_wait(self, wait: usize) -> Self {
        match self {
            Self::Arrears { cap, .. } => Self::Arrears { cap, wait },
            Self::Bridge { .. } | Self::PayAsYouGo => Self::Bridge { wait },
        }
    }
}

/// When units are wanted to start.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Schedule {
    /// Spread over the months whose starts are still recognised inside the calendar.
    #[default]
    Even,
    /// All in the first month.
    Early,
    /// Given month by month; lines that are not named are spread evenly.
    ByMonth {
        /// Units wanted, shape `[month]` by line; missing months are 0.
        starts: BTreeMap<LineId, Vec<u32>>,
    },
    /// The answer of an optimiser: as `ByMonth`, with the month of each commune it chose and the hash of the inputs it
    /// was found for.
    Optimised {
        /// Units wanted, shape `[month]` by line; communes count in it.
        starts: BTreeMap<LineId, Vec<u32>>,
        /// Month in which each chosen commune starts; other communes with data then do not start, unless they are fixed
        /// in. Without it communes are chosen by readiness.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        communes: Option<BTreeMap<CommuneId, u32>>,
        /// [`crate::optimise::fingerprint`] of the inputs that were optimised.
        inputs_hash: String,
    },
}

/// What a scenario says of a commune as a candidate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Pick {
    /// Chosen before all others.
    In,
    /// Not a candidate.
    Out,
    /// Chosen by readiness.
    #[default]
    Free,
}

/// What a scenario changes. Everything not named here is as in the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Overrides {
    /// Amounts by source.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub amounts: BTreeMap<SourceId, Amount>,
    /// Share held for other works, of every source, 0–1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_works: Option<f64>,
    /// Cost level of all lines: factor on unit costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_level: Option<f64>,
    /// Cost level by line, on top of `cost_level`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub line_cost: BTreeMap<LineId, f64>,
    /// Units pushed by line, instead of as many as the goal needs.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub pushed: BTreeMap<LineId, u32>,
    /// Events on or off.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub events: BTreeMap<EventId, bool>,
    /// How builders are paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discipline: Option<Discipline>,
    /// When units are wanted to start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
    /// Communes fixed in or out.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub picks: BTreeMap<CommuneId, Pick>,
    /// Months, counted from 0, in which chosen communes start at the earliest. Such a commune is fixed in, before all
    /// others, and starts in its month whatever the schedule wants in it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub commune_starts: BTreeMap<CommuneId, usize>,
    /// Order in which lines are served.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Vec<LineId>>,
    /// What a source pays to a line at most over the plan, by line and source, triệu đồng.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub caps: BTreeMap<LineId, BTreeMap<SourceId, f64>>,
}

/// A scenario of the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scenario {
    /// Identifier, unique in the plan.
    pub id: ScenarioId,
    /// Name.
    pub name: Text,
    /// Remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What it changes.
    #[serde(default)]
    pub overrides: Overrides,
}
