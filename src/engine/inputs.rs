//! From a plan and a scenario to flat, indexed, finite numbers.

use super::ladder::Climb;
use super::renewals::Certificates;
use super::years::YearGoal;
use crate::model::{CommuneId, Discipline, LineId, Pick, SourceId};
use crate::sort;

/// What a source brings for one budget year. Shape `[month]` of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct YearMoney {
    /// Planned release, triệu đồng.
    pub planned: Vec<f64>,
    /// Release that really happens, triệu đồng.
    pub released: Vec<f64>,
    /// Share of more money of the source that would come in the month for this year.
    pub curve: Vec<f64>,
}

/// A source as the engine sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceInputs {
    /// Source.
    pub id: SourceId,
    /// Amount of a budget year in this scenario, triệu đồng.
    pub amount: f64,
    /// Planned release by month over all budget years, shape `[month]`, triệu đồng: what starts are decided on.
    pub planned: Vec<f64>,
    /// Release that really happens in this run (events), shape `[month]`, triệu đồng.
    pub released: Vec<f64>,
    /// Cumulative share of its planned money that has arrived, shape `[month]`, ending at 1: where more of it would
    /// fall.
    pub curve: Vec<f64>,
    /// Its money by budget year, shape `[year]`, where it does not carry over and expires inside the calendar; else
    /// empty.
    pub by_year: Vec<YearMoney>,
    /// Share held for other works, 0–1.
    pub other_works: f64,
    /// Paid in closed months, shape `[closed month]`, triệu đồng; empty without.
    pub paid: Vec<f64>,
    /// Whether the villagers pay it.
    pub from_residents: bool,
}

/// A commune that may start, or the group of communes without data.
#[derive(Clone, PartialEq)]
pub struct Candidate {
    /// Commune; `None` for the group.
    pub id: Option<CommuneId>,
    /// How many: 1 for a named commune.
    pub units: usize,
    /// Cost of one, triệu đồng.
    pub cost: f64,
    /// Months of work of one.
    pub duration: usize,
    /// Fixed in or free; those fixed out are not here.
    pub pick: Pick,
    /// Month from which an optimised schedule starts it; [`Inputs::months`] if that schedule leaves it out; `None`: it
    /// may start in any month.
    pub start: Option<usize>,
    /// Month from which it starts, whatever the schedule wants, if that is set.
    pub earliest: Option<usize>,
    /// Not a candidate before it is recognised in another line.
    pub after: Option<Climb>,
}

impl std::fmt::Debug for Candidate {
    /// Months of its own are printed only where there are any, so that inputs without them keep their fingerprint.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut fields = f.debug_struct("Candidate");
        fields
            .field("id", &self.id)
            .field("units", &self.units)
            .field("cost", &self.cost)
            .field("duration", &self.duration)
            .field("pick", &self.pick);
        if let Some(start) = self.start {
            fields.field("start", &start);
        }
        if let Some(earliest) = self.earliest {
            fields.field("earliest", &earliest);
        }
        if let Some(after) = &self.after {
            fields.field("after", after);
        }
        fields.finish()
    }
}

/// Puts candidates in order of choice: fixed in first, then those of an optimised schedule, then by cost, months, id;
/// the group without data comes last among equals.
pub(crate) fn sort_by_choice(list: &mut [Candidate]) {
    sort::by(list, |a, b| {
        let first = |c: &Candidate| (c.pick != Pick::In, c.start.is_none());
        first(a)
            .cmp(&first(b))
            .then(a.cost.total_cmp(&b.cost))
            .then(a.duration.cmp(&b.duration))
            .then(a.id.is_none().cmp(&b.id.is_none()))
            .then(a.after.is_some().cmp(&b.after.is_some()))
            .then_with(|| a.id.cmp(&b.id))
    });
}

/// Units of a line whose start is settled before anything is decided: they work on and are paid whatever money there is.
#[derive(Clone, Debug, PartialEq)]
pub struct CarriedUnits {
    /// How many.
    pub units: usize,
    /// Month in which their work begins or goes on.
    pub month: usize,
    /// Work still to do of one from that month on, months at full speed.
    pub work_left: f64,
    /// Cost of one that falls due from that month on, triệu đồng.
    pub money_left: f64,
    /// Which commune, as an index in [`LineInputs::communes`]; `None` for alike units.
    pub candidate: Option<usize>,
    /// Whether they were under way before the plan began: then they are paid before all others.
    pub under_way: bool,
    /// Whether their result is among what was recognised in closed months.
    pub settled: bool,
}

