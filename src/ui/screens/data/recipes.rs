//! Who may pay for what: the largest and smallest share of each source in the cost of each line.

use super::field::{PlanField, write_number};
use super::lines::line_names;
use super::origin::{OriginMark, OriginTarget};
use super::place::{self, Section};
use super::sheet::move_between_rows;
use super::{Here, Panel, here};
use crate::model::field::{Field, OriginField, Unit};
use crate::model::{LineId, SourceId};
use crate::ui::prelude::*;

/// The matrix line × source.
#[component]
pub fn RecipesPanel() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let sources = Memo::new(move |_| {
        let short = |s: &crate::model::Source| {
            let name = if s.short.is_empty() { &s.name } else { &s.short };
            (s.id.clone(), name.get(lang).to_owned())
        };
        workspace
            .plan()
            .with(|p| p.sources.iter().map(short).collect::<Vec<_>>())
    });
    let lines = line_names();
    let rows = move || {
        let ids: Vec<SourceId> = sources.get().into_iter().map(|(id, _)| id).collect();
        lines
            .get()
            .into_iter()
            .flat_map(|(id, name)| {
                [
                    view! { <Row id=id.clone() name=Some(name) sources=ids.clone()/> }.into_any(),
                    view! { <Row id name=None sources=ids.clone()/> }.into_any(),
                ]
            })
            .collect_view()
    };
    view! {
        <Panel section=Section::Recipes unit=t.recipes_unit>
            <div class="scroll-x data-scroll">
                <table class="sheet data-table data-recipes" on:keydown=move_between_rows>
                    <thead>
                        <tr>
                            <th scope="col">{t.line}</th>
                            <th scope="col"><span class="vh">{t.share}</span></th>
                            {move || sources.get().into_iter().map(|(_, name)| view! { <th scope="col" class="num">{name}</th> }).collect_view()}
                            <th scope="col" class="num">{t.in_all}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="in mut sm">{t.recipes_hint}</p>
        </Panel>
    }
}

/// The largest shares of a line, with its name, or the smallest ones below.
#[component]
fn Row(id: LineId, name: Option<String>, sources: Vec<SourceId>) -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let plan = workspace.plan();
    let most = name.is_some();
    let base = place::element(&format!("/lines/{id}/recipe"));
    let read = id.clone();
    let sum = Memo::new(move |_| {
        plan.with(|p| {
            let shares = p.line(&read).into_iter().flat_map(|l| l.recipe.values());
            shares.map(|s| if most { s.max } else { s.min }).sum::<f64>()
        })
    });
    // Sums of shares typed in per cent are not exact.
    let short = move || {
        if most {
            sum.get() < 1.0 - 1e-9
        } else {
            sum.get() > 1.0 + 1e-9
        }
    };
    let head = name.map(|name| {
        let target = OriginTarget::Field(OriginField::Recipe(id.clone()));
        view! {
            <th scope="row" rowspan="2" id=base.clone() data-test=base.clone() tabindex="-1">
                {name}" "<OriginMark target name=base.clone()/>
            </th>
        }
    });
    let cells = sources
        .into_iter()
        .map(|source| {
            let field = if most {
                Field::MaxShare(id.clone(), source)
            } else {
                Field::MinShare(id.clone(), source)
            };
            view! { <td><PlanField of=field mark=false/></td> }
        })
        .collect_view();
    view! {
        <tr class=if most { "" } else { "last" }>
            {head}
            <td class="unit">{if most { t.most } else { t.least }}</td>
            {cells}
            <td class="num" class:bad=short data-test=format!("{base}-{}", if most { "most" } else { "least" }) data-value=move || sum.get().to_string()>
                {move || short().then_some("✕ ")}
                {move || write_number(sum.get(), Unit::Share, lang)}
            </td>
        </tr>
    }
}
