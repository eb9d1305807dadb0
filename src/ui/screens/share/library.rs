//! All plans kept in this browser.

use crate::app::{LibraryEntry, Screen, use_prefs, use_route, use_workspace};
use crate::i18n::scenarios::{action_on, name_or_id};
use crate::i18n::share as words;
use crate::model::samples;
use crate::platform::clock;
use crate::ui::prelude::*;
use crate::ui::widgets::{NameField, Rows};

/// The plan library.
#[component]
pub fn Library() -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let renaming: RwSignal<Option<String>> = RwSignal::new(None);
    let ids =
        Memo::new(move |_| -> Vec<String> { workspace.library().with(|l| l.iter().map(|e| e.id.clone()).collect()) });
    view! {
        <section class="panel sh-library" aria-labelledby="sh-library-title">
            <header>
                <h2 id="sh-library-title">{move || prefs.t().share.library}</h2>
                <span class="unit">{move || prefs.t().share.library_hint}</span>
            </header>
            <Show
                when=move || !ids.with(Vec::is_empty)
                fallback=move || view! { <p class="sh-text">{move || prefs.t().share.library_empty}</p> }
            >
                <div class="sh-scroll">
                    <table class="sheet" data-test="library">
                        <thead>
                            <tr>
                                <th scope="col">{move || prefs.t().share.name}</th>
                                <th scope="col">{move || prefs.t().share.updated}</th>
                                <th scope="col" class="num">{move || prefs.t().share.size}</th>
                                <th scope="col"><span class="vh">{move || prefs.t().share.actions}</span></th>
                            </tr>
                        </thead>
                        <tbody>
                            <Rows each=move || ids.get() key=Clone::clone let(id)>
                                <Entry id renaming/>
                            </Rows>
                        </tbody>
                    </table>
                </div>
            </Show>
            <NewPlan/>
        </section>
    }
}

/// One plan of the library.
#[component]
fn Entry(id: String, renaming: RwSignal<Option<String>>) -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let id = StoredValue::new(id);
    let entry: Memo<Option<LibraryEntry>> = Memo::new(move |_| {
        workspace
            .library()
            .with(|l| l.iter().find(|e| e.id == id.get_value()).cloned())
    });
    let is_open = Memo::new(move |_| workspace.plan().with(|p| p.id == id.get_value()));
    let name = move || {
        let lang = prefs.lang().get();
        entry.with(|e| {
            e.as_ref()
                .map(|e| name_or_id(&e.name, &e.id, lang).to_owned())
                .unwrap_or_default()
        })
    };
    let updated_words = move || entry.with(|e| e.as_ref().map(|e| clock::time_or_day(e.updated)));
    let bytes = move || entry.with(|e| e.as_ref().map_or(0, |e| e.bytes));
    let broken = move || entry.with(|e| e.as_ref().is_some_and(|e| e.broken));
    let is_renaming = move || renaming.with(|r| r.as_ref() == Some(&id.get_value()));
    let test = move |what: &str| id.with_value(|id| format!("plan-{id}-{what}"));
    view! {
        <tr class:on=is_open data-test=id.with_value(|id| format!("plan-row-{id}"))>
            <th scope="row">
                {move || if is_renaming() {
                    view! {
                        <NameField
                            id
                            renaming
                            before=name()
                            test=test("name")
                            back=test("rename")
                            label=Signal::derive(move || prefs.t().share.name)
                            keep=move |id: String, name: String| {
                                workspace.rename_plan(&id, name);
                            }
                        />
                    }.into_any()
                } else {
                    view! { <span class="sh-name">{name}</span> }.into_any()
                }}
                <Show when=move || is_open.get()>
                    <span class="sh-tag">{move || prefs.t().share.is_open}</span>
                </Show>
                <Show when=broken>
                    <span class="sh-tag bad" title=move || prefs.t().share.broken_hint>{move || prefs.t().share.broken}</span>
                </Show>
            </th>
            <td>{updated_words}</td>
            <td class="num" data-value=move || bytes().to_string()>{move || words::size(bytes() as f64, prefs.lang().get())}</td>
            <td class="sh-actions">
                <Show
                    when=move || !broken()
                    fallback=move || view! {
                        <button class="btn" data-test=test("download")
                            on:click=move |_| workspace.download_plan(&id.get_value())>{move || prefs.t().share.download}</button>
                    }
                >
                    <button class="btn" data-test=test("open") disabled=move || is_open.get()
                        aria-label=move || action_on(prefs.t().share.open, &name())
                        on:click=move |_| workspace.open_plan(&id.get_value())>{move || prefs.t().share.open}</button>
                    <button class="btn" data-test=test("duplicate")
                        aria-label=move || action_on(prefs.t().share.duplicate, &name())
                        on:click=move |_| workspace.duplicate_plan(&id.get_value())>{move || prefs.t().share.duplicate}</button>
                    <button class="btn" data-test=test("rename")
                        aria-label=move || action_on(prefs.t().share.rename, &name())
                        on:click=move |_| renaming.set(Some(id.get_value()))>{move || prefs.t().share.rename}</button>
                    <button class="btn" data-test=test("delete")
                        aria-label=move || action_on(prefs.t().share.delete, &name())
                        on:click=move |_| workspace.delete_plan(&id.get_value())>{move || prefs.t().share.delete}</button>
                </Show>
            </td>
        </tr>
    }
}

/// New plans: from the default sample, or from each of the samples.
#[component]
fn NewPlan() -> impl IntoView {
    let workspace = use_workspace();
    let route = use_route();
    let prefs = use_prefs();
    let samples = move || {
        let lang = prefs.lang().get();
        samples::NAMES
            .iter()
            .filter_map(|name| samples::by_name(name).map(|plan| (*name, plan)))
            .map(|(sample, plan)| {
                let label = name_or_id(&plan.name, sample, lang).to_owned();
                view! {
                    <button class="btn" data-test=format!("plan-new-{sample}") on:click=move |_| workspace.new_plan(Some(sample))>
                        {label}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <footer class="sh-new">
            <button class="btn" data-test="plan-new" on:click=move |_| {
                workspace.new_plan(None);
                route.go(Screen::Data);
            }>{move || prefs.t().share.new_plan}</button>
            <span class="mut">{move || prefs.t().share.new_from}</span>
            {samples}
        </footer>
    }
}
