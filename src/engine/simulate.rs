//! One plain run: starts, work, recognition, payment.

use super::pay::pay;
use super::start::{Cohort, Lift, Purse, Refusals, decide_line};
use super::work::{cumulative_spend, finish, round};
use super::{CommuneOutcome, Inputs, LineInputs, LineOutcome, Outcome, SourceOutcome};
use crate::model::Pick;

/// Runs the inputs: pure, the same numbers on every machine.
pub fn simulate(inputs: &Inputs) -> Outcome {
    run(inputs, &mut None)
}

/// Runs the inputs and tells, by source, the smallest extra free money that would have let a refused unit start.
pub(super) fn simulate_with_refusals(inputs: &Inputs) -> (Outcome, Refusals) {
    let mut refusals = Some(vec![f64::INFINITY; inputs.sources.len()]);
    let outcome = run(inputs, &mut refusals);
    (outcome, refusals.unwrap_or_default())
}

fn run(inputs: &Inputs, refusals: &mut Option<Refusals>) -> Outcome {
    let mut purse = Purse::new(inputs);
    let mut cohorts: Vec<Vec<Cohort>> = vec![Vec::new(); inputs.lines.len()];
    for &l in &inputs.priority {
        cohorts[l] = decide_line(inputs, l, &mut purse, Lift::default(), refusals);
    }
    let mut outcome = Outcome {
        months: inputs.months,
        lines: inputs
            .lines
            .iter()
            .zip(&cohorts)
            .map(|(line, c)| line_outcome(line, c, inputs.months))
            .collect(),
        sources: inputs
            .sources
            .iter()
            .map(|s| source_outcome(s, inputs.months))
            .collect(),
        waiting: vec![0.0; inputs.months],
        ..Outcome::default()
    };
    let first: Vec<Vec<f64>> = inputs
        .lines
        .iter()
        .zip(&cohorts)
        .map(|(line, all)| bills(line, all.iter().filter(|c| c.under_way), inputs.months))
        .collect();
    let unpaid = pay(inputs, &mut outcome, &purse, &first);
    outcome.communes = communes(inputs, &cohorts, |l, due, month| unpaid.at(l, due, month), &outcome);
    outcome.refused_picks = refused_picks(inputs, &cohorts);
    let weight: f64 = inputs.lines.iter().map(|l| l.weight).sum();
    let points: f64 = inputs
        .lines
        .iter()
        .zip(&outcome.lines)
        .map(|(i, o)| i.weight * o.attainment)
        .sum();
    outcome.score = if weight > 0.0 { points / weight } else { 0.0 };
    outcome
}

fn source_outcome(source: &super::SourceInputs, months: usize) -> SourceOutcome {
    SourceOutcome {
        id: source.id.clone(),
        released: source.released.clone(),
        other_works: source.released.iter().map(|r| r * source.other_works).collect(),
        paid: vec![0.0; months],
        left: vec![0.0; months],
        paid_to: vec![],
    }
}

/// When a cohort is finished and when it is decided on.
fn milestones(line: &LineInputs, cohort: &Cohort) -> (Option<usize>, Option<usize>) {
    let finished = finish(cohort.month, cohort.duration, &line.speed);
    (finished, finished.and_then(|f| round(f, line.lag, &line.rounds)))
}

fn line_outcome(line: &LineInputs, cohorts: &[Cohort], months: usize) -> LineOutcome {
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
        needed: bills(line, cohorts.iter(), months),
        paid: column(),
        waiting: column(),
        attainment: 0.0,
    };
    for cohort in cohorts {
        let (finished, decided) = milestones(line, cohort);
        out.started[cohort.month] += cohort.units;
        if let Some(t) = finished {
            out.finished[t] += cohort.units;
        }
        if let Some(t) = decided {
            out.submitted[t] += cohort.units;
            out.recognised[t] += cohort.units * line.pass;
        }
    }
    let mut at_work = 0.0;
    for t in 0..months {
        at_work += out.started[t] - out.finished[t];
        out.in_progress[t] = at_work;
    }
    out.attainment = attainment(line.goal, out.total_recognised());
    out
}

