//! A forecast: the run begins after the last closed month, from what was really recognised, started and paid.
//!
//! - A cell that was not filled in is as the plain run of the same scenario has it; so are starts where none were
//!   entered. Units that were started are carried on: they work, are billed and count as in any run.
//! - What was recognised replaces the expected value. Units whose round is over and that were not recognised are taken
//!   as not passed as far as the pass rate explains it; whole units beyond that are decided on in the next round. More
//!   recognised than were submitted: the oldest units at work were finished early; beyond those, units nobody entered
//!   as started are added without a bill of their own.
//! - Later months want what the plan wants, with what was wanted and not started. What the goal then still lacks is
//!   spread over the starts that are recognised in time (all at once under an early schedule); what it no longer needs
//!   is taken from the last months. Starts given by hand, and units pushed by the scenario, stay as given.
//! - What a source paid in closed months is gone; the rest of what it brought is there, and what it is planned to
//!   bring comes. Money paid beyond the bills that had fallen due counts as paid ahead. Whether another unit may start
//!   is judged over the whole plan, closed months included, as without actuals.

use super::line_starts::Cohort;
use super::simulate::{find_milestones, simulate};
use super::start::Starts;
use super::work::count_useful_starts;
use super::{CarriedUnits, Inputs, LineInputs, Outcome};
use crate::model::{Actuals, Line};

/// How later starts of a line follow from what is still needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replanning {
    /// As given: by hand or pushed.
    Given,
    /// As soon as possible.
    Early,
    /// Evenly over the starts that are recognised in time.
    Even,
}

/// Turns inputs into those of a forecast after the closed months of `actuals`; `later` has shape `[line]`.
pub(super) fn rebase(inputs: &mut Inputs, actuals: &Actuals, later: &[Replanning]) {
    let until = actuals.months.min(inputs.months);
    if until == 0 {
        return;
    }
    let plain = simulate(inputs);
    let lines: Vec<LineInputs> = {
        let mut starts = Starts::new(inputs);
        starts.decide_all(&mut None);
        let lines = inputs.lines.iter().zip(&plain.lines).zip(later).enumerate();
        lines
            .map(|(l, ((line, out), later))| {
                let line_actuals = LineActuals {
                    recognised: fill_closed(actuals.recognised.get(&line.id), &out.recognised, until),
                    started: (0..until)
                        .map(|t| read_entry(actuals.started.get(&line.id), t).map(round_units))
                        .collect(),
                };
                line_actuals.apply(line, starts.of(l), *later)
            })
            .collect()
    };
    inputs.lines = lines;
    pay_closed(inputs, actuals, &plain, until);
    inputs.closed = until;
}

/// Gives inputs the closed months of others of the same plan, and the starts that are wanted after them. What is left to
/// pay was worked out at likely average costs; a sample draws the whole factor, so it is taken back to none.
pub(super) fn take_over(inputs: &mut Inputs, from: Inputs, lines: &[Line]) {
    for ((line, known), of) in inputs.lines.iter_mut().zip(from.lines).zip(lines) {
        line.carried = known.carried;
        let likely = of.average_cost.likely;
        if likely.is_finite() && likely > 0.0 {
            line.carried.iter_mut().for_each(|c| c.money_left /= likely);
        }
        line.recognised = known.recognised;
        line.wanted = known.wanted;
    }
    for (source, known) in inputs.sources.iter_mut().zip(from.sources) {
        source.paid = known.paid;
    }
    inputs.closed = from.closed;
}

fn pay_closed(inputs: &mut Inputs, actuals: &Actuals, plain: &Outcome, until: usize) {
    for (source, out) in inputs.sources.iter_mut().zip(&plain.sources) {
        source.paid = fill_closed(actuals.paid.get(&source.id), &out.paid, until);
    }
}

fn read_entry(row: Option<&Vec<Option<f64>>>, t: usize) -> Option<f64> {
    let value = row?.get(t).copied().flatten()?;
    value.is_finite().then(|| value.max(0.0))
}

/// The figures of closed months: as entered, else as in the plain run.
fn fill_closed(row: Option<&Vec<Option<f64>>>, plain: &[f64], until: usize) -> Vec<f64> {
    let cells = plain.iter().take(until).enumerate();
    cells
        .map(|(t, planned)| read_entry(row, t).unwrap_or(*planned))
        .collect()
}

