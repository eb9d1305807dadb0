//! Chances and bands of each sample plan, to the last digit, so that another machine or the browser can be compared.
//! `UPDATE_GOLDEN=1 cargo test --test golden_risk` writes the file anew; a change must be explained.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use ntm_planner::engine::sample::{Measure, Sampler};
use ntm_planner::formats::risk_report;
use ntm_planner::model::samples;
use serde_json::{Map, Value, json};
use std::path::Path;
use std::sync::Arc;

#[test]
fn samples_of_every_plan_are_those_on_file() {
    let mut found = Map::new();
    for name in samples::NAMES {
        let mut plan = samples::by_name(name).unwrap();
        plan.scenarios.truncate(5);
        let plan = Arc::new(plan);
        for scenario in &plan.scenarios {
            let mut sampler = Sampler::new(Arc::clone(&plan), Some(scenario), 2021).unwrap();
            sampler.advance(1000);
            let risk = sampler.risk();
            let mut report = risk_report(&risk);
            report["debt"] = json!(risk.debt.mean);
            report["missing"] = json!(risk.missing.mean);
            report["community"] = json!(risk.community.mean);
            let influences = sampler.influences(Measure::Score);
            report["influences"] = influences.iter().map(|i| json!(i.correlation)).collect::<Value>();
            found.insert(format!("{name} {}", scenario.id), report);
        }
    }
    let now = serde_json::to_string_pretty(&found).unwrap() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/golden/risk.json");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let filed = std::fs::read_to_string(&path).unwrap();
    assert!(now == filed, "samples differ from {}", path.display());
}
