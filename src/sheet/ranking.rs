//! Which communes the run would take first, which it took, and why: in the order of choice of a commune line (fixed in
//! first, then cost, months, id). Communes without data are a counted group; none of them is ever named as chosen.

use crate::engine::{Evaluation, LineInputs, chance_of_at_least, latest_start};
use crate::model::{CommuneId, Level, Pick, Plan, Scenario};
use std::collections::BTreeMap;

/// A commune with its own figures, or fixed in, in the order of choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Commune.
    pub id: CommuneId,
    /// Place in the order of choice, from 1; communes of the group count.
    pub place: usize,
    /// Cost in this scenario, triệu đồng.
    pub cost: f64,
    /// Months of work.
    pub months: usize,
    /// Fixed in or free.
    pub pick: Pick,
    /// Chance (0–1) to be recognised inside the plan if it starts in time: the line's pass rate, 0 if even a start in
    /// the first month is too late.
    pub chance: f64,
}

/// The communes without data, counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CommuneGroup {
    /// How many.
    pub units: usize,
    /// Cost of one: the line's, triệu đồng.
    pub cost: f64,
    /// Months of work of one: the line's.
    pub months: usize,
    /// Place of the first of them in the order of choice, from 1.
    pub place: usize,
    /// How many of them the run starts.
    pub started: usize,
}

/// Where a commune stands in the run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// Started in month `start` of the plan, decided in month `round`, if any.
    Chosen {
        /// Fixed in by the scenario.
        fixed: bool,
        /// Month of the start, from 0.
        start: usize,
        /// Month of the recognition round.
        round: Option<usize>,
    },
    /// Fixed in by the scenario, but it could not start.
    Refused,
    /// Fixed out by the scenario.
    Out,
    /// Enough others come before it: as many as are pushed.
    NotNeeded {
        /// Units pushed.
        pushed: usize,
    },
    /// Fewer start than are pushed: money, months or the limit of starts ran out before it.
    NoRoom {
        /// Units pushed.
        pushed: usize,
        /// Units started.
        started: usize,
    },
    /// Its figures are not complete: one of the counted group.
    NoData,
    /// Not a candidate yet: it reached its level for a target year that is not before the plan's first.
    TooEarly,
    /// No line of the plan works towards this level.
    NoLine,
}

/// Order of choice and what the run made of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Communes in the order of choice.
    pub list: Vec<Ranked>,
    /// Communes without data; `None` if there are none.
    pub group: Option<CommuneGroup>,
    /// Communes that the plan itself may bring to the level below, counted; `None` if there are none.
    pub climbing: Option<CommuneGroup>,
    /// Standing of every commune of the level below, by id, in plan order.
    pub standings: Vec<(CommuneId, Standing)>,
    /// Goal of the line, units.
    pub goal: f64,
    /// Units pushed.
    pub pushed: usize,
    /// Units started.
    pub started: usize,
    /// Of those, units that reach a round in time.
    pub in_time: usize,
    /// Planned pass rate of one unit, 0–1.
    pub pass: f64,
    /// Whether the scenario says how many are pushed.
    pub set_by_hand: bool,
    /// Cost of what starts, triệu đồng.
    pub cost: f64,
}

impl Ranking {
    /// Place of a commune in [`Ranking::list`]; `None` if it is not in it.
    pub fn order(&self, id: &str) -> Option<usize> {
        self.list.iter().position(|r| r.id == id)
    }

    /// A commune of the list.
    pub fn of(&self, id: &str) -> Option<&Ranked> {
        self.list.iter().find(|r| r.id == id)
    }

    /// Where a commune stands.
    pub fn standing(&self, id: &str) -> Option<Standing> {
        self.standings.iter().find(|(i, _)| i == id).map(|(_, s)| *s)
    }

    /// Whether the run starts a commune by name.
    pub fn is_chosen(&self, id: &str) -> bool {
        matches!(self.standing(id), Some(Standing::Chosen { .. }))
    }

    /// Units that must pass: the goal, whole.
    pub fn needed(&self) -> usize {
        libm::ceil(self.goal - 1e-9).max(0.0) as usize
    }

    /// Chance (0–1) that at least the goal passes of those that start and reach a round in time.
    pub fn chance(&self) -> f64 {
        chance_of_at_least(self.needed(), &vec![self.pass; self.in_time])
    }

    /// Candidates there are.
    pub fn candidates(&self) -> usize {
        self.list.len() + self.group.map_or(0, |group| group.units)
    }
}

