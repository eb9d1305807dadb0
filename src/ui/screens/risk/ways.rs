//! Every way to reach a chance: ranked by cost, each put into the scenario by one command.

use crate::app::{OneJob, SEED};
use crate::edit::changes_command;
use crate::engine::sample::{Aim, Effort, Lever, UnreachedLever, Way};
use crate::i18n::risk::{changes_sentence, more, price_words, progress_words, unreached_sentence, way_chance};
use crate::model::Plan;
use crate::protocol::{JobNews, JobResult, Task};
use crate::ui::context::ScreenContext;
use crate::ui::prelude::*;
use std::sync::Arc;

/// Samples of each trial; an answer is checked with four times as many.
const SAMPLES: usize = 1_000;
/// Ways listed at most, the cheapest first.
const MOST_WAYS: usize = 8;

/// What has been found so far.
#[derive(Clone)]
pub struct WaysResult {
    plan: Arc<Plan>,
    scenario: String,
    ways: Vec<Way>,
    unreached: Vec<UnreachedLever>,
    done: bool,
}

/// The search and its answer.
#[derive(Clone, Copy)]
pub struct Hunt {
    page: ScreenContext,
    job: OneJob,
    result: RwSignal<Option<WaysResult>>,
}

/// Every lever of a plan.
fn every_lever(plan: &Plan) -> Vec<Lever> {
    let mut levers = vec![Lever::AllMoney];
    levers.extend(plan.sources.iter().map(|s| Lever::Source(s.id.clone())));
    levers.extend(plan.lines.iter().map(|l| Lever::Pushed(l.id.clone())));
    levers.push(Lever::CostLevel);
    levers.extend(plan.lines.iter().map(|l| Lever::StartMonth(l.id.clone())));
    levers
}

impl Hunt {
    pub fn new(page: ScreenContext) -> Self {
        Self {
            page,
            job: OneJob::new(),
            result: RwSignal::new(None),
        }
    }

    /// How far it is; none while nothing is searched.
    pub fn progress(self) -> Signal<Option<f64>> {
        self.job.progress()
    }

    /// Whether there is something to show.
    pub fn has_answer(self) -> bool {
        self.result.with(Option::is_some)
    }

    /// Searches for every way to an aim, for the scenario shown; what was found before goes.
    pub fn start(self, aim: Aim) {
        let (plan, scenario) = untrack(|| (self.page.plan(), self.page.scenario_id()));
        let task = Task::Ways {
            levers: every_lever(&plan),
            aim,
            effort: Effort {
                samples: SAMPLES,
                seed: SEED,
            },
        };
        self.result.set(None);
        self.job.start(
            &plan.clone().ground,
            plan.clone().scenario(&scenario),
            task,
            move |news| {
                let (ways, unreached, done) = match news {
                    JobNews::Ways(ways, unreached, _) => (ways, unreached, false),
                    JobNews::Done(JobResult::Ways(ways, unreached)) => (ways, unreached, true),
                    _ => return,
                };
                let known_count = self
                    .result
                    .with_untracked(|f| f.as_ref().map_or(0, |f| f.ways.len() + f.unreached.len()));
                if done || ways.len() + unreached.len() > known_count {
                    self.result.set(Some(WaysResult {
                        plan: Arc::clone(&plan),
                        scenario: scenario.clone(),
                        ways,
                        unreached,
                        done,
                    }));
                }
            },
        );
    }

    /// Stops; what was found stays.
    pub fn cancel(self) {
        self.job.cancel();
    }

    /// Forgets the answer.
    pub fn clear(self) {
        self.job.cancel();
        self.result.set(None);
    }

    fn current(self) -> bool {
        let (plan, shown) = (self.page.plan(), self.page.scenario_id());
        self.result.with(|f| {
            f.as_ref()
                .is_some_and(|f| Arc::ptr_eq(&f.plan, &plan) && f.scenario == shown)
        })
    }

