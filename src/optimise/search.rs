//! The best plan, as well as it is known by now: branch and bound that can be stopped and taken up again.

use super::build::{Form, Problem};
use super::floors::{BONUS, find_shortfalls, score_delivered};
use super::place::{bring_forward_all, place_climbers_first, place_earliest, place_latest};
use super::polish::Polish;
use super::relax::{CountRange, Relaxation, ceiling, relax, usage};
use super::replay::{PlannedStarts, replay};
use super::rounding::Rounding;
use crate::engine::{Inputs, simulate};
use crate::model::CommuneId;
use serde::{Deserialize, Serialize};
use std::collections::BinaryHeap;

/// Scores that differ by less than this count as the same; of those the plan that takes less money is better.
pub const SAME_SCORE: f64 = 1e-6;
/// A part of the search that cannot be better by more than this is closed: a thousandth of the money, where scores are
/// the same.
const CLOSE: f64 = 1e-9;
/// Units so near a whole number are whole.
const WHOLE: f64 = 1e-6;
/// Parts that are kept open at most; what is dropped beyond stays in the bound.
const MOST_OPEN: usize = 50_000;
/// In the first steps every relaxation is rounded to a plan, later one in [`SELDOM`].
const ALWAYS_ROUNDED: u64 = 64;
const SELDOM: u64 = 8;

/// Plans run in a step, where rows do not say all there is.
const RUNS: usize = 8;

/// Rounds of adding rows for one part, where money expires.
const ROW_ROUNDS: usize = 40;

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Steps taken: relaxations solved.
    pub steps: u64,
    /// Score of the best plan so far as the engine runs it, 0–1.
    pub score: f64,
    /// No plan has a higher score, 0–1.
    pub bound: f64,
    /// Parts still open.
    pub open: usize,
    /// Whether the search has ended.
    pub done: bool,
}

impl Progress {
    /// Bound less score, in points of score, 0–1.
    pub fn gap(&self) -> f64 {
        (self.bound - self.score).max(0.0)
    }

    /// Whether no plan is better by more than [`SAME_SCORE`].
    pub fn proven(&self) -> bool {
        self.gap() <= SAME_SCORE
    }
}

/// The best plan found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What starts when.
    pub planned: PlannedStarts,
    /// Its score as the engine runs it, 0–1.
    pub score: f64,
    /// Whole cost of what it starts, triệu đồng.
    pub cost: f64,
    /// Score of the plan as it was before, 0–1.
    pub before: f64,
    /// How far the search was.
    pub progress: Progress,
    /// Communes fixed in that cannot be funded or are recognised by no round; the plan goes on without them.
    pub refused: Vec<CommuneId>,
    /// What it is short of each floor of the question, units; 0: kept. A plan that is short of less always goes first.
    pub short: Vec<f64>,
}

/// Part of the search: the whole problem with some ranges narrowings.
#[derive(Clone, Debug)]
struct SearchNode {
    bound: f64,
    /// Of parts with the same bound the later goes first: it is nearer to a plan.
    serial: u64,
    /// Entity, at least, at most.
    narrowings: Vec<(usize, f64, f64)>,
}

