//! The mark of a scenario in a comparison: shape and colour by its place.

use crate::charts::{Palette, Shape, scenario_mark};
use crate::ui::prelude::*;

/// Shape of the scenario at this place of the comparison (the base stands at 0); the same shape as in charts.
#[component]
pub fn Marker(
    /// Place in the comparison.
    place: usize,
) -> impl IntoView {
    let shape = scenario_mark(place, &Palette::css()).shape;
    let class = format!("mk mk-{}", place % 6);
    let ring = shape == Shape::Ring;
    view! {
        <svg class=class class:ring=ring viewBox="0 0 12 12" aria-hidden="true">
            <path d=shape.path()></path>
        </svg>
    }
}

/// Letter of the scenario at this place of the comparison: `A` for the base.
pub fn letter(place: usize) -> char {
    scenario_mark(place, &Palette::css()).letter
}
