//! A second, proving solver: the problem as it takes it, and what its answers are worth.
//!
//! Nothing of an answer is believed: its starts are checked and run like any other plan, and its score has to be the one
//! that was told.

use super::floors::{find_shortfalls, score_delivered};
use super::lp_file::{LpColumn, is_climber, with_columns};
use super::place::{StartBatch, place_sooner, store_starts};
use super::replay::{PlannedStarts, replay};
use super::rows::cost_unfunded;
use super::search::{Answer, Progress, SAME_SCORE};
use super::verify::{Broken, verify};
use crate::engine::{Inputs, Outcome};
use crate::model::{CommuneId, Discipline, Pick};

/// Values so near a whole number are whole.
const WHOLE: f64 = 1e-4;
/// Scores of two solvers that differ by less than this are the same.
const NEAR: f64 = 2e-6;
/// Triệu đồng by which one plan has to be cheaper than another of the same score to take its place.
const CHEAPER: f64 = 0.5;

/// The question as another solver takes it.
#[derive(Clone, Debug)]
pub struct ExactProblem {
    inputs: Inputs,
    text: String,
    columns: Vec<LpColumn>,
    exact: bool,
}

/// Why an answer of the other solver is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Disagreement {
    /// It is of another length than the problem.
    Length,
    /// Units that are not whole: the column and its value.
    Fraction(String, f64),
    /// It breaks rules, or its score is not the one that was told.
    Broken(Vec<Broken>),
    /// It says that no plan scores above `bound`, and there is one that does.
    Bound {
        /// As told, 0–1.
        bound: f64,
        /// As the engine runs that plan, 0–1.
        score: f64,
    },
}

impl ExactProblem {
    /// The problem of the highest score among the plans that keep what an answer keeps: communes fixed in start, but for
    /// those that it refused, and no less is delivered of the least numbers.
    pub fn for_answer(inputs: &Inputs, answer: &Answer) -> Self {
        Self::with(inputs, &answer.refused, score_delivered(inputs, &answer.planned))
    }

    /// The problem of the highest score among plans that keep all least numbers; communes fixed in must start, but for
    /// those `refused`.
    pub fn new(inputs: &Inputs, refused: &[CommuneId]) -> Self {
        Self::with(inputs, refused, f64::INFINITY)
    }

    fn with(inputs: &Inputs, refused: &[CommuneId], delivered: f64) -> Self {
        let fixed = inputs.lines.iter().flat_map(|l| &l.communes);
        let fixed = fixed.filter(|c| c.pick == Pick::In).filter_map(|c| c.id.as_ref());
        let forced: Vec<&CommuneId> = fixed.filter(|id| !refused.contains(id)).collect();
        let (text, columns) = with_columns(inputs, &forced, delivered);
        let by_rows = inputs.discipline != Discipline::PayAsYouGo && inputs.expiry.is_empty();
        let promised = inputs.rows.is_exact() || cost_unfunded(inputs) <= 0.0;
        Self {
            // A commune that was refused may start all the same in a run, and the rows do not know it.
            exact: by_rows && promised && !inputs.varies() && !inputs.starts_bring_renewals() && refused.is_empty(),
            inputs: inputs.clone(),
            text,
            columns,
        }
    }

