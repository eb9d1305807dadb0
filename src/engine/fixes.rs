//! What single change of a scenario would make a missed target: found by trying, not by rule.

use super::seek::seek;
use super::{Change, Evaluation, Inputs, Outcome, apply_change, resolve, simulate, spread_starts};
use crate::model::{Ground, LineId, Overrides, Pick, Scenario, SourceId};
use crate::sort;

/// Fixes told for a target.
const MOST_FIXES: usize = 3;
/// Money is asked in steps of this much, triệu đồng.
const MONEY_STEP: f64 = 10.0;
/// A source is asked for at most this many times last year's amount, and at least [`LEAST_REACH`] more.
const REACH: f64 = 2.0;
/// Smallest range in which the amount of a source is looked for, triệu đồng.
const LEAST_REACH: f64 = 50_000.0;
/// The share for other works is lowered in steps of this much.
const SHARE_STEP: f64 = 0.005;
/// All sources are raised in steps of this much.
const FACTOR_STEP: f64 = 0.005;
/// The cost level of a line is lowered in steps of this much, and at most to [`LEAST_LEVEL`] of what it is.
const LEVEL_STEP: f64 = 0.01;
/// See [`LEVEL_STEP`].
const LEAST_LEVEL: f64 = 0.5;
/// Builders are asked to wait at most this many months.
const MOST_WAIT: usize = 12;

/// A change that makes a missed target.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// The change.
    pub change: Change,
    /// Money asked beside what the scenario has, taken from other works, saved on costs or owed at the end, triệu đồng; 0
    /// where none is.
    pub money: f64,
    /// Change of the score, 0–1.
    pub score: f64,
    /// Targets that were met and then are not.
    pub loses: Vec<LineId>,
}

/// The cheapest single changes that make the line at index `line`, at most three; none if it is met or no change
/// does it.
///
/// Tried are: more of each source, more of all together, a smaller share for other works, a lower cost level of the
/// line, more units pushed, service before all other lines, earliest starts of all lines, the line's own starts evenly
/// over fewer months, one commune chosen otherwise, a longer wait of the builders, a debt that is allowed. Of each the
/// smallest change that makes the target counts. Changes that cost another target come last; among the rest less money
/// comes first. Events are not tried: they are not the planner's to switch off.
pub fn find_fixes(ground: &Ground, scenario: Option<&Scenario>, evaluation: &Evaluation, line: usize) -> Vec<Fix> {
    let missed = |l: &&super::LineOutcome| !l.is_met();
    if evaluation.outcome.lines.get(line).filter(missed).is_none() {
        return vec![];
    }
    let trial = FixTrial {
        ground,
        scenario,
        inputs: &evaluation.inputs,
        before: &evaluation.outcome,
        line,
    };
    let mut fixes: Vec<Fix> = ground.sources.iter().filter_map(|s| trial.try_source(&s.id)).collect();
    fixes.extend(trial.try_all_money());
    fixes.extend(trial.try_other_works());
    fixes.extend(trial.try_line_cost());
    fixes.extend(trial.try_push());
    fixes.extend(trial.try_change(Change::First, 0.0));
    fixes.extend(trial.try_change(Change::Early, 0.0));
    fixes.extend(trial.try_starts());
    fixes.extend(trial.try_pick());
    fixes.extend(trial.try_wait());
    fixes.extend(trial.try_arrears());
    // The order in which they were tried decides between equals.
    fixes.sort_by(|a, b| {
        let harm = |f: &Fix| f.loses.len();
        harm(a).cmp(&harm(b)).then(a.money.total_cmp(&b.money))
    });
    fixes.truncate(MOST_FIXES);
    fixes
}

struct FixTrial<'a> {
    ground: &'a Ground,
    scenario: Option<&'a Scenario>,
    inputs: &'a Inputs,
    before: &'a Outcome,
    line: usize,
}

