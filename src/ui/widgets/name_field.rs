//! The name of a row while it is typed.

use crate::platform::dom;
use crate::ui::prelude::*;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html::Input;

/// The name while it is typed: Enter or leaving keeps it, Escape restores.
#[component]
pub fn NameField(
    /// Id of what is named.
    id: StoredValue<String>,
    /// Id of what is being renamed; set to none when that is over.
    renaming: RwSignal<Option<String>>,
    /// The name before.
    before: String,
    /// `data-test` name.
    test: String,
    /// `data-test` name of the control that gets the focus back.
    back: String,
    /// Name of the field for screen readers.
    #[prop(into)]
    label: Signal<&'static str>,
    /// Takes the new name, by id; never an empty one.
    keep: impl Fn(String, String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let node: NodeRef<Input> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(field) = node.get() {
            let _ = field.focus();
            field.select();
        }
    });
    let done = move |name: String| {
        // Taking the field away makes it lose the focus: that is not a second commit.
        let Some(id) = id.try_get_value() else { return };
        if renaming.try_get_untracked().flatten().as_ref() != Some(&id) {
            return;
        }
        renaming.set(None);
        let name = name.trim().to_owned();
        if !name.is_empty() {
            keep(id, name);
        }
    };
    // Taken away with the screen while somebody types: that is leaving it too.
    on_cleanup(move || {
        if let Some(field) = node.get_untracked() {
            untrack(|| done(field.value()));
        }
    });
    let focus = move || {
        let selector = format!("[data-test=\"{back}\"]");
        request_animation_frame(move || {
            dom::focus(&selector);
        });
    };
    let key = move |ev: KeyboardEvent| match ev.key().as_str() {
        "Enter" => {
            done(event_target_value(&ev));
            focus();
        }
        "Escape" => {
            ev.stop_propagation();
            renaming.set(None);
            focus();
        }
        _ => {}
    };
    view! {
        <input
            class="field sc-field"
            type="text"
            maxlength="200"
            data-test=test
            aria-label=label
            node_ref=node
            prop:value=before
            on:keydown=key
            on:blur=move |ev: FocusEvent| done(event_target_value(&ev))
        />
    }
}
