//! What every screen needs of Leptos, with a `view!` of our own.

pub use leptos::prelude::*;

/// A piece of the page with its type erased. Leptos' own `view!` gives a type as deep as the piece; what such types nest into costs
/// most of the page's compile time. Erased piece by piece (not element by element, as `--cfg erase_components` does), a redraw
/// still meets the same elements with the same attributes, so that focus stays.
macro_rules! erased_view {
    ($($piece:tt)*) => { ::leptos::prelude::IntoAny::into_any(::leptos::prelude::view! { $($piece)* }) };
}
pub(crate) use erased_view as view;
