//! Communes fixed in or out by the question.

use crate::app::{use_optimiser, use_prefs, use_workspace};
use crate::i18n::optimise as words;
use crate::model::Pick;
use crate::ui::prelude::*;
use crate::ui::widgets::{Rows, Select};

const PICKS: [(&str, Pick); 3] = [("free", Pick::Free), ("in", Pick::In), ("out", Pick::Out)];

/// A choice for each commune; folded, because there may be dozens.
#[component]
pub fn Communes() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let draft = optimiser.draft();
    // Only communes that are candidates by name make a difference.
    let ids = Memo::new(move |_| -> Vec<String> {
        let evaluation = workspace.evaluation().get();
        let scenario = workspace.scenario_id().get();
        let plan = workspace.plan().get();
        let out = plan
            .scenario(&scenario)
            .map(|s| s.overrides.picks.clone())
            .unwrap_or_default();
        let named_communes = evaluation
            .inputs
            .lines
            .iter()
            .flat_map(|l| &l.communes)
            .filter_map(|c| c.id.clone());
        let ids: std::collections::BTreeSet<String> = named_communes.chain(out.into_keys()).collect();
        let sorted_ids = words::by_level(&plan, |id| ids.contains(id), prefs.lang().get());
        sorted_ids.into_iter().map(|(id, _)| id).collect()
    });
    let row = move |id: String| {
        let id = StoredValue::new(id);
        let name = Memo::new(move |_| {
            let lang = prefs.lang().get();
            workspace
                .plan()
                .with(|p| id.with_value(|id| words::with_level(p, id, lang)))
        });
        let pick = Memo::new(move |_| {
            draft
                .with(|a| id.with_value(|id| a.picks.get(id).copied()))
                .unwrap_or_default()
        });
        let choices = Signal::derive(move || {
            let t = &prefs.t().optimise;
            let word = |pick| match pick {
                Pick::Free => t.pick_free,
                Pick::In => t.pick_in,
                Pick::Out => t.pick_out,
            };
            PICKS
                .map(|(name, pick)| (name.to_owned(), word(pick).to_owned()))
                .to_vec()
        });
        let value = Signal::derive(move || {
            let own = PICKS.iter().find(|(_, own)| *own == pick.get());
            own.map_or("", |(name, _)| *name).to_owned()
        });
        let choose = Callback::new(move |value: String| {
            let choice = PICKS.iter().find(|(name, _)| *name == value).map(|(_, pick)| *pick);
            draft.update(|a| {
                match choice {
                    Some(pick @ (Pick::In | Pick::Out)) => a.picks.insert(id.get_value(), pick),
                    _ => a.picks.remove(&id.get_value()),
                };
            });
        });
        view! {
            <label class="op-cap op-named">
                <span>{name}</span>
                <Select test=id.with_value(|id| format!("optimise-pick-{id}")) choices value on_choose=choose/>
            </label>
        }
    };
    view! {
        <details class="op-communes">
            <summary data-test="optimise-communes">{move || prefs.t().optimise.communes}</summary>
            <p class="mut op-note">{move || ids.with(Vec::is_empty).then(|| prefs.t().optimise.no_communes)}</p>
            <Rows each=move || ids.get() key=Clone::clone let(id)>{row(id)}</Rows>
        </details>
    }
}
