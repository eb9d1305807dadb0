//! A scenario of the plan, chosen from a list.

use crate::app::{use_prefs, use_workspace};
use crate::ui::prelude::*;
use crate::ui::widgets::Select;

/// A labelled list of the plan's scenarios.
#[component]
pub fn ScenarioPicker(
    /// Label before the list.
    #[prop(into)]
    label: Signal<String>,
    /// Id of the one that is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the id chosen.
    #[prop(into)]
    on_choose: Callback<String>,
    /// `data-test` name.
    test: &'static str,
    /// Class beside `pick`.
    class: &'static str,
) -> impl IntoView {
    let prefs = use_prefs();
    let workspace = use_workspace();
    let options = Memo::new(move |_| {
        let lang = prefs.lang().get();
        workspace.plan().with(|plan| {
            let names = plan.scenarios.iter();
            names
                .map(|s| (s.id.clone(), s.name.get(lang).to_owned()))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <label class=format!("pick {class}")>
            <span>{label}</span>
            <Select test choices=options value on_choose/>
        </label>
    }
}
