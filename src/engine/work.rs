//! From a start to a finish and a recognition round.

use super::LineInputs;

/// Share of the cost of a unit that is spent when `done` of `duration` months of work (at full speed) are done: work
/// that needs no time is spent at once.
pub(super) fn spent_share(line: &LineInputs, done: f64, duration: f64) -> f64 {
    if duration > 0.0 {
        spend_at(&line.spend, (done / duration).min(1.0))
    } else {
        1.0
    }
}

/// Cumulative planned spend of one unit, shape `[month since the start]`, triệu đồng.
pub(crate) fn planned_spend(line: &LineInputs, cost: f64, duration: f64, months: usize) -> Vec<f64> {
    (1..=months)
        .map(|done| cost * spent_share(line, done as f64, duration))
        .collect()
}

/// Share of the cost spent when the share `progress` of the work is done: piecewise linear through `points`.
fn spend_at(points: &[f64], progress: f64) -> f64 {
    let pieces = points.len() - 1;
    let position = progress * pieces as f64;
    let index = (position as usize).min(pieces - 1);
    points[index] + (points[index + 1] - points[index]) * (position - index as f64)
}

/// Month in which a unit started in `start` is finished: when its accumulated speed reaches `duration`.
pub(crate) fn find_finish(start: usize, duration: f64, speed: &[f64]) -> Option<usize> {
    let mut done = 0.0;
    (start..speed.len()).find(|t| {
        done += speed[*t];
        done >= duration - 1e-9
    })
}

/// First round at or after `finish + lag`.
pub(crate) fn find_round(finish: usize, lag: usize, rounds: &[bool]) -> Option<usize> {
    (finish + lag..rounds.len()).find(|t| rounds[*t])
}

/// How many of the first months are starts whose work, at planned speed, is still recognised in the calendar.
pub(super) fn count_useful_starts(duration: usize, lag: usize, rounds: &[bool]) -> usize {
    let Some(last) = rounds.iter().rposition(|r| *r) else {
        return 0;
    };
    (last + 2).saturating_sub(duration + lag)
}

/// Last month in which a start is still recognised in this run, slowed months counted; `None` if none is.
pub fn latest_start(line: &LineInputs) -> Option<usize> {
    (0..line.speed.len())
        .rev()
        .find(|t| is_recognised(line, *t, line.duration as f64))
}

/// Whether work of `duration` months started in `start` reaches a round in this run.
pub(crate) fn is_recognised(line: &LineInputs, start: usize, duration: f64) -> bool {
    find_finish(start, duration, &line.speed).is_some_and(|f| find_round(f, line.lag, &line.rounds).is_some())
}

/// Months of work that can be done for the share `spent_share` of the cost: the most that costs no more.
pub(super) fn done_at(line: &LineInputs, spent: f64, duration: f64) -> f64 {
    let pieces = line.spend.len() - 1;
    let index = line.spend[1..pieces].iter().filter(|point| **point <= spent).count();
    let (from, to) = (line.spend[index], line.spend[index + 1]);
    let part = if to > from {
        ((spent - from) / (to - from)).clamp(0.0, 1.0)
    } else {
        1.0
    };
    duration * (index as f64 + part) / pieces as f64
}
