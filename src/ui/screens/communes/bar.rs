//! Above the table: level, search, filter, order, paste, export, criteria set.

use super::state::{Sheet, use_sheet};
use crate::i18n::communes as words;
use crate::model::Level;
use crate::platform::files;
use crate::sheet::{Filter, Known, Selection, Sort, SortKey, copy_all, levels};
use leptos::prelude::*;

const FILTERS: [&str; 7] = ["all", "coastal", "merged", "complete", "incomplete", "open", "chosen"];
const SORTS: [(&str, SortKey); 5] = [
    ("readiness", SortKey::Readiness),
    ("name", SortKey::Name),
    ("cost", SortKey::Cost),
    ("months", SortKey::Months),
    ("left", SortKey::Left),
];

/// The bar.
#[component]
pub fn Bar() -> impl IntoView {
    let sheet = use_sheet();
    let t = sheet.t;
    let filter_words = [
        t.filter_all,
        t.filter_coastal,
        t.filter_merged,
        t.filter_complete,
        t.filter_incomplete,
        t.filter_open,
        t.filter_chosen,
    ];
    let sort_words = [t.sort_readiness, t.sort_name, t.sort_cost, t.sort_months, t.sort_left];
    let options = |names: Vec<&'static str>, words: &[&'static str]| {
        let pairs = names.into_iter().zip(words.to_vec());
        pairs
            .map(|(value, word)| view! { <option value=value>{word}</option> })
            .collect_view()
    };
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
            <label class="pick">
                <span>{t.filter}</span>
                <select
                    data-test="communes-filter"
                    prop:value=move || filter_name(&sheet.filter.get())
                    on:change=move |event| set_filter(sheet, &event_target_value(&event))
                >
                    {options(FILTERS.to_vec(), &filter_words)}
                </select>
            </label>
            <label class="pick">
                <span>{t.sort}</span>
                <select
                    data-test="communes-sort"
                    prop:value=move || sort_name(sheet.sort.get().key)
                    on:change=move |event| {
                        let value = event_target_value(&event);
                        if let Some((_, key)) = SORTS.iter().find(|(name, _)| *name == value) {
                            sheet.sort.set(Sort { key: *key, descending: false });
                        }
                    }
                >
                    {options(SORTS.iter().map(|(name, _)| *name).collect(), &sort_words)}
                </select>
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
                on:click=move |_| sheet.pasted.set(Some(String::new()))
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
                    sheet.asked.set(Some(level));
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

fn filter_name(filter: &Filter) -> &'static str {
    match (filter.coastal, filter.merged, filter.known) {
        (true, ..) => "coastal",
        (_, true, _) => "merged",
        (_, _, Known::Complete) => "complete",
        (_, _, Known::Incomplete) => "incomplete",
        (_, _, Known::Open) => "open",
        (_, _, Known::Chosen) => "chosen",
        _ => "all",
    }
}

fn set_filter(sheet: Sheet, value: &str) {
    let known = match value {
        "complete" => Known::Complete,
        "incomplete" => Known::Incomplete,
        "open" => Known::Open,
        "chosen" => Known::Chosen,
        _ => Known::Any,
    };
    sheet.filter.update(|f| {
        *f = Filter {
            text: std::mem::take(&mut f.text),
            coastal: value == "coastal",
            merged: value == "merged",
            known,
        };
    });
}

fn sort_name(key: SortKey) -> &'static str {
    SORTS
        .iter()
        .find(|(_, k)| *k == key)
        .map_or("readiness", |(name, _)| name)
}

/// The table with its names as a file for a spreadsheet; the mark at its start says that it is UTF-8.
fn export(sheet: Sheet) {
    let (matrix, shown) = (sheet.matrix.get_untracked(), sheet.shown.get_untracked());
    let text = copy_all(&matrix, &shown.rows, sheet.t.commune, sheet.lang);
    let name = format!("{}.tsv", sheet.t.export_file);
    files::download(&name, "text/tab-separated-values", &format!("\u{feff}{text}"));
}
