//! Rules of the scenario: how builders are paid, when units start.

use super::page::Page;
use crate::edit::Command;
use crate::model::{Discipline, Plan, Schedule};
use crate::sort;
use crate::ui::prelude::*;
use crate::ui::widgets::NumberField;

/// Most months a bill may be asked to wait.
const MOST_WAIT: f64 = 60.0;

/// The two selects with their parameters.
#[component]
pub fn Rules() -> impl IntoView {
    view! {
        <div class="two">
            <Paying/>
            <Starting/>
        </div>
    }
}

/// Month a bill may wait and debt allowed, kept over a change of kind.
fn parameters(discipline: Discipline) -> (usize, f64) {
    match discipline {
        Discipline::Bridge { wait } => (wait, 0.0),
        Discipline::PayAsYouGo => (3, 0.0),
        Discipline::Arrears { cap, wait } => (wait, cap),
    }
}

fn kind(discipline: Discipline) -> &'static str {
    match discipline {
        Discipline::Bridge { .. } => "bridge",
        Discipline::PayAsYouGo => "pay-as-you-go",
        Discipline::Arrears { .. } => "arrears",
    }
}

#[component]
fn Paying() -> impl IntoView {
    let page = Page::new();
    let now = Memo::new(move |_| page.with_overrides(|plan, o| o.discipline.unwrap_or(plan.discipline)));
    let set = move |discipline: Discipline| {
        let own = page.work.plan_untracked().discipline;
        let stored = (discipline != own).then_some(discipline);
        page.work.dispatch(Command::SetDiscipline(page.scenario(), stored));
    };
    let choose = move |value: String| {
        let current = now.get_untracked();
        let (wait, cap) = parameters(if current == Discipline::PayAsYouGo {
            page.work.plan_untracked().discipline
        } else {
            current
        });
        set(match value.as_str() {
            "pay-as-you-go" => Discipline::PayAsYouGo,
            "arrears" => Discipline::Arrears { cap, wait },
            _ => Discipline::Bridge { wait },
        });
    };
    let set_wait = Callback::new(move |months: f64| {
        let wait = months as usize;
        match now.get_untracked() {
            Discipline::Arrears { cap, .. } => set(Discipline::Arrears { cap, wait }),
            _ => set(Discipline::Bridge { wait }),
        }
    });
    let set_cap = Callback::new(move |cap: f64| {
        let (wait, _) = parameters(now.get_untracked());
        set(Discipline::Arrears { cap, wait });
    });
    let waits = Memo::new(move |_| now.get() != Discipline::PayAsYouGo);
    let capped = Memo::new(move |_| matches!(now.get(), Discipline::Arrears { .. }));
    let t = move || page.t();
    view! {
        <div class="rule">
            <label for="ov-discipline">{move || t().discipline}</label>
            <div class="pick">
                <select
                    id="ov-discipline"
                    data-test="discipline"
                    data-value=move || kind(now.get())
                    disabled=page.work.read_only()
                    prop:value=move || { t(); kind(now.get()) }
                    on:change=move |event| choose(event_target_value(&event))
                >
                    <option value="bridge" selected=move || kind(now.get()) == "bridge">{move || t().bridge}</option>
                    <option value="pay-as-you-go" selected=move || kind(now.get()) == "pay-as-you-go">{move || t().pay_as_you_go}</option>
                    <option value="arrears" selected=move || kind(now.get()) == "arrears">{move || t().arrears}</option>
                </select>
            </div>
            <Show when=move || waits.get()>
                <label class="par">
                    <span>{move || t().wait_months}</span>
                    <NumberField
                        value=Signal::derive(move || parameters(now.get()).0 as f64)
                        on_commit=set_wait
                        label=Signal::derive(move || format!("{}: {}", t().discipline, t().wait_months))
                        test="discipline-wait"
                        min=0.0
                        max=MOST_WAIT
                        whole=true
                        disabled=page.work.read_only()
                    />
                </label>
            </Show>
            <Show when=move || capped.get()>
                <label class="par cap">
                    <span>{move || t().cap}</span>
                    <NumberField
                        value=Signal::derive(move || parameters(now.get()).1)
                        on_commit=set_cap
                        label=Signal::derive(move || format!("{}: {}", t().discipline, t().cap))
                        test="discipline-cap"
                        min=0.0
                        max=1e9
                        disabled=page.work.read_only()
                    />
                </label>
            </Show>
        </div>
    }
}

fn schedule_kind(schedule: &Schedule) -> &'static str {
    match schedule {
        Schedule::Even => "even",
        Schedule::Early => "early",
        Schedule::ByMonth { .. } => "by-month",
        Schedule::Optimised { .. } => "optimised",
    }
}

#[component]
fn Starting() -> impl IntoView {
    let page = Page::new();
    let now =
        Memo::new(move |_| page.with_overrides(|plan, o| schedule_kind(o.schedule.as_ref().unwrap_or(&plan.schedule))));
    // An optimised schedule cannot be asked for here; it is offered only where there is one.
    let optimised =
        Memo::new(move |_| now.get() == "optimised" || matches!(page.plan().schedule, Schedule::Optimised { .. }));
    let choose = move |value: String| {
        let plan = page.work.plan_untracked();
        let schedule = match value.as_str() {
            "early" => Schedule::Early,
            "by-month" => wanted_by_month(page, &plan),
            "optimised" => plan.schedule.clone(),
            _ => Schedule::Even,
        };
        let stored = (schedule != plan.schedule).then_some(schedule);
        page.work.dispatch(Command::SetSchedule(page.scenario(), stored));
    };
    let t = move || page.t();
    view! {
        <div class="rule">
            <label for="ov-schedule">{move || t().schedule}</label>
            <div class="pick">
                <select
                    id="ov-schedule"
                    data-test="schedule"
                    data-value=now
                    disabled=page.work.read_only()
                    prop:value=move || { t(); now.get() }
                    on:change=move |event| choose(event_target_value(&event))
                >
                    <option value="even" selected=move || now.get() == "even">{move || t().even}</option>
                    <option value="early" selected=move || now.get() == "early">{move || t().early}</option>
                    <option value="by-month" selected=move || now.get() == "by-month">{move || t().by_month}</option>
                    <Show when=move || optimised.get()>
                        <option value="optimised" selected=move || now.get() == "optimised">{move || t().optimised}</option>
                    </Show>
                </select>
            </div>
        </div>
    }
}

/// The starts wanted now, month by month: where editing them begins.
fn wanted_by_month(page: Page, plan: &Plan) -> Schedule {
    let evaluation = page.work.evaluation().get_untracked();
    let lines = plan.lines.iter().zip(&evaluation.inputs.lines);
    let starts = sort::map(lines.map(|(line, inputs)| {
        let wanted = inputs.wanted.iter().map(|n| *n as u32).collect();
        (line.id.clone(), wanted)
    }));
    Schedule::ByMonth { starts }
}
