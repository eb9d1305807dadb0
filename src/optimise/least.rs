//! The least new money that makes targets.

use super::explain::Limit;
use super::floors::find_shortfalls;
use super::least_units::{Units, cheapest};
use super::place::{StartBatch, place_sooner};
use super::question::resolve_overrides;
use super::replay::{PlannedStarts, replay};
use super::rows::by_rows;
use super::simplex::Lp;
use crate::engine::work::planned_spend;
use crate::engine::worth::add_money;
use crate::engine::{Funding, Inputs};
use crate::model::{Amount, Ground, Overrides, Scenario};

/// What is added so that rounding never lets a start fail, as a share.
const MARGIN: f64 = 1e-8;

/// An answer to: what is the least new money for these targets?
#[derive(Clone, Debug, PartialEq)]
pub struct Least {
    /// New free money by source, shape `[source]`, triệu đồng.
    pub more: Vec<f64>,
    /// Its price: `Σ price · more`.
    pub price: f64,
    /// No answer has a lower price.
    pub bound: f64,
    /// The starts that make the targets.
    pub planned: PlannedStarts,
    /// Whether the engine, given that money, makes every target asked for; least numbers are kept then too.
    pub verified: bool,
    /// Whether no cheaper answer exists: not claimed where communes of a line differ, under pay as you go, where money
    /// expires, nor with goals by year.
    pub proven: bool,
}

/// The least new money, by source at `prices` (shape `[source]`, per triệu đồng; `None`: not to be asked), that makes the
/// targets of the lines in `goals` (indices) and keeps the least numbers. What units start is given by these; only the
/// money is sought. They start as early as it pays them. Otherwise the limits that no money removes.
pub fn find_least_money(inputs: &Inputs, goals: &[usize], prices: &[Option<f64>]) -> Result<Least, Vec<Limit>> {
    let own = by_rows(inputs);
    let mut units = Units::new(&own);
    let by_year = own.lines.iter().any(|l| !l.goals.is_empty());
    let mut proven = own.discipline == inputs.discipline && own.rows.is_exact() && own.expiry.is_empty() && !by_year;
    // More money may first renew certificates that lapse without it.
    proven &= !own.has_paid_renewals() && !own.climbs();
    let mut clash: Vec<Limit> = goals.iter().filter_map(|l| units.make(*l).err()).collect();
    let made = units.starts.len();
    // With what the targets take, least numbers may be kept already.
    clash.extend((0..own.floors.len()).filter_map(|f| units.keep(f).err()));
    if !clash.is_empty() {
        return Err(clash);
    }
    proven &= units.starts.len() == made;
    for line in goals.iter().filter_map(|l| own.lines.get(*l)) {
        let first = line.communes.first();
        let alike = |c: &crate::engine::Candidate| first.is_some_and(|f| f.cost == c.cost && f.duration == c.duration);
        proven &= line.communes.iter().all(alike);
    }
    let starts = units.starts;
    let mut funding = Funding::new(&own);
    funding.commit_carried();
    let mut touched: Touched = (vec![false; own.rows.count()], vec![false; own.months]);
    for start in &starts {
        let line = &own.lines[start.line];
        let spend = planned_spend(line, start.cost, start.duration as f64, own.months);
        funding.commit(start.line, start.cost, start.month, &spend, start.units as f64);
        touch(&own, &mut touched, start.line, start.cost);
        for (t, spend) in spend.iter().enumerate().take(own.months - start.month) {
            touched.1[start.month + t] |= *spend > 0.0;
        }
    }
    let more = cover(&own, &funding, &touched, prices)?;
    let mut richer = inputs.clone();
    for (s, more) in more.iter().enumerate().filter(|(_, more)| **more > 0.0) {
        richer = add_money(&richer, s, *more);
    }
    let verify_kept = |planned: &PlannedStarts| {
        let outcome = replay(&richer, planned);
        let short = find_shortfalls(&richer, planned).iter().any(|short| *short > 0.0);
        let made = |l: &usize| outcome.lines.get(*l).is_some_and(|line| line.is_met());
        !short && goals.iter().all(made)
    };
    // The money is that of the latest starts; what it pays earlier starts earlier.
    let early = place_sooner(&richer, starts.iter().map(StartBatch::from).collect());
    let (planned, verified) = match verify_kept(&early) {
        true => (early, true),
        false => {
            let batches: Vec<StartBatch> = starts.iter().map(StartBatch::from).collect();
            let late = super::place::store_starts(inputs, &batches);
            let verified = verify_kept(&late);
            (late, verified)
        }
    };
    let price = price(&more, prices);
    let bound = lowest(&own, goals, prices).unwrap_or(0.0).min(price);
    Ok(Least {
        proven: proven || price <= bound * (1.0 + 1e-6) + 1e-6,
        bound,
        price,
        verified,
        more,
        planned,
    })
}

