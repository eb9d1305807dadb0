//! Which units start when: decided before each budget year, knowing planned money and costs, not events.

use super::Inputs;
use super::earmark::{Bills, CashPlan};
use super::funding::Funding;
use super::ladder::ReachFn;
use super::line_starts::{Cohort, LineStarts, Purse, Turn, UnitKind};
use super::renewals::{self, Renewals, Till};
use super::shortage::{Shortage, Tight};
use super::simulate::recognised_by_month;
use super::work::{latest_start, planned_spend};
use crate::model::Discipline;
use std::ops::Range;

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
    /// What was short, shape `[line]`, where that is asked for.
    pub tight: Option<Vec<Option<Shortage>>>,
}

impl Refusals {
    pub(super) fn new(inputs: &Inputs) -> Self {
        Self {
            any: false,
            relief: vec![f64::INFINITY; inputs.sources.len()],
            tight: None,
        }
    }

    /// With what was short of money, line by line.
    pub(super) fn with_reasons(inputs: &Inputs) -> Self {
        Self {
            tight: Some(vec![None; inputs.lines.len()]),
            ..Self::new(inputs)
        }
    }

    /// Notes the first refusal of a line in a month.
    fn explain(&mut self, l: usize, month: usize, tight: impl FnOnce() -> Tight) {
        let Some(known) = self.tight.as_mut().and_then(|t| t.get_mut(l)) else {
            return;
        };
        match known {
            Some(shortage) if shortage.to == month => {}
            Some(shortage) if shortage.to + 1 == month => shortage.to = month,
            _ => {
                *known = Some(Shortage {
                    from: month,
                    to: month,
                    tight: tight(),
                });
            }
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
    cash: Option<CashPlan>,
    lines: Vec<LineStarts>,
    /// Certificates renewed, shape `[line]`; empty where renewing costs nothing.
    renewals: Vec<Renewals>,
    /// What cohorts come to by month, if not what is expected of them.
    reach: Option<ReachFn<'a>>,
}

impl<'a> Starts<'a> {
    /// Nothing but units under way has started.
    pub(super) fn new(inputs: &'a Inputs) -> Self {
        let mut starts = Self {
            inputs,
            funding: Funding::new(inputs),
            cash: (inputs.discipline == Discipline::PayAsYouGo).then(|| CashPlan::new(inputs)),
            lines: inputs.lines.iter().map(LineStarts::new).collect(),
            renewals: Renewals::new(inputs),
            reach: None,
        };
        for &l in &inputs.priority {
            for carried in &inputs.lines[l].carried {
                let (cost, work) = (carried.money_left, carried.work_left);
                let spend = planned_spend(&inputs.lines[l], cost, work, inputs.months);
                // Their bills come whether or not there is cash: earmark as far as it goes.
                let bills = Bills {
                    line: l,
                    from: carried.month,
                    spend: &spend,
                };
                commit(
                    inputs,
                    &mut starts.funding,
                    &mut starts.cash,
                    bills,
                    cost,
                    carried.units,
                );
            }
        }
        if !starts.renewals.is_empty() {
            let recognised = inputs.lines.iter().map(|l| l.recognised.clone()).collect();
            starts.renew(recognised, inputs.months);
        }
        starts
    }

    /// The same where communes climb to the next level as `reach` says what is recognised.
    pub(super) fn reaching(mut self, reach: Option<ReachFn<'a>>) -> Self {
        self.reach = reach;
        self
    }

    /// Says how many communes may climb into a line by now.
    fn let_climb(&mut self, l: usize) {
        let inputs = self.inputs;
        let Some(climb) = inputs.lines[l].climb() else {
            return;
        };
        let cohorts = self.lines[climb.from].cohorts();
        let recognised = match self.reach {
            Some(reach) => reach(climb.from, cohorts),
            None => recognised_by_month(&inputs.lines[climb.from], cohorts, inputs.months),
        };
        self.lines[l].let_climb(climb.room(&recognised));
    }

    /// Decides renewals of months before `until` that are not decided yet; `recognised` by month, shape `[line][month]`.
    fn renew(&mut self, recognised: Vec<Vec<f64>>, until: usize) {
        let mut till = Promised {
            inputs: self.inputs,
            funding: &mut self.funding,
            cash: &mut self.cash,
        };
        renewals::decide_renewals(self.inputs, &mut self.renewals, &recognised, until, &mut till);
    }

    /// After the starts of a budget year: renewals of what they bring, up to the end of the next.
    fn renew_after(&mut self, year: usize) {
        if self.renewals.is_empty() {
            return;
        }
        let inputs = self.inputs;
        let lines = inputs.lines.iter().zip(&self.lines);
        let recognised = lines.map(|(line, starts)| recognised_by_month(line, starts.cohorts(), inputs.months));
        let until = inputs.years.get(year + 2).copied().unwrap_or(inputs.months);
        self.renew(recognised.collect(), until);
    }

    /// Certificates renewed of a line, where that costs money.
    pub(super) fn renewals(&self, line: usize) -> Option<&Renewals> {
        self.renewals.get(line)
    }

    /// Decides all starts: before each budget year, line by line in order of service.
    pub(super) fn decide_all(&mut self, refusals: &mut Option<Refusals>) {
        for (y, year) in budget_years(self.inputs).enumerate() {
            for &l in &self.inputs.priority {
                self.decide(l, year.clone(), Lift::default(), refusals);
            }
            self.renew_after(y);
        }
    }

    /// Decides what is left to decide for the line at `place` in the order of service, with limits lifted for it
    /// alone; lines before it have decided the first budget year.
    pub(super) fn decide_lifted(&mut self, place: usize, lift: Lift) {
        let (priority, lifted) = (&self.inputs.priority, self.inputs.priority[place]);
        let last = self.inputs.years.len() - 1;
        for (y, year) in budget_years(self.inputs).enumerate() {
            let from = if y == 0 { place } else { 0 };
            let until = if y == last { place + 1 } else { priority.len() };
            for &l in &priority[from..until] {
                let lift = if l == lifted { lift } else { Lift::default() };
                self.decide(l, year.clone(), lift, &mut None);
            }
            self.renew_after(y);
        }
    }

    /// Decides the starts of one line in `months`, month by month; communes that are fixed in before all others.
    pub(super) fn decide(&mut self, l: usize, months: Range<usize>, lift: Lift, refusals: &mut Option<Refusals>) {
        let line = &self.inputs.lines[l];
        // What was started in closed months is known.
        let months = months.start.max(self.inputs.closed)..months.end;
        self.let_climb(l);
        for turn in Turn::all_of(line) {
            self.decide_kinds(l, months.clone(), turn, lift, refusals);
        }
    }

    fn decide_kinds(
        &mut self,
        l: usize,
        months: Range<usize>,
        turn: Turn,
        lift: Lift,
        refusals: &mut Option<Refusals>,
    ) {
        let line = &self.inputs.lines[l];
        let mut purse = PlannedPurse {
            inputs: self.inputs,
            line: l,
            unlimited: lift.money,
            funding: &mut self.funding,
            cash: &mut self.cash,
            refusals,
            spend_of: (f64::NAN, f64::NAN),
            spend: vec![],
        };
        self.lines[l].decide(line, months, turn, lift.capacity, &mut purse);
    }

    /// Cohorts of a line, units under way first, then in order of decision.
    pub(super) fn of(&self, line: usize) -> &[Cohort] {
        self.lines[line].cohorts()
    }

    /// Free money over the plan by source, triệu đồng.
    pub(super) fn free(&self) -> &[f64] {
        self.funding.free()
    }

    /// Cash set aside, under pay as you go.
    pub(super) fn cash(&self) -> Option<&CashPlan> {
        self.cash.as_ref()
    }
}

/// Money of the plan as a till for renewals.
struct Promised<'a, 'b> {
    inputs: &'a Inputs,
    funding: &'b mut Funding<'a>,
    cash: &'b mut Option<CashPlan>,
}

impl Till for Promised<'_, '_> {
    fn take(&mut self, line: usize, month: usize, cost: f64, most: usize) -> usize {
        let spend = vec![cost; self.inputs.months];
        let bills = Bills {
            line,
            from: month,
            spend: &spend,
        };
        let parts = self.funding.count_fitting(line, cost, month, &spend, most);
        let parts = match &self.cash {
            Some(cash) => cash.fit(self.inputs, bills, parts),
            None => parts,
        };
        commit(self.inputs, self.funding, self.cash, bills, cost, parts);
        parts
    }
}

/// Money of the plan as a purse for the starts of one line.
struct PlannedPurse<'a, 'b> {
    inputs: &'a Inputs,
    line: usize,
    /// An unlimited purse of its own: nothing is asked and nothing committed.
    unlimited: bool,
    funding: &'b mut Funding<'a>,
    cash: &'b mut Option<CashPlan>,
    refusals: &'b mut Option<Refusals>,
    /// Cost and months of work that `spend` is of.
    spend_of: (f64, f64),
    spend: Vec<f64>,
}

impl Purse for PlannedPurse<'_, '_> {
    fn fit(&mut self, kind: &UnitKind, month: usize, want: usize) -> usize {
        if self.unlimited {
            return want;
        }
        if self.spend_of != (kind.cost, kind.duration) {
            self.spend_of = (kind.cost, kind.duration);
            self.spend = planned_spend(
                &self.inputs.lines[self.line],
                kind.cost,
                kind.duration,
                self.inputs.months,
            );
        }
        let units = self
            .funding
            .count_fitting(self.line, kind.cost, month, &self.spend, want);
        match &self.cash {
            Some(cash) if kind.cost > 0.0 => {
                let bills = Bills {
                    line: self.line,
                    from: month,
                    spend: &self.spend,
                };
                cash.fit(self.inputs, bills, units)
            }
            _ => units,
        }
    }

    fn commit(&mut self, kind: &UnitKind, month: usize, units: usize) {
        if !self.unlimited {
            let bills = Bills {
                line: self.line,
                from: month,
                spend: &self.spend,
            };
            commit(self.inputs, self.funding, self.cash, bills, kind.cost, units);
        }
    }

    fn note_refusal(&mut self, kind: &UnitKind, month: usize) {
        if let Some(refusals) = &mut self.refusals {
            refusals.any = true;
            if self.cash.is_none() {
                refusals.note(self.funding.relief(self.line, kind.cost, month, &self.spend));
            }
            // A start too late to be recognised is no loss.
            let line = &self.inputs.lines[self.line];
            if refusals.tight.is_some() && latest_start(line).is_some_and(|last| month <= last) {
                let tight = || self.funding.explain_refusal(self.line, kind.cost, month, &self.spend);
                refusals.explain(self.line, month, || tight().unwrap_or(Tight::InHand));
            }
        }
    }
}

/// Commits `units` alike units of a line that start in month `from`.
fn commit(inputs: &Inputs, funding: &mut Funding, cash: &mut Option<CashPlan>, bills: Bills, cost: f64, units: usize) {
    funding.commit(bills.line, cost, bills.from, bills.spend, units as f64);
    if let Some(cash) = cash
        && cost > 0.0
    {
        cash.set_aside(inputs, bills, units as f64);
    }
}

/// Months of each budget year: those between two decisions.
pub(super) fn budget_years(inputs: &Inputs) -> impl Iterator<Item = Range<usize>> + '_ {
    let ends = inputs.years.iter().skip(1).copied().chain([inputs.months]);
    inputs.years.iter().copied().zip(ends).map(|(from, to)| from..to)
}
