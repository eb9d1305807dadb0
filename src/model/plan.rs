//! The whole plan.

use super::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A figure of a report, kept as it was read, never mended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportedFigure {
    /// Identifier, unique in the plan; reconciliation looks figures up by it.
    pub id: String,
    /// What it counts.
    pub name: Text,
    /// The value where it is a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The value as written, where it is not a number (dates, ranks, periods).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wording: String,
    /// Unit.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub unit: Text,
    /// Year or date it is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub period: String,
    /// Remark.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
}

/// Where settings of the plan as a whole come from; what is not said is an assumption.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PlanOrigins {
    /// Months of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Origin>,
    /// How builders are paid: how long bills may wait, how much may be owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discipline: Option<Origin>,
}

impl PlanOrigins {
    fn is_empty(&self) -> bool {
        self.calendar.is_none() && self.discipline.is_none()
    }
}

/// Fields of a newer file that this version does not know, by JSON pointer with ids in place of array indices
/// (`/sources/state/colour`), or `../` and the name for fields beside the plan. They are written back on export.
pub type Unknown = BTreeMap<String, serde_json::Value>;

/// A plan of a district.
///
/// It may be half filled: [`validate::validate`] says what is missing, the engine computes what it can.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// Identifier of the plan in the library; new for a copy.
    pub id: String,
    /// Name.
    pub name: Text,
    /// District and office, for titles and print.
    pub district: Text,
    /// Whether the data are made up to show how the tool is used.
    #[serde(default)]
    pub illustration: bool,
    /// Where the reported figures come from, for print and charts.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub data_source: Text,
    /// Months.
    pub calendar: Calendar,
    /// Inhabitants.
    pub population: Figure,
    /// Sources in report order.
    pub sources: Vec<Source>,
    /// Lines in the order they are shown.
    pub lines: Vec<Line>,
    /// Order in which lines are served with money; lines not named follow in plan order.
    pub priority: Vec<LineId>,
    /// Communes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub communes: Vec<Commune>,
    /// Criteria sets, at most one in use by level: the first of the level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria_sets: Vec<CriteriaSet>,
    /// Events that may happen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Averages that go up and down together; none by default.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correlations: Vec<Correlation>,
    /// How builders are paid.
    #[serde(default)]
    pub discipline: Discipline,
    /// When units are wanted to start.
    #[serde(default)]
    pub schedule: Schedule,
    /// Where calendar and discipline come from.
    #[serde(default, skip_serializing_if = "PlanOrigins::is_empty")]
    pub origins: PlanOrigins,
    /// Scenarios in order; the first is the base.
    pub scenarios: Vec<Scenario>,
    /// Figures as reported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reported: Vec<ReportedFigure>,
    /// What really happened.
    #[serde(default, skip_serializing_if = "Actuals::is_empty")]
    pub actuals: Actuals,
    /// Warnings of guards that were accepted, at most one of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<Accepted>,
    /// What the villagers paid last year by line and commune, where known.
    #[serde(default, skip_serializing_if = "LastContribution::is_empty")]
    pub last_contribution: LastContribution,
    /// Unknown fields of a newer file.
    #[serde(skip)]
    pub unknown: Unknown,
}

impl Plan {
    /// Most sources of a plan.
    pub const MOST_SOURCES: usize = 200;
    /// Most lines of a plan.
    pub const MOST_LINES: usize = 200;
    /// Most communes of a plan.
    pub const MOST_COMMUNES: usize = 5_000;

    /// Finds a source by id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|s| s.id == id)
    }

    /// Finds a line by id.
    pub fn line(&self, id: &str) -> Option<&Line> {
        self.lines.iter().find(|l| l.id == id)
    }

    /// Finds a scenario by id.
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|s| s.id == id)
    }

    /// Finds an event by id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|e| e.id == id)
    }

    /// Finds a reported figure by id.
    pub fn reported_figure(&self, id: &str) -> Option<&ReportedFigure> {
        self.reported.iter().find(|r| r.id == id)
    }

    /// The criteria set in use for a level.
    pub fn criteria_set(&self, level: Level) -> Option<&CriteriaSet> {
        self.criteria_sets.iter().find(|s| s.level == level)
    }

    /// The first free id `prefix`, `prefix-2`, `prefix-3`… among the scenarios.
    pub fn free_scenario_id(&self, prefix: &str) -> ScenarioId {
        free_id(prefix, |id| self.scenarios.iter().any(|s| s.id == id))
    }

    /// The first free id among the events.
    pub fn free_event_id(&self, prefix: &str) -> EventId {
        free_id(prefix, |id| self.events.iter().any(|e| e.id == id))
    }

    /// The first free id `source`, `source-2`… among the sources.
    pub fn free_source_id(&self) -> SourceId {
        free_id("source", |id| self.source(id).is_some())
    }

    /// The first free id `line`, `line-2`… among the lines.
    pub fn free_line_id(&self) -> LineId {
        free_id("line", |id| self.line(id).is_some())
    }
}

/// The first of `prefix`, `prefix-2`, `prefix-3`… that is not taken.
fn free_id(prefix: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(prefix) {
        return prefix.to_owned();
    }
    let mut n = 2;
    loop {
        let id = format!("{prefix}-{n}");
        if !taken(&id) {
            return id;
        }
        n += 1;
    }
}
