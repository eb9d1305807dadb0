//! The state of everything at the end of the month looked at.

use super::context::TimelineContext;
use super::sheet::{Cell, sheet};
use crate::charts::gantt::{CommuneState, DueState, LineState, SourceState};
use crate::formats::number::{count, date_iso, exact, money, money_unit_name};
use crate::i18n::timeline::{commune_heads, due_this_month, end_of, phase};
use crate::ui::prelude::*;

/// The panel beside the drawing.
#[component]
pub fn MonthPanel() -> impl IntoView {
    let page = TimelineContext::get();
    let heading = move || {
        let t = page.cursor.get();
        page.gantt
            .with(|g| end_of(g.names.get(t).map_or("", String::as_str), page.lang()))
    };
    let lines = move || {
        let (t, lang) = (page.t(), page.lang());
        let row = |l: &LineState| {
            let p = &l.progress;
            let cell =
                |what: &str, text: String, value: f64| Cell::named(text, format!("state-{}-{what}", l.id), value);
            let units = |what: &str, n: f64| cell(what, count(n, n.max(20.0), lang), n);
            let recognised = format!("{} / {}", count(p.recognised, l.goal, lang), exact(l.goal, lang));
            vec![
                Cell::text(l.name.clone()),
                units("started", p.started),
                units("in-progress", p.in_progress),
                units("waiting", p.waiting_for_round.max(0.0)),
                cell("recognised", recognised, p.recognised),
            ]
        };
        let head = [t.line, t.started, t.in_progress, t.waiting_round, t.recognised];
        let rows = page.state.with(|s| s.lines.iter().map(row).collect());
        sheet("w1 tl-t", head.map(str::to_owned).to_vec(), rows)
    };
    let sources = move || {
        let (t, lang, unit) = (page.t(), page.lang(), page.prefs.money_unit().get());
        let row = |s: &SourceState| {
            let cell = |what: &str, v: f64| Cell::named(money(v, unit, lang), format!("state-{}-{what}", s.id), v);
            vec![
                Cell::text(s.name.clone()),
                cell("free", s.free),
                cell("paid", s.paid),
                cell("left", s.left),
            ]
        };
        let head = [t.source, t.free, t.paid, t.left];
        let rows = page.state.with(|s| s.sources.iter().map(row).collect());
        sheet("w1 tl-t tl-src", head.map(str::to_owned).to_vec(), rows)
    };
    let communes = move || {
        let (t, lang) = (page.t(), page.lang());
        let row = |c: &CommuneState| {
            let phase = Cell {
                text: phase(c.phase, lang).to_owned(),
                test: (!c.id.is_empty()).then(|| format!("state-commune-{}", c.id)),
                value: None,
            };
            vec![Cell::text(c.name.clone()), Cell::text(c.line.clone()), phase]
        };
        let rows: Vec<_> = page.state.with(|s| s.communes.iter().map(row).collect());
        let [who, state] = commune_heads(lang);
        let head = [who, t.line, state];
        (!rows.is_empty()).then(|| sheet("w1 tl-t tl-com", head.map(str::to_owned).to_vec(), rows))
    };
    let due = move || {
        let lang = page.lang();
        let row = |d: &DueState| {
            let owner = if d.owner.is_empty() {
                String::new()
            } else {
                format!(" ({})", d.owner)
            };
            let milestone_words = format!("{}: {}{owner}", date_iso(&d.due), d.name);
            view! { <li data-test="state-due" data-value=d.due.clone()>{milestone_words}</li> }
        };
        let rows: Vec<_> = page.state.with(|s| s.due.iter().map(row).collect());
        (!rows.is_empty()).then(|| {
            view! {
                <p class="tl-wait"><span>{due_this_month(lang)}</span></p>
                <ul class="in">{rows}</ul>
            }
        })
    };
    let unit = move || money_unit_name(page.prefs.money_unit().get(), page.lang());
    view! {
        <section class="panel tl-state" aria-live="off">
            <header><h2 data-test="state-month">{heading}</h2><span class="grow"></span><span class="unit">{unit}</span></header>
            {lines}
            {sources}
            {communes}
            {due}
            <p class="tl-wait">
                <span>{move || page.t().waiting}</span>
                <b data-test="state-waiting" data-value=move || page.state.with(|s| s.waiting.to_string())>
                    {move || page.state.with(|s| s.waiting_words.clone())}
                </b>
            </p>
        </section>
    }
}
