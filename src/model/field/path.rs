//! Where a number is, and how it is written.

use super::{Field, FigureField, LineField, OriginField, RangeField, SourceField, Unit};
use crate::model::{Effect, Ground, Rule, correlation_key};

impl FigureField {
    /// Place in the plan, as [`Field::path`].
    pub fn path(&self) -> String {
        match self {
            Self::Population => "/population".to_owned(),
            Self::EventChance(e) => format!("/events/{e}/chance"),
            Self::Source(s, field) => {
                let name = match field {
                    SourceField::Reference => "reference",
                    SourceField::Amount => "amount",
                    SourceField::OtherWorks => "other_works",
                };
                format!("/sources/{s}/{name}")
            }
            Self::Line(l, field) => {
                let name = match field {
                    LineField::Goal => "goal",
                    LineField::Weight => "weight",
                    LineField::Duration => "duration",
                    LineField::StartsPerMonth => "starts_per_month",
                    LineField::Candidates => "candidates",
                    LineField::Lag => "appraisal/lag",
                    LineField::UnderWayUnits => "under_way/units",
                    LineField::UnderWayWork => "under_way/work_left",
                    LineField::UnderWayMoney => "under_way/money_left",
                    LineField::Pass(stage) => return format!("/lines/{l}/appraisal/stages/{stage}/pass"),
                    LineField::LastYear => "last_year",
                    LineField::Stock => "stock",
                };
                format!("/lines/{l}/{name}")
            }
        }
    }

    /// What the number has to be.
    pub fn rule(&self) -> Rule {
        match self {
            Self::Population | Self::Source(_, SourceField::Reference | SourceField::Amount) => Rule::NotNegative,
            Self::EventChance(_) | Self::Source(_, SourceField::OtherWorks) => Rule::Share,
            Self::Line(_, field) => match field {
                LineField::Goal | LineField::Weight | LineField::LastYear | LineField::Stock => Rule::NotNegative,
                LineField::Duration => Rule::OneOrMore,
                LineField::StartsPerMonth | LineField::Candidates | LineField::Lag | LineField::UnderWayUnits => {
                    Rule::Whole
                }
                LineField::UnderWayWork | LineField::UnderWayMoney => Rule::Share,
                LineField::Pass(_) => Rule::Pass,
            },
        }
    }

    fn unit(&self) -> Unit {
        match self {
            Self::Population => Unit::Count,
            Self::EventChance(_) | Self::Source(_, SourceField::OtherWorks) => Unit::Share,
            Self::Source(..) => Unit::Money,
            Self::Line(_, field) => match field {
                LineField::Weight => Unit::Factor,
                LineField::Duration | LineField::Lag => Unit::Months,
                LineField::UnderWayWork | LineField::UnderWayMoney | LineField::Pass(_) => Unit::Share,
                _ => Unit::Count,
            },
        }
    }
}

impl RangeField {
    /// Place in the plan, as [`Field::path`].
    pub fn path(&self) -> String {
        match self {
            Self::Realisation(s) => format!("/sources/{s}/realisation"),
            Self::UnitCost(l) => format!("/lines/{l}/unit_cost"),
            Self::AverageCost(l) => format!("/lines/{l}/average_cost"),
        }
    }
}

impl OriginField {
    /// Place in the plan, as [`Field::path`].
    pub fn path(&self) -> String {
        match self {
            Self::Figure(figure) => figure.path(),
            Self::Range(range) => range.path(),
            Self::Release(s) => format!("/sources/{s}/release"),
            Self::Rounds(l) => format!("/lines/{l}/appraisal/rounds"),
            Self::Recipe(l) => format!("/lines/{l}/recipe"),
            Self::Profile(l) => format!("/lines/{l}/profile"),
            Self::Calendar => "/calendar".to_owned(),
            Self::Actuals => "/actuals".to_owned(),
            Self::Correlation(a, b) => format!("/correlations/{}", correlation_key(a, b)),
            Self::Discipline => "/discipline".to_owned(),
        }
    }
}

impl Field {
    /// A number of a source.
    pub fn source(id: &str, field: SourceField) -> Self {
        Self::Figure(FigureField::Source(id.to_owned(), field))
    }

    /// A number of a line.
    pub fn line(id: &str, field: LineField) -> Self {
        Self::Figure(FigureField::Line(id.to_owned(), field))
    }

    /// Place in the plan: JSON-pointer-like with ids, as the checks write it.
    pub fn path(&self) -> String {
        match self {
            Self::Figure(field) => field.path(),
            Self::Range(range, part) => format!("{}/{}", range.path(), part.name()),
            Self::Release(s, point) => format!("/sources/{s}/release/points/{point}"),
            Self::MaxShare(l, s) => format!("/lines/{l}/recipe/{s}/max"),
            Self::MinShare(l, s) => format!("/lines/{l}/recipe/{s}/min"),
            Self::MonthChance(e, month) => format!("/events/{e}/months/{month}/chance"),
            Self::Effect(e, index) => format!("/events/{e}/effects/{index}"),
            Self::Correlation(a, b) => format!("/correlations/{}", correlation_key(a, b)),
        }
    }

    /// How it is written.
    pub fn unit(&self, ground: &Ground) -> Unit {
        match self {
            Self::Figure(field) => field.unit(),
            Self::Range(RangeField::UnitCost(_), _) => Unit::Money,
            Self::Range(RangeField::AverageCost(_), _) | Self::Correlation(..) => Unit::Factor,
            Self::Effect(id, index) => match effect(ground, id, *index) {
                Some(Effect::Money { .. }) => Unit::Money,
                Some(Effect::ReleaseFrom { .. }) => Unit::MonthOfYear,
                _ => Unit::Share,
            },
            _ => Unit::Share,
        }
    }

    /// What it has to be, with its smallest and largest value.
    pub fn rule(&self, ground: &Ground) -> Rule {
        match self {
            Self::Figure(field) => field.rule(),
            Self::Range(..) => Rule::NotNegative,
            Self::Release(..) | Self::MaxShare(..) | Self::MinShare(..) | Self::MonthChance(..) => Rule::Share,
            Self::Effect(id, index) => effect(ground, id, *index).map_or(Rule::NotNegative, Effect::rule),
            Self::Correlation(..) => Rule::Correlation,
        }
    }
}

fn effect<'a>(ground: &'a Ground, event: &str, index: usize) -> Option<&'a Effect> {
    ground.event(event)?.effects.get(index)
}
