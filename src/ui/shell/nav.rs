//! Navigation: a rail at the left with all screens; on a phone a bar at the bottom with four of them and the rest
//! behind one button.

use crate::app::{Screen, use_prefs, use_route};
use crate::platform::dom;
use crate::ui::prelude::*;
use crate::ui::widgets::{Icon, Shape};

/// How many screens a phone's bar shows beside its last button.
const IN_BAR: usize = 4;

/// The screens there are.
#[component]
pub fn Nav() -> impl IntoView {
    let prefs = use_prefs();
    let screen = use_route().screen();
    let is_unfolded = RwSignal::new(false);
    let link = move |own: Screen| {
        view! {
            <a
                href=format!("#{}", own.hash())
                data-test=format!("nav-{}", own.name())
                aria-current=move || (screen.get() == own).then_some("page")
                on:click=move |_| is_unfolded.set(false)
            >
                <Icon shape=shape(own)/>
                <span>{move || own.title(prefs.t())}</span>
            </a>
        }
    };
    let (bar, rest) = Screen::ALL.split_at(IN_BAR);
    let in_rest = move || rest.contains(&screen.get());
    view! {
        <nav
            class="nav"
            aria-label=move || prefs.t().shell.screens
            on:keydown=move |event| {
                if event.key() == "Escape" && is_unfolded.get_untracked() {
                    is_unfolded.set(false);
                    dom::focus(".nav-more");
                }
            }
        >
            <div class="mark" aria-hidden="true">{move || prefs.t().shell.mark}</div>
            {bar.iter().map(|own| link(*own)).collect_view()}
            <button
                type="button"
                class="nav-more"
                class:on=in_rest
                data-test="nav-more"
                aria-label=move || prefs.t().shell.more_screens
                aria-expanded=move || is_unfolded.get().to_string()
                aria-controls="nav-rest"
                on:click=move |_| is_unfolded.update(|u| *u = !*u)
            >
                <Icon shape=Shape::More/>
                <span aria-hidden="true">{move || prefs.t().shell.more}</span>
            </button>
            <div class="rest" class:open=move || is_unfolded.get() id="nav-rest">{rest.iter().map(|own| link(*own)).collect_view()}</div>
        </nav>
    }
}

fn shape(screen: Screen) -> Shape {
    match screen {
        Screen::Overview => Shape::Overview,
        Screen::Scenarios => Shape::Scenarios,
        Screen::Timeline => Shape::Timeline,
        Screen::Communes => Shape::Communes,
        Screen::Risk => Shape::Risk,
        Screen::Optimise => Shape::Optimise,
        Screen::Data => Shape::Data,
        Screen::Share => Shape::Share,
    }
}
