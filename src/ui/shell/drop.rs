//! A file dropped on any screen: taken as an import, on the screen that shows what is in it.

use crate::app::{Screen, use_prefs, use_route};
use crate::platform::files;
use crate::ui::prelude::*;
use crate::ui::screens::ImportState;

/// Listens for files over the whole page and says where they go while they are held over it.
#[component]
pub fn DropAnywhere() -> impl IntoView {
    let prefs = use_prefs();
    let route = use_route();
    let state: ImportState = expect_context();
    let over = RwSignal::new(false);
    let listeners = files::on_drop(
        move |inside| over.set(inside),
        move |files| {
            route.go(Screen::Share);
            state.take(&files);
        },
    );
    // Kept as long as the page.
    StoredValue::new_local(listeners);
    view! {
        <div class="sh-drop" hidden=move || !over.get() aria-hidden="true">
            <p>{move || prefs.t().share.drop_here}</p>
        </div>
    }
}
