//! Which samples are drawn next: no clock, no browser.

use super::super::evaluations::same_ground;
use crate::engine::sample::{Influence, Input, Measure, Risk, Sampler};
use crate::model::{Plan, Scenario};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Samples shown while a lever moves.
pub const FIRST: usize = 2_000;
/// Samples shown when the hand rests.
pub const FULL: usize = 20_000;
/// Samples drawn between two looks at the clock.
const CHUNK: usize = 100;
/// Seed of every scenario: the same draws in all of them, so that differences are no noise.
pub const SEED: u64 = 2021;

/// What is known of the risk of a scenario.
#[derive(Clone, Debug)]
pub struct Sampled {
    /// The plan without its other scenarios, and the scenario, that the samples are of.
    plan: Arc<Plan>,
    scenario: Option<Scenario>,
    /// What the samples say.
    pub risk: Arc<Risk>,
    /// Last revision of the plan for which that is so.
    pub revision: u64,
    /// Whether the plan is past that revision: newer samples are being drawn.
    pub stale: bool,
}

impl PartialEq for Sampled {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.risk, &other.risk) && self.revision == other.revision && self.stale == other.stale
    }
}

/// Samples being drawn of one scenario.
#[derive(Debug)]
struct Job {
    plan: Arc<Plan>,
    scenario: Option<Scenario>,
    /// `None` until its first turn, and for good if it cannot be drawn (impossible correlations).
    sampler: Option<Sampler>,
    refused: bool,
    /// Samples of the last result told.
    told: usize,
}

impl Job {
    fn is_of(&self, plan: &Arc<Plan>, scenario: Option<&Scenario>) -> bool {
        self.scenario.as_ref() == scenario && same_draws(&self.plan, plan)
    }

    fn drawn(&self) -> usize {
        self.sampler.as_ref().map_or(0, Sampler::drawn)
    }
}

/// The scenarios whose risk is asked for, and how far each is.
#[derive(Debug, Default)]
pub struct Queue {
    wanted: Vec<String>,
    jobs: BTreeMap<String, Job>,
    shown: BTreeMap<String, Sampled>,
    plan_id: String,
    revision: u64,
}

impl Queue {
    /// Takes note of the plan at a revision and of the scenarios asked for, the most urgent first. What was being drawn of
    /// an older plan or scenario is dropped; what is still true stays.
    pub fn want(&mut self, plan: &Arc<Plan>, revision: u64, wanted: Vec<String>) {
        if self.plan_id != plan.id {
            self.jobs.clear();
            self.shown.clear();
            self.plan_id.clone_from(&plan.id);
        }
        self.revision = revision;
        self.jobs.retain(|id, _| wanted.contains(id));
        self.shown.retain(|id, _| plan.scenario(id).is_some());
        for id in &wanted {
            let scenario = plan.scenario(id);
            match self.jobs.get_mut(id) {
                // The next comparison is then with itself.
                Some(job) if job.is_of(plan, scenario) => job.plan = Arc::clone(plan),
                _ => {
                    let job = Job {
                        plan: Arc::clone(plan),
                        scenario: scenario.cloned(),
                        sampler: None,
                        refused: false,
                        told: 0,
                    };
                    self.jobs.insert(id.clone(), job);
                }
            }
        }
        for (id, sampled) in &mut self.shown {
            sampled.stale = sampled.scenario.as_ref() != plan.scenario(id) || !same_draws(&sampled.plan, plan);
            if !sampled.stale {
                sampled.plan = Arc::clone(plan);
                sampled.revision = revision;
            }
        }
        self.wanted = wanted;
    }

    /// Draws until `late` says so or nothing is left to draw; `rested` lets it go on to [`FULL`]. Tells whether a result
    /// is new.
    pub fn advance(&mut self, rested: bool, mut late: impl FnMut() -> bool) -> bool {
        while let Some((id, goal)) = self.next(rested) {
            let Some(job) = self.jobs.get_mut(&id) else {
                return false;
            };
            if job.sampler.is_none() {
                match Sampler::new(Arc::clone(&job.plan), job.scenario.as_ref(), SEED) {
                    Ok(sampler) => job.sampler = Some(sampler),
                    Err(_) => {
                        job.refused = true;
                        return self.shown.remove(&id).is_some();
                    }
                }
            }
            let Some(sampler) = &mut job.sampler else { return false };
            while sampler.drawn() < goal {
                sampler.advance(CHUNK.min(goal - sampler.drawn()));
                if late() {
                    break;
                }
            }
            if sampler.drawn() >= goal {
                job.told = goal;
                let sampled = Sampled {
                    plan: Arc::clone(&job.plan),
                    scenario: job.scenario.clone(),
                    risk: Arc::new(sampler.risk()),
                    revision: self.revision,
                    stale: false,
                };
                self.shown.insert(id, sampled);
                return true;
            }
            if late() {
                return false;
            }
        }
        false
    }

    /// Whether anything is left to draw.
    pub fn is_busy(&self, rested: bool) -> bool {
        self.next(rested).is_some()
    }

    /// What is known by scenario.
    pub fn shown(&self) -> &BTreeMap<String, Sampled> {
        &self.shown
    }

    /// How a result goes with each input that varies, from the samples drawn so far; empty before the first result.
    pub fn influences(&self, id: &str, measure: Measure) -> Vec<(Input, Influence)> {
        let Some(sampler) = self
            .jobs
            .get(id)
            .filter(|j| j.told > 0)
            .and_then(|j| j.sampler.as_ref())
        else {
            return Vec::new();
        };
        let influences = sampler.influences(measure);
        sampler.inputs().iter().cloned().zip(influences).collect()
    }

