//! The ladder of levels: communes that the plan itself makes advanced become candidates of the model level.
//!
//! They are candidates as a group, counted and never named: who passes is not known, and criteria of a level are entered
//! for communes of the level below it. So one costs what the line says. As many may have started by a month as were
//! recognised at the advanced level before it, for a target year before the one their own work is decided for: expected
//! units, rounded down; in a sample those that passed. What was started before the decision counts; a line that comes later
//! in the order of service is not looked ahead to.

use super::line_starts::Cohort;
use super::work::find_round;
use super::years::decision_years;
use super::{Candidate, Inputs, LineInputs};
use crate::model::{Calendar, Ground, Level, Pick};

/// Candidates that must be recognised in another line first.
#[derive(Clone, Debug, PartialEq)]
pub struct Climb {
    /// Index of that line.
    pub from: usize,
    /// Month before which they must be recognised there, shape `[month of the start]`.
    pub before: Vec<usize>,
}

/// Units of a line recognised by month, given its cohorts.
pub(super) type ReachFn<'a> = &'a dyn Fn(usize, &[Cohort]) -> Vec<f64>;

impl LineInputs {
    /// What its candidates from another line wait for, if it has any.
    pub(crate) fn climb(&self) -> Option<&Climb> {
        self.communes.iter().find_map(|c| c.after.as_ref())
    }
}

impl Inputs {
    /// Whether what may start, or be paid, depends on earlier starts in a way that rows of the search do not say.
    pub(crate) fn starts_depend_on_starts(&self) -> bool {
        self.starts_bring_renewals() || self.climbs()
    }

    /// Whether communes climb from one level to the next inside the plan.
    pub(crate) fn climbs(&self) -> bool {
        self.lines.iter().any(|l| l.climb().is_some())
    }

    /// Month before which starts of line `from` are known when those of line `to` in a month are decided: years are decided
    /// one after the other, in a year lines in order of service.
    pub(crate) fn known_before(&self, from: usize, to: usize, month: usize) -> usize {
        let place = |l: usize| self.priority.iter().position(|p| *p == l);
        if place(from) < place(to) {
            return self.months;
        }
        self.years
            .iter()
            .copied()
            .take_while(|first| *first <= month)
            .last()
            .unwrap_or(0)
    }
}

impl Climb {
    /// How many may have started by a month, shape `[month]`, of those recognised in the other line by month.
    pub(super) fn room(&self, recognised: &[f64]) -> Vec<usize> {
        let by = |before: &usize| recognised.iter().take(*before).sum::<f64>();
        self.before.iter().map(|before| (by(before) + 1e-9) as usize).collect()
    }
}

/// Gives the line of the model level the communes that the plan may make advanced, where there is time for it.
pub(super) fn add_climbers(ground: &Ground, calendar: &Calendar, lines: &mut [LineInputs]) {
    if ground.communes.is_empty() {
        return;
    }
    let of = |level| ground.lines.iter().position(|l| l.level == Some(level));
    let (Some(from), Some(to)) = (of(Level::Advanced), of(Level::Model)) else {
        return;
    };
    let units = lines[from].candidates;
    let before = recognised_before(calendar, &lines[to]);
    let first = lines[from].rounds.iter().position(|held| *held);
    if units == 0 || !before.iter().any(|b| first.is_some_and(|first| first < *b)) {
        return;
    }
    let line = &mut lines[to];
    line.candidates += units;
    line.communes.push(Candidate {
        id: None,
        units,
        cost: line.cost,
        duration: line.duration,
        pick: Pick::Free,
        start: None,
        earliest: None,
        after: Some(Climb { from, before }),
    });
    super::inputs::sort_by_choice(&mut line.communes);
}

/// Month before which a commune must be recognised at the level below to start in a month: before the start, and for a year
/// before the one that its work, at planned speed, is decided for. 0 where that work is decided too late.
fn recognised_before(calendar: &Calendar, line: &LineInputs) -> Vec<usize> {
    let years = decision_years(calendar);
    let of = |start: usize| {
        let decided = find_round(start + line.duration - 1, line.lag, &line.rounds)?;
        let year = years.iter().find(|(_, from, to)| (*from..=*to).contains(&decided))?;
        Some(start.min(year.1))
    };
    (0..line.rounds.len()).map(|start| of(start).unwrap_or(0)).collect()
}
