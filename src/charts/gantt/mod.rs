//! The timeline as rows on a month axis: what a drawing of it shows, as plain data. Places are months of the plan: the
//! month `t` reaches from `t` to `t + 1`.

mod month;
mod picture;
mod rows;

pub use month::{Cash, CashMonth, CommuneState, DueState, LineState, MonthState, SourceState, cash, month_state};
pub use picture::{gantt_key, gantt_svg};
pub use rows::rows;

use super::{Palette, Run, Scene, months};
use crate::engine::lay_out_bars;
use crate::formats::number::month_label;
use crate::i18n::{self, timeline as words};
use crate::model::{Calendar, CommuneId, Lang, Line, LineId, YearMonth};
use std::collections::BTreeSet;

/// What a piece of a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// Months in which work of the line is slowed.
    Slow,
    /// All starts of a folded line.
    Fold,
    /// A month in which a round of the line is held.
    Tick,
    /// Appraisal and waiting for a round.
    Wait,
    /// A recognition round at which units are decided on.
    Round,
    /// Where a bar ends that reaches no round.
    Never,
    /// Units that are wanted and do not start.
    NotStarted,
    /// A dated milestone of a line.
    Flag,
    /// Words instead of a bar: why nothing starts.
    Note,
}

/// A piece of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// What it shows.
    pub kind: PieceKind,
    /// Where it begins, months.
    pub from: f64,
    /// Where it ends, months.
    pub to: f64,
    /// What is written on it.
    pub text: String,
}

/// Units that start together, as a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct GanttBar {
    /// Units that start together.
    pub units: f64,
    /// Month of the start.
    pub start: usize,
    /// Month in which work is finished, if inside the calendar.
    pub finish: Option<usize>,
    /// Month of the round, if there is one.
    pub round: Option<usize>,
    /// Months of work at full speed.
    pub duration: f64,
    /// Whether it was under way before the plan, or started in a closed month of a forecast, and cannot be moved.
    pub under_way: bool,
    /// Where work ends on the axis.
    pub end: f64,
    /// Slowed months inside the bar: first month and end.
    pub slowed: Vec<(usize, usize)>,
    /// What is written on it.
    pub text: String,
    /// The same in words.
    pub spoken: String,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Dated milestones of a line.
    Milestones,
    /// A start of a line.
    Start,
    /// A line with all its starts.
    Folded,
    /// What is wanted and does not start.
    NotStarted,
}

/// A row of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Line; empty for milestones.
    pub line: LineId,
    /// Name of the line, on its first row.
    pub name: String,
    /// What the row is about.
    pub label: String,
    /// Commune, for a named one.
    pub commune: Option<CommuneId>,
    /// Colours: fill and text on it.
    pub colours: (String, String),
    /// The bar, if the row has one.
    pub bar: Option<GanttBar>,
    /// What else is drawn.
    pub pieces: Vec<Piece>,
}

/// A span of slowed months with the names of what slows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlowMonths {
    /// First slow month, 0-based.
    pub from: usize,
    /// Last slow month, 0-based and inclusive.
    pub to: usize,
    /// Names of the events that slow the work.
    pub name: String,
}

/// Everything the drawing shows, cash apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gantt {
    /// Labels of the month columns, shape `[month]`; empty where there is no room.
    pub months: Vec<String>,
    /// Names of the months in sentences, shape `[month]`.
    pub names: Vec<String>,
    /// Months in which some work is slowed.
    pub slowed: Vec<SlowMonths>,
    /// Rows from top to bottom, lines in plan order.
    pub rows: Vec<Row>,
    /// The finding: what holds, what is missing.
    pub finding: (String, String),
    /// Closed months, and the sentence that says so; empty without.
    pub closed: usize,
    /// Up to where figures are actual, in words.
    pub closed_words: String,
    /// Whether anything starts.
    pub starts: bool,
    /// Whether anything is wanted.
    pub wanted: bool,
}

/// The drawing of a run; lines in `folded` have one row.
pub fn gantt(scene: &Scene, run: &Run, folded: &BTreeSet<LineId>) -> Gantt {
    let bars = lay_out_bars(&run.evaluation.inputs);
    let new: Vec<_> = bars.iter().filter(|b| !b.under_way).collect();
    let names = months::names(scene);
    let name = |t: usize| names.get(t).map_or("", String::as_str);
    let span = new.iter().map(|b| b.start).min().zip(new.iter().map(|b| b.start).max());
    let closed = scene.plan.actuals.months.min(names.len());
    let rows = rows::rows(scene, run, &bars, folded);
    let late = |l: usize| {
        let own = bars.iter().filter(|b| b.line == l && b.round.is_none());
        own.map(|b| b.units).sum()
    };
    let left = |l: usize| rows::not_started(run.evaluation, l);
    let (late, left) = (by_unit(scene, run, late), by_unit(scene, run, left));
    let slowed = months::slowed(scene, run).into_iter();
    Gantt {
        months: labels(&scene.plan.calendar, scene.lang),
        finding: words::finding(
            new.len(),
            span.map(|(a, b)| (name(a), name(b))),
            &late,
            &left,
            scene.lang,
        ),
        slowed: slowed
            .map(|s| SlowMonths {
                from: s.from,
                to: s.to,
                name: s.name,
            })
            .collect(),
        closed,
        closed_words: closed
            .checked_sub(1)
            .map(|last| i18n::actuals::closed_until(name(last), scene.plan.actuals.forecast, scene.lang))
            .unwrap_or_default(),
        starts: !bars.is_empty(),
        wanted: run.evaluation.outcome.lines.iter().any(|l| l.wanted > 0.0),
        rows,
        names,
    }
}

/// Units of the lines that have some, those of the same name together: *6 khu*.
fn by_unit(scene: &Scene, run: &Run, units: impl Fn(usize) -> f64) -> Vec<String> {
    let mut sums: Vec<(&Line, f64)> = Vec::new();
    for (l, line) in run.evaluation.inputs.lines.iter().enumerate() {
        let n = units(l);
        let Some(of) = scene.plan.line(&line.id).filter(|_| n > 0.0) else {
            continue;
        };
        match sums.iter_mut().find(|(known, _)| known.unit == of.unit) {
            Some((_, sum)) => *sum += n,
            None => sums.push((of, n)),
        }
    }
    sums.iter().map(|(of, n)| words::units(of, *n, scene.lang)).collect()
}

/// Labels of month columns: the year with the first month and each January; every third month where there are many.
fn labels(calendar: &Calendar, lang: Lang) -> Vec<String> {
    let label = |t: usize| {
        let month = calendar.month(t);
        let short = month_label(month, YearMonth { ..month }, lang);
        match calendar.months {
            0..=26 if t == 0 || month.month == 1 => match lang {
                Lang::Vi => format!("{}/{}", month.month, month.year),
                Lang::En => format!("{short} {}", month.year),
            },
            0..=26 => short,
            _ if month.month == 1 => month.year.to_string(),
            _ if month.month % 3 == 1 => month.month.to_string(),
            _ => String::new(),
        }
    };
    (0..calendar.months).map(label).collect()
}

/// Colours of a line.
fn colours(palette: &Palette, id: &str, place: usize) -> (String, String) {
    let swatch = palette.line(id, place);
    (swatch.fill.clone(), swatch.on.clone())
}

#[cfg(test)]
mod tests;
