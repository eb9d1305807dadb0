//! Details of a line: its starts as a table, and where they are spread.

use super::hand::settle;
use super::moves::{Grip, Wish, reset_line};
use super::page::Page;
use super::sheet::{Cell, sheet};
use crate::charts::gantt::{Row, RowKind};
use crate::formats::number::{date_iso, exact};
use crate::ui::prelude::*;
use crate::ui::widgets::Dialog;

/// The dialog.
#[component]
pub fn Details() -> impl IntoView {
    let page = Page::get();
    let title = Signal::derive(move || {
        let lang = page.lang();
        let id = page.detail.get();
        let name = |p: &std::sync::Arc<crate::model::Plan>| p.line(&id).map(|l| l.name.get(lang).to_owned());
        page.work.plan().with(name).unwrap_or_default()
    });
    view! {
        <Dialog open=page.detail_open title test="timeline-details">
            <div class="tl-d">
                <div class="scroll-x">{move || starts(page)}</div>
                <Spread/>
            </div>
        </Dialog>
    }
}

/// The starts of the line, and the three dates of communes known by name.
fn starts(page: Page) -> AnyView {
    let (t, lang, line) = (page.t(), page.lang(), page.detail.get());
    let plan = page.work.plan().get();
    let (rows, names) = page.scene(|scene, run| {
        // Not the drawing's rows: there the line may be folded.
        let open = std::collections::BTreeSet::new();
        let bars = crate::engine::timeline(&run.evaluation.inputs);
        let rows = crate::charts::gantt::rows(scene, run, &bars, &open);
        let own = rows.into_iter().filter(|r| r.line == line && r.kind == RowKind::Start);
        (own.collect::<Vec<Row>>(), page.gantt.with(|g| g.names.clone()))
    });
    let named = rows.iter().any(|r| r.commune.is_some());
    let mut head = vec![t.starts, t.units, t.start, t.finish, t.round];
    if named {
        head.extend([t.target_year, t.decision_date, t.money_date]);
    }
    let month = |at: Option<usize>| at.and_then(|at| names.get(at)).map_or("", String::as_str).to_owned();
    let cells = |row: &Row| {
        let bar = row.bar.as_ref()?;
        let round = if bar.round.is_some() {
            month(bar.round)
        } else {
            t.never.to_owned()
        };
        let mut cells = vec![
            Cell::text(row.label.clone()),
            Cell::text(exact(bar.units, lang)),
            Cell::text(month(Some(bar.start))),
            Cell::text(month(bar.finish)),
            Cell::text(round),
        ];
        if named {
            let id = row.commune.clone().unwrap_or_default();
            let commune = plan.communes.iter().find(|c| c.id == id);
            let year = commune.and_then(|c| c.target_year).map(|y| y.to_string());
            let date = |iso: Option<&String>| iso.map(|iso| date_iso(iso)).unwrap_or_default();
            for (what, text) in [
                ("target-year", year.unwrap_or_default()),
                ("decision-date", date(commune.map(|c| &c.decision_date))),
                ("money-date", date(commune.map(|c| &c.money_date))),
            ] {
                cells.push(Cell {
                    text,
                    test: Some(format!("commune-{id}-{what}")),
                    value: None,
                });
            }
        }
        Some(cells)
    };
    let rows = rows.iter().filter_map(cells).collect();
    sheet("sheet", head.into_iter().map(str::to_owned).collect(), rows)
}

/// First and last month of the starts, and back to evenly.
#[component]
fn Spread() -> impl IntoView {
    let page = Page::get();
    let span = Memo::new(move |_| {
        let line = page.detail.get();
        let run = page.work.evaluation().get();
        let wanted = run.inputs.lines.iter().find(|l| l.id == line).map(|l| &l.wanted);
        let any = |n: &usize| *n > 0;
        let first = wanted.and_then(|w| w.iter().position(any)).unwrap_or(0);
        (first, wanted.and_then(|w| w.iter().rposition(any)).unwrap_or(first))
    });
    let chosen = RwSignal::new(span.get_untracked());
    Effect::watch(move || span.get(), move |now, _, _| chosen.set(*now), false);
    let grip = move || {
        let (plan, run) = (page.work.plan_untracked(), page.work.evaluation().get_untracked());
        let scenario = page.work.scenario_id().get_untracked();
        let line = page.detail.get_untracked();
        Grip::new(&plan, &run, &scenario, &line, span.get_untracked().0, 0).map(|g| (g, run))
    };
    let spread = move |_| {
        let (a, b) = chosen.get_untracked();
        let wish = Wish::Spread(a.min(b), a.max(b));
        if let Some((grip, before)) = grip() {
            page.work.preview(grip.command(&before, wish));
            if !page.work.read_only().get_untracked() {
                settle(page, &grip, &before, wish);
            }
        }
    };
    let reset = move |_| {
        let plan = page.work.plan_untracked();
        let scenario = page.work.scenario_id().get_untracked();
        let t = page.t_untracked();
        match reset_line(&plan, &scenario, &page.detail.get_untracked()) {
            Some(command) => {
                if page.work.dispatch(command) {
                    page.said.set(t.reset_done.to_owned());
                }
            }
            None => page.toasts.show(t.as_planned_already),
        }
    };
    let months = move |test: &'static str, word: fn(Page) -> &'static str, last: bool| {
        let value = move || {
            let (a, b) = chosen.get();
            (if last { b } else { a }).to_string()
        };
        let options = move || {
            let own = value();
            let option = |(t, name): (usize, String)| {
                let selected = t.to_string() == own;
                view! { <option value=t.to_string() prop:selected=selected>{name}</option> }
            };
            page.gantt
                .with(|g| g.names.clone())
                .into_iter()
                .enumerate()
                .map(option)
                .collect::<Vec<_>>()
        };
        view! {
            <label class="pick">
                <span>{move || word(page)}</span>
                <select
                    data-test=test
                    disabled=page.work.read_only()
                    on:change=move |event| {
                        let month = event_target_value(&event).parse::<usize>().unwrap_or(0);
                        chosen.update(|c| if last { c.1 = month } else { c.0 = month });
                    }
                >
                    {options}
                </select>
            </label>
        }
    };
    view! {
        <h3>{move || page.t().spread}</h3>
        <div class="tl-sp">
            {months("spread-from", |p| p.t().from_month, false)}
            {months("spread-to", |p| p.t().to_month, true)}
            <button type="button" class="btn pri" data-test="spread-now" disabled=page.work.read_only() on:click=spread>
                {move || page.t().spread_now}
            </button>
            <button type="button" class="btn" data-test="spread-reset" disabled=page.work.read_only() on:click=reset>
                {move || page.t().reset_line}
            </button>
        </div>
    }
}
