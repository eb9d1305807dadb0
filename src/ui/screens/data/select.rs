//! A list of choices of which one is taken.

use super::here;
use crate::ui::prelude::*;

/// A list of choices. Which one is taken is said by the choices themselves: a value set on the list before they are
/// in it would be lost.
#[component]
pub fn Select(
    /// Name for screen readers.
    #[prop(into)]
    label: String,
    /// `data-test` name.
    #[prop(into)]
    test: String,
    /// `(value, word)` of each choice.
    #[prop(into)]
    choices: Signal<Vec<(String, String)>>,
    /// Value of the choice taken.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the value of the choice.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let read_only = here().workspace.read_only();
    let option = move |(choice, word): (String, String)| {
        let own = choice.clone();
        let taken = Memo::new(move |_| value.with(|v| *v == own));
        view! { <option value=choice prop:selected=taken>{word}</option> }
    };
    view! {
        <select
            class="data-select"
            aria-label=label
            data-test=test
            data-value=value
            disabled=read_only
            on:change=move |event| on_choose.run(event_target_value(&event))
        >
            {move || choices.get().into_iter().map(option).collect_view()}
        </select>
    }
}

/// Choices that never change.
pub fn fixed(choices: &[(&str, &str)]) -> Signal<Vec<(String, String)>> {
    let choices = choices
        .iter()
        .map(|(value, word)| ((*value).to_owned(), (*word).to_owned()))
        .collect();
    Signal::stored(choices)
}
