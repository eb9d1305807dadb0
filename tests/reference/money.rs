//! What sources bring, month by month and year by year.

use super::World;
use ntm_core::model::*;

impl World<'_> {
    /// Share of the money of budget year `year` that is there by the end of month `t`.
    pub(super) fn share_by(&self, points: &[f64], year: i32, t: usize) -> f64 {
        let (y, m) = self.month_of(t);
        let since_january = (y - year) * 12 + i32::from(m) - 1;
        if since_january < 0 {
            0.0
        } else {
            points[(since_january as usize).min(12)]
        }
    }

    pub(super) fn amount(&self, s: &Source) -> f64 {
        match self.over.amounts.get(&s.id) {
            None => s.amount.value,
            Some(Amount::Fixed(a)) => *a,
            Some(Amount::Factor(f)) => s.reference.value * f,
        }
    }

    pub(super) fn other_works(&self, s: &Source) -> f64 {
        self.over.other_works.unwrap_or(s.other_works.value)
    }

    /// Cumulative release of a source by the end of month `t`: as planned, or as events let it happen.
    pub(super) fn released_by(&self, s: &Source, t: usize, really: bool) -> f64 {
        let years = self.budget_years();
        self.extra(s, t, really) + years.iter().map(|y| self.of_year(s, *y, t, really)).sum::<f64>()
    }

    /// Money that events add by the end of month `t`.
    pub(super) fn extra(&self, s: &Source, t: usize, really: bool) -> f64 {
        let mut extra = 0.0;
        for (_, effect) in self.effects() {
            if let Effect::Money {
                source,
                amount,
                release,
            } = effect
                && source == &s.id
            {
                extra += amount * self.share_by(release, self.budget_years()[0], t);
            }
        }
        if really { extra * s.realisation.likely } else { extra }
    }

    /// What a source has brought of the money of one budget year by the end of month `t`.
    pub(super) fn of_year(&self, s: &Source, year: i32, t: usize, really: bool) -> f64 {
        let key = (s.id.clone(), year, t, really);
        if let Some(known) = self.known.borrow().get(&key) {
            return *known;
        }
        let value = self.of_year_anew(s, year, t, really);
        self.known.borrow_mut().insert(key, value);
        value
    }

    pub(super) fn of_year_anew(&self, s: &Source, year: i32, t: usize, really: bool) -> f64 {
        let mut from = 1;
        for (_, effect) in self.effects() {
            match effect {
                Effect::ReleaseFrom { sources, month } if really && sources.contains(&s.id) => from = from.max(*month),
                _ => {}
            }
        }
        let due = |u: usize| -> f64 {
            let (y, m) = self.month_of(u);
            if y == year && m < from {
                return 0.0;
            }
            let amount = match s.yearly.get(&year) {
                None => self.amount(s),
                Some(own) if s.amount.value > 0.0 => own.value * self.amount(s) / s.amount.value,
                Some(own) => own.value,
            };
            amount * self.share_by(&s.release.points, year, u)
        };
        let arrives = |u: usize| -> f64 {
            let mut factor = if really { s.realisation.likely } else { 1.0 };
            for (event, effect) in self.effects() {
                if let Effect::Amount { sources, factor: f } = effect
                    && really
                    && sources.contains(&s.id)
                    && self.begun(event, u)
                {
                    factor *= f;
                }
            }
            factor * (due(u) - if u == 0 { 0.0 } else { due(u - 1) })
        };
        (0..=t).map(arrives).sum()
    }

    pub(super) fn free_by(&self, s: &Source, t: usize, really: bool) -> f64 {
        self.released_by(s, t, really) * (1.0 - self.other_works(s))
    }

    pub(super) fn free(&self, s: &Source) -> f64 {
        self.free_by(s, self.months - 1, false)
    }

    /// Last months of the money of each budget year but the last, if any source loses what is left then.
    pub(super) fn expiry(&self) -> Vec<usize> {
        if self.plan.sources.iter().all(|s| s.carries_over) {
            return vec![];
        }
        let is_end = |t: &usize| *t > 0 && self.month_of(*t).1 == 1 && self.month_of(*t).0 > self.month_of(0).0;
        (0..self.months - 1).filter(is_end).collect()
    }

    pub(super) fn span(&self, t: usize) -> usize {
        self.expiry().iter().filter(|end| **end < t).count()
    }

    /// Free money of one budget year, the `nth`, by the end of month `t`.
    pub(super) fn free_of_year(&self, s: &Source, nth: usize, t: usize, really: bool) -> f64 {
        let years = self.budget_years();
        let other: f64 = years
            .iter()
            .enumerate()
            .filter(|(n, _)| *n != nth)
            .map(|(_, y)| self.of_year(s, *y, t, really))
            .sum();
        let extra = if nth == 0 { 0.0 } else { self.extra(s, t, really) };
        (self.released_by(s, t, really) - other - extra) * (1.0 - self.other_works(s))
    }

    /// Each year's money and bills as sources and lines of their own.
    pub(super) fn by_year(&self, cost: &[Vec<f64>]) -> (Plan, Vec<(usize, usize)>, Vec<f64>) {
        let spans = self.expiry().len() + 1;
        let mut plan = self.plan.clone();
        plan.sources.clear();
        let mut purses = vec![];
        for (s, source) in self.plan.sources.iter().enumerate() {
            let kept = source.carries_over || spans == 1;
            for span in 0..if kept { 1 } else { spans } {
                let id = if kept {
                    source.id.clone()
                } else {
                    format!("{}@{span}", source.id)
                };
                plan.sources.push(Source { id, ..source.clone() });
                purses.push((s, span));
            }
        }
        plan.lines.clear();
        let mut costs = vec![];
        for (line, cost) in self.plan.lines.iter().zip(cost) {
            for (span, cost) in cost.iter().enumerate() {
                let mut own = line.clone();
                own.recipe = line
                    .recipe
                    .iter()
                    .map(|(id, share)| {
                        let source = self.plan.sources.iter().find(|s| s.id == *id);
                        let kept = spans == 1 || source.is_none_or(|s| s.carries_over);
                        (if kept { id.clone() } else { format!("{id}@{span}") }, *share)
                    })
                    .collect();
                plan.lines.push(own);
                costs.push(*cost);
            }
        }
        (plan, purses, costs)
    }

    pub(super) fn purse(&self, purse: (usize, usize), really: bool) -> f64 {
        let source = &self.plan.sources[purse.0];
        if source.carries_over || self.expiry().is_empty() {
            self.free_by(source, self.months - 1, really)
        } else {
            self.free_of_year(source, purse.1, self.months - 1, really)
        }
    }
}
