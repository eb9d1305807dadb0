//! Limits that come in rows: what a source pays to a target at most, and least numbers by target and area.

use crate::app::{use_optimiser, use_prefs, use_workspace};
use crate::i18n::optimise::{by_level, line_name, source_name};
use crate::optimise::{Area, Cap, FloorDemand};
use crate::ui::prelude::*;
use crate::ui::widgets::{ListChoice, NumberField, Rows, Select};

/// Most rows of caps: the funding rows stay exact and quick with so many.
const MOST_CAPS: usize = 6;
/// Most rows of least numbers.
const MOST_FLOORS: usize = 8;

/// The button that takes a row away.
#[component]
fn Remove(
    /// `data-test` name.
    test: String,
    /// Takes it away.
    on_remove: Callback<()>,
) -> impl IntoView {
    let prefs = use_prefs();
    view! {
        <button
            type="button"
            class="btn quiet icon no-print"
            data-test=test
            aria-label=move || prefs.t().optimise.remove
            title=move || prefs.t().optimise.remove
            on:click=move |_| on_remove.run(())
        >
            "×"
        </button>
    }
}

fn lines() -> Memo<Vec<ListChoice>> {
    let (prefs, workspace) = (use_prefs(), use_workspace());
    Memo::new(move |_| {
        let lang = prefs.lang().get();
        let of = |p: &crate::model::Plan| {
            let lines = p.lines.iter().map(|l| (l.id.clone(), line_name(p, &l.id, lang)));
            lines.collect()
        };
        workspace.plan().with(|p| of(p))
    })
}

/// What sources pay to targets at most.
#[component]
pub fn Caps() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || &prefs.t().optimise;
    let draft = optimiser.draft();
    let lines = lines();
    let sources = Memo::new(move |_| -> Vec<ListChoice> {
        let lang = prefs.lang().get();
        let of = |p: &crate::model::Plan| {
            let sources = p.sources.iter().map(|s| (s.id.clone(), source_name(p, &s.id, lang)));
            sources.collect()
        };
        workspace.plan().with(|p| of(p))
    });
    let count = Memo::new(move |_| draft.with(|a| a.caps.len()));
    let full = move || count.get() >= MOST_CAPS;
    let places = Memo::new(move |_| (0..count.get()).collect::<Vec<usize>>());
    let add = move |_: leptos::ev::MouseEvent| {
        let (line, source) = (lines.get_untracked(), sources.get_untracked());
        if let (Some((line, _)), Some((source, _))) = (line.first(), source.first()) {
            let (line, source) = (line.clone(), source.clone());
            draft.update(|a| {
                a.caps.push(Cap {
                    line,
                    source,
                    most: 0.0,
                })
            });
        }
    };
    let row = move |i: usize| {
        let read =
            move |of: fn(&Cap) -> String| Memo::new(move |_| draft.with(|a| a.caps.get(i).map(of)).unwrap_or_default());
        let write = move |change: &dyn Fn(&mut Cap)| {
            draft.update(|a| {
                if let Some(cap) = a.caps.get_mut(i) {
                    change(cap);
                }
            });
        };
        let most = Memo::new(move |_| draft.with(|a| a.caps.get(i).map_or(0.0, |c| c.most)));
        view! {
            <div class="op-lim">
                <Select
                    choices=sources
                    value=read(|c| c.source.clone())
                    on_choose=Callback::new(move |id: String| write(&|c| c.source.clone_from(&id)))
                    label=Signal::derive(move || t().source.to_owned())
                    test=format!("optimise-cap-source-{i}")
                />
                <Select
                    choices=lines
                    value=read(|c| c.line.clone())
                    on_choose=Callback::new(move |id: String| write(&|c| c.line.clone_from(&id)))
                    label=Signal::derive(move || t().line.to_owned())
                    test=format!("optimise-cap-line-{i}")
                />
                <NumberField
                    value=most
                    on_commit=move |value| write(&|c| c.most = value)
                    label=Signal::derive(move || format!("{}, {}", t().most_paid, t().million))
                    test=format!("optimise-cap-most-{i}")
                    min=0.0
                />
                <Remove
                    test=format!("optimise-cap-remove-{i}")
                    on_remove=Callback::new(move |()| draft.update(|a| {
                        if i < a.caps.len() {
                            a.caps.remove(i);
                        }
                    }))
                />
            </div>
        }
    };
    view! {
        <fieldset data-test="optimise-caps" data-value=move || count.get().to_string()>
            <legend>{move || t().caps}<small class="mut">{move || format!(" {}", t().million)}</small></legend>
            <Rows each=move || places.get() key=usize::to_string let(i)>{row(i)}</Rows>
            <button
                type="button"
                class="btn small no-print"
                data-test="optimise-cap-add"
                disabled=full
                on:click=add
            >
                {move || t().cap_add}
            </button>
        </fieldset>
    }
}

fn area_name(area: &Area) -> &'static str {
    match area {
        Area::All => "all",
        Area::Coastal => "coastal",
        Area::Merged => "merged",
        Area::Chosen(_) => "chosen",
    }
}

