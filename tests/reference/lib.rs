//! The planning model once more, as plainly as it can be written: unit by unit, month by month, payment by an integer
//! maximum flow. It shares no code with the engine, so that a misreading in one shows as a difference.
#![allow(missing_docs, clippy::unwrap_used)]

mod calendar;
mod decide;
mod flow;
mod line;
mod may;
mod money;
mod tally;
mod units;
mod wanted;

pub use flow::{covers, payable};

use decide::decide;
use ntm_core::model::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use tally::tally;

/// What a run gives, as far as the model fixes it.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// Units started, those under way in month 0, shape `[line][month]`.
    pub started: Vec<Vec<f64>>,
    /// Expected units recognised, shape `[line][month]`.
    pub recognised: Vec<Vec<f64>>,
    /// Bills, shape `[line][month]`.
    pub needed: Vec<Vec<f64>>,
    /// What counts in all at the end of each month, shape `[line][month]`.
    pub stock: Vec<Vec<f64>>,
    /// Certificates renewed, shape `[line][month]`.
    pub renewed: Vec<Vec<f64>>,
    /// By line.
    pub attainment: Vec<f64>,
    /// Ids of named communes started, sorted.
    pub communes: Vec<String>,
    /// Released by source and month.
    pub released: Vec<Vec<f64>>,
    /// Paid over the plan, by source.
    pub paid: Vec<f64>,
    /// Unpaid at the end.
    pub debt: f64,
    /// Weighted attainment.
    pub score: f64,
    /// Whether units under way alone can be financed: otherwise the model does not say what may still start.
    pub sound: bool,
}

/// Overrides of a scenario and the plan they belong to.
struct World<'a> {
    plan: &'a Plan,
    over: &'a Overrides,
    months: usize,
    /// What [`World::of_year`] gave: source, year, month, whether really.
    known: RefCell<BTreeMap<(String, i32, usize, bool), f64>>,
}

/// One unit that may start.
#[derive(Clone, Debug)]
struct Unit {
    id: Option<String>,
    fixed: bool,
    /// A commune that the plan makes advanced first, not named.
    climbs: bool,
    /// Month of its own.
    start: Option<usize>,
    cost: f64,
    months: f64,
}

/// One unit that works.
#[derive(Clone, Debug)]
struct Work {
    line: usize,
    start: usize,
    cost: f64,
    months: f64,
    id: Option<String>,
    /// No unit but the renewal of so many certificates, paid in its month.
    renewal: Option<f64>,
}

/// Runs a plan under a scenario.
pub fn run(plan: &Plan, scenario: &Scenario) -> Reference {
    let world = World {
        plan,
        over: &scenario.overrides,
        months: plan.calendar.months,
        known: RefCell::default(),
    };
    let months = world.months;
    let mut works: Vec<Work> = vec![];
    for (l, line) in plan.lines.iter().enumerate() {
        if let Some(u) = &line.under_way {
            let cost = line.unit_cost.likely * world.cost_factor(line, 0) * u.money_left.value;
            let unit = Work {
                line: l,
                start: 0,
                cost,
                months: line.duration.value * u.work_left.value,
                id: None,
                renewal: None,
            };
            works.extend(vec![unit; u.units.value as usize]);
        }
    }
    let sound = works.iter().enumerate().all(|(i, _)| world.may(&works[..=i]));
    decide(&world, &mut works);
    tally(&world, &works, months, sound)
}
