//! The guards: what is owed, what waits, what the villagers pay, sources that promise too much, money counted twice.

use super::flow::find_financing;
use super::verdict::{GuardState, NO_MONEY, community_state, owed_state, waiting_state};
use super::{Evaluation, Outcome, ReconciliationKind, Tight, reconcile};
use crate::model::{CommuneId, Discipline, Ground, LineId, SourceId};

/// Contribution of the villagers per head.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CommunityGuard {
    /// Other works and paid bills from sources of the villagers, triệu đồng.
    pub total: f64,
    /// Inhabitants.
    pub population: f64,
    /// `total / population`, triệu đồng a head; 0 if the population is unknown.
    pub per_head: f64,
    /// Last year's contribution per head: reference amounts of the same sources / population.
    pub last_year: f64,
}

impl CommunityGuard {
    /// Change against last year as a share of it; `None` without a last year.
    pub fn change(&self) -> Option<f64> {
        (self.last_year > 0.0).then(|| self.per_head / self.last_year - 1.0)
    }
}

/// Contribution of the villagers per head in an outcome. In a plan of several budget years it is the average of a
/// year, so that it compares with last year's.
pub fn measure_community(ground: &Ground, outcome: &Outcome) -> CommunityGuard {
    let population = population(ground);
    let years = ground.calendar.budget_years() as f64;
    let from_residents = || {
        ground
            .sources
            .iter()
            .zip(&outcome.sources)
            .filter(|(s, _)| s.from_residents)
    };
    let total = from_residents()
        .map(|(_, o)| o.total_other_works() + o.total_paid())
        .sum::<f64>()
        / years;
    let last: f64 = from_residents().map(|(s, _)| s.reference.value).sum();
    let per_head = |amount: f64| if population > 0.0 { amount / population } else { 0.0 };
    CommunityGuard {
        total,
        population,
        per_head: per_head(total),
        last_year: per_head(last),
    }
}

fn population(ground: &Ground) -> f64 {
    let population = ground.population.value;
    if population.is_finite() {
        population.max(0.0)
    } else {
        0.0
    }
}

/// What a row of a guard is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuardRowOf {
    /// A line.
    Line(LineId),
    /// A commune that starts; `None`: one without data or one that climbs, which are never named.
    Commune(LineId, Option<CommuneId>),
    /// A source: what is built on it against what it brings.
    Source(SourceId),
    /// Sources that are the only ones for part of a line's cost and whose money is all taken.
    Tight(LineId, Vec<SourceId>),
    /// A reported figure.
    Reported(&'static str),
}

/// One number behind a guard.
#[derive(Clone, Debug, PartialEq)]
pub struct GuardRow {
    /// What it is about.
    pub of: GuardRowOf,
    /// When, as a plan month.
    pub month: Option<usize>,
    /// The number, in the unit of the guard; `None`: unknown.
    pub value: Option<f64>,
    /// What it is held against; `None`: nothing, or unknown.
    pub limit: Option<f64>,
}

/// A guard in a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Guard {
    /// Name, one of [`crate::model::GUARDS`]; acceptances are kept under it.
    pub name: &'static str,
    /// How it stands, whether or not that is accepted; `None` where the plan does not say enough.
    pub state: Option<GuardState>,
    /// The number it is judged by, triệu đồng (a head for `community`); more is worse.
    pub value: f64,
    /// Where it begins to warn.
    pub limit: Option<f64>,
    /// Place in the plan of what moves it.
    pub path: String,
    /// The numbers behind it.
    pub rows: Vec<GuardRow>,
    /// Value up to which it has been accepted, and why.
    pub accepted: Option<(f64, String)>,
}

impl Guard {
    /// Whether it warns.
    pub fn warns(&self) -> bool {
        matches!(self.state, Some(GuardState::Attention | GuardState::Over))
    }

    /// Whether it warns and this much of it has been accepted.
    pub fn is_accepted(&self) -> bool {
        let within = |(value, _): &(f64, String)| self.value <= value * (1.0 + 1e-9) + 1e-9;
        self.warns() && self.accepted.as_ref().is_some_and(within)
    }

    /// Whether it warns and nobody has accepted that.
    pub fn is_open(&self) -> bool {
        self.warns() && !self.is_accepted()
    }
}

/// All guards, in the order of [`crate::model::GUARDS`].
pub fn check_guards(ground: &Ground, evaluation: &Evaluation) -> Vec<Guard> {
    let all = [
        debt(evaluation),
        waiting(evaluation),
        commune_debt(evaluation),
        community(ground, evaluation),
        overcommitted(ground, evaluation),
        double_count(ground),
    ];
    let accepted = |mut guard: Guard| {
        let found = ground.accepted.iter().find(|a| a.id == guard.name);
        guard.accepted = found.map(|a| (a.value, a.note.clone()));
        guard
    };
    all.map(accepted).into()
}

