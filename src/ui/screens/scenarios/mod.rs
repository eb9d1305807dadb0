//! Screen *Kịch bản*.

use crate::app::use_prefs;
use leptos::prelude::*;

/// Screen *Kịch bản*.
#[component]
pub fn ScenariosScreen() -> impl IntoView {
    let prefs = use_prefs();
    view! { <h2>{move || prefs.t().scenarios.title}</h2> }
}
