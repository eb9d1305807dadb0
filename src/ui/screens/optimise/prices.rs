//! What a đồng of each source costs to ask for.

use crate::app::{use_optimiser, use_prefs, use_workspace};
use crate::i18n::optimise::source_name;
use crate::ui::prelude::*;
use crate::ui::widgets::{NumberField, Rows};

/// A price per source, or none: then it is not asked.
#[component]
pub fn Prices() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let draft = optimiser.draft();
    let ids = Memo::new(move |_| -> Vec<String> {
        workspace
            .plan()
            .with(|p| p.sources.iter().map(|s| s.id.clone()).collect())
    });
    let row = move |id: String| {
        let id = StoredValue::new(id);
        let name = Memo::new(move |_| {
            let lang = prefs.lang().get();
            workspace.plan().with(|p| id.with_value(|id| source_name(p, id, lang)))
        });
        let price = Memo::new(move |_| {
            workspace
                .plan()
                .with(|p| draft.with(|a| id.with_value(|id| a.price(p, id))))
        });
        let set = move |value: Option<f64>| {
            draft.update(|a| {
                a.prices.insert(id.get_value(), value);
            });
        };
        view! {
            <div class="op-cap">
                <label class="op-tick">
                    <input
                        type="checkbox"
                        data-test=id.with_value(|id| format!("optimise-ask-{id}"))
                        prop:checked=move || price.get().is_some()
                        on:change=move |event| set(event_target_checked(&event).then_some(1.0))
                    />
                    <span>{name}</span>
                </label>
                <NumberField
                    value=Signal::derive(move || price.get().unwrap_or(0.0))
                    on_commit=move |value| set(Some(value))
                    label=Signal::derive(move || format!("{}: {}", prefs.t().optimise.prices, name.get()))
                    test=id.with_value(|id| format!("optimise-price-{id}"))
                    min=0.0
                    disabled=Signal::derive(move || price.get().is_none())
                />
            </div>
        }
    };
    view! {
        <fieldset>
            <legend>{move || prefs.t().optimise.prices}</legend>
            <Rows each=move || ids.get() key=Clone::clone let(id)>{row(id)}</Rows>
            <p class="mut op-note">{move || prefs.t().optimise.prices_note}</p>
        </fieldset>
    }
}
