//! The dialog for pasting: what can be read, what cannot and why; nothing is pasted by half unless asked for.

use super::state::{Sheet, use_sheet};
use crate::i18n::communes as words;
use crate::sheet::{PasteResult, paste};
use crate::ui::prelude::*;
use crate::ui::widgets::{Dialog, DialogState};

/// Errors that are listed; more are counted.
const LISTED: usize = 12;

/// The paste dialog: open while there is a text to paste.
#[component]
pub fn PasteDialog() -> impl IntoView {
    let sheet = use_sheet();
    let close = Callback::new(move |()| {
        if sheet.paste_text.with_untracked(Option::is_some) {
            sheet.paste_text.set(None);
        }
        sheet.focus();
    });
    let open = Memo::new(move |_| sheet.paste_text.with(Option::is_some));
    let open = DialogState::new(open.into(), close);
    view! {
        <Dialog open title=sheet.t.paste_title.to_owned() test="paste-dialog">
            <PasteForm/>
        </Dialog>
    }
}

#[component]
fn PasteForm() -> impl IntoView {
    let sheet = use_sheet();
    let t = sheet.t;
    let read = Memo::new(move |_| {
        let text = sheet.paste_text.get().unwrap_or_default();
        let selection = sheet.selected().unwrap_or_default();
        let (matrix, shown_rows) = (sheet.matrix.get(), sheet.shown_rows.get());
        paste(&matrix, &shown_rows.rows, selection, &text, sheet.lang)
    });
    let apply = move |_| {
        sheet.change(read.with_untracked(|r| r.changes.clone()));
        sheet.paste_text.set(None);
    };
    let has_text = move || {
        sheet
            .paste_text
            .with(|p| p.as_ref().is_some_and(|p| !p.trim().is_empty()))
    };
    view! {
        <div class="dlg-body">
            <p class="sm">{t.paste_hint}</p>
            <textarea
                class="field"
                rows="6"
                autofocus=true
                spellcheck="false"
                aria-label=t.paste_label
                data-test="paste-text"
                prop:value=move || sheet.paste_text.get().unwrap_or_default()
                on:input=move |event| sheet.paste_text.set(Some(event_target_value(&event)))
            ></textarea>
            {move || has_text().then(|| read.with(|r| outcome(sheet, r)))}
            <div class="data-buttons">
                <button
                    type="button"
                    class="btn pri"
                    data-test="paste-apply"
                    disabled=move || !has_text() || read.with(|r| !r.errors.is_empty() || r.changes.is_empty())
                    on:click=apply
                >
                    {t.paste_apply}
                </button>
                <Show when=move || has_text() && read.with(|r| !r.errors.is_empty() && !r.changes.is_empty())>
                    <button type="button" class="btn" data-test="paste-readable" on:click=apply>{t.paste_readable}</button>
                </Show>
            </div>
        </div>
    }
}

/// What the paste would do, and what is in its way.
fn outcome(sheet: Sheet, read: &PasteResult) -> AnyView {
    let lang = sheet.lang;
    let matrix = sheet.matrix.get_untracked();
    let summary = words::paste_summary(read.read, read.changes.len(), read.errors.len(), lang);
    let errors = read.errors.iter().take(LISTED).map(|error| {
        let target = error.target.and_then(|(row, col)| {
            let (commune, (_, criterion)) = (matrix.rows.get(row)?, matrix.columns.get(col)?);
            Some(format!("{} · {}", commune.name, criterion.get(lang)))
        });
        view! { <li>{words::paste_error(error, target.as_deref(), lang)}</li> }
    });
    let more = read.errors.len().saturating_sub(LISTED);
    view! {
        <p role="status" data-test="paste-summary" data-value=read.errors.len().to_string()>{summary}</p>
        <ul class="cm-errors" data-test="paste-errors">
            {errors.collect_view()}
            {(more > 0).then(|| view! { <li>{words::more_errors(more, lang)}</li> })}
        </ul>
    }
    .into_any()
}
