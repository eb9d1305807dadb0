//! One plain run: starts, work, recognition, payment.

use super::ladder::ReachFn;
use super::line_starts::Cohort;
use super::pay::{Unpaid, pay_bills};
use super::payments::Payments;
use super::renewals::{Certificates, Renewals};
use super::start::{Lift, Refusals, Starts};
use super::work::{find_finish, find_round, spent_share};
use super::years::{attain_goal, attain_goals, year_outcomes};
use super::{CommuneOutcome, Inputs, LineInputs, LineOutcome, Outcome, SourceInputs, SourceOutcome};
use crate::model::Pick;
use crate::sort;

/// Runs the inputs: pure, the same numbers on every machine.
pub fn simulate(inputs: &Inputs) -> Outcome {
    simulate_and_record(inputs, None, None)
}

/// The same where communes climb to the next level as `reach` says what is recognised.
pub(super) fn simulate_reaching(inputs: &Inputs, reach: Option<ReachFn>) -> Outcome {
    simulate_and_record(inputs, reach, None)
}

/// As [`simulate_reaching`], with every payment recorded.
pub(super) fn simulate_and_record(inputs: &Inputs, reach: Option<ReachFn>, record: Option<&mut Payments>) -> Outcome {
    let mut starts = Starts::new(inputs).reaching(reach);
    starts.decide_all(&mut None);
    let lines = inputs.lines.iter().enumerate();
    let mut outcome = Outcome {
        months: inputs.months,
        lines: lines
            .map(|(l, line)| line_outcome(line, starts.of(l), starts.renewals(l), inputs.months))
            .collect(),
        sources: inputs
            .sources
            .iter()
            .map(|s| source_outcome(s, inputs.months))
            .collect(),
        waiting: vec![0.0; inputs.months],
        ..Outcome::default()
    };
    let lines = inputs.lines.iter().enumerate();
    let first: Vec<Vec<f64>> = lines
        .map(|(l, line)| {
            let before = starts.of(l).iter().take_while(|c| c.under_way).count();
            let mut first = match &starts.of(l)[..before] {
                [] => vec![],
                cohorts => bills(line, cohorts, inputs.months),
            };
            if let Some(renewals) = starts.renewals(l).filter(|r| !r.bills.is_empty()) {
                first.resize(inputs.months, 0.0);
                first.iter_mut().zip(&renewals.bills).for_each(|(f, bill)| *f += bill);
            }
            first
        })
        .collect();
    let unpaid = pay_bills(inputs, &mut outcome, &starts, &first, record);
    outcome.communes = commune_outcomes(inputs, &starts, &unpaid, &outcome);
    outcome.refused_picks = refused_picks(inputs, &starts);
    outcome.score = score(inputs, outcome.lines.iter().map(|l| l.attainment));
    outcome
}

/// What starts come to. In a plain run payments change nothing of it.
pub(super) struct Results {
    /// Score, 0–1.
    pub score: f64,
    /// Units recognised, expected value, shape `[line]`.
    pub recognised: Vec<f64>,
}

/// The results of a run alone, and the starts that money refused.
pub(super) fn simulate_results(inputs: &Inputs) -> (Results, Refusals) {
    let mut refusals = Some(Refusals::new(inputs));
    let mut starts = Starts::new(inputs);
    starts.decide_all(&mut refusals);
    let mut by_month = vec![0.0; inputs.months];
    let lines = inputs.lines.iter().enumerate();
    let (recognised, attained): (Vec<f64>, Vec<f64>) = lines
        .map(|(l, line)| {
            by_month.fill(0.0);
            add_recognised(line, starts.of(l), &mut by_month);
            (by_month.iter().sum::<f64>(), attain_goals(line, &by_month))
        })
        .unzip();
    let results = Results {
        score: score(inputs, attained.into_iter()),
        recognised,
    };
    (results, refusals.unwrap_or_else(|| Refusals::new(inputs)))
}

/// Units recognised by month, expected value, shape `[month]`: in closed months, and of these cohorts.
pub(super) fn recognised_by_month(line: &LineInputs, cohorts: &[Cohort], months: usize) -> Vec<f64> {
    let mut by_month = vec![0.0; months];
    add_recognised(line, cohorts, &mut by_month);
    by_month
}

fn add_recognised(line: &LineInputs, cohorts: &[Cohort], by_month: &mut [f64]) {
    by_month[..line.recognised.len()].copy_from_slice(&line.recognised);
    for cohort in cohorts.iter().filter(|c| !c.settled) {
        if let (_, Some(t)) = find_milestones(line, cohort) {
            by_month[t] += cohort.units * line.pass_at(t);
        }
    }
}

/// `Σ weight · attainment / Σ weight`; 0 if nothing has weight.
fn score(inputs: &Inputs, attainment: impl Iterator<Item = f64>) -> f64 {
    let weight: f64 = inputs.lines.iter().map(|l| l.weight).sum();
    let points: f64 = inputs.lines.iter().zip(attainment).map(|(l, a)| l.weight * a).sum();
    if weight > 0.0 { points / weight } else { 0.0 }
}

