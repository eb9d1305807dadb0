//! Which units start when: decided once, before the first month, knowing planned money and costs, not events.

use super::earmark::{Cash, earmark};
use super::funding::Funding;
use super::work::cumulative_spend;
use super::{Inputs, LineInputs};
use crate::model::Discipline;

/// Units that start together.
#[derive(Clone, Debug)]
pub(super) struct Cohort {
    /// Month of the start; 0 for units under way.
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

/// The state in which a line decides: money that lines before it have not committed.
#[derive(Clone)]
pub(super) struct Purse<'a> {
    pub funding: Funding<'a>,
    /// Cash by month, for pay as you go.
    pub cash: Option<Cash>,
}

impl<'a> Purse<'a> {
    /// Everything but units under way is still free.
    pub(super) fn new(inputs: &'a Inputs) -> Self {
        let cash = (inputs.discipline == Discipline::PayAsYouGo).then(|| Cash::new(inputs));
        let mut purse = Self {
            funding: Funding::new(inputs),
            cash,
        };
        for &l in &inputs.priority {
            if let Some(cohort) = under_way(&inputs.lines[l]) {
                let spend = money_spend(&inputs.lines[l], &cohort, inputs.months);
                purse.funding.commit(l, cohort.cost, &spend, cohort.units);
                if let Some(cash) = &mut purse.cash {
                    // Their bills come whether or not there is cash: earmark as far as it goes.
                    earmark(
                        inputs,
                        cash,
                        l,
                        cohort.cost * cohort.units,
                        &scaled(&spend, cohort.units),
                        true,
                    );
                }
            }
        }
        purse
    }

    /// Starts up to `want` alike units; returns how many.
    fn start(&mut self, inputs: &Inputs, line: usize, cost: f64, spend: &[f64], want: usize) -> usize {
        let mut units = self.funding.fit(line, cost, spend, want);
        if let Some(cash) = &mut self.cash
            && cost > 0.0
        {
            units = earmark_most(inputs, cash, line, cost, spend, units);
        }
        if units > 0 {
            self.funding.commit(line, cost, spend, units as f64);
        }
        units
    }
}

fn earmark_most(inputs: &Inputs, cash: &mut Cash, line: usize, cost: f64, spend: &[f64], most: usize) -> usize {
    let mut attempt = |units: usize| {
        earmark(
            inputs,
            cash,
            line,
            cost * units as f64,
            &scaled(spend, units as f64),
            false,
        )
    };
    if most == 0 || attempt(most) {
        return most;
    }
    // Fewer units need less of everything, so what fits is found by halving; only the last success is kept.
    let (mut low, mut high) = (0, most - 1);
    while low < high {
        let middle = (low + high).div_ceil(2);
        let mut trial = cash.clone();
        if earmark(
            inputs,
            &mut trial,
            line,
            cost * middle as f64,
            &scaled(spend, middle as f64),
            false,
        ) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    if low > 0 {
        earmark(inputs, cash, line, cost * low as f64, &scaled(spend, low as f64), false);
    }
    low
}

fn scaled(spend: &[f64], units: f64) -> Vec<f64> {
    spend.iter().map(|s| s * units).collect()
}

/// The cohort of units under way, if there are any.
pub(super) fn under_way(line: &LineInputs) -> Option<Cohort> {
    let (units, duration, cost) = line.under_way;
    (units > 0).then_some(Cohort {
        month: 0,
        units: units as f64,
        cost,
        duration,
        candidate: None,
        under_way: true,
    })
}

/// Cumulative planned spend of one unit of a cohort, shape `[month]`, triệu đồng.
pub(super) fn money_spend(line: &LineInputs, cohort: &Cohort, months: usize) -> Vec<f64> {
    let mut spend = cumulative_spend(line, cohort.month, cohort.duration, months, None);
    spend.iter_mut().for_each(|s| *s *= cohort.cost);
    spend
}

/// Records, for every refused start, how much more of each source would have let it through.
pub(super) type Refusals = Vec<f64>;

/// Decides the starts of one line, month by month.
pub(super) fn decide_line(
    inputs: &Inputs,
    l: usize,
    purse: &mut Purse,
    lift: Lift,
    refusals: &mut Option<Refusals>,
) -> Vec<Cohort> {
    let line = &inputs.lines[l];
    let mut cohorts: Vec<Cohort> = under_way(line).into_iter().collect();
    let mut choice = Choice::new(line, lift);
    let mut pending = 0;
    for month in 0..inputs.months {
        pending += line.wanted[month];
        let mut room = if lift.capacity {
            pending
        } else {
            pending.min(line.starts_per_month)
        };
        let mut tried = 0;
        while room > 0 {
            let Some((candidate, available, cost, duration)) = choice.nth(tried) else {
                break;
            };
            let cohort = Cohort {
                month,
                units: 0.0,
                cost,
                duration: duration as f64,
                candidate,
                under_way: false,
            };
            let spend = money_spend(line, &cohort, inputs.months);
            let want = room.min(available);
            let units = if lift.money {
                want
            } else {
                purse.start(inputs, l, cost, &spend, want)
            };
            if units < want {
                if let Some(needed) = refusals {
                    for (n, r) in needed.iter_mut().zip(purse.funding.relief(l, cost, &spend)) {
                        *n = n.min(r);
                    }
                }
                tried += 1;
            }
            if units > 0 {
                choice.take(candidate, units);
                cohorts.push(Cohort {
                    units: units as f64,
                    ..cohort
                });
                pending -= units;
                room -= units;
            }
        }
    }
    cohorts
}

/// Units still to choose from, in order of choice.
struct Choice<'a> {
    line: &'a LineInputs,
    /// Remaining units by candidate (communes), or one entry for alike units.
    left: Vec<usize>,
    /// Whether more units than there are candidates may be had, at the line's own cost.
    unlimited: bool,
}

impl<'a> Choice<'a> {
    fn new(line: &'a LineInputs, lift: Lift) -> Self {
        let left = if line.communes.is_empty() {
            vec![line.candidates.saturating_sub(line.under_way.0)]
        } else {
            line.communes.iter().map(|c| c.units).collect()
        };
        Self {
            line,
            left,
            unlimited: lift.capacity,
        }
    }

    /// The `skip`-th kind of unit that is left: candidate, how many, cost, months.
    fn nth(&self, skip: usize) -> Option<(Option<usize>, usize, f64, usize)> {
        let line = self.line;
        let named = self
            .left
            .iter()
            .enumerate()
            .filter(|(_, left)| **left > 0)
            .map(|(index, left)| match line.communes.get(index) {
                Some(c) => (Some(index), *left, c.cost, c.duration),
                None => (None, *left, line.cost, line.duration),
            });
        let more = self.unlimited.then_some((None, usize::MAX, line.cost, line.duration));
        named.chain(more).nth(skip)
    }

    fn take(&mut self, candidate: Option<usize>, units: usize) {
        let index = candidate.unwrap_or(0);
        if self.line.communes.is_empty() || candidate.is_some() {
            self.left[index] = self.left[index].saturating_sub(units);
        }
    }
}
