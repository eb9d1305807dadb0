//! Navigation: a rail at the left, a bar at the bottom of a phone.

use crate::app::{Screen, use_prefs, use_route};
use crate::ui::widgets::{Icon, Shape};
use leptos::prelude::*;

/// The screens there are.
#[component]
pub fn Nav() -> impl IntoView {
    let prefs = use_prefs();
    let screen = use_route().screen();
    let link = move |own: Screen| {
        view! {
            <a
                href=format!("#{}", own.hash())
                data-test=format!("nav-{}", own.name())
                aria-current=move || (screen.get() == own).then_some("page")
            >
                <Icon shape=shape(own)/>
                <span>{move || own.title(prefs.t())}</span>
            </a>
        }
    };
    view! {
        <nav class="nav" aria-label=move || prefs.t().shell.screens>
            <div class="mark" aria-hidden="true">{move || prefs.t().shell.mark}</div>
            {Screen::ALL.map(link).collect_view()}
        </nav>
    }
}

fn shape(screen: Screen) -> Shape {
    match screen {
        Screen::Overview => Shape::Overview,
        Screen::Scenarios => Shape::Scenarios,
        Screen::Timeline => Shape::Timeline,
        Screen::Communes => Shape::Communes,
        Screen::Data => Shape::Data,
        Screen::Share => Shape::Share,
    }
}
