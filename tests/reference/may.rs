//! Whether a unit may start.

use super::flow::{covers, payable_within};
use super::{Work, World};
use ntm_core::model::*;

impl World<'_> {
    /// Most that a source may pay to a line, shape `[line][source]`; empty if nothing is capped.
    pub(super) fn caps(&self) -> Vec<Vec<f64>> {
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
    pub(super) fn within_caps(&self, works: &[Work], arrears: f64) -> bool {
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
    pub(super) fn may(&self, works: &[Work]) -> bool {
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
pub(super) fn single_payer(line: &Line) -> Option<String> {
    let mut payers = line.recipe.iter().filter(|(_, share)| share.max > 0.0);
    let (id, share) = payers.next()?;
    (payers.next().is_none() && share.max == 1.0).then(|| id.clone())
}
