//! A verdict: shape and word, the colour only repeats them.

use crate::ui::prelude::*;

/// How good something is: colour and shape of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerdictKind {
    /// Holds: disc with a tick.
    Ok,
    /// Watch it: open triangle.
    Risk,
    /// Does not hold: square with a cross.
    Bad,
}

impl VerdictKind {
    /// Class of its colour, and its name in `data-value`.
    pub fn class(self) -> &'static str {
        match self {
            VerdictKind::Ok => "ok",
            VerdictKind::Risk => "risk",
            VerdictKind::Bad => "bad",
        }
    }
}

/// Glyph and word of a verdict.
#[component]
pub fn Verdict(
    /// How good it is: gives colour and shape.
    #[prop(into)]
    kind: Signal<VerdictKind>,
    /// Word beside the shape.
    #[prop(into)]
    word: Signal<String>,
    /// `data-test` name; left out if empty.
    #[prop(optional, into)]
    test: String,
) -> impl IntoView {
    let test = (!test.is_empty()).then_some(test);
    view! {
        <span class=move || format!("st {}", kind.get().class()) data-test=test data-value=move || kind.get().class()>
            {move || verdict_glyph(kind.get())}
            {word}
        </span>
    }
}

/// The glyph alone, for narrow places that say the word elsewhere.
pub fn verdict_glyph(kind: VerdictKind) -> impl IntoView {
    match kind {
        VerdictKind::Ok => view! {
            <svg class="gl" viewBox="0 0 14 14" aria-hidden="true">
                <circle cx="7" cy="7" r="6.5" fill="currentColor"></circle>
                <path d="M3.8 7.2l2.2 2.2 4.2-4.6" fill="none" stroke="var(--panel)" stroke-width="1.7"></path>
            </svg>
        }
        .into_any(),
        VerdictKind::Risk => view! {
            <svg class="gl" viewBox="0 0 14 14" aria-hidden="true">
                <path d="M7 1.200L13.2 12.500H.8z" fill="none" stroke="currentColor" stroke-width="1.4"></path>
                <path d="M7 5v3.500M7 9.800v1.2" stroke="currentColor" stroke-width="1.4"></path>
            </svg>
        }
        .into_any(),
        VerdictKind::Bad => view! {
            <svg class="gl" viewBox="0 0 14 14" aria-hidden="true">
                <path d="M.8.8h12.400v12.400H.8z" fill="currentColor"></path>
                <path d="M4.2 4.200l5.6 5.600M9.8 4.200l-5.6 5.6" stroke="var(--panel)" stroke-width="1.7"></path>
            </svg>
        }
        .into_any(),
    }
}
