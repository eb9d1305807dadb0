//! Everything whose origin can be seen and edited: where it is, and the command that changes it.

use crate::edit::Command;
use crate::model::field::OriginField;
use crate::model::{CommuneId, CriterionId, Origin, Plan};

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
            Self::Commune(id) => plan.commune(id).map(|c| &c.level_origin),
            Self::Dates(id) => {
                let commune = plan.commune(id)?;
                Some(Origin::or_unsaid(&commune.dates_origin))
            }
            Self::Population(id) => {
                let commune = plan.commune(id)?;
                commune.population.as_ref().map(|p| &p.origin)
            }
            Self::Criterion(id, criterion) => plan
                .communes
                .iter()
                .find(|c| c.id == *id)
                .and_then(|c| c.criteria.get(criterion))
                .map(|e| &e.origin),
            Self::Field(field) => field.read(plan),
        }
    }

    /// The command that changes it; `None` if its place is gone.
    pub fn write(&self, plan: &Plan, origin: Origin) -> Option<Command> {
        Some(match self {
            Self::Field(field) => Command::SetOrigin(field.clone(), origin),
            Self::Commune(id) => {
                let mut commune = plan.commune(id)?.clone();
                commune.level_origin = origin;
                Command::PutCommune(commune)
            }
            Self::Dates(id) => {
                let mut commune = plan.commune(id)?.clone();
                commune.dates_origin = Some(origin);
                Command::PutCommune(commune)
            }
            Self::Population(id) => {
                let mut commune = plan.commune(id)?.clone();
                commune.population.as_mut()?.origin = origin;
                Command::PutCommune(commune)
            }
            Self::Criterion(id, criterion) => {
                let commune = plan.commune(id)?;
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
            Self::Field(field) => field.path(),
        }
    }
}
