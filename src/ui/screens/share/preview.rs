//! What a file holds, before anything is done with it.

use super::import::{ImportState, ReceivedFile};
use crate::app::{use_prefs, use_toasts, use_workspace};
use crate::edit::Command;
use crate::engine::compare::{Column, ComparisonRow, News, compare};
use crate::engine::evaluate;
use crate::formats::number::{MoneyUnit, date_iso};
use crate::i18n::scenarios::{difference, figure, metric_name, metric_unit, name_or_id};
use crate::i18n::{messages, share as words, texts};
use crate::model::{Lang, Overrides, Plan, Scenario};
use crate::ui::prelude::*;
use std::sync::Arc;

/// The preview of a file with the choice: a new plan, replace the open one, or leave it.
#[component]
pub fn Preview(
    /// File that passed the gate, with what was repaired.
    received: Arc<ReceivedFile>,
    /// Where the choice ends.
    state: ImportState,
) -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let toasts = use_toasts();
    let file = StoredValue::new(received);
    let accept_new = move |_| {
        workspace.import_plan(file.with_value(|f| f.plan.clone()), true);
        state.clear();
    };
    let replace = move |_| {
        let before = workspace.plan_untracked();
        let plan = file.with_value(|f| f.plan.clone());
        if workspace.dispatch(Command::ReplacePlan(Box::new(plan))) {
            // Later steps may lie on top of it, or another plan may be open by then.
            toasts.with_undo(prefs.t_untracked().share.replaced, move || {
                if workspace.plan_untracked().id == before.id {
                    workspace.dispatch(Command::ReplacePlan(Box::new((*before).clone())));
                }
            });
            state.clear();
        }
    };
    let newer = file.with_value(|f| f.newer);
    view! {
        <section class="panel sh-preview" data-test="import-preview" aria-labelledby="sh-preview-title">
            <header>
                <h2 id="sh-preview-title">{move || prefs.t().share.preview}</h2>
                <span class="unit">{file.with_value(|f| f.file.clone())}</span>
            </header>
            <div class="sh-text">
                {move || file.with_value(|f| facts(f, prefs.lang().get()))}
                {newer.then(|| view! { <p class="sh-note" data-test="import-newer">{move || prefs.t().share.newer}</p> })}
                {move || file.with_value(|f| repairs(f, prefs.lang().get()))}
                {move || file.with_value(|f| against(
                    &workspace.plan().get(), &workspace.scenario_id().get(), &f.plan, prefs.lang().get(), prefs.money_unit().get(),
                ))}
                <div class="sh-row">
                    <button class="btn pri" data-test="import-accept-new" on:click=accept_new>{move || prefs.t().share.accept_new}</button>
                    <button class="btn" data-test="import-replace" title=move || prefs.t().share.replace_hint
                        disabled=move || newer || workspace.read_only().get() on:click=replace>{move || prefs.t().share.replace}</button>
                    <button class="btn quiet" data-test="import-cancel" on:click=move |_| state.clear()>{move || prefs.t().share.cancel}</button>
                </div>
            </div>
        </section>
    }
}

/// Name, engine, scenarios, size.
fn facts(file: &ReceivedFile, lang: Lang) -> impl IntoView + use<> {
    let t = &texts(lang).share;
    let name = file.plan.name.get(lang).to_owned();
    let scenarios: Vec<String> = file
        .plan
        .scenarios
        .iter()
        .map(|s| name_or_id(&s.name, &s.id, lang).to_owned())
        .collect();
    let fact = |label: &'static str, value: String| view! { <div><dt>{label}</dt><dd>{value}</dd></div> };
    view! {
        <h3 data-test="import-name">{name}</h3>
        <dl class="sh-facts">
            {fact(t.written_by, file.engine.clone())}
            {file.saved.as_deref().map(|saved| fact(t.saved, date_iso(saved.get(..10).unwrap_or(saved))))}
            {fact(t.size, words::size(file.bytes, lang))}
            {fact(t.scenarios, format!("{} ({})", scenarios.len(), scenarios.join(", ")))}
        </dl>
    }
}

