//! Samples against known truths: closed forms, the plain run, themselves.

use crate::common::{AT_ONCE, arb_case, fig, line, plan, range, source};
use ntm_planner::engine::sample::{Aim, Effort, Indices, Input, Lever, Measure, Sampler, Sought, seek_goal};
use ntm_planner::engine::{measure_community, resolve, simulate};
use ntm_planner::model::samples::{by_name, default_plan};
use ntm_planner::model::*;
use proptest::prelude::*;
use std::sync::Arc;

fn sampled(plan: &Plan, scenario: Option<&Scenario>, seed: u64, n: usize) -> Sampler {
    let mut sampler = Sampler::new(plan.ground.clone(), scenario, seed).unwrap();
    sampler.advance(n);
    sampler
}

/// OCOP alone: 12 are wanted for 8, each passes with chance 0,80 × 0,87.
fn ocop_alone() -> Plan {
    let mut ocop = line("ocop", 8.0, 300.0, 6.0, &["s"]);
    ocop.candidates = fig(20.0);
    ocop.average_cost = Range::new(0.85, 1.0, 1.25, Origin::default());
    let stage = |pass| Stage {
        name: "stage".into(),
        pass: fig(pass),
    };
    ocop.appraisal.stages = vec![stage(0.8), stage(0.87)];
    plan(vec![source("s", 1e6, AT_ONCE)], vec![ocop])
}

/// Chance that at least `k` of `n` pass.
fn binomial_tail(n: u32, k: u32, p: f64) -> f64 {
    let choose = |k: u32| -> f64 { (0..k).map(|i| f64::from(n - i) / f64::from(i + 1)).product() };
    (k..=n)
        .map(|k| choose(k) * p.powi(k as i32) * (1.0 - p).powi((n - k) as i32))
        .sum()
}

/// Two lines of one unit each that nobody pays, so that the debt is the sum of their costs.
fn two_debts() -> Plan {
    let lines = [("a", [0.5, 1.0, 2.0]), ("b", [0.9, 1.0, 1.4])].map(|(id, [low, likely, high])| {
        let mut line = line(id, 1.0, 100.0, 1.0, &["s"]);
        line.average_cost = Range::new(low, likely, high, Origin::default());
        line
    });
    let mut plan = plan(vec![source("s", 0.0, AT_ONCE)], lines.to_vec());
    plan.discipline = Discipline::Arrears { cap: 1e6, wait: 60 };
    plan
}

fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    (mean, values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n)
}

#[test]
fn ocop_alone_with_money_enough_has_the_binomial_tail() {
    let plan = ocop_alone();
    let sampler = sampled(&plan, None, 7, 4000);
    let exact = binomial_tail(12, 8, 0.8 * 0.87);
    let risk = sampler.risk();
    assert!(
        (risk.lines[0].chance.chance - exact).abs() < 1e-10,
        "{:?} {exact}",
        risk.lines[0].chance
    );
    assert!((risk.joint.chance - exact).abs() < 1e-10);
    assert!(risk.joint.low <= exact && exact <= risk.joint.high);
    // The drawn units follow the same law.
    let units = sampler.results(Measure::Units(0));
    for k in 4..=12_u32 {
        let share = units.iter().filter(|u| **u >= f64::from(k)).count() as f64 / 4000.0;
        let tail = binomial_tail(12, k, 0.8 * 0.87);
        assert!(
            (share - tail).abs() < 4.0 * (tail * (1.0 - tail) / 4000.0_f64).sqrt() + 1e-3,
            "{k}: {share} {tail}"
        );
    }
    assert_eq!(
        (risk.lines[0].p10, risk.lines[0].p50, risk.lines[0].p90),
        (6.0, 8.0, 10.0)
    );
}

#[test]
fn means_and_variances_of_pert_costs_add_up() {
    let sampler = sampled(&two_debts(), None, 3, 8192);
    let (mean, variance) = moments(&sampler.results(Measure::Debt));
    let truth = [[0.5, 1.0, 2.0], [0.9, 1.0, 1.4]].map(|[low, likely, high]: [f64; 3]| {
        let mean = (low + 4.0 * likely + high) / 6.0;
        (mean, (mean - low) * (high - mean) / 7.0)
    });
    let sum = (100.0 * (truth[0].0 + truth[1].0), 1e4 * (truth[0].1 + truth[1].1));
    assert!((mean - sum.0).abs() < 1e-3 * sum.0, "{mean} {}", sum.0);
    assert!((variance - sum.1).abs() < 1e-2 * sum.1, "{variance} {}", sum.1);
}

