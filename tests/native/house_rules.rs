//! The rooms of the house and who may use whom, read from the sources themselves.

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms that know no browser, with the rooms they may not use.
const PURE: [(&str, &[&str]); 8] = [
    ("model", &["engine", "edit", "sheet", "formats", "i18n", "charts"]),
    ("engine", &["edit", "sheet", "formats", "i18n", "charts"]),
    ("edit", &["sheet", "i18n", "charts"]),
    ("formats", &["sheet", "i18n", "charts"]),
    ("sheet", &["i18n", "charts"]),
    ("i18n", &["charts"]),
    ("charts", &["protocol"]),
    ("protocol", &["edit", "sheet", "formats", "i18n", "charts"]),
];

/// What a pure room never names: the DOM, the framework, clocks, chance, the skin.
const FOREIGN: [&str; 16] = [
    "leptos",
    "reactive_graph",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo_storage",
    "idb::",
    "std::time",
    "Instant::now",
    "SystemTime",
    "getrandom",
    "thread_rng",
    "std::fs",
    "crate::platform",
    "crate::app",
    "crate::ui",
];

fn sources(room: &str) -> Vec<PathBuf> {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room),
        &mut found,
    );
    assert!(!found.is_empty(), "{room} has no sources");
    found
}

/// Lines of code of a room with their place; comments and what only tests see are left out.
fn code(room: &str) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for path in sources(room) {
        let text = fs::read_to_string(&path).unwrap();
        if path.file_name().is_some_and(|name| name == "tests.rs")
            || path.components().any(|c| c.as_os_str() == "tests")
        {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            if line.trim() == "#[cfg(test)]" {
                break;
            }
            let code = line.split("//").next().unwrap_or("").to_owned();
            lines.push((format!("{}:{}", path.display(), number + 1), code));
        }
    }
    lines
}

#[test]
fn the_core_knows_no_browser_no_framework_no_clock_and_no_chance() {
    for (room, _) in PURE {
        for (place, line) in code(room) {
            for name in FOREIGN {
                assert!(!line.contains(name), "{place} names {name}: {line}");
            }
        }
    }
}

#[test]
fn a_room_uses_only_the_rooms_below_it() {
    for (room, forbidden) in PURE {
        for (place, line) in code(room) {
            for other in forbidden {
                assert!(
                    !line.contains(&format!("crate::{other}")),
                    "{place}: {room} uses {other}: {line}"
                );
            }
        }
    }
}

#[test]
fn only_the_platform_and_the_entries_name_browser_bindings() {
    for room in ["app", "ui"] {
        for (place, line) in code(room) {
            for name in ["js_sys::", "gloo_storage::", " idb::"] {
                assert!(!line.contains(name), "{place} names {name}: {line}");
            }
        }
    }
}
