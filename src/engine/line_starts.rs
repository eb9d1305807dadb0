//! Starts of one line: what is wanted, what is left to choose from, what was decided. What may pay is asked of a purse, so
//! the plain run and the samples decide by the same code.

use super::{Candidate, CarriedUnits, LineInputs};
use crate::model::Pick;
use std::ops::Range;

/// Units that start together.
#[derive(Clone, Debug)]
pub(super) struct Cohort {
    /// Month of the start; for units under way the month from which they are counted.
    pub month: usize,
    /// How many.
    pub units: f64,
    /// Cost still to come of one, triệu đồng.
    pub cost: f64,
    /// Months of work still to do of one, at full speed.
    pub duration: f64,
    /// Index in [`LineInputs::communes`].
    pub candidate: Option<usize>,
    /// Whether they were under way when the plan began.
    pub under_way: bool,
    /// Whether their result is among what was recognised in closed months.
    pub settled: bool,
}

impl From<&CarriedUnits> for Cohort {
    fn from(carried: &CarriedUnits) -> Self {
        Self {
            month: carried.month,
            units: carried.units as f64,
            cost: carried.money_left,
            duration: carried.work_left,
            candidate: carried.candidate,
            under_way: carried.under_way,
            settled: carried.settled,
        }
    }
}

/// Starts of one line.
#[derive(Clone, Debug)]
pub(super) struct LineStarts {
    cohorts: Vec<Cohort>,
    /// Units still to choose from, by candidate (communes), or one entry for alike units.
    left: Vec<usize>,
    /// Started in the month, units under way aside, shape `[month]`.
    started: Vec<usize>,
    /// Wanted by the end of the month less started by then, shape `[month]`.
    open: Vec<usize>,
    /// How many of the candidates from another line may have started by a month, shape `[month]`; empty: none.
    climb_room: Vec<usize>,
}

/// Who chooses when: communes with a month of their own first, then those fixed in, then all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// A month of their own.
    Placed,
    /// Fixed in.
    Fixed,
    /// All others.
    Free,
}

impl Turn {
    fn of(candidate: &Candidate) -> Self {
        match candidate {
            Candidate { earliest: Some(_), .. } => Self::Placed,
            Candidate { pick: Pick::In, .. } => Self::Fixed,
            _ => Self::Free,
        }
    }

    /// The turns that a line needs, in order.
    pub(super) fn all_of(line: &LineInputs) -> impl Iterator<Item = Self> + use<> {
        let any = |turn| line.communes.iter().any(|c| Self::of(c) == turn);
        let placed = any(Self::Placed).then_some(Self::Placed);
        let fixed = any(Self::Fixed).then_some(Self::Fixed);
        placed.into_iter().chain(fixed).chain([Self::Free])
    }
}

/// One kind of unit that may be taken next.
pub(super) struct UnitKind {
    /// Index in [`LineInputs::communes`]; `None` for alike units.
    pub candidate: Option<usize>,
    /// How many there are.
    pub available: usize,
    /// Cost of one, triệu đồng.
    pub cost: f64,
    /// Months of work of one at full speed.
    pub duration: f64,
}

/// What starts of a line are paid from.
pub(super) trait Purse {
    /// How many of `want` units of a kind it lets start in `month`.
    fn fit(&mut self, kind: &UnitKind, month: usize, want: usize) -> usize;
    /// Takes the money of units that start; they were just tried.
    fn commit(&mut self, kind: &UnitKind, month: usize, units: usize);
    /// Is told that it let fewer start than were wanted; they were just tried.
    fn note_refusal(&mut self, kind: &UnitKind, month: usize);
}

impl LineStarts {
    /// Nothing but units carried on has started.
    pub(super) fn new(line: &LineInputs) -> Self {
        let mut starts = Self {
            cohorts: vec![],
            left: vec![],
            started: vec![],
            open: vec![],
            climb_room: vec![],
        };
        starts.reset(line);
        starts
    }

    /// Forgets every decision; the memory is kept.
    pub(super) fn reset(&mut self, line: &LineInputs) {
        self.cohorts.clear();
        self.cohorts.extend(line.carried.iter().map(Cohort::from));
        self.left.clear();
        if line.communes.is_empty() {
            self.left.push(line.candidates);
        } else {
            self.left.extend(line.communes.iter().map(|c| c.units));
        }
        for carried in &line.carried {
            // Alike units are counted in the only entry; communes under way before the plan are not candidates.
            let index = carried.candidate.or(line.communes.is_empty().then_some(0));
            if let Some(left) = index.and_then(|i| self.left.get_mut(i)) {
                *left = left.saturating_sub(carried.units);
            }
        }
        self.started.clear();
        self.started.resize(line.wanted.len(), 0);
        self.open.clear();
        let mut wanted = 0;
        self.open.extend(line.wanted.iter().map(|w| {
            wanted += w;
            wanted
        }));
        for carried in line.carried.iter().filter(|c| !c.under_way) {
            // Those started in closed months are among the wanted ones.
            self.started[carried.month] += carried.units;
            let open = self.open[carried.month..].iter_mut();
            open.for_each(|o| *o = o.saturating_sub(carried.units));
        }
    }

