//! What single change of a scenario would make a missed target: found by trying, not by rule.

use super::seek::seek;
use super::{Evaluation, Inputs, Outcome, resolve, simulate};
use crate::model::{Amount, Discipline, LineId, Overrides, Plan, Scenario, Schedule, SourceId};

/// Fixes told for a target.
const TOLD: usize = 3;
/// Money is asked in steps of this much, triệu đồng.
const MONEY_STEP: f64 = 10.0;
/// A source is asked for at most this many times last year's amount, and at least [`LEAST_REACH`] more.
const REACH: f64 = 2.0;
/// Smallest range in which the amount of a source is looked for, triệu đồng.
const LEAST_REACH: f64 = 50_000.0;
/// The share for other works is lowered in steps of this much.
const SHARE_STEP: f64 = 0.005;
/// Builders are asked to wait at most this many months.
const MOST_WAIT: usize = 12;

/// One change of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Another amount of a source, triệu đồng of a budget year.
    Amount {
        /// Source.
        source: SourceId,
        /// As it is.
        from: f64,
        /// As it must be.
        to: f64,
    },
    /// Another share for other works, the same for every source, 0–1.
    OtherWorks {
        /// As it must be.
        to: f64,
    },
    /// Another number of units pushed.
    Pushed {
        /// As it is.
        from: u32,
        /// As it must be.
        to: u32,
    },
    /// The line is served before all others.
    First,
    /// All starts as early as possible.
    Early,
    /// Builders wait longer for their money, months.
    Wait {
        /// As it is.
        from: usize,
        /// As it must be.
        to: usize,
    },
}

/// A change that makes a missed target.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// The change.
    pub change: Change,
    /// Money asked beside what the scenario has, or taken from other works, triệu đồng; 0 where none is.
    pub money: f64,
    /// Change of the score, 0–1.
    pub score: f64,
    /// Targets that were met and then are not.
    pub loses: Vec<LineId>,
}

/// The cheapest single changes that make the line at index `line`, at most three; none if it is met or no change
/// does it.
///
/// Tried are: more of each source, a smaller share for other works, more units pushed, service before all other lines,
/// earliest starts, a longer wait of the builders. Changes that cost another target come last; among the rest less money
/// comes first. Events are not tried: they are not the planner's to switch off.
pub fn fixes(plan: &Plan, scenario: Option<&Scenario>, evaluation: &Evaluation, line: usize) -> Vec<Fix> {
    let missed = |l: &&super::LineOutcome| !l.is_met();
    if evaluation.outcome.lines.get(line).filter(missed).is_none() {
        return vec![];
    }
    let trial = Trial {
        plan,
        scenario,
        inputs: &evaluation.inputs,
        before: &evaluation.outcome,
        line,
    };
    let mut found: Vec<Fix> = plan.sources.iter().filter_map(|s| trial.source(&s.id)).collect();
    found.extend(trial.other_works());
    found.extend(trial.pushed());
    found.extend(trial.fix(Change::First, 0.0));
    found.extend(trial.fix(Change::Early, 0.0));
    found.extend(trial.wait());
    // The order in which they were tried decides between equals.
    found.sort_by(|a, b| {
        let harm = |f: &Fix| f.loses.len();
        harm(a).cmp(&harm(b)).then(a.money.total_cmp(&b.money))
    });
    found.truncate(TOLD);
    found
}

/// What a change adds to a scenario's overrides.
pub fn apply_change(overrides: &mut Overrides, change: &Change, plan: &Plan, line: usize) {
    let Some(id) = plan.lines.get(line).map(|l| l.id.clone()) else {
        return;
    };
    match change {
        Change::Amount { source, to, .. } => {
            overrides.amounts.insert(source.clone(), Amount::Fixed(*to));
        }
        Change::OtherWorks { to } => overrides.other_works = Some(*to),
        Change::Pushed { to, .. } => {
            overrides.pushed.insert(id, *to);
        }
        Change::First => overrides.priority = Some(first(plan, overrides, &id)),
        Change::Early => overrides.schedule = Some(Schedule::Early),
        Change::Wait { to, .. } => {
            overrides.discipline = Some(waiting(overrides.discipline.unwrap_or(plan.discipline), *to))
        }
    }
}

