//! The least new money that makes targets.

use super::explain::Limit;
use super::kinds::latest;
use super::question::resolved;
use super::replay::{PlannedStarts, replay};
use super::rows::by_rows;
use super::simplex::Lp;
use crate::engine::simulate::recognised_anyway;
use crate::engine::work::planned_spend;
use crate::engine::worth::with_more;
use crate::engine::{Funding, Inputs};
use crate::model::{Amount, Overrides, Plan, Scenario};

/// What is added so that rounding never lets a start fail, as a share.
const MARGIN: f64 = 1e-8;

/// An answer to: what is the least new money for these targets?
#[derive(Clone, Debug, PartialEq)]
pub struct Least {
    /// New free money by source, shape `[source]`, triệu đồng.
    pub more: Vec<f64>,
    /// Its price: `Σ price · more`.
    pub price: f64,
    /// The starts that make the targets.
    pub planned: PlannedStarts,
    /// Whether the engine, given that money, makes every target asked for.
    pub verified: bool,
    /// Whether no cheaper answer exists: not claimed where communes of a line differ, under pay as you go, where money
    /// expires, nor with goals by year.
    pub proven: bool,
}

/// The least new money, by source at `prices` (shape `[source]`, per triệu đồng; `None`: not to be asked), that makes the
/// targets of the lines in `goals` (indices). What units start is given by the targets; only the money is sought.
/// Otherwise the limits that no money removes.
pub fn least_money(inputs: &Inputs, goals: &[usize], prices: &[Option<f64>]) -> Result<Least, Vec<Limit>> {
    let own = by_rows(inputs);
    let mut planned = PlannedStarts::carried(inputs);
    let mut funding = Funding::new(&own);
    funding.commit_carried();
    let mut starts = Vec::new();
    let mut clash = Vec::new();
    let by_year = own.lines.iter().any(|l| !l.goals.is_empty());
    let mut proven = own.discipline == inputs.discipline && own.rows.is_exact() && own.expiry.is_empty() && !by_year;
    // More money may first renew certificates that lapse without it.
    proven &= !own.has_paid_renewals() && !own.climbs();
    for (l, line) in own.lines.iter().enumerate() {
        if goals.contains(&l) {
            match chosen(&own, l) {
                Ok(own_starts) => starts.extend(own_starts),
                Err(limit) => clash.push(limit),
            }
            let first = line.communes.first();
            let alike =
                |c: &crate::engine::Candidate| first.is_some_and(|f| f.cost == c.cost && f.duration == c.duration);
            proven &= line.communes.iter().all(alike);
        }
    }
    if !clash.is_empty() {
        return Err(clash);
    }
    let mut touched = (vec![false; own.rows.count()], vec![false; own.months]);
    for start in &starts {
        let line = &own.lines[start.line];
        let spend = planned_spend(line, start.cost, start.duration as f64, own.months);
        funding.commit(start.line, start.cost, start.month, &spend, start.units as f64);
        for (row, share) in own.rows.of_line(start.line).iter().enumerate() {
            touched.0[row] |= *share > 0.0 && start.cost > 0.0;
        }
        for (t, spend) in spend.iter().enumerate().take(own.months - start.month) {
            touched.1[start.month + t] |= *spend > 0.0;
        }
        if let Some(n) = planned.starts.get_mut(&line.id).and_then(|s| s.get_mut(start.month)) {
            *n += start.units as u32;
        }
        if let Some(id) = start.candidate.and_then(|c| line.communes[c].id.clone()) {
            planned.communes.insert(id, start.month as u32);
        }
    }
    let more = cover(&own, &funding, &touched, prices)?;
    let mut richer = inputs.clone();
    for (s, more) in more.iter().enumerate().filter(|(_, more)| **more > 0.0) {
        richer = with_more(&richer, s, *more);
    }
    let outcome = replay(&richer, &planned);
    Ok(Least {
        price: more.iter().zip(prices).map(|(m, p)| m * p.unwrap_or(0.0)).sum(),
        verified: goals
            .iter()
            .all(|l| outcome.lines.get(*l).is_some_and(|line| line.is_met())),
        more,
        planned,
        proven,
    })
}

impl Least {
    /// The overrides of a scenario that has this money, in whole triệu đồng a year, and these starts.
    pub fn applied(&self, plan: &Plan, scenario: Option<&Scenario>) -> Overrides {
        let mut own = scenario.map(|s| s.overrides.clone()).unwrap_or_default();
        let inputs = resolved(plan, own.clone());
        for (source, more) in inputs.sources.iter().zip(&self.more).filter(|(_, more)| **more > 0.0) {
            // How much of the amount of a year is free inside the calendar.
            let free = |amount: f64| -> f64 {
                let mut other = own.clone();
                other.amounts.insert(source.id.clone(), Amount::Fixed(amount));
                let inputs = resolved(plan, other);
                let same = inputs.sources.iter().find(|s| s.id == source.id);
                same.map_or(0.0, |s| s.planned.iter().sum::<f64>() * (1.0 - s.other_works))
            };
            let share = (free(source.amount + 1000.0) - free(source.amount)) / 1000.0;
            if share > 0.0 {
                let amount = libm::ceil(source.amount + more / share - 1e-6);
                own.amounts.insert(source.id.clone(), Amount::Fixed(amount));
            }
        }
        own.schedule = Some(self.planned.schedule(&resolved(plan, own.clone())));
        own
    }
}

