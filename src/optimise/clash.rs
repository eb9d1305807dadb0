//! Limits that together keep targets from being made.

use super::explain::Limit;
use super::loosen::{Loosening, list_limits, loosen_limit};
use super::question_limits::QuestionLimits;
use super::relax::bound;
use super::search::{SAME_SCORE, Search};
use crate::engine::Inputs;
use crate::model::Pick;
use serde::{Deserialize, Serialize};

/// Limits that clash.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clash {
    /// Together they keep the targets from being made, and none of them can be left out; empty if no such set is known.
    pub limits: Vec<Limit>,
    /// Whether all the rest is made when that limit alone is taken away and every other one stays, shape `[limit]`.
    pub enough: Vec<bool>,
}

/// Limits that together keep the targets of the lines in `goals` (indices) from being made, none of which can be left
/// out; empty if the targets can be made. Found by leaving out one limit after the other.
pub fn find_clash(inputs: &Inputs, question: &QuestionLimits, goals: &[usize], steps: usize) -> Clash {
    let mut own = inputs.clone();
    for (l, line) in own.lines.iter_mut().enumerate() {
        line.weight = f64::from(u8::from(goals.contains(&l)));
    }
    if possible(&own, steps) {
        return Clash::default();
    }
    let whole = own.clone();
    let goal = |l: &usize| own.lines.get(*l).map(|line| Limit::Goal(line.id.clone()));
    let fixed = own
        .lines
        .iter()
        .flat_map(|l| &l.communes)
        .filter(|c| c.pick == Pick::In);
    let fixed = fixed.filter_map(|c| c.id.clone().map(Limit::FixedIn));
    let floors = (0..own.floors.len()).map(Limit::AtLeast);
    let mut all: Vec<Limit> = goals.iter().filter_map(goal).chain(fixed).chain(floors).collect();
    all.extend(list_limits(&own, question).into_iter().rev());
    let mut needed = Vec::new();
    for limit in all {
        let without = loosen_limit(&own, question, &limit, Loosening::All);
        if possible(&without, steps) {
            needed.push(limit);
        } else {
            own = without;
        }
    }
    let alone = |limit: &Limit| possible(&loosen_limit(&whole, question, limit, Loosening::All), steps);
    Clash {
        enough: needed.iter().map(alone).collect(),
        limits: needed,
    }
}

fn possible(inputs: &Inputs, steps: usize) -> bool {
    let counts = inputs.lines.iter().any(|l| l.weight > 0.0);
    let fixed = inputs
        .lines
        .iter()
        .flat_map(|l| &l.communes)
        .any(|c| c.pick == Pick::In);
    if counts && bound(inputs) < 1.0 - SAME_SCORE {
        return false;
    }
    if !counts && !fixed && inputs.floors.is_empty() {
        return true;
    }
    let mut search = Search::new(inputs);
    search.step(steps);
    let answer = search.answer();
    let kept = answer.refused.is_empty() && answer.short.iter().all(|short| *short <= 0.0);
    kept && (!counts || answer.score >= 1.0 - SAME_SCORE)
}
