//! Navigation: a rail at the left, a bar at the bottom of a phone.

use crate::app::{Screen, use_prefs, use_route};
use crate::i18n::Texts;
use leptos::prelude::*;

/// The screens there are.
#[component]
pub fn Nav() -> impl IntoView {
    let prefs = use_prefs();
    let route = use_route();
    let link = move |screen: Screen| {
        view! {
            <a
                href=format!("#{}", screen.hash())
                data-test=format!("nav-{}", screen.name())
                aria-current=move || (route.screen().get() == screen).then_some("page")
            >
                {icon(screen)}
                <span>{move || name(screen, prefs.t())}</span>
            </a>
        }
    };
    view! {
        <nav class="nav" aria-label=move || prefs.t().shell.screens>
            {Screen::ALL.map(link).collect_view()}
        </nav>
    }
}

/// Name of a screen.
pub fn name(screen: Screen, t: &'static Texts) -> &'static str {
    match screen {
        Screen::Overview => t.overview.title,
        Screen::Scenarios => t.scenarios.title,
        Screen::Data => t.data.title,
        Screen::Share => t.share.title,
    }
}

fn icon(screen: Screen) -> impl IntoView {
    let path = match screen {
        Screen::Overview => "M2 3h6v6H2zM10 3h6v3h-6zM10 8h6v7h-6zM2 11h6v4H2z",
        Screen::Scenarios => "M2 4h9M2 9h14M2 14h6M11 4a2 2 0 104 0a2 2 0 10-4 0M8 14a2 2 0 104 0a2 2 0 10-4 0",
        Screen::Data => {
            "M2.5 4a6.5 2.3 0 1013 0a6.5 2.3 0 10-13 0M2.5 4v10c0 1.3 3 2.3 6.5 2.3s6.5-1 6.5-2.3V4M2.5 9c0 1.3 3 2.3 6.5 2.3s6.5-1 6.5-2.3"
        }
        Screen::Share => "M9 11V2M6 5l3-3 3 3M3 9v7h12V9",
    };
    view! { <svg viewBox="0 0 18 18" aria-hidden="true"><path d=path></path></svg> }
}
