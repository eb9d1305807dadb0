//! State of the screen: level, order, filter, selection, the text being typed.

use crate::app::Workspace;
use crate::edit::{Command, Snapshot};
use crate::formats::number::month_label;
use crate::i18n::communes::{self as words, Communes};
use crate::i18n::texts;
use crate::model::{CommuneId, CriterionEntry, CriterionId, Lang, Level, Plan, Text};
use crate::platform::timer;
use crate::sheet::*;
use crate::ui::prelude::*;
use leptos::html;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use std::collections::BTreeMap;
use std::sync::Arc;
use web_sys::HtmlElement;

/// Cells of a row before the first criterion: name, pick.
pub const LEAD: usize = 2;

/// Cost in triệu đồng and months, by commune and criterion.
type SetAside = BTreeMap<(CommuneId, CriterionId), (Option<f64>, Option<f64>)>;

/// Criteria with their names, in order.
pub type Columns = Vec<(CriterionId, Text)>;

/// [`Sheet::behind`] while the heat map waits.
const HEAT: u8 = 1;
/// [`Sheet::behind`] while the run waits too.
const RUN: u8 = 2;

/// A text being typed over a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Commune of the cell.
    pub commune: CommuneId,
    /// Criterion of the cell.
    pub criterion: CriterionId,
    /// What is typed.
    pub text: String,
    /// Why it cannot be used.
    pub error: Option<String>,
    /// Place of the cell in the scrolled box and its width, CSS px.
    pub at: (i32, i32, i32),
}

/// The rows shown. While a row is edited the others stay where they are: the order is worked out again only when it
/// was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownRows {
    key: (Option<Level>, Sort, Filter, String, u32, Vec<CommuneId>),
    /// Index of each row in the matrix.
    pub rows: Vec<usize>,
    /// Commune of each row.
    pub ids: Vec<CommuneId>,
}

/// State of the screen.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// The open plan.
    pub workspace: Workspace,
    /// Language the screen was made in.
    pub lang: Lang,
    /// Texts of the screen in that language.
    pub t: &'static Communes,
    /// Level asked for.
    pub level_asked: RwSignal<Option<Level>>,
    /// Level shown; `None` if the plan has none.
    pub level: Memo<Option<Level>>,
    /// Column the rows are sorted by, and whether downwards.
    pub sort: RwSignal<Sort>,
    /// Words and conditions that rows have to meet to be shown.
    pub filter: RwSignal<Filter>,
    /// Grows when rows are to be sorted again.
    pub again: RwSignal<u32>,
    /// Selected cells, as they are shown.
    pub selection: RwSignal<Selection>,
    /// Whether the next Tab leaves the table.
    pub loose: RwSignal<bool>,
    /// Communes × criteria of the level shown, as the plan has them now.
    pub matrix: Memo<Arc<CriteriaTable>>,
    /// Cost and months of cells that were taken as met or unknown, to come back with their work.
    set_aside: StoredValue<SetAside>,
    /// The criteria with their names, in order.
    pub columns: Memo<Arc<Columns>>,
    /// How far what follows from the cells is behind them. A changed cell is painted alone; the run with the order of
    /// choice comes after that frame ([`RUN`]), the heat map after the next ([`HEAT`]).
    behind: RwSignal<u8>,
    /// The plan that the run is of.
    pub run: Memo<Snapshot>,
    /// The matrix that the heat map is of.
    pub heat_matrix: Memo<Arc<CriteriaTable>>,
    /// The order of choice in the scenario shown.
    pub ranking: Memo<Arc<Ranking>>,
    /// The rows shown.
    pub shown_rows: Memo<Arc<ShownRows>>,
    /// The text being typed.
    pub draft: RwSignal<Option<Draft>>,
    /// Text in the paste dialog, while it is open.
    pub paste_text: RwSignal<Option<String>>,
    /// Whether the dialog of the criteria set is open.
    pub set_open: RwSignal<bool>,
    /// Body of the table.
    pub body: NodeRef<html::Tbody>,
    /// The field that lies over a cell while it is typed into.
    pub editor: NodeRef<html::Input>,
}

/// The state of the screen.
pub fn use_sheet() -> Sheet {
    expect_context()
}

