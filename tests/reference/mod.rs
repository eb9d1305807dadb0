//! The planning model once more, as plainly as it can be written: unit by unit, month by month, payment by an integer
//! maximum flow. It shares no code with the engine, so that a misreading in one shows as a difference.
#![allow(dead_code, clippy::unwrap_used)]

use ntm_planner::model::*;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What a run gives, as far as the model fixes it.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// Units started, those under way in month 0, shape `[line][month]`.
    pub started: Vec<Vec<f64>>,
    /// Expected units recognised, shape `[line][month]`.
    pub recognised: Vec<Vec<f64>>,
    /// Bills, shape `[line][month]`.
    pub needed: Vec<Vec<f64>>,
    /// What counts in all at the end of each month, shape `[line][month]`.
    pub stock: Vec<Vec<f64>>,
    /// Certificates renewed, shape `[line][month]`.
    pub renewed: Vec<Vec<f64>>,
    /// By line.
    pub attainment: Vec<f64>,
    /// Ids of named communes started, sorted.
    pub communes: Vec<String>,
    /// Released by source and month.
    pub released: Vec<Vec<f64>>,
    /// Paid over the plan, by source.
    pub paid: Vec<f64>,
    /// Unpaid at the end.
    pub debt: f64,
    /// Weighted attainment.
    pub score: f64,
    /// Whether units under way alone can be financed: otherwise the model does not say what may still start.
    pub sound: bool,
}

/// Overrides of a scenario and the plan they belong to.
struct World<'a> {
    plan: &'a Plan,
    over: &'a Overrides,
    months: usize,
    /// What [`World::of_year`] gave: source, year, month, whether really.
    known: RefCell<BTreeMap<(String, i32, usize, bool), f64>>,
}

/// One unit that may start.
#[derive(Clone, Debug)]
struct Unit {
    id: Option<String>,
    fixed: bool,
    /// A commune that the plan makes advanced first, not named.
    climbs: bool,
    /// Month of its own.
    start: Option<usize>,
    cost: f64,
    months: f64,
}

/// One unit that works.
#[derive(Clone, Debug)]
struct Work {
    line: usize,
    start: usize,
    cost: f64,
    months: f64,
    id: Option<String>,
    /// No unit but the renewal of so many certificates, paid in its month.
    renewal: Option<f64>,
}

