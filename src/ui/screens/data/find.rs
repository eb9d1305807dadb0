//! The side of the screen: a field that finds numbers by their name, and the list of sections.

use super::field::write_number;
use super::place::{self, Section};
use super::{Here, here, inventory};
use crate::platform::dom;
use crate::ui::prelude::*;
use leptos::html;

/// Most numbers listed under the field.
const MOST_FOUND: usize = 12;

/// Brings a place of the plan into view and the focus to it.
pub fn show(path: &str) {
    dom::reveal(&place::candidates(path));
}

/// The side of the screen.
#[component]
pub fn SideBar() -> impl IntoView {
    let Here { lang, t, .. } = here();
    view! {
        <nav class="data-side no-print" aria-label=t.sections>
            <Find/>
            <ul class="data-nav">
                {Section::ALL
                    .map(|section| {
                        let id = section.name();
                        view! {
                            <li>
                                <button
                                    type="button"
                                    data-test=format!("{id}-link")
                                    on:click=move |_| { dom::reveal(&[id.to_owned()]); }
                                >
                                    {section.title(lang)}
                                </button>
                            </li>
                        }
                    })}
            </ul>
            <p class="data-key mini">
                <span class="org">{t.mark_reported}</span> {t.reported} " "
                <span class="org d">{t.mark_derived}</span> {t.derived} " "
                <span class="org a">{t.mark_assumption}</span> {t.assumption}
            </p>
        </nav>
    }
}

/// The field that finds numbers. `/` focuses it; Enter goes to the first one, Escape empties it.
#[component]
fn Find() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let query = RwSignal::new(String::new());
    let input = NodeRef::<html::Input>::new();
    let hits = Memo::new(move |_| {
        let query = query.get();
        workspace.plan().with(|plan| {
            inventory::find(plan, &query, lang, MOST_FOUND)
                .into_iter()
                .map(|(field, label)| {
                    let value = field.read(plan).map(|v| write_number(v, field.unit(plan), lang));
                    (field.path(), label, value.unwrap_or_default())
                })
                .collect::<Vec<_>>()
        })
    });
    focus_on_slash(input);
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            if let Some((path, ..)) = hits.get_untracked().first() {
                show(path);
            }
        }
        "Escape" => query.set(String::new()),
        _ => {}
    };
    let list = move || {
        let hits = hits.get();
        if hits.is_empty() && query.with(|q| !q.trim().is_empty()) {
            return view! { <p class="data-none sm">{t.nothing_found}</p> }.into_any();
        }
        hits.into_iter()
            .map(|(path, label, value)| {
                let name = place::element(&path);
                view! {
                    <li>
                        <button type="button" data-test=format!("{name}-found") on:click=move |_| show(&path)>
                            <span>{label}</span>
                            <b class="num">{value}</b>
                        </button>
                    </li>
                }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <div class="data-find" role="search">
            <input
                node_ref=input
                type="search"
                class="field words"
                placeholder=t.find
                aria-label=t.find
                aria-keyshortcuts="/"
                autocomplete="off"
                spellcheck="false"
                data-test="data-find"
                prop:value=query
                on:input=move |event| query.set(event_target_value(&event))
                on:keydown=on_key
            />
            <ul class="data-found" data-test="data-found" aria-live="polite">{list}</ul>
        </div>
    }
}

/// `/` outside of fields goes to the field.
fn focus_on_slash(input: NodeRef<html::Input>) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        if event.key() == "/"
            && plain
            && !event.default_prevented()
            && !dom::typing(&event)
            && let Some(input) = input.get_untracked()
        {
            event.prevent_default();
            let _ = input.focus();
            input.select();
        }
    });
    on_cleanup(move || handle.remove());
}
