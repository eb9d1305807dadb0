//! What this tool is, and what it is made of.

use crate::app::use_prefs;
use crate::engine::ENGINE_VERSION;
use crate::platform::location;
use crate::ui::prelude::*;

/// Version, licence, where the data stay.
#[component]
pub fn About() -> impl IntoView {
    let prefs = use_prefs();
    // The description stands beside a hosted page; opened from disk there is only the one file.
    let schema = move || {
        (!location::is_file()).then(|| {
            view! {
                <a href="ntm-plan.schema.json" download="ntm-plan.schema.json" data-test="schema">
                    {prefs.t().share.schema}
                </a>
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
                <div class="sh-row">
                    // The boot script opens the notices for whatever carries `data-licences`.
                    <button type="button" class="btn" data-licences="">{move || prefs.t().share.licences}</button>
                    {schema}
                </div>
            </div>
        </section>
    }
}
