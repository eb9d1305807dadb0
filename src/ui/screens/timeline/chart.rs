//! The drawing: months across, starts down, money of the months below.

use super::cash::CashRows;
use super::context::TimelineContext;
use super::hand;
use super::moves::reset_all;
use crate::app::Screen;
use crate::charts::gantt::{GanttBar, Piece, PieceKind, Row, RowKind, gantt_key, gantt_svg};
use crate::charts::{ChartView, Palette};
use crate::i18n::timeline::Timeline as Words;
use crate::ui::prelude::*;
use crate::ui::widgets::SaveButtons;

/// The panel with the drawing.
#[component]
pub fn Timeline() -> impl IntoView {
    let page = TimelineContext::get();
    let months = Memo::new(move |_| page.gantt.with(|g| g.months.len()));
    let closed_months = Memo::new(move |_| page.gantt.with(|g| g.closed));
    let style = move || {
        format!(
            "--n:{};--t:{};--closed:{}",
            months.get(),
            page.cursor.get() + 1,
            closed_months.get()
        )
    };
    view! {
        <section class="panel tl-main" aria-label=move || page.t().gantt>
            <Head/>
            <Empty/>
            <div
                class="gt"
                class:ro=page.work.read_only()
                style=style
                on:pointerdown=move |event| hand::press(page, &event)
                on:pointermove=move |event| hand::drag(page, &event)
                on:pointerup=move |_| hand::release(page)
                on:pointercancel=move |_| {
                    hand::give_up(page);
                }
                on:click=move |event| hand::click(page, &event)
                on:dblclick=move |_| hand::double_click(page)
                on:keydown=move |event| hand::key(page, &event)
            >
                <div class="gt-in">
                    <Months/>
                    <div role="group" aria-label=move || page.t().gantt>
                        {move || page.gantt.with(|g| rows(page.t(), &g.rows, g.months.len()))}
                    </div>
                    <CashRows/>
                    <i class="gt-cur" aria-hidden="true"></i>
                    <Show when=move || closed_months.get() != 0>
                        <i class="gt-closed" aria-hidden="true"></i>
                    </Show>
                </div>
            </div>
            <p class="vh" role="status" data-test="timeline-said">{move || page.announcement.get()}</p>
        </section>
    }
}

/// Buttons that save the drawing as a picture.
#[component]
fn Save() -> impl IntoView {
    let page = TimelineContext::get();
    let view = Signal::derive(move || {
        let (first, rest) = page.gantt.with(|g| g.finding.clone());
        let title = format!("{first} {rest}").trim().trim_end_matches('.').to_owned();
        ChartView {
            key: gantt_key(page.t(), &Palette::light()),
            ..ChartView::of_drawing("timeline", page.lang(), title, "")
        }
    });
    let drawing = Callback::new(move |()| {
        let (t, palette) = (page.t_untracked(), Palette::light());
        let draw = |g: &_| page.cash.with_untracked(|c| gantt_svg(g, c, t, &palette));
        Some(page.gantt.with_untracked(draw))
    });
    view! { <SaveButtons view drawing/> }
}

