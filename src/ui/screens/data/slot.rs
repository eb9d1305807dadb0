//! One editable number of the plan: where it is, what it says, where it comes from, and the command that changes it.
//!
//! All fields of the screen, the search and the printed list of assumptions go through this one list of numbers.

use crate::app::listed;
use crate::edit::{Command, FigureField, LineField, OriginField, SourceField};
use crate::model::*;

listed! {
    /// Which of low / likely / high.
    pub enum RangePart {
        /// Lowest value of a range.
        Low = "low",
        /// Most likely value of a range.
        Likely = "likely",
        /// Highest value of a range.
        High = "high",
    }
}

impl RangePart {
    fn index(self) -> usize {
        self as usize
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

/// One editable number.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// A single figure.
    Figure(FigureField),
    /// RangePart of a source's realisation.
    Realisation(SourceId, RangePart),
    /// Point of a release curve.
    Release(SourceId, usize),
    /// RangePart of a line's unit cost.
    UnitCost(LineId, RangePart),
    /// RangePart of the factor on a line's average cost.
    AverageCost(LineId, RangePart),
    /// Largest share a source may pay of a line.
    MaxShare(LineId, SourceId),
    /// Smallest share a source must pay of a line.
    MinShare(LineId, SourceId),
    /// Chance that an event hits this month of the year.
    MonthChance(EventId, u8),
    /// The number of an event's effect with this index.
    Effect(EventId, usize),
    /// Correlation of two averages.
    Correlation(Factor, Factor),
}

impl Slot {
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
            Slot::Figure(field) => figure_path(field),
            Slot::Realisation(s, part) => format!("/sources/{s}/realisation/{}", part.name()),
            Slot::Release(s, point) => format!("/sources/{s}/release/points/{point}"),
            Slot::UnitCost(l, part) => format!("/lines/{l}/unit_cost/{}", part.name()),
            Slot::AverageCost(l, part) => format!("/lines/{l}/average_cost/{}", part.name()),
            Slot::MaxShare(l, s) => format!("/lines/{l}/recipe/{s}/max"),
            Slot::MinShare(l, s) => format!("/lines/{l}/recipe/{s}/min"),
            Slot::MonthChance(e, month) => format!("/events/{e}/months/{month}/chance"),
            Slot::Effect(e, index) => format!("/events/{e}/effects/{index}"),
            Slot::Correlation(a, b) => format!("/correlations/{}", correlation_key(a, b)),
        }
    }

    /// How it is written.
    pub fn unit(&self, plan: &Plan) -> Unit {
        match self {
            Slot::Figure(FigureField::Population) => Unit::Count,
            Slot::Figure(FigureField::EventChance(_)) => Unit::Share,
            Slot::Figure(FigureField::Source(_, SourceField::OtherWorks)) => Unit::Share,
            Slot::Figure(FigureField::Source(..)) => Unit::Money,
            Slot::Figure(FigureField::Line(_, field)) => match field {
                LineField::Weight => Unit::Factor,
                LineField::Duration | LineField::Lag => Unit::Months,
                LineField::UnderWayWork | LineField::UnderWayMoney | LineField::Pass(_) => Unit::Share,
                _ => Unit::Count,
            },
            Slot::UnitCost(..) => Unit::Money,
            Slot::AverageCost(..) | Slot::Correlation(..) => Unit::Factor,
            Slot::Effect(id, index) => match plan.event(id).and_then(|e| e.effects.get(*index)) {
                Some(Effect::Money { .. }) => Unit::Money,
                Some(Effect::ReleaseFrom { .. }) => Unit::MonthOfYear,
                _ => Unit::Share,
            },
            _ => Unit::Share,
        }
    }

    /// What the plan says; `None` if it says nothing there.
    pub fn read(&self, plan: &Plan) -> Option<f64> {
        match self {
            Slot::Figure(field) => figure(plan, field).map(|f| f.value),
            Slot::Realisation(s, part) => plan.source(s)?.realisation.values().get(part.index()).copied(),
            Slot::Release(s, point) => plan.source(s)?.release.points.get(*point).copied(),
            Slot::UnitCost(l, part) => plan.line(l)?.unit_cost.values().get(part.index()).copied(),
            Slot::AverageCost(l, part) => plan.line(l)?.average_cost.values().get(part.index()).copied(),
            Slot::MaxShare(l, s) => Some(share(plan, l, s)?.max),
            Slot::MinShare(l, s) => Some(share(plan, l, s)?.min),
            Slot::MonthChance(e, month) => {
                let months = &plan.event(e)?.months;
                months.iter().find(|m| m.month == *month).map(|m| m.chance)
            }
            Slot::Effect(e, index) => effect_number(plan.event(e)?.effects.get(*index)?),
            Slot::Correlation(a, b) => plan.correlation(a, b).map(|c| c.value.value),
        }
    }

    /// Whose origin is that of the number; shares of months and effects have none of their own.
    pub fn origin_field(&self) -> Option<OriginField> {
        Some(match self {
            Slot::Figure(field) => field.clone().into(),
            Slot::Realisation(s, _) => OriginField::Realisation(s.clone()),
            Slot::Release(s, _) => OriginField::Release(s.clone()),
            Slot::UnitCost(l, _) => OriginField::UnitCost(l.clone()),
            Slot::AverageCost(l, _) => OriginField::AverageCost(l.clone()),
            Slot::MaxShare(l, _) | Slot::MinShare(l, _) => OriginField::Recipe(l.clone()),
            Slot::Correlation(a, b) => OriginField::Correlation(a.clone(), b.clone()),
            Slot::MonthChance(..) | Slot::Effect(..) => return None,
        })
    }

    /// The value that was reported or derived before somebody edited it.
    pub fn replaced(&self, plan: &Plan) -> Option<f64> {
        let range = |range: &Range, part: &RangePart| range.replaced.as_ref()?.value.get(part.index()).copied();
        match self {
            Slot::Figure(field) => figure(plan, field)?.replaced.as_ref().map(|r| r.value),
            Slot::Realisation(s, part) => range(&plan.source(s)?.realisation, part),
            Slot::UnitCost(l, part) => range(&plan.line(l)?.unit_cost, part),
            Slot::AverageCost(l, part) => range(&plan.line(l)?.average_cost, part),
            Slot::Release(s, point) => plan.source(s)?.release.replaced.as_ref()?.value.get(*point).copied(),
            Slot::MaxShare(l, s) => Some(old_share(plan, l, s)?.max),
            Slot::MinShare(l, s) => Some(old_share(plan, l, s)?.min),
            Slot::Correlation(a, b) => plan.correlation(a, b)?.value.replaced.as_ref().map(|r| r.value),
            _ => None,
        }
    }

    /// The command that sets the number; `None` if its place is gone.
    pub fn write(&self, plan: &Plan, value: f64) -> Option<Command> {
        let three = |range: &Range, part: &RangePart| {
            let mut values = range.values();
            if let Some(place) = values.get_mut(part.index()) {
                *place = value;
            }
            values
        };
        Some(match self {
            Slot::Figure(field) => Command::SetFigure(field.clone(), value),
            Slot::Realisation(s, part) => Command::SetRealisation(s.clone(), three(&plan.source(s)?.realisation, part)),
            Slot::Release(s, point) => Command::SetReleasePoint(s.clone(), *point, value),
            Slot::UnitCost(l, part) => Command::SetUnitCost(l.clone(), three(&plan.line(l)?.unit_cost, part)),
            Slot::AverageCost(l, part) => Command::SetAverageCost(l.clone(), three(&plan.line(l)?.average_cost, part)),
            Slot::MaxShare(l, s) => {
                let old = share(plan, l, s)?;
                // A source that may pay less than it must would be refused: the smaller one follows.
                let min = old.min.min(value);
                Command::SetShare(l.clone(), s.clone(), Share { max: value, min })
            }
            Slot::MinShare(l, s) => {
                let old = share(plan, l, s)?;
                let max = old.max.max(value);
                Command::SetShare(l.clone(), s.clone(), Share { max, min: value })
            }
            Slot::MonthChance(e, month) => {
                let mut event = plan.event(e)?.clone();
                event.months.iter_mut().find(|m| m.month == *month)?.chance = value;
                Command::PutEvent(event)
            }
            Slot::Effect(e, index) => {
                let mut event = plan.event(e)?.clone();
                set_effect_number(event.effects.get_mut(*index)?, value);
                Command::PutEvent(event)
            }
            Slot::Correlation(a, b) => Command::SetCorrelation(a.clone(), b.clone(), Some(value)),
        })
    }

    /// The command that brings back all that was reported or derived before an edit.
    pub fn reset(&self, plan: &Plan) -> Option<Command> {
        let old = |range: &Range| range.replaced.as_ref().map(|r| r.value);
        Some(match self {
            Slot::Figure(field) => Command::SetFigure(field.clone(), figure(plan, field)?.replaced.as_ref()?.value),
            Slot::Realisation(s, _) => Command::SetRealisation(s.clone(), old(&plan.source(s)?.realisation)?),
            Slot::UnitCost(l, _) => Command::SetUnitCost(l.clone(), old(&plan.line(l)?.unit_cost)?),
            Slot::AverageCost(l, _) => Command::SetAverageCost(l.clone(), old(&plan.line(l)?.average_cost)?),
            Slot::Release(s, point) => Command::SetReleasePoint(s.clone(), *point, self.replaced(plan)?),
            Slot::MaxShare(l, s) | Slot::MinShare(l, s) => {
                Command::SetShare(l.clone(), s.clone(), old_share(plan, l, s)?)
            }
            _ => return None,
        })
    }
}

