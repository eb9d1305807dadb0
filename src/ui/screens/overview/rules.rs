//! Rules of the scenario: how builders are paid, when units start.

use super::context::OverviewContext;
use crate::edit::Command;
use crate::model::{Plan, Schedule};
use crate::sort;
use crate::ui::prelude::*;
use crate::ui::widgets::{DisciplineFields, NumberField, Select};

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

#[component]
fn Paying() -> impl IntoView {
    let page = OverviewContext::new();
    let of_plan = Signal::derive(move || page.plan().discipline);
    let now = Memo::new(move |_| page.with_overrides(|plan, o| o.discipline.unwrap_or(plan.discipline)));
    let change = Callback::new(move |discipline| {
        let override_ = (discipline != of_plan.get_untracked()).then_some(discipline);
        page.work.dispatch(Command::SetDiscipline(page.scenario(), override_));
        Ok(())
    });
    let fields = DisciplineFields::new(now.into(), of_plan, change);
    let (wait, cap) = (fields.wait(), fields.cap());
    let has_wait = Memo::new(move |_| wait.get().is_some());
    let has_cap = Memo::new(move |_| cap.get().is_some());
    let t = move || page.t();
    let choices = Signal::derive(move || DisciplineFields::choices([t().bridge, t().pay_as_you_go, t().arrears]));
    view! {
        <div class="rule">
            <label for="ov-discipline">{move || t().discipline}</label>
            <div class="pick">
                <Select
                    id="ov-discipline"
                    test="discipline"
                    choices
                    value=fields.kind()
                    on_choose=Callback::new(move |kind: String| {
                        let _ = fields.set_kind(&kind);
                    })
                    disabled=page.work.read_only()
                />
            </div>
            <Show when=move || has_wait.get()>
                <label class="par">
                    <span>{move || t().wait_months}</span>
                    <NumberField
                        value=Signal::derive(move || wait.get().map_or(0.0, |w| w as f64))
                        on_commit=Callback::new(move |months: f64| {
                            let _ = fields.set_wait(months as usize);
                        })
                        label=Signal::derive(move || format!("{}: {}", t().discipline, t().wait_months))
                        test="discipline-wait"
                        min=0.0
                        max=DisciplineFields::MOST_WAIT
                        whole=true
                        disabled=page.work.read_only()
                    />
                </label>
            </Show>
            <Show when=move || has_cap.get()>
                <label class="par cap">
                    <span>{move || t().cap}</span>
                    <NumberField
                        value=Signal::derive(move || cap.get().unwrap_or(0.0))
                        on_commit=Callback::new(move |cap: f64| {
                            let _ = fields.set_cap(cap);
                        })
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
    let page = OverviewContext::new();
    let now =
        Memo::new(move |_| page.with_overrides(|plan, o| schedule_kind(o.schedule.as_ref().unwrap_or(&plan.schedule))));
    // An optimised schedule cannot be asked for here; it is offered only where there is one.
    let optimised =
        Memo::new(move |_| now.get() == "optimised" || matches!(page.plan().schedule, Schedule::Optimised { .. }));
    let choose = Callback::new(move |value: String| {
        let plan = page.work.plan_untracked();
        let schedule = match value.as_str() {
            "early" => Schedule::Early,
            "by-month" => wanted_by_month(page, &plan),
            "optimised" => plan.schedule.clone(),
            _ => Schedule::Even,
        };
        let override_ = (schedule != plan.schedule).then_some(schedule);
        page.work.dispatch(Command::SetSchedule(page.scenario(), override_));
    });
    let choices = Signal::derive(move || {
        let t = page.t();
        let mut choices = vec![("even", t.even), ("early", t.early), ("by-month", t.by_month)];
        choices.extend(optimised.get().then_some(("optimised", t.optimised)));
        let owned = |(value, word): (&str, &str)| (value.to_owned(), word.to_owned());
        choices.into_iter().map(owned).collect::<Vec<_>>()
    });
    let t = move || page.t();
    view! {
        <div class="rule">
            <label for="ov-schedule">{move || t().schedule}</label>
            <div class="pick">
                <Select
                    id="ov-schedule"
                    test="schedule"
                    choices
                    value=Signal::derive(move || now.get().to_owned())
                    on_choose=choose
                    disabled=page.work.read_only()
                />
            </div>
        </div>
    }
}

/// The starts wanted now, month by month: where editing them begins.
fn wanted_by_month(page: OverviewContext, plan: &Plan) -> Schedule {
    let evaluation = page.work.evaluation().get_untracked();
    let lines = plan.lines.iter().zip(&evaluation.inputs.lines);
    let starts = sort::map(lines.map(|(line, inputs)| {
        let wanted = inputs.wanted.iter().map(|n| *n as u32).collect();
        (line.id.clone(), wanted)
    }));
    Schedule::ByMonth { starts }
}
