//! Money of each month on the same axis: needed against released, what waits, the first month of shortage.

use super::chart::place;
use super::context::TimelineContext;
use super::sheet::{Cell, sheet};
use crate::formats::number::{money, money_unit_name};
use crate::ui::prelude::*;
use crate::ui::widgets::Dialog;

/// The two rows of money below the starts.
#[component]
pub fn CashRows() -> impl IntoView {
    let page = TimelineContext::get();
    let columns = move || {
        page.cash.with(|c| {
            let n = c.months.len();
            let month = |(t, m): (usize, &crate::charts::gantt::CashMonth)| {
                let [need, free] = m.heights.map(|h| format!("height:{:.1}%", h * 100.0));
                let short = c.shortage.is_some_and(|s| s.0 == t);
                view! {
                    <div class=if short { "gcol short" } else { "gcol" } style=place(t as f64, t as f64 + 1.0, n)>
                        <i class="n" style=need><span>{m.words[0].clone()}</span></i>
                        <i class="f" style=free><span>{m.words[1].clone()}</span></i>
                    </div>
                }
            };
            c.months.iter().enumerate().map(month).collect::<Vec<_>>()
        })
    };
    let waiting = move || {
        page.cash.with(|c| {
            let n = c.months.len();
            let month = |(t, m): (usize, &crate::charts::gantt::CashMonth)| {
                let first = c.shortage.is_some_and(|s| s.0 == t);
                let class = match (first, c.peak == Some(t)) {
                    (true, _) => "short",
                    (false, true) => "peak",
                    (false, false) => "",
                };
                let words = if first {
                    format!("▲\u{a0}{}", m.words[2])
                } else {
                    m.words[2].clone()
                };
                view! { <span class=class style=place(t as f64, t as f64 + 1.0, n)>{words}</span> }
            };
            c.months.iter().enumerate().map(month).collect::<Vec<_>>()
        })
    };
    let sentence = move || {
        let words = page.cash.with(|c| c.sentence.clone());
        let words = words.unwrap_or_else(|| page.t().no_shortage.to_owned());
        format!("{}: {words}", page.t().cash)
    };
    view! {
        <div class="gt-r gt-cash">
            <div class="gt-n">
                <b>{move || page.t().cash}</b>
                <span class="mut">{move || page.t().billion}</span>
                <span class="k"><i class="k-need"></i>{move || page.t().cash_need}</span>
                <span class="k"><i class="k-free"></i>{move || page.t().cash_free}</span>
            </div>
            <div class="gt-t" role="img" aria-label=sentence>{columns}</div>
        </div>
        <div class="gt-r gt-wait">
            <div class="gt-n">{move || page.t().cash_waiting}</div>
            <div class="gt-t">{waiting}</div>
        </div>
        <Months/>
    }
}

/// The table behind the drawing.
#[component]
fn Months() -> impl IntoView {
    let page = TimelineContext::get();
    let title = Signal::derive(move || page.t().cash.to_owned());
    view! {
        <Dialog open=page.table_open title test="timeline-months">
            <div class="in scroll-x">
                {move || {
                    let (t, lang, unit) = (page.t(), page.lang(), page.prefs.money_unit().get());
                    let names = page.gantt.with(|g| g.names.clone());
                    let unit_name = money_unit_name(unit, lang);
                    let head = [t.month, t.cash_need, t.cash_free, t.cash_waiting];
                    let head = head.iter().enumerate().map(|(i, h)| {
                        if i == 0 { (*h).to_owned() } else { format!("{h} ({unit_name})") }
                    });
                    let rows = page.cash.with(|c| {
                        c.months
                            .iter()
                            .zip(&names)
                            .enumerate()
                            .map(|(i, (m, name))| {
                                let cell = |what: &str, v: f64| {
                                    Cell::named(money(v, unit, lang), format!("month-{i}-{what}"), v)
                                };
                                vec![
                                    Cell::text(name.clone()),
                                    cell("need", m.need),
                                    cell("free", m.free),
                                    cell("waiting", m.waiting),
                                ]
                            })
                            .collect()
                    });
                    sheet("sheet", head.collect(), rows)
                }}
            </div>
        </Dialog>
    }
}
