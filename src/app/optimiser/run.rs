//! Searching in slices on the page's thread: each ends before the next frame is due, so that the page stays fluid and
//! cancelling takes effect at once.

use super::{Found, Kind, LeastFound, MostFound, Optimiser, Running, Stopped};
use crate::engine::{resolve, simulate};
use crate::model::{CommuneId, Scenario};
use crate::optimise::{
    Answer, Reliefs, SAME_SCORE, Search, WhyNot, clash, is_light, least_money, verify_answer, why_not,
};
use crate::optimise::{Progress, Robust, RobustAnswer, replay, shortfalls};
use crate::platform::{clock, timer};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Milliseconds after which a slice hands the thread back.
const SLICE: f64 = 8.0;
/// Milliseconds after which a search ends with the best it has.
const MOST_TIME: f64 = 60_000.0;
/// Steps of each search that explains an answer: of small plans, of large ones.
const EXPLAIN: (usize, usize) = (2_000, 20);

impl Optimiser {
    /// Starts the search for the scenario shown, in place of any other.
    pub fn start(self) {
        let workspace = self.workspace;
        let plan = workspace.plan_untracked();
        let id = workspace.scenario_id().get_untracked();
        let asked = self.asked.get_untracked();
        let scenario = plan.scenario(&id);
        let question = asked.question(&plan);
        let as_it_is = resolve(&plan, scenario);
        let found = Found {
            inputs: question.inputs(&plan, scenario),
            before: simulate(&as_it_is),
            weights: as_it_is.lines.iter().map(|l| l.weight).collect(),
            scenario: id,
            question,
            most: None,
            least: None,
        };
        self.serial.update_value(|s| *s += 1);
        self.stop.set_value(false);
        match asked.kind {
            Kind::Most => spawn_local(self.search(found, asked.chance, self.serial.get_value())),
            Kind::Least => self.least(found),
        }
    }

    /// Ends the search with the best it has.
    pub fn cancel(self) {
        self.stop.set_value(true);
    }

    async fn search(self, mut found: Found, chance: Option<f64>, serial: u64) {
        let started = clock::now();
        let mut search = Search::new(&found.inputs);
        self.found.set(None);
        let stopped = loop {
            let slice = clock::now();
            let progress = loop {
                let progress = search.step(1);
                if progress.done || clock::now() - slice >= SLICE {
                    break progress;
                }
            };
            let elapsed = clock::now() - started;
            self.running.set(Some(Running { progress, elapsed }));
            if progress.done {
                break Stopped::Complete;
            }
            if elapsed > MOST_TIME {
                break Stopped::Time;
            }
            timer::pause(0).await;
            if self.serial.try_get_value() != Some(serial) {
                return;
            }
            if self.stop.get_value() {
                break Stopped::Cancelled;
            }
        };
        let mut answer = search.answer();
        let mut robust = None;
        if let Some(chance) = chance {
            let Some(sure) = self.robust(&found, chance, serial, started, search.progress()).await else {
                return;
            };
            let run = replay(&found.inputs, &sure.planned);
            answer.planned = sure.planned.clone();
            answer.score = run.score;
            answer.cost = answer.planned.cost(&found.inputs);
            answer.short = shortfalls(&found.inputs, &answer.planned);
            robust = Some(sure);
        }
        let explain = robust.is_none();
        found.most = Some(MostFound {
            outcome: verify_answer(&found.inputs, &answer),
            stopped,
            elapsed: clock::now() - started,
            reliefs: vec![],
            explaining: explain,
            robust,
            clash: None,
            answer: answer.clone(),
        });
        let inputs = found.inputs.clone();
        self.running.set(None);
        self.found.set(Some(found));
        drop(search);
        // Reasons are of the plan at likely values.
        if explain {
            self.explain(&inputs, &answer, serial).await;
        }
    }

