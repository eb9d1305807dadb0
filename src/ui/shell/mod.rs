//! The frame of the page: navigation, top bar, the screen shown, messages.

mod nav;

use crate::app::{self, Screen, use_route};
use crate::ui::screens::{DataScreen, OverviewScreen, ScenariosScreen, ShareScreen};
use leptos::prelude::*;
use nav::Nav;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    app::provide();
    view! {
        <div class="shell">
            <Nav/>
            <main class="main" id="main" tabindex="-1">
                <CurrentScreen/>
            </main>
        </div>
    }
}

/// The screen the address names.
#[component]
fn CurrentScreen() -> impl IntoView {
    let screen = use_route().screen();
    move || match screen.get() {
        Screen::Overview => view! { <OverviewScreen/> }.into_any(),
        Screen::Scenarios => view! { <ScenariosScreen/> }.into_any(),
        Screen::Data => view! { <DataScreen/> }.into_any(),
        Screen::Share => view! { <ShareScreen/> }.into_any(),
    }
}
