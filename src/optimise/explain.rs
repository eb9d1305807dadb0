//! Why the best plan is no better: what relaxing its limits gives. Data, no words.

use super::loosen::{Loosening, list_limits, loosen_limit, money_step};
use super::question_limits::QuestionLimits;
use super::relax::is_light;
use super::search::{Answer, SAME_SCORE, optimise};
use crate::engine::Inputs;
use crate::model::{CommuneId, LineId, SourceId};
use serde::{Deserialize, Serialize};

/// Extra free money whose worth is told, triệu đồng.
pub const EXTRA_MONEY: f64 = 1_000.0;
/// Extra money of the villagers whose worth is told, triệu đồng a head and year.
pub const EXTRA_PER_HEAD: f64 = 0.1;
/// Parts of a step to which the smallest amount that changes something is told.
const GRAINS: u32 = 10;
/// Most of them that are looked at: fifty steps.
const MOST_GRAINS: u32 = 500;

/// A limit of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// Money of a source.
    Money(SourceId),
    /// What the villagers may be asked for at most, a head and year.
    PerHead,
    /// Debt allowed after the last month.
    Arrears,
    /// How long builders wait.
    Waiting,
    /// Starts of a line a month.
    StartsPerMonth(LineId),
    /// Units of a line there are.
    Candidates(LineId),
    /// Months in which a line's units are recognised, and those before.
    Rounds(LineId),
    /// Pass rates of a line.
    Pass(LineId),
    /// Which sources may pay a line, and how much.
    Recipe(LineId),
    /// Recipes as a whole: what no source that may be asked can pay.
    Recipes,
    /// What a source may pay a line at most.
    Cap(LineId, SourceId),
    /// A least number, by its place in the question.
    AtLeast(usize),
    /// A commune that is fixed in.
    FixedIn(CommuneId),
    /// The target of a line.
    Goal(LineId),
}

/// What one unit more of a limit gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relief {
    /// The limit: money, caps and debt by 1.000 triệu đồng, what villagers are asked for by 0,1 triệu đồng a head, waiting by a
    /// month, least numbers by one, starts and candidates by one, rounds to every month, passing to all, recipes to any
    /// source.
    pub limit: Limit,
    /// Change of the best score, 0–1.
    pub score: f64,
    /// Whether both scores are proven best.
    pub proven: bool,
    /// Units are lumps: where one step of money gives nothing, the smallest amount found that does, in the unit of the
    /// limit.
    pub lump: Option<f64>,
}

/// A limit of money whose smallest useful amount is being looked for, between two numbers of grains.
#[derive(Clone, Debug)]
struct Lump {
    limit: Limit,
    low: u32,
    high: u32,
    score: f64,
    /// Whether the score of `high` is proven best, and so are all that were found no better below it.
    proven: (bool, bool),
}

/// What relaxing each limit by one unit gives, one limit after the other; then, of small plans, how much money it takes
/// where a step of it gives nothing. Limits that give nothing are left out.
#[derive(Clone, Debug)]
pub struct Reliefs {
    question: QuestionLimits,
    left: Vec<Limit>,
    /// Limits of money of which a step gives nothing, and whether that is proven.
    lumps: Vec<(Limit, bool)>,
    lump: Option<Lump>,
    reliefs: Vec<Relief>,
}

impl Reliefs {
    /// All limits of these inputs, none looked at yet.
    pub fn new(inputs: &Inputs, question: QuestionLimits) -> Self {
        let mut left = list_limits(inputs, &question);
        left.extend((0..inputs.floors.len()).map(Limit::AtLeast));
        left.reverse();
        Self {
            question,
            left,
            lumps: vec![],
            lump: None,
            reliefs: vec![],
        }
    }

    /// Looks at the next limit by searching again with at most `steps` steps; `false` when none is left.
    pub fn step(&mut self, inputs: &Inputs, answer: &Answer, steps: usize) -> bool {
        // Nothing adds to all points.
        if answer.score >= 1.0 - SAME_SCORE {
            return false;
        }
        if let Some(limit) = self.left.pop() {
            let (score, proven) = self.gain(inputs, answer, steps, &limit, Loosening::One);
            if score > SAME_SCORE {
                self.record(limit, score, proven, None);
            } else if money_step(&limit).is_some() && is_light(inputs) {
                self.lumps.insert(0, (limit, proven));
            }
            return true;
        }
        if let Some(lump) = self.lump.take() {
            self.narrow(inputs, answer, steps, lump);
            return true;
        }
        let Some((limit, nothing)) = self.lumps.pop() else {
            return false;
        };
        let most = Loosening::By(amount(&limit, MOST_GRAINS));
        let (score, proven) = self.gain(inputs, answer, steps, &limit, most);
        self.lump = (score > SAME_SCORE).then_some(Lump {
            limit,
            low: GRAINS,
            high: MOST_GRAINS,
            score,
            proven: (proven, nothing),
        });
        true
    }

    /// One halving.
    fn narrow(&mut self, inputs: &Inputs, answer: &Answer, steps: usize, mut lump: Lump) {
        if lump.high - lump.low <= 1 {
            let found = amount(&lump.limit, lump.high);
            self.record(lump.limit, lump.score, lump.proven.0 && lump.proven.1, Some(found));
            return;
        }
        let middle = lump.low.midpoint(lump.high);
        let step = Loosening::By(amount(&lump.limit, middle));
        let (score, proven) = self.gain(inputs, answer, steps, &lump.limit, step);
        if score > SAME_SCORE {
            (lump.high, lump.score, lump.proven.0) = (middle, score, proven);
        } else {
            lump.low = middle;
            lump.proven.1 &= proven;
        }
        self.lump = Some(lump);
    }

    /// What relaxing a limit adds to the score, and whether both scores are proven.
    fn gain(&self, inputs: &Inputs, answer: &Answer, steps: usize, limit: &Limit, step: Loosening) -> (f64, bool) {
        let after = optimise(&loosen_limit(inputs, &self.question, limit, step), steps);
        let proven = after.progress.proven() && answer.progress.proven();
        (after.score - answer.score, proven)
    }

    fn record(&mut self, limit: Limit, score: f64, proven: bool, lump: Option<f64>) {
        let before = |r: &Relief| (r.lump.is_some(), -r.score) <= (lump.is_some(), -score);
        let at = self.reliefs.partition_point(before);
        let relief = Relief {
            limit,
            score,
            proven,
            lump,
        };
        self.reliefs.insert(at, relief);
    }

    /// What was found so far: what one step gives first, the largest change first.
    pub fn reliefs(&self) -> &[Relief] {
        &self.reliefs
    }
}

/// So many grains of a limit of money, in its unit.
fn amount(limit: &Limit, grains: u32) -> f64 {
    money_step(limit).unwrap_or(1.0) * f64::from(grains) / f64::from(GRAINS)
}

/// [`Reliefs`] of all limits.
pub fn find_reliefs(inputs: &Inputs, question: QuestionLimits, answer: &Answer, steps: usize) -> Vec<Relief> {
    let mut all = Reliefs::new(inputs, question);
    while all.step(inputs, answer, steps) {}
    all.reliefs
}
