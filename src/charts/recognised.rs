//! `recognised`: recognised units by month as a share of each goal, so that lines of any size share one axis.

use super::{
    Cell, ChartView, Format, Run, Scale, ScaledAxis, Scene, Table, actuals, band,
    drawing::Drawing,
    frame::{self, MINI, cumulative, plot_value},
    line_shape, months,
};
use crate::{
    engine::{LineOutcome, sample::Risk},
    formats::number::count_decimals,
    i18n::charts::{self as words, Recognition},
    model::ActualRow,
};
use charming::{
    element::{ItemStyle, LineStyle, Step, Symbol, SymbolSize, Tooltip, Trigger},
    series::Line,
};
use serde_json::{Value, json};

/// Recognised units of all lines by month, % of goal, each with the band from the 10th to the 90th percentile where there
/// are samples. A line without a goal is in the table only.
pub fn recognised(scene: &Scene, run: &Run, risk: Option<&Risk>) -> ChartView {
    let outcome = &run.evaluation.outcome;
    let texts = scene.texts();
    let facts = facts(scene, run);
    let highest = with_goal(run)
        .map(|(_, line)| {
            let high = risk
                .and_then(|r| r.lines.iter().find(|l| l.id == line.id))
                .map_or(0.0, |l| l.p90);
            let really = really(scene, line).and_then(|c| c.last().copied()).unwrap_or(0.0);
            percent(line, line.total_recognised().max(high).max(really))
        })
        .fold(100.0, f64::max);
    let scale = Scale::round(highest);
    let empty = match (outcome.lines.len(), facts.targets) {
        (0, _) => Some(texts.no_lines),
        (_, 0) => Some(texts.no_goals),
        _ => None,
    };
    let title = match empty {
        Some(sentence) => sentence.trim_end_matches('.').to_owned(),
        None => words::recognition_title(&facts, scene.lang),
    };
    let summary = match empty {
        Some(sentence) => sentence.to_owned(),
        None => words::recognition_summary(&facts, scene.lang),
    };
    ChartView {
        name: "recognised".into(),
        lang: scene.lang,
        title,
        unit: texts.percent_of_goal_cumulative.to_owned(),
        option: option(scene, run, risk, scale),
        axis: Some(ScaledAxis {
            pointer: "/yAxis",
            scale,
        }),
        key: Vec::new(),
        summary,
        table: table(scene, run),
        first: 1,
        empty: empty.map(str::to_owned),
    }
}

/// Lines with a goal above 0 and their place in the plan.
fn with_goal<'a>(run: &Run<'a>) -> impl Iterator<Item = (usize, &'a LineOutcome)> {
    run.evaluation
        .outcome
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.goal > 0.0)
}

/// Recognised in closed months as entered, cumulative, shape `[0..=closed month]`.
fn really(scene: &Scene, line: &LineOutcome) -> Option<Vec<f64>> {
    actuals::cumulative(scene, &ActualRow::Recognised(line.id.clone()))
}

fn percent(line: &LineOutcome, units: f64) -> f64 {
    frame::finite(units / line.goal * 100.0)
}

fn facts<'a>(scene: &Scene<'a>, run: &Run) -> Recognition<'a> {
    let misses = with_goal(run).filter(|(_, line)| !line.is_met());
    let furthest = misses.min_by(|a, b| a.1.attainment.total_cmp(&b.1.attainment));
    let recognises = |t: &usize| {
        let units = |line: &LineOutcome| line.recognised.get(*t).copied().unwrap_or(0.0);
        run.evaluation.outcome.lines.iter().any(|line| units(line) > 0.0)
    };
    let names = months::names(scene);
    let mut active = (0..names.len()).filter(recognises);
    let first = active.next();
    let last = active.next_back().or(first);
    let name = |t: usize| names.get(t).cloned().unwrap_or_default();
    Recognition {
        targets: with_goal(run).count(),
        met: with_goal(run).filter(|(_, line)| line.is_met()).count(),
        furthest: furthest.map(|(_, line)| {
            (
                scene.plan.line(&line.id).map_or("", |l| l.name.get(scene.lang)),
                line.attainment,
            )
        }),
        months: first.zip(last).map(|(first, last)| (name(first), name(last))),
    }
}

