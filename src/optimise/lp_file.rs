//! The integer problem as text, for any solver to judge: every month, every commune and every source by itself, nothing
//! left out that the search leaves out. Built from the inputs alone, not from the problem the search solves.

use super::floors::{is_member, measure_need, weight};
use super::full_form;
use super::rows::{by_rows, cost_promised, cost_unfunded};
use crate::engine::simulate::{carried_decided, recognised_anyway};
use crate::engine::work::{find_finish, find_round, planned_spend};
use crate::engine::{Candidate, Funding, Inputs, LineInputs};
use crate::model::CommuneId;
use std::fmt::Write;

/// Coefficients on a line of the file; longer lines are not read by every solver.
const ON_A_LINE: usize = 6;

/// One kind of start: a column of the file.
#[derive(Clone, Debug)]
pub(super) struct LpColumn {
    pub name: String,
    pub line: usize,
    /// Index in the line's candidates.
    pub candidate: Option<usize>,
    pub month: usize,
    most: usize,
    pub cost: f64,
    pub duration: usize,
    /// Month of the decision on it, if there is one.
    decided: Option<usize>,
}

/// The problem of the highest score on these inputs, in CPLEX LP format: `max score`, where `u` is the attainment of a
/// line, `x` the units of a line or of its communes without data that start in a month, `c` those of communes that climb
/// from the level below, `v` whether a commune does and, beyond ten sources, `y` what a source pays to a line. Money in
/// triệu đồng.
///
/// With goals by year, `w` is what a year attains. Under pay as you go and where money expires, `y` is besides what a
/// source pays to a line in a month or for the bills of a year: the engine decides unit by unit, so that its plans keep
/// all rows, and may be fewer than those that do.
///
/// Where events change costs or pass rates inside the year, the rows take the best of them, so that no plan is lost.
/// Least numbers are kept in full; `d` is what counts for one.
pub fn write_lp_file(inputs: &Inputs) -> String {
    with_columns(inputs, &[], f64::INFINITY).0
}

/// The same with its columns of starts; `forced`: communes that must start; `delivered`: so many units of what least
/// numbers ask for, if that is less than all of it.
pub(super) fn with_columns(inputs: &Inputs, forced: &[&CommuneId], delivered: f64) -> (String, Vec<LpColumn>) {
    let paid = if inputs.varies() {
        inputs.at_best(|_| true)
    } else {
        inputs.clone()
    };
    let inputs = &by_rows(&paid);
    let columns: Vec<LpColumn> = (0..inputs.lines.len()).flat_map(|l| columns(inputs, l)).collect();
    let weights: f64 = inputs.lines.iter().map(|l| l.weight).sum();
    let mut text = String::from("Maximize\n score:");
    let share = |line: &LineInputs| if weights > 0.0 { line.weight / weights } else { 0.0 };
    let attained = inputs
        .lines
        .iter()
        .enumerate()
        .map(|(l, line)| (share(line), format!("u{l}")));
    terms(&mut text, attained);
    text.push_str("\nSubject To");
    for (l, line) in inputs.lines.iter().enumerate() {
        goal(&mut text, l, line, &columns);
        limits(&mut text, l, line, &columns);
        climbs(&mut text, inputs, l, &columns);
        must(&mut text, l, line, &columns, forced);
    }
    let needs = floors(&mut text, inputs, &columns, delivered);
    money(&mut text, inputs, &columns);
    full_form::payments(&mut text, &paid, &columns);
    text.push_str("\nBounds\n");
    for (f, need) in &needs {
        let _ = writeln!(text, " 0 <= d{f} <= {need:?}");
    }
    for (l, line) in inputs.lines.iter().enumerate() {
        // A goal of nothing is met.
        let _ = match line.goal {
            goal if goal <= 0.0 => writeln!(text, " u{l} = 1"),
            _ => writeln!(text, " 0 <= u{l} <= 1"),
        };
    }
    for c in &columns {
        let _ = writeln!(text, " 0 <= {} <= {}", c.name, c.most);
    }
    if !columns.is_empty() {
        text.push_str("General\n");
        for some in columns.chunks(ON_A_LINE) {
            let names: Vec<&str> = some.iter().map(|c| c.name.as_str()).collect();
            let _ = writeln!(text, " {}", names.join(" "));
        }
    }
    text.push_str("End\n");
    (text, columns)
}

