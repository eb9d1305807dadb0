//! Details of a target: what its loss is made of, from wanted to recognised, money, months, and what can be set.

use super::context::OverviewContext;
use super::detail_tables::{MonthTable, SourceTable};
use super::fixes::Fixes;
use crate::edit::Command;
use crate::engine::measure_push as pushed_chance;
use crate::formats::number::{count, count_decimals, exact, money_with_unit, number};
use crate::i18n::overview::{Cause, loss_of, spoken_reason};
use crate::model::{Lang, Plan};
use crate::ui::prelude::*;
use crate::ui::widgets::NumberField;

/// Details of the line with this id.
#[component]
pub fn Detail(id: RwSignal<String>) -> impl IntoView {
    let page = OverviewContext::new();
    view! {
        <div class="dt">
            <SpokenReason id/>
            <Settings id/>
            <Causes id/>
            <Funnel id/>
            <Fixes id/>
            <super::detail_years::Years id/>
            <super::detail_years::LineChart id/>
            <section><h3>{move || page.t().money_by_source}</h3><SourceTable id/></section>
            <section><h3>{move || page.t().months}</h3><MonthTable id/></section>
        </div>
    }
}

/// Place of a line in plan and results.
pub fn place(plan: &Plan, id: &str) -> Option<usize> {
    plan.lines.iter().position(|l| l.id == id)
}

/// The reason in full sentences.
#[component]
fn SpokenReason(id: RwSignal<String>) -> impl IntoView {
    let page = OverviewContext::new();
    let reason = move || {
        let (plan, evaluation) = (page.plan(), page.evaluation());
        let l = place(&plan, &id.get());
        l.map(|l| spoken_reason(&plan, &evaluation, l, page.unit(), page.lang()))
    };
    view! { <p class="dt-wide dt-said" data-test="spoken-reason">{reason}</p> }
}

/// Units pushed and the line's own cost level.
#[component]
fn Settings(id: RwSignal<String>) -> impl IntoView {
    let page = OverviewContext::new();
    let wanted_units = Memo::new(move |_| {
        let l = place(&page.plan(), &id.get())?;
        page.evaluation().outcome.lines.get(l).map(|o| o.wanted)
    });
    let pushed_units = Memo::new(move |_| page.with_overrides(|_, o| o.pushed.get(&id.get()).copied()));
    let cost = Memo::new(move |_| page.with_overrides(|_, o| o.line_cost.get(&id.get()).copied()));
    let set_pushed = move |units: Option<u32>| {
        page.work
            .dispatch(Command::SetPushed(page.scenario(), id.get_untracked(), units));
    };
    let set_cost = move |level: Option<f64>| {
        let level = level.filter(|l| (l - 1.0).abs() > 1e-9);
        page.work
            .dispatch(Command::SetLineCost(page.scenario(), id.get_untracked(), level));
    };
    // Units are pushed in such numbers that enough of them pass: how sure that is, said where it is set.
    let chance = move || {
        let chance_facts = place(&page.plan(), &id.get()).and_then(|l| {
            let evaluation = page.evaluation();
            Some(pushed_chance(
                evaluation.inputs.lines.get(l)?,
                evaluation.outcome.lines.get(l)?,
            ))
        });
        chance_facts.map(|chance_facts| {
            let reason = crate::i18n::pushed::push_sentence(&chance_facts, page.lang());
            view! { <p class="sm" data-test="line-chance" data-value=chance_facts.chance.to_string()>{reason}</p> }
        })
    };
    let back = move |shown: Signal<bool>, reset: Callback<()>| {
        view! {
            <Show
                when=move || shown.get()
                fallback=move || view! { <span class="sm mut">{move || page.t().as_plan}</span> }
            >
                <button type="button" class="link sm" on:click=move |_| reset.run(())>{move || page.t().reset}</button>
            </Show>
        }
    };
    view! {
        <section class="dt-set">
            <label>
                <span>{move || page.t().pushed}</span>
                <NumberField
                    value=Signal::derive(move || pushed_units.get().map_or_else(|| wanted_units.get().unwrap_or(0.0), f64::from))
                    on_commit=Callback::new(move |n: f64| set_pushed(Some(n as u32)))
                    label=Signal::derive(move || page.t().pushed.to_owned())
                    test="line-pushed"
                    min=0.0
                    max=10_000.0
                    whole=true
                    disabled=page.work.read_only()
                />
            </label>
            {back(Signal::derive(move || pushed_units.get().is_some()), Callback::new(move |()| set_pushed(None)))}
            <label>
                <span>{move || page.t().line_cost}</span>
                <NumberField
                    value=Signal::derive(move || cost.get().unwrap_or(1.0))
                    on_commit=Callback::new(move |level: f64| set_cost(Some(level)))
                    label=Signal::derive(move || page.t().line_cost.to_owned())
                    test="line-cost"
                    min=0.0
                    max=10.0
                    percent=true
                    disabled=page.work.read_only()
                />
            </label>
            {back(Signal::derive(move || cost.get().is_some()), Callback::new(move |()| set_cost(None)))}
            {chance}
        </section>
    }
}

