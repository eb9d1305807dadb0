//! Tables in the details of a target: money by source, figures by month.

use super::context::OverviewContext;
use super::detail::{place, units_words};
use crate::edit::Command;
use crate::formats::number::{money, money_unit_name, month_label, percent};
use crate::model::Schedule;
use crate::ui::prelude::*;
use crate::ui::widgets::{NumberField, Rows};

/// What each source paid.
#[component]
pub fn SourceTable(id: RwSignal<String>) -> impl IntoView {
    let page = OverviewContext::new();
    let rows = Memo::new(move |_| {
        let (plan, evaluation, lang, unit) = (page.plan(), page.evaluation(), page.lang(), page.unit());
        let Some(l) = place(&plan, &id.get()) else {
            return Vec::new();
        };
        let paid = |s: &crate::engine::SourceOutcome| s.paid_to.get(l).copied().unwrap_or(0.0);
        let total: f64 = evaluation.outcome.sources.iter().map(paid).sum();
        plan.sources
            .iter()
            .zip(&evaluation.outcome.sources)
            .filter(|(_, out)| paid(out) > crate::engine::verdict::NO_MONEY)
            .map(|(source, out)| {
                (
                    source.name.get(lang).to_owned(),
                    money(paid(out), unit, lang),
                    percent(paid(out) / total, 0, lang),
                )
            })
            .collect()
    });
    let row = |(name, paid, share): (String, String, String)| {
        view! { <tr><th scope="row">{name}</th><td class="num">{paid}</td><td class="num">{share}</td></tr> }
    };
    view! {
        <Show
            when=move || rows.with(|r| !r.is_empty())
            fallback=move || view! { <p class="mut">{move || page.t().no_money}</p> }
        >
            <table class="sheet">
                <thead><tr>
                    <th scope="col">{move || page.t().worth_source}</th>
                    <th scope="col" class="num">
                        {move || format!("{}, {}", page.t().paid, money_unit_name(page.unit(), page.lang()))}
                    </th>
                    <th scope="col" class="num">{move || page.t().share}</th>
                </tr></thead>
                <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </Show>
    }
}

/// Figures of a line by month. Where the scenario starts units month by month, the starts wanted can be edited.
#[component]
pub fn MonthTable(id: RwSignal<String>) -> impl IntoView {
    let page = OverviewContext::new();
    let months = Memo::new(move |_| page.evaluation().outcome.months);
    let by_month = Memo::new(move |_| {
        page.with_overrides(|plan, o| matches!(o.schedule.as_ref().unwrap_or(&plan.schedule), Schedule::ByMonth { .. }))
    });
    let t = move || page.t();
    let unit = move || money_unit_name(page.unit(), page.lang());
    view! {
        <div class="scroll-x">
            <table class="sheet">
                <thead><tr>
                    <th scope="col">{move || t().month}</th>
                    <th scope="col" class="num">{move || t().wanted}</th>
                    <th scope="col" class="num">{move || t().started}</th>
                    <th scope="col" class="num">{move || t().in_progress}</th>
                    <th scope="col" class="num">{move || t().finished}</th>
                    <th scope="col" class="num">{move || t().submitted}</th>
                    <th scope="col" class="num">{move || t().recognised}</th>
                    <th scope="col" class="num">{move || format!("{}, {}", t().bills, unit())}</th>
                    <th scope="col" class="num">{move || t().paid}</th>
                    <th scope="col" class="num">{move || t().waiting}</th>
                </tr></thead>
                <tbody>
                    <Rows each=move || (0..months.get()).collect() key=|m| m.to_string() let:m>
                        <MonthRow id month=m by_month/>
                    </Rows>
                </tbody>
            </table>
        </div>
    }
}

/// A month of a line, as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
struct Month {
    name: String,
    wanted: f64,
    cells: [String; 8],
}

#[component]
fn MonthRow(id: RwSignal<String>, month: usize, by_month: Memo<bool>) -> impl IntoView {
    let page = OverviewContext::new();
    let facts = Memo::new(move |_| facts(page, &id.get(), month).unwrap_or_default());
    let wanted_units = Memo::new(move |_| facts.with(|f| f.wanted));
    let set = Callback::new(move |units: f64| set_wanted(page, &id.get_untracked(), month, units as u32));
    let cell = move |i: usize| view! { <td class="num">{move || facts.with(|f| f.cells[i].clone())}</td> };
    let plain = move || units_words(wanted_units.get(), 0.0, page.lang());
    view! {
        <tr>
            <th scope="row">{move || facts.with(|f| f.name.clone())}</th>
            <td class="num">
                <Show when=move || by_month.get() fallback=plain>
                    <NumberField
                        value=wanted_units
                        on_commit=set
                        label=Signal::derive(move || format!("{}, {}", page.t().wanted, facts.with(|f| f.name.clone())))
                        test=format!("wanted-{month}")
                        min=0.0
                        max=10_000.0
                        whole=true
                        disabled=page.work.read_only()
                    />
                </Show>
            </td>
            {(0..8).map(cell).collect_view()}
        </tr>
    }
}

fn facts(page: OverviewContext, id: &str, m: usize) -> Option<Month> {
    let (plan, evaluation, lang, unit) = (page.plan(), page.evaluation(), page.lang(), page.unit());
    let l = place(&plan, id)?;
    let line = evaluation.outcome.lines.get(l)?;
    let inputs = evaluation.inputs.lines.get(l)?;
    let units = |column: &[f64]| units_words(column.get(m).copied().unwrap_or(0.0), line.goal, lang);
    let amount = |column: &[f64]| money(column.get(m).copied().unwrap_or(0.0), unit, lang);
    Some(Month {
        name: month_label(plan.calendar.month(m), plan.calendar.start, lang),
        wanted: inputs.wanted.get(m).map_or(0.0, |n| *n as f64),
        cells: [
            units(&line.started),
            units(&line.in_progress),
            units(&line.finished),
            units(&line.submitted),
            units(&line.recognised),
            amount(&line.needed),
            amount(&line.paid),
            amount(&line.waiting),
        ],
    })
}

/// Sets the starts wanted in one month of a scenario that starts units month by month.
fn set_wanted(page: OverviewContext, id: &str, month: usize, units: u32) {
    let (plan, scenario) = (page.work.plan_untracked(), page.scenario());
    let own = plan.scenario(&scenario).and_then(|s| s.overrides.schedule.clone());
    let Schedule::ByMonth { mut starts } = own.unwrap_or_else(|| plan.schedule.clone()) else {
        return;
    };
    let evaluation = page.work.evaluation().get_untracked();
    let now = place(&plan, id).and_then(|l| evaluation.inputs.lines.get(l));
    let column = starts
        .entry(id.to_owned())
        .or_insert_with(|| now.map_or_else(Vec::new, |i| i.wanted.iter().map(|n| *n as u32).collect()));
    if column.len() <= month {
        column.resize(month + 1, 0);
    }
    column[month] = units;
    let schedule = Schedule::ByMonth { starts };
    let override_ = (schedule != plan.schedule).then_some(schedule);
    page.work.dispatch(Command::SetSchedule(scenario, override_));
}
