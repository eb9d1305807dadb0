//! From a plan and a scenario to flat, indexed, finite numbers.

use crate::model::{CommuneId, Discipline, LineId, Pick, SourceId};
use crate::sort;

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
    /// Share held for other works, 0–1.
    pub other_works: f64,
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
        fields.finish()
    }
}

/// Puts candidates in order of choice: fixed in first, then those of an optimised schedule, then by cost, months, id;
/// the group without data comes last among equals.
pub(crate) fn in_order_of_choice(list: &mut [Candidate]) {
    sort::by(list, |a, b| {
        let first = |c: &Candidate| (c.pick != Pick::In, c.start.is_none());
        first(a)
            .cmp(&first(b))
            .then(a.cost.total_cmp(&b.cost))
            .then(a.duration.cmp(&b.duration))
            .then(a.id.is_none().cmp(&b.id.is_none()))
            .then_with(|| a.id.cmp(&b.id))
    });
}

/// A line as the engine sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct LineInputs {
    /// Line.
    pub id: LineId,
    /// Goal `G`.
    pub goal: f64,
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
    /// Units under way, work left (months at full speed) and money left (triệu đồng for one unit).
    pub under_way: (usize, f64, f64),
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
    /// Starts wanted, shape `[month]`.
    pub wanted: Vec<usize>,
    /// Candidates in order of choice, for a line of communes; empty otherwise (then all units are alike).
    pub communes: Vec<Candidate>,
}

impl LineInputs {
    /// Share of units that pass when decided on in month `t`.
    pub fn pass_at(&self, t: usize) -> f64 {
        self.pass * self.pass_factor.get(t).copied().unwrap_or(1.0)
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

/// Everything a run needs, flat and finite.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// Number of months `T`.
    pub months: usize,
    /// Months before which starts are decided: the first month of each budget year; begins with 0.
    pub years: Vec<usize>,
    /// Sources in plan order.
    pub sources: Vec<SourceInputs>,
    /// Lines in plan order.
    pub lines: Vec<LineInputs>,
    /// Indices of lines in order of service.
    pub priority: Vec<usize>,
    /// Rows of the funding test, from the recipes of `lines`.
    pub rows: std::sync::Arc<super::funding::Rows>,
    /// How builders are paid.
    pub discipline: Discipline,
    /// Inhabitants.
    pub population: f64,
}

impl Inputs {
    /// Whether events change costs or pass rates inside the year.
    pub fn varies(&self) -> bool {
        let changed = |line: &LineInputs| line.passes_vary() || line.cost_factor.iter().any(|f| *f != 1.0);
        self.lines.iter().any(changed)
    }

    /// The same with every start at the lowest cost and every decision at the highest pass rate of the year: no plan of
    /// starts can do better under the real ones.
    pub fn at_best(&self) -> Self {
        let mut best = self.clone();
        for line in &mut best.lines {
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
