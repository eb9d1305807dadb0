//! Which units start when: decided before each budget year, knowing planned money and costs, not events.

use super::earmark::{Bills, Cash};
use super::funding::Funding;
use super::work::planned_spend;
use super::{Carried, Inputs, LineInputs};
use crate::model::{Discipline, Pick};
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

impl From<&Carried> for Cohort {
    fn from(carried: &Carried) -> Self {
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

/// Limits lifted for one line, to see what they cost it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lift {
    /// An unlimited purse of its own.
    pub money: bool,
    /// No slowed months, a round every month.
    pub time: bool,
    /// No start limit, no limit on candidates.
    pub capacity: bool,
    /// Every unit passes.
    pub appraisal: bool,
}

/// Starts that money refused.
#[derive(Clone, Debug)]
pub(super) struct Refusals {
    /// Whether there was one.
    pub any: bool,
    /// Smallest extra free money of each source that would have let one through, shape `[source]`, triệu đồng;
    /// infinite where there is none. Not found under pay as you go.
    pub relief: Vec<f64>,
}

impl Refusals {
    pub(super) fn new(inputs: &Inputs) -> Self {
        Self {
            any: false,
            relief: vec![f64::INFINITY; inputs.sources.len()],
        }
    }

    fn note(&mut self, relief: Vec<f64>) {
        for (least, r) in self.relief.iter_mut().zip(relief) {
            *least = least.min(r);
        }
    }
}

/// Starts decided so far and the money they leave.
#[derive(Clone)]
pub(super) struct Starts<'a> {
    inputs: &'a Inputs,
    funding: Funding<'a>,
    /// Cash by month, for pay as you go.
    cash: Option<Cash>,
    lines: Vec<LineStarts>,
}

/// Starts of one line.
#[derive(Clone)]
struct LineStarts {
    cohorts: Vec<Cohort>,
    /// Units still to choose from, by candidate (communes), or one entry for alike units.
    left: Vec<usize>,
    /// Started in the month, units under way aside, shape `[month]`.
    started: Vec<usize>,
    /// Wanted by the end of the month less started by then, shape `[month]`.
    open: Vec<usize>,
}

/// One kind of unit that may be taken next.
struct Kind {
    candidate: Option<usize>,
    available: usize,
    cost: f64,
    duration: f64,
}

impl<'a> Starts<'a> {
    /// Nothing but units under way has started.
    pub(super) fn new(inputs: &'a Inputs) -> Self {
        let mut starts = Self {
            inputs,
            funding: Funding::new(inputs),
            cash: (inputs.discipline == Discipline::PayAsYouGo).then(|| Cash::new(inputs)),
            lines: inputs.lines.iter().map(LineStarts::new).collect(),
        };
        for &l in &inputs.priority {
            for carried in &inputs.lines[l].carried {
                let (cost, work) = (carried.money_left, carried.work_left);
                let spend = planned_spend(&inputs.lines[l], cost, work, inputs.months);
                // Their bills come whether or not there is cash: earmark as far as it goes.
                starts.commit(l, cost, carried.month, &spend, carried.units);
            }
        }
        starts
    }

    /// Decides all starts: before each budget year, line by line in order of service.
    pub(super) fn decide_all(&mut self, refusals: &mut Option<Refusals>) {
        for year in years(self.inputs) {
            for &l in &self.inputs.priority {
                self.decide(l, year.clone(), Lift::default(), refusals);
            }
        }
    }

    /// Decides what is left to decide for the line at `place` in the order of service, with limits lifted for it
    /// alone; lines before it have decided the first budget year.
    pub(super) fn decide_lifted(&mut self, place: usize, lift: Lift) {
        let (priority, lifted) = (&self.inputs.priority, self.inputs.priority[place]);
        let last = self.inputs.years.len() - 1;
        for (y, year) in years(self.inputs).enumerate() {
            let from = if y == 0 { place } else { 0 };
            let until = if y == last { place + 1 } else { priority.len() };
            for &l in &priority[from..until] {
                let lift = if l == lifted { lift } else { Lift::default() };
                self.decide(l, year.clone(), lift, &mut None);
            }
        }
    }

    /// Decides the starts of one line in `months`, month by month; communes that are fixed in before all others.
    pub(super) fn decide(&mut self, l: usize, months: Range<usize>, lift: Lift, refusals: &mut Option<Refusals>) {
        let line = &self.inputs.lines[l];
        // What was started in closed months is known.
        let months = months.start.max(self.inputs.closed)..months.end;
        if line.communes.iter().any(|c| c.pick == Pick::In) {
            self.decide_kinds(l, months.clone(), true, lift, refusals);
        }
        self.decide_kinds(l, months, false, lift, refusals);
    }

