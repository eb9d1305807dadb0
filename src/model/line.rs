//! A line of the programme: one kind of unit with a goal.

use super::{Figure, Level, LineId, Origin, Range, Replaced, Source, SourceId, Text};
use crate::sort;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Months of the year in which results are recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Rounds {
    /// A decision may come in any month.
    EveryMonth,
    /// Only in these months.
    Months {
        /// Months of the year, 1–12. January decides for the year before it.
        months: Vec<u8>,
    },
}

/// One stage of appraisal that some units do not pass.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stage {
    /// What is judged.
    pub name: Text,
    /// Share that passes, above 0 and at most 1.
    pub pass: Figure,
}

/// From a finished unit to a recognised one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Appraisal {
    /// Months between the end of work and the earliest decision, whole, 0 or more.
    pub lag: Figure,
    /// When decisions are taken.
    pub rounds: Rounds,
    /// Where the rounds come from.
    pub rounds_origin: Origin,
    /// The reported or derived rounds they replaced, kept in view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounds_replaced: Option<Replaced<Rounds>>,
    /// Stages in order; the yield is the product of their pass rates, 1 if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
}

/// Units already under way when the plan starts. They count in started units, candidates and goals, and are
/// paid before all others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnderWay {
    /// How many, whole, 0 or more.
    pub units: Figure,
    /// Share of the work still to do, 0–1.
    pub work_left: Figure,
    /// Share of the cost still to pay, 0–1.
    pub money_left: Figure,
}

/// How much of a line's cost a source may and must pay, as shares of the cost incurred.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Share {
    /// Largest share `β`, 0–1; 0: may not pay.
    pub max: f64,
    /// Smallest share `α`, 0–`max`.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub min: f64,
}

fn is_zero(value: &f64) -> bool {
    *value == 0.0
}

/// A dated step that somebody answers for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Milestone {
    /// What is to be done.
    pub name: Text,
    /// Who answers for it; may be empty.
    #[serde(default)]
    pub owner: String,
    /// Due date, ISO `YYYY-MM-DD`; empty if not set.
    #[serde(default)]
    pub due: String,
}

/// Certificates that lapse (OCOP: after 36 months) unless they are renewed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Certificate {
    /// Months a certificate is valid, whole, 1 or more.
    pub validity: Figure,
    /// Share of those that run out which is renewed at once, for as long again, 0–1.
    pub renewed: Figure,
    /// Cost of renewing one, triệu đồng: a cost of the line in that month, paid by its recipe before units that start.
    /// What money does not suffice for is not renewed. Not said: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Figure>,
}

/// A line: one target of the plan and the units that make it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// Identifier, unique in the plan.
    pub id: LineId,
    /// Name.
    pub name: Text,
    /// What one unit is called, e.g. *xã*.
    pub unit: Text,
    /// For lines whose units are named communes: the level a commune reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Goal `G`: at least so many recognised units; 0 is always met.
    pub goal: Figure,
    /// Goals by year, units to be added in it; a January belongs to the year before. Empty: `goal` is that of the whole
    /// plan. Otherwise `goal` is their sum, and years of the calendar that are not named have none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub goals: BTreeMap<i32, Figure>,
    /// Weight in the score, 0 or more.
    pub weight: Figure,
    /// Recognised last year, units; for comparison only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_year: Option<Figure>,
    /// Cumulative recognised units when the plan starts; for *lũy kế* only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock: Option<Figure>,
    /// How long what is recognised counts in *lũy kế*; without it for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
    /// Cost of one unit, triệu đồng; low and high are the range of a single unit.
    pub unit_cost: Range,
    /// Factor on the average unit cost of the whole line: low / likely / high around 1. The plain run uses the likely one.
    pub average_cost: Range,
    /// Months of work at full speed, whole, 1 or more.
    pub duration: Figure,
    /// Spend by equal parts of the work, as weights; empty: even.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub profile: Vec<f64>,
    /// Where the profile comes from; nothing said: an assumption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile_origin: Option<Origin>,
    /// Most units that can start in one month (`κ`), whole.
    pub starts_per_month: Figure,
    /// Units there are to choose from (`N`), those under way included. For a line of named communes the list of
    /// communes counts, and this only when the plan has no communes.
    pub candidates: Figure,
    /// Units already under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under_way: Option<UnderWay>,
    /// From finished to recognised.
    pub appraisal: Appraisal,
    /// Who may pay: by source; a source that is not named may not pay.
    pub recipe: BTreeMap<SourceId, Share>,
    /// Where the recipe comes from.
    pub recipe_origin: Origin,
    /// The reported or derived recipe it replaced, kept in view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipe_replaced: Option<Replaced<BTreeMap<SourceId, Share>>>,
    /// Dated steps (the two schemes).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
}

impl Line {
    /// A line of which nothing is known yet: no goal, no cost, six months of work, decided in December, paid by any of
    /// the sources. All of it is an assumption.
    pub fn blank(id: &str, name: Text, sources: &[Source]) -> Self {
        let assumed = |value| Figure::assumption(value, Text::default());
        Self {
            id: id.to_owned(),
            name,
            unit: Text::default(),
            level: None,
            goal: assumed(0.0),
            weight: assumed(1.0),
            last_year: None,
            stock: None,
            unit_cost: Range::default(),
            average_cost: Range::new(1.0, 1.0, 1.0, Origin::default()),
            duration: assumed(6.0),
            profile: Vec::new(),
            profile_origin: None,
            starts_per_month: assumed(1.0),
            candidates: assumed(0.0),
            under_way: None,
            appraisal: Appraisal {
                lag: assumed(1.0),
                rounds: Rounds::Months { months: vec![12] },
                rounds_origin: Origin::default(),
                rounds_replaced: None,
                stages: Vec::new(),
            },
            recipe: sort::map(sources.iter().map(|s| (s.id.clone(), Share { max: 1.0, min: 0.0 }))),
            recipe_origin: Origin::default(),
            recipe_replaced: None,
            goals: BTreeMap::new(),
            certificate: None,
            milestones: Vec::new(),
        }
    }
}
