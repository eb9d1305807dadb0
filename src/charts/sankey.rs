//! `money-flow`: from sources by way of targets to what is recognised for it.

use super::money::split_sentence;
use super::{Cell, ChartView, Run, Scene, Table, drawing::Drawing, frame};
use crate::i18n::charts as words;
use serde_json::{Value, json};

/// Amounts below this draw nothing, triệu đồng.
const NOTHING: f64 = 1e-3;

/// Height of a line of text, px.
const LINE: f64 = 13.0;

/// Money of a line that went into recognised units, and the rest, triệu đồng. Expected values: a line that started ten
/// units of which seven are recognised has seven tenths of its money there.
fn results(run: &Run, line: usize) -> (f64, f64) {
    let Some(outcome) = run.evaluation.outcome.lines.get(line) else {
        return (0.0, 0.0);
    };
    let (paid, started) = (frame::finite(outcome.total_paid()), outcome.total_started());
    let share = if started > 0.0 {
        (outcome.total_recognised() / started).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (paid * share, paid * (1.0 - share))
}

/// Money from sources to targets to results; tỷ đồng.
pub fn money_flow(scene: &Scene, run: &Run) -> ChartView {
    let (outcome, texts) = (&run.evaluation.outcome, scene.texts());
    let results: Vec<(f64, f64)> = (0..outcome.lines.len()).map(|l| results(run, l)).collect();
    let recognised: f64 = results.iter().map(|(yes, _)| yes).sum();
    let total: f64 = recognised + results.iter().map(|(_, no)| no).sum::<f64>();
    let empty = match (outcome.lines.is_empty(), outcome.sources.is_empty()) {
        (true, _) => Some(texts.no_lines),
        (_, true) => Some(texts.no_sources),
        _ if total <= NOTHING => Some(texts.nothing_paid),
        _ => None,
    };
    let (title, summary) = match empty {
        Some(sentence) => split_sentence(sentence),
        None => {
            let title = words::flow_title(recognised / total, total, scene.lang);
            let lost_lines = outcome.lines.iter().zip(&results).filter(|(_, (_, no))| *no > NOTHING);
            let lost_lines: Vec<(&str, f64)> = lost_lines.map(|(l, (_, no))| (scene.line_name(&l.id), *no)).collect();
            let summary = words::flow_summary(&title, &lost_lines, scene.lang);
            (title, summary)
        }
    };
    ChartView {
        name: "money-flow".into(),
        lang: scene.lang,
        title,
        unit: scene.billions().to_owned(),
        option: frame::option(
            scene,
            Drawing::new(),
            json!({ "tooltip": { "show": false }, "series": [series(scene, run, &results)] }),
        ),
        axis: None,
        key: vec![],
        summary,
        table: table(scene, run, &results),
        first: 0,
        empty: empty.map(str::to_owned),
    }
}

/// Names of nodes. The library knows a node by its name, so a name that is taken gets a space without width behind it.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn new_name(&mut self, name: &str) -> String {
        let mut own = name.to_owned();
        while self.0.contains(&own) {
            own.push('\u{200b}');
        }
        self.0.push(own.clone());
        own
    }
}

/// The series: a node for each source, target and result that money goes through.
fn series(scene: &Scene, run: &Run, results: &[(f64, f64)]) -> Value {
    let (outcome, palette) = (&run.evaluation.outcome, scene.palette);
    let mut names = Names::default();
    let sources: Vec<String> = outcome
        .sources
        .iter()
        .map(|s| names.new_name(scene.source_name(&s.id)))
        .collect();
    let lines: Vec<String> = outcome
        .lines
        .iter()
        .map(|l| names.new_name(scene.line_name(&l.id)))
        .collect();
    let ends = [words::in_recognised(scene.lang), words::in_others(scene.lang)].map(|name| names.new_name(name));
    let node = |name: &str, depth: usize, colour: &str| json!({ "name": name, "depth": depth, "itemStyle": { "color": colour, "borderWidth": 0 } });
    let mut nodes: Vec<Value> = Vec::new();
    let mut links: Vec<(String, String, f64)> = Vec::new();
    let mut link = |from: &str, to: &str, amount: f64| {
        if amount > NOTHING {
            links.push((from.to_owned(), to.to_owned(), amount / 1000.0));
        }
    };
    for (s, (source, name)) in outcome.sources.iter().zip(&sources).enumerate() {
        for (line, amount) in lines.iter().zip(&source.paid_to) {
            link(name, line, frame::finite(*amount));
        }
        if source.paid_to.iter().any(|amount| *amount > NOTHING) {
            nodes.push(node(name, 0, &palette.source(&source.id, s).fill));
        }
    }
    for (l, (line, (yes, no))) in outcome.lines.iter().zip(results).enumerate() {
        link(&lines[l], &ends[0], *yes);
        link(&lines[l], &ends[1], *no);
        if *yes > NOTHING || *no > NOTHING {
            nodes.push(node(&lines[l], 1, &palette.line(&line.id, l).fill));
        }
    }
    for (name, colour, any) in [
        (&ends[0], &palette.accent, results.iter().any(|r| r.0 > NOTHING)),
        (&ends[1], &palette.other, results.iter().any(|r| r.1 > NOTHING)),
    ] {
        if any {
            nodes.push(node(name, 2, colour));
        }
    }
    // By place, so that a name stands nowhere but at its node.
    let place = |name: &String| nodes.iter().position(|n| n["name"] == name.as_str());
    let links: Vec<Value> = links
        .iter()
        .filter_map(|(from, to, value)| Some(json!({ "source": place(from)?, "target": place(to)?, "value": value })))
        .collect();
    json!({
        "type": "sankey",
        "id": "money-flow",
        "data": nodes,
        "links": links,
        "left": 8, "right": 132, "top": 8, "bottom": 8,
        "nodeWidth": 12,
        // Names stand at the middle of their nodes: with a line of text between any two nodes none is printed on another.
        "nodeGap": LINE,
        "draggable": false,
        // In the order of the plan, not of what crosses least: the eye finds a source where it always is.
        "layoutIterations": 0,
        "label": { "color": palette.ink, "fontSize": frame::MINI, "width": 124, "overflow": "truncate" },
        "lineStyle": { "color": "source", "opacity": 0.35, "curveness": 0.5 },
        "emphasis": { "disabled": true },
        "silent": true,
    })
}

/// Sources and results as columns, targets as rows; money in the unit of the page.
fn table(scene: &Scene, run: &Run, results: &[(f64, f64)]) -> Table {
    let outcome = &run.evaluation.outcome;
    let mut columns = vec![format!("{} ({})", scene.texts().line, scene.money_unit())];
    columns.extend(outcome.sources.iter().map(|s| scene.source_name(&s.id).to_owned()));
    columns.extend([words::in_recognised(scene.lang), words::in_others(scene.lang)].map(str::to_owned));
    let rows = outcome
        .lines
        .iter()
        .zip(results)
        .enumerate()
        .map(|(l, (line, (yes, no)))| {
            let mut cells = vec![Cell::Text(scene.line_name(&line.id).to_owned())];
            let paid = outcome.sources.iter().map(|s| s.paid_to.get(l).copied().unwrap_or(0.0));
            cells.extend(paid.map(|amount| scene.money_cell(frame::finite(amount))));
            cells.extend([*yes, *no].map(|amount| scene.money_cell(amount)));
            cells
        });
    Table {
        columns,
        rows: rows.collect(),
    }
}
