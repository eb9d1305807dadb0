//! Frame of the page: navigation, top bar, dialogs, messages, keys, tour.

mod en;
mod sentences;
mod vi;

pub use en::EN;
pub use sentences::*;
pub use vi::VI;

/// Texts of this area.
#[derive(Debug)]
#[allow(missing_docs)] // each field is its own wording
pub struct Shell {
    pub title: &'static str,
    pub mark: &'static str,
    pub screens: &'static str,
    pub skip: &'static str,
    pub plan_bar: &'static str,

    pub scenario: &'static str,
    pub base: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub print: &'static str,
    pub money_unit: &'static str,
    pub million: &'static str,
    pub billion: &'static str,
    pub language: &'static str,
    pub other_language: &'static str,
    pub language_code: &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub keys: &'static str,
    pub about: &'static str,
    pub illustration: &'static str,
    pub illustration_long: &'static str,
    pub more_screens: &'static str,
    pub more: &'static str,
    /// A screen is being loaded.
    pub screen_coming: &'static str,
    /// A screen could not be loaded.
    pub screen_failed: &'static str,
    /// Loads it again.
    pub screen_again: &'static str,

    pub untouched: &'static str,
    pub saving: &'static str,
    pub not_saved: &'static str,
    pub read_only: &'static str,
    pub download: &'static str,
    pub read_only_tab: &'static str,
    pub read_only_newer: &'static str,
    pub take_over: &'static str,
    pub took_over: &'static str,
    pub taken_over: &'static str,
    pub save_copy: &'static str,

    pub close: &'static str,
    pub cancel: &'static str,
    pub messages: &'static str,
    pub undo_this: &'static str,

    pub key_column: &'static str,
    pub does_column: &'static str,
    /// Keys and what they do.
    pub key_list: &'static [(&'static str, &'static str)],

    pub tour: &'static str,
    /// Heading and text of each step.
    pub tour_steps: [(&'static str, &'static str); 3],
    pub tour_next: &'static str,
    pub tour_back: &'static str,
    pub tour_done: &'static str,
    pub tour_later: &'static str,
    pub tour_show: &'static str,

    /// Paragraphs of the about dialog.
    pub about_text: &'static [&'static str],
    pub version: &'static str,
    pub engine_version: &'static str,
    pub licences: &'static str,
    pub licence_text: &'static str,
    /// Opens the full texts of the licences.
    pub licences_show: &'static str,

    pub copy_suffix: &'static str,
    pub blank_plan: &'static str,
    pub broken_name: &'static str,
    pub file_place: &'static str,
    pub file_shared: &'static str,
    pub open_file: &'static str,
    pub storage_off: &'static str,
    pub computing_stopped: &'static str,
    pub plan_gone: &'static str,
    pub sample_missing: &'static str,
    pub import_kept: &'static str,
    pub broken_stays: &'static str,
}
