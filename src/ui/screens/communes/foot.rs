//! Below the table: who is chosen at what cost, how sure the goal is, the formula, the key. Above it: what to do while
//! nothing is known.

use super::state::{Sheet, use_sheet};
use crate::edit::Command;
use crate::i18n::communes as words;
use crate::i18n::messages;
use crate::i18n::overview::refused_picks;
use crate::sheet::Standing;
use crate::ui::prelude::*;
use crate::ui::widgets::EditField;

/// What it means that nothing is known, and what to do; nothing once a cell is filled.
#[component]
pub fn Unknown() -> impl IntoView {
    let sheet = use_sheet();
    let text = Memo::new(move |_| {
        let matrix = sheet.matrix.get();
        let average = sheet.ranking.with(|r| r.group.map(|g| (g.cost, g.months)));
        (matrix.count_filled() == 0).then(|| words::empty_hint(matrix.rows.len(), average, sheet.lang))
    });
    move || {
        text.get()
            .map(|text| view! { <p class="cm-unknown" data-test="communes-unknown">{text}</p> }.into_any())
    }
}

/// What the choice comes to: who is chosen, what is refused, how many are pushed.
#[component]
pub fn Foot() -> impl IntoView {
    let sheet = use_sheet();
    let (t, lang, workspace) = (sheet.t, sheet.lang, sheet.workspace);
    let refusals = Memo::new(move |_| {
        let plan = sheet.run.get().plan;
        let evaluation = workspace.evaluation_at(&plan, &workspace.scenario_id().get());
        refused_picks(&plan, &evaluation, lang)
    });
    let chosen_words = move || {
        let (matrix, ranking) = (sheet.matrix.get(), sheet.ranking.get());
        let ranked_names = ranking
            .standings
            .iter()
            .filter(|(_, s)| matches!(s, Standing::Chosen { .. }));
        let names: Vec<&str> = ranked_names
            .filter_map(|(id, _)| matrix.rows.get(matrix.row_of(id)?).map(|r| r.name.as_str()))
            .collect();
        words::choice_sentence(&ranking, &names, lang)
    };
    let key = [
        ("m", t.met, ""),
        ("p", t.doing, t.letters[0]),
        ("o", t.open, t.letters[1]),
        ("u", t.unknown, "?"),
    ];
    view! {
        <div class="cm-foot">
            <p class="cm-chosen" data-test="communes-chosen">{chosen_words}</p>
            {move || {
                let refusals = refusals.get();
                (!refusals.is_empty()).then(|| view! { <p class="bad" data-test="communes-refused">{refusals}</p> })
            }}
            {move || sheet.ranking.with(|r| {
                let units = r.climbing.map_or(0, |g| g.units);
                words::climbing_sentence(r, lang).map(|climb_words| view! {
                    <p class="mut sm" data-test="communes-climbing" data-value=units.to_string()>{climb_words}</p>
                })
            })}
            <p class="cm-pushed">
                <PushField/>
                <span data-test="communes-chance" data-value=move || sheet.ranking.with(|r| r.chance().to_string())>
                    {move || sheet.ranking.with(|r| words::push_sentence(r, lang))}
                </span>
            </p>
            <p class="cm-key">
                {key.map(|(class, word, letter)| view! {
                    <span><i class=format!("c {class}")>{letter}</i>" "{word}</span>
                })}
                <span>{t.legend_number}</span>
                <span class="late">{t.late}</span>
            </p>
            // Folded away on the screen, so that the rows have the room; written out on paper.
            <details class="cm-how">
                <summary class="sm">{t.how}</summary>
                <p class="mut sm">{t.formula}</p>
                <p class="mut sm no-print" id="cm-keys">{t.keys_hint}</p>
            </details>
        </div>
    }
}

/// How many are pushed in the scenario shown.
#[component]
fn PushField() -> impl IntoView {
    let sheet = use_sheet();
    let t = sheet.t;
    let text = Signal::derive(move || sheet.ranking.with(|r| r.pushed.to_string()));
    let commit = Callback::new(move |entry: String| commit_pushed(sheet, &entry));
    view! {
        <span class="cm-push" title=t.pushed>
            <EditField text on_commit=commit label=t.pushed.to_owned() test="communes-pushed" disabled=sheet.workspace.read_only()/>
        </span>
    }
}

fn commit_pushed(sheet: Sheet, text: &str) -> Result<(), String> {
    let units = match text.trim() {
        "" => None,
        text => {
            let value = crate::formats::number::parse_number(text, sheet.lang)
                .map_err(|e| messages::number_error(&e, sheet.lang).paragraph())?;
            if value.fract() != 0.0 || value < 0.0 {
                return Err(sheet.t.whole_units.to_owned());
            }
            let most = sheet.ranking.with_untracked(|r| r.candidates());
            if value > most as f64 {
                return Err(words::too_many(most, sheet.lang));
            }
            Some(value as u32)
        }
    };
    let plan = sheet.workspace.plan_untracked();
    let level = sheet.level.get_untracked();
    let line = plan.lines.iter().find(|l| l.level.is_some() && l.level == level);
    if let Some(line) = line {
        let scenario = sheet.workspace.scenario_id().get_untracked();
        sheet
            .workspace
            .dispatch(Command::SetPushed(scenario, line.id.clone(), units));
    }
    Ok(())
}
