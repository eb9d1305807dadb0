//! The browser computes what the native tests computed, to the last digit.

use ntm_planner::engine::evaluate;
use ntm_planner::formats::write_report;
use ntm_planner::model::samples;
use serde_json::{Map, Value};
use wasm_bindgen_test::wasm_bindgen_test;

#[path = "../common/risk_report.rs"]
mod risk_report;

/// The outcomes on file, as `tests/golden.rs` keeps them.
const ON_FILE: [&str; 4] = [
    include_str!("../data/golden/thach-ha-2021.json"),
    include_str!("../data/golden/thach-ha-2020.json"),
    include_str!("../data/golden/minh-hoa-xa.json"),
    include_str!("../data/golden/minh-hoa-5-nam.json"),
];

#[wasm_bindgen_test]
fn every_sample_gives_the_outcome_on_file() {
    for (name, on_file) in samples::NAMES.iter().zip(ON_FILE) {
        let plan = samples::by_name(name).unwrap();
        let outcomes: Map<String, Value> = plan
            .scenarios
            .iter()
            .map(|s| (s.id.clone(), write_report(&plan, &evaluate(&plan, Some(s)))))
            .collect();
        let now = serde_json::to_string_pretty(&outcomes).unwrap() + "\n";
        let moved = on_file.lines().zip(now.lines()).find(|(kept, now)| kept != now);
        assert_eq!(moved, None, "{name}");
        assert_eq!(on_file.len(), now.len(), "{name}");
    }
}

#[wasm_bindgen_test]
fn samples_are_those_on_file() {
    let (on_file, now) = (
        include_str!("../data/golden/risk.json"),
        risk_report::of_every_sample_plan(),
    );
    let moved = on_file.lines().zip(now.lines()).find(|(kept, now)| kept != now);
    assert_eq!(moved, None);
    assert_eq!(on_file.len(), now.len());
}
