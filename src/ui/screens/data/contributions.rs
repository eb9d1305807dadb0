//! What the villagers paid last year by line and by commune: optional, to compare with.

use super::{Here, here, place};
use crate::edit::Command;
use crate::formats::number;
use crate::i18n::guards::words;
use crate::i18n::messages;
use crate::model::Plan;
use crate::ui::prelude::*;
use crate::ui::widgets::{EditField, Rows};

/// Fields of last year's contributions; empty: unknown.
#[component]
pub fn Contributions() -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let t = words(lang);
    let plan = workspace.plan();
    let lines = Memo::new(move |_| plan.with(|p| p.lines.iter().map(|l| l.id.clone()).collect::<Vec<_>>()));
    let communes = Memo::new(move |_| plan.with(|p| p.communes.iter().map(|c| c.id.clone()).collect::<Vec<_>>()));
    view! {
        <details class="in data-set" id="data-last-contribution" data-test="data-last-contribution">
            <summary>{t.last_contribution}" "<span class="mut sm">{t.last_contribution_unit}</span></summary>
            <p class="mut sm">{t.last_contribution_hint}</p>
            <h4>{t.by_line}</h4>
            <dl class="data-form">
                <Rows each=move || lines.get() key=Clone::clone children=move |id| view! { <Row id commune=false/> }/>
            </dl>
            <Show when=move || communes.with(|c| !c.is_empty())>
                <h4>{t.by_commune}</h4>
                <dl class="data-form">
                    <Rows each=move || communes.get() key=Clone::clone children=move |id| view! { <Row id commune=true/> }/>
                </dl>
            </Show>
        </details>
    }
}

fn contribution(plan: &Plan, id: &str, commune: bool) -> Option<f64> {
    let last = &plan.last_contribution;
    let of = if commune { &last.communes } else { &last.lines };
    of.get(id).map(|f| f.value)
}

#[component]
fn Row(id: String, commune: bool) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let plan = workspace.plan();
    let list = if commune { "communes" } else { "lines" };
    let base = place::element(&format!("/last_contribution/{list}/{id}"));
    let id = StoredValue::new(id);
    let name = move || {
        plan.with(|p| {
            id.with_value(|id| {
                let line = || p.line(id).map(|l| l.name.get(lang).to_owned());
                let own = || p.commune(id).map(|c| c.name.clone());
                if commune { own() } else { line() }.unwrap_or_default()
            })
        })
    };
    let value = Memo::new(move |_| plan.with(|p| id.with_value(|id| contribution(p, id, commune))));
    let text = Signal::derive(move || value.get().map(|v| number::exact(v, lang)).unwrap_or_default());
    let commit = Callback::new(move |entry: String| {
        let amount = match entry.trim() {
            "" => None,
            entry => {
                let current = value.get_untracked().unwrap_or(0.0);
                let read = number::parse_amount(entry, lang, current, current);
                Some(read.map_err(|e| messages::number_error(&e, lang).paragraph())?.value)
            }
        };
        here.ask(match commune {
            true => Command::SetCommuneContribution(id.get_value(), amount),
            false => Command::SetLineContribution(id.get_value(), amount),
        })
    });
    view! {
        <div>
            <dt>{name}</dt>
            <dd>
                <EditField
                    text
                    on_commit=commit
                    label=Signal::derive(move || format!("{}: {}", words(lang).last_contribution, name()))
                    test=base
                    raw=Signal::derive(move || value.get().map(|v| v.to_string()).unwrap_or_default())
                    disabled=workspace.read_only()
                />
            </dd>
        </div>
    }
}