fn round_units(value: f64) -> usize {
    value.round().clamp(0.0, 1e6) as usize
}

/// What happened to one line in the closed months.
struct LineActuals {
    /// Recognised, shape `[closed month]`.
    recognised: Vec<f64>,
    /// Started as entered, shape `[closed month]`.
    started: Vec<Option<usize>>,
}

impl LineActuals {
    fn until(&self) -> usize {
        self.recognised.len()
    }

    fn apply(&self, line: &LineInputs, planned: &[Cohort], later: Replanning) -> LineInputs {
        let mut carried = self.carried(line, planned);
        self.settle(line, &mut carried);
        let wanted = self.wanted(line, &carried, later);
        LineInputs {
            carried,
            wanted,
            recognised: self.recognised.clone(),
            ..line.clone()
        }
    }

    /// Units started before the forecast: under way before the plan, then month by month as entered or as planned.
    fn carried(&self, line: &LineInputs, planned: &[Cohort]) -> Vec<CarriedUnits> {
        let before: Vec<&Cohort> = planned.iter().filter(|c| c.month < self.until()).collect();
        let mut left: Vec<usize> = line.communes.iter().map(|c| c.units).collect();
        let mut take = |index: Option<usize>, units: usize| {
            if let Some(left) = index.and_then(|i| left.get_mut(i)) {
                *left = left.saturating_sub(units);
            }
        };
        let mut list: Vec<CarriedUnits> = Vec::new();
        for cohort in before.iter().filter(|c| c.under_way) {
            list.push(carry(cohort, cohort.units as usize));
        }
        let mut more = vec![0; self.until()];
        for (t, more) in more.iter_mut().enumerate() {
            let own = before.iter().filter(|c| !c.under_way && c.month == t);
            let mut open = self.started[t].unwrap_or(usize::MAX);
            for cohort in own {
                let units = open.min(cohort.units as usize);
                if units > 0 {
                    take(cohort.candidate, units);
                    list.push(carry(cohort, units));
                    open -= units;
                }
            }
            *more = self.started[t].map_or(0, |_| open);
        }
        // Entered beyond the plan's own: the next in order of choice, then alike units.
        for (month, mut open) in more.into_iter().enumerate() {
            for (index, left) in left.iter_mut().enumerate() {
                let units = open.min(*left);
                if units > 0 {
                    *left -= units;
                    open -= units;
                    list.push(CarriedUnits {
                        units,
                        month,
                        work_left: line.communes[index].duration as f64,
                        money_left: line.communes[index].cost * line.cost_factor[month],
                        candidate: Some(index),
                        under_way: false,
                        settled: false,
                    });
                }
            }
            if open > 0 {
                list.push(CarriedUnits {
                    units: open,
                    month,
                    work_left: line.duration as f64,
                    money_left: line.cost_at(month),
                    candidate: None,
                    under_way: false,
                    settled: false,
                });
            }
        }
        list.sort_by_key(|c| (!c.under_way, c.month));
        list
    }

    /// Which of the carried units have their result in the closed months.
    fn settle(&self, line: &LineInputs, carried: &mut Vec<CarriedUnits>) {
        let until = self.until();
        let recognised: f64 = self.recognised.iter().sum();
        let (mut submitted, mut expected) = (0, 0.0);
        for c in carried.iter_mut() {
            let (_, round) = find_milestones(line, &Cohort::from(&*c));
            c.settled = round.is_some_and(|r| r < until);
            if let Some(r) = round.filter(|_| c.settled) {
                submitted += c.units;
                expected += c.units as f64 * line.pass_at(r);
            }
        }
        // Where events change the pass rate inside the year, that of the rounds there were.
        let pass = match line.passes_vary() && submitted > 0 {
            true => expected / submitted as f64,
            false => line.pass,
        };
        let passed = if pass > 0.0 {
            recognised / pass
        } else {
            submitted as f64
        };
        let late = (submitted as f64 - passed + 1e-9).max(0.0) as usize;
        // The last to be submitted are those still to be decided on.
        change(carried, late, true, |c| c.settled, |c| c.settled = false);
        let early = round_units(libm::ceil(recognised - submitted as f64 - 1e-9));
        let mut beyond = early;
        let done: f64 = line.speed.iter().take(until).sum();
        beyond -= change(
            carried,
            early,
            false,
            |c| !c.settled,
            |c| {
                let worked = done - line.speed.iter().take(c.month).sum::<f64>();
                c.work_left = c.work_left.min(worked);
                c.settled = true;
            },
        );
        if beyond > 0 {
            carried.push(CarriedUnits {
                units: beyond,
                month: until - 1,
                work_left: 0.0,
                money_left: 0.0,
                candidate: None,
                under_way: false,
                settled: true,
            });
        }
    }

