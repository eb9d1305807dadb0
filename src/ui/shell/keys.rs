//! The list of keys.

use crate::app::use_prefs;
use crate::ui::prelude::*;
use crate::ui::widgets::Dialog;

/// All keys and what they do.
#[component]
pub fn KeysHelp(
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let prefs = use_prefs();
    let rows = move || {
        let list = prefs.t().shell.key_list.iter();
        list.map(|(key, does)| view! { <tr><td>{*key}</td><td>{*does}</td></tr> })
            .collect_view()
    };
    view! {
        <Dialog open title=Signal::derive(move || prefs.t().shell.keys.to_owned()) test="keys-dialog">
            <div class="dlg-body">
                <table class="sheet keys">
                    <thead>
                        <tr>
                            <th scope="col">{move || prefs.t().shell.key_column}</th>
                            <th scope="col">{move || prefs.t().shell.does_column}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Dialog>
    }
}
