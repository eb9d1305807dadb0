//! What is known of the risk of the scenarios and what is asked for: no clock, no browser.

use crate::engine::sample::{Influence, Input, Measure, Risk};
use crate::model::{Plan, Scenario};
use crate::protocol::{Answer, Want};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Results whose influences are asked for, of one scenario at most.
const MOST_MEASURES: usize = 2;

/// How results go with each input that varies.
type Influences = Vec<(Measure, Vec<(Input, Influence)>)>;

/// What is known of the risk of a scenario.
#[derive(Clone, Debug)]
pub struct Sampled {
    /// The ground by its number, and the scenario, that the samples are of.
    ground: u64,
    scenario: Option<Scenario>,
    influences: Arc<Influences>,
    /// What the samples say.
    pub risk: Arc<Risk>,
    /// Last revision of the plan for which that is so.
    pub revision: u64,
    /// Whether the plan is past that revision: newer samples are being drawn.
    pub stale: bool,
}

impl PartialEq for Sampled {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.risk, &other.risk)
            && Arc::ptr_eq(&self.influences, &other.influences)
            && self.revision == other.revision
            && self.stale == other.stale
    }
}

/// The scenarios whose risk is asked for, and what is known by now.
#[derive(Debug, Default)]
pub struct Board {
    plan_id: String,
    ground: u64,
    /// As asked for last.
    asked: Want,
    /// Scenarios as they were sent.
    sent: BTreeMap<String, Option<Scenario>>,
    measures: Vec<(String, Measure)>,
    shown: BTreeMap<String, Sampled>,
}

impl Board {
    /// Takes note of the plan at a revision (`ground` is a number that changes whenever more than its scenarios changed)
    /// and of the scenarios to show, the most urgent first; gives what is to be asked. What is still true stays.
    pub fn want(&mut self, plan: &Plan, ground: u64, revision: u64, ids: Vec<String>, influences: bool) -> Want {
        if self.plan_id != plan.id {
            self.shown.clear();
            self.measures.clear();
            self.plan_id.clone_from(&plan.id);
        }
        if self.ground != ground {
            self.sent.clear();
            self.ground = ground;
        }
        self.sent.retain(|id, _| ids.contains(id));
        let mut changed = vec![];
        for id in &ids {
            let scenario = plan.scenario(id);
            if self.sent.get(id).is_none_or(|sent| sent.as_ref() != scenario) {
                changed.push((id.clone(), scenario.cloned()));
                self.sent.insert(id.clone(), scenario.cloned());
            }
        }
        self.shown.retain(|id, _| plan.scenario(id).is_some());
        for (id, sampled) in &mut self.shown {
            sampled.stale = sampled.ground != ground || sampled.scenario.as_ref() != plan.scenario(id);
            if !sampled.stale {
                sampled.revision = revision;
            }
        }
        let of_those = self.measures.iter().filter(|(id, _)| influences && ids.contains(id));
        self.asked = Want {
            revision,
            influences: of_those.cloned().collect(),
            ids,
            changed: vec![],
        };
        Want {
            changed,
            ..self.asked.clone()
        }
    }

    /// Takes an answer that is still waited for. Tells whether anything is new.
    pub fn hear(&mut self, answer: Answer) -> bool {
        let Answer::Sampled {
            id,
            risk,
            influences,
            again,
            ..
        } = answer
        else {
            return false;
        };
        if again {
            let Some(sampled) = self.shown.get_mut(&id).filter(|s| !s.stale) else {
                return false;
            };
            let mut all: Influences = sampled.influences.as_ref().clone();
            all.retain(|(known, _)| !influences.iter().any(|(new, _)| new == known));
            all.extend(influences);
            sampled.influences = Arc::new(all);
            return true;
        }
        let Some(risk) = risk else {
            return self.shown.remove(&id).is_some();
        };
        let sampled = Sampled {
            ground: self.ground,
            scenario: self.sent.get(&id).cloned().flatten(),
            influences: Arc::new(influences),
            risk: Arc::new(*risk),
            revision: self.asked.revision,
            stale: false,
        };
        self.shown.insert(id, sampled);
        true
    }

    /// How a result goes with each input that varies; `None` while it is not known. Gives what is to be asked if it was not
    /// asked before.
    pub fn influences(&mut self, id: &str, measure: Measure) -> (Option<Vec<(Input, Influence)>>, Option<Want>) {
        let known = self.shown.get(id).and_then(|s| {
            let found = s.influences.iter().find(|(known, _)| *known == measure);
            found.map(|(_, influences)| influences.clone())
        });
        let entry = (id.to_owned(), measure);
        if self.asked.influences.contains(&entry) {
            return (known, None);
        }
        if !self.measures.contains(&entry) {
            self.measures.push(entry);
            let of_this = self.measures.iter().filter(|(of, _)| of == id).count();
            let mut surplus = of_this.saturating_sub(MOST_MEASURES);
            self.measures.retain(|(of, _)| {
                let goes = of == id && surplus > 0;
                surplus -= usize::from(goes);
                !goes
            });
        }
        let ids = &self.asked.ids;
        let of_those = self.measures.iter().filter(|(id, _)| ids.contains(id));
        self.asked.influences = of_those.cloned().collect();
        (known, Some(self.asked.clone()))
    }

    /// What is known by scenario.
    pub fn shown(&self) -> &BTreeMap<String, Sampled> {
        &self.shown
    }
}
