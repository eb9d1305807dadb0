//! The search for the best plan: what is asked, how far it is, what it found. It goes on whatever screen is shown.

mod exact;
mod frontier;
mod run;

pub use crate::protocol::SearchEnd as StopReason;
pub use exact::{LIMITS, Proof, ProofEnd, ProofStatus};

use super::listed;
use super::{Jobs, Workspace};
use crate::edit::Command;
use crate::engine::{Inputs, Outcome, Payments};
use crate::i18n::optimise as words;
use crate::model::{CommuneId, Ground, LineId, Overrides, Pick, Plan, Scenario, Shared, SourceId};
use crate::optimise::{
    Answer, Broken, Cap, Clash, FloorDemand, FrontierPoint, Least, Limit, Progress, Question, Relief, RobustAnswer,
    fingerprint, with_starts,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

listed! {
    /// Which of the two questions the optimiser is asked.
    #[derive(Default)]
    pub enum Objective {
        /// Most targets for the money there is.
        #[default]
        Most = "most",
        /// Least new money for the targets.
        Least = "least",
    }
}

/// The question as it stands on the page; ids that the open plan does not know count for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionDraft {
    /// Most targets for the money, or least money for the targets.
    pub kind: Objective,
    /// Lines whose goals do not count for the score of an answer.
    pub without: Vec<LineId>,
    /// Communes that have to be in every answer, or may be in none; the others are free.
    pub picks: BTreeMap<CommuneId, Pick>,
    /// Cap on what villagers are asked for, triệu đồng a head and year.
    pub per_head: Option<f64>,
    /// Debt allowed after the last month, triệu đồng.
    pub arrears: Option<f64>,
    /// The most that a source pays to a line; caps with ids that the plan does not know do not count.
    pub caps: Vec<Cap>,
    /// Chance with which as many targets as can be are to be made, 0–1; `None`: likely values are taken as sure.
    pub chance: Option<f64>,
    /// Least numbers of units by line and area (floors); one of 0 is not asked for.
    pub at_least: Vec<FloorDemand>,
    /// Price of a đồng by source where it is not the usual one; `None`: not to be asked.
    pub prices: BTreeMap<SourceId, Option<f64>>,
}

impl QuestionDraft {
    /// Whether a line's target counts.
    pub fn counts(&self, line: &LineId) -> bool {
        !self.without.contains(line)
    }

    /// Prices of all sources in the order of the plan, if the question is for the least money.
    pub fn all_prices(&self, plan: &Plan) -> Option<Vec<(SourceId, Option<f64>)>> {
        let price = |s: &crate::model::Source| (s.id.clone(), self.price(plan, &s.id));
        (self.kind == Objective::Least).then(|| plan.sources.iter().map(price).collect())
    }

    /// Price of a đồng of a source: villagers' money counts twice unless told otherwise.
    pub fn price(&self, plan: &Plan, id: &SourceId) -> Option<f64> {
        let villagers = plan.source(id).is_some_and(|s| s.from_residents);
        let usual = Some(if villagers { 2.0 } else { 1.0 });
        self.prices.get(id).copied().unwrap_or(usual)
    }

