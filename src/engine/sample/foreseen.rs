//! A sample as it would be if all were known before anything is decided: what no plan can do better in it.

use super::super::simulate::recognised_anyway;
use super::super::{Inputs, LineInputs};
use super::evaluator::Keys;
use super::general::scale_costs;
use super::sampler::Sampler;
use super::tail::count_enough;

/// A goal that nothing reaches.
const OUT_OF_REACH: f64 = 1e9;

impl Sampler {
    /// Draws the next sample as inputs for a plan that is made for it: costs as drawn, events as they turn out, every unit
    /// passes, and the goal of each of `lines` (indices) asks for as many units as it takes for enough to pass; the others
    /// weigh nothing. Nothing is kept of it.
    ///
    /// Whatever a plan makes in the sample, some starts make here: of communes those that fail are left out, and only money
    /// that is planned is asked for. A line with goals by year, or whose pass rate changes inside the year, counts as made.
    pub(crate) fn draw_foreseen(&mut self, lines: &[usize]) -> Inputs {
        let sample = self.tally.count as u64;
        let (table, _) = self.draw_one();
        let table = &self.core.table(table).inputs;
        let mut inputs = scale_costs(table, self.costs());
        for (l, line) in inputs.lines.iter_mut().enumerate() {
            let keys = Keys::new(self.core.ground(), &table.lines[l]);
            let pass = line.pass;
            let passes = |key: u32| self.core.passes.passes(l, sample, key, pass);
            line.weight = if lines.contains(&l) { 1.0 } else { 0.0 };
            foresee(line, &keys, passes);
        }
        inputs
    }
}

/// Makes a line one whose units all pass and whose goal is what it takes; `passes`: whether the unit with a key does.
fn foresee(line: &mut LineInputs, keys: &Keys, passes: impl Fn(u32) -> bool) {
    if line.passes_vary() || !line.goals.is_empty() {
        line.goals.clear();
        line.goal = 0.0;
        return;
    }
    let passing = |from: u32, units: usize| (0..units as u32).filter(|i| passes(from + i)).count();
    let carried = line.carried.iter().zip(&keys.carried);
    let sure: usize = carried.map(|(c, from)| passing(*from, c.units)).sum();
    let needed = count_enough(line.goal - line.recognised_so_far()).saturating_sub(sure);
    let asked = if line.communes.is_empty() {
        first_with(keys.alike, line.alike_left(), needed, &passes)
    } else if let [group] = &line.communes[..]
        && group.id.is_none()
    {
        first_with(keys.candidates[0], line.left_of(0), needed, &passes)
    } else {
        let left: Vec<usize> = (0..line.communes.len()).map(|c| line.left_of(c)).collect();
        let mut all = 0;
        for ((candidate, from), left) in line.communes.iter_mut().zip(&keys.candidates).zip(left) {
            let own = passing(*from, left);
            candidate.units -= left - own;
            all += own;
        }
        (all >= needed).then_some(needed)
    };
    line.pass = 1.0;
    let so_far = recognised_anyway(line);
    line.goal = match asked {
        Some(0) => 0.0,
        Some(units) => so_far + units as f64,
        None => OUT_OF_REACH * (1.0 + so_far),
    };
}

/// The fewest of `units` units, taken in order from a key, of which `needed` pass.
fn first_with(from: u32, units: usize, needed: usize, passes: impl Fn(u32) -> bool) -> Option<usize> {
    let mut passed = 0;
    let mut count = |i: &usize| {
        passed += usize::from(*i > 0 && passes(from + *i as u32 - 1));
        passed >= needed
    };
    (0..=units).find(&mut count)
}
