//! What can be mended in a plan file before it is read: texts, ids, scenarios, bounds that keep the program safe.
//!
//! Values that are merely wrong (a share of 1,2, a cost range in the wrong order, an id that nothing has) are left as
//! they are: the checks of the plan name them and the engine copes. Nothing is mended without being told.

use super::pointer;
use super::restore::{Refusal, Repair};
use super::{RefusalKind, RepairKind};
use crate::model::{Calendar, Ground, MAX_TEXT, clean};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Lists of things with ids: `(name, most elements, what a made id starts with)`.
const LISTS: [(&str, usize, &str); 8] = [
    ("sources", Ground::MOST_SOURCES, "source"),
    ("lines", Ground::MOST_LINES, "line"),
    ("communes", Ground::MOST_COMMUNES, "commune"),
    ("criteria_sets", 50, "set"),
    ("events", 500, "event"),
    ("scenarios", 1_000, "scenario"),
    ("reported", 5_000, "figure"),
    ("accepted", 50, "guard"),
];

/// Most elements of any other list.
const MAX_ELEMENTS: usize = 20_000;

/// Years a plan may start in.
const YEARS: std::ops::RangeInclusive<i64> = 1900..=2200;

/// Refuses lists that no plan needs, before anything costly is done with them.
pub(super) fn check_lists(plan: &Value) -> Result<(), Refusal> {
    for (list, limit, _) in LISTS {
        let found = plan.get(list).and_then(Value::as_array).map_or(0, Vec::len);
        if found > limit {
            let kind = RefusalKind::TooMany { found, most: limit };
            return Err(Refusal::new(kind, &format!("/plan/{list}")));
        }
    }
    match long_list(plan, &mut "/plan".to_owned()) {
        Some((path, found)) => {
            let most = MAX_ELEMENTS;
            Err(Refusal::new(RefusalKind::TooMany { found, most }, &path))
        }
        None => Ok(()),
    }
}

/// Mends a plan in place. `fallback_id` names a plan without an id.
pub(super) fn repair(plan: &mut Value, fallback_id: &str) -> Vec<Repair> {
    let mut repairs = Vec::new();
    clean_texts(plan, &mut "/plan".to_owned(), &mut repairs);
    let Value::Object(map) = plan else {
        return repairs;
    };
    if !has_id(map) {
        map.insert("id".into(), fallback_id.into());
        let id = fallback_id.to_owned();
        repairs.push(Repair::new(RepairKind::IdMade { id }, "/plan/id"));
    }
    add_scenario(map, &mut repairs);
    for (list, _, prefix) in LISTS {
        if let Some(Value::Array(items)) = map.get_mut(list) {
            give_ids(items, &format!("/plan/{list}"), prefix, &mut repairs);
        }
    }
    bound_calendar(map, &mut repairs);
    bound_actuals(map, &mut repairs);
    bound_wait(map.get_mut("discipline"), "/plan/discipline", &mut repairs);
    if let Some(Value::Array(scenarios)) = map.get_mut("scenarios") {
        for (index, scenario) in scenarios.iter_mut().enumerate() {
            let name = pointer::element_name(scenario, index);
            let path = format!("{}/overrides/discipline", pointer::join("/plan/scenarios", &name));
            let discipline = scenario.get_mut("overrides").and_then(|o| o.get_mut("discipline"));
            bound_wait(discipline, &path, &mut repairs);
        }
    }
    repairs
}

