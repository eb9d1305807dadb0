//! Who pays what and when, as rows of the integer problem: where money expires or is paid as work goes, the rows of sets
//! of sources are necessary only, and these say the rest of it.
//!
//! Every plan that the engine runs keeps them. They leave out what units that work already are paid, but for the share
//! that each source may pay of it, so that with such units they too are necessary only.

use super::lp_file::{LpColumn, terms};
use super::rows::cost_promised;
use crate::engine::buckets::Buckets;
use crate::engine::by_year::split_by_span;
use crate::engine::work::planned_spend;
use crate::engine::{Inputs, LineInputs};
use crate::model::Discipline;
use std::fmt::Write;

/// Cumulative planned spend of a column's unit, shape `[month since the start]`.
fn spend(inputs: &Inputs, c: &LpColumn) -> Vec<f64> {
    planned_spend(&inputs.lines[c.line], c.cost, c.duration as f64, inputs.months)
}

/// Rows of payments, if the rows of sets of sources are not all there is; `inputs` under their own discipline.
pub(super) fn payments(text: &mut String, inputs: &Inputs, columns: &[LpColumn]) {
    if inputs.discipline == Discipline::PayAsYouGo {
        by_month(text, inputs, columns);
    } else if !inputs.expiry.is_empty() {
        by_year(text, inputs, columns);
    }
}

/// Pay as you go: the bills of a month are paid in that month, from money that has come in by then.
fn by_month(text: &mut String, inputs: &Inputs, columns: &[LpColumn]) {
    let buckets = Buckets::new(inputs);
    let all = || 0..buckets.list.len();
    let due_at = months_due(inputs, columns);
    for (l, line) in inputs.lines.iter().enumerate() {
        let own: Vec<(&LpColumn, Vec<f64>)> = costly(inputs, columns, l);
        if own.is_empty() {
            continue;
        }
        let of_month = |(c, spend): &(&LpColumn, Vec<f64>), t: usize| {
            let since = t.checked_sub(c.month);
            since.map_or(0.0, |since| bills(spend)[since])
        };
        for t in inputs.closed..inputs.months {
            let due = own.iter().map(|unit| (-of_month(unit, t), unit.0.name.clone()));
            let due: Vec<(f64, String)> = due.filter(|(bill, _)| *bill < 0.0).collect();
            if due.is_empty() {
                continue;
            }
            let payers = all().filter(|b| pays(&buckets, line, *b, inputs.span(t)));
            let _ = write!(text, "\n bill{l}_{t}:");
            terms(text, payers.map(|b| (1.0, format!("y{l}_{b}_{t}"))).chain(due));
            text.push_str(" = 0.0");
        }
        for s in (0..inputs.sources.len()).filter(|s| line.max_share[*s] > 0.0) {
            let paid = all().filter(|b| buckets.list[*b].source == s).flat_map(|b| {
                let months = (inputs.closed..inputs.months).filter(|t| due_at[l][*t]);
                let months = months
                    .filter(|t| pays(&buckets, line, b, inputs.span(*t)))
                    .collect::<Vec<_>>();
                months.into_iter().map(move |t| (1.0, format!("y{l}_{b}_{t}")))
            });
            let share = line.max_share[s];
            let incurred = own.iter().map(|(c, spend)| {
                let months = inputs.months - c.month;
                (-share * spend[months - 1], c.name.clone())
            });
            let _ = write!(text, "\n share{l}_{s}:");
            terms(text, paid.chain(incurred));
            let _ = write!(text, " <= {:?}", share * cost_promised(line));
        }
        for s in (0..inputs.sources.len()).filter(|s| line.cap(*s).is_finite()) {
            let paid = all().filter(|b| buckets.list[*b].source == s).flat_map(|b| {
                let months = (inputs.closed..inputs.months).filter(|t| due_at[l][*t]);
                let own = months.filter(|t| pays(&buckets, line, b, inputs.span(*t)));
                own.map(|t| (1.0, format!("y{l}_{b}_{t}"))).collect::<Vec<_>>()
            });
            cap(text, line, l, s, paid.collect());
        }
    }
    for b in all() {
        let other_works = inputs.sources[buckets.list[b].source].other_works;
        let mut there = 0.0;
        let mut sum: Vec<(f64, String)> = Vec::new();
        for t in 0..inputs.months {
            there += buckets.release(inputs, b, t, true) * (1.0 - other_works);
            let lines = inputs.lines.iter().zip(&due_at).enumerate();
            let payers = lines
                .filter(|(_, (line, due))| t >= inputs.closed && pays(&buckets, line, b, inputs.span(t)) && due[t]);
            let before = sum.len();
            sum.extend(payers.map(|(l, _)| (1.0, format!("y{l}_{b}_{t}"))));
            if sum.len() > before {
                let _ = write!(text, "\n cash{b}_{t}:");
                terms(text, sum.iter().cloned());
                let _ = write!(text, " <= {there:?}");
            }
        }
    }
}

