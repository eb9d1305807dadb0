//! What happens when: units that start together with their finish and round, the state of everything in a month, and
//! start schedules changed by hand.

use super::line_starts::Cohort;
use super::simulate::find_milestones;
use super::start::Starts;
use super::work::is_recognised;
use super::{Inputs, LineInputs, Outcome};
use crate::model::{CommuneId, LineId, Schedule};
use std::collections::BTreeMap;

/// Units of one line that start together.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Index of the line.
    pub line: usize,
    /// Commune, for a named one.
    pub commune: Option<CommuneId>,
    /// Whether they are communes that the plan itself brought to the level below.
    pub climbs: bool,
    /// How many units.
    pub units: f64,
    /// Cost still to come of one, triệu đồng.
    pub cost: f64,
    /// Months of work still to do of one, at full speed.
    pub duration: f64,
    /// Whether they were under way before the plan began.
    pub under_way: bool,
    /// Month of the start (0 for units under way).
    pub start: usize,
    /// Month in which work is finished, if inside the calendar.
    pub finish: Option<usize>,
    /// First month in which they may be decided on: `finish + lag`, if inside the calendar.
    pub appraised: Option<usize>,
    /// Month of the recognition round, if there is one.
    pub round: Option<usize>,
}

/// Where units that start together are at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Under work.
    Working,
    /// Finished, not yet due for a decision.
    Appraisal,
    /// Due for a decision, waiting for a round.
    Waiting,
    /// Decided on.
    Decided,
}

impl Bar {
    /// Where the units are at the end of month `t`; `None` before their start.
    pub fn phase(&self, t: usize) -> Option<Phase> {
        let by = |month: Option<usize>| month.is_some_and(|m| m <= t);
        (self.start <= t).then(|| match () {
            () if by(self.round) => Phase::Decided,
            () if by(self.appraised) => Phase::Waiting,
            () if by(self.finish) => Phase::Appraisal,
            () => Phase::Working,
        })
    }
}

/// What starts when, line by line in plan order, each line by month; decided as [`super::simulate`] decides.
pub fn lay_out_bars(inputs: &Inputs) -> Vec<Bar> {
    let mut starts = Starts::new(inputs);
    starts.decide_all(&mut None);
    let mut bars: Vec<Bar> = Vec::new();
    for (l, line) in inputs.lines.iter().enumerate() {
        let mut own: Vec<Bar> = Vec::new();
        for cohort in starts.of(l) {
            let next = bar(l, line, cohort, inputs.months);
            match own.iter_mut().find(|b| same_but_units(b, &next)) {
                Some(same) => same.units += next.units,
                None => own.push(next),
            }
        }
        own.sort_by_key(|b| (!b.under_way, b.start));
        bars.append(&mut own);
    }
    bars
}

fn bar(l: usize, line: &LineInputs, cohort: &Cohort, months: usize) -> Bar {
    let (finish, round) = find_milestones(line, cohort);
    let commune = cohort.candidate.and_then(|c| line.communes.get(c));
    Bar {
        line: l,
        commune: commune.and_then(|c| c.id.clone()),
        climbs: commune.is_some_and(|c| c.after.is_some()),
        units: cohort.units,
        cost: cohort.cost,
        duration: cohort.duration,
        under_way: cohort.under_way,
        start: cohort.month,
        finish,
        appraised: finish.map(|f| f + line.lag).filter(|t| *t < months),
        round,
    }
}

fn same_but_units(a: &Bar, b: &Bar) -> bool {
    Bar {
        units: 0.0,
        ..a.clone()
    } == Bar {
        units: 0.0,
        ..b.clone()
    }
}

/// First and last month in which a start of work of `duration` months is still recognised in this run, slowed months
/// counted; `None` if none is.
pub fn recognised_starts(line: &LineInputs, duration: f64) -> Option<(usize, usize)> {
    let mut in_time = (0..line.speed.len()).filter(|t| is_recognised(line, *t, duration));
    let first = in_time.next()?;
    Some((first, in_time.next_back().unwrap_or(first)))
}

/// How far a line is at the end of a month, units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineProgress {
    /// Started so far, units under way included.
    pub started: f64,
    /// Under work at the end of the month.
    pub in_progress: f64,
    /// Finished and waiting for a round.
    pub waiting_for_round: f64,
    /// Submitted so far.
    pub submitted: f64,
    /// Recognised so far, expected value.
    pub recognised: f64,
}

