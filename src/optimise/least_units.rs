//! Which units start when the money is what is sought: as many as the targets and least numbers take, the cheapest, as
//! late as possible.

use super::explain::Limit;
use super::floors::{decision, is_member, measure_need, weight};
use super::kinds::latest_recognised_start;
use super::place::StartBatch;
use crate::engine::simulate::recognised_anyway;
use crate::engine::{Floor, Inputs, LineInputs};

/// Units that start together.
pub(super) struct Start {
    pub line: usize,
    /// Index in the line's candidates.
    pub candidate: Option<usize>,
    pub month: usize,
    pub units: usize,
    /// Of one, in that month, triệu đồng.
    pub cost: f64,
    pub duration: usize,
}

impl From<&Start> for StartBatch {
    fn from(start: &Start) -> Self {
        Self {
            line: start.line,
            candidate: start.candidate,
            month: start.month,
            units: start.units,
        }
    }
}

/// Units of a line that are left to start.
struct UnitGroup {
    candidate: Option<usize>,
    left: usize,
    cost: f64,
    duration: usize,
}

fn kinds(line: &LineInputs) -> Vec<UnitGroup> {
    let kind = |candidate, left, cost, duration| UnitGroup {
        candidate,
        left,
        cost,
        duration,
    };
    if line.communes.is_empty() {
        return vec![kind(None, line.alike_left(), line.cost, line.duration)];
    }
    let named = line.communes.iter().enumerate();
    named
        .map(|(i, c)| kind(Some(i), line.left_of(i), c.cost, c.duration))
        .collect()
}

/// Units that the target of a line still takes.
fn missing(line: &LineInputs) -> Result<usize, Limit> {
    let missing = line.goal * (1.0 - 1e-12) - recognised_anyway(line);
    if missing <= 0.0 {
        return Ok(0);
    }
    if line.pass <= 0.0 {
        return Err(Limit::Pass(line.id.clone()));
    }
    Ok(libm::ceil(missing / line.pass - 1e-9) as usize)
}

/// Least that the units cost which the target of a line takes, triệu đồng.
pub(super) fn cheapest(inputs: &Inputs, l: usize) -> f64 {
    let Some(line) = inputs.lines.get(l) else { return 0.0 };
    let mut needed = missing(line).unwrap_or(0);
    let mut kinds = kinds(line);
    kinds.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let factor = line.cost_factor.iter().copied().fold(f64::INFINITY, f64::min);
    let mut cost = 0.0;
    for kind in kinds {
        let n = kind.left.min(needed);
        needed -= n;
        cost += kind.cost * n as f64;
    }
    if factor.is_finite() { cost * factor } else { cost }
}

/// Units chosen so far.
pub(super) struct Units<'a> {
    inputs: &'a Inputs,
    kinds: Vec<Vec<UnitGroup>>,
    /// Starts, shape `[line][month]`.
    taken: Vec<Vec<usize>>,
    pub starts: Vec<Start>,
}

impl<'a> Units<'a> {
    pub fn new(inputs: &'a Inputs) -> Self {
        Self {
            kinds: inputs.lines.iter().map(kinds).collect(),
            taken: vec![vec![0; inputs.months]; inputs.lines.len()],
            starts: vec![],
            inputs,
        }
    }

    /// Chooses what the target of a line takes; or tells the limit that is in the way.
    pub fn make(&mut self, l: usize) -> Result<(), Limit> {
        let line = &self.inputs.lines[l];
        let mut needed = missing(line)?;
        let (mut late, mut full) = (false, false);
        for k in 0..self.kinds[l].len() {
            if latest_recognised_start(line, self.kinds[l][k].duration).is_none() {
                late = late || self.kinds[l][k].left > 0;
                continue;
            }
            needed -= self.start_units(l, k, needed);
            full = full || (self.kinds[l][k].left > 0 && needed > 0);
        }
        match needed {
            0 => Ok(()),
            _ if full => Err(Limit::StartsPerMonth(line.id.clone())),
            _ if late => Err(Limit::Rounds(line.id.clone())),
            _ => Err(Limit::Candidates(line.id.clone())),
        }
    }

    /// Chooses what a least number takes beside what is chosen.
    pub fn keep(&mut self, f: usize) -> Result<(), Limit> {
        let inputs = self.inputs;
        let floor = &inputs.floors[f];
        let mut short = measure_need(inputs, floor) - self.count_for(floor);
        let mut ways: Vec<(f64, usize, usize, f64)> = Vec::new();
        for &l in &floor.lines {
            let line = &inputs.lines[l];
            for (k, kind) in self.kinds[l].iter().enumerate() {
                let decided =
                    latest_recognised_start(line, kind.duration).and_then(|month| decision(line, month, kind.duration));
                let each = decided.map_or(0.0, |decided| weight(line, floor, decided));
                if each > 0.0 && is_member(inputs, floor, l, kind.candidate) {
                    ways.push((kind.cost / each, l, k, each));
                }
            }
        }
        ways.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, l, k, each) in ways {
            if short > 1e-9 {
                let wanted = libm::ceil(short / each - 1e-9) as usize;
                short -= each * self.start_units(l, k, wanted) as f64;
            }
        }
        if short > 1e-9 { Err(Limit::AtLeast(f)) } else { Ok(()) }
    }

    /// What is chosen counts for in a least number.
    fn count_for(&self, floor: &Floor) -> f64 {
        let own = |s: &&Start| is_member(self.inputs, floor, s.line, s.candidate);
        let count = |s: &Start| {
            let line = &self.inputs.lines[s.line];
            decision(line, s.month, s.duration).map_or(0.0, |d| s.units as f64 * weight(line, floor, d))
        };
        self.starts.iter().filter(own).map(count).sum()
    }

    /// Puts up to so many units of a kind, as late as possible; returns how many.
    fn start_units(&mut self, l: usize, k: usize, wanted: usize) -> usize {
        let line = &self.inputs.lines[l];
        let kind = &mut self.kinds[l][k];
        let Some(last) = latest_recognised_start(line, kind.duration) else {
            return 0;
        };
        let mut put = 0;
        for month in (self.inputs.closed..=last).rev() {
            let room = line.starts_per_month.saturating_sub(self.taken[l][month]);
            let n = kind.left.min(wanted - put).min(room);
            if n == 0 {
                continue;
            }
            self.taken[l][month] += n;
            kind.left -= n;
            put += n;
            self.starts.push(Start {
                line: l,
                candidate: kind.candidate,
                month,
                units: n,
                cost: kind.cost * line.cost_factor.get(month).copied().unwrap_or(1.0),
                duration: kind.duration,
            });
        }
        put
    }
}
