//! Units wanted by month.

use super::World;
use ntm_core::model::*;

impl World<'_> {
    /// Years with goals, in order: those some month can decide for.
    pub(super) fn goal_years(&self, line: &Line) -> Vec<(i32, f64)> {
        let mut years: Vec<i32> = (0..self.months)
            .filter(|t| *t > 0 || self.month_of(0).1 != 1)
            .map(|t| self.counts_for(t))
            .collect();
        years.dedup();
        let goal = |y: i32| line.goals.get(&y).map_or(0.0, |g| g.value);
        years.into_iter().map(|y| (y, goal(y))).collect()
    }

    /// Goal up to each year, with the last month that decides for it.
    pub(super) fn goals_by(&self, line: &Line) -> Vec<(f64, usize)> {
        let mut sum = 0.0;
        self.goal_years(line)
            .into_iter()
            .map(|(year, goal)| {
                sum += goal;
                let last = (0..self.months).rfind(|t| self.counts_for(*t) == year).unwrap();
                (sum, last)
            })
            .collect()
    }

    /// The same with a goal for each year.
    pub(super) fn wanted_by_year(&self, line: &Line) -> Vec<usize> {
        let pass = self.planned_pass(line);
        let under_way = self.under_way(line);
        let by: Vec<usize> = self
            .goals_by(line)
            .iter()
            .map(|(goal, _)| {
                let n = (0..).find(|n| *n as f64 * pass >= goal - 1e-9).unwrap();
                n - n.min(under_way)
            })
            .collect();
        let all = by.last().copied().unwrap_or(0);
        let by: Vec<usize> = match self.over.pushed.get(&line.id) {
            None => by,
            Some(n) if all == 0 => vec![*n as usize; by.len()],
            Some(n) => by
                .iter()
                .map(|b| (f64::from(*n) * *b as f64 / all as f64 + 0.5).floor() as usize)
                .collect(),
        };
        let early = matches!(
            self.over.schedule.as_ref().unwrap_or(&self.plan.schedule),
            Schedule::Early
        );
        let duration = line.duration.value as usize;
        let mut starts = vec![0; self.months];
        let mut before = 0;
        for ((year, _), by) in self.goal_years(line).into_iter().zip(by) {
            let n = by - before.min(by);
            before = before.max(by);
            let useful: Vec<usize> = (0..self.months)
                .filter(|t| {
                    self.decided(line, t + duration - 1)
                        .is_some_and(|r| self.counts_for(r) == year)
                })
                .collect();
            if early || useful.is_empty() {
                starts[useful.first().copied().unwrap_or(0)] += n;
                continue;
            }
            let upto = |k: usize| (n as f64 * k as f64 / useful.len() as f64 + 0.5).floor() as usize;
            for (k, t) in useful.iter().enumerate() {
                starts[*t] += upto(k + 1) - upto(k);
            }
        }
        (0..self.months).map(|t| starts[..=t].iter().sum()).collect()
    }

    /// Units wanted by the end of each month, cumulative.
    pub(super) fn wanted(&self, line: &Line) -> Vec<usize> {
        let named = match self.over.schedule.as_ref().unwrap_or(&self.plan.schedule) {
            Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. } => starts.contains_key(&line.id),
            _ => false,
        };
        if !line.goals.is_empty() && !named {
            return self.wanted_by_year(line);
        }
        let pass = self.planned_pass(line);
        let for_goal = (0..).find(|n| *n as f64 * pass >= line.goal.value - 1e-9).unwrap();
        let n = match self.over.pushed.get(&line.id) {
            Some(n) => *n as usize,
            None => for_goal - for_goal.min(self.under_way(line)),
        };
        let duration = line.duration.value as usize;
        let useful: Vec<usize> = (0..self.months)
            .filter(|t| self.decided(line, t + duration - 1).is_some())
            .collect();
        match self.over.schedule.as_ref().unwrap_or(&self.plan.schedule) {
            Schedule::Early => vec![n; self.months],
            Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. } if starts.contains_key(&line.id) => (0
                ..self.months)
                .map(|t| starts[&line.id].iter().take(t + 1).map(|n| *n as usize).sum())
                .collect(),
            _ => (0..self.months)
                .map(|t| {
                    let k = useful.iter().filter(|u| **u <= t).count();
                    if useful.is_empty() {
                        n
                    } else {
                        (n as f64 * k as f64 / useful.len() as f64 + 0.5).floor() as usize
                    }
                })
                .collect(),
        }
    }
}
