//! Lines of the programme: a column each, so that one can read across; what does not fit a number is below.

use super::field::PlanField;
use super::milestones::Milestones;
use super::names::LineNames;
use super::origin::{OriginMark, OriginTarget};
use super::place::{self, Section};
use super::rounds::Rounds;
use super::sheet::move_between_rows;
use super::stages::Stages;
use super::{Here, Panel, here};
use crate::edit::Command;
use crate::engine::measure_push;
use crate::formats::number;
use crate::i18n::{messages, pushed as words};
use crate::model::LineId;
use crate::model::field::{Field, LineField, OriginField, RangeField, RangePart};
use crate::ui::prelude::*;
use crate::ui::widgets::EditField;

/// Id and name of each line, in plan order.
pub type Names = Vec<(LineId, String)>;

/// Names of the lines; changes only when they do.
pub fn line_names() -> Memo<Names> {
    let Here { workspace, lang, .. } = here();
    Memo::new(move |_| {
        let names = |l: &crate::model::Line| (l.id.clone(), l.name.get(lang).to_owned());
        workspace.plan().with(|p| p.lines.iter().map(names).collect())
    })
}

/// Lines with their numbers, rounds, stages, spend and milestones.
#[component]
pub fn LinesPanel() -> impl IntoView {
    let Here { t, .. } = here();
    let lines = line_names();
    view! {
        <Panel section=Section::Lines unit=t.lines_unit>
            <h3>{t.names_units}</h3>
            <LineNames/>
            {move || view! { <Numbers lines=lines.get()/> }}
            <h3>{t.rounds}</h3>
            {move || view! { <Rounds lines=lines.get()/> }}
            <div class="data-halves">
                <div>
                    <h3>{t.stages}</h3>
                    <Stages lines/>
                </div>
                <div>
                    <h3>{t.profile}<span class="unit">{t.profile_unit}</span></h3>
                    {move || view! { <Profiles lines=lines.get()/> }}
                </div>
            </div>
            <h3>{t.milestones}</h3>
            <Milestones lines=lines/>
        </Panel>
    }
}

/// One row of the table: its name and the number of a line in it.
type Row = (&'static str, &'static str, Box<dyn Fn(&str) -> Field>);

/// Rows in groups: (group, unit, rows).
fn rows() -> Vec<(&'static str, Vec<Row>)> {
    let t = here().t;
    let of = |label, unit, field: LineField| -> Row { (label, unit, Box::new(move |id| Field::line(id, field))) };
    let cost = |label, part: RangePart| -> Row {
        (
            label,
            t.million,
            Box::new(move |id| Field::Range(RangeField::UnitCost(id.to_owned()), part)),
        )
    };
    vec![
        (
            t.group_goal,
            vec![
                of(t.goal, t.units, LineField::Goal),
                of(t.weight, "", LineField::Weight),
                of(t.last_year, t.units, LineField::LastYear),
                of(t.stock, t.units, LineField::Stock),
            ],
        ),
        (
            t.group_cost,
            vec![
                cost(t.low, RangePart::Low),
                cost(t.likely, RangePart::Likely),
                cost(t.high, RangePart::High),
            ],
        ),
        (
            t.group_time,
            vec![
                of(t.duration, t.month_unit, LineField::Duration),
                of(t.lag, t.month_unit, LineField::Lag),
                of(t.starts_per_month, t.units, LineField::StartsPerMonth),
                of(t.candidates, t.units, LineField::Candidates),
            ],
        ),
        (
            t.group_under_way,
            vec![
                of(t.under_way_units, t.units, LineField::UnderWayUnits),
                of(t.work_left, "", LineField::UnderWayWork),
                of(t.money_left, "", LineField::UnderWayMoney),
            ],
        ),
    ]
}

