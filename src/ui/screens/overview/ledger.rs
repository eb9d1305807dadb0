//! The targets: one row each, read across for one target, down to compare.

use super::context::OverviewContext;
use super::target_row::TargetRow;
use crate::formats::number::month_label;
use crate::ui::prelude::*;
use crate::ui::use_deferred_loader;
use crate::ui::widgets::{Dialog, Rows};

/// Panel of the targets.
#[component]
pub fn Ledger() -> impl IntoView {
    let page = OverviewContext::new();
    let loader = use_deferred_loader();
    let ids = Memo::new(move |_| page.plan().lines.iter().map(|l| l.id.clone()).collect::<Vec<_>>());
    let open = RwSignal::new(false);
    let chosen_line = RwSignal::new(String::new());
    let show = Callback::new(move |id: String| {
        chosen_line.set(id);
        open.set(true);
    });
    let title = move || {
        let (plan, lang) = (page.plan(), page.lang());
        plan.line(&chosen_line.get())
            .map_or_else(String::new, |l| l.name.get(lang).to_owned())
    };
    view! {
        <section class="panel led" aria-label=move || page.t().targets>
            <Head count=Signal::derive(move || ids.with(Vec::len))/>
            <Show
                when=move || ids.with(|ids| !ids.is_empty())
                fallback=move || view! { <p class="empty">{move || page.t().no_targets}</p> }
            >
                <ul class="rows">
                    <Rows each=move || ids.get() key=Clone::clone let:id>
                        <TargetRow id on_open=show/>
                    </Rows>
                </ul>
            </Show>
            <Dialog open=open title=Signal::derive(title) test="line-detail">
                {loader.show(move |rest| (rest.target)(chosen_line))}
            </Dialog>
        </section>
    }
}

#[component]
fn Head(count: Signal<usize>) -> impl IntoView {
    let page = OverviewContext::new();
    let t = move || page.t();
    view! {
        <div class="tgh">
            <h2>{move || format!("{} {}", count.get(), t().targets.to_lowercase())}</h2>
            <div class="num">{move || t().head_recognised} <br/> {move || t().head_goal}</div>
            <div class="lg">
                <span><i class="k1"></i>{move || t().key_recognised}</span>
                <span><i class="k5"></i>{move || t().key_submitted}</span>
                <span><i class="k4"></i>{move || t().key_goal}</span>
                <span><i class="k6"></i>{move || t().key_compared}</span>
            </div>
            <div class="num">{move || page.prefs.t().risk.chance}</div>
            <div>{move || t().by_month_head}<MonthAxis/></div>
            <div>{move || t().why}</div>
        </div>
    }
}

/// Names of every third month, once for all rows.
#[component]
fn MonthAxis() -> impl IntoView {
    let page = OverviewContext::new();
    let calendar = Memo::new(move |_| page.plan().calendar);
    let marks = move || {
        let (calendar, lang) = (calendar.get(), page.lang());
        let months = calendar.months.max(1);
        let step = months.div_ceil(5).max(1);
        (0..months)
            .step_by(step)
            .map(|t| {
                let middle = (t as f64 + 0.5) * 100.0 / months as f64;
                let place = match t {
                    0 => "left:0".to_owned(),
                    _ if t + 1 == months => "right:0".to_owned(),
                    _ => format!("left:{middle:.2}%;transform:translateX(-50%)"),
                };
                view! { <span style=place>{month_label(calendar.month(t), calendar.start, lang)}</span> }
            })
            .collect_view()
    };
    view! { <div class="mon-ax" aria-hidden="true">{marks}</div> }
}
