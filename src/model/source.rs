//! Where money comes from and when it arrives.

use super::{Figure, Origin, Range, Replaced, SourceId, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Points of a release curve: the ends of twelve months and of the next January.
pub const RELEASE_POINTS: usize = 13;

/// Cumulative share of a yearly amount that has arrived by the end of each month of the budget year and of the
/// January after it: non-decreasing, between 0 and 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReleaseCurve {
    /// Shape `[month of budget year]`, 13 points, share 0–1.
    pub points: [f64; RELEASE_POINTS],
    /// Where the curve comes from.
    pub origin: Origin,
    /// The reported or derived points it replaced, kept in view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Replaced<[f64; RELEASE_POINTS]>>,
}

/// A source of money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Identifier, unique in the plan.
    pub id: SourceId,
    /// Name as reports write it.
    pub name: Text,
    /// Short name for narrow places; empty: `name`.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub short: Text,
    /// What last year brought, triệu đồng: the 100 % of the slider. 0 if the source is new.
    pub reference: Figure,
    /// Planned amount of a budget year, triệu đồng (`F_s`), before any scenario.
    pub amount: Figure,
    /// Planned amounts of single budget years, triệu đồng; a year that is not named brings `amount`. A scenario that
    /// sets another amount changes them in proportion.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub yearly: BTreeMap<i32, Figure>,
    /// When it arrives.
    pub release: ReleaseCurve,
    /// Share of every month's release held for other works (0–1), not for the targets of this plan.
    pub other_works: Figure,
    /// Realised share of the planned amount: low / likely / high. The plain run uses the likely one; starts count
    /// on the planned amount.
    pub realisation: Range,
    /// Whether what is left at the end of a budget year may be spent in the next one.
    pub carries_over: bool,
    /// Whether it is paid by the villagers, so that it counts in the contribution per head.
    #[serde(default)]
    pub from_residents: bool,
}

impl Source {
    /// A source of which nothing is known yet: no money, one twelfth a month, nothing for other works. All of it is an
    /// assumption.
    pub fn blank(id: &str, name: Text) -> Self {
        let assumed = |value| Figure::assumption(value, Text::default());
        Self {
            id: id.to_owned(),
            name,
            short: Text::default(),
            reference: assumed(0.0),
            amount: assumed(0.0),
            yearly: BTreeMap::new(),
            release: ReleaseCurve {
                points: std::array::from_fn(|t| ((t + 1) as f64 / 12.0).min(1.0)),
                origin: Origin::default(),
                replaced: None,
            },
            other_works: assumed(0.0),
            realisation: Range::new(1.0, 1.0, 1.0, Origin::default()),
            carries_over: true,
            from_residents: false,
        }
    }
}
