//! Fields of the screen: text that is committed on Enter or on leaving, restored on Escape, and kept with its error
//! when it cannot be used.

use super::origin::{OriginMark, OriginTarget};
use super::place;
use super::slot::{Slot, Unit};
use crate::app::{use_prefs, use_workspace};
use crate::formats::number::{self, NBSP};
use crate::i18n::{messages, texts};
use crate::model::{Lang, Plan};
use leptos::prelude::*;
use std::sync::Arc;

/// Takes a typed text; the error is a sentence for the person who typed it.
pub type Commit = Arc<dyn Fn(&str) -> Result<(), String> + Send + Sync>;

/// A text field. `shown` is its text while nobody types.
#[component]
pub fn EditField(
    /// Id and `data-test` name.
    name: String,
    /// What a screen reader calls it.
    label: String,
    /// Text while nobody types.
    #[prop(into)]
    shown: Signal<String>,
    /// Value for scripts; the shown text where it is not a number.
    #[prop(optional, into)]
    raw: MaybeProp<f64>,
    /// Takes the typed text.
    commit: Commit,
    /// Right-aligned, with a numeric keyboard.
    #[prop(optional)]
    numeric: bool,
) -> impl IntoView {
    let read_only = use_workspace().read_only();
    let typed = RwSignal::new(None::<String>);
    let error = RwSignal::new(None::<String>);
    let commit = StoredValue::new(commit);
    let leave = move || {
        let Some(text) = typed.get_untracked() else { return };
        if text == shown.get_untracked() {
            typed.set(None);
            error.set(None);
            return;
        }
        match commit.try_with_value(|commit| commit(&text)) {
            Some(Err(sentence)) => error.set(Some(sentence)),
            _ => {
                typed.set(None);
                error.set(None);
            }
        }
    };
    let restore = move || {
        typed.set(None);
        error.set(None);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => leave(),
        "Escape" if typed.get_untracked().is_some() => {
            event.stop_propagation();
            restore();
        }
        _ => {}
    };
    let message = format!("{name}-error");
    let described = message.clone();
    view! {
        <input
            type="text"
            class="field"
            class:text=!numeric
            inputmode=if numeric { "decimal" } else { "text" }
            autocomplete="off"
            spellcheck="false"
            id=name.clone()
            data-test=name
            data-value=move || raw.get().map_or_else(|| shown.get(), |v| v.to_string())
            aria-label=label
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=move || error.with(Option::is_some).then(|| described.clone())
            readonly=move || read_only.get()
            prop:value=move || typed.get().unwrap_or_else(|| shown.get())
            on:focus=move |event| event_target::<web_sys::HtmlInputElement>(&event).select()
            on:input=move |event| {
                error.set(None);
                typed.set(Some(event_target_value(&event)));
            }
            on:keydown=on_key
            on:blur=move |_| leave()
        />
        {move || {
            error.get().map(|text| {
                view! { <p class="data-error" role="alert" id=message.clone()><span aria-hidden="true">"✕ "</span>{text}</p> }
            })
        }}
    }
}

/// The field of one number of the plan, with its origin mark and the way back to what was reported.
#[component]
pub fn SlotField(
    /// Which number.
    slot: Slot,
    /// Whether the origin mark stands beside it; parts of a range share one.
    #[prop(default = true)]
    mark: bool,
) -> impl IntoView {
    let workspace = use_workspace();
    let lang = use_prefs().lang().get_untracked();
    let plan = workspace.plan();
    let slot = Arc::new(slot);
    let value = {
        let slot = Arc::clone(&slot);
        Memo::new(move |_| plan.with(|p| slot.read(p)))
    };
    let (unit, path, label) = workspace.plan().with_untracked(|p| {
        let path = slot.path();
        let label = messages::path_in_words(&path, p, lang);
        (slot.unit(p), path, label)
    });
    let shown = Signal::derive(move || value.get().map(|v| written(v, unit, lang)).unwrap_or_default());
    let commit: Commit = {
        let slot = Arc::clone(&slot);
        Arc::new(move |text| {
            let plan = workspace.plan_untracked();
            let value = read(text, unit, &slot, &plan, lang)?;
            if slot.read(&plan) == Some(value) {
                return Ok(());
            }
            let command = slot.write(&plan, value).ok_or_else(|| texts(lang).data.gone.to_owned())?;
            super::ask(workspace, command, lang)
        })
    };
    let target = mark
        .then(|| plan.with_untracked(|p| slot.origin(p).map(|(field, _)| OriginTarget::Field(field))))
        .flatten();
    let name = place::element(&path);
    view! {
        <div class="data-cell">
            <EditField name=name.clone() label=label shown=shown raw=value commit=commit numeric=true/>
            {target.map(|target| view! { <OriginMark target=target name=name.clone()/> })}
            <Replaced slot=slot unit=unit name=name/>
        </div>
    }
}

/// What was reported before somebody edited the number, as a button that brings it back.
#[component]
fn Replaced(slot: Arc<Slot>, unit: Unit, name: String) -> impl IntoView {
    let workspace = use_workspace();
    let lang = use_prefs().lang().get_untracked();
    let plan = workspace.plan();
    let old = {
        let slot = Arc::clone(&slot);
        Memo::new(move |_| plan.with(|p| slot.replaced(p)))
    };
    move || {
        old.get().map(|old| {
            let slot = Arc::clone(&slot);
            let number = written(old, unit, lang);
            view! {
                <button
                    type="button"
                    class="data-reset"
                    data-test=format!("{name}-reset")
                    title=texts(lang).data.reset_hint
                    aria-label=format!("{}: {number}", texts(lang).data.reset_hint)
                    disabled=move || workspace.read_only().get()
                    on:click=move |_| {
                        if let Some(command) = slot.reset(&workspace.plan_untracked()) {
                            workspace.dispatch(command);
                        }
                    }
                >
                    <span aria-hidden="true">"↺ "</span>{number.clone()}
                </button>
            }
        })
    }
}

/// A number as its field shows it, with every decimal it has.
pub fn written(value: f64, unit: Unit, lang: Lang) -> String {
    match unit {
        // Percent of a share: 0,29 × 100 is 28,999… in binary; four decimals of a percent are exact enough to type.
        Unit::Share => {
            let percent = (value * 1e6).round() / 1e4;
            format!("{}{NBSP}%", number::exact(percent, lang))
        }
        _ => number::exact(value, lang),
    }
}

/// Reads a typed text as a number of this kind.
fn read(text: &str, unit: Unit, slot: &Slot, plan: &Plan, lang: Lang) -> Result<f64, String> {
    let told = |error| messages::number_error(&error, lang).paragraph();
    match unit {
        Unit::Share => number::parse_percent(text, lang).map_err(told),
        Unit::Money => {
            let current = slot.read(plan).unwrap_or(0.0);
            number::parse_amount(text, lang, current, slot.replaced(plan).unwrap_or(current))
                .map(|parsed| parsed.value)
                .map_err(told)
        }
        Unit::Factor => number::parse_number(text, lang).map_err(told),
        Unit::Count | Unit::Months => {
            let value = number::parse_number(text, lang).map_err(told)?;
            whole(value, lang)
        }
        Unit::MonthOfYear => {
            let value = number::parse_number(text, lang).map_err(told)?;
            if (1.0..=12.0).contains(&value) {
                whole(value, lang)
            } else {
                Err(texts(lang).data.month_of_year.to_owned())
            }
        }
    }
}

fn whole(value: f64, lang: Lang) -> Result<f64, String> {
    if value.fract() == 0.0 {
        Ok(value)
    } else {
        Err(texts(lang).data.whole_number.to_owned())
    }
}