fn guard(name: &'static str, state: Option<GuardState>, value: f64, limit: Option<f64>, path: &str) -> Guard {
    Guard {
        name,
        state,
        value,
        limit,
        path: path.to_owned(),
        rows: vec![],
        accepted: None,
    }
}

/// Largest debt that the discipline allows.
fn cap(discipline: Discipline) -> f64 {
    match discipline {
        Discipline::Arrears { cap, .. } => cap,
        _ => 0.0,
    }
}

fn debt(e: &Evaluation) -> Guard {
    let state = owed_state(&e.outcome);
    let mut guard = guard("debt", Some(state), e.outcome.debt, Some(0.0), "/discipline");
    guard.rows = by_line(e, |waiting| waiting.last().map(|last| (waiting.len() - 1, *last)));
    guard
}

fn waiting(e: &Evaluation) -> Guard {
    let state = waiting_state(&e.outcome, e.inputs.discipline);
    let limit = cap(e.inputs.discipline);
    let mut guard = guard(
        "waiting",
        Some(state),
        e.outcome.peak_waiting,
        Some(limit),
        "/discipline",
    );
    guard.rows = by_line(e, |waiting| {
        let months = waiting.iter().copied().enumerate();
        months.reduce(|most, next| if next.1 > most.1 { next } else { most })
    });
    guard
}

/// Lines with what waits in a month of their own; lines where nothing does are left out.
fn by_line(e: &Evaluation, of: impl Fn(&[f64]) -> Option<(usize, f64)>) -> Vec<GuardRow> {
    let lines = e.outcome.lines.iter();
    lines
        .filter_map(|line| {
            let (month, value) = of(&line.waiting).filter(|(_, value)| *value > NO_MONEY)?;
            Some(GuardRow {
                of: GuardRowOf::Line(line.id.clone()),
                month: Some(month),
                value: Some(value),
                limit: None,
            })
        })
        .collect()
}

/// Bills that wait when a commune is decided on. That no debt is outstanding is a condition of recognition; as builders
/// may be paid in another order before the round, it asks for attention and is not *over*.
fn commune_debt(e: &Evaluation) -> Guard {
    let rows: Vec<GuardRow> = e
        .outcome
        .communes
        .iter()
        .filter(|c| c.waiting_at_round > NO_MONEY)
        .map(|c| GuardRow {
            of: GuardRowOf::Commune(e.outcome.lines[c.line].id.clone(), c.id.clone()),
            month: c.round,
            value: Some(c.waiting_at_round),
            limit: Some(0.0),
        })
        .collect();
    let value = rows.iter().filter_map(|r| r.value).sum();
    let state = if rows.is_empty() {
        GuardState::Good
    } else {
        GuardState::Attention
    };
    let mut guard = guard("commune-debt", Some(state), value, Some(0.0), "/discipline");
    guard.rows = rows;
    guard
}

/// Per head of the district, then by line (per head of the district) and by commune (per head of the commune; its part
/// of the line's money by cost).
fn community(ground: &Ground, e: &Evaluation) -> Guard {
    let whole = e.community;
    let state = community_state(&whole);
    let limit = (whole.last_year > 0.0).then_some(whole.last_year);
    let mut guard = guard("community", state, whole.per_head, limit, "/population");
    let people = population(ground);
    let years = ground.calendar.budget_years() as f64;
    let paid: Vec<f64> = (0..e.outcome.lines.len())
        .map(|l| {
            let sources = e.inputs.sources.iter().zip(&e.outcome.sources);
            let own = sources.filter(|(s, _)| s.from_residents);
            own.map(|(_, o)| o.paid_to.get(l).copied().unwrap_or(0.0)).sum::<f64>() / years
        })
        .collect();
    let per = |amount: f64, people: f64| (people > 0.0).then(|| amount / people);
    for (line, paid) in e.outcome.lines.iter().zip(&paid) {
        let last = ground.last_contribution.lines.get(&line.id);
        if *paid > NO_MONEY || last.is_some() {
            guard.rows.push(GuardRow {
                of: GuardRowOf::Line(line.id.clone()),
                month: None,
                value: per(*paid, people),
                limit: last.and_then(|f| per(f.value, people)),
            });
        }
    }
    let cost = |c: &super::CommuneOutcome| {
        let line = &e.inputs.lines[c.line];
        let own = line
            .communes
            .iter()
            .find(|k| k.id == c.id)
            .map_or(line.cost, |k| k.cost);
        own * c.units * line.cost_factor.get(c.start).copied().unwrap_or(1.0)
    };
    for c in e.outcome.communes.iter().filter(|c| c.id.is_some()) {
        let commune = ground.communes.iter().find(|k| Some(&k.id) == c.id.as_ref());
        let people = commune.and_then(|k| k.population.as_ref()).map_or(0.0, |p| p.value);
        let together: f64 = e.outcome.communes.iter().filter(|o| o.line == c.line).map(cost).sum();
        let part = if together > 0.0 { cost(c) / together } else { 0.0 };
        let last = c.id.as_ref().and_then(|id| ground.last_contribution.communes.get(id));
        guard.rows.push(GuardRow {
            of: GuardRowOf::Commune(e.outcome.lines[c.line].id.clone(), c.id.clone()),
            month: Some(c.start),
            value: per(paid[c.line] * part, people),
            limit: last.and_then(|f| per(f.value, people)),
        });
    }
    guard
}

