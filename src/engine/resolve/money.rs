//! What sources bring: release by month and budget year.

use super::super::{SourceInputs, YearMoney};
use super::{View, clamp_from, clamp_share};
use crate::model::*;

impl View<'_> {
    /// The January of each budget year that releases money in the calendar, as a plan month; the first may lie before
    /// the plan. The last month alone opens no new budget year.
    pub(super) fn januaries(&self) -> impl Iterator<Item = i64> {
        let first = 1 - i64::from(self.calendar.start.month);
        let months = self.months as i64;
        (0..)
            .map(move |year| first + 12 * year)
            .take_while(move |january| *january <= 0 || *january < months - 1)
    }

    /// Last months of the money of each budget year but the last, if any source loses what is left then.
    pub(super) fn expiry(&self) -> Vec<usize> {
        if self.ground.sources.iter().all(|s| s.carries_over) {
            return vec![];
        }
        let last = self.months as i64 - 1;
        let ends = self.januaries().map(|january| january + 12);
        ends.filter(|end| *end < last).map(|end| end as usize).collect()
    }

    /// Cumulative share of the amount of the budget year that begins in `january`, by plan month. What was released
    /// before the plan's first month is there in its first month; nothing arrives before month `from` of the year.
    fn release(&self, points: &[f64; 13], january: i64, from: u8) -> Vec<f64> {
        let mut highest = 0.0_f64;
        let at = |t: i64| {
            let since_january = t - january;
            if since_january < i64::from(from) - 1 {
                0.0
            } else {
                highest = highest.max(clamp_share(points[since_january.clamp(0, 12) as usize]));
                highest
            }
        };
        (0..self.months as i64).map(at).collect()
    }

    pub(super) fn source(&self, source: &Source) -> SourceInputs {
        let amount = match self.overrides.amounts.get(&source.id) {
            Some(Amount::Factor(f)) => clamp_from(*f, 0.0) * clamp_from(source.reference.value, 0.0),
            Some(Amount::Fixed(a)) => clamp_from(*a, 0.0),
            None => clamp_from(source.amount.value, 0.0),
        };
        let points = &source.release.points;
        let mut planned = vec![0.0; self.months];
        let mut released = vec![0.0; self.months];
        let mut by_plan = vec![0.0; self.months];
        let (mut realised, late) = (self.now.realised(source), self.now.late(source));
        let likely = if self.likely {
            clamp_from(source.realisation.likely, 0.0)
        } else {
            1.0
        };
        realised.iter_mut().for_each(|r| *r *= likely);
        let mut arrived = vec![0.0; self.months];
        let mut by_year = Vec::new();
        for (nth, january) in self.januaries().enumerate() {
            let amount = self.year_amount(source, self.calendar.start.year + nth as i32, amount);
            let cumulative = self.release(points, january, 1);
            let mut year = YearMoney {
                planned: vec![0.0; self.months],
                released: vec![0.0; self.months],
                curve: vec![0.0; self.months],
            };
            add_increments(&mut year.planned, &cumulative, amount);
            add_increments(&mut year.curve, &cumulative, 1.0);
            add_increments(&mut planned, &cumulative, amount);
            by_plan.iter_mut().zip(&cumulative).for_each(|(sum, c)| *sum += c);
            // What an event takes, it takes of what arrives from its first month on.
            arrived.fill(0.0);
            add_increments(&mut arrived, &self.release(points, january, late), 1.0);
            for (t, (share, realised)) in arrived.iter().zip(&realised).enumerate() {
                released[t] += amount * realised * share;
                year.released[t] += amount * realised * share;
            }
            by_year.push(year);
        }
        for (comes, amount, release) in self.now.money(source) {
            if let Some(first_year) = self.januaries().next() {
                let cumulative = self.release(release, first_year, 1);
                // Starts count on what was promised; whether it comes is another matter.
                add_increments(&mut planned, &cumulative, amount);
                if comes {
                    add_increments(&mut released, &cumulative, amount * likely);
                }
                if let Some(year) = by_year.first_mut() {
                    add_increments(&mut year.planned, &cumulative, amount);
                    if comes {
                        add_increments(&mut year.released, &cumulative, amount * likely);
                    }
                }
            }
        }
        let all: f64 = by_plan.last().copied().unwrap_or(0.0);
        for share in by_year.iter_mut().flat_map(|y| &mut y.curve) {
            *share = if all > 0.0 { *share / all } else { 0.0 };
        }
        if source.carries_over || self.expiry().is_empty() {
            by_year.clear();
        }
        SourceInputs {
            id: source.id.clone(),
            by_year,
            amount,
            curve: scaled_to_one(by_plan),
            planned,
            released,
            paid: vec![],
            other_works: clamp_share(self.overrides.other_works.unwrap_or(source.other_works.value)),
            from_residents: source.from_residents,
        }
    }

    /// Amount of one budget year: a year's own changes with the amount of the scenario.
    fn year_amount(&self, source: &Source, year: i32, amount: f64) -> f64 {
        let planned = clamp_from(source.amount.value, 0.0);
        let level = if planned > 0.0 { amount / planned } else { 1.0 };
        source
            .yearly
            .get(&year)
            .map_or(amount, |own| clamp_from(own.value, 0.0) * level)
    }
}

/// Where more money would fall: a cumulative release scaled to end at 1, or nowhere.
fn scaled_to_one(mut cumulative: Vec<f64>) -> Vec<f64> {
    if let Some(last) = cumulative.last().copied().filter(|last| *last > 0.0) {
        cumulative.iter_mut().for_each(|c| *c /= last);
    }
    cumulative
}

fn add_increments(sum: &mut [f64], cumulative: &[f64], amount: f64) {
    let mut before = 0.0;
    for (slot, c) in sum.iter_mut().zip(cumulative) {
        *slot += amount * (c - before);
        before = *c;
    }
}
