//! What a run comes to for each start that is possible, worked out once for each way the events may turn out, so that a
//! sample only looks it up.

use super::super::line_starts::{Cohort, Kind, LineStarts, Purse, Turn};
use super::super::start::years;
use super::super::work::{finish, planned_spend, round, spent};
use super::super::{Inputs, LineInputs};
use super::tail::tails;

/// Units of a line that are decided on in one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Month of the round.
    pub round: usize,
    /// Place of the first of them among the candidates of the line: whose draws of passing are theirs.
    pub slot: usize,
    /// How many.
    pub units: usize,
}

/// Starts of a line and what they come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// Units started, those under way included.
    pub started: usize,
    /// Units that reach a round inside the calendar.
    pub submitted: usize,
    /// Bills that fall due inside the calendar, triệu đồng at the plan's unit cost.
    pub incurred: f64,
    /// Rounds, in order of start.
    pub batches: Vec<Batch>,
}

/// One kind of unit: alike units, a commune, or units under way.
#[derive(Clone, Debug)]
pub struct KindTable {
    /// Cost of one, triệu đồng.
    pub cost: f64,
    /// Cumulative planned spend of one, shape `[month since the start]`, triệu đồng.
    pub spend: Vec<f64>,
    /// Round that decides on a unit started in the month, shape `[start month]`.
    round: Vec<Option<usize>>,
    /// Share of the cost that falls due inside the calendar, shape `[start month]`.
    inside: Vec<f64>,
    /// What events that begin inside the year make of the cost of a unit started in the month, shape `[start month]`.
    pub raised: Vec<f64>,
    /// Its first slot.
    slot: usize,
}

/// Money that the starts of a budget year take if all that is wanted starts.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// Whole cost, triệu đồng.
    pub cost: f64,
    /// Planned spend by the end of the month, shape `[month]`, triệu đồng.
    pub spend: Vec<f64>,
}

/// One line.
#[derive(Clone, Debug)]
pub struct LineTable {
    /// Units under way.
    under_way: KindTable,
    /// Kinds of units: one for each candidate, or one for alike units.
    pub kinds: Vec<KindTable>,
    /// Starts if money never refuses one, units under way first.
    pub wanted: Vec<Cohort>,
    /// What they come to.
    pub all: Settled,
    /// Money of units under way.
    pub carried: Block,
    /// Money of the starts of each budget year, shape `[year]`.
    pub years: Vec<Block>,
    /// Chance that the goal is met, shape `[units submitted]`; empty where pass rates change inside the year: then a sample
    /// meets it or not.
    pub tail: Vec<f64>,
    /// Units that the goal needs at the planned pass rates.
    pub needed: f64,
}

/// The inputs of one way the events may turn out, with their tables.
#[derive(Clone, Debug)]
pub struct Table {
    /// The inputs.
    pub inputs: Inputs,
    /// Lines in plan order.
    pub lines: Vec<LineTable>,
    /// Money that is released over the plan if all of it is realised, shape `[source]`, triệu đồng.
    pub released: Vec<f64>,
}

/// A purse that never refuses.
struct Bottomless;

impl Purse for Bottomless {
    fn fit(&mut self, _: &Kind, _: usize, want: usize) -> usize {
        want
    }
    fn commit(&mut self, _: &Kind, _: usize, _: usize) {}
    fn refused(&mut self, _: &Kind, _: usize) {}
}

impl Table {
    /// Works the tables out.
    pub fn new(inputs: Inputs) -> Self {
        Self {
            lines: inputs.lines.iter().map(|l| LineTable::new(l, &inputs)).collect(),
            released: inputs.sources.iter().map(|s| s.released.iter().sum()).collect(),
            inputs,
        }
    }
}

impl KindTable {
    fn new(line: &LineInputs, cost: f64, duration: f64, slot: usize, months: usize) -> Self {
        let decided = |t: usize| finish(t, duration, &line.speed).and_then(|f| round(f, line.lag, &line.rounds));
        let done = |t: usize| line.speed[t..].iter().sum::<f64>();
        Self {
            cost,
            spend: planned_spend(line, cost, duration, months),
            round: (0..months).map(decided).collect(),
            inside: (0..months).map(|t| spent(line, done(t), duration)).collect(),
            raised: line.cost_factor.clone(),
            slot,
        }
    }
}

