//! What really happened, as series beside those of the run.

use super::frame::plot_value;
use super::{Cell, Scene};
use crate::i18n;
use crate::model::{ActualRow, SourceId};
use charming::element::{ItemStyle, LineStyle, LineStyleType, Symbol, SymbolSize};
use charming::series::Line;

/// Cumulative figures of a row from the start of the plan on, shape `[0..=closed month]`; `None` without one.
pub(super) fn cumulative(scene: &Scene, row: &ActualRow) -> Option<Vec<f64>> {
    let closed_months = scene.plan.calendar.months;
    let mut curve = vec![0.0];
    curve.extend(scene.plan.actuals.cumulative(row)?.into_iter().take(closed_months));
    Some(curve)
}

/// Paid by all sources, cumulative, triệu đồng, shape `[0..=closed month]`; `None` if nothing was entered.
pub(super) fn paid(scene: &Scene) -> Option<Vec<f64>> {
    let ids = scene
        .plan
        .sources
        .iter()
        .map(|s: &crate::model::Source| -> &SourceId { &s.id });
    let curves = ids.filter_map(|id| cumulative(scene, &ActualRow::Paid(id.clone())));
    curves.reduce(|sum, curve| sum.iter().zip(&curve).map(|(a, b)| a + b).collect())
}

/// Name of the series: *Vườn mẫu, thực hiện*.
pub(super) fn name(scene: &Scene, of: &str) -> String {
    format!("{of}, {}", i18n::texts(scene.lang).actuals.actual)
}

/// A dotted line through hollow points.
pub(super) fn series(id: &str, name: &str, colour: &str, values: impl Iterator<Item = f64>) -> Line {
    Line::new()
        .id(id)
        .name(name)
        .symbol(Symbol::Custom("emptyCircle".into()))
        .symbol_size(SymbolSize::Number(7.0))
        .line_style(LineStyle::new().color(colour).width(2).type_(LineStyleType::Dotted))
        .item_style(ItemStyle::new().color(colour))
        .data(values.map(plot_value).collect())
}

/// A cell of the table behind a chart: empty after the closed months.
pub(super) fn cell(curve: &[f64], t: usize, of: impl Fn(f64) -> Cell) -> Cell {
    curve.get(t + 1).map_or(Cell::Empty, |value| of(*value))
}
