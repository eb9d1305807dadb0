//! What no plan can exceed, beside the score.

use super::context::OverviewContext;
use crate::i18n::optimise as words;
use crate::optimise::{bound, is_light};
use crate::platform::timer::{self, Timer};
use crate::ui::prelude::*;

/// Milliseconds after the last move at which the bound of a large plan is computed.
const REST: u32 = 200;

/// The bound of the scenario shown: with every move, or, for plans too large for that ([`is_light`]), when the hand
/// rests; meanwhile the old one is dimmed.
#[component]
pub fn Bound() -> impl IntoView {
    let page = OverviewContext::new();
    let live = Memo::new(move |_| {
        let evaluation = page.evaluation();
        is_light(&evaluation.inputs).then(|| bound(&evaluation.inputs))
    });
    let latest = RwSignal::new(None::<f64>);
    let waiting = RwSignal::new(false);
    let pending = StoredValue::new_local(None::<Timer>);
    Effect::new(move |_| {
        let evaluation = page.evaluation();
        if is_light(&evaluation.inputs) {
            pending.set_value(None);
            return;
        }
        waiting.set(true);
        pending.set_value(timer::after(REST, move || {
            let _ = latest.try_set(Some(bound(&evaluation.inputs)));
            let _ = waiting.try_set(false);
        }));
    });
    let bound_shown = Memo::new(move |_| live.get().or_else(|| latest.get()));
    let words = move || {
        bound_shown
            .get()
            .map_or_else(String::new, |b| words::at_most(b, page.lang()))
    };
    view! {
        <small
            class="kpi-max"
            class:mut=move || live.get().is_none() && waiting.get()
            data-test="bound"
            data-value=move || bound_shown.get().map(|b| b.to_string())
            title=move || words::bound_hint(page.lang())
        >
            {words}
        </small>
    }
}
