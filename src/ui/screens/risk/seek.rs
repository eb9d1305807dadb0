//! Goal seek: the smallest change of one lever that reaches a chance, and its way into the scenario.

use super::page::Page;
use super::ways::{Hunt, Searching};
use crate::app::{OneJob, SEED};
use crate::edit::changes_command;
use crate::engine::sample::{Aim, Change, Effort, Lever, Sought};
use crate::i18n::risk::{lever_name, more, seek_sentence};
use crate::model::Plan;
use crate::protocol::{Done, News, Task};
use crate::ui::prelude::*;
use std::sync::Arc;

/// Samples of each trial; the answer is checked with four times as many.
const SAMPLES: usize = 1_000;
/// Instead of a lever: all of them, and combinations.
const EVERY: &str = "every";
/// Chances to choose from, per cent.
const CHANCES: [u32; 6] = [50, 60, 70, 80, 90, 95];

/// A question with its answer.
#[derive(Clone)]
struct Answer {
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
    let page = Page::new();
    let (lever, aim, chance) = (
        RwSignal::new(EVERY.to_owned()),
        RwSignal::new(String::new()),
        RwSignal::new(80_u32),
    );
    let job = OneJob::new();
    let running = move || job.progress().get().is_some();
    let answer = RwSignal::new(None::<Answer>);
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
        let (plan, scenario) = untrack(|| (page.plan(), page.shown()));
        let chosen = lever.get_untracked();
        let Some((_, lever)) = levers(&plan).into_iter().find(|(key, _)| *key == chosen) else {
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
        job.start(&plan.clone(), plan.clone().scenario(&scenario), task, move |news| {
            if let News::Done(Done::Sought(Some(sought))) = news {
                answer.set(Some(Answer {
                    plan: Arc::clone(&plan),
                    scenario: scenario.clone(),
                    lever: lever.clone(),
                    sought,
                }));
            }
        });
    };
    let current = Memo::new(move |_| {
        let (plan, shown) = (page.plan(), page.shown());
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
        let Some(found) = answer.get_untracked() else { return };
        let Sought::Reached { from, value, .. } = found.sought else {
            return;
        };
        let inputs = page.work.evaluation().get_untracked();
        if !applicable.get_untracked() {
            return;
        }
        let change = Change {
            lever: found.lever,
            from,
            to: value,
        };
        if let Some(command) = changes_command(&found.plan, &found.scenario, &[change], &inputs.inputs) {
            page.work.dispatch(command);
        }
    };
    let words = move || {
        answer.with(|a| {
            let a = a.as_ref()?;
            Some(seek_sentence(&a.plan, &a.lever, &a.sought, page.unit(), page.lang()))
        })
    };
    let reached = move || {
        answer.with(|a| match a.as_ref().map(|a| &a.sought) {
            Some(Sought::Reached { value, .. }) => Some(value.to_string()),
            _ => None,
        })
    };
    view! {
        <section class="panel rk-seek" data-test="goal-seek">
            <header><h2>{move || page.t().seek}</h2></header>
            <div class="in">
                <Levers chosen=lever/>
                <Aims chosen=aim/>
                <label class="pick">
                    <span>{move || page.t().seek_chance}</span>
                    <select
                        data-test="goal-seek-chance"
                        on:change=move |event| if let Ok(value) = event_target_value(&event).parse() { chance.set(value) }
                    >
                        <option value="0" prop:selected=move || chance.get() == 0>{move || more(page.lang()).no_chance}</option>
                        {CHANCES.map(|c| view! { <option value=c.to_string() prop:selected=move || chance.get() == c>{format!("{c}\u{a0}%")}</option> })}
                    </select>
                </label>
                <button type="button" class="btn pri" data-test="goal-seek-run" aria-disabled=move || running().to_string() on:click=run>
                    {move || if running() { page.t().seek_running } else { page.t().seek_run }}
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
                        <p data-test="goal-seek-answer" data-value=reached>{words}</p>
                        <p class="mini mut" class:vh=move || current.get()>{move || (!current.get()).then(|| page.t().seek_old)}</p>
                    </Show>
                </div>
                <Show when=move || applicable.get()>
                    <button type="button" class="btn" data-test="goal-seek-apply" on:click=apply>{move || page.t().seek_apply}</button>
                </Show>
            </div>
        </section>
    }
}

#[component]
fn Levers(chosen: RwSignal<String>) -> impl IntoView {
    let page = Page::new();
    let options = move || {
        let (plan, lang) = (page.plan(), page.lang());
        let option = |(key, lever): (String, Lever)| {
            let own = key.clone();
            let name = lever_name(&plan, &lever, lang);
            view! { <option value=key prop:selected=move || chosen.with(|c| *c == own)>{name}</option> }
        };
        let every = view! { <option value=EVERY prop:selected=move || chosen.with(|c| c == EVERY)>{more(lang).every_way}</option> };
        (every, levers(&plan).into_iter().map(option).collect_view())
    };
    view! {
        <label class="pick">
            <span>{move || page.t().seek_lever}</span>
            <select data-test="goal-seek-lever" on:change=move |event| chosen.set(event_target_value(&event))>{options}</select>
        </label>
    }
}

#[component]
fn Aims(chosen: RwSignal<String>) -> impl IntoView {
    let page = Page::new();
    let options = move || {
        let (plan, lang) = (page.plan(), page.lang());
        let all = (String::new(), page.t().joint.to_owned());
        let lines = plan.lines.iter().map(|l| (l.id.clone(), l.name.get(lang).to_owned()));
        let option = |(key, name): (String, String)| {
            let own = key.clone();
            view! { <option value=key prop:selected=move || chosen.with(|c| *c == own)>{name}</option> }
        };
        std::iter::once(all).chain(lines).map(option).collect_view()
    };
    view! {
        <label class="pick">
            <span>{move || page.t().seek_aim}</span>
            <select data-test="goal-seek-aim" on:change=move |event| chosen.set(event_target_value(&event))>{options}</select>
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
