//! Dialogs over the page: the native element, which keeps the focus inside and closes on Escape.

use crate::app::use_prefs;
use crate::ui::prelude::*;
use leptos::html;

/// When a dialog is shown, and what closing it does.
#[derive(Clone, Copy, Debug)]
pub struct DialogState {
    open: Signal<bool>,
    close: Callback<()>,
}

impl DialogState {
    /// Shown while `open` says so. `close` is to make it say no; it is called once more when the dialog is off the page.
    pub fn new(open: Signal<bool>, close: Callback<()>) -> Self {
        Self { open, close }
    }
}

impl From<RwSignal<bool>> for DialogState {
    fn from(open: RwSignal<bool>) -> Self {
        let close = move |()| {
            if open.get_untracked() {
                open.set(false);
            }
        };
        Self::new(open.into(), Callback::new(close))
    }
}

/// A dialog about something is shown while there is something.
impl<T: Send + Sync + 'static> From<RwSignal<Option<T>>> for DialogState {
    fn from(subject: RwSignal<Option<T>>) -> Self {
        let close = move |()| {
            if subject.with_untracked(Option::is_some) {
                subject.set(None);
            }
        };
        let open = Memo::new(move |_| subject.with(Option::is_some));
        Self::new(open.into(), Callback::new(close))
    }
}

/// A dialog over the page: a native one, so that the focus stays inside and Escape closes it.
#[component]
pub fn Dialog(
    /// A signal that is true, or holds the subject, while it is shown.
    #[prop(into)]
    open: DialogState,
    /// Heading of the dialog, which also names it for screen readers.
    #[prop(into)]
    title: Signal<String>,
    /// `data-test` name.
    #[prop(into)]
    test: String,
    /// What is in it; made anew each time it is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let DialogState { open, close } = open;
    let prefs = use_prefs();
    let node = NodeRef::<html::Dialog>::new();
    let id = format!("{test}-title");
    let heading = id.clone();
    // The element has to be told: its modal state is no attribute.
    Effect::new(move |_| {
        let is_open = open.get();
        if let Some(dialog) = node.get() {
            if is_open && !dialog.open() {
                let _ = dialog.show_modal();
            } else if !is_open && dialog.open() {
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
            on:close=move |_| close.run(())
            on:click=move |event| {
                // A click on the backdrop hits the dialog itself, never something in it.
                if event.target() == event.current_target() {
                    close.run(());
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
                            on:click=move |_| close.run(())
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
