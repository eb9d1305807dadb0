//! Screen *Tiến độ*: what starts when, with the money of each month below and the state of one month beside.

mod cash;
mod chart;
mod detail;
mod hand;
mod milestones;
mod moves;
mod page;
pub(super) mod sheet;
mod state;

use crate::ui::prelude::*;

/// Screen *Tiến độ*.
#[component]
pub fn TimelineScreen() -> impl IntoView {
    page::Page::provide();
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
