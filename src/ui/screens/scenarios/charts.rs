//! The compared scenarios drawn on shared axes: targets, money by source, and targets by month in small charts.

use super::columns::columns;
use crate::app::{Workspace, use_prefs, use_workspace};
use crate::charts::{ChartView, Run, Scene, compare_attainment, compare_sources, multiples, multiples_down};
use crate::ui::prelude::*;
use crate::ui::scene::draw_all;
use crate::ui::widgets::Chart;

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
                <div class="panel"><Chart view=draw_compared(workspace, columns, compare_attainment)/></div>
                <div class="panel"><Chart view=draw_compared(workspace, columns, compare_sources)/></div>
                <div class="panel sc-multiples" style=move || format!("--down:{}", columns.with(|c| multiples_down(c.len())))>
                    <Chart view=draw_compared(workspace, columns, multiples)/>
                </div>
            </div>
        </Show>
    }
}

fn draw_compared(workspace: Workspace, columns: Memo<Vec<String>>, draw: Draw) -> Signal<ChartView> {
    let prefs = use_prefs();
    // Each change gives other drawings; comparing them would cost more than drawing.
    let view = move |_: Option<&ChartView>| draw_all(workspace, prefs, &columns.get(), draw);
    Memo::new_with_compare(view, |_, _| true).into()
}
