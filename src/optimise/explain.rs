//! Why the best plan is no better: limits that bind, communes left out, limits that clash. Data, no words.

use super::kinds::latest;
use super::relax::bound;
use super::search::{Answer, SAME_SCORE, Search, optimise};
use crate::engine::funding::Rows;
use crate::engine::worth::with_more;
use crate::engine::{Candidate, Inputs};
use crate::model::{CommuneId, Discipline, LineId, Pick, SourceId};
use serde::{Deserialize, Serialize};

/// Extra free money whose worth is told, triệu đồng.
pub const EXTRA_MONEY: f64 = 1_000.0;

/// A limit of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// Money of a source.
    Money(SourceId),
    /// How long builders wait.
    Waiting,
    /// Starts of a line a month.
    StartsPerMonth(LineId),
    /// Units of a line there are.
    Candidates(LineId),
    /// Months in which a line's units are recognised, and those before.
    Rounds(LineId),
    /// Pass rates of a line.
    Pass(LineId),
    /// Which sources may pay a line, and how much.
    Recipe(LineId),
    /// Recipes as a whole: what no source that may be asked can pay.
    Recipes,
    /// What a source may pay a line at most.
    Cap(LineId, SourceId),
    /// A least number, by its place in the question.
    AtLeast(usize),
    /// A commune that is fixed in.
    FixedIn(CommuneId),
    /// The target of a line.
    Goal(LineId),
}

/// What one unit more of a limit gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relief {
    /// The limit: money and caps by 1.000 triệu đồng, waiting by a month, least numbers by one, starts and candidates by one, rounds to every month,
    /// passing to all, recipes to any source.
    pub limit: Limit,
    /// Change of the best score, 0–1.
    pub score: f64,
    /// Whether both scores are proven best.
    pub proven: bool,
}

/// What relaxing each limit by one unit gives, one limit after the other; those that give nothing are left out.
#[derive(Clone, Debug)]
pub struct Reliefs {
    left: Vec<Limit>,
    found: Vec<Relief>,
}

impl Reliefs {
    /// All limits of these inputs, none looked at yet.
    pub fn new(inputs: &Inputs) -> Self {
        let mut left = limits(inputs);
        left.extend((0..inputs.floors.len()).map(Limit::AtLeast));
        left.reverse();
        Self { left, found: vec![] }
    }

    /// Looks at the next limit by searching again with at most `steps` steps; `false` when none is left.
    pub fn step(&mut self, inputs: &Inputs, answer: &Answer, steps: usize) -> bool {
        let Some(limit) = self.left.pop() else {
            return false;
        };
        let after = optimise(&relaxed(inputs, &limit, Step::One), steps);
        let score = after.score - answer.score;
        let proven = after.progress.proven() && answer.progress.proven();
        if score > SAME_SCORE {
            let at = self.found.partition_point(|r| r.score >= score);
            self.found.insert(at, Relief { limit, score, proven });
        }
        true
    }

    /// What was found so far, the largest change first.
    pub fn found(&self) -> &[Relief] {
        &self.found
    }
}

/// [`Reliefs`] of all limits.
pub fn reliefs(inputs: &Inputs, answer: &Answer, steps: usize) -> Vec<Relief> {
    let mut all = Reliefs::new(inputs);
    while all.step(inputs, answer, steps) {}
    all.found
}

/// Why a commune is not in the answer.
#[derive(Clone, Debug, PartialEq)]
pub enum WhyNot {
    /// It is, from this month on.
    Chosen {
        /// Month of its start.
        month: usize,
    },
    /// It is no candidate by name: fixed out, of another level, or without data (then it counts by number only).
    NotACandidate,
    /// Its work is recognised by no round.
    TooLate,
    /// No money may or can pay it.
    CannotBeFunded,
    /// With it the best score is lower by so much.
    Score {
        /// Points of score, 0–1.
        loss: f64,
        /// Whether both are proven best.
        proven: bool,
    },
    /// With it the score is the same and takes more money (triệu đồng), or as much.
    Money {
        /// Triệu đồng, 0 or more.
        more: f64,
    },
}

