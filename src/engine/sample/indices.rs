//! First-order Sobol indices: the share of the variance of a result that one input explains alone, by pick-freeze.
//!
//! Two independent sets of samples A and B; for each input the samples of B with that input taken from A. The estimator is
//! that of Saltelli and others (2010): `mean((f(A) − c) · (f(B with input i of A) − f(B))) / variance` with the mean of the
//! result as `c`, which leaves it unbiased and makes it sharper. Averages that are
//! correlated are mixed before they are correlated, in the order of the plan: a later one then counts with the part that
//! earlier ones do not bring.

use super::draw::Averages;
use super::evaluator::Evaluator;
use super::risk::Measure;
use super::sampler::{Input, InputSlot, find_varying};
use super::sobol::Sobol;
use crate::model::{Ground, ImpossibleCorrelation, Scenario, Shared};
use serde::{Deserialize, Serialize};

/// Draws pairs of samples and keeps the sums of the indices; in chunks, resumable.
#[derive(Clone, Debug)]
pub struct Indices {
    core: Evaluator,
    averages: Averages,
    /// Points of A and B side by side: only so do they fill the space of both.
    points: Sobol,
    inputs: Vec<Input>,
    places: Vec<InputSlot>,
    measure: Measure,
    count: u64,
    /// Sum and sum of squares over both sets.
    sums: (f64, f64),
    /// Shape `[input]`.
    products: Vec<Products>,
    /// Scratch.
    scratch: Scratch,
}

/// Sums over the pairs for one input: of the difference `d` it makes and of the result `a` in the first set.
#[derive(Clone, Copy, Debug, Default)]
struct Products {
    ad: f64,
    d: f64,
    aadd: f64,
    add: f64,
    dd: f64,
}

#[derive(Clone, Debug, Default)]
struct Scratch {
    draws: [PairDraw; 2],
    mixed: PairDraw,
    values: Vec<f64>,
    both: Vec<f64>,
}

/// The first-order index of an input with the interval it is sure of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FirstOrder {
    /// Share of the variance that the input explains alone, about 0–1; small negative values are noise.
    pub index: f64,
    /// Half the width of the 95 % interval, counted as if the points were independent: they are more even than that, so it
    /// errs on the wide side.
    pub half: f64,
}

/// The draws of one sample.
#[derive(Clone, Debug, Default)]
struct PairDraw {
    point: Vec<f64>,
    outcome: Vec<bool>,
    sample: u64,
}

impl Indices {
    /// Indices of one result; [`Measure::Joint`] counts as 0 or 1 here, with drawn passes.
    ///
    /// # Errors
    /// The plan's correlations are impossible.
    pub fn new(
        ground: Shared<Ground>,
        scenario: Option<&Scenario>,
        seed: u64,
        measure: Measure,
    ) -> Result<Self, ImpossibleCorrelation> {
        let averages = Averages::new(&ground, seed)?;
        let core = Evaluator::new(ground.clone(), scenario, seed);
        let (inputs, places): (Vec<_>, Vec<_>) = find_varying(&ground, &averages, &core).into_iter().unzip();
        Ok(Self {
            points: Sobol::new(seed, 2 * (ground.lines.len() + ground.sources.len())),
            core,
            averages,
            measure,
            count: 0,
            sums: (0.0, 0.0),
            products: vec![Products::default(); inputs.len()],
            scratch: Scratch::default(),
            inputs,
            places,
        })
    }

    /// The inputs, in the order of [`Indices::first_order`].
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// Draws `n` more pairs; each takes two samples and one more for each input.
    pub fn advance(&mut self, n: usize) {
        let mut scratch = std::mem::take(&mut self.scratch);
        let size = self.core.plain.lines.len() + self.core.plain.sources.len();
        scratch.values.resize(size, 0.0);
        scratch.both.resize(2 * size, 0.0);
        (0..n).for_each(|_| self.pair(&mut scratch, size));
        self.scratch = scratch;
    }

