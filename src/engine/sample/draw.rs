//! What a sample draws: averages, events, passes.

use super::super::in_force::{InForce, World};
use super::copula::Copula;
use super::normal::quantile;
use super::pert::{Pert, Tables};
use super::philox::{Philox, Stream, unit};
use super::sobol::Sobol;
use crate::model::{Ground, ImpossibleCorrelation, Overrides};

/// Draws the averages.
#[derive(Clone, Debug)]
pub struct Averages {
    sobol: Sobol,
    copula: Copula,
    tables: Tables,
    perts: Vec<Pert>,
    point: Vec<f64>,
    scores: Vec<f64>,
    /// Independent points in place of the even ones, for comparison, and how many were drawn.
    plain: Option<(Philox, u64)>,
}

impl Averages {
    /// Averages of a plan, drawn with this seed.
    ///
    /// # Errors
    /// The correlations are impossible.
    pub fn new(ground: &Ground, seed: u64) -> Result<Self, ImpossibleCorrelation> {
        ground.check_correlations()?;
        let mut tables = Tables::default();
        let costs = ground.lines.iter().map(|l| l.average_cost.values());
        let shares = ground.sources.iter().map(|s| s.realisation.values());
        let perts: Vec<Pert> = costs.chain(shares).map(|v| Pert::new(v, &mut tables)).collect();
        Ok(Self {
            sobol: Sobol::new(seed, perts.len()),
            copula: if ground.correlations.is_empty() {
                Copula::default()
            } else {
                // It was checked above.
                Copula::new(&ground.correlation_matrix()).unwrap_or_default()
            },
            tables,
            point: vec![0.0; perts.len()],
            scores: vec![0.0; perts.len()],
            perts,
            plain: None,
        })
    }

    /// Draws points that know nothing of each other.
    pub fn use_plain_points(&mut self, seed: u64) {
        self.plain = Some((Philox::new(seed), 0));
    }

    /// Which of them vary, shape `[factor]`.
    pub fn varies(&self) -> Vec<bool> {
        self.perts.iter().map(Pert::varies).collect()
    }

    /// Draws the averages of the next sample into `values`, shape `[factor]`.
    pub fn next_into(&mut self, values: &mut [f64]) {
        let mut point = std::mem::take(&mut self.point);
        match &mut self.plain {
            None => self.sobol.next_into(&mut point),
            Some((random, drawn)) => {
                for (place, slot) in point.iter_mut().enumerate() {
                    let words = random.block(Stream::Plain, *drawn, place as u32 / 4);
                    *slot = unit(words[place % 4]);
                }
                *drawn += 1;
            }
        }
        self.at(&point, values);
        self.point = point;
    }

    /// The averages at a point of numbers between 0 and 1 that are independent of each other, shape `[factor]`.
    pub fn at(&mut self, point: &[f64], values: &mut [f64]) {
        self.scores.copy_from_slice(point);
        let independent = self.copula.is_independent();
        for (score, pert) in self.scores.iter_mut().zip(&self.perts) {
            if !independent || pert.varies() {
                *score = quantile(*score);
            }
        }
        self.copula.correlate(&mut self.scores);
        for ((value, score), pert) in values.iter_mut().zip(&self.scores).zip(&self.perts) {
            *value = pert.at(*score, &self.tables);
        }
    }
}

/// Quantile `p` of an average with these low, likely and high values.
pub fn average_at(values: [f64; 3], p: f64) -> f64 {
    let mut tables = Tables::default();
    let pert = Pert::new(values, &mut tables);
    pert.at(if pert.varies() { quantile(p) } else { 0.0 }, &tables)
}

/// An event that is on.
#[derive(Clone, Debug)]
struct Uncertain {
    /// Index in the plan.
    event: usize,
    chance: f64,
    /// Chance of each month of its list.
    months: Vec<f64>,
}

/// Draws events.
#[derive(Clone, Debug)]
pub struct EventDraws {
    random: Philox,
    on: Vec<Uncertain>,
    /// Events of the plan and their months, for [`EventDraws::world`].
    shape: Vec<usize>,
}

impl EventDraws {
    /// The events that are on under a scenario.
    pub fn new(ground: &Ground, overrides: &Overrides, seed: u64) -> Self {
        let in_force = InForce::new(ground, overrides, None);
        let share = |value: f64| if value.is_finite() { value.clamp(0.0, 1.0) } else { 0.0 };
        let events = ground.events.iter().enumerate();
        Self {
            random: Philox::new(seed),
            on: events
                .filter(|(_, e)| in_force.is_on(e))
                .map(|(event, e)| Uncertain {
                    event,
                    chance: share(e.chance.value),
                    months: e.months.iter().map(|m| share(m.chance)).collect(),
                })
                .collect(),
            shape: ground.events.iter().map(|e| e.months.len()).collect(),
        }
    }

