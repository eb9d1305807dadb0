//! Runs single samples: from drawn values to starts, passes, payments.

use super::super::funding::MAX_ROW_SOURCES;
use super::super::resolve::resolve_in;
use super::super::verdict::NO_MONEY;
use super::super::years::attain_goals;
use super::super::{Candidate, Inputs, LineInputs, resolve};
use super::bridge::Bridge;
use super::draw::{EventDraws, Passes};
use super::general;
use super::run::SampleRun;
use super::table::Table;
use super::tail::count_enough;
use crate::model::{Discipline, Ground, Overrides, Scenario, Shared};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Ways the events turned out that are kept; beyond, all are worked out anew.
const MOST_TABLES: usize = 256;
/// Keys of the draws of passing: those of communes that the plan brings to the level below, of a group of communes without
/// data, and of units under way.
const CLIMB_KEY: u32 = 1 << 27;
const GROUP_KEY: u32 = 1 << 28;
const UNDER_WAY_KEY: u32 = 1 << 29;

/// A plan under a scenario, ready to run samples.
#[derive(Clone, Debug)]
pub struct Evaluator {
    ground: Shared<Ground>,
    scenario: Option<Scenario>,
    /// The inputs of the plain run.
    pub plain: Inputs,
    /// Draws events.
    pub events: EventDraws,
    /// Draws passes.
    pub passes: Passes,
    /// Most units that may need a draw of passing, shape `[line]`.
    pub slots: Vec<usize>,
    tables: Vec<Table>,
    /// Index of the table by how the events turned out.
    known: BTreeMap<Vec<bool>, usize>,
    /// The short way, where there is one.
    bridge: Option<Box<Bridge>>,
    /// What the last sample came to.
    pub run: SampleRun,
    realised: Vec<f64>,
    /// Largest debt that counts as none, triệu đồng.
    pub allowed: f64,
    /// Person-years that the villagers' money is divided by; 0 if the population is unknown.
    heads: f64,
}

impl Evaluator {
    /// Readies a plan.
    pub fn new(ground: Shared<Ground>, scenario: Option<&Scenario>, seed: u64) -> Self {
        let plain = resolve(&ground, scenario);
        let none = Overrides::default();
        let overrides = scenario.map_or(&none, |s| &s.overrides);
        let sources = plain.sources.len();
        let keys: Vec<Vec<u32>> = plain.lines.iter().map(|l| keys(&ground, l)).collect();
        let short_way = plain.discipline != Discipline::PayAsYouGo
            && sources <= MAX_ROW_SOURCES
            && plain.closed == 0
            && plain.lines.iter().all(|l| l.most_from.is_empty())
            && plain.expiry.is_empty()
            && !plain.has_paid_renewals()
            && !plain.climbs();
        let cap = match plain.discipline {
            Discipline::Arrears { cap, .. } => cap,
            _ => 0.0,
        };
        Self {
            scenario: scenario.cloned(),
            events: EventDraws::new(&ground, overrides, seed),
            slots: keys.iter().map(Vec::len).collect(),
            passes: Passes::new(seed, keys),
            tables: vec![],
            known: BTreeMap::new(),
            bridge: short_way.then(|| Box::new(Bridge::new(&plain))),
            run: SampleRun::new(plain.lines.len(), sources),
            realised: vec![0.0; sources],
            allowed: cap + NO_MONEY,
            heads: plain.population * ground.calendar.budget_years() as f64,
            plain,
            ground,
        }
    }

    /// Uses the code of the plain run for every sample.
    pub fn run_in_full(&mut self) {
        self.bridge = None;
    }

    /// Runs a sample at these averages (by line, then by source) and this turn of events; `pass_of` gives the sample
    /// whose draws of passing a line takes. Returns the index of the table it ran on.
    pub fn evaluate(&mut self, values: &[f64], outcome: &[bool], pass_of: impl Fn(usize) -> u64) -> usize {
        let index = self.index_of(outcome);
        let table = &self.tables[index];
        for (l, line) in table.inputs.lines.iter().enumerate() {
            self.passes.draw(l, pass_of(l), line.pass, line.passes_vary());
        }
        let (costs, shares) = values.split_at(table.lines.len());
        match &mut self.bridge {
            Some(bridge) => {
                let sources = table.inputs.sources.iter().zip(&table.released).zip(shares);
                for (realised, ((source, released), share)) in self.realised.iter_mut().zip(sources) {
                    *realised = released * (1.0 - source.other_works) * share;
                }
                bridge.run(table, costs, shares, &self.realised, &mut self.run);
            }
            None => general::run_general(table, costs, shares, &self.passes, &mut self.run),
        }
        index
    }

    /// The plan.
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// A table by its index.
    pub fn table(&self, index: usize) -> &Table {
        &self.tables[index]
    }

