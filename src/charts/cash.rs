//! `cash`: what the work needs against the money that has arrived, cumulative by month.
//!
//! The hatched area is what waits: bills that have fallen due and are not paid. It hangs from the curve of needs, so
//! where money is there but bound to other lines it reaches below the curve of released money.

use super::{
    Cell, ChartView, Format, KeyItem, KeyKind, Run, Scale, ScaledAxis, Scene, Table, actuals,
    drawing::Drawing,
    frame::{self, HALF_MILLION, cumulative, finite, merge, plot_value},
    months,
};
use crate::i18n::charts::{self as words, CashFacts};
use charming::{
    element::{AreaStyle, ItemStyle, LineStyle, LineStyleType, Symbol, Tooltip, Trigger},
    series::Line,
};
use serde_json::{Value, json};

/// Columns of the chart, cumulative, shape `[0..=month]`, triệu đồng.
struct Curves {
    needed: Vec<f64>,
    released: Vec<f64>,
    /// Waiting at the end of the month; 0 at the start.
    waiting: Vec<f64>,
    /// Paid in closed months as entered, shape `[0..=closed month]`; empty without.
    paid: Vec<f64>,
}

/// Needed against released money by month, with waiting bills.
pub fn cash(scene: &Scene, run: &Run) -> ChartView {
    let outcome = &run.evaluation.outcome;
    let mut waiting = vec![0.0];
    waiting.extend(outcome.waiting.iter().map(|value| finite(*value)));
    let curves = Curves {
        needed: cumulative(&outcome.needed()),
        released: cumulative(&outcome.free()),
        waiting,
        paid: actuals::paid(scene).unwrap_or_default(),
    };
    let facts = facts(scene, run, &curves);
    let highest = curves
        .needed
        .iter()
        .chain(&curves.released)
        .chain(&curves.paid)
        .fold(0.0, |a: f64, b| a.max(*b));
    let scale = Scale::round(highest / 1000.0);
    let texts = scene.texts();
    let has_months = outcome.months > 0 && scene.plan.calendar.months == outcome.months;
    ChartView {
        name: "cash".into(),
        lang: scene.lang,
        title: words::cash_title(&facts, scene.lang),
        unit: texts.billion_cumulative.to_owned(),
        option: option(scene, run, &curves, &facts, scale),
        axis: Some(ScaledAxis {
            pointer: "/yAxis",
            scale,
        }),
        key: key(scene, &curves),
        summary: words::cash_summary(&facts, scene.lang),
        table: table(scene, run, &curves),
        first: 1,
        empty: (!has_months).then(|| texts.nothing_due.to_owned()),
    }
}

fn facts(scene: &Scene, run: &Run, curves: &Curves) -> CashFacts {
    let outcome = &run.evaluation.outcome;
    let names = months::names(scene);
    let name = |t: usize| names.get(t).cloned().unwrap_or_default();
    let peak = if outcome.peak_waiting > HALF_MILLION {
        outcome.peak_waiting
    } else {
        0.0
    };
    let debt = if outcome.debt > HALF_MILLION { outcome.debt } else { 0.0 };
    let last_waiting = outcome.waiting.iter().rposition(|w| *w > HALF_MILLION);
    let settling_month = last_waiting.filter(|_| debt == 0.0).map(|t| name(t + 1));
    CashFacts {
        needed: curves.needed.last().copied().unwrap_or(0.0),
        released: curves.released.last().copied().unwrap_or(0.0),
        peak,
        peak_month: name(outcome.peak_month),
        debt,
        settled: settling_month.filter(|month| !month.is_empty()),
        unit: scene.unit,
    }
}

fn key(scene: &Scene, curves: &Curves) -> Vec<KeyItem> {
    let (texts, palette) = (scene.texts(), scene.palette);
    let item = |label: &str, colour: &str, kind| KeyItem {
        label: label.into(),
        colour: colour.into(),
        kind,
    };
    let mut key = vec![
        item(texts.needed, &palette.ink, KeyKind::Dashed),
        item(texts.released, &palette.accent, KeyKind::Line),
        item(texts.waiting, &palette.risk, KeyKind::Hatch),
    ];
    if !curves.paid.is_empty() {
        key.push(item(actual_paid(scene), &palette.ink_2, KeyKind::Line));
    }
    key
}

fn actual_paid(scene: &Scene) -> &'static str {
    crate::i18n::texts(scene.lang).actuals.actual_paid
}

