//! Above the table: level, search, filter, order, paste, export, criteria set.

use super::state::{Sheet, use_sheet};
use crate::i18n::communes as words;
use crate::model::Level;
use crate::platform::files;
use crate::sheet::{Filter, Known, Selection, Sort, SortKey, copy_all, levels};
use crate::ui::prelude::*;
use crate::ui::widgets::{Select, fixed_choices};

const SORTS: [(&str, SortKey); 5] = [
    ("readiness", SortKey::Readiness),
    ("name", SortKey::Name),
    ("cost", SortKey::Cost),
    ("months", SortKey::Months),
    ("left", SortKey::Left),
];

/// Tabs of the levels, search, conditions, order and the ways in and out of the sheet.
#[component]
pub fn Bar() -> impl IntoView {
    let sheet = use_sheet();
    let t = sheet.t;
    let sort_words = [t.sort_readiness, t.sort_name, t.sort_cost, t.sort_months, t.sort_left];
    let sorts: Vec<_> = SORTS
        .iter()
        .zip(sort_words)
        .map(|((name, _), word)| (*name, word))
        .collect();
    let sort_by = Callback::new(move |value: String| {
        if let Some((_, key)) = SORTS.iter().find(|(name, _)| *name == value) {
            sheet.sort.set(Sort {
                key: *key,
                descending: false,
            });
        }
    });
    view! {
        <div class="cm-bar">
            <div class="cm-tabs" role="group" aria-label=t.levels>{move || tabs(sheet)}</div>
            <input
                type="search"
                class="field words cm-find"
                data-find
                data-test="communes-find"
                placeholder=t.find
                aria-label=t.find
                prop:value=move || sheet.filter.with(|f| f.text.clone())
                on:input=move |event| sheet.filter.update(|f| f.text = event_target_value(&event))
            />
            <Conditions/>
            <label class="pick">
                <span>{t.sort}</span>
                <Select
                    test="communes-sort"
                    choices=fixed_choices(&sorts)
                    value=Signal::derive(move || sort_name(sheet.sort.get().key).to_owned())
                    on_choose=sort_by
                />
            </label>
            <button
                type="button"
                class="btn icon"
                title=t.sort_down
                aria-label=t.sort_down
                aria-pressed=move || sheet.sort.get().descending.to_string()
                data-test="communes-sort-down"
                on:click=move |_| sheet.sort.update(|s| s.descending = !s.descending)
            >
                {move || if sheet.sort.get().descending { "↑" } else { "↓" }}
            </button>
            <button type="button" class="btn" title=t.sort_again_hint data-test="communes-sort-again" on:click=move |_| sheet.again.update(|n| *n += 1)>
                {t.sort_again}
            </button>
            <span class="grow"></span>
            <button type="button" class="btn" data-test="communes-set" on:click=move |_| sheet.set_open.set(true)>{t.criteria_set}</button>
            <button type="button" class="btn" data-test="communes-export" on:click=move |_| export(sheet)>{t.export}</button>
            <button
                type="button"
                class="btn pri"
                data-test="communes-paste"
                disabled=sheet.workspace.read_only()
                on:click=move |_| sheet.paste_text.set(Some(String::new()))
            >
                {t.paste}
            </button>
        </div>
    }
}

fn tabs(sheet: Sheet) -> Vec<AnyView> {
    let plan = sheet.workspace.plan().get();
    let tab = |level: Level| {
        let rows = plan.communes.iter().filter(|c| c.level == level.below()).count();
        view! {
            <button
                type="button"
                class="cm-tab"
                data-test=format!("communes-level-{}", level_name(level))
                aria-pressed=move || (sheet.level.get() == Some(level)).to_string()
                on:click=move |_| {
                    sheet.level_asked.set(Some(level));
                    sheet.selection.set(Selection::default());
                }
            >
                {words::tab(level, rows, sheet.lang)}
            </button>
        }
        .into_any()
    };
    levels(&plan).into_iter().map(tab).collect()
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::None => "none",
        Level::Ntm => "ntm",
        Level::Advanced => "advanced",
        Level::Model => "model",
    }
}

/// A condition on the rows shown: its name, its word, whether it is asked for, how to ask for it.
type Condition = (&'static str, &'static str, fn(&Filter) -> bool, fn(&mut Filter, bool));

/// Conditions that hold together, as ticks in a fold-out.
#[component]
fn Conditions() -> impl IntoView {
    let sheet = use_sheet();
    let t = sheet.t;
    let all: [Condition; 7] = [
        ("coastal", t.filter_coastal, |f| f.coastal, |f, on| f.coastal = on),
        ("merged", t.filter_merged, |f| f.merged, |f, on| f.merged = on),
        (
            "complete",
            t.filter_complete,
            |f| f.known == Known::Complete,
            |f, on| {
                f.known = if on { Known::Complete } else { Known::Any };
            },
        ),
        (
            "incomplete",
            t.filter_incomplete,
            |f| f.known == Known::Incomplete,
            |f, on| {
                f.known = if on { Known::Incomplete } else { Known::Any };
            },
        ),
        ("in-time", t.filter_in_time, |f| f.in_time, |f, on| f.in_time = on),
        ("open", t.filter_open, |f| f.open, |f, on| f.open = on),
        ("chosen", t.filter_chosen, |f| f.chosen, |f, on| f.chosen = on),
    ];
    // Nothing, the one condition, or how many.
    let filter_words = move || {
        sheet.filter.with(|f| {
            let chosen_filters: Vec<&str> = all.iter().filter(|c| (c.2)(f)).map(|c| c.1).collect();
            match chosen_filters[..] {
                [] => t.filter_all.to_owned(),
                [one] => one.to_owned(),
                _ => words::conditions(chosen_filters.len(), sheet.lang),
            }
        })
    };
    let tick = move |(name, word, on, set): Condition| {
        view! {
            <label class="cm-tick">
                <input
                    type="checkbox"
                    data-test=format!("communes-filter-{name}")
                    prop:checked=move || sheet.filter.with(on)
                    on:change=move |event| {
                        let checked = event_target_checked(&event);
                        sheet.filter.update(|f| set(f, checked));
                    }
                />
                <span>{word}</span>
            </label>
        }
    };
    view! {
        <details class="cm-filter">
            <summary class="btn" data-test="communes-filter" data-value=move || sheet.filter.with(|f| f.conditions().to_string())>
                <span class="mut">{t.filter}</span>" "<b>{filter_words}</b>
            </summary>
            <div class="cm-ticks" role="group" aria-label=t.filter>
                {all.into_iter().map(tick).collect_view()}
                <button
                    type="button"
                    class="link sm"
                    data-test="communes-filter-none"
                    on:click=move |_| sheet.filter.update(|f| *f = Filter { text: std::mem::take(&mut f.text), ..Filter::default() })
                >
                    {t.show_all}
                </button>
            </div>
        </details>
    }
}

fn sort_name(key: SortKey) -> &'static str {
    SORTS
        .iter()
        .find(|(_, k)| *k == key)
        .map_or("readiness", |(name, _)| name)
}

/// The table with its names as a file for a spreadsheet; the mark at its start says that it is UTF-8.
fn export(sheet: Sheet) {
    let (matrix, shown_rows) = (sheet.matrix.get_untracked(), sheet.shown_rows.get_untracked());
    let text = copy_all(&matrix, &shown_rows.rows, sheet.t.commune, sheet.lang);
    let name = format!("{}.tsv", sheet.t.export_file);
    files::download(&name, "text/tab-separated-values", &format!("\u{feff}{text}"));
}
