//! Which samples are drawn next.

use super::message::{Reply, SampleRequest};
use super::{FIRST, FULL, SEED};
use crate::engine::sample::{Influence, Input, Measure, Sampler};
use crate::model::{Ground, Scenario, Shared};
use std::collections::BTreeMap;

/// Samples drawn between two looks at the clock.
const CHUNK: usize = 100;

/// Samples being drawn of one scenario.
#[derive(Debug, Default)]
struct ScenarioSamples {
    scenario: Option<Scenario>,
    /// `None` until its first turn, and for good if it cannot be drawn (impossible correlations).
    sampler: Option<Sampler>,
    refused: bool,
    /// Samples of the last result told.
    last_size: usize,
    /// Results whose influences are asked for and were not told with that result.
    missing_influences: Vec<Measure>,
}

impl ScenarioSamples {
    fn count_drawn(&self) -> usize {
        self.sampler.as_ref().map_or(0, Sampler::count_drawn)
    }

    fn influences(&self, measures: &[Measure]) -> Vec<(Measure, Vec<(Input, Influence)>)> {
        let Some(sampler) = &self.sampler else { return vec![] };
        let of = |measure: Measure| {
            let influences = sampler.influences(measure);
            (measure, sampler.inputs().iter().cloned().zip(influences).collect())
        };
        measures.iter().copied().map(of).collect()
    }
}

/// The scenarios whose samples are asked for, and how far each is.
#[derive(Debug, Default)]
pub(super) struct Queue {
    ids: Vec<String>,
    draws: BTreeMap<String, ScenarioSamples>,
    influences: Vec<(String, Measure)>,
    revision: u64,
}

impl Queue {
    /// Forgets all samples: the plan changed.
    pub(super) fn restart(&mut self) {
        for draw in self.draws.values_mut() {
            let scenario = draw.scenario.take();
            *draw = ScenarioSamples {
                scenario,
                ..ScenarioSamples::default()
            };
        }
    }

    /// Takes note of what is asked for. What was being drawn of an older scenario is dropped; the rest goes on.
    pub(super) fn want(&mut self, want: SampleRequest) {
        self.revision = want.revision;
        self.draws.retain(|id, _| want.ids.contains(id));
        for (id, scenario) in want.changed {
            let draw = ScenarioSamples {
                scenario,
                ..ScenarioSamples::default()
            };
            self.draws.insert(id, draw);
        }
        for (id, measure) in &want.influences {
            let known = self
                .influences
                .iter()
                .any(|known| known.0 == *id && known.1 == *measure);
            if let Some(draw) = self.draws.get_mut(id).filter(|d| !known && d.last_size > 0) {
                draw.missing_influences.push(*measure);
            }
        }
        self.ids = want.ids;
        self.influences = want.influences;
    }

    /// Draws until `late` says so or there is a result to tell; `rested` lets it go on to [`FULL`].
    pub(super) fn advance(
        &mut self,
        ground: &Shared<Ground>,
        rested: bool,
        late: &mut impl FnMut() -> bool,
    ) -> Option<Reply> {
        if let Some(answer) = self.next_influences() {
            return Some(answer);
        }
        while let Some((id, goal)) = self.next(rested) {
            let draw = self.draws.get_mut(&id)?;
            if draw.sampler.is_none() {
                match Sampler::new(ground.clone(), draw.scenario.as_ref(), SEED) {
                    Ok(sampler) => draw.sampler = Some(sampler),
                    Err(_) => {
                        draw.refused = true;
                        return Some(self.write_reply(id));
                    }
                }
            }
            let sampler = draw.sampler.as_mut()?;
            while sampler.count_drawn() < goal {
                sampler.advance(CHUNK.min(goal - sampler.count_drawn()));
                if late() {
                    break;
                }
            }
            if sampler.count_drawn() >= goal {
                draw.last_size = goal;
                return Some(self.write_reply(id));
            }
            if late() {
                return None;
            }
        }
        None
    }

    /// Whether anything is left to do.
    pub(super) fn is_busy(&self, rested: bool) -> bool {
        self.draws.values().any(|d| !d.missing_influences.is_empty()) || self.next(rested).is_some()
    }

    fn write_reply(&mut self, id: String) -> Reply {
        let requests = self.influences.iter().filter(|(of, _)| *of == id);
        let measures: Vec<Measure> = requests.map(|(_, measure)| *measure).collect();
        let draw = self.draws.get_mut(&id);
        if let Some(draw) = draw {
            draw.missing_influences.clear();
        }
        let draw = self.draws.get(&id);
        Reply::Sampled {
            revision: self.revision,
            risk: draw.and_then(|d| d.sampler.as_ref()).map(|s| Box::new(s.risk())),
            influences: draw.map_or_else(Vec::new, |d| d.influences(&measures)),
            again: false,
            whole: draw.is_none_or(|d| d.refused || d.last_size >= FULL),
            id,
        }
    }

    /// Influences asked for since the last result was told.
    fn next_influences(&mut self) -> Option<Reply> {
        let (id, draw) = self.draws.iter_mut().find(|(_, d)| !d.missing_influences.is_empty())?;
        let measures = std::mem::take(&mut draw.missing_influences);
        Some(Reply::Sampled {
            id: id.clone(),
            revision: self.revision,
            risk: None,
            influences: draw.influences(&measures),
            again: true,
            whole: draw.last_size >= FULL,
        })
    }

    /// The first scenario that has not enough samples, and how many it is to get: all get some before any gets more.
    fn next(&self, rested: bool) -> Option<(String, usize)> {
        let short_of = |goal: usize| {
            let short = |id: &&String| {
                let draw = self.draws.get(*id);
                draw.is_some_and(|d| !d.refused && (d.count_drawn() < goal || d.last_size < goal))
            };
            self.ids.iter().find(short).map(|id| (id.clone(), goal))
        };
        short_of(FIRST).or_else(|| if rested { short_of(FULL) } else { None })
    }
}
