//! A plan with nothing in it yet.

use crate::model::*;

/// A plan of one year without sources and lines, with the scenario it starts from.
pub fn plan() -> Plan {
    Plan {
        id: "blank".to_owned(),
        name: Text::new("Kế hoạch mới", "New plan"),
        district: Text::default(),
        illustration: false,
        data_source: Text::default(),
        calendar: Calendar {
            start: YearMonth { year: 2021, month: 1 },
            months: 13,
        },
        population: Figure::default(),
        sources: Vec::new(),
        lines: Vec::new(),
        priority: Vec::new(),
        communes: Vec::new(),
        criteria_sets: Vec::new(),
        events: Vec::new(),
        discipline: Discipline::default(),
        schedule: Schedule::default(),
        scenarios: vec![Scenario {
            id: "plan".to_owned(),
            name: Text::new("Kế hoạch", "As planned"),
            ..Scenario::default()
        }],
        reported: Vec::new(),
        actuals: Actuals::default(),
        unknown: Unknown::new(),
    }
}