/// Takes out of every text, key included, what deceives, and cuts what is endless.
fn clean_texts(value: &mut Value, path: &mut String, repairs: &mut Vec<Repair>) {
    let length = path.len();
    match value {
        Value::String(text) => clean_text(text, path, repairs),
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                let name = pointer::element_name(item, index);
                pointer::push(path, &clean(&name));
                clean_texts(item, path, repairs);
                path.truncate(length);
            }
        }
        Value::Object(map) => {
            let dirty = map.keys().any(|key| clean(key) != *key);
            if dirty {
                let old = std::mem::take(map);
                for (mut key, item) in old {
                    clean_text(&mut key, path, repairs);
                    map.insert(key, item);
                }
            }
            for (key, item) in map.iter_mut() {
                pointer::push(path, key);
                clean_texts(item, path, repairs);
                path.truncate(length);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn clean_text(text: &mut String, path: &str, repairs: &mut Vec<Repair>) {
    let cleaned = clean(text);
    if cleaned == *text {
        return;
    }
    let found = text.chars().count();
    repairs.push(if found > MAX_TEXT {
        let kept = cleaned.chars().count();
        Repair::new(RepairKind::TextCut { found, kept }, path)
    } else {
        Repair::new(RepairKind::TextCleaned, path)
    });
    *text = cleaned;
}

/// No id, an empty one or `null`. Any other type is left for the reader to refuse.
fn lacks_id(map: &Map<String, Value>) -> bool {
    match map.get("id") {
        None | Some(Value::Null) => true,
        Some(Value::String(id)) => id.is_empty(),
        Some(_) => false,
    }
}

fn has_id(map: &Map<String, Value>) -> bool {
    !lacks_id(map)
}

/// Makes missing ids and renames those that come twice; others refer to the first of them, as before.
fn give_ids(items: &mut [Value], path: &str, prefix: &str, repairs: &mut Vec<Repair>) {
    let id_of = |item: &Value| item.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut taken = BTreeSet::new();
    taken.extend(items.iter().map(id_of));
    let mut seen = BTreeSet::new();
    for (index, item) in items.iter_mut().enumerate() {
        let Value::Object(map) = item else { continue };
        if lacks_id(map) {
            let id = free_id(&taken, prefix, index + 1);
            repairs.push(Repair::new(
                RepairKind::IdMade { id: id.clone() },
                &pointer::join(path, &id),
            ));
            taken.insert(id.clone());
            seen.insert(id.clone());
            map.insert("id".into(), id.into());
            continue;
        }
        let Some(Value::String(id)) = map.get("id").cloned() else {
            continue;
        };
        if !seen.insert(id.clone()) {
            let new = free_id(&taken, &id, 2);
            let at = pointer::join(path, &new);
            repairs.push(Repair::new(RepairKind::IdRenamed { id, new: new.clone() }, &at));
            taken.insert(new.clone());
            seen.insert(new.clone());
            map.insert("id".into(), new.into());
        }
    }
}

/// The first of `prefix-n`, `prefix-(n+1)`… that is not taken.
fn free_id(taken: &BTreeSet<String>, prefix: &str, mut n: usize) -> String {
    loop {
        let id = format!("{prefix}-{n}");
        if !taken.contains(&id) {
            return id;
        }
        n += 1;
    }
}

fn add_scenario(map: &mut Map<String, Value>, repairs: &mut Vec<Repair>) {
    let none = match map.get("scenarios") {
        None | Some(Value::Null) => true,
        Some(Value::Array(items)) => items.is_empty(),
        Some(_) => false,
    };
    if none {
        let name = "Như kế hoạch";
        let base = json!([{"id": "base", "name": {"vi": name, "en": "As planned"}, "overrides": {}}]);
        map.insert("scenarios".into(), base);
        let name = name.to_owned();
        repairs.push(Repair::new(RepairKind::ScenarioAdded { name }, "/plan/scenarios"));
    }
}

fn calendar_bounded(found: String, used: i64) -> RepairKind {
    RepairKind::CalendarBounded { found, used }
}

fn bound_calendar(map: &mut Map<String, Value>, repairs: &mut Vec<Repair>) {
    let Some(calendar) = map.get_mut("calendar") else {
        return;
    };
    let months = 1..=Calendar::MAX_MONTHS as i64;
    bound(
        calendar.get_mut("months"),
        months,
        calendar_bounded,
        "/plan/calendar/months",
        repairs,
    );
    let Some(start) = calendar.get_mut("start") else { return };
    bound(
        start.get_mut("year"),
        YEARS,
        calendar_bounded,
        "/plan/calendar/start/year",
        repairs,
    );
    bound(
        start.get_mut("month"),
        1..=12,
        calendar_bounded,
        "/plan/calendar/start/month",
        repairs,
    );
}

fn bound_actuals(map: &mut Map<String, Value>, repairs: &mut Vec<Repair>) {
    let months = map.get_mut("actuals").and_then(|a| a.get_mut("months"));
    let most = 0..=Calendar::MAX_MONTHS as i64;
    bound(months, most, calendar_bounded, "/plan/actuals/months", repairs);
}

fn bound_wait(discipline: Option<&mut Value>, path: &str, repairs: &mut Vec<Repair>) {
    if let Some(wait) = discipline.and_then(|d| d.get_mut("wait")) {
        let most = Calendar::MAX_MONTHS as i64;
        let bounded = |found, used| RepairKind::WaitBounded { found, used };
        bound(Some(wait), 0..=most, bounded, &format!("{path}/wait"), repairs);
    }
}

/// Brings a number to the nearest whole one in range; anything but a number is left for the reader to refuse.
fn bound(
    value: Option<&mut Value>,
    range: std::ops::RangeInclusive<i64>,
    kind: impl Fn(String, i64) -> RepairKind,
    path: &str,
    repairs: &mut Vec<Repair>,
) {
    let Some((value, found)) = value.and_then(|v| v.as_f64().map(|found| (v, found))) else {
        return;
    };
    let used = (found.round() as i64).clamp(*range.start(), *range.end());
    if used as f64 != found {
        repairs.push(Repair::new(kind(value.to_string(), used), path));
    }
    *value = used.into();
}

/// A list longer than any that a plan needs.
fn long_list(value: &Value, path: &mut String) -> Option<(String, usize)> {
    let length = path.len();
    let mut down = |name: &str, item: &Value| {
        pointer::push(path, name);
        let found = long_list(item, path);
        path.truncate(length);
        found
    };
    match value {
        Value::Array(items) if items.len() > MAX_ELEMENTS => Some((path.clone(), items.len())),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.is_array() || item.is_object())
            .find_map(|(index, item)| down(&pointer::element_name(item, index), item)),
        Value::Object(map) => map.iter().find_map(|(key, item)| down(key, item)),
        _ => None,
    }
}
