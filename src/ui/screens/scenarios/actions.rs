//! What can be done with scenarios: add, duplicate, take a preset, delete, move.

use super::columns::set_ticked;
use super::list::ListState;
use crate::app::{Prefs, Toasts, Workspace, use_prefs, use_workspace};
use crate::edit::{Command, PRESETS, preset};
use crate::i18n::scenarios as words;
use crate::model::{Overrides, Scenario};
use crate::platform::{dom, focus};
use crate::ui::prelude::*;
use leptos::ev::{FocusEvent, KeyboardEvent};
use wasm_bindgen::JsCast;

/// Adds a scenario at the end, shows it, and puts it into the comparison if there is room.
fn add(workspace: Workspace, scenario: Scenario) -> Option<String> {
    let id = scenario.id.clone();
    let end = workspace.plan_untracked().scenarios.len();
    if !workspace.dispatch(Command::AddScenario(end, scenario)) {
        return None;
    }
    workspace.show_scenario(&id);
    set_ticked(workspace, &id, true);
    Some(id)
}

fn add_new(workspace: Workspace, state: ListState) {
    let plan = workspace.plan_untracked();
    let id = add(
        workspace,
        Scenario {
            id: plan.free_scenario_id("scenario"),
            name: words::new_name(&plan),
            note: String::new(),
            overrides: Overrides::default(),
        },
    );
    state.renaming.set(id);
}

fn duplicate(workspace: Workspace) {
    let plan = workspace.plan_untracked();
    if let Some(original) = plan.scenario(&workspace.scenario_id().get_untracked()) {
        add(
            workspace,
            Scenario {
                id: plan.free_scenario_id(&original.id),
                name: words::copy_name(&original.name),
                ..original.clone()
            },
        );
    }
}

/// Deletes a scenario; the message that tells it offers to bring it back where it was.
pub fn delete(workspace: Workspace, prefs: Prefs, toasts: Toasts, id: &str) {
    let plan = workspace.plan_untracked();
    let Some(index) = plan.scenarios.iter().position(|s| s.id == id) else {
        return;
    };
    let scenario = plan.scenarios[index].clone();
    let lang = prefs.lang().get_untracked();
    let text = words::deletion(words::name_or_id(&scenario.name, &scenario.id, lang), lang);
    let ticked = workspace.comparison().get_untracked();
    let base = workspace.base_id().get_untracked();
    if !workspace.dispatch(Command::DeleteScenario(id.to_owned())) {
        return;
    }
    toasts.with_undo(text, move || {
        // It may be back already, by the undo of the whole plan.
        if workspace.plan_untracked().scenario(&scenario.id).is_none() {
            workspace.dispatch(Command::AddScenario(index, scenario.clone().into_inner()));
        }
        workspace.set_comparison(ticked.clone());
        workspace.compare_with(&base);
    });
}

/// Moves a scenario to a place of the list (0-based, the end if too large) and says so.
pub fn move_to(workspace: Workspace, prefs: Prefs, state: ListState, id: &str, to: usize) {
    let plan = workspace.plan_untracked();
    let last = plan.scenarios.len().saturating_sub(1);
    let Some(from) = plan.scenarios.iter().position(|s| s.id == id) else {
        return;
    };
    let to = to.min(last);
    if to == from || !workspace.dispatch(Command::MoveScenario(id.to_owned(), to)) {
        return;
    }
    let lang = prefs.lang().get_untracked();
    let name = words::name_or_id(&plan.scenarios[from].name, id, lang);
    state.announcement.set(words::move_report(name, to + 1, last + 1, lang));
}

/// The buttons under the list.
#[component]
pub fn ListActions(
    /// State of the list.
    state: ListState,
) -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let duplicate_label = move || {
        let lang = prefs.lang().get();
        let id = workspace.scenario_id().get();
        workspace.plan().with(|plan| {
            let name = plan
                .scenario(&id)
                .map_or("", |s| words::name_or_id(&s.name, &s.id, lang));
            words::duplicate_label(name, lang)
        })
    };
    view! {
        <footer>
            <button class="btn pri" data-test="scenario-new" on:click=move |_| add_new(workspace, state)>
                {move || prefs.t().scenarios.add}
            </button>
            <button class="btn" data-test="scenario-duplicate" title=duplicate_label on:click=move |_| duplicate(workspace)>
                <span class="cut">{duplicate_label}</span>
            </button>
            <PresetMenu/>
        </footer>
    }
}

/// The presets as a menu that opens above its button.
#[component]
fn PresetMenu() -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let open = RwSignal::new(false);
    let items = move || {
        let lang = prefs.lang().get();
        let plan = workspace.plan().get();
        PRESETS
            .iter()
            .filter_map(|id| preset(id, &plan).map(|p| (*id, p)))
            .map(|(id, preset)| {
                let name = words::name_or_id(&preset.name, id, lang).to_owned();
                let what = words::summary(&plan, &preset.overrides, lang);
                view! {
                    <li role="none">
                        <button
                            role="menuitem"
                            data-test=format!("scenario-preset-{id}")
                            on:click=move |_| {
                                open.set(false);
                                add_preset(workspace, id);
                            }
                        >
                            <b>{name}</b>
                            <small>{what}</small>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    let key = move |ev: KeyboardEvent| {
        let step = match ev.key().as_str() {
            "Escape" if open.get_untracked() => {
                ev.stop_propagation();
                open.set(false);
                dom::focus("[data-test=scenario-preset]");
                return;
            }
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        ev.prevent_default();
        let go = move || focus::step(".sc-menu [role=menuitem]", step);
        if open.get_untracked() {
            go();
        } else {
            open.set(true);
            // What is still hidden cannot take the focus.
            request_animation_frame(go);
        }
    };
    let leave = move |ev: FocusEvent| {
        let within = |e: &FocusEvent| {
            let inside = e.current_target()?.dyn_into::<leptos::web_sys::Node>().ok()?;
            let next = e.related_target()?.dyn_into::<leptos::web_sys::Node>().ok()?;
            Some(inside.contains(Some(&next)))
        };
        if within(&ev) != Some(true) {
            open.set(false);
        }
    };
    view! {
        <div class="sc-menu" on:keydown=key on:focusout=leave>
            <button
                class="btn"
                data-test="scenario-preset"
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|o| *o = !*o)
            >
                {move || prefs.t().scenarios.from_preset}
            </button>
            <ul role="menu" aria-label=move || prefs.t().scenarios.presets hidden=move || !open.get()>
                {items}
            </ul>
        </div>
    }
}

fn add_preset(workspace: Workspace, id: &str) {
    let plan = workspace.plan_untracked();
    if let Some(preset) = preset(id, &plan) {
        add(workspace, preset);
    }
}
