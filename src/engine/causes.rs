//! Why a goal is missed: Shapley parts over four groups of limits.

use super::simulate::attain_lifted;
use super::start::{Lift, Starts};
use super::{Inputs, Outcome};

/// Parts of one line's loss, in points of attainment (0–1); they add up to `1 − attainment`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Causes {
    /// Not enough money, or too late.
    pub money: f64,
    /// Slowed months and rounds that came too early or too late.
    pub time: f64,
    /// Start limit and number of candidates.
    pub capacity: f64,
    /// Units that do not pass.
    pub appraisal: f64,
    /// What is still lost with everything lifted: too few units wanted, or too late.
    pub schedule: f64,
}

impl Causes {
    /// The parts with their names, in a fixed order: money, time, capacity, appraisal, schedule.
    pub fn parts(&self) -> [(&'static str, f64); 5] {
        [
            ("money", self.money),
            ("time", self.time),
            ("capacity", self.capacity),
            ("appraisal", self.appraisal),
            ("schedule", self.schedule),
        ]
    }

    /// Sum of the parts: the loss.
    pub fn total(&self) -> f64 {
        self.parts().iter().map(|(_, part)| part).sum()
    }
}

/// Causes of every line, shape `[line]`; a met line has none.
///
/// For each missed line 2⁴ runs lift the groups for that line alone; each group's part is its Shapley value. What is
/// lost with all four lifted is the schedule's.
pub fn explain_loss(inputs: &Inputs, outcome: &Outcome) -> Vec<Causes> {
    let mut all = vec![Causes::default(); inputs.lines.len()];
    if outcome.lines.iter().all(|l| l.is_met()) {
        return all;
    }
    let mut starts = Starts::new(inputs);
    let first_year = 0..inputs.years.get(1).copied().unwrap_or(inputs.months);
    for (place, &l) in inputs.priority.iter().enumerate() {
        if !outcome.lines[l].is_met() {
            all[l] = shapley(|lift| attain_lifted(inputs, place, &starts, lift));
        }
        starts.decide(l, first_year.clone(), Lift::default(), &mut None);
    }
    all
}

/// Shapley values of a game of four players with the given worth of each coalition.
fn shapley(worth: impl Fn(Lift) -> f64) -> Causes {
    let lift = |set: usize| Lift {
        money: set & 1 != 0,
        time: set & 2 != 0,
        capacity: set & 4 != 0,
        appraisal: set & 8 != 0,
    };
    let v: Vec<f64> = (0..16).map(|set| worth(lift(set))).collect();
    // |S|! (3 − |S|)! / 4! for coalitions of 0, 1, 2, 3 other players.
    const WEIGHT: [f64; 4] = [0.25, 1.0 / 12.0, 1.0 / 12.0, 0.25];
    let part = |player: usize| -> f64 {
        (0..16_usize)
            .filter(|set| set & player == 0)
            .map(|set| WEIGHT[set.count_ones() as usize] * (v[set | player] - v[set]))
            .sum()
    };
    Causes {
        money: part(1),
        time: part(2),
        capacity: part(4),
        appraisal: part(8),
        schedule: 1.0 - v[15],
    }
}
