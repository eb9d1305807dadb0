//! Chances and bands of each sample plan, to the last digit: natively here, in the browser in `tests/wasm`.
//! `UPDATE_GOLDEN=1 cargo test --test native golden_risk` writes the file anew; a change must be explained.

use crate::risk_report;
use std::path::Path;

#[test]
fn samples_of_every_plan_are_those_on_file() {
    let now = risk_report::of_every_sample_plan();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/golden/risk.json");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let filed = std::fs::read_to_string(&path).unwrap();
    assert!(now == filed, "samples differ from {}", path.display());
}
