//! The list of scenarios: order, ticks, names, and what can be done with each.

use super::actions::ListActions;
use super::columns::columns;
use super::row::ScenarioRow;
use crate::app::{use_prefs, use_workspace};
use crate::i18n::scenarios as words;
use crate::ui::prelude::*;
use crate::ui::widgets::Rows;
use leptos::html::Ul;

/// A row on its way to another place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drag {
    /// The scenario that is dragged.
    pub id: String,
    /// The gap it would fall into: 0 before the first row.
    pub gap: usize,
}

/// What is going on in the list, apart from the plan.
#[derive(Clone, Copy, Debug)]
pub struct ListState {
    /// The scenario whose name is being typed.
    pub renaming: RwSignal<Option<String>>,
    /// The scenario whose note is open.
    pub noting: RwSignal<Option<String>>,
    /// The row that is dragged.
    pub drag: RwSignal<Option<Drag>>,
    /// What a screen reader is told of the last move.
    pub announcement: RwSignal<String>,
    /// List element, whose rows are measured while one is dragged.
    pub rows: NodeRef<Ul>,
}

/// The list of scenarios with its buttons.
#[component]
pub fn ScenarioList() -> impl IntoView {
    let workspace = use_workspace();
    let prefs = use_prefs();
    let state = ListState {
        renaming: RwSignal::new(None),
        noting: RwSignal::new(None),
        drag: RwSignal::new(None),
        announcement: RwSignal::new(String::new()),
        rows: NodeRef::new(),
    };
    let columns = columns(workspace);
    let ids = Memo::new(move |_| -> Vec<String> {
        workspace
            .plan()
            .with(|p| p.scenarios.iter().map(|s| s.id.clone()).collect())
    });
    let count = move || words::compared_count(columns.with(Vec::len), ids.with(Vec::len), prefs.lang().get());
    view! {
        <section class="panel sc-list" aria-labelledby="sc-list-title">
            <header>
                <h2 id="sc-list-title">{move || prefs.t().scenarios.title}</h2>
                <span class="unit">{count}</span>
            </header>
            <ul node_ref=state.rows class:dragging=move || state.drag.with(Option::is_some)>
                <Rows each=move || ids.get() key=Clone::clone let(id)>
                    <ScenarioRow id state columns/>
                </Rows>
            </ul>
            <p class="vh" aria-live="polite">{state.announcement}</p>
            <ListActions state/>
        </section>
    }
}
