//! Charts of the scenario shown: a fan for each target, distributions, what matters most.

use super::measure_pick::{MeasurePick, WHOLE};
use super::sobol::{Sobol, SobolBar};
use crate::charts::{ChartView, Palette, Scene, fan, spread, tornado};
use crate::engine::sample::{Measure, Risk};
use crate::ui::context::{ScreenContext, use_screen};
use crate::ui::prelude::*;
use crate::ui::scene::scene_of;
use crate::ui::widgets::{Chart, Rows};

/// A chart of the samples of the scenario shown; the last one stays while there is none.
fn draw_risk(
    page: ScreenContext,
    draw: impl Fn(&Scene, &Risk) -> Option<ChartView> + Send + Sync + 'static,
) -> Signal<Option<ChartView>> {
    Memo::new_with_compare(
        move |before: Option<&Option<ChartView>>| {
            let palette = Palette::css();
            let plan = page.plan();
            let scene = scene_of(&plan, page.prefs, &palette);
            let now = page.risk_of(&page.scenario_id()).and_then(|s| draw(&scene, &s.risk));
            now.or_else(|| before.cloned().flatten())
        },
        |_, _| true,
    )
    .into()
}

/// A chart once there are samples, its place before.
#[component]
pub fn ChartOfRisk(
    /// The chart; `None` until there are samples to draw.
    view: Signal<Option<ChartView>>,
    /// Whether a newer one is being worked out; as the samples of the scenario shown, if it is not given.
    #[prop(optional, into)]
    stale: Option<Signal<bool>>,
) -> impl IntoView {
    let page = use_screen();
    let there = Memo::new(move |_| view.with(Option::is_some));
    let stale = move || match stale {
        Some(own) => own.get(),
        None => page.risk_of(&page.scenario_id()).is_none_or(|s| s.stale),
    };
    view! {
        <div class="panel rk-chart" class:old=stale>
            <Show when=move || there.get() fallback=move || view! { <p class="empty">{move || page.texts().risk.computing}</p> }>
                {view.get_untracked().map(|first| {
                    let whole = Memo::new_with_compare(move |_| view.get().unwrap_or_else(|| first.clone()), |_, _| true);
                    view! { <Chart view=whole/> }
                })}
            </Show>
        </div>
    }
}

/// A fan for each target.
#[component]
pub fn Fans() -> impl IntoView {
    let page = use_screen();
    let ids = Memo::new(move |_| page.plan().lines.iter().map(|l| l.id.clone()).collect::<Vec<_>>());
    view! {
        <section class="rk-part" aria-label=move || page.texts().risk.fans>
            <h2>{move || page.texts().risk.fans}</h2>
            <div class="rk-fans">
                <Rows each=move || ids.get() key=Clone::clone let:id>
                    <ChartOfRisk view=draw_risk(page, move |scene, risk| {
                        let line = scene.plan.lines.iter().position(|l| l.id == id)?;
                        fan(scene, risk, line)
                    })/>
                </Rows>
            </div>
        </section>
    }
}

/// Distributions of the results of the whole plan.
#[component]
pub fn Spreads() -> impl IntoView {
    let page = use_screen();
    let one = move |measure: Measure| {
        view! { <ChartOfRisk view=draw_risk(page, move |scene, risk| Some(spread(scene, risk, measure)))/> }
    };
    view! {
        <section class="rk-part" aria-label=move || page.texts().risk.spreads>
            <h2>{move || page.texts().risk.spreads}</h2>
            <div class="rk-spreads">{WHOLE.map(one)}</div>
        </section>
    }
}

/// What matters most for a chosen result.
#[component]
pub fn Drivers() -> impl IntoView {
    let page = use_screen();
    let measure = RwSignal::new(Measure::Joint);
    let sobol = Sobol::new(page);
    let chart = draw_risk(page, move |scene, risk| {
        let measure = measure.get();
        let influences = page.risks.influences(&page.scenario_id(), measure)?;
        let mean = match measure {
            Measure::Joint => risk.joint.chance,
            Measure::Score => risk.score.mean,
            Measure::Missing => risk.missing.mean,
            Measure::Debt => risk.debt.mean,
            Measure::Community => risk.community.mean,
            // Between the two ends of the bars that swing least: the samples keep no mean of a line.
            Measure::Units(_) => {
                let middles: Vec<f64> = influences.iter().map(|(_, i)| (i.low + i.high) / 2.0).collect();
                middles.iter().sum::<f64>() / middles.len().max(1) as f64
            }
        };
        let indices = sobol.indices(measure);
        Some(tornado(scene, measure, mean, &influences, indices.as_ref()))
    });
    view! {
        <section class="rk-part rk-drivers">
            <MeasurePick measure test="risk-measure"/>
            <ChartOfRisk view=chart/>
            <p class="mini mut">{move || page.texts().risk.tornado_note}</p>
            <SobolBar sobol measure/>
        </section>
    }
}
