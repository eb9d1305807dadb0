//! Screen *Tổng quan*.

use crate::app::use_prefs;
use leptos::prelude::*;

/// Screen *Tổng quan*.
#[component]
pub fn OverviewScreen() -> impl IntoView {
    let prefs = use_prefs();
    view! { <h2>{move || prefs.t().overview.title}</h2> }
}
