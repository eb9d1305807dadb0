//! What a person does to a plan: a [`Command`] goes in, a new [`Plan`](crate::model::Plan) comes out, history keeps
//! the way back.

mod command;
pub mod describe;
mod presets;
mod session;

pub use command::{Command, CommandError, FigureField, LineField, OriginField, SourceField};
pub use presets::{PRESETS, preset};
pub use session::{Session, Snapshot};
