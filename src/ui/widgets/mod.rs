//! Widgets that several screens share.

mod dialog;
mod edit_field;
mod icon;
mod origin_mark;
mod seg;
mod verdict;

pub use dialog::{Confirm, Dialog};
pub use edit_field::{EditField, NumberField};
pub use icon::{Icon, Shape};
pub use origin_mark::{OriginMark, Replacement};
pub use seg::{Choice, Seg};
pub use verdict::{Verdict, VerdictKind, verdict_glyph};
