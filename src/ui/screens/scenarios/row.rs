//! One scenario of the list.

use super::actions::{delete, move_to};
use super::columns::set_ticked;
use super::list::{Drag, ListState};
use super::marker::Marker;
use crate::app::{MOST_COMPARED, Screen, use_prefs, use_route, use_toasts, use_workspace};
use crate::edit::Command;
use crate::i18n::scenarios as words;
use crate::optimise::is_edited_since;
use crate::platform::{dom, pointer};
use crate::ui::prelude::*;
use crate::ui::widgets::{Icon, NameField, Shape};
use leptos::ev::{KeyboardEvent, PointerEvent};

/// What a row shows.
#[derive(Clone, Debug, Default, PartialEq)]
struct RowView {
    name: String,
    note: String,
    what: String,
    changed: bool,
    index: usize,
    count: usize,
    place: Option<usize>,
    is_base: bool,
    is_shown: bool,
    full: bool,
}

/// One scenario of the list: handle, tick, marker, name, what differs.
#[component]
pub fn ScenarioRow(
    /// Id of the scenario of the row.
    id: String,
    /// State of the list.
    state: ListState,
    /// The scenarios in the comparison.
    columns: Memo<Vec<String>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let toasts = use_toasts();
    let id = StoredValue::new(id);
    let view = Memo::new(move |_| {
        let lang = prefs.lang().get();
        let id = id.get_value();
        workspace.plan().with(|plan| {
            let index = plan.scenarios.iter().position(|s| s.id == id).unwrap_or_default();
            plan.scenarios.get(index).map_or_else(RowView::default, |s| {
                let is_base = workspace.base_id().with(|b| *b == id);
                let mut summary_words = words::summary(plan, &s.overrides, lang);
                if let Some(schedule) = &s.overrides.schedule
                    && is_edited_since(&workspace.evaluation_of(&id).inputs, schedule)
                {
                    summary_words = format!("{summary_words}, {}", prefs.t().optimise.edited_since);
                }
                let has_changes = !crate::edit::describe::changes(plan, &s.overrides).is_empty();
                let base = prefs.t().scenarios.base;
                RowView {
                    name: words::name_or_id(&s.name, &s.id, lang).to_owned(),
                    note: s.note.clone(),
                    what: match (is_base, has_changes) {
                        (true, true) => format!("{base}; {summary_words}"),
                        (true, false) => base.to_owned(),
                        _ => summary_words,
                    },
                    changed: has_changes,
                    index,
                    count: plan.scenarios.len(),
                    place: columns.with(|c| c.iter().position(|c| *c == id)),
                    is_base,
                    is_shown: workspace.scenario_id().with(|shown| *shown == id),
                    full: columns.with(Vec::len) >= MOST_COMPARED,
                }
            })
        })
    });
    let is_renaming = move || state.renaming.with(|r| r.as_ref() == Some(&id.get_value()));
    let is_noting = move || state.noting.with(|r| r.as_ref() == Some(&id.get_value()));
    let test = move |what: &str| id.with_value(|id| format!("scenario-{id}-{what}"));
    let is_ticked = move || view.with(|v| v.place.is_some());
    let tick_title = move || {
        let t = &prefs.t().scenarios;
        view.with(|v| match (v.is_base, v.full && v.place.is_none()) {
            (true, _) => t.base_always,
            (_, true) => t.most_compared,
            _ => "",
        })
    };
    let drop_before = move || {
        let (index, last) = view.with(|v| (v.index, v.index + 1 == v.count));
        state.drag.with(|d| match d {
            Some(drag) if drag.gap == index => "before",
            Some(drag) if last && drag.gap > index => "after",
            _ => "",
        })
    };
    view! {
        <li
            class="sc-row"
            class:shown=move || view.with(|v| v.is_shown)
            data-drop=drop_before
            data-test=id.with_value(|id| format!("scenario-row-{id}"))
        >
            <Handle id state index=Signal::derive(move || view.with(|v| v.index)) name=Signal::derive(move || view.with(|v| v.name.clone()))/>
            <input
                type="checkbox"
                data-test=test("tick")
                prop:checked=is_ticked
                disabled=move || view.with(|v| v.is_base || (v.full && v.place.is_none()))
                title=tick_title
                aria-label=move || words::tick_label(&view.with(|v| v.name.clone()), prefs.lang().get())
                on:change=move |ev| set_ticked(workspace, &id.get_value(), event_target_checked(&ev))
            />
            <span class="sc-mark">{move || view.with(|v| v.place).map(|place| view! { <Marker place/> })}</span>
            {move || if is_renaming() {
                view! { <RenameField id state/> }.into_any()
            } else {
                view! {
                    <button
                        class="sc-name"
                        data-test=test("show")
                        aria-current=move || view.with(|v| v.is_shown).then_some("true")
                        title=move || view.with(|v| v.what.clone())
                        on:click=move |_| workspace.show_scenario(&id.get_value())
                        on:dblclick=move |_| state.renaming.set(Some(id.get_value()))
                        on:keydown=move |ev: KeyboardEvent| if ev.key() == "F2" {
                            state.renaming.set(Some(id.get_value()));
                        }
                    >
                        <b>{move || view.with(|v| v.name.clone())}</b>
                        <small>{move || view.with(|v| v.what.clone())}</small>
                    </button>
                }.into_any()
            }}
            <button
                class="btn quiet icon sc-del"
                data-test=test("delete")
                disabled=move || view.with(|v| v.count < 2)
                title=move || {
                    let t = &prefs.t().scenarios;
                    if view.with(|v| v.count < 2) { t.last_one } else { t.delete }
                }
                aria-label=move || words::action_on(prefs.t().scenarios.delete, &view.with(|v| v.name.clone()))
                on:click=move |_| delete(workspace, prefs, toasts, &id.get_value())
            >
                <Icon shape=Shape::Trash/>
            </button>
            <Show when=move || view.with(|v| v.is_shown)>
                <Tools id state view/>
            </Show>
            <Show when=move || is_noting()>
                <NoteField id state note=Signal::derive(move || view.with(|v| v.note.clone()))/>
            </Show>
            <Show when=move || !is_noting() && view.with(|v| !v.note.is_empty())>
                <p class="sc-note" data-test=test("note-text")>{move || view.with(|v| v.note.clone())}</p>
            </Show>
        </li>
    }
}