impl LineTable {
    fn new(line: &LineInputs, inputs: &Inputs) -> Self {
        let months = inputs.months;
        let (carried, work_left, money_left) = line.under_way;
        let wanted = line.wanted.iter().sum::<usize>();
        let mut slots = carried;
        let mut kind = |cost: f64, duration: usize, units: usize| {
            let table = KindTable::new(line, cost, duration as f64, slots, months);
            // More than are wanted never start.
            slots += units.min(wanted);
            table
        };
        let kinds = if line.communes.is_empty() {
            vec![kind(line.cost, line.duration, line.candidates.saturating_sub(carried))]
        } else {
            line.communes
                .iter()
                .map(|c| kind(c.cost, c.duration, c.units))
                .collect()
        };
        let mut starts = LineStarts::new(line);
        for year in years(inputs) {
            for turn in Turn::needed(line) {
                starts.decide(line, year.clone(), turn, false, &mut Bottomless);
            }
        }
        let mut table = Self {
            under_way: KindTable {
                raised: vec![1.0; months],
                ..KindTable::new(line, money_left, work_left, 0, months)
            },
            kinds,
            wanted: starts.cohorts().to_vec(),
            all: Settled::default(),
            carried: Block::default(),
            years: vec![],
            tail: if line.passes_vary() {
                vec![]
            } else {
                tails(line.goal, line.pass, slots)
            },
            needed: if line.planned_pass > 0.0 {
                libm::ceil(line.goal / line.planned_pass - 1e-9)
            } else {
                0.0
            },
        };
        let mut all = Settled::default();
        table.settle(&table.wanted, &mut vec![], &mut all);
        table.all = all;
        table.carried = table.block(months, |c| c.under_way);
        table.years = years(inputs)
            .map(|year| table.block(months, |c| !c.under_way && year.contains(&c.month)))
            .collect();
        table
    }

    fn kind(&self, cohort: &Cohort) -> &KindTable {
        if cohort.under_way {
            &self.under_way
        } else {
            &self.kinds[cohort.candidate.unwrap_or(0)]
        }
    }

    fn block(&self, months: usize, of: impl Fn(&Cohort) -> bool) -> Block {
        let mut block = Block {
            cost: 0.0,
            spend: vec![0.0; months],
        };
        for cohort in self.wanted.iter().filter(|c| of(c)) {
            let kind = self.kind(cohort);
            let units = cohort.units * kind.raised[cohort.month];
            block.cost += units * kind.cost;
            for (sum, spend) in block.spend[cohort.month..].iter_mut().zip(&kind.spend) {
                *sum += units * spend;
            }
        }
        block
    }

    /// What starts come to when work runs at the speed of the inputs; `taken` is scratch.
    pub fn settle(&self, cohorts: &[Cohort], taken: &mut Vec<usize>, settled: &mut Settled) {
        self.settle_by(cohorts, taken, settled, |kind, cohort, _| {
            (kind.round[cohort.month], kind.inside[cohort.month])
        });
    }

    /// What starts come to; `fate` gives the round of a cohort, by its place among the cohorts, and the share of its cost
    /// that falls due inside the calendar.
    pub fn settle_by(
        &self,
        cohorts: &[Cohort],
        taken: &mut Vec<usize>,
        settled: &mut Settled,
        fate: impl Fn(&KindTable, &Cohort, usize) -> (Option<usize>, f64),
    ) {
        taken.clear();
        taken.resize(self.kinds.len(), 0);
        *settled = Settled {
            batches: std::mem::take(&mut settled.batches),
            ..Settled::default()
        };
        settled.batches.clear();
        for (place, cohort) in cohorts.iter().enumerate() {
            let kind = self.kind(cohort);
            let units = cohort.units as usize;
            let before = match taken.get_mut(cohort.candidate.unwrap_or(0)) {
                Some(taken) if !cohort.under_way => std::mem::replace(taken, *taken + units),
                _ => 0,
            };
            let (round, inside) = fate(kind, cohort, place);
            settled.started += units;
            settled.incurred += cohort.units * kind.cost * kind.raised[cohort.month] * inside;
            if let Some(round) = round {
                settled.submitted += units;
                settled.batches.push(Batch {
                    round,
                    slot: kind.slot + before,
                    units,
                });
            }
        }
    }
}
