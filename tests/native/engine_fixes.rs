//! The cheapest single changes that make a missed target, against enumeration.

use crate::common::{AT_ONCE, arb_case, fig, line, plan, source};
use ntm_planner::engine::{Change, Fix, apply_change, evaluate, find_fixes, resolve, simulate};
use ntm_planner::model::*;
use proptest::prelude::*;

fn with(plan: &Plan, change: &Change, l: usize) -> ntm_planner::engine::Outcome {
    let mut scenario = plan.base().cloned().unwrap_or_default();
    apply_change(&mut scenario.overrides, change, plan, l);
    simulate(&resolve(plan, Some(&scenario)))
}

fn fixes_of(plan: &Plan, l: usize) -> Vec<Fix> {
    let scenario = plan.base();
    find_fixes(plan, scenario, &evaluate(plan, scenario), l)
}

/// Two lines, one payer each; the second has money for two of its four units.
fn short_of_money() -> Plan {
    plan(
        vec![source("a", 100.0, AT_ONCE), source("b", 200.0, AT_ONCE)],
        vec![line("x", 2.0, 50.0, 1.0, &["a"]), line("y", 4.0, 100.0, 1.0, &["b"])],
    )
}

#[test]
fn a_target_short_of_two_units_is_made_by_the_money_of_two_units() {
    let found = fixes_of(&short_of_money(), 1);
    let amount = found
        .iter()
        .find(|f| matches!(f.change, Change::Amount { .. }))
        .unwrap();
    assert_eq!(
        amount.change,
        Change::Amount {
            source: "b".into(),
            from: 200.0,
            to: 400.0
        }
    );
    assert_eq!((amount.money, amount.loses.len()), (200.0, 0));
}

#[test]
fn a_source_that_may_not_pay_is_no_fix_and_a_met_target_needs_none() {
    let p = short_of_money();
    let found = fixes_of(&p, 1);
    let asks_a = |f: &&Fix| matches!(&f.change, Change::Amount { source, .. } if source == "a");
    assert!(found.iter().find(asks_a).is_none());
    assert!(fixes_of(&p, 0).is_empty());
}

#[test]
fn a_target_lost_at_appraisal_is_made_by_pushing_more_units() {
    let mut p = plan(
        vec![source("a", 10_000.0, AT_ONCE)],
        vec![line("x", 4.0, 50.0, 1.0, &["a"])],
    );
    p.lines[0].appraisal.stages = vec![Stage {
        name: "council".into(),
        pass: fig(0.5),
    }];
    p.scenarios = vec![Scenario::default().into()];
    p.scenarios[0].overrides.pushed.insert("x".into(), 4);
    let found = fixes_of(&p, 0);
    assert_eq!(found[0].change, Change::Pushed { from: 4, to: 8 });
    assert_eq!(found[0].money, 0.0);
}

#[test]
fn what_costs_another_target_gives_way_to_what_costs_none_and_names_it() {
    // One purse for two lines of one unit each, enough for one.
    let p = plan(
        vec![source("a", 100.0, AT_ONCE)],
        vec![line("x", 1.0, 100.0, 1.0, &["a"]), line("y", 1.0, 100.0, 1.0, &["a"])],
    );
    let found = fixes_of(&p, 1);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|f| f.loses.is_empty() && f.change != Change::First));
    // With money that cannot be raised this far and no debt allowed to stand in, service before all others is left.
    let mut poor = p.clone();
    for l in &mut poor.lines {
        l.unit_cost = Range::new(1e6, 1e6, 1e6, Origin::default());
    }
    poor.sources[0].amount = fig(1e6);
    poor.sources[0].reference = fig(1e6 / 8.0);
    let found = fixes_of(&poor, 1);
    let costly = found.iter().find(|f| f.change == Change::First).unwrap();
    assert_eq!(costly.loses, ["x".to_owned()]);
    assert_eq!(found.last().unwrap(), costly);
}

/// Smallest amount on the grid from which on all amounts make the target, by trying every one.
fn enumerated(plan: &Plan, id: &str, l: usize, from: f64, to: f64) -> (Option<f64>, bool) {
    let steps = ((to - from) / 10.0 + 1e-9).floor() as usize;
    let makes = |k: usize| {
        let change = Change::Amount {
            source: id.into(),
            from,
            to: from + 10.0 * k as f64,
        };
        with(plan, &change, l).lines[l].is_met()
    };
    let made: Vec<bool> = (0..=steps).map(makes).collect();
    let first = made.iter().rposition(|m| !m).map_or(0, |k| k + 1);
    let monotone = made[..first.min(made.len())].iter().all(|m| !m);
    ((first <= steps).then_some(from + 10.0 * first as f64), monotone)
}

