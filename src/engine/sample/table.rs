//! What a run comes to for each start that is possible, worked out once for each way the events may turn out, so that a
//! sample only looks it up.

use super::super::line_starts::{Cohort, LineStarts, Purse, Turn, UnitKind};
use super::super::simulate::{find_milestones, recognised_by_month};
use super::super::start::budget_years;
use super::super::work::{find_finish, find_round, planned_spend, spent_share};
use super::super::{CarriedUnits, Inputs, LineInputs};
use super::tail::pass_tails;

/// Units of a line that are decided on in one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundBatch {
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
    /// Units that reach a round inside the calendar, after closed months.
    pub submitted: usize,
    /// Bills that fall due inside the calendar, triệu đồng at the plan's unit cost.
    pub incurred: f64,
    /// Rounds, in order of start.
    pub batches: Vec<RoundBatch>,
}

/// One kind of unit: alike units, a commune, or units that work already.
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
    /// Units that work already, in the order of [`LineInputs::carried`].
    at_work: Vec<KindTable>,
    /// Kinds of units: one for each candidate, or one for alike units.
    pub kinds: Vec<KindTable>,
    /// Starts if money never refuses one, units that work already first.
    pub wanted: Vec<Cohort>,
    /// What they come to.
    pub all: Settled,
    /// Money of units that work already.
    pub carried: Block,
    /// Money of the starts of each budget year, shape `[year]`.
    pub years: Vec<Block>,
    /// Chance that the goal is met, shape `[units submitted]`; empty where pass rates change inside the year, and with goals
    /// by year: then a sample meets it or not.
    pub tail: Vec<f64>,
    /// Units that the goal needs at the planned pass rates, beside what closed months recognised.
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
    fn fit(&mut self, _: &UnitKind, _: usize, want: usize) -> usize {
        want
    }
    fn commit(&mut self, _: &UnitKind, _: usize, _: usize) {}
    fn note_refusal(&mut self, _: &UnitKind, _: usize) {}
}

impl Table {
    /// Works the tables out.
    pub fn new(inputs: Inputs) -> Self {
        Self {
            lines: inputs
                .lines
                .iter()
                .map(|line| LineTable::new(line, &inputs, start_all_wanted(line, &inputs)))
                .collect(),
            released: inputs.sources.iter().map(|s| s.released.iter().sum()).collect(),
            inputs,
        }
    }
}

/// Starts of a line if money never refuses one.
fn start_all_wanted(line: &LineInputs, inputs: &Inputs) -> Vec<Cohort> {
    let mut starts = LineStarts::new(line);
    if let Some(climb) = line.climb() {
        // As many climb as are expected to if money refuses none of them either.
        let from = &inputs.lines[climb.from];
        let recognised = recognised_by_month(from, &start_all_wanted(from, inputs), inputs.months);
        starts.let_climb(climb.room(&recognised));
    }
    for year in budget_years(inputs) {
        // What was started in closed months is known.
        let year = year.start.max(inputs.closed)..year.end;
        for turn in Turn::all_of(line) {
            starts.decide(line, year.clone(), turn, false, &mut Bottomless);
        }
    }
    starts.cohorts().to_vec()
}

impl KindTable {
    fn new(line: &LineInputs, cost: f64, duration: f64, slot: usize, months: usize) -> Self {
        let decided =
            |t: usize| find_finish(t, duration, &line.speed).and_then(|f| find_round(f, line.lag, &line.rounds));
        let done = |t: usize| line.speed[t..].iter().sum::<f64>();
        Self {
            cost,
            spend: planned_spend(line, cost, duration, months),
            round: (0..months).map(decided).collect(),
            inside: (0..months).map(|t| spent_share(line, done(t), duration)).collect(),
            raised: line.cost_factor.clone(),
            slot,
        }
    }
}

impl KindTable {
    fn carried(line: &LineInputs, carried: &CarriedUnits, slot: usize, months: usize) -> Self {
        let mut table = Self {
            raised: vec![1.0; months],
            ..Self::new(line, carried.money_left, carried.work_left, slot, months)
        };
        // Nothing more is decided in closed months.
        table.round[carried.month] = find_milestones(line, &Cohort::from(carried)).1;
        table
    }
}

impl LineTable {
    fn new(line: &LineInputs, inputs: &Inputs, all_wanted: Vec<Cohort>) -> Self {
        let months = inputs.months;
        let wanted = line.wanted.iter().sum::<usize>();
        let mut slots = 0;
        let at_work: Vec<KindTable> = line
            .carried
            .iter()
            .map(|carried| {
                let table = KindTable::carried(line, carried, slots, months);
                slots += carried.units;
                table
            })
            .collect();
        let mut kind = |cost: f64, duration: usize, units: usize| {
            let table = KindTable::new(line, cost, duration as f64, slots, months);
            // More than are wanted never start.
            slots += units.min(wanted);
            table
        };
        let kinds = if line.communes.is_empty() {
            vec![kind(line.cost, line.duration, line.alike_left())]
        } else {
            let communes = line.communes.iter().enumerate();
            communes
                .map(|(index, c)| kind(c.cost, c.duration, line.left_of(index)))
                .collect()
        };
        let mut table = Self {
            at_work,
            kinds,
            wanted: all_wanted,
            all: Settled::default(),
            carried: Block::default(),
            years: vec![],
            tail: if line.passes_vary() || !line.goals.is_empty() {
                vec![]
            } else {
                pass_tails(line.goal - line.recognised_so_far(), line.pass, slots)
            },
            needed: if line.planned_pass > 0.0 {
                libm::ceil((line.goal - line.recognised_so_far()).max(0.0) / line.planned_pass - 1e-9)
            } else {
                0.0
            },
        };
        let mut all = Settled::default();
        table.settle(&table.wanted, &mut vec![], &mut all);
        table.all = all;
        let carried = line.carried.len();
        table.carried = table.block(months, |place, _| place < carried);
        table.years = budget_years(inputs)
            .map(|year| table.block(months, |place, c| place >= carried && year.contains(&c.month)))
            .collect();
        table
    }

    /// The kind of the cohort at a place among the cohorts: those that work already come first.
    fn kind(&self, place: usize, cohort: &Cohort) -> &KindTable {
        let own = || &self.kinds[cohort.candidate.unwrap_or(0)];
        self.at_work.get(place).unwrap_or_else(own)
    }

    fn block(&self, months: usize, of: impl Fn(usize, &Cohort) -> bool) -> Block {
        let mut block = Block {
            cost: 0.0,
            spend: vec![0.0; months],
        };
        for (place, cohort) in self.wanted.iter().enumerate().filter(|(p, c)| of(*p, c)) {
            let kind = self.kind(place, cohort);
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
            let kind = self.kind(place, cohort);
            let units = cohort.units as usize;
            let before = match taken.get_mut(cohort.candidate.unwrap_or(0)) {
                Some(taken) if place >= self.at_work.len() => std::mem::replace(taken, *taken + units),
                _ => 0,
            };
            let (round, inside) = fate(kind, cohort, place);
            settled.started += units;
            settled.incurred += cohort.units * kind.cost * kind.raised[cohort.month] * inside;
            // What closed months decided is among what they recognised.
            if let Some(round) = round.filter(|_| !cohort.settled) {
                settled.submitted += units;
                settled.batches.push(RoundBatch {
                    round,
                    slot: kind.slot + before,
                    units,
                });
            }
        }
    }
}
