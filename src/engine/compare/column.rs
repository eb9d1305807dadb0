//! What one column of a comparison says of a figure.

use super::metric::Metric;
use crate::engine::verdict::{GuardState, Verdict, community_state, owed_state, waiting_state};
use crate::engine::{Evaluation, Guard, GuardRowOf};
use crate::model::{Amount, Effect, Ground, Overrides};

/// A mark beside a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Verdict on a target.
    Target(Verdict),
    /// State of a guard.
    Guard(GuardState),
}

/// One column of a comparison. Columns may come from different plans.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// The plan.
    pub ground: &'a Ground,
    /// The scenario.
    pub overrides: &'a Overrides,
    /// What came out.
    pub evaluation: &'a Evaluation,
}

impl Column<'_> {
    pub(super) fn guard(&self, name: &str) -> Option<&Guard> {
        self.evaluation.guards.iter().find(|g| g.name == name)
    }

    pub(super) fn value(&self, metric: &Metric) -> Option<f64> {
        let outcome = &self.evaluation.outcome;
        Some(match metric {
            Metric::Recognised(id) => outcome.lines.iter().find(|l| &l.id == id)?.total_recognised(),
            Metric::Met => outcome.met() as f64,
            Metric::Score => outcome.score,
            Metric::Missing => self.evaluation.missing.amount,
            Metric::Source(id) => money_of_year(self.ground, self.overrides, id)?,
            Metric::AllSources => {
                let sources = self.ground.sources.iter();
                sources
                    .filter_map(|s| money_of_year(self.ground, self.overrides, &s.id))
                    .sum()
            }
            Metric::Debt => outcome.debt,
            Metric::PeakWaiting => outcome.peak_waiting,
            Metric::CommunityPerHead if self.evaluation.community.population > 0.0 => {
                self.evaluation.community.per_head
            }
            Metric::CommunityPerHead => return None,
            Metric::UnitPaid(id) => outcome.lines.iter().find(|l| &l.id == id)?.cost_per_recognised()?,
            Metric::Guard(name) => guard_figure(self.guard(name)?).0,
        })
    }

    pub(super) fn sign(&self, metric: &Metric) -> Option<Sign> {
        let outcome = &self.evaluation.outcome;
        match metric {
            Metric::Recognised(id) => {
                let line = outcome.lines.iter().find(|l| &l.id == id)?;
                Some(Sign::Target(Verdict::of(line)))
            }
            Metric::Debt => Some(Sign::Guard(owed_state(outcome))),
            Metric::PeakWaiting => {
                let discipline = self.evaluation.inputs.discipline;
                Some(Sign::Guard(waiting_state(outcome, discipline)))
            }
            Metric::CommunityPerHead => community_state(&self.evaluation.community).map(Sign::Guard),
            Metric::Guard(name) => self.guard(name)?.state.map(Sign::Guard),
            _ => None,
        }
    }
}

/// The figure of a guard as its own row tells it, and whether it is money that is used up: sources that promise
/// nothing too much may still be at their end, and then the amount at its end is told.
pub(super) fn guard_figure(guard: &Guard) -> (f64, bool) {
    let tight = guard.rows.iter().find(|r| matches!(r.of, GuardRowOf::Tight(..)));
    match tight.and_then(|row| row.value) {
        Some(amount) if guard.value <= 0.0 => (amount, true),
        _ => (guard.value, false),
    }
}

/// What a source brings in a budget year, triệu đồng: its amount and the money of events that are on; `None` if the
/// plan has no such source.
fn money_of_year(ground: &Ground, overrides: &Overrides, id: &str) -> Option<f64> {
    let source = ground.source(id)?;
    let amount = match overrides.amounts.get(id) {
        Some(Amount::Factor(factor)) => factor * source.reference.value,
        Some(Amount::Fixed(amount)) => *amount,
        None => source.amount.value,
    };
    Some(amount + event_money(ground, overrides, id))
}

/// Money that events which are on under `overrides` add to a source, triệu đồng.
pub fn event_money(ground: &Ground, overrides: &Overrides, id: &str) -> f64 {
    ground
        .events
        .iter()
        .filter(|e| overrides.events.get(&e.id).copied().unwrap_or(e.on))
        .flat_map(|e| &e.effects)
        .map(|effect| match effect {
            Effect::Money { source, amount, .. } if source == id => *amount,
            _ => 0.0,
        })
        .sum()
}
