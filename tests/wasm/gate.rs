//! The gate gives in the browser what it gives natively: numbers of 32 bits and another sense of addresses change
//! nothing.

use ntm_planner::formats::{export, plan_hash, restore, restore_bytes};
use ntm_planner::model::samples;
use wasm_bindgen_test::wasm_bindgen_test;

const SAVED: &str = "2021-11-23T14:03:00Z";

/// `(file, code, path)`; the whole list is tested natively in `tests/plan_files.rs`.
const BAD: [(&[u8], &str, &str); 6] = [
    (include_bytes!("../data/bad/utf-16.txt"), "not-utf8", ""),
    (include_bytes!("../data/bad/cut-off.json"), "truncated", ""),
    (include_bytes!("../data/bad/deep.json"), "too-deep", ""),
    (
        include_bytes!("../data/bad/amount-is-a-text.json"),
        "wrong-type",
        "/plan/sources/state/amount/value",
    ),
    (
        include_bytes!("../data/bad/curve-of-fourteen.json"),
        "wrong-length",
        "/plan/sources/state/release/points",
    ),
    (
        include_bytes!("../data/bad/units-below-zero.json"),
        "wrong-type",
        "/plan/scenarios/base/overrides/pushed/ocop",
    ),
];

#[wasm_bindgen_test]
fn bad_files_are_refused_with_code_and_place() {
    for (bytes, code, path) in BAD {
        let refusal = restore_bytes(bytes).unwrap_err();
        assert_eq!((refusal.kind.code(), refusal.path.as_str()), (code, path));
    }
}

#[wasm_bindgen_test]
fn every_sample_is_exported_and_read_back() {
    for name in samples::NAMES {
        let plan = samples::by_name(name).unwrap();
        let restored = restore(&export(&plan, SAVED).unwrap()).unwrap();
        assert_eq!(restored.plan, plan, "{name}");
        assert_eq!(restored.repairs, [], "{name}");
        assert_eq!(plan_hash(&restored.plan).unwrap(), plan_hash(&plan).unwrap());
    }
}

#[wasm_bindgen_test]
fn counts_beyond_32_bits_are_bounded_not_refused() {
    let text =
        include_str!("../data/old/plan-without-envelope.json").replace("\"months\": 13", "\"months\": 5000000000");
    let restored = restore(&text).unwrap();
    let codes: Vec<&str> = restored.repairs.iter().map(|r| r.kind.code()).collect();
    assert_eq!(codes, ["bare-plan", "calendar-bounded"]);
    assert_eq!(restored.plan.calendar.months, 61);
}
