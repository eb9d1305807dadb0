//! `multiples`: the targets by month of each compared scenario, small, side by side and on the same axes.

use super::money::split_sentence;
use super::{
    Cell, ChartView, Format, KeyItem, KeyKind, Run, Scale, Scene, Table, drawing::Drawing, frame, line_shape, months,
};
use crate::engine::LineOutcome;
use crate::i18n::charts as words;
use serde_json::{Value, json};

/// Small charts beside each other.
pub(super) const ACROSS: usize = 3;
/// Shares of a goal beyond this are drawn at it, per cent: one target far beyond its goal must not flatten the others.
const MOST: f64 = 160.0;
/// Part of the height of a small chart for the name above it, and for the plot with its months.
const NAME: f64 = 0.13;
const PLOT: f64 = 0.83;
/// Width after which the name of a scenario is cut, px.
const NAME_WIDTH: f64 = 240.0;

/// Recognised units of each line by month, % of goal, one small chart for each scenario.
pub fn multiples(scene: &Scene, runs: &[Run]) -> ChartView {
    let texts = scene.texts();
    let with_goal = |run: &Run| run.evaluation.outcome.lines.iter().any(|l| l.goal > 0.0);
    let empty = match (runs.is_empty(), runs.iter().any(with_goal)) {
        (true, _) => Some(texts.nothing_compared),
        (_, false) => Some(texts.no_goals),
        _ => None,
    };
    let held_lines: Vec<(&str, usize, usize)> = runs
        .iter()
        .map(|run| {
            let outcome = &run.evaluation.outcome;
            (run.name(scene.lang), outcome.met(), outcome.lines.len())
        })
        .collect();
    let (title, summary) = match empty {
        Some(sentence) => split_sentence(sentence),
        None => words::multiples(&held_lines, scene.lang),
    };
    ChartView {
        name: "multiples".into(),
        lang: scene.lang,
        title,
        unit: texts.percent_of_goal_cumulative.to_owned(),
        option: option(scene, runs),
        axis: None,
        key: key(scene, runs),
        summary,
        table: table(scene, runs),
        first: 0,
        empty: empty.map(str::to_owned),
    }
}

/// Small charts below each other, for the room they need.
pub fn multiples_down(runs: usize) -> usize {
    runs.div_ceil(ACROSS).max(1)
}

/// The targets that are drawn, with the sign at the end of their lines.
fn key(scene: &Scene, runs: &[Run]) -> Vec<KeyItem> {
    let has_curve = |id: &str| {
        let mut lines = runs.iter().flat_map(|run| &run.evaluation.outcome.lines);
        lines.any(|l| l.id == id && l.goal > 0.0)
    };
    let lines = scene.plan.lines.iter().enumerate();
    lines
        .filter(|(_, line)| has_curve(&line.id))
        .map(|(place, line)| KeyItem {
            label: line.name.get(scene.lang).to_owned(),
            colour: scene.palette.line(&line.id, place).fill.clone(),
            kind: KeyKind::Marker(line_shape(&line.id, place)),
        })
        .collect()
}

/// Months below a small chart: so many that they can be read.
fn month_labels(scene: &Scene) -> (Vec<String>, usize) {
    let mut names = months::points(scene);
    // The start of the plan is no month.
    if let Some(first) = names.first_mut() {
        first.clear();
    }
    let between = match names.len() {
        0..=15 => 2,
        16..=31 => 5,
        _ => 11,
    };
    (names, between)
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
    let (across, down) = (ACROSS.min(runs.len().max(1)), multiples_down(runs.len()));
    let (month_names, between) = month_labels(scene);
    let (width, height) = (100.0 / across as f64, 100.0 / down as f64);
    let (mut grids, mut x, mut y, mut series) = (vec![], vec![], vec![], vec![]);
    for (i, run) in runs.iter().enumerate() {
        let (column, row) = ((i % across) as f64, (i / across) as f64);
        grids.push(json!({
            "left": format!("{:.2}%", column * width + 0.5),
            "top": format!("{:.2}%", (row + NAME) * height),
            "width": format!("{:.2}%", width - 2.5),
            "height": format!("{:.2}%", height * PLOT),
            "containLabel": true,
        }));
        x.push(json!({
            "type": "category", "gridIndex": i, "boundaryGap": false, "data": month_names,
            "axisLabel": { "color": palette.ink_3, "fontSize": frame::MINI, "interval": between, "margin": 5 },
            "axisTick": { "interval": between, "length": 3, "lineStyle": { "color": palette.axis } },
            "axisLine": { "lineStyle": { "color": palette.axis } },
        }));
        y.push(json!({
            "type": "value", "gridIndex": i, "min": 0, "max": scale.max, "interval": scale.step,
            "name": run.name(scene.lang), "nameLocation": "end", "nameGap": 6,
            "nameTextStyle": { "color": palette.ink, "align": "left", "fontWeight": 600 },
            "nameTruncate": { "maxWidth": NAME_WIDTH, "ellipsis": "…" },
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
            let values: Vec<f64> = frame::cumulative(&line.recognised)
                .into_iter()
                .map(|units| percent(line, units))
                .collect();
            // The sign of the target at the end of its line: colour alone does not tell six of them apart.
            let end = json!([values.len().saturating_sub(1), values.last().copied().unwrap_or(0.0)]);
            series.push(json!({
                "type": "line", "id": format!("{i}-{}", line.id), "name": scene.line_name(&line.id),
                "xAxisIndex": i, "yAxisIndex": i, "step": "end", "symbol": "none", "silent": true,
                "lineStyle": { "color": colour, "width": 1.5 }, "itemStyle": { "color": colour },
                "data": values,
                "markPoint": {
                    "silent": true, "symbol": line_shape(&line.id, position).symbol(), "symbolSize": 8,
                    "label": { "show": false }, "data": [{ "coord": end }],
                },
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