struct Trial<'a> {
    plan: &'a Plan,
    scenario: Option<&'a Scenario>,
    inputs: &'a Inputs,
    before: &'a Outcome,
    line: usize,
}

impl Trial<'_> {
    fn run(&self, change: impl FnOnce(&mut Overrides)) -> Outcome {
        let mut scenario = self.scenario.cloned().unwrap_or_default();
        change(&mut scenario.overrides);
        simulate(&resolve(self.plan, Some(&scenario)))
    }

    fn makes(&self, outcome: &Outcome) -> bool {
        outcome.lines[self.line].is_met()
    }

    fn with(&self, change: &Change) -> Outcome {
        self.run(|o| apply_change(o, change, self.plan, self.line))
    }

    /// The change as a fix, if it makes the target.
    fn fix(&self, change: Change, money: f64) -> Option<Fix> {
        let after = self.with(&change);
        let lost = self.before.lines.iter().zip(&after.lines);
        self.makes(&after).then(|| Fix {
            change,
            money,
            score: after.score - self.before.score,
            loses: lost
                .filter(|(b, a)| b.is_met() && !a.is_met())
                .map(|(b, _)| b.id.clone())
                .collect(),
        })
    }

    fn source(&self, id: &SourceId) -> Option<Fix> {
        let source = self.plan.source(id)?;
        let from = self.inputs.sources.iter().find(|s| &s.id == id)?.amount;
        let to = (REACH * source.reference.value).max(from + LEAST_REACH);
        let change = |to: f64| Change::Amount {
            source: id.clone(),
            from,
            to,
        };
        let found = seek(from, to, MONEY_STEP, |x| self.makes(&self.with(&change(x))))?;
        self.fix(change(found.value), found.value - from)
    }

    fn other_works(&self) -> Option<Fix> {
        let sources = &self.inputs.sources;
        let highest = sources.iter().map(|s| s.other_works).fold(0.0, f64::max);
        let found = seek(highest, 0.0, SHARE_STEP, |x| {
            self.makes(&self.with(&Change::OtherWorks { to: x }))
        })?;
        let taken = sources
            .iter()
            .map(|s| s.planned.iter().sum::<f64>() * (s.other_works - found.value));
        self.fix(Change::OtherWorks { to: found.value }, taken.sum())
    }

    fn pushed(&self) -> Option<Fix> {
        let line = &self.inputs.lines[self.line];
        let from = line.wanted.iter().sum::<usize>();
        let most = line.candidates.saturating_sub(line.under_way());
        let change = |to: f64| Change::Pushed {
            from: from as u32,
            to: to as u32,
        };
        let found = seek(from as f64, most.max(from) as f64, 1.0, |n| {
            self.makes(&self.with(&change(n)))
        })?;
        self.fix(change(found.value), 0.0)
    }

    fn wait(&self) -> Option<Fix> {
        let from = wait_of(self.inputs.discipline)?;
        let change = |to: usize| Change::Wait { from, to };
        let to = (from + 1..=MOST_WAIT).find(|to| self.makes(&self.with(&change(*to))))?;
        self.fix(change(to), 0.0)
    }
}

fn wait_of(discipline: Discipline) -> Option<usize> {
    match discipline {
        Discipline::Bridge { wait } | Discipline::Arrears { wait, .. } => Some(wait),
        Discipline::PayAsYouGo => None,
    }
}

fn waiting(discipline: Discipline, wait: usize) -> Discipline {
    match discipline {
        Discipline::Arrears { cap, .. } => Discipline::Arrears { cap, wait },
        _ => Discipline::Bridge { wait },
    }
}

/// The order of service with this line before all others.
fn first(plan: &Plan, overrides: &Overrides, id: &LineId) -> Vec<LineId> {
    let order = overrides.priority.as_ref().unwrap_or(&plan.priority);
    let others = order.iter().filter(|other| *other != id);
    std::iter::once(id).chain(others).cloned().collect()
}