    /// Says how many of the candidates from another line may have started by a month, shape `[month]`.
    pub(super) fn let_climb(&mut self, room: Vec<usize>) {
        self.climb_room = room;
    }

    /// How many of a candidate that is left may start in a month.
    fn available(&self, candidate: &Candidate, left: usize, month: usize) -> usize {
        match candidate.after {
            None => left,
            Some(_) => {
                let room = self.climb_room.get(month).copied().unwrap_or(0);
                left.min(room.saturating_sub(candidate.units - left))
            }
        }
    }

    /// Cohorts, units under way first, then in order of decision.
    pub(super) fn cohorts(&self) -> &[Cohort] {
        &self.cohorts
    }

    /// Decides starts in `months`, month by month, of those whose turn it is; `unlimited`: no start limit, no limit on
    /// candidates.
    pub(super) fn decide(
        &mut self,
        line: &LineInputs,
        months: Range<usize>,
        turn: Turn,
        unlimited: bool,
        purse: &mut impl Purse,
    ) {
        let limit = if unlimited { usize::MAX } else { line.starts_per_month };
        for month in months {
            let mut room = self.room(month, limit, turn);
            let mut tried = 0;
            while room > 0 {
                let Some(mut kind) = self.nth(line, (turn, month), unlimited, tried) else {
                    break;
                };
                kind.cost *= line.cost_factor[month];
                let want = room.min(kind.available);
                let units = purse.fit(&kind, month, want);
                if units > 0 {
                    purse.commit(&kind, month, units);
                    self.take(line, &kind, month, units);
                    room -= units;
                }
                if units < want {
                    purse.note_refusal(&kind, month);
                    tried += 1;
                }
            }
        }
    }

    /// How many may start in `month`: wanted by then and not started, now or (communes fixed in) later.
    /// A commune with a month of its own needs only be wanted at all.
    fn room(&self, month: usize, limit: usize, turn: Turn) -> usize {
        let open = match turn {
            Turn::Placed => self.open.last(),
            _ => self.open[month..].iter().min(),
        };
        let open = open.copied().unwrap_or(0);
        open.min(limit.saturating_sub(self.started[month]))
    }

    /// The `skip`-th kind of unit that is left and may start in `month`; `unlimited`: more may be had than there are, at
    /// the line's own cost.
    fn nth(&self, line: &LineInputs, (turn, month): (Turn, usize), unlimited: bool, skip: usize) -> Option<UnitKind> {
        let own = |available| UnitKind {
            candidate: None,
            available,
            cost: line.cost,
            duration: line.duration as f64,
        };
        let left = self.left.iter().enumerate().filter(|(_, left)| **left > 0);
        let kinds = left.filter_map(|(index, left)| match line.communes.get(index) {
            Some(c) => {
                let available = self.available(c, *left, month);
                (Turn::of(c) == turn && may_start(c, month) && available > 0).then_some(UnitKind {
                    candidate: Some(index),
                    available,
                    cost: c.cost,
                    duration: c.duration as f64,
                })
            }
            None => Some(own(*left)),
        });
        let more = (unlimited && turn == Turn::Free).then(|| own(usize::MAX));
        kinds.chain(more).nth(skip)
    }

    /// Notes a start.
    pub(super) fn take(&mut self, line: &LineInputs, kind: &UnitKind, month: usize, units: usize) {
        // Alike units are counted in the only entry; units beyond the communes there are belong to none.
        let index = kind.candidate.or(line.communes.is_empty().then_some(0));
        if let Some(left) = index.and_then(|i| self.left.get_mut(i)) {
            *left = left.saturating_sub(units);
        }
        self.started[month] += units;
        // A commune may start before it is wanted.
        self.open[month..].iter_mut().for_each(|o| *o = o.saturating_sub(units));
        self.cohorts.push(Cohort {
            month,
            units: units as f64,
            cost: kind.cost,
            duration: kind.duration,
            candidate: kind.candidate,
            under_way: false,
            settled: false,
        });
    }
}

/// Whether a month is not before those set for a commune.
fn may_start(candidate: &Candidate, month: usize) -> bool {
    let not_before = |from: &Option<usize>| from.is_none_or(|from| from <= month);
    not_before(&candidate.earliest) && not_before(&candidate.start)
}
