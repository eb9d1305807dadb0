//! The criteria sets the plan works with, to read.

use super::origin::sentence;
use super::place::{self, Section};
use super::{Here, Panel, here};
use crate::i18n::data;
use crate::ui::prelude::*;

/// Criteria sets, folded.
#[component]
pub fn CriteriaPanel() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let sets = Memo::new(move |_| workspace.plan().with(|p| p.criteria_sets.clone()));
    let set = move |set: crate::model::CriteriaSet| {
        let base = place::element(&format!("/criteria_sets/{}", set.id));
        let criteria = set
            .criteria
            .iter()
            .map(|c| view! { <li>{c.name.get(lang).to_owned()}</li> })
            .collect_view();
        view! {
            <details class="data-set" id=base.clone() data-test=base>
                <summary>
                    <b>{set.name.get(lang).to_owned()}</b>
                    " "
                    <span class="mut sm">{data::criteria_count(set.criteria.len(), lang)}</span>
                </summary>
                <p class="mut sm">{sentence(&set.origin, lang)}</p>
                <ol>{criteria}</ol>
            </details>
        }
    };
    view! {
        <Panel section=Section::Criteria>
            <div class="in">
                {move || {
                    let sets = sets.get();
                    if sets.is_empty() {
                        view! { <p class="mut">{t.no_criteria}</p> }.into_any()
                    } else {
                        sets.into_iter().map(set).collect_view().into_any()
                    }
                }}
            </div>
        </Panel>
    }
}
