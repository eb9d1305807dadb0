//! Goal seek: the smallest change of one lever that reaches a chance, and its way into the scenario.

use super::ways::{Hunt, Searching};
use crate::app::{OneJob, SEED};
use crate::edit::changes_command;
use crate::engine::sample::{Aim, Effort, Lever, LeverChange, Sought};
use crate::i18n::risk::{lever_name, more, seek_sentence};
use crate::model::{Lang, Plan};
use crate::protocol::{JobNews, JobResult, Task};
use crate::ui::context::use_screen;
use crate::ui::prelude::*;
use crate::ui::widgets::{ListChoice, Select};
use std::sync::Arc;

/// Samples of each trial; the answer is checked with four times as many.
const SAMPLES: usize = 1_000;
/// Instead of a lever: all of them, and combinations.
const EVERY: &str = "every";
/// Chances to choose from, per cent.
const CHANCES: [u32; 6] = [50, 60, 70, 80, 90, 95];

/// A question with its answer.
#[derive(Clone)]
struct SeekAnswer {
    plan: Arc<Plan>,
    scenario: String,
    lever: Lever,
    sought: Sought,
}

/// Levers of a plan with the value each has in the list.
fn levers(plan: &Plan) -> Vec<(String, Lever)> {
    let mut list = vec![("all".to_owned(), Lever::AllMoney)];
    for source in &plan.sources {
        list.push((format!("source:{}", source.id), Lever::Source(source.id.clone())));
    }
    for line in &plan.lines {
        list.push((format!("pushed:{}", line.id), Lever::Pushed(line.id.clone())));
    }
    list.push(("cost".to_owned(), Lever::CostLevel));
    for line in &plan.lines {
        list.push((format!("line-cost:{}", line.id), Lever::LineCost(line.id.clone())));
    }
    list
}

/// Panel of the goal seek.
#[component]
pub fn Seek(
    /// The search for every way; what it finds is shown elsewhere.
    hunt: Hunt,
) -> impl IntoView {
    let page = use_screen();
    let (lever, aim, chance) = (
        RwSignal::new(EVERY.to_owned()),
        RwSignal::new(String::new()),
        RwSignal::new(80_u32),
    );
    let job = OneJob::new();
    let running = move || job.progress().get().is_some();
    let answer = RwSignal::new(None::<SeekAnswer>);
    let run = move |_| {
        if untrack(running) {
            return;
        }
        answer.set(None);
        hunt.clear();
        if lever.with_untracked(|l| l == EVERY) {
            hunt.start(aim_of(&aim.get_untracked(), chance.get_untracked()));
            return;
        }
        let (plan, scenario) = untrack(|| (page.plan(), page.scenario_id()));
        let choice = lever.get_untracked();
        let Some((_, lever)) = levers(&plan).into_iter().find(|(key, _)| *key == choice) else {
            return;
        };
        let task = Task::Seek {
            lever: lever.clone(),
            aim: aim_of(&aim.get_untracked(), chance.get_untracked()),
            effort: Effort {
                samples: SAMPLES,
                seed: SEED,
            },
        };
        job.start(
            &plan.clone().ground,
            plan.clone().scenario(&scenario),
            task,
            move |news| {
                if let JobNews::Done(JobResult::Sought(Some(sought))) = news {
                    answer.set(Some(SeekAnswer {
                        plan: Arc::clone(&plan),
                        scenario: scenario.clone(),
                        lever: lever.clone(),
                        sought,
                    }));
                }
            },
        );
    };
    let current = Memo::new(move |_| {
        let (plan, shown) = (page.plan(), page.scenario_id());
        answer.with(|a| {
            a.as_ref()
                .is_some_and(|a| Arc::ptr_eq(&a.plan, &plan) && a.scenario == shown)
        })
    });
    let applicable = Memo::new(move |_| {
        let moves = answer.with(|a| {
            let sought = a.as_ref().map(|a| &a.sought);
            matches!(sought, Some(Sought::Reached { from, value, .. }) if (from - value).abs() > 1e-9)
        });
        current.get() && moves && !page.work.read_only().get()
    });
    let apply = move |_| {
        let Some(seek_answer) = answer.get_untracked() else {
            return;
        };
        let Sought::Reached { from, value, .. } = seek_answer.sought else {
            return;
        };
        let inputs = page.work.evaluation().get_untracked();
        if !applicable.get_untracked() {
            return;
        }
        let change = LeverChange {
            lever: seek_answer.lever,
            from,
            to: value,
        };
        if let Some(command) = changes_command(&seek_answer.plan, &seek_answer.scenario, &[change], &inputs.inputs) {
            page.work.dispatch(command);
        }
    };
    let words = move || {
        answer.with(|a| {
            let a = a.as_ref()?;
            Some(seek_sentence(&a.plan, &a.lever, &a.sought, page.unit(), page.lang()))
        })
    };
    let reached_value = move || {
        answer.with(|a| match a.as_ref().map(|a| &a.sought) {
            Some(Sought::Reached { value, .. }) => Some(value.to_string()),
            _ => None,
        })
    };
    view! {
        <section class="panel rk-seek" data-test="goal-seek">
            <header><h2>{move || page.texts().risk.seek}</h2></header>
            <div class="in">
                <Levers choice=lever/>
                <Aims choice=aim/>
                <label class="pick">
                    <span>{move || page.texts().risk.seek_chance}</span>
                    <Select
                        test="goal-seek-chance"
                        choices=Signal::derive(move || chances(page.lang()))
                        value=Signal::derive(move || chance.get().to_string())
                        on_choose=Callback::new(move |value: String| chance.set(value.parse().unwrap_or(0)))
                    />
                </label>
                <button type="button" class="btn pri" data-test="goal-seek-run" aria-disabled=move || running().to_string() on:click=run>
                    {move || if running() { page.texts().risk.seek_running } else { page.texts().risk.seek_run }}
                </button>
                <Searching hunt/>
                <Show when=running>
                    <p class="rk-busy" data-test="goal-seek-progress">
                        <progress max="1" prop:value=move || job.progress().get().unwrap_or_default()></progress>
                        <button type="button" class="btn" data-test="goal-seek-cancel" on:click=move |_| job.cancel()>
                            {move || more(page.lang()).cancel}
                        </button>
                    </p>
                </Show>
                <div aria-live="polite">
                    <Show when=move || answer.with(Option::is_some)>
                        <p data-test="goal-seek-answer" data-value=reached_value>{words}</p>
                        <p class="mini mut" class:vh=move || current.get()>{move || (!current.get()).then(|| page.texts().risk.seek_old)}</p>
                    </Show>
                </div>
                <Show when=move || applicable.get()>
                    <button type="button" class="btn" data-test="goal-seek-apply" on:click=apply>{move || page.texts().risk.seek_apply}</button>
                </Show>
            </div>
        </section>
    }
}

