//! From a plan and a scenario to [`Inputs`]. Numbers that cannot be used (not finite, outside their range) are replaced
//! by the nearest that can; [`crate::model::validate`] names them.

mod money;

use super::funding::FundingRows;
use super::in_force::{InForce, World};
use super::inputs::sort_by_choice;
use super::ladder;
use super::rebase::{Replanning, rebase, take_over};
use super::renewals::Certificates;
use super::work::count_useful_starts;
use super::years::{self, YearGoal};
use super::{Candidate, CarriedUnits, Inputs, LineInputs};
use crate::model::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Resolves a plan under a scenario (`None`: the plan as it stands).
pub fn resolve(ground: &Ground, scenario: Option<&Scenario>) -> Inputs {
    resolve_in(ground, scenario, None, None)
}

/// Resolves a plan as it turns out in a world (`None`: every event that is on happens in all its months). `rows` are
/// those of the same recipes, where they are known already.
pub(super) fn resolve_in(
    ground: &Ground,
    scenario: Option<&Scenario>,
    world: Option<&World>,
    rows: Option<Arc<FundingRows>>,
) -> Inputs {
    let none = Overrides::default();
    let overrides = scenario.map_or(&none, |s| &s.overrides);
    let months = ground.calendar.months.clamp(1, Calendar::MAX_MONTHS);
    let view = View {
        ground,
        overrides,
        now: InForce::new(ground, overrides, world),
        likely: world.is_none(),
        months,
        calendar: Calendar {
            months,
            ..ground.calendar
        },
    };
    let mut lines: Vec<LineInputs> = ground.lines.iter().map(|l| view.line(l)).collect();
    ladder::add_climbers(ground, &view.calendar, &mut lines);
    let mut inputs = Inputs {
        months,
        closed: 0,
        expiry: view.expiry(),
        years: view.januaries().map(|january| january.max(0) as usize).collect(),
        sources: ground.sources.iter().map(|s| view.source(s)).collect(),
        rows: rows.unwrap_or_else(|| FundingRows::new(&lines, ground.sources.len()).into()),
        lines,
        priority: view.priority(),
        discipline: view.discipline(),
        population: clamp_from(ground.population.value, 0.0),
        floors: vec![],
    };
    if ground.actuals.forecast {
        let later: Vec<Replanning> = ground.lines.iter().map(|l| view.later(l, true)).collect();
        match world {
            None => rebase(&mut inputs, &ground.actuals, &later),
            // What happened in closed months does not depend on how later events turn out.
            Some(_) => take_over(&mut inputs, resolve(ground, scenario), &ground.lines),
        }
    }
    inputs
}

pub(super) fn clamp_from(value: f64, least: f64) -> f64 {
    if value.is_finite() { value.max(least) } else { least }
}

pub(super) fn clamp_share(value: f64) -> f64 {
    clamp_from(value, 0.0).min(1.0)
}

/// A whole number of units or months; beyond any real plan it is cut.
fn clamp_count(value: f64, least: usize) -> usize {
    (clamp_from(value, least as f64).round().min(1e6) as usize).max(least)
}

struct View<'a> {
    ground: &'a Ground,
    overrides: &'a Overrides,
    now: InForce<'a>,
    /// Whether average costs and realisations are at their likely values; a sample draws them instead.
    likely: bool,
    months: usize,
    calendar: Calendar,
}

