//! `frontier`: money, 0–200 % of what there is, against the score that the best plan reaches, the bound above it, and
//! the scenarios of the plan as points.

use super::{
    Cell, ChartView, Format, KeyItem, KeyKind, Run, Scale, Scene, Table, drawing::Drawing, frame, frame::plot_value,
    scenario_mark,
};
use crate::engine::Inputs;
use crate::i18n::{self, optimise as words, optimise::FrontierFacts};
use crate::optimise::{FrontierPoint, SAME_MONEY, SAME_SCORE, share_of_money};
use charming::{
    element::{ItemStyle, LineStyle, LineStyleType, Symbol, SymbolSize, Tooltip, Trigger},
    series::{Line, Scatter},
};
use serde_json::{Value, json};

/// Money against score. `points` as far as they are there; `guarded`: the same with the guards of the question, if any; `of`: the inputs they were computed for; `runs`: the
/// scenarios to show as points, the base of the comparison first.
pub fn frontier(
    scene: &Scene,
    points: &[FrontierPoint],
    guarded: &[FrontierPoint],
    of: &Inputs,
    runs: &[Run],
) -> ChartView {
    let facts = facts(points);
    let texts = &i18n::texts(scene.lang).optimise;
    let dots = dots(scene, of, points, runs);
    ChartView {
        name: "frontier".into(),
        lang: scene.lang,
        title: words::frontier_title(&facts, scene.lang),
        unit: texts.frontier_unit.to_owned(),
        option: option(scene, points, guarded, &dots),
        axis: None,
        key: key(scene, !guarded.is_empty(), &dots),
        summary: words::frontier_summary(&facts, scene.lang),
        table: table(scene, points, guarded, &dots),
        first: 0,
        empty: points.is_empty().then(|| texts.frontier_empty.to_owned()),
    }
}

fn facts(points: &[FrontierPoint]) -> FrontierFacts {
    let at = |factor: f64| {
        points
            .iter()
            .find(|p| (p.factor - factor).abs() < SAME_MONEY)
            .map(|p| p.score)
    };
    // Between two points the score is at least that of the one with less money.
    let from = |factor: f64| {
        points
            .iter()
            .rev()
            .find(|p| p.factor <= factor + SAME_MONEY)
            .map(|p| p.score)
    };
    let highest = points.last().map(|p| p.score);
    let top = highest.and_then(|score| {
        let first = points.iter().find(|p| p.score >= score - SAME_SCORE)?;
        Some((score, first.factor))
    });
    FrontierFacts {
        now: at(1.0),
        less: from(0.8),
        top,
    }
}

/// A scenario as a point.
struct Dot {
    id: String,
    name: String,
    place: usize,
    /// Its money as a share of the frontier's.
    factor: f64,
    /// Its score, 0–1.
    score: f64,
    /// How far the best plan found with its money is above it, 0–1; `None` while that is not known. Below 0 where its money
    /// is split in a better way than that of the line.
    below: Option<f64>,
}

/// The scenarios as points; `points`: the line that their distance is from.
fn dots(scene: &Scene, of: &Inputs, points: &[FrontierPoint], runs: &[Run]) -> Vec<Dot> {
    let dot = |(place, run): (usize, &Run)| {
        let factor = share_of_money(of, &run.evaluation.inputs)?;
        let score = run.evaluation.outcome.score;
        let best = points.iter().find(|p| (p.factor - factor).abs() < SAME_MONEY);
        Some(Dot {
            id: run.scenario.map_or_else(String::new, |s| s.id.clone()),
            name: run.name(scene.lang).to_owned(),
            place,
            factor,
            score,
            below: best.map(|p| p.score - score),
        })
    };
    runs.iter().enumerate().filter_map(dot).collect()
}

