//! What the works come to, and who pays them.

use super::flow::payable_within;
use super::{Reference, Work, World};
use ntm_core::model::*;

pub(super) fn tally(world: &World, works: &[Work], months: usize, sound: bool) -> Reference {
    let plan = world.plan;
    let zeros = || vec![vec![0.0; months]; plan.lines.len()];
    let mut r = Reference {
        started: zeros(),
        recognised: zeros(),
        needed: zeros(),
        renewed: zeros(),
        sound,
        ..Reference::default()
    };
    for w in works {
        let line = &plan.lines[w.line];
        if let Some(units) = w.renewal {
            r.needed[w.line][w.start] += w.cost;
            r.renewed[w.line][w.start] += units;
            continue;
        }
        r.started[w.line][w.start] += 1.0;
        r.communes.extend(w.id.clone());
        for t in 0..months {
            let before = if t == 0 { 0.0 } else { world.due_by(w, t - 1, true) };
            r.needed[w.line][t] += world.due_by(w, t, true) - before;
        }
        if let Some(round) = world.round_of(w) {
            r.recognised[w.line][round] += world.pass(line, round);
        }
    }
    r.communes.sort();
    r.stock = (0..plan.lines.len()).map(|l| stock(plan, &r, l)).collect();
    for (l, line) in plan.lines.iter().enumerate() {
        let total: f64 = r.recognised[l].iter().sum();
        let reached = |goal: f64, units: f64| {
            if goal == 0.0 || units >= goal - 1e-9 {
                1.0
            } else {
                units / goal
            }
        };
        if line.goals.is_empty() {
            r.attainment.push(reached(line.goal.value, total));
            continue;
        }
        let (mut sum, mut points, mut before) = (0.0, 0.0, 0.0);
        for (goal, last) in world.goals_by(line) {
            let units: f64 = r.recognised[l][..=last].iter().sum();
            points += (goal - before) * reached(goal, units);
            sum += goal - before;
            before = goal;
        }
        r.attainment.push(if sum > 0.0 { points / sum } else { 1.0 });
    }
    let weight: f64 = plan.lines.iter().map(|l| l.weight.value).sum();
    let points: f64 = plan
        .lines
        .iter()
        .zip(&r.attainment)
        .map(|(l, a)| l.weight.value * a)
        .sum();
    r.score = if weight > 0.0 { points / weight } else { 0.0 };
    r.released = plan
        .sources
        .iter()
        .map(|s| {
            let by = |t: usize| world.released_by(s, t, true);
            (0..months)
                .map(|t| by(t) - if t == 0 { 0.0 } else { by(t - 1) })
                .collect()
        })
        .collect();
    pay(world, &mut r);
    r
}

/// What is valid at the end of each month: certificates one by one, by the month they were issued in.
pub(super) fn stock(plan: &Plan, r: &Reference, l: usize) -> Vec<f64> {
    let line = &plan.lines[l];
    let first = line.stock.as_ref().map_or(0.0, |s| s.value);
    let by_month = |t: usize| match &line.certificate {
        None => first + r.recognised[l][..=t].iter().sum::<f64>(),
        Some(c) => {
            let validity = c.validity.value as usize;
            let old = (t + 1..validity).count() as f64 * first / validity as f64;
            let valid = (0..=t).filter(|issued| issued + validity > t);
            old + valid.map(|i| r.recognised[l][i] + r.renewed[l][i]).sum::<f64>()
        }
    };
    (0..r.recognised[l].len()).map(by_month).collect()
}

/// Each source in turn, narrowest first, pays as much as it can of what is incurred in the calendar.
pub(super) fn pay(world: &World, r: &mut Reference) {
    let plan = world.plan;
    let mut cost = vec![vec![0.0; world.expiry().len() + 1]; r.needed.len()];
    for (l, needed) in r.needed.iter().enumerate() {
        for (t, needed) in needed.iter().enumerate() {
            cost[l][world.span(t)] += needed;
        }
    }
    // Caps are on what a source pays over all years; the reference has no word for them where money expires.
    let caps = if world.expiry().is_empty() {
        world.caps()
    } else {
        vec![]
    };
    let (by_year, purses, cost) = world.by_year(&cost);
    // In parts of a million, so that sums of the same shares in another order are equal.
    let width = |s: &usize| -> i64 {
        let share = |l: &Line| l.recipe.get(&plan.sources[*s].id).map_or(0.0, |r| r.max);
        (plan.lines.iter().map(share).sum::<f64>() * 1e6).round() as i64
    };
    let mut order: Vec<usize> = (0..plan.sources.len()).collect();
    order.sort_by_key(width);
    r.paid = vec![0.0; plan.sources.len()];
    let mut money = vec![0.0; purses.len()];
    let mut before = 0.0;
    for s in order {
        for (p, purse) in purses.iter().enumerate().filter(|(_, purse)| purse.0 == s) {
            money[p] = world.purse(*purse, false);
            let all = payable_within(&by_year, &money, &cost, 0.0, &caps);
            r.paid[s] += (all - before).min(world.purse(*purse, true));
            before = all;
        }
    }
    r.debt = cost.iter().sum::<f64>() - r.paid.iter().sum::<f64>();
}
