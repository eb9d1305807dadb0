//! The table: frozen head and first column, one row per commune, one handler for all cells.

use super::editor::Editor;
use super::keys;
use super::row::{Cells, RowView, cells_of, row_view};
use super::state::{Sheet, use_sheet};
use crate::sheet::{Filter, Sort, SortKey};
use crate::ui::prelude::*;
use std::sync::Arc;

/// The sheet itself.
#[component]
pub fn Table() -> impl IntoView {
    let sheet = use_sheet();
    let t = sheet.t;
    let none = Memo::new(move |_| sheet.shown_rows.with(|s| s.rows.is_empty()));
    view! {
        <div class="cm-wrap">
            <table
                class="mx"
                role="grid"
                aria-label=t.matrix
                aria-describedby="cm-keys"
                aria-multiselectable="true"
                data-test="communes-table"
                on:keydown=move |event| keys::on_key(sheet, &event)
                on:mousedown=move |event| keys::on_mouse_down(sheet, &event)
                on:mouseover=move |event| keys::on_mouse_over(sheet, &event)
                on:dblclick=move |event| keys::on_double_click(sheet, &event)
                on:click=move |event| keys::on_click(sheet, &event)
            >
                <Head/>
                <tbody node_ref=sheet.body>
                    <For
                        each=move || sheet.shown_rows.with(|s| s.ids.clone())
                        key=|id| id.clone()
                        children=move |id| row(sheet, id)
                    />
                </tbody>
            </table>
            <Show when=move || none.get()>
                <div class="empty" data-test="communes-nothing">
                    <p>{t.nothing_found}</p>
                    <button type="button" class="btn" on:click=move |_| sheet.filter.set(Filter::default())>{t.show_all}</button>
                </div>
            </Show>
            <Editor/>
        </div>
    }
}

/// Headings: criteria turned upright; names and figures sort by a press.
#[component]
fn Head() -> impl IntoView {
    let sheet = use_sheet();
    let t = sheet.t;
    // With groups of criteria the head has two rows.
    let grouping = Memo::new(move |_| sheet.matrix.with(|m| m.groups.clone()));
    let has_groups = Memo::new(move |_| grouping.with(|g| !g.is_empty()));
    let deep = move || has_groups.get().then_some("2");
    let groups = move || {
        let one = |(name, columns): &(crate::model::Text, usize)| {
            let name = name.get(sheet.lang).to_owned();
            view! {
                <th scope="colgroup" class="gr" colspan=columns.to_string() title=name.clone() data-test="criteria-group">
                    <span>{name.clone()}</span>
                </th>
            }
        };
        grouping.with(|g| g.iter().map(one).collect_view())
    };
    let heading = move |key: SortKey, word: &'static str, class: &'static str| {
        let sort_order = move || {
            let sort = sheet.sort.get();
            match (sort.key == key, sort.descending) {
                (false, _) => "none",
                (true, false) => "ascending",
                (true, true) => "descending",
            }
        };
        let press = move |_| {
            sheet.sort.update(|sort| {
                let descending = sort.key == key && !sort.descending;
                *sort = Sort { key, descending };
            });
            sheet.again.update(|n| *n += 1);
        };
        view! {
            <th scope="col" rowspan=deep class=class aria-sort=sort_order>
                <button type="button" class="cm-sort" on:click=press>{word}</button>
            </th>
        }
    };
    let criteria = move || {
        let one = |(index, (_, name)): (usize, &(String, crate::model::Text))| {
            let name = name.get(sheet.lang).to_owned();
            view! {
                <th scope="col" class="r" title=name.clone() data-test="criteria-head">
                    <span>{name.clone()}</span>
                    <i>{index + 1}</i>
                </th>
            }
        };
        sheet.columns.with(|c| c.iter().enumerate().map(one).collect_view())
    };
    view! {
        <thead class:grp=has_groups>
            <tr>
                {heading(SortKey::Name, t.commune, "l n")}
                <th scope="col" rowspan=deep class="l k">{t.pick}</th>
                // Asks the groups alone: an effect that reads what is worked out from a memo, and then that memo, may miss its
                // change.
                {move || if grouping.with(Vec::is_empty) { criteria().into_any() } else { groups().into_any() }}
                {heading(SortKey::Left, t.left, "num g1 w")}
                {heading(SortKey::Cost, t.cost, "num w")}
                {heading(SortKey::Months, t.months, "num")}
                <th scope="col" rowspan=deep class="num w">{t.chance}</th>
                <th scope="col" rowspan=deep class="l">{t.met_of}</th>
            </tr>
            {move || has_groups.get().then(|| view! { <tr class="below">{criteria}</tr> })}
        </thead>
    }
}

/// Which of the row's cells is under the cursor, and which are selected.
type Slice = (Option<usize>, Option<(usize, usize)>);

