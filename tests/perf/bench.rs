//! Time of one run of the default plan, in this process or in a browser: see `scripts/bench.sh`.
//!
//! Prints (natively) or leaves in `globalThis.ntmBench` (wasm) one JSON object of microseconds: `simulate` is the plain
//! run from resolved inputs, `evaluate` all that one slider move needs from the engine, `samples_2000` all of a live answer
//! (readying, 2.000 samples, chances and bands), `samples_10000` ten thousand samples with the same, `bound` the linear
//! bound of the best plan, `first_plan` a good plan with the first step of the search, `optimum_*` the proven best plan at
//! that percentage of the money, with the number of steps it took in `steps_*`, `large_simulate`, `large_evaluate`
//! and `large_bound` the same of sixty months with sixty communes by twenty-five criteria. `--large-plan` prints that plan's file
//! instead.
#![allow(clippy::print_stdout)]

use ntm_planner::engine::sample::Sampler;
use ntm_planner::engine::{evaluate, resolve, simulate};
use ntm_planner::model::{Plan, samples};
use ntm_planner::optimise::{Search, bound, optimise, times_money};
use std::hint::black_box;
use std::sync::Arc;

/// Length of one measured batch, milliseconds: far above the resolution of a browser's clock.
const BATCH: f64 = 40.0;
/// Steps of a search at most.
const MOST_STEPS: usize = 100_000;
/// Batches; the median of them is told.
const BATCHES: usize = 15;

mod large;

fn main() {
    if std::env::args().any(|arg| arg == "--large-plan") {
        if let Ok(file) = ntm_planner::formats::write(&large::read_starts(), None) {
            clock::tell(&file);
        }
        return;
    }
    let plan = samples::default_plan();
    let inputs = resolve(&plan, None);
    let run = median_micros(|| {
        black_box(simulate(black_box(&inputs)));
    });
    let all = median_micros(|| {
        black_box(evaluate(black_box(&plan), None));
    });
    let highest = median_micros(|| {
        black_box(bound(black_box(&inputs)));
    });
    let tight = times_money(&inputs, 0.55);
    let first = median_micros(|| {
        black_box(Search::new(black_box(&tight)).step(1));
    });
    let optima: String = [80, 55, 30, 15].into_iter().map(optimum).collect();
    let large = large::read_starts();
    let large_inputs = resolve(&large, large.base());
    let large_run = median_micros(|| {
        black_box(simulate(black_box(&large_inputs)));
    });
    let large_all = median_micros(|| {
        black_box(evaluate(black_box(&large), large.base()));
    });
    let large_highest = median_micros(|| {
        black_box(bound(black_box(&large_inputs)));
    });
    let plan = Arc::new(plan);
    let (live, full) = (sampled_micros(&plan, 2_000), sampled_micros(&plan, 10_000));
    clock::tell(&format!(
        r#"{{"simulate":{run:.2},"evaluate":{all:.2},"samples_2000":{live:.0},"samples_10000":{full:.0},"bound":{highest:.2},"first_plan":{first:.2},"large_simulate":{large_run:.1},"large_evaluate":{large_all:.1},"large_bound":{large_highest:.1}{optima}}}"#
    ));
}

/// Time of readying a sampler, `n` samples and what they say, µs.
fn sampled_micros(plan: &Arc<Plan>, n: usize) -> f64 {
    median_micros(|| {
        if let Ok(mut sampler) = Sampler::new(plan.ground.clone(), plan.base(), 1) {
            sampler.advance(n);
            black_box(sampler.risk());
        }
    })
}

/// Members of the result: time and steps of the best plan at a percentage of the money.
fn optimum(percent: u32) -> String {
    let inputs = times_money(&resolve(&samples::default_plan(), None), f64::from(percent) / 100.0);
    let progress = optimise(&inputs, MOST_STEPS).progress;
    let time = median_micros(|| {
        black_box(optimise(black_box(&inputs), MOST_STEPS));
    });
    let gap = progress.gap();
    let steps = progress.steps;
    format!(r#","optimum_{percent}":{time:.2},"steps_{percent}":{steps},"gap_{percent}":{gap:.6}"#)
}

/// Median over the batches of the mean time of one call, µs.
fn median_micros(mut call: impl FnMut()) -> f64 {
    let mut calls = 1_u32;
    let mut batch = |calls: u32| {
        let start = clock::now();
        for _ in 0..calls {
            call();
        }
        clock::now() - start
    };
    // Warms up and finds how many calls fill a batch.
    while batch(calls) < BATCH {
        calls *= 2;
    }
    let mut times: Vec<f64> = (0..BATCHES).map(|_| batch(calls) / f64::from(calls) * 1000.0).collect();
    times.sort_by(f64::total_cmp);
    times.get(BATCHES / 2).copied().unwrap_or_default()
}

#[cfg(not(target_arch = "wasm32"))]
mod clock {
    use std::sync::LazyLock;
    use std::time::Instant;

    static START: LazyLock<Instant> = LazyLock::new(Instant::now);

    /// Milliseconds since the first call.
    pub fn now() -> f64 {
        START.elapsed().as_secs_f64() * 1000.0
    }
    pub fn tell(result: &str) {
        println!("{result}");
    }
}

#[cfg(target_arch = "wasm32")]
mod clock {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(inline_js = "export function tell(result) { globalThis.ntmBench = JSON.parse(result); }")]
    extern "C" {
        pub fn tell(result: &str);
    }

    #[wasm_bindgen]
    extern "C" {
        /// Milliseconds since the page was opened.
        #[wasm_bindgen(js_namespace = performance)]
        pub fn now() -> f64;
    }
}
