//! Details of a line: its starts as a table, and where they are spread.

use super::context::TimelineContext;
use super::hand::settle;
use super::moves::{Grip, Wish, reset_line};
use super::sheet::{Cell, sheet};
use crate::charts::gantt::{Row, RowKind};
use crate::formats::number::{date_iso, exact};
use crate::model::LineId;
use crate::ui::prelude::*;
use crate::ui::widgets::{Dialog, Select};

/// First and last month.
type Months = (usize, usize);

/// Dialog of one line: its starts as a table, and where they are spread.
#[component]
pub fn Details() -> impl IntoView {
    let page = TimelineContext::get();
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
fn starts(page: TimelineContext) -> AnyView {
    let (t, lang, line) = (page.t(), page.lang(), page.detail.get());
    let plan = page.work.plan().get();
    let (rows, names) = page.scene(|scene, run| {
        // Not the drawing's rows: there the line may be folded.
        let open = std::collections::BTreeSet::new();
        let bars = crate::engine::lay_out_bars(&run.evaluation.inputs);
        let rows = crate::charts::gantt::rows(scene, run, &bars, &open);
        let own = rows.into_iter().filter(|r| r.line == line && r.kind == RowKind::Start);
        (own.collect::<Vec<Row>>(), page.gantt.with(|g| g.names.clone()))
    });
    let has_names = rows.iter().any(|r| r.commune.is_some());
    let mut head = vec![t.starts, t.units, t.start, t.finish, t.round];
    if has_names {
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
        if has_names {
            let id = row.commune.clone().unwrap_or_default();
            let commune = plan.commune(&id);
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
    let page = TimelineContext::get();
    let span = Memo::new(move |_| {
        let line = page.detail.get();
        let run = page.work.evaluation().get();
        let wanted_starts = run.inputs.lines.iter().find(|l| l.id == line).map(|l| &l.wanted);
        let any = |n: &usize| *n > 0;
        let first = wanted_starts.and_then(|w| w.iter().position(any)).unwrap_or(0);
        (
            first,
            wanted_starts.and_then(|w| w.iter().rposition(any)).unwrap_or(first),
        )
    });
    // The months chosen, and the line and its months that they were chosen instead of.
    let choice = RwSignal::new(None::<(LineId, Months, Months)>);
    let chosen_span = Memo::new(move |_| {
        let (line, now) = (page.detail.get(), span.get());
        let own = choice.get().filter(|(of, before, _)| *of == line && *before == now);
        own.map_or(now, |(_, _, months)| months)
    });
    let grip = move || {
        let (plan, run) = (page.work.plan_untracked(), page.work.evaluation().get_untracked());
        let scenario = page.work.scenario_id().get_untracked();
        let line = page.detail.get_untracked();
        Grip::new(&plan, &run, &scenario, &line, span.get_untracked().0, 0).map(|g| (g, run))
    };
    let spread = move |_| {
        let (a, b) = chosen_span.get_untracked();
        let wish = Wish::Spread(a.min(b), a.max(b));
        if let Some((grip, before)) = grip() {
            page.work.preview(grip.command(&before, wish));
            if !page.work.read_only().get_untracked() && settle(page, &grip, &before, wish) {
                choice.set(None);
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
                    page.announcement.set(t.reset_done.to_owned());
                }
            }
            None => page.toasts.show(t.as_planned_already),
        }
    };
    let months = move |test: &'static str, word: fn(TimelineContext) -> &'static str, last: bool| {
        let value = Signal::derive(move || {
            let (from, to) = chosen_span.get();
            (if last { to } else { from }).to_string()
        });
        let choices = Signal::derive(move || {
            let names = page.gantt.with(|g| g.names.clone()).into_iter().enumerate();
            names.map(|(t, name)| (t.to_string(), name)).collect::<Vec<_>>()
        });
        let choose = Callback::new(move |value: String| {
            let month = value.parse::<usize>().unwrap_or(0);
            let (from, to) = chosen_span.get_untracked();
            let months = if last { (from, month) } else { (month, to) };
            choice.set(Some((page.detail.get_untracked(), span.get_untracked(), months)));
        });
        view! {
            <label class="pick">
                <span>{move || word(page)}</span>
                <Select test choices value on_choose=choose disabled=page.work.read_only()/>
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
