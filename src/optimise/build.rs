//! From inputs to the projected problem: how many units of each kind start in which month, without who pays what.
//!
//! Three facts make it small, and none of them loses an optimum:
//!
//! * a later start never takes more from any funding row, and every start up to a last month is recognised; so units
//!   start as late as the limit of starts a month lets them, and the order of months is fixed in advance;
//! * no line needs more units than its target takes;
//! * a row that another row implies, or that cannot be reached, is left out.
//!
//! Rows are divided by their limits, so that money of any size has the same coefficients.

use super::floors::{BONUS, decision, measure_need, weight};
use super::form::{LineForm, line_form};
use super::kinds::{AlikeUnits, group_alike, latest_recognised_start};
use super::rows::{MoneyRows, RowKind, build_money_rows};
use crate::engine::by_year::{YearRows, split_by_span};
use crate::engine::work::planned_spend;
use crate::engine::{Inputs, LineInputs};
use crate::model::CommuneId;

/// Which problem is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Fractions of units, as the integer program's own linear relaxation has them.
    Relaxed,
    /// Whole units: the last unit of a target is worth only what is left of it, and a kind has no more units than fit
    /// when it is alone.
    Whole,
}

/// Months in which units of an [`Entity`] start, in the order in which they are taken.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Segment {
    /// Month of the start.
    pub month: usize,
    /// How many.
    pub units: f64,
    /// What one is worth in points of score, 0–1; 0 where the line has a gain of its own ([`LineForm::gains`]).
    pub gain: f64,
    /// What one takes from each row, shape `[row]`, as a share of its limit.
    pub usage: Vec<f64>,
}

/// Units that are counted together: all of a line of alike units, or those of one kind of commune that start in one month.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entity {
    /// Index of the line.
    pub line: usize,
    /// Indices in [`LineInputs::communes`] of the candidates that are of this kind; empty for a line without communes.
    pub candidates: Vec<usize>,
    /// Cost of one unit, triệu đồng.
    pub cost: f64,
    /// Months, in the order in which they are taken.
    pub segments: Vec<Segment>,
    /// Most units.
    pub most: f64,
    /// How many units at the line's own pass rate one is worth: 1, unless events change the rate inside the year.
    pub worth: f64,
    /// What is asked for that one counts in ([`Problem::floors`]), and for how much.
    pub floors: Vec<(usize, f64)>,
}

/// Something that units count for beside the target of their line: a least number, or the goal of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct FloorTerm {
    /// So many are asked for beside what there is anyway, units.
    pub need: f64,
    /// Points of score of each of them.
    pub value: f64,
}

/// The projected problem of a set of inputs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Problem {
    /// What each row says.
    pub rows: Vec<RowKind>,
    /// Right sides, shape `[row]`: 1, or 0 where nothing is left.
    pub limits: Vec<f64>,
    /// Shape `[line]`.
    pub lines: Vec<LineForm>,
    /// What is decided.
    pub entities: Vec<Entity>,
    /// Entities of which so many must start: communes that are fixed in.
    pub forced: Vec<(usize, f64)>,
    /// Communes fixed in that have no start that is recognised.
    pub late: Vec<CommuneId>,
    /// What is asked for beside the targets: the floors of the question first, then the goals of years.
    pub floors: Vec<FloorTerm>,
    /// Free money of all sources, triệu đồng.
    pub money: f64,
    /// Whether the rows are all there is to the funding test; otherwise they are only necessary.
    pub exact: bool,
    /// Where money expires: the test by year, and the cost of a unit by span, shape `[entity][span]`. Its rows are added
    /// by [`Problem::add_broken_rows`].
    pub by_year: Option<(YearRows, Vec<Vec<f64>>)>,
}