/// One row. Its cells follow the matrix and its part of the selection at once; the rest follows the run too, and may come
/// a frame later.
fn row(sheet: Sheet, id: String) -> impl IntoView {
    let (own, of, commune) = (id.clone(), id.clone(), id.clone());
    let cells = Memo::new(move |before: Option<&Option<Cells>>| {
        let columns = sheet.columns.get();
        let before = before.and_then(Option::as_ref);
        sheet
            .matrix
            .with(|matrix| cells_of(sheet, matrix, &columns, &of, before))
    });
    let data = Memo::new(move |_| {
        let (ranking, plan) = (sheet.ranking.get(), sheet.run.get().plan);
        let cells = cells.get()?;
        Some(Arc::new(row_view(sheet, &plan, &cells.row, &ranking, &id)))
    });
    let slice = Memo::new(move |_| -> Slice {
        let index = sheet.shown_rows.with(|s| s.ids.iter().position(|i| *i == own));
        let Some((index, selection)) = index.zip(sheet.selected()) else {
            return (None, None);
        };
        let focus = (selection.focus.row == index).then_some(selection.focus.col);
        let several = selection.span().cells() > 1;
        (focus, selection.columns_of(index).filter(|_| several))
    });
    let attribute = move |of: fn(&RowView) -> String| data.with(|d| d.as_deref().map(of));
    let class = move || {
        attribute(|row| match (row.chosen, row.pick) {
            (true, _) => "sel".to_owned(),
            (false, "out") => "out".to_owned(),
            _ => String::new(),
        })
    };
    view! {
        <tr
            class=class
            data-test="commune-row"
            data-commune=commune
            data-value=move || data.with(|d| d.as_ref()?.raw_cost.map(|c| c.to_string()))
            data-chosen=move || attribute(|row| row.chosen.to_string())
        >
            {move || data.get().map(|row| lead(sheet, &row))}
            {move || cells.get().map(|cells| draw(&cells, slice.get()))}
            {move || data.get().map(|row| tail(sheet, &row))}
        </tr>
    }
}

/// Name and pick.
fn lead(sheet: Sheet, row: &RowView) -> impl IntoView + use<> {
    view! {
        <th scope="row" title=row.merged_from.clone()>
            <span class="rk">{row.rank.clone()}</span>
            {row.name.clone()}
            " "
            <span class="tag">{row.tags.clone()}</span>
        </th>
        <td class="k">
            <button
                type="button"
                class=format!("pk {}", if row.chosen { "yes" } else { row.pick })
                data-test=format!("pick-{}", row.id)
                data-value=row.pick
                title=format!("{} ({})", row.why, sheet.t.pick_hint)
                aria-label=format!("{}: {}. {}", row.name, row.pick_word, row.why)
            >
                {row.pick_word}
            </button>
        </td>
    }
}

fn draw(cells: &Cells, (focus, range): Slice) -> impl IntoView + use<> {
    let commune = &cells.row.id;
    let cells = cells.views.iter().enumerate().map(|(col, cell)| {
        let is_selected = range.is_some_and(|(from, to)| (from..=to).contains(&col));
        let class = match (focus == Some(col), is_selected) {
            (true, _) => format!("{} act", cell.class),
            (false, true) => format!("{} in", cell.class),
            (false, false) => cell.class.to_owned(),
        };
        view! {
            <td
                class=class
                role="gridcell"
                tabindex=if focus == Some(col) { "0" } else { "-1" }
                aria-selected=(is_selected || focus == Some(col)).then_some("true")
                aria-label=cell.label.clone()
                data-test="criterion-cell"
                data-value=cell.value
                data-commune=commune.clone()
                data-criterion=cell.criterion.clone()
                data-cost=cell.raw_cost.map(|c| c.to_string())
                data-months=cell.raw_months.map(|m| m.to_string())
                data-name=cell.name.clone()
            >
                <i>{cell.letter}</i>
                {cell.cost.clone()}
            </td>
        }
    });
    cells.collect_view()
}

/// What is left to do, and the chance.
fn tail(sheet: Sheet, row: &RowView) -> impl IntoView + use<> {
    let (met, all) = row.met;
    let width = if all == 0 { 0.0 } else { 52.0 * met as f64 / all as f64 };
    view! {
        <td class="num g1" data-name=sheet.t.left>{row.left.clone()}</td>
        <td class="num b" data-name=sheet.t.cost>{row.cost.clone()}</td>
        <td class=if row.late { "num late" } else { "num" } title=row.late.then_some(sheet.t.late) data-name=sheet.t.months>{row.months.clone()}</td>
        <td class="num" data-name=sheet.t.chance>{row.chance.clone()}</td>
        <td class="rd">
            <svg viewBox="0 0 52 8" aria-hidden="true">
                <path class="bg" d="M0 0h52v8H0z"></path>
                <path d=format!("M0 0h{width:.1}v8H0z")></path>
            </svg>
            <span>{format!("{met}/{all}")}</span>
        </td>
    }
}