impl Sheet {
    /// The state at the start.
    pub fn new(workspace: Workspace, lang: Lang) -> Self {
        let plan = workspace.plan();
        let level_asked = RwSignal::new(None);
        let level = Memo::new(move |_| {
            let levels = plan.with(|p| levels(p));
            level_asked
                .get()
                .filter(|l| levels.contains(l))
                .or(levels.first().copied())
        });
        let matrix = Memo::new(move |_| {
            let level = level.get().unwrap_or(Level::None);
            Arc::new(plan.with(|p| CriteriaTable::new(p, level)))
        });
        let columns = Memo::new(move |before: Option<&Arc<Columns>>| {
            matrix.with(|m| match before {
                Some(before) if **before == m.columns => Arc::clone(before),
                _ => Arc::new(m.columns.clone()),
            })
        });
        let behind = RwSignal::new(0);
        let run = Memo::new(move |before: Option<&Snapshot>| match before {
            Some(before) if behind.get() >= RUN => before.clone(),
            _ => workspace.snapshot().get(),
        });
        let heat_matrix = Memo::new(move |before: Option<&Arc<CriteriaTable>>| match before {
            Some(before) if behind.get() >= HEAT => Arc::clone(before),
            _ => matrix.get(),
        });
        let ranking = Memo::new(move |_| {
            let level = level.get().unwrap_or(Level::None);
            let id = workspace.scenario_id().get();
            let Snapshot { plan, .. } = run.get();
            let evaluation = workspace.evaluation_at(&plan, &id);
            Arc::new(ranking(&plan, plan.scenario(&id), &evaluation, level))
        });
        let sort = RwSignal::new(Sort::default());
        let filter = RwSignal::new(Filter::default());
        let again = RwSignal::new(0);
        let shown_rows = Memo::new(move |before: Option<&Arc<ShownRows>>| {
            let matrix = matrix.get();
            let ids = matrix.rows.iter().map(|r| r.id.clone()).collect();
            let scenario = workspace.scenario_id().get();
            let key = (level.get(), sort.get(), filter.get(), scenario, again.get(), ids);
            match before {
                Some(before) if before.key == key => Arc::clone(before),
                _ => {
                    let rows = arrange(&matrix, &ranking.get(), key.1, &key.2);
                    let ids = rows.iter().map(|row| matrix.rows[*row].id.clone()).collect();
                    Arc::new(ShownRows { key, rows, ids })
                }
            }
        });
        Self {
            workspace,
            lang,
            t: &texts(lang).communes,
            level_asked,
            level,
            sort,
            filter,
            again,
            selection: RwSignal::new(Selection::default()),
            loose: RwSignal::new(false),
            matrix,
            set_aside: StoredValue::new(SetAside::new()),
            columns,
            behind,
            run,
            heat_matrix,
            ranking,
            shown_rows,
            draft: RwSignal::new(None),
            paste_text: RwSignal::new(None),
            set_open: RwSignal::new(false),
            body: NodeRef::new(),
            editor: NodeRef::new(),
        }
    }

    /// Rows and columns shown.
    pub fn size(self) -> Size {
        Size {
            rows: self.shown_rows.with_untracked(|s| s.rows.len()),
            cols: self.matrix.with_untracked(|m| m.columns.len()),
        }
    }

    /// The selection inside what is shown; tracked.
    pub fn selected(self) -> Option<Selection> {
        let size = Size {
            rows: self.shown_rows.with(|s| s.rows.len()),
            cols: self.matrix.with(|m| m.columns.len()),
        };
        self.selection.get().clamp_to(size)
    }

    /// As [`Sheet::selected`], for event handlers.
    pub fn selected_untracked(self) -> Option<Selection> {
        self.selection.get_untracked().clamp_to(self.size())
    }

    /// The cell with the cursor: row and column of the matrix.
    pub fn cursor(self, selection: Selection) -> Option<(usize, usize)> {
        let row = self
            .shown_rows
            .with_untracked(|s| s.rows.get(selection.focus.row).copied())?;
        Some((row, selection.focus.col))
    }

    /// Where a commune and a criterion are shown.
    pub fn place_of(self, commune: &str, criterion: &str) -> Option<CellPlace> {
        let row = self
            .shown_rows
            .with_untracked(|s| s.ids.iter().position(|id| id == commune))?;
        let col = self
            .matrix
            .with_untracked(|m| m.columns.iter().position(|(id, _)| id == criterion))?;
        Some(CellPlace { row, col })
    }

    /// Selects and puts the focus on the cell with the cursor.
    pub fn select(self, selection: Selection) {
        self.loose.set(false);
        self.selection.set(selection);
        self.focus();
    }

    /// The element of a cell.
    pub fn element(self, place: CellPlace) -> Option<HtmlElement> {
        let rows = self.body.get_untracked()?.children();
        let cells = rows.item(place.row as u32)?.children();
        cells.item((place.col + LEAD) as u32)?.dyn_into().ok()
    }

