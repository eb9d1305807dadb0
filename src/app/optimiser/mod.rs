//! The search for the best plan: what is asked, how far it is, what it found. It goes on whatever screen is shown.

mod exact;
mod frontier;
mod run;

pub use crate::protocol::Ended as Stopped;
pub use exact::{LIMITS, Proof, ProofEnd, Proving};

use super::{Jobs, Workspace};
use crate::edit::Command;
use crate::engine::{Inputs, Outcome, Payments};
use crate::i18n::optimise as words;
use crate::model::{CommuneId, LineId, Overrides, Pick, Plan, Scenario, SourceId};
use crate::optimise::{
    Answer, AtLeast, Broken, Cap, Clash, FrontierPoint, Least, Limit, Progress, Question, Relief, RobustAnswer,
    fingerprint, with_starts,
};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which of the two questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Most targets for the money there is.
    #[default]
    Most,
    /// Least new money for the targets.
    Least,
}

impl Kind {
    /// Both, in the order of the page.
    pub const ALL: [Kind; 2] = [Kind::Most, Kind::Least];

    /// Name in `data-value`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Most => "most",
            Kind::Least => "least",
        }
    }
}

/// The question as it stands on the page; ids that the open plan does not know count for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// Which question.
    pub kind: Kind,
    /// Lines whose targets do not count.
    pub without: Vec<LineId>,
    /// Communes fixed in or out.
    pub picks: BTreeMap<CommuneId, Pick>,
    /// Cap on what villagers are asked for, triệu đồng a head and year.
    pub per_head: Option<f64>,
    /// Debt allowed after the last month, triệu đồng.
    pub arrears: Option<f64>,
    /// What sources pay to lines at most; of ids that the plan does not know: not counted.
    pub caps: Vec<Cap>,
    /// Chance with which as many targets as can be are to be made, 0–1; `None`: likely values are taken as sure.
    pub chance: Option<f64>,
    /// Least numbers; 0: not asked.
    pub at_least: Vec<AtLeast>,
    /// Price of a đồng by source where it is not the usual one; `None`: not to be asked.
    pub prices: BTreeMap<SourceId, Option<f64>>,
}

impl Asked {
    /// Whether a line's target counts.
    pub fn counts(&self, line: &LineId) -> bool {
        !self.without.contains(line)
    }

    /// Prices of all sources in the order of the plan, if the question is for the least money.
    pub fn all_prices(&self, plan: &Plan) -> Option<Vec<(SourceId, Option<f64>)>> {
        let price = |s: &crate::model::Source| (s.id.clone(), self.price(plan, &s.id));
        (self.kind == Kind::Least).then(|| plan.sources.iter().map(price).collect())
    }

    /// Price of a đồng of a source: villagers' money counts twice unless told otherwise.
    pub fn price(&self, plan: &Plan, id: &SourceId) -> Option<f64> {
        let villagers = plan.source(id).is_some_and(|s| s.from_residents);
        let usual = Some(if villagers { 2.0 } else { 1.0 });
        self.prices.get(id).copied().unwrap_or(usual)
    }

    /// The question for the open plan.
    pub fn question(&self, plan: &Plan) -> Question {
        let counted = plan.lines.iter().map(|l| l.id.clone()).filter(|id| self.counts(id));
        let goals: Vec<LineId> = counted.collect();
        let picked = |wanted: Pick| {
            let known = plan.communes.iter().map(|c| c.id.clone());
            known.filter(|id| self.picks.get(id) == Some(&wanted)).collect()
        };
        Question {
            goals: if goals.len() == plan.lines.len() { vec![] } else { goals },
            fixed_in: picked(Pick::In),
            fixed_out: picked(Pick::Out),
            community_per_head: self.per_head,
            arrears: self.arrears,
            caps: self.caps.iter().filter(|c| known(plan, c)).cloned().collect(),
            at_least: self.at_least.iter().filter(|f| f.least > 0.0).cloned().collect(),
        }
    }
}

/// Whether a plan has the line and the source of a cap.
fn known(plan: &Plan, cap: &Cap) -> bool {
    plan.line(&cap.line).is_some() && plan.source(&cap.source).is_some()
}

/// A search under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Running {
    /// How far it is.
    pub progress: Progress,
    /// Milliseconds since its start.
    pub elapsed: f64,
}

