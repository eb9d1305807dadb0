//! Screen *Tiến độ*: what starts when, with the money of each month below and the state of one month beside.

mod cash;
mod chart;
mod context;
mod detail;
mod hand;
mod milestones;
mod moves;
pub(super) mod sheet;
mod state;

use crate::ui::prelude::*;

/// Screen *Tiến độ*.
#[component]
pub fn TimelineScreen() -> impl IntoView {
    context::TimelineContext::provide();
    view! {
        <div class="tl">
            <chart::Timeline/>
            <div class="tl-side">
                <state::MonthPanel/>
                <milestones::Milestones/>
            </div>
        </div>
        <detail::Details/>
    }
}
