//! Whether an answer is what it says: every rule checked from the inputs alone, then a run of the engine.

use super::replay::{PlannedStarts, replay};
use super::rows::cost_promised;
use super::search::Answer;
use crate::engine::{Floor, Inputs, LineInputs, Outcome, find_financing};
use crate::model::{CommuneId, Discipline, LineId, SourceId};

/// Relative tolerance of a rule.
const TOLERANCE: f64 = 1e-6;

/// A rule that an answer breaks.
#[derive(Clone, Debug, PartialEq)]
pub enum Broken {
    /// More starts in a month than the limit.
    StartsPerMonth {
        /// Line.
        line: LineId,
        /// Month.
        month: usize,
    },
    /// More units than there are candidates.
    Candidates(LineId),
    /// A commune that is not a candidate, or without a start among those of its line.
    Commune(CommuneId),
    /// No financing within the recipes; triệu đồng that no source may or can pay.
    Money(f64),
    /// Bills wait longer than allowed, from a month, by so much, triệu đồng.
    Waiting {
        /// Month.
        month: usize,
        /// Triệu đồng.
        by: f64,
    },
    /// The run starts other units than the answer.
    Refused(LineId),
    /// A source pays a line more than its cap in the run, triệu đồng.
    Cap {
        /// Line.
        line: LineId,
        /// Source.
        source: SourceId,
        /// Triệu đồng.
        by: f64,
    },
    /// The run is short of a least number by another amount than was told.
    Floor {
        /// Its place in the question.
        floor: usize,
        /// As told, units.
        told: f64,
        /// As run, units.
        run: f64,
    },
    /// The run's score is not the one that was told.
    Score {
        /// As told.
        told: f64,
        /// As run.
        run: f64,
    },
}

/// A unit of the answer: its line, what it costs, its months and its start.
struct CheckedUnit<'a> {
    line: usize,
    form: &'a LineInputs,
    cost: f64,
    duration: f64,
    month: usize,
    count: f64,
    /// Whether it works already when anything is decided.
    carried: bool,
}

/// [`verify`] of an answer, and of what it says of the least numbers: by what the run recognises, not by what was built.
pub fn verify_answer(inputs: &Inputs, answer: &Answer) -> Result<Outcome, Vec<Broken>> {
    let outcome = verify(inputs, &answer.planned, answer.score)?;
    let mut broken = Vec::new();
    for (floor, form) in inputs.floors.iter().enumerate() {
        let run = (form.least - deliver_floor(inputs, form, &outcome)).max(0.0);
        let told = answer.short.get(floor).copied().unwrap_or(0.0);
        if (run - told).abs() > TOLERANCE * (1.0 + form.least) {
            broken.push(Broken::Floor { floor, told, run });
        }
    }
    if broken.is_empty() { Ok(outcome) } else { Err(broken) }
}

/// What a run reaches of a least number.
fn deliver_floor(inputs: &Inputs, floor: &Floor, outcome: &Outcome) -> f64 {
    let of_line = |l: &usize| -> f64 {
        let line = &inputs.lines[*l];
        let each = |t: usize| if floor.recognised { line.pass_at(t) } else { 1.0 };
        if let Some(ids) = &floor.communes {
            let own = outcome.communes.iter().filter(|c| c.line == *l);
            let inside = own.filter(|c| c.id.as_ref().is_some_and(|id| ids.contains(id)));
            return inside.filter_map(|c| c.round).map(each).sum();
        }
        let recognised = outcome.lines[*l].recognised.iter().enumerate();
        let units = |(t, n): (usize, &f64)| match line.pass_at(t) {
            pass if pass > 0.0 && !floor.recognised => n / pass,
            _ => *n,
        };
        recognised.map(units).sum()
    };
    floor.lines.iter().map(of_line).sum()
}

/// Checks the starts of an answer and its score; the outcome of its run if nothing is broken.
///
/// Nothing here comes from the builder of the problem: recipes are checked by maximum flow, not by rows.
pub fn verify(inputs: &Inputs, planned: &PlannedStarts, score: f64) -> Result<Outcome, Vec<Broken>> {
    let mut broken = Vec::new();
    let mut units = Vec::new();
    for (l, line) in inputs.lines.iter().enumerate() {
        units_of(inputs, l, line, planned, &mut units, &mut broken);
    }
    let known = |id: &CommuneId| {
        let mut all = inputs.lines.iter().flat_map(|l| &l.communes);
        all.any(|c| c.id.as_ref() == Some(id))
    };
    broken.extend(
        planned
            .communes
            .keys()
            .filter(|id| !known(id))
            .cloned()
            .map(Broken::Commune),
    );
    money(inputs, &units, &mut broken);
    let outcome = replay(inputs, planned);
    for (line, out) in inputs.lines.iter().zip(&outcome.lines) {
        let wanted: u32 = planned.starts.get(&line.id).map_or(0, |s| s.iter().sum());
        if (out.total_started() - line.under_way() as f64 - f64::from(wanted)).abs() > TOLERANCE {
            broken.push(Broken::Refused(line.id.clone()));
        }
    }
    for (l, line) in inputs.lines.iter().enumerate() {
        for (source, cap) in outcome.sources.iter().zip(&line.most_from) {
            let by = source.paid_to[l] - cap;
            if by > TOLERANCE * cap.max(1.0) {
                let (line, source) = (line.id.clone(), source.id.clone());
                broken.push(Broken::Cap { line, source, by });
            }
        }
    }
    if (outcome.score - score).abs() > TOLERANCE * score.abs().max(1e-3) {
        broken.push(Broken::Score {
            told: score,
            run: outcome.score,
        });
    }
    if broken.is_empty() { Ok(outcome) } else { Err(broken) }
}