fn columns(inputs: &Inputs, l: usize) -> Vec<LpColumn> {
    let line = &inputs.lines[l];
    let mut columns = Vec::new();
    let mut add = |candidate: Option<usize>, units: usize, cost: f64, duration: usize| {
        for month in inputs.closed..inputs.months {
            let decided =
                find_finish(month, duration as f64, &line.speed).and_then(|f| find_round(f, line.lag, &line.rounds));
            let commune = candidate.map(|c| (c, &line.communes[c]));
            let name = match commune {
                Some((c, commune)) if commune.id.is_some() => format!("v{l}_{c}_{month}"),
                Some((_, Candidate { after: Some(climb), .. })) if climb.before[month] == 0 => continue,
                Some((_, commune)) if commune.after.is_some() => format!("c{l}_{month}"),
                // Communes without data go first: none is left for a month in which nobody may climb any more.
                _ if line.climb().is_some() && decided.is_none() => continue,
                _ => format!("x{l}_{month}"),
            };
            columns.push(LpColumn {
                name,
                line: l,
                candidate,
                month,
                most: units.min(line.starts_per_month),
                cost,
                duration,
                decided,
            });
        }
    };
    if line.communes.is_empty() {
        add(None, line.alike_left(), line.cost, line.duration);
    }
    for (index, c) in line.communes.iter().enumerate() {
        add(Some(index), line.left_of(index), c.cost, c.duration);
    }
    columns
}

/// `goal · u ≤ units recognised`.
fn goal(text: &mut String, l: usize, line: &LineInputs, columns: &[LpColumn]) {
    if line.goal <= 0.0 {
        return;
    }
    let own = || columns.iter().filter(move |c| c.line == l);
    if !line.goals.is_empty() {
        goals_by_year(text, l, line, own);
        return;
    }
    let base = recognised_anyway(line);
    let started = own().filter(|c| c.decided.is_some());
    let _ = write!(text, "\n goal{l}:");
    terms(
        text,
        std::iter::once((line.goal, format!("u{l}"))).chain(started.map(|c| (-line.pass, c.name.clone()))),
    );
    let _ = write!(text, " <= {base:?}");
}

/// `goal · u ≤ Σ goal of the year · w`, and for each year `goals up to it · w ≤ units recognised by its end`.
fn goals_by_year<'a, I>(text: &mut String, l: usize, line: &LineInputs, own: impl Fn() -> I)
where
    I: Iterator<Item = &'a LpColumn>,
{
    let years = || line.goals.iter().enumerate().filter(|(_, g)| g.goal > 0.0);
    let parts = years().map(|(y, g)| (-g.goal, format!("w{l}_{y}")));
    let _ = write!(text, "\n goal{l}:");
    terms(text, std::iter::once((line.goal, format!("u{l}"))).chain(parts));
    text.push_str(" <= 0.0");
    let mut sum = 0.0;
    for (y, goal) in years() {
        sum += goal.goal;
        let base = recognised_before(line, goal.to + 1);
        let in_time = own().filter(|c| c.decided.is_some_and(|month| month <= goal.to));
        let _ = write!(text, "\n goal{l}_{y}:");
        let year = std::iter::once((sum, format!("w{l}_{y}")));
        terms(text, year.chain(in_time.map(|c| (-line.pass, c.name.clone()))));
        let _ = write!(text, " <= {base:?}\n year{l}_{y}: w{l}_{y} <= 1.0");
    }
}

/// Units recognised before a month whatever starts, expected value.
fn recognised_before(line: &LineInputs, month: usize) -> f64 {
    let so_far = line.recognised.iter().take(month).fold(0.0, |sum, r| sum + r);
    let carried = carried_decided(line).filter(|(decided, _)| *decided < month);
    carried.fold(so_far, |sum, (_, units)| sum + units * line.pass)
}

