//! The rooms of the house and who may use whom, read from the sources themselves.
//!
//! There is one table: that on the page of the library (`src/lib.rs`). The page of the core and the README show the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree};

/// A helper of all rooms, no room itself.
const HELPER: &str = "sort";

/// What a room of the core never names: the DOM, the framework, files, clocks, chance.
const FOREIGN: [&str; 14] = [
    "leptos",
    "reactive_graph",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_storage",
    "idb",
    "serde_wasm_bindgen",
    "getrandom",
    "rand",
    "std::time",
    "std::fs",
    "std::env",
];

/// Packages that reach the browser.
const BINDINGS: [&str; 7] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_storage",
    "idb",
    "serde_wasm_bindgen",
];

/// What views may name of them: elements and events that Leptos hands out, and the cast between them.
const BINDINGS_OF_VIEWS: [&str; 7] = [
    "wasm_bindgen::JsCast",
    "web_sys::Element",
    "web_sys::Event",
    "web_sys::EventTarget",
    "web_sys::FileList",
    "web_sys::HtmlElement",
    "web_sys::Node",
];

/// A room with the rooms it may use.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Room {
    name: String,
    may_use: BTreeSet<String>,
}

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// The rows of a table with a column *may use*, in Markdown or in the comment of a page.
fn rooms(text: &str) -> Vec<Room> {
    let cells = |line: &str| -> Option<Vec<String>> {
        let row = line.trim_start_matches("//!").trim().strip_prefix('|')?;
        Some(
            row.trim_end_matches('|')
                .split('|')
                .map(|c| c.trim().to_owned())
                .collect(),
        )
    };
    let is_head = |row: &Option<Vec<String>>| {
        row.as_ref()
            .and_then(|cells| cells.last())
            .is_some_and(|c| c == "may use")
    };
    let rows = text.lines().map(cells).skip_while(|row| !is_head(row));
    let mut rooms: Vec<Room> = Vec::new();
    for cells in rows.skip(2).map_while(|row| row) {
        let [name, _, may_use] = cells.as_slice() else {
            panic!("{cells:?}")
        };
        let above = || rooms.iter().map(|r| r.name.clone()).collect();
        let may_use = match may_use.as_str() {
            "–" => BTreeSet::new(),
            "all above" => above(),
            list => list.split(", ").map(|r| r.trim_matches('`').to_owned()).collect(),
        };
        let name = name.trim_matches(['[', ']', '`']).trim_start_matches("src/").to_owned();
        rooms.push(Room { name, may_use });
    }
    assert!(rooms.len() > 5, "no table of rooms");
    rooms
}

/// What a file names: paths from the root (`crate::room::thing`) and from other packages, test items left out.
struct Names<'a> {
    /// Module of the file, and of the item at hand.
    module: Vec<String>,
    paths: Vec<String>,
    /// Files of the modules that are declared here.
    modules: Vec<(Vec<String>, PathBuf)>,
    /// Folder of those files.
    folder: &'a Path,
}

impl Names<'_> {
    fn note(&mut self, path: &[String]) {
        let from_root = |path: &[String]| format!("crate::{}", path.join("::"));
        match path.first().map(String::as_str) {
            Some("crate" | "ntm_core" | "ntm_planner") => self.paths.push(from_root(&path[1..])),
            Some("super") => {
                let up = path.iter().take_while(|s| *s == "super").count();
                let above = &self.module[..self.module.len().saturating_sub(up)];
                self.paths.push(from_root(&[above, &path[up..]].concat()));
            }
            Some("self" | "Self") => {}
            // A path from another package, or from a module here.
            _ if path.len() > 1 => self.paths.push(path.join("::")),
            _ => {}
        }
    }

    fn note_use(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: String| [before, &[name]].concat();
        match tree {
            UseTree::Path(path) => self.note_use(&path.tree, &with(path.ident.to_string())),
            UseTree::Name(name) => self.note(&with(name.ident.to_string())),
            UseTree::Rename(name) => self.note(&with(name.ident.to_string())),
            UseTree::Glob(_) => self.note(&with("*".to_owned())),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.note_use(tree, before)),
        }
    }
}

/// Whether something is there for tests only.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|a| {
        let condition = a.meta.require_list().map(|l| l.tokens.to_string()).unwrap_or_default();
        a.path().is_ident("cfg") && (condition == "test" || condition.starts_with("all (test"))
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(i) => &i.attrs,
        Item::Enum(i) => &i.attrs,
        Item::Fn(i) => &i.attrs,
        Item::ForeignMod(i) => &i.attrs,
        Item::Impl(i) => &i.attrs,
        Item::Macro(i) => &i.attrs,
        Item::Mod(i) => &i.attrs,
        Item::Static(i) => &i.attrs,
        Item::Struct(i) => &i.attrs,
        Item::Trait(i) => &i.attrs,
        Item::Type(i) => &i.attrs,
        Item::Use(i) => &i.attrs,
        _ => &[],
    }
}