impl Problem {
    /// Builds the problem.
    pub fn new(inputs: &Inputs, form: Form) -> Self {
        // Goals by year know one cost and one pass rate of a line; plans are scored by a run of their own.
        let by_year = |line: &LineInputs| line.varies() && !line.goals.is_empty();
        let best = inputs.lines.iter().any(by_year).then(|| inputs.at_best(by_year));
        let inputs = best.as_ref().unwrap_or(inputs);
        let source = build_money_rows(inputs);
        let weight: f64 = inputs.lines.iter().map(|l| l.weight).sum();
        let mut problem = Self {
            rows: source.kinds.clone(),
            limits: source.limits.clone(),
            lines: inputs.lines.iter().map(|l| line_form(l, weight)).collect(),
            entities: vec![],
            forced: vec![],
            late: vec![],
            floors: inputs
                .floors
                .iter()
                .map(|floor| FloorTerm {
                    need: measure_need(inputs, floor),
                    value: BONUS,
                })
                .collect(),
            money: source.money,
            exact: source.exact,
            by_year: None,
        };
        // A later start may take more of a year's money than an earlier one: each month is decided by itself. The relaxed
        // form, which is computed while a slider moves, does without.
        let spans = source.by_year.as_ref().filter(|_| form == Form::Whole);
        for (l, line) in inputs.lines.iter().enumerate() {
            let kinds = group_alike(inputs, l);
            let fixed = form == Form::Whole && kinds.iter().any(|k| k.fixed);
            if kinds.len() == 1 && !fixed && !line.varies() && line.goals.is_empty() && spans.is_none() {
                problem.alike(inputs, &source, l, &kinds[0], form);
            } else {
                problem.several(inputs, &source, l, &kinds, form);
            }
        }
        problem.drop_rows();
        problem.by_year = spans.map(|by_year| (by_year.clone(), problem.parts(inputs)));
        problem
    }