/// The ranking of the communes that work towards `level`, in one evaluated scenario (`None`: the plan as it stands).
pub fn ranking(plan: &Plan, scenario: Option<&Scenario>, evaluation: &Evaluation, level: Level) -> Ranking {
    let below: Vec<&crate::model::Commune> = plan.communes.iter().filter(|c| c.level == level.below()).collect();
    let Some(index) = plan.lines.iter().position(|l| l.level == Some(level)) else {
        return Ranking {
            standings: below.iter().map(|c| (c.id.clone(), Standing::NoLine)).collect(),
            ..Ranking::default()
        };
    };
    let Some(line) = evaluation.inputs.lines.get(index) else {
        return Ranking::default();
    };
    let pushed = line.wanted.iter().sum::<usize>();
    let ran = || evaluation.outcome.communes.iter().filter(move |c| c.line == index);
    let started = ran().map(|c| c.units).sum::<f64>().round() as usize;
    let (list, group, climbing) = order(line);
    let counted = |group: Option<CommuneGroup>, climbs: bool| {
        let own = ran().filter(|c| c.id.is_none() && c.climbs == climbs);
        group.map(|group| CommuneGroup {
            started: own.map(|c| c.units).sum::<f64>().round() as usize,
            ..group
        })
    };
    let (group, climbing) = (counted(group, false), counted(climbing, true));
    let picks = scenario.map(|s| &s.overrides.picks);
    let pick = |id: &str| picks.and_then(|p| p.get(id)).copied().unwrap_or_default();
    let standing = |id: &CommuneId| {
        if let Some(run) = ran().find(|c| c.id.as_ref() == Some(id)) {
            return Standing::Chosen {
                fixed: pick(id) == Pick::In,
                start: run.start,
                round: run.round,
            };
        }
        match (pick(id), list.iter().any(|r| r.id == *id)) {
            (Pick::Out, _) => Standing::Out,
            (Pick::In, true) => Standing::Refused,
            (_, true) if started >= pushed => Standing::NotNeeded { pushed },
            (_, true) => Standing::NoRoom { pushed, started },
            (_, false) if !may_try(plan, id, level) => Standing::TooEarly,
            (_, false) => Standing::NoData,
        }
    };
    let cost_of = |id: &Option<CommuneId>| match id {
        Some(id) => list.iter().find(|r| r.id == *id).map_or(0.0, |r| r.cost),
        // Both groups cost what the line says.
        None => group.or(climbing).map_or(0.0, |g| g.cost),
    };
    Ranking {
        standings: below.iter().map(|c| (c.id.clone(), standing(&c.id))).collect(),
        goal: line.goal,
        pushed,
        started,
        in_time: ran()
            .filter(|c| c.round.is_some())
            .map(|c| c.units)
            .sum::<f64>()
            .round() as usize,
        pass: line.planned_pass,
        set_by_hand: scenario.is_some_and(|s| s.overrides.pushed.contains_key(&line.id)),
        cost: ran().map(|c| c.units * cost_of(&c.id)).sum(),
        list,
        group,
        climbing,
    }
}

/// The candidates with their places, the group without data, and the group that climbs.
fn order(line: &LineInputs) -> (Vec<Ranked>, Option<CommuneGroup>, Option<CommuneGroup>) {
    let mut place = 1;
    let mut asked = BTreeMap::new();
    let (mut list, mut group, mut climbing) = (Vec::new(), None, None);
    for candidate in &line.communes {
        match &candidate.id {
            Some(id) => list.push(Ranked {
                id: id.clone(),
                place,
                cost: candidate.cost,
                months: candidate.duration,
                pick: candidate.pick,
                chance: if *asked
                    .entry(candidate.duration)
                    .or_insert_with(|| in_time(line, candidate.duration))
                {
                    line.pass
                } else {
                    0.0
                },
            }),
            None => {
                let own = if candidate.after.is_some() {
                    &mut climbing
                } else {
                    &mut group
                };
                *own = Some(CommuneGroup {
                    units: candidate.units,
                    cost: candidate.cost,
                    months: candidate.duration,
                    place,
                    started: 0,
                });
            }
        }
        place += candidate.units;
    }
    (list, group, climbing)
}

/// Whether work of so many months can still be recognised if it starts in the first month.
fn in_time(line: &LineInputs, months: usize) -> bool {
    let own = LineInputs {
        duration: months,
        ..line.clone()
    };
    latest_start(&own).is_some()
}

fn may_try(plan: &Plan, id: &str, level: Level) -> bool {
    let commune = plan.commune(id);
    let year = commune.and_then(|c| c.target_year);
    level != Level::Model || year.is_none_or(|y| y < plan.calendar.start.year)
}