    /// In CPLEX LP format, `max score`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the rows are all there is: otherwise no plan breaks them, but the engine may run a plan that keeps them
    /// with a lower score than they say.
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// Names of the columns of starts, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|c| c.name.as_str())
    }

    /// A plan as values of the columns of starts.
    pub fn values(&self, planned: &PlannedStarts) -> Vec<f64> {
        let month_of = |c: &LpColumn| {
            let id = self.inputs.lines[c.line].communes.get(c.candidate?)?.id.as_ref()?;
            Some(planned.communes.get(id).map(|month| *month as usize))
        };
        let value = |c: &LpColumn| match month_of(c) {
            Some(month) => f64::from(u8::from(month == Some(c.month))),
            None => self.count_unnamed(c, planned),
        };
        self.columns.iter().map(value).collect()
    }

    /// Of the starts of a plan that name no commune, those that a column counts: communes without data go before those
    /// that climb.
    fn count_unnamed(&self, column: &LpColumn, planned: &PlannedStarts) -> f64 {
        let line = &self.inputs.lines[column.line];
        let starts = planned.unnamed_starts(line);
        let now = starts.get(column.month).copied().unwrap_or(0);
        if line.climb().is_none() {
            return f64::from(now);
        }
        let groups = line.communes.iter().enumerate();
        let first = groups.filter(|(_, c)| c.id.is_none() && c.after.is_none());
        let without_data: usize = first.map(|(c, _)| line.left_of(c)).sum();
        let before = starts.iter().take(column.month).skip(self.inputs.closed);
        let own = now.min((without_data as u32).saturating_sub(before.sum()));
        f64::from(if is_climber(&self.inputs, column) {
            now - own
        } else {
            own
        })
    }

    /// The starts that values of the columns stand for.
    fn batches(&self, values: &[f64]) -> Result<Vec<StartBatch>, Disagreement> {
        if values.len() != self.columns.len() {
            return Err(Disagreement::Length);
        }
        let mut batches = Vec::new();
        for (column, value) in self.columns.iter().zip(values) {
            let whole = libm::round(*value);
            if (value - whole).abs() > WHOLE || whole < 0.0 {
                return Err(Disagreement::Fraction(column.name.clone(), *value));
            }
            if whole > 0.0 {
                batches.push(StartBatch {
                    line: column.line,
                    candidate: column.candidate,
                    month: column.month,
                    units: whole as usize,
                });
            }
        }
        Ok(batches)
    }

    /// The plan that the other solver answers, with its run: checked by rules that know nothing of the problem as text,
    /// run by the engine, its score against the one that was told. Its units start as early as money lets them, where
    /// that is as good.
    ///
    /// # Errors
    /// Why the answer is not what it says.
    pub fn read_starts(&self, values: &[f64], score: f64) -> Result<(PlannedStarts, Outcome), Disagreement> {
        let as_told = store_starts(&self.inputs, &self.batches(values)?);
        let early = place_sooner(&self.inputs, self.batches(values)?);
        if self.exact {
            if let Ok(outcome) = verify(&self.inputs, &early, score) {
                return Ok((early, outcome));
            }
            let outcome = verify(&self.inputs, &as_told, score).map_err(Disagreement::Broken)?;
            return Ok((as_told, outcome));
        }
        // What the engine starts of it is the plan.
        let run = |wanted: &PlannedStarts| {
            let run = PlannedStarts::of_outcome(&self.inputs, &replay(&self.inputs, wanted));
            let score = replay(&self.inputs, &run).score;
            (run, score)
        };
        let (early, told) = (run(&early), run(&as_told));
        let (best, score) = if early.1 >= told.1 { early } else { told };
        let outcome = verify(&self.inputs, &best, score).map_err(Disagreement::Broken)?;
        Ok((best, outcome))
    }

    /// The better of an answer and a plan of the other solver (`None`: the answer is no worse), with its run.
    ///
    /// # Errors
    /// As [`ExactProblem::read_starts`].
    pub fn better(
        &self,
        answer: &Answer,
        values: &[f64],
        score: f64,
    ) -> Result<Option<(Answer, Outcome)>, Disagreement> {
        let (planned, outcome) = self.read_starts(values, score)?;
        let cost = planned.cost(&self.inputs);
        let short = find_shortfalls(&self.inputs, &planned);
        if short.iter().sum::<f64>() > answer.short.iter().sum::<f64>() + 1e-6 {
            return Ok(None);
        }
        let higher = outcome.score > answer.score + SAME_SCORE;
        let cheaper = outcome.score >= answer.score - 1e-9 && cost < answer.cost - CHEAPER;
        if !higher && !cheaper {
            return Ok(None);
        }
        let mut progress = answer.progress;
        progress.score = outcome.score;
        progress.bound = progress.bound.max(outcome.score);
        let better = Answer {
            planned,
            score: outcome.score,
            cost,
            progress,
            short,
            ..answer.clone()
        };
        Ok(Some((better, outcome)))
    }
}

/// What is proven once another solver says that no plan has a higher score than `bound`.
///
/// # Errors
/// There is a plan with one: nothing of what was told is to be believed.
pub fn accept_bound(progress: &mut Progress, bound: f64) -> Result<(), Disagreement> {
    let score = progress.score;
    if bound < score - NEAR {
        return Err(Disagreement::Bound { bound, score });
    }
    progress.bound = progress.bound.min(bound).max(score);
    Ok(())
}

impl std::fmt::Display for Disagreement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Disagreement::Length => f.write_str("an answer of another length than the problem"),
            Disagreement::Fraction(column, value) => write!(f, "{column} is {value}, no whole number"),
            Disagreement::Broken(rules) => {
                let rules: Vec<String> = rules.iter().map(ToString::to_string).collect();
                f.write_str(&rules.join("; "))
            }
            Disagreement::Bound { bound, score } => write!(f, "a plan scores {score}, above the bound {bound}"),
        }
    }
}

impl std::error::Error for Disagreement {}