/// Why a commune is not in an answer, by searching again with it fixed in.
pub fn why_not(inputs: &Inputs, answer: &Answer, commune: &CommuneId, steps: usize) -> WhyNot {
    if let Some(month) = answer.planned.communes.get(commune) {
        return WhyNot::Chosen { month: *month as usize };
    }
    let mut with = inputs.clone();
    let mut found = None;
    for line in &mut with.lines {
        let place = line.communes.iter().position(|c| c.id.as_ref() == Some(commune));
        if let Some(place) = place {
            found = Some(latest(line, line.communes[place].duration));
            line.communes[place].pick = Pick::In;
        }
    }
    match found {
        None => return WhyNot::NotACandidate,
        Some(None) => return WhyNot::TooLate,
        Some(Some(_)) => {}
    }
    let after = optimise(&with, steps);
    if after.refused.contains(commune) || !after.planned.communes.contains_key(commune) {
        return WhyNot::CannotBeFunded;
    }
    let loss = answer.score - after.score;
    if loss > SAME_SCORE {
        WhyNot::Score {
            loss,
            proven: after.progress.proven() && answer.progress.proven(),
        }
    } else {
        WhyNot::Money {
            more: (after.cost - answer.cost).max(0.0),
        }
    }
}

/// Limits that together keep the targets of the lines in `goals` (indices) from being made, none of which can be left
/// out; empty if the targets can be made. Found by leaving out one limit after the other.
pub fn clash(inputs: &Inputs, goals: &[usize], steps: usize) -> Vec<Limit> {
    let mut own = inputs.clone();
    for (l, line) in own.lines.iter_mut().enumerate() {
        line.weight = f64::from(u8::from(goals.contains(&l)));
    }
    if possible(&own, steps) {
        return vec![];
    }
    let goal = |l: &usize| own.lines.get(*l).map(|line| Limit::Goal(line.id.clone()));
    let fixed = own
        .lines
        .iter()
        .flat_map(|l| &l.communes)
        .filter(|c| c.pick == Pick::In);
    let fixed = fixed.filter_map(|c| c.id.clone().map(Limit::FixedIn));
    let floors = (0..own.floors.len()).map(Limit::AtLeast);
    let mut all: Vec<Limit> = goals.iter().filter_map(goal).chain(fixed).chain(floors).collect();
    all.extend(limits(&own).into_iter().rev());
    let mut needed = Vec::new();
    for limit in all {
        let without = relaxed(&own, &limit, Step::All);
        if possible(&without, steps) {
            needed.push(limit);
        } else {
            own = without;
        }
    }
    needed
}

fn possible(inputs: &Inputs, steps: usize) -> bool {
    let counts = inputs.lines.iter().any(|l| l.weight > 0.0);
    let fixed = inputs
        .lines
        .iter()
        .flat_map(|l| &l.communes)
        .any(|c| c.pick == Pick::In);
    if counts && bound(inputs) < 1.0 - SAME_SCORE {
        return false;
    }
    if !counts && !fixed && inputs.floors.is_empty() {
        return true;
    }
    let mut search = Search::new(inputs);
    search.step(steps);
    let answer = search.answer();
    let kept = answer.refused.is_empty() && answer.short.iter().all(|short| *short <= 0.0);
    kept && (!counts || answer.score >= 1.0 - SAME_SCORE)
}

/// How far a limit is relaxed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    One,
    All,
}

/// Limits of these inputs, money first.
fn limits(inputs: &Inputs) -> Vec<Limit> {
    let comes = |s: &&crate::engine::SourceInputs| s.other_works < 1.0 && s.curve.last().is_some_and(|c| *c > 0.0);
    let money = inputs.sources.iter().filter(comes).map(|s| Limit::Money(s.id.clone()));
    let mut all: Vec<Limit> = money.chain([Limit::Waiting]).collect();
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
fn relaxed(inputs: &Inputs, limit: &Limit, step: Step) -> Inputs {
    let mut own = inputs.clone();
    let all = step == Step::All;
    let place = |id: &LineId| inputs.lines.iter().position(|l| &l.id == id);
    match limit {
        Limit::Money(id) => {
            let enough: f64 = own
                .lines
                .iter()
                .map(|l| l.cost * l.candidates.min(1_000_000) as f64)
                .sum();
            let extra = if all { enough.max(1e9) } else { EXTRA_MONEY };
            if let Some(s) = own.sources.iter().position(|s| &s.id == id) {
                own = with_more(inputs, s, extra);
            }
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
                *cap += if all { f64::INFINITY } else { EXTRA_MONEY };
            }
            own.rows = Rows::new(&own.lines, own.sources.len()).into();
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
            own.rows = Rows::new(&own.lines, own.sources.len()).into();
        }
    }
    own
}
