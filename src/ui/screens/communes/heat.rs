//! Heat map: cost to come by commune and criterion, with the figures in the cells.

use super::row::billions;
use super::state::{Sheet, use_sheet};
use crate::charts::{ChartView, HEAT_STEPS, HeatDrawing, heat_row, heat_step, heat_strength, heat_svg};
use crate::i18n::communes as words;
use crate::model::Lang;
use crate::sheet::CriteriaTable;
use crate::ui::prelude::*;
use crate::ui::widgets::SaveButtons;
use std::sync::Arc;

/// Width and height of a cell in the units of the drawing.
const CELL: (f64, f64) = (48.0, 17.0);
/// Room for the names of communes and for the numbers of criteria.
const ROOM: (f64, f64) = (130.0, 16.0);

/// The heat map, or what to do to get one.
#[component]
pub fn Heat() -> impl IntoView {
    let sheet = use_sheet();
    let t = sheet.t;
    let heat = Memo::new(move |_| {
        let (matrix, rows) = (sheet.heat_matrix.get(), sheet.shown_rows.get());
        heat_of(&matrix, &rows.rows, sheet.lang).map(Arc::new)
    });
    let some = Memo::new(move |_| heat.with(Option::is_some));
    let picture = Signal::derive(move || {
        let title = heat.with(|h| h.as_ref().map(|h| h.finding.trim_end_matches('.').to_owned()));
        ChartView::of_drawing("communes-heat", sheet.lang, title.unwrap_or_default(), t.heat_title)
    });
    let draw = Callback::new(move |()| heat.with_untracked(|h| h.as_ref().map(|h| heat_svg(&h.drawing))));
    let most = move || heat.with(|h| h.as_ref().map(|h| billions(h.most, sheet.lang)));
    let scale = move || {
        (0..HEAT_STEPS).map(|step| {
            view! { <path fill="var(--accent)" fill-opacity=heat_strength(step) d=format!("M{} 0h11v10h-11z", 12 * step)></path> }
        })
    };
    view! {
        <section class="panel cm-heat" data-test="communes-heat">
            <header>
                <h2>{t.heat_title}</h2>
                <span class="grow"></span>
                <span class="unit">
                    {t.heat_unit} " 0 "
                    <svg class="cm-scale" viewBox="0 0 60 10" aria-hidden="true">{scale().collect_view()}</svg>
                    <span data-test="communes-heat-most" data-value=move || heat.with(|h| h.as_ref().map(|h| h.most.to_string()))>{most}</span>
                </span>
                {move || some.get().then(|| view! { <SaveButtons view=picture drawing=draw/> })}
            </header>
            {move || match some.get() {
                true => map(sheet, heat).into_any(),
                false => view! { <p class="in mut">{t.heat_none}</p> }.into_any(),
            }}
        </section>
    }
}

/// What is drawn and said.
#[derive(Clone, Debug, PartialEq)]
struct HeatMap {
    finding: String,
    /// Largest cost, triệu đồng.
    most: f64,
    drawing: HeatDrawing,
}

/// The heat map of the rows shown; nothing where nothing costs anything.
fn heat_of(matrix: &CriteriaTable, shown_rows: &[usize], lang: Lang) -> Option<HeatMap> {
    let cost = |row: usize, col: usize| {
        let cost = matrix.entry(row, col).and_then(|e| e.cost);
        cost.filter(|c| c.is_finite()).unwrap_or(0.0).max(0.0)
    };
    let cols = || 0..matrix.columns.len();
    let costs: Vec<Vec<f64>> = shown_rows
        .iter()
        .map(|row| cols().map(|col| cost(*row, col)).collect())
        .collect();
    let most = costs.iter().flatten().fold(0.0, |m: f64, c| m.max(*c));
    if most <= 0.0 {
        return None;
    }
    let largest = |sums: Vec<f64>| {
        let best = sums.into_iter().enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
        best.unwrap_or((0, 0.0))
    };
    let (col, col_cost) = largest(cols().map(|col| costs.iter().map(|row| row[col]).sum()).collect());
    let (at, row_cost) = largest(costs.iter().map(|row| row.iter().sum()).collect());
    let criterion = matrix.columns.get(col).map_or("", |(_, name)| name.get(lang));
    let names: Vec<String> = shown_rows
        .iter()
        .filter_map(|row| Some(matrix.rows.get(*row)?.name.clone()))
        .collect();
    let cell = |cost: &f64| heat_step(*cost, most).map(|step| (step, billions(*cost, lang)));
    Some(HeatMap {
        finding: words::heat_finding(
            criterion,
            col_cost,
            names.get(at).map_or("", String::as_str),
            row_cost,
            lang,
        ),
        most,
        drawing: HeatDrawing {
            columns: matrix
                .columns
                .iter()
                .map(|(_, name)| name.get(lang).to_owned())
                .collect(),
            cells: costs.iter().map(|row| row.iter().map(cell).collect()).collect(),
            rows: names,
            cell: CELL,
            room: ROOM,
        },
    })
}