fn key(scene: &Scene, guarded: bool, dots: &[Dot]) -> Vec<KeyItem> {
    let (texts, palette) = (&i18n::texts(scene.lang).optimise, scene.palette);
    let curve = |label: &str, colour: &str, kind| KeyItem {
        label: label.to_owned(),
        colour: colour.to_owned(),
        kind,
    };
    let mut key = vec![
        curve(texts.frontier_score, &palette.accent, KeyKind::Line),
        curve(texts.frontier_bound, &palette.ink, KeyKind::Dashed),
    ];
    key.extend(guarded.then(|| curve(texts.frontier_guarded, &palette.ink_3, KeyKind::Line)));
    key.extend(dots.iter().map(|dot| {
        let mark = scenario_mark(dot.place, palette);
        KeyItem {
            label: format!("{}. {}", mark.letter, dot.name),
            colour: mark.colour,
            kind: KeyKind::Marker(mark.shape),
        }
    }));
    key
}

fn option(scene: &Scene, points: &[FrontierPoint], guarded: &[FrontierPoint], dots: &[Dot]) -> Value {
    let (texts, palette) = (&i18n::texts(scene.lang).optimise, scene.palette);
    let most = dots.iter().map(|d| d.factor * 100.0).fold(200.0, f64::max);
    let wide = Scale::round(most);
    let high = Scale { max: 100.0, step: 25.0 };
    let mut chart = Drawing::new()
        .grid(frame::grid(4, 14, 22, 22))
        .tooltip(Tooltip::new().trigger(Trigger::Item))
        .x_axis(frame::value_axis("money", wide))
        .y_axis(frame::value_axis("score", high))
        .series(curve(
            "best",
            texts.frontier_score,
            &palette.accent,
            LineStyleType::Solid,
        ))
        .series(curve(
            "bound",
            texts.frontier_bound,
            &palette.ink,
            LineStyleType::Dashed,
        ));
    let whole = Format::new(scene.lang, 0).with("\u{a0}%");
    let along = |points: &[FrontierPoint], value: fn(&FrontierPoint) -> f64| -> Vec<[f64; 2]> {
        let point = |p: &FrontierPoint| [plot_value(p.factor * 100.0), plot_value(value(p) * 100.0)];
        points.iter().map(point).collect()
    };
    let mut series = vec![
        json!({ "emphasis": { "disabled": true }, "encode": { "x": 0, "y": 1, "tooltip": 1 }, "data": along(points, |p| p.score) }),
        json!({ "emphasis": { "disabled": true }, "encode": { "x": 0, "y": 1, "tooltip": 1 }, "data": along(points, |p| p.bound) }),
    ];
    if !guarded.is_empty() {
        let name = texts.frontier_guarded;
        chart = chart.series(curve("guarded", name, &palette.ink_3, LineStyleType::Solid));
        let data = along(guarded, |p| p.score);
        series.push(
            json!({ "emphasis": { "disabled": true }, "encode": { "x": 0, "y": 1, "tooltip": 1 }, "data": data }),
        );
    }
    for dot in dots {
        let mark = scenario_mark(dot.place, palette);
        let ring = dot.place == 0;
        let fill = if ring { &palette.panel } else { &mark.colour };
        let style = ItemStyle::new()
            .color(fill.as_str())
            .border_color(mark.colour.as_str())
            .border_width(if ring { 2 } else { 0 });
        let symbol = if ring { "circle".to_owned() } else { mark.shape.symbol() };
        chart = chart.series(
            Scatter::new()
                .id(format!("scenario-{}", dot.id))
                .name(dot.name.as_str())
                .symbol(Symbol::Custom(symbol))
                .symbol_size(SymbolSize::Number(10.0))
                .item_style(style),
        );
        let mut label = frame::halo_label(scene, &mark.colour);
        frame::merge(
            &mut label,
            json!({ "formatter": mark.letter.to_string(), "position": "bottom", "distance": 2 }),
        );
        let tooltip_text = format!("{{a}}: {}{}", words::points(dot.score, scene.lang), below(scene, dot));
        series.push(json!({
            "emphasis": { "disabled": true },
            "encode": { "x": 0, "y": 1, "tooltip": 1 },
            "tooltip": { "formatter": tooltip_text },
            "z": 4 + dot.place,
            "label": label,
            "data": [[plot_value(dot.factor * 100.0), plot_value(dot.score * 100.0)]],
        }));
    }
    let tenths = Format::new(scene.lang, 1);
    let patch = json!({
        "tooltip": { "valueFormatter": tenths.mark() },
        "xAxis": frame::value_axis_patch(scene, &whole),
        "yAxis": frame::value_axis_patch(scene, &Format::new(scene.lang, 0)),
        "series": series,
    });
    let mut option = frame::option(scene, chart, patch);
    // Grid lines of money would cross those of score.
    frame::merge(
        &mut option,
        json!({ "xAxis": {
            "name": texts.frontier_money, "nameLocation": "middle", "nameGap": 24,
            "nameTextStyle": { "color": palette.ink_3, "fontSize": frame::MINI },
            "splitLine": { "show": false },
            "axisLine": { "show": true, "lineStyle": { "color": palette.axis } },
        } }),
    );
    option
}

