//! Screen *Rủi ro*: chances by scenario, fans, distributions, what matters most, and what it takes.

use crate::app::use_prefs;
use leptos::prelude::*;

/// Screen *Rủi ro*.
#[component]
pub fn RiskScreen() -> impl IntoView {
    let prefs = use_prefs();
    view! { <div class="rk"><h1>{move || prefs.t().risk.title}</h1></div> }
}
