//! What all charts have in common: axes, grid, tooltip, shaded months, and the join of typed option and JSON.

use super::{Format, Scale, Scene, drawing::Drawing, months::Span};
use charming::{
    component::{Axis, Grid},
    element::{AxisLabel, AxisTick, AxisType, SplitLine},
};
use serde_json::{Value, json};

/// Size of texts in a drawing, px.
pub(super) const MINI: f64 = 11.0;

/// Two amounts closer than this are shown as equal, triệu đồng: half of the last digit shown.
pub(super) const HALF_MILLION: f64 = 0.5;

/// A chart as an option: the typed part, then what is common to all charts, then `patch`.
pub(super) fn option(scene: &Scene, drawing: Drawing, patch: Value) -> Value {
    let mut option = drawing.option();
    let palette = scene.palette;
    merge(
        &mut option,
        json!({
            "textStyle": { "fontFamily": palette.font, "fontSize": MINI, "color": palette.ink_2 },
            "tooltip": {
                // Plain text: a name is never read as markup.
                "renderMode": "richText",
                "confine": true,
                "transitionDuration": 0,
                "backgroundColor": palette.panel,
                "borderColor": palette.line_strong,
                "borderWidth": 1,
                "padding": 8,
                "shadowBlur": 0,
                "textStyle": { "color": palette.ink, "fontFamily": palette.font, "fontSize": 12 },
                "axisPointer": { "animation": false },
            },
        }),
    );
    merge(&mut option, patch);
    option
}

/// Lays `patch` over `target`: members of objects by name, items of lists by position (`null` leaves an item as it
/// is), anything else replaced.
pub(super) fn merge(target: &mut Value, patch: Value) {
    match (target, patch) {
        (Value::Object(target), Value::Object(patch)) => {
            for (name, value) in patch {
                merge(target.entry(name).or_insert(Value::Null), value);
            }
        }
        (Value::Array(target), Value::Array(patch)) => {
            for (index, value) in patch.into_iter().enumerate() {
                match target.get_mut(index) {
                    Some(_) if value.is_null() => {}
                    Some(item) => merge(item, value),
                    None => target.push(value),
                }
            }
        }
        (target, patch) => *target = patch,
    }
}

/// Margins around the plot, px; axis labels are inside them.
pub(super) fn grid(left: i32, top: i32, right: i32, bottom: i32) -> Grid {
    Grid::new()
        .left(left)
        .top(top)
        .right(right)
        .bottom(bottom)
        .contain_label(true)
}

/// The two month axes of a cumulative chart: points at the ends of months, and labels between them.
pub(super) fn month_axes(points: Vec<String>, labels: Vec<String>) -> (Axis, Axis) {
    let points = Axis::new()
        .id("points")
        .type_(AxisType::Category)
        .boundary_gap(false)
        .data(points)
        .axis_label(AxisLabel::new().show(false));
    let labels = Axis::new()
        .id("months")
        .type_(AxisType::Category)
        .position("bottom")
        .data(labels)
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new().interval(0));
    (points, labels)
}

/// What the types cannot say of [`month_axes`].
pub(super) fn month_axes_patch(scene: &Scene) -> Value {
    let palette = scene.palette;
    json!([
        {
            "axisLine": { "lineStyle": { "color": palette.axis } },
            "axisTick": { "alignWithLabel": true, "length": 3, "lineStyle": { "color": palette.axis } },
            "axisPointer": { "lineStyle": { "color": palette.axis, "type": "solid" } },
        },
        {
            "axisLine": { "show": false },
            "axisLabel": { "color": palette.ink_3, "fontSize": MINI, "hideOverlap": true, "margin": 7 },
            "axisPointer": { "show": false, "triggerTooltip": false },
        },
    ])
}

/// A value axis from 0 to the end of a scale.
pub(super) fn value_axis(id: &str, scale: Scale) -> Axis {
    Axis::new()
        .id(id)
        .type_(AxisType::Value)
        .min(0)
        .max(scale.max)
        .interval(scale.step)
        .split_line(SplitLine::new().show(true))
}

/// What the types cannot say of [`value_axis`]: quiet grid lines and numbers of the language.
pub(super) fn value_axis_patch(scene: &Scene, format: &Format) -> Value {
    let palette = scene.palette;
    json!({
        "axisLine": { "show": false },
        "axisTick": { "show": false },
        "splitLine": { "lineStyle": { "color": palette.grid } },
        "axisLabel": { "color": palette.ink_3, "fontSize": MINI, "formatter": format.mark(), "hideOverlap": true },
    })
}

