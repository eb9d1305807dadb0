//! Messages at the edge of the page, spoken by screen readers: what was done politely, what went wrong at once.

use crate::app::{Toast, ToastKind, use_prefs, use_toasts};
use crate::ui::prelude::*;
use crate::ui::widgets::{Icon, Rows, Shape};

/// The messages in view.
#[component]
pub fn ToastList() -> impl IntoView {
    let prefs = use_prefs();
    let toasts = use_toasts();
    let of = move |kind: ToastKind| {
        move || {
            let list = toasts.list().get();
            list.into_iter().filter(|t| t.kind == kind).collect::<Vec<_>>()
        }
    };
    view! {
        <div class="toasts" role="region" aria-label=move || prefs.t().shell.messages>
            <div class="toast-list" role="alert">
                <Rows each=of(ToastKind::Error) key=|t| t.id.to_string() children=|toast| view! { <ToastView toast/> }/>
            </div>
            <div class="toast-list" role="status">
                <Rows each=of(ToastKind::Info) key=|t| t.id.to_string() children=|toast| view! { <ToastView toast/> }/>
            </div>
        </div>
    }
}

#[component]
fn ToastView(toast: Toast) -> impl IntoView {
    let prefs = use_prefs();
    let toasts = use_toasts();
    let id = toast.id;
    let undo = toast.undo.clone().map(|undo| {
        view! {
            <button
                type="button"
                class="btn"
                data-test="toast-undo"
                on:click=move |_| {
                    toasts.close(id);
                    undo();
                }
            >
                {move || prefs.t().shell.undo_this}
            </button>
        }
    });
    view! {
        <div
            class=if toast.kind == ToastKind::Error { "toast error" } else { "toast" }
            data-test="toast"
            data-value=if toast.kind == ToastKind::Error { "error" } else { "info" }
            on:mouseenter=move |_| toasts.hold(id)
            on:mouseleave=move |_| toasts.release(id)
            on:focusin=move |_| toasts.hold(id)
            on:focusout=move |_| toasts.release(id)
        >
            <p>{toast.text}</p>
            {undo}
            <button
                type="button"
                class="btn quiet icon"
                data-test="toast-close"
                aria-label=move || prefs.t().shell.close
                on:click=move |_| toasts.close(id)
            >
                <Icon shape=Shape::Close/>
            </button>
        </div>
    }
}
