//! `compare-attainment` and `compare-sources`: scenarios side by side on shared axes, the base first.

use super::{
    Cell, ChartView, Format, KeyItem, KeyKind, Mark, Run, Scale, ScaledAxis, Scene, Table,
    bars::{Bars, source_part},
    drawing::Drawing,
    frame::{self, finite, plot_value},
    money::{self, split_sentence},
    recognised::goal_line,
    scenario_mark,
};
use crate::engine::compare::event_money;
use crate::i18n::charts as words;
use crate::model::Overrides;
use charming::{
    element::{ItemStyle, Symbol, SymbolSize, Tooltip, Trigger},
    series::Scatter,
};
use serde_json::{Value, json};

/// Points closer than this are fanned out, % of goal.
const TOUCHING: f64 = 1.5;
/// How far apart, px.
const FAN: f64 = 4.0;

/// Recognised units against the goal, one marker per scenario; lines without a goal are left out.
pub fn compare_attainment(scene: &Scene, runs: &[Run]) -> ChartView {
    let dots = Dots::new(scene, runs);
    let texts = scene.texts();
    let highest = dots.values.iter().flatten().copied().fold(100.0, f64::max);
    let scale = Scale::round(highest);
    let empty = match (runs.is_empty(), dots.names.is_empty()) {
        (true, _) => Some(texts.nothing_compared),
        (_, true) => Some(texts.no_goals),
        _ => None,
    };
    let (title, summary) = match empty {
        Some(sentence) => split_sentence(sentence),
        None => dots.words(scene, runs),
    };
    ChartView {
        name: "compare-attainment".into(),
        lang: scene.lang,
        title,
        unit: texts.percent_of_goal.to_owned(),
        option: dots.option(scene, runs, scale),
        axis: Some(ScaledAxis {
            pointer: "/xAxis",
            scale,
        }),
        key: key(scene, runs),
        summary,
        table: dots.table(scene, runs),
        first: 0,
        empty: empty.map(str::to_owned),
    }
}

fn marks(scene: &Scene, runs: &[Run]) -> Vec<Mark> {
    (0..runs.len())
        .map(|place| scenario_mark(place, scene.palette))
        .collect()
}

/// Letter and name: *B. Ngân sách −20 %*.
fn letter_runs(scene: &Scene, runs: &[Run]) -> Vec<String> {
    let name = |(mark, run): (Mark, &Run)| format!("{}. {}", mark.letter, run.name(scene.lang));
    marks(scene, runs).into_iter().zip(runs).map(name).collect()
}

fn key(scene: &Scene, runs: &[Run]) -> Vec<KeyItem> {
    let item = |(mark, label): (Mark, String)| KeyItem {
        label,
        colour: mark.colour,
        kind: KeyKind::Marker(mark.shape),
    };
    marks(scene, runs)
        .into_iter()
        .zip(letter_runs(scene, runs))
        .map(item)
        .collect()
}

/// Values of the dot plot.
struct Dots {
    /// Names of the lines with a goal, of the first run.
    names: Vec<String>,
    /// Recognised units as % of the goal, shape `[line][scenario]`.
    values: Vec<Vec<f64>>,
}

impl Dots {
    fn new(scene: &Scene, runs: &[Run]) -> Self {
        let mut dots = Self {
            names: Vec::new(),
            values: Vec::new(),
        };
        for line in &scene.plan.lines {
            let of = |run: &Run| {
                let outcome_of = run
                    .evaluation
                    .outcome
                    .lines
                    .iter()
                    .find(|outcome| outcome.id == line.id)?;
                (outcome_of.goal > 0.0).then(|| finite(outcome_of.total_recognised() / outcome_of.goal * 100.0))
            };
            let values: Option<Vec<f64>> = runs.iter().map(of).collect();
            if let Some(values) = values {
                dots.names.push(line.name.get(scene.lang).to_owned());
                dots.values.push(values);
            }
        }
        dots
    }

