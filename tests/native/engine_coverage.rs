//! The 95 % intervals hold the truth at least about as often as they say, over a thousand seeds.

use crate::common::{AT_ONCE, fig, line, plan, source};
use ntm_planner::engine::sample::{Chance, Sampler};
use ntm_planner::model::*;
use std::sync::Arc;

const SEEDS: u64 = 1000;

/// Share of the seeds whose interval of the joint chance holds the truth, and the mean width of the intervals.
fn coverage(plan: Plan, samples: usize, truth: f64) -> (f64, f64) {
    let plan = Arc::new(plan);
    let (mut held, mut width) = (0, 0.0);
    for seed in 0..SEEDS {
        let mut sampler = Sampler::new(plan.ground.clone(), None, seed).unwrap();
        sampler.advance(samples);
        let Chance { low, high, .. } = sampler.chances().0;
        held += u32::from((low..=high).contains(&truth));
        width += high - low;
    }
    (f64::from(held) / SEEDS as f64, width / SEEDS as f64)
}

/// Probability that a PERT value stays below `at`, by Simpson's rule over its density.
fn pert_below([low, likely, high]: [f64; 3], at: f64) -> f64 {
    let peak = (likely - low) / (high - low);
    let density = |x: f64| x.powf(4.0 * peak) * (1.0 - x).powf(4.0 - 4.0 * peak);
    let area = |to: f64| {
        let n = 4000;
        let h = to / f64::from(n);
        let weight = |i: i32| {
            if i == 0 || i == n {
                1.0
            } else {
                2.0 + 2.0 * f64::from(i % 2)
            }
        };
        (0..=n).map(|i| weight(i) * density(h * f64::from(i))).sum::<f64>() * h / 3.0
    };
    area((at - low) / (high - low)) / area(1.0)
}

#[test]
fn where_samples_are_throws_of_a_coin_it_is_nineteen_in_twenty() {
    // One unit that starts unless the event makes it too dear for the money.
    let mut plan = plan(
        vec![source("s", 100.0, AT_ONCE)],
        vec![line("a", 1.0, 100.0, 1.0, &["s"])],
    );
    plan.events = vec![Event {
        chance: fig(0.3),
        ..dear_event()
    }];
    let (held, width) = coverage(plan, 150, 0.7);
    // 0.95 ± four standard errors of a thousand throws, and a little for the steps of small counts.
    assert!((0.92..=0.98).contains(&held), "{held}");
    assert!(width < 0.2, "{width}");
}

#[test]
fn where_points_are_more_even_than_chance_it_is_no_less() {
    let cost = [0.5, 1.0, 2.0];
    let mut plan = plan(
        vec![source("s", 110.0, AT_ONCE)],
        vec![line("a", 1.0, 100.0, 1.0, &["s"])],
    );
    plan.lines[0].average_cost = Range::new(cost[0], cost[1], cost[2], Origin::default());
    let (held, width) = coverage(plan, 64, pert_below(cost, 1.1));
    assert!(held >= 0.94, "{held}");
    assert!(width < 0.3, "{width}");
}

#[test]
fn where_costs_and_appraisal_play_together_it_is_no_less() {
    // Three units of a dear and of a cheap kind, of which any may fail: the truth is a sum over what money lets start.
    let cost = [0.8, 1.0, 1.4];
    let mut plan = plan(
        vec![source("s", 330.0, AT_ONCE)],
        vec![line("a", 2.0, 100.0, 1.0, &["s"])],
    );
    plan.lines[0].average_cost = Range::new(cost[0], cost[1], cost[2], Origin::default());
    plan.lines[0].starts_per_month = fig(5.0);
    plan.lines[0].appraisal.stages = vec![Stage {
        name: "stage".into(),
        pass: fig(0.75),
    }];
    // Two are needed of three pushed; money pays three while a unit costs at most 110, else two, down to 165.
    let three = pert_below(cost, 1.1);
    let pass: f64 = 0.75;
    let (of_three, of_two) = (3.0 * pass * pass * 0.25 + pass.powi(3), pass * pass);
    let truth = three * of_three + (1.0 - three) * of_two;
    let (held, width) = coverage(plan, 64, truth);
    assert!(held >= 0.94, "{held}");
    assert!(width < 0.3, "{width}");
}

fn dear_event() -> Event {
    Event {
        id: "dear".into(),
        name: "dear".into(),
        note: Text::default(),
        months: vec![],
        chance: fig(1.0),
        on: true,
        effects: vec![Effect::UnitCost {
            lines: vec!["a".into()],
            factor: 10.0,
        }],
    }
}
