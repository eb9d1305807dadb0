//! What this tool is, and what it is made of.

use crate::app::use_prefs;
use crate::engine::ENGINE_VERSION;
use crate::platform::location;
use leptos::prelude::*;

/// Version, licence, where the data stay.
#[component]
pub fn About() -> impl IntoView {
    let prefs = use_prefs();
    // Opened from disk there is only the one file, which holds the licences itself.
    let links = move || {
        let t = &prefs.t().share;
        (!location::is_file()).then(|| {
            view! {
                <p class="sh-links">
                    <a href="THIRD-PARTY-LICENSES.txt" target="_blank" rel="noopener">{t.licences}</a>
                    <a href="plan.schema.json" target="_blank" rel="noopener">{t.schema}</a>
                </p>
            }
        })
    };
    view! {
        <section class="panel sh-about" aria-labelledby="sh-about-title">
            <header>
                <h2 id="sh-about-title">{move || prefs.t().share.about}</h2>
                <span class="unit">{move || prefs.t().share.engine}" "{ENGINE_VERSION}</span>
            </header>
            <div class="sh-text">
                <p>{move || prefs.t().share.nothing_leaves}</p>
                <p>{move || prefs.t().share.about_text}</p>
                {links}
            </div>
        </section>
    }
}
