//! Money by month, and the state of everything at the end of a month.

use crate::charts::{Run, Scene};
use crate::engine::{LineProgress, Outcome, Phase, first_shortage, lay_out_bars, measure_progress};
use crate::formats::number::{money_with_unit, number};
use crate::i18n::timeline as words;

/// Money of a month, triệu đồng.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CashMonth {
    /// Bills of the month.
    pub need: f64,
    /// Money that comes for targets.
    pub free: f64,
    /// Bills waiting at its end.
    pub waiting: f64,
    /// In tỷ, as written.
    pub words: [String; 3],
    /// Heights of the two columns, 0–1.
    pub heights: [f64; 2],
}

/// Money by month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cash {
    /// Money by month, shape `[month]`.
    pub months: Vec<CashMonth>,
    /// Largest column, tỷ, as written.
    pub top: String,
    /// First month of shortage and the amount waiting at its end.
    pub shortage: Option<(usize, f64)>,
    /// That as a sentence.
    pub sentence: Option<String>,
    /// Month in which most waits.
    pub peak: Option<usize>,
}

/// Money by month of a run.
pub fn cash(scene: &Scene, outcome: &Outcome) -> Cash {
    let (need, free) = (outcome.needed(), outcome.free());
    let top = need.iter().chain(&free).copied().fold(0.0, f64::max);
    let scale = |v: f64| if top > 0.0 { (v / top).clamp(0.0, 1.0) } else { 0.0 };
    let billions = |v: f64| number(v / 1000.0, 1, scene.lang);
    let shortage = first_shortage(outcome).map(|t| (t, outcome.waiting.get(t).copied().unwrap_or(0.0)));
    let months = need.iter().zip(&free).zip(&outcome.waiting);
    let month = |((need, free), waiting): ((&f64, &f64), &f64)| CashMonth {
        need: *need,
        free: *free,
        waiting: *waiting,
        words: [billions(*need), billions(*free), billions(*waiting)],
        heights: [scale(*need), scale(*free)],
    };
    Cash {
        months: months.map(month).collect(),
        top: billions(top),
        sentence: shortage.map(|(t, amount)| {
            let calendar = scene.plan.calendar;
            let month = crate::i18n::charts::month(calendar.month(t), calendar.start, scene.lang);
            words::shortage(&month, amount, scene.unit, scene.lang)
        }),
        peak: shortage.map(|_| outcome.peak_month),
        shortage,
    }
}

/// A line at the end of a month.
#[derive(Clone, Debug, PartialEq)]
pub struct LineState {
    /// Id in the plan.
    pub id: String,
    /// Name in the language of the scene.
    pub name: String,
    /// How far it is.
    pub progress: LineProgress,
    /// Units to be recognised by the end of the plan.
    pub goal: f64,
}

/// A source at the end of a month, triệu đồng so far.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceState {
    /// Id in the plan.
    pub id: String,
    /// Name in the language of the scene.
    pub name: String,
    /// Come so far, less other works.
    pub free: f64,
    /// Paid so far.
    pub paid: f64,
    /// Free money released so far and not paid, triệu đồng.
    pub left: f64,
}

/// A commune, or communes without data that start together, at the end of a month.
#[derive(Clone, Debug, PartialEq)]
pub struct CommuneState {
    /// Id; empty for those without data.
    pub id: String,
    /// Name, or how many.
    pub name: String,
    /// Name of its line.
    pub line: String,
    /// Where it is.
    pub phase: Phase,
}

/// A milestone of the month looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct DueState {
    /// What is due.
    pub name: String,
    /// Who answers for it.
    pub owner: String,
    /// Date by which it is due, `YYYY-MM-DD`.
    pub due: String,
}

/// Everything at the end of a month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MonthState {
    /// State of each line, in plan order.
    pub lines: Vec<LineState>,
    /// Sources, the total last.
    pub sources: Vec<SourceState>,
    /// Communes that have started, by line and start.
    pub communes: Vec<CommuneState>,
    /// Milestones due in the month, earliest first.
    pub due: Vec<DueState>,
    /// Bills waiting, triệu đồng.
    pub waiting: f64,
    /// Bills waiting, as written.
    pub waiting_words: String,
}