fn figure_path(field: &FigureField) -> String {
    match field {
        FigureField::Population => "/population".to_owned(),
        FigureField::EventChance(e) => format!("/events/{e}/chance"),
        FigureField::Source(s, field) => {
            let name = match field {
                SourceField::Reference => "reference",
                SourceField::Amount => "amount",
                SourceField::OtherWorks => "other_works",
            };
            format!("/sources/{s}/{name}")
        }
        FigureField::Line(l, field) => {
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

pub(super) fn figure<'a>(plan: &'a Plan, field: &FigureField) -> Option<&'a Figure> {
    match field {
        FigureField::Population => Some(&plan.population),
        FigureField::EventChance(e) => Some(&plan.event(e)?.chance),
        FigureField::Source(s, field) => {
            let source = plan.source(s)?;
            Some(match field {
                SourceField::Reference => &source.reference,
                SourceField::Amount => &source.amount,
                SourceField::OtherWorks => &source.other_works,
            })
        }
        FigureField::Line(l, field) => {
            let line = plan.line(l)?;
            match field {
                LineField::Goal => Some(&line.goal),
                LineField::Weight => Some(&line.weight),
                LineField::Duration => Some(&line.duration),
                LineField::StartsPerMonth => Some(&line.starts_per_month),
                LineField::Candidates => Some(&line.candidates),
                LineField::Lag => Some(&line.appraisal.lag),
                LineField::UnderWayUnits => line.under_way.as_ref().map(|u| &u.units),
                LineField::UnderWayWork => line.under_way.as_ref().map(|u| &u.work_left),
                LineField::UnderWayMoney => line.under_way.as_ref().map(|u| &u.money_left),
                LineField::Pass(stage) => line.appraisal.stages.get(*stage).map(|s| &s.pass),
                LineField::LastYear => line.last_year.as_ref(),
                LineField::Stock => line.stock.as_ref(),
            }
        }
    }
}

/// The share a source had in a reported or derived recipe.
fn old_share(plan: &Plan, line: &str, source: &str) -> Option<Share> {
    let old = plan.line(line)?.recipe_replaced.as_ref()?;
    Some(old.value.get(source).copied().unwrap_or_default())
}

/// A source that the recipe does not name may not pay.
fn share(plan: &Plan, line: &str, source: &str) -> Option<Share> {
    plan.source(source)?;
    Some(plan.line(line)?.recipe.get(source).copied().unwrap_or_default())
}

fn effect_number(effect: &Effect) -> Option<f64> {
    Some(match effect {
        Effect::WorkSpeed { factor, .. }
        | Effect::UnitCost { factor, .. }
        | Effect::Amount { factor, .. }
        | Effect::PassRate { factor, .. } => *factor,
        Effect::ReleaseFrom { month, .. } => f64::from(*month),
        Effect::Money { amount, .. } => *amount,
    })
}

fn set_effect_number(effect: &mut Effect, value: f64) {
    match effect {
        Effect::WorkSpeed { factor, .. }
        | Effect::UnitCost { factor, .. }
        | Effect::Amount { factor, .. }
        | Effect::PassRate { factor, .. } => *factor = value,
        // Checked by the field (1–12) before it gets here.
        Effect::ReleaseFrom { month, .. } => *month = value as u8,
        Effect::Money { amount, .. } => *amount = value,
    }
}