    fn words(&self, scene: &Scene, runs: &[Run]) -> (String, String) {
        let mut widest: Option<(&str, f64, f64)> = None;
        for (name, values) in self.names.iter().zip(&self.values) {
            let (low, high) = ends(values);
            if high - low >= 0.5 && widest.is_none_or(|(_, l, h)| high - low > (h - l) * 100.0) {
                widest = Some((name, low / 100.0, high / 100.0));
            }
        }
        let title = words::compare_title(widest, scene.lang);
        let met_counts = |run: &Run| (run.name(scene.lang).to_owned(), run.evaluation.outcome.met());
        let met_counts: Vec<_> = runs.iter().map(met_counts).collect();
        let targets = runs.first().map_or(0, |run| run.evaluation.outcome.lines.len());
        let summary = words::compare_summary(&title, &met_counts, targets, scene.lang);
        (title, summary)
    }

    fn option(&self, scene: &Scene, runs: &[Run], scale: Scale) -> Value {
        let mut chart = Drawing::new()
            .grid(frame::grid(4, 6, 22, 2))
            .tooltip(Tooltip::new().trigger(Trigger::Axis))
            .x_axis(frame::value_axis("attainment", scale))
            .y_axis(frame::name_axis("lines", self.names.clone()));
        let mut series = Vec::new();
        let names = letter_runs(scene, runs);
        for (place, (mark, name)) in marks(scene, runs).iter().zip(&names).enumerate() {
            chart = chart.series(dot_series(scene, runs, place, mark, name));
            series.push(self.dot_patch(scene, place));
        }
        let whole = Format::new(scene.lang, 0).with("\u{a0}%");
        let patch = json!({
            "tooltip": { "valueFormatter": whole.mark(), "axisPointer": { "axis": "y", "type": "none" } },
            "xAxis": frame::value_axis_patch(scene, &Format::new(scene.lang, 0)),
            "yAxis": frame::name_axis_patch(scene, 130),
            "series": series,
        });
        frame::option(scene, chart, patch)
    }

    /// Points of one scenario, fanned out where several meet; the base carries the spans and the goal.
    fn dot_patch(&self, scene: &Scene, place: usize) -> Value {
        let point = |(bar, values): (usize, &Vec<f64>)| {
            let value = plot_value(values.get(place).copied().unwrap_or(0.0));
            json!({ "value": [value, bar], "symbolOffset": [0, fan(values, place)] })
        };
        let span = |(bar, values): (usize, &Vec<f64>)| {
            let (low, high) = ends(values);
            json!([{ "coord": [plot_value(low), bar] }, { "coord": [plot_value(high), bar] }])
        };
        let mut lines = Vec::new();
        if place == 0 {
            lines.push(json!({ "xAxis": 100 }));
            let thin = json!({ "lineStyle": { "color": scene.palette.axis, "width": 1, "type": "solid" } });
            for (bar, values) in self.values.iter().enumerate() {
                let mut pair = span((bar, values));
                frame::merge(&mut pair, json!([thin.clone()]));
                lines.push(pair);
            }
        }
        let mut chart_goal = goal_line(scene, None);
        frame::merge(&mut chart_goal, json!({ "data": lines }));
        json!({
            "emphasis": { "disabled": true },
            "encode": { "x": 0, "y": 1, "tooltip": 0 },
            "z": 3 + place,
            "data": self.values.iter().enumerate().map(point).collect::<Vec<_>>(),
            "markLine": chart_goal,
        })
    }

    fn table(&self, scene: &Scene, runs: &[Run]) -> Table {
        let texts = scene.texts();
        let mut columns = vec![format!("{} ({})", texts.line, texts.percent_of_goal)];
        columns.extend(letter_runs(scene, runs));
        let row = |(name, values): (&String, &Vec<f64>)| {
            let mut cells = vec![Cell::Text(name.clone())];
            cells.extend(values.iter().map(|value| Cell::number(*value, 1)));
            cells
        };
        Table {
            columns,
            rows: self.names.iter().zip(&self.values).map(row).collect(),
        }
    }
}

