//! Page or worker, the same program: shows a readable page if the program stops, and mounts it; or computes for one.
//!
//! What the first paint does without is behind [`rest`]: `scripts/parts.mjs` takes it out of the program into a part
//! of its own, with everything that nothing else uses. The worker never asks for it.

use leptos::wasm_split::{SplitLoaderError, wasm_split};
use ntm_planner::ui::{self, App, AppProps, Rest};

#[wasm_split(rest, wasm_split_path = ::leptos::wasm_split, fallible)]
fn rest() -> Result<Rest, SplitLoaderError> {
    Ok(ui::rest())
}

fn main() {
    if ntm_planner::platform::worker::is_inside() {
        ntm_planner::app::serve();
    } else {
        ntm_planner::platform::panic::install();
        leptos::mount::mount_to_body(|| {
            App(AppProps {
                load: || Box::pin(async { rest().await.ok() }),
            })
        });
    }
}
