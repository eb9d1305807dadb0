//! Heat map: cost to come by commune and criterion, a few paths of one drawing.

use super::state::use_sheet;
use crate::charts::{ChartView, HeatDrawing, heat_svg};
use crate::i18n::communes as words;
use crate::sheet::Matrix;
use crate::ui::widgets::SaveButtons;
use leptos::prelude::*;
use std::fmt::Write;

/// Steps of the shade.
const STEPS: usize = 5;
/// Width of a cell in the units of the drawing.
const CELL_W: f64 = 56.0;
/// Height of a cell.
const CELL_H: f64 = 16.0;
/// Room for the names of communes.
const NAMES: f64 = 130.0;
/// Room for the numbers of criteria.
const HEADS: f64 = 16.0;

/// Step of the shade of a cost, 0 (least) to [`STEPS`] − 1; `None` where there is nothing to pay.
fn shade(cost: f64, most: f64) -> Option<usize> {
    (cost > 0.0 && most > 0.0).then(|| ((cost / most * STEPS as f64).ceil() as usize).clamp(1, STEPS) - 1)
}

/// The heat map, or what to do to get one.
#[component]
pub fn Heat() -> impl IntoView {
    let sheet = use_sheet();
    let t = sheet.t;
    let drawing = move || {
        let (matrix, shown) = (sheet.matrix.get(), sheet.shown.get());
        match Drawing::new(&matrix, &shown.rows, sheet.lang) {
            Some(drawing) => drawing.view().into_any(),
            None => view! { <p class="in mut">{t.heat_none}</p> }.into_any(),
        }
    };
    let now = move || {
        let (matrix, shown) = (sheet.matrix.get(), sheet.shown.get());
        Drawing::new(&matrix, &shown.rows, sheet.lang)
    };
    let has_some = Memo::new(move |_| now().is_some());
    let picture = Signal::derive(move || {
        let title = now().map(|d| d.finding.trim_end_matches('.').to_owned());
        ChartView::drawn("communes-heat", sheet.lang, title.unwrap_or_default(), t.heat_title)
    });
    let draw = Callback::new(move |()| untrack(now).map(|d| heat_svg(&d.picture())));
    let save = move || {
        has_some
            .get()
            .then(|| view! { <SaveButtons view=picture drawing=draw/> })
    };
    view! {
        <section class="panel cm-heat" data-test="communes-heat">
            <header>
                <h2>{t.heat_title}</h2>
                <span class="grow"></span>
                <span class="unit">
                    {t.heat_low}
                    <svg class="cm-scale" viewBox="0 0 60 10" aria-hidden="true">
                        {(0..STEPS).map(|s| view! { <path class=format!("h{s}") d=format!("M{} 0h11v10h-11z", 12 * s)></path> }).collect_view()}
                    </svg>
                    {t.heat_high}
                </span>
                {save}
            </header>
            {drawing}
        </section>
    }
}

/// What is drawn.
struct Drawing {
    finding: String,
    shades: [String; STEPS],
    rows: Vec<String>,
    columns: Vec<String>,
}

impl Drawing {
    fn new(matrix: &Matrix, shown: &[usize], lang: crate::model::Lang) -> Option<Self> {
        let cost = |row: usize, col: usize| {
            let entry = matrix.entry(row, col);
            entry
                .and_then(|e| e.cost)
                .filter(|c| c.is_finite())
                .unwrap_or(0.0)
                .max(0.0)
        };
        let cols = 0..matrix.columns.len();
        let cells = || shown.iter().flat_map(|row| cols.clone().map(move |col| (*row, col)));
        let most = cells().map(|(row, col)| cost(row, col)).fold(0.0, f64::max);
        if most <= 0.0 {
            return None;
        }
        let mut shades: [String; STEPS] = Default::default();
        for (y, row) in shown.iter().enumerate() {
            for col in cols.clone() {
                if let Some(step) = shade(cost(*row, col), most) {
                    let (x, y) = (NAMES + col as f64 * CELL_W, HEADS + y as f64 * CELL_H);
                    let _ = write!(
                        shades[step],
                        "M{x} {y}h{}v{}h-{}z",
                        CELL_W - 1.0,
                        CELL_H - 1.0,
                        CELL_W - 1.0
                    );
                }
            }
        }
        let largest = |count: usize, sum: &dyn Fn(usize) -> f64| {
            let best = (0..count).map(|i| (i, sum(i))).max_by(|a, b| a.1.total_cmp(&b.1));
            best.unwrap_or((0, 0.0))
        };
        let (col, col_cost) = largest(matrix.columns.len(), &|col| {
            shown.iter().map(|row| cost(*row, col)).sum()
        });
        let (at, row_cost) = largest(shown.len(), &|at| cols.clone().map(|col| cost(shown[at], col)).sum());
        let criterion = matrix.columns.get(col).map_or("", |(_, name)| name.get(lang));
        let commune = matrix.rows.get(shown[at]).map_or("", |r| r.name.as_str());
        Some(Self {
            finding: words::heat(criterion, col_cost, commune, row_cost, lang),
            shades,
            rows: shown
                .iter()
                .filter_map(|row| matrix.rows.get(*row))
                .map(|r| r.name.clone())
                .collect(),
            columns: matrix
                .columns
                .iter()
                .map(|(_, name)| name.get(lang).to_owned())
                .collect(),
        })
    }

    /// The same for a picture.
    fn picture(self) -> HeatDrawing {
        HeatDrawing {
            rows: self.rows,
            columns: self.columns,
            shades: self.shades.into(),
            cell: (CELL_W, CELL_H),
            room: (NAMES, HEADS),
        }
    }

    fn view(self) -> impl IntoView {
        let (rows, cols) = (self.rows.len() as f64, self.columns.len() as f64);
        let view_box = format!("0 0 {} {}", NAMES + cols * CELL_W, HEADS + rows * CELL_H);
        let names = self.rows.into_iter().enumerate().map(|(i, name)| {
            let y = HEADS + i as f64 * CELL_H + CELL_H - 4.0;
            view! { <text x="0" y=y.to_string()>{name}</text> }
        });
        let heads = self.columns.into_iter().enumerate().map(|(i, name)| {
            let x = NAMES + i as f64 * CELL_W + CELL_W / 2.0;
            view! { <text x=x.to_string() y="11" text-anchor="middle">{(i + 1).to_string()}<title>{name}</title></text> }
        });
        let shades = self.shades.into_iter().enumerate();
        view! {
            <p class="in" data-test="communes-heat-finding">{self.finding.clone()}</p>
            <div class="in scroll-x">
                <svg role="img" aria-label=self.finding viewBox=view_box>
                    {names.collect_view()}
                    {heads.collect_view()}
                    {shades.map(|(step, d)| view! { <path class=format!("h{step}") d=d></path> }).collect_view()}
                </svg>
            </div>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shade;

    #[test]
    fn the_dearest_is_darkest_and_nothing_to_pay_is_not_drawn() {
        assert_eq!(shade(0.0, 10.0), None);
        assert_eq!(shade(0.1, 10.0), Some(0));
        assert_eq!(shade(2.0, 10.0), Some(0));
        assert_eq!(shade(2.1, 10.0), Some(1));
        assert_eq!(shade(10.0, 10.0), Some(4));
        assert_eq!(shade(1.0, 0.0), None);
    }
}