impl PartialEq for SearchNode {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for SearchNode {}
impl PartialOrd for SearchNode {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for SearchNode {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.bound.total_cmp(&other.bound).then(self.serial.cmp(&other.serial))
    }
}

/// A search for the plan with the highest score; among those with the same score, the one that takes the least money;
/// its units then start as early as money lets them. Never worse than the plan it begins with.
///
/// Deterministic: the same steps give the same answer on every machine. Where money expires, rows by year are added as
/// plans break them. Where rows are necessary but not sufficient (under pay as you go, with more than ten sources that all
/// carry over, where starts depend on others) plans are accepted as far as the engine runs them, and bettered by running
/// others like them; the bound may stay above the score at the end.
#[derive(Clone, Debug)]
pub struct Search {
    inputs: Inputs,
    problem: Problem,
    root: CountRange,
    price: f64,
    open: BinaryHeap<SearchNode>,
    /// The part to go on with, before any other.
    next: Option<SearchNode>,
    steps: u64,
    serial: u64,
    /// The plan it begins with.
    current: PlannedStarts,
    best: PlannedStarts,
    best_score: f64,
    /// Score less the price of money of the best plan, and the worth of what it delivers of the floors.
    best_value: f64,
    /// What the best plan delivers of the floors, units.
    best_delivered: f64,
    before: f64,
    /// The linear bound of the whole problem.
    ceiling: f64,
    /// Highest bound of parts closed without proof.
    unproven: f64,
    refused: Vec<CommuneId>,
    /// Where rows do not say all there is.
    polish: Option<Polish>,
}

impl Search {
    /// Begins with the plan as it is.
    pub fn new(inputs: &Inputs) -> Self {
        let problem = Problem::new(inputs, Form::Whole);
        let outcome = simulate(inputs);
        let best = PlannedStarts::of_outcome(inputs, &outcome);
        let arrears = match inputs.discipline {
            crate::model::Discipline::Arrears { cap, .. } => cap,
            _ => 0.0,
        };
        let money = problem.money + arrears;
        let price = if money > 0.0 { SAME_SCORE / money } else { 0.0 };
        let mut search = Self {
            root: CountRange::all(&problem),
            price,
            open: BinaryHeap::new(),
            next: None,
            steps: 0,
            serial: 0,
            best_value: outcome.score - price * best.cost(inputs) + BONUS * score_delivered(inputs, &best),
            best_delivered: score_delivered(inputs, &best),
            current: best.clone(),
            best,
            best_score: outcome.score,
            before: outcome.score,
            ceiling: ceiling(inputs),
            unproven: f64::MIN,
            refused: problem.late.clone(),
            polish: None,
            inputs: inputs.clone(),
            problem,
        };
        search.force();
        // Where starts depend on others rows are near enough for branch and bound to do better in the same time.
        if !search.problem.exact && !inputs.starts_depend_on_starts() {
            search.polish = Some(Polish::new(inputs, &search.best));
        }
        search.next = Some(SearchNode {
            bound: f64::INFINITY,
            serial: 0,
            narrowings: vec![],
        });
        search
    }

    /// Communes that are fixed in must start, as far as they fit.
    fn force(&mut self) {
        for (entity, units) in self.problem.forced.clone() {
            self.root.low[entity] = units;
            let used = usage(&self.problem, &self.root.low);
            let fits = used
                .iter()
                .zip(&self.problem.limits)
                .all(|(used, limit)| *used <= limit + 1e-9);
            if !fits {
                self.root.low[entity] = 0.0;
                self.root.high[entity] = 0.0;
                let form = &self.problem.entities[entity];
                let communes = &self.inputs.lines[form.line].communes;
                let ids = form.candidates.iter().filter_map(|c| communes[*c].id.clone());
                self.refused.extend(ids);
            }
        }
        // What must start counts even where the plan as it is does better without.
        if self.problem.forced.iter().any(|(e, _)| self.root.low[*e] > 0.0) && !self.keeps_fixed(&self.best) {
            self.best_value = -1.0;
        }
    }

    /// Whether a plan starts the communes that are fixed in and can be funded.
    fn keeps_fixed(&self, plan: &PlannedStarts) -> bool {
        self.problem
            .forced
            .iter()
            .filter(|(e, _)| self.root.low[*e] > 0.0)
            .all(|(e, _)| {
                let form = &self.problem.entities[*e];
                let communes = &self.inputs.lines[form.line].communes;
                let mut ids = form.candidates.iter().filter_map(|c| communes[*c].id.as_ref());
                ids.all(|id| plan.communes.contains_key(id))
            })
    }

    /// Takes up to `steps` steps.
    pub fn step(&mut self, steps: usize) -> Progress {
        for _ in 0..steps {
            let part = self.next.take().or_else(|| self.open.pop());
            if part.is_none() && self.polish.as_ref().is_none_or(Polish::is_done) {
                break;
            }
            if let Some(part) = part {
                self.take(part);
            }
            if self.polish.is_some() {
                self.run_others();
            }
        }
        self.progress()
    }

    fn take(&mut self, part: SearchNode) {
        if part.bound > self.best_value + CLOSE {
            self.look_into(part);
        } else if self.open.peek().is_some() {
            // The heap gives the highest bound first, unless this was the part to go on with.
            let best = self.best_value + CLOSE;
            if self.open.peek().is_some_and(|p| p.bound <= best) {
                self.open.clear();
            }
        }
    }

