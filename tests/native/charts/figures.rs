//! Tables and sentences hold the outcome's own numbers.

use super::{LANGS, default_plan, run_of, scene};
use ntm_planner::{
    charts::*,
    engine::{Evaluation, evaluate},
    model::{Lang, Plan},
    optimise::Frontier,
};
use serde_json::Value;
use std::collections::BTreeSet;

fn number(cell: &Cell) -> f64 {
    match cell {
        Cell::Number { value, .. } => *value,
        other => panic!("{other:?} is no number"),
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6 * a.abs().max(1.0)
}

/// A scenario in which much goes wrong, with its run.
fn troubled() -> (Plan, Evaluation) {
    let mut plan = default_plan();
    for source in &mut plan.sources {
        source.amount.value *= 0.6;
    }
    plan.scenarios.truncate(1);
    plan.scenarios[0].overrides = Default::default();
    let evaluation = evaluate(&plan, None);
    (plan, evaluation)
}

#[test]
fn the_cash_table_holds_what_is_needed_released_and_waiting_by_month() {
    let (plan, evaluation) = troubled();
    let palette = Palette::css();
    let run = run_of(None, &evaluation);
    let view = cash(&scene(&plan, Lang::Vi, &palette), &run);
    let outcome = &evaluation.outcome;
    assert_eq!(view.table.rows.len(), outcome.months);
    let (mut needed, mut released) = (0.0, 0.0);
    for (t, row) in view.table.rows.iter().enumerate() {
        needed += outcome.needed()[t];
        released += outcome.free()[t];
        assert!(close(number(&row[1]), needed) && close(number(&row[2]), released));
        assert!(close(number(&row[3]), outcome.waiting[t]));
    }
    assert!(outcome.peak_waiting > 0.0);
    assert!(view.summary.contains("chờ trả nhiều nhất"), "{}", view.summary);
}

#[test]
fn the_hatched_area_of_the_cash_chart_is_what_waits() {
    let (plan, evaluation) = troubled();
    let palette = Palette::css();
    let run = run_of(None, &evaluation);
    let view = cash(&scene(&plan, Lang::Vi, &palette), &run);
    let data = |series: usize, t: usize| view.option["series"][series]["data"][t + 1].as_f64().unwrap() * 1000.0;
    for t in 0..evaluation.outcome.months {
        let waiting = evaluation.outcome.waiting[t];
        assert!((data(1, t) - waiting).abs() < 0.1, "month {t}");
        assert!((data(0, t) + data(1, t) - data(3, t)).abs() < 0.3, "month {t}");
    }
}

#[test]
fn the_table_of_recognition_ends_with_the_recognised_units_of_each_line() {
    let (plan, evaluation) = troubled();
    let palette = Palette::css();
    let run = run_of(None, &evaluation);
    let scene = scene(&plan, Lang::En, &palette);
    let view = recognised(&scene, &run, None);
    let last = view.table.rows.last().unwrap();
    for (line, cell) in evaluation.outcome.lines.iter().zip(&last[1..]) {
        assert!(close(number(cell), line.total_recognised()));
    }
    let detail = line_detail(&scene, &run, 2).unwrap();
    let last = detail.table.rows.last().unwrap();
    let line = &evaluation.outcome.lines[2];
    let totals = [line.total_started(), line.total_submitted(), line.total_recognised()];
    assert!(
        totals
            .iter()
            .zip(&last[1..])
            .all(|(total, cell)| close(*total, number(cell)))
    );
}

#[test]
fn money_adds_up_by_line_and_by_source() {
    let (plan, evaluation) = troubled();
    let palette = Palette::css();
    let run = run_of(None, &evaluation);
    let scene = scene(&plan, Lang::En, &palette);
    let by_line = money_by_line(&scene, &run);
    for (line, row) in evaluation.outcome.lines.iter().zip(&by_line.table.rows) {
        assert!(close(number(row.last().unwrap()), line.total_paid()));
    }
    let by_source = money_by_source(&scene, &run);
    for (source, row) in evaluation.outcome.sources.iter().zip(&by_source.table.rows) {
        assert!(
            close(number(row.last().unwrap()), source.total_released()),
            "{}",
            source.id
        );
    }
}

#[test]
fn causes_of_a_missed_line_add_up_to_what_it_lacks() {
    let (plan, evaluation) = troubled();
    let palette = Palette::css();
    let run = run_of(None, &evaluation);
    let view = causes(&scene(&plan, Lang::Vi, &palette), &run);
    let missed: Vec<_> = evaluation.outcome.lines.iter().filter(|line| !line.is_met()).collect();
    assert!(!missed.is_empty());
    assert_eq!(view.table.rows.len(), missed.len());
    for (line, row) in missed.iter().zip(&view.table.rows) {
        // Parts below a twentieth of a point are left out.
        assert!(
            (number(row.last().unwrap()) - (1.0 - line.attainment) * 100.0).abs() < 0.26,
            "{}",
            line.id
        );
    }
}

#[test]
fn compared_scenarios_share_one_axis_and_keep_their_place() {
    let plan = default_plan();
    let palette = Palette::css();
    let evaluations: Vec<_> = plan
        .scenarios
        .iter()
        .take(3)
        .map(|s| evaluate(&plan, Some(s)))
        .collect();
    let pairs = plan.scenarios.iter().zip(&evaluations);
    let runs: Vec<_> = pairs.map(|(s, evaluation)| run_of(Some(s), evaluation)).collect();
    let scene = scene(&plan, Lang::Vi, &palette);
    let view = compare_attainment(&scene, &runs);
    let column = view
        .table
        .columns
        .iter()
        .position(|name| name.starts_with("B. "))
        .unwrap();
    let lines = &evaluations[1].outcome.lines;
    for (line, row) in lines.iter().filter(|line| line.goal > 0.0).zip(&view.table.rows) {
        assert!(close(number(&row[column]), line.total_recognised() / line.goal * 100.0));
    }
    let money = compare_sources(&scene, &runs);
    for (evaluation, row) in evaluations.iter().zip(&money.table.rows) {
        let total: f64 = evaluation.inputs.sources.iter().map(|source| source.amount).sum();
        assert!(close(number(row.last().unwrap()), total));
    }
}

#[test]
fn a_row_is_read_out_with_its_columns_in_the_language_of_the_page() {
    let (plan, evaluation) = troubled();
    let palette = Palette::css();
    let run = run_of(None, &evaluation);
    let vi = cash(&scene(&plan, Lang::Vi, &palette), &run);
    let en = cash(&scene(&plan, Lang::En, &palette), &run);
    assert!(vi.readout(7).unwrap().starts_with("T8: Cần chi"), "{:?}", vi.readout(7));
    assert!(en.readout(7).unwrap().starts_with("Aug"), "{:?}", en.readout(7));
    assert_eq!(vi.readout(vi.table.rows.len()), None);
}

#[test]
fn sentences_follow_the_number_of_goals_in_both_languages() {
    let palette = Palette::css();
    let mut plan = default_plan();
    let title = |plan: &Plan, lang| {
        let evaluation = evaluate(plan, None);
        let run = run_of(None, &evaluation);
        recognised(&scene(plan, lang, &palette), &run, None).title
    };
    let goals = plan.lines.len();
    assert_eq!(title(&plan, Lang::En), format!("All {goals} goals are reached"));
    assert_eq!(title(&plan, Lang::Vi), format!("Cả {goals} mục tiêu được công nhận đủ"));
    plan.lines.retain(|line| line.id == "schemes");
    assert_eq!(title(&plan, Lang::En), "The goal is reached");
    plan.lines[0].goal.value = 400.0;
    assert!(title(&plan, Lang::En).contains(" reaches "));
}

#[test]
fn the_way_of_the_money_loses_none_of_it_between_sources_targets_and_results() {
    let plan = default_plan();
    let palette = Palette::light();
    let scene = scene(&plan, Lang::Vi, &palette);
    for scenario in &plan.scenarios {
        let evaluation = evaluate(&plan, Some(scenario));
        let view = money_flow(&scene, &run_of(Some(scenario), &evaluation));
        let series = &view.option["series"][0];
        let nodes = series["data"].as_array().unwrap();
        let depth = |place: &Value| nodes[place.as_u64().unwrap() as usize]["depth"].as_u64().unwrap();
        let sum = |from: u64| -> f64 {
            let links = series["links"].as_array().unwrap().iter();
            let own = links.filter(|l| depth(&l["source"]) == from && depth(&l["target"]) == from + 1);
            own.map(|l| l["value"].as_f64().unwrap()).sum()
        };
        let paid: f64 = evaluation.outcome.sources.iter().map(|s| s.total_paid()).sum::<f64>() / 1000.0;
        let (first, results) = (sum(0), sum(1));
        assert!(
            (first - paid).abs() < 1e-6 && (results - paid).abs() < 1e-4,
            "{first} {results} {paid}"
        );
        let names: BTreeSet<&str> = nodes.iter().map(|n| n["name"].as_str().unwrap()).collect();
        assert_eq!(names.len(), nodes.len(), "every node has a name of its own");
    }
}

#[test]
fn scenarios_tell_how_far_they_are_below_the_best_plan_with_their_money() {
    let plan = default_plan();
    let palette = Palette::light();
    let (base, poor) = (plan.scenario("as-2020"), plan.scenario("state-minus-20"));
    let (of, less) = (evaluate(&plan, base), evaluate(&plan, poor));
    let share = ntm_planner::optimise::share_of_money(&of.inputs, &less.inputs).unwrap();
    let mut line = Frontier::new(&of.inputs, 2.0, 2, 50).with_factors(&[share]);
    while line.step().is_some() {}
    let best = line
        .points()
        .iter()
        .find(|p| (p.factor - share).abs() < 1e-9)
        .unwrap()
        .score;
    let runs = [(base, &of), (poor, &less)].map(|(scenario, evaluation)| Run { scenario, evaluation });
    for lang in LANGS {
        let view = frontier(&scene(&plan, lang, &palette), line.points(), &[], &of.inputs, &runs);
        let row = view.table.rows.last().unwrap();
        assert_eq!(row.len(), view.table.columns.len());
        let told = (best - less.outcome.score) * 100.0;
        assert_eq!(*row.last().unwrap(), Cell::number(told, 1));
        let shown = ntm_planner::formats::number::number(told, 1, lang);
        let series = view.option["series"].as_array().unwrap();
        let tooltips: Vec<&str> = series
            .iter()
            .filter_map(|s| s["tooltip"]["formatter"].as_str())
            .collect();
        assert!(
            tooltips.iter().any(|t| t.ends_with(&format!(": {shown}"))),
            "{tooltips:?} {shown}"
        );
    }
}