    /// Puts the focus on the cell with the cursor.
    pub fn focus(self) {
        let cell = self.selected_untracked().and_then(|s| self.element(s.focus));
        if let Some(cell) = cell {
            let _ = cell.focus();
        }
    }

    /// Cost and months of a cell whose state is set: those it has, else (`to_do`) those it had before it was taken as done.
    pub fn numbers(
        self,
        commune: &CommuneId,
        criterion: &CriterionId,
        now: Option<&CriterionEntry>,
        to_do: bool,
    ) -> (Option<f64>, Option<f64>) {
        let own = now.map_or((None, None), |e| (e.cost, e.months));
        let key = (commune.clone(), criterion.clone());
        match own {
            (None, None) if to_do => self.set_aside.with_value(|s| s.get(&key).copied()).unwrap_or_default(),
            (None, None) => own,
            _ => {
                if !to_do {
                    self.set_aside.update_value(|s| {
                        s.insert(key, own);
                    });
                }
                own
            }
        }
    }

    /// Changes cells as one step; nothing to change is no step.
    pub fn change(self, changes: Vec<CellChange>) {
        if changes.is_empty() {
            return;
        }
        self.behind.set(RUN);
        self.workspace.dispatch(Command::SetCriteria(changes));
        spawn_local(async move {
            for step in (0..RUN).rev() {
                timer::wait_for_paint().await;
                // The screen may be gone, or another change have begun the wait anew: it ends it itself.
                let mine = self.behind.try_maybe_update(|b| {
                    let mine = *b == step + 1;
                    *b -= u8::from(mine);
                    (mine, mine)
                });
                if mine != Some(true) {
                    return;
                }
            }
        });
    }

    /// Changes cells of the selection.
    pub fn change_selection(self, how: impl FnOnce(&CriteriaTable, &[usize], CellSpan) -> Vec<CellChange>) {
        let Some(selection) = self.selected_untracked() else {
            return;
        };
        let matrix = self.matrix.get_untracked();
        let shown_rows = self.shown_rows.get_untracked();
        self.change(how(&matrix, &shown_rows.rows, selection.span()));
    }

    /// Begins to type over the cell with the cursor, with this text in the field.
    pub fn edit(self, text: &str) {
        let (Some(selection), false) = (self.selected_untracked(), self.workspace.read_only().get_untracked()) else {
            return;
        };
        let (Some(cell), Some((row, col)), Some(input)) = (
            self.element(selection.focus),
            self.cursor(selection),
            self.editor.get_untracked(),
        ) else {
            return;
        };
        let ids = self.matrix.with_untracked(|m| {
            let row = m.rows.get(row)?;
            Some((row.id.clone(), m.columns.get(col)?.0.clone()))
        });
        let Some((commune, criterion)) = ids else { return };
        self.selection.set(Selection::at(selection.focus));
        self.draft.set(Some(Draft {
            commune,
            criterion,
            text: text.to_owned(),
            error: None,
            at: (cell.offset_left(), cell.offset_top(), cell.offset_width()),
        }));
        input.set_value(text);
        let _ = input.focus();
    }

    /// The cell with the cursor as a text.
    pub fn cursor_text(self) -> String {
        let cell = self.selected_untracked().and_then(|s| self.cursor(s));
        cell.map(|(row, col)| self.matrix.with_untracked(|m| write_cell(m.entry(row, col), self.lang)))
            .unwrap_or_default()
    }

    /// Takes what was typed; false if it cannot be used: then it stays, with the reason.
    pub fn commit(self) -> bool {
        let Some(draft) = self.draft.get_untracked() else {
            return true;
        };
        let matrix = self.matrix.get_untracked();
        let row = matrix.row_of(&draft.commune);
        let col = matrix.columns.iter().position(|(id, _)| *id == draft.criterion);
        let current = row.zip(col).and_then(|(row, col)| matrix.entry(row, col));
        match read_cell(&draft.text, self.lang, current, Typing::Over) {
            Ok(entry) => {
                self.draft.set(None);
                if !same_entry(current, entry.as_ref()) {
                    self.change(vec![(draft.commune, draft.criterion, entry)]);
                }
                true
            }
            Err(error) => {
                let reason = words::cell_error(error, &draft.text, self.lang);
                self.draft.update(|d| {
                    if let Some(draft) = d {
                        draft.error = Some(reason);
                    }
                });
                false
            }
        }
    }

    /// A month of the plan in words.
    pub fn month(self, plan: &Plan, t: usize) -> String {
        month_label(plan.calendar.month(t), plan.calendar.start, self.lang)
    }
}
