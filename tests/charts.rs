//! Charts as data: what every option keeps, whatever the plan, and that tables hold the outcome's own numbers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ntm_planner::{
    charts::*,
    engine::{
        Evaluation, evaluate,
        sample::{FirstOrder, Measure, Sampler},
    },
    formats::number::MoneyUnit,
    model::{Lang, Plan, Scenario, Text, samples},
    optimise::Frontier,
};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];
const MARKUP: &str = "<img src=x onerror=alert(1)>{b}";

fn default_plan() -> Plan {
    samples::by_name(samples::NAMES[0]).unwrap()
}

fn scene<'a>(plan: &'a Plan, lang: Lang, palette: &'a Palette) -> Scene<'a> {
    let unit = MoneyUnit::Million;
    Scene {
        plan,
        lang,
        unit,
        palette,
    }
}

/// All charts of a plan: those of one run for each scenario, and the comparison of all.
fn all_charts(plan: &Plan, lang: Lang) -> Vec<ChartView> {
    let palette = Palette::light();
    let scene = scene(plan, lang, &palette);
    let evaluations: Vec<Evaluation> = plan.scenarios.iter().map(|s| evaluate(plan, Some(s))).collect();
    let pairs = plan.scenarios.iter().zip(&evaluations);
    let runs: Vec<Run> = pairs
        .map(|(s, evaluation)| Run {
            scenario: Some(s),
            evaluation,
        })
        .collect();
    let mut views = vec![
        compare_attainment(&scene, &runs),
        compare_sources(&scene, &runs),
        multiples(&scene, &runs),
    ];
    if let Some(first) = evaluations.first() {
        let mut points = Frontier::new(&first.inputs, 2.0, 2, 20);
        while points.step().is_some() {}
        views.push(frontier(&scene, points.points(), &[], &first.inputs, &runs));
    }
    for run in &runs {
        views.extend(charts_of_run(&scene, run));
    }
    for scenario in &plan.scenarios {
        views.extend(charts_of_samples(&scene, plan, scenario));
    }
    views
}

/// Charts of the risk of a scenario: every input against every result.
fn charts_of_samples(scene: &Scene, plan: &Plan, scenario: &Scenario) -> Vec<ChartView> {
    let plan = Arc::new(plan.clone());
    let Ok(mut sampler) = Sampler::new(Arc::clone(&plan), Some(scenario), 1) else {
        return vec![];
    };
    sampler.advance(30);
    let risk = sampler.risk();
    let mut views: Vec<ChartView> = (0..plan.lines.len())
        .filter_map(|line| fan(scene, &risk, line))
        .collect();
    let whole = [
        Measure::Joint,
        Measure::Score,
        Measure::Missing,
        Measure::Debt,
        Measure::Community,
    ];
    views.extend(whole.iter().skip(1).map(|m| spread(scene, &risk, *m)));
    for measure in whole.into_iter().chain((0..plan.lines.len()).map(Measure::Units)) {
        let influences: Vec<_> = sampler
            .inputs()
            .iter()
            .cloned()
            .zip(sampler.influences(measure))
            .collect();
        let indices: Indices = sampler
            .inputs()
            .iter()
            .map(|input| {
                (
                    input.clone(),
                    FirstOrder {
                        index: 0.25,
                        half: 0.05,
                    },
                )
            })
            .collect();
        views.push(tornado(scene, measure, 0.5, &influences, None));
        views.push(tornado(scene, measure, 0.5, &influences, Some(&indices)));
        for (place, input) in sampler.inputs().iter().enumerate() {
            let values: Vec<f64> = sampler.drawn_values(place).iter().map(|v| f64::from(*v)).collect();
            views.push(scatter(scene, input, measure, &values, &sampler.results(measure)));
        }
    }
    views
}

