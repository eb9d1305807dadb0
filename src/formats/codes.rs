//! Codes of what the gate says, with the names of their arguments. [`crate::i18n::messages`] words them.

use super::restore::{REPEATS_TOLD, Refusal, Repair};

/// Something of the file was mended so that the plan can be used: `(code, arguments)`.
pub const REPAIRS: [(&str, &[&str]); 11] = [
    // The file holds a plan without the envelope that says what it is.
    ("bare-plan", &[]),
    // The contents are not those that were exported: somebody changed the file by other means.
    ("changed-outside", &[]),
    // The file is of a newer version: it can be looked at, not changed.
    ("newer-version", &["version of the file", "version of this program"]),
    // Control characters or characters that turn the writing direction were taken out.
    ("text-cleaned", &[]),
    // A text was cut.
    ("text-cut", &["characters found", "characters kept"]),
    // An id was missing.
    ("id-made", &["new id"]),
    // An id came twice in its list; the later one was renamed.
    ("id-renamed", &["id", "new id"]),
    // There was no scenario; an empty one was added.
    ("scenario-added", &["name"]),
    // Start or length of the plan was outside what can be planned.
    ("calendar-bounded", &["value found", "value used"]),
    // The months a bill may wait were more than a plan can have.
    ("wait-bounded", &["value found", "value used"]),
    // More was mended than is listed.
    ("more-repairs", &["how many more"]),
];

/// The file cannot be used: `(code, arguments)`.
pub const REFUSALS: [(&str, &[&str]); 17] = [
    ("too-large", &["size in MB", "limit in MB"]),
    ("empty", &[]),
    ("not-utf8", &["byte"]),
    // Not JSON at all, or a slip in it.
    ("not-json", &["line", "column"]),
    // JSON that ends too early: the file was cut off.
    ("truncated", &["line", "column"]),
    ("too-deep", &["line", "column"]),
    // A number that no computer number can hold.
    ("number-out-of-range", &["line", "column"]),
    // JSON, but no plan.
    ("not-a-plan", &[]),
    // Says that it is something else.
    ("other-format", &["format found"]),
    ("version-invalid", &["version found"]),
    // A required field is missing; the path names it.
    ("missing", &["field"]),
    ("wrong-type", &["found"]),
    // A word that is none of those the field allows.
    ("unknown-choice", &["found"]),
    // A list that must have a certain length has another.
    ("wrong-length", &["found"]),
    ("too-many", &["found", "limit"]),
    // A number so large that it can only be a slip.
    ("number-absurd", &["found"]),
    // Export only: what would be written is not what would be read (a fault of the program), or a number of the
    // plan is not finite.
    ("not-exportable", &[]),
];

/// A list of repairs that stays readable: one `more-repairs` in place of a long tail.
pub(super) fn told(mut repairs: Vec<Repair>) -> Vec<Repair> {
    if repairs.len() > REPEATS_TOLD {
        let more = repairs.len() - REPEATS_TOLD;
        repairs.truncate(REPEATS_TOLD);
        repairs.push(Repair::new("more-repairs", "", [more.to_string()]));
    }
    repairs
}

impl Repair {
    pub(super) fn new<const N: usize>(code: &'static str, path: &str, args: [String; N]) -> Self {
        Self {
            code,
            path: path.to_owned(),
            args: args.to_vec(),
        }
    }
}

impl Refusal {
    pub(super) fn new<const N: usize>(code: &'static str, path: &str, args: [String; N]) -> Self {
        Self {
            code,
            path: path.to_owned(),
            args: args.to_vec(),
        }
    }
}