/// The answer to [`Kind::Most`].
#[derive(Clone, Debug)]
pub struct MostFound {
    /// The best plan.
    pub answer: Answer,
    /// Its run, or the rules that it breaks.
    pub outcome: Result<Outcome, Vec<Broken>>,
    /// Why the search ended.
    pub stopped: Stopped,
    /// How long it took, milliseconds.
    pub elapsed: f64,
    /// What relaxing limits gives, as far as it is known.
    pub reliefs: Vec<Relief>,
    /// What is sure, if that was asked: the answer is then the robust one.
    pub robust: Option<RobustAnswer>,
    /// Whether more of them are being looked for.
    pub explaining: bool,
    /// Limits that clash, where not every target is made; `None` while they are not known.
    pub clash: Option<Clash>,
    /// What the exact solver made of it; `None` if it was not asked or is still at work.
    pub proof: Option<Proof>,
}

/// The answer to [`Kind::Least`].
#[derive(Clone, Debug)]
pub struct LeastFound {
    /// The money with its starts, or the limits that no money removes.
    pub answer: Result<Least, Vec<Limit>>,
    /// The scenario that has this money and these starts: its inputs and its run.
    pub run: Option<(Inputs, Outcome)>,
    /// What each source is raised by for it in a year, other works included, shape `[source]`, triệu đồng.
    pub raises: Vec<f64>,
}

/// What was found, with all that it was found for.
#[derive(Clone, Debug)]
pub struct Found {
    /// Scenario asked about.
    pub scenario: String,
    /// Which question, and its limits.
    pub question: Question,
    /// The question as it stood on the page.
    pub asked: Asked,
    /// Inputs of the question.
    pub inputs: Inputs,
    /// Run of the scenario as it was.
    pub before: Outcome,
    /// Weights of the lines in the plan's score, whether their targets count in the question or not.
    pub weights: Vec<f64>,
    /// Answer to the first question.
    pub most: Option<MostFound>,
    /// Answer to the second.
    pub least: Option<LeastFound>,
}

impl Found {
    /// Whether the plan has changed since, in more than its schedule.
    pub fn is_stale(&self, plan: &Plan) -> bool {
        plan.scenario(&self.scenario).is_none_or(|s| {
            let now = self.question.inputs(plan, Some(s));
            fingerprint(&now) != fingerprint(&self.inputs)
        })
    }

    /// The plan's score of a run, 0–1, over all lines.
    pub fn score(&self, run: &Outcome) -> f64 {
        weighed(run, self.weights.iter().copied())
    }

    /// Score of a run over the lines that count in the question, 0–1: what its answer is measured by.
    pub fn asked_score(&self, run: &Outcome) -> f64 {
        weighed(run, self.inputs.lines.iter().map(|l| l.weight))
    }

    /// Who pays what when if the answer is carried out; `None` if it cannot be.
    pub fn payments(&self) -> Option<Payments> {
        if let Some(most) = self.most.as_ref() {
            most.outcome.as_ref().ok()?;
            return Some(Payments::of(&with_starts(&self.inputs, &most.answer.planned)));
        }
        let (inputs, _) = self.least.as_ref()?.run.as_ref()?;
        Some(Payments::of(inputs))
    }

    /// What a scenario that carries the answer out changes; `None` if there is nothing to carry out.
    fn applied(&self, plan: &Plan) -> Option<Overrides> {
        let scenario = plan.scenario(&self.scenario)?;
        if let Some(most) = self.most.as_ref().filter(|m| m.outcome.is_ok()) {
            return Some(self.question.applied(plan, Some(scenario), &most.answer.planned));
        }
        let least = self.least.as_ref()?.answer.as_ref().ok()?;
        Some(least.applied(plan, Some(&self.question_scenario(plan))))
    }

    /// The scenario with the limits of the question.
    fn question_scenario(&self, plan: &Plan) -> Scenario {
        Scenario {
            overrides: self.question.overrides(plan, plan.scenario(&self.scenario)),
            ..Scenario::default()
        }
    }
}

/// Attainment of the lines by weight, 0–1.
fn weighed(run: &Outcome, weights: impl Iterator<Item = f64> + Clone) -> f64 {
    let all: f64 = weights.clone().sum();
    let points = run.lines.iter().zip(weights).map(|(l, w)| l.attainment * w);
    if all > 0.0 { points.sum::<f64>() / all } else { 0.0 }
}

