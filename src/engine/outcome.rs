//! What a run gives: monthly columns and a summary.

use super::years::YearOutcome;
use crate::model::{CommuneId, LineId, SourceId};

/// Result of one line. Monthly columns have shape `[month]`, units (expected values may be fractions).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineOutcome {
    /// Line.
    pub id: LineId,
    /// Goal `G`.
    pub goal: f64,
    /// Units wanted by the schedule, under-way units aside.
    pub wanted: f64,
    /// Started in the month; units under way count in month 0.
    pub started: Vec<f64>,
    /// Under work at the end of the month.
    pub in_progress: Vec<f64>,
    /// Work finished in the month.
    pub finished: Vec<f64>,
    /// Submitted to the round of the month.
    pub submitted: Vec<f64>,
    /// Recognised in the month, expected value.
    pub recognised: Vec<f64>,
    /// Bills of the month, triệu đồng.
    pub needed: Vec<f64>,
    /// Paid in the month, triệu đồng, all sources.
    pub paid: Vec<f64>,
    /// Bills waiting at the end of the month, triệu đồng.
    pub waiting: Vec<f64>,
    /// `min(1, recognised / goal)`; 1 if the goal is 0. With goals by year the average of the years by their goals, each
    /// of all goals up to it.
    pub attainment: f64,
    /// What each year attains; empty without goals by year.
    pub years: Vec<YearOutcome>,
    /// What counts in all at the end of the month (*lũy kế*): the stock the plan began with and what was recognised
    /// since, less certificates that lapsed.
    pub stock: Vec<f64>,
    /// Certificates that run out in the month and were to be renewed; empty where renewing costs nothing.
    pub renewals_wanted: Vec<f64>,
    /// Of these, renewed; the others lapse because money did not suffice. Empty where renewing costs nothing.
    pub renewed: Vec<f64>,
    /// What renewals cost in the month, triệu đồng, among [`Self::needed`]; empty where renewing costs nothing.
    pub renewal_bills: Vec<f64>,
}

impl LineOutcome {
    /// Monthly columns with their names, in a fixed order.
    pub fn columns(&self) -> [(&'static str, &[f64]); 8] {
        [
            ("started", &self.started),
            ("in_progress", &self.in_progress),
            ("finished", &self.finished),
            ("submitted", &self.submitted),
            ("recognised", &self.recognised),
            ("needed", &self.needed),
            ("paid", &self.paid),
            ("waiting", &self.waiting),
        ]
    }
    /// Units started over the plan.
    pub fn total_started(&self) -> f64 {
        self.started.iter().sum()
    }
    /// Units finished over the plan.
    pub fn total_finished(&self) -> f64 {
        self.finished.iter().sum()
    }
    /// Units submitted over the plan.
    pub fn total_submitted(&self) -> f64 {
        self.submitted.iter().sum()
    }
    /// Units recognised over the plan, expected value.
    pub fn total_recognised(&self) -> f64 {
        self.recognised.iter().sum()
    }
    /// Paid over the plan, triệu đồng.
    pub fn total_paid(&self) -> f64 {
        self.paid.iter().sum()
    }
    /// Whether the goal is met, with a tolerance for rounding.
    pub fn is_met(&self) -> bool {
        self.attainment >= 1.0 - 1e-9
    }
    /// Paid per recognised unit, triệu đồng, renewals aside; `None` if nothing is recognised.
    pub fn cost_per_recognised(&self) -> Option<f64> {
        let units = self.total_recognised();
        (units > 0.0).then(|| (self.total_paid() - self.total_renewal_bills()).max(0.0) / units)
    }
    /// Certificates that were to be renewed and lapse because money did not suffice.
    pub fn total_not_renewed(&self) -> f64 {
        let (wanted, made): (f64, f64) = (self.renewals_wanted.iter().sum(), self.renewed.iter().sum());
        // A residue of rounding is none.
        if wanted - made > 1e-9 * wanted {
            wanted - made
        } else {
            0.0
        }
    }
    /// Certificates renewed over the plan, where that costs money.
    pub fn total_renewed(&self) -> f64 {
        self.renewed.iter().sum()
    }
    /// What renewals cost over the plan, triệu đồng.
    pub fn total_renewal_bills(&self) -> f64 {
        self.renewal_bills.iter().sum()
    }
}

/// Result of one source. Monthly columns have shape `[month]`, triệu đồng.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceOutcome {
    /// Source.
    pub id: SourceId,
    /// Released in the month.
    pub released: Vec<f64>,
    /// Of that, held for other works.
    pub other_works: Vec<f64>,
    /// Paid in the month for units of this plan.
    pub paid: Vec<f64>,
    /// Cash left at the end of the month.
    pub left: Vec<f64>,
    /// Free money lost at the end of the month: of a budget year that is over, and does not carry over.
    pub expired: Vec<f64>,
    /// Paid over the plan by line, shape `[line]`.
    pub paid_to: Vec<f64>,
}

