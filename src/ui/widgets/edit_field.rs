//! Text fields that keep what is typed until it is committed, and say in words why it cannot be.

use crate::app::{Workspace, use_prefs};
use crate::formats::number::{exact, parse_number};
use crate::i18n::messages::number_error;
use crate::ui::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html;

/// A text while it is typed.
#[derive(Clone)]
struct Draft {
    text: String,
    /// Why it cannot be used, and the age of the value it was typed over.
    refusal: Option<(String, usize)>,
}

/// A text field: Enter or leaving commits, Escape brings the text before back, focus selects all. What cannot be
/// read stays in the field with the reason below it.
#[component]
pub fn EditField(
    /// The text shown while the field is not being edited.
    #[prop(into)]
    text: Signal<String>,
    /// Takes what was typed; the reason if it cannot be used.
    #[prop(into)]
    on_commit: Callback<String, Result<(), String>>,
    /// Name for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// `data-test` name.
    #[prop(into)]
    test: String,
    /// Raw value for `data-value`; the text if it is not given.
    #[prop(optional, into)]
    raw: Option<Signal<String>>,
    /// Whether it cannot be changed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether it holds a number: aligned right, number keys on a phone.
    #[prop(default = true)]
    number: bool,
    /// Says below the field how the typed text is read, if that is not plain.
    #[prop(optional, into)]
    hint: Option<Callback<String, Option<String>>>,
    /// Called with ±1 (arrows) or ±10 (Shift+arrow), where steps mean something.
    #[prop(optional, into)]
    on_step: Option<Callback<f64>>,
    /// Class of the wrapper, beside `edit`.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let last_draft = RwSignal::new(None::<Draft>);
    let workspace = use_context::<Workspace>();
    // How often the value, or the scenario it is of, has changed.
    let age = Memo::new(move |before: Option<&(usize, _)>| {
        let value = (text.try_get(), workspace.map(|w| w.scenario_id().get()));
        let age = before.map_or(0, |(age, old)| age + usize::from(*old != value));
        (age, value)
    });
    // While somebody types the field shows that, whatever happens to the plan. A refused text belongs to the value it was
    // typed over: once another was shown it counts no more, not even when that value comes back.
    let draft = move || {
        let draft = last_draft.try_get()??;
        let age = age.try_with(|(age, _)| *age)?;
        let counts = draft.refusal.as_ref().is_none_or(|(_, at)| *at == age);
        counts.then_some(draft)
    };
    let message_id = format!("{test}-message");
    let message_ref = message_id.clone();

    let commit = move || {
        // A field that is taken away while it has the focus is left after its signals are gone.
        let (Some(draft), Some(before)) = (untrack(draft), text.try_get_untracked()) else {
            return;
        };
        if draft.text == before {
            last_draft.set(None);
            return;
        }
        match on_commit.run(draft.text.clone()) {
            // What was asked for may have taken the field away.
            Ok(()) => {
                let _ = last_draft.try_set(None);
                // The same text may stand for the new value: show it as it is written.
                if let (Some(Some(input)), Some(text)) = (node.try_get_untracked(), text.try_get_untracked()) {
                    input.set_value(&text);
                }
            }
            Err(reason) => {
                let refusal = age.try_with_untracked(|(age, _)| (reason, *age));
                let _ = last_draft.try_set(Some(Draft { refusal, ..draft }));
            }
        }
    };
    // Taken away while somebody types (the screen changes, a dialog closes): that is leaving it too.
    on_cleanup(move || untrack(commit));
    let restore = move || {
        last_draft.set(None);
        if let Some(input) = node.get_untracked() {
            input.set_value(&text.get_untracked());
            input.select();
        }
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        // Nothing is being typed: the step to take back is the plan's. The browser's own would bring back an old text.
        "z" | "Z" | "y" if (event.ctrl_key() || event.meta_key()) && untrack(draft).is_none() => {
            event.prevent_default();
            let Some(workspace) = workspace else { return };
            if event.key() == "z" {
                workspace.undo();
            } else {
                workspace.redo();
            }
        }
        "Enter" => {
            commit();
            if untrack(draft).is_none_or(|d| d.refusal.is_none())
                && let Some(Some(input)) = node.try_get_untracked()
            {
                input.select();
            }
        }
        "Escape" if untrack(draft).is_some() => {
            event.stop_propagation();
            // A dialog around it stays open.
            event.prevent_default();
            restore();
        }
        key @ ("ArrowUp" | "ArrowDown") => {
            if let Some(step) = on_step {
                event.prevent_default();
                commit();
                let size = if event.shift_key() { 10.0 } else { 1.0 };
                step.run(if key == "ArrowUp" { size } else { -size });
            }
        }
        _ => {}
    };
    let message = Memo::new(move |_| {
        let draft = draft()?;
        match draft.refusal {
            Some((reason, _)) => Some((true, reason)),
            None => hint?.run(draft.text).map(|h| (false, h)),
        }
    });
    view! {
        <span class=format!("edit {class}")>
            <input
                node_ref=node
                type="text"
                class=if number { "field" } else { "field words" }
                inputmode=number.then_some("decimal")
                autocomplete="off"
                spellcheck="false"
                data-test=test
                data-value=move || raw.map_or_else(|| text.get(), |r| r.get())
                aria-label=label
                aria-invalid=move || message.with(|m| m.as_ref().is_some_and(|(wrong, _)| *wrong)).then_some("true")
                aria-describedby=move || message.with(Option::is_some).then(|| message_ref.clone())
                disabled=disabled
                prop:value=move || draft().map_or_else(|| text.get(), |d| d.text)
                on:focus=move |_| {
                    if let Some(input) = node.get_untracked() {
                        input.select();
                    }
                }
                on:input=move |event| {
                    let text = event_target_value(&event);
                    last_draft.set(Some(Draft { text, refusal: None }));
                }
                on:blur=move |_| commit()
                on:keydown=on_key
            />
            {move || {
                message.get().map(|(wrong, words)| {
                    view! {
                        <span
                            class=if wrong { "field-msg bad" } else { "field-msg" }
                            id=message_id.clone()
                            role=if wrong { "alert" } else { "status" }
                        >
                            {words}
                        </span>
                    }
                })
            }}
        </span>
    }
}