#[test]
fn correlated_costs_add_their_covariance() {
    let mut plan = two_debts();
    let cost = |line: &str| Factor::Cost { line: line.into() };
    let apart = moments(&sampled(&plan, None, 3, 4096).results(Measure::Debt)).1;
    plan.correlations = vec![Correlation {
        a: cost("a"),
        b: cost("b"),
        value: fig(0.8),
    }];
    let together = moments(&sampled(&plan, None, 3, 4096).results(Measure::Debt)).1;
    plan.correlations[0].value = fig(-0.8);
    let against = moments(&sampled(&plan, None, 3, 4096).results(Measure::Debt)).1;
    assert!(
        together > 1.2 * apart && against < 0.8 * apart,
        "{against} {apart} {together}"
    );
}

#[test]
fn impossible_correlations_are_refused_by_name() {
    let mut plan = default_plan();
    let of = |source: &str| Factor::Realisation { source: source.into() };
    for (a, b, r) in [
        ("state", "community", 0.9),
        ("community", "other", 0.9),
        ("state", "other", -0.95),
    ] {
        plan.correlations.push(Correlation {
            a: of(a),
            b: of(b),
            value: fig(r),
        });
    }
    let pair = Sampler::new(plan.ground.clone(), None, 1).unwrap_err();
    let known = [of("state"), of("community"), of("other")];
    assert!(
        pair.a != pair.b && known.contains(&pair.a) && known.contains(&pair.b),
        "{pair:?}"
    );
}

#[test]
fn the_same_seed_gives_the_same_samples_in_chunks_of_any_size() {
    let plan = default_plan();
    let mut floods = plan.scenarios[0].clone();
    floods.overrides.events.insert("floods".into(), true);
    let whole = sampled(&plan, Some(&floods), 42, 600);
    let mut parts = Sampler::new(plan.ground.clone(), Some(&floods), 42).unwrap();
    [1, 0, 7, 100, 250, 242].into_iter().for_each(|n| parts.advance(n));
    assert_eq!(whole.risk(), parts.risk());
    assert_eq!(whole.influences(Measure::Score), parts.influences(Measure::Score));
    assert_ne!(whole.risk(), sampled(&plan, Some(&floods), 43, 600).risk());
}

#[test]
fn scenarios_share_their_draws() {
    let plan = default_plan();
    let base = sampled(&plan, plan.base(), 5, 300);
    for scenario in &plan.scenarios {
        let other = sampled(&plan, Some(scenario), 5, 300);
        for (index, input) in base.inputs().iter().enumerate() {
            if let Some(place) = other.inputs().iter().position(|i| i == input)
                && !matches!(input, Input::Passes(_))
            {
                assert_eq!(
                    base.values_of(index),
                    other.values_of(place),
                    "{input:?} in {}",
                    scenario.id
                );
            }
        }
    }
    // The same units pass: with one more unit pushed, never fewer are recognised.
    let mut more = plan.scenarios[0].clone();
    more.overrides.pushed.insert("ocop".into(), 13);
    let place = plan.lines.iter().position(|l| l.id == "ocop").unwrap();
    let (few, many) = (base.results(Measure::Units(place)), sampled(&plan, Some(&more), 5, 300));
    assert!(
        few.iter()
            .zip(many.results(Measure::Units(place)))
            .all(|(f, m)| *f <= m && m <= f + 1.0)
    );
}