    fn apply(self, way: &Way) {
        let inputs = self.page.work.evaluation().get_untracked();
        let Some(result) = self.result.get_untracked() else {
            return;
        };
        if untrack(|| self.current())
            && let Some(command) = changes_command(&result.plan, &result.scenario, &way.changes, &inputs.inputs)
        {
            self.page.work.dispatch(command);
        }
    }
}

/// How far the search is, and the way to stop it.
#[component]
pub fn Searching(hunt: Hunt) -> impl IntoView {
    let lang = move || hunt.page.lang();
    view! {
        <Show when=move || hunt.progress().get().is_some()>
            <p class="rk-busy" data-test="ways-progress" data-value=move || hunt.progress().get().map(|p| p.to_string())>
                <progress max="1" prop:value=move || hunt.progress().get().unwrap_or_default()></progress>
                <span class="sm">{move || progress_words(hunt.progress().get().unwrap_or_default(), lang())}</span>
                <button type="button" class="btn" data-test="ways-cancel" on:click=move |_| hunt.cancel()>{move || more(lang()).cancel}</button>
            </p>
        </Show>
    }
}

/// The ways found, the cheapest first, and what does not reach it.
#[component]
pub fn WaysPanel(hunt: Hunt) -> impl IntoView {
    let page = hunt.page;
    let current = Memo::new(move |_| hunt.current());
    let list = move || {
        let (lang, unit) = (page.lang(), page.unit());
        let t = more(lang);
        let result = hunt.result.get()?;
        let searching = hunt.progress().get().is_some();
        let way = |(place, way): (usize, &Way)| {
            let chance = way_chance(way, 4 * SAMPLES, lang);
            let total = way.price.total().to_string();
            let (way_to_apply, moves) = (way.clone(), !way.changes.is_empty());
            let usable = move || current.get() && moves && !page.work.read_only().get();
            view! {
                <li data-test=format!("way-{place}") data-value=total>
                    <p>{changes_sentence(&result.plan, &way.changes, unit, lang)}</p>
                    <p class="sm mut">
                        {chance.map(|(words, sure)| view! { <b title=sure.clone()>{words}</b><span class="vh">{sure}</span>" · " })}
                        {price_words(way.price, unit, lang)}
                    </p>
                    <Show when=usable>
                        <button type="button" class="btn" data-test=format!("way-{place}-apply") on:click={
                            let way_to_apply = way_to_apply.clone();
                            move |_| hunt.apply(&way_to_apply)
                        }>{t.apply}</button>
                    </Show>
                </li>
            }
        };
        let ways = result.ways.iter().take(MOST_WAYS).enumerate().map(way).collect_view();
        let none =
            (result.done && result.ways.is_empty()).then(|| view! { <p data-test="ways-none"><b>{t.no_way}</b></p> });
        let unreached = |u: &UnreachedLever| view! { <li>{unreached_sentence(&result.plan, u, unit, lang)}</li> };
        let far = result.unreached.iter().map(unreached).collect_view();
        Some(view! {
            <header><h2>{t.ways}</h2></header>
            <div class="in">
            {(!result.done && !searching).then(|| view! { <p class="mini mut">{t.cancelled}</p> })}
            {none}
            <ol class="rk-ways" data-test="ways" data-value=result.ways.len().to_string() data-done=result.done.to_string()>{ways}</ol>
            <details data-test="ways-unreached" data-value=result.unreached.len().to_string()>
                <summary>{t.not_reached}</summary>
                <ul class="sm">{far}</ul>
            </details>
            <p class="mini mut">{t.ways_hint}</p>
            <p class="mini mut" class:vh=move || current.get()>{move || (!current.get()).then(|| page.texts().risk.seek_old)}</p>
            </div>
        })
    };
    view! { <section class="panel rk-found" class:vh=move || !hunt.has_answer() aria-live="polite">{list}</section> }
}