    /// Starts wanted: those of closed months as they were, later ones as planned and as the goal still needs.
    fn wanted(&self, line: &LineInputs, carried: &[CarriedUnits], later: Replanning) -> Vec<usize> {
        let (until, months) = (self.until(), line.wanted.len());
        let mut wanted = line.wanted.clone();
        let mut planned = 0;
        for slot in wanted.iter_mut().take(until) {
            planned += *slot;
            *slot = 0;
        }
        let mut started = 0;
        for c in carried.iter().filter(|c| !c.under_way) {
            wanted[c.month] += c.units;
            started += c.units;
        }
        // What was wanted and not started is wanted next, or was in the last month.
        wanted[until.min(months - 1)] += planned.saturating_sub(started);
        if until == months {
            return wanted;
        }
        take_away(wanted[until..].iter_mut(), started.saturating_sub(planned));
        if later == Replanning::Given {
            return wanted;
        }
        let open: usize = carried.iter().filter(|c| !c.settled).map(|c| c.units).sum();
        let left = (line.goal - self.recognised.iter().sum::<f64>()).max(0.0);
        let needed = match line.planned_pass {
            pass if pass > 0.0 => round_units(libm::ceil(left / pass - 1e-9)).saturating_sub(open),
            _ => 0,
        };
        let still: usize = wanted[until..].iter().sum();
        take_away(wanted[until..].iter_mut().rev(), still.saturating_sub(needed));
        let missing = needed.saturating_sub(still);
        let useful = match later {
            Replanning::Even => count_useful_starts(line.duration, line.lag, &line.rounds).saturating_sub(until),
            _ => 0,
        };
        let count = useful.max(1);
        // By the k-th of the months left round(n·k/K) more, halves up.
        let by = |k: usize| (2 * missing * k + count) / (2 * count);
        for (k, slot) in wanted[until..].iter_mut().take(count).enumerate() {
            *slot += by(k + 1) - by(k);
        }
        wanted
    }
}

/// Takes `units` away from the slots in turn.
fn take_away<'a>(slots: impl Iterator<Item = &'a mut usize>, mut units: usize) {
    for slot in slots {
        let taken = units.min(*slot);
        *slot -= taken;
        units -= taken;
    }
}

/// Changes `units` of the carried units that `are` so, cohorts split where needed, from the end or the beginning;
/// returns how many were changed.
fn change(
    carried: &mut Vec<CarriedUnits>,
    units: usize,
    from_end: bool,
    are: impl Fn(&CarriedUnits) -> bool,
    to: impl Fn(&mut CarriedUnits),
) -> usize {
    let mut left = units;
    let mut order: Vec<usize> = (0..carried.len()).filter(|i| are(&carried[*i])).collect();
    if from_end {
        order.reverse();
    }
    let mut split = Vec::new();
    for i in order {
        let part = left.min(carried[i].units);
        left -= part;
        if part == carried[i].units {
            to(&mut carried[i]);
        } else if part > 0 {
            let mut other = carried[i].clone();
            other.units = part;
            carried[i].units -= part;
            to(&mut other);
            split.push((i, other));
        }
    }
    for (i, other) in split {
        carried.insert(i + 1, other);
    }
    units - left
}

fn carry(cohort: &Cohort, units: usize) -> CarriedUnits {
    CarriedUnits {
        units,
        month: cohort.month,
        work_left: cohort.duration,
        money_left: cohort.cost,
        candidate: cohort.candidate,
        under_way: cohort.under_way,
        settled: false,
    }
}
