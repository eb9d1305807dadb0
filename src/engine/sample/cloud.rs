//! One input of the samples beside one result, sample by sample: what a scatter shows.

use super::risk::Measure;
use super::sampler::{Input, Sampler};
use serde::{Deserialize, Serialize};

/// Samples as points of a plane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cloud {
    /// All that varies from sample to sample, to choose from.
    pub inputs: Vec<Input>,
    /// Place among them of the one that is across; `None` if nothing varies.
    pub across: Option<usize>,
    /// Its drawn values, shape `[sample]`.
    pub values: Vec<f64>,
    /// The result that is up.
    pub measure: Measure,
    /// Its values, shape `[sample]`.
    pub results: Vec<f64>,
}

impl Sampler {
    /// An input beside a result in the samples drawn so far; the first input where the one asked for does not vary.
    pub fn cloud(&self, input: Option<&Input>, measure: Measure) -> Cloud {
        let named = self.inputs().iter().position(|i| Some(i) == input);
        let across = named.or((!self.inputs().is_empty()).then_some(0));
        let values = across.map_or(&[][..], |at| self.values_of(at));
        Cloud {
            inputs: self.inputs().to_vec(),
            across,
            values: values.iter().map(|v| f64::from(*v)).collect(),
            measure,
            results: self.results(measure),
        }
    }
}
