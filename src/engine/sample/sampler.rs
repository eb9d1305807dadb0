//! Draws samples in chunks and keeps what they come to.

use super::draw::Averages;
use super::evaluator::Evaluator;
use super::tally::Tally;
use crate::model::{EventId, Factor, Ground, ImpossibleCorrelation, LineId, Scenario, Shared};
use serde::{Deserialize, Serialize};

/// Something a sample draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Input {
    /// An average: a cost factor or a realised share.
    Average(Factor),
    /// Whether an event happens (0 or 1).
    Event(EventId),
    /// How many candidates of a line would pass.
    Passes(LineId),
}

/// Where the value of an input is found.
#[derive(Clone, Copy, Debug)]
pub(super) enum InputSlot {
    /// Among the averages.
    Average(usize),
    /// Place of an event among the drawn outcomes; its months follow.
    Event {
        /// Place.
        at: usize,
        /// Months of its list.
        months: usize,
    },
    /// Line.
    Passes(usize),
}

/// Draws samples of a plan under a scenario: resumable, in chunks of any size, the same numbers on every machine.
///
/// The same seed gives the same draws in every scenario: averages by their place in the plan, events by theirs, and one
/// draw of passing for each candidate unit.
#[derive(Clone, Debug)]
pub struct Sampler {
    seed: u64,
    pub(super) core: Evaluator,
    averages: Averages,
    values: Vec<f64>,
    outcome: Vec<bool>,
    inputs: Vec<Input>,
    places: Vec<InputSlot>,
    pub(super) tally: Tally,
}

impl Sampler {
    /// A sampler that has drawn nothing yet.
    ///
    /// # Errors
    /// The plan's correlations are impossible: names the two averages whose correlation does most of the harm.
    pub fn new(ground: Shared<Ground>, scenario: Option<&Scenario>, seed: u64) -> Result<Self, ImpossibleCorrelation> {
        let averages = Averages::new(&ground, seed)?;
        let core = Evaluator::new(ground.clone(), scenario, seed);
        let (inputs, places) = find_varying(&ground, &averages, &core)
            .into_iter()
            .unzip::<_, _, Vec<_>, Vec<_>>();
        Ok(Self {
            seed,
            averages,
            values: vec![0.0; ground.lines.len() + ground.sources.len()],
            outcome: vec![],
            tally: Tally::new(&core.plain, &core.slots, inputs.len()),
            inputs,
            places,
            core,
        })
    }

    /// Draws `n` more samples.
    pub fn advance(&mut self, n: usize) {
        self.tally.reserve(n);
        for _ in 0..n {
            let sample = self.tally.count as u64;
            self.averages.next_into(&mut self.values);
            self.core.events.draw(sample, &mut self.outcome);
            let table = self.core.evaluate(&self.values, &self.outcome, |_| sample);
            let community = self.core.per_head(table, &self.values);
            let core = &self.core;
            self.tally
                .add(core.table(table), &core.run, &core.passes, core.allowed, community);
            for (column, place) in self.tally.inputs.iter_mut().zip(&self.places) {
                column.push(match *place {
                    InputSlot::Average(index) => self.values[index] as f32,
                    InputSlot::Event { at, .. } => f32::from(u8::from(self.outcome[at])),
                    InputSlot::Passes(line) => core.passes.luck(line) as f32,
                });
            }
        }
    }

    /// Draws and runs the next sample without keeping it: the table it ran on, and whether more is owed than is allowed.
    pub(super) fn draw_one(&mut self) -> (usize, bool) {
        let sample = self.tally.count as u64;
        self.tally.count += 1;
        self.averages.next_into(&mut self.values);
        self.core.events.draw(sample, &mut self.outcome);
        let table = self.core.evaluate(&self.values, &self.outcome, |_| sample);
        (table, self.core.run.debt > self.core.allowed)
    }

    /// Drawn costs of the last sample, shape `[line]`.
    pub(super) fn costs(&self) -> &[f64] {
        &self.values[..self.core.plain.lines.len()]
    }

    /// Decides and pays every sample by the code of the plain run: many times slower, for comparison.
    pub fn in_full(mut self) -> Self {
        self.core.run_in_full();
        self
    }

    /// Draws averages at points that know nothing of each other instead of even ones: less sure, for comparison.
    pub fn with_plain_points(mut self) -> Self {
        self.averages.use_plain_points(self.seed);
        self
    }

    /// Samples drawn so far.
    pub fn count_drawn(&self) -> usize {
        self.tally.count
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// What varies from sample to sample, in a fixed order: costs by line, realisations by source, events, passes.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// Drawn values of an input, by index in [`Sampler::inputs`], shape `[sample]`.
    pub fn values_of(&self, input: usize) -> &[f32] {
        self.tally.inputs.get(input).map_or(&[], Vec::as_slice)
    }
}

/// What varies from sample to sample, and where its value is found.
pub(super) fn find_varying(ground: &Ground, averages: &Averages, core: &Evaluator) -> Vec<(Input, InputSlot)> {
    let mut list: Vec<(Input, InputSlot)> = Vec::new();
    let named = ground.factors().into_iter().zip(averages.varies()).enumerate();
    list.extend(
        named
            .filter(|(_, (_, varies))| *varies)
            .map(|(index, (factor, _))| (Input::Average(factor), InputSlot::Average(index))),
    );
    let mut at = 0;
    for event in core.events.on() {
        let event = &ground.events[event];
        let chance = event.chance.value;
        if chance > 0.0 && chance < 1.0 {
            list.push((
                Input::Event(event.id.clone()),
                InputSlot::Event {
                    at,
                    months: event.months.len(),
                },
            ));
        }
        at += 1 + event.months.len();
    }
    for (l, line) in core.plain.lines.iter().enumerate() {
        if line.planned_pass > 0.0 && line.planned_pass < 1.0 && core.slots[l] > 0 {
            list.push((Input::Passes(line.id.clone()), InputSlot::Passes(l)));
        }
    }
    list
}
