//! Starts and renewals.

use super::{Unit, Work, World};
use std::collections::BTreeMap;

/// Starts: before each budget year, line by line, month by month, unit by unit.
pub(super) fn decide(world: &World, works: &mut Vec<Work>) {
    let plan = world.plan;
    let order = world.over.priority.as_ref().unwrap_or(&plan.priority);
    let mut lines: Vec<usize> = (0..plan.lines.len()).collect();
    lines.sort_by_key(|l| {
        order
            .iter()
            .position(|id| id == &plan.lines[*l].id)
            .unwrap_or(usize::MAX)
    });
    let years = world.budget_years();
    let year_of = |t: usize| world.month_of(t).0.min(*years.last().unwrap());
    let mut units: Vec<Vec<Unit>> = plan.lines.iter().map(|l| world.units(l)).collect();
    let mut begun: Vec<Vec<usize>> = vec![vec![]; plan.lines.len()];
    let mut climbers = vec![0; plan.lines.len()];
    // Of what is there before anything starts, over the whole plan.
    let mut asked = BTreeMap::new();
    renew(world, works, &lines, &mut asked, world.months, false);
    for (y, &year) in years.iter().enumerate() {
        for &l in &lines {
            let wanted = world.wanted(&plan.lines[l]);
            let limit = plan.lines[l].starts_per_month.value;
            let mine = (0..world.months).filter(|t| year_of(*t) == year);
            // Communes with a month of their own, then those fixed in, choose their months first; the others have what is left.
            let turns = [(true, true), (false, true), (false, false)]
                .into_iter()
                .flat_map(|turn| mine.clone().map(move |month| (turn, month)));
            for (turn, month) in turns {
                let mut index = 0;
                while index < units[l].len() {
                    let unit = units[l][index].clone();
                    let this_month = begun[l].iter().filter(|t| **t == month).count();
                    let wants = |t: usize| begun[l].iter().filter(|b| **b <= t).count() < wanted[t];
                    let wanted_now = match unit.start {
                        Some(own) => own <= month && wants(world.months - 1),
                        None => (month..world.months).all(wants),
                    };
                    let mine = (unit.start.is_some(), unit.fixed) == turn;
                    let climbs = unit.climbs && climbers[l] >= world.climbed(works, &plan.lines[l], month);
                    if !mine || climbs || this_month as f64 >= limit || !wanted_now {
                        index += 1;
                        continue;
                    }
                    works.push(Work {
                        line: l,
                        start: month,
                        cost: unit.cost * world.cost_factor(&plan.lines[l], month),
                        months: unit.months,
                        id: unit.id,
                        renewal: None,
                    });
                    if world.may(works) {
                        climbers[l] += usize::from(unit.climbs);
                        units[l].remove(index);
                        begun[l].push(month);
                    } else {
                        works.pop();
                        index += 1;
                    }
                }
            }
        }
        // Of what started by now, until the end of the next budget year.
        let next = years[(y + 1).min(years.len() - 1)];
        let until = (0..world.months).filter(|t| year_of(*t) <= next).count();
        renew(world, works, &lines, &mut asked, until, true);
    }
}

/// Certificates of a line that run out in month `t` and are to be renewed, with what they are of: the stock the plan
/// began with, what was renewed, and, if asked for, what was recognised.
pub(super) fn to_renew(world: &World, works: &[Work], l: usize, t: usize, with_new: bool) -> f64 {
    let line = &world.plan.lines[l];
    let certificate = line.certificate.as_ref().unwrap();
    let validity = certificate.validity.value as usize;
    let mut out = 0.0;
    if t < validity {
        out += line.stock.as_ref().map_or(0.0, |s| s.value) / certificate.validity.value;
    } else {
        for w in works.iter().filter(|w| w.line == l) {
            match w.renewal {
                Some(units) if w.start + validity == t => out += units,
                None if with_new => {
                    if let Some(round) = world.round_of(w).filter(|r| r + validity == t) {
                        out += world.pass(line, round);
                    }
                }
                _ => {}
            }
        }
    }
    out * certificate.renewed.value
}

/// Renewals of the months before `until` that were not asked for yet, month by month, by order of service; each as far as
/// it can be paid.
pub(super) fn renew(
    world: &World,
    works: &mut Vec<Work>,
    lines: &[usize],
    asked: &mut BTreeMap<(usize, usize), f64>,
    until: usize,
    with_new: bool,
) {
    for t in 0..until {
        for &l in lines {
            let line = &world.plan.lines[l];
            let Some(price) = line.certificate.as_ref().and_then(|c| c.cost.as_ref()) else {
                continue;
            };
            let all = to_renew(world, works, l, t, with_new);
            let open = all - asked.get(&(l, t)).unwrap_or(&0.0);
            if open <= 1e-9 {
                continue;
            }
            asked.insert((l, t), all);
            let price = price.value * world.cost_factor(line, t);
            let renewal = |units: f64| Work {
                line: l,
                start: t,
                cost: units * price,
                months: 0.0,
                id: None,
                renewal: Some(units),
            };
            let mut paid = |units: f64| {
                works.push(renewal(units));
                let may = world.may(works);
                works.pop();
                may
            };
            let all = price == 0.0 || paid(open);
            let (mut low, mut high) = (if all { open } else { 0.0 }, open);
            for _ in 0..if all { 0 } else { 26 } {
                let middle = (low + high) / 2.0;
                if paid(middle) { low = middle } else { high = middle }
            }
            works.push(renewal(low));
        }
    }
}