    /// Units of a line that the last sample, run on this table, recognised over the plan.
    pub fn recognised(&self, table: usize, line: usize) -> f64 {
        let so_far = self.tables[table].inputs.lines[line].recognised_so_far();
        so_far + self.count_passed(table, line) as f64
    }

    /// Whether the last sample, run on this table, met the goal of a line.
    pub fn meets(&self, table: usize, line: usize) -> bool {
        let input = &self.tables[table].inputs.lines[line];
        match input.goals.is_empty() {
            true => self.count_passed(table, line) >= count_enough(input.goal - input.recognised_so_far()),
            false => self.part(table, line) >= 1.0 - 1e-9,
        }
    }

    /// Part of the goal of a line that the last sample, run on this table, reached, 0–1.
    pub fn part(&self, table: usize, line: usize) -> f64 {
        let input = &self.tables[table].inputs.lines[line];
        if !input.goals.is_empty() {
            return attain_goals(input, &self.run.by_month(&self.tables[table], &self.passes, line));
        }
        if input.goal > 0.0 {
            (self.recognised(table, line) / input.goal).min(1.0)
        } else {
            1.0
        }
    }

    /// Units of a line that passed in the last sample, run on this table.
    fn count_passed(&self, table: usize, line: usize) -> usize {
        let table = &self.tables[table];
        let inputs = &table.inputs.lines[line];
        let batches = self.run.settled(table, line).batches.iter();
        let passed = batches.map(|b| self.passes.of(line, inputs.pass_at(b.round), b.slot, b.units));
        passed.sum()
    }

    /// What the villagers paid in the last sample, run on this table, triệu đồng a head and year.
    pub fn per_head(&self, table: usize, values: &[f64]) -> f64 {
        if self.heads <= 0.0 {
            return 0.0;
        }
        let table = &self.tables[table];
        let shares = &values[table.lines.len()..];
        let sources = table
            .inputs
            .sources
            .iter()
            .enumerate()
            .filter(|(_, s)| s.from_residents);
        let paid = sources.map(|(s, source)| table.released[s] * source.other_works * shares[s] + self.run.paid[s]);
        paid.sum::<f64>() / self.heads
    }

    fn index_of(&mut self, outcome: &[bool]) -> usize {
        if let Some(index) = self.known.get(outcome) {
            return *index;
        }
        if self.tables.len() >= MOST_TABLES {
            self.tables.clear();
            self.known.clear();
        }
        let world = self.events.world(outcome);
        let rows = Some(Arc::clone(&self.plain.rows));
        let inputs = resolve_in(&self.ground, self.scenario.as_ref(), Some(&world), rows);
        self.tables.push(Table::new(inputs));
        self.known.insert(outcome.to_vec(), self.tables.len() - 1);
        self.tables.len() - 1
    }
}

/// First keys of the draws of passing of the units of a line: a unit has the same key in every scenario.
pub(super) struct Keys {
    /// Units that work already, in the order of [`LineInputs::carried`].
    pub carried: Vec<u32>,
    /// Alike units.
    pub alike: u32,
    /// Shape `[candidate]`.
    pub candidates: Vec<u32>,
}

impl Keys {
    pub(super) fn new(ground: &Ground, line: &LineInputs) -> Self {
        let first = |candidate: &Candidate| match &candidate.id {
            Some(id) => ground.communes.iter().position(|c| &c.id == id).unwrap_or(0) as u32,
            None if candidate.after.is_some() => CLIMB_KEY,
            None => GROUP_KEY,
        };
        // Keys used by units that work already: those under way before the plan, alike units, and by candidate.
        let (mut before, mut alike) = (UNDER_WAY_KEY, 0);
        let mut candidates: Vec<u32> = line.communes.iter().map(first).collect();
        let own = line.carried.iter().map(|carried| {
            let next = match carried.candidate {
                _ if carried.under_way => &mut before,
                Some(c) => &mut candidates[c],
                None => &mut alike,
            };
            let own = *next;
            *next += carried.units as u32;
            own
        });
        Self {
            carried: own.collect(),
            alike,
            candidates,
        }
    }
}

/// Keys by slot.
fn keys(ground: &Ground, line: &LineInputs) -> Vec<u32> {
    let own = Keys::new(ground, line);
    let wanted = line.wanted.iter().sum::<usize>();
    let mut keys = Vec::new();
    let mut add = |from: u32, units: usize| keys.extend((0..units as u32).map(|i| from + i));
    for (carried, from) in line.carried.iter().zip(&own.carried) {
        add(*from, carried.units);
    }
    if line.communes.is_empty() {
        add(own.alike, line.alike_left().min(wanted));
    }
    for (index, from) in own.candidates.iter().enumerate() {
        add(*from, line.left_of(index).min(wanted));
    }
    keys
}
