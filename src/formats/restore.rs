//! The one gate for what comes from outside: a file, storage, the clipboard, another tab.
//!
//! A text goes in; out comes a plan that is safe to use, with everything that was mended on the way, or the reason and
//! the place why not. It never panics, whatever comes in.

use super::hash::content_hash;
use super::migrate::{FORMAT, VERSION, migrate};
use super::{RefusalKind, RepairKind, codes, json, pointer, repair, unknown};
use crate::model::{Calendar, LARGEST, Plan, Rounds, Schedule, Unknown};
use serde_json::{Map, Value, error::Category};

/// Largest text that is read, bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// Repairs listed one by one.
pub(super) const MOST_REPAIRS: usize = 100;

/// Something that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What.
    pub kind: RepairKind,
    /// Where: a JSON pointer with ids in place of indices, e.g. `/plan/sources/state/name/vi`; empty: the whole file.
    pub path: String,
}

/// Why a text cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub kind: RefusalKind,
    /// Where, as in [`Repair::path`].
    pub path: String,
}

/// A plan that came through the gate.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    /// The plan, with the unknown fields of a newer file in [`Plan::unknown`].
    pub plan: Plan,
    /// What was mended, in file order within each kind.
    pub repairs: Vec<Repair>,
    /// Written by a newer version: may be looked at and exported again unchanged, not edited.
    pub newer: bool,
    /// Version of the file if it was an older one.
    pub migrated_from: Option<u64>,
    /// Version of the program that wrote the file, where it says so.
    pub engine: Option<String>,
    /// When it was written, where it says so.
    pub saved: Option<String>,
}

/// Reads a file's bytes.
///
/// # Errors
/// As [`restore`], and `not-utf8`.
pub fn restore_bytes(bytes: &[u8]) -> Result<Restored, Refusal> {
    check_size(bytes.len())?;
    match std::str::from_utf8(bytes) {
        Ok(text) => restore(text),
        Err(error) => Err(Refusal::new(
            RefusalKind::NotUtf8 {
                byte: error.valid_up_to() + 1,
            },
            "",
        )),
    }
}

/// Reads a plan from JSON text.
///
/// # Errors
/// Says why the text cannot be used and where it fails.
pub fn restore(text: &str) -> Result<Restored, Refusal> {
    check_size(text.len())?;
    let document = parse(text)?;
    let mut repairs = Vec::new();
    let version = read_version(&document, &mut repairs)?;
    let document = migrate(document, version);
    let Value::Object(mut envelope) = document else {
        return Err(Refusal::new(RefusalKind::NotAPlan, ""));
    };
    let Some(mut raw) = envelope.remove("plan") else {
        return Err(Refusal::new(RefusalKind::Missing { field: "plan".into() }, "/plan"));
    };
    if !raw.is_object() {
        return Err(Refusal::new(RefusalKind::WrongType { found: shorten(&raw) }, "/plan"));
    }
    repair::check_lists(&raw)?;
    let hash = content_hash(&raw);
    let word = |name: &str| envelope.get(name).and_then(Value::as_str).map(str::to_owned);
    if word("hash").is_some_and(|stated| stated != hash) {
        repairs.push(Repair::new(RepairKind::ChangedOutside, ""));
    }
    // A plan without an id is named by its contents, so that reading it twice gives the same plan.
    let fallback_id = format!(
        "plan-{}",
        hash.trim_start_matches("sha256:").get(..8).unwrap_or_default()
    );
    repairs.extend(repair::repair(&mut raw, &fallback_id));
    let mut plan = read_plan(&raw)?;
    // JSON cannot say a number that is not finite, so this does not fail.
    let known = json::to_json(&plan)
        .map_err(|path| Refusal::new(RefusalKind::WrongType { found: "null".into() }, &format!("/plan{path}")))?;
    check_numbers(&known)?;
    check_lengths(&plan)?;
    plan.unknown = unknown_fields(&raw, &known, &envelope, version);
    Ok(Restored {
        plan,
        repairs: codes::shorten_repairs(repairs),
        newer: version > VERSION,
        migrated_from: (version < VERSION).then_some(version),
        engine: word("engine"),
        saved: word("saved"),
    })
}

fn check_size(bytes: usize) -> Result<(), Refusal> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    let most = MAX_BYTES;
    Err(Refusal::new(RefusalKind::TooLarge { bytes, most }, ""))
}

fn parse(text: &str) -> Result<Value, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Refusal::new(RefusalKind::Empty, ""));
    }
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let (line, column) = (error.line(), error.column());
        let kind = match error.classify() {
            Category::Eof => RefusalKind::Truncated { line, column },
            _ if message.starts_with("recursion limit") => RefusalKind::TooDeep { line, column },
            _ if message.starts_with("number out of range") => RefusalKind::NumberOutOfRange { line, column },
            _ => RefusalKind::NotJson { line, column },
        };
        Refusal::new(kind, "")
    })
}

