//! Paths into a plan file: JSON pointers with ids in place of indices (`/plan/sources/state/amount`).

use serde_json::Value;

/// Appends a segment.
pub(super) fn push(path: &mut String, segment: &str) {
    path.push('/');
    for c in segment.chars() {
        match c {
            '~' => path.push_str("~0"),
            '/' => path.push_str("~1"),
            c => path.push(c),
        }
    }
}

/// The path and one more segment.
pub(super) fn join(path: &str, segment: &str) -> String {
    let mut joined = path.to_owned();
    push(&mut joined, segment);
    joined
}

/// The segments of a path.
pub(super) fn segments(path: &str) -> impl Iterator<Item = String> {
    path.split('/').skip(1).map(|s| s.replace("~1", "/").replace("~0", "~"))
}

/// How an element of a list is named: by its id, or by its index where it has none.
pub(super) fn element_name(element: &Value, index: usize) -> String {
    match element.get("id").and_then(Value::as_str) {
        Some(id) if !id.is_empty() => id.to_owned(),
        _ => index.to_string(),
    }
}

/// One step down, by key, id or index.
pub(super) fn child_mut<'a>(value: &'a mut Value, segment: &str) -> Option<&'a mut Value> {
    match value {
        Value::Object(map) => map.get_mut(segment),
        Value::Array(items) => {
            let index = items
                .iter()
                .enumerate()
                .position(|(index, item)| element_name(item, index) == segment)?;
            items.get_mut(index)
        }
        _ => None,
    }
}

/// The place of byte `offset` in the compact JSON text of `root`: path of the innermost value that holds it or ends
/// there, that value, and the one around it.
pub(super) fn at_offset(root: &Value, offset: usize) -> (String, &Value, &Value) {
    let mut path = String::new();
    let (mut parent, mut value) = (root, root);
    let mut start = 0;
    while let Some((segment, child, child_start)) = child_at(value, start, offset) {
        push(&mut path, &segment);
        (parent, value) = (value, child);
        start = child_start;
    }
    (path, value, parent)
}

/// The child of `value` (whose text starts at `start`) that holds `offset`, its name and where its text starts.
fn child_at(value: &Value, start: usize, offset: usize) -> Option<(String, &Value, usize)> {
    let mut at = start + 1;
    let mut visit = |name: String, lead: usize, child| {
        let child_start = at + lead;
        let end = child_start + compact_length(child);
        // The comma or bracket behind it.
        at = end + 1;
        (child_start < offset && offset <= end).then_some((name, child, child_start))
    };
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| visit(element_name(item, index), 0, item)),
        Value::Object(map) => map.iter().find_map(|(key, item)| {
            let lead = Value::from(key.as_str()).to_string().len() + 1;
            visit(key.clone(), lead, item)
        }),
        _ => None,
    }
}

fn compact_length(value: &Value) -> usize {
    value.to_string().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_place_in_the_text_is_named_by_ids() {
        let root = json!({"plan": {"sources": [{"id": "a"}, {"id": "b/c", "amount": {"value": "abc"}}], "x": [1, 22]}});
        let text = root.to_string();
        let path_of = |what: &str| at_offset(&root, text.find(what).unwrap() + what.len()).0;
        assert_eq!(path_of("\"abc\""), "/plan/sources/b~1c/amount/value");
        assert_eq!(path_of("22"), "/plan/x/1");
        assert_eq!(at_offset(&root, text.find("22").unwrap() + 1).0, "/plan/x/1");
        assert_eq!(path_of("\"abc\"}"), "/plan/sources/b~1c/amount");
        assert_eq!(at_offset(&root, text.len()).0, "");
        let names: Vec<String> = segments("/plan/sources/b~1c").collect();
        assert_eq!(names, ["plan", "sources", "b/c"]);
    }
}
