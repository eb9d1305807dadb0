//! A row of buttons of which one is pressed.

use crate::ui::prelude::*;

/// One of the choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is handed to `on_choose`; also `data-value`.
    pub value: String,
    /// Word on the button.
    pub word: String,
}

impl Choice {
    /// A choice with its value and its word.
    pub fn new(value: impl Into<String>, word: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            word: word.into(),
        }
    }
}

/// A row of buttons of which one is pressed. For two to four short words; more belong in a `<select>`.
#[component]
pub fn Seg(
    /// The choices from left to right.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Value of the one that is pressed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value pressed.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Name of the group.
    #[prop(into)]
    label: Signal<String>,
    /// `data-test` name of the group.
    #[prop(into)]
    test: String,
    /// Whether it cannot be changed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let button = move |choice: Choice| {
        let own = choice.value.clone();
        let is_pressed = Memo::new(move |_| value.with(|v| *v == own));
        let choice_value = choice.value.clone();
        view! {
            <button
                type="button"
                class="seg-b"
                data-value=choice.value
                aria-pressed=move || is_pressed.get().to_string()
                disabled=disabled
                on:click=move |_| on_choose.run(choice_value.clone())
            >
                {choice.word}
            </button>
        }
    };
    view! {
        <div class="seg" role="group" aria-label=label data-test=test data-value=value>
            {move || choices.get().into_iter().map(button).collect_view()}
        </div>
    }
}
