//! Prints the JSON Schema of the plan file:
//! `cargo run --no-default-features --features schema --example schema > src/formats/ntm-plan.schema.json`
#![allow(clippy::print_stdout)]

fn main() {
    print!("{}", ntm_planner::formats::schema_text());
}
