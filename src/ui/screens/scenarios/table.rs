//! Two to six scenarios side by side: figures, differences to the base, inputs that differ.

use super::columns::columns;
use super::marker::{Marker, letter};
use super::sign::SignGlyph;
use crate::app::{use_prefs, use_workspace};
use crate::edit::describe::differing_settings;
use crate::engine::Evaluation;
use crate::engine::compare::{Column, ComparisonRow, Group, Metric, News, compare};
use crate::formats::number::MoneyUnit;
use crate::i18n::scenarios as words;
use crate::model::{Lang, Overrides, Plan, Scenario};
use crate::ui::prelude::*;
use std::sync::Arc;

/// What the table is drawn from.
#[derive(Clone)]
struct Sheet {
    plan: Arc<Plan>,
    ids: Vec<String>,
    results: Vec<Arc<Evaluation>>,
    shown: String,
    lang: Lang,
    unit: MoneyUnit,
}

/// The comparison, or what to do when there is nothing to compare.
#[component]
pub fn Comparison() -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let columns = columns(workspace);
    let sheet = move || {
        let ids = columns.get();
        Sheet {
            plan: workspace.plan().get(),
            results: ids.iter().map(|id| workspace.evaluation_of(id)).collect(),
            ids,
            shown: workspace.scenario_id().get(),
            lang: prefs.lang().get(),
            unit: prefs.money_unit().get(),
        }
    };
    view! {
        <section class="panel sc-compare" aria-label=move || prefs.t().scenarios.comparison>
            <Show when=move || workspace.plan().with(|p| p.illustration)>
                <p class="made-up" data-test="compare-illustration">"△ "{move || prefs.t().shell.illustration_long}</p>
            </Show>
            {move || if columns.with(Vec::len) < 2 {
                view! { <TooFew/> }.into_any()
            } else {
                sheet().table().into_any()
            }}
        </section>
    }
}

/// Said when fewer than two scenarios are ticked.
#[component]
fn TooFew() -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let all = move |_| {
        let plan = workspace.plan_untracked();
        let first = plan.scenarios.iter().map(|s| s.id.clone());
        workspace.set_comparison(first.take(crate::app::MOST_COMPARED).collect());
    };
    let alone = move || workspace.plan().with(|p| p.scenarios.len() < 2);
    view! {
        <div class="sc-empty" data-test="compare-empty">
            <p><b>{move || prefs.t().scenarios.too_few}</b></p>
            <p>{move || prefs.t().scenarios.too_few_hint}</p>
            <button class="btn" data-test="compare-all" disabled=alone on:click=all>
                {move || prefs.t().scenarios.compare_all}
            </button>
        </div>
    }
}

impl Sheet {
    fn table(&self) -> impl IntoView + use<> {
        let scenarios: Vec<&Scenario> = self.ids.iter().filter_map(|id| self.plan.scenario(id)).collect();
        let overrides: Vec<&Overrides> = scenarios.iter().map(|s| &s.overrides).collect();
        let sides: Vec<Column<'_>> = overrides
            .iter()
            .zip(&self.results)
            .map(|(overrides, evaluation)| Column {
                ground: &self.plan,
                overrides,
                evaluation,
            })
            .collect();
        let rows = compare(&sides);
        let base = scenarios
            .first()
            .map(|s| format!("{}. {}", letter(0), words::name_or_id(&s.name, &s.id, self.lang)))
            .unwrap_or_default();
        let groups = [
            Group::Targets,
            Group::Plan,
            Group::Money,
            Group::Guards,
            Group::UnitCosts,
        ]
        .into_iter()
        .map(|group| self.group(group, &base, &rows))
        .collect_view();
        view! {
            <table class=format!("cmp n{}", self.ids.len()) data-test="compare">
                <colgroup>
                    <col class="h"/>
                    {self.ids.iter().map(|_| view! { <col/><col/> }).collect_view()}
                </colgroup>
                <thead>
                    <tr>
                        <th scope="col">{crate::i18n::texts(self.lang).scenarios.compared_head}</th>
                        {scenarios.iter().enumerate().map(|(place, s)| self.head(place, s)).collect_view()}
                    </tr>
                </thead>
                {groups}
                {self.inputs(&overrides)}
            </table>
        }
    }

    fn head(&self, place: usize, scenario: &Scenario) -> impl IntoView + use<> {
        let workspace = use_workspace();
        let t = &crate::i18n::texts(self.lang).scenarios;
        let name = words::name_or_id(&scenario.name, &scenario.id, self.lang).to_owned();
        let summary_words = words::summary(&self.plan, &scenario.overrides, self.lang);
        let summary_words = if place == 0 { t.base.to_owned() } else { summary_words };
        let id = scenario.id.clone();
        let action = (place > 0).then(|| {
            let test = format!("compare-base-{id}");
            let label = words::action_on(t.make_base, &name);
            view! {
                <button class="btn quiet" data-test=test aria-label=label on:click=move |_| workspace.compare_with(&id)>
                    {t.make_base}
                </button>
            }
        });
        view! {
            <th colspan="2" scope="colgroup" class:on=scenario.id == self.shown>
                <Marker place/>
                <span class="cut" title=name.clone()>{format!("{}. {name}", letter(place))}</span>
                <small class="cut" title=summary_words.clone()>{summary_words.clone()}</small>
                {action}
            </th>
        }
    }

