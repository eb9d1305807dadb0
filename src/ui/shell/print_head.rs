//! The line on top of a printed page: whose plan, which scenario, when.

use crate::app::{use_prefs, use_workspace};
use crate::formats::number::date_iso;
use crate::platform::clock;
use crate::ui::prelude::*;

/// Only on paper.
#[component]
pub fn PrintHead() -> impl IntoView {
    let prefs = use_prefs();
    let workspace = use_workspace();
    let names = Memo::new(move |_| {
        let lang = prefs.lang().get();
        let (scenario, base) = (workspace.scenario_id().get(), workspace.base_id().get());
        workspace.plan().with(|plan| {
            let name = |id: &str| {
                plan.scenario(id)
                    .map(|s| s.name.get(lang).to_owned())
                    .unwrap_or_default()
            };
            (
                plan.district.get(lang).to_owned(),
                plan.name.get(lang).to_owned(),
                name(&scenario),
                (base != scenario).then(|| name(&base)),
            )
        })
    });
    let made_up = Memo::new(move |_| workspace.plan().with(|p| p.illustration));
    view! {
        <Show when=move || made_up.get()>
            <p class="print-made-up" data-test="print-illustration">"△ "{move || prefs.t().shell.illustration_long}</p>
        </Show>
        <div class="print-head">
            <b>{move || names.get().0}</b>
            <span>{move || names.get().1}</span>
            <span>
                {move || {
                    let t = &prefs.t().shell;
                    let (_, _, scenario, base) = names.get();
                    let base = base.map(|b| format!(" · {} {b}", t.base)).unwrap_or_default();
                    format!("{}: {scenario}{base}", t.scenario)
                }}
            </span>
            <span>
                {move || {
                    names.track();
                    date_iso(&clock::iso_date())
                }}
            </span>
        </div>
    }
}
