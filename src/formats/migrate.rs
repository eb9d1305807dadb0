//! Older files brought up to date, one numbered step at a time.

use serde_json::{Value, json};

/// Value of `format` in every plan file.
pub const FORMAT: &str = "ntm-plan";
/// Version that is written.
pub const VERSION: u64 = 1;

/// Brings a document from the version of its index to the next one. Pure; it must cope with anything.
type Migration = fn(Value) -> Value;

/// All steps in order: `STEPS[v]` leads from version `v` to `v + 1`.
const STEPS: [Migration; VERSION as usize] = [give_envelope];

/// The document in the current version.
pub(super) fn migrate(document: Value, from: u64) -> Value {
    run(document, from, &STEPS)
}

fn run(document: Value, from: u64, steps: &[Migration]) -> Value {
    let from = usize::try_from(from).unwrap_or(steps.len());
    steps.iter().skip(from).fold(document, |document, step| step(document))
}

/// 0 → 1: a plan by itself gets its envelope.
fn give_envelope(plan: Value) -> Value {
    json!({"format": FORMAT, "version": 1, "plan": plan})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_by_itself_gets_an_envelope_and_a_current_file_stays() {
        let plan = json!({"lines": []});
        assert_eq!(migrate(plan.clone(), 0)["plan"], plan);
        let current = json!({"format": FORMAT, "version": VERSION, "plan": {}});
        assert_eq!(migrate(current.clone(), VERSION), current);
        assert_eq!(migrate(current.clone(), u64::MAX), current);
    }

    #[test]
    fn steps_run_in_order_from_the_version_of_the_file() {
        let steps: [Migration; 3] = [|v| json!([v, "0→1"]), |v| json!([v, "1→2"]), |v| json!([v, "2→3"])];
        assert_eq!(run(json!(1), 1, &steps), json!([[1, "1→2"], "2→3"]));
    }
}
