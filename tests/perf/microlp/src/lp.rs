//! Reads the problems that the project writes in CPLEX LP format, and no others: sections on lines of their own, every
//! factor written, a row's name before a colon, one bound a line.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use std::collections::{BTreeMap, BTreeSet};

type Failure = Box<dyn std::error::Error>;
type Terms = Vec<(String, f64)>;

/// The problem of a text.
pub fn read(text: &str) -> Result<Problem, Failure> {
    let part = |from: &str, to: &[&str]| -> String {
        let lines = text.lines().skip_while(|line| *line != from).skip(1);
        lines
            .take_while(|line| !to.contains(line))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let objective: BTreeMap<String, f64> = terms(after_name(&part("Maximize", &["Subject To"]))?)?
        .0
        .into_iter()
        .collect();
    let rows = part("Subject To", &["Bounds"]);
    let bounds = bounds(&part("Bounds", &["General", "End"]))?;
    let whole = part("General", &["End"]);
    let whole: BTreeSet<&str> = whole.split_whitespace().collect();

    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let mut columns: BTreeMap<String, Variable> = BTreeMap::new();
    let mut column = |problem: &mut Problem, name: &str| {
        *columns.entry(name.to_owned()).or_insert_with(|| {
            let worth = objective.get(name).copied().unwrap_or(0.0);
            let (low, high) = bounds.get(name).copied().unwrap_or((0.0, f64::INFINITY));
            if whole.contains(name) {
                problem.add_integer_var(worth, (low as i32, high as i32))
            } else {
                problem.add_var(worth, (low, high))
            }
        })
    };
    for name in objective.keys() {
        column(&mut problem, name);
    }
    for row in statements(&rows) {
        let (terms, relation) = terms(after_name(&row)?)?;
        let (operation, limit) = relation.ok_or("a row without a limit")?;
        let members: Vec<(Variable, f64)> = terms
            .iter()
            .map(|(name, factor)| (column(&mut problem, name), *factor))
            .collect();
        problem.add_constraint(members, operation, limit);
    }
    Ok(problem)
}

/// Rows, each joined from its lines: a row begins where a line has a colon.
fn statements(text: &str) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for line in text.lines() {
        match rows.last_mut() {
            Some(row) if !line.contains(':') => row.push_str(line),
            _ => rows.push(line.to_owned()),
        }
    }
    rows
}

fn after_name(row: &str) -> Result<&str, Failure> {
    Ok(row.split_once(':').ok_or("a row without a name")?.1)
}

/// `± factor name …` and, if there is one, the limit behind it.
fn terms(text: &str) -> Result<(Terms, Option<(ComparisonOp, f64)>), Failure> {
    let mut terms = Terms::new();
    let mut sign = 1.0;
    let mut factor = None;
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        let relation = match word {
            "<=" => Some(ComparisonOp::Le),
            ">=" => Some(ComparisonOp::Ge),
            "=" => Some(ComparisonOp::Eq),
            _ => None,
        };
        if let Some(relation) = relation {
            return Ok((terms, Some((relation, words.next().ok_or("no limit")?.parse()?))));
        }
        match word {
            "+" => sign = 1.0,
            "-" => sign = -1.0,
            word => match (factor.take(), word.parse::<f64>()) {
                (None, Ok(number)) => factor = Some(number),
                (before, _) => {
                    terms.push((word.to_owned(), sign * before.unwrap_or(1.0)));
                    sign = 1.0;
                }
            },
        }
    }
    Ok((terms, None))
}

/// `low <= name <= high` or `name = value`.
fn bounds(text: &str) -> Result<BTreeMap<String, (f64, f64)>, Failure> {
    let mut bounds = BTreeMap::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            [low, "<=", name, "<=", high] => bounds.insert(name.to_owned(), (low.parse()?, high.parse()?)),
            [name, "=", value] => bounds.insert(name.to_owned(), (value.parse()?, value.parse()?)),
            _ => return Err(format!("a bound that is not understood: {line}").into()),
        };
    }
    Ok(bounds)
}
