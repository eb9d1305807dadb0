//! What a plan says of its guards: warnings accepted with a note, and last year's contributions to compare with.

use super::{CommuneId, Figure, LineId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names of the guards, in the order they are shown: what is owed at the end, what waits, what waits at a commune's
/// round, what the villagers pay, sources that cannot keep what is built on them, money that may be counted twice.
pub const GUARDS: [&str; 6] = [
    "debt",
    "waiting",
    "commune-debt",
    "community",
    "overcommitted",
    "double-count",
];

/// A warning of a guard that somebody has accepted. It holds in every scenario up to the value that was accepted;
/// anything worse warns again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accepted {
    /// The guard, one of [`GUARDS`].
    pub id: String,
    /// Its value when it was accepted.
    pub value: f64,
    /// Why it is accepted; never empty.
    pub note: String,
}

/// What the villagers paid last year, triệu đồng, where that is known by line or by commune.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LastContribution {
    /// By line.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub lines: BTreeMap<LineId, Figure>,
    /// By commune.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub communes: BTreeMap<CommuneId, Figure>,
}

impl LastContribution {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.communes.is_empty()
    }
}
