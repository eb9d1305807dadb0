//! What samples of the sample plans say, as `tests/data/golden/risk.json` keeps it.
#![allow(clippy::unwrap_used)]

use ntm_planner::engine::sample::{Measure, Sampler};
use ntm_planner::formats::write_risk_report;
use ntm_planner::model::samples;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// Chances, percentiles, means and rank correlations of 1.000 samples of up to five scenarios of every sample plan.
pub fn of_every_sample_plan() -> String {
    let mut found = Map::new();
    for name in samples::NAMES {
        let mut plan = samples::by_name(name).unwrap();
        plan.scenarios.truncate(5);
        let plan = Arc::new(plan);
        for scenario in &plan.scenarios {
            let mut sampler = Sampler::new(plan.ground.clone(), Some(scenario), 2021).unwrap();
            sampler.advance(1000);
            let risk = sampler.risk();
            let mut report = write_risk_report(&risk);
            report["debt"] = json!(risk.debt.mean);
            report["missing"] = json!(risk.missing.mean);
            report["community"] = json!(risk.community.mean);
            let influences = sampler.influences(Measure::Score);
            report["influences"] = influences.iter().map(|i| json!(i.correlation)).collect::<Value>();
            found.insert(format!("{name} {}", scenario.id), report);
        }
    }
    serde_json::to_string_pretty(&found).unwrap() + "\n"
}