/// Least numbers by target and area.
#[component]
pub fn Floors() -> impl IntoView {
    let (optimiser, prefs) = (use_optimiser(), use_prefs());
    let t = move || &prefs.t().optimise;
    let draft = optimiser.draft();
    let own_lines = lines();
    let lines = Memo::new(move |_| -> Vec<ListChoice> {
        let all = (String::new(), t().all_commune_lines.to_owned());
        std::iter::once(all).chain(own_lines.get()).collect()
    });
    let areas = Memo::new(move |_| -> Vec<ListChoice> {
        let t = t();
        let all = [
            ("all", t.area_all),
            ("coastal", t.area_coastal),
            ("merged", t.area_merged),
            ("chosen", t.area_chosen),
        ];
        all.map(|(id, name)| (id.to_owned(), name.to_owned())).to_vec()
    });
    let measures = Memo::new(move |_| -> Vec<ListChoice> {
        let all = [("put-up", t().put_up), ("recognised", t().recognised_expected)];
        all.map(|(id, name)| (id.to_owned(), name.to_owned())).to_vec()
    });
    let count = Memo::new(move |_| draft.with(|a| a.at_least.len()));
    let full = move || count.get() >= MOST_FLOORS;
    let places = Memo::new(move |_| (0..count.get()).collect::<Vec<usize>>());
    let row = move |i: usize| {
        let read = move |of: fn(&FloorDemand) -> String| {
            Memo::new(move |_| draft.with(|a| a.at_least.get(i).map(of)).unwrap_or_default())
        };
        let write = move |change: &dyn Fn(&mut FloorDemand)| {
            draft.update(|a| {
                if let Some(floor) = a.at_least.get_mut(i) {
                    change(floor);
                }
            });
        };
        let least = Memo::new(move |_| draft.with(|a| a.at_least.get(i).map_or(0.0, |f| f.least)));
        let area = read(|f| area_name(&f.area).to_owned());
        let set_area = move |name: String| {
            write(&|f| {
                f.area = match name.as_str() {
                    "coastal" => Area::Coastal,
                    "merged" => Area::Merged,
                    "chosen" => Area::Chosen(vec![]),
                    _ => Area::All,
                };
            });
        };
        view! {
            <div class="op-lim">
                <Select
                    choices=lines
                    value=read(|f| f.line.clone().unwrap_or_default())
                    on_choose=Callback::new(move |id: String| write(&|f| f.line = (!id.is_empty()).then(|| id.clone())))
                    label=Signal::derive(move || t().line.to_owned())
                    test=format!("optimise-floor-line-{i}")
                />
                <Select
                    choices=areas
                    value=area
                    on_choose=Callback::new(set_area)
                    label=Signal::derive(move || t().area.to_owned())
                    test=format!("optimise-floor-area-{i}")
                />
                <NumberField
                    value=least
                    on_commit=move |value| write(&|f| f.least = value)
                    label=Signal::derive(move || t().number_least.to_owned())
                    test=format!("optimise-floor-least-{i}")
                    min=0.0
                    max=10_000.0
                />
                <Remove
                    test=format!("optimise-floor-remove-{i}")
                    on_remove=Callback::new(move |()| draft.update(|a| {
                        if i < a.at_least.len() {
                            a.at_least.remove(i);
                        }
                    }))
                />
                <Select
                    choices=measures
                    value=read(|f| (if f.recognised { "recognised" } else { "put-up" }).to_owned())
                    on_choose=Callback::new(move |name: String| write(&|f| f.recognised = name == "recognised"))
                    label=Signal::derive(move || t().measure.to_owned())
                    test=format!("optimise-floor-measure-{i}")
                />
                <Show when=move || area.get() == "chosen"><LimitSelect place=i/></Show>
            </div>
        }
    };
    let note = move || (count.get() != 0).then(|| t().floors_note);
    view! {
        <fieldset data-test="optimise-floors" data-value=move || count.get().to_string()>
            <legend>{move || t().floors}</legend>
            <Rows each=move || places.get() key=usize::to_string let(i)>{row(i)}</Rows>
            <button
                type="button"
                class="btn small no-print"
                data-test="optimise-floor-add"
                disabled=full
                on:click=move |_| draft.update(|a| a.at_least.push(FloorDemand { least: 1.0, ..FloorDemand::default() }))
            >
                {move || t().floor_add}
            </button>
            <p class="mut op-note">{note}</p>
        </fieldset>
    }
}

/// The communes of a row that names them.
#[component]
fn LimitSelect(
    /// Place of the row.
    place: usize,
) -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let draft = optimiser.draft();
    let communes = Memo::new(move |_| -> Vec<ListChoice> {
        let lang = prefs.lang().get();
        workspace.plan().with(|p| by_level(p, |_| true, lang))
    });
    let row = move |(id, name): ListChoice| {
        let id = StoredValue::new(id);
        let on = Memo::new(move |_| {
            draft.with(|a| match a.at_least.get(place).map(|f| &f.area) {
                Some(Area::Chosen(ids)) => id.with_value(|id| ids.contains(id)),
                _ => false,
            })
        });
        view! {
            <label class="op-tick">
                <input
                    type="checkbox"
                    data-test=id.with_value(|id| format!("optimise-floor-{place}-{id}"))
                    prop:checked=move || on.get()
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        draft.update(|a| {
                            if let Some(Area::Chosen(ids)) = a.at_least.get_mut(place).map(|f| &mut f.area) {
                                id.with_value(|id| ids.retain(|own| own != id));
                                if on {
                                    ids.push(id.get_value());
                                }
                            }
                        });
                    }
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <div class="op-pick">
            <Rows each=move || communes.get() key=|(id, _): &ListChoice| id.clone() let(choice)>{row(choice)}</Rows>
        </div>
    }
}