/// Units that start together.
struct Start {
    line: usize,
    candidate: Option<usize>,
    month: usize,
    units: usize,
    cost: f64,
    duration: usize,
}

/// As many units as the target of a line takes, the cheapest, as late as possible; or the limit that is in the way.
fn chosen(inputs: &Inputs, l: usize) -> Result<Vec<Start>, Limit> {
    let line = &inputs.lines[l];
    let missing = line.goal * (1.0 - 1e-12) - recognised_anyway(line);
    if missing <= 0.0 {
        return Ok(vec![]);
    }
    if line.pass <= 0.0 {
        return Err(Limit::Pass(line.id.clone()));
    }
    let mut needed = libm::ceil(missing / line.pass - 1e-9) as usize;
    let alike = [(None, line.alike_left(), line.cost, line.duration)];
    let named = line
        .communes
        .iter()
        .enumerate()
        .map(|(i, c)| (Some(i), line.left_of(i), c.cost, c.duration));
    let kinds: Vec<_> = if line.communes.is_empty() {
        alike.to_vec()
    } else {
        named.collect()
    };
    let mut taken = vec![0; inputs.months];
    let mut starts = Vec::new();
    let (mut late, mut full) = (false, false);
    for (candidate, mut units, cost, duration) in kinds {
        let Some(last) = latest(line, duration) else {
            late = late || units > 0;
            continue;
        };
        for month in (inputs.closed..=last).rev() {
            let n = units.min(needed).min(line.starts_per_month - taken[month]);
            taken[month] += n;
            units -= n;
            needed -= n;
            if n > 0 {
                starts.push(Start {
                    line: l,
                    candidate,
                    month,
                    units: n,
                    cost,
                    duration,
                });
            }
        }
        full = full || (units > 0 && needed > 0);
    }
    match needed {
        0 => Ok(starts),
        _ if full => Err(Limit::StartsPerMonth(line.id.clone())),
        _ if late => Err(Limit::Rounds(line.id.clone())),
        _ => Err(Limit::Candidates(line.id.clone())),
    }
}

/// The cheapest money that fills every row that is short: a covering program, solved by its dual.
fn cover(
    inputs: &Inputs,
    funding: &Funding<'_>,
    (gale, waiting): &(Vec<bool>, Vec<bool>),
    prices: &[Option<f64>],
) -> Result<Vec<f64>, Vec<Limit>> {
    let useful = |s: usize| {
        let source = &inputs.sources[s];
        let comes = source.other_works < 1.0 && source.curve.last().is_some_and(|c| *c > 0.0);
        prices.get(s).copied().flatten().filter(|_| comes)
    };
    let asked: Vec<(usize, f64)> = (0..inputs.sources.len())
        .filter_map(|s| Some((s, useful(s)?)))
        .collect();
    let mut lp = Lp {
        limits: asked.iter().map(|(_, price)| price.max(1e-9)).collect(),
        ..Lp::default()
    };
    let mut rows: Vec<(Vec<f64>, f64)> = Vec::new();
    for (row, (limit, used)) in funding.gale_rows().enumerate().filter(|(row, _)| gale[*row]) {
        let brings = |s: usize| f64::from(inputs.rows.set(row) >> s & 1);
        rows.push((asked.iter().map(|(s, _)| brings(*s)).collect(), used - limit));
    }
    let wait = match inputs.discipline {
        crate::model::Discipline::Bridge { wait } | crate::model::Discipline::Arrears { wait, .. } => wait,
        crate::model::Discipline::PayAsYouGo => 0,
    };
    for (t, (limit, used)) in funding.waiting_rows().enumerate().filter(|(t, _)| waiting[*t]) {
        let until = t.saturating_add(wait).min(inputs.months - 1);
        rows.push((
            asked.iter().map(|(s, _)| inputs.sources[*s].curve[until]).collect(),
            used - limit,
        ));
    }
    rows.retain(|(_, short)| *short > 0.0);
    let scale = rows.iter().map(|(_, short)| *short).fold(0.0, f64::max);
    for (brings, short) in &rows {
        lp.columns.push(brings.clone());
        lp.values.push(short / scale);
        lp.most.push(f64::INFINITY);
    }
    let answer = lp.solve(10_000);
    let mut more = vec![0.0; inputs.sources.len()];
    for ((s, _), amount) in asked.iter().zip(&answer.prices) {
        more[*s] = if *amount > 1e-12 {
            amount * scale * (1.0 + MARGIN)
        } else {
            0.0
        };
    }
    let filled = |(brings, short): &(Vec<f64>, f64)| {
        let sum: f64 = brings.iter().zip(&asked).map(|(b, (s, _))| b * more[*s]).sum();
        sum >= short * (1.0 - 1e-9)
    };
    if rows.iter().all(filled) {
        Ok(more)
    } else {
        Err(vec![Limit::Recipes])
    }
}
