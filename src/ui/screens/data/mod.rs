//! Screen *Số liệu*.

use crate::app::use_prefs;
use leptos::prelude::*;

/// Screen *Số liệu*.
#[component]
pub fn DataScreen() -> impl IntoView {
    let prefs = use_prefs();
    view! { <h2>{move || prefs.t().data.title}</h2> }
}