/// The drawing on the page; a row is drawn anew only when its own figures change.
fn map(sheet: Sheet, heat: Memo<Option<Arc<HeatMap>>>) -> impl IntoView {
    let size = Memo::new(move |_| {
        let drawing = heat.with(|h| h.as_ref().map(|h| (h.drawing.rows.len(), h.drawing.columns.len())));
        drawing.unwrap_or_default()
    });
    let finding = move || heat.with(|h| h.as_ref().map(|h| h.finding.clone()));
    let view_box = move || {
        let (rows, cols) = size.get();
        format!(
            "0 0 {} {}",
            ROOM.0 + cols as f64 * CELL.0,
            ROOM.1 + rows as f64 * CELL.1
        )
    };
    let row = move |at: usize| {
        let y = ROOM.1 + at as f64 * CELL.1;
        let name = Memo::new(move |_| heat.with(|h| h.as_ref().and_then(|h| h.drawing.rows.get(at).cloned())));
        // What is drawn is put together only where it changed.
        let own = Memo::new(move |_| heat.with(|h| h.as_ref().and_then(|h| h.drawing.cells.get(at).cloned())));
        let cells = move || {
            own.with(|_| ());
            heat.with_untracked(|h| h.as_ref().map(|h| heat_row(&h.drawing, at, y)))
        };
        view! {
            <text x="0" y=(y + CELL.1 - 4.0).to_string()>{name}</text>
            <g inner_html=move || cells().unwrap_or_default()></g>
        }
    };
    let heads = move || {
        let head = |(i, (_, name)): (usize, &(String, crate::model::Text))| {
            let x = ROOM.0 + (i as f64 + 0.5) * CELL.0;
            let name = name.get(sheet.lang).to_owned();
            view! { <text x=x.to_string() y="11" text-anchor="middle">{(i + 1).to_string()}<title>{name}</title></text> }
        };
        sheet.columns.with(|c| c.iter().enumerate().map(head).collect_view())
    };
    view! {
        <p class="in" data-test="communes-heat-finding">{finding}</p>
        <div class="in scroll-x">
            <svg role="img" aria-label=finding viewBox=view_box>
                {heads}
                {move || (0..size.get().0).map(row).collect_view()}
            </svg>
        </div>
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::{Level, samples};

    #[test]
    fn every_cost_stands_in_its_cell_and_what_is_met_is_blank() {
        let plan = samples::by_name("minh-hoa-xa").unwrap();
        let matrix = CriteriaTable::new(&plan, Level::Advanced);
        let rows: Vec<usize> = (0..matrix.rows.len()).collect();
        let heat = heat_of(&matrix, &rows, Lang::Vi).unwrap();
        for (row, cells) in heat.drawing.cells.iter().enumerate() {
            for (col, cell) in cells.iter().enumerate() {
                let cost = matrix.entry(row, col).and_then(|e| e.cost).unwrap_or(0.0);
                let figure = cell.as_ref().map(|c| c.1.clone());
                assert_eq!(figure, (cost > 0.0).then(|| billions(cost, Lang::Vi)));
            }
        }
        assert_eq!(
            heat_of(
                &CriteriaTable::new(&samples::default_plan(), Level::Advanced),
                &rows,
                Lang::Vi
            ),
            None
        );
    }
}
