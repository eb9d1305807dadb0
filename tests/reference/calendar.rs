//! Months, budget years, events, and what changes from month to month.

use super::World;
use ntm_core::model::*;

impl World<'_> {
    pub(super) fn month_of(&self, t: usize) -> (i32, u8) {
        let index = self.plan.calendar.start.year * 12 + i32::from(self.plan.calendar.start.month) - 1 + t as i32;
        (index.div_euclid(12), (index.rem_euclid(12) + 1) as u8)
    }

    pub(super) fn effects(&self) -> Vec<(&Event, &Effect)> {
        let mut list = vec![];
        for event in &self.plan.events {
            if *self.over.events.get(&event.id).unwrap_or(&event.on) {
                for effect in &event.effects {
                    list.push((event, effect));
                }
            }
        }
        list
    }

    /// Budget years that release money: the last month alone opens no new one.
    pub(super) fn budget_years(&self) -> Vec<i32> {
        let first = self.month_of(0).0;
        (first..first + 7)
            .filter(|y| *y == first || (0..self.months - 1).any(|t| self.month_of(t) == (*y, 1)))
            .collect()
    }

    /// Whether what an event changes for good is changed by the end of month `t`.
    pub(super) fn begun(&self, event: &Event, t: usize) -> bool {
        let hit = |u: usize| event.months.iter().any(|m| m.month == self.month_of(u).1);
        event.months.is_empty() || (0..=t).any(hit)
    }

    /// Year a decision in month `t` counts for.
    pub(super) fn counts_for(&self, t: usize) -> i32 {
        let (year, month) = self.month_of(t);
        if month == 1 { year - 1 } else { year }
    }

    pub(super) fn discipline(&self) -> Discipline {
        self.over.discipline.unwrap_or(self.plan.discipline)
    }
}
