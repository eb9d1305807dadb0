//! The funding test where money expires: Gale's condition by set of sources, the money of each year for its own bills.
//!
//! For every set of sources that carry over, what the lines can only get from it, over all years, must be there; in each
//! year the worst set of expiring sources counts beside it. Coefficients are those of [`super::funding`].

use super::buckets::Buckets;
use super::funding::coefficient;
use super::ledger::EPS;
use super::{Inputs, LineInputs};

/// Up to so many sources the sets are looked through one by one; more are not told apart from the last of these.
pub(super) const MOST_SOURCES: usize = 12;

/// A row of the test: a set of sources that carry over and, by span, one of those that expire, as bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearSets {
    pub carrying: u32,
    /// Shape `[span]`.
    pub expiring: Vec<u32>,
}

impl YearSets {
    /// All sources that a row is about, as bits.
    pub fn sources(&self) -> u32 {
        self.expiring.iter().fold(self.carrying, |all, set| all | set)
    }
}

/// Money committed by year, and what it leaves.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct YearRows {
    /// Sets of sources that carry over, as bits.
    carrying: Vec<u32>,
    /// Sets of sources that expire, as bits.
    expiring: Vec<u32>,
    /// Need of a unit of cost, shape `[line][set]`.
    needs: Vec<Vec<f64>>,
    /// Money of all years of each set, shape `[set]`; only sets of carrying sources are read.
    carried: Vec<f64>,
    /// Money of a year of each set, shape `[span][set]`; only sets of expiring sources are read.
    yearly: Vec<Vec<f64>>,
    /// Committed need, shape `[span][set]`.
    used: Vec<Vec<f64>>,
    /// Committed cost.
    cost: f64,
    arrears: f64,
}

/// Cost of one unit by span, triệu đồng: cumulative planned `spend` (shape `[month since the start]`) of a unit started
/// in `from`; what falls due after the calendar counts in the last span.
pub(crate) fn split_by_span(inputs: &Inputs, cost: f64, from: usize, spend: &[f64]) -> Vec<f64> {
    let by = |t: usize| match (t + 1).checked_sub(from) {
        None | Some(0) => 0.0,
        Some(done) => spend.get(done - 1).or(spend.last()).copied().unwrap_or(0.0),
    };
    let mut before = 0.0;
    let mut parts: Vec<f64> = inputs
        .expiry
        .iter()
        .map(|last| {
            let now = by(*last);
            let part = now - before;
            before = now;
            part
        })
        .collect();
    parts.push((cost - before).max(0.0));
    parts
}

impl YearRows {
    pub(super) fn new(inputs: &Inputs, arrears: f64) -> Self {
        let sources = inputs.sources.len().min(MOST_SOURCES);
        let sets = 0..1_u32 << sources;
        let bits = |of: &dyn Fn(usize) -> bool| -> u32 { (0..sources).filter(|s| of(*s)).map(|s| 1 << s).sum() };
        let expire = bits(&|s| inputs.sources[s].expires());
        let within = |mask: u32| -> Vec<u32> { sets.clone().filter(|set| set & !mask == 0).collect() };
        let need = |line: &LineInputs| -> Vec<f64> {
            let of = |set: u32| coefficient(line, inputs.sources.len(), |s| s < sources && set >> s & 1 == 1);
            sets.clone().map(of).collect()
        };
        let buckets = Buckets::new(inputs);
        let free = buckets.free(inputs);
        let money = |set: u32, span: usize| -> f64 {
            let inside = (0..sources).filter(|s| set >> s & 1 == 1);
            inside.map(|s| free[buckets.of(s, span)]).sum()
        };
        let spans = inputs.spans();
        Self {
            carrying: within(!expire & (sets.end - 1)),
            expiring: within(expire),
            needs: inputs.lines.iter().map(need).collect(),
            carried: sets.clone().map(|set| money(set, 0)).collect(),
            yearly: (0..spans)
                .map(|span| sets.clone().map(|set| money(set, span)).collect())
                .collect(),
            used: vec![vec![0.0; sets.len()]; spans],
            cost: 0.0,
            arrears,
        }
    }