/// A line as the engine sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct LineInputs {
    /// Line.
    pub id: LineId,
    /// Goal `G`: of the whole plan.
    pub goal: f64,
    /// Goals by year, in order; empty: there is only the goal of the whole plan.
    pub goals: Vec<YearGoal>,
    /// What counts as recognised in all when the plan begins.
    pub stock: f64,
    /// How long what is recognised counts; `None`: for good.
    pub certificate: Option<Certificates>,
    /// Weight in the score.
    pub weight: f64,
    /// Cost of one unit in this scenario, triệu đồng (`c`).
    pub cost: f64,
    /// Months of work at full speed (`d`).
    pub duration: usize,
    /// Cumulative spend by part of the work: piecewise linear through these points, from 0 to 1; length ≥ 2.
    pub spend: Vec<f64>,
    /// Start limit per month (`κ`).
    pub starts_per_month: usize,
    /// Units there are (`N`), those under way included.
    pub candidates: usize,
    /// Units that work already, in order of start; those under way before the plan come first.
    pub carried: Vec<CarriedUnits>,
    /// Recognised in closed months, shape `[closed month]`; empty without.
    pub recognised: Vec<f64>,
    /// Months from finish to the earliest decision (`a`).
    pub lag: usize,
    /// Whether a round is held, shape `[month]`.
    pub rounds: Vec<bool>,
    /// Product of the pass rates in this run, before events that begin inside the year: see [`LineInputs::pass_at`].
    pub pass: f64,
    /// What events that begin inside the year make of `pass` for decisions of a month, shape `[month]`; 1: nothing.
    pub pass_factor: Vec<f64>,
    /// What events that begin inside the year make of costs for starts of a month, shape `[month]`; 1: nothing.
    pub cost_factor: Vec<f64>,
    /// Product of the pass rates as planned: decides how many units are wanted.
    pub planned_pass: f64,
    /// Work speed, shape `[month]`, 0–1.
    pub speed: Vec<f64>,
    /// Largest share by source `β`, shape `[source]`.
    pub max_share: Vec<f64>,
    /// Smallest share by source `α`, shape `[source]`.
    pub min_share: Vec<f64>,
    /// What each source pays at most over the plan, shape `[source]`, triệu đồng, infinite where only its share says it;
    /// empty without any such cap.
    pub most_from: Vec<f64>,
    /// Starts wanted, shape `[month]`.
    pub wanted: Vec<usize>,
    /// Candidates in order of choice, for a line of communes; empty otherwise (then all units are alike).
    pub communes: Vec<Candidate>,
}

impl SourceInputs {
    /// Planned money over the plan that is left after other works, triệu đồng.
    pub fn free(&self) -> f64 {
        self.planned.iter().sum::<f64>() * (1.0 - self.other_works)
    }

    /// By how much the amount of a year has to rise for so much more free money inside the calendar, triệu đồng: other works
    /// take their share, and what is released after the last month is left out. Money of events counts as if it were of the
    /// amount; infinite where none of it would come.
    pub fn amount_for(&self, free: f64) -> f64 {
        let released = self.planned.iter().sum::<f64>();
        let inside = if self.amount > 0.0 { released / self.amount } else { 1.0 };
        free / (inside * (1.0 - self.other_works))
    }
}

impl LineInputs {
    /// What a source pays at most over the plan, triệu đồng, whatever its share.
    pub fn cap(&self, source: usize) -> f64 {
        self.most_from.get(source).copied().unwrap_or(f64::INFINITY)
    }

    /// What a source may pay of `cost`, triệu đồng: its largest share, and no more than its cap.
    pub fn most(&self, source: usize, cost: f64) -> f64 {
        (self.max_share[source] * cost).min(self.cap(source))
    }

    /// Recognised in closed months, units.
    pub(super) fn recognised_so_far(&self) -> f64 {
        self.recognised.iter().sum()
    }

