//! Stages of appraisal with their pass rates.

use super::field::PlanField;
use super::lines::Names;
use super::sheet::move_between_rows;
use super::structure::{RowActions, TextField};
use super::{Here, here, place};
use crate::edit::{Command, LineText};
use crate::model::field::{Field, LineField};
use crate::model::{Line, LineId, Text};
use crate::ui::prelude::*;
use crate::ui::widgets::{Rows, Select};

/// Stages of all lines, and a way to add one.
#[component]
pub fn Stages(lines: Memo<Names>) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let rows = Memo::new(move |_| {
        let of_line = |l: &Line| {
            let id = l.id.clone();
            (0..l.appraisal.stages.len())
                .map(|index| (id.clone(), index))
                .collect::<Vec<_>>()
        };
        workspace
            .plan()
            .with(|p| p.lines.iter().flat_map(of_line).collect::<Vec<_>>())
    });
    let chosen_line = RwSignal::new(String::new());
    let line = move || {
        let chosen_line = chosen_line.get();
        lines.with(|lines| {
            let is_known = lines.iter().any(|(id, _)| *id == chosen_line);
            if is_known {
                Some(chosen_line)
            } else {
                lines.first().map(|(id, _)| id.clone())
            }
        })
    };
    let add = move || {
        if let Some(id) = untrack(line) {
            let mut name = Text::default();
            name.set(lang, t.new_stage.to_owned());
            here.tell(Command::AddStage(id, name));
        }
    };
    view! {
        <div class="scroll-x">
            <table class="sheet data-table" on:keydown=move_between_rows>
                <thead>
                    <tr>
                        <th scope="col">{t.line}</th>
                        <th scope="col">{t.stage}</th>
                        <th scope="col" class="num">{t.pass_rate}</th>
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
                test="data-stage-line"
                choices=lines
                value=Signal::derive(move || line().unwrap_or_default())
                on_choose=Callback::new(move |id: String| chosen_line.set(id))
            />
            <button type="button" class="btn" data-test="data-stage-add" disabled=workspace.read_only() on:click=move |_| add()>
                {t.add_stage}
            </button>
        </div>
        <p class="in mut sm">{t.no_stage_hint}</p>
    }
}

#[component]
fn Row(id: LineId, index: usize) -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let plan = workspace.plan();
    let base = place::element(&format!("/lines/{id}/appraisal/stages/{index}"));
    let field = Field::line(&id, LineField::Pass(index));
    let key = StoredValue::new(id);
    let read = Memo::new(move |_| {
        plan.with(|p| {
            let line = key.with_value(|id| p.line(id))?;
            let stage = line.appraisal.stages.get(index)?;
            Some((line.name.get(lang).to_owned(), stage.name.get(lang).to_owned()))
        })
        .unwrap_or_default()
    });
    let name = Signal::derive(move || read.get().1);
    let label = Signal::derive(move || format!("{}: {}", read.get().0, t.stage));
    let set =
        Callback::new(move |entry: String| Command::SetLineText(key.get_value(), LineText::Stage(index), lang, entry));
    view! {
        <tr data-test=base.clone()>
            <th scope="row">{move || read.get().0}</th>
            <td class="wide"><TextField text=name label test=format!("{base}-name") command=set/></td>
            <td><PlanField of=field/></td>
            <td><RowActions base=base.clone() name delete=Callback::new(move |()| Command::RemoveStage(key.get_value(), index))/></td>
        </tr>
    }
}