    /// The first scenario that has not enough samples, and how many it is to get: all get some before any gets more.
    fn next(&self, rested: bool) -> Option<(String, usize)> {
        let short_of = |goal: usize| {
            let short = |id: &&String| {
                let job = self.jobs.get(*id);
                job.is_some_and(|j| !j.refused && (j.drawn() < goal || j.told < goal))
            };
            self.wanted.iter().find(short).map(|id| (id.clone(), goal))
        };
        short_of(FIRST).or_else(|| if rested { short_of(FULL) } else { None })
    }
}

/// Whether two plans lead to the same samples of a scenario that both have.
fn same_draws(a: &Arc<Plan>, b: &Arc<Plan>) -> bool {
    Arc::ptr_eq(a, b) || (same_ground(a, b) && a.correlations == b.correlations)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Amount, samples};

    fn moved(plan: &Plan, scenario: usize, factor: f64) -> Arc<Plan> {
        let mut plan = plan.clone();
        let source = plan.sources[0].id.clone();
        plan.scenarios[scenario]
            .overrides
            .amounts
            .insert(source, Amount::Factor(factor));
        Arc::new(plan)
    }

    fn ids(plan: &Plan) -> Vec<String> {
        plan.scenarios.iter().take(2).map(|s| s.id.clone()).collect()
    }

    #[test]
    fn every_scenario_gets_some_samples_before_any_gets_more_and_more_only_at_rest() {
        let plan = Arc::new(samples::default_plan());
        let wanted = ids(&plan);
        let mut queue = Queue::default();
        queue.want(&plan, 1, wanted.clone());
        assert!(queue.advance(true, || false) && queue.advance(true, || false));
        let drawn = |q: &Queue| wanted.iter().map(|id| q.shown()[id].risk.samples).collect::<Vec<_>>();
        assert_eq!(drawn(&queue), [FIRST, FIRST]);
        assert!(!queue.is_busy(false) && !queue.advance(false, || false));
        assert!(queue.advance(true, || false));
        assert_eq!(drawn(&queue), [FULL, FIRST]);
        assert!(queue.advance(true, || false) && !queue.is_busy(true));
    }

    #[test]
    fn a_slice_stops_when_it_is_late_and_the_next_goes_on() {
        let plan = Arc::new(samples::default_plan());
        let mut queue = Queue::default();
        queue.want(&plan, 1, vec![plan.scenarios[0].id.clone()]);
        let mut slices = 1;
        while !queue.advance(false, || true) {
            slices += 1;
        }
        assert_eq!(slices, FIRST / CHUNK);
    }

    #[test]
    fn slices_say_the_same_as_one_go() {
        let plan = Arc::new(samples::default_plan());
        let id = plan.scenarios[1].id.clone();
        let mut queue = Queue::default();
        queue.want(&plan, 1, vec![id.clone()]);
        while !queue.advance(false, || true) {}
        let mut sampler = Sampler::new(Arc::clone(&plan), plan.scenario(&id), SEED).unwrap();
        sampler.advance(FIRST);
        assert_eq!(*queue.shown()[&id].risk, sampler.risk());
    }

    #[test]
    fn a_move_makes_its_own_scenario_stale_and_leaves_the_other() {
        let plan = Arc::new(samples::default_plan());
        let wanted = ids(&plan);
        let mut queue = Queue::default();
        queue.want(&plan, 1, wanted.clone());
        while queue.is_busy(false) {
            queue.advance(false, || false);
        }
        let other = Arc::clone(&queue.shown()[&wanted[1]].risk);
        queue.want(&moved(&plan, 0, 0.3), 2, wanted.clone());
        let first = queue.shown()[&wanted[0]].clone();
        assert!(
            first.stale && first.revision == 1,
            "the old value stays, with its revision"
        );
        let still = &queue.shown()[&wanted[1]];
        assert!(!still.stale && still.revision == 2 && Arc::ptr_eq(&still.risk, &other));
        assert!(queue.advance(false, || false));
        let now = &queue.shown()[&wanted[0]];
        assert!(!now.stale && now.revision == 2 && *now.risk != *first.risk);
        assert!(!queue.is_busy(false));
    }

    #[test]
    fn samples_of_an_older_plan_never_come_up_as_those_of_a_newer() {
        let plan = Arc::new(samples::default_plan());
        let wanted = vec![plan.scenarios[0].id.clone()];
        let mut queue = Queue::default();
        queue.want(&plan, 1, wanted.clone());
        queue.advance(false, || true);
        let newer = moved(&plan, 0, 0.3);
        queue.want(&newer, 2, wanted.clone());
        while !queue.advance(false, || true) {}
        let mut sampler = Sampler::new(Arc::clone(&newer), newer.scenario(&wanted[0]), SEED).unwrap();
        sampler.advance(FIRST);
        assert_eq!(*queue.shown()[&wanted[0]].risk, sampler.risk());
    }

    #[test]
    fn another_plan_takes_nothing_over() {
        let plan = Arc::new(samples::default_plan());
        let wanted = ids(&plan);
        let mut queue = Queue::default();
        queue.want(&plan, 1, wanted.clone());
        queue.advance(false, || false);
        let mut other = samples::default_plan();
        other.id = "other".into();
        queue.want(&Arc::new(other), 2, wanted);
        assert!(queue.shown().is_empty() && queue.is_busy(false));
    }
}