impl SourceOutcome {
    /// Monthly columns with their names, in a fixed order.
    pub fn columns(&self) -> [(&'static str, &[f64]); 4] {
        [
            ("released", &self.released),
            ("other_works", &self.other_works),
            ("paid", &self.paid),
            ("left", &self.left),
        ]
    }
    /// Released over the plan.
    pub fn total_released(&self) -> f64 {
        self.released.iter().sum()
    }
    /// Held for other works over the plan.
    pub fn total_other_works(&self) -> f64 {
        self.other_works.iter().sum()
    }
    /// Paid over the plan.
    pub fn total_paid(&self) -> f64 {
        self.paid.iter().sum()
    }
    /// Lost over the plan.
    pub fn total_expired(&self) -> f64 {
        self.expired.iter().sum()
    }
    /// Left after the last month.
    pub fn total_left(&self) -> f64 {
        self.left.last().copied().unwrap_or(0.0)
    }
}

/// A named commune that was started, or the group without data.
#[derive(Clone, Debug, PartialEq)]
pub struct CommuneOutcome {
    /// Commune; `None` for a unit of the group without data, which is never named.
    pub id: Option<CommuneId>,
    /// Whether they are of those that the plan itself brought to the level below.
    pub climbs: bool,
    /// Index of the line in [`Outcome::lines`].
    pub line: usize,
    /// How many units started in this month: 1 for a named commune.
    pub units: f64,
    /// Month of the start.
    pub start: usize,
    /// Month the work is finished, if inside the calendar.
    pub finish: Option<usize>,
    /// Month of the recognition round, if there is one.
    pub round: Option<usize>,
    /// Bills waiting at the round, triệu đồng: no outstanding debt is a condition of recognition.
    pub waiting_at_round: f64,
}

/// Everything one run gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Number of months `T`.
    pub months: usize,
    /// Lines in plan order.
    pub lines: Vec<LineOutcome>,
    /// Sources in plan order.
    pub sources: Vec<SourceOutcome>,
    /// Communes started, in order of start.
    pub communes: Vec<CommuneOutcome>,
    /// Bills waiting at the end of the month, all lines, shape `[month]`, triệu đồng.
    pub waiting: Vec<f64>,
    /// Unpaid after the last month, triệu đồng.
    pub debt: f64,
    /// Largest value of `waiting`.
    pub peak_waiting: f64,
    /// Month of the largest value (0 if nothing waits).
    pub peak_month: usize,
    /// `Σ weight · attainment / Σ weight`, 0–1.
    pub score: f64,
    /// Communes fixed in by the scenario that could not be funded, by id.
    pub refused_picks: Vec<CommuneId>,
}

impl Outcome {
    /// Number of goals met.
    pub fn met(&self) -> usize {
        self.lines.iter().filter(|l| l.is_met()).count()
    }
    /// Bills of the month over all lines, shape `[month]`.
    pub fn needed(&self) -> Vec<f64> {
        sum_columns(self.months, self.lines.iter().map(|l| &l.needed))
    }
    /// Free money (released less other works) of the month over all sources, shape `[month]`.
    pub fn free(&self) -> Vec<f64> {
        let released = sum_columns(self.months, self.sources.iter().map(|s| &s.released));
        let other = sum_columns(self.months, self.sources.iter().map(|s| &s.other_works));
        released.iter().zip(&other).map(|(r, o)| r - o).collect()
    }
}

fn sum_columns<'a>(months: usize, columns: impl Iterator<Item = &'a Vec<f64>>) -> Vec<f64> {
    let mut total = vec![0.0; months];
    for column in columns {
        for (sum, value) in total.iter_mut().zip(column) {
            *sum += value;
        }
    }
    total
}