fn repairs(file: &ReceivedFile, lang: Lang) -> impl IntoView + use<> {
    let t = &texts(lang).share;
    if file.repairs.is_empty() {
        return view! { <p>{t.no_repairs}</p> }.into_any();
    }
    let notes = file
        .repairs
        .iter()
        .map(|repair| view! { <li data-test="repair">{messages::repair(repair, lang).paragraph()}</li> })
        .collect_view();
    view! { <h3>{t.repairs}</h3><ul class="sh-repairs">{notes}</ul> }.into_any()
}

/// What would change against the open plan: results of the scenario shown, and of its namesake in the file.
fn against(open: &Plan, shown: &str, file: &Plan, lang: Lang, unit: MoneyUnit) -> impl IntoView + use<> {
    let t = &texts(lang).share;
    if is_same_plan(open, file) {
        return view! { <p data-test="import-identical">{t.identical}</p> }.into_any();
    }
    let ours = open.scenario(shown);
    let theirs = file.scenario(shown).or(file.base());
    let (a, b) = (evaluate(open, ours), evaluate(file, theirs));
    let none = Overrides::default();
    let rows = compare(&[
        Column {
            ground: open,
            overrides: ours.map_or(&none, |s| &s.overrides),
            evaluation: &a,
        },
        Column {
            ground: file,
            overrides: theirs.map_or(&none, |s| &s.overrides),
            evaluation: &b,
        },
    ]);
    let name = |s: Option<&Scenario>| s.map_or("", |s| name_or_id(&s.name, &s.id, lang)).to_owned();
    let pair = words::compared_scenarios(&name(ours), &name(theirs), lang);
    let differ: Vec<&ComparisonRow> = rows.iter().filter(|row| differs(row, lang, unit)).collect();
    if differ.is_empty() {
        return view! { <p><b>{t.against_open}</b>" ("{pair}"): "{t.same_results}</p> }.into_any();
    }
    let body = differ
        .into_iter()
        .map(|row| {
            let named_in = if row.cells.first().is_some_and(Option::is_some) {
                open
            } else {
                file
            };
            result_row(row, named_in, lang, unit)
        })
        .collect_view();
    view! {
        <h3>{t.against_open}" "<span class="mut sm">{pair}</span></h3>
        <div class="sh-scroll">
            <table class="sheet" data-test="import-differences">
                <thead>
                    <tr>
                        <th scope="col">{t.figure}</th>
                        <th scope="col" class="num">{t.open_plan}</th>
                        <th scope="col" class="num">{t.this_file}</th>
                        <th scope="col" class="num">{t.difference}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn result_row(row: &ComparisonRow, plan: &Plan, lang: Lang, unit: MoneyUnit) -> impl IntoView + use<> {
    let value = |place: usize| {
        let cell = row.cells.get(place).copied().flatten();
        cell.map(|cell| figure(row, &cell, lang, unit)).unwrap_or_default()
    };
    let second = row.cells.get(1).copied().flatten();
    let value_words = second
        .and_then(|cell| difference(row, &cell, lang, unit))
        .unwrap_or_default();
    let class = match second.and_then(|c| c.difference).map(|d| row.better.news(d)) {
        Some(News::Good) => "num up",
        Some(News::Bad) => "num dn",
        _ => "num",
    };
    view! {
        <tr>
            <th scope="row">{metric_name(&row.metric, plan, lang)}" "<span class="mut">{metric_unit(row, plan, lang, unit)}</span></th>
            <td class="num">{value(0)}</td>
            <td class="num">{value(1)}</td>
            <td class=class data-test=format!("import-difference-{}", row.metric.key())>{value_words}</td>
        </tr>
    }
}

fn differs(row: &ComparisonRow, lang: Lang, unit: MoneyUnit) -> bool {
    match (
        row.cells.first().copied().flatten(),
        row.cells.get(1).copied().flatten(),
    ) {
        (Some(_), Some(second)) => difference(row, &second, lang, unit).is_some_and(|d| d != "="),
        (None, None) => false,
        _ => true,
    }
}

/// Whether two plans say the same, their place in the library aside.
fn is_same_plan(a: &Plan, b: &Plan) -> bool {
    let mut moved = a.clone();
    moved.id.clone_from(&b.id);
    moved == *b
}
