//! The list of results of which one is chosen.

use super::page::Page;
use crate::charts::measure_id;
use crate::engine::sample::Measure;
use crate::i18n::risk::measure_name;
use crate::ui::prelude::*;

/// Results of the whole plan, beside the joint chance.
pub const WHOLE: [Measure; 4] = [Measure::Score, Measure::Missing, Measure::Debt, Measure::Community];

/// Results to choose from.
fn measures(page: Page) -> Vec<Measure> {
    let lines = (0..page.plan().lines.len()).map(Measure::Units);
    [Measure::Joint].into_iter().chain(WHOLE).chain(lines).collect()
}

/// What a result is known by in the list.
fn key(page: Page, m: Measure) -> String {
    match m {
        Measure::Units(line) => page
            .plan()
            .lines
            .get(line)
            .map_or_else(String::new, |l| format!("units:{}", l.id)),
        whole => measure_id(whole).to_owned(),
    }
}

/// The list.
#[component]
pub fn MeasurePick(
    /// The one chosen.
    measure: RwSignal<Measure>,
    /// `data-test` name.
    test: &'static str,
) -> impl IntoView {
    let page = Page::new();
    let options = move || {
        let option = |m: Measure| {
            view! { <option value=key(page, m) prop:selected=move || measure.get() == m>{measure_name(&page.plan(), m, page.lang())}</option> }
        };
        measures(page).into_iter().map(option).collect_view()
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        if let Some(found) = untrack(|| measures(page).into_iter().find(|m| key(page, *m) == value)) {
            measure.set(found);
        }
    };
    view! {
        <label class="pick">
            <span>{move || page.t().measure}</span>
            <select data-test=test on:change=choose>{options}</select>
        </label>
    }
}
