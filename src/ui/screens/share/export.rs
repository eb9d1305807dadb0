//! Sending the open plan as a file.

use crate::app::{use_prefs, use_workspace};
use crate::formats::{Refusal, export, file_name, plan_hash};
use crate::i18n::{messages, share as words};
use crate::model::{Lang, Plan};
use crate::platform::{clock, files};
use crate::ui::prelude::*;

/// A file that was handed over.
#[derive(Clone, Debug)]
struct HandOver {
    name: String,
    bytes: usize,
    hash: String,
}

/// What became of the last export.
#[derive(Clone, Debug)]
enum ExportResult {
    /// The file went out, with its check code.
    HandOver(HandOver),
    /// What would be read is not what would be written.
    Failed(Refusal),
    /// The browser did not take the file.
    Blocked,
}

/// Makes the file, checks it and hands it to the browser.
fn hand_over(plan: &Plan, lang: Lang) -> ExportResult {
    let day = clock::iso_date();
    let exporting =
        export(plan, &clock::iso_moment(clock::now())).and_then(|text| plan_hash(plan).map(|hash| (text, hash)));
    let (text, hash) = match exporting {
        Ok(exporting) => exporting,
        Err(refusal) => return ExportResult::Failed(refusal),
    };
    let name = file_name(plan.name.get(lang), &day);
    if !files::download(&name, "application/json", &text) {
        return ExportResult::Blocked;
    }
    ExportResult::HandOver(HandOver {
        name,
        bytes: text.len(),
        hash: hash.trim_start_matches("sha256:").to_owned(),
    })
}

/// The button that exports, and what was handed over.
#[component]
pub fn Export() -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let result: RwSignal<Option<ExportResult>> = RwSignal::new(None);
    let send = move |_| {
        let plan = workspace.plan_untracked();
        result.set(Some(hand_over(&plan, prefs.lang().get_untracked())));
    };
    let result_words = move || {
        let lang = prefs.lang().get();
        let t = &prefs.t().share;
        let failed = |reason: String| {
            view! {
                <div class="sh-error" data-test="export-error"><p><b>{t.export_failed}</b></p><p>{reason}</p></div>
            }
            .into_any()
        };
        result.get().map(|result| match result {
            ExportResult::HandOver(file) => view! {
                <p class="sh-done" data-test="export-done" data-value=file.hash.clone()>
                    <b>{words::export_report(&file.name, file.bytes, &file.hash, lang)}</b>" "{t.checked}
                </p>
            }
            .into_any(),
            ExportResult::Failed(refusal) => failed(messages::refusal(&refusal, lang).paragraph()),
            ExportResult::Blocked => failed(t.export_blocked.to_owned()),
        })
    };
    view! {
        <section class="panel" aria-labelledby="sh-export-title">
            <header><h2 id="sh-export-title">{move || prefs.t().share.export}</h2></header>
            <div class="sh-text">
                <p>{move || prefs.t().share.export_hint}</p>
                <button class="btn pri" data-test="export-json" on:click=send>{move || prefs.t().share.export_button}</button>
                <div role="status">{result_words}</div>
            </div>
        </section>
    }
}