fn dot_series(scene: &Scene, runs: &[Run], place: usize, mark: &Mark, name: &str) -> Scatter {
    let id = runs
        .get(place)
        .and_then(|run| run.scenario)
        .map_or("", |scenario| scenario.id.as_str());
    let style = ItemStyle::new().color(mark.colour.as_str());
    let ring = place == 0;
    let style = if ring {
        style
            .color(scene.palette.panel.as_str())
            .border_color(mark.colour.as_str())
            .border_width(2)
    } else {
        style
    };
    let symbol = if ring { "circle".to_owned() } else { mark.shape.symbol() };
    Scatter::new()
        .id(format!("scenario-{id}"))
        .name(name)
        .symbol(Symbol::Custom(symbol))
        .symbol_size(SymbolSize::Number(9.0))
        .item_style(style)
}

fn ends(values: &[f64]) -> (f64, f64) {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(0.0, f64::max);
    (finite(low), high)
}

/// How far down a point is moved, px: points that touch stand around the middle, in order.
fn fan(values: &[f64], place: usize) -> f64 {
    let Some(own) = values.get(place) else { return 0.0 };
    let touching: Vec<usize> = (0..values.len())
        .filter(|i| values.get(*i).is_some_and(|v| (v - own).abs() < TOUCHING))
        .collect();
    let nth = touching.iter().position(|i| *i == place).unwrap_or(0) as f64;
    let drawn_at = (nth - (touching.len() as f64 - 1.0) / 2.0) * FAN;
    if drawn_at == 0.0 { 0.0 } else { drawn_at }
}

/// Money by source and scenario: the amount of a budget year with the money of events that are on, tỷ đồng.
pub fn compare_sources(scene: &Scene, runs: &[Run]) -> ChartView {
    let texts = scene.texts();
    let amount = |run: &Run, id: &str| {
        let outcome_of = run.evaluation.inputs.sources.iter().find(|source| source.id == id);
        let no_overrides = Overrides::default();
        let overrides = run.scenario.map_or(&no_overrides, |s| &s.overrides);
        outcome_of.map_or(0.0, |source| {
            finite(source.amount + event_money(scene.plan, overrides, id)) / 1000.0
        })
    };
    let sources = scene.plan.sources.iter().enumerate();
    let bars = Bars {
        names: letter_runs(scene, runs),
        parts: sources
            .map(|(position, s)| {
                source_part(
                    scene,
                    &s.id,
                    position,
                    runs.iter().map(|run| amount(run, &s.id)).collect(),
                )
            })
            .collect(),
        decimals: 1,
        name_width: 150,
    };
    let empty = match (runs.is_empty(), scene.plan.sources.is_empty()) {
        (true, _) => Some(texts.nothing_compared),
        (_, true) => Some(texts.no_sources),
        _ => None,
    };
    let (title, summary) = match empty {
        Some(sentence) => split_sentence(sentence),
        None => money_words(scene, runs, &bars),
    };
    let table = money::table(scene, texts.scenario, &bars);
    let empty = empty.map(str::to_owned);
    bars.view(
        scene,
        "compare-sources",
        texts.billion_a_year,
        (title, summary),
        table,
        empty,
    )
}

fn money_words(scene: &Scene, runs: &[Run], bars: &Bars) -> (String, String) {
    let name = |run: &Run| run.name(scene.lang).to_owned();
    let totals: Vec<(String, f64)> = runs
        .iter()
        .map(name)
        .zip(bars.totals().into_iter().map(|t| t * 1000.0))
        .collect();
    let least = totals
        .iter()
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map_or(("", 0.0), |t| (t.0.as_str(), t.1));
    let most = totals
        .iter()
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map_or(("", 0.0), |t| (t.0.as_str(), t.1));
    let title = words::compare_money_title(least, most, scene.lang);
    let summary = words::compare_money_summary(&title, &totals, scene.lang);
    (title, summary)
}
