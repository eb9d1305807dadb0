//! What more money of one source would buy.

use super::simulate::simulate_with_refusals;
use super::{Inputs, Outcome};
use crate::model::SourceId;

/// Extra free money whose worth is told, triệu đồng.
const EXTRA: f64 = 1_000.0;
/// The next step is looked for up to this much extra free money, triệu đồng.
const FURTHEST: f64 = 50_000.0;
/// Starts that change without changing a result are followed this often.
const MOST_STEPS: usize = 24;

/// The smallest extra amount that changes a result, and the change.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// Extra *free* money of the source, triệu đồng, at most 50.000.
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
pub fn worth(inputs: &Inputs, outcome: &Outcome) -> Vec<Worth> {
    let (_, refusals) = simulate_with_refusals(inputs);
    (0..inputs.sources.len())
        .map(|s| {
            // Decisions stay as they are until the first refused start is let through.
            let (score, recognised) = if refusals[s] > EXTRA {
                (0.0, vec![0.0; inputs.lines.len()])
            } else {
                change(outcome, &super::simulate(&with_more(inputs, s, EXTRA)))
            };
            let next_step = next_step(inputs, outcome, s, refusals[s]);
            Worth {
                source: inputs.sources[s].id.clone(),
                score,
                recognised,
                next_step,
            }
        })
        .collect()
}

/// The inputs with `extra` more free money of one source.
pub(super) fn with_more(inputs: &Inputs, source: usize, extra: f64) -> Inputs {
    let mut more = inputs.clone();
    let s = &mut more.sources[source];
    // Free money is what is left after other works; when those take all, no amount of money is free.
    let gross = if s.other_works < 1.0 {
        extra / (1.0 - s.other_works)
    } else {
        0.0
    };
    let mut before = 0.0;
    for (t, c) in s.curve.iter().enumerate() {
        s.planned[t] += gross * (c - before);
        s.released[t] += gross * (c - before);
        before = *c;
    }
    more
}

fn change(before: &Outcome, after: &Outcome) -> (f64, Vec<f64>) {
    let units = before
        .lines
        .iter()
        .zip(&after.lines)
        .map(|(b, a)| a.total_recognised() - b.total_recognised());
    (after.score - before.score, units.collect())
}

/// Follows the amounts at which a refused start is let through until a result changes. Between two such amounts
/// every decision stays the same, so no smaller amount is missed.
fn next_step(inputs: &Inputs, outcome: &Outcome, source: usize, first: f64) -> Option<NextStep> {
    let mut amount = first;
    for _ in 0..MOST_STEPS {
        if amount > FURTHEST {
            return None;
        }
        // A hair above the threshold, so that rounding cannot leave the start refused.
        let tried = amount * (1.0 + 1e-9) + 1e-6;
        let (after, refusals) = simulate_with_refusals(&with_more(inputs, source, tried));
        let (score, recognised) = change(outcome, &after);
        if recognised.iter().any(|r| r.abs() > 1e-9) {
            return Some(NextStep {
                amount: tried.min(FURTHEST),
                score,
                recognised,
            });
        }
        amount = tried + refusals[source].max(1e-3);
    }
    None
}
