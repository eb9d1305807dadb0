//! What a number says, and how it is set.

use super::{Field, FieldError, FigureField, LineField, OriginField, RangeField, RangePart, SourceField};
use crate::model::{Factor, Figure, Ground, Line, Origin, Range, Rule, Share, Source, Text, UnderWay, edit_by_hand};

type Set<T> = Result<T, FieldError>;

impl FigureField {
    /// The figure; `None` if the plan has none there.
    pub fn read<'a>(&self, ground: &'a Ground) -> Option<&'a Figure> {
        match self {
            Self::Population => Some(&ground.population),
            Self::EventChance(e) => Some(&ground.event(e)?.chance),
            Self::Source(s, field) => {
                let source = ground.source(s)?;
                Some(match field {
                    SourceField::Reference => &source.reference,
                    SourceField::Amount => &source.amount,
                    SourceField::OtherWorks => &source.other_works,
                })
            }
            Self::Line(l, field) => {
                let line = ground.line(l)?;
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

    /// The figure, to be changed; `None` if its thing is there and has none.
    fn write<'a>(&self, ground: &'a mut Ground) -> Set<Option<&'a mut Figure>> {
        Ok(match self {
            Self::Population => Some(&mut ground.population),
            Self::EventChance(e) => {
                let event = ground.events.iter_mut().find(|own| own.id == *e);
                Some(&mut require(event, e)?.chance)
            }
            Self::Source(s, field) => {
                let source = source_mut(ground, s)?;
                Some(match field {
                    SourceField::Reference => &mut source.reference,
                    SourceField::Amount => &mut source.amount,
                    SourceField::OtherWorks => &mut source.other_works,
                })
            }
            Self::Line(l, field) => line_figure(line_mut(ground, l)?, *field),
        })
    }

    fn set(&self, ground: &mut Ground, value: f64) -> Set<()> {
        if let Self::Line(l, LineField::Goal) = self
            && ground.line(l).is_some_and(|line| !line.goals.is_empty())
        {
            return Err(FieldError::OutOfRange(Rule::GoalsByYear));
        }
        if let Some(figure) = self.write(ground)? {
            figure.edit(value);
            return Ok(());
        }
        let Self::Line(l, field) = self else { return Ok(()) };
        let assumed = |value| Figure::assumption(value, Text::default());
        let line = line_mut(ground, l)?;
        match field {
            LineField::LastYear => line.last_year = Some(assumed(value)),
            LineField::Stock => line.stock = Some(assumed(value)),
            // Units that nobody has described yet: all work and all money are still to come.
            LineField::UnderWayUnits => {
                line.under_way = Some(UnderWay {
                    units: assumed(value),
                    work_left: assumed(1.0),
                    money_left: assumed(1.0),
                });
            }
            _ => return Err(FieldError::NotFound(l.clone())),
        }
        Ok(())
    }
}

impl RangeField {
    /// The range; `None` if the plan has none there.
    pub fn read<'a>(&self, ground: &'a Ground) -> Option<&'a Range> {
        Some(match self {
            Self::Realisation(s) => &ground.source(s)?.realisation,
            Self::UnitCost(l) => &ground.line(l)?.unit_cost,
            Self::AverageCost(l) => &ground.line(l)?.average_cost,
        })
    }

    fn write<'a>(&self, ground: &'a mut Ground) -> Set<&'a mut Range> {
        Ok(match self {
            Self::Realisation(s) => &mut source_mut(ground, s)?.realisation,
            Self::UnitCost(l) => &mut line_mut(ground, l)?.unit_cost,
            Self::AverageCost(l) => &mut line_mut(ground, l)?.average_cost,
        })
    }

    /// Sets low, likely and high at once.
    ///
    /// # Errors
    /// [`Rule::Order`] if they are not in order, or as [`Field::set`].
    pub fn set(&self, ground: &mut Ground, values: [f64; 3]) -> Set<()> {
        let mut checked = [0.0; 3];
        for (checked, value) in checked.iter_mut().zip(values) {
            *checked = Rule::NotNegative.check(value).map_err(FieldError::OutOfRange)?;
        }
        if !checked.is_sorted() {
            return Err(FieldError::OutOfRange(Rule::Order));
        }
        self.write(ground)?.edit(checked);
        Ok(())
    }
}

impl Field {
    /// What the plan says; `None` if it says nothing there.
    pub fn read(&self, ground: &Ground) -> Option<f64> {
        match self {
            Self::Figure(field) => field.read(ground).map(|f| f.value),
            Self::Range(range, part) => Some(part.of(range.read(ground)?.values())),
            Self::Release(s, point) => ground.source(s)?.release.points.get(*point).copied(),
            Self::MaxShare(l, s) => Some(share(ground, l, s)?.max),
            Self::MinShare(l, s) => Some(share(ground, l, s)?.min),
            Self::MonthChance(e, month) => {
                let months = &ground.event(e)?.months;
                months.iter().find(|m| m.month == *month).map(|m| m.chance)
            }
            Self::Effect(e, index) => Some(ground.event(e)?.effects.get(*index)?.number()),
            Self::Correlation(a, b) => ground.correlation(a, b).map(|c| c.value.value),
        }
    }

