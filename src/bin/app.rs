//! Page or worker, the same program: shows a readable page if the program stops, and mounts it; or computes for one.
//!
//! What the first paint does without is behind `parts`: `scripts/build.sh` takes it out of the program into a part of its own, with
//! everything that nothing else uses (`split`). The worker never asks for it. Without that feature the program is in one piece.

use ntm_planner::ui::{self, App, AppProps, DeferredUi};

#[cfg(feature = "split")]
mod parts {
    use super::{DeferredUi, ui};
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    #[wasm_split(rest, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn rest() -> Result<DeferredUi, SplitLoaderError> {
        Ok(ui::deferred_ui())
    }

    pub async fn load() -> Option<DeferredUi> {
        rest().await.ok()
    }
}

#[cfg(not(feature = "split"))]
mod parts {
    use super::{DeferredUi, ui};

    pub async fn load() -> Option<DeferredUi> {
        Some(ui::deferred_ui())
    }
}

fn main() {
    if ntm_planner::platform::worker::is_inside() {
        ntm_planner::app::serve();
    } else {
        ntm_planner::platform::panic::install();
        leptos::mount::mount_to_body(|| {
            App(AppProps {
                load: || Box::pin(parts::load()),
            })
        });
    }
}
