//! Fields that a newer version wrote: found on reading, kept with the plan, put back on writing.

use super::pointer;
use crate::model::{Plan, Unknown};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Before the name of a field of the envelope, which is outside the plan.
pub(super) const ENVELOPE: &str = "../";

/// Text read at most to find out which names are known, bytes: some hundred probes of an ordinary plan. A file that
/// needs more has been made to hurt; fields beyond it count as known and are dropped.
const PROBE_BYTES: usize = 64 * 1024 * 1024;

/// No field of a plan can have this value, so a field that is known makes the plan unreadable.
fn impossible() -> Value {
    Value::Array(vec![Value::Array(Vec::new())])
}

/// What is in `raw`, the plan as it was in the file, and not in `known`, the same plan written again.
///
/// A field may be left out of `known` because it has its default value. Whether the types know a field is found out by
/// asking them: the plan is read with an impossible value in its place.
pub(super) fn collect(raw: &Value, known: &Value) -> Unknown {
    let mut search = Search {
        absent: Vec::new(),
        path: Vec::new(),
    };
    search.compare(raw, known);
    let mut verdicts: BTreeMap<String, bool> = BTreeMap::new();
    let most = PROBE_BYTES / known.to_string().len().max(1);
    let mut unknown = Unknown::new();
    for absent in search.absent {
        let verdict = match verdicts.get(&absent.kind) {
            Some(verdict) => *verdict,
            None if verdicts.len() >= most => false,
            None => {
                let verdict = is_unknown(known, &absent.steps);
                verdicts.insert(absent.kind, verdict);
                verdict
            }
        };
        if verdict {
            unknown.insert(absent.path, absent.value);
        }
    }
    unknown
}

/// Something in the file that is not written again.
struct AbsentField {
    /// Path with ids.
    path: String,
    /// Path without ids and indices: what kind of field it is.
    kind: String,
    steps: Vec<PathStep>,
    value: Value,
}

#[derive(Clone)]
enum PathStep {
    Key(String),
    /// Index, and how the element is named in a path.
    Element(usize, String),
}

struct Search {
    absent: Vec<AbsentField>,
    path: Vec<PathStep>,
}

impl Search {
    fn compare(&mut self, raw: &Value, known: &Value) {
        match (raw, known) {
            (Value::Object(raw), Value::Object(known)) => {
                for (key, value) in raw {
                    self.path.push(PathStep::Key(key.clone()));
                    match known.get(key) {
                        Some(known) => self.compare(value, known),
                        None => self.note_absent(value),
                    }
                    self.path.pop();
                }
            }
            (Value::Array(raw), Value::Array(known)) => {
                for (index, (value, known)) in raw.iter().zip(known).enumerate() {
                    self.path
                        .push(PathStep::Element(index, pointer::element_name(value, index)));
                    self.compare(value, known);
                    self.path.pop();
                }
            }
            _ => {}
        }
    }

    fn note_absent(&mut self, value: &Value) {
        let (mut path, mut kind) = (String::new(), String::new());
        for step in &self.path {
            match step {
                PathStep::Key(key) => {
                    pointer::push(&mut path, key);
                    pointer::push(&mut kind, key);
                }
                PathStep::Element(_, name) => {
                    pointer::push(&mut path, name);
                    kind.push_str("/*");
                }
            }
        }
        self.absent.push(AbsentField {
            path,
            kind,
            steps: self.path.clone(),
            value: value.clone(),
        });
    }
}

/// Whether the types of the plan ignore a field at `steps`.
fn is_unknown(known: &Value, steps: &[PathStep]) -> bool {
    let mut probe = known.clone();
    let Some((PathStep::Key(key), parents)) = steps.split_last() else {
        return false;
    };
    let parent = parents.iter().try_fold(&mut probe, |value, step| match step {
        PathStep::Key(key) => value.get_mut(key.as_str()),
        PathStep::Element(index, _) => value.get_mut(*index),
    });
    let Some(Value::Object(parent)) = parent else {
        return false;
    };
    parent.insert(key.clone(), impossible());
    serde_json::from_str::<Plan>(&probe.to_string()).is_ok()
}

/// Puts the unknown fields back where the thing they belong to still exists.
pub(super) fn put_back(plan: &mut Value, unknown: &Unknown) {
    for (path, value) in unknown.iter().filter(|(path, _)| path.starts_with('/')) {
        let mut segments: Vec<String> = pointer::segments(path).collect();
        let Some(key) = segments.pop() else { continue };
        let parent = segments
            .iter()
            .try_fold(&mut *plan, |value, segment| pointer::child_mut(value, segment));
        if let Some(Value::Object(parent)) = parent {
            parent.entry(key).or_insert_with(|| value.clone());
        }
    }
}

/// Unknown fields of the envelope, under `../name`.
pub(super) fn collect_envelope(envelope: &Map<String, Value>, known: &[&str], unknown: &mut Unknown) {
    for (key, value) in envelope.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
        unknown.insert(format!("{ENVELOPE}{key}"), value.clone());
    }
}

/// Puts unknown fields of the envelope back.
pub(super) fn put_back_envelope(envelope: &mut Map<String, Value>, unknown: &Unknown) {
    for (path, value) in unknown {
        if let Some(key) = path.strip_prefix(ENVELOPE) {
            envelope.entry(key).or_insert_with(|| value.clone());
        }
    }
}
