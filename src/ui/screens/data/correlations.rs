//! What goes up and down together: a table of the averages against each other, and the pairs entered with their origin.

use super::origin::{OriginMark, OriginTarget};
use super::sheet::move_between_rows;
use super::uncertainty::factor_name;
use super::{Here, here, place};
use crate::edit::Command;
use crate::formats::number;
use crate::i18n::messages;
use crate::i18n::uncertainty::{impossible_sentence, words};
use crate::model::field::OriginField;
use crate::model::{Correlation, Factor, Plan, correlation_key};
use crate::ui::prelude::*;
use crate::ui::widgets::EditField;

/// Correlation of two averages; none if they are independent.
fn between(plan: &Plan, a: &Factor, b: &Factor) -> Option<f64> {
    plan.correlation(a, b).map(|c| c.value.value)
}

fn element(a: &Factor, b: &Factor) -> String {
    place::element(&format!("/correlations/{}", correlation_key(a, b)))
}

/// The table; a pair is entered below the diagonal and shown above it.
#[component]
pub fn Correlations(
    /// The averages with their names.
    factors: Vec<(String, Factor)>,
) -> impl IntoView {
    let Here { lang, .. } = here();
    let w = words(lang);
    let heads = factors
        .iter()
        .enumerate()
        .map(|(place, (name, _))| view! { <th scope="col" class="num" title=name.clone()>{place + 1}</th> })
        .collect_view();
    let rows = factors
        .iter()
        .enumerate()
        .map(|(r, (name, row))| {
            let cells = factors.iter().enumerate().map(|(c, (other, column))| {
                let label = format!("{name} × {other}");
                match c.cmp(&r) {
                    std::cmp::Ordering::Less => {
                        view! { <td><Pair a=row.clone() b=column.clone() label/></td> }.into_any()
                    }
                    std::cmp::Ordering::Equal => view! { <td class="num mut">"1"</td> }.into_any(),
                    std::cmp::Ordering::Greater => view! { <Mirror a=column.clone() b=row.clone()/> }.into_any(),
                }
            });
            view! { <tr><th scope="row">{format!("{}. {name}", r + 1)}</th>{cells.collect_view()}</tr> }
        })
        .collect_view();
    view! {
        <Check/>
        <p class="in sm mut">{w.correlations_hint}</p>
        <div class="scroll-x data-scroll">
            <table class="sheet data-table data-correlations" data-test="data-correlations" id="data-correlations" on:keydown=move_between_rows>
                <thead><tr><th scope="col">{w.factor}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <CorrelationList/>
    }
}

/// The field of a pair.
#[component]
fn Pair(a: Factor, b: Factor, label: String) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let plan = workspace.plan();
    let test = element(&a, &b);
    let key = StoredValue::new((a, b));
    let value = Memo::new(move |_| plan.with(|p| key.with_value(|(a, b)| between(p, a, b))));
    let text = Signal::derive(move || value.get().map(|v| number::exact(v, lang)).unwrap_or_default());
    let raw = Signal::derive(move || value.get().map(|v| v.to_string()).unwrap_or_default());
    let commit = Callback::new(move |entry: String| {
        let entry = entry.trim();
        let value = match entry {
            "" => None,
            entry => Some(number::parse_number(entry, lang).map_err(|e| messages::number_error(&e, lang).paragraph())?),
        };
        let (a, b) = key.get_value();
        // Nothing and 0 are the same: independent.
        here.ask(Command::SetCorrelation(a, b, value.filter(|v| *v != 0.0)))
    });
    view! { <EditField text on_commit=commit label test raw disabled=workspace.read_only()/> }
}

/// The same pair above the diagonal.
#[component]
fn Mirror(a: Factor, b: Factor) -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let plan = workspace.plan();
    let value = Memo::new(move |_| plan.with(|p| between(p, &a, &b)));
    view! { <td class="num mut">{move || value.get().map(|v| number::exact(v, lang))}</td> }
}

/// Whether the correlations can hold together; if not, the pair that fits least and the way out.
#[component]
fn Check() -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let w = words(lang);
    let plan = workspace.plan();
    let impossible = Memo::new(move |_| {
        plan.with(|p| {
            let pair = p.check_correlations().err()?;
            Some((
                factor_name(p, &pair.a, lang),
                factor_name(p, &pair.b, lang),
                element(&pair.a, &pair.b),
            ))
        })
    });
    view! {
        <div role="status" data-test="data-correlations-check" data-value=move || impossible.with(Option::is_none).to_string()>
            {move || impossible.get().map(|(a, b, pair)| view! {
                <p class="in bad" data-test="data-correlations-impossible" data-value=pair>
                    "✕ "{impossible_sentence(&a, &b, lang)}" "
                    <button
                        type="button"
                        class="btn"
                        data-test="data-correlations-repair"
                        disabled=workspace.read_only()
                        on:click=move |_| here.tell(Command::RepairCorrelations)
                    >
                        {w.repair}
                    </button>
                </p>
            })}
        </div>
    }
}

/// The pairs entered, each with its origin.
#[component]
fn CorrelationList() -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let w = words(lang);
    let plan = workspace.plan();
    let pairs = Memo::new(move |_| {
        plan.with(|p| {
            let pair = |c: &Correlation| {
                let name = format!("{} × {}", factor_name(p, &c.a, lang), factor_name(p, &c.b, lang));
                (name, c.a.clone(), c.b.clone(), c.value.value)
            };
            p.correlations.iter().map(pair).collect::<Vec<_>>()
        })
    });
    let row = move |(name, a, b, value): (String, Factor, Factor, f64)| {
        let test = element(&a, &b);
        let target = OriginTarget::Field(OriginField::Correlation(a.clone(), b.clone()));
        let removed_pair = (a, b);
        view! {
            <li>
                {name}": "<b>{number::exact(value, lang)}</b>" "
                <OriginMark target name=test.clone()/>
                <button
                    type="button"
                    class="link no-print"
                    data-test=format!("{test}-clear")
                    disabled=workspace.read_only()
                    on:click=move |_| here.tell(Command::SetCorrelation(removed_pair.0.clone(), removed_pair.1.clone(), None))
                >
                    {w.clear}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || pairs.with(|p| !p.is_empty()) fallback=move || view! { <p class="in sm mut">{w.none}</p> }>
            <ul class="in sm data-pairs" data-test="data-correlations-pairs">{move || pairs.get().into_iter().map(row).collect_view()}</ul>
        </Show>
    }
}
