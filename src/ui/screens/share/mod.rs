//! Screen *Chia sẻ*: send the plan as a file, receive one, and the plans kept in this browser.

mod about;
mod export;
mod import;
mod library;
mod preview;
mod storage;

use crate::ui::prelude::*;
use about::About;
use export::Export;
use import::Import;
pub use import::ImportState;
use library::Library;
use storage::Storage;

/// Screen *Chia sẻ*. A file may be dropped on it, as on every other screen: the page sees to that.
#[component]
pub fn ShareScreen() -> impl IntoView {
    let state: ImportState = expect_context();
    view! {
        <div class="sh" data-test="drop-zone">
            <div class="sh-files">
                <Export/>
                <Import state/>
            </div>
            <Library/>
            <Storage/>
            <About/>
        </div>
    }
}