    fn group(&self, group: Group, base: &str, rows: &[ComparisonRow]) -> impl IntoView + use<> {
        let (summary_words, same): (Vec<&ComparisonRow>, Vec<&ComparisonRow>) = rows
            .iter()
            .filter(|r| r.metric.group() == group)
            .partition(|r| !is_same_source(r));
        // Sources that are alike everywhere are told as one row, so that the sum still adds up on the page.
        let rest = (!same.is_empty()).then(|| self.other_sources(&same));
        let mut cells: Vec<AnyView> = summary_words.iter().map(|row| self.row(row).into_any()).collect();
        if let Some(rest) = rest {
            let before_total = cells.len().saturating_sub(1);
            cells.insert(before_total, rest.into_any());
        }
        let head = words::group_name(group, base, self.lang, self.unit);
        view! {
            <tbody>
                <tr class="gr"><th colspan=(1 + 2 * self.ids.len()).to_string() scope="rowgroup">{head}</th></tr>
                {cells}
            </tbody>
        }
    }

    fn row(&self, row: &ComparisonRow) -> impl IntoView + use<> {
        let name = words::metric_name(&row.metric, &self.plan, self.lang);
        let unit = words::metric_unit(row, &self.plan, self.lang, self.unit);
        let key = row.metric.key();
        let cells = row
            .cells
            .iter()
            .zip(&self.ids)
            .map(|(cell, id)| self.cell(row, &key, id, cell.as_ref()))
            .collect_view();
        view! {
            <tr>
                <th scope="row">
                    <span class="hd"><span class="cut" title=name.clone()>{name.clone()}</span><span class="mut">{unit}</span></span>
                </th>
                {cells}
            </tr>
        }
    }

    fn cell(
        &self,
        row: &ComparisonRow,
        key: &str,
        id: &str,
        cell: Option<&crate::engine::compare::ComparisonCell>,
    ) -> AnyView {
        let on = id == self.shown;
        let Some(cell) = cell else {
            return view! { <td class="v" class:on=on></td><td class:on=on></td> }.into_any();
        };
        let value = words::figure(row, cell, self.lang, self.unit);
        let test = format!("compare-{key}-{id}");
        let sign = cell.sign.map(|sign| view! { <SignGlyph sign lang=self.lang/> });
        let difference_words = words::difference(row, cell, self.lang, self.unit);
        let class = match (&difference_words, cell.difference) {
            (Some(w), _) if w == "=" => "num eq",
            (Some(_), Some(difference)) => match row.better.news(difference) {
                News::Good => "num dl up",
                News::Bad => "num dl dn",
                News::Neutral => "num dl",
            },
            _ => "num",
        };
        let difference = difference_words.map(|difference_words| {
            let spoken = words::spoken_difference(&difference_words, self.lang);
            view! { <span aria-hidden="true">{difference_words}</span><span class="vh">{spoken}</span> }
        });
        view! {
            <td class="num v" class:on=on data-test=test.clone() data-value=cell.value.to_string()>{sign}{value}</td>
            <td class=class class:on=on data-test=format!("{test}-difference")
                data-value=cell.difference.map(|d| d.to_string())>{difference}</td>
        }
        .into_any()
    }

    /// One row for all sources that bring the same in every scenario.
    fn other_sources(&self, same: &[&ComparisonRow]) -> impl IntoView + use<> {
        let name = words::other_sources(same.len(), self.lang);
        let total: f64 = same.iter().filter_map(|r| r.cells.first()?.map(|c| c.value)).sum();
        let value = crate::formats::number::money(total, self.unit, self.lang);
        let cells = self
            .ids
            .iter()
            .enumerate()
            .map(|(place, id)| {
                let on = *id == self.shown;
                let spoken = words::spoken_difference("=", self.lang);
                let equal = (place > 0).then(|| view! { <span aria-hidden="true">"="</span><span class="vh">{spoken}</span> });
                view! {
                    <td class="num v" class:on=on data-test=format!("compare-source-rest-{id}") data-value=total.to_string()>{value.clone()}</td>
                    <td class="num eq" class:on=on>{equal}</td>
                }
            })
            .collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    }

    /// The inputs that differ; amounts are in the money rows.
    fn inputs(&self, overrides: &[&Overrides]) -> Option<impl IntoView + use<>> {
        let rows: Vec<_> = differing_settings(&self.plan, overrides)
            .into_iter()
            .filter(|(key, _)| !matches!(key, crate::edit::describe::SettingKey::Amount(_)))
            .collect();
        if rows.is_empty() {
            return None;
        }
        let rows = rows
            .into_iter()
            .map(|(key, values)| {
                let name = words::setting_name(&self.plan, &key, self.lang);
                let base = values.first().cloned();
                let cells = values
                    .into_iter()
                    .zip(&self.ids)
                    .map(|(value, id)| {
                        let as_base = base.as_ref().is_some_and(|b| value.same(b));
                        let summary_words = words::setting_value(&self.plan, &value, self.lang, self.unit);
                        let on = *id == self.shown;
                        view! {
                            <td colspan="2" class="in" class:on=on class:eq=as_base title=summary_words.clone()>
                                <span class="cut">{summary_words.clone()}</span>
                            </td>
                        }
                    })
                    .collect_view();
                view! { <tr><th scope="row"><span class="cut" title=name.clone()>{name.clone()}</span></th>{cells}</tr> }
            })
            .collect_view();
        Some(view! {
            <tbody data-test="compare-inputs">
                <tr class="gr">
                    <th colspan=(1 + 2 * self.ids.len()).to_string() scope="rowgroup">
                        {crate::i18n::texts(self.lang).scenarios.inputs_group}
                    </th>
                </tr>
                {rows}
            </tbody>
        })
    }
}

/// Whether a row is a source that brings the same in every scenario.
fn is_same_source(row: &ComparisonRow) -> bool {
    matches!(row.metric, Metric::Source(_))
        && row
            .cells
            .iter()
            .all(|c| c.is_some_and(|c| c.difference.is_none_or(|d| d.abs() < 1e-6)))
}