    /// Whether `units` of a line, `parts` of cost by span each, are financed beside what is committed; `extra` is more
    /// money: a source, and how much by span (all of it in the first, if it carries over).
    pub(crate) fn fits(&self, line: usize, parts: &[f64], units: f64, extra: Option<(usize, &[f64])>) -> bool {
        let needs = &self.needs[line];
        let more = |set: u32, span: usize| match extra {
            Some((source, amounts)) if set >> source & 1 == 1 => amounts.get(span).copied().unwrap_or(0.0),
            _ => 0.0,
        };
        let total = self.cost + units * parts.iter().sum::<f64>();
        self.carrying.iter().all(|&carrying| {
            let (mut before, mut after) = (0.0, 0.0);
            for (span, used) in self.used.iter().enumerate() {
                let (mut most_before, mut most_after) = (0.0_f64, 0.0_f64);
                for &expiring in &self.expiring {
                    let set = (carrying | expiring) as usize;
                    let money = self.yearly[span][expiring as usize] + more(expiring, span);
                    most_before = most_before.max(used[set] - money);
                    most_after = most_after.max(used[set] + units * parts[span] * needs[set] - money);
                }
                before += most_before;
                after += most_after;
            }
            let money = self.carried[carrying as usize] + more(carrying, 0) + self.arrears;
            // What is too much already does not refuse a unit that takes nothing of it.
            after <= before || after <= money + EPS * (money + total)
        })
    }

    /// The rows that these costs (shape `[line][span]`) break beside what is committed, with what each leaves for them,
    /// triệu đồng: for each set of sources that carry over the worst of its rows.
    pub(crate) fn find_broken(&self, parts: &[Vec<f64>]) -> Vec<(YearSets, f64)> {
        let all = self.cost + parts.iter().flatten().sum::<f64>();
        let of_carrying = |&carrying: &u32| {
            // What is committed takes, at its worst and in the row of these costs; what both take together.
            let (mut before, mut own, mut after) = (0.0, 0.0, 0.0);
            let mut sets = vec![];
            for (span, used) in self.used.iter().enumerate() {
                let over = |expiring: u32, more: &dyn Fn(usize) -> f64| {
                    let set = (carrying | expiring) as usize;
                    used[set] + more(set) - self.yearly[span][expiring as usize]
                };
                let more = |set: usize| -> f64 {
                    let needs = self.needs.iter().zip(parts);
                    needs.map(|(needs, parts)| needs[set] * parts[span]).sum()
                };
                let (mut worst, mut highest) = (0, 0.0_f64);
                for &expiring in &self.expiring {
                    let value = over(expiring, &more);
                    if value > highest {
                        (worst, highest) = (expiring, value);
                    }
                }
                let committed = self.expiring.iter().map(|e| over(*e, &|_| 0.0));
                before += committed.fold(0.0_f64, f64::max);
                own += over(worst, &|_| 0.0);
                after += highest;
                sets.push(worst);
            }
            let money = self.carried[carrying as usize] + self.arrears;
            let limit = before.max(money + EPS * (money + all));
            let sets = YearSets {
                carrying,
                expiring: sets,
            };
            (after > limit + EPS * limit.abs()).then_some((sets, (limit - own).max(0.0)))
        };
        self.carrying.iter().filter_map(of_carrying).collect()
    }

    /// What a unit of a line with this cost by span takes of a row, triệu đồng.
    pub(crate) fn measure_need(&self, line: usize, parts: &[f64], sets: &YearSets) -> f64 {
        let spans = parts.iter().zip(&sets.expiring);
        spans
            .map(|(part, expiring)| part * self.needs[line][(sets.carrying | expiring) as usize])
            .sum()
    }

    pub(crate) fn commit(&mut self, line: usize, parts: &[f64], units: f64) {
        for (used, part) in self.used.iter_mut().zip(parts) {
            for (used, need) in used.iter_mut().zip(&self.needs[line]) {
                *used += units * part * need;
            }
        }
        self.cost += units * parts.iter().sum::<f64>();
    }

    /// Largest number of at most `most` units that fit.
    pub(super) fn room(&self, line: usize, parts: &[f64], most: usize) -> usize {
        let fits = |units: usize| self.fits(line, parts, units as f64, None);
        if most == 0 || fits(most) {
            return most;
        }
        let (mut low, mut high) = (0, most - 1);
        while low < high {
            let middle = (low + high).div_ceil(2);
            if fits(middle) { low = middle } else { high = middle - 1 }
        }
        low
    }

    /// More free money of a source, coming as `curve` by span, that lets one more unit fit; infinite if none does.
    pub(super) fn relief(&self, line: usize, parts: &[f64], source: usize, curve: &[f64]) -> f64 {
        let fits = |extra: f64| {
            let amounts: Vec<f64> = curve.iter().map(|part| part * extra).collect();
            self.fits(line, parts, 1.0, Some((source, &amounts)))
        };
        if fits(0.0) {
            return 0.0;
        }
        // Far above any cost: what this does not reach, no money does.
        let (mut low, mut high) = (0.0, 1e3 * (1.0 + self.cost + parts.iter().sum::<f64>()));
        if !fits(high) {
            return f64::INFINITY;
        }
        for _ in 0..60 {
            let middle = (low + high) / 2.0;
            if fits(middle) { high = middle } else { low = middle }
        }
        high
    }
}
