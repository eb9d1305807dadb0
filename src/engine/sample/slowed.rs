//! Pay as you go when money falls short of plan: work that cannot be paid is not done.
//!
//! Every month the oldest work goes first, then by order of service; a cohort does as much of its month's work as it can
//! pay from what is set aside for its line, and the rest later. Units under way work on in any case, as in the plain run:
//! their bills wait, and what is unpaid in the end is debt.

use super::super::flow::source_order;
use super::super::start::Starts;
use super::super::work::{done_at, spent_share};
use super::super::{Inputs, LineInputs};

/// How the work of a cohort went.
#[derive(Clone, Debug, Default)]
pub struct CohortResult {
    /// Month it was finished in.
    pub finish: Option<usize>,
    /// Share of its cost that fell due inside the calendar.
    pub billed: f64,
}

/// How all work went.
#[derive(Clone, Debug)]
pub struct SlowedWork {
    /// Shape `[line][cohort]`.
    pub cohorts: Vec<Vec<CohortResult>>,
    /// Paid over the plan, shape `[source]`, triệu đồng.
    pub paid: Vec<f64>,
    /// Unpaid bills of units under way and of renewals, triệu đồng.
    pub debt: f64,
}

/// A cohort at work.
struct CohortWork {
    line: usize,
    /// Its place among the cohorts of the line.
    place: usize,
    start: usize,
    under_way: bool,
    /// Cost of all its units, triệu đồng.
    cost: f64,
    duration: f64,
    /// Months of work done.
    done: f64,
    /// Bills that wait, triệu đồng.
    owed: f64,
}

/// Cash by source and what lines may take of it.
struct CashBox {
    order: Vec<usize>,
    cash: Vec<f64>,
    /// Set aside less paid, shape `[line][source]`.
    granted: Vec<f64>,
    paid: Vec<f64>,
}

impl CashBox {
    /// Pays as much of a bill of a line as there is; returns what was paid.
    fn pay(&mut self, line: usize, bill: f64) -> f64 {
        let mut left = bill;
        for &s in &self.order {
            let granted = &mut self.granted[line * self.cash.len() + s];
            let amount = left.min(self.cash[s]).min(*granted).max(0.0);
            left -= amount;
            self.cash[s] -= amount;
            *granted -= amount;
            self.paid[s] += amount;
        }
        bill - left
    }
}

/// Runs the work of the starts on realised money.
pub(super) fn slow_work(inputs: &Inputs, starts: &Starts, shares: &[f64]) -> SlowedWork {
    let mut jobs = jobs(inputs, starts);
    let fates = |l: usize| vec![CohortResult::default(); starts.of(l).len()];
    let mut work = SlowedWork {
        cohorts: (0..inputs.lines.len()).map(fates).collect(),
        paid: vec![],
        debt: 0.0,
    };
    let sources = inputs.sources.len();
    // Renewals promised wait for their money, as units under way do.
    let mut owed = vec![0.0; inputs.lines.len()];
    let mut till = CashBox {
        order: source_order(inputs),
        cash: vec![0.0; sources],
        granted: vec![0.0; inputs.lines.len() * sources],
        paid: vec![0.0; sources],
    };
    for t in 0..inputs.months {
        for (s, source) in inputs.sources.iter().enumerate() {
            till.cash[s] += source.released[t] * (1.0 - source.other_works) * shares[s];
            for l in 0..inputs.lines.len() {
                till.granted[l * sources + s] += starts.cash().map_or(0.0, |c| c.aside(l, s, t));
            }
        }
        for &l in &inputs.priority {
            owed[l] += starts.renewals(l).and_then(|r| r.bills.get(t)).copied().unwrap_or(0.0);
            owed[l] -= till.pay(l, owed[l]);
        }
        for job in jobs.iter_mut().filter(|j| j.start <= t) {
            let fate = &mut work.cohorts[job.line][job.place];
            month(&inputs.lines[job.line], t, job, fate, &mut till);
        }
    }
    work.debt = jobs.iter().map(|j| j.owed).chain(owed).sum();
    work.paid = till.paid;
    work
}

/// All cohorts, oldest first, then by order of service.
fn jobs(inputs: &Inputs, starts: &Starts) -> Vec<CohortWork> {
    let mut jobs: Vec<CohortWork> = Vec::new();
    for &line in &inputs.priority {
        jobs.extend(starts.of(line).iter().enumerate().map(|(place, c)| CohortWork {
            line,
            place,
            start: c.month,
            under_way: c.under_way,
            cost: c.units * c.cost,
            duration: c.duration,
            done: 0.0,
            owed: 0.0,
        }));
    }
    crate::sort::by_key(&mut jobs, |j| (!j.under_way, j.start));
    jobs
}

/// One month of a cohort.
fn month(line: &LineInputs, t: usize, job: &mut CohortWork, fate: &mut CohortResult, till: &mut CashBox) {
    if fate.finish.is_none() {
        let next = job.done + line.speed[t];
        let reached = spent_share(line, next, job.duration);
        let bill = job.cost * (reached - fate.billed);
        if job.under_way {
            job.owed += bill;
            (job.done, fate.billed) = (next, reached);
        } else {
            let paid = till.pay(job.line, bill);
            if paid >= bill * (1.0 - 1e-9) {
                (job.done, fate.billed) = (next, reached);
            } else {
                fate.billed += paid / job.cost;
                job.done = done_at(line, fate.billed, job.duration).clamp(job.done, next);
            }
        }
        if job.done >= job.duration - 1e-9 {
            fate.finish = Some(t);
        }
    }
    if job.owed > 0.0 {
        let paid = till.pay(job.line, job.owed);
        job.owed -= paid;
    }
}