impl View<'_> {
    fn discipline(&self) -> Discipline {
        match self.overrides.discipline.unwrap_or(self.ground.discipline) {
            Discipline::Arrears { cap, wait } => Discipline::Arrears {
                cap: clamp_from(cap, 0.0),
                wait,
            },
            other => other,
        }
    }

    fn priority(&self) -> Vec<usize> {
        let order = self.overrides.priority.as_ref().unwrap_or(&self.ground.priority);
        let mut result: Vec<usize> = Vec::new();
        let named = order
            .iter()
            .filter_map(|id| self.ground.lines.iter().position(|l| &l.id == id));
        for index in named.chain(0..self.ground.lines.len()) {
            if !result.contains(&index) {
                result.push(index);
            }
        }
        result
    }

    fn line(&self, line: &Line) -> LineInputs {
        let (factor, cost_factor) = self.cost_factors(line);
        let cost = clamp_from(line.unit_cost.likely, 0.0) * factor;
        let duration = clamp_count(line.duration.value, 1);
        let lag = clamp_count(line.appraisal.lag.value, 0);
        let rounds: Vec<bool> = (0..self.months).map(|t| self.is_round(line, t)).collect();
        let planned_pass: f64 = line
            .appraisal
            .stages
            .iter()
            .map(|s| clamp_share(s.pass.value))
            .product();
        let (pass, pass_factor) = self.passes(line, planned_pass);
        let carried = carry_under_way(line, cost, duration);
        let under_way = carried.as_ref().map_or(0, |c| c.units);
        let communes = self.candidates(line, cost, duration, factor);
        let candidates = if self.names_communes(line) {
            communes.iter().map(|c| c.units).sum::<usize>() + under_way
        } else {
            clamp_count(line.candidates.value, 0)
        };
        let goals = self.goals(line);
        let goal = match line.goals.is_empty() {
            true => clamp_from(line.goal.value, 0.0),
            false => goals.iter().map(|g| g.goal).sum(),
        };
        let needed = if planned_pass > 0.0 {
            clamp_count(libm::ceil(goal / planned_pass - 1e-9), 0)
        } else {
            0
        };
        let units = self
            .overrides
            .pushed
            .get(&line.id)
            .map_or(needed.saturating_sub(under_way), |n| clamp_count(f64::from(*n), 0));
        let mut wanted = self.wanted(line, units, count_useful_starts(duration, lag, &rounds));
        if !line.goals.is_empty() && self.later(line, false) != Replanning::Given {
            let pushed = self
                .overrides
                .pushed
                .get(&line.id)
                .map(|n| clamp_count(f64::from(*n), 0));
            let units = years::units_by_year(&goals, planned_pass, under_way, pushed);
            let early = self.later(line, false) == Replanning::Early;
            wanted = years::spread_by_year(&goals, &units, duration, lag, &rounds, early);
        }
        LineInputs {
            id: line.id.clone(),
            goal,
            goals,
            stock: line.stock.as_ref().map_or(0.0, |s| clamp_from(s.value, 0.0)),
            certificate: line.certificate.as_ref().map(|c| Certificates {
                validity: clamp_count(c.validity.value, 1),
                renewed: clamp_share(c.renewed.value),
                cost: c.cost.as_ref().map_or(0.0, |cost| clamp_from(cost.value, 0.0)) * factor,
            }),
            weight: clamp_from(line.weight.value, 0.0),
            cost,
            duration,
            spend: spend_points(&line.profile),
            starts_per_month: clamp_count(line.starts_per_month.value, 0),
            candidates,
            recognised: vec![],
            carried: carried.into_iter().collect(),
            lag,
            rounds,
            pass,
            pass_factor,
            cost_factor,
            planned_pass,
            speed: (0..self.months)
                .map(|t| self.now.speed(line, self.calendar.month(t).month))
                .collect(),
            max_share: self.shares(line, |s| s.max),
            min_share: self.shares(line, |s| s.min.min(s.max)),
            most_from: self.caps(line),
            wanted,
            communes,
        }
    }

    fn shares(&self, line: &Line, of: impl Fn(&Share) -> f64) -> Vec<f64> {
        self.ground
            .sources
            .iter()
            .map(|s| line.recipe.get(&s.id).map_or(0.0, |r| clamp_share(of(r))))
            .collect()
    }

    /// Caps on what sources pay to a line.
    fn caps(&self, line: &Line) -> Vec<f64> {
        let own = self.overrides.caps.get(&line.id).filter(|own| !own.is_empty());
        let sources = || self.ground.sources.iter();
        own.map_or(vec![], |own| {
            let cap = |s: &Source| own.get(&s.id).map_or(f64::INFINITY, |most| clamp_from(*most, 0.0));
            sources().map(cap).collect()
        })
    }

    /// Factor on a line's costs in the first month of the plan, and what comes on top for starts of a month.
    fn cost_factors(&self, line: &Line) -> (f64, Vec<f64>) {
        let by_month = self.now.cost_factors(line);
        let of_line = self.overrides.line_cost.get(&line.id).copied().unwrap_or(1.0);
        let average = if self.likely {
            clamp_from(line.average_cost.likely, 0.0)
        } else {
            1.0
        };
        let level = clamp_from(self.overrides.cost_level.unwrap_or(1.0), 0.0) * clamp_from(of_line, 0.0) * average;
        (level * by_month[0], on_top(&by_month))
    }

    /// Yield of the decisions of the first month of the plan, and what comes on top for those of a month.
    fn passes(&self, line: &Line, planned: f64) -> (f64, Vec<f64>) {
        let by_month = self.now.pass_factors(line);
        let passes: Vec<f64> = by_month.iter().map(|f| (planned * f).min(1.0)).collect();
        (passes[0], on_top(&passes))
    }

    /// A January decides for the year before it, so a January in the first month decides nothing of this plan.
    fn is_round(&self, line: &Line, t: usize) -> bool {
        let month = self.calendar.month(t).month;
        let held = match &line.appraisal.rounds {
            Rounds::EveryMonth => true,
            Rounds::Months { months } => months.contains(&month),
        };
        held && !(t == 0 && month == 1)
    }

    fn wanted(&self, line: &Line, units: usize, useful: usize) -> Vec<usize> {
        let mut wanted = vec![0; self.months];
        match self.schedule() {
            Schedule::Early => wanted[0] = units,
            Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. } if starts.contains_key(&line.id) => {
                for (slot, n) in wanted.iter_mut().zip(&starts[&line.id]) {
                    *slot = clamp_count(f64::from(*n), 0);
                }
            }
            _ if useful == 0 => wanted[0] = units,
            _ => {
                // By the k-th of K start months round(n·k/K) units are wanted, halves up.
                let by = |k: usize| (2 * units * k + useful) / (2 * useful);
                for (k, slot) in wanted.iter_mut().take(useful).enumerate() {
                    *slot = by(k + 1) - by(k);
                }
            }
        }
        wanted
    }

    /// Goals of the years of the calendar; none if the line has only one goal.
    fn goals(&self, line: &Line) -> Vec<YearGoal> {
        if line.goals.is_empty() {
            return vec![];
        }
        let years = years::decision_years(&self.calendar).into_iter();
        let goal = |year: i32| line.goals.get(&year).map_or(0.0, |g| clamp_from(g.value, 0.0));
        years
            .map(|(year, from, to)| YearGoal {
                year,
                from,
                to,
                goal: goal(year),
            })
            .collect()
    }

    /// How starts of a line follow from what is to do: what closed months leave, with units that the scenario pushes
    /// counting as given if `pushed_given`.
    fn later(&self, line: &Line, pushed_given: bool) -> Replanning {
        match self.overrides.schedule.as_ref().unwrap_or(&self.ground.schedule) {
            _ if pushed_given && self.overrides.pushed.contains_key(&line.id) => Replanning::Given,
            Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. } if starts.contains_key(&line.id) => {
                Replanning::Given
            }
            Schedule::Early => Replanning::Early,
            _ => Replanning::Even,
        }
    }

    /// Whether the units of the line are the communes of the plan.
    fn names_communes(&self, line: &Line) -> bool {
        line.level.is_some() && !self.ground.communes.is_empty()
    }

    fn candidates(&self, line: &Line, cost: f64, duration: usize, factor: f64) -> Vec<Candidate> {
        let Some(level) = line.level.filter(|_| self.names_communes(line)) else {
            return vec![];
        };
        let mut group = Candidate {
            id: None,
            units: 0,
            cost,
            duration,
            pick: Pick::Free,
            start: None,
            earliest: None,
            after: None,
        };
        let chosen = self.chosen(line);
        let mut list = Vec::new();
        for commune in self.ground.communes.iter().filter(|c| self.may_try(c, level)) {
            let earliest = self.overrides.commune_starts.get(&commune.id).copied();
            let pick = match self.overrides.picks.get(&commune.id).copied().unwrap_or_default() {
                Pick::Free if earliest.is_some() => Pick::In,
                pick => pick,
            };
            // A commune with a month of its own keeps its turn; an optimised schedule decides the month.
            let earliest = match chosen {
                Some(chosen) => {
                    earliest.map(|own| chosen.get(&commune.id).map_or(own, |m| (*m as usize).min(self.months)))
                }
                None => earliest,
            };
            let known = measure_readiness(self.ground, commune, level);
            match (pick, known) {
                (Pick::Out, _) => {}
                (Pick::Free, None) => group.units += 1,
                (_, known) => {
                    let (c, d) = known.map_or((cost, duration), |(c, d)| (c * factor, d.max(1)));
                    list.push(Candidate {
                        id: Some(commune.id.clone()),
                        units: 1,
                        cost: c,
                        duration: d,
                        pick,
                        start: chosen.and_then(|chosen| match chosen.get(&commune.id) {
                            Some(month) => Some((*month as usize).min(self.months)),
                            None => (pick != Pick::In).then_some(self.months),
                        }),
                        earliest,
                        after: None,
                    });
                }
            }
        }
        if group.units > 0 {
            list.push(group);
        }
        sort_by_choice(&mut list);
        list
    }

    /// Months of the communes that an optimised schedule of the line starts; `None` without such a schedule.
    fn chosen(&self, line: &Line) -> Option<&BTreeMap<CommuneId, u32>> {
        match self.schedule() {
            Schedule::Optimised { starts, communes, .. } if starts.contains_key(&line.id) => communes.as_ref(),
            _ => None,
        }
    }

    fn schedule(&self) -> &Schedule {
        self.overrides.schedule.as_ref().unwrap_or(&self.ground.schedule)
    }

    /// *Kiểu mẫu* requires *nâng cao* for an earlier target year.
    fn may_try(&self, commune: &Commune, level: Level) -> bool {
        let earlier = commune.target_year.is_none_or(|y| y < self.calendar.start.year);
        commune.level == level.below() && (level != Level::Model || earlier)
    }
}