    fn decide_kinds(
        &mut self,
        l: usize,
        months: Range<usize>,
        fixed: bool,
        lift: Lift,
        refusals: &mut Option<Refusals>,
    ) {
        let line = &self.inputs.lines[l];
        let limit = if lift.capacity {
            usize::MAX
        } else {
            line.starts_per_month
        };
        let mut priced = (f64::NAN, f64::NAN);
        let mut spend = Vec::new();
        for month in months {
            let mut room = self.lines[l].room(month, limit);
            let mut tried = 0;
            while room > 0 {
                let Some(kind) = self.lines[l].nth(line, fixed, lift.capacity, tried) else {
                    break;
                };
                if priced != (kind.cost, kind.duration) {
                    priced = (kind.cost, kind.duration);
                    spend = planned_spend(line, kind.cost, kind.duration, self.inputs.months);
                }
                let want = room.min(kind.available);
                let units = if lift.money {
                    want
                } else {
                    self.fit(l, kind.cost, month, &spend, want)
                };
                if units > 0 {
                    if !lift.money {
                        self.commit(l, kind.cost, month, &spend, units);
                    }
                    self.lines[l].take(line, &kind, month, units);
                    room -= units;
                }
                if units < want {
                    if let Some(refusals) = refusals {
                        refusals.any = true;
                        if self.cash.is_none() {
                            refusals.note(self.funding.relief(l, kind.cost, month, &spend));
                        }
                    }
                    tried += 1;
                }
            }
        }
    }

    /// How many of `want` alike units money lets start.
    fn fit(&self, line: usize, cost: f64, from: usize, spend: &[f64], want: usize) -> usize {
        let units = self.funding.fit(line, cost, from, spend, want);
        match &self.cash {
            Some(cash) if cost > 0.0 => cash.fit(self.inputs, Bills { line, from, spend }, units),
            _ => units,
        }
    }

    fn commit(&mut self, line: usize, cost: f64, from: usize, spend: &[f64], units: usize) {
        self.funding.commit(line, cost, from, spend, units as f64);
        if let Some(cash) = &mut self.cash
            && cost > 0.0
        {
            cash.set_aside(self.inputs, Bills { line, from, spend }, units as f64);
        }
    }

    /// Cohorts of a line, units under way first, then in order of decision.
    pub(super) fn of(&self, line: usize) -> &[Cohort] {
        &self.lines[line].cohorts
    }

    /// Free money over the plan by source, triệu đồng.
    pub(super) fn free(&self) -> &[f64] {
        self.funding.free()
    }

    /// Cash set aside, under pay as you go.
    pub(super) fn cash(&self) -> Option<&Cash> {
        self.cash.as_ref()
    }
}

/// Months of each budget year: those between two decisions.
fn years(inputs: &Inputs) -> impl Iterator<Item = Range<usize>> + '_ {
    let ends = inputs.years.iter().skip(1).copied().chain([inputs.months]);
    inputs.years.iter().copied().zip(ends).map(|(from, to)| from..to)
}

impl LineStarts {
    fn new(line: &LineInputs) -> Self {
        let cohorts = line.carried.iter().map(Cohort::from);
        let mut left = if line.communes.is_empty() {
            vec![line.candidates]
        } else {
            line.communes.iter().map(|c| c.units).collect()
        };
        for carried in &line.carried {
            // Alike units are counted in the only entry; communes under way before the plan are not candidates.
            let index = carried.candidate.or(line.communes.is_empty().then_some(0));
            if let Some(left) = index.and_then(|i| left.get_mut(i)) {
                *left = left.saturating_sub(carried.units);
            }
        }
        let mut open = line.wanted.clone();
        for t in 1..open.len() {
            open[t] += open[t - 1];
        }
        let mut started = vec![0; line.wanted.len()];
        for carried in line.carried.iter().filter(|c| !c.under_way) {
            // Those started in closed months are among the wanted ones.
            started[carried.month] += carried.units;
            open[carried.month..]
                .iter_mut()
                .for_each(|o| *o = o.saturating_sub(carried.units));
        }
        Self {
            cohorts: cohorts.collect(),
            left,
            started,
            open,
        }
    }

    /// How many may start in `month`: wanted by then and not started, now or (communes fixed in) later.
    fn room(&self, month: usize, limit: usize) -> usize {
        let open = self.open[month..].iter().min().copied().unwrap_or(0);
        open.min(limit.saturating_sub(self.started[month]))
    }

    /// The `skip`-th kind of unit that is left; `unlimited`: more may be had than there are, at the line's own cost.
    fn nth(&self, line: &LineInputs, fixed: bool, unlimited: bool, skip: usize) -> Option<Kind> {
        let own = |available| Kind {
            candidate: None,
            available,
            cost: line.cost,
            duration: line.duration as f64,
        };
        let left = self.left.iter().enumerate().filter(|(_, left)| **left > 0);
        let kinds = left.filter_map(|(index, left)| match line.communes.get(index) {
            Some(c) => ((c.pick == Pick::In) == fixed).then_some(Kind {
                candidate: Some(index),
                available: *left,
                cost: c.cost,
                duration: c.duration as f64,
            }),
            None => Some(own(*left)),
        });
        let more = (unlimited && !fixed).then(|| own(usize::MAX));
        kinds.chain(more).nth(skip)
    }

    fn take(&mut self, line: &LineInputs, kind: &Kind, month: usize, units: usize) {
        // Alike units are counted in the only entry; units beyond the communes there are belong to none.
        let index = kind.candidate.or(line.communes.is_empty().then_some(0));
        if let Some(left) = index.and_then(|i| self.left.get_mut(i)) {
            *left = left.saturating_sub(units);
        }
        self.started[month] += units;
        self.open[month..].iter_mut().for_each(|o| *o -= units);
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
