//! Ways to reach an aim: each lever by itself, then units pushed together with money or a cost level.
//!
//! The search is written as if it never stopped. What a trial came to is remembered; when a slice is over the search is
//! left at the next trial that is not known yet, and the next slice walks the known ones again in no time. Combinations are
//! built by the gain in chance for what a unit costs while there is money enough, pared down, and then given as little
//! money as does: good ways, not proven to be the cheapest.

use super::super::seek::try_seek;
use super::super::{Inputs, LineInputs, Outcome, resolve, simulate};
use super::chance::Chance;
use super::goal::{Aim, Effort, Lever, range, set_lever};
use super::sampler::Sampler;
use crate::model::{ImpossibleCorrelation, Overrides, Plan, Scenario};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Points scanned of a lever.
const SCANNED: usize = 17;
/// Rounds in which units are added.
const MOST_ROUNDS: usize = 80;
/// Moves beyond what the trials found, at most, and the part of a lever's range that each is.
const NUDGES: usize = 12;
const NUDGE: f64 = 400.0;
/// A gain in chance or attainment below this is none.
const GAIN: f64 = 1e-6;
/// First step of units pushed, as a share of those that are.
const STEP: f64 = 0.02;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaysRequest {
    /// Plan.
    pub plan: Arc<Plan>,
    /// Scenario to start from.
    pub scenario: Option<Scenario>,
    /// What is to be reached.
    pub aim: Aim,
    /// Levers that may be moved.
    pub levers: Vec<Lever>,
    /// Samples of each trial, and their seed.
    pub effort: Effort,
}

/// A lever moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Lever.
    pub lever: Lever,
    /// Where it stands.
    pub from: f64,
    /// Where it goes.
    pub to: f64,
}

/// What a way costs, triệu đồng.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Price {
    /// Money that sources bring on top.
    pub money: f64,
    /// Units pushed on top, at the likely cost of a unit.
    pub works: f64,
    /// What lower unit costs would save on the units that are pushed already: it has to be found somehow.
    pub savings: f64,
}

impl Price {
    /// What ways are ranked by.
    pub fn total(self) -> f64 {
        self.money + self.works + self.savings
    }
}

/// A way that reaches the aim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// Levers moved; none if the aim is reached as things stand.
    pub changes: Vec<Change>,
    /// What it costs.
    pub price: Price,
    /// The chance there, checked with four times the samples; none for an aim in the plain run.
    pub chance: Option<Chance>,
    /// Whether no smaller scanned move of the last lever reaches it.
    pub monotone: bool,
}

/// Levers that do not reach the aim even at the end of their range, together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unreached {
    /// Levers at the ends of their ranges, or as far as they help.
    pub changes: Vec<Change>,
    /// The chance there; none for an aim in the plain run.
    pub chance: Option<Chance>,
}

/// The search is to go on in a later slice.
struct Paused;

type Step<T> = Result<T, Paused>;
/// Levers by their place in the request, and where each is.
type Moves = Vec<(usize, f64)>;

/// The search: resumable, the same answer however it is sliced.
#[derive(Clone, Debug)]
pub struct Ways {
    request: WaysRequest,
    inputs: Inputs,
    levels: BTreeMap<Vec<(usize, u64)>, f64>,
    checks: BTreeMap<Vec<(usize, u64)>, Option<Chance>>,
    ways: Vec<Way>,
    unreached: Vec<Unreached>,
    progress: f64,
    done: bool,
}

impl Ways {
    /// Readies a search.
    ///
    /// # Errors
    /// The plan's correlations are impossible.
    pub fn new(request: WaysRequest) -> Result<Self, ImpossibleCorrelation> {
        request.plan.check_correlations()?;
        Ok(Self {
            inputs: resolve(&request.plan, request.scenario.as_ref()),
            request,
            levels: BTreeMap::new(),
            checks: BTreeMap::new(),
            ways: vec![],
            unreached: vec![],
            progress: 0.0,
            done: false,
        })
    }

    /// Goes on until `late` says so, which is asked after each trial; tells whether the answer is complete.
    pub fn advance(&mut self, mut late: impl FnMut() -> bool) -> bool {
        if !self.done && self.search(&mut late).is_ok() {
            self.progress = 1.0;
            self.done = true;
        }
        self.done
    }

    /// How far it is, 0–1.
    pub fn progress(&self) -> f64 {
        self.progress
    }

