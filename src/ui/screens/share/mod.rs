//! Screen *Chia sẻ*.

use crate::app::use_prefs;
use leptos::prelude::*;

/// Screen *Chia sẻ*.
#[component]
pub fn ShareScreen() -> impl IntoView {
    let prefs = use_prefs();
    view! { <h2>{move || prefs.t().share.title}</h2> }
}
