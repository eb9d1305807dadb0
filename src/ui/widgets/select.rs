//! A list of choices of which one is taken.

use crate::ui::prelude::*;

/// Value and word of a choice.
pub type ListChoice = (String, String);

/// A list of choices. Which one is taken is said by the choices themselves: a value set on the list before they are
/// in it would be lost.
#[component]
pub fn Select(
    /// Name for screen readers, where no label around it gives one.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// `data-test` name.
    #[prop(into)]
    test: String,
    /// The choices from top to bottom.
    #[prop(into)]
    choices: Signal<Vec<ListChoice>>,
    /// Value of the choice taken; with one that is none of them the first is shown.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the value of the choice made.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Whether nothing can be chosen.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Id, for a label elsewhere.
    #[prop(optional, into)]
    id: Option<String>,
    /// Class of the element.
    #[prop(optional, into)]
    class: Option<String>,
) -> impl IntoView {
    let option = move |(choice, word): ListChoice| {
        let own = choice.clone();
        let is_taken = Memo::new(move |_| value.with(|v| *v == own));
        view! { <option value=choice prop:selected=is_taken>{word}</option> }
    };
    view! {
        <select
            id=id
            class=class
            aria-label=move || label.map(|l| l.get())
            data-test=test
            data-value=value
            disabled=disabled
            on:change=move |event| on_choose.run(event_target_value(&event))
        >
            {move || choices.get().into_iter().map(option).collect_view()}
        </select>
    }
}

/// Choices that never change.
pub fn fixed_choices(choices: &[(&str, &str)]) -> Signal<Vec<ListChoice>> {
    let choices = choices
        .iter()
        .map(|(value, word)| ((*value).to_owned(), (*word).to_owned()))
        .collect();
    Signal::stored(choices)
}
