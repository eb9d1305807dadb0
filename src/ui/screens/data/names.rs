//! Which lines there are: names, units, levels, order; lines are added and deleted here.

use super::place;
use super::structure::{AddRow, RowActions, TextField};
use super::{Here, here};
use crate::edit::{Command, LineText};
use crate::model::{Level, Line, LineId, Text};
use crate::ui::prelude::*;
use crate::ui::widgets::{Rows, Select, fixed_choices};

/// Levels a line may lead communes to, as values of the list.
const LEVELS: [(&str, Option<Level>); 4] = [
    ("none", None),
    ("ntm", Some(Level::Ntm)),
    ("advanced", Some(Level::Advanced)),
    ("model", Some(Level::Model)),
];

/// The table of lines and a way to add one.
#[component]
pub fn LineNames() -> impl IntoView {
    let Here { workspace, t, .. } = here();
    let ids = Memo::new(move |_| {
        workspace
            .plan()
            .with(|p| p.lines.iter().map(|l| l.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <div class="scroll-x data-scroll">
            <table class="sheet data-table data-names">
                <thead>
                    <tr>
                        <th scope="col">{t.line}</th>
                        <th scope="col">{t.unit}</th>
                        <th scope="col">{t.level_reached}</th>
                        <th scope="col"><span class="vh">{t.actions}</span></th>
                    </tr>
                </thead>
                <tbody>
                    <Rows each=move || ids.get() key=Clone::clone children=move |id| view! { <Row id ids/> }/>
                </tbody>
            </table>
        </div>
        <AddRow label=t.new_line word=t.add_line test="data-line" add=add/>
    }
}

fn add(here: Here, text: String) -> Command {
    let plan = here.workspace.plan_untracked();
    let mut name = Text::default();
    name.set(here.lang, text);
    Command::AddLine(plan.lines.len(), plan.free_line_id(), name)
}

#[component]
fn Row(id: LineId, ids: Memo<Vec<LineId>>) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let plan = workspace.plan();
    let base = place::element(&format!("/lines/{id}"));
    let key = StoredValue::new(id);
    let of = move |read: fn(&Line) -> &Text| {
        Signal::derive(move || {
            plan.with(|p| {
                key.with_value(|id| p.line(id).map(|l| read(l).get(lang).to_owned()))
                    .unwrap_or_default()
            })
        })
    };
    let name = of(|l| &l.name);
    let set = move |text: LineText| {
        Callback::new(move |entry: String| Command::SetLineText(key.get_value(), text, lang, entry))
    };
    let level = Signal::derive(move || {
        let level = plan.with(|p| key.with_value(|id| p.line(id).and_then(|l| l.level)));
        let level_word = LEVELS.iter().find(|(_, l)| *l == level);
        level_word.map_or("none", |(value, _)| *value).to_owned()
    });
    let choose = Callback::new(move |value: String| {
        if let Some((_, level)) = LEVELS.iter().find(|(v, _)| *v == value) {
            here.tell(Command::SetLineLevel(key.get_value(), *level));
        }
    });
    let levels = fixed_choices(&[
        ("none", t.no_level),
        ("ntm", t.level_ntm),
        ("advanced", t.level_advanced),
        ("model", t.level_model),
    ]);
    let at = Memo::new(move |_| {
        ids.with(|ids| {
            let at = key.with_value(|id| ids.iter().position(|own| own == id));
            (at.unwrap_or_default(), ids.len())
        })
    });
    let label = move |what: &'static str| Signal::derive(move || format!("{}: {what}", name.get()));
    view! {
        <tr data-test=format!("{base}-names")>
            <th scope="row" class="wide">
                <TextField text=name label=label(t.line) test=format!("{base}-name") command=set(LineText::Name)/>
            </th>
            <td><TextField text=of(|l| &l.unit) label=label(t.unit) test=format!("{base}-unit") command=set(LineText::Unit)/></td>
            <td><Select class="data-select" disabled=workspace.read_only() label=t.level_reached test=format!("{base}-level") choices=levels value=level on_choose=choose/></td>
            <td>
                <RowActions
                    base=base.clone()
                    name
                    place=at
                    shift=Callback::new(move |to| Command::MoveLine(key.get_value(), to))
                    delete=Callback::new(move |()| Command::DeleteLine(key.get_value()))
                />
            </td>
        </tr>
    }
}