/// A part of the loss as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    cause: Cause,
    units: String,
    points: String,
    value: f64,
    /// Share of the largest part, 0–1.
    length: f64,
}

#[component]
fn Causes(id: RwSignal<String>) -> impl IntoView {
    let page = OverviewContext::new();
    let parts = Memo::new(move |_| {
        let (plan, evaluation, lang) = (page.plan(), page.evaluation(), page.lang());
        let Some(loss) = place(&plan, &id.get()).and_then(|l| loss_of(&evaluation, l)) else {
            return Vec::new();
        };
        let goal = plan.lines[loss.line].goal.value;
        let whole = loss.parts.iter().all(|p| (p - libm::round(*p)).abs() < 1e-9);
        let decimals = if whole { 0 } else { count_decimals(goal).max(1) };
        let largest = loss.parts.iter().fold(0.0_f64, |m, p| m.max(p.abs()));
        Cause::ALL
            .into_iter()
            .filter(|c| loss.part(*c).abs() > 1e-9)
            .map(|cause| {
                let units = loss.part(cause);
                Part {
                    cause,
                    units: number(units, decimals, lang),
                    points: number(units / goal * 100.0, 1, lang),
                    value: units / goal,
                    length: if largest > 0.0 { units.abs() / largest } else { 0.0 },
                }
            })
            .collect()
    });
    let row = move |part: Part| {
        let name = move || part.cause.name(page.lang());
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="num" data-test=format!("cause-{:?}", part.cause).to_lowercase() data-value=part.value.to_string()>{part.units}</td>
                <td class="num">{part.points}</td>
                <td class="bar"><i style=format!("width:{:.1}%", part.length * 100.0) class:neg=part.value < 0.0></i></td>
            </tr>
        }
    };
    view! {
        <section>
            <h3>{move || page.t().causes}</h3>
            <Show
                when=move || parts.with(|p| !p.is_empty())
                fallback=move || view! { <p class="mut">{move || page.t().causes_none}</p> }
            >
                <table class="sheet">
                    <thead><tr>
                        <th scope="col">{move || page.t().cause}</th>
                        <th scope="col" class="num">{move || page.t().units}</th>
                        <th scope="col" class="num">{move || page.t().points}</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{move || parts.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </Show>
        </section>
    }
}

/// Wanted → started → finished → submitted → recognised, with a bar each.
#[component]
fn Funnel(id: RwSignal<String>) -> impl IntoView {
    let page = OverviewContext::new();
    let stages = Memo::new(move |_| {
        let (plan, evaluation) = (page.plan(), page.evaluation());
        let (t, lang) = (page.t(), page.lang());
        let Some((line, inputs)) = place(&plan, &id.get())
            .and_then(|l| Some((evaluation.outcome.lines.get(l)?, evaluation.inputs.lines.get(l)?)))
        else {
            return Vec::new();
        };
        let finished_units: f64 = line.finished.iter().sum();
        let stages = [
            (t.wanted, line.wanted + inputs.under_way() as f64),
            (t.started, line.total_started()),
            (t.finished, finished_units),
            (t.submitted, line.total_submitted()),
            (t.recognised, line.total_recognised()),
        ];
        let most = stages.iter().fold(line.goal, |m, (_, n)| m.max(*n));
        stages
            .map(|(name, units)| {
                (
                    name,
                    units_words(units, line.goal, lang),
                    if most > 0.0 { units / most } else { 0.0 },
                )
            })
            .to_vec()
    });
    let unit_paid = Memo::new(move |_| {
        let l = place(&page.plan(), &id.get())?;
        page.evaluation().outcome.lines.get(l)?.cost_per_recognised()
    });
    let row = |(name, words, length): (&'static str, String, f64)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="num">{words}</td>
                <td class="bar"><i class="own" style=format!("width:{:.1}%", length * 100.0)></i></td>
            </tr>
        }
    };
    view! {
        <section>
            <h3>{move || page.t().funnel}</h3>
            <table class="sheet"><tbody>{move || stages.get().into_iter().map(row).collect_view()}</tbody></table>
            <p class="sm" data-test="line-unit-paid" data-value=move || unit_paid.get().map(|c| c.to_string())>
                {move || match unit_paid.get() {
                    Some(cost) => format!("{}: {}", page.t().unit_paid, money_with_unit(cost, page.unit(), page.lang())),
                    None => page.t().unit_paid_none.to_owned(),
                }}
            </p>
        </section>
    }
}

/// Whole units as they are, expected ones with the decimals of their goal.
pub fn units_words(units: f64, goal: f64, lang: Lang) -> String {
    if (units - libm::round(units)).abs() < 1e-9 {
        exact(libm::round(units), lang)
    } else {
        count(units, goal, lang)
    }
}
