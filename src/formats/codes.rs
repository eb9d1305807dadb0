//! What the gate says: what it mended, and why it refuses. [`crate::i18n::messages`] words it.

use super::restore::{MOST_REPAIRS, Refusal, Repair};

/// What was mended so that a plan can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // fields are what the variant says
pub enum RepairKind {
    /// The file holds a plan without the envelope that says what it is.
    BarePlan,
    /// The contents are not those that were exported: somebody changed the file by other means.
    ChangedOutside,
    /// The file is of a newer version than the page: it can be looked at, not changed.
    NewerVersion { file: u64, page: u64 },
    /// Control characters or characters that turn the writing direction were taken out.
    TextCleaned,
    /// A text was cut: characters found and kept.
    TextCut { found: usize, kept: usize },
    /// An id was missing: the new one.
    IdMade { id: String },
    /// An id came twice in its list; the later one was renamed.
    IdRenamed { id: String, new: String },
    /// There was no scenario; an empty one was added.
    ScenarioAdded { name: String },
    /// Start or length of the plan was outside what can be planned.
    CalendarBounded { found: String, used: i64 },
    /// The months a bill may wait were more than a plan can have.
    WaitBounded { found: String, used: i64 },
    /// More was mended than is listed.
    MoreRepairs { more: usize },
}

impl RepairKind {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BarePlan => "bare-plan",
            Self::ChangedOutside => "changed-outside",
            Self::NewerVersion { .. } => "newer-version",
            Self::TextCleaned => "text-cleaned",
            Self::TextCut { .. } => "text-cut",
            Self::IdMade { .. } => "id-made",
            Self::IdRenamed { .. } => "id-renamed",
            Self::ScenarioAdded { .. } => "scenario-added",
            Self::CalendarBounded { .. } => "calendar-bounded",
            Self::WaitBounded { .. } => "wait-bounded",
            Self::MoreRepairs { .. } => "more-repairs",
        }
    }
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // fields are what the variant says
pub enum RefusalKind {
    /// The text is larger than is read, bytes.
    TooLarge { bytes: usize, most: usize },
    /// There is no text.
    Empty,
    /// The bytes are no text from this one on, counted from 1.
    NotUtf8 { byte: usize },
    /// Not JSON at all, or a slip in it.
    NotJson { line: usize, column: usize },
    /// JSON that ends too early: the file was cut off.
    Truncated { line: usize, column: usize },
    /// Nested more deeply than is read.
    TooDeep { line: usize, column: usize },
    /// A number that no computer number can hold.
    NumberOutOfRange { line: usize, column: usize },
    /// JSON, but no plan.
    NotAPlan,
    /// It says that it is something else.
    OtherFormat { found: String },
    /// Its version is no version.
    VersionInvalid { found: String },
    /// A required field is missing; the path names it.
    Missing { field: String },
    /// A value is not of the type of its field.
    WrongType { found: String },
    /// A word that is none of those the field allows.
    UnknownChoice { found: String },
    /// A list that must have a certain length has another.
    WrongLength { found: usize },
    /// A list is longer than any plan needs.
    TooMany { found: usize, most: usize },
    /// A number so large that it can only be a slip.
    NumberAbsurd { found: String },
    /// Export only: what would be written is not what would be read (a fault of the program), or a number of the plan is not finite.
    NotExportable,
}

impl RefusalKind {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::Empty => "empty",
            Self::NotUtf8 { .. } => "not-utf8",
            Self::NotJson { .. } => "not-json",
            Self::Truncated { .. } => "truncated",
            Self::TooDeep { .. } => "too-deep",
            Self::NumberOutOfRange { .. } => "number-out-of-range",
            Self::NotAPlan => "not-a-plan",
            Self::OtherFormat { .. } => "other-format",
            Self::VersionInvalid { .. } => "version-invalid",
            Self::Missing { .. } => "missing",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownChoice { .. } => "unknown-choice",
            Self::WrongLength { .. } => "wrong-length",
            Self::TooMany { .. } => "too-many",
            Self::NumberAbsurd { .. } => "number-absurd",
            Self::NotExportable => "not-exportable",
        }
    }
}

/// A list of repairs that stays readable: one `more-repairs` in place of a long tail.
pub(super) fn shorten_repairs(mut repairs: Vec<Repair>) -> Vec<Repair> {
    if repairs.len() > MOST_REPAIRS {
        let more = repairs.len() - MOST_REPAIRS;
        repairs.truncate(MOST_REPAIRS);
        repairs.push(Repair::new(RepairKind::MoreRepairs { more }, ""));
    }
    repairs
}

impl Repair {
    pub(super) fn new(kind: RepairKind, path: &str) -> Self {
        let path = path.to_owned();
        Self { kind, path }
    }
}

impl Refusal {
    pub(super) fn new(kind: RefusalKind, path: &str) -> Self {
        let path = path.to_owned();
        Self { kind, path }
    }
}

impl std::fmt::Display for Refusal {
    /// Code and place; [`crate::i18n::messages`] has the sentence for people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kind.code())?;
        match self.path.is_empty() {
            true => Ok(()),
            false => write!(f, " at {}", self.path),
        }
    }
}

impl std::error::Error for Refusal {}
