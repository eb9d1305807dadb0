//! Money against score, with the compared scenarios as points.

use crate::app::{MOST_COMPARED, use_optimiser, use_prefs, use_workspace};
use crate::charts::{ChartView, Palette, Run, Scene, frontier};
use crate::platform::timer::{self, Timer};
use crate::ui::widgets::Chart;
use leptos::prelude::*;

/// Milliseconds after the last change of the scenario at which its frontier is computed.
const REST: u32 = 250;

/// The chart; it grows point by point.
#[component]
pub fn FrontierPanel() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let guards = Memo::new(move |_| optimiser.asked().with(|a| (a.per_head, a.arrears)));
    let pending = StoredValue::new_local(None::<Timer>);
    Effect::new(move |_| {
        workspace.evaluation().track();
        guards.track();
        pending.set_value(timer::after(REST, move || optimiser.draw_frontier()));
    });
    on_cleanup(move || optimiser.leave_frontier());
    let draw = move |_: Option<&ChartView>| {
        let plan = workspace.plan().get();
        let base = workspace.base_id().get();
        let shown = workspace.scenario_id().get();
        let mut ids = vec![base.clone()];
        // The base first, the one shown next, then the others of the comparison.
        let others = std::iter::once(shown).chain(workspace.compared().get());
        for id in others {
            if !ids.contains(&id) && ids.len() < MOST_COMPARED {
                ids.push(id);
            }
        }
        let results: Vec<_> = ids.iter().map(|id| workspace.evaluation_of(id)).collect();
        let runs: Vec<Run> = ids
            .iter()
            .zip(&results)
            .map(|(id, evaluation)| Run {
                scenario: plan.scenario(id),
                evaluation,
            })
            .collect();
        let palette = Palette::css();
        let scene = Scene {
            plan: &plan,
            lang: prefs.lang().get(),
            unit: prefs.money_unit().get(),
            palette: &palette,
        };
        let of = workspace.evaluation().get();
        let guarded = optimiser.guarded_frontier().get();
        optimiser
            .frontier()
            .with(|points| frontier(&scene, points, &guarded, &of.inputs, &runs))
    };
    let view = Memo::new_with_compare(draw, |_, _| true);
    view! {
        <section
            class="panel op-front"
            data-test="frontier"
            data-value=move || optimiser.frontier_left().get().to_string()
        >
            <Chart view=view/>
            <p class="op-text mut">{move || prefs.t().optimise.frontier_hand}</p>
        </section>
    }
}