/// Chances to choose from, and none at all.
fn chances(lang: Lang) -> Vec<ListChoice> {
    let none = ("0".to_owned(), more(lang).no_chance.to_owned());
    let chance = |c: &u32| (c.to_string(), format!("{c}\u{a0}%"));
    std::iter::once(none).chain(CHANCES.iter().map(chance)).collect()
}

#[component]
fn Levers(choice: RwSignal<String>) -> impl IntoView {
    let page = use_screen();
    let choices = Signal::derive(move || {
        let (plan, lang) = (page.plan(), page.lang());
        let every = (EVERY.to_owned(), more(lang).every_way.to_owned());
        let levers = levers(&plan).into_iter();
        let levers = levers.map(|(key, lever)| (key, lever_name(&plan, &lever, lang)));
        std::iter::once(every).chain(levers).collect::<Vec<_>>()
    });
    view! {
        <label class="pick">
            <span>{move || page.texts().risk.seek_lever}</span>
            <Select test="goal-seek-lever" choices value=choice on_choose=Callback::new(move |key| choice.set(key))/>
        </label>
    }
}

#[component]
fn Aims(choice: RwSignal<String>) -> impl IntoView {
    let page = use_screen();
    let choices = Signal::derive(move || {
        let (plan, lang) = (page.plan(), page.lang());
        let all = (String::new(), page.texts().risk.joint.to_owned());
        let lines = plan.lines.iter().map(|l| (l.id.clone(), l.name.get(lang).to_owned()));
        std::iter::once(all).chain(lines).collect::<Vec<_>>()
    });
    view! {
        <label class="pick">
            <span>{move || page.texts().risk.seek_aim}</span>
            <Select test="goal-seek-aim" choices value=choice on_choose=Callback::new(move |key| choice.set(key))/>
        </label>
    }
}

/// What is to be reached: a line or, without one, all; per cent, 0 for the plain run.
fn aim_of(line: &str, chance: u32) -> Aim {
    let share = f64::from(chance) / 100.0;
    match (line, chance) {
        ("", 0) => Aim::All,
        (line, 0) => Aim::Line(line.to_owned()),
        ("", _) => Aim::JointChance(share),
        (line, _) => Aim::LineChance(line.to_owned(), share),
    }
}