    /// Draws on towards `pairs` until `late` says so; tells whether they are all there.
    pub fn advance_to(&mut self, pairs: u64, mut late: impl FnMut() -> bool) -> bool {
        while self.count < pairs {
            self.advance(1);
            if late() {
                break;
            }
        }
        self.count >= pairs
    }

    /// Pairs drawn so far.
    pub fn count_drawn(&self) -> u64 {
        self.count
    }

    fn pair(&mut self, scratch: &mut Scratch, size: usize) {
        let Scratch {
            draws,
            mixed,
            values,
            both,
        } = scratch;
        self.points.next_into(both);
        for (which, draw) in draws.iter_mut().enumerate() {
            draw.point.clear();
            draw.point.extend_from_slice(&both[which * size..(which + 1) * size]);
            draw.sample = 2 * self.count + which as u64;
            self.core.events.draw(draw.sample, &mut draw.outcome);
        }
        let [a, b] = draws;
        let fa = self.result(a, |_| a.sample, values);
        let fb = self.result(b, |_| b.sample, values);
        self.sums.0 += fa + fb;
        self.sums.1 += fa * fa + fb * fb;
        for i in 0..self.places.len() {
            mixed.clone_from(b);
            let mut frozen = usize::MAX;
            match self.places[i] {
                InputSlot::Average(index) => mixed.point[index] = a.point[index],
                InputSlot::Event { at, months } => {
                    mixed.outcome[at..=at + months].copy_from_slice(&a.outcome[at..=at + months]);
                }
                InputSlot::Passes(line) => frozen = line,
            }
            let pass_of = |line: usize| if line == frozen { a.sample } else { b.sample };
            let d = self.result(mixed, pass_of, values) - fb;
            let sums = &mut self.products[i];
            sums.ad += fa * d;
            sums.d += d;
            sums.aadd += fa * fa * d * d;
            sums.add += fa * d * d;
            sums.dd += d * d;
        }
        self.count += 1;
    }

    /// First-order index of each input; 0 while the result never changed.
    pub fn first_order(&self) -> Vec<FirstOrder> {
        let n = self.count as f64;
        let mean = self.sums.0 / (2.0 * n);
        let variance = self.sums.1 / (2.0 * n) - mean * mean;
        let index = |sums: &Products| {
            if self.count == 0 || variance <= 1e-12 * mean * mean {
                return FirstOrder::default();
            }
            let product = (sums.ad - mean * sums.d) / n;
            let square = (sums.aadd - 2.0 * mean * sums.add + mean * mean * sums.dd) / n;
            let spread = libm::sqrt((square - product * product).max(0.0) / n);
            FirstOrder {
                index: product / variance,
                half: 1.96 * spread / variance,
            }
        };
        self.products.iter().map(index).collect()
    }

    fn result(&mut self, draw: &PairDraw, pass_of: impl Fn(usize) -> u64, values: &mut [f64]) -> f64 {
        self.averages.at(&draw.point, values);
        let core = &mut self.core;
        let table = core.evaluate(values, &draw.outcome, pass_of);
        let lines = &core.plain.lines;
        match self.measure {
            Measure::Joint => {
                let all = core.run.debt <= core.allowed && (0..lines.len()).all(|l| core.meets(table, l));
                f64::from(u8::from(all))
            }
            Measure::Score => {
                let weight: f64 = lines.iter().map(|l| l.weight).sum();
                let attained = lines.iter().enumerate();
                let attained = attained.map(|(l, line)| line.weight * core.part(table, l));
                let points: f64 = attained.sum();
                if weight > 0.0 { points / weight } else { 0.0 }
            }
            Measure::Missing => core.run.missing,
            Measure::Debt => core.run.debt,
            Measure::Community => core.per_head(table, values),
            Measure::Units(line) if line < lines.len() => core.recognised(table, line),
            Measure::Units(_) => 0.0,
        }
    }
}
