//! What is known of the open plan beside what is in it: whether it may be changed, whether it is kept.

use crate::model::Text;

/// Why the open plan cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// Another tab holds the plan.
    OtherTab,
    /// The record was written by a newer version.
    Newer,
}

/// What is known of the last save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Opened from a sample and not touched since: there is nothing to keep.
    Untouched,
    /// Changed; being written or about to be.
    Saving,
    /// Written and read back.
    Saved {
        /// Local time `HH:MM`.
        at: String,
    },
    /// The last write failed; the record is as it was before.
    Failed {
        /// Why, in the language of the moment.
        reason: String,
    },
    /// Not written, because this tab may not.
    ReadOnly(ReadOnly),
}

/// A plan kept in this browser.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryEntry {
    /// Id of the plan.
    pub id: String,
    /// Name of the plan in both languages, as its record keeps it.
    pub name: Text,
    /// Last change, milliseconds since 1970.
    pub updated: f64,
    /// Size of the record, bytes.
    pub bytes: usize,
    /// Whether the record cannot be read; it is set aside and can be downloaded.
    pub broken: bool,
}
