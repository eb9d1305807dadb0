//! Month cell of a target: cumulative recognised units in steps, the goal, rounds, slowed months.

use crate::charts::inline::{STEPS_BASE, STEPS_GOAL, STEPS_HEIGHT, STEPS_WIDTH, Steps};
use crate::ui::prelude::*;

/// A month cell.
#[component]
pub fn MonthSteps(
    /// What it shows.
    #[prop(into)]
    steps: Signal<Steps>,
    /// The same in words.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <svg
            class="mon"
            viewBox=format!("0 0 {STEPS_WIDTH} {STEPS_HEIGHT}")
            preserveAspectRatio="none"
            role="img"
            aria-label=label
        >
            <path d=move || steps.with(|s| s.slowed.clone()) fill="var(--flood)"></path>
            <path d=format!("M0 {}H{STEPS_WIDTH}", STEPS_BASE + 0.5) stroke="var(--line-strong)"></path>
            <path d=move || steps.with(|s| s.rounds.clone()) stroke="var(--ink)" stroke-width="1.5"></path>
            <path d=move || steps.with(|s| s.band.clone()) fill="var(--band)"></path>
            <path d=format!("M0 {STEPS_GOAL}H{STEPS_WIDTH}") stroke="var(--goal)" stroke-dasharray="3 2"></path>
            <path d=move || steps.with(|s| s.line.clone()) fill="none" stroke="var(--accent)" stroke-width="2"></path>
        </svg>
    }
}
