//! `scatter`: an input of the samples against a result, a point for each sample.

use super::{
    Cell, ChartView, Format, Scale, Scene, Table,
    drawing::Drawing,
    frame::{self, plot_value},
    tornado::{factor, unit},
};
use crate::{
    engine::sample::{Input, Measure, spearman},
    formats::number::number,
    i18n::{self, risk as words},
    model::Factor,
};
use charming::{
    component::Axis,
    element::{AxisType, SplitLine, Tooltip, Trigger},
};
use serde_json::{Value, json};

/// Rows of the table: samples in order of the input, in so many equal parts.
const PARTS: usize = 10;

/// Points of an input against a result, both as drawn, one for each sample.
pub fn scatter(scene: &Scene, input: &Input, measure: Measure, inputs: &[f64], results: &[f64]) -> ChartView {
    let lang = scene.lang;
    let name = words::input_name(scene.plan, input, lang);
    let result = words::measure_name(scene.plan, measure, lang);
    let correlation = spearman(inputs, results);
    let title = words::scatter_title(&name, &result, correlation, lang);
    let across = of_input(input);
    let x: Vec<f64> = inputs.iter().map(|v| v * across).collect();
    let y: Vec<f64> = results.iter().map(|v| v * factor(measure)).collect();
    let parts = parts(&x, &y);
    let ends = parts
        .first()
        .zip(parts.last())
        .map(|(first, last)| (first.mean, last.mean));
    ChartView {
        name: "scatter".into(),
        lang,
        summary: words::scatter_summary(&title, x.len(), ends, &unit(scene, measure), lang),
        title,
        unit: unit(scene, measure),
        option: option(
            scene,
            &format!("{name} ({})", words::input_unit(input, lang)),
            &result,
            &x,
            &y,
        ),
        axis: None,
        key: Vec::new(),
        table: table(scene, input, measure, &parts),
        first: 0,
        empty: x.is_empty().then(|| i18n::texts(lang).risk.nothing_varies.to_owned()),
    }
}

/// From an input to the unit of its axis.
fn of_input(input: &Input) -> f64 {
    match input {
        Input::Average(Factor::Realisation { .. }) => 100.0,
        _ => 1.0,
    }
}

/// A part of the samples with neighbouring values of the input.
struct Part {
    from: f64,
    to: f64,
    mean: f64,
    least: f64,
    most: f64,
}

fn parts(x: &[f64], y: &[f64]) -> Vec<Part> {
    let mut order: Vec<usize> = (0..x.len().min(y.len())).collect();
    order.sort_by(|a, b| x[*a].total_cmp(&x[*b]));
    let size = order.len().div_ceil(PARTS).max(1);
    let part = |samples: &[usize]| {
        let results = || samples.iter().map(|i| y[*i]);
        Part {
            from: samples.first().map_or(0.0, |i| x[*i]),
            to: samples.last().map_or(0.0, |i| x[*i]),
            mean: results().sum::<f64>() / samples.len() as f64,
            least: results().fold(f64::INFINITY, f64::min),
            most: results().fold(f64::NEG_INFINITY, f64::max),
        }
    };
    order.chunks(size).map(part).collect()
}

/// An axis around values that need not begin at 0, with the decimals of its ticks.
fn axis(id: &str, values: &[f64]) -> (Axis, usize) {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (least, most) = if most > least {
        (least, most)
    } else {
        let only = if least.is_finite() { least } else { 0.0 };
        (only - 0.5, only + 0.5)
    };
    let step = Scale::round(most - least).step;
    let axis = Axis::new()
        .id(id)
        .type_(AxisType::Value)
        .min(plot_value(libm::floor(least / step + 1e-9) * step))
        .max(plot_value(libm::ceil(most / step - 1e-9) * step))
        .interval(step)
        .split_line(SplitLine::new().show(true));
    (axis, frame::tick_decimals(step))
}

fn option(scene: &Scene, across: &str, up: &str, x: &[f64], y: &[f64]) -> Value {
    let palette = scene.palette;
    let (x_axis, x_decimals) = axis("input", x);
    let (y_axis, y_decimals) = axis("result", y);
    let points: Vec<[f64; 2]> = x.iter().zip(y).map(|(x, y)| [plot_value(*x), plot_value(*y)]).collect();
    let chart = Drawing::new()
        .grid(frame::grid(4, 14, 22, 22))
        .tooltip(Tooltip::new().trigger(Trigger::Item))
        .x_axis(x_axis)
        .y_axis(y_axis)
        .series(json!({
            "type": "scatter", "id": "samples", "name": up, "symbolSize": 4,
            "itemStyle": { "color": palette.accent, "opacity": 0.45 },
            "emphasis": { "disabled": true },
            "encode": { "x": 0, "y": 1, "tooltip": 1 },
            "data": points,
        }));
    let patch = json!({
        "tooltip": { "valueFormatter": Format::new(scene.lang, y_decimals + 1).mark() },
        "xAxis": frame::value_axis_patch(scene, &Format::new(scene.lang, x_decimals)),
        "yAxis": frame::value_axis_patch(scene, &Format::new(scene.lang, y_decimals)),
    });
    let mut option = frame::option(scene, chart, patch);
    frame::merge(
        &mut option,
        json!({ "xAxis": {
            "name": across, "nameLocation": "middle", "nameGap": 24,
            "nameTextStyle": { "color": palette.ink_3, "fontSize": frame::MINI },
        } }),
    );
    option
}

fn table(scene: &Scene, input: &Input, measure: Measure, parts: &[Part]) -> Table {
    let texts = &i18n::texts(scene.lang).risk;
    let more = words::more(scene.lang);
    let row = |part: &Part| {
        let end = |value: f64| Cell::Text(number(value, if of_input(input) > 1.0 { 1 } else { 3 }, scene.lang));
        let cell = |value: f64| Cell::number(value, 2);
        vec![
            end(part.from),
            end(part.to),
            cell(part.mean),
            cell(part.least),
            cell(part.most),
        ]
    };
    Table {
        columns: vec![
            format!("{} ({})", texts.from, words::input_unit(input, scene.lang)),
            texts.to.to_owned(),
            format!("{} ({})", more.mean, unit(scene, measure)),
            more.least.to_owned(),
            more.most.to_owned(),
        ],
        rows: parts.iter().map(row).collect(),
    }
}
