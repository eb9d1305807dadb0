//! Communes and the criteria they work on.

use super::{CommuneId, CriterionId, Figure, Origin, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Level of a commune in the programme, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Not recognised yet.
    None,
    /// NTM commune.
    Ntm,
    /// *NTM nâng cao*.
    Advanced,
    /// *NTM kiểu mẫu*.
    Model,
}

impl Level {
    /// The level a commune must hold to work towards this one.
    pub fn below(self) -> Level {
        match self {
            Level::None | Level::Ntm => Level::None,
            Level::Advanced => Level::Ntm,
            Level::Model => Level::Advanced,
        }
    }
}

/// A criterion of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Criterion {
    /// Identifier, unique in the set.
    pub id: CriterionId,
    /// Name.
    pub name: Text,
    /// Group of criteria it stands under; criteria of a group follow each other. Empty: none.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub group: Text,
}

/// The criteria of one level. Sets change: 2021 was planned on drafts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CriteriaSet {
    /// Identifier, unique in the plan.
    pub id: String,
    /// Level that meeting all criteria leads to.
    pub level: Level,
    /// Name with the decision it comes from.
    pub name: Text,
    /// Where the set comes from.
    pub origin: Origin,
    /// Criteria in order.
    pub criteria: Vec<Criterion>,
}

/// Where a commune stands on one criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CriterionState {
    /// *Đạt*.
    Met,
    /// *Đang làm*.
    InProgress,
    /// *Chưa đạt*.
    Open,
    /// Nobody has said.
    #[default]
    Unknown,
}

/// One cell of the matrix communes × criteria.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CriterionEntry {
    /// Where the commune stands.
    pub state: CriterionState,
    /// Cost still to come, triệu đồng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<f64>,
    /// Months of work left, whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<f64>,
    /// Remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where the entry comes from.
    pub origin: Origin,
}

/// A commune of the district.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Commune {
    /// Administrative code.
    pub id: CommuneId,
    /// Name.
    pub name: String,
    /// Old communes it was merged from; empty if it was not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub merged_from: String,
    /// On the coast (geographic, not the list of difficult coastal communes).
    #[serde(default)]
    pub coastal: bool,
    /// Level held when the plan starts.
    pub level: Level,
    /// Where the level comes from.
    pub level_origin: Origin,
    /// Target year the level was reached for: a decision up to 31 January counts for the year before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_year: Option<i32>,
    /// Date of the decision, ISO; may be in the year after the target year.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision_date: String,
    /// Date the reward money came, ISO.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub money_date: String,
    /// Where target year and dates come from; nothing said: an assumption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates_origin: Option<Origin>,
    /// Inhabitants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<Figure>,
    /// Criteria of the next level; a criterion that is not here is unknown.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub criteria: BTreeMap<CriterionId, CriterionEntry>,
}

impl Commune {
    /// A commune of which nothing is known but its level, and that as an assumption.
    pub fn new(id: impl Into<CommuneId>, name: impl Into<String>, level: Level) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            merged_from: String::new(),
            coastal: false,
            level,
            level_origin: Origin::default(),
            target_year: None,
            decision_date: String::new(),
            money_date: String::new(),
            dates_origin: None,
            population: None,
            criteria: BTreeMap::new(),
        }
    }
}
