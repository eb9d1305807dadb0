//! What samples say, for screens and files.

use super::chance::Chance;
use super::sampler::Sampler;
use crate::model::LineId;
use serde::{Deserialize, Serialize};

/// Bars of a histogram.
const BINS: usize = 40;

/// Chances and distributions of a plan under a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Risk {
    /// Samples drawn.
    pub samples: usize,
    /// Seed they were drawn with.
    pub seed: u64,
    /// Every goal met and debt within what is allowed.
    pub joint: Chance,
    /// Debt within what is allowed.
    pub no_debt: Chance,
    /// Lines in plan order.
    pub lines: Vec<LineRisk>,
    /// Score, 0–1.
    pub score: Spread,
    /// Money that would pay what was started and the units money refused that goals need, less what realised money can
    /// pay of it within the recipes, triệu đồng.
    pub missing: Spread,
    /// Unpaid after the last month, triệu đồng.
    pub debt: Spread,
    /// What the villagers pay a head and year, triệu đồng.
    pub community: Spread,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LineRisk {
    /// Line.
    pub id: LineId,
    /// Goal met.
    pub chance: Chance,
    /// 10th, 50th and 90th percentile of units recognised over the plan.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// 90th percentile.
    pub p90: f64,
    /// The same by the end of each month.
    pub by_month: Band,
}

/// A band over the months, shape `[month]`, units recognised in all by the end of the month.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// 10th percentile.
    pub p10: Vec<f64>,
    /// Median.
    pub p50: Vec<f64>,
    /// 90th percentile.
    pub p90: Vec<f64>,
}

/// Distribution of one result. Percentiles are the smallest drawn value that this share of the samples does not exceed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// Smallest.
    pub min: f64,
    /// 5th percentile.
    pub p5: f64,
    /// 10th percentile.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// 90th percentile.
    pub p90: f64,
    /// 95th percentile.
    pub p95: f64,
    /// Largest.
    pub max: f64,
    /// Samples by equal parts of the range from `min` to `max`; one part if all are the same.
    pub bins: Vec<u32>,
}

/// A result of which a distribution is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// Chance that all targets hold, given everything but the passes.
    Joint,
    /// Score, 0–1.
    Score,
    /// Money missing, triệu đồng.
    Missing,
    /// Debt, triệu đồng.
    Debt,
    /// What the villagers pay a head and year, triệu đồng.
    Community,
    /// Units recognised of the line with this index.
    Units(usize),
}

impl Sampler {
    /// What the samples drawn so far say. Takes a few milliseconds for ten thousand samples, not a new run.
    pub fn risk(&self) -> Risk {
        let tally = &self.tally;
        let line = |l: usize| {
            let band = |p: f64| tally.by_month(l, p);
            let by_month = Band {
                p10: band(0.1),
                p50: band(0.5),
                p90: band(0.9),
            };
            let last = |column: &[f64]| column.last().copied().unwrap_or(0.0);
            LineRisk {
                id: self.core.plain.lines[l].id.clone(),
                chance: tally.met[l].chance(),
                p10: last(&by_month.p10),
                p50: last(&by_month.p50),
                p90: last(&by_month.p90),
                by_month,
            }
        };
        Risk {
            samples: tally.count,
            seed: self.seed(),
            joint: tally.joint.chance(),
            no_debt: tally.no_debt.chance(),
            lines: (0..self.core.plain.lines.len()).map(line).collect(),
            score: Spread::of(&tally.score),
            missing: Spread::of(&tally.missing),
            debt: Spread::of(&tally.debt),
            community: Spread::of(&tally.community),
        }
    }

    /// Chances alone: every goal met and debt within what is allowed, then the goal of each line.
    pub fn chances(&self) -> (Chance, Vec<Chance>) {
        let lines = self.tally.met.iter().map(|sum| sum.chance());
        (self.tally.joint.chance(), lines.collect())
    }

    /// A result by sample, shape `[sample]`.
    pub fn results(&self, measure: Measure) -> Vec<f64> {
        let tally = &self.tally;
        match measure {
            Measure::Joint => tally.joints.clone(),
            Measure::Score => tally.score.clone(),
            Measure::Missing => tally.missing.clone(),
            Measure::Debt => tally.debt.clone(),
            Measure::Community => tally.community.clone(),
            Measure::Units(line) => {
                let units = tally.units.get(line).map_or(&[][..], Vec::as_slice);
                units.iter().map(|u| f64::from(*u)).collect()
            }
        }
    }
}

impl Spread {
    /// The distribution of values; all zero without any.
    pub fn of(values: &[f64]) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let (Some(&min), Some(&max)) = (sorted.first(), sorted.last()) else {
            return Self::default();
        };
        let n = sorted.len() as f64;
        let at = |p: f64| {
            let place = libm::ceil(p * n - 1e-9).max(1.0) as usize - 1;
            sorted.get(place).copied().unwrap_or(max)
        };
        let bins = if max > min { BINS } else { 1 };
        let mut spread = Self {
            mean: sorted.iter().sum::<f64>() / n,
            min,
            p5: at(0.05),
            p10: at(0.1),
            p50: at(0.5),
            p90: at(0.9),
            p95: at(0.95),
            max,
            bins: vec![0; bins],
        };
        for value in &sorted {
            let place = if max > min {
                (value - min) / (max - min) * bins as f64
            } else {
                0.0
            };
            spread.bins[(place as usize).min(bins - 1)] += 1;
        }
        spread
    }
}
