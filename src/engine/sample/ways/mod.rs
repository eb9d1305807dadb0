//! Ways to reach an aim: each lever by itself, then units pushed together with money or a cost level.
//!
//! The search is written as if it never stopped. What a trial came to is remembered; when a slice is over the search is
//! left at the next trial that is not known yet, and the next slice walks the known ones again in no time. Combinations are
//! built by the gain in chance for what a unit costs while there is money enough, pared down, and then given as little
//! money as does: good ways, not proven to be the cheapest.

mod answer;
mod search;
mod trial;

pub use answer::{LeverChange, Price, UnreachedLever, Way, WaysRequest, set_changes};

use super::chance::Chance;
use crate::engine::{Inputs, resolve};
use crate::model::ImpossibleCorrelation;
use std::collections::BTreeMap;

/// The search is to go on in a later slice.
struct Paused;

type Slice<T> = Result<T, Paused>;
/// Levers by their place in the request, and where each is.
type Moves = Vec<(usize, f64)>;

/// The search: resumable, the same answer however it is sliced.
#[derive(Clone, Debug)]
pub struct Ways {
    request: WaysRequest,
    inputs: Inputs,
    levels: BTreeMap<Vec<(usize, u64)>, f64>,
    checks: BTreeMap<Vec<(usize, u64)>, Option<Chance>>,
    ways: Vec<Way>,
    unreached: Vec<UnreachedLever>,
    progress: f64,
    done: bool,
}

impl Ways {
    /// Readies a search.
    ///
    /// # Errors
    /// The plan's correlations are impossible.
    pub fn new(request: WaysRequest) -> Result<Self, ImpossibleCorrelation> {
        request.ground.check_correlations()?;
        Ok(Self {
            inputs: resolve(&request.ground, request.scenario.as_ref()),
            request,
            levels: BTreeMap::new(),
            checks: BTreeMap::new(),
            ways: vec![],
            unreached: vec![],
            progress: 0.0,
            done: false,
        })
    }

    /// Goes on until `late` says so, which is asked after each trial; tells whether the answer is complete.
    pub fn advance(&mut self, mut late: impl FnMut() -> bool) -> bool {
        if !self.done && self.search(&mut late).is_ok() {
            self.progress = 1.0;
            self.done = true;
        }
        self.done
    }

    /// How far it is, 0–1.
    pub fn progress(&self) -> f64 {
        self.progress
    }

    /// Ways found so far, the cheapest first.
    pub fn ways(&self) -> &[Way] {
        &self.ways
    }

    /// What does not reach the aim, so far; the last is all levers together once nothing does.
    pub fn unreached(&self) -> &[UnreachedLever] {
        &self.unreached
    }

    /// The request.
    pub fn request(&self) -> &WaysRequest {
        &self.request
    }
}
