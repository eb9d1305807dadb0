//! The best plan where communes climb: those that it makes advanced are candidates of the model level in a later year.

use ntm_planner::engine::{Inputs, resolve, simulate};
use ntm_planner::model::samples;
use ntm_planner::optimise::{ExactProblem, optimise, replay, times_money};
use std::collections::{BTreeMap, BTreeSet};

fn five_years(share: f64) -> Inputs {
    times_money(&resolve(&samples::by_name("minh-hoa-5-nam").unwrap(), None), share)
}

/// Index of the line that communes climb to, and of the one they come from.
fn ladder(inputs: &Inputs) -> (usize, usize) {
    let after = |to: usize| inputs.lines[to].communes.iter().find_map(|c| c.after.as_ref());
    (0..inputs.lines.len())
        .find_map(|to| Some((to, after(to)?.from)))
        .unwrap()
}

/// The same with one goal for each level, for two more model communes than there are without those that climb.
fn two_climb(share: f64) -> Inputs {
    let mut inputs = five_years(share);
    let (to, from) = ladder(&inputs);
    let others = inputs.lines[to].communes.iter().filter(|c| c.after.is_none());
    let there: usize = others.map(|c| c.units).sum();
    for (l, line) in inputs.lines.iter_mut().enumerate() {
        line.goals.clear();
        line.weight = f64::from(u8::from(l == to || l == from));
    }
    inputs.lines[to].goal = (there + 2) as f64 * inputs.lines[to].pass;
    inputs
}

/// Rows of the text whose names begin so: the factors by column, and what they are at most.
fn rows(text: &str, name: &str) -> Vec<(BTreeMap<String, f64>, f64)> {
    let constraints = text
        .split("Subject To")
        .nth(1)
        .and_then(|t| t.split("Bounds").next())
        .unwrap();
    let words: Vec<&str> = constraints.split_whitespace().collect();
    let mut rows = Vec::new();
    for row in words
        .split(|w| w.ends_with(':'))
        .skip(1)
        .zip(words.iter().filter(|w| w.ends_with(':')))
    {
        if !row.1.starts_with(name) {
            continue;
        }
        let (sum, limit) = row.0.split_at(row.0.iter().position(|w| *w == "<=").unwrap());
        let factor = |term: &[&str]| match term {
            ["-", factor, column] => ((*column).to_owned(), -factor.parse::<f64>().unwrap()),
            [_, factor, column] => ((*column).to_owned(), factor.parse().unwrap()),
            _ => unreachable!("{term:?}"),
        };
        rows.push((sum.chunks(3).map(factor).collect(), limit[1].parse().unwrap()));
    }
    rows
}

#[test]
fn another_solver_is_told_each_kind_of_start_under_a_name_of_its_own() {
    let problem = ExactProblem::new(&five_years(0.55), &[]);
    let names: BTreeSet<&str> = problem.names().collect();
    assert_eq!(names.len(), problem.names().count());
    assert!(problem.is_exact());
}

#[test]
fn every_plan_that_runs_keeps_the_rows_of_who_may_climb_and_is_told_back_as_it_is() {
    let mut climbed = 0.0;
    for share in [1.0, 0.55, 0.3] {
        let inputs = two_climb(share);
        let answer = optimise(&inputs, 300);
        let problem = ExactProblem::for_answer(&inputs, &answer);
        let values = problem.values(&answer.planned);
        let of: BTreeMap<&str, f64> = problem.names().zip(values.iter().copied()).collect();
        let rows = rows(problem.text(), "climb");
        assert!(rows.len() > 12, "{} rows", rows.len());
        for (sum, most) in rows {
            let taken: f64 = sum.iter().map(|(column, factor)| factor * of[column.as_str()]).sum();
            assert!(taken <= most + 1e-9, "{taken} of {most}");
        }
        climbed += of
            .iter()
            .filter(|(name, _)| name.starts_with('c'))
            .map(|(_, n)| n)
            .sum::<f64>();
        let started: f64 = values.iter().sum();
        let planned: u32 = answer.planned.starts.values().flatten().sum();
        assert!((started - f64::from(planned)).abs() < 1e-9);
        let (_, outcome) = problem.read_starts(&values, answer.score).unwrap();
        assert!((outcome.score - answer.score).abs() < 1e-9);
    }
    assert!(climbed > 0.0, "nobody climbs: the rows say nothing here");
}

#[test]
fn more_communes_than_may_climb_break_a_row_and_are_refused_by_the_engine() {
    let inputs = five_years(1.0);
    let mut answer = optimise(&inputs, 0);
    let first = ladder(&inputs).0;
    let line = &inputs.lines[first];
    // As many as there are, in the very first month in which one may start.
    let problem = ExactProblem::for_answer(&inputs, &answer);
    let month = problem
        .names()
        .find_map(|n| n.strip_prefix(&format!("c{first}_"))?.parse::<usize>().ok())
        .unwrap();
    let all: usize = line.communes.iter().map(|c| c.units).sum();
    let starts = answer.planned.starts.get_mut(&line.id).unwrap();
    starts.fill(0);
    starts[month] = all as u32;
    answer.planned.communes.clear();
    let values = problem.values(&answer.planned);
    let of: BTreeMap<&str, f64> = problem.names().zip(values).collect();
    let broken = rows(problem.text(), "climb").into_iter().any(|(sum, most)| {
        sum.iter()
            .map(|(column, factor)| factor * of[column.as_str()])
            .sum::<f64>()
            > most + 1e-9
    });
    assert!(broken);
    let started = replay(&inputs, &answer.planned).lines[first].started[month];
    assert!(started < all as f64);
}

#[test]
fn the_search_makes_communes_advanced_in_time_for_them_to_climb() {
    let mut inputs = two_climb(1.0);
    inputs.lines.iter_mut().for_each(|line| line.wanted.fill(0));
    assert!(simulate(&inputs).score < 0.5);
    let answer = optimise(&inputs, 200);
    let run = replay(&inputs, &answer.planned);
    let climb: f64 = run.communes.iter().filter(|c| c.climbs).map(|c| c.units).sum();
    assert!((answer.score - 1.0).abs() < 1e-9, "{}", answer.score);
    assert_eq!(climb, 2.0);
}
