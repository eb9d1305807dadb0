//! The figures that scenarios are compared by, and in which direction each is better.

use crate::model::{LineId, SourceId};

/// A figure that scenarios are compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Recognised units of a line, expected value.
    Recognised(LineId),
    /// Number of goals met.
    Met,
    /// Score, 0–1.
    Score,
    /// Money missing for all goals, triệu đồng.
    Missing,
    /// Money of a source in a budget year, money of events included, triệu đồng.
    Source(SourceId),
    /// The same over all sources, triệu đồng.
    AllSources,
    /// Unpaid after the last month, triệu đồng.
    Debt,
    /// Most bills waiting in a month, triệu đồng.
    PeakWaiting,
    /// Contribution of the villagers, triệu đồng a head.
    CommunityPerHead,
    /// Paid per recognised unit of a line, triệu đồng.
    UnitPaid(LineId),
    /// The number of another guard, one of [`crate::model::GUARDS`], triệu đồng.
    Guard(&'static str),
}

impl Metric {
    /// Stable name for scripts, unique in a comparison.
    pub fn key(&self) -> String {
        match self {
            Self::Recognised(id) => format!("line-{id}"),
            Self::Met => "met".into(),
            Self::Score => "score".into(),
            Self::Missing => "missing-money".into(),
            Self::Source(id) => format!("source-{id}"),
            Self::AllSources => "source-total".into(),
            Self::Debt => "debt".into(),
            Self::PeakWaiting => "peak-waiting".into(),
            Self::CommunityPerHead => "community-per-head".into(),
            Self::UnitPaid(id) => format!("unit-paid-{id}"),
            Self::Guard(name) => format!("guard-{name}"),
        }
    }

    /// Which group the figure belongs to.
    pub fn group(&self) -> Group {
        match self {
            Self::Recognised(_) => Group::Targets,
            Self::Met | Self::Score | Self::Missing => Group::Plan,
            Self::Source(_) | Self::AllSources => Group::Money,
            Self::Debt | Self::PeakWaiting | Self::CommunityPerHead | Self::Guard(_) => Group::Guards,
            Self::UnitPaid(_) => Group::UnitCosts,
        }
    }
}

/// Groups of figures, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Targets.
    Targets,
    /// The plan as a whole.
    Plan,
    /// Money by source.
    Money,
    /// The two guards.
    Guards,
    /// What a recognised unit has cost.
    UnitCosts,
}

/// Which direction of a figure is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// Neither: it is a choice.
    Neither,
}

/// Whether a difference is good news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Better than the base.
    Good,
    /// Worse than the base.
    Bad,
    /// Neither better nor worse.
    Neutral,
}

impl Better {
    /// Whether a difference is good news.
    pub fn news(self, difference: f64) -> News {
        let good = match self {
            Self::Neither => return News::Neutral,
            Self::More => difference > 0.0,
            Self::Less => difference < 0.0,
        };
        match (difference == 0.0, good) {
            (true, _) => News::Neutral,
            (_, true) => News::Good,
            _ => News::Bad,
        }
    }
}
