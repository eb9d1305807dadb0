//! Where a number comes from: B (*báo cáo*), T (*tính*), G (*giả định*), with the rest on focus or hover.

use crate::app::use_prefs;
use crate::model::{Lang, Origin};
use crate::platform::dom;
use crate::ui::prelude::*;
use leptos::html;

/// A value that an edit replaced, as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Replacement {
    /// The value before, written with its unit.
    pub value: String,
    /// Where that came from.
    pub origin: Origin,
}

/// Letter of the origin in a box; focus or hover opens source and date, formula, or reason.
#[component]
pub fn OriginMark(
    /// Where the number comes from.
    #[prop(into)]
    origin: Signal<Origin>,
    /// What was reported or derived before somebody edited it.
    #[prop(optional, into)]
    replaced: Option<Signal<Option<Replacement>>>,
) -> impl IntoView {
    let prefs = use_prefs();
    let lines = Memo::new(move |_| {
        let lang = prefs.lang().get();
        let mut lines = origin.with(|o| crate::i18n::shell::origin_lines(o, lang));
        if let Some(before) = replaced.and_then(|r| r.get()) {
            lines.push(crate::i18n::shell::replaced_line(&before.value, lang));
            lines.extend(crate::i18n::shell::origin_lines(&before.origin, lang));
        }
        lines
    });
    let letter = move || origin.with(|o| letter(o, prefs.lang().get()));
    let class = move || {
        origin.with(|o| match o {
            Origin::Reported { .. } => "org",
            Origin::Derived { .. } => "org d",
            Origin::Assumption { .. } => "org a",
        })
    };
    let node = NodeRef::<html::Button>::new();
    // Where the note is, while it is open: beside the mark, inside the window.
    let place = RwSignal::new(None::<dom::Corner>);
    let open = move || place.set(node.get_untracked().map(|mark| dom::corner_beside(&mark, NOTE_WIDTH)));
    let note = move || {
        place.get().map(|at| {
            view! {
                <span class="org-pop" aria-hidden="true" style=at.style()>
                    {lines.get().into_iter().map(|l| view! { <span>{l}</span> }).collect_view()}
                </span>
            }
        })
    };
    view! {
        <button
            node_ref=node
            type="button"
            class="org-b"
            aria-label=move || lines.get().join(". ")
            on:mouseenter=move |_| open()
            on:mouseleave=move |_| place.set(None)
            on:focus=move |_| open()
            on:blur=move |_| {
                let _ = place.try_set(None);
            }
            on:click=move |_| open()
            on:keydown=move |event| {
                if event.key() == "Escape" && place.with_untracked(Option::is_some) {
                    event.stop_propagation();
                    event.prevent_default();
                    place.set(None);
                }
            }
        >
            <span class=class aria-hidden="true">{letter}</span>
            {note}
        </button>
    }
}

/// Widest note, CSS px; as in the style sheet.
const NOTE_WIDTH: f64 = 280.0;

/// Letter of an origin.
pub fn letter(origin: &Origin, lang: Lang) -> &'static str {
    match (origin, lang) {
        (Origin::Reported { .. }, Lang::Vi) => "B",
        (Origin::Reported { .. }, Lang::En) => "R",
        (Origin::Derived { .. }, Lang::Vi) => "T",
        (Origin::Derived { .. }, Lang::En) => "D",
        (Origin::Assumption { .. }, Lang::Vi) => "G",
        (Origin::Assumption { .. }, Lang::En) => "A",
    }
}
