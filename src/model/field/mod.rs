//! The numbers of a plan, one list of them: where each is, how it is written, how small and how large it may be, what it
//! says, where it comes from, and how it is set and put back.
//!
//! Fields on the screen, the search, the printed list of assumptions, commands and checks go by this list; a new number is
//! named here.

mod access;
mod list;
mod path;

use super::{EventId, Factor, LineId, Rule, SourceId};

/// A number of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceField {
    /// Last year's amount.
    Reference,
    /// Planned amount.
    Amount,
    /// Share for other works.
    OtherWorks,
}

impl SourceField {
    /// All, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Reference, Self::Amount, Self::OtherWorks];
}

/// A number of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineField {
    /// Goal.
    Goal,
    /// Weight.
    Weight,
    /// Months of work.
    Duration,
    /// Starts a month.
    StartsPerMonth,
    /// Candidates.
    Candidates,
    /// Appraisal lag.
    Lag,
    /// Units under way.
    UnderWayUnits,
    /// Share of work left of units under way.
    UnderWayWork,
    /// Share of money left of units under way.
    UnderWayMoney,
    /// Pass rate of the stage with this index.
    Pass(usize),
    /// Recognised last year; set for a line that has none, it is added as an assumption.
    LastYear,
    /// Recognised in all when the plan starts; set for a line that has none, it is added as an assumption.
    Stock,
}

impl LineField {
    /// What a line is to reach, which stands before its costs.
    pub const AIMS: [Self; 2] = [Self::Goal, Self::Weight];
    /// The others but the pass rates, of which there is one for each stage.
    pub const WORK: [Self; 9] = [
        Self::Duration,
        Self::StartsPerMonth,
        Self::Candidates,
        Self::Lag,
        Self::UnderWayUnits,
        Self::UnderWayWork,
        Self::UnderWayMoney,
        Self::LastYear,
        Self::Stock,
    ];
}

/// A number that is a [`Figure`](super::Figure) of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureField {
    /// Inhabitants.
    Population,
    /// A number of a source.
    Source(SourceId, SourceField),
    /// A number of a line.
    Line(LineId, LineField),
    /// Chance of an event.
    EventChance(EventId),
}

/// Three numbers that are a [`Range`](super::Range) together.
#[derive(Clone, Debug, PartialEq)]
pub enum RangeField {
    /// A source's realisation.
    Realisation(SourceId),
    /// A line's unit cost.
    UnitCost(LineId),
    /// The factor on a line's average cost.
    AverageCost(LineId),
}

/// Which of low / likely / high.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangePart {
    /// Lowest value of a range.
    Low,
    /// Most likely value of a range.
    Likely,
    /// Highest value of a range.
    High,
}

impl RangePart {
    /// All, in the order of [`Range::values`](super::Range::values).
    pub const ALL: [Self; 3] = [Self::Low, Self::Likely, Self::High];

    /// Name in paths.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Likely => "likely",
            Self::High => "high",
        }
    }
}

/// One number of a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// A single figure.
    Figure(FigureField),
    /// One end or the middle of a range. Low ≤ likely ≤ high is kept.
    Range(RangeField, RangePart),
    /// Point of a source's release curve. A single point may leave the curve falling for a moment; the checks of the plan
    /// name it.
    Release(SourceId, usize),
    /// Largest share a source may pay of a line; the smallest share follows where it would be larger.
    MaxShare(LineId, SourceId),
    /// Smallest share a source must pay of a line; the largest share follows where it would be smaller.
    MinShare(LineId, SourceId),
    /// Chance that an event hits this month of the year.
    MonthChance(EventId, u8),
    /// The number of an event's effect with this index.
    Effect(EventId, usize),
    /// Correlation of two averages.
    Correlation(Factor, Factor),
}

/// Everything of the plan that carries an origin of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum OriginField {
    /// A single figure.
    Figure(FigureField),
    /// A range.
    Range(RangeField),
    /// A source's release curve.
    Release(SourceId),
    /// A line's recognition rounds.
    Rounds(LineId),
    /// A line's recipe.
    Recipe(LineId),
    /// What really happened.
    Actuals,
    /// A line's spend profile.
    Profile(LineId),
    /// Months of the plan.
    Calendar,
    /// How the plan pays builders.
    Discipline,
    /// A correlation of two averages.
    Correlation(Factor, Factor),
}

impl From<FigureField> for Field {
    fn from(field: FigureField) -> Self {
        Self::Figure(field)
    }
}

impl From<FigureField> for OriginField {
    fn from(field: FigureField) -> Self {
        Self::Figure(field)
    }
}

/// How a number is written and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Money, kept in triệu đồng; typed with any unit.
    Money,
    /// A share 0–1, written in percent.
    Share,
    /// A factor or weight.
    Factor,
    /// Units, people: whole.
    Count,
    /// A number of months, whole.
    Months,
    /// A month of the year, 1–12.
    MonthOfYear,
}

/// Why a number cannot be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldError {
    /// The plan has no such place: the id (or index) that is not there.
    NotFound(String),
    /// The value breaks this rule.
    OutOfRange(Rule),
}

impl std::fmt::Display for FieldError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotFound(id) => write!(f, "{id} is not in the plan"),
            Self::OutOfRange(rule) => write!(f, "the value breaks the rule {rule:?}"),
        }
    }
}

impl std::error::Error for FieldError {}

#[cfg(test)]
mod tests;