/// The handle: dragged with a pointer, moved with arrow keys.
#[component]
fn Handle(id: StoredValue<String>, state: ListState, index: Signal<usize>, name: Signal<String>) -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let down = move |ev: PointerEvent| {
        if ev.button() == 0 {
            ev.prevent_default();
            pointer::capture(&ev);
            state.drag.set(Some(Drag {
                id: id.get_value(),
                gap: index.get_untracked(),
            }));
        }
    };
    let over = move |ev: PointerEvent| {
        let Some(rows) = state.rows.get_untracked() else { return };
        if state.drag.with_untracked(Option::is_some) {
            let gap = pointer::gap_at(&rows, f64::from(ev.client_y()));
            state.drag.update(|d| {
                if let Some(drag) = d {
                    drag.gap = gap;
                }
            });
        }
    };
    let up = move |_: PointerEvent| {
        let Some(drag) = state.drag.get_untracked() else { return };
        state.drag.set(None);
        let from = index.get_untracked();
        let to = if drag.gap > from { drag.gap - 1 } else { drag.gap };
        move_to(workspace, prefs, state, &drag.id, to);
    };
    let key = move |ev: KeyboardEvent| {
        let from = index.get_untracked();
        let to = match ev.key().as_str() {
            "ArrowUp" => from.checked_sub(1),
            "ArrowDown" => Some(from + 1),
            "Home" => Some(0),
            "End" => Some(usize::MAX),
            "Escape" => {
                state.drag.set(None);
                return;
            }
            _ => return,
        };
        ev.prevent_default();
        if let Some(to) = to {
            move_to(workspace, prefs, state, &id.get_value(), to);
            keep_focus(&id.get_value(), "move");
        }
    };
    view! {
        <button
            class="sc-grip"
            data-test=id.with_value(|id| format!("scenario-{id}-move"))
            title=move || prefs.t().scenarios.move_hint
            aria-label=move || words::action_on(prefs.t().scenarios.move_hint, &name.get())
            on:pointerdown=down
            on:pointermove=over
            on:pointerup=up
            on:pointercancel=move |_| state.drag.set(None)
            on:keydown=key
        ></button>
    }
}

