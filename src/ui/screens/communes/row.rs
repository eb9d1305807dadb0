//! What a row of the table says, worked out from the matrix and the ranking.

use super::state::{Columns, Sheet};
use crate::formats::number;
use crate::i18n::communes as words;
use crate::model::{CommuneId, CriterionEntry, CriterionId, CriterionState, Lang, Pick, Plan, Text};
use crate::sheet::{CommuneRow, CriteriaTable, Ranking, Standing};
use leptos::prelude::Get;
use std::sync::Arc;

/// A cell as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct CellView {
    /// Class and name of the state.
    pub class: &'static str,
    /// Name of the state in `data-value`.
    pub value: &'static str,
    /// Letter before the cost.
    pub letter: &'static str,
    /// Cost in tỷ, empty if there is none.
    pub cost: String,
    /// Raw cost, triệu đồng.
    pub raw_cost: Option<f64>,
    /// Months of work as entered; `None` where nothing is.
    pub raw_months: Option<f64>,
    /// For who does not see it.
    pub label: String,
    /// Id of the criterion of the column.
    pub criterion: CriterionId,
    /// Name of the criterion, for screen readers.
    pub name: String,
}

/// A row as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// Id of the commune of the row.
    pub id: CommuneId,
    /// Name of the commune as the plan has it.
    pub name: String,
    /// *ven biển*, *sáp nhập*.
    pub tags: String,
    /// Old communes it was merged from, as entered; empty for none.
    pub merged_from: String,
    /// Place in the order of choice; empty without data.
    pub rank: String,
    /// Pick: `in`, `out`, `free`.
    pub pick: &'static str,
    /// Whether the run starts it.
    pub chosen: bool,
    /// Word on the pick button.
    pub pick_word: &'static str,
    /// Why it is chosen or not.
    pub why: String,
    /// Criteria left, or what is missing.
    pub left: String,
    /// Cost to come.
    pub cost: String,
    /// Raw cost; `None` without data.
    pub raw_cost: Option<f64>,
    /// Months of work left.
    pub months: String,
    /// Whether even a start in the first month is too late.
    pub late: bool,
    /// Chance to pass.
    pub chance: String,
    /// Criteria met and all.
    pub met: (usize, usize),
}

/// Name of a state in `data-value` and class of its cell.
pub fn state_name(state: CriterionState) -> (&'static str, &'static str) {
    match state {
        CriterionState::Met => ("met", "c m"),
        CriterionState::InProgress => ("in-progress", "c p"),
        CriterionState::Open => ("open", "c o"),
        CriterionState::Unknown => ("unknown", "c u"),
    }
}

/// Cells of a row with what they were made of: an edit elsewhere leaves them as they are.
#[derive(Clone, Debug)]
pub struct Cells {
    columns: Arc<Columns>,
    /// The row of the matrix.
    pub row: Arc<CommuneRow>,
    /// Its cells, shape `[criterion]`.
    pub views: Arc<Vec<CellView>>,
}

impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.row, &other.row) && Arc::ptr_eq(&self.views, &other.views)
    }
}

/// Cells of the row of a commune, those from before where nothing in them changed; `None` if it is gone.
pub fn cells_of(
    sheet: Sheet,
    matrix: &CriteriaTable,
    columns: &Arc<Columns>,
    id: &str,
    before: Option<&Cells>,
) -> Option<Cells> {
    let row = matrix.rows.get(matrix.row_of(id)?)?;
    match before {
        Some(before) if *before.row == *row && Arc::ptr_eq(&before.columns, columns) => Some(before.clone()),
        _ => Some(Cells {
            columns: Arc::clone(columns),
            row: Arc::new(row.clone()),
            views: Arc::new(cells(columns, row, sheet)),
        }),
    }
}

/// What the run makes of a row.
pub fn row_view(sheet: Sheet, plan: &Plan, row: &CommuneRow, ranking: &Ranking, id: &str) -> RowView {
    let (t, lang) = (sheet.t, sheet.lang);
    let ranking_row = ranking.of(id);
    let standing = ranking.standing(id).unwrap_or(Standing::NoLine);
    let scenario = sheet.workspace.scenario_id().get();
    let pick = plan
        .scenario(&scenario)
        .and_then(|s| s.overrides.picks.get(id))
        .copied();
    let (pick, pick_word) = match pick.unwrap_or_default() {
        Pick::In => ("in", t.pick_in),
        Pick::Out => ("out", t.pick_out),
        Pick::Free => ("free", t.pick_free),
    };
    let is_chosen = matches!(standing, Standing::Chosen { .. });
    let tags: Vec<&str> = [(row.coastal, t.coastal), (!row.merged_from.is_empty(), t.merged)]
        .into_iter()
        .filter_map(|(has, tag)| has.then_some(tag))
        .collect();
    let own = row.known.is_some();
    RowView {
        id: row.id.clone(),
        name: row.name.clone(),
        tags: tags.join(", "),
        merged_from: row.merged_from.clone(),
        rank: ranking_row.map(|r| r.place.to_string()).unwrap_or_default(),
        pick,
        chosen: is_chosen,
        pick_word: if is_chosen && pick == "free" {
            t.chosen
        } else {
            pick_word
        },
        why: words::standing_sentence(standing, ranking_row, &|m| sheet.month(plan, m), lang),
        left: if own {
            row.left.to_string()
        } else {
            words::gaps(row.gaps, lang)
        },
        cost: row
            .known
            .map(|(cost, _)| number::number(cost, 0, lang))
            .unwrap_or_default(),
        raw_cost: row.known.map(|(cost, _)| cost),
        months: row.known.map(|(_, months)| months.to_string()).unwrap_or_default(),
        late: own && ranking_row.is_some_and(|r| r.chance <= 0.0),
        chance: ranking_row
            .filter(|_| own)
            .map(|r| words::chance(r.chance, lang))
            .unwrap_or_default(),
        met: (row.met, row.cells.len()),
    }
}

fn cells(columns: &Columns, row: &CommuneRow, sheet: Sheet) -> Vec<CellView> {
    let cell = |((id, name), entry): (&(CriterionId, Text), &Option<CriterionEntry>)| {
        let state = entry.as_ref().map_or(CriterionState::Unknown, |e| e.state);
        let (value, class) = state_name(state);
        let to_do = matches!(state, CriterionState::Open | CriterionState::InProgress);
        let cost = entry.as_ref().and_then(|e| e.cost).filter(|_| to_do);
        CellView {
            class,
            value,
            letter: match state {
                CriterionState::InProgress => sheet.t.letters[0],
                CriterionState::Open => sheet.t.letters[1],
                CriterionState::Unknown => "?",
                CriterionState::Met => "",
            },
            cost: cost.map(|c| billions(c, sheet.lang)).unwrap_or_default(),
            raw_cost: cost,
            raw_months: entry.as_ref().and_then(|e| e.months).filter(|_| to_do),
            label: words::cell(entry.as_ref(), sheet.lang),
            criterion: id.clone(),
            name: name.get(sheet.lang).to_owned(),
        }
    };
    columns.iter().zip(&row.cells).map(cell).collect()
}

/// A cost in tỷ as it fits a cell: one decimal, none from a hundred up.
pub(super) fn billions(cost: f64, lang: Lang) -> String {
    let decimals = if cost < 99_950.0 { 1 } else { 0 };
    number::number(cost / 1000.0, decimals, lang)
}