/// Every change of every lever on its grid that makes the target, with the money it takes, by lever and in order of size;
/// `None` if a lever has holes: a larger change that does not make it.
fn all_changes(p: &Plan, l: usize) -> Option<Vec<(usize, f64)>> {
    let e = evaluate(p, p.base());
    let (line, inputs) = (&e.inputs.lines[l], &e.inputs);
    let steps = |n: usize| 0..=n;
    let mut levers: Vec<Vec<(Change, f64)>> = vec![];
    for s in &inputs.sources {
        let own = p.source(&s.id).unwrap();
        let most = (2.0 * own.reference.value).max(s.amount + 50_000.0) - s.amount;
        // Beyond ten times all that is needed nothing changes any more.
        let most = most.min(5_000.0);
        let amounts = steps((most / 10.0 + 1e-9) as usize).map(|k| 10.0 * k as f64);
        let change = |more: f64| Change::Amount {
            source: s.id.clone(),
            from: s.amount,
            to: s.amount + more,
        };
        levers.push(amounts.map(|more| (change(more), more)).collect());
    }
    let all: f64 = inputs.sources.iter().map(|s| s.amount).sum();
    let factors = steps(200).map(|k| 1.0 + 0.005 * k as f64);
    let to = |f: f64| inputs.sources.iter().map(|s| (s.id.clone(), s.amount * f)).collect();
    levers.push(
        factors
            .map(|f| (Change::AllMoney { to: to(f), factor: f }, all * (f - 1.0)))
            .collect(),
    );
    let share = inputs.sources.iter().map(|s| s.other_works).fold(0.0, f64::max);
    let shares = steps((share / 0.005 + 1e-9) as usize).map(|k| share - 0.005 * k as f64);
    let taken = |to: f64| -> f64 {
        let sources = inputs.sources.iter();
        sources
            .map(|s| s.planned.iter().sum::<f64>() * (s.other_works - to))
            .sum()
    };
    levers.push(shares.map(|to| (Change::OtherWorks { to }, taken(to))).collect());
    let wanted: usize = line.wanted.iter().sum();
    let cost = wanted as f64 * line.cost;
    let levels = steps(50).map(|k| 1.0 - 0.01 * k as f64);
    levers.push(
        levels
            .map(|to| (Change::LineCost { from: 1.0, to }, cost * (1.0 - to)))
            .collect(),
    );
    let pushed = wanted..=line.candidates.max(wanted);
    let push = |n: usize| {
        (
            Change::Pushed {
                from: wanted as u32,
                to: n as u32,
            },
            0.0,
        )
    };
    levers.push(pushed.map(push).collect());
    levers.push(vec![(Change::First, 0.0)]);
    levers.push(vec![(Change::Early, 0.0)]);
    let last = line.wanted.iter().rposition(|n| *n > 0).unwrap_or(0);
    let starts = |last: usize| Change::Starts {
        last,
        starts: ntm_planner::engine::spread_starts(&line.wanted, 0, last),
    };
    levers.push((0..=last).rev().map(|last| (starts(last), 0.0)).collect());
    let Discipline::Bridge { wait } = inputs.discipline else {
        return None;
    };
    levers.push(
        (wait + 1..=12)
            .map(|to| (Change::Wait { from: wait, to }, 0.0))
            .collect(),
    );
    let caps = steps(500).map(|k| 10.0 * k as f64);
    levers.push(caps.map(|cap| (Change::Arrears { cap }, cap)).collect());
    let met_before = |o: &LineId| e.outcome.lines.iter().any(|x| &x.id == o && x.is_met());
    let mut found = vec![];
    for lever in levers {
        let tried: Vec<_> = lever.iter().map(|(c, _)| with(p, c, l)).collect();
        let Some(first) = tried.iter().position(|o| o.lines[l].is_met()) else {
            continue;
        };
        // Lifting waits and narrowing starts take the first that makes it; the others need all beyond to make it too.
        let takes_first = matches!(lever[0].0, Change::Wait { .. } | Change::Starts { .. });
        if !takes_first && tried[first..].iter().any(|o| !o.lines[l].is_met()) {
            return None;
        }
        let loses = tried[first]
            .lines
            .iter()
            .filter(|o| met_before(&o.id) && !o.is_met())
            .count();
        found.push((loses, lever[first].1));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    Some(found)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_three_told_are_the_cheapest_of_all_changes_of_all_levers(
        money in prop::collection::vec(20_u32..400, 2),
        cost in prop::collection::vec(20_u32..150, 2),
        duration in 1_u32..8,
        share in 0_u32..60,
        shared in any::<bool>(),
    ) {
        let payers: &[&str] = if shared { &["a", "b"] } else { &["b"] };
        let mut p = plan(
            vec![source("a", f64::from(money[0]), AT_ONCE), source("b", f64::from(money[1]), AT_ONCE)],
            vec![
                line("x", 2.0, f64::from(cost[0]), 1.0, &["a"]),
                line("y", 3.0, f64::from(cost[1]), f64::from(duration), payers),
            ],
        );
        for source in &mut p.sources {
            source.other_works = fig(f64::from(share) / 100.0);
        }
        for l in 0..2 {
            let told = fixes_of(&p, l);
            if simulate(&resolve(&p, None)).lines[l].is_met() {
                prop_assert!(told.is_empty());
                continue;
            }
            let Some(all) = all_changes(&p, l) else { continue };
            let told: Vec<(usize, f64)> = told.iter().map(|f| (f.loses.len(), f.money)).collect();
            prop_assert_eq!(told.len(), all.len().min(3));
            for (told, cheapest) in told.iter().zip(&all) {
                prop_assert_eq!(told.0, cheapest.0);
                prop_assert!((told.1 - cheapest.1).abs() < 1e-6, "{:?} against {:?}", told, cheapest);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_fix_makes_its_target_and_says_the_score_it_leads_to((mut p, s) in arb_case()) {
        p.scenarios = vec![s.into()];
        let scenario = p.base();
        let before = evaluate(&p, scenario);
        for l in 0..p.lines.len() {
            let found = find_fixes(&p, scenario, &before, l);
            prop_assert!(found.len() <= 3);
            for fix in &found {
                let after = with(&p, &fix.change, l);
                prop_assert!(after.lines[l].is_met(), "{:?}", fix.change);
                prop_assert!((after.score - before.outcome.score - fix.score).abs() < 1e-12);
                let still = |id: &LineId| after.lines.iter().any(|x| &x.id == id && x.is_met());
                prop_assert!(!fix.loses.iter().any(still));
            }
            let harm: Vec<usize> = found.iter().map(|f| f.loses.len()).collect();
            prop_assert!(harm.is_sorted());
        }
    }

    #[test]
    fn the_amount_asked_of_a_source_is_the_smallest_of_all(money in 50.0..600.0_f64, cost in 40.0..150.0_f64) {
        let mut p = short_of_money();
        p.sources[1] = source("b", money.round(), AT_ONCE);
        p.lines[1] = line("y", 4.0, cost, 2.0, &["b"]);
        let asked = fixes_of(&p, 1).into_iter().find_map(|f| match f.change {
            Change::Amount { source, to, .. } if source == "b" => Some(to),
            _ => None,
        });
        let met = simulate(&resolve(&p, None)).lines[1].is_met();
        let from = money.round();
        let (expected, monotone) = enumerated(&p, "b", 1, from, from + 5_000.0);
        prop_assert!(monotone);
        if met {
            prop_assert_eq!(asked, None);
        } else {
            prop_assert_eq!(asked, expected);
        }
    }
}

#[test]
fn what_the_next_step_asks_for_typed_into_the_amount_of_the_source_brings_what_it_says() {
    let plan = samples::default_plan();
    let mut tried = 0;
    for share in [0.8, 0.7, 0.6] {
        let mut less = plan.clone();
        less.sources.iter_mut().for_each(|s| s.amount.value *= share);
        let before = evaluate(&less, None);
        for (s, worth) in before.worth.iter().enumerate() {
            let Some(step) = &worth.next_step else { continue };
            // As the sentence says it: whole triệu đồng, other works included.
            let asked = before.inputs.sources[s].amount_for(step.amount).ceil();
            let mut more = less.clone();
            more.sources[s].amount.value += asked;
            let after = evaluate(&more, None);
            let gained = after.outcome.score - before.outcome.score;
            assert!(gained >= step.score - 1e-9, "{}: {gained} for {step:?}", worth.source);
            tried += 1;
        }
    }
    assert!(tried > 2);
}
