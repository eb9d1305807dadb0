//! The plan file as it is written.

use super::fold::fold;
use super::hash::content_hash;
use super::migrate::{FORMAT, VERSION};
use super::restore::{Refusal, restore};
use super::{RefusalKind, RepairKind};
use super::{json, unknown};
use crate::model::Plan;
use serde_json::{Map, Value};

/// Fields of the envelope, in the order they are written; `saved` may be absent.
pub(super) const FIELDS: [&str; 6] = ["format", "version", "engine", "saved", "hash", "plan"];

/// Version of the program that writes.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// Longest name made from a plan's name, without date and extension.
const MAX_SLUG: usize = 60;

/// Writes a plan file: readable JSON with `format`, `version`, `engine`, `saved` (an ISO date and time, where
/// given), `hash` and `plan`. The same plan gives the same text.
///
/// # Errors
/// `not-exportable` with the place of a number that is not finite.
pub fn write(plan: &Plan, saved: Option<&str>) -> Result<String, Refusal> {
    let mut contents =
        json::to_json(plan).map_err(|path| Refusal::new(RefusalKind::NotExportable, &format!("/plan{path}")))?;
    unknown::put_back(&mut contents, &plan.unknown);
    let newer = plan.unknown.get(&format!("{}version", unknown::ENVELOPE));
    let mut envelope = Map::new();
    envelope.insert("format".into(), FORMAT.into());
    envelope.insert("version".into(), newer.cloned().unwrap_or_else(|| VERSION.into()));
    envelope.insert("engine".into(), ENGINE.into());
    if let Some(saved) = saved {
        envelope.insert("saved".into(), saved.into());
    }
    envelope.insert("hash".into(), content_hash(&contents).into());
    unknown::put_back_envelope(&mut envelope, &plan.unknown);
    envelope.insert("plan".into(), contents);
    Ok(json::pretty(&Value::Object(envelope)))
}

/// Writes a plan file for somebody else: it is read again and compared before it is handed over.
///
/// Texts are cleaned as the gate would do it, so the colleague who opens the file is told of no repair.
///
/// # Errors
/// `not-exportable` if what is read is not what was written (then with the first place that differs), or a refusal
/// of the gate.
pub fn export(plan: &Plan, saved: &str) -> Result<String, Refusal> {
    let text = write(plan, Some(saved))?;
    let read = restore(&text)?;
    let mended = read
        .repairs
        .iter()
        .any(|r| !matches!(r.kind, RepairKind::NewerVersion { .. }));
    if !mended {
        return same(plan, &read.plan).map(|()| text);
    }
    let text = write(&read.plan, Some(saved))?;
    same(&read.plan, &restore(&text)?.plan).map(|()| text)
}

fn same(written: &Plan, read: &Plan) -> Result<(), Refusal> {
    if written == read {
        return Ok(());
    }
    Err(Refusal::new(RefusalKind::NotExportable, "/plan"))
}

/// SHA-256 of a plan's contents, as a file states it.
///
/// # Errors
/// `not-exportable` with the place of a number that is not finite.
pub fn plan_hash(plan: &Plan) -> Result<String, Refusal> {
    let mut contents =
        json::to_json(plan).map_err(|path| Refusal::new(RefusalKind::NotExportable, &format!("/plan{path}")))?;
    unknown::put_back(&mut contents, &plan.unknown);
    Ok(content_hash(&contents))
}

/// Name of the file: `ke-hoach-ntm-thach-ha-2021-2021-11-23.json` for the name of a plan and an ISO date (or date and
/// time). Letters lose their marks; what is left of other signs is a hyphen.
pub fn file_name(plan_name: &str, date: &str) -> String {
    let mut slug = String::new();
    for c in fold(plan_name).chars() {
        if slug.len() >= MAX_SLUG {
            break;
        }
        match c {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_end_matches('-');
    let day: String = date
        .chars()
        .take(10)
        .filter(|c| c.is_ascii_digit() || *c == '-')
        .collect();
    let parts = [if slug.starts_with("ke-hoach") { "" } else { "ke-hoach" }, slug, &day];
    let named: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.json", named.join("-"))
}