    /// Ways found so far, the cheapest first.
    pub fn ways(&self) -> &[Way] {
        &self.ways
    }

    /// What does not reach the aim, so far; the last is all levers together once nothing does.
    pub fn unreached(&self) -> &[Unreached] {
        &self.unreached
    }

    /// The request.
    pub fn request(&self) -> &WaysRequest {
        &self.request
    }

    fn search(&mut self, late: &mut dyn FnMut() -> bool) -> Step<()> {
        self.ways.clear();
        self.unreached.clear();
        if self.reaches(&[], late)? {
            return self.found(vec![], true, late);
        }
        let levers = self.request.levers.len();
        let stages = (levers + 4) as f64;
        for lever in 0..levers {
            self.progress = (lever + 1) as f64 / stages;
            let Some((from, to, step)) = self.range(lever) else {
                continue;
            };
            let found = try_seek(from, to, step, SCANNED, |value| self.reaches(&[(lever, value)], late))?;
            match found {
                Some(found) => self.found(vec![(lever, found.value)], found.monotone, late)?,
                None => self.not_reached(vec![(lever, to)], late)?,
            }
        }
        self.progress = (levers + 1) as f64 / stages;
        self.together(late, stages)?;
        self.ways.sort_by(|a, b| a.price.total().total_cmp(&b.price.total()));
        Ok(())
    }

    /// Units pushed, together with money or a cost level.
    fn together(&mut self, late: &mut dyn FnMut() -> bool, stages: f64) -> Step<()> {
        let is = |kind: fn(&Lever) -> bool| -> Vec<usize> {
            let levers = self.request.levers.iter().enumerate();
            levers.filter(|(_, l)| kind(l)).map(|(i, _)| i).collect()
        };
        let pushed = is(|l| matches!(l, Lever::Pushed(_)));
        let money = is(|l| matches!(l, Lever::AllMoney | Lever::Source(_) | Lever::CostLevel));
        if pushed.is_empty() || pushed.len() + money.len() < 2 {
            return Ok(());
        }
        let all = money.iter().find(|i| self.request.levers[**i] == Lever::AllMoney);
        let ample: Moves = all
            .or(money.first())
            .and_then(|i| Some((*i, self.range(*i)?.1)))
            .into_iter()
            .collect();
        let Some(units) = self.push(&pushed, &ample, late)? else {
            return Ok(());
        };
        self.progress = (self.request.levers.len() + 2) as f64 / stages;
        let units = self.pare(units, &ample, late)?;
        self.progress = (self.request.levers.len() + 3) as f64 / stages;
        if self.reaches(&units, late)? {
            if units.len() > 1 {
                self.found(units, true, late)?;
            }
            return Ok(());
        }
        for lever in money {
            let Some((from, to, step)) = self.range(lever) else {
                continue;
            };
            let with = |value: f64| {
                let mut moves = units.clone();
                moves.push((lever, value));
                moves
            };
            if let Some(found) = try_seek(from, to, step, SCANNED, |value| self.reaches(&with(value), late))? {
                self.found(with(found.value), found.monotone, late)?;
            }
        }
        Ok(())
    }

    /// Adds units where they gain most for their cost, with money enough, until the aim is reached. `None` if it never is:
    /// then that is told.
    fn push(&mut self, pushed: &[usize], ample: &Moves, late: &mut dyn FnMut() -> bool) -> Step<Option<Moves>> {
        let mut at: BTreeMap<usize, f64> = BTreeMap::new();
        let moves = |at: &BTreeMap<usize, f64>| -> Moves {
            let units = at.iter().map(|(lever, units)| (*lever, *units));
            units.chain(ample.iter().copied()).collect()
        };
        for _ in 0..MOST_ROUNDS {
            let level = self.level(&moves(&at), late)?;
            if level >= self.wanted() {
                return Ok(Some(at.into_iter().collect()));
            }
            let mut best: Option<(f64, usize, f64)> = None;
            for &lever in pushed {
                let Some((from, most, _)) = self.range(lever) else {
                    continue;
                };
                let now = at.get(&lever).copied().unwrap_or(from);
                // A step that gains nothing may be too small: units are lumps.
                let mut step = libm::ceil(now * STEP).max(1.0);
                if now >= most {
                    continue;
                }
                loop {
                    let next = (now + step).min(most);
                    let mut tried = at.clone();
                    tried.insert(lever, next);
                    let gain = self.level(&moves(&tried), late)? - level;
                    if gain > GAIN {
                        let rate = gain / ((next - now) * self.unit_cost(lever)).max(1e-9);
                        if best.is_none_or(|(known, ..)| rate > known) {
                            best = Some((rate, lever, next));
                        }
                        break;
                    }
                    if next >= most || step > now.max(8.0) {
                        break;
                    }
                    step *= 2.0;
                }
            }
            let Some((_, lever, next)) = best else { break };
            at.insert(lever, next);
        }
        self.not_reached(moves(&at), late)?;
        Ok(None)
    }