    /// Whose origin is that of the number; shares of months and effects have none of their own.
    pub fn origin_field(&self) -> Option<OriginField> {
        Some(match self {
            Self::Figure(field) => field.clone().into(),
            Self::Range(range, _) => OriginField::Range(range.clone()),
            Self::Release(s, _) => OriginField::Release(s.clone()),
            Self::MaxShare(l, _) | Self::MinShare(l, _) => OriginField::Recipe(l.clone()),
            Self::Correlation(a, b) => OriginField::Correlation(a.clone(), b.clone()),
            Self::MonthChance(..) | Self::Effect(..) => return None,
        })
    }

    /// The value that was reported or derived before somebody edited it.
    pub fn replaced(&self, ground: &Ground) -> Option<f64> {
        match self {
            Self::Figure(field) => field.read(ground)?.replaced.as_ref().map(|r| r.value),
            Self::Range(range, part) => range.read(ground)?.replaced.as_ref().map(|r| part.of(r.value)),
            Self::Release(s, point) => ground.source(s)?.release.replaced.as_ref()?.value.get(*point).copied(),
            Self::MaxShare(l, s) => Some(old_share(ground, l, s)?.max),
            Self::MinShare(l, s) => Some(old_share(ground, l, s)?.min),
            Self::Correlation(a, b) => ground.correlation(a, b)?.value.replaced.as_ref().map(|r| r.value),
            Self::MonthChance(..) | Self::Effect(..) => None,
        }
    }

    /// Sets the number by hand: its origin becomes an assumption, what was reported or derived stays in view.
    ///
    /// # Errors
    /// The place that the plan does not have, or the rule that the value breaks.
    pub fn set(&self, ground: &mut Ground, value: f64) -> Set<()> {
        let value = self.rule(ground).check(value).map_err(FieldError::OutOfRange)?;
        match self {
            Self::Figure(field) => field.set(ground, value),
            Self::Range(range, part) => {
                let mut values = require(range.read(ground), &range.path())?.values();
                values[*part as usize] = value;
                range.set(ground, values)
            }
            Self::Release(s, point) => {
                let curve = &mut source_mut(ground, s)?.release;
                let mut points = curve.points;
                *require(points.get_mut(*point), &point.to_string())? = value;
                edit_by_hand(&mut curve.points, &mut curve.origin, &mut curve.replaced, points);
                Ok(())
            }
            Self::MaxShare(l, s) => {
                let min = require(share(ground, l, s), l)?.min.min(value);
                set_share(ground, l, s, Share { max: value, min })
            }
            Self::MinShare(l, s) => {
                let max = require(share(ground, l, s), l)?.max.max(value);
                set_share(ground, l, s, Share { max, min: value })
            }
            Self::MonthChance(e, month) => {
                let event = require(ground.events.iter_mut().find(|own| own.id == *e), e)?;
                let own = event.months.iter_mut().find(|m| m.month == *month);
                require(own, &month.to_string())?.chance = value;
                Ok(())
            }
            Self::Effect(e, index) => {
                let event = require(ground.events.iter_mut().find(|own| own.id == *e), e)?;
                require(event.effects.get_mut(*index), &index.to_string())?.set_number(value);
                Ok(())
            }
            Self::Correlation(a, b) => {
                require(ground.correlation_mut(a, b), factor_id(a))?.value.edit(value);
                Ok(())
            }
        }
    }

    /// Brings back what was reported or derived before an edit: of a range all three, of a recipe the source's two shares.
    ///
    /// # Errors
    /// The place that the plan does not have; nothing to bring back changes nothing.
    pub fn reset(&self, ground: &mut Ground) -> Set<()> {
        match self {
            Self::Range(range, _) => {
                let old = range.read(ground).and_then(|r| r.replaced.as_ref()).map(|r| r.value);
                old.map_or(Ok(()), |old| range.set(ground, old))
            }
            Self::MaxShare(l, s) | Self::MinShare(l, s) => {
                old_share(ground, l, s).map_or(Ok(()), |old| set_share(ground, l, s, old))
            }
            _ => self.replaced(ground).map_or(Ok(()), |old| self.set(ground, old)),
        }
    }
}