fn option(scene: &Scene, run: &Run, risk: Option<&Risk>, scale: Scale) -> Value {
    let (points, labels) = frame::month_axes(months::points(scene), months::axis_labels(scene));
    let mut chart = Drawing::new()
        .grid(frame::grid(4, 14, 112, 4))
        .tooltip(Tooltip::new().trigger(Trigger::Axis))
        .x_axis(points)
        .x_axis(labels)
        .y_axis(frame::value_axis("attainment", scale));
    for (position, line) in with_goal(run) {
        chart = chart.series(curve(scene, line, position));
    }
    let mut beside = 0;
    for (position, line) in with_goal(run) {
        let Some(values) = really(scene, line) else { continue };
        let colour = &scene.palette.line(&line.id, position).fill;
        let (id, name) = (
            format!("actual-{}", line.id),
            actuals::name(scene, scene.line_name(&line.id)),
        );
        let values = values.into_iter().map(|units| percent(line, units));
        chart = chart.series(actuals::series(&id, &name, colour, values));
        beside += 1;
    }
    for (position, line) in with_goal(run) {
        let band = risk
            .and_then(|r| r.lines.iter().find(|l| l.id == line.id))
            .map(|l| &l.by_month);
        let colour = &scene.palette.line(&line.id, position).fill;
        let share = |units: f64| percent(line, units);
        let id = format!("band-{}", line.id);
        for series in band::series(&id, band, share, colour, 0.13) {
            chart = chart.series(series);
        }
    }
    let whole = Format::new(scene.lang, 0).with("\u{a0}%");
    let mut series = Vec::new();
    for (nth, (position, line)) in with_goal(run).enumerate() {
        series.push(curve_patch(scene, line, position, (nth == 0).then_some(run)));
    }
    series.extend((0..beside).map(|_| json!({ "emphasis": { "disabled": true } })));
    let patch = json!({
        "tooltip": { "valueFormatter": whole.mark() },
        "xAxis": frame::month_axes_patch(scene),
        "yAxis": frame::value_axis_patch(scene, &Format::new(scene.lang, 0)),
        "series": series,
    });
    frame::option(scene, chart, patch)
}

fn curve(scene: &Scene, line: &LineOutcome, position: usize) -> Line {
    let colour = scene.palette.line(&line.id, position).fill.as_str();
    let values = cumulative(&line.recognised)
        .into_iter()
        .map(|units| plot_value(percent(line, units)));
    Line::new()
        .id(format!("line-{}", line.id))
        .name(scene.line_name(&line.id))
        .step(Step::End)
        .symbol(Symbol::Custom(line_shape(&line.id, position).symbol()))
        .symbol_size(SymbolSize::Number(6.0))
        .line_style(LineStyle::new().color(colour).width(2))
        .item_style(ItemStyle::new().color(colour))
        .data(values.collect())
}

/// End label with the line's name; the first series also carries the goal and the shaded months.
fn curve_patch(scene: &Scene, line: &LineOutcome, position: usize, carrier: Option<&Run>) -> Value {
    let palette = scene.palette;
    let colour = &palette.line(&line.id, position).fill;
    let mut label = frame::halo_label(scene, colour);
    frame::merge(
        &mut label,
        json!({ "formatter": "{a}", "distance": 4, "width": 104, "overflow": "truncate" }),
    );
    let spans = carrier.map(|run| months::slowed(scene, run)).unwrap_or_default();
    let goal = carrier.map(|_| json!({ "yAxis": 100 }));
    json!({
        "emphasis": { "disabled": true },
        "endLabel": label,
        "labelLayout": { "moveOverlap": "shiftY" },
        "markArea": frame::shading(scene, &spans),
        "markLine": goal_line(scene, goal),
    })
}

/// A dashed line at the goal; no line without one.
pub(super) fn goal_line(scene: &Scene, at: Option<Value>) -> Value {
    json!({
        "silent": true, "symbol": "none",
        "lineStyle": { "color": scene.palette.goal, "width": 1.5, "type": [4, 3] },
        "label": { "show": false, "fontSize": MINI },
        "data": at.into_iter().collect::<Vec<_>>(),
    })
}

fn table(scene: &Scene, run: &Run) -> Table {
    let outcome = &run.evaluation.outcome;
    let mut columns = vec![scene.texts().month.to_owned()];
    let mut curves = Vec::new();
    for line in &outcome.lines {
        columns.push(scene.line_name(&line.id).to_owned());
        curves.push((cumulative(&line.recognised), count_decimals(line.goal)));
    }
    let mut beside = Vec::new();
    for line in &outcome.lines {
        if let Some(curve) = really(scene, line) {
            columns.push(actuals::name(scene, scene.line_name(&line.id)));
            beside.push((curve, count_decimals(line.goal)));
        }
    }
    let row = |(t, month): (usize, String)| {
        let cell = |(curve, decimals): &(Vec<f64>, usize)| match curve.get(t + 1) {
            Some(units) => Cell::number(*units, *decimals),
            None => Cell::Empty,
        };
        let mut cells = vec![Cell::Text(month)];
        cells.extend(curves.iter().map(cell));
        let really = |(curve, decimals): &(Vec<f64>, usize)| actuals::cell(curve, t, |n| Cell::number(n, *decimals));
        cells.extend(beside.iter().map(really));
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