    /// Takes back, line by line, the dearest first, what the aim does not need.
    fn pare(&mut self, mut units: Moves, ample: &Moves, late: &mut dyn FnMut() -> bool) -> Step<Moves> {
        let mut order: Vec<usize> = (0..units.len()).collect();
        order.sort_by(|a, b| self.unit_cost(units[*b].0).total_cmp(&self.unit_cost(units[*a].0)));
        for place in order {
            let (lever, most) = units[place];
            let Some((from, ..)) = self.range(lever) else { continue };
            let (mut fails, mut holds) = (from - 1.0, most);
            while holds - fails > 1.0 {
                let middle = libm::floor((fails + holds) / 2.0);
                let mut tried = units.clone();
                tried[place].1 = middle;
                tried.extend(ample);
                match self.reaches(&tried, late)? {
                    true => holds = middle,
                    false => fails = middle,
                }
            }
            units[place].1 = holds;
        }
        let stays = |(lever, units): &(usize, f64)| self.range(*lever).is_some_and(|(from, ..)| *units > from);
        Ok(units.iter().filter(|m| stays(m)).copied().collect())
    }

    fn range(&self, lever: usize) -> Option<(f64, f64, f64)> {
        let scenario = self.request.scenario.as_ref();
        range(
            self.request.levers.get(lever)?,
            &self.inputs,
            &self.request.plan,
            scenario,
        )
    }

    fn unit_cost(&self, lever: usize) -> f64 {
        let Some(Lever::Pushed(id)) = self.request.levers.get(lever) else {
            return 0.0;
        };
        self.inputs.lines.iter().find(|l| &l.id == id).map_or(0.0, |l| l.cost)
    }

    fn found(&mut self, moves: Moves, monotone: bool, late: &mut dyn FnMut() -> bool) -> Step<()> {
        let moves = self.sure(moves, late)?;
        let way = Way {
            chance: self.check(&moves, late)?,
            price: self.price(&moves),
            changes: self.changes(&moves),
            monotone,
        };
        self.ways.push(way);
        Ok(())
    }

    /// Moves the last lever on until the chance holds also by the samples of the check, if that takes little more.
    fn sure(&mut self, mut moves: Moves, late: &mut dyn FnMut() -> bool) -> Step<Moves> {
        for _ in 0..NUDGES {
            let chance = self.check(&moves, late)?.map_or(1.0, |c| c.chance);
            let Some((lever, value)) = moves.last_mut().filter(|_| chance < self.wanted()) else {
                break;
            };
            let Some((from, to, step)) = self.range(*lever) else {
                break;
            };
            let nudge = step * libm::ceil((to - from).abs() / step / NUDGE);
            let next = if to < from {
                (*value - nudge).max(to)
            } else {
                (*value + nudge).min(to)
            };
            if next == *value {
                break;
            }
            *value = next;
        }
        Ok(moves)
    }

    fn not_reached(&mut self, moves: Moves, late: &mut dyn FnMut() -> bool) -> Step<()> {
        let unreached = Unreached {
            chance: self.check(&moves, late)?,
            changes: self.changes(&moves),
        };
        self.unreached.push(unreached);
        Ok(())
    }

    fn changes(&self, moves: &[(usize, f64)]) -> Vec<Change> {
        let change = |(lever, to): &(usize, f64)| {
            Some(Change {
                lever: self.request.levers.get(*lever)?.clone(),
                from: self.range(*lever)?.0,
                to: *to,
            })
        };
        moves.iter().filter_map(change).collect()
    }

    fn scenario(&self, moves: &[(usize, f64)]) -> Scenario {
        let mut scenario = self.request.scenario.clone().unwrap_or_default();
        for (lever, value) in moves {
            set_lever(
                &mut scenario.overrides,
                &self.request.levers[*lever],
                *value,
                &self.inputs,
            );
        }
        scenario
    }

