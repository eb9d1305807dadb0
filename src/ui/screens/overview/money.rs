//! Charts of the run, one at a time: cash, recognition, money by source and target, causes of loss.

use super::context::OverviewContext;
use crate::app::listed;
use crate::charts::{ChartView, Palette, Run, Scene, cash, causes, money_by_line, money_flow, recognised};
use crate::engine::sample::Risk;
use crate::ui::prelude::*;
use crate::ui::widgets::{Chart, Choice, Seg};

listed! {
    /// Charts of the money panel, of which one is shown.
    enum MoneyChart {
        Cash = "cash",
        Recognised = "recognised",
        Sources = "sources",
        Flow = "flow",
        Causes = "causes",
    }
}

impl MoneyChart {
    fn word(self, page: OverviewContext) -> &'static str {
        let t = page.t();
        match self {
            MoneyChart::Cash => t.chart_cash,
            MoneyChart::Recognised => t.chart_recognised,
            MoneyChart::Sources => t.chart_sources,
            MoneyChart::Flow => t.chart_flow,
            MoneyChart::Causes => t.chart_causes,
        }
    }

    fn draw(self, scene: &Scene, run: &Run, risk: Option<&Risk>) -> ChartView {
        match self {
            MoneyChart::Cash => cash(scene, run),
            MoneyChart::Recognised => recognised(scene, run, risk),
            MoneyChart::Sources => money_by_line(scene, run),
            MoneyChart::Flow => money_flow(scene, run),
            MoneyChart::Causes => causes(scene, run),
        }
    }
}

/// Panel with one of the charts.
#[component]
pub fn Money() -> impl IntoView {
    let page = OverviewContext::new();
    let chart = RwSignal::new(MoneyChart::Cash);
    let choices = move || {
        let choice = |s: MoneyChart| Choice::new(s.name(), s.word(page));
        MoneyChart::ALL.map(choice).to_vec()
    };
    let choose = Callback::new(move |value: String| {
        if let Some(next) = MoneyChart::ALL.into_iter().find(|s| s.name() == value) {
            chart.set(next);
        }
    });
    view! {
        <section class="panel mny" aria-label=move || page.t().money_chart>
            <Seg
                choices=Signal::derive(choices)
                value=Signal::derive(move || chart.get().name().to_owned())
                on_choose=choose
                label=Signal::derive(move || page.t().money_chart.to_owned())
                test="overview-chart"
            />
            // A chart is made for one drawing: another choice is another chart.
            {move || one(page, chart.get())}
        </section>
    }
}

fn one(page: OverviewContext, chart: MoneyChart) -> impl IntoView {
    let palette = Palette::css();
    // Each move gives another drawing; comparing them would cost more than drawing.
    let view = Memo::new_with_compare(
        move |_| {
            let sampled_risk = if chart == MoneyChart::Recognised {
                page.risk()
            } else {
                None
            };
            page.draw(&palette, |scene, run| {
                chart.draw(scene, run, sampled_risk.as_ref().map(|s| s.risk.as_ref()))
            })
        },
        |_, _| true,
    );
    view! { <Chart view=view dragging=page.dragging/> }
}
