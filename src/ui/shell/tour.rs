//! Three steps for the first visit. Nothing is blocked meanwhile; dismissed once, it is gone for good.

use crate::app::use_prefs;
use crate::i18n::shell::tour_step;
use crate::ui::prelude::*;

const LAST: usize = 2;

/// The tour, until it is dismissed.
#[component]
pub fn Tour() -> impl IntoView {
    let prefs = use_prefs();
    view! {
        <Show when=move || !prefs.tour_dismissed().get()>
            <TourPanel/>
        </Show>
    }
}

#[component]
fn TourPanel() -> impl IntoView {
    let prefs = use_prefs();
    let step = RwSignal::new(0_usize);
    let words = move || {
        let steps = &prefs.t().shell.tour_steps;
        steps.get(step.get()).copied().unwrap_or_default()
    };
    let next = move |_| {
        if step.get_untracked() >= LAST {
            prefs.set_tour_dismissed(true);
        } else {
            step.update(|s| *s += 1);
        }
    };
    view! {
        <aside class="tour" aria-label=move || prefs.t().shell.tour data-test="tour">
            <div aria-live="polite">
                <p class="sm mut">{move || tour_step(step.get() + 1, prefs.lang().get())}</p>
                <h2>{move || words().0}</h2>
                <p>{move || words().1}</p>
            </div>
            <div class="row">
                <button
                    type="button"
                    class="btn quiet"
                    data-test="tour-dismiss"
                    on:click=move |_| prefs.set_tour_dismissed(true)
                >
                    {move || prefs.t().shell.tour_later}
                </button>
                <span class="grow"></span>
                <button
                    type="button"
                    class="btn"
                    disabled=move || step.get() == 0
                    on:click=move |_| step.update(|s| *s = s.saturating_sub(1))
                >
                    {move || prefs.t().shell.tour_back}
                </button>
                <button type="button" class="btn" data-test="tour-next" on:click=next>
                    {move || {
                        let t = &prefs.t().shell;
                        if step.get() == LAST { t.tour_done } else { t.tour_next }
                    }}
                </button>
            </div>
        </aside>
    }
}
