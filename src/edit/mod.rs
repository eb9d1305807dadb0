//! What a person does to a plan: a [`Command`] goes in, a new [`Plan`](crate::model::Plan) comes out, history keeps
//! the way back.

mod apply;
#[cfg(test)]
mod arbitrary;
mod command;
pub mod describe;
mod fix;
mod history;
mod lever;
mod presets;
mod session;

pub use apply::apply;
pub use command::{Command, CommandError, LineText, PlanText, SourceText};
pub use fix::fix_command;
pub use history::MAX_STEPS;
pub use lever::changes_command;
pub use presets::{PRESETS, preset};
pub use session::{Session, Snapshot};