impl Least {
    /// The overrides of a scenario that has this money, in whole triệu đồng a year, and these starts.
    pub fn apply_to(&self, ground: &Ground, scenario: Option<&Scenario>) -> Overrides {
        let mut own = scenario.map(|s| s.overrides.clone()).unwrap_or_default();
        let inputs = resolve_overrides(ground, own.clone());
        for (source, more) in inputs.sources.iter().zip(&self.more).filter(|(_, more)| **more > 0.0) {
            // How much of the amount of a year is free inside the calendar.
            let free = |amount: f64| -> f64 {
                let mut other = own.clone();
                other.amounts.insert(source.id.clone(), Amount::Fixed(amount));
                let inputs = resolve_overrides(ground, other);
                let same = inputs.sources.iter().find(|s| s.id == source.id);
                same.map_or(0.0, |s| s.free())
            };
            let share = (free(source.amount + 1000.0) - free(source.amount)) / 1000.0;
            if share > 0.0 {
                let amount = libm::ceil(source.amount + more / share - 1e-6);
                own.amounts.insert(source.id.clone(), Amount::Fixed(amount));
            }
        }
        own.schedule = Some(self.planned.schedule(&resolve_overrides(ground, own.clone())));
        own
    }

    /// By how much a source's amount of a year is raised for it, what other works take of that included, shape
    /// `[source]`, triệu đồng.
    pub fn raises(&self, ground: &Ground, scenario: Option<&Scenario>) -> Vec<f64> {
        let before = resolve_overrides(ground, scenario.map(|s| s.overrides.clone()).unwrap_or_default());
        let after = resolve_overrides(ground, self.apply_to(ground, scenario));
        let pairs = after.sources.iter().zip(&before.sources);
        pairs.map(|(after, before)| after.amount - before.amount).collect()
    }
}

/// Month rows and rows of sources that these starts take from.
type Touched = (Vec<bool>, Vec<bool>);

/// No plan that makes the targets asks for less: every line takes its cheapest units, and time costs nothing.
fn lowest(inputs: &Inputs, goals: &[usize], prices: &[Option<f64>]) -> Option<f64> {
    let mut funding = Funding::new(inputs);
    funding.commit_carried();
    let mut touched: Touched = (vec![false; inputs.rows.count()], vec![false; inputs.months]);
    for l in goals {
        let cost = cheapest(inputs, *l);
        funding.commit(*l, cost, 0, &[], 1.0);
        touch(inputs, &mut touched, *l, cost);
    }
    let more = cover(inputs, &funding, &touched, prices).ok()?;
    Some(price(&more, prices))
}

fn touch(inputs: &Inputs, touched: &mut Touched, line: usize, cost: f64) {
    for (row, share) in inputs.rows.of_line(line).iter().enumerate() {
        touched.0[row] |= *share > 0.0 && cost > 0.0;
    }
}

fn price(more: &[f64], prices: &[Option<f64>]) -> f64 {
    more.iter().zip(prices).map(|(m, p)| m * p.unwrap_or(0.0)).sum()
}

/// The cheapest money that fills every row that is short: a covering program, solved by its dual.
fn cover(
    inputs: &Inputs,
    funding: &Funding<'_>,
    (gale, waiting): &Touched,
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
    let wait = inputs.discipline.wait().unwrap_or(0);
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
