//! A plan to be filled in: the sources and targets that every district of the programme has, without their figures.

use super::{events, lines, sources, year_and_january};
use crate::model::*;

/// A plan of the budget year `year` in which nothing is known yet.
///
/// It has the six sources and the six targets, so that only amounts and goals are missing; both are 0. How money
/// arrives, what a unit costs and takes, who may pay and who decides when are those of the sample plan, each marked as
/// an assumption that says so. No report, no commune, no result of last year is taken over.
pub fn blank(year: i32) -> Plan {
    let ground = Ground {
        id: "blank".to_owned(),
        name: Text::new(format!("Kế hoạch mới {year}"), format!("New plan {year}")),
        district: Text::default(),
        illustration: false,
        data_source: Text::default(),
        calendar: year_and_january(year),
        population: to_fill(),
        sources: sources::for_2021().into_iter().map(source).collect(),
        lines: lines::for_2021().into_iter().map(line).collect(),
        priority: super::default_plan().priority.clone(),
        communes: Vec::new(),
        criteria_sets: super::default_plan().criteria_sets.clone(),
        events: events::library().into_iter().map(event).collect(),
        discipline: Discipline::default(),
        correlations: Vec::new(),
        schedule: Schedule::default(),
        origins: PlanOrigins::default(),
        reported: Vec::new(),
        actuals: Actuals::default(),
        accepted: Vec::new(),
        last_contribution: Default::default(),
        unknown: Unknown::new(),
    };
    Plan::new(
        ground,
        vec![Scenario {
            id: "plan".to_owned(),
            name: Text::new("Theo kế hoạch", "As planned"),
            ..Scenario::default()
        }],
    )
}

/// A figure nobody has given yet.
fn to_fill() -> Figure {
    Figure::assumption(0.0, Text::new("Chưa điền", "Not filled in yet"))
}

fn source(mut source: Source) -> Source {
    source.reference = to_fill();
    source.amount = to_fill();
    for origin in [&mut source.release.origin, &mut source.realisation.origin] {
        borrowed(origin);
    }
    // The share of the sample was derived from what its own district did.
    source.other_works = Figure::assumption(
        source.other_works.value,
        Text::new(
            "Theo kế hoạch mẫu Thạch Hà 2021: sửa theo huyện mình",
            "After the sample plan of Thạch Hà 2021: change it to your district's",
        ),
    );
    source
}

fn line(mut line: Line) -> Line {
    line.goal = to_fill();
    line.last_year = None;
    line.stock = None;
    line.milestones.clear();
    if line.level.is_some() {
        line.candidates = to_fill();
    }
    let figures = [
        &mut line.weight,
        &mut line.duration,
        &mut line.starts_per_month,
        &mut line.appraisal.lag,
    ];
    for figure in figures {
        borrowed(&mut figure.origin);
    }
    if line.level.is_none() {
        borrowed(&mut line.candidates.origin);
    }
    for stage in &mut line.appraisal.stages {
        borrowed(&mut stage.pass.origin);
    }
    let origins = [
        &mut line.unit_cost.origin,
        &mut line.average_cost.origin,
        &mut line.appraisal.rounds_origin,
        &mut line.recipe_origin,
    ];
    for origin in origins {
        borrowed(origin);
    }
    line
}

fn event(mut event: Event) -> Event {
    borrowed(&mut event.chance.origin);
    event
}

/// What the sample plan says of a number, as the reason of an assumption: what was reported of one district is a guess
/// for another.
fn borrowed(origin: &mut Origin) {
    let (Origin::Reported { source: said, .. } | Origin::Derived { formula: said } | Origin::Assumption { note: said }) =
        origin;
    let said = std::mem::take(said);
    *origin = Origin::Assumption {
        note: Text::new(
            format!("Theo kế hoạch mẫu Thạch Hà 2021: {}", said.vi),
            format!("After the sample plan of Thạch Hà 2021: {}", said.en),
        ),
    };
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::validate::{Severity, validate};

    #[test]
    fn a_new_plan_has_the_kinds_of_the_programme_and_none_of_the_samples_figures() {
        let plan = blank(2026);
        assert_eq!((plan.sources.len(), plan.lines.len()), (6, 6));
        assert!(
            plan.sources
                .iter()
                .all(|s| s.amount.value == 0.0 && s.reference.value == 0.0)
        );
        assert!(plan.lines.iter().all(|l| l.goal.value == 0.0 && l.last_year.is_none()));
        assert!(plan.communes.is_empty() && plan.reported.is_empty());
        assert_eq!(plan.calendar.start.year, 2026);
    }

    #[test]
    fn everything_a_new_plan_says_is_an_assumption_with_a_reason() {
        let plan = serde_json::to_string(&blank(2026)).unwrap();
        let sets = serde_json::to_string(&blank(2026).criteria_sets).unwrap();
        let own = plan.replace(&sets, "[]");
        for kind in ["reported", "derived"] {
            assert!(!own.contains(&format!("\"kind\":\"{kind}\"")), "{kind}");
        }
        assert!(
            !own.contains("\"origin\":{\"kind\":\"assumption\"}"),
            "a reason is missing"
        );
    }

    #[test]
    fn a_new_plan_has_nothing_wrong_and_misses_only_its_population() {
        let found = validate(&blank(2026));
        assert!(found.iter().all(|i| i.severity != Severity::Error), "{found:?}");
        let checks: Vec<&str> = found.iter().map(|i| i.check).collect();
        assert_eq!(checks, ["population-zero"]);
    }

    #[test]
    fn a_new_plan_can_be_computed_and_every_number_of_it_is_finite() {
        let found = crate::engine::evaluate(&blank(2026), None);
        assert_eq!(found.outcome.score, 1.0, "a goal of 0 is met");
        for line in &found.outcome.lines {
            for (name, column) in line.columns() {
                assert!(column.iter().all(|v| v.is_finite()), "{} {name}", line.id);
            }
        }
    }
}
