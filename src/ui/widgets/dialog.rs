//! Dialogs over the page: the native element, which keeps the focus inside and closes on Escape.

use crate::app::use_prefs;
use crate::ui::prelude::*;
use leptos::html;

/// A dialog that is shown while `open` is true; closing it sets `open` to false.
#[component]
pub fn Dialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// Heading.
    #[prop(into)]
    title: Signal<String>,
    /// `data-test` name.
    #[prop(into)]
    test: String,
    /// What is in it; made anew each time it is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let prefs = use_prefs();
    let node = NodeRef::<html::Dialog>::new();
    let id = format!("{test}-title");
    let heading = id.clone();
    // The element has to be told: its modal state is no attribute.
    Effect::new(move |_| {
        let shown = open.get();
        if let Some(dialog) = node.get() {
            if shown && !dialog.open() {
                let _ = dialog.show_modal();
            } else if !shown && dialog.open() {
                dialog.close();
            }
        }
    });
    view! {
        <dialog
            node_ref=node
            class="dlg"
            aria-labelledby=id
            data-test=test
            on:close=move |_| open.set(false)
            on:click=move |event| {
                // A click on the backdrop hits the dialog itself, never something in it.
                if event.target() == event.current_target() {
                    open.set(false);
                }
            }
        >
            <Show when=move || open.get()>
                <div class="dlg-in">
                    <header>
                        <h2 id=heading.clone()>{title}</h2>
                        <button
                            type="button"
                            class="btn quiet icon"
                            aria-label=move || prefs.t().shell.close
                            on:click=move |_| open.set(false)
                        >
                            <super::Icon shape=super::Shape::Close/>
                        </button>
                    </header>
                    {children()}
                </div>
            </Show>
        </dialog>
    }
}

/// A question with two answers. `Some(question)` shows it.
#[component]
pub fn Confirm(
    /// The question, while it is asked.
    question: RwSignal<Option<String>>,
    /// Heading.
    #[prop(into)]
    title: Signal<String>,
    /// Word on the button that goes ahead.
    #[prop(into)]
    go_ahead: Signal<String>,
    /// Called when the person goes ahead.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// `data-test` name; the buttons get `-yes` and `-no` after it.
    #[prop(into)]
    test: String,
) -> impl IntoView {
    let prefs = use_prefs();
    let open = RwSignal::new(false);
    // The dialog closes itself on Escape; the question has to follow, and the other way round.
    Effect::watch(
        move || question.with(Option::is_some),
        move |asked, _, _| open.set(*asked),
        true,
    );
    Effect::watch(
        move || open.get(),
        move |shown, before, _| {
            if before == Some(&true) && !shown {
                question.set(None);
            }
        },
        false,
    );
    let yes = format!("{test}-yes");
    let no = format!("{test}-no");
    view! {
        <Dialog open title test>
            <p class="dlg-text">{move || question.get()}</p>
            <div class="dlg-acts">
                <button type="button" class="btn" data-test=no.clone() on:click=move |_| open.set(false)>
                    {move || prefs.t().shell.cancel}
                </button>
                <button
                    type="button"
                    class="btn pri"
                    data-test=yes.clone()
                    on:click=move |_| {
                        open.set(false);
                        on_confirm.run(());
                    }
                >
                    {go_ahead}
                </button>
            </div>
        </Dialog>
    }
}
