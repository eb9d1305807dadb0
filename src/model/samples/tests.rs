use super::*;
use crate::model::{CriterionState, Level, Origin};
use serde_json::Value;

fn samples() -> impl Iterator<Item = Plan> {
    NAMES.iter().map(|name| by_name(name).unwrap())
}

/// Texts of every origin in a serialised plan, with the place they were found.
fn origins(value: &Value, path: &str, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(map) => {
            let text = match map.get("kind").and_then(Value::as_str) {
                Some("reported") => map.get("source"),
                Some("derived") => map.get("formula"),
                Some("assumption") => Some(map.get("note").unwrap_or(&Value::Null)),
                _ => None,
            };
            if let Some(text) = text {
                found.push((path.into(), text.clone()));
            }
            for (key, child) in map {
                origins(child, &format!("{path}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, child) in items.iter().enumerate() {
                origins(child, &format!("{path}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_name_gives_a_plan_with_that_id() {
    for (name, plan) in NAMES.iter().zip(samples()) {
        assert_eq!(plan.id, *name);
    }
    assert!(by_name("nowhere").is_none());
}

#[test]
fn every_origin_says_why_in_both_languages() {
    for plan in samples() {
        let mut found = Vec::new();
        origins(&serde_json::to_value(&plan).unwrap(), "", &mut found);
        assert!(found.len() > 100, "{}: only {} origins", plan.id, found.len());
        for (path, text) in found {
            let said = |lang: &str| text.get(lang).and_then(Value::as_str).is_some_and(|s| !s.is_empty());
            assert!(said("vi") && said("en"), "{}{path}: {text}", plan.id);
        }
    }
}

#[test]
fn every_sample_survives_being_written_and_read() {
    for plan in samples() {
        let written = serde_json::to_string(&plan).unwrap();
        let read: Plan = serde_json::from_str(&written).unwrap();
        assert_eq!(read, plan);
    }
}

#[test]
fn every_sample_is_free_of_findings() {
    for plan in samples() {
        assert_eq!(crate::model::validate::validate(&plan), vec![], "{}", plan.id);
    }
}

#[test]
fn all_47_figures_of_the_article_that_are_data_are_there_once_and_named_in_both_languages() {
    let reported = default_plan().reported.clone();
    let ids: std::collections::BTreeSet<_> = reported.iter().map(|f| &f.id).collect();
    assert_eq!(reported.len(), 47);
    assert_eq!(ids.len(), 47);
    for figure in &reported {
        assert!(figure.value.is_some() || !figure.wording.is_empty(), "{}", figure.id);
        for text in [&figure.name, &figure.unit] {
            assert!(!text.vi.is_empty() && !text.en.is_empty(), "{}", figure.id);
        }
        assert_eq!(figure.note.vi.is_empty(), figure.note.en.is_empty(), "{}", figure.id);
    }
}

#[test]
fn the_six_sources_sum_to_422_037_while_the_report_says_442_307() {
    for plan in samples() {
        assert_eq!(plan.sources.iter().map(|s| s.amount.value).sum::<f64>(), 422_037.0);
        assert_eq!(plan.reported_figure("resources-total").unwrap().value, Some(442_307.0));
        for source in &plan.sources {
            let figure = plan.reported_figure(&format!("funds-{}", source.id)).unwrap();
            assert_eq!(figure.value, Some(source.amount.value));
        }
    }
}

#[test]
fn the_goals_of_2021_are_the_reported_targets() {
    let plan = default_plan();
    for id in ["advanced", "model-commune", "residential", "gardens", "ocop"] {
        let target = plan.reported_figure(&format!("target-{id}")).unwrap().value;
        assert_eq!(target, Some(plan.line(id).unwrap().goal.value), "{id}");
    }
    assert_eq!(plan.line("schemes").unwrap().milestones.len(), 2);
}

#[test]
fn the_district_has_21_communes_of_which_5_were_merged_and_3_are_advanced() {
    let communes = default_plan().communes.clone();
    assert_eq!(communes.len(), 21);
    assert_eq!(communes.iter().filter(|c| !c.merged_from.is_empty()).count(), 5);
    let old: usize = communes.iter().map(|c| c.merged_from.split(", ").count()).sum();
    assert_eq!(old, 29, "30 old communes less the one that joined the town");
    let advanced: Vec<_> = communes.iter().filter(|c| c.level == Level::Advanced).collect();
    assert_eq!(
        advanced.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(),
        ["Ngọc Sơn", "Thạch Long", "Tượng Sơn"]
    );
    assert!(
        communes.iter().all(|c| c.criteria.is_empty()),
        "nothing is known of a commune's criteria"
    );
    assert_eq!(communes.iter().filter(|c| c.coastal).count(), 7);
}

#[test]
fn candidates_agree_with_the_levels_of_the_communes() {
    for plan in samples() {
        for line in &plan.lines {
            if let Some(level) = line.level {
                let ready = plan.communes.iter().filter(|c| c.level == level.below()).count();
                assert_eq!(line.candidates.value, ready as f64, "{} {}", plan.id, line.id);
            }
        }
    }
}

#[test]
fn every_line_that_costs_money_can_be_paid_within_its_recipe() {
    for plan in samples() {
        for line in plan.lines.iter().filter(|l| l.unit_cost.likely > 0.0) {
            let most: f64 = line.recipe.values().map(|share| share.max).sum();
            assert!(most >= 1.0, "{} {}: {most}", plan.id, line.id);
        }
    }
}

#[test]
fn free_money_of_the_default_plan_is_188_710() {
    let plan = default_plan();
    let free: f64 = plan
        .sources
        .iter()
        .map(|s| s.amount.value * s.release.points[12] * (1.0 - s.other_works.value))
        .sum();
    assert!((free - 188_710.0).abs() < 1.0, "{free}");
}

#[test]
fn public_money_arrives_10_33_58_83_and_96_percent_evenly_inside_a_quarter() {
    let points = default_plan().source("state").unwrap().release.points;
    assert_eq!(
        [points[2], points[5], points[8], points[11], points[12]],
        [0.10, 0.33, 0.58, 0.83, 0.96]
    );
    assert!((points[0] - 0.10 / 3.0).abs() < 1e-12);
    assert!((points[4] - (0.10 + 0.23 * 2.0 / 3.0)).abs() < 1e-12);
}

#[test]
fn only_the_illustration_has_criteria_and_every_entry_says_it_is_invented() {
    let plan = by_name("minh-hoa-xa").unwrap();
    assert!(plan.illustration);
    assert!(plan.name.vi.contains("Minh họa") && plan.name.en.contains("Illustration"));
    for commune in &plan.communes {
        let expected = if commune.level == Level::Advanced { 4 } else { 19 };
        assert_eq!(commune.criteria.len(), expected, "{}", commune.name);
        let left = commune.criteria.values().filter(|e| e.state != CriterionState::Met);
        assert!(left.clone().count() >= 2, "{}", commune.name);
        for entry in commune.criteria.values() {
            let Origin::Assumption { note } = &entry.origin else {
                panic!("{}: not an assumption", commune.name)
            };
            assert!(note.vi.contains("Minh họa") && note.en.contains("invented"));
        }
    }
    let mut bare = plan;
    bare.communes = default_plan().communes.clone();
    assert_eq!(bare.sources, default_plan().sources);
    assert_eq!(bare.lines, default_plan().lines);
}

#[test]
fn the_back_test_has_the_results_of_2020_as_goals() {
    let plan = by_name("thach-ha-2020").unwrap();
    let goals: Vec<_> = plan.lines.iter().map(|l| (l.id.as_str(), l.goal.value)).collect();
    assert_eq!(
        goals,
        [
            ("ntm-commune", 1.0),
            ("advanced", 2.0),
            ("residential", 35.0),
            ("gardens", 200.0),
            ("ocop", 10.0)
        ]
    );
    assert_eq!(plan.calendar.start, YearMonth { year: 2020, month: 1 });
}