fn table(scene: &Scene, run: &Run, curves: &Curves) -> Table {
    let texts = scene.texts();
    let outcome = &run.evaluation.outcome;
    let unit = scene.money_unit();
    let header = |text: &str| format!("{text}, {unit}");
    let mut columns = vec![texts.month.to_owned()];
    columns.extend([texts.needed, texts.released, texts.waiting].map(header));
    let really = !curves.paid.is_empty();
    columns.extend(really.then(|| header(actual_paid(scene))));
    let row = |(t, month): (usize, String)| {
        let at = |curve: &[f64]| scene.money_cell(curve.get(t + 1).copied().unwrap_or(0.0));
        let mut cells = vec![
            Cell::Text(month),
            at(&curves.needed),
            at(&curves.released),
            at(&curves.waiting),
        ];
        cells.extend(really.then(|| actuals::cell(&curves.paid, t, |paid| scene.money_cell(paid))));
        cells
    };
    let rows = months::names(scene)
        .into_iter()
        .take(outcome.months)
        .enumerate()
        .map(row)
        .collect();
    Table { columns, rows }
}

fn option(scene: &Scene, run: &Run, curves: &Curves, facts: &CashFacts, scale: Scale) -> Value {
    let palette = scene.palette;
    let (points, labels) = frame::month_axes(months::points(scene), months::axis_labels(scene));
    let mut chart = Drawing::new()
        .grid(frame::grid(4, 22, 10, 4))
        .tooltip(Tooltip::new().trigger(Trigger::Axis))
        .x_axis(points)
        .x_axis(labels)
        .y_axis(frame::value_axis("money", scale))
        .series(paid_base(curves))
        .series(waiting_area(scene, curves))
        .series(curve(
            "released",
            scene.texts().released,
            &curves.released,
            &palette.accent,
            2.5,
        ))
        .series(needed_curve(scene, curves));
    if !curves.paid.is_empty() {
        let values = curves.paid.iter().map(|value| value / 1000.0);
        chart = chart.series(actuals::series(
            "actual-paid",
            actual_paid(scene),
            &palette.ink_2,
            values,
        ));
    }
    let tenths = Format::new(scene.lang, 1);
    let mut patch = json!({
        "tooltip": { "valueFormatter": tenths.mark() },
        "xAxis": frame::month_axes_patch(scene),
        "yAxis": frame::value_axis_patch(scene, &Format::new(scene.lang, frame::tick_decimals(scale.step))),
        "series": [
            { "silent": true, "tooltip": { "show": false }, "emphasis": { "disabled": true },
              "stackStrategy": "all", "markArea": frame::shading(scene, &months::slowed(scene, run)) },
            { "silent": true, "itemStyle": { "decal": frame::hatch(&palette.risk) }, "emphasis": { "disabled": true },
              "stackStrategy": "all" },
            { "emphasis": { "disabled": true } },
            { "emphasis": { "disabled": true } },
        ],
    });
    merge(
        &mut patch,
        json!({ "series": [null, null, null, labels_of(scene, run, curves, facts)] }),
    );
    if !curves.paid.is_empty() {
        let beside = json!({ "emphasis": { "disabled": true } });
        merge(&mut patch, json!({ "series": [null, null, null, null, beside] }));
    }
    frame::option(scene, chart, patch)
}

/// Invisible: what is paid, the floor of the hatched area.
fn paid_base(curves: &Curves) -> Line {
    let paid = curves
        .needed
        .iter()
        .zip(&curves.waiting)
        .map(|(needed_point, waiting)| needed_point - waiting);
    Line::new()
        .id("paid")
        .stack("waiting")
        .symbol(Symbol::None)
        .line_style(LineStyle::new().opacity(0))
        .data(paid.map(|value| plot_value(value / 1000.0)).collect())
}

fn waiting_area(scene: &Scene, curves: &Curves) -> Line {
    Line::new()
        .id("waiting")
        .name(scene.texts().waiting)
        .stack("waiting")
        .symbol(Symbol::None)
        .line_style(LineStyle::new().opacity(0))
        .area_style(AreaStyle::new().color("transparent").opacity(0.6))
        .item_style(ItemStyle::new().color(scene.palette.risk.as_str()))
        .data(curves.waiting.iter().map(|value| plot_value(value / 1000.0)).collect())
}

