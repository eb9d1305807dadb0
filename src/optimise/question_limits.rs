//! Limits of a question that its inputs have worked in already: what the villagers may be asked for, what may be owed.

use super::question::{Question, resolve_overrides};
use crate::engine::{Inputs, SourceInputs};
use crate::model::{Ground, Scenario};

/// What is left of these limits when they are taken away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionLimits {
    /// Sources of villagers that a cap a head lowers: with the cap and without it.
    villagers: Vec<(SourceInputs, SourceInputs)>,
    owed: bool,
}

impl QuestionLimits {
    /// Those of a question about a scenario.
    pub fn new(question: &Question, ground: &Ground, scenario: Option<&Scenario>) -> Self {
        let without = Question {
            community_per_head: None,
            ..question.clone()
        };
        let sources = |question: &Question| resolve_overrides(ground, question.overrides(ground, scenario)).sources;
        let (with, without) = (sources(question), sources(&without));
        let pairs = with.into_iter().zip(without);
        Self {
            villagers: pairs.filter(|(with, without)| with != without).collect(),
            owed: question.arrears.is_some(),
        }
    }

    /// Whether villagers are asked for less than without the question.
    pub fn limits_per_head(&self) -> bool {
        !self.villagers.is_empty()
    }

    /// Whether what may be owed is asked about.
    pub fn limits_debt(&self) -> bool {
        self.owed
    }

    /// Asks the villagers for `more` triệu đồng a head and year, but no more than without the cap; `None`: for all that.
    pub(super) fn loosen_per_head(&self, inputs: &mut Inputs, more: Option<f64>) {
        let sum = |s: &SourceInputs| s.planned.iter().sum::<f64>();
        let gap: f64 = self
            .villagers
            .iter()
            .map(|(with, without)| sum(without) - sum(with))
            .sum();
        let heads = inputs.population * inputs.years.len() as f64;
        let share = match more {
            Some(more) if gap > 0.0 => (more * heads / gap).min(1.0),
            _ => 1.0,
        };
        for (with, without) in &self.villagers {
            if let Some(own) = inputs.sources.iter_mut().find(|s| s.id == with.id) {
                add_part(own, with, without, share);
            }
        }
    }
}

/// Adds a share of the difference between two amounts of a source.
fn add_part(own: &mut SourceInputs, from: &SourceInputs, to: &SourceInputs, share: f64) {
    let add = |own: &mut Vec<f64>, from: &[f64], to: &[f64]| {
        let parts = from.iter().zip(to).map(|(from, to)| (to - from) * share);
        own.iter_mut().zip(parts).for_each(|(own, part)| *own += part);
    };
    own.amount += (to.amount - from.amount) * share;
    add(&mut own.planned, &from.planned, &to.planned);
    add(&mut own.released, &from.released, &to.released);
    for (own, (from, to)) in own.by_year.iter_mut().zip(from.by_year.iter().zip(&to.by_year)) {
        add(&mut own.planned, &from.planned, &to.planned);
        add(&mut own.released, &from.released, &to.released);
    }
}