    /// Indices in the plan of the events that are on.
    pub fn on(&self) -> impl Iterator<Item = usize> + '_ {
        self.on.iter().map(|e| e.event)
    }

    /// Draws sample `sample` into `outcome`: for each event that is on whether it happens, then whether each of its
    /// months is hit. The draw of an event depends on the seed, its place in the plan and the sample alone.
    pub fn draw(&self, sample: u64, outcome: &mut Vec<bool>) {
        outcome.clear();
        for e in &self.on {
            let stream = Stream::Event(e.event as u32);
            let mut words = self.random.block(stream, sample, 0);
            let happens = unit(words[0]) < e.chance;
            outcome.push(happens);
            for (m, chance) in e.months.iter().enumerate() {
                let word = m + 1;
                if word % 4 == 0 {
                    words = self.random.block(stream, sample, word as u32 / 4);
                }
                outcome.push(happens && unit(words[word % 4]) < *chance);
            }
        }
    }

    /// A draw as a world.
    pub fn world(&self, outcome: &[bool]) -> World {
        let mut world = World {
            happens: vec![false; self.shape.len()],
            months: self.shape.iter().map(|m| vec![false; *m]).collect(),
        };
        let mut draws = outcome.iter().copied();
        for e in &self.on {
            world.happens[e.event] = draws.next().unwrap_or(false);
            for hit in &mut world.months[e.event] {
                *hit = draws.next().unwrap_or(false);
            }
        }
        world
    }
}

/// Units that pass, by place among the candidates of a line: running counts.
#[derive(Clone, Debug)]
pub struct Passes {
    random: Philox,
    /// Key of the draw of each slot, shape `[line][slot]`: the same unit has the same draw in every scenario.
    keys: Vec<Vec<u32>>,
    /// How many of the first slots pass, shape `[line][slot + 1]`; not filled where all or none pass.
    counts: Vec<Vec<u32>>,
    /// The draws themselves, shape `[line][slot]`, where the pass rate changes inside the year; else empty.
    uniforms: Vec<Vec<f64>>,
}

impl Passes {
    /// Passes of lines with these keys.
    pub fn new(seed: u64, keys: Vec<Vec<u32>>) -> Self {
        Self {
            random: Philox::new(seed),
            counts: keys.iter().map(|k| vec![0; k.len() + 1]).collect(),
            uniforms: vec![vec![]; keys.len()],
            keys,
        }
    }

    /// Draws a line of sample `sample` whose units pass with chance `pass`, or with another one from some round on.
    pub fn draw(&mut self, line: usize, sample: u64, pass: f64, varies: bool) {
        self.uniforms[line].clear();
        if !varies && (pass <= 0.0 || pass >= 1.0) {
            return;
        }
        let (mut block, mut words) = (u32::MAX, [0; 4]);
        let mut count = 0;
        for (slot, key) in self.keys[line].iter().enumerate() {
            if key / 4 != block {
                block = key / 4;
                words = self.random.block(Stream::Passes(line as u32), sample, block);
            }
            let draw = unit(words[(key % 4) as usize]);
            if varies {
                self.uniforms[line].push(draw);
            }
            count += u32::from(draw < pass);
            self.counts[line][slot + 1] = count;
        }
    }

    /// Whether the unit with a key passes in sample `sample`, with chance `pass`.
    pub fn passes(&self, line: usize, sample: u64, key: u32, pass: f64) -> bool {
        let words = || self.random.block(Stream::Passes(line as u32), sample, key / 4);
        pass >= 1.0 || (pass > 0.0 && unit(words()[(key % 4) as usize]) < pass)
    }

    /// How many of `units` units from `slot` on pass; the line must have been drawn.
    pub fn of(&self, line: usize, pass: f64, slot: usize, units: usize) -> usize {
        if pass >= 1.0 {
            units
        } else if pass <= 0.0 {
            0
        } else if let Some(drawn) = self.uniforms[line].get(slot..slot + units).filter(|d| !d.is_empty()) {
            drawn.iter().filter(|draw| **draw < pass).count()
        } else {
            let counts = &self.counts[line];
            let at = |slot: usize| counts[slot.min(counts.len() - 1)];
            (at(slot + units) - at(slot)) as usize
        }
    }

    /// How many of all candidates of a line pass.
    pub fn luck(&self, line: usize) -> u32 {
        self.counts[line].last().copied().unwrap_or(0)
    }
}
