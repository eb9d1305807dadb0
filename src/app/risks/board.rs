//! What is known of the risk of the scenarios and what is asked for: no clock, no browser.

use crate::engine::sample::{Influence, Input, Measure, Risk};
use crate::model::{Ground, Plan, Scenario, ScenarioId, Shared};
use crate::protocol::{Reply, SampleRequest};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Results whose influences are asked for, of one scenario at most.
const MOST_MEASURES: usize = 2;

/// How results go with each input that varies.
type Influences = Vec<(Measure, Vec<(Input, Influence)>)>;

/// What is known of the risk of a scenario.
#[derive(Clone, Debug)]
pub struct SampledRisk {
    /// The ground and the scenario that the samples are of.
    ground: Option<Shared<Ground>>,
    scenario: Option<Shared<Scenario>>,
    influences: Arc<Influences>,
    /// What the samples say.
    pub risk: Arc<Risk>,
    /// Last revision of the plan for which that is so.
    pub revision: u64,
    /// Whether the plan is past that revision: newer samples are being drawn.
    pub stale: bool,
}

impl PartialEq for SampledRisk {
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
    ground: Option<Shared<Ground>>,
    /// As asked for last.
    last_want: SampleRequest,
    /// Scenarios as they were sent.
    sent_scenarios: BTreeMap<ScenarioId, Option<Shared<Scenario>>>,
    measures: Vec<(String, Measure)>,
    risks: BTreeMap<String, SampledRisk>,
}

impl Board {
    /// Takes note of the plan at a revision and of the scenarios to show, the most urgent first; gives what is to be asked. What is still true stays.
    pub fn want(&mut self, plan: &Plan, revision: u64, ids: Vec<String>, influences: bool) -> SampleRequest {
        let ground = Some(plan.ground.clone());
        if self.ground.as_ref().is_none_or(|known| known.id != plan.id) {
            self.risks.clear();
            self.measures.clear();
        }
        if self.ground != ground {
            self.sent_scenarios.clear();
        }
        // The next comparison is then of pointers.
        self.ground.clone_from(&ground);
        self.sent_scenarios.retain(|id, _| ids.contains(id));
        let mut changes = vec![];
        for id in &ids {
            let scenario = plan.shared_scenario(id);
            if self
                .sent_scenarios
                .get(id)
                .is_none_or(|previous| previous.as_ref() != scenario)
            {
                changes.push((id.clone(), plan.scenario(id).cloned()));
                self.sent_scenarios.insert(id.clone(), scenario.cloned());
            }
        }
        self.risks.retain(|id, _| plan.scenario(id).is_some());
        for (id, sampled) in &mut self.risks {
            sampled.stale = sampled.ground != ground || sampled.scenario.as_ref() != plan.shared_scenario(id);
            if !sampled.stale {
                sampled.revision = revision;
            }
        }
        let of_those = self.measures.iter().filter(|(id, _)| influences && ids.contains(id));
        self.last_want = SampleRequest {
            revision,
            influences: of_those.cloned().collect(),
            ids,
            changed: vec![],
        };
        SampleRequest {
            changed: changes,
            ..self.last_want.clone()
        }
    }

    /// Takes an answer that is still waited for. Tells whether anything is new.
    pub fn hear(&mut self, answer: Reply) -> bool {
        let Reply::Sampled {
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
            let Some(sampled) = self.risks.get_mut(&id).filter(|s| !s.stale) else {
                return false;
            };
            let mut all: Influences = sampled.influences.as_ref().clone();
            all.retain(|(known, _)| !influences.iter().any(|(new, _)| new == known));
            all.extend(influences);
            sampled.influences = Arc::new(all);
            return true;
        }
        let Some(risk) = risk else {
            return self.risks.remove(&id).is_some();
        };
        let sampled = SampledRisk {
            ground: self.ground.clone(),
            scenario: self.sent_scenarios.get(&id).cloned().flatten(),
            influences: Arc::new(influences),
            risk: Arc::new(*risk),
            revision: self.last_want.revision,
            stale: false,
        };
        self.risks.insert(id, sampled);
        true
    }

    /// How a result goes with each input that varies; `None` while it is not known. Gives what is to be asked if it was not
    /// asked before.
    pub fn influences(
        &mut self,
        id: &str,
        measure: Measure,
    ) -> (Option<Vec<(Input, Influence)>>, Option<SampleRequest>) {
        let known = self.risks.get(id).and_then(|s| {
            let of_measure = s.influences.iter().find(|(known, _)| *known == measure);
            of_measure.map(|(_, influences)| influences.clone())
        });
        let entry = (id.to_owned(), measure);
        if self.last_want.influences.contains(&entry) {
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
        let ids = &self.last_want.ids;
        let of_those = self.measures.iter().filter(|(id, _)| ids.contains(id));
        self.last_want.influences = of_those.cloned().collect();
        (known, Some(self.last_want.clone()))
    }

    /// The ground that samples are asked for.
    pub fn ground(&self) -> Option<&Shared<Ground>> {
        self.ground.as_ref()
    }

    /// What is known by scenario.
    pub fn risks(&self) -> &BTreeMap<String, SampledRisk> {
        &self.risks
    }
}
