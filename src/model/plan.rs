//! The whole plan.

use super::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

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

/// Fields of [`Ground`] in the order of the plan file, those before and those after the scenarios. Named once here, they
/// make the ground and the file's view of a plan, in which ground and scenarios are one list of fields.
macro_rules! ground {
    (
        before {$(
            $(#[doc = $before_doc:literal])* $(#[serde $before_serde:tt])* $before:ident: $before_type:ty,
        )*}
        after {$(
            $(#[doc = $after_doc:literal])* $(#[serde $after_serde:tt])* $after:ident: $after_type:ty,
        )*}
    ) => {
        /// A plan without its scenarios: all that every scenario stands on.
        ///
        /// Results depend on it and on one scenario, so whoever keeps results keys them by the ground's pointer.
        #[derive(Clone, Debug, PartialEq, Deserialize)]
        #[serde(from = "PlanFields")]
        pub struct Ground {
            $($(#[doc = $before_doc])* pub $before: $before_type,)*
            $($(#[doc = $after_doc])* pub $after: $after_type,)*
            /// Unknown fields of a newer file; the document writes them, not the type.
            pub unknown: Unknown,
        }

        /// A plan of a district.
        ///
        /// It may be half filled: [`validate::validate`] says what is missing, the engine computes what it can.
        #[derive(Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename = "Plan")]
        struct PlanFields {
            $($(#[doc = $before_doc])* $(#[serde $before_serde])* $before: $before_type,)*
            /// Scenarios in order; the first is the base.
            scenarios: Vec<Shared<Scenario>>,
            $($(#[doc = $after_doc])* $(#[serde $after_serde])* $after: $after_type,)*
        }

        /// The same by reference, for writing.
        #[derive(Serialize)]
        struct PlanView<'a> {
            $($(#[serde $before_serde])* $before: &'a $before_type,)*
            scenarios: &'a Vec<Shared<Scenario>>,
            $($(#[serde $after_serde])* $after: &'a $after_type,)*
        }

        impl From<PlanFields> for Plan {
            fn from(fields: PlanFields) -> Self {
                let ground = Ground { $($before: fields.$before,)* $($after: fields.$after,)* unknown: Unknown::new() };
                Self { ground: ground.into(), scenarios: fields.scenarios }
            }
        }

        impl<'a> PlanView<'a> {
            fn new(ground: &'a Ground, scenarios: &'a Vec<Shared<Scenario>>) -> Self {
                Self { $($before: &ground.$before,)* scenarios, $($after: &ground.$after,)* }
            }
        }
    };
}

ground! {
    before {
        /// Identifier of the plan in the library; new for a copy.
        id: String,
        /// Name.
        name: Text,
        /// District and office, for titles and print.
        district: Text,
        /// Whether the data are made up to show how the tool is used.
        #[serde(default)]
        illustration: bool,
        /// Where the reported figures come from, for print and charts.
        #[serde(default, skip_serializing_if = "Text::is_empty")]
        data_source: Text,
        /// Months.
        calendar: Calendar,
        /// Inhabitants.
        population: Figure,
        /// Sources in report order.
        sources: Vec<Source>,
        /// Lines in the order they are shown.
        lines: Vec<Line>,
        /// Order in which lines are served with money; lines not named follow in plan order.
        priority: Vec<LineId>,
        /// Communes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        communes: Vec<Commune>,
        /// Criteria sets, at most one in use by level: the first of the level.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        criteria_sets: Vec<CriteriaSet>,
        /// Events that may happen.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        events: Vec<Event>,
        /// Averages that go up and down together; none by default.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        correlations: Vec<Correlation>,
        /// How builders are paid.
        #[serde(default)]
        discipline: Discipline,
        /// When units are wanted to start.
        #[serde(default)]
        schedule: Schedule,
        /// Where calendar and discipline come from.
        #[serde(default, skip_serializing_if = "PlanOrigins::is_empty")]
        origins: PlanOrigins,
    }
    after {
        /// Figures as reported.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reported: Vec<ReportedFigure>,
        /// What really happened.
        #[serde(default, skip_serializing_if = "Actuals::is_empty")]
        actuals: Actuals,
        /// Warnings of guards that were accepted, at most one of each.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        accepted: Vec<Accepted>,
        /// What the villagers paid last year by line and commune, where known.
        #[serde(default, skip_serializing_if = "LastContribution::is_empty")]
        last_contribution: LastContribution,
    }
}

/// A plan of a district: the ground, and the scenarios that stand on it.
///
/// It may be half filled: [`validate::validate`] says what is missing, the engine computes what it can. A plan reads as its
/// ground. Clones share ground and scenarios; what is written is copied, and nothing else.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(from = "PlanFields")]
pub struct Plan {
    /// All but the scenarios.
    pub ground: Shared<Ground>,
    /// Scenarios in order; the first is the base.
    pub scenarios: Vec<Shared<Scenario>>,
}

impl Deref for Plan {
    type Target = Ground;

    fn deref(&self) -> &Ground {
        &self.ground
    }
}

impl DerefMut for Plan {
    fn deref_mut(&mut self) -> &mut Ground {
        &mut self.ground
    }
}

impl Serialize for Plan {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PlanView::new(&self.ground, &self.scenarios).serialize(serializer)
    }
}

/// A ground is written as a plan without scenarios.
impl Serialize for Ground {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PlanView::new(self, &Vec::new()).serialize(serializer)
    }
}

impl From<PlanFields> for Ground {
    fn from(fields: PlanFields) -> Self {
        Plan::from(fields).ground.into_inner()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Plan {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Plan".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        PlanFields::json_schema(generator)
    }
}

impl Plan {
    /// Scenarios on a ground.
    pub fn new(ground: Ground, scenarios: Vec<Scenario>) -> Self {
        Self {
            ground: ground.into(),
            scenarios: scenarios.into_iter().map(Shared::from).collect(),
        }
    }

    /// The scenario that others are compared with; `None` in a plan without any.
    pub fn base(&self) -> Option<&Scenario> {
        self.scenarios.first().map(Deref::deref)
    }

    /// Finds a scenario by id.
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.shared_scenario(id).map(Deref::deref)
    }

    /// The same, for whoever keeps it.
    pub fn shared_scenario(&self, id: &str) -> Option<&Shared<Scenario>> {
        self.scenarios.iter().find(|s| s.id == id)
    }

    /// Holds what is equal in `other` together with it, so that the next comparison is of pointers.
    pub fn share_with(&mut self, other: &Self) {
        if self.ground == other.ground {
            self.ground = other.ground.clone();
        }
        for own in &mut self.scenarios {
            if let Some(same) = other.shared_scenario(&own.id).filter(|same| *same == own) {
                *own = same.clone();
            }
        }
    }

    /// The first free id `prefix`, `prefix-2`, `prefix-3`… among the scenarios.
    pub fn free_scenario_id(&self, prefix: &str) -> ScenarioId {
        free_id(prefix, |id| self.scenarios.iter().any(|s| s.id == id))
    }
}

impl Ground {
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

    /// Finds a commune by id.
    pub fn commune(&self, id: &str) -> Option<&Commune> {
        self.communes.iter().find(|c| c.id == id)
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
