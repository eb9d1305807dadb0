//! Money against score, with the compared scenarios as points.

use crate::app::{MOST_COMPARED, use_optimiser, use_prefs, use_workspace};
use crate::charts::{ChartView, frontier};
use crate::optimise::share_of_money;
use crate::platform::timer::{self, Timer};
use crate::ui::prelude::*;
use crate::ui::scene::draw_all;
use crate::ui::widgets::Chart;

/// Milliseconds after the last change of the scenario at which its frontier is computed.
const REST: u32 = 250;

/// The chart; it grows point by point.
#[component]
pub fn FrontierPanel() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let scenario_ids = Memo::new(move |_| -> Vec<String> {
        // The base first, the one shown next, then the others of the comparison.
        let mut ids = vec![workspace.base_id().get()];
        for id in std::iter::once(workspace.scenario_id().get()).chain(workspace.comparison().get()) {
            if !ids.contains(&id) && ids.len() < MOST_COMPARED {
                ids.push(id);
            }
        }
        ids
    });
    // The line has points where the scenarios are, so that their distance from it is a computed one.
    let also = Memo::new(move |_| -> Vec<f64> {
        let of = workspace.evaluation().get();
        let ids = scenario_ids.get();
        let shares = ids
            .iter()
            .filter_map(|id| share_of_money(&of.inputs, &workspace.evaluation_of(id).inputs));
        shares.collect()
    });
    let guards = Memo::new(move |_| optimiser.draft().with(|a| (a.per_head, a.arrears)));
    let pending = StoredValue::new_local(None::<Timer>);
    Effect::new(move |_| {
        workspace.evaluation().track();
        // Read, not only tracked: a memo that nobody has read follows nothing.
        guards.get();
        let also = also.get();
        pending.set_value(timer::after(REST, move || optimiser.draw_frontier(also)));
    });
    on_cleanup(move || optimiser.leave_frontier());
    let draw = move |_: Option<&ChartView>| {
        let of = workspace.evaluation().get();
        let guarded_points = optimiser.guarded_frontier().get();
        draw_all(workspace, prefs, &scenario_ids.get(), |scene, runs| {
            optimiser
                .frontier()
                .with(|points| frontier(scene, points, &guarded_points, &of.inputs, runs))
        })
    };
    let view = Memo::new_with_compare(draw, |_, _| true);
    // Without goals every plan scores the same.
    let goals = Memo::new(move |_| {
        let evaluation = workspace.evaluation().get();
        evaluation.outcome.lines.iter().any(|l| l.goal > 0.0)
    });
    view! {
        <section
            hidden=move || !goals.get()
            class="panel op-front"
            data-test="frontier"
            data-value=move || optimiser.frontier_left().get().to_string()
            data-guarded=move || optimiser.guarded_frontier().with(Vec::len).to_string()
        >
            <Chart view=view/>
            <p class="op-text mut">{move || prefs.t().optimise.frontier_hand}</p>
        </section>
    }
}