impl FixTrial<'_> {
    fn run(&self, change: impl FnOnce(&mut Overrides)) -> Outcome {
        let mut scenario = self.scenario.cloned().unwrap_or_default();
        change(&mut scenario.overrides);
        simulate(&resolve(self.ground, Some(&scenario)))
    }

    fn makes(&self, outcome: &Outcome) -> bool {
        outcome.lines[self.line].is_met()
    }

    fn with(&self, change: &Change) -> Outcome {
        self.run(|o| apply_change(o, change, self.ground, self.line))
    }

    /// The change as a fix, if it makes the target.
    fn try_change(&self, change: Change, money: f64) -> Option<Fix> {
        let after = self.with(&change);
        let pairs = self.before.lines.iter().zip(&after.lines);
        self.makes(&after).then(|| Fix {
            change,
            money,
            score: after.score - self.before.score,
            loses: pairs
                .filter(|(b, a)| b.is_met() && !a.is_met())
                .map(|(b, _)| b.id.clone())
                .collect(),
        })
    }

    fn try_source(&self, id: &SourceId) -> Option<Fix> {
        let source = self.ground.source(id)?;
        let from = self.inputs.sources.iter().find(|s| &s.id == id)?.amount;
        let to = (REACH * source.reference.value).max(from + LEAST_REACH);
        let change = |to: f64| Change::Amount {
            source: id.clone(),
            from,
            to,
        };
        let threshold = seek(from, to, MONEY_STEP, |x| self.makes(&self.with(&change(x))))?;
        self.try_change(change(threshold.value), threshold.value - from)
    }

    fn try_other_works(&self) -> Option<Fix> {
        let sources = &self.inputs.sources;
        let highest = sources.iter().map(|s| s.other_works).fold(0.0, f64::max);
        let threshold = seek(highest, 0.0, SHARE_STEP, |x| {
            self.makes(&self.with(&Change::OtherWorks { to: x }))
        })?;
        let freed = sources
            .iter()
            .map(|s| s.planned.iter().sum::<f64>() * (s.other_works - threshold.value));
        self.try_change(Change::OtherWorks { to: threshold.value }, freed.sum())
    }

    fn try_push(&self) -> Option<Fix> {
        let line = &self.inputs.lines[self.line];
        let from = line.wanted.iter().sum::<usize>();
        let most = line.candidates.saturating_sub(line.under_way());
        let change = |to: f64| Change::Pushed {
            from: from as u32,
            to: to as u32,
        };
        let threshold = seek(from as f64, most.max(from) as f64, 1.0, |n| {
            self.makes(&self.with(&change(n)))
        })?;
        self.try_change(change(threshold.value), 0.0)
    }

    fn try_all_money(&self) -> Option<Fix> {
        let sources = &self.inputs.sources;
        let change = |factor: f64| Change::AllMoney {
            to: sources.iter().map(|s| (s.id.clone(), s.amount * factor)).collect(),
            factor,
        };
        let threshold = seek(1.0, REACH, FACTOR_STEP, |x| self.makes(&self.with(&change(x))))?;
        let all: f64 = sources.iter().map(|s| s.amount).sum();
        self.try_change(change(threshold.value), all * (threshold.value - 1.0))
    }

    fn try_line_cost(&self) -> Option<Fix> {
        let line = &self.inputs.lines[self.line];
        let own = self.scenario.and_then(|s| s.overrides.line_cost.get(&line.id).copied());
        let from = own.unwrap_or(1.0);
        let change = |to: f64| Change::LineCost { from, to };
        let threshold = seek(from, from * LEAST_LEVEL, LEVEL_STEP, |x| {
            self.makes(&self.with(&change(x)))
        })?;
        // What all wanted units cost less; those under way cost less too.
        let wanted = line.wanted.iter().sum::<usize>() as f64;
        let before = line.carried.iter().filter(|c| c.under_way);
        let cost = wanted * line.cost + before.map(|c| c.units as f64 * c.money_left).sum::<f64>();
        let saved = if from > 0.0 {
            cost * (from - threshold.value) / from
        } else {
            0.0
        };
        self.try_change(change(threshold.value), saved)
    }

    fn try_starts(&self) -> Option<Fix> {
        let wanted = &self.inputs.lines[self.line].wanted;
        let last = wanted.iter().rposition(|n| *n > 0)?;
        let change = |last: usize| Change::Starts {
            last,
            starts: spread_starts(wanted, 0, last),
        };
        let to = (0..=last).rev().find(|last| self.makes(&self.with(&change(*last))))?;
        self.try_change(change(to), 0.0)
    }

    /// One commune fixed in, or one that is fixed free again; of several the one that costs no other target, then the one
    /// with most score, then in plan order.
    fn try_pick(&self) -> Option<Fix> {
        self.ground.lines.get(self.line)?.level?;
        let picks = self.scenario.map(|s| &s.overrides.picks);
        let now = |id: &String| picks.and_then(|p| p.get(id)).copied().unwrap_or_default();
        let communes = self.ground.communes.iter().map(|c| &c.id);
        let mut fixes: Vec<Fix> = communes
            .filter_map(|id| {
                let to = if now(id) == Pick::Free { Pick::In } else { Pick::Free };
                self.try_change(
                    Change::Pick {
                        commune: id.clone(),
                        to,
                    },
                    0.0,
                )
            })
            .collect();
        sort::by(&mut fixes, |a, b| {
            a.loses.len().cmp(&b.loses.len()).then(b.score.total_cmp(&a.score))
        });
        fixes.into_iter().next()
    }

    fn try_arrears(&self) -> Option<Fix> {
        let cap = match self.inputs.discipline {
            crate::model::Discipline::Arrears { cap, .. } => cap,
            _ => 0.0,
        };
        let change = |cap: f64| Change::Arrears { cap };
        let threshold = seek(cap, cap + LEAST_REACH, MONEY_STEP, |x| {
            self.makes(&self.with(&change(x)))
        })?;
        self.try_change(change(threshold.value), threshold.value - cap)
    }

    fn try_wait(&self) -> Option<Fix> {
        let now = self.inputs.discipline.wait();
        let from = now.unwrap_or(0);
        let change = |to: usize| Change::Wait { from, to };
        let least = now.map_or(0, |wait| wait + 1);
        let to = (least..=MOST_WAIT).find(|to| self.makes(&self.with(&change(*to))))?;
        self.try_change(change(to), 0.0)
    }
}