impl World<'_> {
    fn month_of(&self, t: usize) -> (i32, u8) {
        let index = self.plan.calendar.start.year * 12 + i32::from(self.plan.calendar.start.month) - 1 + t as i32;
        (index.div_euclid(12), (index.rem_euclid(12) + 1) as u8)
    }

    fn effects(&self) -> Vec<(&Event, &Effect)> {
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
    fn budget_years(&self) -> Vec<i32> {
        let first = self.month_of(0).0;
        (first..first + 7)
            .filter(|y| *y == first || (0..self.months - 1).any(|t| self.month_of(t) == (*y, 1)))
            .collect()
    }

    /// Share of the money of budget year `year` that is there by the end of month `t`.
    fn share_by(&self, points: &[f64], year: i32, t: usize) -> f64 {
        let (y, m) = self.month_of(t);
        let since_january = (y - year) * 12 + i32::from(m) - 1;
        if since_january < 0 {
            0.0
        } else {
            points[(since_january as usize).min(12)]
        }
    }

    fn amount(&self, s: &Source) -> f64 {
        match self.over.amounts.get(&s.id) {
            None => s.amount.value,
            Some(Amount::Fixed(a)) => *a,
            Some(Amount::Factor(f)) => s.reference.value * f,
        }
    }

    fn other_works(&self, s: &Source) -> f64 {
        self.over.other_works.unwrap_or(s.other_works.value)
    }

    /// Whether what an event changes for good is changed by the end of month `t`.
    fn begun(&self, event: &Event, t: usize) -> bool {
        let hit = |u: usize| event.months.iter().any(|m| m.month == self.month_of(u).1);
        event.months.is_empty() || (0..=t).any(hit)
    }

    /// Cumulative release of a source by the end of month `t`: as planned, or as events let it happen.
    fn released_by(&self, s: &Source, t: usize, really: bool) -> f64 {
        let years = self.budget_years();
        self.extra(s, t, really) + years.iter().map(|y| self.of_year(s, *y, t, really)).sum::<f64>()
    }

    /// Money that events add by the end of month `t`.
    fn extra(&self, s: &Source, t: usize, really: bool) -> f64 {
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
    fn of_year(&self, s: &Source, year: i32, t: usize, really: bool) -> f64 {
        let key = (s.id.clone(), year, t, really);
        if let Some(known) = self.known.borrow().get(&key) {
            return *known;
        }
        let value = self.of_year_anew(s, year, t, really);
        self.known.borrow_mut().insert(key, value);
        value
    }

    fn of_year_anew(&self, s: &Source, year: i32, t: usize, really: bool) -> f64 {
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

    fn free_by(&self, s: &Source, t: usize, really: bool) -> f64 {
        self.released_by(s, t, really) * (1.0 - self.other_works(s))
    }

    fn free(&self, s: &Source) -> f64 {
        self.free_by(s, self.months - 1, false)
    }

    /// Last months of the money of each budget year but the last, if any source loses what is left then.
    fn expiry(&self) -> Vec<usize> {
        if self.plan.sources.iter().all(|s| s.carries_over) {
            return vec![];
        }
        let is_end = |t: &usize| *t > 0 && self.month_of(*t).1 == 1 && self.month_of(*t).0 > self.month_of(0).0;
        (0..self.months - 1).filter(is_end).collect()
    }

    fn span(&self, t: usize) -> usize {
        self.expiry().iter().filter(|end| **end < t).count()
    }

    /// Free money of one budget year, the `nth`, by the end of month `t`.
    fn free_of_year(&self, s: &Source, nth: usize, t: usize, really: bool) -> f64 {
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
    fn by_year(&self, cost: &[Vec<f64>]) -> (Plan, Vec<(usize, usize)>, Vec<f64>) {
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

    fn purse(&self, purse: (usize, usize), really: bool) -> f64 {
        let source = &self.plan.sources[purse.0];
        if source.carries_over || self.expiry().is_empty() {
            self.free_by(source, self.months - 1, really)
        } else {
            self.free_of_year(source, purse.1, self.months - 1, really)
        }
    }

    fn discipline(&self) -> Discipline {
        self.over.discipline.unwrap_or(self.plan.discipline)
    }

    /// Factor on the cost of a unit that starts in month `t`.
    fn cost_factor(&self, line: &Line, t: usize) -> f64 {
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

    fn speed(&self, line: &Line, t: usize) -> f64 {
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

    fn planned_pass(&self, line: &Line) -> f64 {
        line.appraisal.stages.iter().map(|s| s.pass.value).product()
    }

    /// Share of units decided on in month `t` that pass.
    fn pass(&self, line: &Line, t: usize) -> f64 {
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

    fn is_round(&self, line: &Line, t: usize) -> bool {
        let month = self.month_of(t).1;
        let january_before = t == 0 && month == 1;
        let held = match &line.appraisal.rounds {
            Rounds::EveryMonth => true,
            Rounds::Months { months } => months.contains(&month),
        };
        held && !january_before
    }

    fn decided(&self, line: &Line, finish: usize) -> Option<usize> {
        let lag = line.appraisal.lag.value as usize;
        (0..self.months).find(|r| *r >= finish + lag && self.is_round(line, *r))
    }

    fn under_way(&self, line: &Line) -> usize {
        line.under_way.as_ref().map_or(0, |u| u.units.value as usize)
    }

    /// Year a decision in month `t` counts for.
    fn counts_for(&self, t: usize) -> i32 {
        let (year, month) = self.month_of(t);
        if month == 1 { year - 1 } else { year }
    }

    /// Years with goals, in order: those some month can decide for.
    fn goal_years(&self, line: &Line) -> Vec<(i32, f64)> {
        let mut years: Vec<i32> = (0..self.months)
            .filter(|t| *t > 0 || self.month_of(0).1 != 1)
            .map(|t| self.counts_for(t))
            .collect();
        years.dedup();
        let goal = |y: i32| line.goals.get(&y).map_or(0.0, |g| g.value);
        years.into_iter().map(|y| (y, goal(y))).collect()
    }

    /// Goal up to each year, with the last month that decides for it.
    fn goals_by(&self, line: &Line) -> Vec<(f64, usize)> {
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
    fn wanted_by_year(&self, line: &Line) -> Vec<usize> {
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
    fn wanted(&self, line: &Line) -> Vec<usize> {
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

    /// Units to choose from, in order of choice, with their cost before any factor.
    fn units(&self, line: &Line) -> Vec<Unit> {
        let own = Unit {
            id: None,
            fixed: false,
            climbs: false,
            start: None,
            cost: line.unit_cost.likely,
            months: line.duration.value,
        };
        let Some(level) = line.level.filter(|_| !self.plan.communes.is_empty()) else {
            let count = line.candidates.value as usize;
            return vec![own; count - count.min(self.under_way(line))];
        };
        let mut list = vec![];
        for commune in &self.plan.communes {
            let start = self.over.commune_starts.get(&commune.id).copied();
            let mut pick = self.over.picks.get(&commune.id).copied().unwrap_or_default();
            if pick == Pick::Free && start.is_some() {
                pick = Pick::In;
            }
            let earlier = commune.target_year.is_none_or(|y| y < self.plan.calendar.start.year);
            let may = match level {
                Level::Model => commune.level == Level::Advanced && earlier,
                Level::Advanced => commune.level == Level::Ntm,
                _ => commune.level == Level::None,
            };
            if !may || pick == Pick::Out {
                continue;
            }
            let set = self.plan.criteria_sets.iter().find(|s| s.level == level);
            let known = set.and_then(|set| {
                let (mut cost, mut months) = (0.0, 1.0_f64);
                for criterion in &set.criteria {
                    let entry = commune.criteria.get(&criterion.id)?;
                    match entry.state {
                        CriterionState::Unknown => return None,
                        CriterionState::Met => {}
                        _ => {
                            cost += entry.cost?;
                            months = months.max(entry.months?);
                        }
                    }
                }
                Some((cost, months))
            });
            let (cost, months) = known.unwrap_or((own.cost, own.months));
            list.push(Unit {
                id: (known.is_some() || pick == Pick::In).then(|| commune.id.clone()),
                fixed: pick == Pick::In,
                climbs: false,
                start,
                cost,
                months,
            });
        }
        if level == Level::Model && self.is_first(line) {
            // There are as many as may become advanced; whether they are by a month is asked when they would start.
            let advanced = self.plan.lines.iter().find(|l| l.level == Some(Level::Advanced));
            let some = advanced.map_or(0, |l| self.units(l).len() + self.under_way(l));
            list.extend(vec![Unit { climbs: true, ..own }; some]);
        }
        let factor = self.cost_factor(line, 0);
        let key = |u: &Unit| {
            (
                !u.fixed,
                u.cost * factor,
                u.months,
                u.id.is_none(),
                u.climbs,
                u.id.clone(),
            )
        };
        list.sort_by(|a, b| key(a).partial_cmp(&key(b)).unwrap());
        list
    }

    /// Whether it is the first line of its level.
    fn is_first(&self, line: &Line) -> bool {
        let first = self.plan.lines.iter().find(|l| l.level == line.level);
        first.is_some_and(|first| first.id == line.id)
    }

    /// How many communes that the plan makes advanced may have begun to work towards the model level by `month`.
    fn climbed(&self, works: &[Work], line: &Line, month: usize) -> usize {
        let Some(from) = self.plan.lines.iter().position(|l| l.level == Some(Level::Advanced)) else {
            return 0;
        };
        // Decided for a later year, at planned speed.
        let Some(own) = self.decided(line, month + line.duration.value as usize - 1) else {
            return 0;
        };
        let mut units = 0.0;
        for w in works.iter().filter(|w| w.line == from && w.renewal.is_none()) {
            if let Some(round) = self.round_of(w).filter(|r| *r < month)
                && self.counts_for(round) < self.counts_for(own)
            {
                units += self.pass(&self.plan.lines[from], round);
            }
        }
        (units + 1e-9) as usize
    }

    /// Share of the cost spent when `done` of `months` of work are done.
    fn spent(&self, line: &Line, done: f64, months: f64) -> f64 {
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
    fn round_of(&self, w: &Work) -> Option<usize> {
        let line = &self.plan.lines[w.line];
        let worked = |t: usize| (w.start..=t).map(|m| self.speed(line, m)).sum::<f64>();
        let finish = (w.start..self.months).find(|t| worked(*t) >= w.months - 1e-9);
        finish.and_then(|f| self.decided(line, f))
    }

    /// Cost of a unit that has fallen due by the end of month `t`.
    fn due_by(&self, work: &Work, t: usize, really: bool) -> f64 {
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

    fn due_all(&self, works: &[Work], t: usize) -> f64 {
        works.iter().map(|w| self.due_by(w, t, false)).sum()
    }

    /// Most that a source may pay to a line, shape `[line][source]`; empty if nothing is capped.
    fn caps(&self) -> Vec<Vec<f64>> {
        if self.over.caps.values().all(|own| own.is_empty()) {
            return vec![];
        }
        let cap = |l: &Line, s: &Source| self.over.caps.get(&l.id).and_then(|own| own.get(&s.id)).copied();
        let of_line = |l: &Line| {
            self.plan
                .sources
                .iter()
                .map(|s| cap(l, s).unwrap_or(f64::INFINITY))
                .collect()
        };
        self.plan.lines.iter().map(of_line).collect()
    }

    /// Can the whole cost be financed over all years, no source paying more to a line than its cap?
    fn within_caps(&self, works: &[Work], arrears: f64) -> bool {
        let caps = self.caps();
        if caps.is_empty() {
            return true;
        }
        let mut cost = vec![0.0; self.plan.lines.len()];
        works.iter().for_each(|w| cost[w.line] += w.cost);
        let free: Vec<f64> = self.plan.sources.iter().map(|s| self.free(s)).collect();
        let total: f64 = cost.iter().sum();
        payable_within(self.plan, &free, &cost, arrears, &caps) >= total - 1e-7 - 1e-9 * (total + arrears)
    }

    /// May these units work, given that all but the last already do?
    fn may(&self, works: &[Work]) -> bool {
        let new = works.last().unwrap();
        if new.cost == 0.0 {
            return true;
        }
        let ends = self.expiry();
        let mut cost = vec![vec![0.0; ends.len() + 1]; self.plan.lines.len()];
        for w in works {
            let mut before = 0.0;
            for (span, end) in ends.iter().enumerate() {
                let by = self.due_by(w, *end, false);
                cost[w.line][span] += by - before;
                before = by;
            }
            cost[w.line][ends.len()] += w.cost - before;
        }
        let (by_year, purses, cost) = self.by_year(&cost);
        let free: Vec<f64> = purses.iter().map(|p| self.purse(*p, false)).collect();
        let (arrears, wait) = match self.discipline() {
            Discipline::Bridge { wait } => (0.0, Some(wait)),
            Discipline::Arrears { cap, wait } => (cap, Some(wait)),
            Discipline::PayAsYouGo => (0.0, None),
        };
        if !covers(&by_year, &free, &cost, arrears) || !self.within_caps(works, arrears) {
            return false;
        }
        match wait {
            Some(wait) => (0..self.months).all(|t| {
                let last = (t + wait).min(self.months - 1);
                let money: f64 = self.plan.sources.iter().map(|s| self.free_by(s, last, false)).sum();
                let money = money + if last == self.months - 1 { arrears } else { 0.0 };
                let due = self.due_all(works, t);
                self.due_by(new, t, false) == 0.0 || due <= money + 1e-9 * (due + money)
            }),
            // Each line has one payer here: its cash must cover the bills of all its lines at any time.
            None => {
                let payer = single_payer(&self.plan.lines[new.line]).unwrap();
                let same: Vec<Work> = works
                    .iter()
                    .filter(|w| single_payer(&self.plan.lines[w.line]).as_ref() == Some(&payer))
                    .cloned()
                    .collect();
                let source = self.plan.sources.iter().find(|s| s.id == payer).unwrap();
                (0..self.months).all(|t| {
                    let (mut due, mut money) = (self.due_all(&same, t), self.free_by(source, t, false));
                    if !source.carries_over && !ends.is_empty() {
                        let span = self.span(t);
                        due -= if span > 0 {
                            self.due_all(&same, ends[span - 1])
                        } else {
                            0.0
                        };
                        money = self.free_of_year(source, span, t, false);
                    }
                    due <= money + 1e-9 * (due + money)
                })
            }
        }
    }
}

/// The only source that may pay a line, if it is the only one and may pay all.
pub fn single_payer(line: &Line) -> Option<String> {
    let mut payers = line.recipe.iter().filter(|(_, share)| share.max > 0.0);
    let (id, share) = payers.next()?;
    (payers.next().is_none() && share.max == 1.0).then(|| id.clone())
}

/// Runs a plan under a scenario.
pub fn run(plan: &Plan, scenario: &Scenario) -> Reference {
    let world = World {
        plan,
        over: &scenario.overrides,
        months: plan.calendar.months,
        known: RefCell::default(),
    };
    let months = world.months;
    let mut works: Vec<Work> = vec![];
    for (l, line) in plan.lines.iter().enumerate() {
        if let Some(u) = &line.under_way {
            let cost = line.unit_cost.likely * world.cost_factor(line, 0) * u.money_left.value;
            let unit = Work {
                line: l,
                start: 0,
                cost,
                months: line.duration.value * u.work_left.value,
                id: None,
                renewal: None,
            };
            works.extend(vec![unit; u.units.value as usize]);
        }
    }
    let sound = works.iter().enumerate().all(|(i, _)| world.may(&works[..=i]));
    decide(&world, &mut works);
    tally(&world, &works, months, sound)
}

/// Starts: before each budget year, line by line, month by month, unit by unit.
fn decide(world: &World, works: &mut Vec<Work>) {
    let plan = world.plan;
    let order = world.over.priority.as_ref().unwrap_or(&plan.priority);
    let mut lines: Vec<usize> = (0..plan.lines.len()).collect();
    lines.sort_by_key(|l| {
        order
            .iter()
            .position(|id| id == &plan.lines[*l].id)
            .unwrap_or(usize::MAX)
    });
    let years = world.budget_years();
    let year_of = |t: usize| world.month_of(t).0.min(*years.last().unwrap());
    let mut units: Vec<Vec<Unit>> = plan.lines.iter().map(|l| world.units(l)).collect();
    let mut begun: Vec<Vec<usize>> = vec![vec![]; plan.lines.len()];
    let mut climbers = vec![0; plan.lines.len()];
    // Of what is there before anything starts, over the whole plan.
    let mut asked = BTreeMap::new();
    renew(world, works, &lines, &mut asked, world.months, false);
    for (y, &year) in years.iter().enumerate() {
        for &l in &lines {
            let wanted = world.wanted(&plan.lines[l]);
            let limit = plan.lines[l].starts_per_month.value;
            let mine = (0..world.months).filter(|t| year_of(*t) == year);
            // Communes with a month of their own, then those fixed in, choose their months first; the others have what is left.
            let turns = [(true, true), (false, true), (false, false)]
                .into_iter()
                .flat_map(|turn| mine.clone().map(move |month| (turn, month)));
            for (turn, month) in turns {
                let mut index = 0;
                while index < units[l].len() {
                    let unit = units[l][index].clone();
                    let this_month = begun[l].iter().filter(|t| **t == month).count();
                    let wants = |t: usize| begun[l].iter().filter(|b| **b <= t).count() < wanted[t];
                    let wanted_now = match unit.start {
                        Some(own) => own <= month && wants(world.months - 1),
                        None => (month..world.months).all(wants),
                    };
                    let mine = (unit.start.is_some(), unit.fixed) == turn;
                    let climbs = unit.climbs && climbers[l] >= world.climbed(works, &plan.lines[l], month);
                    if !mine || climbs || this_month as f64 >= limit || !wanted_now {
                        index += 1;
                        continue;
                    }
                    works.push(Work {
                        line: l,
                        start: month,
                        cost: unit.cost * world.cost_factor(&plan.lines[l], month),
                        months: unit.months,
                        id: unit.id,
                        renewal: None,
                    });
                    if world.may(works) {
                        climbers[l] += usize::from(unit.climbs);
                        units[l].remove(index);
                        begun[l].push(month);
                    } else {
                        works.pop();
                        index += 1;
                    }
                }
            }
        }
        // Of what started by now, until the end of the next budget year.
        let next = years[(y + 1).min(years.len() - 1)];
        let until = (0..world.months).filter(|t| year_of(*t) <= next).count();
        renew(world, works, &lines, &mut asked, until, true);
    }
}

/// Certificates of a line that run out in month `t` and are to be renewed, with what they are of: the stock the plan
/// began with, what was renewed, and, if asked for, what was recognised.
fn to_renew(world: &World, works: &[Work], l: usize, t: usize, with_new: bool) -> f64 {
    let line = &world.plan.lines[l];
    let certificate = line.certificate.as_ref().unwrap();
    let validity = certificate.validity.value as usize;
    let mut out = 0.0;
    if t < validity {
        out += line.stock.as_ref().map_or(0.0, |s| s.value) / certificate.validity.value;
    } else {
        for w in works.iter().filter(|w| w.line == l) {
            match w.renewal {
                Some(units) if w.start + validity == t => out += units,
                None if with_new => {
                    if let Some(round) = world.round_of(w).filter(|r| r + validity == t) {
                        out += world.pass(line, round);
                    }
                }
                _ => {}
            }
        }
    }
    out * certificate.renewed.value
}

/// Renewals of the months before `until` that were not asked for yet, month by month, by order of service; each as far as
/// it can be paid.
fn renew(
    world: &World,
    works: &mut Vec<Work>,
    lines: &[usize],
    asked: &mut BTreeMap<(usize, usize), f64>,
    until: usize,
    with_new: bool,
) {
    for t in 0..until {
        for &l in lines {
            let line = &world.plan.lines[l];
            let Some(price) = line.certificate.as_ref().and_then(|c| c.cost.as_ref()) else {
                continue;
            };
            let all = to_renew(world, works, l, t, with_new);
            let open = all - asked.get(&(l, t)).unwrap_or(&0.0);
            if open <= 1e-9 {
                continue;
            }
            asked.insert((l, t), all);
            let price = price.value * world.cost_factor(line, t);
            let renewal = |units: f64| Work {
                line: l,
                start: t,
                cost: units * price,
                months: 0.0,
                id: None,
                renewal: Some(units),
            };
            let mut paid = |units: f64| {
                works.push(renewal(units));
                let may = world.may(works);
                works.pop();
                may
            };
            let all = price == 0.0 || paid(open);
            let (mut low, mut high) = (if all { open } else { 0.0 }, open);
            for _ in 0..if all { 0 } else { 26 } {
                let middle = (low + high) / 2.0;
                if paid(middle) { low = middle } else { high = middle }
            }
            works.push(renewal(low));
        }
    }
}

fn tally(world: &World, works: &[Work], months: usize, sound: bool) -> Reference {
    let plan = world.plan;
    let zeros = || vec![vec![0.0; months]; plan.lines.len()];
    let mut r = Reference {
        started: zeros(),
        recognised: zeros(),
        needed: zeros(),
        renewed: zeros(),
        sound,
        ..Reference::default()
    };
    for w in works {
        let line = &plan.lines[w.line];
        if let Some(units) = w.renewal {
            r.needed[w.line][w.start] += w.cost;
            r.renewed[w.line][w.start] += units;
            continue;
        }
        r.started[w.line][w.start] += 1.0;
        r.communes.extend(w.id.clone());
        for t in 0..months {
            let before = if t == 0 { 0.0 } else { world.due_by(w, t - 1, true) };
            r.needed[w.line][t] += world.due_by(w, t, true) - before;
        }
        if let Some(round) = world.round_of(w) {
            r.recognised[w.line][round] += world.pass(line, round);
        }
    }
    r.communes.sort();
    r.stock = (0..plan.lines.len()).map(|l| stock(plan, &r, l)).collect();
    for (l, line) in plan.lines.iter().enumerate() {
        let total: f64 = r.recognised[l].iter().sum();
        let reached = |goal: f64, units: f64| {
            if goal == 0.0 || units >= goal - 1e-9 {
                1.0
            } else {
                units / goal
            }
        };
        if line.goals.is_empty() {
            r.attainment.push(reached(line.goal.value, total));
            continue;
        }
        let (mut sum, mut points, mut before) = (0.0, 0.0, 0.0);
        for (goal, last) in world.goals_by(line) {
            let units: f64 = r.recognised[l][..=last].iter().sum();
            points += (goal - before) * reached(goal, units);
            sum += goal - before;
            before = goal;
        }
        r.attainment.push(if sum > 0.0 { points / sum } else { 1.0 });
    }
    let weight: f64 = plan.lines.iter().map(|l| l.weight.value).sum();
    let points: f64 = plan
        .lines
        .iter()
        .zip(&r.attainment)
        .map(|(l, a)| l.weight.value * a)
        .sum();
    r.score = if weight > 0.0 { points / weight } else { 0.0 };
    r.released = plan
        .sources
        .iter()
        .map(|s| {
            let by = |t: usize| world.released_by(s, t, true);
            (0..months)
                .map(|t| by(t) - if t == 0 { 0.0 } else { by(t - 1) })
                .collect()
        })
        .collect();
    pay(world, &mut r);
    r
}

/// What is valid at the end of each month: certificates one by one, by the month they were issued in.
fn stock(plan: &Plan, r: &Reference, l: usize) -> Vec<f64> {
    let line = &plan.lines[l];
    let first = line.stock.as_ref().map_or(0.0, |s| s.value);
    let by_month = |t: usize| match &line.certificate {
        None => first + r.recognised[l][..=t].iter().sum::<f64>(),
        Some(c) => {
            let validity = c.validity.value as usize;
            let old = (t + 1..validity).count() as f64 * first / validity as f64;
            let valid = (0..=t).filter(|issued| issued + validity > t);
            old + valid.map(|i| r.recognised[l][i] + r.renewed[l][i]).sum::<f64>()
        }
    };
    (0..r.recognised[l].len()).map(by_month).collect()
}

/// Each source in turn, narrowest first, pays as much as it can of what is incurred in the calendar.
fn pay(world: &World, r: &mut Reference) {
    let plan = world.plan;
    let mut cost = vec![vec![0.0; world.expiry().len() + 1]; r.needed.len()];
    for (l, needed) in r.needed.iter().enumerate() {
        for (t, needed) in needed.iter().enumerate() {
            cost[l][world.span(t)] += needed;
        }
    }
    // Caps are on what a source pays over all years; the reference has no word for them where money expires.
    let caps = if world.expiry().is_empty() {
        world.caps()
    } else {
        vec![]
    };
    let (by_year, purses, cost) = world.by_year(&cost);
    // In parts of a million, so that sums of the same shares in another order are equal.
    let width = |s: &usize| -> i64 {
        let share = |l: &Line| l.recipe.get(&plan.sources[*s].id).map_or(0.0, |r| r.max);
        (plan.lines.iter().map(share).sum::<f64>() * 1e6).round() as i64
    };
    let mut order: Vec<usize> = (0..plan.sources.len()).collect();
    order.sort_by_key(width);
    r.paid = vec![0.0; plan.sources.len()];
    let mut money = vec![0.0; purses.len()];
    let mut before = 0.0;
    for s in order {
        for (p, purse) in purses.iter().enumerate().filter(|(_, purse)| purse.0 == s) {
            money[p] = world.purse(*purse, false);
            let all = payable_within(&by_year, &money, &cost, 0.0, &caps);
            r.paid[s] += (all - before).min(world.purse(*purse, true));
            before = all;
        }
    }
    r.debt = cost.iter().sum::<f64>() - r.paid.iter().sum::<f64>();
}

/// Whether `cost` (by line) can be financed within the recipes, up to `arrears` of it later.
pub fn covers(plan: &Plan, free: &[f64], cost: &[f64], arrears: f64) -> bool {
    let total: f64 = cost.iter().sum();
    payable(plan, free, cost, arrears) >= total - 1e-7 - 1e-9 * (total + arrears)
}

/// The most that can be paid of `cost`, by an integer maximum flow in parts of 10⁹.
///
/// Each line's cost falls into the smallest share of each source, which only that source can pay, and the open rest,
/// of which each source may pay the difference between its largest and smallest share. Arrears stand in anywhere.
pub fn payable(plan: &Plan, free: &[f64], cost: &[f64], arrears: f64) -> f64 {
    payable_within(plan, free, cost, arrears, &[])
}

/// The same where a source pays at most so much to a line, shape `[line][source]`; none: as much as it may. All that a
/// source pays to a line goes through a node of its own.
fn payable_within(plan: &Plan, free: &[f64], cost: &[f64], arrears: f64, caps: &[Vec<f64>]) -> f64 {
    let whole = |x: f64| (x * 1e9).round() as i64;
    let sources = plan.sources.len();
    let slots = plan.lines.len() * (sources + 1);
    let (root, owed, sink) = (sources + 1 + slots, sources, sources + 2 + slots);
    let nodes = sink + 1 + caps.len() * sources;
    let mut capacity = vec![vec![0_i64; nodes]; nodes];
    for (s, f) in free.iter().enumerate() {
        capacity[root][s] = whole(*f);
    }
    capacity[root][owed] = whole(arrears);
    for (l, line) in plan.lines.iter().enumerate() {
        let slot = |s: usize| sources + 1 + l * (sources + 1) + s;
        let mut rest = cost[l];
        for (s, source) in plan.sources.iter().enumerate() {
            let share = line.recipe.get(&source.id).copied().unwrap_or_default();
            let least = share.min * cost[l];
            rest -= least;
            capacity[slot(s)][sink] = whole(least);
            let payer = match caps.get(l) {
                Some(own) => {
                    let through = sink + 1 + l * sources + s;
                    capacity[s][through] = if own[s].is_finite() {
                        whole(own[s])
                    } else {
                        i64::MAX / 4
                    };
                    through
                }
                None => s,
            };
            capacity[payer][slot(s)] = i64::MAX / 4;
            capacity[owed][slot(s)] = i64::MAX / 4;
            capacity[payer][slot(sources)] = whole((share.max - share.min) * cost[l]);
        }
        capacity[slot(sources)][sink] = whole(rest);
        capacity[owed][slot(sources)] = i64::MAX / 4;
    }
    max_flow(&mut capacity, root, sink) as f64 / 1e9
}

/// Maximum flow over a matrix of capacities, one shortest path after another.
fn max_flow(capacity: &mut [Vec<i64>], root: usize, sink: usize) -> i64 {
    let mut total = 0;
    loop {
        let mut from = vec![usize::MAX; capacity.len()];
        let mut queue = std::collections::VecDeque::from([root]);
        while let Some(node) = queue.pop_front() {
            for next in 0..capacity.len() {
                if capacity[node][next] > 0 && from[next] == usize::MAX && next != root {
                    from[next] = node;
                    queue.push_back(next);
                }
            }
        }
        if from[sink] == usize::MAX {
            return total;
        }
        let mut most = i64::MAX;
        let mut node = sink;
        while node != root {
            most = most.min(capacity[from[node]][node]);
            node = from[node];
        }
        node = sink;
        while node != root {
            capacity[from[node]][node] -= most;
            capacity[node][from[node]] += most;
            node = from[node];
        }
        total += most;
    }
}
