//! `tornado`: what matters most for a result. A bar runs from the mean result while an input is in its lowest tenth to
//! that in its highest tenth.

use super::{
    Cell, ChartView, Format, KeyItem, KeyKind, Scale, Scene, Table,
    drawing::Drawing,
    frame::{self, plot_value},
};
use crate::{
    engine::sample::{FirstOrder, Influence, Input, Measure},
    formats::number::{number, signed},
    i18n::{self, risk as words},
};
use charming::{
    component::Axis,
    element::{AxisType, SplitLine, Tooltip, Trigger},
};
use serde_json::{Value, json};

/// Bars at most; the table has all inputs.
const MOST: usize = 10;

/// First-order indices by input, where they were asked for.
pub type Indices = Vec<(Input, FirstOrder)>;

/// What matters for a result whose mean is `mean`, most first.
pub fn tornado(
    scene: &Scene,
    measure: Measure,
    mean: f64,
    influences: &[(Input, Influence)],
    indices: Option<&Indices>,
) -> ChartView {
    let lang = scene.lang;
    let texts = &i18n::texts(lang).risk;
    let mut by_size: Vec<&(Input, Influence)> = influences.iter().collect();
    let swing = |i: &Influence| (i.high - i.low).abs();
    by_size.sort_by(|a, b| swing(&b.1).total_cmp(&swing(&a.1)));
    let first = by_size.first().filter(|(_, i)| swing(i) > 1e-9);
    let first = first.map(|(input, _)| words::input_name(scene.plan, input, lang));
    let name = words::measure_name(scene.plan, measure, lang);
    let title = words::tornado_title(&name, first.as_deref(), lang);
    let palette = scene.palette;
    let key = |label: &str, colour: &str, kind| KeyItem {
        label: label.to_owned(),
        colour: colour.to_owned(),
        kind,
    };
    let empty = influences.is_empty().then(|| texts.nothing_varies.to_owned());
    ChartView {
        name: "tornado".into(),
        lang,
        summary: match &empty {
            Some(sentence) => sentence.clone(),
            None => format!("{title}. {}", texts.tornado_note),
        },
        title,
        unit: unit(scene, measure),
        option: option(scene, measure, mean, &by_size[..by_size.len().min(MOST)], indices),
        axis: None,
        key: vec![
            key(texts.key_low, &palette.other, KeyKind::Fill),
            key(texts.key_high, &palette.accent, KeyKind::Fill),
        ],
        table: table(scene, measure, &by_size, indices),
        first: 0,
        empty,
    }
}

/// From a result to the unit of the axis.
pub(super) fn factor(measure: Measure) -> f64 {
    match measure {
        Measure::Joint | Measure::Score => 100.0,
        Measure::Missing | Measure::Debt => 0.001,
        Measure::Community | Measure::Units(_) => 1.0,
    }
}

pub(super) fn unit(scene: &Scene, measure: Measure) -> String {
    let texts = &i18n::texts(scene.lang).risk;
    match measure {
        Measure::Joint => "%".to_owned(),
        Measure::Score => "0–100".to_owned(),
        Measure::Missing | Measure::Debt => scene.billions().to_owned(),
        Measure::Community => texts.million_a_head.to_owned(),
        Measure::Units(_) => texts.units.to_owned(),
    }
}

fn of<'a>(indices: Option<&'a Indices>, input: &Input) -> Option<&'a FirstOrder> {
    indices?
        .iter()
        .find(|(known, _)| known == input)
        .map(|(_, index)| index)
}

fn option(
    scene: &Scene,
    measure: Measure,
    mean: f64,
    rows: &[&(Input, Influence)],
    indices: Option<&Indices>,
) -> Value {
    let (palette, lang) = (scene.palette, scene.lang);
    let texts = &i18n::texts(lang).risk;
    let from_mean = |value: f64| plot_value((value - mean) * factor(measure));
    let (mut names, mut low, mut high) = (Vec::new(), Vec::new(), Vec::new());
    for (input, influence) in rows {
        let correlation = signed(influence.correlation, 2, lang);
        let index = of(indices, input).map(|i| format!("; S {}", number(i.index.max(0.0), 2, lang)));
        names.push(format!(
            "{}\n{correlation}{}",
            words::input_name(scene.plan, input, lang),
            index.unwrap_or_default()
        ));
        low.push(from_mean(influence.low));
        high.push(from_mean(influence.high));
    }
    let widest = low.iter().chain(&high).map(|v| v.abs()).fold(0.0, f64::max);
    let scale = Scale::round(widest);
    let axis = Axis::new()
        .id("swing")
        .type_(AxisType::Value)
        .min(-scale.max)
        .max(scale.max)
        .interval(scale.step)
        .split_line(SplitLine::new().show(true));
    let bar = |id: &str, name: &str, colour: &str, data: Vec<f64>| {
        json!({
            "type": "bar", "id": id, "name": name, "barGap": "-100%", "barMaxWidth": 14,
            "itemStyle": { "color": colour, "borderColor": palette.line_strong, "borderWidth": 1 },
            "emphasis": { "disabled": true },
            "data": data,
        })
    };
    let chart = Drawing::new()
        .grid(frame::grid(4, 6, 16, 4))
        .tooltip(Tooltip::new().trigger(Trigger::Axis))
        .x_axis(axis)
        .y_axis(frame::name_axis("inputs", names))
        .series(bar("low", texts.key_low, &palette.other, low))
        .series(bar("high", texts.key_high, &palette.accent, high));
    let decimals = frame::tick_decimals(scale.step);
    // A name has its correlation, and its index, below it.
    let mut names = frame::name_axis_patch(scene, 230);
    frame::merge(&mut names, json!({ "axisLabel": { "lineHeight": 14 } }));
    let patch = json!({
        "tooltip": { "valueFormatter": Format::new(lang, decimals + 1).mark(), "axisPointer": { "type": "none" } },
        "xAxis": frame::value_axis_patch(scene, &Format::new(lang, decimals)),
        "yAxis": names,
    });
    frame::option(scene, chart, patch)
}

fn table(scene: &Scene, measure: Measure, rows: &[&(Input, Influence)], indices: Option<&Indices>) -> Table {
    let texts = &i18n::texts(scene.lang).risk;
    let row = |(input, influence): &&(Input, Influence)| {
        let cell = |value: f64| Cell::number(value * factor(measure), 2);
        let mut row = vec![
            Cell::Text(words::input_name(scene.plan, input, scene.lang)),
            Cell::number(influence.correlation, 2),
            cell(influence.low),
            cell(influence.high),
        ];
        if indices.is_some() {
            let index = of(indices, input);
            row.push(index.map_or(Cell::Empty, |i| Cell::number(i.index, 3)));
            row.push(index.map_or(Cell::Empty, |i| Cell::number(i.half, 3)));
        }
        row
    };
    let more = words::more(scene.lang);
    let mut columns = vec![texts.input, texts.correlation, texts.key_low, texts.key_high];
    if indices.is_some() {
        columns.extend([more.first_order, more.half_width]);
    }
    Table {
        columns: columns.into_iter().map(str::to_owned).collect(),
        rows: rows.iter().map(row).collect(),
    }
}
