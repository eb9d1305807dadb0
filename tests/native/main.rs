//! What the core promises, in one program: a changed engine file is linked once. Each file is about one thing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod charts;
#[path = "../common/mod.rs"]
mod common;
mod engine_actuals;
mod engine_against_reference;
mod engine_by_enumeration;
mod engine_coverage;
mod engine_events;
mod engine_expiry;
mod engine_fixes;
mod engine_multi_year;
mod engine_payments;
mod engine_properties;
mod engine_samples;
mod engine_truths;
mod engine_ways;
mod engine_years_and_choices;
mod evaluate_program;
mod golden;
mod golden_risk;
mod house_rules;
mod limits;
mod optimise;
mod optimise_answers;
mod optimise_ladder;
mod plan_files;
mod protocol;
#[path = "../common/risk_report.rs"]
mod risk_report;
mod robust;
mod sample_outcomes;
