//! The plan that makes the most targets with a chance asked for: a sample average over common draws.
//!
//! Candidates are the best plans for costs and money at several quantiles, with as many units as it takes for enough to
//! pass; each is run on the same draws, and the best is bettered unit by unit. No plan makes more targets with that chance
//! on these draws than plans made for each of them would: that is the bound. What is told besides is the chance on draws
//! that the search has not seen.

use super::floors::find_shortfalls;
use super::kinds::latest_recognised_start;
use super::question::Question;
use super::relax::{bound, is_light};
use super::replay::{PlannedStarts, replay};
use super::search::optimise;
use crate::engine::sample::{Chance, Sampler, average_at, pass_tails, wilson};
use crate::engine::{Inputs, LineInputs};
use crate::model::{Ground, Pick, Scenario, Shared};
use serde::{Deserialize, Serialize};

/// Draws that every candidate is run on.
const DRAWS: usize = 128;
/// Draws of the check, by another seed.
const FRESH: usize = 1_000;
/// Seeds of the two.
const SEEDS: (u64, u64) = (20_210_122, 77_003);
/// Quantiles of costs and of realised money of the answer that needs no samples.
pub const QUANTILES: (f64, f64) = (0.8, 0.2);
/// Quantiles of costs whose best plans are tried; of money it is one less these.
const COST_QUANTILES: [f64; 4] = [0.8, 0.5, 0.65, 0.92];

/// How an answer was found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum RobustMethod {
    /// By the average over so many common draws.
    Samples(usize),
    /// The time did not suffice, or the plan cannot be sampled: the best plan at [`QUANTILES`].
    Quantiles,
}

/// A robust answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RobustAnswer {
    /// What starts when.
    pub planned: PlannedStarts,
    /// How it was found.
    pub way: RobustMethod,
    /// Chance asked for, 0–1.
    pub asked: f64,
    /// So many targets are made with that chance on the draws of the search.
    pub targets: usize,
    /// No plan makes more with that chance on these draws, by the linear relaxation of each with all that it brings known
    /// in advance; `None` if it takes too long to say, or the plan cannot be sampled.
    pub at_most: Option<usize>,
    /// Targets that count.
    pub of: usize,
    /// Chance that so many are made, on fresh draws; `None` if the plan cannot be sampled.
    pub chance: Option<Chance>,
    /// The same of the plan as it was before.
    pub before: Option<Chance>,
}

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RobustProgress {
    /// Plans run on the draws.
    pub tried: usize,
    /// Targets that the best one makes with the chance asked for.
    pub targets: usize,
    /// Whether nothing is left to try.
    pub done: bool,
}

/// How good a plan is on the draws.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Rating {
    targets: usize,
    /// Chance of one more target.
    next: f64,
    /// Chance of so many.
    own: f64,
    cost: f64,
}

impl Rating {
    fn is_better(&self, other: &Self) -> bool {
        let key = |r: &Self| (r.targets, (r.next * 1e6) as u64, (r.own * 1e6) as u64);
        let (own, than) = (key(self), key(other));
        own > than || (own == than && self.cost < other.cost * (1.0 - 1e-9))
    }
}

/// A search in slices: each [`Robust::step`] tries one plan.
#[derive(Clone, Debug)]
pub struct Robust {
    ground: Shared<Ground>,
    scenario: Option<Scenario>,
    question: Question,
    inputs: Inputs,
    goals: Vec<usize>,
    asked: f64,
    steps: usize,
    /// Quantiles still to try, the next one last.
    quantiles: Vec<f64>,
    /// Moves still to try since the last that was better, the next one last.
    moves: Vec<Move>,
    best: Option<(PlannedStarts, Rating)>,
    /// The best plan at [`QUANTILES`].
    plain: Option<PlannedStarts>,
    tried: usize,
    can_sample: bool,
}

/// A change of a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Move {
    Add(usize),
    Remove(usize),
    Earlier(usize),
}

impl Robust {
    /// Nothing tried yet; `asked`: the chance, 0–1; `steps`: of each search.
    pub fn new(
        ground: Shared<Ground>,
        scenario: Option<&Scenario>,
        question: &Question,
        asked: f64,
        steps: usize,
    ) -> Self {
        let inputs = question.inputs(&ground, scenario);
        let counts = |(_, line): &(usize, &LineInputs)| line.weight > 0.0 && line.goal > 0.0;
        let goals = inputs.lines.iter().enumerate().filter(counts).map(|(l, _)| l).collect();
        Self {
            can_sample: Sampler::new(ground.clone(), None, SEEDS.0).is_ok(),
            scenario: scenario.cloned(),
            question: question.clone(),
            inputs,
            goals,
            asked: asked.clamp(0.0, 1.0),
            steps,
            quantiles: COST_QUANTILES.iter().rev().copied().collect(),
            moves: vec![],
            best: None,
            plain: None,
            tried: 0,
            ground,
        }
    }

