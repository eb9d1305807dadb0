//! The engine's shortcuts against the long way: enumeration, permutations, fine scans.

use crate::common::{AT_ONCE, arb_plan, fig, line, plan, source};

use ntm_planner::engine::{Funding, evaluate, explain_loss, find_financing, measure_worth, resolve, simulate};
use ntm_planner::model::*;
use proptest::prelude::*;

/// A tiny instance: whole units of money, largest and smallest amounts by line and source.
#[derive(Clone, Debug)]
struct Tiny {
    free: Vec<i64>,
    /// Cost by line, a multiple of 4: shares are quarters.
    cost: Vec<i64>,
    /// Largest and smallest share in quarters, shape `[line][source]`.
    shares: Vec<Vec<(i64, i64)>>,
}

impl Tiny {
    fn plan(&self) -> Plan {
        let sources = self.free.iter().enumerate();
        let sources = sources.map(|(s, free)| source(&format!("s{s}"), *free as f64, AT_ONCE));
        let lines = self
            .cost
            .iter()
            .zip(&self.shares)
            .enumerate()
            .map(|(l, (cost, shares))| {
                let mut line = line(&format!("l{l}"), 1.0, *cost as f64, 1.0, &[]);
                for (s, (max, min)) in shares.iter().enumerate() {
                    let share = |quarters: i64| quarters as f64 / 4.0;
                    line.recipe.insert(
                        format!("s{s}"),
                        Share {
                            max: share(*max),
                            min: share(*min),
                        },
                    );
                }
                line
            });
        let mut plan = plan(sources.collect(), lines.collect());
        plan.discipline = Discipline::PayAsYouGo;
        plan
    }

    /// Whether some whole payment of everything exists: all of them are tried.
    fn payable(&self, free: &mut [i64], l: usize, s: usize, left: i64) -> bool {
        let Some(shares) = self.shares.get(l) else { return true };
        if s == shares.len() {
            let next = self.cost.get(l + 1).copied().unwrap_or(0);
            return left == 0 && self.payable(free, l + 1, 0, next);
        }
        let (max, min) = shares[s];
        let (most, least) = (max * self.cost[l] / 4, min * self.cost[l] / 4);
        (least..=most.min(left).min(free[s])).any(|pay| {
            free[s] -= pay;
            let found = self.payable(free, l, s + 1, left - pay);
            free[s] += pay;
            found
        })
    }
}

fn arb_tiny() -> impl Strategy<Value = Tiny> {
    (1_usize..=3, 1_usize..=3).prop_flat_map(|(sources, lines)| {
        let share = (0_i64..=4, 0_i64..=1).prop_map(|(max, min)| (max, min.min(max)));
        (
            prop::collection::vec(0_i64..9, sources),
            prop::collection::vec((0_i64..3).prop_map(|c| c * 4), lines),
            prop::collection::vec(prop::collection::vec(share, sources), lines),
        )
            .prop_map(|(free, cost, shares)| Tiny { free, cost, shares })
    })
}

/// Attainment of line `l` when the limits named are taken away in the plan itself, line by line.
fn without_limits(plan: &Plan, l: usize, lifted: [bool; 4]) -> f64 {
    let [money, time, capacity, appraisal] = lifted;
    let mut p = plan.clone();
    let id = p.lines[l].id.clone();
    // The schedule stays as it was wanted.
    let mut scenario = Scenario::default();
    scenario.overrides.schedule = Some(Schedule::ByMonth {
        starts: resolve(plan, None)
            .lines
            .iter()
            .map(|line| (line.id.clone(), line.wanted.iter().map(|n| *n as u32).collect()))
            .collect(),
    });
    let line = &mut p.lines[l];
    if money {
        let purse = "own-purse";
        line.recipe = [(purse.to_owned(), Share { max: 1.0, min: 0.0 })].into();
        p.sources.push(source(purse, 1e12, AT_ONCE));
    }
    let p: &mut Ground = &mut p;
    let line = &mut p.lines[l];
    if time {
        line.appraisal.rounds = Rounds::EveryMonth;
        for event in &mut p.events {
            for effect in &mut event.effects {
                if let Effect::WorkSpeed { lines, .. } = effect {
                    lines.retain(|hit| *hit != id);
                }
            }
        }
    }
    if capacity {
        line.starts_per_month = fig(1e6);
        line.candidates = fig(1e6);
    }
    if appraisal {
        line.appraisal.stages.clear();
    }
    simulate(&resolve(p, Some(&scenario))).lines[l].attainment
}

