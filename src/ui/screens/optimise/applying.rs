//! The buttons that carry an answer out.

use crate::app::{use_optimiser, use_prefs, use_toasts, use_workspace};
use crate::i18n::optimise::apply_into;
use crate::i18n::scenarios::name_or_id;
use crate::ui::prelude::*;

/// As a new scenario, or into the one asked about.
#[component]
pub fn Apply() -> impl IntoView {
    let (optimiser, prefs, toasts, workspace) = (use_optimiser(), use_prefs(), use_toasts(), use_workspace());
    // An answer that failed its check, or is for other figures, is not carried out.
    let unusable = Memo::new(move |_| {
        let plan = workspace.plan().get();
        optimiser.result().with(|f| {
            f.as_ref().is_none_or(|result| {
                let broken = result.most.as_ref().is_some_and(|m| m.outcome.is_err());
                let clash = result.least.as_ref().is_some_and(|l| l.answer.is_err());
                broken || clash || result.is_stale(&plan)
            })
        })
    });
    let disabled = move || unusable.get() || workspace.read_only().get();
    let t = move || &prefs.t().optimise;
    // Which scenario it goes into is said where it is not the one shown.
    let into = move || {
        let (shown, lang) = (workspace.scenario_id().get(), prefs.lang().get());
        let plan = workspace.plan().get();
        let other = optimiser.result().with(|f| {
            let of = f.as_ref().map(|f| &f.scenario).filter(|id| **id != shown)?;
            let name = plan.scenario(of).map(|s| name_or_id(&s.name, &s.id, lang))?;
            Some(apply_into(name, lang))
        });
        other.unwrap_or_else(|| t().apply_here.to_owned())
    };
    view! {
        <div class="op-acts no-print">
            <button
                type="button"
                class="btn"
                data-test="optimise-apply"
                disabled=disabled
                on:click=move |_| if optimiser.apply_new() {
                    toasts.show(prefs.t_untracked().optimise.applied);
                }
            >
                {move || t().apply_new}
            </button>
            <button
                type="button"
                class="btn quiet"
                data-test="optimise-apply-here"
                disabled=disabled
                on:click=move |_| if optimiser.apply_here() {
                    toasts.show(prefs.t_untracked().optimise.applied_here);
                }
            >
                {into}
            </button>
        </div>
    }
}
