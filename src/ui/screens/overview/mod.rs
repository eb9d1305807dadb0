//! Screen *Tổng quan*: causes left, effects right, the finding above.

mod assumptions;
mod bound;
mod context;
mod detail;
mod detail_tables;
mod detail_years;
mod events;
mod fixes;
mod guard_list;
mod guards;
mod ledger;
mod money;
mod order;
mod print_head;
mod rules;
mod sentence;
mod source_row;
mod sources;
mod target_row;
mod worth;

pub use target_row::verdict_kind;

use crate::ui::prelude::*;

/// Screen *Tổng quan*.
#[component]
pub fn OverviewScreen() -> impl IntoView {
    context::OverviewContext::provide();
    view! {
        <Patterns/>
        <print_head::PrintHead/>
        <div class="ov">
            <sentence::Sentence/>
            <div class="lev">
                <sources::Sources/>
                <assumptions::Assumptions/>
            </div>
            <div class="res">
                <ledger::Ledger/>
                <div class="bot">
                    <money::Money/>
                    <worth::WorthPanel/>
                    <guards::Guards/>
                </div>
            </div>
        </div>
        <guard_list::PrintGuards/>
        <print_head::PrintReasons/>
    }
}

/// Draws the details of the target with this id.
pub fn target(id: RwSignal<String>) -> AnyView {
    view! { <detail::Detail id/> }.into_any()
}

/// Draws all guards in full, in a dialog that is open while the signal says so.
pub fn guards_in_full(open: RwSignal<bool>) -> AnyView {
    view! { <guard_list::GuardsInFull open/> }.into_any()
}

/// Hatching used by the drawings of the screen: red = missing, amber = waiting.
#[component]
fn Patterns() -> impl IntoView {
    let hatch = |id: &'static str, colour: &'static str| {
        view! {
            <pattern id=id width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path d="M0 0v4" stroke=colour stroke-width="1.7"></path>
            </pattern>
        }
    };
    view! {
        <svg width="0" height="0" class="ov-defs" aria-hidden="true">
            <defs>{hatch("hz", "var(--bad)")} {hatch("hr", "var(--risk)")}</defs>
        </svg>
    }
}
