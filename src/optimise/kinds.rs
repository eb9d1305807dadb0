//! Units of a line that are alike.

use super::floors::is_member;
use crate::engine::work::is_recognised;
use crate::engine::{Inputs, LineInputs};
use crate::model::Pick;

/// Units of a line that have the same cost and months and count in the same floors.
pub(super) struct AlikeUnits {
    pub candidates: Vec<usize>,
    pub units: usize,
    pub cost: f64,
    pub duration: usize,
    pub fixed: bool,
    /// Indices of the floors they count in.
    pub floors: Vec<usize>,
}

/// Last month in which work of `duration` months is recognised when it starts; so it is in every month before.
pub(crate) fn latest_recognised_start(line: &LineInputs, duration: usize) -> Option<usize> {
    (0..line.speed.len())
        .rev()
        .find(|t| is_recognised(line, *t, duration as f64))
}

/// The kinds of unit of a line, in order of choice; communes that are fixed in are each a kind of their own.
pub(super) fn group_alike(inputs: &Inputs, l: usize) -> Vec<AlikeUnits> {
    let line = &inputs.lines[l];
    let floors = |candidate: Option<usize>| -> Vec<usize> {
        let all = inputs.floors.iter().enumerate();
        let own = all.filter(|(_, floor)| is_member(inputs, floor, l, candidate));
        own.map(|(f, _)| f).collect()
    };
    if line.communes.is_empty() {
        return vec![AlikeUnits {
            candidates: vec![],
            units: line.alike_left(),
            cost: line.cost,
            duration: line.duration,
            fixed: false,
            floors: floors(None),
        }];
    }
    let mut kinds: Vec<AlikeUnits> = Vec::new();
    for (index, c) in line.communes.iter().enumerate() {
        let units = line.left_of(index);
        if units == 0 {
            continue;
        }
        let fixed = c.pick == Pick::In;
        let own = floors(Some(index));
        let same =
            |k: &&mut AlikeUnits| !fixed && !k.fixed && k.cost == c.cost && k.duration == c.duration && k.floors == own;
        match kinds.iter_mut().find(same) {
            Some(kind) => {
                kind.candidates.push(index);
                kind.units += units;
            }
            None => kinds.push(AlikeUnits {
                candidates: vec![index],
                units,
                cost: c.cost,
                duration: c.duration,
                fixed,
                floors: own,
            }),
        }
    }
    kinds
}
