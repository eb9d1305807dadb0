//! `causes`: for each missed line, how many points of attainment each cause takes.

use super::{
    Cell, ChartView, Run, Scene, Table,
    bars::{Bars, Fill, Part},
    frame::finite,
    money::split_sentence,
};
use crate::{
    engine::Causes,
    i18n::charts::{self as words, CausesFacts},
};

/// Parts smaller than this are rounding, points of attainment 0–100.
const LEAST: f64 = 0.05;

/// Loss of each missed line by cause, points of attainment 0–100.
pub fn causes(scene: &Scene, run: &Run) -> ChartView {
    let texts = scene.texts();
    let missed_goals = missed_goals(run);
    let bars = bars(scene, run, &missed_goals);
    let (title, summary, empty) = match facts(scene, run, &missed_goals, &bars) {
        Some(facts) => (
            words::causes_title(&facts, scene.lang),
            words::causes_summary(&facts, scene.lang),
            None,
        ),
        None => {
            let sentence = if run.evaluation.outcome.lines.is_empty() {
                texts.no_lines
            } else {
                texts.nothing_missed
            };
            let (title, _) = split_sentence(sentence);
            let summary = format!("{title}.");
            (title, summary.clone(), Some(summary))
        }
    };
    let table = table(scene, &bars);
    bars.view(scene, "causes", texts.points, (title, summary), table, empty)
}

/// Places of the lines that miss their goal and have causes.
fn missed_goals(run: &Run) -> Vec<usize> {
    let outcome = &run.evaluation.outcome;
    let is_missed = |place: &usize| {
        let line = outcome.lines.get(*place);
        line.is_some_and(|line| !line.is_met()) && run.evaluation.causes.get(*place).is_some()
    };
    (0..outcome.lines.len()).filter(is_missed).collect()
}

fn bars<'a>(scene: &Scene<'a>, run: &Run, missed_goals: &[usize]) -> Bars<'a> {
    let (texts, palette) = (scene.texts(), scene.palette);
    let lines = &run.evaluation.outcome.lines;
    let credit = palette.source("credit", 2);
    let sky = palette.source("integrated", 1);
    let maroon = palette.line("model-commune", 1);
    let part = |id: &str, name: &str, (colour, on), fill, of: &dyn Fn(&Causes) -> f64| {
        let value = |place: &usize| {
            run.evaluation
                .causes
                .get(*place)
                .map_or(0.0, |causes| finite(of(causes)) * 100.0)
        };
        let values = missed_goals
            .iter()
            .map(value)
            .map(|points| if points.abs() < LEAST { 0.0 } else { points });
        Part {
            id: id.to_owned(),
            name: name.to_owned(),
            colour,
            on,
            fill,
            values: values.collect(),
        }
    };
    let pair = |swatch: &'a super::Swatch| (swatch.fill.as_str(), swatch.on.as_str());
    let ink = palette.ink.as_str();
    Bars {
        names: missed_goals
            .iter()
            .filter_map(|place| lines.get(*place))
            .map(|l| scene.line_name(&l.id).to_owned())
            .collect(),
        parts: vec![
            part("money", texts.money, pair(credit), Fill::Solid, &|c| c.money),
            part("time", texts.time, pair(sky), Fill::Solid, &|c| c.time),
            part(
                "capacity",
                texts.capacity,
                (palette.other.as_str(), ink),
                Fill::Hatch,
                &|c| c.capacity,
            ),
            part("appraisal", texts.appraisal, pair(maroon), Fill::Solid, &|c| {
                c.appraisal
            }),
            part(
                "schedule",
                texts.schedule,
                (palette.line_strong.as_str(), ink),
                Fill::Outline,
                &|c| c.schedule,
            ),
        ],
        decimals: 1,
        name_width: 120,
    }
}

fn facts<'a>(scene: &Scene<'a>, run: &Run, missed_goals: &[usize], bars: &'a Bars) -> Option<CausesFacts<'a>> {
    let sum = |part: &Part| part.values.iter().sum::<f64>();
    let main = bars.parts.iter().max_by(|a, b| sum(a).total_cmp(&sum(b)))?;
    let totals = bars.totals();
    let (worst, points) = totals.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))?;
    let line = run.evaluation.outcome.lines.get(*missed_goals.get(worst)?)?;
    let name = scene.plan.line(&line.id).map_or("", |line| line.name.get(scene.lang));
    Some(CausesFacts {
        missed: missed_goals.len(),
        lost: totals.iter().sum(),
        main: (main.name.as_str(), sum(main)),
        worst: (name, *points),
    })
}

fn table(scene: &Scene, bars: &Bars) -> Table {
    let texts = scene.texts();
    let mut columns = vec![format!("{} ({})", texts.line, texts.points)];
    columns.extend(bars.parts.iter().map(|part| part.name.clone()));
    columns.push(texts.total.to_owned());
    let totals = bars.totals();
    let row = |(bar, name): (usize, &String)| {
        let mut cells = vec![Cell::Text(name.clone())];
        cells.extend(
            bars.parts
                .iter()
                .filter_map(|part| part.values.get(bar))
                .map(|points| Cell::number(*points, 1)),
        );
        cells.extend(totals.get(bar).map(|points| Cell::number(*points, 1)));
        cells
    };
    let rows = bars.names.iter().enumerate().map(row).collect();
    Table { columns, rows }
}
