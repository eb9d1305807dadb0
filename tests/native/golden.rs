//! The outcome of each sample plan, scenario by scenario, to the last digit: natively here, in the browser in
//! `tests/wasm`. `UPDATE_GOLDEN=1 cargo test --test native golden` writes the files anew; a change must be explained.

use ntm_planner::engine::evaluate;
use ntm_planner::formats::write_report;
use ntm_planner::model::samples;
use serde_json::{Map, Value};
use std::path::Path;

#[test]
fn every_sample_gives_the_outcome_on_file() {
    for name in samples::NAMES {
        let plan = samples::by_name(name).unwrap();
        let outcomes: Map<String, Value> = plan
            .scenarios
            .iter()
            .map(|s| (s.id.clone(), write_report(&plan, &evaluate(&plan, Some(s)))))
            .collect();
        let now = serde_json::to_string_pretty(&outcomes).unwrap() + "\n";
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/golden/{name}.json"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &now).unwrap();
        }
        let filed = std::fs::read_to_string(&path).unwrap();
        assert!(now == filed, "{name}: the outcome differs from {}", path.display());
    }
}