/// What each month has on top of the first, as a factor; nothing on top of nothing.
fn on_top(by_month: &[f64]) -> Vec<f64> {
    let first = by_month.first().copied().unwrap_or(1.0);
    let factor = |value: &f64| if first > 0.0 { value / first } else { 1.0 };
    by_month.iter().map(factor).collect()
}

/// Units under way when the plan begins, if there are any.
fn carry_under_way(line: &Line, cost: f64, duration: usize) -> Option<CarriedUnits> {
    let under_way = line.under_way.as_ref()?;
    let units = clamp_count(under_way.units.value, 0);
    (units > 0).then(|| CarriedUnits {
        units,
        month: 0,
        work_left: duration as f64 * clamp_share(under_way.work_left.value),
        money_left: cost * clamp_share(under_way.money_left.value),
        candidate: None,
        under_way: true,
        settled: false,
    })
}

fn spend_points(profile: &[f64]) -> Vec<f64> {
    let total: f64 = profile.iter().map(|w| clamp_from(*w, 0.0)).sum();
    if total <= 0.0 {
        return vec![0.0, 1.0];
    }
    let mut sum = 0.0;
    let mut points = vec![0.0];
    points.extend(profile.iter().map(|w| {
        sum += clamp_from(*w, 0.0);
        sum / total
    }));
    points
}

/// Cost and months still to come of a commune that works towards `level`: the sum of costs and the longest work over
/// criteria that are open or in progress; `None` as soon as anything is unknown.
pub fn measure_readiness(ground: &Ground, commune: &Commune, level: Level) -> Option<(f64, usize)> {
    let set = ground.criteria_set(level).filter(|s| !s.criteria.is_empty())?;
    let mut cost = 0.0;
    let mut months = 0;
    for criterion in &set.criteria {
        let entry = commune.criteria.get(&criterion.id)?;
        match entry.state {
            CriterionState::Met => {}
            CriterionState::Unknown => return None,
            CriterionState::Open | CriterionState::InProgress => {
                cost += clamp_from(entry.cost?, 0.0);
                months = months.max(clamp_count(entry.months?, 0));
            }
        }
    }
    Some((cost, months))
}