/// How far a line is at the end of month `t`.
pub fn measure_progress(outcome: &Outcome, line: usize, t: usize) -> LineProgress {
    let Some(line) = outcome.lines.get(line) else {
        return LineProgress::default();
    };
    let so_far = |column: &[f64]| column.iter().take(t + 1).sum::<f64>();
    let submitted = so_far(&line.submitted);
    LineProgress {
        started: so_far(&line.started),
        in_progress: line.in_progress.get(t).copied().unwrap_or(0.0),
        waiting_for_round: so_far(&line.finished) - submitted,
        submitted,
        recognised: so_far(&line.recognised),
    }
}

/// First month at whose end bills wait, if any do.
pub fn first_shortage(outcome: &Outcome) -> Option<usize> {
    outcome.waiting.iter().position(|w| *w > super::verdict::NO_MONEY)
}

/// Wanted starts with `units` of those wanted by month `from` moved to month `to`, shape `[month]`; the total stays.
///
/// A unit that money let start later than wanted is taken from where it was wanted. `to` is cut to the calendar.
pub fn move_starts(wanted: &[usize], from: usize, to: usize, units: usize) -> Vec<u32> {
    let mut starts = wanted.to_vec();
    let Some(last) = starts.len().checked_sub(1) else {
        return vec![];
    };
    let from = from.min(last);
    let mut taken = 0;
    for t in (0..=from).rev().chain(from + 1..=last) {
        let here = starts[t].min(units - taken);
        starts[t] -= here;
        taken += here;
    }
    starts[to.min(last)] += taken;
    as_counts(&starts)
}

/// All wanted starts spread evenly over the months `first..=last`, shape `[month]`; the total stays. By the k-th of K
/// months `round(n·k/K)` are wanted, halves up.
pub fn spread_starts(wanted: &[usize], first: usize, last: usize) -> Vec<u32> {
    let Some(end) = wanted.len().checked_sub(1) else {
        return vec![];
    };
    let (first, last) = (first.min(end), last.min(end));
    let (first, last) = (first.min(last), first.max(last));
    let (units, months) = (wanted.iter().sum::<usize>(), last - first + 1);
    let by = |k: usize| (2 * units * k + months) / (2 * months);
    let mut starts = vec![0; wanted.len()];
    for k in 0..months {
        starts[first + k] = by(k + 1) - by(k);
    }
    as_counts(&starts)
}

fn as_counts(starts: &[usize]) -> Vec<u32> {
    starts.iter().map(|n| u32::try_from(*n).unwrap_or(u32::MAX)).collect()
}

