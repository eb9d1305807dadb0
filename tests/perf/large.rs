//! A plan as large as a district may make it: sixty months, sixty communes, twenty-five criteria. Made up by rule, for
//! measuring only.

use ntm_planner::model::{CriteriaSet, Criterion, CriterionEntry, CriterionState, Figure, Level, Plan, Text, samples};

const MONTHS: usize = 60;
const COMMUNES: usize = 60;
const CRITERIA: usize = 25;

/// The plan.
pub fn read_starts() -> Plan {
    let mut plan = samples::default_plan();
    plan.id = "large".into();
    plan.name = Text::new("Kế hoạch lớn để đo", "A large plan to measure");
    plan.illustration = true;
    plan.calendar.months = MONTHS;
    let set = CriteriaSet {
        id: "large".into(),
        level: Level::Advanced,
        name: "25".into(),
        origin: Default::default(),
        criteria: (0..CRITERIA)
            .map(|i| Criterion {
                id: format!("c{i}"),
                name: format!("Tiêu chí {}", i + 1).as_str().into(),
                group: format!("Nhóm {}", i / 7 + 1).as_str().into(),
            })
            .collect(),
    };
    let model = plan.communes.iter().find(|c| c.level == Level::Ntm).cloned();
    plan.communes.retain(|c| c.level != Level::Ntm);
    for (i, mut commune) in model.into_iter().cycle().take(COMMUNES).enumerate() {
        commune.id = format!("x{i}");
        commune.name = format!("Xã {}", i + 1);
        commune.criteria = set
            .criteria
            .iter()
            .enumerate()
            .map(|(c, of)| (of.id.clone(), entry(i, c)))
            .collect();
        plan.communes.push(commune);
    }
    plan.criteria_sets.retain(|s| s.level != Level::Advanced);
    plan.criteria_sets.push(set);
    for line in &mut plan.lines {
        let own = line.goal.value;
        line.goals = (2021..=2025)
            .map(|year| (year, Figure::assumption(own, Text::default())))
            .collect();
        line.goal.value = own * 5.0;
        line.candidates.value *= 5.0;
    }
    plan
}

/// Met in two cells of three; else open, at a cost and for months that differ.
fn entry(commune: usize, criterion: usize) -> CriterionEntry {
    let mixed = commune * 31 + criterion * 17;
    let open = mixed.is_multiple_of(3);
    CriterionEntry {
        state: if open {
            CriterionState::Open
        } else {
            CriterionState::Met
        },
        cost: open.then_some(500.0 + (mixed % 97) as f64 * 50.0),
        months: open.then_some(3.0 + (mixed % 7) as f64),
        ..CriterionEntry::default()
    }
}
