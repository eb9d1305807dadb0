//! The dialog of the criteria set: which one is in use, its name, its criteria in order, the set as a table.

use super::state::{Sheet, use_sheet};
use crate::edit::Command;
use crate::i18n::communes as words;
use crate::model::{CriteriaSet, Criterion, Origin, Text};
use crate::ui::prelude::*;
use crate::ui::widgets::{Dialog, EditField, Icon, Select, Shape};

/// The dialog of the criteria set in use for the level shown.
#[component]
pub fn SetDialog() -> impl IntoView {
    let sheet = use_sheet();
    view! {
        <Dialog open=sheet.set_open title=sheet.t.criteria_set.to_owned() test="set-dialog">
            <SetForm/>
        </Dialog>
    }
}

/// The set in use for the level shown, or an empty one.
pub(super) fn current(sheet: Sheet) -> Option<CriteriaSet> {
    let level = sheet.level.get_untracked()?;
    let plan = sheet.workspace.plan_untracked();
    let name = format!("{}: {}", sheet.t.criteria_set, words::level(level, sheet.lang));
    Some(plan.criteria_set(level).cloned().unwrap_or_else(|| CriteriaSet {
        id: free(plan.criteria_sets.iter().map(|s| s.id.as_str()), "set"),
        level,
        name: name.as_str().into(),
        origin: Origin::default(),
        criteria: Vec::new(),
    }))
}

/// Changes the set in use as one step.
fn change(sheet: Sheet, how: impl FnOnce(&mut CriteriaSet)) {
    if let Some(mut set) = current(sheet) {
        how(&mut set);
        sheet.workspace.dispatch(Command::PutCriteriaSet(set));
    }
}

/// The first of `prefix-1`, `prefix-2`… that is not taken.
pub(super) fn free<'a>(taken_ids: impl Iterator<Item = &'a str> + Clone, prefix: &str) -> String {
    let mut n = 1;
    loop {
        let id = format!("{prefix}-{n}");
        if !taken_ids.clone().any(|t| t == id) {
            return id;
        }
        n += 1;
    }
}

#[component]
fn SetForm() -> impl IntoView {
    let sheet = use_sheet();
    let (t, lang) = (sheet.t, sheet.lang);
    let plan = sheet.workspace.plan();
    let set = Memo::new(move |_| {
        let level = sheet.level.get()?;
        plan.with(|p| p.criteria_set(level).cloned())
    });
    let read_only = sheet.workspace.read_only();
    let name = Callback::new(move |entry: String| match entry.trim() {
        "" => Err(t.name_missing.to_owned()),
        entry => {
            change(sheet, |s| s.name.set(lang, entry.to_owned()));
            Ok(())
        }
    });
    let ids = move || {
        set.with(|s| {
            s.as_ref()
                .map_or(Vec::new(), |s| s.criteria.iter().map(|c| c.id.clone()).collect())
        })
    };
    let add = move |_| {
        let known_ids = plan.with_untracked(|p| {
            let all = p.criteria_sets.iter().flat_map(|s| &s.criteria);
            all.map(|c| c.id.clone()).collect::<Vec<_>>()
        });
        let id = free(known_ids.iter().map(String::as_str), "criterion");
        change(sheet, |s| {
            s.criteria.push(Criterion {
                id,
                name: Text::from(t.new_criterion),
                group: s.criteria.last().map(|c| c.group.clone()).unwrap_or_default(),
            });
        });
    };
    let draft = move |_| {
        if let Some(mut set) = current(sheet) {
            set.id = plan.with_untracked(|p| free(p.criteria_sets.iter().map(|s| s.id.as_str()), &set.id));
            let draft_name = format!("{} {}", set.name.get(lang), t.draft_suffix);
            set.name = Text::default();
            set.name.set(lang, draft_name);
            sheet.workspace.dispatch(Command::PutCriteriaSet(set));
        }
    };
    view! {
        <div class="dlg-body cm-set">
            <p class="sm">{t.set_hint}</p>
            {move || which(sheet)}
            <label class="data-stack">
                <span>{t.set_name}</span>
                <EditField
                    text=Signal::derive(move || set.with(|s| s.as_ref().map(|s| s.name.get(lang).to_owned()).unwrap_or_default()))
                    on_commit=name
                    label=t.set_name.to_owned()
                    test="set-name"
                    number=false
                    disabled=read_only
                />
            </label>
            <ol>
                <For each=ids key=|id| id.clone() children=move |id| view! { <Item id set/> }/>
            </ol>
            <div class="data-buttons">
                <button type="button" class="btn" data-test="set-add" disabled=read_only on:click=add>{t.add}</button>
                <button type="button" class="btn" data-test="set-draft" disabled=read_only on:click=draft>{t.draft}</button>
            </div>
            <super::set_text::SetText/>
        </div>
    }
}