/// A number in the person's language. For amounts with units (`174,21 tỷ`, `80%`) use [`EditField`] with
/// [`crate::formats::number::parse_amount`].
#[component]
pub fn NumberField(
    /// The value as it is in the plan.
    #[prop(into)]
    value: Signal<f64>,
    /// Takes the value typed, finite and inside `min..=max`.
    #[prop(into)]
    on_commit: Callback<f64>,
    /// Name for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// `data-test` name.
    #[prop(into)]
    test: String,
    /// Decimals shown; what is typed is kept in full. Without it all there are.
    #[prop(optional)]
    decimals: Option<usize>,
    /// Smallest value accepted.
    #[prop(default = f64::NEG_INFINITY)]
    min: f64,
    /// Largest value accepted.
    #[prop(default = f64::INFINITY)]
    max: f64,
    /// Whether only whole numbers are accepted.
    #[prop(optional)]
    whole: bool,
    /// Shows and reads hundredths: a share of 0,56 is `56`.
    #[prop(optional)]
    percent: bool,
    /// Whether it cannot be changed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let prefs = use_prefs();
    let text = Memo::new(move |_| {
        let lang = prefs.lang().get();
        let value = value.get();
        match (percent, decimals) {
            (true, decimals) => crate::formats::number::percent(value, decimals.unwrap_or(0), lang),
            (false, Some(decimals)) => crate::formats::number::number(value, decimals, lang),
            (false, None) => exact(value, lang),
        }
    });
    let commit = Callback::new(move |draft: String| {
        let lang = prefs.lang().get_untracked();
        let read = if percent {
            crate::formats::number::parse_percent(&draft, lang)
        } else {
            parse_number(&draft, lang)
        };
        let read = read.map_err(|e| number_error(&e, lang).paragraph())?;
        if read < min || read > max || (whole && read.fract() != 0.0) {
            return Err(crate::i18n::shell::number_range(min, max, whole, percent, lang));
        }
        on_commit.run(read);
        Ok(())
    });
    let raw = Memo::new(move |_| value.get().to_string());
    view! { <EditField text on_commit=commit label test raw disabled/> }
}