/// The schedule with other starts of one line; the other lines keep theirs. Of an optimised schedule the line keeps the
/// communes that were chosen, to start from the first of the new months on; it no longer is the answer to any inputs.
pub fn reschedule(inputs: &Inputs, schedule: &Schedule, line: &LineId, starts: Vec<u32>) -> Schedule {
    let mut all: BTreeMap<LineId, Vec<u32>> = match schedule {
        Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. } => starts.clone(),
        // What is not named is spread evenly.
        Schedule::Even => BTreeMap::new(),
        Schedule::Early => inputs
            .lines
            .iter()
            .map(|l| (l.id.clone(), as_counts(&l.wanted)))
            .collect(),
    };
    let first = starts.iter().position(|n| *n > 0);
    all.insert(line.clone(), starts);
    let Schedule::Optimised {
        communes: Some(communes),
        ..
    } = schedule
    else {
        return Schedule::ByMonth { starts: all };
    };
    let mut communes = communes.clone();
    let own = inputs.lines.iter().filter(|l| l.id == *line).flat_map(|l| &l.communes);
    for id in own.filter_map(|c| c.id.as_ref()) {
        if let (Some(month), Some(first)) = (communes.get_mut(id), first) {
            *month = u32::try_from(first).unwrap_or(u32::MAX);
        }
    }
    Schedule::Optimised {
        starts: all,
        communes: Some(communes),
        inputs_hash: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{resolve, simulate};
    use crate::model::samples::default_plan;
    use proptest::prelude::*;

    fn counts() -> impl Strategy<Value = Vec<usize>> {
        proptest::collection::vec(0..30_usize, 1..20)
    }

    fn total(starts: &[u32]) -> usize {
        starts.iter().map(|n| *n as usize).sum()
    }

    proptest! {
        #[test]
        fn moving_and_spreading_keep_the_total(w in counts(), from in 0..25_usize, to in 0..25_usize, n in 0..40_usize) {
            let sum: usize = w.iter().sum();
            prop_assert_eq!(total(&move_starts(&w, from, to, n)), sum);
            prop_assert_eq!(total(&spread_starts(&w, from, to)), sum);
        }

        #[test]
        fn what_is_moved_there_and_back_is_where_it_was(w in counts(), from in 0..20_usize, to in 0..20_usize) {
            let (from, to) = (from % w.len(), to % w.len());
            let there: Vec<usize> = move_starts(&w, from, to, w[from]).iter().map(|n| *n as usize).collect();
            let back = move_starts(&there, to, from, w[from]);
            prop_assert_eq!(back, as_counts(&w));
        }

        #[test]
        fn a_spread_lies_within_its_months_and_is_even(w in counts(), a in 0..20_usize, b in 0..20_usize) {
            let (a, b) = (a % w.len(), b % w.len());
            let starts = spread_starts(&w, a, b);
            let (first, last) = (a.min(b), a.max(b));
            prop_assert!(starts.iter().enumerate().all(|(t, n)| *n == 0 || (first..=last).contains(&t)));
            let inside = &starts[first..=last];
            let (least, most) = (inside.iter().min().unwrap(), inside.iter().max().unwrap());
            prop_assert!(most - least <= 1);
        }
    }

    #[test]
    fn the_phases_of_a_bar_follow_each_other_and_their_units_are_the_progress_of_the_line() {
        let plan = default_plan();
        let inputs = resolve(&plan, plan.scenario("floods"));
        let (bars, outcome) = (lay_out_bars(&inputs), simulate(&inputs));
        for bar in &bars {
            let phases: Vec<Option<Phase>> = (0..inputs.months).map(|t| bar.phase(t)).collect();
            assert!(phases.is_sorted());
            assert_eq!(phases.iter().filter(|p| p.is_none()).count(), bar.start);
        }
        for l in 0..inputs.lines.len() {
            for t in 0..inputs.months {
                let in_phase = |p: Phase| -> f64 {
                    let own = bars.iter().filter(|b| b.line == l && b.phase(t) == Some(p));
                    own.map(|b| b.units).sum()
                };
                let told = measure_progress(&outcome, l, t);
                assert_eq!(in_phase(Phase::Working), told.in_progress);
                assert_eq!(in_phase(Phase::Decided), told.submitted);
                let waits = in_phase(Phase::Appraisal) + in_phase(Phase::Waiting);
                assert!((waits - told.waiting_for_round).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn bars_add_up_to_what_the_run_starts_finishes_and_submits() {
        let plan = default_plan();
        for scenario in &plan.scenarios {
            let inputs = resolve(&plan, Some(scenario));
            let (bars, outcome) = (lay_out_bars(&inputs), simulate(&inputs));
            for (l, line) in outcome.lines.iter().enumerate() {
                for t in 0..outcome.months {
                    let sum = |at: fn(&Bar) -> Option<usize>| -> f64 {
                        bars.iter()
                            .filter(|b| b.line == l && at(b) == Some(t))
                            .map(|b| b.units)
                            .sum()
                    };
                    assert_eq!(sum(|b| Some(b.start)), line.started[t]);
                    assert_eq!(sum(|b| b.finish), line.finished[t]);
                    assert_eq!(sum(|b| b.round), line.submitted[t]);
                }
            }
        }
    }

    #[test]
    fn starts_are_recognised_from_the_first_to_the_last_such_month_and_long_work_never_is() {
        let plan = default_plan();
        let inputs = resolve(&plan, plan.scenario("floods"));
        for line in &inputs.lines {
            let (first, last) = recognised_starts(line, line.duration as f64).unwrap();
            assert_eq!(Some(last), crate::engine::latest_start(line));
            assert_eq!(first, 0);
            assert_eq!(recognised_starts(line, 100.0), None);
        }
    }

    #[test]
    fn progress_in_the_last_month_is_the_outcome() {
        let plan = default_plan();
        let outcome = simulate(&resolve(&plan, plan.scenario("floods")));
        for (l, line) in outcome.lines.iter().enumerate() {
            let p = measure_progress(&outcome, l, outcome.months - 1);
            assert_eq!(
                (p.started, p.recognised),
                (line.total_started(), line.total_recognised())
            );
            assert!((p.started - p.in_progress - p.waiting_for_round - p.submitted).abs() < 1e-9);
        }
    }

    #[test]
    fn one_line_moved_by_hand_leaves_the_starts_of_the_others() {
        let plan = default_plan();
        for base in [Schedule::Even, Schedule::Early] {
            let mut p = plan.clone();
            p.schedule = base.clone();
            let before = resolve(&p, None);
            let gardens = before.lines.iter().position(|l| l.id == "gardens").unwrap();
            let starts = move_starts(&before.lines[gardens].wanted, 0, 3, 5);
            p.schedule = reschedule(&before, &base, &"gardens".to_owned(), starts.clone());
            let after = resolve(&p, None);
            for (l, (a, b)) in after.lines.iter().zip(&before.lines).enumerate() {
                if l == gardens {
                    assert_eq!(as_counts(&a.wanted), starts);
                } else {
                    assert_eq!(a.wanted, b.wanted);
                }
            }
        }
    }
}
