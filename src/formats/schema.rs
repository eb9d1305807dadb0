//! The JSON Schema of the plan file, made from the types.

use super::migrate::{FORMAT, VERSION};
use crate::model::Plan;
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde::Serialize;

/// A plan file of NTM Planner. Money is in million đồng; dates are ISO.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "NTM plan")]
struct PlanFile {
    /// Says what the file is.
    format: String,
    /// Version of the file's structure.
    version: u64,
    /// Version of the program that wrote it.
    engine: Option<String>,
    /// When it was written, ISO date and time.
    saved: Option<String>,
    /// `sha256:` and the SHA-256 of `plan` as compact JSON with sorted keys and whole numbers without a point.
    hash: Option<String>,
    /// The plan.
    plan: Plan,
}

/// The schema of the files that this version writes. Fields it does not name are allowed: a newer version may write
/// them.
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12();
    let mut schema = settings.into_generator().into_root_schema_for::<PlanFile>();
    for (field, value) in [
        ("format", serde_json::json!(FORMAT)),
        ("version", serde_json::json!(VERSION)),
    ] {
        if let Some(serde_json::Value::Object(place)) = schema.pointer_mut(&format!("/properties/{field}")) {
            place.insert("const".into(), value);
        }
    }
    schema
}

/// The schema as it is shipped.
pub fn schema_text() -> String {
    super::json::pretty(schema().as_value())
}
