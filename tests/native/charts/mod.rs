//! Charts as data: what every option keeps, whatever the plan, and that tables hold the outcome's own numbers.

mod figures;
mod options;

use ntm_planner::charts::{Palette, Run, Scene};
use ntm_planner::engine::Evaluation;
use ntm_planner::formats::number::MoneyUnit;
use ntm_planner::model::{Lang, Plan, Scenario, samples};

const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];

fn default_plan() -> Plan {
    samples::by_name(samples::NAMES[0]).unwrap()
}

fn scene<'a>(plan: &'a Plan, lang: Lang, palette: &'a Palette) -> Scene<'a> {
    let unit = MoneyUnit::Million;
    Scene {
        plan,
        lang,
        unit,
        palette,
    }
}

fn run_of<'a>(scenario: Option<&'a Scenario>, evaluation: &'a Evaluation) -> Run<'a> {
    Run { scenario, evaluation }
}
