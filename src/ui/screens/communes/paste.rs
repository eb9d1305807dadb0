//! The dialog for pasting: what can be read, what cannot and why; nothing is pasted by half unless asked for.

use super::state::{Sheet, use_sheet};
use crate::i18n::communes as words;
use crate::sheet::{Pasted, paste};
use crate::ui::prelude::*;
use crate::ui::widgets::Dialog;

/// Errors that are listed; more are counted.
const LISTED: usize = 12;

/// The dialog.
#[component]
pub fn PasteDialog() -> impl IntoView {
    let sheet = use_sheet();
    let open = RwSignal::new(false);
    // The dialog closes itself on Escape; the text has to follow, and the other way round.
    Effect::watch(
        move || sheet.pasted.with(Option::is_some),
        move |shown, _, _| open.set(*shown),
        true,
    );
    Effect::watch(
        move || open.get(),
        move |shown, before, _| {
            if before == Some(&true) && !shown {
                sheet.pasted.set(None);
                sheet.focus();
            }
        },
        false,
    );
    view! {
        <Dialog open title=sheet.t.paste_title.to_owned() test="paste-dialog">
            <Form open/>
        </Dialog>
    }
}

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let sheet = use_sheet();
    let t = sheet.t;
    let read = Memo::new(move |_| {
        let text = sheet.pasted.get().unwrap_or_default();
        let selection = sheet.selected().unwrap_or_default();
        let (matrix, shown) = (sheet.matrix.get(), sheet.shown.get());
        paste(&matrix, &shown.rows, selection, &text, sheet.lang)
    });
    let apply = move |_| {
        sheet.change(read.with_untracked(|r| r.changes.clone()));
        open.set(false);
    };
    let typed = move || sheet.pasted.with(|p| p.as_ref().is_some_and(|p| !p.trim().is_empty()));
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
                prop:value=move || sheet.pasted.get().unwrap_or_default()
                on:input=move |event| sheet.pasted.set(Some(event_target_value(&event)))
            ></textarea>
            {move || typed().then(|| read.with(|r| outcome(sheet, r)))}
            <div class="data-buttons">
                <button
                    type="button"
                    class="btn pri"
                    data-test="paste-apply"
                    disabled=move || !typed() || read.with(|r| !r.errors.is_empty() || r.changes.is_empty())
                    on:click=apply
                >
                    {t.paste_apply}
                </button>
                <Show when=move || typed() && read.with(|r| !r.errors.is_empty() && !r.changes.is_empty())>
                    <button type="button" class="btn" data-test="paste-readable" on:click=apply>{t.paste_readable}</button>
                </Show>
            </div>
        </div>
    }
}

/// What the paste would do, and what is in its way.
fn outcome(sheet: Sheet, read: &Pasted) -> AnyView {
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
