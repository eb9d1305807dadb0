//! Units to choose from.

use super::{Unit, Work, World};
use ntm_core::model::*;

impl World<'_> {
    /// Units to choose from, in order of choice, with their cost before any factor.
    pub(super) fn units(&self, line: &Line) -> Vec<Unit> {
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
    pub(super) fn is_first(&self, line: &Line) -> bool {
        let first = self.plan.lines.iter().find(|l| l.level == line.level);
        first.is_some_and(|first| first.id == line.id)
    }

    /// How many communes that the plan makes advanced may have begun to work towards the model level by `month`.
    pub(super) fn climbed(&self, works: &[Work], line: &Line, month: usize) -> usize {
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
}