fn curve(id: &str, name: &str, values: &[f64], colour: &str, width: f64) -> Line {
    Line::new()
        .id(id)
        .name(name)
        .symbol(Symbol::None)
        .line_style(LineStyle::new().color(colour).width(width))
        .item_style(ItemStyle::new().color(colour))
        .data(values.iter().map(|value| plot_value(value / 1000.0)).collect())
}

fn needed_curve(scene: &Scene, curves: &Curves) -> Line {
    let ink = scene.palette.ink.as_str();
    curve("needed", scene.texts().needed, &curves.needed, ink, 2.0)
        .line_style(LineStyle::new().color(ink).width(2).type_(LineStyleType::Dashed))
}

/// Names beside the curves, totals at their end, and the largest amount that waits.
fn labels_of(scene: &Scene, run: &Run, curves: &Curves, facts: &CashFacts) -> Value {
    let palette = scene.palette;
    let texts = scene.texts();
    let billions = |values: &[f64], t: usize| plot_value(values.get(t).copied().unwrap_or(0.0) / 1000.0);
    let mut points = Vec::new();
    let mut gap = Vec::new();
    let last = curves.needed.len().saturating_sub(1);
    if facts.needed > 0.0 || facts.released > 0.0 {
        let end = words::cash_end_label(facts.needed, facts.released, scene.lang);
        let top = billions(&curves.needed, last).max(billions(&curves.released, last));
        points.push(text_with(
            scene,
            &end,
            [last as f64, top],
            json!([0, -9]),
            "right",
            &palette.ink_2,
            400,
        ));
        let high = crossing(&curves.needed, free_part(run, curves, facts));
        let needed_point = [high as f64, billions(&curves.needed, high)];
        points.push(text_with(
            scene,
            texts.needed,
            needed_point,
            json!([-8, -4]),
            "right",
            &palette.ink,
            600,
        ));
        let low = crossing(&curves.released, 0.6);
        let released = [low as f64, billions(&curves.released, low)];
        points.push(text_with(
            scene,
            texts.released,
            released,
            json!([8, 10]),
            "left",
            &palette.accent,
            600,
        ));
    }
    if facts.peak > 0.0 {
        let t = run.evaluation.outcome.peak_month + 1;
        let (top, height) = (billions(&curves.needed, t), billions(&curves.waiting, t));
        gap.push(json!([{ "coord": [t, plot_value(top - height)] }, { "coord": [t, top] }]));
        let text = words::waiting_label(facts.peak, scene.unit, scene.lang);
        let right = t * 2 <= last;
        let (offset, align) = if right { (6, "left") } else { (-6, "right") };
        let middle = [t as f64, plot_value(top - height / 2.0)];
        points.push(text_with(
            scene,
            &text,
            middle,
            json!([offset, 0]),
            align,
            &palette.risk,
            600,
        ));
    }
    json!({
        "markPoint": { "silent": true, "data": points },
        "markLine": {
            "silent": true, "symbol": "none", "label": { "show": false },
            "lineStyle": { "color": palette.risk, "width": 2, "type": "solid" }, "data": gap,
        },
    })
}

/// Part of the curve of need beside which its name stands: away from the label of the largest amount that waits.
fn free_part(run: &Run, curves: &Curves, facts: &CashFacts) -> f64 {
    const PARTS: [f64; 3] = [0.55, 0.8, 0.3];
    let t = run.evaluation.outcome.peak_month + 1;
    let (Some(top), Some(height), Some(end)) = (curves.needed.get(t), curves.waiting.get(t), curves.needed.last())
    else {
        return PARTS[0];
    };
    if facts.peak <= 0.0 || *end <= 0.0 {
        return PARTS[0];
    }
    let share_above = (top - height / 2.0) / end;
    let distance = |part: f64| (part - share_above).abs();
    PARTS
        .into_iter()
        .max_by(|a, b| distance(*a).total_cmp(&distance(*b)))
        .unwrap_or(PARTS[0])
}

/// The first point at which a curve reaches this part of its end.
fn crossing(curve: &[f64], part: f64) -> usize {
    let end = curve.last().copied().unwrap_or(0.0);
    curve.iter().position(|value| *value >= part * end).unwrap_or(0)
}

fn text_with(
    scene: &Scene,
    text: &str,
    point: [f64; 2],
    position: Value,
    align: &str,
    colour: &str,
    weight: u32,
) -> Value {
    let mut mark = frame::text_at(text, point, position, align);
    let mut label = frame::halo_label(scene, colour);
    merge(&mut label, json!({ "fontWeight": weight }));
    merge(&mut mark, json!({ "label": label }));
    mark
}