impl OriginField {
    /// The origin; `None` if the plan has nothing there. What nobody has said anything of is as [`Origin::or_unsaid`] has it.
    pub fn read<'a>(&self, ground: &'a Ground) -> Option<&'a Origin> {
        match self {
            Self::Figure(field) => field.read(ground).map(|f| &f.origin),
            Self::Range(range) => range.read(ground).map(|r| &r.origin),
            Self::Release(s) => ground.source(s).map(|s| &s.release.origin),
            Self::Rounds(l) => ground.line(l).map(|l| &l.appraisal.rounds_origin),
            Self::Recipe(l) => ground.line(l).map(|l| &l.recipe_origin),
            Self::Profile(l) => ground.line(l).map(|l| Origin::or_unsaid(&l.profile_origin)),
            Self::Calendar => Some(Origin::or_unsaid(&ground.origins.calendar)),
            Self::Discipline => Some(Origin::or_unsaid(&ground.origins.discipline)),
            Self::Actuals => Some(&ground.actuals.origin),
            Self::Correlation(a, b) => ground.correlation(a, b).map(|c| &c.value.origin),
        }
    }

    /// The origin, to be changed.
    ///
    /// # Errors
    /// The place that the plan does not have.
    pub fn write<'a>(&self, ground: &'a mut Ground) -> Set<&'a mut Origin> {
        Ok(match self {
            Self::Figure(field) => {
                let id = match field {
                    FigureField::Source(id, _) | FigureField::Line(id, _) | FigureField::EventChance(id) => id.clone(),
                    FigureField::Population => String::new(),
                };
                &mut require(field.write(ground)?, &id)?.origin
            }
            Self::Range(range) => &mut range.write(ground)?.origin,
            Self::Release(s) => &mut source_mut(ground, s)?.release.origin,
            Self::Rounds(l) => &mut line_mut(ground, l)?.appraisal.rounds_origin,
            Self::Recipe(l) => &mut line_mut(ground, l)?.recipe_origin,
            Self::Profile(l) => line_mut(ground, l)?.profile_origin.get_or_insert_default(),
            Self::Calendar => ground.origins.calendar.get_or_insert_default(),
            Self::Discipline => ground.origins.discipline.get_or_insert_default(),
            Self::Actuals => &mut ground.actuals.origin,
            Self::Correlation(a, b) => &mut require(ground.correlation_mut(a, b), factor_id(a))?.value.origin,
        })
    }
}

impl RangePart {
    fn of(self, values: [f64; 3]) -> f64 {
        values[self as usize]
    }
}

fn require<T>(thing: Option<T>, id: &str) -> Set<T> {
    thing.ok_or_else(|| FieldError::NotFound(id.to_owned()))
}

fn source_mut<'a>(ground: &'a mut Ground, id: &str) -> Set<&'a mut Source> {
    require(ground.sources.iter_mut().find(|s| s.id == id), id)
}

fn line_mut<'a>(ground: &'a mut Ground, id: &str) -> Set<&'a mut Line> {
    require(ground.lines.iter_mut().find(|l| l.id == id), id)
}

fn line_figure(line: &mut Line, field: LineField) -> Option<&mut Figure> {
    match field {
        LineField::Goal => Some(&mut line.goal),
        LineField::Weight => Some(&mut line.weight),
        LineField::Duration => Some(&mut line.duration),
        LineField::StartsPerMonth => Some(&mut line.starts_per_month),
        LineField::Candidates => Some(&mut line.candidates),
        LineField::Lag => Some(&mut line.appraisal.lag),
        LineField::UnderWayUnits => line.under_way.as_mut().map(|u| &mut u.units),
        LineField::UnderWayWork => line.under_way.as_mut().map(|u| &mut u.work_left),
        LineField::UnderWayMoney => line.under_way.as_mut().map(|u| &mut u.money_left),
        LineField::Pass(index) => line.appraisal.stages.get_mut(index).map(|s| &mut s.pass),
        LineField::LastYear => line.last_year.as_mut(),
        LineField::Stock => line.stock.as_mut(),
    }
}

/// A source that the recipe does not name may not pay.
fn share(ground: &Ground, line: &str, source: &str) -> Option<Share> {
    ground.source(source)?;
    Some(ground.line(line)?.recipe.get(source).copied().unwrap_or_default())
}

/// The share a source had in a reported or derived recipe.
fn old_share(ground: &Ground, line: &str, source: &str) -> Option<Share> {
    let old = ground.line(line)?.recipe_replaced.as_ref()?;
    Some(old.value.get(source).copied().unwrap_or_default())
}

/// A share that allows nothing and asks for nothing is the same as none.
fn set_share(ground: &mut Ground, line: &str, source: &str, share: Share) -> Set<()> {
    let line = line_mut(ground, line)?;
    let mut recipe = line.recipe.clone();
    if share == Share::default() {
        recipe.remove(source);
    } else {
        recipe.insert(source.to_owned(), share);
    }
    edit_by_hand(
        &mut line.recipe,
        &mut line.recipe_origin,
        &mut line.recipe_replaced,
        recipe,
    );
    Ok(())
}

fn factor_id(factor: &Factor) -> &str {
    match factor {
        Factor::Cost { line } => line,
        Factor::Realisation { source } => source,
    }
}
