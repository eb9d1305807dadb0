//! `line-detail`: one line by month: started, submitted and recognised units against the goal; with goals by year what
//! is added (*thêm*) against the goals so far, and apart from it what there is in all (*lũy kế*).

use super::{
    Cell, ChartView, Format, Run, Scale, ScaledAxis, Scene, Table,
    drawing::Drawing,
    frame::{self, cumulative, plot_value},
    months,
    recognised::goal_line,
};
use crate::{
    engine::LineOutcome,
    formats::number::{count_decimals, number},
    i18n::charts as words,
};
use charming::{
    element::{ItemStyle, LineStyle, LineStyleType, Step, Symbol, Tooltip, Trigger},
    series::Line,
};
use serde_json::{Value, json};

/// One of the three stages of a unit.
struct Stage<'a> {
    id: &'static str,
    name: &'static str,
    curve: Vec<f64>,
    colour: &'a str,
    width: f64,
    dashes: LineStyleType,
}

/// Started, submitted and recognised units of one line (by its place in the plan); `None` if there is no such line.
pub fn line_detail(scene: &Scene, run: &Run, position: usize) -> Option<ChartView> {
    let line = run.evaluation.outcome.lines.get(position)?;
    let plan_line = scene.plan.line(&line.id)?;
    let stages = stages(scene, line, position);
    let highest = stages.iter().flat_map(|stage| &stage.curve).copied();
    let scale = Scale::round(highest.fold(line.goal, f64::max));
    let decimals = count_decimals(line.goal);
    let count = |units: f64, decimals| number(units, decimals, scene.lang);
    let title = words::line_title(
        plan_line.name.get(scene.lang),
        &count(line.total_recognised(), decimals),
        &count(line.goal, 0),
        plan_line.unit.get(scene.lang),
        scene.lang,
    );
    let started_words = count(line.total_started(), 0);
    let submitted = count(line.total_submitted(), 0);
    Some(ChartView {
        name: "line-detail".into(),
        lang: scene.lang,
        summary: match (line.years.is_empty(), line.stock.last()) {
            (false, Some(stock)) => {
                let summary_words = words::line_summary(&title, &started_words, &submitted, scene.lang);
                format!(
                    "{summary_words} {}",
                    words::stock_summary(&count(*stock, decimals), scene.lang)
                )
            }
            _ => words::line_summary(&title, &started_words, &submitted, scene.lang),
        },
        title,
        unit: plan_line.unit.get(scene.lang).to_owned(),
        option: option(scene, run, line, &stages, scale),
        axis: Some(ScaledAxis {
            pointer: "/yAxis",
            scale,
        }),
        key: Vec::new(),
        table: table(scene, run, &stages, decimals),
        first: 1,
        empty: None,
    })
}

fn stages<'a>(scene: &Scene<'a>, line: &LineOutcome, position: usize) -> Vec<Stage<'a>> {
    let (texts, palette) = (scene.texts(), scene.palette);
    let stage = |id, name, monthly: &[f64], colour, width, dashes| {
        let curve = cumulative(monthly);
        Stage {
            id,
            name,
            curve,
            colour,
            width,
            dashes,
        }
    };
    let own = palette.line(&line.id, position).fill.as_str();
    let several = !line.years.is_empty();
    let mut stages = vec![
        stage(
            "started",
            texts.started,
            &line.started,
            &palette.ink_3,
            1.5,
            LineStyleType::Dotted,
        ),
        stage(
            "submitted",
            texts.submitted,
            &line.submitted,
            &palette.ink_3,
            1.5,
            LineStyleType::Dashed,
        ),
        stage(
            "recognised",
            if several { texts.added } else { texts.recognised },
            &line.recognised,
            own,
            2.5,
            LineStyleType::Solid,
        ),
    ];
    if several {
        let of = |id, name, curve, colour, dashes| Stage {
            id,
            name,
            curve,
            colour,
            width: 1.5,
            dashes,
        };
        let goals = goals_so_far(scene, line);
        stages.push(of(
            "goals",
            texts.goals_so_far,
            goals,
            palette.ink.as_str(),
            LineStyleType::Dashed,
        ));
        // Where nothing was there before and nothing lapses, it is the same line.
        let recognised = cumulative(&line.recognised);
        if line
            .stock
            .iter()
            .zip(recognised.iter().skip(1))
            .any(|(a, b)| (a - b).abs() > 1e-9)
        {
            let first = line.stock.first().copied().unwrap_or(0.0);
            let curve = std::iter::once(first).chain(line.stock.iter().copied()).collect();
            stages.push(of("stock", texts.in_all, curve, own, LineStyleType::Dotted));
        }
    }
    stages
}

