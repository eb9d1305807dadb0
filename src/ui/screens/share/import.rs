//! Receiving a plan file: read, checked by the gate, shown, and only then used.

use super::preview::Preview;
use crate::app::{Prefs, use_prefs};
use crate::formats::{MAX_BYTES, Refusal, Repair, restore};
use crate::i18n::{messages, share as words};
use crate::model::Plan;
use crate::platform::files::{self, FileError};
use crate::ui::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::FileList;
use std::sync::Arc;

/// A file that passed the gate.
#[derive(Clone, Debug)]
pub struct ReceivedFile {
    /// Name of the file.
    pub file: String,
    /// Size of the file as it came, bytes.
    pub bytes: f64,
    /// The plan in it.
    pub plan: Plan,
    /// Version of the engine that wrote it; empty if the file does not say.
    pub engine: String,
    /// When it was written, ISO, where the file says so.
    pub saved: Option<String>,
    /// Whether a newer version wrote it.
    pub newer: bool,
    /// What had to be repaired.
    pub repairs: Vec<Repair>,
}

/// Where receiving a file stands.
#[derive(Clone, Debug)]
enum Stage {
    /// No file was given yet, or the last one was put away.
    Idle,
    /// A file is being read.
    Reading,
    /// More than one file was dropped.
    Several,
    /// Too large to be a plan; its size, bytes.
    TooLarge(f64),
    /// The browser could not read it.
    Unreadable,
    /// It is not text.
    NotText,
    /// The gate refused it.
    Refused(Refusal),
    /// It can be used.
    Ready(Arc<ReceivedFile>),
}

/// Where receiving a file stands, and which file it is.
#[derive(Clone, Copy, Debug)]
pub struct ImportState {
    stage: RwSignal<Stage>,
    file: RwSignal<String>,
    /// Grows with each file: the answer of an earlier one is dropped.
    turn: StoredValue<u64>,
}

impl Default for ImportState {
    fn default() -> Self {
        Self::new()
    }
}

impl ImportState {
    /// No file yet.
    pub fn new() -> Self {
        Self {
            stage: RwSignal::new(Stage::Idle),
            file: RwSignal::new(String::new()),
            turn: StoredValue::new(0),
        }
    }

    /// Lets the file go.
    pub fn clear(self) {
        self.turn.update_value(|t| *t += 1);
        self.stage.set(Stage::Idle);
    }

    /// Takes what was picked or dropped.
    pub fn take(self, files: &FileList) {
        let Some(file) = files.get(0) else { return };
        self.turn.update_value(|t| *t += 1);
        let turn = self.turn.get_value();
        self.file.set(file.name());
        let bytes = file.size();
        if files.length() > 1 {
            return self.stage.set(Stage::Several);
        }
        self.stage.set(Stage::Reading);
        let name = file.name();
        spawn_local(async move {
            let stage = match files::read_text(&file, MAX_BYTES as u64).await {
                Ok(content) => check(name, bytes, &content),
                Err(FileError::TooLarge { bytes, .. }) => Stage::TooLarge(bytes as f64),
                Err(FileError::NotText) => Stage::NotText,
                Err(FileError::Unreadable) => Stage::Unreadable,
            };
            // The screen may be gone, or another file may have come.
            if self.turn.try_get_value() == Some(turn) {
                let _ = self.stage.try_set(stage);
            }
        });
    }
}

fn check(file: String, bytes: f64, content: &str) -> Stage {
    match restore(content) {
        Ok(restored) => Stage::Ready(Arc::new(ReceivedFile {
            file,
            bytes,
            plan: restored.plan,
            engine: restored.engine.unwrap_or_default(),
            saved: restored.saved,
            newer: restored.newer,
            repairs: restored.repairs,
        })),
        Err(error) => Stage::Refused(error),
    }
}

/// The picker, and what became of the file.
#[component]
pub fn Import(
    /// Where receiving stands.
    state: ImportState,
) -> impl IntoView {
    let prefs = use_prefs();
    let input: NodeRef<leptos::html::Input> = NodeRef::new();
    let on_pick = move |_| {
        let Some(field) = input.get_untracked() else { return };
        if let Some(files) = field.files() {
            state.take(&files);
        }
        // The same file picked again shall count again.
        field.set_value("");
    };
    let preview = move || match state.stage.get() {
        Stage::Ready(received) => Some(view! { <Preview received state/> }),
        _ => None,
    };
    view! {
        <section class="panel" aria-labelledby="sh-import-title">
            <header><h2 id="sh-import-title">{move || prefs.t().share.import}</h2></header>
            <div class="sh-text">
                <p>{move || prefs.t().share.import_hint}</p>
                <label class="btn sh-file">
                    <span>{move || prefs.t().share.import_button}</span>
                    <input type="file" accept=".json,application/json" data-test="import-json" node_ref=input on:change=on_pick/>
                </label>
                <div role="status" class="sh-status">
                    {move || matches!(state.stage.get(), Stage::Reading).then(|| prefs.t().share.reading)}
                </div>
                <div role="alert" class="sh-status">
                    {move || state.stage.with(|stage| error(stage, &state.file.get(), prefs))}
                </div>
            </div>
        </section>
        {preview}
    }
}

/// What went wrong, what is kept, what to do.
fn error(stage: &Stage, file: &str, prefs: Prefs) -> Option<impl IntoView + use<>> {
    let lang = prefs.lang().get();
    let t = &prefs.t().share;
    let (what, path) = match stage {
        Stage::Idle | Stage::Reading | Stage::Ready(_) => return None,
        Stage::Several => (t.one_file.to_owned(), String::new()),
        Stage::TooLarge(bytes) => (words::size_refusal(*bytes, MAX_BYTES as f64, lang), String::new()),
        Stage::Unreadable => (t.unreadable.to_owned(), String::new()),
        Stage::NotText => (t.not_text.to_owned(), String::new()),
        Stage::Refused(refusal) => (messages::refusal(refusal, lang).paragraph(), refusal.path.clone()),
    };
    let file = file.to_owned();
    Some(view! {
        <div class="sh-error" data-test="import-error">
            <p><b>{t.refused}</b>": "{file}</p>
            <p>{what}</p>
            {(!path.is_empty()).then(|| view! { <p><code data-test="import-error-path">{path}</code></p> })}
            <p>{t.refused_kept}</p>
        </div>
    })
}
