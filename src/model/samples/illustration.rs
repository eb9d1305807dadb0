//! An illustration: the plan of 2021 with every commune's criteria filled in with **made-up** values, to show how the
//! tool is used. Nothing here is known of any commune.

use super::{origins::assumption, scenarios};
use crate::model::{Commune, CriteriaSet, CriterionEntry, CriterionState, Level, Origin, Plan, Text};

use CriterionState::{InProgress as Doing, Open as Todo};

/// A criterion still to be done: id, state, cost to come (triệu đồng), months of work left.
type Gap = (&'static str, CriterionState, f64, f64);

pub(super) fn plan() -> Plan {
    let mut plan = super::default_plan();
    plan.id = "minh-hoa-xa".into();
    plan.name = Text::new(
        "Minh họa: các xã đã điền tiêu chí (số giả)",
        "Illustration: communes with criteria filled in (made-up figures)",
    );
    plan.illustration = true;
    plan.data_source = Text::new(
        "Minh họa. Trạng thái, chi phí, thời gian tiêu chí của các xã là số tự đặt; các số khác như Kế hoạch NTM Thạch Hà 2021",
        "Illustration. State, cost and months of the communes' criteria are made up; all else as in the Thạch Hà NTM plan 2021",
    );
    plan.scenarios = scenarios::all().into_iter().map(Into::into).collect();
    let sets = plan.criteria_sets.clone();
    for commune in &mut plan.communes {
        let next = if commune.level == Level::Advanced {
            Level::Model
        } else {
            Level::Advanced
        };
        if let Some(set) = sets.iter().find(|s| s.level == next) {
            fill(commune, set);
        }
    }
    plan
}

/// Fills all criteria of the set: those in the table are still to be done, all others met.
fn fill(commune: &mut Commune, set: &CriteriaSet) {
    let gaps = GAPS
        .iter()
        .find(|(id, _)| *id == commune.id)
        .map_or(&[][..], |(_, gaps)| gaps);
    for criterion in &set.criteria {
        let gap = gaps.iter().find(|gap| gap.0 == criterion.id);
        let entry = CriterionEntry {
            state: gap.map_or(CriterionState::Met, |gap| gap.1),
            cost: gap.map(|gap| gap.2),
            months: gap.map(|gap| gap.3),
            note: String::new(),
            origin: invented(),
        };
        commune.criteria.insert(criterion.id.clone(), entry);
    }
}

fn invented() -> Origin {
    assumption(
        "Minh họa: số tự đặt, không phải số của xã",
        "Illustration: invented, not a figure of the commune",
    )
}

/// What each commune still has to do, all invented.
#[rustfmt::skip]
const GAPS: [(&str, &[Gap]); 21] = [
    // Advanced communes, on the way to the model level.
    ("18565", &[("production-income", Doing, 6_200.0, 7.0), ("environment", Todo, 5_400.0, 6.0),
        ("security-administration", Doing, 900.0, 3.0), ("education-health-culture", Todo, 4_100.0, 8.0)]),
    ("18607", &[("production-income", Todo, 8_300.0, 9.0), ("environment", Todo, 6_800.0, 7.0),
        ("education-health-culture", Doing, 3_600.0, 6.0)]),
    ("18628", &[("production-income", Doing, 4_700.0, 5.0), ("environment", Doing, 3_900.0, 6.0)]),
    // NTM communes, on the way to the advanced level: the readiest first.
    ("18643", &[("transport", Doing, 7_400.0, 6.0), ("culture", Doing, 3_200.0, 4.0), ("income", Todo, 4_600.0, 7.0),
        ("living-environment", Todo, 2_800.0, 5.0)]),
    ("18658", &[("transport", Todo, 8_900.0, 7.0), ("production", Doing, 3_700.0, 5.0), ("environment", Todo, 3_400.0, 6.0),
        ("information", Doing, 700.0, 2.0), ("poverty", Doing, 1_500.0, 6.0)]),
    ("18667", &[("transport", Doing, 9_600.0, 8.0), ("irrigation", Todo, 5_200.0, 6.0), ("income", Todo, 3_900.0, 7.0),
        ("living-environment", Doing, 2_400.0, 5.0)]),
    ("18646", &[("transport", Todo, 11_800.0, 8.0), ("education", Todo, 6_500.0, 8.0), ("production", Doing, 3_300.0, 6.0),
        ("environment", Todo, 3_600.0, 6.0)]),
    ("18652", &[("transport", Todo, 12_600.0, 8.0), ("culture", Todo, 4_900.0, 6.0), ("income", Todo, 4_200.0, 8.0),
        ("housing", Doing, 2_700.0, 5.0), ("information", Doing, 900.0, 3.0)]),
    ("18592", &[("transport", Todo, 9_200.0, 7.0), ("education", Doing, 5_800.0, 7.0), ("income", Todo, 5_100.0, 9.0),
        ("environment", Todo, 3_100.0, 5.0), ("health", Doing, 1_900.0, 4.0)]),
    ("18613", &[("transport", Todo, 13_400.0, 9.0), ("education", Todo, 7_200.0, 8.0), ("culture", Todo, 3_800.0, 6.0),
        ("poverty", Doing, 2_100.0, 8.0)]),
    ("18586", &[("transport", Todo, 8_700.0, 7.0), ("irrigation", Doing, 6_100.0, 7.0), ("commerce", Todo, 3_500.0, 6.0),
        ("income", Todo, 5_600.0, 9.0), ("living-environment", Todo, 3_300.0, 6.0)]),
    ("18625", &[("transport", Todo, 10_900.0, 8.0), ("irrigation", Todo, 6_700.0, 8.0), ("production", Todo, 4_400.0, 8.0),
        ("income", Todo, 5_900.0, 10.0), ("environment", Doing, 2_900.0, 5.0)]),
    ("18637", &[("transport", Todo, 10_300.0, 8.0), ("culture", Todo, 4_600.0, 6.0), ("income", Todo, 6_200.0, 10.0),
        ("poverty", Todo, 2_800.0, 9.0), ("living-environment", Todo, 3_700.0, 6.0)]),
    ("18589", &[("transport", Doing, 9_800.0, 8.0), ("irrigation", Todo, 9_500.0, 9.0), ("income", Todo, 6_400.0, 10.0),
        ("environment", Todo, 4_300.0, 7.0), ("health", Todo, 2_600.0, 6.0)]),
    ("18571", &[("transport", Todo, 9_400.0, 8.0), ("irrigation", Todo, 10_800.0, 10.0), ("housing", Todo, 4_100.0, 7.0),
        ("income", Todo, 6_900.0, 11.0), ("environment", Doing, 5_700.0, 8.0)]),
    ("18619", &[("transport", Todo, 11_300.0, 9.0), ("irrigation", Todo, 8_800.0, 9.0), ("education", Todo, 6_900.0, 8.0),
        ("income", Todo, 7_100.0, 11.0), ("poverty", Todo, 3_200.0, 10.0)]),
    ("18631", &[("transport", Todo, 10_600.0, 8.0), ("culture", Todo, 4_700.0, 6.0), ("income", Todo, 7_400.0, 11.0),
        ("production", Doing, 4_900.0, 8.0), ("environment", Todo, 5_300.0, 8.0), ("living-environment", Todo, 4_100.0, 7.0)]),
    ("18649", &[("transport", Todo, 11_900.0, 9.0), ("irrigation", Todo, 9_300.0, 10.0), ("income", Todo, 7_200.0, 11.0),
        ("commerce", Todo, 3_900.0, 6.0), ("environment", Todo, 5_200.0, 8.0)]),
    ("18604", &[("transport", Todo, 13_700.0, 10.0), ("housing", Todo, 6_300.0, 9.0), ("income", Todo, 8_100.0, 12.0),
        ("environment", Todo, 7_600.0, 10.0), ("planning", Todo, 1_200.0, 4.0)]),
    ("18574", &[("transport", Todo, 15_200.0, 10.0), ("irrigation", Todo, 10_400.0, 10.0), ("education", Todo, 8_800.0, 9.0),
        ("income", Todo, 7_900.0, 12.0), ("poverty", Todo, 3_600.0, 10.0)]),
    ("18622", &[("transport", Todo, 14_300.0, 10.0), ("education", Todo, 7_700.0, 9.0), ("income", Todo, 7_600.0, 12.0),
        ("irrigation", Todo, 8_200.0, 9.0), ("environment", Todo, 5_800.0, 8.0), ("planning", Doing, 800.0, 3.0)]),
];