/// A category axis that lists names from top to bottom.
pub(super) fn name_axis(id: &str, names: Vec<String>) -> Axis {
    Axis::new()
        .id(id)
        .type_(AxisType::Category)
        .inverse(true)
        .data(names)
        .axis_tick(AxisTick::new().show(false))
}

/// What the types cannot say of [`name_axis`]. Long names are cut at `width` px; the table has them whole.
pub(super) fn name_axis_patch(scene: &Scene, width: i32) -> Value {
    let palette = scene.palette;
    json!({
        "axisLine": { "show": false },
        "axisLabel": {
            "color": palette.ink, "fontSize": 12, "width": width, "overflow": "truncate", "interval": 0,
        },
    })
}

/// Decimals of an axis whose ticks are `step` apart.
pub(super) fn tick_decimals(step: f64) -> usize {
    match step {
        step if step >= 1.0 && (step - libm::round(step)).abs() < 1e-9 => 0,
        step if step >= 0.1 - 1e-9 && (step * 10.0 - libm::round(step * 10.0)).abs() < 1e-9 => 1,
        _ => 2,
    }
}

/// Shaded months behind the curves. Always given, empty if nothing is slowed, so that an update takes them away.
pub(super) fn shading(scene: &Scene, spans: &[Span]) -> Value {
    let palette = scene.palette;
    let area = |span: &Span| json!([{ "name": span.name, "xAxis": span.from }, { "xAxis": span.to + 1 }]);
    json!({
        "silent": true,
        "itemStyle": { "color": palette.flood, "opacity": 1 },
        "label": {
            "show": true, "position": "insideBottom", "formatter": "{b}", "color": palette.ink_3, "fontSize": MINI,
            "textBorderColor": palette.flood, "textBorderWidth": 2,
        },
        "data": spans.iter().map(area).collect::<Vec<_>>(),
    })
}

/// A text drawn on the plot with a halo in the colour of the panel.
pub(super) fn halo_label(scene: &Scene, colour: &str) -> Value {
    json!({
        "show": true, "formatter": "{b}", "color": colour, "fontSize": MINI, "fontWeight": 600,
        "textBorderColor": scene.palette.panel, "textBorderWidth": 3,
    })
}

/// A text at a point of the plot: `position` as in ECharts labels.
pub(super) fn text_at(text: &str, point: [f64; 2], position: Value, align: &str) -> Value {
    json!({
        "name": text, "coord": point, "symbol": "circle", "symbolSize": 0.01,
        "label": { "position": position, "align": align },
    })
}

/// Hatching with a fixed meaning: diagonal lines of one colour on nothing.
pub(super) fn hatch(colour: &str) -> Value {
    json!({
        "symbol": "rect", "color": colour, "dashArrayX": [1, 0], "dashArrayY": [1, 4],
        "rotation": -std::f64::consts::FRAC_PI_4,
    })
}

/// The pattern of a source by its number ([`super::palette::source_pattern`]), lines of one colour over its own: solid, diagonal, dots, vertical,
/// counter-diagonal, horizontal. Grey print tells them apart.
pub(super) fn pattern(number: usize, colour: &str) -> Value {
    let lines = |turn: f64| {
        json!({
            "symbol": "rect", "color": colour, "dashArrayX": [1, 0], "dashArrayY": [1, 5], "rotation": turn,
        })
    };
    use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};
    match number {
        1 => lines(-FRAC_PI_4),
        2 => json!({
            "symbol": "circle", "color": colour, "symbolSize": 0.7, "dashArrayX": [[3, 4], [0, 3, 3, 1]], "dashArrayY": [3, 1],
        }),
        3 => lines(FRAC_PI_2),
        4 => lines(FRAC_PI_4),
        5 => lines(0.0),
        _ => json!("none"),
    }
}

/// Running total, starting with 0: one longer than `monthly`.
pub(super) fn cumulative(monthly: &[f64]) -> Vec<f64> {
    let mut total = 0.0;
    let mut points = vec![0.0];
    for value in monthly {
        total += finite(*value);
        points.push(total);
    }
    points
}

/// The number, or 0 if it is none.
pub(super) fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { 0.0 }
}

/// Rounded for a drawing, so that the option stays small: four decimals are finer than a pixel.
pub(super) fn plot_value(value: f64) -> f64 {
    let rounded = libm::round(finite(value) * 1e4) / 1e4;
    if rounded == 0.0 { 0.0 } else { rounded }
}
