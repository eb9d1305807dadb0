//! A small plan and evaluations with given losses, for tests of sentences.

use crate::engine::{Causes, CommunityGuard, Evaluation, LineOutcome, MissingMoney, Outcome, evaluate};
use crate::model::{Plan, samples};

/// Areas (goal 25), gardens (200), OCOP products (8), in this order, of the sample plan.
pub fn plan() -> Plan {
    let mut plan = samples::by_name("thach-ha-2021").expect("the default sample");
    plan.lines
        .retain(|l| ["residential", "gardens", "ocop"].contains(&l.id.as_str()));
    plan
}

/// A missed line: index, recognised units, parts of the loss in units.
pub fn missed(line: usize, recognised: f64, parts: [f64; 5]) -> (usize, f64, [f64; 5]) {
    (line, recognised, parts)
}

/// An evaluation of [`plan`] in which these lines are missed and the others just met.
pub fn evaluation(missed: &[(usize, f64, [f64; 5])]) -> Evaluation {
    let plan = plan();
    let inputs = evaluate(&plan, None).inputs;
    let mut lines: Vec<LineOutcome> = inputs
        .lines
        .iter()
        .map(|l| {
            let mut recognised = vec![0.0; inputs.months];
            recognised[10] = l.goal;
            LineOutcome {
                id: l.id.clone(),
                goal: l.goal,
                submitted: recognised.clone(),
                recognised,
                attainment: 1.0,
                ..Default::default()
            }
        })
        .collect();
    let mut causes = vec![Causes::default(); lines.len()];
    for (l, recognised, parts) in missed {
        let goal = lines[*l].goal;
        lines[*l].recognised[10] = *recognised;
        lines[*l].submitted[10] = *recognised;
        lines[*l].attainment = recognised / goal;
        let [money, time, capacity, appraisal, schedule] = parts.map(|p| p / goal);
        causes[*l] = Causes {
            money,
            time,
            capacity,
            appraisal,
            schedule,
        };
    }
    Evaluation {
        missing: MissingMoney {
            amount: 0.0,
            by_line: vec![0.0; lines.len()],
            helps: causes.iter().map(|c| c.money > 0.0).collect(),
        },
        outcome: Outcome {
            months: inputs.months,
            lines,
            ..Default::default()
        },
        shortages: vec![None; inputs.lines.len()],
        inputs,
        causes,
        worth: vec![],
        community: CommunityGuard::default(),
        guards: vec![],
    }
}
