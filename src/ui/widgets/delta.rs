//! A difference: signed, coloured by good or bad, never by its sign.

use crate::engine::compare::{Better, News};
use crate::ui::prelude::*;

/// Whether a difference is good news; what is only noise of the arithmetic is none.
pub fn judge_difference(better: Better, difference: f64) -> News {
    better.news(if difference.abs() < 1e-9 { 0.0 } else { difference })
}

/// A written difference in its colour.
#[component]
pub fn Delta(
    /// As it is written.
    #[prop(into)]
    text: Signal<String>,
    /// How it is judged.
    #[prop(into)]
    news: Signal<News>,
) -> impl IntoView {
    let class = move || match news.get() {
        News::Good => "delta up",
        News::Bad => "delta dn",
        News::Neutral => "delta mut",
    };
    view! { <span class=class>{text}</span> }
}
