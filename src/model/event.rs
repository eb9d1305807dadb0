//! Things that may happen to a plan.

use super::{EventId, Figure, LineId, Rule, SourceId, Text, source::RELEASE_POINTS};
use serde::{Deserialize, Serialize};

/// A month in which an event may act.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventMonth {
    /// Month of the year, 1–12.
    pub month: u8,
    /// Chance that this month is hit, given that the event happens, 0–1. A plain run takes all months.
    pub chance: f64,
}

/// What an event does. Shares and factors are 0 or more; 1 changes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Effect {
    /// Work of these lines runs at this speed in the event's months (0: stands still, 1: full).
    WorkSpeed {
        /// Lines hit.
        lines: Vec<LineId>,
        /// Speed, 0–1.
        factor: f64,
    },
    /// Units of these lines cost this much more or less. Known when starts are decided (tenders).
    UnitCost {
        /// Lines hit.
        lines: Vec<LineId>,
        /// Factor on the unit cost.
        factor: f64,
    },
    /// These sources bring this share of their planned amount. Not known when starts are decided.
    Amount {
        /// Sources hit.
        sources: Vec<SourceId>,
        /// Factor on the amount.
        factor: f64,
    },
    /// Nothing of these sources arrives before this month of the budget year; then all that was due by then.
    /// Not known when starts are decided.
    ReleaseFrom {
        /// Sources hit.
        sources: Vec<SourceId>,
        /// First month with money, 1–12.
        month: u8,
    },
    /// Pass rates of these lines are multiplied. Not known when starts are decided.
    PassRate {
        /// Lines hit.
        lines: Vec<LineId>,
        /// Factor on the yield; the product is capped at 1.
        factor: f64,
    },
    /// More money. Somebody who switches the event on has the promise in hand, so starts count on it.
    Money {
        /// Source it is booked under; its share for other works applies.
        source: SourceId,
        /// Amount, triệu đồng.
        amount: f64,
        /// Cumulative release, shape `[month of budget year]`, 13 points, share 0–1, of the plan's first budget year.
        release: [f64; RELEASE_POINTS],
    },
}

impl Effect {
    /// Its number: a factor, a month of the year, or an amount in triệu đồng.
    pub fn number(&self) -> f64 {
        match self {
            Self::WorkSpeed { factor, .. }
            | Self::UnitCost { factor, .. }
            | Self::Amount { factor, .. }
            | Self::PassRate { factor, .. } => *factor,
            Self::ReleaseFrom { month, .. } => f64::from(*month),
            Self::Money { amount, .. } => *amount,
        }
    }

    /// Sets its number, which keeps [`Effect::rule`].
    pub(super) fn set_number(&mut self, value: f64) {
        match self {
            Self::WorkSpeed { factor, .. }
            | Self::UnitCost { factor, .. }
            | Self::Amount { factor, .. }
            | Self::PassRate { factor, .. } => *factor = value,
            Self::ReleaseFrom { month, .. } => *month = value as u8,
            Self::Money { amount, .. } => *amount = value,
        }
    }

    /// What its number has to be.
    pub fn rule(&self) -> Rule {
        match self {
            Self::WorkSpeed { .. } => Rule::Share,
            Self::ReleaseFrom { .. } => Rule::Month,
            Self::UnitCost { .. } | Self::Amount { .. } | Self::PassRate { .. } | Self::Money { .. } => {
                Rule::NotNegative
            }
        }
    }

    /// Whether it hits lines; the others hit sources.
    pub fn hits_lines(&self) -> bool {
        matches!(
            self,
            Self::WorkSpeed { .. } | Self::UnitCost { .. } | Self::PassRate { .. }
        )
    }

    /// Ids of the lines or sources it hits; new money names its one source by itself.
    pub fn targets(&self) -> &[String] {
        match self {
            Self::WorkSpeed { lines, .. } | Self::UnitCost { lines, .. } | Self::PassRate { lines, .. } => lines,
            Self::Amount { sources, .. } | Self::ReleaseFrom { sources, .. } => sources,
            Self::Money { source, .. } => std::slice::from_ref(source),
        }
    }

    /// The same as a list to change; `None` for new money, which has one source.
    pub fn targets_mut(&mut self) -> Option<&mut Vec<String>> {
        match self {
            Self::WorkSpeed { lines, .. } | Self::UnitCost { lines, .. } | Self::PassRate { lines, .. } => Some(lines),
            Self::Amount { sources, .. } | Self::ReleaseFrom { sources, .. } => Some(sources),
            Self::Money { .. } => None,
        }
    }
}

/// A named event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// Identifier, unique in the plan.
    pub id: EventId,
    /// Name.
    pub name: Text,
    /// Remark: where the effect sizes come from.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    /// Months in which it acts. [`Effect::WorkSpeed`] holds in these months; unit costs (of starts), amounts (of what
    /// arrives) and pass rates (of decisions) change from the first of them on, to the end of the plan, or for all of it
    /// where none is named. Late and new money say their own months.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<EventMonth>,
    /// Chance that it happens at all, 0–1.
    pub chance: Figure,
    /// Whether it is on before any scenario. In a plain run an event that is on is certain.
    #[serde(default)]
    pub on: bool,
    /// What it does.
    pub effects: Vec<Effect>,
}
