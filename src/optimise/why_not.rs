//! Why a commune is not in an answer.

use super::kinds::latest_recognised_start;
use super::search::{Answer, SAME_SCORE, optimise};
use crate::engine::{Inputs, measure_readiness};
use crate::model::{CommuneId, Ground, Overrides, Pick};

/// Why a commune is no candidate by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// It is fixed out.
    FixedOut,
    /// No line takes communes of its level.
    OtherLevel,
    /// The next level asks for the one it has for an earlier target year.
    TooSoon,
    /// It has no data of its own and counts by number only.
    NoData,
}

/// Why a commune is no candidate by name under these overrides; `None` if it may be one.
pub fn find_absence(ground: &Ground, overrides: &Overrides, commune: &CommuneId) -> Option<Absence> {
    let known = ground.commune(commune)?;
    if overrides.picks.get(commune) == Some(&Pick::Out) {
        return Some(Absence::FixedOut);
    }
    let mut levels = ground.lines.iter().filter_map(|line| line.level);
    let Some(level) = levels.find(|level| level.below() == known.level) else {
        return Some(Absence::OtherLevel);
    };
    let earlier = known.target_year.is_none_or(|y| y < ground.calendar.start.year);
    if level == crate::model::Level::Model && !earlier {
        return Some(Absence::TooSoon);
    }
    measure_readiness(ground, known, level)
        .is_none()
        .then_some(Absence::NoData)
}

/// Why a commune is not in the answer.
#[derive(Clone, Debug, PartialEq)]
pub enum WhyNot {
    /// It is, from this month on.
    Chosen {
        /// Month of its start.
        month: usize,
    },
    /// It is no candidate by name; why, where the plan was looked at ([`find_absence`]).
    NotACandidate(Option<Absence>),
    /// Its work is recognised by no round.
    TooLate,
    /// No money may or can pay it.
    CannotBeFunded,
    /// With it the best score is lower by so much.
    Score {
        /// Points of score, 0–1.
        loss: f64,
        /// Whether both are proven best.
        proven: bool,
    },
    /// With it the score is the same and takes more money (triệu đồng), or as much.
    Money {
        /// Triệu đồng, 0 or more.
        more: f64,
    },
}

/// Why a commune is not in an answer, by searching again with it fixed in.
pub fn explain_commune(inputs: &Inputs, answer: &Answer, commune: &CommuneId, steps: usize) -> WhyNot {
    if let Some(month) = answer.planned.communes.get(commune) {
        return WhyNot::Chosen { month: *month as usize };
    }
    let mut with = inputs.clone();
    let mut found = None;
    for line in &mut with.lines {
        let place = line.communes.iter().position(|c| c.id.as_ref() == Some(commune));
        if let Some(place) = place {
            found = Some(latest_recognised_start(line, line.communes[place].duration));
            line.communes[place].pick = Pick::In;
        }
    }
    match found {
        None => return WhyNot::NotACandidate(None),
        Some(None) => return WhyNot::TooLate,
        Some(Some(_)) => {}
    }
    let after = optimise(&with, steps);
    if after.refused.contains(commune) || !after.planned.communes.contains_key(commune) {
        return WhyNot::CannotBeFunded;
    }
    let loss = answer.score - after.score;
    if loss > SAME_SCORE {
        WhyNot::Score {
            loss,
            proven: after.progress.proven() && answer.progress.proven(),
        }
    } else {
        WhyNot::Money {
            more: (after.cost - answer.cost).max(0.0),
        }
    }
}