    /// Runs plans like the best one, and goes on with one that is better.
    fn run_others(&mut self) {
        let Some(mut polish) = self.polish.take() else { return };
        if self.best_score >= self.ceiling - CLOSE {
            return;
        }
        for _ in 0..RUNS {
            let Some(planned) = polish.next(&self.inputs) else {
                break;
            };
            let before = self.best_value;
            self.consider(planned);
            if self.best_value > before + CLOSE {
                polish.continue_with(&self.inputs, &self.best);
            }
        }
        self.polish = Some(polish);
    }

    fn look_into(&mut self, part: SearchNode) {
        self.steps += 1;
        let mut range = self.root.clone();
        for (entity, low, high) in &part.narrowings {
            range.low[*entity] = range.low[*entity].max(*low);
            range.high[*entity] = range.high[*entity].min(*high);
        }
        let Some(relaxed) = self.solve_relaxation(&range) else {
            return;
        };
        let bound = relaxed.bound.min(part.bound);
        if bound <= self.best_value + CLOSE {
            return;
        }
        let split = fractional(&self.problem, &relaxed);
        if self.steps <= ALWAYS_ROUNDED || self.steps.is_multiple_of(SELDOM) || split.is_none() {
            self.round(&range, &relaxed);
        }
        let Some(entity) = split else {
            // The relaxation is a plan, and none in this part is better: it is closed, if the engine runs it so.
            if bound > self.best_value + CLOSE {
                self.unproven = self.unproven.max(bound + self.slack());
            }
            return;
        };
        self.split(&part, entity, relaxed.counts[entity], bound);
    }

    /// The relaxation of a part, with the rows that it breaks where money expires.
    fn solve_relaxation(&mut self, range: &CountRange) -> Option<Relaxation> {
        let mut relaxed = relax(&self.problem, range, self.price)?;
        for _ in 0..ROW_ROUNDS {
            if relaxed.bound <= self.best_value + CLOSE || !self.problem.add_broken_rows(&relaxed.counts) {
                break;
            }
            relaxed = relax(&self.problem, range, self.price)?;
        }
        Some(relaxed)
    }

    fn split(&mut self, part: &SearchNode, entity: usize, count: f64, bound: f64) {
        let below = libm::floor(count);
        let mut child = |low: f64, high: f64| {
            self.serial += 1;
            let mut narrowings = part.narrowings.clone();
            narrowings.push((entity, low, high));
            SearchNode {
                bound,
                serial: self.serial,
                narrowings,
            }
        };
        let (down, up) = (child(0.0, below), child(below + 1.0, f64::INFINITY));
        let (first, second) = if count - below > 0.5 { (up, down) } else { (down, up) };
        self.next = Some(first);
        if self.open.len() < MOST_OPEN {
            self.open.push(second);
        } else {
            self.unproven = self.unproven.max(second.bound + self.slack());
        }
    }

    /// Makes whole plans of a relaxation.
    fn round(&mut self, range: &CountRange, relaxed: &Relaxation) {
        let whole: Vec<f64> = relaxed.counts.iter().map(|n| libm::floor(n + WHOLE)).collect();
        let even = vec![1.0; relaxed.prices.len()];
        let mut ways = vec![(whole, &relaxed.prices)];
        if self.steps == 1 {
            ways.push((range.low.clone(), &relaxed.prices));
            ways.push((range.low.clone(), &even));
        }
        let mut found: Option<(f64, Vec<f64>)> = None;
        for (counts, prices) in ways {
            let mut trial = Rounding::new(&self.problem, range, self.price, prices, counts);
            trial.fill(None);
            if self.steps == 1 || trial.value() > self.best_value + CLOSE {
                trial.exchange();
            }
            let value = trial.value();
            if found.as_ref().is_none_or(|f| value > f.0) {
                found = Some((value, trial.counts));
            }
        }
        if let Some((value, counts)) = found.filter(|f| f.0 > self.best_value + CLOSE) {
            self.accept(&counts, value);
        }
    }

