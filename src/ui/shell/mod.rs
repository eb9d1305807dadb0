//! The frame of the page: navigation, top bar, the screen shown, messages, dialogs, tour.

mod about;
mod banner;
mod deferred;
mod drop;
mod keys;
mod nav;
mod picker;
mod print_head;
mod saved;
mod toasts;
mod top;
mod tour;

use crate::app::{self, Screen, use_prefs, use_route, use_workspace};
use crate::platform::dom;
use crate::ui::prelude::*;
use crate::ui::screens::{ImportState, OverviewScreen};
use about::About;
use banner::Banner;
use deferred::DeferredLoader;
use drop::DropAnywhere;
use keys::KeysHelp;
use nav::Nav;
use print_head::PrintHead;
use toasts::ToastList;
use top::TopBar;
use tour::Tour;

pub use deferred::{DeferredUi, Load, use_deferred_loader};

/// The whole page.
#[component]
pub fn App(
    /// Loads what the first paint does without.
    load: Load,
) -> impl IntoView {
    app::provide();
    let workspace = use_workspace();
    provide_context(DeferredLoader::new(load, workspace.ready()));
    let about = RwSignal::new(false);
    // What was dropped outlives the screen it was dropped on.
    provide_context(ImportState::new());
    view! {
        <SkipLink/>
        <div class="shell">
            <Nav/>
            <TopBar about/>
            <Banner/>
            <main class="main" id="main" data-test="main" tabindex="-1">
                <PrintHead/>
                <Show when=move || workspace.ready().get()>
                    <CurrentScreen/>
                </Show>
            </main>
        </div>
        <DropAnywhere/>
        <ToastList/>
        <Tour/>
        <KeysHelp open=workspace.help()/>
        <About open=about/>
    }
}

/// First stop of the Tab key: past navigation and top bar. The address is left alone, it names the screen.
#[component]
fn SkipLink() -> impl IntoView {
    let prefs = use_prefs();
    view! {
        <a
            class="skip"
            href="#main"
            on:click=move |event| {
                event.prevent_default();
                dom::focus("#main");
            }
        >
            {move || prefs.t().shell.skip}
        </a>
    }
}

/// The screen the address names.
#[component]
fn CurrentScreen() -> impl IntoView {
    let (loader, route) = (use_deferred_loader(), use_route());
    let screen = route.screen();
    Effect::watch(move || screen.get(), move |_, _, _| route.scroll(), false);
    move || match screen.get() {
        Screen::Overview => view! { <OverviewScreen/> }.into_any(),
        other => loader.show(move |rest| (rest.screen)(other)),
    }
}
