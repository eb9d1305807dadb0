//! The list of results of which one is chosen.

use crate::charts::measure_id;
use crate::engine::sample::Measure;
use crate::i18n::risk::measure_name;
use crate::ui::context::{ScreenContext, use_screen};
use crate::ui::prelude::*;
use crate::ui::widgets::Select;

/// Results of the whole plan, beside the joint chance.
pub const WHOLE: [Measure; 4] = [Measure::Score, Measure::Missing, Measure::Debt, Measure::Community];

/// Results to choose from.
fn measures(page: ScreenContext) -> Vec<Measure> {
    let lines = (0..page.plan().lines.len()).map(Measure::Units);
    [Measure::Joint].into_iter().chain(WHOLE).chain(lines).collect()
}

/// What a result is known by in the list.
fn key(page: ScreenContext, m: Measure) -> String {
    match m {
        Measure::Units(line) => page
            .plan()
            .lines
            .get(line)
            .map_or_else(String::new, |l| format!("units:{}", l.id)),
        whole => measure_id(whole).to_owned(),
    }
}

/// List of the results of the plan and of its lines.
#[component]
pub fn MeasurePick(
    /// The one chosen.
    measure: RwSignal<Measure>,
    /// `data-test` name.
    test: &'static str,
) -> impl IntoView {
    let page = use_screen();
    let choices = Signal::derive(move || {
        let (plan, lang) = (page.plan(), page.lang());
        let choice = |m| (key(page, m), measure_name(&plan, m, lang));
        measures(page).into_iter().map(choice).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |value: String| {
        if let Some(choice) = untrack(|| measures(page).into_iter().find(|m| key(page, *m) == value)) {
            measure.set(choice);
        }
    });
    view! {
        <label class="pick">
            <span>{move || page.texts().risk.measure}</span>
            <Select test choices value=Signal::derive(move || key(page, measure.get())) on_choose=choose/>
        </label>
    }
}
