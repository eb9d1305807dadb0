//! Reduction of samples as they are drawn: sums for chances, counts for quantiles, columns for distributions.

use super::super::Inputs;
use super::super::years::attain_goals;
use super::chance::ChanceSum;
use super::draw::Passes;
use super::run::SampleRun;
use super::table::Table;
use super::tail::count_enough;

/// More counts than this and neighbouring ones share a bin.
const MOST_BINS: usize = 1 << 14;

/// Counts of recognised units of one line after one month with a round.
#[derive(Clone, Debug)]
struct Histogram {
    month: usize,
    /// Units by bin.
    width: usize,
    bins: Vec<u32>,
}

impl Histogram {
    fn new(month: usize, most: usize) -> Self {
        let width = (most / MOST_BINS) + 1;
        Self {
            month,
            width,
            bins: vec![0; most / width + 1],
        }
    }

    fn add(&mut self, units: usize) {
        let last = self.bins.len() - 1;
        self.bins[(units / self.width).min(last)] += 1;
    }

    /// Smallest count that at least the share `p` of the samples does not exceed.
    fn quantile(&self, p: f64) -> f64 {
        let total: u32 = self.bins.iter().sum();
        let wanted = libm::ceil(p * f64::from(total) - 1e-9).max(1.0);
        let mut sum = 0;
        let place = self.bins.iter().position(|n| {
            sum += n;
            f64::from(sum) >= wanted
        });
        (place.unwrap_or(0) * self.width) as f64
    }
}

/// Everything kept of the samples drawn so far.
#[derive(Clone, Debug)]
pub struct Tally {
    months: usize,
    /// Samples.
    pub count: usize,
    /// All goals met and debt within what is allowed.
    pub joint: ChanceSum,
    /// Debt within what is allowed.
    pub no_debt: ChanceSum,
    /// Goal met, shape `[line]`.
    pub met: Vec<ChanceSum>,
    /// Shape `[line][round month]`.
    recognised: Vec<Vec<Histogram>>,
    /// Drawn values by input that varies, shape `[input][sample]`.
    pub inputs: Vec<Vec<f32>>,
    /// Recognised units, shape `[line][sample]`.
    pub units: Vec<Vec<f32>>,
    /// Chance that all targets hold given the draws but for the passes, shape `[sample]`.
    pub joints: Vec<f64>,
    /// Score, shape `[sample]`.
    pub score: Vec<f64>,
    /// Money missing, shape `[sample]`, triệu đồng.
    pub missing: Vec<f64>,
    /// Debt, shape `[sample]`, triệu đồng.
    pub debt: Vec<f64>,
    /// Contribution of the villagers per head and year, shape `[sample]`, triệu đồng.
    pub community: Vec<f64>,
    by_month: Vec<usize>,
    /// Recognised in closed months by the end of each month, shape `[line][month]`; empty without closed months.
    so_far: Vec<Vec<f64>>,
}

impl Tally {
    /// Nothing drawn yet; `slots` are the most units by line, `inputs` the number of inputs that vary.
    pub fn new(plain: &Inputs, slots: &[usize], inputs: usize) -> Self {
        let histograms = |(line, most): (&super::super::LineInputs, &usize)| {
            let rounds = (0..plain.months).filter(|t| line.rounds[*t]);
            rounds.map(|month| Histogram::new(month, *most)).collect()
        };
        let lines = plain.lines.len();
        Self {
            months: plain.months,
            count: 0,
            joint: ChanceSum::default(),
            no_debt: ChanceSum::default(),
            met: vec![ChanceSum::default(); lines],
            recognised: plain.lines.iter().zip(slots).map(histograms).collect(),
            inputs: vec![vec![]; inputs],
            units: vec![vec![]; lines],
            joints: vec![],
            score: vec![],
            missing: vec![],
            debt: vec![],
            community: vec![],
            by_month: vec![0; plain.months],
            so_far: plain.lines.iter().map(|l| sums(&l.recognised, plain.months)).collect(),
        }
    }

    /// Makes room for `n` more samples.
    pub fn reserve(&mut self, n: usize) {
        self.inputs.iter_mut().chain(&mut self.units).for_each(|c| c.reserve(n));
        let columns = [
            &mut self.joints,
            &mut self.score,
            &mut self.missing,
            &mut self.debt,
            &mut self.community,
        ];
        columns.into_iter().for_each(|c| c.reserve(n));
    }

    /// Adds a sample. `allowed` is the largest debt that is allowed, `community` what the villagers paid a head.
    pub fn add(&mut self, table: &Table, run: &SampleRun, passes: &Passes, allowed: f64, community: f64) {
        let (mut points, mut weights) = (0.0, 0.0);
        let mut all = 1.0;
        for (l, line) in table.inputs.lines.iter().enumerate() {
            let settled = run.settled(table, l);
            self.by_month.fill(0);
            for batch in &settled.batches {
                self.by_month[batch.round] += passes.of(l, line.pass_at(batch.round), batch.slot, batch.units);
            }
            let (mut units, mut from) = (0, 0);
            for histogram in &mut self.recognised[l] {
                units += self.by_month[from..=histogram.month].iter().sum::<usize>();
                from = histogram.month + 1;
                histogram.add(units);
            }
            let units_in_all: usize = self.by_month.iter().sum();
            let so_far = line.recognised_so_far();
            let years = (!line.goals.is_empty()).then(|| attain_goals(line, &run.by_month(table, passes, l)));
            let tail = &table.lines[l].tail;
            let met = match (years, tail.get(settled.submitted)) {
                (Some(part), _) => f64::from(u8::from(part >= 1.0 - 1e-9)),
                (None, Some(chance)) => *chance,
                (None, None) => f64::from(u8::from(
                    line.passes_vary() && units_in_all >= count_enough(line.goal - so_far),
                )),
            };
            self.met[l].add(met);
            all *= met;
            let units = so_far + units as f64;
            self.units[l].push(units as f32);
            weights += line.weight;
            points += line.weight
                * match years {
                    Some(part) => part,
                    None if line.goal > 0.0 => (units / line.goal).min(1.0),
                    None => 1.0,
                };
        }
        let within = if run.debt <= allowed { 1.0 } else { 0.0 };
        self.no_debt.add(within);
        self.joint.add(all * within);
        self.joints.push(all * within);
        self.score.push(if weights > 0.0 { points / weights } else { 0.0 });
        self.missing.push(run.missing);
        self.debt.push(run.debt);
        self.community.push(community);
        self.count += 1;
    }

    /// Quantile `p` of the units of a line recognised by the end of each month, shape `[month]`.
    pub fn by_month(&self, line: usize, p: f64) -> Vec<f64> {
        let mut column = vec![0.0; self.months];
        if self.count > 0 {
            for histogram in &self.recognised[line] {
                column[histogram.month..].fill(histogram.quantile(p));
            }
        }
        for (units, so_far) in column.iter_mut().zip(&self.so_far[line]) {
            *units += so_far;
        }
        column
    }
}

/// Running sums of closed months, carried on to the last month.
fn sums(closed: &[f64], months: usize) -> Vec<f64> {
    if closed.is_empty() {
        return vec![];
    }
    let mut sum = 0.0;
    (0..months)
        .map(|t| {
            sum += closed.get(t).copied().unwrap_or(0.0);
            sum
        })
        .collect()
}