    /// Units that were under way before the plan began.
    pub fn under_way(&self) -> usize {
        self.carried.iter().filter(|c| c.under_way).map(|c| c.units).sum()
    }

    /// Units that work already when anything is decided.
    pub fn carried_units(&self) -> usize {
        self.carried.iter().map(|c| c.units).sum()
    }

    /// Alike units that may still start.
    pub fn alike_left(&self) -> usize {
        self.candidates.saturating_sub(self.carried_units())
    }

    /// Units of a candidate, by index in [`LineInputs::communes`], that may still start.
    pub fn left_of(&self, index: usize) -> usize {
        let own = self.carried.iter().filter(|c| c.candidate == Some(index));
        let carried = own.map(|c| c.units).sum();
        self.communes.get(index).map_or(0, |c| c.units.saturating_sub(carried))
    }

    /// Share of units that pass when decided on in month `t`.
    pub fn pass_at(&self, t: usize) -> f64 {
        self.pass * self.pass_factor.get(t).copied().unwrap_or(1.0)
    }

    /// Whether events change costs or pass rates inside the year.
    pub fn varies(&self) -> bool {
        self.passes_vary() || self.cost_factor.iter().any(|f| *f != 1.0)
    }

    /// Whether events change the pass rate inside the year.
    pub fn passes_vary(&self) -> bool {
        self.pass_factor.iter().any(|factor| *factor != 1.0)
    }

    /// Cost of a unit of the line's own cost that starts in month `t`, triệu đồng.
    pub fn cost_at(&self, t: usize) -> f64 {
        self.cost * self.cost_factor.get(t).copied().unwrap_or(1.0)
    }
}

/// A least number that a plan of starts is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    /// Indices of the lines whose units count.
    pub lines: Vec<usize>,
    /// Only these communes count; `None`: all units do.
    pub communes: Option<Vec<CommuneId>>,
    /// At least so many.
    pub least: f64,
    /// Recognised, as expected; otherwise put up to a round in time, whether they pass or not.
    pub recognised: bool,
}

/// Everything a run needs, flat and finite.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// Number of months `T`.
    pub months: usize,
    /// Closed months the run goes on from: nothing is decided in them. 0: the plan as made.
    pub closed: usize,
    /// Months before which starts are decided: the first month of each budget year; begins with 0.
    pub years: Vec<usize>,
    /// Months after which money of a budget year that does not carry over is gone: the January after it. Empty if none
    /// expires before the last month.
    pub expiry: Vec<usize>,
    /// Sources in plan order.
    pub sources: Vec<SourceInputs>,
    /// Lines in plan order.
    pub lines: Vec<LineInputs>,
    /// Indices of lines in order of service.
    pub priority: Vec<usize>,
    /// Rows of the funding test, from the recipes of `lines`.
    pub rows: std::sync::Arc<super::funding::FundingRows>,
    /// How builders are paid.
    pub discipline: Discipline,
    /// Inhabitants.
    pub population: f64,
    /// What a plan of starts is asked for beside its targets: for the optimiser, a run takes no notice of it.
    pub floors: Vec<Floor>,
}

impl Inputs {
    /// Whether events change costs or pass rates inside the year.
    pub fn varies(&self) -> bool {
        self.lines.iter().any(LineInputs::varies)
    }

    /// The same with every start of these lines at the lowest cost and every decision at the highest pass rate of the
    /// year: no plan of starts can do better under the real ones.
    pub fn at_best(&self, of: impl Fn(&LineInputs) -> bool) -> Self {
        let mut best = self.clone();
        for line in best.lines.iter_mut().filter(|l| of(l)) {
            // What is renewed takes the money of later starts.
            line.certificate.iter_mut().for_each(|c| c.cost = 0.0);
            let cost = line.cost_factor.iter().copied().fold(f64::INFINITY, f64::min);
            let pass = line.pass_factor.iter().copied().fold(0.0, f64::max);
            line.cost *= cost;
            line.communes.iter_mut().for_each(|c| c.cost *= cost);
            line.pass *= pass;
            line.cost_factor.fill(1.0);
            line.pass_factor.fill(1.0);
        }
        best
    }
}