/// Bills of cohorts by month, shape `[month]`, triệu đồng.
fn bills<'a>(line: &LineInputs, cohorts: impl Iterator<Item = &'a Cohort>, months: usize) -> Vec<f64> {
    let mut bills = vec![0.0; months];
    for cohort in cohorts {
        let mut before = 0.0;
        let spend = cumulative_spend(line, cohort.month, cohort.duration, months, Some(&line.speed));
        for (slot, s) in bills.iter_mut().zip(spend) {
            *slot += cohort.units * cohort.cost * (s - before);
            before = s;
        }
    }
    bills
}

fn attainment(goal: f64, recognised: f64) -> f64 {
    // A goal that is met but for rounding is met.
    if goal <= 0.0 || recognised >= goal * (1.0 - 1e-12) {
        1.0
    } else {
        recognised / goal
    }
}

/// Attainment of one line with limits lifted, given what the lines before it left; no payment is made.
pub(super) fn lifted_attainment(inputs: &Inputs, l: usize, before: &Purse, lift: Lift) -> f64 {
    let mut purse = before.clone();
    let line = &inputs.lines[l];
    let cohorts = decide_line(inputs, l, &mut purse, lift, &mut None);
    let full = vec![1.0; inputs.months];
    // A January in the first month decides for the year before, whatever is lifted.
    let always: Vec<bool> = (0..inputs.months).map(|t| t > 0 || line.rounds[0]).collect();
    let (speed, rounds) = if lift.time {
        (&full, &always)
    } else {
        (&line.speed, &line.rounds)
    };
    let pass = if lift.appraisal { 1.0 } else { line.pass };
    let recognised: f64 = cohorts
        .iter()
        .filter(|c| {
            finish(c.month, c.duration, speed)
                .and_then(|f| round(f, line.lag, rounds))
                .is_some()
        })
        .map(|c| c.units * pass)
        .sum();
    attainment(line.goal, recognised)
}

fn communes(
    inputs: &Inputs,
    cohorts: &[Vec<Cohort>],
    unpaid: impl Fn(usize, usize, usize) -> f64,
    outcome: &Outcome,
) -> Vec<CommuneOutcome> {
    let mut list = Vec::new();
    for (l, line) in inputs
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.communes.is_empty())
    {
        for cohort in &cohorts[l] {
            let (finish, round) = milestones(line, cohort);
            let spend = cumulative_spend(line, cohort.month, cohort.duration, inputs.months, Some(&line.speed));
            let waiting = round.map_or(0.0, |r| {
                // Bills of a line are paid month by month, so a commune waits for its part of each unpaid month.
                (0..=r)
                    .map(|t| {
                        let bill = cohort.units * cohort.cost * (spend[t] - if t > 0 { spend[t - 1] } else { 0.0 });
                        let needed = outcome.lines[l].needed[t];
                        if needed > 0.0 {
                            unpaid(l, t, r) * bill / needed
                        } else {
                            0.0
                        }
                    })
                    .sum()
            });
            list.push(CommuneOutcome {
                id: cohort
                    .candidate
                    .and_then(|c| line.communes.get(c))
                    .and_then(|c| c.id.clone()),
                line: l,
                units: cohort.units,
                start: cohort.month,
                finish,
                round,
                waiting_at_round: waiting,
            });
        }
    }
    list.sort_by_key(|c| c.start);
    list
}

fn refused_picks(inputs: &Inputs, cohorts: &[Vec<Cohort>]) -> Vec<String> {
    let mut refused = Vec::new();
    for (line, cohorts) in inputs.lines.iter().zip(cohorts) {
        for (index, candidate) in line.communes.iter().enumerate() {
            if candidate.pick == Pick::In && !cohorts.iter().any(|c| c.candidate == Some(index)) {
                refused.extend(candidate.id.clone());
            }
        }
    }
    refused
}
