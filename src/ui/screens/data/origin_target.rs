//! Everything whose origin can be seen and edited: where it is, and the command that changes it.

use super::slot::{Slot, figure};
use crate::edit::{Command, OriginField};
use crate::model::{CommuneId, CriterionId, Origin, Plan, UNSAID, correlation_key};

/// What an origin belongs to: a number, a recipe, a commune's cell…
#[derive(Clone, Debug, PartialEq)]
pub enum OriginTarget {
    /// A number, range, curve, the rounds or the recipe of a line.
    Field(OriginField),
    /// Level of a commune.
    Commune(CommuneId),
    /// Target year and dates of a commune.
    Dates(CommuneId),
    /// Inhabitants of a commune.
    Population(CommuneId),
    /// A cell of the matrix.
    Criterion(CommuneId, CriterionId),
}

impl OriginTarget {
    /// The origin as it is.
    pub fn read<'a>(&self, plan: &'a Plan) -> Option<&'a Origin> {
        match self {
            Self::Commune(id) => plan.communes.iter().find(|c| c.id == *id).map(|c| &c.level_origin),
            Self::Dates(id) => {
                let commune = plan.communes.iter().find(|c| c.id == *id)?;
                Some(said_or_not(&commune.dates_origin))
            }
            Self::Population(id) => {
                let commune = plan.communes.iter().find(|c| c.id == *id)?;
                commune.population.as_ref().map(|p| &p.origin)
            }
            Self::Criterion(id, criterion) => plan
                .communes
                .iter()
                .find(|c| c.id == *id)
                .and_then(|c| c.criteria.get(criterion))
                .map(|e| &e.origin),
            Self::Field(field) => match field {
                OriginField::Figure(field) => figure(plan, field).map(|f| &f.origin),
                OriginField::Release(s) => plan.source(s).map(|s| &s.release.origin),
                OriginField::Realisation(s) => plan.source(s).map(|s| &s.realisation.origin),
                OriginField::UnitCost(l) => plan.line(l).map(|l| &l.unit_cost.origin),
                OriginField::AverageCost(l) => plan.line(l).map(|l| &l.average_cost.origin),
                OriginField::Rounds(l) => plan.line(l).map(|l| &l.appraisal.rounds_origin),
                OriginField::Recipe(l) => plan.line(l).map(|l| &l.recipe_origin),
                OriginField::Profile(l) => plan.line(l).map(|l| said_or_not(&l.profile_origin)),
                OriginField::Calendar => Some(said_or_not(&plan.origins.calendar)),
                OriginField::Actuals => Some(&plan.actuals.origin),
                OriginField::Correlation(a, b) => plan.correlation(a, b).map(|c| &c.value.origin),
                OriginField::Discipline => Some(said_or_not(&plan.origins.discipline)),
            },
        }
    }

    /// The command that changes it; `None` if its place is gone.
    pub fn write(&self, plan: &Plan, origin: Origin) -> Option<Command> {
        Some(match self {
            Self::Field(field) => Command::SetOrigin(field.clone(), origin),
            Self::Commune(id) => {
                let mut commune = plan.communes.iter().find(|c| c.id == *id)?.clone();
                commune.level_origin = origin;
                Command::PutCommune(commune)
            }
            Self::Dates(id) => {
                let mut commune = plan.communes.iter().find(|c| c.id == *id)?.clone();
                commune.dates_origin = Some(origin);
                Command::PutCommune(commune)
            }
            Self::Population(id) => {
                let mut commune = plan.communes.iter().find(|c| c.id == *id)?.clone();
                commune.population.as_mut()?.origin = origin;
                Command::PutCommune(commune)
            }
            Self::Criterion(id, criterion) => {
                let commune = plan.communes.iter().find(|c| c.id == *id)?;
                let mut entry = commune.criteria.get(criterion)?.clone();
                entry.origin = origin;
                Command::SetCriterion(id.clone(), criterion.clone(), Some(entry))
            }
        })
    }

    /// Place in the plan.
    pub fn path(&self) -> String {
        match self {
            Self::Commune(id) => format!("/communes/{id}/level"),
            Self::Dates(id) => format!("/communes/{id}/target_year"),
            Self::Population(id) => format!("/communes/{id}/population"),
            Self::Criterion(id, criterion) => format!("/communes/{id}/criteria/{criterion}"),
            Self::Field(field) => match field {
                OriginField::Figure(figure) => Slot::Figure(figure.clone()).path(),
                OriginField::Release(s) => format!("/sources/{s}/release"),
                OriginField::Realisation(s) => format!("/sources/{s}/realisation"),
                OriginField::UnitCost(l) => format!("/lines/{l}/unit_cost"),
                OriginField::AverageCost(l) => format!("/lines/{l}/average_cost"),
                OriginField::Rounds(l) => format!("/lines/{l}/appraisal/rounds"),
                OriginField::Recipe(l) => format!("/lines/{l}/recipe"),
                OriginField::Profile(l) => format!("/lines/{l}/profile"),
                OriginField::Calendar => "/calendar".to_owned(),
                OriginField::Actuals => "/actuals".to_owned(),
                OriginField::Correlation(a, b) => format!("/correlations/{}", correlation_key(a, b)),
                OriginField::Discipline => "/discipline".to_owned(),
            },
        }
    }
}

fn said_or_not(origin: &Option<Origin>) -> &Origin {
    origin.as_ref().unwrap_or(&UNSAID)
}