impl<'ast> Visit<'ast> for Names<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if !is_test(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let name = module.ident.to_string();
        self.module.push(name.clone());
        if module.content.is_none() {
            let (file, folder) = (format!("{name}.rs"), self.folder.join(&name).join("mod.rs"));
            let file = self.folder.join(file);
            let file = if file.exists() { file } else { folder };
            self.modules.push((self.module.clone(), file));
        }
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.note_use(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|s| s.ident.to_string()).collect();
        self.note(&segments);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        // What a macro is given is no syntax yet: paths are looked for in its text.
        let text = call.tokens.to_string().replace(" :: ", "::").replace("::{", "::*{");
        let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
        for word in words.filter(|w| w.contains("::")) {
            let path: Vec<String> = word.split("::").map(str::to_owned).collect();
            self.note(&path);
        }
    }
}

fn names<'a>(text: &str, module: &[String], folder: &'a Path) -> Names<'a> {
    let mut names = Names {
        module: module.to_vec(),
        paths: Vec::new(),
        modules: Vec::new(),
        folder,
    };
    names.visit_file(&syn::parse_file(text).unwrap());
    names
}

/// What the modules of a room name, with their files: those that are declared, from the room's own on.
fn code(room: &str) -> Vec<(PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut code = Vec::new();
    let mut files = vec![(vec![room.to_owned()], src.join(room).join("mod.rs"))];
    while let Some((module, file)) = files.pop() {
        let text = fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let folder = match file.file_name().is_some_and(|n| n == "mod.rs") {
            true => file.parent().unwrap().to_owned(),
            false => file.with_extension(""),
        };
        let names = names(&text, &module, &folder);
        files.extend(names.modules);
        code.extend(names.paths.into_iter().map(|path| (file.clone(), path)));
    }
    assert!(code.len() > 10, "{room} names nothing");
    code
}

fn starts_with(path: &str, name: &str) -> bool {
    path.strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[test]
fn the_table_of_rooms_is_the_same_wherever_it_is_shown() {
    let all = rooms(&read("src/lib.rs"));
    assert_eq!(rooms(&read("README.md")), all, "README.md");
    let core = rooms(&read("src/core.rs"));
    assert_eq!(core, all[..core.len()], "src/core.rs");
    let declared: BTreeSet<String> = syn::parse_file(&read("src/core.rs"))
        .unwrap()
        .items
        .into_iter()
        .filter_map(|i| {
            if let Item::Mod(m) = i {
                Some(m.ident.to_string())
            } else {
                None
            }
        })
        .filter(|name| name != HELPER)
        .collect();
    assert_eq!(declared, core.into_iter().map(|r| r.name).collect());
}

#[test]
fn a_room_uses_only_the_rooms_the_table_says() {
    let all = rooms(&read("src/lib.rs"));
    let used_here = |path: &str| {
        let path = path.strip_prefix("crate::")?;
        all.iter().find(|r| starts_with(path, &r.name)).map(|r| r.name.clone())
    };
    for room in &all {
        for (file, path) in code(&room.name) {
            let Some(used) = used_here(&path) else { continue };
            assert!(
                used == room.name || room.may_use.contains(&used),
                "{}: {} uses {path}",
                file.display(),
                room.name
            );
        }
    }
}

#[test]
fn the_core_knows_no_browser_no_framework_no_clock_and_no_chance() {
    for room in rooms(&read("src/core.rs")) {
        for (file, path) in code(&room.name) {
            let foreign = FOREIGN.iter().find(|name| starts_with(&path, name));
            assert_eq!(foreign, None, "{} names {path}", file.display());
        }
    }
}

#[test]
fn browser_bindings_are_the_platforms_but_for_those_that_views_are_allowed() {
    for room in ["app", "ui"] {
        for (file, path) in code(room) {
            let own = path.trim_start_matches("leptos::");
            if BINDINGS.iter().any(|name| starts_with(own, name)) {
                let is_allowed = room == "ui" && BINDINGS_OF_VIEWS.contains(&own);
                assert!(is_allowed, "{} names {path}", file.display());
            }
        }
    }
}

#[test]
fn items_for_tests_are_left_out_one_by_one() {
    let text = "
        #[cfg(test)] use crate::ui::A;
        #[cfg(test)] mod tests { use crate::ui::B; }
        use crate::app::{B, c::D};
        fn f() { view! { <p>{crate::charts::e()}</p> } }
        mod inner { use super::super::engine::G; }
    ";
    let names = names(text, &["model".to_owned()], Path::new(""));
    let paths: Vec<&str> = names
        .paths
        .iter()
        .map(String::as_str)
        .filter(|p| *p != "view")
        .collect();
    assert_eq!(
        paths,
        [
            "crate::app::B",
            "crate::app::c::D",
            "crate::charts::e",
            "crate::engine::G"
        ]
    );
}
