//! Rows of the drawing: milestones, then each line by start.

use super::{GanttBar, Piece, PieceKind, Row, RowKind, colours};
use crate::charts::{Run, Scene, months};
use crate::engine::{Bar, Evaluation, LineInputs, recognised_starts};
use crate::formats::number::money;
use crate::i18n::overview::short_unit;
use crate::i18n::timeline::{self as words, Hindrance};
use crate::i18n::{self};
use crate::model::{LineId, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// Rows of all lines; `bars` as [`crate::engine::timeline`] gives them.
pub fn rows(scene: &Scene, run: &Run, bars: &[Bar], folded: &BTreeSet<LineId>) -> Vec<Row> {
    let mut rows: Vec<Row> = milestones(scene).into_iter().collect();
    let names = months::names(scene);
    for (l, line) in run.evaluation.inputs.lines.iter().enumerate() {
        let Some(of) = scene.plan.line(&line.id) else { continue };
        let plot_value = LineRows {
            scene,
            l,
            line,
            of,
            names: &names,
        };
        let own: Vec<&Bar> = bars.iter().filter(|b| b.line == l).collect();
        let mut group: Vec<Row> = if folded.contains(&line.id) && !own.is_empty() {
            vec![plot_value.folded(&own)]
        } else {
            own.iter().map(|b| plot_value.start(b)).collect()
        };
        group.extend(plot_value.not_started(run.evaluation, &own));
        if let Some(first) = group.first_mut() {
            first.name = of.name.get(scene.lang).to_owned();
        }
        rows.append(&mut group);
    }
    rows
}

/// Units wanted that do not start, all in all.
pub(super) fn not_started(evaluation: &Evaluation, l: usize) -> f64 {
    match (evaluation.outcome.lines.get(l), evaluation.inputs.lines.get(l)) {
        (Some(out), Some(line)) => (out.wanted - (out.total_started() - line.under_way() as f64)).max(0.0),
        _ => 0.0,
    }
}

/// One line while its rows are made.
struct LineRows<'a> {
    scene: &'a Scene<'a>,
    l: usize,
    line: &'a LineInputs,
    of: &'a crate::model::Line,
    names: &'a [String],
}

impl LineRows<'_> {
    fn months(&self) -> usize {
        self.line.speed.len()
    }

    fn name(&self, t: usize) -> &str {
        self.names.get(t).map_or("", String::as_str)
    }

    fn row(&self, kind: RowKind, label: String) -> Row {
        Row {
            kind,
            line: self.line.id.clone(),
            name: String::new(),
            label,
            commune: None,
            colours: colours(self.scene.palette, &self.line.id, self.l),
            bar: None,
            pieces: self
                .spans(0, self.months())
                .map(|(from, to)| piece(PieceKind::Slow, from as f64, to as f64, ""))
                .chain(self.ticks())
                .collect(),
        }
    }

    /// Rounds of the line; none where they are so many that they say nothing.
    fn ticks(&self) -> Vec<Piece> {
        let round_months = (0..self.months()).filter(|t| self.line.rounds.get(*t) == Some(&true));
        let ticks: Vec<Piece> = round_months
            .map(|t| piece(PieceKind::Tick, t as f64, t as f64 + 1.0, ""))
            .collect();
        if 2 * ticks.len() > self.months() { vec![] } else { ticks }
    }

    /// Spans of slowed months inside `from..to`.
    fn spans(&self, from: usize, to: usize) -> impl Iterator<Item = (usize, usize)> + use<> {
        let mut spans: Vec<(usize, usize)> = Vec::new();
        for t in (from..to).filter(|t| self.line.speed.get(*t).is_some_and(|s| *s < 1.0)) {
            match spans.last_mut() {
                Some(span) if span.1 == t => span.1 = t + 1,
                _ => spans.push((t, t + 1)),
            }
        }
        spans.into_iter()
    }

    /// What a bar is about: a commune by name, communes not known by number, or the month of the start.
    fn label(&self, bar: &Bar) -> String {
        let lang = self.scene.lang;
        let name = |id: &str| self.scene.plan.commune(id);
        match &bar.commune {
            _ if bar.under_way => i18n::texts(lang).timeline.under_way.to_owned(),
            Some(id) => name(id).map_or_else(|| id.clone(), |c| c.name.clone()),
            None if bar.climbs => words::communes_once_advanced(bar.units, lang),
            None if !self.line.communes.is_empty() => words::unnamed_communes(bar.units, lang),
            None => words::start_label(self.name(bar.start), lang),
        }
    }

    fn start(&self, bar: &Bar) -> Row {
        let (scene, lang) = (self.scene, self.scene.lang);
        let mut row = self.row(RowKind::Start, self.label(bar));
        row.commune = bar.commune.clone();
        let end = bar.finish.map_or(self.months() as f64, |f| f as f64 + 1.0);
        match bar.round {
            Some(round) => {
                row.pieces.push(piece(PieceKind::Wait, end, round as f64 + 0.5, ""));
                row.pieces
                    .push(piece(PieceKind::Round, round as f64, round as f64 + 1.0, ""));
            }
            None => {
                let never = i18n::texts(lang).timeline.never;
                row.pieces
                    .push(piece(PieceKind::Never, end, end.max(self.months() as f64), never));
            }
        }
        let units = words::units(self.of, bar.units, lang);
        let cost = money(bar.units * bar.cost, scene.unit, lang);
        let what = format!("{}, {}: {units}", self.of.name.get(lang), row.label);
        row.bar = Some(GanttBar {
            units: bar.units,
            start: bar.start,
            finish: bar.finish,
            round: bar.round,
            duration: bar.duration,
            under_way: bar.under_way || bar.start < self.line.recognised.len(),
            end,
            slowed: self
                .spans(bar.start, bar.finish.map_or(self.months(), |f| f + 1))
                .collect(),
            // What costs nothing says nothing of it.
            text: if bar.cost > 0.0 {
                format!("{units} · {cost}\u{a0}{}", short_unit(scene.unit, lang))
            } else {
                units
            },
            spoken: words::describe_bar(
                &what,
                self.name(bar.start),
                bar.finish.map(|t| self.name(t)),
                bar.round.map(|t| self.name(t)),
                lang,
            ),
        });
        row
    }

    /// All starts in one row: the span of work, and the units of each round.
    fn folded(&self, bars: &[&Bar]) -> Row {
        let lang = self.scene.lang;
        let total: f64 = bars.iter().map(|b| b.units).sum();
        let units = words::units(self.of, total, lang);
        let mut row = self.row(RowKind::Folded, units.clone());
        let first = bars.iter().map(|b| b.start).min().unwrap_or(0);
        let ends = bars.iter().map(|b| b.finish.map_or(self.months(), |f| f + 1));
        row.pieces.push(piece(
            PieceKind::Fold,
            first as f64,
            ends.max().unwrap_or(0) as f64,
            &units,
        ));
        let mut rounds: BTreeMap<usize, f64> = BTreeMap::new();
        for bar in bars {
            if let Some(t) = bar.round {
                *rounds.entry(t).or_default() += bar.units;
            }
        }
        for (t, n) in rounds {
            let n = words::units(self.of, n, lang);
            let count = n.split('\u{a0}').next().unwrap_or_default();
            row.pieces
                .push(piece(PieceKind::Round, t as f64, t as f64 + 1.0, count));
        }
        let late: f64 = bars.iter().filter(|b| b.round.is_none()).map(|b| b.units).sum();
        if late > 0.0 {
            let end = self.months() as f64;
            let late = words::units(self.of, late, lang);
            row.pieces.push(piece(PieceKind::Never, end, end, &late));
        }
        row
    }

    /// What is wanted and does not start, over the months in which a start would still be recognised.
    fn not_started(&self, evaluation: &Evaluation, bars: &[&Bar]) -> Option<Row> {
        let lang = self.scene.lang;
        let n = not_started(evaluation, self.l);
        if n <= 0.0 {
            return None;
        }
        let started: f64 = bars.iter().map(|b| b.units).sum();
        let why = if evaluation.missing.helps.get(self.l) == Some(&true) {
            Hindrance::Money(n * self.line.cost)
        } else if started >= self.line.candidates as f64 {
            Hindrance::Candidates
        } else {
            Hindrance::Pace(self.line.starts_per_month)
        };
        let mut row = self.row(RowKind::NotStarted, i18n::texts(lang).timeline.not_started.to_owned());
        let last = recognised_starts(self.line, self.line.duration as f64).map_or(0, |(_, last)| last);
        let from = bars.iter().map(|b| b.start + 1).max().unwrap_or(0).min(last);
        let what = words::units(self.of, n, lang);
        let text = words::explain_not_started(&what, why, self.scene.unit, lang);
        row.pieces.push(piece(
            PieceKind::NotStarted,
            from as f64,
            (last + 1).max(from + 1) as f64,
            &text,
        ));
        Some(row)
    }
}