    /// The question as the optimiser takes it, for the open plan.
    pub fn question(&self, plan: &Plan) -> Question {
        let counting = plan.lines.iter().map(|l| l.id.clone()).filter(|id| self.counts(id));
        let goals: Vec<LineId> = counting.collect();
        let picks_of = |wanted: Pick| {
            let known = plan.communes.iter().map(|c| c.id.clone());
            known.filter(|id| self.picks.get(id) == Some(&wanted)).collect()
        };
        Question {
            goals: if goals.len() == plan.lines.len() { vec![] } else { goals },
            fixed_in: picks_of(Pick::In),
            fixed_out: picks_of(Pick::Out),
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

/// How a search under way is getting on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SearchStatus {
    /// Best score and bound so far, and the steps taken.
    pub progress: Progress,
    /// Milliseconds since the search began.
    pub elapsed: f64,
}

/// The answer to [`Objective::Most`].
#[derive(Clone, Debug)]
pub struct MostResult {
    /// The best starts found, with their score and their bound.
    pub answer: Answer,
    /// Run of these starts, or the rules that they break.
    pub outcome: Result<Outcome, Vec<Broken>>,
    /// Why the search ended.
    pub stop_reason: StopReason,
    /// How long the search took, milliseconds.
    pub elapsed: f64,
    /// What loosening each limit by a step brings, as far as that is known by now.
    pub reliefs: Vec<Relief>,
    /// The targets that hold with a chance, if one was asked for: the answer then has the starts for them.
    pub robust: Option<RobustAnswer>,
    /// Whether more reliefs are being looked for.
    pub explaining: bool,
    /// Limits that clash, where not every target is made; `None` where every target is, or while they are not known.
    pub clash: Option<Clash>,
    /// What the exact solver made of the answer; `None` if it was not asked or is still at work.
    pub proof: Option<Proof>,
}

/// The answer to [`Objective::Least`].
#[derive(Clone, Debug)]
pub struct LeastResult {
    /// The money with its starts, or the limits that no money removes.
    pub answer: Result<Least, Vec<Limit>>,
    /// The scenario that has this money and these starts: its inputs and its run.
    pub run: Option<(Inputs, Outcome)>,
    /// What each source is raised by for it in a year, other works included, shape `[source]`, triệu đồng.
    pub raises: Vec<f64>,
}

/// The result of a search, with the question and the inputs that it answers.
#[derive(Clone, Debug)]
pub struct SearchResult {
    /// Id of the scenario that the search was for.
    pub scenario: String,
    /// The question with its limits, as the optimiser took it.
    pub question: Question,
    /// The question as it stood on the page.
    pub draft: QuestionDraft,
    /// Inputs of the scenario under the limits of the question.
    pub inputs: Inputs,
    /// Run of the scenario as it was when the search began.
    pub before: Outcome,
    /// Weights of the lines in the plan's score, whether their targets count in the question or not.
    pub weights: Vec<f64>,
    /// Answer, if the question was for the most targets.
    pub most: Option<MostResult>,
    /// Answer, if the question was for the least money.
    pub least: Option<LeastResult>,
}

impl SearchResult {
    /// Whether the plan has changed since, in more than its schedule.
    pub fn is_stale(&self, plan: &Plan) -> bool {
        plan.scenario(&self.scenario).is_none_or(|s| {
            let now = self.question.inputs(plan, Some(s));
            fingerprint(&now) != fingerprint(&self.inputs)
        })
    }

    /// Score of a run, 0–1, over all lines of the plan.
    pub fn score(&self, run: &Outcome) -> f64 {
        weighted_attainment(run, self.weights.iter().copied())
    }

    /// Score of a run over the lines that count in the question, 0–1: what its answer is measured by.
    pub fn score_of_question(&self, run: &Outcome) -> f64 {
        weighted_attainment(run, self.inputs.lines.iter().map(|l| l.weight))
    }

    /// Payments by source, line and month if the answer is carried out; `None` if it cannot be.
    pub fn payments(&self) -> Option<Payments> {
        if let Some(most) = self.most.as_ref() {
            most.outcome.as_ref().ok()?;
            return Some(Payments::of(&with_starts(&self.inputs, &most.answer.planned)));
        }
        let (inputs, _) = self.least.as_ref()?.run.as_ref()?;
        Some(Payments::of(inputs))
    }

    /// Overrides of a scenario that carries the answer out; `None` if there is nothing to carry out.
    fn apply_to(&self, plan: &Plan) -> Option<Overrides> {
        let scenario = plan.scenario(&self.scenario)?;
        if let Some(most) = self.most.as_ref().filter(|m| m.outcome.is_ok()) {
            return Some(self.question.apply_starts(plan, Some(scenario), &most.answer.planned));
        }
        let least = self.least.as_ref()?.answer.as_ref().ok()?;
        Some(least.apply_to(plan, Some(&self.question_scenario(plan))))
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
fn weighted_attainment(run: &Outcome, weights: impl Iterator<Item = f64> + Clone) -> f64 {
    let all: f64 = weights.clone().sum();
    let points = run.lines.iter().zip(weights).map(|(l, w)| l.attainment * w);
    if all > 0.0 { points.sum::<f64>() / all } else { 0.0 }
}

/// The search for the best plan: its question, how it is getting on, and its result.
#[derive(Clone, Copy, Debug)]
pub struct Optimiser {
    workspace: Workspace,
    draft: RwSignal<QuestionDraft>,
    status: RwSignal<Option<SearchStatus>>,
    result: RwSignal<Option<SearchResult>>,
    jobs: Jobs,
    /// The job under way: the search, or what explains its answer.
    job: StoredValue<Option<u64>>,
    /// The ground and the scenario that the answer is about.
    about: StoredValue<Option<(Shared<Ground>, Option<Scenario>)>>,
    /// Number of the search under way; what belongs to another is over.
    serial: StoredValue<u64>,
    proof_status: RwSignal<Option<ProofStatus>>,
    /// Time limit of the exact solver, seconds.
    limit: RwSignal<u32>,
    work: StoredValue<Option<exact::Work>, LocalStorage>,
    frontier: RwSignal<Vec<FrontierPoint>>,
    guarded: RwSignal<Vec<FrontierPoint>>,
    frontier_left: RwSignal<usize>,
    frontier_job: StoredValue<Option<u64>>,
    /// Inputs and points that the frontier was computed for, as a text; empty while the frontier is not whole.
    frontier_of: StoredValue<String>,
    /// The same for the frontier with guards.
    guarded_of: StoredValue<String>,
    /// The same for the frontiers being computed; empty while none is.
    drawing: StoredValue<String>,
}

/// The search of this page; provided at the root.
pub fn use_optimiser() -> Optimiser {
    expect_context()
}

impl Optimiser {
    /// A search without a result, that follows the open plan from now on.
    pub fn new(workspace: Workspace, jobs: Jobs) -> Self {
        let new = Self {
            workspace,
            draft: RwSignal::new(QuestionDraft::default()),
            status: RwSignal::new(None),
            result: RwSignal::new(None),
            jobs,
            job: StoredValue::new(None),
            about: StoredValue::new(None),
            serial: StoredValue::new(0),
            proof_status: RwSignal::new(None),
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

    /// The question as it stands on the page.
    pub fn draft(self) -> RwSignal<QuestionDraft> {
        self.draft
    }

    /// How the search under way is getting on; `None` while there is none.
    pub fn status(self) -> Signal<Option<SearchStatus>> {
        self.status.into()
    }

    /// Result of the last search; `None` before one has ended, or after another plan was opened.
    pub fn result(self) -> Signal<Option<SearchResult>> {
        self.result.into()
    }

    /// Adds the answer as a scenario and shows it.
    pub fn apply_new(self) -> bool {
        let plan = self.workspace.plan_untracked();
        let change = self.result.with_untracked(|f| {
            let result = f.as_ref()?;
            let name = &plan.scenario(&result.scenario)?.name;
            Some(Scenario {
                id: plan.free_scenario_id("optimised"),
                name: words::new_name(name),
                note: String::new(),
                overrides: result.apply_to(&plan)?,
            })
        });
        let Some(scenario) = change else { return false };
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
        let change = self.result.with_untracked(|f| {
            let result = f.as_ref()?;
            Some((result.scenario.clone(), result.apply_to(&plan)?))
        });
        let Some((id, overrides)) = change else { return false };
        self.workspace.show_scenario(&id);
        self.workspace.dispatch(Command::SetOverrides(id, Box::new(overrides)))
    }

    fn forget(self) {
        self.end_job();
        self.forget_proof();
        self.serial.update_value(|s| *s += 1);
        self.status.set(None);
        self.result.set(None);
        self.draft.set(QuestionDraft::default());
        self.forget_frontier();
    }
}