    /// A line whose units are all alike: months and worth are both taken in a fixed order.
    fn alike(&mut self, inputs: &Inputs, source: &MoneyRows, l: usize, kind: &AlikeUnits, form: Form) {
        let line = &inputs.lines[l];
        let Some(last) = latest_recognised_start(line, kind.duration).filter(|last| *last >= inputs.closed) else {
            return;
        };
        let mut entity = Entity {
            line: l,
            candidates: kind.candidates.clone(),
            cost: kind.cost,
            segments: vec![],
            most: 0.0,
            worth: 1.0,
            floors: counts(inputs, line, kind, last),
        };
        let spend = planned_spend(line, kind.cost, kind.duration as f64, inputs.months);
        let mut left = kind.units as f64;
        let mut month = last;
        let mut room = line.starts_per_month as f64;
        let mut used = vec![0.0; self.limits.len()];
        let values = self.lines[l].values(form);
        // Floors may ask for units beyond the target.
        let beyond = (self.sum_need(&entity.floors) - values.iter().map(|v| v.0).sum::<f64>()).max(0.0);
        let beyond = (beyond > 0.0).then_some((beyond, 0.0));
        'values: for (mut units, gain) in values.into_iter().chain(beyond) {
            while units > 0.0 && left > 0.0 {
                if room <= 0.0 {
                    if month == inputs.closed || line.starts_per_month == 0 {
                        break 'values;
                    }
                    month -= 1;
                    room = line.starts_per_month as f64;
                }
                let usage = source.usage(l, kind.cost, month, &spend);
                let wanted = units.min(left).min(room);
                let fit = most_that_fit(&usage, &used, &self.limits, wanted, form);
                if fit > 0.0 {
                    used.iter_mut().zip(&usage).for_each(|(used, u)| *used += u * fit);
                    entity.segments.push(Segment {
                        month,
                        units: fit,
                        gain,
                        usage,
                    });
                    entity.most += fit;
                }
                if fit < wanted {
                    break 'values;
                }
                units -= fit;
                left -= fit;
                room -= fit;
            }
        }
        if entity.most > 0.0 {
            self.entities.push(entity);
        }
    }

    /// A line of communes that differ: each kind in each month of its own.
    fn several(&mut self, inputs: &Inputs, source: &MoneyRows, l: usize, kinds: &[AlikeUnits], form: Form) {
        let line = &inputs.lines[l];
        let varies = line.varies();
        // Where a unit's worth depends on its month the last one of a target is no unit of its own.
        let values = self.lines[l].values(if varies { Form::Relaxed } else { form });
        let own = |kind: &AlikeUnits| {
            latest_recognised_start(line, kind.duration).map_or(vec![], |last| counts(inputs, line, kind, last))
        };
        let mut floors: Vec<(usize, f64)> = kinds.iter().flat_map(own).collect();
        floors.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        floors.dedup_by_key(|(f, _)| *f);
        let asked = self.sum_need(&floors) as usize;
        let fixed: usize = kinds.iter().filter(|k| k.fixed).map(|k| k.units).sum();
        let all: usize = kinds.iter().map(|k| k.units).sum();
        let needed = libm::ceil(self.lines[l].needed() - 1e-9) as usize;
        let most = if varies { all } else { all.min(needed + fixed + asked) };
        let kappa = line.starts_per_month;
        if kappa == 0 || most == 0 {
            return;
        }
        let months = most.div_ceil(kappa);
        let years = self.add_year_floors(l, line);
        let first = self.entities.len();
        let mut taken = vec![0; inputs.months];
        for kind in kinds {
            let Some(last) = latest_recognised_start(line, kind.duration).filter(|last| *last >= inputs.closed) else {
                if kind.fixed && form == Form::Whole {
                    let ids = kind.candidates.iter().filter_map(|c| line.communes[*c].id.clone());
                    self.late.extend(ids);
                }
                continue;
            };
            let spend = planned_spend(line, kind.cost, kind.duration as f64, inputs.months);
            // A commune that is fixed in takes the latest month that is not full.
            let own = (kind.fixed && form == Form::Whole)
                .then(|| (inputs.closed..=last).rev().find(|m| taken[*m] < kappa).unwrap_or(last));
            if let Some(month) = own {
                taken[month] += 1;
                self.forced.push((self.entities.len(), 1.0));
            }
            // Of months that take the same of every year's money and count for the same years the latest take least.
            let expires = source.by_year.is_some() && form == Form::Whole;
            let from = match own {
                Some(month) => month,
                None if varies || expires || !years.is_empty() => inputs.closed,
                None => (last + 1).saturating_sub(months).max(inputs.closed),
            };
            let mut alike: ((Vec<f64>, usize), usize) = ((vec![], 0), 0);
            for month in (from..=own.unwrap_or(last)).rev() {
                let decided = decision(line, month, kind.duration);
                let for_years = || years.iter().filter(|(_, to)| decided.is_some_and(|t| t <= *to));
                if (expires || !years.is_empty()) && !varies {
                    let parts = if expires {
                        split_by_span(inputs, kind.cost, month, &spend)
                    } else {
                        vec![]
                    };
                    let own = (parts, for_years().count());
                    let count = if alike.0 == own { alike.1 + 1 } else { 1 };
                    alike = (own, count);
                    if count > months {
                        continue;
                    }
                }
                let factor = line.cost_factor[month];
                let worth = match decided {
                    Some(t) if varies && line.pass > 0.0 => line.pass_at(t) / line.pass,
                    _ => 1.0,
                };
                let usage = match varies {
                    true => {
                        let spend: Vec<f64> = spend.iter().map(|s| s * factor).collect();
                        source.usage(l, kind.cost * factor, month, &spend)
                    }
                    false => source.usage(l, kind.cost, month, &spend),
                };
                let wanted = (kind.units.min(kappa).min(most)) as f64;
                let units = most_that_fit(&usage, &vec![0.0; usage.len()], &self.limits, wanted, form);
                if units > 0.0 || own.is_some() {
                    let units = if own.is_some() { 1.0 } else { units };
                    self.entities.push(Entity {
                        line: l,
                        candidates: kind.candidates.clone(),
                        cost: if varies { kind.cost * factor } else { kind.cost },
                        segments: vec![Segment {
                            month,
                            units,
                            gain: 0.0,
                            usage,
                        }],
                        most: units,
                        worth,
                        floors: counts(inputs, line, kind, month)
                            .into_iter()
                            .chain(for_years().map(|(f, _)| (*f, 1.0)))
                            .collect(),
                    });
                }
            }
        }
        self.lines[l].gains = values;
        self.capacity_rows(first, l, line);
    }

    /// Rows of what a line of communes may start in a month and of each kind.
    fn capacity_rows(&mut self, first: usize, l: usize, line: &LineInputs) {
        let own = first..self.entities.len();
        let month = |e: &Entity| e.segments[0].month;
        let mut groups: Vec<(RowKind, f64, Vec<usize>)> = Vec::new();
        for e in own {
            let entity = &self.entities[e];
            let units: usize = match entity.candidates.is_empty() {
                true => line.alike_left(),
                false => entity.candidates.iter().map(|c| line.left_of(*c)).sum(),
            };
            let limits = [
                (
                    RowKind::StartsInMonth {
                        line: l,
                        month: month(entity),
                    },
                    line.starts_per_month,
                ),
                (
                    RowKind::Candidates {
                        line: l,
                        candidate: entity.candidates.first().copied().unwrap_or(0),
                    },
                    units,
                ),
            ];
            for (kind, limit) in limits {
                match groups.iter_mut().find(|g| g.0 == kind) {
                    Some(group) => group.2.push(e),
                    None => groups.push((kind, limit as f64, vec![e])),
                }
            }
        }
        for (kind, limit, members) in groups {
            self.rows.push(kind);
            self.limits.push(1.0);
            let rows = self.rows.len();
            for e in members {
                for segment in &mut self.entities[e].segments {
                    segment.usage.resize(rows, 0.0);
                    segment.usage[rows - 1] = 1.0 / limit;
                }
            }
        }
    }

    /// Units that the floors of these counts ask for at most, a whole number.
    fn sum_need(&self, counts: &[(usize, f64)]) -> f64 {
        let units = |(floor, each): &(usize, f64)| libm::ceil(self.floors[*floor].need / each.max(1e-3) - 1e-9);
        counts.iter().map(units).sum()
    }

    /// Score of units by entity, 0–1, and the worth of what they deliver of the floors.
    pub fn score(&self, counts: &[f64]) -> f64 {
        let mut units = vec![0.0; self.lines.len()];
        let mut delivered = vec![0.0; self.floors.len()];
        for (entity, n) in self.entities.iter().zip(counts) {
            units[entity.line] += n * entity.worth;
            entity.floors.iter().for_each(|(f, each)| delivered[*f] += n * each);
        }
        let points: f64 = self.lines.iter().zip(units).map(|(line, n)| line.points(n)).sum();
        let floors = self.floors.iter().zip(delivered);
        points
            + floors
                .map(|(asked, has)| asked.value * has.min(asked.need))
                .sum::<f64>()
    }
}

/// Floors that a unit of a kind counts in when it starts in a month, and for how much.
fn counts(inputs: &Inputs, line: &LineInputs, kind: &AlikeUnits, month: usize) -> Vec<(usize, f64)> {
    let decided = decision(line, month, kind.duration);
    let floors = kind.floors.iter();
    let each = |f: &usize| decided.map_or(0.0, |t| weight(line, &inputs.floors[*f], t));
    floors.map(|f| (*f, each(f))).filter(|(_, each)| *each > 0.0).collect()
}

/// How many of `wanted` units fit beside what is used; in the relaxed form only a row with nothing left stops any.
fn most_that_fit(usage: &[f64], used: &[f64], limits: &[f64], wanted: f64, form: Form) -> f64 {
    let rows = || usage.iter().zip(used).zip(limits).filter(|((u, _), _)| **u > 0.0);
    match form {
        Form::Relaxed if rows().any(|(_, limit)| *limit <= 0.0) => 0.0,
        Form::Relaxed => wanted,
        Form::Whole => rows().fold(wanted, |most, ((u, used), limit)| {
            let room = (limit * (1.0 + 1e-12) - used) / u;
            most.min(libm::floor(room + 1e-12)).max(0.0)
        }),
    }
}
