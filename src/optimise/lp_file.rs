//! The integer problem as text, for any solver to judge: every month, every commune and every source by itself, nothing
//! left out that the search leaves out. Built from the inputs alone, not from the problem the search solves.

use super::rows::by_rows;
use crate::engine::work::{finish, planned_spend, recognised, round};
use crate::engine::{Funding, Inputs, LineInputs};
use std::fmt::Write;

/// Coefficients on a line of the file; longer lines are not read by every solver.
const ON_A_LINE: usize = 6;

/// One kind of start: a column of the file.
struct Column {
    name: String,
    line: usize,
    /// Index in the line's candidates.
    candidate: Option<usize>,
    month: usize,
    most: usize,
    cost: f64,
    duration: usize,
    recognised: bool,
}

/// The problem of the highest score on these inputs, in CPLEX LP format: `max score`, where `u` is the attainment of a
/// line, `x` the units of a line or of its communes without data that start in a month, `v` whether a commune does and,
/// beyond ten sources, `y` what a source pays to a line. Money in triệu đồng.
///
/// Under pay as you go the rows are those of builders who do not wait: necessary, not sufficient.
pub fn lp_file(inputs: &Inputs) -> String {
    let inputs = &by_rows(inputs);
    let columns: Vec<Column> = (0..inputs.lines.len()).flat_map(|l| columns(inputs, l)).collect();
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
    }
    money(&mut text, inputs, &columns);
    text.push_str("\nBounds\n");
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
    text
}

fn columns(inputs: &Inputs, l: usize) -> Vec<Column> {
    let line = &inputs.lines[l];
    let mut columns = Vec::new();
    let mut add = |candidate: Option<usize>, units: usize, cost: f64, duration: usize| {
        for month in 0..inputs.months {
            let counts = recognised(line, month, duration as f64);
            let named = candidate.is_some_and(|c| line.communes[c].id.is_some());
            let name = match candidate {
                Some(c) if named => format!("v{l}_{c}_{month}"),
                _ => format!("x{l}_{month}"),
            };
            columns.push(Column {
                name,
                line: l,
                candidate,
                month,
                most: units.min(line.starts_per_month),
                cost,
                duration,
                recognised: counts,
            });
        }
    };
    if line.communes.is_empty() {
        add(
            None,
            line.candidates.saturating_sub(line.under_way.0),
            line.cost,
            line.duration,
        );
    }
    for (index, c) in line.communes.iter().enumerate() {
        add(Some(index), c.units, c.cost, c.duration);
    }
    columns
}

/// `goal · u ≤ units recognised`.
fn goal(text: &mut String, l: usize, line: &LineInputs, columns: &[Column]) {
    if line.goal <= 0.0 {
        return;
    }
    let (units, work, _) = line.under_way;
    let counts = finish(0, work, &line.speed).is_some_and(|f| round(f, line.lag, &line.rounds).is_some());
    let base = if counts { units as f64 * line.pass } else { 0.0 };
    let started = columns.iter().filter(|c| c.line == l && c.recognised);
    let _ = write!(text, "\n goal{l}:");
    terms(
        text,
        std::iter::once((line.goal, format!("u{l}"))).chain(started.map(|c| (-line.pass, c.name.clone()))),
    );
    let _ = write!(text, " <= {base:?}");
}

/// Starts a month and units there are.
fn limits(text: &mut String, l: usize, line: &LineInputs, columns: &[Column]) {
    let own = || columns.iter().filter(move |c| c.line == l);
    let mut row = |name: String, members: Vec<&Column>, limit: usize| {
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
        row(
            format!("units{l}"),
            own().collect(),
            line.candidates.saturating_sub(line.under_way.0),
        );
    }
    for (index, c) in line.communes.iter().enumerate() {
        let members = own().filter(|column| column.candidate == Some(index)).collect();
        row(format!("once{l}_{index}"), members, c.units);
    }
}

/// Recipes and waiting.
fn money(text: &mut String, inputs: &Inputs, columns: &[Column]) {
    let mut funding = Funding::new(inputs);
    for (l, line) in inputs.lines.iter().enumerate() {
        let (units, work, cost) = line.under_way;
        if units > 0 {
            let spend = planned_spend(line, cost, work, inputs.months);
            funding.commit(l, cost, 0, &spend, units as f64);
        }
    }
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
    if inputs.rows.count() == 0 {
        payments(text, inputs, columns, funding.free());
    }
}

/// With too many sources for rows of sets: who pays what.
fn payments(text: &mut String, inputs: &Inputs, columns: &[Column], free: &[f64]) {
    let arrears = match inputs.discipline {
        crate::model::Discipline::Arrears { cap, .. } => cap,
        _ => 0.0,
    };
    for (l, line) in inputs.lines.iter().enumerate() {
        let promised = line.under_way.0 as f64 * line.under_way.2;
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
            for (name, sign, share) in [("most", "<=", max), ("least", ">=", min)] {
                let _ = write!(text, "\n {name}{l}_{s}:");
                terms(text, std::iter::once((1.0, format!("y{l}_{s}"))).chain(cost(*share)));
                let _ = write!(text, " {sign} {:?}", share * promised);
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
fn terms(text: &mut String, terms: impl Iterator<Item = (f64, String)>) {
    for (place, (factor, name)) in terms.enumerate() {
        if place > 0 && place % ON_A_LINE == 0 {
            text.push_str("\n  ");
        }
        let sign = if factor < 0.0 { '-' } else { '+' };
        let _ = write!(text, " {sign} {:?} {name}", factor.abs());
    }
}