/// All orders of four things.
fn orders() -> Vec<[usize; 4]> {
    let mut all = vec![];
    for code in 0..256_usize {
        let order = [code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6];
        if (0..4).all(|thing| order.contains(&thing)) {
            all.push(order);
        }
    }
    all
}

fn recognised(plan: &Plan, source: usize, extra: f64) -> Vec<f64> {
    let mut p = plan.clone();
    let last = resolve(plan, None).sources[source].planned.iter().sum::<f64>();
    let s = &mut p.sources[source];
    // More of the source along its own curve, so much that `extra` of it is free inside the calendar.
    let share = last / s.amount.value;
    s.amount.value += extra / (1.0 - s.other_works.value) / share;
    let outcome = simulate(&resolve(&p, None));
    outcome.lines.iter().map(|l| l.total_recognised()).collect()
}

fn differ(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).any(|(a, b)| (a - b).abs() > 1e-9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_financing_exists_exactly_when_enumeration_finds_one(tiny in arb_tiny()) {
        let found = tiny.payable(&mut tiny.free.clone(), 0, 0, tiny.cost[0]);
        let plan = tiny.plan();
        let inputs = resolve(&plan, None);
        let cost: Vec<f64> = tiny.cost.iter().map(|c| *c as f64).collect();
        let free: Vec<f64> = tiny.free.iter().map(|f| *f as f64).collect();
        let mut funding = Funding::new(&inputs);
        let mut by_rows = true;
        for (l, cost) in cost.iter().enumerate() {
            by_rows = by_rows && funding.count_fitting(l, *cost, 0, &[], 1) == 1;
            funding.commit(l, *cost, 0, &[], 1.0);
        }
        prop_assert_eq!(by_rows, found, "rows");
        prop_assert_eq!(funding.can_finance(&cost), found, "flow");
        prop_assert_eq!(ntm_reference::covers(&plan, &free, &cost, 0.0), found, "flow in whole numbers");
        let total: f64 = find_financing(&inputs, &free, &cost).iter().flatten().sum();
        prop_assert!((total - ntm_reference::payable(&plan, &free, &cost, 0.0)).abs() < 1e-6, "as much as can be paid");
    }

    #[test]
    fn causes_are_the_average_over_all_orders_of_lifting(plan in arb_plan()) {
        // Units under way keep the money they are promised, whoever else is given a purse of its own.
        let mut plan = plan;
        for line in &mut plan.lines {
            line.under_way = None;
        }
        let inputs = resolve(&plan, None);
        let outcome = simulate(&inputs);
        for (l, found) in explain_loss(&inputs, &outcome).iter().enumerate() {
            if outcome.lines[l].is_met() {
                continue;
            }
            let mut parts = [0.0; 4];
            for order in orders() {
                let mut lifted = [false; 4];
                let mut before = outcome.lines[l].attainment;
                for group in order {
                    lifted[group] = true;
                    let after = without_limits(&plan, l, lifted);
                    parts[group] += (after - before) / 24.0;
                    before = after;
                }
            }
            let schedule = 1.0 - without_limits(&plan, l, [true; 4]);
            for ((name, part), expected) in found.parts().into_iter().zip(parts.into_iter().chain([schedule])) {
                prop_assert!((part - expected).abs() < 1e-9, "{name} of line {l}: {part} against {expected}");
            }
        }
    }

    #[test]
    fn no_smaller_amount_than_the_next_step_changes_a_result(plan in arb_plan(), at in 0_usize..4) {
        let mut plan = plan;
        if plan.discipline == Discipline::PayAsYouGo {
            plan.discipline = Discipline::default();
        }
        let s = at % plan.sources.len();
        prop_assume!(resolve(&plan, None).sources[s].planned.iter().sum::<f64>() > 0.0);
        let e = evaluate(&plan, None);
        let before: Vec<f64> = e.outcome.lines.iter().map(|l| l.total_recognised()).collect();
        let step = e.worth[s].next_step.as_ref();
        let until = step.map_or(50_000.0, |step| step.amount);
        for part in 0..200 {
            let extra = until * f64::from(part) / 200.0;
            prop_assert!(!differ(&before, &recognised(&plan, s, extra)), "{extra} of {until}");
        }
        if let Some(step) = step {
            let after = recognised(&plan, s, step.amount * (1.0 + 1e-9) + 1e-6);
            let change: Vec<f64> = after.iter().zip(&before).map(|(a, b)| a - b).collect();
            prop_assert!(!differ(&change, &step.recognised), "{change:?} against {:?}", step.recognised);
        }
        let with_1000: Vec<f64> = recognised(&plan, s, 1_000.0).iter().zip(&before).map(|(a, b)| a - b).collect();
        prop_assert!(!differ(&with_1000, &e.worth[s].recognised));
    }

    #[test]
    fn under_pay_as_you_go_the_next_step_changes_what_it_says(plan in arb_plan(), at in 0_usize..4) {
        let mut plan = plan;
        plan.discipline = Discipline::PayAsYouGo;
        let s = at % plan.sources.len();
        prop_assume!(resolve(&plan, None).sources[s].planned.iter().sum::<f64>() > 0.0);
        let inputs = resolve(&plan, None);
        let outcome = simulate(&inputs);
        let before: Vec<f64> = outcome.lines.iter().map(|l| l.total_recognised()).collect();
        let found = &measure_worth(&inputs, &outcome)[s];
        match &found.next_step {
            Some(step) => {
                let after = recognised(&plan, s, step.amount);
                let change: Vec<f64> = after.iter().zip(&before).map(|(a, b)| a - b).collect();
                prop_assert!(!differ(&change, &step.recognised), "{change:?} against {:?}", step.recognised);
                prop_assert!(differ(&after, &before));
            }
            None => prop_assert!(!differ(&recognised(&plan, s, 50_000.0), &before)),
        }
        let with_1000: Vec<f64> = recognised(&plan, s, 1_000.0).iter().zip(&before).map(|(a, b)| a - b).collect();
        prop_assert!(!differ(&with_1000, &found.recognised));
    }

    #[test]
    fn missing_money_is_enough_where_one_source_pays_all(
        amount in 0_u32..60,
        lines in prop::collection::vec((0_u32..6, 1_u32..900, 1_u32..9, 1_u32..4), 1..4),
    ) {
        // One source, all of it in January, no other limit: what is missing is exactly what must come.
        let lines: Vec<Line> = lines
            .into_iter()
            .enumerate()
            .map(|(l, (goal, cost, duration, pass))| {
                let mut line = line(&format!("l{l}"), f64::from(goal), f64::from(cost), f64::from(duration), &["a"]);
                line.appraisal.stages = vec![Stage { name: "council".into(), pass: fig(f64::from(pass) / 3.0) }];
                line
            })
            .collect();
        let mut plan = plan(vec![source("a", f64::from(amount) * 100.0, AT_ONCE)], lines);
        let missing = evaluate(&plan, None).missing.amount;
        plan.sources[0].amount.value += missing;
        prop_assert_eq!(evaluate(&plan, None).outcome.score, 1.0, "with {} more", missing);
        if missing > 0.0 {
            plan.sources[0].amount.value -= 1.0;
            prop_assert!(evaluate(&plan, None).outcome.score < 1.0, "a triệu less than {} is not enough", missing);
        }
    }
}
