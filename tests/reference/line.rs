//! What a line costs, how fast it works, and when it is decided on.

use super::{Work, World};
use ntm_core::model::*;

impl World<'_> {
    /// Factor on the cost of a unit that starts in month `t`.
    pub(super) fn cost_factor(&self, line: &Line, t: usize) -> f64 {
        let mut factor = self.over.cost_level.unwrap_or(1.0) * self.over.line_cost.get(&line.id).unwrap_or(&1.0);
        factor *= line.average_cost.likely;
        for (event, effect) in self.effects() {
            if let Effect::UnitCost { lines, factor: f } = effect
                && lines.contains(&line.id)
                && self.begun(event, t)
            {
                factor *= f;
            }
        }
        factor
    }

    pub(super) fn speed(&self, line: &Line, t: usize) -> f64 {
        let mut speed = 1.0;
        for (event, effect) in self.effects() {
            if let Effect::WorkSpeed { lines, factor } = effect
                && lines.contains(&line.id)
                && event.months.iter().any(|m| m.month == self.month_of(t).1)
            {
                speed *= factor;
            }
        }
        speed
    }

    pub(super) fn planned_pass(&self, line: &Line) -> f64 {
        line.appraisal.stages.iter().map(|s| s.pass.value).product()
    }

    /// Share of units decided on in month `t` that pass.
    pub(super) fn pass(&self, line: &Line, t: usize) -> f64 {
        let mut pass = self.planned_pass(line);
        for (event, effect) in self.effects() {
            if let Effect::PassRate { lines, factor } = effect
                && lines.contains(&line.id)
                && self.begun(event, t)
            {
                pass *= factor;
            }
        }
        pass.min(1.0)
    }

    pub(super) fn is_round(&self, line: &Line, t: usize) -> bool {
        let month = self.month_of(t).1;
        let january_before = t == 0 && month == 1;
        let held = match &line.appraisal.rounds {
            Rounds::EveryMonth => true,
            Rounds::Months { months } => months.contains(&month),
        };
        held && !january_before
    }

    pub(super) fn decided(&self, line: &Line, finish: usize) -> Option<usize> {
        let lag = line.appraisal.lag.value as usize;
        (0..self.months).find(|r| *r >= finish + lag && self.is_round(line, *r))
    }

    pub(super) fn under_way(&self, line: &Line) -> usize {
        line.under_way.as_ref().map_or(0, |u| u.units.value as usize)
    }

    /// Share of the cost spent when `done` of `months` of work are done.
    pub(super) fn spent(&self, line: &Line, done: f64, months: f64) -> f64 {
        let progress = if months > 0.0 { (done / months).min(1.0) } else { 1.0 };
        if line.profile.is_empty() {
            return progress;
        }
        let total: f64 = line.profile.iter().sum();
        let part = 1.0 / line.profile.len() as f64;
        let piece = |(i, w): (usize, &f64)| w / total * ((progress - i as f64 * part) / part).clamp(0.0, 1.0);
        line.profile.iter().enumerate().map(piece).sum()
    }

    /// Round that decides on a unit, if it is finished in time for one.
    pub(super) fn round_of(&self, w: &Work) -> Option<usize> {
        let line = &self.plan.lines[w.line];
        let worked = |t: usize| (w.start..=t).map(|m| self.speed(line, m)).sum::<f64>();
        let finish = (w.start..self.months).find(|t| worked(*t) >= w.months - 1e-9);
        finish.and_then(|f| self.decided(line, f))
    }

    /// Cost of a unit that has fallen due by the end of month `t`.
    pub(super) fn due_by(&self, work: &Work, t: usize, really: bool) -> f64 {
        if t < work.start {
            return 0.0;
        }
        let line = &self.plan.lines[work.line];
        let done: f64 = match really {
            true => (work.start..=t).map(|m| self.speed(line, m)).sum(),
            false => (t + 1 - work.start) as f64,
        };
        work.cost * self.spent(line, done, work.months)
    }

    pub(super) fn due_all(&self, works: &[Work], t: usize) -> f64 {
        works.iter().map(|w| self.due_by(w, t, false)).sum()
    }
}