fn source_outcome(source: &SourceInputs, months: usize) -> SourceOutcome {
    SourceOutcome {
        id: source.id.clone(),
        released: source.released.clone(),
        other_works: source.released.iter().map(|r| r * source.other_works).collect(),
        paid: vec![0.0; months],
        left: vec![0.0; months],
        expired: vec![0.0; months],
        paid_to: vec![],
    }
}

/// When a cohort is finished and when it is decided on: what has no result in closed months, after them; what has one,
/// in them at the latest.
pub(super) fn find_milestones(line: &LineInputs, cohort: &Cohort) -> (Option<usize>, Option<usize>) {
    let finished = find_finish(cohort.month, cohort.duration, &line.speed);
    (
        finished,
        finished.and_then(|f| decision_month(line, cohort, f, &line.rounds)),
    )
}

/// Units carried on that are still to be decided on in the calendar: month of the decision, and how many.
pub(crate) fn carried_decided(line: &LineInputs) -> impl Iterator<Item = (usize, f64)> + '_ {
    let open = line.carried.iter().filter(|c| !c.settled).map(Cohort::from);
    open.filter_map(|c| Some((find_milestones(line, &c).1?, c.units)))
}

/// Expected units that are recognised whatever starts: in closed months, and of those carried on; at the pass rate
/// before events that begin inside the year.
pub(crate) fn recognised_anyway(line: &LineInputs) -> f64 {
    let so_far = line.recognised.iter().fold(0.0, |sum, r| sum + r);
    carried_decided(line).fold(so_far, |sum, (_, units)| sum + units * line.pass)
}

/// Month of the decision on a cohort finished in `finished`, with these rounds.
fn decision_month(line: &LineInputs, cohort: &Cohort, finished: usize, rounds: &[bool]) -> Option<usize> {
    let closed = line.recognised.len();
    if cohort.settled {
        let last = closed.saturating_sub(1);
        return Some(find_round(finished, line.lag, rounds).map_or(last, |r| r.min(last)));
    }
    find_round((finished + line.lag).max(closed), 0, rounds)
}

fn line_outcome(line: &LineInputs, cohorts: &[Cohort], renewals: Option<&Renewals>, months: usize) -> LineOutcome {
    let column = || vec![0.0; months];
    let mut out = LineOutcome {
        id: line.id.clone(),
        goal: line.goal,
        wanted: line.wanted.iter().sum::<usize>() as f64,
        started: column(),
        in_progress: column(),
        finished: column(),
        submitted: column(),
        recognised: column(),
        needed: bills(line, cohorts, months),
        paid: column(),
        waiting: column(),
        attainment: 0.0,
        years: vec![],
        stock: vec![],
        renewals_wanted: vec![],
        renewed: vec![],
        renewal_bills: vec![],
    };
    for cohort in cohorts {
        let (finished, decided) = find_milestones(line, cohort);
        out.started[cohort.month] += cohort.units;
        if let Some(t) = finished {
            out.finished[t] += cohort.units;
        }
        if let Some(t) = decided {
            out.submitted[t] += cohort.units;
            if !cohort.settled {
                out.recognised[t] += cohort.units * line.pass_at(t);
            }
        }
    }
    fill_closed_months(line, &mut out);
    let mut at_work = 0.0;
    for t in 0..months {
        at_work += out.started[t] - out.finished[t];
        out.in_progress[t] = at_work;
    }
    out.attainment = attain_goals(line, &out.recognised);
    out.years = year_outcomes(&line.goals, &out.recognised);
    let paid = renewals.and_then(|r| r.stock(line, &out.recognised));
    out.stock = paid.unwrap_or_else(|| stock(line, &out.recognised));
    if let Some(renewals) = renewals {
        out.needed
            .iter_mut()
            .zip(&renewals.bills)
            .for_each(|(n, bill)| *n += bill);
        out.renewals_wanted.clone_from(&renewals.wanted);
        out.renewed.clone_from(&renewals.renewed);
        out.renewal_bills.clone_from(&renewals.bills);
    }
    out
}

/// What counts in all at the end of each month, shape `[month]`, units: what there was when the plan began and what was
/// recognised since, less certificates that lapsed. Those there were are taken to be issued evenly over the months a
/// certificate is valid; renewed ones are valid for as long again. Where renewing costs nothing; else
/// [`Renewals::stock`].
fn stock(line: &LineInputs, recognised: &[f64]) -> Vec<f64> {
    let at = |t: usize| -> f64 {
        let Some(Certificates { validity, renewed, .. }) = line.certificate else {
            return line.stock + recognised[..=t].iter().sum::<f64>();
        };
        let valid = |age: usize| libm::pow(renewed, (age / validity) as f64);
        let before: f64 = (1..=validity).map(|age| valid(t + age)).sum();
        let since = recognised[..=t]
            .iter()
            .enumerate()
            .map(|(r, units)| units * valid(t - r));
        line.stock / validity as f64 * before + since.sum::<f64>()
    };
    (0..recognised.len()).map(at).collect()
}

