//! The communes of the district.

use super::date_field::DateField;
use super::new_communes::NewCommunes;
use super::origin::{OriginMark, OriginTarget};
use super::place::{self, Section};
use super::plan::whole_in;
use super::sheet::move_between_rows;
use super::structure::RowActions;
use super::{Here, Panel, here};
use crate::edit::Command;
use crate::formats::number;
use crate::i18n::messages;
use crate::model::{Commune, CommuneId, Figure, Level};
use crate::ui::prelude::*;
use crate::ui::widgets::{EditField, Rows, Select, fixed_choices};

/// Levels as values of the list, lowest first.
const LEVELS: [(&str, Level); 4] = [
    ("none", Level::None),
    ("ntm", Level::Ntm),
    ("advanced", Level::Advanced),
    ("model", Level::Model),
];

/// The table of communes.
#[component]
pub fn CommunesPanel() -> impl IntoView {
    let Here { workspace, t, .. } = here();
    let ids = Memo::new(move |_| {
        workspace
            .plan()
            .with(|p| p.communes.iter().map(|c| c.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <Panel section=Section::Communes>
            <Show
                when=move || ids.with(|ids| !ids.is_empty())
                fallback=move || view! { <p class="in mut">{t.no_communes}</p> }
            >
                <div class="scroll-x data-scroll">
                    <table class="sheet data-table data-communes" on:keydown=move_between_rows>
                        <thead>
                            <tr>
                                <th scope="col">{t.commune}</th>
                                <th scope="col">{t.code}</th>
                                <th scope="col">{t.merged_from}</th>
                                <th scope="col">{t.coastal}</th>
                                <th scope="col">{t.level}</th>
                                <th scope="col" class="num">{t.target_year}</th>
                                <th scope="col">{t.decision_date}</th>
                                <th scope="col">{t.money_date}</th>
                                <th scope="col" class="num">{t.population}</th>
                                <th scope="col"><span class="vh">{t.actions}</span></th>
                            </tr>
                        </thead>
                        <tbody>
                            <Rows each=move || ids.get() key=|id| id.clone() children=move |id| view! { <Row id/> }/>
                        </tbody>
                    </table>
                </div>
            </Show>
            <NewCommunes/>
            <p class="in mut sm">{t.communes_hint}</p>
        </Panel>
    }
}

#[component]
fn Row(id: CommuneId) -> impl IntoView {
    let here = here();
    let Here { workspace, t, .. } = here;
    let plan = workspace.plan();
    let base = place::element(&format!("/communes/{id}"));
    let read = id.clone();
    let commune = Memo::new(move |_| plan.with(|p| p.commune(&read).cloned()));
    let of = move |read: fn(&Commune) -> String| {
        Signal::derive(move || commune.with(|c| c.as_ref().map(read).unwrap_or_default()))
    };
    let put = move |change: &dyn Fn(&mut Commune)| match commune.get_untracked() {
        Some(mut commune) => {
            change(&mut commune);
            here.ask(Command::PutCommune(commune))
        }
        None => Err(t.gone.to_owned()),
    };
    let tell = move |change: &dyn Fn(&mut Commune)| {
        if let Some(mut commune) = commune.get_untracked() {
            change(&mut commune);
            here.tell(Command::PutCommune(commune));
        }
    };
    let key = StoredValue::new(id.clone());
    let people = Memo::new(move |_| commune.with(|c| c.as_ref().and_then(|c| c.population.as_ref()).map(|p| p.value)));
    let count = Callback::new(move |entry: String| {
        let people = match entry.trim() {
            "" => None,
            entry => Some(whole_in(here, entry, 0.0, 1e7)?),
        };
        put(&|c| match (&mut c.population, people) {
            (Some(figure), Some(people)) => figure.edit(people),
            (own, people) => *own = people.map(|p| Figure::assumption(p, Default::default())),
        })
    });
    let label = {
        let name = commune.with_untracked(|c| c.as_ref().map(|c| c.name.clone()).unwrap_or_default());
        move |what: &str| format!("{name}: {what}")
    };
    let year = Callback::new(move |entry: String| {
        let year = match entry.trim() {
            "" => None,
            entry => Some(read_year(here, entry)?),
        };
        put(&|c| c.target_year = year)
    });
    let name = Callback::new(move |entry: String| put(&|c| c.name = entry.trim().to_owned()));
    let merged_from = Callback::new(move |entry: String| put(&|c| c.merged_from = entry.trim().to_owned()));
    let level = Signal::derive(move || {
        let level = commune.with(|c| c.as_ref().map(|c| c.level));
        let choice = LEVELS.iter().find(|(_, l)| Some(*l) == level);
        choice.map_or("none", |(value, _)| *value).to_owned()
    });
    let choose = Callback::new(move |value: String| {
        if let Some((_, level)) = LEVELS.iter().find(|(v, _)| *v == value) {
            tell(&|c| c.level = *level);
        }
    });
    let levels = fixed_choices(&[
        ("none", t.level_none),
        ("ntm", t.level_ntm),
        ("advanced", t.level_advanced),
        ("model", t.level_model),
    ]);
    let read_only = workspace.read_only();
    let date = move |test: String, label: String, read: fn(&Commune) -> String, write: fn(&mut Commune, String)| {
        let commit = Callback::new(move |iso: String| put(&|c| write(c, iso.clone())));
        view! { <DateField iso=of(read) on_commit=commit label test/> }
    };
    view! {
        <tr id=base.clone() data-test=base.clone()>
            <th scope="row">
                <EditField text=of(|c| c.name.clone()) on_commit=name label=label(t.commune) test=format!("{base}-name") number=false disabled=read_only/>
            </th>
            <td class="mut">{id.clone()}</td>
            <td class="wide">
                <EditField text=of(|c| c.merged_from.clone()) on_commit=merged_from label=label(t.merged_from) test=format!("{base}-merged-from") number=false disabled=read_only/>
            </td>
            <td>
                <input
                    type="checkbox"
                    aria-label=label(t.coastal)
                    data-test=format!("{base}-coastal")
                    data-value=of(|c| c.coastal.to_string())
                    disabled=read_only
                    prop:checked=move || commune.with(|c| c.as_ref().is_some_and(|c| c.coastal))
                    on:change=move |event| tell(&|c| c.coastal = event_target_checked(&event))
                />
            </td>
            <td>
                <div class="data-cell">
                    <Select
                        class="data-select"
                        disabled=workspace.read_only()
                        label=label(t.level)
                        test=format!("{base}-level")
                        choices=levels
                        value=level
                        on_choose=choose
                    />
                    <OriginMark target=OriginTarget::Commune(id) name=format!("{base}-level")/>
                </div>
            </td>
            <td>
                <div class="data-cell">
                <EditField
                    text=of(|c| c.target_year.map(|y| y.to_string()).unwrap_or_default())
                    on_commit=year
                    label=label(t.target_year)
                    test=format!("{base}-target-year")
                    disabled=read_only
                />
                <OriginMark target=OriginTarget::Dates(key.get_value()) name=format!("{base}-target-year")/>
                </div>
            </td>
            <td>{date(format!("{base}-decision-date"), label(t.decision_date), |c| c.decision_date.clone(), |c, v| c.decision_date = v)}</td>
            <td>{date(format!("{base}-money-date"), label(t.money_date), |c| c.money_date.clone(), |c, v| c.money_date = v)}</td>
            <td>
                <div class="data-cell">
                    <EditField
                        text=Signal::derive(move || people.get().map(|p| number::exact(p, here.lang)).unwrap_or_default())
                        on_commit=count
                        label=label(t.population)
                        test=format!("{base}-population")
                        raw=Signal::derive(move || people.get().map(|p| p.to_string()).unwrap_or_default())
                        disabled=read_only
                    />
                    <OriginMark target=OriginTarget::Population(key.get_value()) name=format!("{base}-population")/>
                </div>
            </td>
            <td>
                <RowActions base=base.clone() name=of(|c| c.name.clone()) delete=Callback::new(move |()| Command::DeleteCommune(key.get_value()))/>
            </td>
        </tr>
    }
}

fn read_year(here: Here, text: &str) -> Result<i32, String> {
    let year = number::parse_number(text, here.lang).map_err(|e| messages::number_error(&e, here.lang).paragraph())?;
    if year.fract() == 0.0 && (1900.0..=2200.0).contains(&year) {
        Ok(year as i32)
    } else {
        Err(crate::i18n::shell::number_range(1900.0, 2200.0, true, false, here.lang))
    }
}