#[test]
fn a_scatter_holds_every_sample_and_its_table_their_means() {
    let plan = default_plan();
    let palette = Palette::light();
    let scene = scene(&plan, Lang::Vi, &palette);
    let mut sampler = Sampler::new(Arc::new(plan.clone()), plan.scenarios.first(), 1).unwrap();
    sampler.advance(200);
    let values: Vec<f64> = sampler.drawn_values(0).iter().map(|v| f64::from(*v)).collect();
    let results = sampler.results(Measure::Score);
    let view = scatter(&scene, &sampler.inputs()[0], Measure::Score, &values, &results);
    let points = view.option["series"][0]["data"].as_array().unwrap();
    assert_eq!((points.len(), view.table.rows.len()), (200, 10));
    for (point, (x, y)) in points.iter().zip(values.iter().zip(&results)) {
        assert!((point[0].as_f64().unwrap() - x).abs() < 1e-3 && (point[1].as_f64().unwrap() - 100.0 * y).abs() < 1e-3);
    }
    let (least, most) = (
        view.option["xAxis"]["min"].as_f64().unwrap(),
        view.option["xAxis"]["max"].as_f64().unwrap(),
    );
    assert!(
        values.iter().all(|v| (least..=most).contains(v)) && least > 0.0,
        "{least} {most}"
    );
}

fn charts_of_run(scene: &Scene, run: &Run) -> Vec<ChartView> {
    let mut views = vec![
        recognised(scene, run, None),
        cash(scene, run),
        money_by_line(scene, run),
        money_by_source(scene, run),
        money_flow(scene, run),
        causes(scene, run),
    ];
    views.extend((0..run.evaluation.outcome.lines.len()).filter_map(|line| line_detail(scene, run, line)));
    views
}

/// Calls `visit` with every value of a JSON tree and the name it stands under.
fn walk(value: &Value, name: &str, visit: &mut impl FnMut(&str, &Value)) {
    visit(name, value);
    match value {
        Value::Object(members) => members.iter().for_each(|(name, member)| walk(member, name, visit)),
        Value::Array(items) => items.iter().for_each(|item| walk(item, name, visit)),
        _ => {}
    }
}

