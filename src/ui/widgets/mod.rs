//! Widgets that several screens share.

mod bullet;
mod chart;
mod chart_parts;
mod chart_save;
mod delta;
mod dialog;
mod discipline;
mod edit_field;
mod icon;
mod lever;
mod month_steps;
mod name_field;
mod origin_mark;
mod rows;
mod seg;
mod select;
mod verdict;

pub use bullet::BulletBar;
pub use chart::Chart;
pub use chart_save::SaveButtons;
pub use delta::{Delta, judge_difference};
pub use dialog::{Dialog, DialogState};
pub use discipline::DisciplineFields;
pub use edit_field::{EditField, NumberField};
pub use icon::{Icon, Shape};
pub use lever::{Lever, LeverMoves};
pub use month_steps::MonthSteps;
pub use name_field::NameField;
pub use origin_mark::{OriginMark, Replacement};
pub use rows::Rows;
pub use seg::{Choice, Seg};
pub use select::{ListChoice, Select, fixed_choices};
pub use verdict::{Verdict, VerdictKind, verdict_glyph};
