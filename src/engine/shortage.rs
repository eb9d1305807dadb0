//! Which money refuses the starts of a line, and from which month.

use super::Inputs;
use super::start::{Refusals, Starts};

/// Why money refused a start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tight {
    /// Part of the cost may be paid by these sources only, and over the plan they bring too little. Indices of sources,
    /// in plan order; of all such sets the smallest, then the one that is short of most.
    Sources(Vec<usize>),
    /// All sources together bring too little by this month, the last until which the first bill that is short may wait.
    Cash {
        /// Month index.
        by: usize,
    },
    /// Pay as you go: what is in hand in the months of the work is too little.
    InHand,
}

/// Starts of a line that money refused, month after month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// First month of the refusals.
    pub from: usize,
    /// Last month of them; every month between refused at least one wanted start.
    pub to: usize,
    /// What was short in the first month.
    pub tight: Tight,
}

/// The shortage of each line, shape `[line]`: of several, the last that began in time for a recognised unit; `None`
/// where money refused no such start.
pub fn find_shortages(inputs: &Inputs) -> Vec<Option<Shortage>> {
    let mut refusals = Some(Refusals::with_reasons(inputs));
    Starts::new(inputs).decide_all(&mut refusals);
    refusals.and_then(|r| r.tight).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{resolve, simulate};
    use crate::model::samples::default_plan;
    use crate::model::{Amount, Discipline, Ground, Scenario};

    fn found(ground: &Ground, scenario: &Scenario, line: &str) -> Option<Shortage> {
        let l = ground.lines.iter().position(|l| l.id == line).unwrap();
        find_shortages(&resolve(ground, Some(scenario)))[l].clone()
    }

    #[test]
    fn money_enough_refuses_nothing() {
        let plan = default_plan();
        let mut rich = Scenario::default();
        for s in &plan.sources {
            rich.overrides.amounts.insert(s.id.clone(), Amount::Factor(2.0));
        }
        assert!(find_shortages(&resolve(&plan, Some(&rich))).iter().all(Option::is_none));
    }

    #[test]
    fn a_line_that_only_one_source_may_pay_names_that_source() {
        let mut plan = default_plan();
        let gardens = plan.lines.iter_mut().find(|l| l.id == "gardens").unwrap();
        gardens.recipe.retain(|source, _| source == "community");
        let mut poor = Scenario::default();
        poor.overrides
            .amounts
            .insert("community".into(), Amount::Fixed(1_000.0));
        let community = plan.sources.iter().position(|s| s.id == "community").unwrap();
        let shortage = found(&plan, &poor, "gardens").unwrap();
        assert_eq!(shortage.tight, Tight::Sources(vec![community]));
        // 460 triệu đồng of free money start ten gardens in the first month; the others wait in vain.
        assert_eq!(shortage.from, 0);
        assert!(shortage.to >= 7, "{shortage:?}");
    }

    #[test]
    fn money_that_comes_late_is_told_by_its_month_and_pay_as_you_go_by_its_hand() {
        let plan = default_plan();
        let mut hasty = Scenario::default();
        hasty.overrides.discipline = Some(Discipline::Bridge { wait: 0 });
        let inputs = resolve(&plan, Some(&hasty));
        let late: Vec<Shortage> = find_shortages(&inputs).into_iter().flatten().collect();
        assert!(
            late.iter()
                .any(|s| matches!(s.tight, Tight::Cash { by } if by >= s.from)),
            "{late:?}"
        );
        hasty.overrides.discipline = Some(Discipline::PayAsYouGo);
        let inputs = resolve(&plan, Some(&hasty));
        let none: Vec<Shortage> = find_shortages(&inputs).into_iter().flatten().collect();
        assert!(none.iter().any(|s| s.tight == Tight::InHand), "{none:?}");
    }

    #[test]
    fn every_line_that_loses_to_money_alone_has_a_shortage() {
        let plan = default_plan();
        let mut scenario = Scenario::default();
        for percent in [90, 80, 60, 40, 20] {
            for s in &plan.sources {
                let amount = Amount::Factor(f64::from(percent) / 100.0);
                scenario.overrides.amounts.insert(s.id.clone(), amount);
            }
            let inputs = resolve(&plan, Some(&scenario));
            let outcome = simulate(&inputs);
            let causes = crate::engine::explain_loss(&inputs, &outcome);
            for ((line, causes), shortage) in outcome.lines.iter().zip(&causes).zip(find_shortages(&inputs)) {
                if causes.money > 1.0 - line.attainment - 1e-9 && causes.money > 1e-9 {
                    assert!(shortage.is_some(), "{} at {percent} %", line.id);
                }
            }
        }
    }
}