/// Puts the focus back on a control of a row once the row stands at its new place: a row that is moved loses it.
fn keep_focus(id: &str, control: &str) {
    let selector = format!("[data-test=\"scenario-{id}-{control}\"]");
    request_animation_frame(move || {
        dom::focus(&selector);
    });
}

/// The name while it is typed.
#[component]
fn RenameField(id: StoredValue<String>, state: ListState) -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let before = workspace
        .plan_untracked()
        .scenario(&id.get_value())
        .map(|s| s.name.get(prefs.lang().get_untracked()).to_owned())
        .unwrap_or_default();
    let keep = move |id: String, name: String| {
        let lang = prefs.lang().get_untracked();
        workspace.dispatch(Command::RenameScenario(id, lang, name));
    };
    view! {
        <NameField
            id
            renaming=state.renaming
            before
            test=id.with_value(|id| format!("scenario-{id}-name"))
            back=id.with_value(|id| format!("scenario-{id}-show"))
            label=Signal::derive(move || prefs.t().scenarios.name)
            keep
        />
    }
}

/// The note while it is open.
#[component]
fn NoteField(id: StoredValue<String>, state: ListState, note: Signal<String>) -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    view! {
        <textarea
            class="field sc-notefield"
            rows="3"
            maxlength="2000"
            data-test=id.with_value(|id| format!("scenario-{id}-note-field"))
            aria-label=move || prefs.t().scenarios.note
            placeholder=move || prefs.t().scenarios.note_hint
            prop:value=note
            on:keydown=move |ev: KeyboardEvent| if ev.key() == "Escape" {
                ev.stop_propagation();
                state.noting.set(None);
            }
            on:change=move |ev| {
                if let Some(id) = id.try_get_value() {
                    workspace.dispatch(Command::NoteScenario(id, event_target_value(&ev)));
                }
            }
        ></textarea>
    }
}

/// What can be done with the scenario that is shown.
#[component]
fn Tools(id: StoredValue<String>, state: ListState, view: Memo<RowView>) -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let route = use_route();
    let t = move || &prefs.t().scenarios;
    let test = move |what: &str| id.with_value(|id| format!("scenario-{id}-{what}"));
    let toggle_note = move |_| {
        state.noting.update(|n| {
            let own = Some(id.get_value());
            *n = if *n == own { None } else { own };
        });
    };
    let at = move |step: isize, control: &'static str| {
        move |_| {
            let to = view.with_untracked(|v| v.index).saturating_add_signed(step);
            move_to(workspace, prefs, state, &id.get_value(), to);
            keep_focus(&id.get_value(), control);
        }
    };
    view! {
        <div class="sc-tools" role="group" aria-label=move || view.with(|v| v.name.clone())>
            <button class="btn" data-test=test("overview") on:click=move |_| {
                workspace.show_scenario(&id.get_value());
                route.go(Screen::Overview);
            }>{move || t().show_overview}</button>
            <button class="btn" data-test=test("base") disabled=move || view.with(|v| v.is_base)
                on:click=move |_| workspace.compare_with(&id.get_value())>{move || t().make_base}</button>
            <button class="btn icon" data-test=test("rename") title=move || t().rename aria-label=move || t().rename
                on:click=move |_| state.renaming.set(Some(id.get_value()))>
                <Icon shape=Shape::Pencil/>
            </button>
            <button class="btn" data-test=test("note") aria-expanded=move || state.noting.with(|n| n.as_ref() == Some(&id.get_value())).to_string()
                on:click=toggle_note>{move || t().note}</button>
            <button class="btn" data-test=test("reset") disabled=move || view.with(|v| !v.changed)
                title=move || t().reset_hint
                on:click=move |_| {
                    workspace.dispatch(Command::ClearOverrides(id.get_value()));
                }>{move || t().reset}</button>
            <button class="btn icon" data-test=test("up") disabled=move || view.with(|v| v.index == 0)
                title=move || t().move_up aria-label=move || t().move_up on:click=at(-1, "up")>
                <Icon shape=Shape::Up/>
            </button>
            <button class="btn icon" data-test=test("down") disabled=move || view.with(|v| v.index + 1 >= v.count)
                title=move || t().move_down aria-label=move || t().move_down on:click=at(1, "down")>
                <Icon shape=Shape::Down/>
            </button>
        </div>
    }
}
