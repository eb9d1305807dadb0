//! Bettering a plan by running it, where the rows do not say all there is: the engine may start less than rows let, so the
//! best plan by rows is not the best that runs. A unit, or all that start in a month, is put elsewhere or given up for
//! others, as long as the engine runs that to a better plan.

use super::kinds::latest_recognised_start;
use super::place::{StartBatch, as_batches, store_starts};
use super::replay::PlannedStarts;
use crate::engine::Inputs;
use crate::model::Pick;

/// Where units may be put.
#[derive(Clone, Copy, Debug)]
struct StartPlace {
    line: usize,
    /// Index in the line's candidates.
    candidate: Option<usize>,
    month: usize,
    units: usize,
}

/// What is tried on a plan, and what was tried since it was last bettered.
#[derive(Clone, Debug)]
pub(super) struct Polish {
    places: Vec<StartPlace>,
    /// What starts in the plan.
    started: Vec<StartBatch>,
    /// What may be given up: so many units of a place in `started`; `None`: nothing.
    given_up: Vec<Option<(usize, usize)>>,
    next: usize,
    trials: usize,
}

impl Polish {
    /// Begins with a plan.
    pub fn new(inputs: &Inputs, plan: &PlannedStarts) -> Self {
        let mut polish = Self {
            places: places(inputs),
            started: vec![],
            given_up: vec![],
            next: 0,
            trials: 0,
        };
        polish.continue_with(inputs, plan);
        polish
    }

    /// Goes on with a better plan, with the moves after the one that led to it.
    pub fn continue_with(&mut self, inputs: &Inputs, plan: &PlannedStarts) {
        self.started = as_batches(inputs, plan);
        let is_fixed = |b: &StartBatch| {
            b.candidate
                .is_some_and(|c| inputs.lines[b.line].communes[c].pick == Pick::In)
        };
        let free = self.started.iter().enumerate().filter(|(_, b)| !is_fixed(b));
        let given_up = free.flat_map(|(at, b)| [Some((at, 1)), (b.units > 1).then_some((at, b.units))]);
        self.given_up = std::iter::once(None).chain(given_up.flatten().map(Some)).collect();
        self.trials = 0;
    }

    /// Whether everything was tried on the plan there is.
    pub fn is_done(&self) -> bool {
        self.trials >= self.places.len() * self.given_up.len()
    }

    /// The next plan to run.
    pub fn next(&mut self, inputs: &Inputs) -> Option<PlannedStarts> {
        while !self.is_done() {
            let all = self.places.len() * self.given_up.len();
            let at = self.next % all;
            self.next = at + 1;
            self.trials += 1;
            let given_up = self.given_up[at / self.places.len()];
            if let Some(plan) = self.with(inputs, given_up, self.places[at % self.places.len()]) {
                return Some(plan);
            }
        }
        None
    }

    /// The plan with units given up and others put into a place, if there is room for any.
    fn with(&self, inputs: &Inputs, given_up: Option<(usize, usize)>, place: StartPlace) -> Option<PlannedStarts> {
        let mut batches = self.started.clone();
        if let Some((at, units)) = given_up {
            let from = &mut batches[at];
            if (from.line, from.candidate, from.month) == (place.line, place.candidate, place.month) {
                return None;
            }
            from.units -= units;
        }
        let started = |b: &&StartBatch| b.line == place.line && b.units > 0;
        let there = |b: &&StartBatch| place.candidate.is_some() && b.candidate == place.candidate;
        if batches.iter().filter(started).any(|b| there(&b)) {
            return None;
        }
        let now = batches.iter().filter(started).filter(|b| b.month == place.month);
        let room = inputs.lines[place.line]
            .starts_per_month
            .saturating_sub(now.map(|b| b.units).sum());
        if room == 0 || (place.units > 1 && room == 1) {
            return None;
        }
        batches.push(StartBatch {
            line: place.line,
            candidate: place.candidate,
            month: place.month,
            units: place.units.min(room),
        });
        Some(store_starts(inputs, &batches))
    }
}

/// Where units of each line may be put and are still recognised: one, or as many as may start in a month.
fn places(inputs: &Inputs) -> Vec<StartPlace> {
    let mut places = Vec::new();
    for (line, form) in inputs.lines.iter().enumerate().filter(|(_, l)| l.starts_per_month > 0) {
        let mut add = |candidate: Option<usize>, duration: usize, units: usize| {
            let months = latest_recognised_start(form, duration).map_or(0..0, |last| inputs.closed..last + 1);
            places.extend(months.map(|month| StartPlace {
                line,
                candidate,
                month,
                units,
            }));
        };
        for (c, commune) in form
            .communes
            .iter()
            .enumerate()
            .filter(|(_, c)| c.id.is_some() && c.pick == Pick::Free)
        {
            add(Some(c), commune.duration, 1);
        }
        if form.communes.is_empty() || form.communes.iter().any(|c| c.id.is_none()) {
            add(None, form.duration, 1);
            if form.starts_per_month > 1 {
                add(None, form.duration, form.starts_per_month);
            }
        }
    }
    places
}
