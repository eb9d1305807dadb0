//! What the comparison of `scripts/bench.sh` with numpy and Squiggle needs: one JSON object with the default plan with its
//! events off as plain numbers, the time of ten thousand samples of it, their joint chance, and the error of the joint
//! chance of the default plan by number of samples, at even points and at plain ones.
#![allow(clippy::print_stdout)]

use ntm_planner::engine::resolve;
use ntm_planner::engine::sample::Sampler;
use ntm_planner::model::{Plan, Scenario, samples};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Instant;

/// Samples compared.
const SAMPLES: usize = 10_000;
/// Samples taken for the truth, and seeds whose error is averaged.
const TRUTH: (usize, u64) = (400_000, 60);

fn main() {
    let plan = Arc::new(samples::default_plan());
    let mut calm = plan.base().cloned().unwrap_or_default();
    calm.overrides.events = plan.events.iter().map(|e| (e.id.clone(), false)).collect();
    let (micros, joint) = timed(&plan, &calm);
    let result = json!({
        "facts": facts(&plan, &calm),
        "samples": SAMPLES,
        "micros": micros,
        "joint": joint,
        "convergence": convergence(&plan),
    });
    println!("{result}");
}

/// Median time of ten thousand samples with what they say, µs, and their joint chance.
fn timed(plan: &Arc<Plan>, scenario: &Scenario) -> (f64, f64) {
    let mut joint = 0.0;
    let mut times: Vec<f64> = (0..15)
        .map(|seed| {
            let start = Instant::now();
            if let Ok(mut sampler) = Sampler::new(plan.ground.clone(), Some(scenario), seed) {
                sampler.advance(SAMPLES);
                joint = sampler.risk().joint.chance;
            }
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], joint)
}

/// Root mean square error of the joint chance, `[samples, even points, plain points]`.
fn convergence(plan: &Arc<Plan>) -> Vec<[f64; 3]> {
    let scenario = plan.base();
    let chance = |seed: u64, n: usize, plain: bool| {
        let Ok(mut sampler) = Sampler::new(plan.ground.clone(), scenario, seed) else {
            return 0.0;
        };
        if plain {
            sampler = sampler.with_plain_points();
        }
        sampler.advance(n);
        sampler.chances().0.chance
    };
    let truth = chance(9_999, TRUTH.0, false);
    let error = |n: usize, plain: bool| {
        let miss = |seed: u64| chance(seed, n, plain) - truth;
        let squares: f64 = (0..TRUTH.1).map(|seed| miss(seed) * miss(seed)).sum();
        (squares / TRUTH.1 as f64).sqrt()
    };
    [100, 1_000, 10_000]
        .map(|n| [n as f64, error(n, false), error(n, true)])
        .to_vec()
}

fn facts(plan: &Plan, scenario: &Scenario) -> Value {
    let inputs = resolve(plan, Some(scenario));
    let line = |(line, own): (&ntm_planner::engine::LineInputs, &ntm_planner::model::Line)| {
        json!({
            "cost": line.cost, "goal": line.goal, "duration": line.duration, "lag": line.lag, "rounds": line.rounds,
            "pass": line.pass, "spend": line.spend, "wanted": line.wanted, "limit": line.starts_per_month,
            "most": line.max_share, "least": line.min_share, "average": own.average_cost.values(),
        })
    };
    let source = |(source, own): (&ntm_planner::engine::SourceInputs, &ntm_planner::model::Source)| json!({ "planned": source.planned, "other": source.other_works, "realisation": own.realisation.values() });
    json!({
        "months": inputs.months,
        "wait": match inputs.discipline {
            ntm_planner::model::Discipline::Bridge { wait } => wait,
            _ => 0,
        },
        "priority": inputs.priority,
        "lines": inputs.lines.iter().zip(&plan.lines).map(line).collect::<Vec<_>>(),
        "sources": inputs.sources.iter().zip(&plan.sources).map(source).collect::<Vec<_>>(),
    })
}