/// As many have climbed by a month as were recognised at the level below in time for it, as far as that is known when it is
/// decided: `Σ c ≤ units recognised`. Units are whole, so that rounding down what is recognised changes nothing.
fn climbs(text: &mut String, inputs: &Inputs, l: usize, columns: &[LpColumn]) {
    let Some(climb) = inputs.lines[l].climb() else { return };
    let below = &inputs.lines[climb.from];
    let climbers = || columns.iter().filter(|c| c.line == l && is_climber(inputs, c));
    for own in climbers() {
        let before = climb.before[own.month];
        let _ = write!(text, "\n climb{l}_{}:", own.month);
        let by_now = climbers()
            .filter(|c| c.month <= own.month)
            .map(|c| (1.0, c.name.clone()));
        let known = inputs.known_before(climb.from, l, own.month);
        let started = columns.iter().filter(|c| c.line == climb.from && c.month < known);
        let in_time = started.filter(|c| c.decided.is_some_and(|decided| decided < before));
        terms(text, by_now.chain(in_time.map(|c| (-below.pass, c.name.clone()))));
        let _ = write!(text, " <= {:?}", recognised_before(below, before));
    }
}

/// Whether a column is of communes that climb from the level below.
pub(super) fn is_climber(inputs: &Inputs, column: &LpColumn) -> bool {
    let candidate = column.candidate.and_then(|c| inputs.lines[column.line].communes.get(c));
    candidate.is_some_and(|c| c.after.is_some())
}

/// Starts a month and units there are.
fn limits(text: &mut String, l: usize, line: &LineInputs, columns: &[LpColumn]) {
    let own = || columns.iter().filter(move |c| c.line == l);
    let mut row = |name: String, members: Vec<&LpColumn>, limit: usize| {
        if !members.is_empty() {
            let _ = write!(text, "\n {name}:");
            terms(text, members.iter().map(|c| (1.0, c.name.clone())));
            let _ = write!(text, " <= {limit}");
        }
    };
    for month in 0..line.speed.len() {
        row(
            format!("starts{l}_{month}"),
            own().filter(|c| c.month == month).collect(),
            line.starts_per_month,
        );
    }
    if line.communes.is_empty() {
        row(format!("units{l}"), own().collect(), line.alike_left());
    }
    for index in 0..line.communes.len() {
        let members = own().filter(|column| column.candidate == Some(index)).collect();
        row(format!("once{l}_{index}"), members, line.left_of(index));
    }
}

/// Communes that must start.
fn must(text: &mut String, l: usize, line: &LineInputs, columns: &[LpColumn], forced: &[&CommuneId]) {
    let is_forced = |c: &Candidate| c.id.as_ref().is_some_and(|id| forced.contains(&id));
    for (index, _) in line.communes.iter().enumerate().filter(|(_, c)| is_forced(c)) {
        // A start that no round recognises is none.
        let own = columns
            .iter()
            .filter(|c| c.line == l && c.candidate == Some(index) && c.decided.is_some());
        let members: Vec<(f64, String)> = own.map(|c| (1.0, c.name.clone())).collect();
        if !members.is_empty() {
            let _ = write!(text, "\n must{l}_{index}:");
            terms(text, members.into_iter());
            text.push_str(" >= 1");
        }
    }
}

/// Least numbers: what counts for each, and `delivered` of all; returns what each asks for beside what works already.
fn floors(text: &mut String, inputs: &Inputs, columns: &[LpColumn], delivered: f64) -> Vec<(usize, f64)> {
    let asked = inputs
        .floors
        .iter()
        .enumerate()
        .map(|(f, floor)| (f, measure_need(inputs, floor)));
    let needs: Vec<(usize, f64)> = asked.filter(|(_, need)| *need > 0.0).collect();
    for (f, _) in &needs {
        let floor = &inputs.floors[*f];
        let own = columns.iter().filter(|c| is_member(inputs, floor, c.line, c.candidate));
        let counts = own.filter_map(|c| {
            let each = weight(&inputs.lines[c.line], floor, c.decided?);
            (each > 0.0).then(|| (-each, c.name.clone()))
        });
        let _ = write!(text, "\n floor{f}:");
        terms(text, std::iter::once((1.0, format!("d{f}"))).chain(counts));
        text.push_str(" <= 0.0");
    }
    if !needs.is_empty() {
        let all: f64 = needs.iter().map(|(_, need)| need).sum();
        text.push_str("\n floors:");
        terms(text, needs.iter().map(|(f, _)| (1.0, format!("d{f}"))));
        let _ = write!(text, " >= {:?}", (delivered.min(all) - 1e-9).max(0.0));
    }
    needs
}

