//! Bullet bar of a target: recognised, submitted, what is missing, on a scale of 0–160 % of the goal.

use crate::charts::inline::{BULLET_END, BULLET_GOAL, BULLET_WIDTH, Bullet};
use crate::ui::prelude::*;

/// A bullet bar. The goal lies at the same place in every row. Needs the pattern `#hz` in the page.
#[component]
pub fn BulletBar(
    /// What it shows.
    #[prop(into)]
    bullet: Signal<Bullet>,
    /// The same in words.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let width = move || bullet.with(|b| b.submitted);
    let short = move || bullet.with(Bullet::shortfall);
    let solid = move || bullet.with(|b| b.recognised);
    let visible = |is_shown: bool| if is_shown { "visible" } else { "hidden" };
    let has_submitted = move || visible(width() > 0.0);
    let has_short = move || visible(short() > 0.0 && bullet.with(|b| *b != Bullet::default()));
    let beyond = move || visible(bullet.with(|b| b.beyond));
    let compared_length = move || {
        bullet
            .with(|b| b.compared)
            .map_or_else(String::new, |x| format!("M{x} 22l4 7h-8z"))
    };
    view! {
        <svg class="bul" viewBox=format!("0 0 {BULLET_WIDTH} 30") role="img" aria-label=label>
            <path d=format!("M0 14.5H{BULLET_WIDTH}") stroke="var(--line)"></path>
            <rect
                x=".5" y="7.5" height="14" width=width fill="var(--band)" stroke="var(--band-ink)"
                visibility=has_submitted
            ></rect>
            <rect
                x=solid y="10" height="9" width=short fill="url(#hz)" stroke="var(--bad)"
                visibility=has_short
            ></rect>
            <rect x="0" y="10" height="9" width=solid fill="var(--accent)"></rect>
            <path
                d=format!("M{} 9l3.5 5.5-3.500 5.5M{BULLET_END} 9l3.5 5.5-3.500 5.5", BULLET_END - 4.0)
                fill="none" stroke="var(--band-ink)" stroke-width="1.3"
                visibility=beyond
            ></path>
            <path d=format!("M{BULLET_GOAL} 2v25") stroke="var(--goal)" stroke-width="2.5"></path>
            <path d=compared_length fill="var(--panel)" stroke="var(--ink-2)" stroke-width="1.2"></path>
        </svg>
    }
}