/// The finding, the key, and what concerns all lines.
#[component]
fn Head() -> impl IntoView {
    let page = TimelineContext::get();
    let reset = move |_| {
        let plan = page.work.plan_untracked();
        let t = page.t_untracked();
        match reset_all(&plan, &page.work.scenario_id().get_untracked()) {
            Some(command) => {
                if page.work.dispatch(command) {
                    page.announcement.set(t.reset_done.to_owned());
                }
            }
            None => page.toasts.show(t.as_planned_already),
        }
    };
    let key = move |class: &'static str, word: fn(&Words) -> &'static str| {
        view! { <span class="k"><i class=class></i>{move || word(page.t())}</span> }
    };
    view! {
        <div class="tl-bar">
            <Save/>
            <p data-test="timeline-finding">
                <b>{move || page.gantt.with(|g| g.finding.0.clone())}</b>
                " "
                {move || page.gantt.with(|g| g.finding.1.clone())}
                " "
                <span class="mut" data-test="timeline-closed" data-value=move || page.gantt.with(|g| g.closed.to_string())>
                    {move || page.gantt.with(|g| g.closed_words.clone())}
                </span>
                " "
                <span class="risk" data-test="cash-shortage" data-value=move || page.cash.with(|c| c.shortage.map(|s| s.0.to_string()))>
                    {move || page.cash.with(|c| c.sentence.clone().map(|s| format!("▲ {s}.")))}
                </span>
                <span class="mut">{move || page.cash.with(|c| c.shortage.is_none().then(|| page.t().no_shortage))}</span>
            </p>
            <span class="grow"></span>
            <div class="tl-key" title=move || page.t().hint>
                {key("k-w", |t| t.key_work)}
                {key("k-s", |t| t.key_slowed)}
                {key("k-a", |t| t.key_waiting)}
                {key("k-r", |t| t.key_round)}
                {key("k-n", |t| t.key_never)}
                {key("k-m", |t| t.key_not_started)}
            </div>
            <div class="tl-acts no-print">
                <button type="button" class="btn small" data-test="timeline-table" on:click=move |_| page.table_open.set(true)>
                    {move || page.t().table}
                </button>
                <button
                    type="button"
                    class="btn small"
                    data-test="timeline-reset"
                    title=move || page.t().as_planned_hint
                    disabled=page.work.read_only()
                    on:click=reset
                >
                    {move || page.t().as_planned}
                </button>
            </div>
        </div>
    }
}

/// What to do where nothing starts.
#[component]
fn Empty() -> impl IntoView {
    let page = TimelineContext::get();
    let why = Memo::new(move |_| {
        page.gantt.with(|g| match (g.starts, g.wanted) {
            (true, _) => None,
            (false, true) => Some((page.t().no_money, page.t().to_overview, Screen::Overview)),
            (false, false) if page.work.plan().with(|p| p.lines.is_empty()) => {
                Some((page.t().no_lines, page.t().to_data, Screen::Data))
            }
            (false, false) => Some((page.t().no_goals, page.t().to_data, Screen::Data)),
        })
    });
    move || {
        why.get().map(|(words, to, screen)| {
            view! {
                <p class="empty" data-test="timeline-empty">
                    {words} " " <a href=format!("#{}", screen.hash())>{to}</a>
                </p>
            }
        })
    }
}

/// Month columns and the month looked at.
#[component]
fn Months() -> impl IntoView {
    let page = TimelineContext::get();
    let name = move || {
        let t = page.cursor.get();
        page.gantt.with(|g| g.names.get(t).cloned().unwrap_or_default())
    };
    let heads = move || {
        page.gantt.with(|g| {
            let n = g.months.len();
            let slow_spans = g.slowed.iter().map(|s| {
                let style = place(s.from as f64, s.to as f64 + 1.0, n);
                view! { <i class="fl" style=style title=s.name.clone()>{s.name.clone()}</i> }
            });
            let names = g.months.iter().enumerate().map(|(t, m)| {
                view! { <span style=place(t as f64, t as f64 + 1.0, n)>{m.clone()}</span> }
            });
            (slow_spans.collect::<Vec<_>>(), names.collect::<Vec<_>>())
        })
    };
    view! {
        <div class="gt-r gt-h">
            <label class="gt-n" for="month-cursor">{move || page.t().cursor}": "<b>{name}</b></label>
            <div class="gt-t" data-test="gantt-months">
                {heads}
                <input
                    type="range"
                    id="month-cursor"
                    class="gt-c no-print"
                    data-test="month-cursor"
                    data-value=move || page.cursor.get().to_string()
                    min="1"
                    max=move || page.gantt.with(|g| g.months.len().to_string())
                    title=move || page.t().cursor_hint
                    aria-valuetext=name
                    prop:value=move || (page.cursor.get() + 1).to_string()
                    on:input=move |event| {
                        let month = event_target_value(&event).parse::<usize>().unwrap_or(1);
                        page.look_at(month.saturating_sub(1));
                    }
                />
            </div>
        </div>
    }
}

/// Place of a span on a track of `n` months.
pub fn place(from: f64, to: f64, n: usize) -> String {
    let n = n.max(1) as f64;
    format!("left:{:.3}%;width:{:.3}%", from / n * 100.0, (to - from) / n * 100.0)
}

fn rows(t: &'static Words, rows: &[Row], n: usize) -> Vec<AnyView> {
    rows.iter().enumerate().map(|(i, r)| row(t, i, r, n)).collect()
}