/// *Thấp hơn đường tốt nhất: 7,2*, on a line of its own.
fn below(scene: &Scene, dot: &Dot) -> String {
    let texts = &i18n::texts(scene.lang).optimise;
    let label = |below| format!("<br/>{}: {}", texts.frontier_distance, words::points(below, scene.lang));
    dot.below.map_or_else(String::new, label)
}

fn curve(id: &str, name: &str, colour: &str, kind: LineStyleType) -> Line {
    let width = if kind == LineStyleType::Solid { 2.5 } else { 1.5 };
    Line::new()
        .id(id)
        .name(name)
        .symbol(Symbol::Circle)
        .symbol_size(SymbolSize::Number(3.0))
        .line_style(LineStyle::new().color(colour).width(width).type_(kind))
        .item_style(ItemStyle::new().color(colour))
}

fn table(scene: &Scene, points: &[FrontierPoint], guarded: &[FrontierPoint], dots: &[Dot]) -> Table {
    let texts = &i18n::texts(scene.lang).optimise;
    let mut columns = vec![
        texts.frontier_money.to_owned(),
        format!("{}, {}", texts.frontier_amount, scene.money_unit()),
        texts.frontier_score.to_owned(),
        texts.frontier_bound.to_owned(),
    ];
    let with = !guarded.is_empty();
    columns.extend(with.then(|| texts.frontier_guarded.to_owned()));
    columns.push(texts.frontier_distance.to_owned());
    let guard_cell = |factor: f64| {
        let point = guarded.iter().find(|p| (p.factor - factor).abs() < SAME_MONEY);
        with.then(|| point.map_or(Cell::Empty, |p| Cell::number(p.score * 100.0, 1)))
    };
    let share = |factor: f64| crate::formats::number::percent(factor, 1, scene.lang);
    let mut rows: Vec<Vec<Cell>> = points
        .iter()
        .map(|p| {
            let cells = [
                Cell::Text(share(p.factor)),
                scene.money_cell(p.money),
                Cell::number(p.score * 100.0, 1),
                Cell::number(p.bound * 100.0, 1),
            ];
            cells
                .into_iter()
                .chain(guard_cell(p.factor))
                .chain([Cell::Empty])
                .collect()
        })
        .collect();
    rows.extend(dots.iter().map(|dot| {
        let cells = [
            Cell::Text(format!("{} ({})", dot.name, share(dot.factor))),
            Cell::Empty,
            Cell::number(dot.score * 100.0, 1),
            Cell::Empty,
        ];
        let below = dot.below.map_or(Cell::Empty, |below| Cell::number(below * 100.0, 1));
        cells
            .into_iter()
            .chain(with.then_some(Cell::Empty))
            .chain([below])
            .collect()
    }));
    Table { columns, rows }
}
