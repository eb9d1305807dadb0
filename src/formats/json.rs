//! JSON as the plan file writes it: finite numbers only, whole numbers without a point, lists of plain values on one
//! line, keys in the order of the types.

use super::pointer;
use crate::sort;
use serde_json::{Number, Value};

/// Beyond this a double no longer tells neighbouring whole numbers apart.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// A value as JSON; whole numbers become JSON integers.
///
/// # Errors
/// Gives the path of a number that is not finite (or of a value that JSON cannot hold: an empty path).
pub(super) fn to_json<T: serde::Serialize>(value: &T) -> Result<Value, String> {
    let mut json = serde_json::to_value(value).map_err(|_| String::new())?;
    match tidy(&mut json, &mut String::new()) {
        Some(path) => Err(path),
        None => Ok(json),
    }
}

/// Where a `null` is a month without a figure; commands take no figure that is not finite.
const ACTUALS: &str = "/actuals/";

/// Makes whole numbers integers; gives the path of a `null`. No other type of the plan writes one (what is absent is left
/// out), so it is what became of a number that is not finite.
fn tidy(value: &mut Value, path: &mut String) -> Option<String> {
    let length = path.len();
    match value {
        Value::Null if path.starts_with(ACTUALS) => {}
        Value::Null => return Some(path.clone()),
        Value::Number(number) => *number = plain_number(number),
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                pointer::push(path, &index.to_string());
                if let Some(found) = tidy(item, path) {
                    return Some(found);
                }
                path.truncate(length);
            }
        }
        Value::Object(map) => {
            for (key, item) in map.iter_mut() {
                pointer::push(path, key);
                if let Some(found) = tidy(item, path) {
                    return Some(found);
                }
                path.truncate(length);
            }
        }
        Value::Bool(_) | Value::String(_) => {}
    }
    None
}

/// The number as an integer where it is a whole one.
pub(super) fn plain_number(number: &Number) -> Number {
    match number.as_f64() {
        Some(value) if value == value.trunc() && value.abs() < WHOLE => Number::from(value as i64),
        _ => number.clone(),
    }
}

/// Readable JSON: two spaces a level, lists of plain values on one line, a line break at the end.
pub(super) fn pretty(value: &Value) -> String {
    let mut text = String::new();
    write(value, 0, &mut text);
    text.push('\n');
    text
}

fn write(value: &Value, level: usize, text: &mut String) {
    match value {
        Value::Array(items) if items.iter().any(|item| item.is_array() || item.is_object()) => {
            let lines = items.iter().map(|item| (None, item));
            write_block(('[', ']'), lines, level, text);
        }
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push_str(", ");
                }
                text.push_str(&item.to_string());
            }
            text.push(']');
        }
        Value::Object(map) if !map.is_empty() => {
            let lines = map.iter().map(|(key, item)| (Some(key), item));
            write_block(('{', '}'), lines, level, text);
        }
        plain => text.push_str(&plain.to_string()),
    }
}

fn write_block<'a>(
    (open, close): (char, char),
    lines: impl Iterator<Item = (Option<&'a String>, &'a Value)>,
    level: usize,
    text: &mut String,
) {
    text.push(open);
    for (index, (key, item)) in lines.enumerate() {
        text.push_str(if index > 0 { ",\n" } else { "\n" });
        indent(level + 1, text);
        if let Some(key) = key {
            text.push_str(&Value::from(key.as_str()).to_string());
            text.push_str(": ");
        }
        write(item, level + 1, text);
    }
    text.push('\n');
    indent(level, text);
    text.push(close);
}

fn indent(level: usize, text: &mut String) {
    text.extend(std::iter::repeat_n("  ", level));
}

/// Feeds the compact JSON with the keys of every object in order to `take`, piece by piece, so that equal contents
/// give equal text and a large file is not copied.
pub(super) fn canonical(value: &Value, take: &mut impl FnMut(&str)) {
    match value {
        Value::Number(number) => take(&plain_number(number).to_string()),
        Value::Array(items) => {
            take("[");
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    take(",");
                }
                canonical(item, take);
            }
            take("]");
        }
        Value::Object(map) => {
            let mut sorted: Vec<(&String, &Value)> = map.iter().collect();
            sort::by(&mut sorted, |a, b| a.0.cmp(b.0));
            take("{");
            for (index, (key, item)) in sorted.into_iter().enumerate() {
                if index > 0 {
                    take(",");
                }
                take(&Value::from(key.as_str()).to_string());
                take(":");
                canonical(item, take);
            }
            take("}");
        }
        plain => take(&plain.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn whole_numbers_have_no_point_and_plain_lists_one_line() {
        let value = to_json(&json!({"b": 1.0, "a": [0.5, 2.0], "c": [{"d": "x\"\n"}], "e": {}, "f": -0.0})).unwrap();
        let text = pretty(&value);
        assert_eq!(
            text,
            "{\n  \"b\": 1,\n  \"a\": [0.5, 2],\n  \"c\": [\n    {\n      \"d\": \"x\\\"\\n\"\n    }\n  ],\n  \"e\": {},\n  \"f\": 0\n}\n"
        );
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }

    #[test]
    fn a_number_that_is_not_finite_is_refused_with_its_place() {
        let plan = std::collections::BTreeMap::from([("a/b", vec![1.0, f64::NAN])]);
        assert_eq!(to_json(&plan), Err("/a~1b/1".to_owned()));
        let plan = std::collections::BTreeMap::from([("a", f64::INFINITY)]);
        assert_eq!(to_json(&plan), Err("/a".to_owned()));
    }
}