/// The search for the best plan.
#[derive(Clone, Copy, Debug)]
pub struct Optimiser {
    workspace: Workspace,
    asked: RwSignal<Asked>,
    running: RwSignal<Option<Running>>,
    found: RwSignal<Option<Found>>,
    jobs: Jobs,
    /// The job under way: the search, or what explains its answer.
    job: StoredValue<Option<u64>>,
    /// The plan and the scenario that the answer is about.
    about: StoredValue<Option<(Arc<Plan>, Option<Scenario>)>>,
    /// Number of the search under way; what belongs to another is over.
    serial: StoredValue<u64>,
    proving: RwSignal<Option<Proving>>,
    /// Time limit of the exact solver, seconds.
    limit: RwSignal<u32>,
    work: StoredValue<Option<exact::Work>, LocalStorage>,
    frontier: RwSignal<Vec<FrontierPoint>>,
    guarded: RwSignal<Vec<FrontierPoint>>,
    frontier_left: RwSignal<usize>,
    frontier_job: StoredValue<Option<u64>>,
    /// What the line drawn is of; empty while it is not whole.
    frontier_of: StoredValue<String>,
    /// The same of the line with guards.
    guarded_of: StoredValue<String>,
    /// What is being drawn.
    drawing: StoredValue<String>,
}

/// The search for the best plan.
pub fn use_optimiser() -> Optimiser {
    expect_context()
}

impl Optimiser {
    /// Nothing asked yet.
    pub fn new(workspace: Workspace, jobs: Jobs) -> Self {
        let new = Self {
            workspace,
            asked: RwSignal::new(Asked::default()),
            running: RwSignal::new(None),
            found: RwSignal::new(None),
            jobs,
            job: StoredValue::new(None),
            about: StoredValue::new(None),
            serial: StoredValue::new(0),
            proving: RwSignal::new(None),
            limit: RwSignal::new(exact::USUAL_LIMIT),
            work: StoredValue::new_local(None),
            frontier: RwSignal::new(vec![]),
            guarded: RwSignal::new(vec![]),
            frontier_left: RwSignal::new(0),
            frontier_job: StoredValue::new(None),
            frontier_of: StoredValue::new(String::new()),
            guarded_of: StoredValue::new(String::new()),
            drawing: StoredValue::new(String::new()),
        };
        // Another plan: what was found is of no use, and a search under way of no interest.
        Effect::watch(
            move || workspace.plan().with(|p| p.id.clone()),
            move |id, before, _| {
                if before.is_some_and(|b| b != id) {
                    new.forget();
                }
            },
            false,
        );
        new
    }

    /// The question as it stands.
    pub fn asked(self) -> RwSignal<Asked> {
        self.asked
    }

    /// The search under way.
    pub fn running(self) -> Signal<Option<Running>> {
        self.running.into()
    }

    /// What was found last.
    pub fn found(self) -> Signal<Option<Found>> {
        self.found.into()
    }

    /// Adds the answer as a scenario and shows it.
    pub fn apply_new(self) -> bool {
        let plan = self.workspace.plan_untracked();
        let made = self.found.with_untracked(|f| {
            let found = f.as_ref()?;
            let name = &plan.scenario(&found.scenario)?.name;
            Some(Scenario {
                id: plan.free_scenario_id("optimised"),
                name: words::new_name(name),
                note: String::new(),
                overrides: found.applied(&plan)?,
            })
        });
        let Some(scenario) = made else { return false };
        let id = scenario.id.clone();
        let end = plan.scenarios.len();
        let done = self.workspace.dispatch(Command::AddScenario(end, scenario));
        if done {
            self.workspace.show_scenario(&id);
        }
        done
    }

    /// Puts the answer into the scenario asked about.
    pub fn apply_here(self) -> bool {
        let plan = self.workspace.plan_untracked();
        let made = self.found.with_untracked(|f| {
            let found = f.as_ref()?;
            Some((found.scenario.clone(), found.applied(&plan)?))
        });
        let Some((id, overrides)) = made else { return false };
        self.workspace.show_scenario(&id);
        self.workspace.dispatch(Command::SetOverrides(id, Box::new(overrides)))
    }

    fn forget(self) {
        self.end_job();
        self.forget_proof();
        self.serial.update_value(|s| *s += 1);
        self.running.set(None);
        self.found.set(None);
        self.asked.set(Asked::default());
        self.forget_frontier();
    }
}