    /// Tries the next plan.
    pub fn step(&mut self) -> RobustProgress {
        if let Some(q) = self.quantiles.pop() {
            let planned = optimise(&self.at(q), self.steps).planned;
            let planned = self.as_run(&planned);
            if self.plain.is_none() {
                self.plain = Some(planned.clone());
            }
            self.rate(planned);
            if self.quantiles.is_empty() {
                self.rate(PlannedStarts::of_outcome(
                    &self.inputs,
                    &crate::engine::simulate(&self.inputs),
                ));
                self.moves = self.all_moves();
            }
        } else if let Some(change) = self.moves.pop()
            && let Some(planned) = self.apply_move(change)
            && self.rate(planned)
        {
            self.moves = self.all_moves();
            // What was better once may be so again.
            self.moves.push(change);
        }
        self.progress()
    }

    /// How far it is.
    pub fn progress(&self) -> RobustProgress {
        RobustProgress {
            tried: self.tried,
            targets: self.best.as_ref().map_or(0, |(_, r)| r.targets),
            done: !self.can_sample || (self.quantiles.is_empty() && self.moves.is_empty()),
        }
    }

    /// The best plan by now, its chance checked on fresh draws.
    pub fn answer(&self) -> RobustAnswer {
        // All first candidates were run: the samples have had their say.
        let sampled = self
            .best
            .as_ref()
            .filter(|_| self.quantiles.is_empty() && self.can_sample);
        let (planned, way) = match sampled {
            Some((planned, _)) => (planned.clone(), RobustMethod::Samples(DRAWS)),
            None => {
                let quantile = || self.as_run(&optimise(&self.at(QUANTILES.0), self.steps).planned);
                (self.plain.clone().unwrap_or_else(quantile), RobustMethod::Quantiles)
            }
        };
        let made = self.count_made(Some(&planned), SEEDS.0, DRAWS);
        let targets = made.map_or(0, |made| most(&made, self.asked, self.goals.len()));
        let chance = |planned: Option<&PlannedStarts>| {
            let made = self.count_made(planned, SEEDS.1, FRESH)?;
            Some(wilson(share(&made, targets), made.len() as f64))
        };
        RobustAnswer {
            at_most: self.at_most().map(|most| most.max(targets)),
            chance: chance(Some(&planned)),
            before: chance(None),
            planned,
            way,
            asked: self.asked,
            targets,
            of: self.goals.len(),
        }
    }

    /// Most targets that plans made for each draw, knowing it, make with the chance asked for.
    fn at_most(&self) -> Option<usize> {
        if !is_light(&self.inputs) || self.inputs.starts_depend_on_starts() {
            return None;
        }
        let scenario = Scenario {
            overrides: self.question.overrides(&self.ground, self.scenario.as_ref()),
            ..Scenario::default()
        };
        let mut sampler = Sampler::new(self.ground.clone(), Some(&scenario), SEEDS.0).ok()?;
        let all = self.goals.len() as f64;
        let made = |inputs: &Inputs| libm::floor(all * bound(inputs) + 1e-6) as usize;
        let most_made: Vec<usize> = (0..DRAWS).map(|_| made(&sampler.draw_foreseen(&self.goals))).collect();
        Some(most(&most_made, self.asked, self.goals.len()))
    }

    /// The inputs with costs at quantile `q`, money at `1 − q`, and goals for which so many pass with chance `q`.
    fn at(&self, q: f64) -> Inputs {
        let mut own = self.inputs.clone();
        for (line, of) in own.lines.iter_mut().zip(&self.ground.lines) {
            let factor = average_at(of.average_cost.values(), q);
            line.cost *= factor;
            line.communes.iter_mut().for_each(|c| c.cost *= factor);
            let most = line.candidates.min(10_000);
            let enough = pass_tails(line.goal, line.pass, most);
            if let Some(units) = enough
                .iter()
                .position(|chance| *chance >= q)
                .filter(|_| line.goals.is_empty())
            {
                line.goal = line.goal.max(units as f64 * line.pass);
            }
        }
        for (source, of) in own.sources.iter_mut().zip(&self.ground.sources) {
            let factor = average_at(of.realisation.values(), 1.0 - q);
            let years = source.by_year.iter_mut();
            let years = years.flat_map(|y| y.planned.iter_mut().chain(&mut y.released));
            for money in source.planned.iter_mut().chain(&mut source.released).chain(years) {
                *money *= factor;
            }
        }
        own
    }