/// Puts what was recognised into closed months; what was recognised was submitted, finished and started by then.
fn fill_closed_months(line: &LineInputs, out: &mut LineOutcome) {
    out.recognised[..line.recognised.len()].copy_from_slice(&line.recognised);
    for column in [&mut out.submitted, &mut out.finished, &mut out.started] {
        let (mut sum, mut least, mut added) = (0.0, 0.0, 0.0);
        for (slot, recognised) in column.iter_mut().zip(&line.recognised) {
            least += recognised;
            // What is missing by now comes now, and is taken from what comes later.
            let taken = slot.min(added);
            *slot -= taken;
            added -= taken;
            sum += *slot;
            if sum < least - 1e-9 {
                *slot += least - sum;
                added += least - sum;
                sum = least;
            }
        }
    }
}

/// Bills of cohorts by month, shape `[month]`, triệu đồng.
fn bills(line: &LineInputs, cohorts: &[Cohort], months: usize) -> Vec<f64> {
    let mut bills = vec![0.0; months];
    for cohort in cohorts {
        let (mut done, mut before) = (0.0, 0.0);
        for (bill, speed) in bills.iter_mut().zip(&line.speed).skip(cohort.month) {
            done += speed;
            let share = spent_share(line, done, cohort.duration);
            *bill += cohort.units * cohort.cost * (share - before);
            before = share;
            if done >= cohort.duration {
                break;
            }
        }
    }
    bills
}

/// Attainment of the line at `place` in the order of service with limits lifted for it alone, given the starts of the
/// lines before it; no payment is made.
pub(super) fn attain_lifted(inputs: &Inputs, place: usize, before: &Starts, lift: Lift) -> f64 {
    let l = inputs.priority[place];
    let mut starts = before.clone();
    starts.decide_lifted(place, lift);
    let line = &inputs.lines[l];
    let full = vec![1.0; inputs.months];
    // A January in the first month decides for the year before, whatever is lifted.
    let always: Vec<bool> = (0..inputs.months).map(|t| t > 0 || line.rounds[0]).collect();
    let (speed, rounds) = if lift.time {
        (&full, &always)
    } else {
        (&line.speed, &line.rounds)
    };
    let pass = |t: usize| if lift.appraisal { 1.0 } else { line.pass_at(t) };
    let open = starts.of(l).iter().filter(|c| !c.settled);
    let results = open.filter_map(|c| {
        let month = find_finish(c.month, c.duration, speed).and_then(|f| decision_month(line, c, f, rounds))?;
        Some((month, c.units * pass(month)))
    });
    if line.goals.is_empty() {
        let recognised: f64 = results.map(|(_, units)| units).sum();
        return attain_goal(line.goal, line.recognised_so_far() + recognised);
    }
    let mut by_month = vec![0.0; inputs.months];
    by_month[..line.recognised.len()].copy_from_slice(&line.recognised);
    results.for_each(|(month, units)| by_month[month] += units);
    attain_goals(line, &by_month)
}

fn commune_outcomes(inputs: &Inputs, starts: &Starts, unpaid: &Unpaid, outcome: &Outcome) -> Vec<CommuneOutcome> {
    let mut list = Vec::new();
    let lines = inputs.lines.iter().enumerate();
    for (l, line) in lines.filter(|(_, line)| !line.communes.is_empty()) {
        for cohort in starts.of(l) {
            let (finish, round) = find_milestones(line, cohort);
            let waiting = round.map_or(0.0, |r| {
                // Bills of a line are paid month by month, so a commune waits for its part of each unpaid month.
                let own = bills(line, std::slice::from_ref(cohort), inputs.months);
                let part = |t: usize| match outcome.lines[l].needed[t] {
                    needed if needed > 0.0 => unpaid.at(l, t, r) * own[t] / needed,
                    _ => 0.0,
                };
                (0..=r).map(part).sum()
            });
            list.push(CommuneOutcome {
                id: cohort
                    .candidate
                    .and_then(|c| line.communes.get(c))
                    .and_then(|c| c.id.clone()),
                climbs: cohort
                    .candidate
                    .and_then(|c| line.communes.get(c))
                    .is_some_and(|c| c.after.is_some()),
                line: l,
                units: cohort.units,
                start: cohort.month,
                finish,
                round,
                waiting_at_round: waiting,
            });
        }
    }
    sort::by_key(&mut list, |c| c.start);
    list
}

fn refused_picks(inputs: &Inputs, starts: &Starts) -> Vec<String> {
    let mut refused = Vec::new();
    for (l, line) in inputs.lines.iter().enumerate() {
        for (index, candidate) in line.communes.iter().enumerate() {
            if candidate.pick == Pick::In && !starts.of(l).iter().any(|c| c.candidate == Some(index)) {
                refused.extend(candidate.id.clone());
            }
        }
    }
    refused
}
