//! The compared scenarios drawn on shared axes: targets, money by source, and targets by month in small charts.

use super::columns::columns;
use crate::app::{Workspace, use_prefs, use_workspace};
use crate::charts::{ChartView, Palette, Run, Scene, compare_attainment, compare_sources, multiples, multiples_down};
use crate::ui::widgets::Chart;
use leptos::prelude::*;

/// Draws one of the charts from the scenarios of the comparison.
type Draw = fn(&Scene, &[Run]) -> ChartView;

/// The charts under the comparison.
#[component]
pub fn CompareCharts() -> impl IntoView {
    let workspace = use_workspace();
    let columns = columns(workspace);
    let enough = Memo::new(move |_| columns.with(Vec::len) >= 2);
    view! {
        <Show when=move || enough.get()>
            <div class="sc-charts">
                <div class="panel"><Chart view=drawn(workspace, columns, compare_attainment)/></div>
                <div class="panel"><Chart view=drawn(workspace, columns, compare_sources)/></div>
                <div class="panel sc-multiples" style=move || format!("--down:{}", columns.with(|c| multiples_down(c.len())))>
                    <Chart view=drawn(workspace, columns, multiples)/>
                </div>
            </div>
        </Show>
    }
}

fn drawn(workspace: Workspace, columns: Memo<Vec<String>>, draw: Draw) -> Signal<ChartView> {
    let prefs = use_prefs();
    // Each change gives other drawings; comparing them would cost more than drawing.
    let draw_all = move |_: Option<&ChartView>| {
        let ids = columns.get();
        let plan = workspace.plan().get();
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
        draw(&scene, &runs)
    };
    Memo::new_with_compare(draw_all, |_, _| true).into()
}
