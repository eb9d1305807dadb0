//! A field for a date, written and typed as people write it here: `22/1/2021`.

use super::here;
use crate::formats::number::{date_iso, parse_date};
use crate::ui::prelude::*;
use crate::ui::widgets::EditField;

/// A field for a date; empty if there is none. The browser's own date field follows the language of the browser and
/// not of the page, so this is a text.
#[component]
pub fn DateField(
    /// The date, ISO `YYYY-MM-DD`, or nothing.
    #[prop(into)]
    iso: Signal<String>,
    /// Takes the date typed, ISO, or nothing.
    #[prop(into)]
    on_commit: Callback<String, Result<(), String>>,
    /// Name for screen readers.
    #[prop(into)]
    label: String,
    /// `data-test` name.
    #[prop(into)]
    test: String,
) -> impl IntoView {
    let here = here();
    let text = Signal::derive(move || iso.with(|iso| date_iso(iso)));
    let commit = Callback::new(move |entry: String| match parse_date(&entry) {
        Some(iso) => on_commit.run(iso),
        None => Err(here.t.not_a_date.to_owned()),
    });
    view! { <EditField text on_commit=commit label test raw=iso disabled=here.workspace.read_only()/> }
}