#[test]
fn stated_intervals_cover_the_truth_as_often_as_they_say() {
    let plan = Arc::new(default_plan());
    let truth = sampled(&plan, plan.base(), 999, 60_000).risk();
    let seeds = 150;
    let mut covered = 0;
    for seed in 0..seeds {
        let mut sampler = Sampler::new(plan.ground.clone(), plan.base(), seed).unwrap();
        sampler.advance(200);
        let (joint, _) = sampler.chances();
        covered += u64::from(joint.low <= truth.joint.chance && truth.joint.chance <= joint.high);
    }
    assert!(covered * 100 >= seeds * 93, "{covered} of {seeds}");
    assert!(truth.joint.high - truth.joint.low < 0.01);
}

#[test]
fn the_error_falls_with_the_samples_and_even_points_err_less_than_plain_ones() {
    // Debt of two lines: its mean is known.
    let plan = Arc::new(two_debts());
    let truth = 100.0 * ((0.5 + 4.0 + 2.0) / 6.0 + (0.9 + 4.0 + 1.4) / 6.0);
    let error = |n: usize, plain: bool| {
        let seeds = 40;
        let one = |seed: u64| {
            let mut sampler = Sampler::new(plan.ground.clone(), None, seed).unwrap();
            if plain {
                sampler = sampler.with_plain_points();
            }
            sampler.advance(n);
            let miss = moments(&sampler.results(Measure::Debt)).0 - truth;
            miss * miss
        };
        ((0..seeds).map(one).sum::<f64>() / f64::from(seeds as u32)).sqrt()
    };
    let (few, many) = (
        (error(64, false), error(64, true)),
        (error(1024, false), error(1024, true)),
    );
    assert!(few.0 < 0.5 * few.1 && many.0 < 0.2 * many.1, "{few:?} {many:?}");
    // Plain: by the root of sixteen; even points: nearer to sixteen itself.
    assert!(
        (2.5..6.5).contains(&(few.1 / many.1)) && few.0 / many.0 > 8.0,
        "{few:?} {many:?}"
    );
}

#[test]
fn the_default_plan_is_as_uncertain_as_the_prototype_found() {
    let plan = default_plan();
    let chance = sampled(&plan, plan.base(), 1, 8000).risk().joint.chance;
    assert!((0.42..0.58).contains(&chance), "{chance}");
}

#[test]
fn pay_as_you_go_slows_work_that_money_does_not_reach() {
    let even = std::array::from_fn(|t| ((t + 1) as f64 / 12.0).min(1.0));
    let mut money = source("s", 1200.0, even);
    let mut works = line("l", 1.0, 600.0, 6.0, &["s"]);
    works.appraisal.rounds = Rounds::Months { months: vec![6, 12] };
    let mut plan = plan(vec![money.clone()], vec![works]);
    plan.discipline = Discipline::PayAsYouGo;
    plan.schedule = Schedule::Early;
    let whole = sampled(&plan, None, 1, 10).risk();
    assert_eq!(whole.lines[0].by_month.p50[5], 1.0);
    money.realisation = range(0.75);
    plan.sources = vec![money.clone()];
    let slowed = sampled(&plan, None, 1, 10).risk();
    assert_eq!(
        (slowed.lines[0].by_month.p50[5], slowed.lines[0].p50),
        (0.0, 1.0),
        "a round later"
    );
    money.realisation = range(0.25);
    plan.sources = vec![money];
    let stuck = sampled(&plan, None, 1, 10).risk();
    assert_eq!(
        (stuck.lines[0].p50, stuck.debt.max),
        (0.0, 0.0),
        "never finished, nothing owed"
    );
}

#[test]
fn a_shortfall_of_realised_money_is_debt_of_its_size() {
    let mut money = source("s", 1000.0, AT_ONCE);
    money.realisation = range(0.9);
    let plan = plan(vec![money], vec![line("l", 1.0, 1000.0, 6.0, &["s"])]);
    let risk = sampled(&plan, None, 1, 10).risk();
    assert!((risk.debt.p50 - 100.0).abs() < 1e-9 && (risk.missing.p50 - 100.0).abs() < 1e-9);
    assert_eq!((risk.joint.chance, risk.lines[0].chance.chance), (0.0, 1.0));
}

