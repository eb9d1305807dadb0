//! Everything that faces outward from the state, in one list.

use super::{Prefs, Workspace};
use crate::model::Lang;
use crate::platform::settings::{self, Theme};
use crate::platform::{dom, focus, visibility};
use leptos::prelude::*;

/// Starts all root effects. Call once.
pub(super) fn start(workspace: Workspace, prefs: Prefs) {
    title(workspace, prefs);
    language(prefs);
    theme(prefs);
    autosave(workspace);
    save_when_hidden(workspace);
    remember_view(workspace);
    keep_focus();
    super::keys::listen(workspace);
    workspace.boot();
}

fn title(workspace: Workspace, prefs: Prefs) {
    let screen = super::use_route().screen();
    Effect::new(move |_| {
        let lang = prefs.lang().get();
        let screen = screen.get().title(prefs.t());
        workspace.plan().with(|plan| {
            dom::set_title(&format!("{screen} · {}", plan.name.get(lang)));
        });
    });
}

fn language(prefs: Prefs) {
    Effect::new(move |_| {
        let code = match prefs.lang().get() {
            Lang::Vi => "vi",
            Lang::En => "en",
        };
        dom::set_root_attribute("lang", Some(code));
    });
}

fn theme(prefs: Prefs) {
    Effect::new(move |_| {
        let name = match prefs.theme().get() {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        dom::set_root_attribute("data-theme", name);
    });
}

fn autosave(workspace: Workspace) {
    Effect::watch(
        move || workspace.snapshot().with(|s| s.revision),
        move |revision, _, _| workspace.on_change(*revision),
        false,
    );
}

fn save_when_hidden(workspace: Workspace) {
    let listeners = visibility::on_hide(move || workspace.save_before_leaving());
    // Kept as long as the root.
    StoredValue::new_local(listeners);
}

fn remember_view(workspace: Workspace) {
    Effect::watch(
        move || (workspace.plan().with(|p| p.id.clone()), workspace.view()),
        move |(plan, view), before, _| {
            // Opening a plan is no choice of a view, and a plan that is not kept needs none.
            if workspace.has_record() && before.is_some_and(|(b, v)| b == plan && v != view) {
                settings::write_view(plan, view);
            }
        },
        false,
    );
}

/// Who works by keyboard goes on where they were when a control is gone.
fn keep_focus() {
    // Kept as long as the root.
    StoredValue::new_local(focus::keep());
}