#[component]
fn Numbers(lines: Names) -> impl IntoView {
    let Here { t, .. } = here();
    let across = lines.len() + 1;
    let row = |lines: &Names, (label, unit, field): &Row| {
        let cells = lines.iter().map(|(id, _)| {
            let field = field(id);
            // The three parts of a range share the mark of the middle one.
            let mark = !matches!(
                field,
                Field::Range(RangeField::UnitCost(_), RangePart::Low | RangePart::High)
            );
            view! { <td><PlanField of=field mark/></td> }
        });
        view! {
            <tr>
                <th scope="row">{*label}" "<span class="unit">{*unit}</span></th>
                {cells.collect_view()}
            </tr>
        }
    };
    let groups = rows()
        .into_iter()
        .map(|(group, rows)| {
            view! {
                <tbody>
                    <tr class="group"><th scope="rowgroup" colspan=across>{group}</th></tr>
                    {rows.iter().map(|r| row(&lines, r)).collect_view()}
                    {(group == t.group_goal).then(|| pushed_row(&lines))}
                </tbody>
            }
        })
        .collect_view();
    let heads = lines
        .iter()
        .map(|(id, name)| {
            let name_of = place::element(&format!("/lines/{id}"));
            view! { <th scope="col" class="num" id=name_of.clone() data-test=name_of tabindex="-1">{name.clone()}</th> }
        })
        .collect_view();
    view! {
        <div class="scroll-x data-scroll">
            <table class="sheet data-table data-columns" on:keydown=move_between_rows>
                <thead><tr><th scope="col"><span class="vh">{t.figure}</span></th>{heads}</tr></thead>
                {groups}
            </table>
        </div>
    }
}

/// Below the goals: how many are pushed in the scenario shown, and how sure that makes each goal.
fn pushed_row(lines: &Names) -> impl IntoView + use<> {
    let Here { workspace, lang, t } = here();
    let evaluation = workspace.evaluation();
    let cell = |(id, _): &(LineId, String)| {
        let own = id.clone();
        let chance_facts = Memo::new(move |_| {
            evaluation.with(|e| {
                let inputs = e.inputs.lines.iter().zip(&e.outcome.lines);
                inputs
                    .into_iter()
                    .find(|(l, _)| l.id == own)
                    .map(|(l, o)| measure_push(l, o))
            })
        });
        let chance = move || chance_facts.get().map(|f| f.chance.to_string());
        let chance_words = move || chance_facts.get().map(|f| words::push_sentence(&f, lang));
        view! {
            <td class="num mut" data-test=format!("data-pushed-{id}") data-value=chance title=chance_words>
                <span aria-hidden="true">{move || chance_facts.get().map(|f| words::push_label(&f, lang))}</span>
                <span class="vh">{chance_words}</span>
            </td>
        }
    };
    view! {
        <tr>
            <th scope="row">{t.pushed_chance}</th>
            {lines.iter().map(cell).collect_view()}
        </tr>
    }
}

/// How the cost of a unit is spread over its work.
#[component]
fn Profiles(lines: Names) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let plan = workspace.plan();
    let row = move |(id, name): (LineId, String)| {
        let test = place::element(&format!("/lines/{id}/profile"));
        let label = format!("{name}: {}", t.profile);
        let target = OriginTarget::Field(OriginField::Profile(id.clone()));
        let read = id.clone();
        let text = Signal::derive(move || {
            plan.with(|p| {
                let weights = p.line(&read).map(|l| l.profile.clone()).unwrap_or_default();
                let words: Vec<String> = weights.iter().map(|w| number::exact(*w, lang)).collect();
                if words.is_empty() {
                    t.profile_even.to_owned()
                } else {
                    words.join(" · ")
                }
            })
        });
        let commit =
            Callback::new(move |entry: String| here.ask(Command::SetProfile(id.clone(), read_weights(here, &entry)?)));
        view! {
            <tr>
                <th scope="row">{name}" "<OriginMark target name=test.clone()/></th>
                <td class="wide"><EditField text on_commit=commit label test number=false disabled=workspace.read_only()/></td>
            </tr>
        }
    };
    view! {
        <table class="sheet data-table" on:keydown=move_between_rows>
            <thead><tr><th scope="col">{t.line}</th><th scope="col">{t.profile_weights}</th></tr></thead>
            <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

/// Weights separated by spaces, `·`, `;` or `/`; nothing, or the word for even, is even.
fn read_weights(here: Here, text: &str) -> Result<Vec<f64>, String> {
    let text = text.trim();
    if text.is_empty() || text == here.t.profile_even {
        return Ok(Vec::new());
    }
    text.split(|c: char| c.is_whitespace() || matches!(c, '·' | ';' | '/'))
        .filter(|part| !part.is_empty())
        .map(|part| {
            number::parse_number(part, here.lang).map_err(|e| messages::number_error(&e, here.lang).paragraph())
        })
        .collect()
}