/// The state of everything at the end of month `t`.
pub fn month_state(scene: &Scene, run: &Run, t: usize) -> MonthState {
    let outcome = &run.evaluation.outcome;
    let lines = outcome.lines.iter().enumerate().map(|(l, line)| LineState {
        id: line.id.clone(),
        name: scene.line_name(&line.id).to_owned(),
        progress: measure_progress(outcome, l, t),
        goal: line.goal,
    });
    let so_far = |column: &[f64]| column.iter().take(t + 1).sum::<f64>();
    let mut sources: Vec<SourceState> = outcome
        .sources
        .iter()
        .map(|s| SourceState {
            id: s.id.clone(),
            name: scene.source_name(&s.id).to_owned(),
            free: so_far(&s.released) - so_far(&s.other_works),
            paid: so_far(&s.paid),
            left: s.left.get(t).copied().unwrap_or(0.0),
        })
        .collect();
    let sum = |read: fn(&SourceState) -> f64| sources.iter().map(read).sum();
    let total = SourceState {
        id: "total".to_owned(),
        name: crate::i18n::texts(scene.lang).timeline.total.to_owned(),
        free: sum(|s| s.free),
        paid: sum(|s| s.paid),
        left: sum(|s| s.left),
    };
    sources.push(total);
    let waiting = outcome.waiting.get(t).copied().unwrap_or(0.0);
    MonthState {
        lines: lines.collect(),
        sources,
        communes: communes(scene, run, t),
        due: due(scene, t),
        waiting,
        waiting_words: money_with_unit(waiting, scene.unit, scene.lang),
    }
}

/// Communes that have started by the end of month `t`.
fn communes(scene: &Scene, run: &Run, t: usize) -> Vec<CommuneState> {
    let inputs = &run.evaluation.inputs;
    let has_communes = |l: usize| inputs.lines.get(l).is_some_and(|line| !line.communes.is_empty());
    lay_out_bars(inputs)
        .into_iter()
        .filter(|bar| has_communes(bar.line))
        .filter_map(|bar| {
            let phase = bar.phase(t)?;
            let id = bar.commune.clone().unwrap_or_default();
            let commune = scene.plan.commune(&id);
            let count_units = || match bar.climbs {
                true => words::communes_once_advanced(bar.units, scene.lang),
                false => words::unnamed_communes(bar.units, scene.lang),
            };
            // A decision that is dated later has not been taken, whatever round the run expects it in.
            let later = commune.is_some_and(|c| signed_after(scene, &c.decision_date, t));
            let phase = if later { phase.min(Phase::Waiting) } else { phase };
            Some(CommuneState {
                name: commune.map_or_else(count_units, |c| c.name.clone()),
                line: scene.line_name(&inputs.lines[bar.line].id).to_owned(),
                id,
                phase,
            })
        })
        .collect()
}

/// Whether an ISO date lies after month `t`.
fn signed_after(scene: &Scene, iso: &str, t: usize) -> bool {
    let month = scene.plan.calendar.month(t);
    iso.get(..7)
        .is_some_and(|decision_date| decision_date > format!("{:04}-{:02}", month.year, month.month).as_str())
}

/// Milestones due in month `t`.
fn due(scene: &Scene, t: usize) -> Vec<DueState> {
    let month = scene.plan.calendar.month(t);
    let prefix = format!("{:04}-{:02}", month.year, month.month);
    let all = scene.plan.lines.iter().flat_map(|l| &l.milestones);
    let mut due: Vec<DueState> = all
        .filter(|m| m.due.starts_with(&prefix))
        .map(|m| DueState {
            name: m.name.get(scene.lang).to_owned(),
            owner: m.owner.clone(),
            due: m.due.clone(),
        })
        .collect();
    crate::sort::by(&mut due, |a, b| a.due.cmp(&b.due));
    due
}
