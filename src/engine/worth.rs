//! What more money of one source would buy.

use super::simulate::{Results, simulate_results};
use super::{Inputs, Outcome};
use crate::model::{Discipline, SourceId};

/// Extra free money whose worth is told, triệu đồng.
const EXTRA: f64 = 1_000.0;
/// The next step is looked for up to this much extra free money, triệu đồng.
const FURTHEST: f64 = 50_000.0;
/// Starts that change without changing a result are followed this often.
const MOST_STEPS: usize = 24;
/// Where amounts are tried instead of computed, they are found to this much, triệu đồng.
const FINE: f64 = 0.5;
/// Amounts that are tried first: the furthest, its half, and so on.
const HALVES: i32 = 9;

/// The smallest extra amount that changes a result, and the change.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// Extra *free* money of the source, triệu đồng, at most 50.000. Computed where builders wait for their money;
    /// under pay as you go found by trial, to within half a triệu đồng, and it may then miss a smaller amount whose
    /// effect more money undoes.
    pub amount: f64,
    /// Change of the score, 0–1.
    pub score: f64,
    /// Change of recognised units, shape `[line]`.
    pub recognised: Vec<f64>,
}

/// Worth of 1.000 triệu đồng more free money of one source, on its own release curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Source.
    pub source: SourceId,
    /// Change of the score, 0–1.
    pub score: f64,
    /// Change of recognised units, shape `[line]`.
    pub recognised: Vec<f64>,
    /// The next step; `None` if up to 50.000 triệu đồng change nothing.
    pub next_step: Option<NextStep>,
}

/// Worth of every source, shape `[source]`.
pub fn measure_worth(inputs: &Inputs, outcome: &Outcome) -> Vec<Worth> {
    let (_, refusals) = simulate_results(inputs);
    (0..inputs.sources.len())
        .map(|source| {
            let trial = WorthTrial {
                inputs,
                outcome,
                source,
            };
            let relief = refusals.relief[source];
            let by_trial = inputs.discipline == Discipline::PayAsYouGo;
            // Decisions cannot change if money refused nothing or more of it never comes.
            let open = refusals.any && trial.arrives();
            let (score, recognised) = if open && (by_trial || relief <= EXTRA) {
                let change = trial.with(EXTRA);
                (change.score, change.recognised)
            } else {
                (0.0, vec![0.0; inputs.lines.len()])
            };
            let next_step = match (open, by_trial) {
                (false, _) => None,
                (true, true) => trial.search(0.0),
                (true, false) => trial.follow(relief),
            };
            Worth {
                source: inputs.sources[source].id.clone(),
                score,
                recognised,
                next_step,
            }
        })
        .collect()
}

/// The inputs with `extra` more free money of one source.
pub(crate) fn add_money(inputs: &Inputs, source: usize, extra: f64) -> Inputs {
    let mut more = inputs.clone();
    let s = &mut more.sources[source];
    // Free money is what is left after other works.
    let gross = extra / (1.0 - s.other_works);
    let mut before = 0.0;
    for (t, c) in s.curve.iter().enumerate() {
        s.planned[t] += gross * (c - before);
        s.released[t] += gross * (c - before);
        before = *c;
    }
    for year in &mut s.by_year {
        for (t, share) in year.curve.iter().enumerate() {
            year.planned[t] += gross * share;
            year.released[t] += gross * share;
        }
    }
    more
}

/// More money of one source, tried.
struct WorthTrial<'a> {
    inputs: &'a Inputs,
    outcome: &'a Outcome,
    source: usize,
}

impl WorthTrial<'_> {
    /// Whether more of the source comes inside the calendar and is not all taken by other works.
    fn arrives(&self) -> bool {
        let source = &self.inputs.sources[self.source];
        source.other_works < 1.0 && source.curve.last().is_some_and(|c| *c > 0.0)
    }

    /// Change of the results with `extra` more.
    fn with(&self, extra: f64) -> Results {
        self.change(simulate_results(&add_money(self.inputs, self.source, extra)).0)
    }

    fn change(&self, after: Results) -> Results {
        let pairs = after.recognised.iter().zip(&self.outcome.lines);
        Results {
            score: after.score - self.outcome.score,
            recognised: pairs.map(|(after, line)| after - line.total_recognised()).collect(),
        }
    }

    /// Follows the amounts at which a refused start is let through until a result changes. Between two such amounts
    /// every decision stays the same, so no smaller amount is missed.
    fn follow(&self, first: f64) -> Option<NextStep> {
        let mut amount = first;
        for _ in 0..MOST_STEPS {
            if amount > FURTHEST {
                return None;
            }
            // A hair above the threshold, so that rounding cannot leave the start refused.
            let above = amount * (1.0 + 1e-9) + 1e-6;
            let (after, refusals) = simulate_results(&add_money(self.inputs, self.source, above));
            let change = self.change(after);
            if changes(&change) {
                return Some(step(above.min(FURTHEST), change));
            }
            amount = above + refusals.relief[self.source].max(1e-3);
        }
        self.search(amount)
    }

    /// Tries amounts above `from`, each twice the one before, then halves the first gap after which a result has
    /// changed.
    fn search(&self, from: f64) -> Option<NextStep> {
        let mut low = from;
        for halving in (0..=HALVES).rev() {
            let mut high = from + (FURTHEST - from) / f64::from(1 << halving);
            let mut change_at_high = self.with(high);
            if !changes(&change_at_high) {
                low = high;
                continue;
            }
            while high - low > FINE {
                let middle = (low + high) / 2.0;
                let change = self.with(middle);
                if changes(&change) {
                    (high, change_at_high) = (middle, change);
                } else {
                    low = middle;
                }
            }
            return Some(step(high, change_at_high));
        }
        None
    }
}

fn changes(change: &Results) -> bool {
    change.recognised.iter().any(|r| r.abs() > 1e-9)
}

fn step(amount: f64, change: Results) -> NextStep {
    NextStep {
        amount,
        score: change.score,
        recognised: change.recognised,
    }
}
