//! What the first paint does without: the screens but the overview, and what the overview opens. It is loaded when the page
//! has been drawn and is still, or as soon as something of it is asked for; the frame of the page is there meanwhile.

use crate::app::{Screen, use_prefs};
use crate::platform::{dom, timer};
use crate::ui::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;

/// What draws the rest of the page. Nothing else may name what is behind these, or it is no longer apart.
#[derive(Clone, Copy, Debug)]
pub struct DeferredUi {
    /// Draws a screen.
    pub screen: fn(Screen) -> AnyView,
    /// Draws the details of the target with an id.
    pub target: fn(RwSignal<String>) -> AnyView,
    /// Draws all guards in full, in a dialog that is open while the signal says so.
    pub guards: fn(RwSignal<bool>) -> AnyView,
}

/// Loads the rest; nothing where it does not come. It may be called again after that.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Option<DeferredUi>>>>;

/// Milliseconds that the page is left to itself after its first paint: chances and charts come first.
const STILL: u32 = 300;

/// How far it is.
#[derive(Clone, Copy, Debug)]
enum State {
    Away,
    Coming,
    Here(DeferredUi),
    Failed,
}

/// The rest of the page, which comes later.
#[derive(Clone, Copy, Debug)]
pub struct DeferredLoader {
    load: Load,
    state: RwSignal<State>,
}

/// The rest of the page.
pub fn use_deferred_loader() -> DeferredLoader {
    expect_context()
}

impl DeferredLoader {
    /// Loads it once the page has been drawn (`ready`), sooner if it is asked for, and again when the network is back.
    pub fn new(load: Load, ready: Signal<bool>) -> Self {
        let loader = Self {
            load,
            state: RwSignal::new(State::Away),
        };
        Effect::new(move |_| {
            if ready.get() {
                spawn_local(async move {
                    timer::wait_for_paint().await;
                    timer::pause(STILL).await;
                    loader.want();
                });
            }
        });
        let online = dom::window().map(|window| dom::listen(&window, "online", move |_| loader.want()));
        // Kept as long as the page.
        StoredValue::new_local(online);
        loader
    }

    /// Loads it unless it is here or on its way.
    fn want(self) {
        let rests = self
            .state
            .try_with_untracked(|s| matches!(s, State::Away | State::Failed));
        if rests == Some(true) {
            self.state.set(State::Coming);
            spawn_local(async move {
                let outcome = (self.load)().await.map_or(State::Failed, State::Here);
                let _ = self.state.try_set(outcome);
            });
        }
    }

    /// Draws something of the rest, or how far the rest is.
    pub fn show(self, draw: impl Fn(DeferredUi) -> AnyView + Send + 'static) -> AnyView {
        self.want();
        let draw_state = move || match self.state.get() {
            State::Here(rest) => draw(rest),
            State::Away | State::Coming => view! { <Coming/> }.into_any(),
            State::Failed => view! { <Failed loader=self/> }.into_any(),
        };
        draw_state.into_any()
    }
}

/// It is on its way.
#[component]
fn Coming() -> impl IntoView {
    let prefs = use_prefs();
    view! {
        <p class="later" role="status" data-test="screen-coming">
            {move || prefs.t().shell.screen_coming}
        </p>
    }
}

/// It did not come.
#[component]
fn Failed(loader: DeferredLoader) -> impl IntoView {
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
                    loader.want();
                }
            >
                {move || prefs.t().shell.screen_again}
            </button>
        </div>
    }
}