/// Which set is in use, where there are several for the level, and the way to be rid of one.
fn which(sheet: Sheet) -> Option<AnyView> {
    let t = sheet.t;
    let level = sheet.level.get()?;
    let plan = sheet.workspace.plan().get();
    let sets: Vec<&CriteriaSet> = plan.criteria_sets.iter().filter(|s| s.level == level).collect();
    let set_in_use = sets.first()?.id.clone();
    if sets.len() < 2 {
        return None;
    }
    let choices: Vec<_> = sets
        .iter()
        .map(|s| (s.id.clone(), s.name.get(sheet.lang).to_owned()))
        .collect();
    let delete = set_in_use.clone();
    Some(
        view! {
            <div class="data-row">
                <label class="pick">
                    <span>{t.set_in_use}</span>
                    <Select
                        test="set-use"
                        choices=Signal::stored(choices)
                        value=Signal::stored(set_in_use)
                        on_choose=Callback::new(move |id: String| {
                            sheet.workspace.dispatch(Command::UseCriteriaSet(id));
                        })
                        disabled=sheet.workspace.read_only()
                    />
                </label>
                <button
                    type="button"
                    class="btn danger"
                    data-test="set-delete"
                    disabled=sheet.workspace.read_only()
                    on:click=move |_| {
                        sheet.workspace.dispatch(Command::DeleteCriteriaSet(delete.clone()));
                    }
                >
                    {t.delete_set}
                </button>
            </div>
        }
        .into_any(),
    )
}

/// One criterion of the set.
#[component]
fn Item(id: String, set: Memo<Option<CriteriaSet>>) -> impl IntoView {
    let sheet = use_sheet();
    let (t, lang) = (sheet.t, sheet.lang);
    let read_only = sheet.workspace.read_only();
    let read = id.clone();
    let text = Signal::derive(move || {
        set.with(|s| {
            let criterion = s.as_ref()?.criteria.iter().find(|c| c.id == read)?;
            Some(criterion.name.get(lang).to_owned())
        })
        .unwrap_or_default()
    });
    let own = StoredValue::new(id.clone());
    let rename = Callback::new(move |entry: String| match entry.trim() {
        "" => Err(t.name_missing.to_owned()),
        entry => {
            change(sheet, |s| {
                if let Some(criterion) = s.criteria.iter_mut().find(|c| c.id == own.get_value()) {
                    criterion.name.set(lang, entry.to_owned());
                }
            });
            Ok(())
        }
    });
    let shift = move |by: isize| {
        change(sheet, |s| {
            let from = s.criteria.iter().position(|c| c.id == own.get_value());
            let to = from
                .and_then(|f| f.checked_add_signed(by))
                .filter(|to| *to < s.criteria.len());
            if let (Some(from), Some(to)) = (from, to) {
                s.criteria.swap(from, to);
            }
        });
    };
    let button = move |shape: Shape, word: &'static str, test: String, act: Callback<()>| {
        let label = move || format!("{word}: {}", text.get());
        view! {
            <button type="button" class="btn quiet small icon" aria-label=label title=word data-test=test disabled=read_only on:click=move |_| act.run(())>
                <Icon shape/>
            </button>
        }
    };
    view! {
        <li data-test=format!("criterion-{id}")>
            <EditField text on_commit=rename label=t.criterion_name.to_owned() test=format!("criterion-{id}-name") number=false disabled=read_only/>
            {button(Shape::Up, t.up, format!("criterion-{id}-up"), Callback::new(move |()| shift(-1)))}
            {button(Shape::Down, t.down, format!("criterion-{id}-down"), Callback::new(move |()| shift(1)))}
            {button(Shape::Trash, t.remove, format!("criterion-{id}-remove"), Callback::new(move |()| {
                change(sheet, |s| s.criteria.retain(|c| c.id != own.get_value()));
            }))}
        </li>
    }
}
