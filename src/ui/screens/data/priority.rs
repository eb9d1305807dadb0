//! The order in which lines are served with money.

use super::place::Section;
use super::{Here, Panel, here};
use crate::edit::Command;
use crate::model::{LineId, Plan};
use crate::platform::dom;
use crate::ui::prelude::*;
use crate::ui::widgets::{Icon, Rows, Shape};

/// Lines in order of service: those the plan names, then the others.
fn order(plan: &Plan) -> Vec<LineId> {
    let known_lines = plan.priority.iter().filter(|id| plan.line(id).is_some());
    let mut order: Vec<LineId> = Vec::new();
    for id in known_lines.chain(plan.lines.iter().map(|l| &l.id)) {
        if !order.contains(id) {
            order.push(id.clone());
        }
    }
    order
}

/// The list with buttons that move a line up or down.
#[component]
pub fn PriorityPanel() -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let plan = workspace.plan();
    let lines = Memo::new(move |_| {
        plan.with(|p| {
            let with_name = |id: LineId| {
                let name = p.line(&id).map(|l| l.name.get(lang).to_owned()).unwrap_or_default();
                (id, name)
            };
            order(p).into_iter().map(with_name).collect::<Vec<_>>()
        })
    });
    let count = move || lines.with(Vec::len);
    let place = move |id: &str| {
        lines
            .with(|l| l.iter().position(|(other, _)| other == id))
            .unwrap_or_default()
    };
    let shift = move |id: &str, up: bool| {
        let mut ids = order(&workspace.plan_untracked());
        let Some(at) = ids.iter().position(|other| other == id) else {
            return;
        };
        let to = if up {
            at.checked_sub(1)
        } else {
            Some(at + 1).filter(|to| *to < ids.len())
        };
        if let Some(to) = to {
            ids.swap(at, to);
            here.tell(Command::SetPriority(ids));
            // At the end of the list the pressed button goes dead: its partner keeps the focus in the row.
            let other = if up { "down" } else { "up" };
            let at_end = if up { to == 0 } else { to + 1 == count() };
            let button = if at_end {
                other
            } else if up {
                "up"
            } else {
                "down"
            };
            request_animation_frame({
                let selector = format!("[data-test=\"data-priority-{id}-{button}\"]");
                move || {
                    dom::focus(&selector);
                }
            });
        }
    };
    let row = move |(id, name): (LineId, String)| {
        let (at, up, down) = (id.clone(), id.clone(), id.clone());
        let at = Memo::new(move |_| place(&at));
        let last = Memo::new(move |_| at.get() + 1 >= count());
        view! {
            <li data-test=format!("data-priority-{id}") data-value=move || at.get().to_string()>
                <span class="num">{move || at.get() + 1}</span>
                <b>{name.clone()}</b>
                <button
                    type="button"
                    class="btn small icon"
                    aria-label=format!("{name}: {}", t.move_up)
                    title=t.move_up
                    data-test=format!("data-priority-{id}-up")
                    disabled=move || at.get() == 0 || workspace.read_only().get()
                    on:click=move |_| shift(&up, true)
                >
                    <Icon shape=Shape::Up/>
                </button>
                <button
                    type="button"
                    class="btn small icon"
                    aria-label=format!("{name}: {}", t.move_down)
                    title=t.move_down
                    data-test=format!("data-priority-{id}-down")
                    disabled=move || last.get() || workspace.read_only().get()
                    on:click=move |_| shift(&down, false)
                >
                    <Icon shape=Shape::Down/>
                </button>
            </li>
        }
    };
    view! {
        <Panel section=Section::Priority>
            <p class="in mut sm">{t.priority_hint}</p>
            <ol class="data-order">
                <Rows each=move || lines.get() key=|(id, name)| format!("{id}\n{name}") children=row/>
            </ol>
        </Panel>
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn lines_the_plan_does_not_name_follow_and_unknown_ones_are_left_out() {
        let mut plan = samples::default_plan();
        plan.priority = vec!["gone".into(), "gardens".into(), "gardens".into()];
        let order = order(&plan);
        assert_eq!(order.first().map(String::as_str), Some("gardens"));
        assert_eq!(order.len(), plan.lines.len());
    }
}