fn series_ids(view: &ChartView) -> Vec<String> {
    let series = view
        .option
        .get("series")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    series
        .iter()
        .map(|s| s["id"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// What holds for every chart, whatever the plan.
fn check(view: &ChartView) {
    walk(&view.option, "", &mut |name, value| {
        assert!(!value.is_null(), "{}: {name} is no number", view.name);
    });
    let ids = series_ids(view);
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{}: {ids:?}", view.name);
    assert!(!unique.contains(&String::new()), "{}: a series without id", view.name);
    assert_eq!(view.option["tooltip"]["renderMode"], "richText", "{}", view.name);
    assert_eq!(view.option["animation"], false, "{}", view.name);
    assert!(!view.title.is_empty() && !view.summary.is_empty(), "{}", view.name);
    assert!(!view.title.ends_with('.'), "{}: {}", view.name, view.title);
    let words = format!("{} {}", view.title, view.summary);
    assert!(
        !words.contains("NaN") && !words.contains("inf "),
        "{}: {words}",
        view.name
    );
    for row in &view.table.rows {
        assert_eq!(row.len(), view.table.columns.len(), "{}", view.name);
    }
    // The way of the money has no axis; small charts share theirs; that of the frontier is always 0 to 100; a tornado has two
    // sides and a scatter no nought.
    assert_eq!(
        view.axis.is_none(),
        ["money-flow", "multiples", "frontier", "tornado", "scatter"].contains(&view.name.as_ref()),
        "{}",
        view.name
    );
    if let Some(axis) = &view.axis {
        let at = view.option.pointer(axis.pointer).expect("the axis is in the option");
        assert_eq!(at["max"].as_f64(), Some(axis.scale.max), "{}", view.name);
    }
}

fn check_all(plan: &Plan) {
    for lang in LANGS {
        all_charts(plan, lang).iter().for_each(check);
    }
}

#[test]
fn every_chart_of_every_sample_is_finite_data_with_unique_series_ids() {
    for name in samples::NAMES {
        check_all(&samples::by_name(name).unwrap());
    }
}

#[test]
fn half_filled_plans_are_drawn_or_say_what_is_missing() {
    let mut no_lines = default_plan();
    no_lines.lines.clear();
    let mut no_sources = default_plan();
    no_sources.sources.clear();
    let mut no_goals = default_plan();
    no_goals.lines.iter_mut().for_each(|line| line.goal.value = 0.0);
    let mut no_scenarios = default_plan();
    no_scenarios.scenarios.clear();
    for plan in [&no_lines, &no_sources, &no_goals, &no_scenarios] {
        check_all(plan);
    }
    let empty = |plan: &Plan, name: &str| {
        let views = all_charts(plan, Lang::Vi);
        views
            .into_iter()
            .find(|view| view.name == name)
            .unwrap()
            .empty
            .is_some()
    };
    assert!(empty(&no_lines, "recognised") && empty(&no_lines, "money-by-source-line"));
    assert!(empty(&no_sources, "money-by-source") && empty(&no_goals, "recognised"));
    assert!(empty(&no_scenarios, "compare-attainment") && empty(&no_scenarios, "compare-sources"));
}

#[test]
fn one_month_and_five_years_are_drawn_too() {
    for months in [1, 2, 13, 24, 60, 61] {
        let mut plan = default_plan();
        plan.calendar.months = months;
        plan.scenarios.truncate(1);
        check_all(&plan);
    }
}

#[test]
fn series_and_their_members_stay_the_same_from_scenario_to_scenario() {
    let plan = default_plan();
    let palette = Palette::css();
    let scene = scene(&plan, Lang::Vi, &palette);
    let mut shapes: Vec<BTreeSet<(String, String)>> = Vec::new();
    for scenario in &plan.scenarios {
        let evaluation = evaluate(&plan, Some(scenario));
        let run = Run {
            scenario: Some(scenario),
            evaluation: &evaluation,
        };
        let mut shape = BTreeSet::new();
        for view in charts_of_run(&scene, &run) {
            for series in view.option["series"].as_array().unwrap() {
                let id = format!("{} {} {}", view.name, view.unit, series["id"]);
                shape.extend(
                    series
                        .as_object()
                        .unwrap()
                        .keys()
                        .map(|member| (id.clone(), member.clone())),
                );
            }
        }
        shapes.push(shape);
    }
    assert!(shapes.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn months_slowed_by_an_event_are_shaded_and_named() {
    let mut plan = default_plan();
    let shaded = |plan: &Plan| {
        let palette = Palette::css();
        let scenario = &plan.scenarios[0];
        let evaluation = evaluate(plan, Some(scenario));
        let run = Run {
            scenario: Some(scenario),
            evaluation: &evaluation,
        };
        let view = cash(&scene(plan, Lang::Vi, &palette), &run);
        view.option["series"][0]["markArea"]["data"].clone()
    };
    assert_eq!(shaded(&plan), Value::Array(Vec::new()));
    let floods = plan.events.iter_mut().find(|event| event.id == "floods").unwrap();
    floods.on = true;
    let name = floods.name.vi.clone();
    let areas = shaded(&plan);
    assert_eq!(areas[0][0]["name"], name.as_str());
    assert_eq!(
        (areas[0][0]["xAxis"].as_u64(), areas[0][1]["xAxis"].as_u64()),
        (Some(8), Some(11))
    );
}

#[test]
fn names_with_markup_stay_data_and_never_become_a_template() {
    let mut plan = default_plan();
    let name = || Text::new(MARKUP, MARKUP);
    plan.lines.iter_mut().for_each(|line| line.name = name());
    plan.sources
        .iter_mut()
        .for_each(|source| (source.name, source.short) = (name(), name()));
    plan.scenarios.iter_mut().for_each(|scenario| scenario.name = name());
    plan.events
        .iter_mut()
        .for_each(|event| (event.name, event.on) = (name(), true));
    for view in all_charts(&plan, Lang::Vi) {
        check(&view);
        walk(&view.option, "", &mut |under, value| {
            if value.as_str().is_some_and(|text| text.contains("<img")) {
                assert!(
                    ["name", "data"].contains(&under),
                    "{}: a name stands under {under}",
                    view.name
                );
            }
        });
    }
}

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
    let run = Run {
        scenario: None,
        evaluation: &evaluation,
    };
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
    let run = Run {
        scenario: None,
        evaluation: &evaluation,
    };
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
    let run = Run {
        scenario: None,
        evaluation: &evaluation,
    };
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
    let run = Run {
        scenario: None,
        evaluation: &evaluation,
    };
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
    let run = Run {
        scenario: None,
        evaluation: &evaluation,
    };
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
    let runs: Vec<_> = pairs
        .map(|(s, evaluation)| Run {
            scenario: Some(s),
            evaluation,
        })
        .collect();
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
    let run = Run {
        scenario: None,
        evaluation: &evaluation,
    };
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
        let run = Run {
            scenario: None,
            evaluation: &evaluation,
        };
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
        let view = money_flow(
            &scene,
            &Run {
                scenario: Some(scenario),
                evaluation: &evaluation,
            },
        );
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
    let mut line = Frontier::new(&of.inputs, 2.0, 2, 50).also(&[share]);
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
