//! All numbers of a plan.

use super::{Field, FigureField, LineField, RangeField, RangePart, SourceField};
use crate::model::{Event, Ground, Line, RELEASE_POINTS, Source};

impl Field {
    /// Every number of a plan that can be edited, in the order of the screen. Some may have no value yet.
    pub fn all(ground: &Ground) -> Vec<Self> {
        let mut fields = vec![Self::Figure(FigureField::Population)];
        fields.extend(ground.sources.iter().flat_map(of_source));
        fields.extend(ground.lines.iter().flat_map(of_line));
        for line in &ground.lines {
            for source in &ground.sources {
                fields.push(Self::MaxShare(line.id.clone(), source.id.clone()));
                fields.push(Self::MinShare(line.id.clone(), source.id.clone()));
            }
        }
        let pairs = ground.correlations.iter();
        fields.extend(pairs.map(|c| Self::Correlation(c.a.clone(), c.b.clone())));
        fields.extend(ground.events.iter().flat_map(of_event));
        fields
    }
}

fn of_range(field: RangeField) -> impl Iterator<Item = Field> {
    RangePart::ALL
        .into_iter()
        .map(move |part| Field::Range(field.clone(), part))
}

fn of_source(source: &Source) -> Vec<Field> {
    let figures = SourceField::ALL
        .into_iter()
        .map(|field| Field::source(&source.id, field));
    let release = (0..RELEASE_POINTS).map(|point| Field::Release(source.id.clone(), point));
    figures
        .chain(of_range(RangeField::Realisation(source.id.clone())))
        .chain(release)
        .collect()
}

fn of_line(line: &Line) -> Vec<Field> {
    let figure = |field| Field::line(&line.id, field);
    let passes = (0..line.appraisal.stages.len()).map(|stage| figure(LineField::Pass(stage)));
    LineField::AIMS
        .into_iter()
        .map(figure)
        .chain(of_range(RangeField::UnitCost(line.id.clone())))
        .chain(of_range(RangeField::AverageCost(line.id.clone())))
        .chain(LineField::WORK.into_iter().map(figure))
        .chain(passes)
        .collect()
}

fn of_event(event: &Event) -> Vec<Field> {
    let chance = Field::Figure(FigureField::EventChance(event.id.clone()));
    let months = event
        .months
        .iter()
        .map(|m| Field::MonthChance(event.id.clone(), m.month));
    let effects = (0..event.effects.len()).map(|index| Field::Effect(event.id.clone(), index));
    std::iter::once(chance).chain(months).chain(effects).collect()
}
