//! A small plan for tests.

use super::*;

fn source(id: &str, short: Text, amount: f64) -> Source {
    Source {
        id: id.into(),
        name: short.clone(),
        short,
        reference: Figure::assumption(amount, Text::default()),
        amount: Figure::assumption(amount, Text::default()),
        yearly: Default::default(),
        release: ReleaseCurve {
            points: [1.0; RELEASE_POINTS],
            origin: Origin::default(),
            replaced: None,
        },
        other_works: Figure::assumption(0.5, Text::default()),
        realisation: Range::new(1.0, 1.0, 1.0, Origin::default()),
        carries_over: false,
        from_residents: id == "community",
    }
}

fn line(id: &str, name: Text) -> Line {
    let figure = |value| Figure::assumption(value, Text::default());
    Line {
        id: id.into(),
        name,
        unit: "vườn".into(),
        level: None,
        goal: figure(10.0),
        weight: figure(1.0),
        last_year: None,
        stock: None,
        goals: Default::default(),
        certificate: None,
        unit_cost: Range::new(1.0, 2.0, 3.0, Origin::default()),
        average_cost: Range::new(1.0, 1.0, 1.0, Origin::default()),
        duration: figure(4.0),
        profile: vec![],
        profile_origin: None,
        starts_per_month: figure(4.0),
        candidates: figure(20.0),
        under_way: None,
        appraisal: Appraisal {
            lag: figure(1.0),
            rounds: Rounds::EveryMonth,
            rounds_origin: Origin::default(),
            rounds_replaced: None,
            stages: vec![],
        },
        recipe: [("state".to_owned(), Share { max: 1.0, min: 0.0 })].into(),
        recipe_origin: Origin::default(),
        recipe_replaced: None,
        milestones: vec![],
    }
}

/// Two sources (state 1.000, community 500), two lines, one event that is off.
pub(crate) fn plan() -> Plan {
    let ground = Ground {
        id: "p".into(),
        name: Text::new("Kế hoạch", "Plan"),
        district: Text::default(),
        illustration: false,
        data_source: Text::default(),
        calendar: Calendar {
            start: YearMonth { year: 2021, month: 1 },
            months: 13,
        },
        population: Figure::assumption(1000.0, Text::default()),
        sources: vec![
            source("state", Text::new("NSNN", "State"), 1000.0),
            source("community", Text::new("Cộng đồng", "Community"), 500.0),
        ],
        lines: vec![
            line("gardens", Text::new("Vườn mẫu", "Model gardens")),
            line("ocop", Text::new("OCOP từ 3 sao", "OCOP")),
        ],
        priority: vec!["gardens".into()],
        communes: vec![],
        criteria_sets: vec![],
        events: vec![Event {
            id: "floods".into(),
            name: Text::new("Lũ mùa thu", "Autumn floods"),
            note: Text::default(),
            months: [9, 10, 11].map(|month| EventMonth { month, chance: 1.0 }).into(),
            chance: Figure::assumption(0.5, Text::default()),
            on: false,
            effects: vec![],
        }],
        correlations: vec![],
        discipline: Discipline::default(),
        schedule: Schedule::Even,
        origins: PlanOrigins::default(),
        reported: vec![],
        actuals: Actuals::default(),
        accepted: vec![],
        last_contribution: Default::default(),
        unknown: Unknown::new(),
    };
    Plan::new(
        ground,
        vec![Scenario {
            id: "base".into(),
            name: Text::new("Như 2020", "As 2020"),
            ..Scenario::default()
        }],
    )
}