/// Sources that do not keep what is built on them: *over* where the work started counts on more than the source brings
/// in this run, *attention* where all that a set of sources may pay is taken and starts are refused.
fn overcommitted(ground: &Ground, e: &Evaluation) -> Guard {
    let incurred: Vec<f64> = e.outcome.lines.iter().map(|l| l.needed.iter().sum()).collect();
    let planned: Vec<f64> = e
        .inputs
        .sources
        .iter()
        .map(|s| s.planned.iter().sum::<f64>() * (1.0 - s.other_works))
        .collect();
    let earmarks = find_financing(&e.inputs, &planned, &incurred);
    let mut rows = Vec::new();
    let mut value = 0.0;
    for (s, source) in e.outcome.sources.iter().enumerate() {
        let earmark: f64 = earmarks.iter().map(|line| line.get(s).copied().unwrap_or(0.0)).sum();
        let brings = source.total_released() - source.total_other_works();
        if earmark > brings + NO_MONEY {
            value += earmark - brings;
            rows.push(GuardRow {
                of: GuardRowOf::Source(source.id.clone()),
                month: None,
                value: Some(earmark),
                limit: Some(brings),
            });
        }
    }
    let over = !rows.is_empty();
    for (line, shortage) in e.outcome.lines.iter().zip(&e.shortages) {
        if let Some(shortage) = shortage
            && let Tight::Sources(sources) = &shortage.tight
            && !line.is_met()
        {
            let ids = sources
                .iter()
                .filter_map(|s| ground.sources.get(*s))
                .map(|s| s.id.clone());
            rows.push(GuardRow {
                of: GuardRowOf::Tight(line.id.clone(), ids.collect()),
                month: Some(shortage.from),
                value: Some(sources.iter().filter_map(|s| planned.get(*s)).sum()),
                limit: None,
            });
        }
    }
    let state = match (over, rows.is_empty()) {
        (true, _) => GuardState::Over,
        (false, false) => GuardState::Attention,
        (false, true) => GuardState::Good,
    };
    let first = rows.iter().find_map(|r| match &r.of {
        GuardRowOf::Source(id) => Some(id.clone()),
        GuardRowOf::Tight(_, ids) => ids.first().cloned(),
        _ => None,
    });
    let path = first.map_or_else(|| "/sources".to_owned(), |id| format!("/sources/{id}/amount"));
    let mut guard = guard("overcommitted", Some(state), value, Some(0.0), &path);
    guard.rows = rows;
    guard
}

/// Sponsorship that the lines it should be booked in, enterprises and other, cannot hold: it may be outside the total,
/// or counted again there or under the villagers' money. `None` where the report does not say.
fn double_count(ground: &Ground) -> Guard {
    let found = reconcile(ground).into_iter().find(|r| r.id == "sponsorship-lines");
    let state = found.as_ref().map(|r| match r.kind {
        ReconciliationKind::Holds => GuardState::Good,
        ReconciliationKind::Gap | ReconciliationKind::Question => GuardState::Attention,
    });
    let gap = found.as_ref().map_or(0.0, |r| r.gap.max(0.0));
    let mut guard = guard("double-count", state, gap, Some(0.0), "/reported/sponsorship");
    if found.is_some() {
        let figures = ["sponsorship", "funds-enterprises", "funds-other", "funds-community"];
        guard.rows = figures
            .iter()
            .filter_map(|id| {
                Some(GuardRow {
                    of: GuardRowOf::Reported(id),
                    month: None,
                    value: Some(ground.reported_figure(id)?.value?),
                    limit: None,
                })
            })
            .collect();
    }
    guard
}

#[cfg(test)]
mod tests;
