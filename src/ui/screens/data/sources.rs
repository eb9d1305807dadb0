//! Sources of money: amounts, realisation, and when they arrive.

use super::field::PlanField;
use super::origin::{OriginMark, OriginTarget};
use super::place::{self, Section};
use super::sheet::move_between_rows;
use super::structure::{AddRow, RowActions, TextField};
use super::{Here, Panel, here};
use crate::edit::{Command, SourceText};
use crate::formats::number;
use crate::model::field::{Field, OriginField, SourceField};
use crate::model::{RELEASE_POINTS, Source, SourceId, Text, YearMonth};
use crate::ui::prelude::*;
use crate::ui::widgets::Rows;

/// Sources with their amounts, and the table of their release.
#[component]
pub fn SourcesPanel() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let plan = workspace.plan();
    let sources = Memo::new(move |_| {
        plan.with(|p| {
            p.sources
                .iter()
                .map(|s| (s.id.clone(), s.name.get(lang).to_owned()))
                .collect::<Vec<_>>()
        })
    });
    let ids = Memo::new(move |_| plan.with(|p| p.sources.iter().map(|s| s.id.clone()).collect::<Vec<_>>()));
    let total = move |field: fn(&Source) -> f64| {
        Memo::new(move |_| plan.with(|p| number::number(p.sources.iter().map(field).sum(), 0, lang)))
    };
    let (reference, amount) = (total(|s| s.reference.value), total(|s| s.amount.value));
    view! {
        <Panel section=Section::Sources unit=t.in_million>
            <div class="scroll-x data-scroll">
                <table class="sheet data-table data-sources" on:keydown=move_between_rows>
                    <thead>
                        <tr>
                            <th scope="col">{t.source}</th>
                            <th scope="col" class="num">{t.reference}</th>
                            <th scope="col" class="num">{t.amount}</th>
                            <th scope="col" class="num">{t.other_works}</th>
                            <th scope="col">{t.carries_over}</th>
                            <th scope="col">{t.from_residents}</th>
                            <th scope="col">{t.short_name}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <Rows each=move || ids.get() key=Clone::clone children=move |id| view! { <SourceRow id ids/> }/>
                    </tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">{t.total}</th>
                            <td class="num" data-test="data-sources-reference">{reference}</td>
                            <td class="num" data-test="data-sources-amount">{amount}</td>
                            <td colspan="4"></td>
                        </tr>
                    </tfoot>
                </table>
            </div>
            <AddRow label=t.new_source word=t.add_source test="data-source" add=add/>
            <h3>{t.release}<span class="unit">{t.release_unit}</span></h3>
            <div class="scroll-x data-scroll">
                <table class="sheet data-table data-release" on:keydown=move_between_rows>
                    <thead>
                        <tr>
                            <th scope="col">{t.source}</th>
                            <th scope="col">{t.curve}</th>
                            {(0..RELEASE_POINTS).map(|point| view! { <th scope="col" class="num">{month_name(point, lang)}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {move || sources.get().into_iter().map(|(id, name)| view! { <ReleaseRow id name/> }).collect_view()}
                    </tbody>
                </table>
            </div>
        </Panel>
    }
}

fn add(here: Here, text: String) -> Command {
    let plan = here.workspace.plan_untracked();
    let mut name = Text::default();
    name.set(here.lang, text);
    Command::AddSource(plan.sources.len(), plan.free_source_id(), name)
}

/// Month of the budget year; the thirteenth is the January after it.
fn month_name(point: usize, lang: crate::model::Lang) -> String {
    let start = YearMonth { year: 2001, month: 1 };
    match point {
        0..12 => number::month_label(start.plus(point), start, lang),
        _ => format!("{}+1", number::month_label(start, start, lang)),
    }
}

#[component]
fn SourceRow(id: SourceId, ids: Memo<Vec<SourceId>>) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let plan = workspace.plan();
    let class = format!("data-sw {id}");
    let base = place::element(&format!("/sources/{id}"));
    let key = StoredValue::new(id.clone());
    let of = move |read: fn(&Source) -> &Text| {
        Signal::derive(move || {
            plan.with(|p| {
                key.with_value(|id| p.source(id).map(|s| read(s).get(lang).to_owned()))
                    .unwrap_or_default()
            })
        })
    };
    let name = of(|s| &s.name);
    let label = move |what: &'static str| Signal::derive(move || format!("{}: {what}", name.get()));
    let text = move |text: SourceText| {
        Callback::new(move |entry: String| Command::SetSourceText(key.get_value(), text, lang, entry))
    };
    let flag =
        move |read: fn(&Source) -> bool, what: &'static str, test: &'static str, set: fn(SourceId, bool) -> Command| {
            let is_set = Memo::new(move |_| plan.with(|p| key.with_value(|id| p.source(id).is_some_and(read))));
            view! {
                <input
                    type="checkbox"
                    aria-label=label(what)
                    data-test=format!("{}-{test}", place::element(&format!("/sources/{}", key.get_value())))
                    data-value=move || is_set.get().to_string()
                    disabled=workspace.read_only()
                    prop:checked=is_set
                    on:change=move |event| here.tell(set(key.get_value(), event_target_checked(&event)))
                />
            }
        };
    let at = Memo::new(move |_| {
        ids.with(|ids| {
            let at = key.with_value(|id| ids.iter().position(|own| own == id));
            (at.unwrap_or_default(), ids.len())
        })
    });
    view! {
        <tr id=base.clone() data-test=base.clone()>
            <th scope="row" class="data-named">
                <div>
                <i class=class aria-hidden="true"></i>
                <TextField text=name label=label(t.source) test=format!("{base}-name") command=text(SourceText::Name)/>
                <RowActions
                    base=base.clone()
                    name
                    place=at
                    shift=Callback::new(move |to| Command::MoveSource(key.get_value(), to))
                    delete=Callback::new(move |()| Command::DeleteSource(key.get_value()))
                />
                </div>
            </th>
            <td><PlanField of=Field::source(&id, SourceField::Reference)/></td>
            <td><PlanField of=Field::source(&id, SourceField::Amount)/></td>
            <td><PlanField of=Field::source(&id, SourceField::OtherWorks)/></td>
            <td>{flag(|s| s.carries_over, t.carries_over, "carries-over", Command::SetCarriesOver)}</td>
            <td>{flag(|s| s.from_residents, t.from_residents, "from-residents", Command::SetFromResidents)}</td>
            <td class="wide">
                <TextField text=of(|s| &s.short) label=label(t.short_name) test=format!("{base}-short") command=text(SourceText::Short)/>
            </td>
        </tr>
    }
}

#[component]
fn ReleaseRow(id: SourceId, name: String) -> impl IntoView {
    let base = place::element(&format!("/sources/{id}/release"));
    let target = OriginTarget::Field(OriginField::Release(id.clone()));
    view! {
        <tr id=base.clone() data-test=base.clone()>
            <th scope="row">{name}" "<OriginMark target name=base.clone()/></th>
            <td><Curve id=id.clone()/></td>
            {(0..RELEASE_POINTS).map(|point| view! {
                <td><PlanField of=Field::Release(id.clone(), point) mark=false/></td>
            }).collect_view()}
        </tr>
    }
}

/// Width of a month and height of the drawing.
const STEP: f64 = 7.0;
const HEIGHT: f64 = 24.0;

/// The release as a line of steps; the numbers beside it say the same.
#[component]
fn Curve(id: SourceId) -> impl IntoView {
    let plan = here().workspace.plan();
    let path = Memo::new(move |_| plan.with(|p| p.source(&id).map(|s| steps(&s.release.points)).unwrap_or_default()));
    let width = STEP * RELEASE_POINTS as f64;
    view! {
        <svg class="data-curve" viewBox=format!("0 -1 {width} {}", HEIGHT + 2.0) width=width height=HEIGHT + 2.0 aria-hidden="true">
            <path class="base" d=format!("M0 {HEIGHT}H{width}")></path>
            <path class="steps" d=path></path>
        </svg>
    }
}

/// Steps up at the end of each month.
fn steps(points: &[f64; RELEASE_POINTS]) -> String {
    let mut path = format!("M0 {HEIGHT}");
    for (month, share) in points.iter().enumerate() {
        let x = STEP * (month + 1) as f64;
        let y = HEIGHT * (1.0 - share.clamp(0.0, 1.0));
        path.push_str(&format!("H{x:.1}V{y:.1}"));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn a_curve_steps_up_at_month_ends_to_the_top_at_one() {
        let mut points = [0.5; RELEASE_POINTS];
        points[12] = 1.0;
        let path = steps(&points);
        assert!(path.starts_with("M0 24H7.0V12.0H14.0V12.0"), "{path}");
        assert!(path.ends_with("H91.0V0.0"), "{path}");
    }

    #[test]
    fn the_thirteenth_month_is_the_next_january() {
        assert_eq!(month_name(11, Lang::Vi), "T12");
        assert_eq!(month_name(12, Lang::Vi), "T1+1");
    }
}