    fn price(&self, moves: &[(usize, f64)]) -> Price {
        let after = resolve(&self.request.plan, Some(&self.scenario(moves)));
        let mut price = Price::default();
        for (before, after) in self.inputs.sources.iter().zip(&after.sources) {
            let sum = |planned: &[f64]| planned.iter().sum::<f64>();
            price.money += (sum(&after.planned) - sum(&before.planned)).max(0.0);
        }
        for (before, after) in self.inputs.lines.iter().zip(&after.lines) {
            let units = |l: &LineInputs| l.wanted.iter().sum::<usize>() as f64;
            price.works += (units(after) - units(before)).max(0.0) * after.cost;
            price.savings += units(before) * (before.cost - after.cost).max(0.0);
        }
        price
    }

    fn wanted(&self) -> f64 {
        match self.request.aim {
            Aim::JointChance(wanted) | Aim::LineChance(_, wanted) => wanted,
            Aim::All | Aim::Line(_) => 1.0,
        }
    }

    fn reaches(&mut self, moves: &[(usize, f64)], late: &mut dyn FnMut() -> bool) -> Step<bool> {
        Ok(self.level(moves, late)? >= self.wanted())
    }

    /// How near the aim these moves come: the chance, or in the plain run 1 where it is met and less elsewhere.
    fn level(&mut self, moves: &[(usize, f64)], late: &mut dyn FnMut() -> bool) -> Step<f64> {
        let key = key(moves);
        if let Some(level) = self.levels.get(&key) {
            return Ok(*level);
        }
        let level = match self.request.aim {
            Aim::All | Aim::Line(_) => {
                self.attained(&simulate(&resolve(&self.request.plan, Some(&self.scenario(moves)))))
            }
            _ => self
                .sampled(moves, self.request.effort.samples)
                .map_or(0.0, |c| c.chance),
        };
        self.levels.insert(key, level);
        if late() { Err(Paused) } else { Ok(level) }
    }

    fn attained(&self, outcome: &Outcome) -> f64 {
        let of = |l: &super::super::LineOutcome| {
            if l.is_met() {
                1.0
            } else {
                0.999 * l.attainment.clamp(0.0, 1.0)
            }
        };
        match &self.request.aim {
            Aim::Line(id) => outcome.lines.iter().find(|l| &l.id == id).map_or(0.0, of),
            _ if outcome.lines.iter().all(|l| l.is_met()) => 1.0,
            _ => outcome.lines.iter().map(of).sum::<f64>() / outcome.lines.len().max(1) as f64,
        }
    }

    /// The chance aimed at with four times the samples; none for an aim in the plain run.
    fn check(&mut self, moves: &[(usize, f64)], late: &mut dyn FnMut() -> bool) -> Step<Option<Chance>> {
        let key = key(moves);
        if let Some(known) = self.checks.get(&key) {
            return Ok(*known);
        }
        let chance = match self.request.aim {
            Aim::All | Aim::Line(_) => None,
            _ => self.sampled(moves, 4 * self.request.effort.samples),
        };
        self.checks.insert(key, chance);
        if late() { Err(Paused) } else { Ok(chance) }
    }

    fn sampled(&self, moves: &[(usize, f64)], samples: usize) -> Option<Chance> {
        let line = match &self.request.aim {
            Aim::LineChance(id, _) => Some(self.inputs.lines.iter().position(|l| &l.id == id)?),
            _ => None,
        };
        let scenario = self.scenario(moves);
        let plan = Arc::clone(&self.request.plan);
        let mut sampler = Sampler::new(plan, Some(&scenario), self.request.effort.seed).ok()?;
        sampler.advance(samples);
        let (joint, lines) = sampler.chances();
        line.map_or(Some(joint), |l| lines.get(l).copied())
    }
}

/// Puts the changes of a way into a scenario's overrides; `inputs` are those of the scenario before.
pub fn set_changes(overrides: &mut Overrides, changes: &[Change], inputs: &Inputs) {
    for change in changes {
        set_lever(overrides, &change.lever, change.to, inputs);
    }
}

fn key(moves: &[(usize, f64)]) -> Vec<(usize, u64)> {
    moves.iter().map(|(lever, value)| (*lever, value.to_bits())).collect()
}
