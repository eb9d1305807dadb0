//! What every option keeps, whatever the plan.

use super::{LANGS, default_plan, run_of, scene};
use ntm_planner::{
    charts::*,
    engine::{
        Evaluation, evaluate,
        sample::{FirstOrder, Measure, Sampler},
    },
    model::{Lang, Plan, Scenario, Text, samples},
    optimise::Frontier,
};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

const MARKUP: &str = "<img src=x onerror=alert(1)>{b}";

/// All charts of a plan: those of one run for each scenario, and the comparison of all.
fn all_charts(plan: &Plan, lang: Lang) -> Vec<ChartView> {
    let palette = Palette::light();
    let scene = scene(plan, lang, &palette);
    let evaluations: Vec<Evaluation> = plan.scenarios.iter().map(|s| evaluate(plan, Some(s))).collect();
    let pairs = plan.scenarios.iter().zip(&evaluations);
    let runs: Vec<Run> = pairs.map(|(s, evaluation)| run_of(Some(s), evaluation)).collect();
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
    let Ok(mut sampler) = Sampler::new(plan.ground.clone(), Some(scenario), 1) else {
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
            let values: Vec<f64> = sampler.values_of(place).iter().map(|v| f64::from(*v)).collect();
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
    let mut sampler = Sampler::new(plan.ground.clone(), plan.base(), 1).unwrap();
    sampler.advance(200);
    let values: Vec<f64> = sampler.values_of(0).iter().map(|v| f64::from(*v)).collect();
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
        let run = run_of(Some(scenario), &evaluation);
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
        let run = run_of(Some(scenario), &evaluation);
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
