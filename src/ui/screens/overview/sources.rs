//! The levers: the sources of money, their total, and how the total stands to the report.

use super::context::OverviewContext;
use super::source_row::{SourceRow, colour};
use crate::engine::compare::Better;
use crate::engine::reconcile;
use crate::formats::number::{money, money_unit_name, percent, signed_money};
use crate::i18n::overview::reconciliation_line;
use crate::model::Origin;
use crate::ui::prelude::*;
use crate::ui::widgets::{Delta, OriginMark, Rows, judge_difference};

/// Panel of the sources.
#[component]
pub fn Sources() -> impl IntoView {
    let page = OverviewContext::new();
    let ids = Memo::new(move |_| page.plan().sources.iter().map(|s| s.id.clone()).collect::<Vec<_>>());
    let unit = move || {
        let t = page.t();
        let name = money_unit_name(page.unit(), page.lang());
        format!("{name}, {} {}", t.sources_unit, page.reference_year())
    };
    let title = move || format!("{} {}", page.t().sources, page.plan().calendar.start.year);
    view! {
        <section class="panel p1">
            <header><h2>{title}</h2><span class="unit">{unit}</span></header>
            <div class="key" aria-hidden="true">
                <span><i class="k1"></i>{move || page.t().key_spent}</span>
                <span><i class="k2"></i>{move || page.t().key_other}</span>
                <span><i class="k3"></i>{move || page.t().key_left}</span>
                <span><i class="k4"></i>{move || format!("{} {}", page.t().key_reference, page.reference_year())}</span>
            </div>
            <Show
                when=move || ids.with(|ids| !ids.is_empty())
                fallback=move || view! { <p class="empty">{move || page.t().no_sources}</p> }
            >
                <ul>
                    <Rows each=move || ids.get() key=Clone::clone let:id>
                        <SourceRow id/>
                    </Rows>
                </ul>
                <Total/>
            </Show>
        </section>
    }
}

#[component]
fn Total() -> impl IntoView {
    let page = OverviewContext::new();
    let total = Memo::new(move |_| page.evaluation().inputs.sources.iter().map(|s| s.amount).sum::<f64>());
    let reference = Memo::new(move |_| page.plan().sources.iter().map(|s| s.reference.value).sum::<f64>());
    let difference = Memo::new(move |_| total.get() - reference.get());
    // Depends on the reported figures alone, which no lever moves.
    let reported_figures = Memo::new(move |_| page.plan().reported.clone());
    let stated_total = Memo::new(move |_| {
        reported_figures.with(|_| ());
        reconcile(&page.work.plan_untracked())
            .into_iter()
            .find(|r| r.id == "resources-sum")
    });
    let line = move || {
        stated_total.with(|s| {
            reconciliation_line(
                page.reference_year(),
                reference.get(),
                s.as_ref(),
                page.unit(),
                page.lang(),
            )
        })
    };
    let delta = move || signed_money(difference.get(), page.unit(), page.lang());
    let origin = Signal::derive(move || Origin::Derived {
        formula: page.t().total_formula.into(),
    });
    view! {
        <div class="tot">
            <b>{move || page.t().total} " " <OriginMark origin/></b>
            <b class="num" data-test="sources-total" data-value=move || total.get().to_string()>
                {move || money(total.get(), page.unit(), page.lang())}
            </b>
            <span class="sm mut">{line}</span>
            <span class="sm num">
                <Delta
                    text=Signal::derive(delta)
                    news=Signal::derive(move || judge_difference(Better::More, difference.get()))
                />
            </span>
            <Shares/>
        </div>
    }
}

/// Shares of the sources as one bar.
#[component]
fn Shares() -> impl IntoView {
    let page = OverviewContext::new();
    let parts = Memo::new(move |_| {
        let e = page.evaluation();
        let total: f64 = e.inputs.sources.iter().map(|s| s.amount).sum();
        let mut from = 0.0;
        let part = |(i, s): (usize, &crate::engine::SourceInputs)| {
            let share = if total > 0.0 { s.amount / total } else { 0.0 };
            from += share;
            (colour(&s.id, i), from - share, share)
        };
        e.inputs.sources.iter().enumerate().map(part).collect::<Vec<_>>()
    });
    let label = move || {
        let (plan, lang) = (page.plan(), page.lang());
        let words: Vec<String> = parts.with(|parts| {
            let one = |(source, part): (&crate::model::Source, &(String, f64, f64))| {
                format!("{} {}", source.name.get(lang), percent(part.2, 0, lang))
            };
            plan.sources.iter().zip(parts).map(one).collect()
        });
        format!("{}: {}", page.t().shares, words.join(", "))
    };
    let count = Memo::new(move |_| parts.with(Vec::len));
    let bar = move |i: usize| {
        let of =
            move |f: fn(&(String, f64, f64)) -> String| move || parts.with(|p| p.get(i).map_or_else(String::new, f));
        view! {
            <rect
                y="0" height="8"
                x=of(|p| format!("{:.2}", p.1 * 380.0))
                width=of(|p| format!("{:.2}", (p.2 * 380.0 - 0.6).max(0.0)))
                fill=of(|p| p.0.clone())
            ></rect>
        }
    };
    view! {
        <svg class="stk" viewBox="0 0 380 8" preserveAspectRatio="none" role="img" aria-label=label>
            {move || (0..count.get()).map(bar).collect_view()}
        </svg>
    }
}