#[test]
fn what_comes_beyond_plan_pays_arrears_in_a_sample_and_stays_with_its_source_in_the_plain_run() {
    let mut money = source("s", 900.0, AT_ONCE);
    money.realisation = range(1.2);
    let mut plan = plan(vec![money], vec![line("l", 1.0, 1000.0, 6.0, &["s"])]);
    plan.discipline = Discipline::Arrears { cap: 100.0, wait: 12 };
    let outcome = simulate(&resolve(&plan, None));
    assert_eq!(outcome.lines[0].total_started(), 1.0);
    // 1.080 came; 900 were set aside when the work was decided on.
    assert!((outcome.debt - 100.0).abs() < 1e-9, "{}", outcome.debt);
    assert!((outcome.sources[0].total_left() - 180.0).abs() < 1e-9);
    assert_eq!(sampled(&plan, None, 1, 10).risk().debt.max, 0.0);
}

#[test]
fn goal_seek_finds_how_many_products_to_push_for_a_chance() {
    let plan = Arc::new(ocop_alone());
    let effort = Effort { samples: 50, seed: 1 };
    let wanted = 0.9;
    let least = (12..=20).find(|n| binomial_tail(*n, 8, 0.8 * 0.87) >= wanted).unwrap();
    let aim = Aim::LineChance("ocop".into(), wanted);
    let found = seek_goal(&plan.ground, None, &Lever::Pushed("ocop".into()), &aim, effort).unwrap();
    let Sought::Reached {
        from,
        value,
        monotone,
        chance,
    } = found
    else {
        panic!("{found:?}");
    };
    assert_eq!((from, value, monotone), (12.0, f64::from(least), true));
    assert!(chance.unwrap().low >= wanted - 0.01);
    let by_money = seek_goal(&plan.ground, None, &Lever::AllMoney, &aim, effort).unwrap();
    assert!(matches!(by_money, Sought::NotReachable { at: 3.0, chance: Some(c) } if c.chance < wanted));
}

#[test]
fn first_order_indices_of_a_sum_are_the_shares_of_variance() {
    let mut indices = Indices::new(two_debts().ground, None, 1, Measure::Debt).unwrap();
    indices.advance(2000);
    let variance = |low: f64, high: f64| {
        let mean = (low + 4.0 + high) / 6.0;
        (mean - low) * (high - mean)
    };
    let (a, b) = (variance(0.5, 2.0), variance(0.9, 1.4));
    let found = indices.first_order();
    assert!(
        (found[0].index - a / (a + b)).abs() < 0.02 && (found[1].index - b / (a + b)).abs() < 0.02,
        "{found:?}"
    );
    // The interval holds the truth and is not vacuous.
    for (found, truth) in found.iter().zip([a / (a + b), b / (a + b)]) {
        assert!(
            (found.index - truth).abs() <= found.half && found.half < 0.1,
            "{found:?} {truth}"
        );
    }
    // Slices say the same as one go.
    let mut slices = Indices::new(two_debts().ground, None, 1, Measure::Debt).unwrap();
    while !slices.advance_to(2000, || true) {}
    assert_eq!(
        (slices.first_order(), slices.count_drawn()),
        (indices.first_order(), 2000)
    );
    let sampler = sampled(&two_debts(), None, 1, 1000);
    let ranks = sampler.influences(Measure::Debt);
    assert!(ranks[0].correlation > 0.8 && ranks[1].correlation > 0.1 && ranks[0].low < ranks[0].high);
}

#[test]
fn the_year_2020_is_placed_in_the_band_of_its_back_test() {
    let plan = by_name("thach-ha-2020").unwrap();
    let known = sampled(&plan, plan.base(), 1, 1000).known_results();
    assert_eq!(known.len(), plan.lines.iter().filter(|l| l.goal.value > 0.0).count());
    for k in &known {
        assert!(k.below <= k.at_most && k.spread.p5 <= k.spread.p95);
        assert_eq!(k.outside, k.reported < k.spread.p5 || k.reported > k.spread.p95);
    }
}

fn certain((mut plan, scenario): (Plan, Scenario)) -> (Plan, Scenario) {
    plan.lines.iter_mut().for_each(|l| l.appraisal.stages.clear());
    plan.events.iter_mut().for_each(|e| e.chance = fig(1.0));
    plan.lines.iter_mut().for_each(|l| l.goal.value = l.goal.value.round());
    (plan, scenario)
}

