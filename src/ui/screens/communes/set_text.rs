//! The criteria set as a table of text: downloaded, or pasted in place of the set after saying what comes of it.

use super::set::{current, free};
use super::state::use_sheet;
use crate::edit::Command;
use crate::i18n::communes as words;
use crate::model::CriteriaSet;
use crate::platform::files;
use crate::sheet::{CriteriaText, read_set, write_set};
use crate::ui::prelude::*;

/// The table and what replacing the set by it would do.
#[component]
pub fn SetText() -> impl IntoView {
    let sheet = use_sheet();
    let (t, lang) = (sheet.t, sheet.lang);
    let plan = sheet.workspace.plan();
    let text = RwSignal::new(String::new());
    let read = Memo::new(move |_| {
        let level = sheet.level.get();
        plan.with(|p| read_set(&text.get(), p, level.and_then(|l| p.criteria_set(l)), t.set_headings))
    });
    let has_text = move || text.with(|t| !t.trim().is_empty());
    let unusable = move || !has_text() || read.with(|r| r.criteria.is_empty() || !r.errors.is_empty());
    let read_only = sheet.workspace.read_only();
    let off = move || read_only.get() || unusable();
    let download = move |_| {
        let set = current(sheet);
        let table = write_set(set.as_ref(), t.set_headings);
        let name = format!("{}.tsv", t.set_file);
        // The mark at its start says that it is UTF-8.
        files::download(&name, "text/tab-separated-values", &format!("\u{feff}{table}"));
    };
    let put = move |other: bool| {
        let Some(set) = current(sheet) else { return };
        let mut set = CriteriaSet {
            criteria: read.with_untracked(|r| r.criteria.clone()),
            ..set
        };
        if other {
            set.id = plan.with_untracked(|p| free(p.criteria_sets.iter().map(|s| s.id.as_str()), &set.id));
            let draft_name = format!("{} {}", set.name.get(lang), t.draft_suffix);
            set.name = draft_name.as_str().into();
        }
        if sheet.workspace.dispatch(Command::PutCriteriaSet(set)) {
            text.set(String::new());
        }
    };
    let outcome = move |read: &CriteriaText| {
        let errors = read
            .errors
            .iter()
            .map(|e| view! { <li>{words::set_error(e, lang)}</li> });
        let change_words = (!read.criteria.is_empty()).then(|| words::set_change(read, lang));
        view! {
            <p role="status" data-test="set-change" data-value=read.lost.0.to_string()>{change_words}</p>
            <ul class="cm-errors" data-test="set-errors">{errors.collect_view()}</ul>
        }
    };
    view! {
        <details class="cm-set-text" data-test="set-text-open">
            <summary>{t.set_read}</summary>
            <p class="sm">{t.set_read_hint}</p>
            <textarea
                class="field"
                rows="5"
                spellcheck="false"
                aria-label=t.set_read
                data-test="set-text"
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            {move || has_text().then(|| read.with(outcome))}
            <div class="data-buttons">
                <button type="button" class="btn pri" data-test="set-replace" disabled=off on:click=move |_| put(false)>{t.set_replace}</button>
                <button type="button" class="btn" data-test="set-other" disabled=off on:click=move |_| put(true)>{t.set_as_other}</button>
                <button type="button" class="btn" data-test="set-export" on:click=download>{t.set_export}</button>
            </div>
        </details>
    }
}
