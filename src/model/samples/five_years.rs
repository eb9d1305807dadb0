//! An illustration of a plan of five years: the plan of 2021 with money and goals as in 2021 in each later year. Only the
//! goals of 2021 are reported; those of later years are **made up** and say so.

use super::{origins::assumption, scenarios};
use crate::model::{Certificate, Figure, Plan, Text};

/// Budget years of the plan; its last month is December of the last, so that the January after decides nothing of it.
const YEARS: std::ops::RangeInclusive<i32> = 2021..=2025;
/// Months a certificate of OCOP is valid.
const OCOP_MONTHS: f64 = 36.0;

pub(super) fn plan() -> Plan {
    let mut plan = super::default_plan();
    plan.id = "minh-hoa-5-nam".into();
    plan.name = Text::new(
        "Minh họa: kế hoạch 5 năm 2021–2025 (chỉ tiêu 2022–2025 tự đặt)",
        "Illustration: five years 2021–2025 (goals of 2022–2025 made up)",
    );
    plan.illustration = true;
    plan.data_source = Text::new(
        "Minh họa. Vốn mỗi năm lấy như 2020; chỉ tiêu năm 2022–2025 là số tự đặt; các số khác như Kế hoạch NTM Thạch Hà 2021",
        "Illustration. Money of each year as in 2020; goals of 2022–2025 are made up; all else as in the Thạch Hà NTM plan 2021",
    );
    plan.calendar.months = 60;
    plan.scenarios = vec![scenarios::as_2020().into(), scenarios::state_minus_20().into()];
    for line in &mut plan.lines {
        let last = match line.id.as_str() {
            // Both schemes are due in 2021.
            "schemes" => continue,
            // So many communes were advanced for a year before the plan.
            "model-commune" => 2022,
            _ => *YEARS.end(),
        };
        let goal = line.goal.clone();
        line.goals = (*YEARS.start()..=last)
            .map(|year| match year {
                2021 => (year, goal.clone()),
                _ => (year, made_up(goal.value)),
            })
            .collect();
        let years = line.goals.len() as f64;
        line.goal = Figure::derived(
            goal.value * years,
            Text::new("Tổng chỉ tiêu các năm", "Sum of the goals by year"),
        );
        // Communes are counted by name.
        if line.level.is_none() {
            line.candidates = made_up(line.candidates.value * years);
        }
        if line.id == "ocop" {
            line.certificate = Some(Certificate {
                validity: made_up(OCOP_MONTHS),
                renewed: made_up(0.0),
                cost: None,
            });
        }
    }
    plan
}

fn made_up(value: f64) -> Figure {
    Figure {
        value,
        origin: assumption(
            "Minh họa: số tự đặt, như năm 2021 cho mỗi năm, không phải chỉ tiêu của huyện",
            "Illustration: made up, as in 2021 for each year, no goal of the district",
        ),
        replaced: None,
    }
}