fn piece(kind: PieceKind, from: f64, to: f64, text: &str) -> Piece {
    Piece {
        kind,
        from,
        to,
        text: text.to_owned(),
    }
}

/// The row of dated steps; `None` if the plan has none.
fn milestones(scene: &Scene) -> Option<Row> {
    let lang = scene.lang;
    let steps: Vec<_> = scene.plan.lines.iter().flat_map(|l| &l.milestones).collect();
    if steps.is_empty() {
        return None;
    }
    let mut pieces: Vec<Piece> = steps
        .iter()
        .filter_map(|step| {
            let at = place(scene.plan, &step.due)?;
            Some(piece(PieceKind::Flag, at, at, step.name.get(lang)))
        })
        .collect();
    let undated_count = steps.iter().filter(|s| s.due.is_empty()).count();
    if undated_count > 0 {
        pieces.push(piece(
            PieceKind::Note,
            0.0,
            0.0,
            &words::undated_count(undated_count, lang),
        ));
    }
    let dated_steps = steps.iter().filter(|s| !s.due.is_empty());
    let outside = dated_steps.filter(|s| place(scene.plan, &s.due).is_none()).count();
    if outside > 0 {
        let words = words::outside_count(outside, lang);
        match pieces.last_mut().filter(|p| p.kind == PieceKind::Note) {
            Some(note) => note.text = format!("{}, {words}", note.text),
            None => pieces.push(piece(PieceKind::Note, 0.0, 0.0, &words)),
        }
    }
    Some(Row {
        kind: RowKind::Milestones,
        line: String::new(),
        name: i18n::texts(lang).timeline.milestones_row.to_owned(),
        label: String::new(),
        commune: None,
        colours: ("var(--ink-2)".to_owned(), "var(--panel)".to_owned()),
        bar: None,
        pieces,
    })
}

/// Place of an ISO date on the axis, if inside the calendar.
pub(super) fn place(plan: &Plan, iso: &str) -> Option<f64> {
    let parts: Vec<i64> = iso.split('-').map(|p| p.parse().ok()).collect::<Option<_>>()?;
    let [year, month, day] = parts[..] else { return None };
    let start = plan.calendar.start;
    let t = (year - i64::from(start.year)) * 12 + month - i64::from(start.month);
    let inside = (0..plan.calendar.months as i64).contains(&t);
    inside.then(|| t as f64 + (day - 1).clamp(0, 30) as f64 / 31.0)
}