    /// Searches for the plan that makes the most targets with a chance, as far as the time goes; `None` if another
    /// question has taken its place.
    async fn robust(
        self,
        found: &Found,
        chance: f64,
        serial: u64,
        started: f64,
        progress: Progress,
    ) -> Option<RobustAnswer> {
        let plan = self.workspace.plan_untracked();
        let steps = explaining_steps(&found.inputs);
        let mut robust = Robust::new(
            plan.clone(),
            plan.scenario(&found.scenario),
            &found.question,
            chance,
            steps,
        );
        // The answer that needs no samples is always there.
        let mut now = robust.step();
        while !now.done && !self.stop.get_value() {
            let elapsed = clock::now() - started;
            self.running.set(Some(Running { progress, elapsed }));
            if elapsed > MOST_TIME {
                break;
            }
            timer::pause(0).await;
            if self.serial.try_get_value() != Some(serial) {
                return None;
            }
            let slice = clock::now();
            while !now.done && clock::now() - slice < SLICE {
                now = robust.step();
            }
        }
        Some(robust.answer())
    }

    /// Looks at one limit after the other, then for a clash.
    async fn explain(self, inputs: &crate::engine::Inputs, answer: &Answer, serial: u64) {
        let steps = explaining_steps(inputs);
        let mut reliefs = Reliefs::new(inputs);
        let mut more = true;
        while more {
            timer::pause(0).await;
            if self.serial.try_get_value() != Some(serial) {
                return;
            }
            let slice = clock::now();
            while more && clock::now() - slice < SLICE {
                more = reliefs.step(inputs, answer, steps);
            }
            self.tell(|most| most.reliefs = reliefs.found().to_vec());
        }
        self.tell(|most| most.explaining = false);
        let short = answer.short.iter().any(|short| *short > 0.0);
        if (short || answer.score < 1.0 - SAME_SCORE) && is_light(inputs) {
            timer::pause(0).await;
            if self.serial.try_get_value() != Some(serial) {
                return;
            }
            let goals: Vec<usize> = goals(inputs);
            let limits = clash(inputs, &goals, steps);
            self.tell(|most| most.clash = Some(limits));
        }
    }

    fn tell(self, change: impl FnOnce(&mut MostFound)) {
        self.found.update(|found| {
            if let Some(most) = found.as_mut().and_then(|f| f.most.as_mut()) {
                change(most);
            }
        });
    }

    /// One linear problem: there is nothing to wait for.
    fn least(self, mut found: Found) {
        let plan = self.workspace.plan_untracked();
        let asked = self.asked.get_untracked();
        let sources = found.inputs.sources.iter();
        let prices: Vec<Option<f64>> = sources.map(|s| asked.price(&plan, &s.id)).collect();
        let answer = least_money(&found.inputs, &goals(&found.inputs), &prices);
        let outcome = answer.as_ref().ok().map(|least| {
            let overrides = least.applied(&plan, Some(&found.question_scenario(&plan)));
            let scenario = Scenario {
                overrides,
                ..Scenario::default()
            };
            simulate(&resolve(&plan, Some(&scenario)))
        });
        found.least = Some(LeastFound { answer, outcome });
        self.running.set(None);
        self.found.set(Some(found));
    }

    /// Why a commune is not in the answer; `None` without one.
    pub fn why_not(self, commune: &CommuneId) -> Option<WhyNot> {
        self.found.with_untracked(|found| {
            let found = found.as_ref()?;
            let answer = &found.most.as_ref()?.answer;
            Some(why_not(&found.inputs, answer, commune, explaining_steps(&found.inputs)))
        })
    }
}

/// Lines that count.
fn goals(inputs: &crate::engine::Inputs) -> Vec<usize> {
    let lines = inputs.lines.iter().enumerate();
    lines
        .filter(|(_, l)| l.weight > 0.0 && l.goal > 0.0)
        .map(|(l, _)| l)
        .collect()
}

fn explaining_steps(inputs: &crate::engine::Inputs) -> usize {
    if is_light(inputs) { EXPLAIN.0 } else { EXPLAIN.1 }
}
