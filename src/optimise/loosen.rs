//! Limits of a plan, and the inputs with one of them relaxed.

use super::explain::{EXTRA_MONEY, EXTRA_PER_HEAD, Limit};
use super::question_limits::QuestionLimits;
use crate::engine::funding::FundingRows;
use crate::engine::worth::add_money;
use crate::engine::{Candidate, Inputs};
use crate::model::{Discipline, LineId, Pick};

/// How far a limit is relaxed.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Loosening {
    /// By one unit of it.
    One,
    /// By so much, in its unit: only limits of money know it ([`money_step`]).
    By(f64),
    /// Altogether.
    All,
}

/// One step of a limit of money: triệu đồng, or triệu đồng a head and year; `None`: it is not one.
pub(super) fn money_step(limit: &Limit) -> Option<f64> {
    match limit {
        Limit::Money(_) | Limit::Cap(..) | Limit::Arrears => Some(EXTRA_MONEY),
        Limit::PerHead => Some(EXTRA_PER_HEAD),
        _ => None,
    }
}

/// Limits of these inputs, what is asked of money first.
pub(super) fn list_limits(inputs: &Inputs, question: &QuestionLimits) -> Vec<Limit> {
    let owed = question.limits_debt() || matches!(inputs.discipline, Discipline::Arrears { .. });
    let mut all: Vec<Limit> = question
        .limits_per_head()
        .then_some(Limit::PerHead)
        .into_iter()
        .collect();
    all.extend(owed.then_some(Limit::Arrears));
    let comes = |s: &&crate::engine::SourceInputs| s.other_works < 1.0 && s.curve.last().is_some_and(|c| *c > 0.0);
    // What villagers pay is the cap on it then, not another limit beside.
    let other = |s: &&crate::engine::SourceInputs| !(question.limits_per_head() && s.from_residents);
    let money = inputs.sources.iter().filter(comes).filter(other);
    all.extend(money.map(|s| Limit::Money(s.id.clone())));
    all.push(Limit::Waiting);
    for line in inputs.lines.iter().filter(|l| l.weight > 0.0 && l.goal > 0.0) {
        let id = || line.id.clone();
        all.extend([
            Limit::StartsPerMonth(id()),
            Limit::Candidates(id()),
            Limit::Rounds(id()),
        ]);
        all.extend([Limit::Pass(id()), Limit::Recipe(id())]);
    }
    for line in &inputs.lines {
        let capped = inputs
            .sources
            .iter()
            .enumerate()
            .filter(|(s, _)| line.cap(*s).is_finite());
        all.extend(capped.map(|(_, s)| Limit::Cap(line.id.clone(), s.id.clone())));
    }
    all
}

/// The inputs with a limit relaxed.
pub(super) fn loosen_limit(inputs: &Inputs, question: &QuestionLimits, limit: &Limit, step: Loosening) -> Inputs {
    let mut own = inputs.clone();
    let all = step == Loosening::All;
    let by = match step {
        Loosening::By(more) => more,
        Loosening::One | Loosening::All => money_step(limit).unwrap_or(1.0),
    };
    let place = |id: &LineId| inputs.lines.iter().position(|l| &l.id == id);
    match limit {
        Limit::Money(id) => {
            let enough: f64 = own
                .lines
                .iter()
                .map(|l| l.cost * l.candidates.min(1_000_000) as f64)
                .sum();
            let extra = if all { enough.max(1e9) } else { by };
            if let Some(s) = own.sources.iter().position(|s| &s.id == id) {
                own = add_money(inputs, s, extra);
            }
        }
        Limit::PerHead => question.loosen_per_head(&mut own, (!all).then_some(by)),
        Limit::Arrears => {
            let more = if all { 1e9 } else { by };
            own.discipline = match own.discipline {
                Discipline::Bridge { wait } => Discipline::Arrears { cap: more, wait },
                Discipline::Arrears { cap, wait } => Discipline::Arrears { cap: cap + more, wait },
                Discipline::PayAsYouGo => Discipline::Arrears { cap: more, wait: 0 },
            };
        }
        Limit::Waiting => {
            let longer = |wait: usize| if all { inputs.months } else { wait + 1 };
            own.discipline = match own.discipline {
                Discipline::Bridge { wait } => Discipline::Bridge { wait: longer(wait) },
                Discipline::Arrears { cap, wait } => Discipline::Arrears {
                    cap,
                    wait: longer(wait),
                },
                Discipline::PayAsYouGo => Discipline::Bridge { wait: longer(0) },
            };
        }
        Limit::FixedIn(id) => {
            let communes = own.lines.iter_mut().flat_map(|l| &mut l.communes);
            communes
                .filter(|c| c.id.as_ref() == Some(id))
                .for_each(|c| c.pick = Pick::Free);
        }
        Limit::Recipes => {}
        Limit::AtLeast(floor) => {
            if let Some(floor) = own.floors.get_mut(*floor) {
                floor.least = if all { 0.0 } else { (floor.least - 1.0).max(0.0) };
            }
        }
        Limit::Cap(line, source) => {
            let source = own.sources.iter().position(|s| &s.id == source);
            let line = place(line).and_then(|l| own.lines.get_mut(l));
            if let Some(cap) = line.zip(source).and_then(|(line, s)| line.most_from.get_mut(s)) {
                *cap += if all { f64::INFINITY } else { by };
            }
            own.rows = FundingRows::new(&own.lines, own.sources.len()).into();
        }
        Limit::StartsPerMonth(id)
        | Limit::Candidates(id)
        | Limit::Rounds(id)
        | Limit::Pass(id)
        | Limit::Recipe(id)
        | Limit::Goal(id) => {
            if let Some(line) = place(id).and_then(|l| own.lines.get_mut(l)) {
                let more = if all { 1_000_000 } else { 1 };
                match limit {
                    Limit::StartsPerMonth(_) => line.starts_per_month += more,
                    Limit::Candidates(_) => {
                        line.candidates += more;
                        if !line.communes.is_empty() {
                            line.communes.push(Candidate {
                                id: None,
                                units: more,
                                cost: line.cost,
                                duration: line.duration,
                                pick: Pick::Free,
                                start: None,
                                earliest: None,
                                after: None,
                            });
                        }
                    }
                    Limit::Rounds(_) => {
                        line.rounds.fill(true);
                        if all {
                            (line.lag, line.duration) = (0, line.duration.min(1));
                            line.communes.iter_mut().for_each(|c| c.duration = c.duration.min(1));
                        }
                    }
                    Limit::Pass(_) => line.pass = 1.0,
                    Limit::Goal(_) => line.weight = 0.0,
                    _ => {
                        line.max_share.fill(1.0);
                        line.min_share.fill(0.0);
                    }
                }
            }
            own.rows = FundingRows::new(&own.lines, own.sources.len()).into();
        }
    }
    own
}
