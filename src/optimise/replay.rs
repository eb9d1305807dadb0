//! Starts as a scenario stores them, and what a run makes of them.

use crate::engine::inputs::sort_by_choice;
use crate::engine::{Inputs, LineInputs, Outcome, simulate};
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
    /// Starts of closed months alone: what was started then is among what is wanted.
    pub(super) fn of_carried(inputs: &Inputs) -> Self {
        let mut planned = Self::default();
        for line in &inputs.lines {
            let mut starts = vec![0; inputs.months];
            for carried in line.carried.iter().filter(|c| !c.under_way) {
                starts[carried.month] += carried.units as u32;
                let commune = carried.candidate.and_then(|c| line.communes.get(c));
                if let Some(id) = commune.and_then(|c| c.id.clone()) {
                    planned.communes.insert(id, carried.month as u32);
                }
            }
            planned.starts.insert(line.id.clone(), starts);
        }
        planned
    }

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
        let mut planned = Self::of_carried(inputs);
        for (line, out) in inputs.lines.iter().zip(&outcome.lines) {
            let mut starts: Vec<u32> = out.started.iter().map(|n| *n as u32).collect();
            if let Some(first) = starts.first_mut() {
                *first = first.saturating_sub(line.under_way() as u32);
            }
            if let Some(closed) = planned.starts.get(&line.id) {
                starts[..inputs.closed].copy_from_slice(&closed[..inputs.closed]);
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

    /// Communes of a line that start, as indices of its candidates with their months.
    pub(super) fn named_starts<'a>(&'a self, line: &'a LineInputs) -> impl Iterator<Item = (usize, usize)> + 'a {
        let candidates = line.communes.iter().enumerate();
        candidates.filter_map(|(c, candidate)| {
            let month = self.communes.get(candidate.id.as_ref()?)?;
            Some((c, *month as usize))
        })
    }

    /// Units of a line that start and are no commune with data, shape `[month]`.
    pub(super) fn unnamed_starts(&self, line: &LineInputs) -> Vec<u32> {
        let mut units = self.starts.get(&line.id).cloned().unwrap_or_default();
        for (_, month) in self.named_starts(line) {
            if let Some(n) = units.get_mut(month) {
                *n = n.saturating_sub(1);
            }
        }
        units
    }

    /// Whole cost of what starts, triệu đồng; units under way aside.
    pub fn cost(&self, inputs: &Inputs) -> f64 {
        let of_line = |line: &LineInputs| {
            let factor = |month: usize| line.cost_factor.get(month).copied().unwrap_or(1.0);
            let named = self
                .named_starts(line)
                .map(|(c, month)| line.communes[c].cost * factor(month));
            let unnamed = self.unnamed_starts(line).into_iter().enumerate();
            named.sum::<f64>() + unnamed.map(|(t, n)| f64::from(n) * line.cost_at(t)).sum::<f64>()
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
            // A commune with a month of its own keeps its turn; the answer decides the month, if it has one for it.
            c.earliest = c.earliest.map(|own| month.unwrap_or(own));
            let left_out = (c.id.is_some() && c.pick != crate::model::Pick::In).then_some(months);
            c.start = month.or(left_out);
        }
        reorder(line);
    }
    own
}

/// Puts the candidates of a line in order of choice; units that work already go on naming theirs.
fn reorder(line: &mut LineInputs) {
    let ids: Vec<_> = line.communes.iter().map(|c| c.id.clone()).collect();
    sort_by_choice(&mut line.communes);
    for carried in &mut line.carried {
        let id = carried.candidate.and_then(|c| ids.get(c));
        carried.candidate = id.and_then(|id| line.communes.iter().position(|c| c.id == *id));
    }
}

/// Runs the inputs with these starts; every start passes the funding test again.
pub fn replay(inputs: &Inputs, planned: &PlannedStarts) -> Outcome {
    simulate(&with_starts(inputs, planned))
}

/// [`Inputs::hash`] without the schedule: two scenarios that differ only in when units are wanted have the same. An
/// optimised scenario whose inputs have another than it stores was edited since. In a forecast, what was started and paid
/// in closed months follows partly from the schedule and is left out too.
pub fn fingerprint(inputs: &Inputs) -> String {
    let mut own = inputs.clone();
    for line in &mut own.lines {
        line.wanted.clear();
        line.communes.iter_mut().for_each(|c| c.start = None);
        reorder(line);
        if own.closed > 0 {
            line.carried.clear();
        }
    }
    if own.closed > 0 {
        own.sources.iter_mut().for_each(|s| s.paid.clear());
    }
    own.hash()
}

/// Whether a schedule is an optimiser's answer to other inputs than these.
pub fn is_edited_since(inputs: &Inputs, schedule: &Schedule) -> bool {
    matches!(schedule, Schedule::Optimised { inputs_hash, .. } if *inputs_hash != fingerprint(inputs))
}