fn units_of<'a>(
    inputs: &Inputs,
    l: usize,
    line: &'a LineInputs,
    planned: &PlannedStarts,
    units: &mut Vec<CheckedUnit<'a>>,
    broken: &mut Vec<Broken>,
) {
    let unit = |cost: f64, duration, month: usize, count| CheckedUnit {
        line: l,
        form: line,
        cost: cost * line.cost_factor.get(month).copied().unwrap_or(1.0),
        duration,
        month,
        count,
        carried: false,
    };
    units.extend(line.carried.iter().map(|c| CheckedUnit {
        carried: true,
        cost: c.money_left,
        ..unit(c.money_left, c.work_left, c.month, c.units as f64)
    }));
    let none = Vec::new();
    let starts = planned.starts.get(&line.id).unwrap_or(&none);
    let mut named = vec![0_u32; inputs.months];
    for c in &line.communes {
        let month = c.id.as_ref().and_then(|id| planned.communes.get(id));
        if let Some(month) = month {
            let month = *month as usize;
            match named.get_mut(month) {
                Some(n) => *n += 1,
                None => broken.extend(c.id.clone().map(Broken::Commune)),
            }
            if month >= inputs.closed {
                units.push(unit(c.cost, c.duration as f64, month, 1.0));
            }
        }
    }
    let groups = line.communes.iter().enumerate().filter(|(_, c)| c.id.is_none());
    let group: usize = groups.map(|(index, _)| line.left_of(index)).sum();
    let others = if line.communes.is_empty() {
        line.alike_left()
    } else {
        group
    };
    let mut alike = 0;
    // What was started in closed months is carried on.
    for (month, n) in starts.iter().enumerate().skip(inputs.closed) {
        if *n as usize > line.starts_per_month {
            broken.push(Broken::StartsPerMonth {
                line: line.id.clone(),
                month,
            });
        }
        let rest = n.saturating_sub(named.get(month).copied().unwrap_or(0));
        alike += rest as usize;
        units.push(unit(line.cost, line.duration as f64, month, f64::from(rest)));
    }
    if alike > others {
        broken.push(Broken::Candidates(line.id.clone()));
    }
}

fn money(inputs: &Inputs, units: &[CheckedUnit<'_>], broken: &mut Vec<Broken>) {
    let free = |t: usize| -> f64 {
        inputs
            .sources
            .iter()
            .map(|s| s.planned[t] * (1.0 - s.other_works))
            .sum()
    };
    let (cap, wait) = match inputs.discipline {
        Discipline::Bridge { wait } => (0.0, wait),
        Discipline::Arrears { cap, wait } => (cap, wait),
        Discipline::PayAsYouGo => (0.0, 0),
    };
    let mut cost = vec![0.0; inputs.lines.len()];
    for unit in units {
        cost[unit.line] += unit.cost * unit.count;
    }
    let purse: Vec<f64> = inputs
        .sources
        .iter()
        .map(|s| s.planned.iter().sum::<f64>() * (1.0 - s.other_works))
        .collect();
    let paid: f64 = find_financing(inputs, &purse, &cost).iter().flatten().sum();
    let total: f64 = cost.iter().sum();
    // Units that work already are promised, whether or not there is money for them.
    let promised: Vec<f64> = inputs.lines.iter().map(cost_promised).collect();
    let owed = promised.iter().sum::<f64>() - find_financing(inputs, &purse, &promised).iter().flatten().sum::<f64>();
    let short = total - paid - cap.max(owed);
    if short > TOLERANCE * total {
        broken.push(Broken::Money(short));
    }
    let spent = |t: usize, of: &dyn Fn(&CheckedUnit<'_>) -> bool| -> f64 {
        let due = units.iter().filter(|u| of(u) && u.month <= t && u.count > 0.0);
        due.map(|u| {
            let done = (t + 1 - u.month) as f64;
            let share = if u.duration > 0.0 {
                (done / u.duration).min(1.0)
            } else {
                1.0
            };
            u.count * u.cost * spend(&u.form.spend, share)
        })
        .sum()
    };
    for t in 0..inputs.months {
        let until = t.saturating_add(wait).min(inputs.months - 1);
        let last = if until + 1 == inputs.months { cap } else { 0.0 };
        let there = (0..=until).map(free).sum::<f64>() + last;
        let by = spent(t, &|_| true) - there.max(spent(t, &|u| u.carried));
        if by > TOLERANCE * there {
            broken.push(Broken::Waiting { month: t, by });
        }
    }
}

/// Share of the cost spent at a share of the work.
fn spend(points: &[f64], share: f64) -> f64 {
    let at = share * (points.len() - 1) as f64;
    points.windows(2).enumerate().fold(points[0], |sum, (i, pair)| {
        sum + (pair[1] - pair[0]) * (at - i as f64).clamp(0.0, 1.0)
    })
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Broken::StartsPerMonth { line, month } => write!(f, "{line}: too many starts in month {month}"),
            Broken::Candidates(line) => write!(f, "{line}: more units than candidates"),
            Broken::Commune(id) => write!(f, "{id} is no candidate or does not start"),
            Broken::Money(short) => write!(f, "no source pays {short}"),
            Broken::Waiting { month, by } => write!(f, "bills of month {month} wait too long, by {by}"),
            Broken::Refused(line) => write!(f, "{line}: the run starts other units"),
            Broken::Cap { line, source, by } => write!(f, "{source} pays {line} {by} more than its cap"),
            Broken::Floor { floor, told, run } => write!(f, "floor {floor} is short of {run}, not {told}"),
            Broken::Score { told, run } => write!(f, "the score is {run}, not {told}"),
        }
    }
}

impl std::error::Error for Broken {}
