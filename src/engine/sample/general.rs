//! One sample by the code of the plain run, for what [`super::bridge`] has no short way for: pay as you go, plans of
//! more sources than have funding rows, money that expires, and forecasts after closed months.
//!
//! Not exact: units that work already are billed at drawn costs for all that closed months left to pay; money missing
//! does not see what expires; under pay as you go, work of a forecast or beside money that expires is not slowed by money
//! that does not come.

use super::super::Inputs;
use super::super::flow::find_financing;
use super::super::line_starts::Cohort;
use super::super::simulate::simulate_reaching;
use super::super::start::Starts;
use super::super::work::find_round;
use super::draw::Passes;
use super::run::{SampleRun, by_month};
use super::slowed::slow_work;
use super::table::{Settled, Table};
use crate::model::Discipline;

/// Decides starts at drawn costs and pays them from realised money; `shares` are the drawn realisations.
pub fn run_general(table: &Table, costs: &[f64], shares: &[f64], passes: &Passes, run: &mut SampleRun) {
    let inputs = scale_costs(&table.inputs, costs);
    // Communes climb to the next level if they passed.
    let passed = |l: usize, cohorts: &[Cohort]| {
        let mut settled = Settled::default();
        table.lines[l].settle(cohorts, &mut vec![], &mut settled);
        by_month(table, passes, l, &settled)
    };
    let mut starts = Starts::new(&inputs).reaching(Some(&passed));
    starts.decide_all(&mut None);
    // Renewals are what they are expected to be, whatever passes in the sample.
    let renewals = |l: usize| starts.renewals(l).map_or(0.0, |r| r.bills.iter().sum::<f64>());
    run.as_wanted.fill(false);
    let mut taken = Vec::new();
    let realised = realise(table, shares);
    if inputs.closed > 0 || !inputs.expiry.is_empty() {
        for (l, line) in table.lines.iter().enumerate() {
            line.settle(starts.of(l), &mut taken, &mut run.settled[l]);
        }
        // Month by month: what was paid in closed months is gone, and so is what expired.
        let paid = simulate_reaching(&at_realisation(&inputs, shares), Some(&passed));
        for (slot, source) in run.paid.iter_mut().zip(&paid.sources) {
            *slot = source.total_paid();
        }
        run.set_debt(paid.debt, paid.debt + run.paid.iter().sum::<f64>());
        let incurred = |l: usize| run.settled[l].incurred * costs[l] + renewals(l);
        run.missing = missing(table, &inputs, costs, incurred, &realised, run);
        return;
    }
    if inputs.discipline == Discipline::PayAsYouGo {
        let work = slow_work(&inputs, &starts, shares);
        for (l, line) in table.lines.iter().enumerate() {
            let input = &inputs.lines[l];
            line.settle_by(starts.of(l), &mut taken, &mut run.settled[l], |_, _, place| {
                let fate = &work.cohorts[l][place];
                let decided = fate.finish.and_then(|f| find_round(f, input.lag, &input.rounds));
                (decided, fate.billed)
            });
        }
        run.paid.copy_from_slice(&work.paid);
        run.set_debt(work.debt, run.paid.iter().sum::<f64>() + work.debt);
        let whole = |l: usize| starts.of(l).iter().map(|c| c.units * c.cost).sum::<f64>() + renewals(l);
        run.missing = missing(table, &inputs, costs, whole, &realised, run);
        return;
    }
    for (l, line) in table.lines.iter().enumerate() {
        line.settle(starts.of(l), &mut taken, &mut run.settled[l]);
    }
    let incurred = |l: usize| run.settled[l].incurred * costs[l] + renewals(l);
    let incurred: Vec<f64> = (0..costs.len()).map(incurred).collect();
    let expected: Vec<f64> = starts.free().iter().zip(shares).map(|(f, share)| f * share).collect();
    let parts = find_financing(&inputs, &expected, &incurred);
    for (s, paid) in run.paid.iter_mut().enumerate() {
        *paid = parts.iter().map(|line| line[s]).sum::<f64>().min(realised[s]);
    }
    let owed: f64 = incurred.iter().sum();
    run.set_debt(owed - run.paid.iter().sum::<f64>(), owed);
    run.missing = missing(table, &inputs, costs, |l| incurred[l], &realised, run);
}

/// Free money that is realised over the plan, shape `[source]`, triệu đồng.
fn realise(table: &Table, shares: &[f64]) -> Vec<f64> {
    let sources = table.inputs.sources.iter().zip(&table.released).zip(shares);
    sources
        .map(|((s, released), share)| released * (1.0 - s.other_works) * share)
        .collect()
}

/// The inputs at drawn costs.
pub(super) fn scale_costs(inputs: &Inputs, costs: &[f64]) -> Inputs {
    let mut scaled = inputs.clone();
    for (line, factor) in scaled.lines.iter_mut().zip(costs) {
        line.cost *= factor;
        line.carried.iter_mut().for_each(|c| c.money_left *= factor);
        line.certificate.iter_mut().for_each(|c| c.cost *= factor);
        line.communes.iter_mut().for_each(|c| c.cost *= factor);
    }
    scaled
}

/// The inputs with so much of what is released arriving, shape `[source]`.
fn at_realisation(inputs: &Inputs, shares: &[f64]) -> Inputs {
    let mut realised = inputs.clone();
    for (source, share) in realised.sources.iter_mut().zip(shares) {
        let years = source.by_year.iter_mut().map(|year| &mut year.released);
        for released in years.chain([&mut source.released]) {
            released.iter_mut().for_each(|r| *r *= share);
        }
    }
    realised
}

fn missing(
    table: &Table,
    inputs: &Inputs,
    costs: &[f64],
    started: impl Fn(usize) -> f64,
    realised: &[f64],
    run: &SampleRun,
) -> f64 {
    let of = |(l, factor): (usize, &f64)| started(l) + run.refused_cost(table, l) * factor;
    let needed: Vec<f64> = costs.iter().enumerate().map(of).collect();
    let total: f64 = needed.iter().sum();
    let paid: f64 = find_financing(inputs, realised, &needed).iter().flatten().sum();
    if total - paid > 1e-9 * total { total - paid } else { 0.0 }
}
