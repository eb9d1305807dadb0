//! The cell with the cursor: state, cost, months, note, origin; a range has its state only.

use super::keys::set_state;
use super::row::state_name;
use super::state::{Sheet, use_sheet};
use crate::formats::number;
use crate::i18n::communes as words;
use crate::i18n::messages;
use crate::model::{CommuneId, CriterionEntry, CriterionId, CriterionState};
use crate::sheet::same_entry;
use crate::ui::prelude::*;
use crate::ui::screens::data::origin::{OriginMark, OriginTarget};
use crate::ui::widgets::{Choice, EditField, Seg};

/// What the bar is about.
#[derive(Clone, Debug, PartialEq)]
struct CellDetail {
    commune: CommuneId,
    criterion: CriterionId,
    title: String,
    cells: usize,
    entry: Option<CriterionEntry>,
}

const STATES: [CriterionState; 4] = [
    CriterionState::Met,
    CriterionState::InProgress,
    CriterionState::Open,
    CriterionState::Unknown,
];

/// The bar of the cell.
#[component]
pub fn Detail() -> impl IntoView {
    let sheet = use_sheet();
    let (t, lang) = (sheet.t, sheet.lang);
    let cell_detail = Memo::new(move |_| {
        let selection = sheet.selected()?;
        let matrix = sheet.matrix.get();
        let index = sheet.shown_rows.with(|s| s.rows.get(selection.focus.row).copied())?;
        let row = matrix.rows.get(index)?;
        let (criterion, name) = matrix.columns.get(selection.focus.col)?;
        Some(CellDetail {
            commune: row.id.clone(),
            criterion: criterion.clone(),
            title: format!("{} · {}", row.name, name.get(lang)),
            cells: selection.span().cells(),
            entry: matrix.entry(index, selection.focus.col).cloned(),
        })
    });
    let entry = move || cell_detail.with(|s| s.as_ref().and_then(|s| s.entry.clone()));
    // The cell a field was entered for: what is typed goes there, wherever the cursor is by then.
    let target = StoredValue::new(None::<(CommuneId, CriterionId)>);
    let aim = move || {
        target.set_value(cell_detail.with_untracked(|s| s.as_ref().map(|s| (s.commune.clone(), s.criterion.clone()))))
    };
    let state = Signal::derive(move || {
        let state = entry().map_or(CriterionState::Unknown, |e| e.state);
        state_name(state).0.to_owned()
    });
    let choices = STATES
        .map(|s| Choice::new(state_name(s).0, words::state(s, lang)))
        .to_vec();
    let choose = move |value: String| {
        if let Some(state) = STATES.into_iter().find(|s| state_name(*s).0 == value) {
            set_state(sheet, state);
        }
    };
    let read_only = sheet.workspace.read_only();
    let several =
        Signal::derive(move || read_only.get() || cell_detail.with(|s| s.as_ref().is_none_or(|s| s.cells > 1)));
    let number_text = move |read: fn(&CriterionEntry) -> Option<f64>| {
        Signal::derive(move || {
            entry()
                .and_then(|e| read(&e))
                .map(|v| number::exact(v, lang))
                .unwrap_or_default()
        })
    };
    let cost = Callback::new(move |typed: String| {
        let value = match typed.trim() {
            "" => None,
            typed => Some(
                number::parse_amount(typed, lang, 0.0, 0.0)
                    .map_err(|e| messages::number_error(&e, lang).paragraph())?
                    .value,
            ),
        };
        put(sheet, target.get_value(), move |e| e.cost = value)
    });
    let months = Callback::new(move |typed: String| {
        let value = match typed.trim() {
            "" => None,
            typed => match typed.parse::<u16>() {
                Ok(months) if months <= 600 => Some(f64::from(months)),
                _ => return Err(words::cell_error(crate::sheet::CellError::Months, typed, lang)),
            },
        };
        put(sheet, target.get_value(), move |e| e.months = value)
    });
    let note =
        Callback::new(move |typed: String| put(sheet, target.get_value(), move |e| e.note = typed.trim().to_owned()));
    let mark = move || {
        cell_detail.with(|s| {
            let s = s.as_ref().filter(|s| s.entry.is_some() && s.cells == 1)?;
            let target = OriginTarget::Criterion(s.commune.clone(), s.criterion.clone());
            Some(view! { <OriginMark target=target name="criterion".to_owned()/> }.into_any())
        })
    };
    let title = move || {
        cell_detail.with(|s| match s {
            Some(s) if s.cells > 1 => words::selection_count(s.cells, lang),
            Some(s) => s.title.clone(),
            None => String::new(),
        })
    };
    let why = move || {
        let commune = cell_detail.with(|s| s.as_ref().map(|s| s.commune.clone()))?;
        let ranking = sheet.ranking.get();
        let standing = ranking.standing(&commune)?;
        let plan = sheet.workspace.plan().get();
        Some(words::standing_sentence(
            standing,
            ranking.of(&commune),
            &|m| sheet.month(&plan, m),
            lang,
        ))
    };
    view! {
        <div class="cm-fx" data-test="criterion-detail" on:focusin=move |_| aim()>
            <b class="cm-cell">{title}</b>
            <Seg choices=choices value=state on_choose=choose label=t.cell_state.to_owned() test="criterion-state" disabled=read_only/>
            <label>
                <span>{t.cell_cost}</span>
                <EditField text=number_text(|e| e.cost) on_commit=cost label=t.cell_cost.to_owned() test="criterion-cost" disabled=several/>
            </label>
            <label class="short">
                <span>{t.cell_months}</span>
                <EditField text=number_text(|e| e.months) on_commit=months label=t.cell_months.to_owned() test="criterion-months" disabled=several/>
            </label>
            <label class="note">
                <span>{t.cell_note}</span>
                <EditField
                    text=Signal::derive(move || entry().map(|e| e.note).unwrap_or_default())
                    on_commit=note
                    label=t.cell_note.to_owned()
                    test="criterion-note"
                    number=false
                    disabled=several
                />
            </label>
            <span class="cm-org">{mark}</span>
            <span class="cm-why" data-test="commune-why">{why}</span>
        </div>
    }
}

/// Changes one cell by a field of the bar. A cost or months of a cell that nobody filled say that it is not met.
fn put(
    sheet: Sheet,
    target: Option<(CommuneId, CriterionId)>,
    change: impl FnOnce(&mut CriterionEntry),
) -> Result<(), String> {
    let Some((commune, criterion)) = target else {
        return Ok(());
    };
    let matrix = sheet.matrix.get_untracked();
    let col = matrix.columns.iter().position(|(id, _)| *id == criterion);
    let old = matrix
        .row_of(&commune)
        .zip(col)
        .and_then(|(row, col)| matrix.entry(row, col));
    let mut new = old.cloned().unwrap_or_default();
    let (cost, months) = (new.cost, new.months);
    change(&mut new);
    let to_do = matches!(new.state, CriterionState::Open | CriterionState::InProgress);
    if !to_do && (new.cost, new.months) != (cost, months) && (new.cost.is_some() || new.months.is_some()) {
        new.state = CriterionState::Open;
    }
    new.origin = Default::default();
    if same_entry(old, Some(&new)) {
        return Ok(());
    }
    let new = Some(new).filter(|e| !same_entry(Some(e), None));
    match sheet.workspace.read_only().get_untracked() {
        true => Err(sheet.t.not_now.to_owned()),
        false => {
            sheet.change(vec![(commune, criterion, new)]);
            Ok(())
        }
    }
}
