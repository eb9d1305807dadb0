//! Screen *Xã*.

mod en;
mod sentences;
mod set;
mod vi;

pub use en::EN;
pub use sentences::*;
pub use set::*;
pub use vi::VI;

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Communes {
    pub title: &'static str,
    pub levels: &'static str,
    pub find: &'static str,
    pub filter: &'static str,
    pub filter_all: &'static str,
    pub filter_coastal: &'static str,
    pub filter_merged: &'static str,
    pub filter_complete: &'static str,
    pub filter_incomplete: &'static str,
    pub filter_in_time: &'static str,
    pub filter_open: &'static str,
    pub filter_chosen: &'static str,
    pub sort: &'static str,
    pub sort_readiness: &'static str,
    pub sort_name: &'static str,
    pub sort_cost: &'static str,
    pub sort_months: &'static str,
    pub sort_left: &'static str,
    pub sort_down: &'static str,
    pub sort_again: &'static str,
    pub sort_again_hint: &'static str,
    pub paste: &'static str,
    pub export: &'static str,
    pub export_file: &'static str,
    pub criteria_set: &'static str,

    pub matrix: &'static str,
    pub commune: &'static str,
    pub pick: &'static str,
    pub left: &'static str,
    pub cost: &'static str,
    pub months: &'static str,
    pub chance: &'static str,
    pub met_of: &'static str,
    pub coastal: &'static str,
    pub merged: &'static str,
    pub late: &'static str,
    pub pick_in: &'static str,
    pub pick_out: &'static str,
    pub pick_free: &'static str,
    pub pick_hint: &'static str,
    pub chosen: &'static str,

    pub met: &'static str,
    pub doing: &'static str,
    pub open: &'static str,
    pub unknown: &'static str,
    /// Letter in a cell in progress, in an open one.
    pub letters: [&'static str; 2],
    pub cell_state: &'static str,
    pub cell_cost: &'static str,
    pub cell_months: &'static str,
    pub cell_note: &'static str,
    pub edit_cell: &'static str,
    pub keys_hint: &'static str,
    pub legend_number: &'static str,

    pub no_communes: &'static str,
    pub no_set: &'static str,
    pub nothing_found: &'static str,
    pub show_all: &'static str,
    pub how: &'static str,
    pub formula: &'static str,
    pub pushed: &'static str,
    pub not_now: &'static str,
    pub whole_units: &'static str,

    pub paste_title: &'static str,
    pub paste_hint: &'static str,
    pub paste_label: &'static str,
    pub paste_apply: &'static str,
    pub paste_readable: &'static str,

    pub heat_title: &'static str,
    pub heat_none: &'static str,
    pub heat_unit: &'static str,

    pub set_hint: &'static str,
    pub set_in_use: &'static str,
    pub set_name: &'static str,
    pub criterion_name: &'static str,
    pub add: &'static str,
    pub remove: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    pub new_criterion: &'static str,
    pub set_read: &'static str,
    pub set_read_hint: &'static str,
    pub set_replace: &'static str,
    pub set_export: &'static str,
    pub set_as_other: &'static str,
    pub set_file: &'static str,
    /// Headings of a set as a table: group, code, name, name in English.
    pub set_headings: [&'static str; 4],
    pub draft: &'static str,
    pub draft_suffix: &'static str,
    pub delete_set: &'static str,
    pub name_missing: &'static str,
}
