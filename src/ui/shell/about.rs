//! What the program is, its versions and licences.

use crate::app::use_prefs;
use crate::formats::ENGINE;
use crate::ui::prelude::*;
use crate::ui::widgets::Dialog;

/// About the program.
#[component]
pub fn About(
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let prefs = use_prefs();
    let paragraphs = move || {
        prefs
            .t()
            .shell
            .about_text
            .iter()
            .map(|p| view! { <p>{*p}</p> })
            .collect_view()
    };
    view! {
        <Dialog open title=Signal::derive(move || prefs.t().shell.about.to_owned()) test="about-dialog">
            <div class="dlg-body">
                {paragraphs}
                <p class="sm mut">
                    {move || format!("{} {}", prefs.t().shell.engine_version, ENGINE)}
                </p>
                <h3>{move || prefs.t().shell.licences}</h3>
                <p class="sm">{move || prefs.t().shell.licence_text}</p>
                // The boot script opens the notices for whatever carries `data-licences`.
                <p>
                    <button type="button" class="btn" data-test="licences" data-licences="">
                        {move || prefs.t().shell.licences_show}
                    </button>
                </p>
                <p>
                    <button
                        type="button"
                        class="btn"
                        data-test="tour-show"
                        on:click=move |_| {
                            open.set(false);
                            prefs.set_tour_dismissed(false);
                        }
                    >
                        {move || prefs.t().shell.tour_show}
                    </button>
                </p>
            </div>
        </Dialog>
    }
}