/// Recipes and waiting.
fn money(text: &mut String, inputs: &Inputs, columns: &[LpColumn]) {
    let mut funding = Funding::new(inputs);
    funding.commit_carried();
    let mut row = |name: String, members: Vec<(f64, String)>, (limit, used): (f64, f64)| {
        if !members.is_empty() {
            let _ = write!(text, "\n {name}:");
            terms(text, members.into_iter());
            let _ = write!(text, " <= {:?}", (limit - used).max(0.0));
        }
    };
    for (r, left) in funding.gale_rows().enumerate() {
        let members = columns
            .iter()
            .map(|c| (inputs.rows.of_line(c.line)[r] * c.cost, c.name.clone()));
        row(format!("gale{r}"), members.filter(|m| m.0 > 0.0).collect(), left);
    }
    for (t, left) in funding.waiting_rows().enumerate() {
        let due = columns.iter().filter(|c| c.month <= t).map(|c| {
            let spend = planned_spend(&inputs.lines[c.line], c.cost, c.duration as f64, t + 1 - c.month);
            (spend.last().copied().unwrap_or(0.0), c.name.clone())
        });
        row(format!("wait{t}"), due.filter(|m| m.0 > 0.0).collect(), left);
    }
    if !inputs.rows.is_exact() {
        payments(text, inputs, columns, funding.free());
    }
}

/// With too many sources or caps for rows of sets: who pays what.
fn payments(text: &mut String, inputs: &Inputs, columns: &[LpColumn], free: &[f64]) {
    let arrears = match inputs.discipline {
        crate::model::Discipline::Arrears { cap, .. } => cap,
        _ => 0.0,
    };
    // Units that work already are promised, whether or not there is money for them.
    let unfunded = cost_unfunded(inputs);
    let arrears = arrears.max(unfunded);
    for (l, line) in inputs.lines.iter().enumerate() {
        let promised = cost_promised(line);
        let cost = |share: f64| {
            let own = columns.iter().filter(move |c| c.line == l && c.cost > 0.0);
            own.map(move |c| (-share * c.cost, c.name.clone()))
        };
        let _ = write!(text, "\n paid{l}:");
        let owed = (arrears > 0.0).then(|| (1.0, format!("owed{l}")));
        let all = (0..free.len()).map(|s| (1.0, format!("y{l}_{s}"))).chain(owed);
        terms(text, all.chain(cost(1.0)));
        let _ = write!(text, " = {promised:?}");
        for (s, (max, min)) in line.max_share.iter().zip(&line.min_share).enumerate() {
            let least = if unfunded > 0.0 { 0.0 } else { promised };
            for (name, sign, share, promised) in [("most", "<=", max, promised), ("least", ">=", min, least)] {
                let _ = write!(text, "\n {name}{l}_{s}:");
                terms(text, std::iter::once((1.0, format!("y{l}_{s}"))).chain(cost(*share)));
                let _ = write!(text, " {sign} {:?}", share * promised);
            }
            if line.cap(s).is_finite() {
                let _ = write!(text, "\n cap{l}_{s}: y{l}_{s} <= {:?}", line.cap(s));
            }
        }
    }
    for (s, free) in free.iter().enumerate() {
        let _ = write!(text, "\n purse{s}:");
        terms(text, (0..inputs.lines.len()).map(|l| (1.0, format!("y{l}_{s}"))));
        let _ = write!(text, " <= {free:?}");
    }
    if arrears > 0.0 {
        text.push_str("\n owed:");
        terms(text, (0..inputs.lines.len()).map(|l| (1.0, format!("owed{l}"))));
        let _ = write!(text, " <= {arrears:?}");
    }
}

/// A sum, broken into lines; numbers are the shortest that read back as the same.
pub(super) fn terms(text: &mut String, terms: impl Iterator<Item = (f64, String)>) {
    for (place, (factor, name)) in terms.enumerate() {
        if place > 0 && place % ON_A_LINE == 0 {
            text.push_str("\n  ");
        }
        let sign = if factor < 0.0 { '-' } else { '+' };
        let _ = write!(text, " {sign} {:?} {name}", factor.abs());
    }
}
