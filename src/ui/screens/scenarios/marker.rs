//! The mark of a scenario in a comparison: shape and colour by its place.

use leptos::prelude::*;

/// Shapes in a box of 12, by place; the base stands at 0 and is a ring.
const SHAPES: [&str; 6] = [
    "M10.5 6a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0Z",
    "M1.5 1.5h9v9h-9Z",
    "M6 1L11.2 10.5H.8Z",
    "M6 .3L11.7 6L6 11.7L.3 6Z",
    "M4 1h4v3h3v4h-3v3h-4v-3h-3v-4h3Z",
    "M6 11L.8 1.5H11.2Z",
];

/// Shape of the scenario at this place of the comparison (the base stands at 0); the same shape as in charts.
#[component]
pub fn Marker(
    /// Place in the comparison.
    place: usize,
) -> impl IntoView {
    let place = place % SHAPES.len();
    view! {
        <svg class=format!("mk mk-{place}") class:ring=place == 0 viewBox="0 0 12 12" aria-hidden="true">
            <path d=SHAPES[place]></path>
        </svg>
    }
}

/// Letter of the scenario at this place of the comparison: `A` for the base.
pub fn letter(place: usize) -> char {
    char::from(b'A' + (place % 26) as u8)
}
