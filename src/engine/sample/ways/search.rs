//! The order in which moves are tried.

use super::super::goal::{Lever, range};
use super::{LeverChange, Moves, Slice, UnreachedLever, Way, Ways};
use crate::engine::seek::try_seek;
use std::collections::BTreeMap;

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

impl Ways {
    pub(super) fn search(&mut self, late: &mut dyn FnMut() -> bool) -> Slice<()> {
        self.ways.clear();
        self.unreached.clear();
        if self.reaches(&[], late)? {
            return self.record_way(vec![], true, late);
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
                Some(found) => self.record_way(vec![(lever, found.value)], found.monotone, late)?,
                None => self.record_unreached(vec![(lever, to)], late)?,
            }
        }
        self.progress = (levers + 1) as f64 / stages;
        self.together(late, stages)?;
        self.ways.sort_by(|a, b| a.price.total().total_cmp(&b.price.total()));
        Ok(())
    }

    /// Units pushed, together with money or a cost level.
    fn together(&mut self, late: &mut dyn FnMut() -> bool, stages: f64) -> Slice<()> {
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
                self.record_way(units, true, late)?;
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
                self.record_way(with(found.value), found.monotone, late)?;
            }
        }
        Ok(())
    }

    /// Adds units where they gain most for their cost, with money enough, until the aim is reached. `None` if it never is:
    /// then that is told.
    fn push(&mut self, pushed: &[usize], ample: &Moves, late: &mut dyn FnMut() -> bool) -> Slice<Option<Moves>> {
        let mut at: BTreeMap<usize, f64> = BTreeMap::new();
        let moves = |at: &BTreeMap<usize, f64>| -> Moves {
            let units = at.iter().map(|(lever, units)| (*lever, *units));
            units.chain(ample.iter().copied()).collect()
        };
        for _ in 0..MOST_ROUNDS {
            let level = self.level(&moves(&at), late)?;
            if level >= self.aim_value() {
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
        self.record_unreached(moves(&at), late)?;
        Ok(None)
    }

    /// Takes back, line by line, the dearest first, what the aim does not need.
    fn pare(&mut self, mut units: Moves, ample: &Moves, late: &mut dyn FnMut() -> bool) -> Slice<Moves> {
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

    fn record_way(&mut self, moves: Moves, monotone: bool, late: &mut dyn FnMut() -> bool) -> Slice<()> {
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
    fn sure(&mut self, mut moves: Moves, late: &mut dyn FnMut() -> bool) -> Slice<Moves> {
        for _ in 0..NUDGES {
            let chance = self.check(&moves, late)?.map_or(1.0, |c| c.chance);
            let Some((lever, value)) = moves.last_mut().filter(|_| chance < self.aim_value()) else {
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

    fn record_unreached(&mut self, moves: Moves, late: &mut dyn FnMut() -> bool) -> Slice<()> {
        let unreached = UnreachedLever {
            chance: self.check(&moves, late)?,
            changes: self.changes(&moves),
        };
        self.unreached.push(unreached);
        Ok(())
    }

    fn range(&self, lever: usize) -> Option<(f64, f64, f64)> {
        let scenario = self.request.scenario.as_ref();
        range(
            self.request.levers.get(lever)?,
            &self.inputs,
            &self.request.ground,
            scenario,
        )
    }

    fn unit_cost(&self, lever: usize) -> f64 {
        let Some(Lever::Pushed(id)) = self.request.levers.get(lever) else {
            return 0.0;
        };
        self.inputs.lines.iter().find(|l| &l.id == id).map_or(0.0, |l| l.cost)
    }

    fn changes(&self, moves: &[(usize, f64)]) -> Vec<LeverChange> {
        let change = |(lever, to): &(usize, f64)| {
            Some(LeverChange {
                lever: self.request.levers.get(*lever)?.clone(),
                from: self.range(*lever)?.0,
                to: *to,
            })
        };
        moves.iter().filter_map(change).collect()
    }
}