fn spread((mut plan, scenario): (Plan, Scenario)) -> (Plan, Scenario) {
    for line in &mut plan.lines {
        line.average_cost = Range::new(0.7, 1.0, 1.5, Origin::default());
    }
    for source in &mut plan.sources {
        source.realisation = Range::new(0.5, 1.0, 1.2, Origin::default());
    }
    plan.events
        .iter_mut()
        .flat_map(|e| &mut e.months)
        .for_each(|m| m.chance = 0.5);
    (plan, scenario)
}

fn every_sample_is_the_plain_run(plan: &Plan, scenario: &Scenario) -> Result<(), TestCaseError> {
    let inputs = resolve(plan, Some(scenario));
    // Passing may still be lowered by an event.
    prop_assume!(inputs.lines.iter().all(|l| l.pass == 1.0 && !l.passes_vary()));
    let outcome = simulate(&inputs);
    let as_planned = inputs.sources.iter().all(|s| s.planned == s.released);
    // Under pay as you go work slows in a sample where bills wait in the plain run.
    prop_assume!(inputs.discipline != Discipline::PayAsYouGo || (as_planned && outcome.peak_waiting == 0.0));
    let sampler = sampled(plan, Some(scenario), 1, 3);
    let risk = sampler.risk();
    let total: f64 = outcome.needed().iter().sum();
    prop_assert!(
        (risk.debt.max - outcome.debt).abs() <= 1e-6 * (1.0 + total),
        "{} {}",
        risk.debt.max,
        outcome.debt
    );
    prop_assert_eq!(risk.debt.min, risk.debt.max);
    prop_assert!((risk.score.mean - outcome.score).abs() < 1e-9);
    let guard = measure_community(plan, &outcome);
    prop_assert!((risk.community.max - guard.per_head).abs() <= 1e-9 * (1.0 + guard.per_head));
    for (line, out) in risk.lines.iter().zip(&outcome.lines) {
        let mut sum = 0.0;
        for (t, recognised) in out.recognised.iter().enumerate() {
            sum += recognised;
            prop_assert_eq!(line.by_month.p10[t], sum);
            prop_assert_eq!(line.by_month.p90[t], sum);
        }
        prop_assert_eq!(line.chance.chance, f64::from(u8::from(out.is_met())));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn without_spread_every_sample_is_the_plain_run((plan, scenario) in arb_case().prop_map(certain)) {
        every_sample_is_the_plain_run(&plan, &scenario)?;
    }

    #[test]
    fn without_spread_every_sample_pays_the_renewals_of_the_plain_run(
        (plan, scenario) in arb_case().prop_map(certain), stock in 0_u32..30, validity in 1_u32..30, cost in 1_u32..80,
    ) {
        let mut plan = plan;
        // What comes beyond plan pays arrears in a sample, and waits in the plain run: renewals fill arrears to the brim.
        plan.sources.iter_mut().for_each(|s| s.realisation = range(1.0));
        for line in &mut plan.lines {
            line.stock = Some(fig(f64::from(stock)));
            line.certificate = Some(Certificate {
                validity: fig(f64::from(validity)),
                renewed: fig(0.5),
                cost: Some(fig(f64::from(cost))),
            });
        }
        every_sample_is_the_plain_run(&plan, &scenario)?;
    }

    #[test]
    fn the_short_way_is_the_long_way((plan, scenario) in arb_case().prop_map(spread)) {
        let short = sampled(&plan, Some(&scenario), 9, 12);
        let mut long = Sampler::new(plan.ground.clone(), Some(&scenario), 9).unwrap().in_full();
        long.advance(12);
        for line in 0..plan.lines.len() {
            prop_assert_eq!(short.results(Measure::Units(line)), long.results(Measure::Units(line)));
        }
        prop_assert_eq!(short.chances(), long.chances());
        for measure in [Measure::Debt, Measure::Missing, Measure::Community, Measure::Score] {
            for (a, b) in short.results(measure).iter().zip(long.results(measure)) {
                prop_assert!((a - b).abs() <= 1e-7 * (1.0 + b.abs()), "{measure:?}: {a} {b}");
            }
        }
    }
}
