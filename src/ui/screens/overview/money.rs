//! Charts of the run, one at a time: cash, recognition, money by source and target, causes of loss.

use super::page::Page;
use crate::charts::{ChartView, Palette, Run, Scene, cash, causes, money_by_line, money_flow, recognised};
use crate::engine::sample::Risk;
use crate::ui::prelude::*;
use crate::ui::widgets::{Chart, Choice, Seg};

/// Which chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Cash,
    Recognised,
    Sources,
    Flow,
    Causes,
}

impl Shown {
    const ALL: [Shown; 5] = [
        Shown::Cash,
        Shown::Recognised,
        Shown::Sources,
        Shown::Flow,
        Shown::Causes,
    ];

    fn value(self) -> &'static str {
        match self {
            Shown::Cash => "cash",
            Shown::Recognised => "recognised",
            Shown::Sources => "sources",
            Shown::Flow => "flow",
            Shown::Causes => "causes",
        }
    }

    fn word(self, page: Page) -> &'static str {
        let t = page.t();
        match self {
            Shown::Cash => t.chart_cash,
            Shown::Recognised => t.chart_recognised,
            Shown::Sources => t.chart_sources,
            Shown::Flow => t.chart_flow,
            Shown::Causes => t.chart_causes,
        }
    }

    fn draw(self, scene: &Scene, run: &Run, risk: Option<&Risk>) -> ChartView {
        match self {
            Shown::Cash => cash(scene, run),
            Shown::Recognised => recognised(scene, run, risk),
            Shown::Sources => money_by_line(scene, run),
            Shown::Flow => money_flow(scene, run),
            Shown::Causes => causes(scene, run),
        }
    }
}

/// Panel with one of the charts.
#[component]
pub fn Money() -> impl IntoView {
    let page = Page::new();
    let shown = RwSignal::new(Shown::Cash);
    let choices = move || {
        let choice = |s: Shown| Choice::new(s.value(), s.word(page));
        Shown::ALL.map(choice).to_vec()
    };
    let choose = Callback::new(move |value: String| {
        if let Some(chosen) = Shown::ALL.into_iter().find(|s| s.value() == value) {
            shown.set(chosen);
        }
    });
    view! {
        <section class="panel mny" aria-label=move || page.t().money_chart>
            <Seg
                choices=Signal::derive(choices)
                value=Signal::derive(move || shown.get().value().to_owned())
                on_choose=choose
                label=Signal::derive(move || page.t().money_chart.to_owned())
                test="overview-chart"
            />
            // A chart is made for one drawing: another choice is another chart.
            {move || one(page, shown.get())}
        </section>
    }
}

fn one(page: Page, shown: Shown) -> impl IntoView {
    let palette = Palette::css();
    // Each move gives another drawing; comparing them would cost more than drawing.
    let view = Memo::new_with_compare(
        move |_| {
            let sampled = if shown == Shown::Recognised {
                page.sampled()
            } else {
                None
            };
            page.drawn(&palette, |scene, run| {
                shown.draw(scene, run, sampled.as_ref().map(|s| s.risk.as_ref()))
            })
        },
        |_, _| true,
    );
    view! { <Chart view=view dragging=page.dragging/> }
}
