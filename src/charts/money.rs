//! `money-by-source-line`: who paid how much for which line; `money-by-source`: where each source went.

use super::{
    Cell, ChartView, Run, Scene, Table,
    bars::{Bars, Fill, Part, source_part},
    frame::finite,
};
use crate::sort;
use crate::{
    engine::SourceOutcome,
    i18n::charts::{self as words, UseOfMoney},
};

/// Widest a name of a line or source may be, px.
const NAMES: i32 = 120;

/// Per line, what each source paid; tỷ đồng.
pub fn money_by_line(scene: &Scene, run: &Run) -> ChartView {
    let outcome = &run.evaluation.outcome;
    let texts = scene.texts();
    let paid_to = |source: &SourceOutcome, line: usize| finite(source.paid_to.get(line).copied().unwrap_or(0.0));
    let parts = outcome.sources.iter().enumerate().map(|(position, source)| {
        let values = (0..outcome.lines.len()).map(|line| paid_to(source, line) / 1000.0);
        source_part(scene, &source.id, position, values.collect())
    });
    let bars = Bars {
        names: outcome
            .lines
            .iter()
            .map(|line| scene.line_name(&line.id).to_owned())
            .collect(),
        parts: parts.collect(),
        decimals: 1,
        name_width: NAMES,
    };
    let total: f64 = outcome.sources.iter().map(|source| finite(source.total_paid())).sum();
    let largest = outcome
        .sources
        .iter()
        .max_by(|a, b| a.total_paid().total_cmp(&b.total_paid()));
    let empty = match (outcome.lines.is_empty(), outcome.sources.is_empty()) {
        (true, _) => Some(texts.no_lines),
        (_, true) => Some(texts.no_sources),
        _ if total <= 0.0 => Some(texts.nothing_paid),
        _ => None,
    };
    let (title, summary) = match (empty, largest) {
        (None, Some(largest)) => {
            let share = finite(largest.total_paid()) / total;
            let title = words::payer_title(scene.source_name(&largest.id), share, total, scene.lang);
            let mut by_line: Vec<_> = outcome
                .lines
                .iter()
                .map(|line| (scene.line_name(&line.id), finite(line.total_paid())))
                .collect();
            sort::by(&mut by_line, |a, b| b.1.total_cmp(&a.1));
            let summary = words::payer_summary(&title, &by_line, scene.lang);
            (title, summary)
        }
        _ => split_sentence(empty.unwrap_or(texts.nothing_paid)),
    };
    let table = table(scene, texts.line, &bars);
    let empty = empty.map(str::to_owned);
    bars.view(
        scene,
        "money-by-source-line",
        scene.billions(),
        (title, summary),
        table,
        empty,
    )
}

/// Per source, what it paid for each line, what other works took and what is left; tỷ đồng.
pub fn money_by_source(scene: &Scene, run: &Run) -> ChartView {
    let outcome = &run.evaluation.outcome;
    let texts = scene.texts();
    let bars = Bars {
        names: outcome
            .sources
            .iter()
            .map(|source| scene.source_name(&source.id).to_owned())
            .collect(),
        parts: uses(scene, run),
        decimals: 1,
        name_width: NAMES,
    };
    let sum = |of: &dyn Fn(&SourceOutcome) -> f64| outcome.sources.iter().map(|s| finite(of(s))).sum();
    let facts = UseOfMoney {
        released: sum(&|s| s.total_released()),
        paid: sum(&|s| s.total_paid()),
        other_works: sum(&|s| s.total_other_works()),
        left: sum(&|s| s.total_left()),
    };
    let empty = match outcome.sources.is_empty() {
        true => Some(texts.no_sources),
        false if facts.released <= 0.0 => Some(texts.nothing_paid),
        false => None,
    };
    let (title, summary) = match empty {
        None => (
            words::use_title(&facts, scene.lang),
            words::use_summary(&facts, scene.lang),
        ),
        Some(sentence) => split_sentence(sentence),
    };
    let table = table(scene, texts.source, &bars);
    let empty = empty.map(str::to_owned);
    bars.view(
        scene,
        "money-by-source",
        scene.billions(),
        (title, summary),
        table,
        empty,
    )
}

/// Parts of a source: its payments by line, other works (grey hatch), what is left (outline).
fn uses<'a>(scene: &Scene<'a>, run: &Run) -> Vec<Part<'a>> {
    let outcome = &run.evaluation.outcome;
    let (texts, palette) = (scene.texts(), scene.palette);
    let of_sources = |value: &dyn Fn(&SourceOutcome) -> f64| -> Vec<f64> {
        outcome
            .sources
            .iter()
            .map(|source| finite(value(source)) / 1000.0)
            .collect()
    };
    let mut parts = Vec::new();
    for (position, line) in outcome.lines.iter().enumerate() {
        let swatch = palette.line(&line.id, position);
        parts.push(Part {
            id: format!("line-{}", line.id),
            name: scene.line_name(&line.id).to_owned(),
            colour: &swatch.fill,
            on: &swatch.on,
            fill: Fill::Solid,
            values: of_sources(&|source| source.paid_to.get(position).copied().unwrap_or(0.0)),
        });
    }
    let rest = |id: &str, name: &str, colour, fill, values| {
        let (id, name) = (id.to_owned(), name.to_owned());
        Part {
            id,
            name,
            colour,
            on: palette.ink.as_str(),
            fill,
            values,
        }
    };
    let other = of_sources(&|source| source.total_other_works());
    parts.push(rest(
        "other-works",
        texts.other_works,
        palette.other.as_str(),
        Fill::Hatch,
        other,
    ));
    let left = of_sources(&|source| source.total_left());
    parts.push(rest(
        "left",
        texts.left,
        palette.line_strong.as_str(),
        Fill::Outline,
        left,
    ));
    parts
}

/// Title and summary of a chart with nothing to draw.
pub(super) fn split_sentence(sentence: &str) -> (String, String) {
    (sentence.trim_end_matches('.').to_owned(), sentence.to_owned())
}

/// Bars as rows, parts as columns, and the total; money in the unit of the page.
pub(super) fn table(scene: &Scene, rows_are: &str, bars: &Bars) -> Table {
    let mut columns = vec![format!("{rows_are} ({})", scene.money_unit())];
    columns.extend(bars.parts.iter().map(|part| part.name.clone()));
    columns.push(scene.texts().total.to_owned());
    let totals = bars.totals();
    let row = |(bar, name): (usize, &String)| {
        let cell = |value: Option<&f64>| scene.money_cell(value.copied().unwrap_or(0.0) * 1000.0);
        let mut cells = vec![Cell::Text(name.clone())];
        cells.extend(bars.parts.iter().map(|part| cell(part.values.get(bar))));
        cells.push(cell(totals.get(bar)));
        cells
    };
    let rows = bars.names.iter().enumerate().map(row).collect();
    Table { columns, rows }
}