/// Goals of all years up to the one that each point belongs to, shape `[month + 1]`.
fn goals_so_far(scene: &Scene, line: &LineOutcome) -> Vec<f64> {
    let calendar = &scene.plan.calendar;
    let of = |t: usize| {
        let month = calendar.month(t);
        let year = if month.month == 1 && t > 0 {
            month.year - 1
        } else {
            month.year
        };
        let own = line.years.iter().rfind(|y| y.year <= year);
        own.map_or(0.0, |y| y.cumulative_goal)
    };
    (0..=line.recognised.len())
        .map(|point| of(point.saturating_sub(1)))
        .collect()
}

fn option(scene: &Scene, run: &Run, line: &LineOutcome, stages: &[Stage], scale: Scale) -> Value {
    let (points, labels) = frame::month_axes(months::points(scene), months::axis_labels(scene));
    let mut chart = Drawing::new()
        .grid(frame::grid(4, 14, 84, 4))
        .tooltip(Tooltip::new().trigger(Trigger::Axis))
        .x_axis(points)
        .x_axis(labels)
        .y_axis(frame::value_axis("units", scale));
    let mut series = Vec::new();
    for (nth, stage) in stages.iter().enumerate() {
        let style = LineStyle::new()
            .color(stage.colour)
            .width(stage.width)
            .type_(stage.dashes);
        chart = chart.series(
            Line::new()
                .id(stage.id)
                .name(stage.name)
                .step(Step::End)
                .symbol(Symbol::None)
                .line_style(style)
                .item_style(ItemStyle::new().color(stage.colour))
                .data(stage.curve.iter().map(|units| plot_value(*units)).collect()),
        );
        let mut label = frame::halo_label(scene, stage.colour);
        frame::merge(&mut label, json!({ "formatter": "{a}", "distance": 4 }));
        let spans = if nth == 0 {
            months::slowed(scene, run)
        } else {
            Vec::new()
        };
        let goal =
            (nth == 0 && line.goal > 0.0 && line.years.is_empty()).then(|| json!({ "yAxis": plot_value(line.goal) }));
        series.push(json!({
            "emphasis": { "disabled": true },
            "endLabel": label,
            "labelLayout": { "moveOverlap": "shiftY" },
            "markArea": frame::shading(scene, &spans),
            "markLine": goal_line(scene, goal),
        }));
    }
    let decimals = frame::tick_decimals(scale.step);
    let patch = json!({
        "tooltip": { "valueFormatter": Format::new(scene.lang, count_decimals(line.goal)).mark() },
        "xAxis": frame::month_axes_patch(scene),
        "yAxis": frame::value_axis_patch(scene, &Format::new(scene.lang, decimals)),
        "series": series,
    });
    frame::option(scene, chart, patch)
}

fn table(scene: &Scene, run: &Run, stages: &[Stage], decimals: usize) -> Table {
    let mut columns = vec![scene.texts().month.to_owned()];
    columns.extend(stages.iter().map(|stage| stage.name.to_owned()));
    let row = |(t, month): (usize, String)| {
        let mut cells = vec![Cell::Text(month)];
        cells.extend(
            stages
                .iter()
                .map(|stage| Cell::number(stage.curve.get(t + 1).copied().unwrap_or(0.0), decimals)),
        );
        cells
    };
    let months = run.evaluation.outcome.months;
    let rows = months::names(scene)
        .into_iter()
        .take(months)
        .enumerate()
        .map(row)
        .collect();
    Table { columns, rows }
}