/// Money that expires pays the bills of its own year only, and recipes are kept in the bills of each year.
fn by_year(text: &mut String, inputs: &Inputs, columns: &[LpColumn]) {
    let buckets = Buckets::new(inputs);
    let all = || 0..buckets.list.len();
    let arrears = match inputs.discipline {
        Discipline::Arrears { cap, .. } => cap,
        _ => 0.0,
    };
    let mut owed = Vec::new();
    let mut paid_to: Vec<Vec<Vec<(f64, String)>>> = vec![vec![vec![]; inputs.sources.len()]; inputs.lines.len()];
    let mut drawn: Vec<Vec<(f64, String)>> = vec![vec![]; buckets.list.len()];
    for (l, line) in inputs.lines.iter().enumerate() {
        let own = costly(inputs, columns, l);
        let parts: Vec<Vec<f64>> = own
            .iter()
            .map(|(c, spend)| split_by_span(inputs, c.cost, c.month, spend))
            .collect();
        for span in 0..inputs.spans() {
            let cost = |share: f64| {
                let of = own
                    .iter()
                    .zip(&parts)
                    .map(move |((c, _), parts)| (-share * parts[span], c.name.clone()));
                of.filter(|(part, _)| *part < 0.0).collect::<Vec<_>>()
            };
            if cost(1.0).is_empty() {
                continue;
            }
            let payers: Vec<usize> = all().filter(|b| pays(&buckets, line, *b, span)).collect();
            let _ = write!(text, "\n year{l}_{span}:");
            let lent = (arrears > 0.0).then(|| (1.0, format!("o{l}_{span}")));
            owed.extend(lent.clone());
            let paid = payers.iter().map(|b| (1.0, format!("y{l}_{b}_{span}")));
            terms(text, paid.chain(lent).chain(cost(1.0)));
            text.push_str(" = 0.0");
            for b in payers {
                let share = line.max_share[buckets.list[b].source];
                let paid = (1.0, format!("y{l}_{b}_{span}"));
                drawn[b].push(paid.clone());
                paid_to[l][buckets.list[b].source].push(paid.clone());
                let _ = write!(text, "\n share{l}_{b}_{span}:");
                terms(text, std::iter::once(paid).chain(cost(share)));
                let _ = write!(text, " <= {:?}", share * cost_promised(line));
            }
        }
    }
    for (l, (line, by_source)) in inputs.lines.iter().zip(paid_to).enumerate() {
        for (s, paid) in by_source.into_iter().enumerate() {
            cap(text, line, l, s, paid);
        }
    }
    let money = buckets.free(inputs);
    for (b, drawn) in drawn.into_iter().enumerate().filter(|(_, drawn)| !drawn.is_empty()) {
        let _ = write!(text, "\n bucket{b}:");
        terms(text, drawn.into_iter());
        let _ = write!(text, " <= {:?}", money[b]);
    }
    if !owed.is_empty() {
        text.push_str("\n lent:");
        terms(text, owed.into_iter());
        let _ = write!(text, " <= {arrears:?}");
    }
}

/// What a source pays to a line, if that is capped.
fn cap(text: &mut String, line: &LineInputs, l: usize, s: usize, paid: Vec<(f64, String)>) {
    if line.cap(s).is_finite() && !paid.is_empty() {
        let _ = write!(text, "\n cap{l}_{s}:");
        terms(text, paid.into_iter());
        let _ = write!(text, " <= {:?}", line.cap(s));
    }
}

/// Columns of a line that cost anything, with their spend.
fn costly<'a>(inputs: &Inputs, columns: &'a [LpColumn], l: usize) -> Vec<(&'a LpColumn, Vec<f64>)> {
    let own = columns.iter().filter(|c| c.line == l && c.cost > 0.0);
    own.map(|c| (c, spend(inputs, c))).collect()
}

/// Months in which units of each line may have a bill, shape `[line][month]`.
fn months_due(inputs: &Inputs, columns: &[LpColumn]) -> Vec<Vec<bool>> {
    let mut due = vec![vec![false; inputs.months]; inputs.lines.len()];
    for c in columns.iter().filter(|c| c.cost > 0.0) {
        for (t, amount) in (c.month..inputs.months).zip(bills(&spend(inputs, c))) {
            due[c.line][t] |= amount > 0.0;
        }
    }
    due
}

/// Bills by month since the start, of a cumulative spend.
fn bills(spend: &[f64]) -> Vec<f64> {
    let before = std::iter::once(0.0).chain(spend.iter().copied());
    spend.iter().zip(before).map(|(now, before)| now - before).collect()
}

/// Whether a bucket may pay bills of a line in a span.
fn pays(buckets: &Buckets, line: &LineInputs, b: usize, span: usize) -> bool {
    let bucket = buckets.list[b];
    line.max_share[bucket.source] > 0.0 && bucket.span.is_none_or(|own| own == span)
}
