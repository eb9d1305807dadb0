//! Which draws a result goes with: Spearman's rank correlation over all samples, and the swing between tenths.

use super::risk::Measure;
use super::sampler::Sampler;
use serde::{Deserialize, Serialize};

/// How a result goes with one input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Influence {
    /// Spearman's rank correlation, −1 to 1; 0 if either never changes.
    pub correlation: f64,
    /// Mean of the result over the tenth of the samples with the smallest values of the input.
    pub low: f64,
    /// Mean over the tenth with the largest. Input values that are equal count together, in part if they lie across the
    /// border.
    pub high: f64,
}

/// Mean ranks (equal values share theirs) and the order of the samples.
fn ranks(values: &[f64]) -> (Vec<f64>, Vec<u32>) {
    let mut order: Vec<u32> = (0..values.len() as u32).collect();
    order.sort_unstable_by(|a, b| values[*a as usize].total_cmp(&values[*b as usize]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0.0;
    for group in order.chunk_by(|a, b| values[*a as usize] == values[*b as usize]) {
        let size = group.len() as f64;
        for i in group {
            ranks[*i as usize] = before + (size + 1.0) / 2.0;
        }
        before += size;
    }
    (ranks, order)
}

/// Pearson's correlation; 0 if either never changes.
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let mean = (n + 1.0) / 2.0;
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(b) {
        ab += (x - mean) * (y - mean);
        aa += (x - mean) * (x - mean);
        bb += (y - mean) * (y - mean);
    }
    if aa > 0.0 && bb > 0.0 {
        ab / libm::sqrt(aa * bb)
    } else {
        0.0
    }
}

/// Spearman's rank correlation of two columns of one length; 0 if either never changes.
pub fn spearman(a: &[f64], b: &[f64]) -> f64 {
    correlation(&ranks(a).0, &ranks(b).0)
}

/// Mean of `results` over the first tenth of the samples in order of `values`; equal values count together.
fn first_tenth(order: impl Iterator<Item = u32> + Clone, values: &[f64], results: &[f64]) -> f64 {
    let tenth = (values.len() as f64 / 10.0).max(1.0);
    let (mut weight, mut sum) = (0.0, 0.0);
    let mut rest = order.peekable();
    while let Some(first) = rest.peek().copied() {
        let (mut size, mut group) = (0.0, 0.0);
        while let Some(i) = rest.next_if(|i| values[*i as usize] == values[first as usize]) {
            size += 1.0;
            group += results[i as usize];
        }
        let part = f64::min(size, tenth - weight);
        weight += part;
        sum += group / size * part;
        if weight >= tenth {
            break;
        }
    }
    if weight > 0.0 { sum / weight } else { 0.0 }
}

impl Sampler {
    /// How a result goes with each input, in the order of [`Sampler::inputs`]. Sorts every column: some milliseconds for
    /// ten thousand samples.
    pub fn influences(&self, measure: Measure) -> Vec<Influence> {
        let results = self.results(measure);
        if results.is_empty() {
            return vec![Influence::default(); self.inputs().len()];
        }
        let (result_ranks, _) = ranks(&results);
        let of = |input: usize| {
            let values: Vec<f64> = self.values_of(input).iter().map(|v| f64::from(*v)).collect();
            let (value_ranks, order) = ranks(&values);
            Influence {
                correlation: correlation(&value_ranks, &result_ranks),
                low: first_tenth(order.iter().copied(), &values, &results),
                high: first_tenth(order.iter().rev().copied(), &values, &results),
            }
        };
        (0..self.inputs().len()).map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_the_mean_of_their_ranks() {
        let (found, _) = ranks(&[3.0, 1.0, 3.0, 2.0]);
        assert_eq!(found, [3.5, 1.0, 3.5, 2.0]);
    }

    #[test]
    fn what_rises_together_is_one_whatever_its_shape_and_a_constant_is_nought() {
        let rank = |v: &[f64]| ranks(v).0;
        let (a, b) = ([1.0, 2.0, 3.0, 4.0], [1.0, 10.0, 100.0, 1000.0]);
        assert_eq!(correlation(&rank(&a), &rank(&b)), 1.0);
        assert_eq!(correlation(&rank(&a), &rank(&[5.0; 4])), 0.0);
        // 1 − 6 Σ d² / (n (n² − 1)) with d = (0, 1, 1, 0).
        assert!((correlation(&rank(&a), &rank(&[1.0, 3.0, 2.0, 4.0])) - 0.8).abs() < 1e-12);
    }

    #[test]
    fn a_tenth_across_equal_values_takes_their_mean() {
        let values = [0.0; 20];
        let results: Vec<f64> = (0..20).map(f64::from).collect();
        assert_eq!(first_tenth(0..20, &values, &results), 9.5);
    }
}