    /// What the engine starts of a plan at likely values: what is told and stored.
    fn as_run(&self, planned: &PlannedStarts) -> PlannedStarts {
        PlannedStarts::of_outcome(&self.inputs, &replay(&self.inputs, planned))
    }

    /// Targets made in each draw; `None`: of the plan as it is.
    fn count_made(&self, planned: Option<&PlannedStarts>, seed: u64, draws: usize) -> Option<Vec<usize>> {
        let scenario = match planned {
            Some(planned) => Scenario {
                overrides: self
                    .question
                    .apply_starts(&self.ground, self.scenario.as_ref(), planned),
                ..Scenario::default()
            },
            None => self.scenario.clone().unwrap_or_default(),
        };
        let mut sampler = Sampler::new(self.ground.clone(), Some(&scenario), seed).ok()?;
        Some(sampler.count_targets(draws, &self.goals))
    }

    /// Runs a plan on the draws; keeps it if it is the best.
    fn rate(&mut self, planned: PlannedStarts) -> bool {
        self.tried += 1;
        let Some(made) = self.count_made(Some(&planned), SEEDS.0, DRAWS) else {
            return false;
        };
        let targets = most(&made, self.asked, self.goals.len());
        let rating = Rating {
            targets,
            next: share(&made, targets + 1),
            own: share(&made, targets),
            cost: planned.cost(&self.inputs),
        };
        let worse = |(best, _): &(PlannedStarts, Rating)| {
            let (own, than) = (
                find_shortfalls(&self.inputs, &planned),
                find_shortfalls(&self.inputs, best),
            );
            own.iter().zip(than).any(|(own, than)| *own > than + 1e-9)
        };
        let better = match &self.best {
            None => true,
            Some(best) => !worse(best) && rating.is_better(&best.1),
        };
        if better {
            self.best = Some((planned, rating));
        }
        better
    }

    fn all_moves(&self) -> Vec<Move> {
        let lines = 0..self.inputs.lines.len();
        let of = |l: usize| [Move::Remove(l), Move::Earlier(l), Move::Add(l)];
        lines
            .filter(|l| self.inputs.lines[*l].cost > 0.0)
            .flat_map(of)
            .collect()
    }

    /// The best plan with a change, as the engine runs it; `None` where it changes nothing.
    fn apply_move(&self, change: Move) -> Option<PlannedStarts> {
        let best = &self.best.as_ref()?.0;
        let mut planned = best.clone();
        let (Move::Add(l) | Move::Remove(l) | Move::Earlier(l)) = change;
        let line = &self.inputs.lines[l];
        let starts = planned.starts.get_mut(&line.id)?;
        let last = starts.iter().rposition(|n| *n > 0).filter(|t| *t >= self.inputs.closed);
        let room = |starts: &[u32], until: usize| {
            (self.inputs.closed..=until).find(|t| (starts[*t] as usize) < line.starts_per_month)
        };
        // The commune whose start is moved or given up: the last of those that are not fixed in.
        let named = |month: usize| {
            let free = line.communes.iter().rev().filter(|c| c.pick != Pick::In);
            free.filter_map(|c| c.id.clone())
                .find(|id| best.communes.get(id) == Some(&(month as u32)))
        };
        match change {
            Move::Add(_) => {
                let month = room(starts, latest_recognised_start(line, line.duration)?)?;
                starts[month] += 1;
                let out = |id: &String| !best.communes.contains_key(id);
                let next = line.communes.iter().filter_map(|c| c.id.clone()).find(|id| out(id));
                if let Some(id) = next {
                    planned.communes.insert(id, month as u32);
                }
            }
            Move::Remove(_) => {
                let month = last?;
                starts[month] -= 1;
                if !line.communes.is_empty() {
                    planned.communes.remove(&named(month)?);
                }
            }
            Move::Earlier(_) => {
                let from = last?;
                let to = room(starts, from.checked_sub(1)?)?;
                starts[from] -= 1;
                starts[to] += 1;
                if !line.communes.is_empty() {
                    planned.communes.insert(named(from)?, to as u32);
                }
            }
        }
        let run = self.as_run(&planned);
        (run != *best).then_some(run)
    }
}

/// Share of draws in which at least so many targets are made.
fn share(made: &[usize], targets: usize) -> f64 {
    let enough = made.iter().filter(|made| **made >= targets).count();
    enough as f64 / made.len().max(1) as f64
}

/// Most targets that are made in a share `asked` of the draws.
fn most(made: &[usize], least_chance: f64, all: usize) -> usize {
    (0..=all)
        .rev()
        .find(|targets| share(made, *targets) >= least_chance)
        .unwrap_or(0)
}
