//! Samples against known truths.

use super::*;
use crate::model::samples::default_plan;
use std::sync::Arc;

fn drawn(n: usize, seed: u64) -> Risk {
    let plan = Arc::new(default_plan());
    let mut sampler = Sampler::new(Arc::clone(&plan), plan.scenarios.first(), seed).unwrap();
    sampler.advance(n);
    sampler.risk()
}

#[test]
fn look() {
    let risk = drawn(10_000, 1);
    println!("{risk:#?}");
}