fn row(t: &'static Words, index: usize, row: &Row, n: usize) -> AnyView {
    let first = !row.name.is_empty();
    let class = match (row.kind, first) {
        (RowKind::Milestones, _) => "gt-r ms",
        (RowKind::NotStarted, false) => "gt-r miss",
        (RowKind::NotStarted, true) => "gt-r miss first",
        (_, true) => "gt-r first",
        (_, false) => "gt-r",
    };
    let is_folded = row.kind == RowKind::Folded;
    let name = (first && !row.line.is_empty()).then(|| {
        let (glyph, title) = if is_folded {
            ("▸", t.expand)
        } else {
            ("▾", t.collapse)
        };
        view! {
            <button
                type="button"
                class="gt-f no-print"
                data-do="fold"
                data-line=row.line.clone()
                data-test=format!("gantt-fold-{}", row.line)
                aria-expanded=(!is_folded).to_string()
                aria-label=format!("{title}: {}", row.name)
                title=title
            >
                {glyph}
            </button>
        }
    });
    let label = (!row.line.is_empty()).then(|| {
        view! {
            <button
                type="button"
                class="gt-l"
                data-do="open"
                data-line=row.line.clone()
                tabindex=if first { "0" } else { "-1" }
                title=row.label.clone()
            >
                {row.label.clone()}
            </button>
        }
    });
    let pieces: Vec<_> = row.pieces.iter().map(|p| piece(p, n)).collect();
    let bar = row.bar.as_ref().map(|b| bar(index, row, b, n));
    view! {
        <div
            class=class
            style=format!("--c:{};--on:{}", row.colours.0, row.colours.1)
            data-test="gantt-row"
            data-line=row.line.clone()
        >
            <div class="gt-n">{name}<b title=row.name.clone()>{row.name.clone()}</b>{label}</div>
            <div class="gt-t">{pieces}{bar}</div>
        </div>
    }
    .into_any()
}

fn piece(p: &Piece, n: usize) -> impl IntoView + use<> {
    let class = match p.kind {
        PieceKind::Slow => "fl",
        PieceKind::Tick => "tk",
        PieceKind::Fold => "fo",
        PieceKind::Wait => "wa",
        PieceKind::Round => "ro",
        PieceKind::Never => "nv",
        PieceKind::NotStarted => "ns",
        PieceKind::Flag => "fg",
        PieceKind::Note => "nt",
    };
    let title = (!p.text.is_empty()).then(|| p.text.clone());
    view! { <i class=class style=place(p.from, p.to, n) title=title><span>{p.text.clone()}</span></i> }
}

fn bar(index: usize, row: &Row, b: &GanttBar, n: usize) -> impl IntoView + use<> {
    let start = b.start as f64;
    let length = (b.end - start).max(0.1);
    let slow_spans: Vec<_> = b
        .slowed
        .iter()
        .map(|(from, to)| {
            let part = |v: usize| (v as f64 - start) / length * 100.0;
            let style = format!("left:{:.2}%;width:{:.2}%", part(*from), part(*to) - part(*from));
            view! { <i class="sl" style=style></i> }
        })
        .collect();
    let class = match (b.round.is_some(), b.under_way) {
        (false, _) => "gb never",
        (true, true) => "gb fixed",
        (true, false) => "gb",
    };
    let month = |t: Option<usize>| t.map(|t| t.to_string());
    view! {
        <div
            class=class
            role="slider"
            tabindex=if row.name.is_empty() { "-1" } else { "0" }
            style=place(start, b.end, n)
            data-test="gantt-bar"
            data-row=index.to_string()
            data-line=row.line.clone()
            data-commune=row.commune.clone()
            data-start=b.start.to_string()
            data-value=b.start.to_string()
            data-units=b.units.to_string()
            data-finish=month(b.finish)
            data-round=month(b.round)
            aria-label=b.spoken.clone()
            aria-valuemin="1"
            aria-valuemax=n.to_string()
            aria-valuenow=(b.start + 1).to_string()
            aria-valuetext=b.spoken.clone()
            title=b.spoken.clone()
        >
            {slow_spans}
            <span>{b.text.clone()}</span>
            <i class="gh"></i>
        </div>
    }
}