/// The version of a document; 0 is a plan without an envelope.
fn read_version(document: &Value, repairs: &mut Vec<Repair>) -> Result<u64, Refusal> {
    let Value::Object(map) = document else {
        return Err(Refusal::new(RefusalKind::NotAPlan, ""));
    };
    match map.get("format") {
        None if ["calendar", "sources", "lines"]
            .iter()
            .all(|key| map.contains_key(*key)) =>
        {
            repairs.push(Repair::new(RepairKind::BarePlan, ""));
            return Ok(0);
        }
        None => return Err(Refusal::new(RefusalKind::NotAPlan, "")),
        Some(Value::String(format)) if format == FORMAT => {}
        Some(other) => {
            return Err(Refusal::new(
                RefusalKind::OtherFormat { found: shorten(other) },
                "/format",
            ));
        }
    }
    match map.get("version").map(|version| (version, version.as_u64())) {
        Some((_, Some(version))) if version >= 1 => {
            if version > VERSION {
                let (file, page) = (version, VERSION);
                repairs.push(Repair::new(RepairKind::NewerVersion { file, page }, "/version"));
            }
            Ok(version)
        }
        Some((other, _)) => Err(Refusal::new(
            RefusalKind::VersionInvalid { found: shorten(other) },
            "/version",
        )),
        None => Err(Refusal::new(
            RefusalKind::Missing {
                field: "version".into(),
            },
            "/version",
        )),
    }
}

/// Reads the plan; a refusal names the field.
///
/// The reader itself knows only a place in the text, so the text is written compactly and the place looked up in it:
/// that costs nothing until something is wrong.
fn read_plan(raw: &Value) -> Result<Plan, Refusal> {
    let text = raw.to_string();
    serde_json::from_str(&text).map_err(|error| {
        let (inside, found, around) = pointer::at_offset(raw, error.column());
        let path = format!("/plan{inside}");
        let message = error.to_string();
        let quoted = || message.split('`').nth(1).unwrap_or_default().to_owned();
        if message.starts_with("missing field") {
            return Refusal::new(
                RefusalKind::Missing { field: quoted() },
                &pointer::join(&path, &quoted()),
            );
        }
        if message.starts_with("unknown variant") {
            return Refusal::new(RefusalKind::UnknownChoice { found: quoted() }, &path);
        }
        if message.starts_with("invalid length") || message.starts_with("trailing characters") {
            // A list that is too short fails as a whole, one that is too long at its first element too many.
            let (path, list) = match found.as_array() {
                Some(list) => (path.as_str(), Some(list)),
                None => (path.rsplit_once('/').map_or("", |(list, _)| list), around.as_array()),
            };
            let found = list.map_or(0, Vec::len);
            return Refusal::new(RefusalKind::WrongLength { found }, path);
        }
        Refusal::new(RefusalKind::WrongType { found: shorten(found) }, &path)
    })
}

/// Known numbers that are beyond all measure; unknown fields may hold what they like. `known` is the plan written
/// again.
fn check_numbers(known: &Value) -> Result<(), Refusal> {
    match find_absurd(known, &mut "/plan".to_owned()) {
        Some((path, found)) => Err(Refusal::new(RefusalKind::NumberAbsurd { found }, &path)),
        None => Ok(()),
    }
}

fn find_absurd(value: &Value, path: &mut String) -> Option<(String, String)> {
    let length = path.len();
    let mut down = |name: &str, item: &Value| {
        pointer::push(path, name);
        let found = find_absurd(item, path);
        path.truncate(length);
        found
    };
    match value {
        Value::Number(number) if number.as_f64().is_none_or(|n| n.abs() > LARGEST) => {
            Some((path.clone(), number.to_string()))
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| down(&pointer::element_name(item, index), item)),
        Value::Object(map) => map.iter().find_map(|(key, item)| down(key, item)),
        _ => None,
    }
}

/// Lists by month are no longer than a plan.
fn check_lengths(plan: &Plan) -> Result<(), Refusal> {
    let check = |path: String, length: usize| {
        if length <= Calendar::MAX_MONTHS {
            return Ok(());
        }
        let (found, most) = (length, Calendar::MAX_MONTHS);
        Err(Refusal::new(RefusalKind::TooMany { found, most }, &path))
    };
    for line in &plan.lines {
        let path = pointer::join("/plan/lines", &line.id);
        check(format!("{path}/profile"), line.profile.len())?;
        if let Rounds::Months { months } = &line.appraisal.rounds {
            check(format!("{path}/appraisal/rounds/months"), months.len())?;
        }
    }
    let schedules = std::iter::once(("/plan".to_owned(), Some(&plan.schedule))).chain(plan.scenarios.iter().map(|s| {
        let path = format!("{}/overrides", pointer::join("/plan/scenarios", &s.id));
        (path, s.overrides.schedule.as_ref())
    }));
    for (path, schedule) in schedules {
        if let Some(Schedule::ByMonth { starts } | Schedule::Optimised { starts, .. }) = schedule {
            for (line, months) in starts {
                check(pointer::join(&format!("{path}/schedule/starts"), line), months.len())?;
            }
        }
    }
    Ok(())
}

fn unknown_fields(raw: &Value, known: &Value, envelope: &Map<String, Value>, version: u64) -> Unknown {
    let mut unknown = unknown::collect(raw, known);
    unknown::collect_envelope(envelope, &super::document::FIELDS, &mut unknown);
    if version > VERSION {
        // What is in the file belongs to that version, also when it is exported again.
        unknown.insert(format!("{}version", unknown::ENVELOPE), version.into());
    }
    unknown
}

/// A value as it is told to a person.
fn shorten(value: &Value) -> String {
    const MOST: usize = 60;
    let text = value.to_string();
    if text.chars().count() <= MOST {
        return text;
    }
    text.chars().take(MOST).chain(['…']).collect()
}
