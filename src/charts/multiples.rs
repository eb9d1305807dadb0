//! `multiples`: the targets by month of each compared scenario, small, side by side and on the same axes.

use super::money::said;
use super::{Cell, ChartView, Format, Run, Scale, Scene, Table, drawing::Drawing, frame, months};
use crate::engine::LineOutcome;
use crate::i18n::charts as words;
use serde_json::{Value, json};

/// Small charts beside each other.
const ACROSS: usize = 3;
/// Shares of a goal beyond this are drawn at it, per cent: one target far beyond its goal must not flatten the others.
const MOST: f64 = 160.0;

/// Recognised units of each line by month, % of goal, one small chart for each scenario.
pub fn multiples(scene: &Scene, runs: &[Run]) -> ChartView {
    let texts = scene.texts();
    let with_goal = |run: &Run| run.evaluation.outcome.lines.iter().any(|l| l.goal > 0.0);
    let empty = match (runs.is_empty(), runs.iter().any(with_goal)) {
        (true, _) => Some(texts.nothing_compared),
        (_, false) => Some(texts.no_goals),
        _ => None,
    };
    let held: Vec<(&str, usize, usize)> = runs
        .iter()
        .map(|run| {
            let outcome = &run.evaluation.outcome;
            (run.name(scene.lang), outcome.met(), outcome.lines.len())
        })
        .collect();
    let (title, summary) = match empty {
        Some(sentence) => said(sentence),
        None => words::multiples(&held, scene.lang),
    };
    ChartView {
        name: "multiples",
        lang: scene.lang,
        title,
        unit: texts.percent_of_goal_cumulative.to_owned(),
        option: option(scene, runs),
        axis: None,
        key: vec![],
        summary,
        table: table(scene, runs),
        first: 0,
        empty: empty.map(str::to_owned),
    }
}

fn percent(line: &LineOutcome, units: f64) -> f64 {
    frame::finite(units / line.goal * 100.0).clamp(0.0, MOST)
}

fn option(scene: &Scene, runs: &[Run]) -> Value {
    let palette = scene.palette;
    let all = runs.iter().flat_map(|run| &run.evaluation.outcome.lines);
    let highest = all
        .filter(|l| l.goal > 0.0)
        .map(|l| percent(l, l.total_recognised()))
        .fold(100.0, f64::max);
    let scale = Scale::round(highest);
    let (across, down) = (ACROSS.min(runs.len().max(1)), runs.len().div_ceil(ACROSS).max(1));
    let (width, height) = (100.0 / across as f64, 100.0 / down as f64);
    let (mut grids, mut x, mut y, mut series) = (vec![], vec![], vec![], vec![]);
    for (i, run) in runs.iter().enumerate() {
        let (column, row) = ((i % across) as f64, (i / across) as f64);
        grids.push(json!({
            "left": format!("{:.2}%", column * width + 0.5),
            "top": format!("{:.2}%", row * height + 6.0),
            "width": format!("{:.2}%", width - 2.5),
            "height": format!("{:.2}%", height - 8.0),
            "containLabel": true,
        }));
        x.push(json!({
            "type": "category", "gridIndex": i, "boundaryGap": false, "data": months::points(scene),
            "axisLabel": { "show": false }, "axisTick": { "show": false },
            "axisLine": { "lineStyle": { "color": palette.axis } },
        }));
        y.push(json!({
            "type": "value", "gridIndex": i, "min": 0, "max": scale.max, "interval": scale.step,
            "name": run.name(scene.lang), "nameLocation": "end", "nameGap": 6,
            "nameTextStyle": { "color": palette.ink, "align": "left", "fontWeight": 600 },
            "axisLabel": { "color": palette.ink_3, "fontSize": frame::MINI, "formatter": Format::new(scene.lang, 0).mark() },
            "splitLine": { "lineStyle": { "color": palette.grid } },
        }));
        let lines = run
            .evaluation
            .outcome
            .lines
            .iter()
            .enumerate()
            .filter(|(_, l)| l.goal > 0.0);
        for (nth, (position, line)) in lines.enumerate() {
            let colour = &palette.line(&line.id, position).fill;
            let goal = (nth == 0).then(|| json!({ "yAxis": 100 }));
            let values = frame::cumulative(&line.recognised)
                .into_iter()
                .map(|units| percent(line, units));
            series.push(json!({
                "type": "line", "id": format!("{i}-{}", line.id), "name": scene.line_name(&line.id),
                "xAxisIndex": i, "yAxisIndex": i, "step": "end", "symbol": "none", "silent": true,
                "lineStyle": { "color": colour, "width": 1.5 }, "itemStyle": { "color": colour },
                "data": values.collect::<Vec<f64>>(),
                "markLine": super::recognised::goal_line(scene, goal),
            }));
        }
    }
    let patch = json!({ "tooltip": { "show": false }, "grid": grids, "xAxis": x, "yAxis": y, "series": series });
    frame::option(scene, Drawing::new(), patch)
}

/// Targets as rows, scenarios as columns: recognised in the end, % of goal.
fn table(scene: &Scene, runs: &[Run]) -> Table {
    let mut columns = vec![scene.texts().line.to_owned()];
    columns.extend(runs.iter().map(|run| run.name(scene.lang).to_owned()));
    let lines = scene.plan.lines.iter();
    let row = |line: &crate::model::Line| {
        let mut cells = vec![Cell::Text(line.name.get(scene.lang).to_owned())];
        cells.extend(runs.iter().map(|run| {
            let own = run
                .evaluation
                .outcome
                .lines
                .iter()
                .find(|l| l.id == line.id && l.goal > 0.0);
            own.map_or(Cell::Empty, |l| Cell::number(l.total_recognised() / l.goal * 100.0, 0))
        }));
        cells
    };
    Table {
        columns,
        rows: lines.map(row).collect(),
    }
}
