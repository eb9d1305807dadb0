//! Screen *Kịch bản*: the scenarios of the plan, and two to six of them side by side.

mod actions;
mod charts;
pub(super) mod columns;
mod list;
pub(super) mod marker;
mod print_head;
mod row;
mod sign;
mod table;

use crate::ui::prelude::*;
use charts::CompareCharts;
use list::ScenarioList;
use table::Comparison;

/// Screen *Kịch bản*.
#[component]
pub fn ScenariosScreen() -> impl IntoView {
    view! {
        <print_head::PrintHead/>
        <div class="sc">
            <ScenarioList/>
            <div class="sc-right">
                <Comparison/>
                <CompareCharts/>
            </div>
        </div>
    }
}
