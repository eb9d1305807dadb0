//! `spread-<result>`: how often a result falls where, as a histogram.

use super::{
    Cell, ChartView, Format, Scale, ScaledAxis, Scene, Table,
    drawing::Drawing,
    frame::{self, plot_value},
};
use crate::{
    engine::sample::{Measure, Risk, Spread},
    formats::number::{MoneyUnit, number},
    i18n::{self, risk as words},
};
use charming::{
    component::Axis,
    element::{AxisLabel, AxisTick, AxisType, Tooltip, Trigger},
};
use serde_json::{Value, json};

/// Name of the result in charts and on the page.
pub fn measure_id(measure: Measure) -> &'static str {
    match measure {
        Measure::Joint => "joint",
        Measure::Score => "score",
        Measure::Missing => "missing",
        Measure::Debt => "debt",
        Measure::Community => "community",
        Measure::Units(_) => "units",
    }
}

/// Distribution of a result; of the score where the samples keep none of that result.
pub fn spread(scene: &Scene, risk: &Risk, measure: Measure) -> ChartView {
    let spread = match measure {
        Measure::Missing => &risk.missing,
        Measure::Debt => &risk.debt,
        Measure::Community => &risk.community,
        _ => &risk.score,
    };
    let lang = scene.lang;
    let texts = &i18n::texts(lang).risk;
    let write = |value: f64| words::measure_value(measure, value, scene.unit, lang);
    let title = words::spread_title(&words::measure_name(scene.plan, measure, lang), spread, write, lang);
    let shares = shares(spread);
    let scale = Scale::round(shares.iter().copied().fold(0.0, f64::max));
    ChartView {
        name: format!("spread-{}", measure_id(measure)).into(),
        lang,
        summary: words::spread_summary(&title, spread, write, lang),
        title,
        unit: texts.share_of_samples.to_owned(),
        option: option(scene, spread, &shares, measure, scale),
        axis: Some(ScaledAxis {
            pointer: "/yAxis",
            scale,
        }),
        key: Vec::new(),
        table: table(scene, spread, &shares, measure),
        first: 0,
        empty: None,
    }
}

/// Samples by bin, per cent of all.
fn shares(spread: &Spread) -> Vec<f64> {
    let all: u32 = spread.bins.iter().sum();
    let share = |n: &u32| frame::finite(f64::from(*n) / f64::from(all) * 100.0);
    spread.bins.iter().map(share).collect()
}

/// Where a bin begins.
fn edge(spread: &Spread, bin: usize) -> f64 {
    spread.min + (spread.max - spread.min) * bin as f64 / spread.bins.len().max(1) as f64
}

/// A value as it stands under the drawing and in the table, without its unit.
fn short(scene: &Scene, spread: &Spread, measure: Measure, value: f64) -> String {
    let (value, decimals) = match measure {
        Measure::Missing | Measure::Debt => (value / 1000.0, usize::from(spread.max < 100_000.0)),
        Measure::Community => (value, 2),
        _ => (value * 100.0, 1),
    };
    number(value, decimals, scene.lang)
}

fn option(scene: &Scene, spread: &Spread, shares: &[f64], measure: Measure, scale: Scale) -> Value {
    let bins = spread.bins.len();
    let middle = |bin: usize| (edge(spread, bin) + edge(spread, bin + 1)) / 2.0;
    let labels: Vec<String> = (0..bins)
        .map(|bin| short(scene, spread, measure, middle(bin)))
        .collect();
    let axis = Axis::new()
        .id("values")
        .type_(AxisType::Category)
        .data(labels)
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new());
    let palette = scene.palette;
    let chart = Drawing::new()
        .grid(frame::grid(4, 10, 12, 4))
        .tooltip(Tooltip::new().trigger(Trigger::Axis))
        .x_axis(axis)
        .y_axis(frame::value_axis("share", scale))
        .series(json!({
            "type": "bar", "id": "share", "name": i18n::texts(scene.lang).risk.share_of_samples,
            "barCategoryGap": "8%", "barMaxWidth": 40,
            "itemStyle": { "color": palette.accent },
            "emphasis": { "disabled": true },
            "data": shares.iter().map(|s| plot_value(*s)).collect::<Vec<_>>(),
        }));
    let patch = json!({
        "tooltip": { "valueFormatter": Format::new(scene.lang, 1).with("\u{a0}%").mark() },
        "xAxis": {
            "axisLine": { "lineStyle": { "color": palette.axis } },
            "axisLabel": { "color": palette.ink_3, "fontSize": frame::MINI, "hideOverlap": true },
        },
        "yAxis": frame::value_axis_patch(scene, &Format::new(scene.lang, frame::tick_decimals(scale.step))),
    });
    frame::option(scene, chart, patch)
}

fn table(scene: &Scene, spread: &Spread, shares: &[f64], measure: Measure) -> Table {
    let texts = &i18n::texts(scene.lang).risk;
    let unit = match measure {
        Measure::Missing | Measure::Debt => crate::formats::number::money_unit_name(MoneyUnit::Billion, scene.lang),
        Measure::Community => texts.million_a_head,
        _ => "0–100",
    };
    let row = |(bin, share): (usize, &f64)| {
        let text = |bin| Cell::Text(short(scene, spread, measure, edge(spread, bin)));
        vec![text(bin), text(bin + 1), Cell::number(*share, 1)]
    };
    Table {
        columns: vec![
            format!("{} ({unit})", texts.from),
            texts.to.to_owned(),
            texts.share_of_samples.to_owned(),
        ],
        rows: shares.iter().enumerate().map(row).collect(),
    }
}
