//! Dated steps with somebody who answers for them.

use super::date_field::DateField;
use super::lines::Names;
use super::structure::RowActions;
use super::{Here, here, place};
use crate::edit::Command;
use crate::model::{LineId, Milestone};
use crate::ui::prelude::*;
use crate::ui::widgets::{EditField, Rows, Select};

/// Milestones of all lines, and a way to add one.
#[component]
pub fn Milestones(lines: Memo<Names>) -> impl IntoView {
    let here = here();
    let Here { workspace, t, .. } = here;
    let rows = Memo::new(move |_| {
        workspace.plan().with(|p| {
            let of_line = |l: &crate::model::Line| {
                let id = l.id.clone();
                (0..l.milestones.len())
                    .map(|index| (id.clone(), index))
                    .collect::<Vec<_>>()
            };
            p.lines.iter().flat_map(of_line).collect::<Vec<_>>()
        })
    });
    let chosen_line = RwSignal::new(String::new());
    let line = move || {
        let chosen_line = chosen_line.get();
        lines.with(|lines| {
            let is_known = lines.iter().any(|(id, _)| *id == chosen_line);
            if is_known {
                Some(chosen_line)
            } else {
                lines.last().map(|(id, _)| id.clone())
            }
        })
    };
    let add = move || {
        let plan = workspace.plan_untracked();
        if let Some(line) = line().and_then(|id| plan.line(&id).cloned()) {
            let step = Milestone {
                name: t.new_milestone.into(),
                ..Milestone::default()
            };
            here.tell(Command::SetMilestone(line.id, line.milestones.len(), step));
        }
    };
    view! {
        <div class="scroll-x data-scroll">
            <table class="sheet data-table">
                <thead>
                    <tr>
                        <th scope="col">{t.line}</th>
                        <th scope="col">{t.milestone}</th>
                        <th scope="col">{t.owner}</th>
                        <th scope="col">{t.due}</th>
                        <th scope="col"><span class="vh">{t.actions}</span></th>
                    </tr>
                </thead>
                <tbody>
                    <Rows each=move || rows.get() key=|(id, index)| format!("{index} {id}") children=move |(id, index)| view! { <Row id index/> }/>
                </tbody>
            </table>
        </div>
        <div class="in data-buttons no-print">
            <Select
                class="data-select"
                disabled=workspace.read_only()
                label=t.line
                test="data-milestone-line"
                choices=lines
                value=Signal::derive(move || line().unwrap_or_default())
                on_choose=Callback::new(move |id: String| chosen_line.set(id))
            />
            <button type="button" class="btn" data-test="data-milestone-add" disabled=workspace.read_only() on:click=move |_| add()>
                {t.add_milestone}
            </button>
        </div>
    }
}

#[component]
fn Row(id: LineId, index: usize) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let plan = workspace.plan();
    let base = place::element(&format!("/lines/{id}/milestones/{index}"));
    let read = id.clone();
    let current = Memo::new(move |_| {
        plan.with(|p| {
            let line = p.line(&read)?;
            Some((line.name.get(lang).to_owned(), line.milestones.get(index)?.clone()))
        })
    });
    let step = move || current.get().map(|(_, step)| step).unwrap_or_default();
    let key = StoredValue::new(id.clone());
    let put = move |change: &dyn Fn(&mut Milestone)| {
        let mut step = current.get_untracked().map(|(_, step)| step).unwrap_or_default();
        change(&mut step);
        here.ask(Command::SetMilestone(id.clone(), index, step))
    };
    let put = StoredValue::new(put);
    let name = Callback::new(move |entry: String| put.with_value(|put| put(&|s| s.name.set(lang, entry.clone()))));
    let owner = Callback::new(move |entry: String| put.with_value(|put| put(&|s| s.owner = entry.clone())));
    let due = Callback::new(move |iso: String| put.with_value(|put| put(&|s| s.due = iso.clone())));
    let label = move |what: &str| {
        let line = current.with_untracked(|c| c.as_ref().map(|(line, _)| line.clone()).unwrap_or_default());
        format!("{line}, {} {}: {what}", t.milestone, index + 1)
    };
    view! {
        <tr id=base.clone() data-test=base.clone()>
            <th scope="row">{move || current.get().map(|(line, _)| line)}</th>
            <td class="wide">
                <EditField
                    text=Signal::derive(move || step().name.get(lang).to_owned())
                    on_commit=name
                    label=label(t.milestone)
                    test=format!("{base}-name")
                    number=false
                    disabled=workspace.read_only()
                />
            </td>
            <td class="wide">
                <EditField
                    text=Signal::derive(move || step().owner)
                    on_commit=owner
                    label=label(t.owner)
                    test=format!("{base}-owner")
                    number=false
                    disabled=workspace.read_only()
                />
            </td>
            <td>
                <DateField iso=Signal::derive(move || step().due) on_commit=due label=label(t.due) test=format!("{base}-due")/>
            </td>
            <td>
                <RowActions
                    base=base.clone()
                    name=Signal::derive(move || step().name.get(lang).to_owned())
                    delete=Callback::new(move |()| Command::RemoveMilestone(key.get_value(), index))
                />
            </td>
        </tr>
    }
}
