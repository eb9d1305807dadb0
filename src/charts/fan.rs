//! `fan-<line>`: recognised units of one line by month, P10, median and P90, against the goal.

use super::{
    Cell, ChartView, Format, KeyItem, KeyKind, Scale, ScaledAxis, Scene, Table, band,
    drawing::Drawing,
    frame::{self, plot_value},
    months,
    recognised::goal_line,
};
use crate::{
    engine::sample::{LineRisk, Risk},
    i18n::{self, risk as words},
};
use charming::element::{Tooltip, Trigger};
use serde_json::{Value, json};

/// Fan of the line at this place of the plan; `None` where the samples or the plan have no such line.
pub fn fan(scene: &Scene, risk: &Risk, line: usize) -> Option<ChartView> {
    let own = scene.plan.lines.get(line)?;
    let own_risk = risk.lines.iter().find(|l| l.id == own.id)?;
    let goal = own.goal.value;
    let texts = &i18n::texts(scene.lang).risk;
    let name = own.name.get(scene.lang);
    let title = words::fan_title(name, [own_risk.p10, own_risk.p50, own_risk.p90], goal, scene.lang);
    let summary = words::fan_summary(&title, own_risk.chance, risk.samples, scene.lang);
    let scale = Scale::round(own_risk.p90.max(goal));
    let colour = &scene.palette.line(&own.id, line).fill;
    let key = |label: &str, kind| KeyItem {
        label: label.to_owned(),
        colour: colour.clone(),
        kind,
    };
    Some(ChartView {
        name: format!("fan-{}", own.id).into(),
        lang: scene.lang,
        title,
        unit: texts.units.to_owned(),
        option: option(scene, own_risk, goal, colour, scale),
        axis: Some(ScaledAxis {
            pointer: "/yAxis",
            scale,
        }),
        key: vec![key(texts.key_median, KeyKind::Line), key(texts.key_band, KeyKind::Fill)],
        summary,
        table: table(scene, own_risk),
        first: 1,
        empty: None,
    })
}

fn option(scene: &Scene, line: &LineRisk, goal: f64, colour: &str, scale: Scale) -> Value {
    let (points, labels) = frame::month_axes(months::points(scene), months::axis_labels(scene));
    let mut median = vec![0.0];
    median.extend(line.by_month.p50.iter().map(|v| plot_value(*v)));
    let texts = &i18n::texts(scene.lang).risk;
    let mut chart = Drawing::new()
        .grid(frame::grid(4, 10, 12, 4))
        .tooltip(Tooltip::new().trigger(Trigger::Axis))
        .x_axis(points)
        .x_axis(labels)
        .y_axis(frame::value_axis("units", scale))
        .series(json!({
            "type": "line", "id": "p50", "name": texts.key_median, "step": "end", "symbol": "none",
            "lineStyle": { "color": colour, "width": 2 },
            "itemStyle": { "color": colour },
            "emphasis": { "disabled": true },
            "markLine": goal_line(scene, (goal > 0.0).then(|| json!({ "yAxis": plot_value(goal) }))),
            "data": median,
        }));
    for series in band::series("band", Some(&line.by_month), |units| units, colour, 0.25) {
        chart = chart.series(series);
    }
    let patch = json!({
        "tooltip": { "valueFormatter": Format::new(scene.lang, 0).mark() },
        "xAxis": frame::month_axes_patch(scene),
        "yAxis": frame::value_axis_patch(scene, &Format::new(scene.lang, frame::tick_decimals(scale.step))),
    });
    frame::option(scene, chart, patch)
}

fn table(scene: &Scene, line: &LineRisk) -> Table {
    let texts = &i18n::texts(scene.lang).risk;
    let columns = [scene.texts().month, texts.p10, texts.p50, texts.p90].map(str::to_owned);
    let band = &line.by_month;
    let row = |(t, month): (usize, String)| {
        let cell = |curve: &[f64]| curve.get(t).map_or(Cell::Empty, |v| Cell::number(*v, 0));
        vec![Cell::Text(month), cell(&band.p10), cell(&band.p50), cell(&band.p90)]
    };
    Table {
        columns: columns.to_vec(),
        rows: months::names(scene).into_iter().enumerate().map(row).collect(),
    }
}
