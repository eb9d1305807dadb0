//! Least numbers that a plan of starts is asked for, beside its targets.

use super::place::{StartBatch, as_batches};
use super::replay::PlannedStarts;
use crate::engine::simulate::{carried_decided, recognised_anyway};
use crate::engine::work::{find_finish, find_round};
use crate::engine::{Floor, Inputs, LineInputs};

/// Worth of one unit that a floor asks for, points of score: more than all targets together, so that floors come first.
pub(super) const BONUS: f64 = 16.0;

/// Month in which a start is decided on, if one is.
pub(super) fn decision(line: &LineInputs, month: usize, duration: usize) -> Option<usize> {
    find_finish(month, duration as f64, &line.speed).and_then(|f| find_round(f, line.lag, &line.rounds))
}

/// Whether a candidate of a line (`None`: an alike unit) is among those a floor counts.
pub(super) fn is_member(inputs: &Inputs, floor: &Floor, line: usize, candidate: Option<usize>) -> bool {
    let named = || candidate.and_then(|c| inputs.lines[line].communes.get(c)?.id.as_ref());
    let inside = |ids: &Vec<_>| named().is_some_and(|id| ids.contains(id));
    floor.lines.contains(&line) && floor.communes.as_ref().is_none_or(inside)
}

/// What a start that is decided on in `decided` counts for: 1, or its chance to pass.
pub(super) fn weight(line: &LineInputs, floor: &Floor, decided: usize) -> f64 {
    if floor.recognised { line.pass_at(decided) } else { 1.0 }
}

/// What a floor still asks for beside what works already or is recognised, 0 or more.
pub(super) fn measure_need(inputs: &Inputs, floor: &Floor) -> f64 {
    let of_line = |l: &usize| {
        let line = &inputs.lines[*l];
        match (&floor.communes, floor.recognised) {
            (None, true) => recognised_anyway(line),
            (None, false) => {
                let settled = line.carried.iter().filter(|c| c.settled).map(|c| c.units as f64);
                settled.sum::<f64>() + carried_decided(line).map(|(_, units)| units).sum::<f64>()
            }
            (Some(_), recognised) => {
                let own = line
                    .carried
                    .iter()
                    .filter(|c| is_member(inputs, floor, *l, c.candidate));
                let each = if recognised { line.pass } else { 1.0 };
                own.map(|c| c.units as f64 * each).sum()
            }
        }
    };
    (floor.least - floor.lines.iter().map(of_line).sum::<f64>()).max(0.0)
}

/// What the starts of an answer count for in a floor, beside what works already.
fn count_delivered(inputs: &Inputs, floor: &Floor, planned: &PlannedStarts) -> f64 {
    let batches = as_batches(inputs, planned);
    let own = batches.iter().filter(|b| is_member(inputs, floor, b.line, b.candidate));
    let count = |b: &StartBatch| {
        let line = &inputs.lines[b.line];
        let duration = b.candidate.map_or(line.duration, |c| line.communes[c].duration);
        let decided = decision(line, b.month, duration)?;
        Some(b.units as f64 * weight(line, floor, decided))
    };
    own.filter_map(count).sum()
}

/// What an answer is short of each floor, shape `[floor]`, units; 0: it is kept.
pub fn find_shortfalls(inputs: &Inputs, planned: &PlannedStarts) -> Vec<f64> {
    let of = |floor: &Floor| {
        let short = measure_need(inputs, floor) - count_delivered(inputs, floor, planned);
        if short > 1e-9 { short } else { 0.0 }
    };
    inputs.floors.iter().map(of).collect()
}

/// What is delivered of what all floors ask for.
pub(super) fn score_delivered(inputs: &Inputs, planned: &PlannedStarts) -> f64 {
    let of = |floor: &Floor| count_delivered(inputs, floor, planned).min(measure_need(inputs, floor));
    inputs.floors.iter().map(of).sum()
}

/// The same inputs without floors.
pub(super) fn drop_floors(inputs: &Inputs) -> Inputs {
    Inputs {
        floors: vec![],
        ..inputs.clone()
    }
}
