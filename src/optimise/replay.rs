//! Starts as a scenario stores them, and what a run makes of them.

use crate::engine::inputs::in_order_of_choice;
use crate::engine::{Inputs, Outcome, simulate};
use crate::model::{CommuneId, LineId, Schedule};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which units start when: what an optimised schedule stores. Payments are not stored, a run finds them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlannedStarts {
    /// Units that start, shape `[month]` by line, units under way aside; communes count in it.
    pub starts: BTreeMap<LineId, Vec<u32>>,
    /// Month in which each commune with data that is chosen starts; the others do not start.
    #[serde(default)]
    pub communes: BTreeMap<CommuneId, u32>,
}

impl PlannedStarts {
    /// The schedule of a scenario that starts these units; `inputs`: what they were found for.
    pub fn schedule(&self, inputs: &Inputs) -> Schedule {
        Schedule::Optimised {
            starts: self.starts.clone(),
            communes: Some(self.communes.clone()),
            inputs_hash: fingerprint(inputs),
        }
    }

    /// What starts in an outcome of these inputs.
    pub fn of_outcome(inputs: &Inputs, outcome: &Outcome) -> Self {
        let mut planned = Self::default();
        for (line, out) in inputs.lines.iter().zip(&outcome.lines) {
            let mut starts: Vec<u32> = out.started.iter().map(|n| *n as u32).collect();
            if let Some(first) = starts.first_mut() {
                *first = first.saturating_sub(line.under_way.0 as u32);
            }
            planned.starts.insert(line.id.clone(), starts);
        }
        for commune in &outcome.communes {
            if let Some(id) = &commune.id {
                planned.communes.insert(id.clone(), commune.start as u32);
            }
        }
        planned
    }

    /// Whole cost of what starts, triệu đồng; units under way aside.
    pub fn cost(&self, inputs: &Inputs) -> f64 {
        let of_line = |line: &crate::engine::LineInputs| {
            let factor = |month: usize| line.cost_factor.get(month).copied().unwrap_or(1.0);
            let mut alike: Vec<u32> = self.starts.get(&line.id).cloned().unwrap_or_default();
            let mut cost = 0.0;
            for c in &line.communes {
                let Some(month) = c.id.as_ref().and_then(|id| self.communes.get(id)) else {
                    continue;
                };
                cost += c.cost * factor(*month as usize);
                if let Some(n) = alike.get_mut(*month as usize) {
                    *n = n.saturating_sub(1);
                }
            }
            let alike = alike.iter().enumerate();
            cost + alike.map(|(t, n)| f64::from(*n) * line.cost_at(t)).sum::<f64>()
        };
        inputs.lines.iter().map(of_line).sum()
    }
}

/// The inputs with these starts wanted, as [`crate::engine::resolve`] gives them under [`PlannedStarts::schedule`].
pub fn with_starts(inputs: &Inputs, planned: &PlannedStarts) -> Inputs {
    let mut own = inputs.clone();
    let months = own.months;
    for line in &mut own.lines {
        let Some(starts) = planned.starts.get(&line.id) else {
            continue;
        };
        line.wanted = (0..months).map(|t| starts.get(t).map_or(0, |n| *n as usize)).collect();
        for c in &mut line.communes {
            let month = c.id.as_ref().and_then(|id| planned.communes.get(id));
            let month = month.map(|month| (*month as usize).min(months));
            // A commune with a month of its own keeps its turn; the answer decides the month.
            c.earliest = c.earliest.and(month);
            let left_out = (c.id.is_some() && c.pick != crate::model::Pick::In).then_some(months);
            c.start = month.or(left_out);
        }
        in_order_of_choice(&mut line.communes);
    }
    own
}

/// Runs the inputs with these starts; every start passes the funding test again.
pub fn replay(inputs: &Inputs, planned: &PlannedStarts) -> Outcome {
    simulate(&with_starts(inputs, planned))
}

/// [`Inputs::hash`] without the schedule: two scenarios that differ only in when units are wanted have the same. An
/// optimised scenario whose inputs have another than it stores was edited since.
pub fn fingerprint(inputs: &Inputs) -> String {
    let mut own = inputs.clone();
    for line in &mut own.lines {
        line.wanted.clear();
        line.communes.iter_mut().for_each(|c| c.start = None);
        in_order_of_choice(&mut line.communes);
    }
    own.hash()
}

/// Whether a schedule is an optimiser's answer to other inputs than these.
pub fn edited_since(inputs: &Inputs, schedule: &Schedule) -> bool {
    matches!(schedule, Schedule::Optimised { inputs_hash, .. } if *inputs_hash != fingerprint(inputs))
}
