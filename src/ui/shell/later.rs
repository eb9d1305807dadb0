//! What the first paint does without: the screens but the overview. They are loaded when the page has been drawn and is
//! still, or as soon as one is asked for; the frame of the page is there meanwhile.

use crate::app::{Screen, use_prefs, use_route};
use crate::platform::{dom, timer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;

/// Draws a screen.
pub type Draw = fn(Screen) -> AnyView;

/// Loads what draws the screens; nothing where it does not come. It may be called again after that.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Option<Draw>>>>;

/// Milliseconds that the page is left to itself after its first paint: chances and charts come first.
const STILL: u32 = 300;

/// How far it is.
#[derive(Clone, Copy, Debug)]
enum State {
    Away,
    Coming,
    Here(Draw),
    Failed,
}

/// The screens that come later.
#[derive(Clone, Copy, Debug)]
pub struct Later {
    load: Load,
    state: RwSignal<State>,
}

impl Later {
    /// Loads them once the page has been drawn (`ready`), sooner if one is asked for, and again when the network is back.
    pub fn new(load: Load, ready: Signal<bool>) -> Self {
        let later = Self {
            load,
            state: RwSignal::new(State::Away),
        };
        let screen = use_route().screen();
        Effect::new(move |_| {
            if screen.get() != Screen::Overview {
                later.want();
            }
        });
        Effect::new(move |_| {
            if ready.get() {
                spawn_local(async move {
                    timer::painted().await;
                    timer::pause(STILL).await;
                    later.want();
                });
            }
        });
        let online = dom::window().map(|window| dom::listen(&window, "online", move |_| later.want()));
        // Kept as long as the page.
        StoredValue::new_local(online);
        later
    }

    /// Loads them unless they are here or on their way.
    fn want(self) {
        let rests = self
            .state
            .try_with_untracked(|s| matches!(s, State::Away | State::Failed));
        if rests == Some(true) {
            self.state.set(State::Coming);
            spawn_local(async move {
                let come = (self.load)().await.map_or(State::Failed, State::Here);
                let _ = self.state.try_set(come);
            });
        }
    }

    /// Draws a screen, or how far it is.
    pub fn draw(self, screen: Screen) -> AnyView {
        match self.state.get() {
            State::Here(draw) => draw(screen),
            State::Away | State::Coming => view! { <Coming/> }.into_any(),
            State::Failed => view! { <Failed later=self/> }.into_any(),
        }
    }
}

/// A screen is on its way.
#[component]
fn Coming() -> impl IntoView {
    let prefs = use_prefs();
    view! {
        <p class="later" role="status" data-test="screen-coming">
            {move || prefs.t().shell.screen_coming}
        </p>
    }
}

/// A screen did not come.
#[component]
fn Failed(later: Later) -> impl IntoView {
    let prefs = use_prefs();
    view! {
        <div class="later failed" role="alert" data-test="screen-failed">
            <p>{move || prefs.t().shell.screen_failed}</p>
            <button
                type="button"
                class="btn"
                data-test="screen-again"
                on:click=move |_| {
                    // The button goes.
                    dom::focus("#main");
                    later.want();
                }
            >
                {move || prefs.t().shell.screen_again}
            </button>
        </div>
    }
}