    /// Keeps a plan if it is better as the engine runs it.
    fn accept(&mut self, counts: &[f64], value: f64) {
        let ladder = self
            .inputs
            .climbs()
            .then_some(place_climbers_first as fn(&_, &_, &[f64]) -> _);
        for place in ladder
            .into_iter()
            .chain([place_earliest as fn(&_, &_, &[f64]) -> _, place_latest])
        {
            let before = self.best_value;
            let own = self.consider(place(&self.inputs, &self.problem, counts));
            if let Some(polish) = self.polish.as_mut().filter(|_| self.best_value > before) {
                polish.continue_with(&self.inputs, &self.best);
            }
            if own >= value - CLOSE {
                return;
            }
        }
    }

    /// Runs a plan and keeps it if it is better; returns its value.
    fn consider(&mut self, planned: PlannedStarts) -> f64 {
        let outcome = replay(&self.inputs, &planned);
        // A commune fixed in that the rows had no room for may find money later and take another's turn: what the engine
        // starts is the plan then.
        let run = PlannedStarts::of_outcome(&self.inputs, &outcome);
        // So it is where a start is refused in its month and made in another, at another cost.
        let score = match run == planned {
            true => outcome.score,
            false => replay(&self.inputs, &run).score,
        };
        let delivered = score_delivered(&self.inputs, &run);
        let own = score - self.price * run.cost(&self.inputs) + BONUS * delivered;
        if own > self.best_value && self.keeps_fixed(&run) {
            self.best_delivered = delivered;
            self.best = run;
            self.best_score = score;
            self.best_value = own;
        }
        own
    }

    /// By how much a score may be above its value.
    fn slack(&self) -> f64 {
        if self.price > 0.0 { SAME_SCORE } else { 0.0 }
    }

    /// How far the search is.
    pub fn progress(&self) -> Progress {
        let open = self.open.peek().into_iter().chain(&self.next);
        let best = self.best_value + CLOSE;
        let highest = open.map(|p| p.bound).filter(|b| *b > best).fold(f64::MIN, f64::max);
        let searched = highest == f64::MIN;
        let open = if searched { f64::MIN } else { highest + self.slack() };
        // Of plans that deliver no less of the floors.
        let bound = open.max(self.unproven) - BONUS * self.best_delivered;
        let bound = bound.min(self.ceiling).max(self.best_score);
        Progress {
            steps: self.steps,
            score: self.best_score,
            bound,
            open: self.open.len() + usize::from(self.next.is_some()),
            done: searched && self.polish.as_ref().is_none_or(Polish::is_done),
        }
    }

    /// The best plan so far.
    pub fn answer(&self) -> Answer {
        let mut refused = self.refused.clone();
        for (entity, _) in self.problem.forced.iter().filter(|(e, _)| self.root.low[*e] > 0.0) {
            let form = &self.problem.entities[*entity];
            let communes = &self.inputs.lines[form.line].communes;
            let ids = form.candidates.iter().filter_map(|c| communes[*c].id.as_ref());
            refused.extend(ids.filter(|id| !self.best.communes.contains_key(*id)).cloned());
        }
        let mut progress = self.progress();
        let mut planned = self.best.clone();
        // A plan that was found starts as early as it can; the plan as it is may not.
        let own = (planned == self.current).then(|| bring_forward_all(&self.inputs, &planned, self.best_score));
        if let Some((early, score)) = own.flatten() {
            planned = early;
            progress.score = score;
            progress.bound = progress.bound.max(score);
        }
        Answer {
            score: progress.score,
            cost: planned.cost(&self.inputs),
            before: self.before,
            progress,
            refused,
            short: find_shortfalls(&self.inputs, &planned),
            planned,
        }
    }

    /// The inputs that are searched.
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }
}

/// The entity to split on: the one whose fraction is worth most.
fn fractional(problem: &Problem, relaxed: &Relaxation) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (e, count) in relaxed.counts.iter().enumerate() {
        let part = count - libm::floor(*count);
        let part = part.min(1.0 - part);
        if part <= WHOLE {
            continue;
        }
        let line = &problem.lines[problem.entities[e].line];
        let weight = part * (line.weight * line.pass / line.goal.max(1e-9) + 1e-6);
        if best.is_none_or(|b| weight > b.1) {
            best = Some((e, weight));
        }
    }
    best.map(|(e, _)| e)
}

/// Searches with at most so many steps.
pub fn optimise(inputs: &Inputs, steps: usize) -> Answer {
    let mut search = Search::new(inputs);
    search.step(steps);
    search.answer()
}
