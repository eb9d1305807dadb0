//! One open plan: its current snapshot, its history, and the drag in progress.

use super::{Command, CommandError};
use crate::model::Plan;
use std::sync::Arc;

/// The plan at one moment. Compare by `revision`.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The plan.
    pub plan: Arc<Plan>,
    /// Grows with every change, undo and redo included; never reused in a session.
    pub revision: u64,
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
    }
}

/// One open plan with undo and redo.
#[derive(Clone, Debug)]
pub struct Session {
    current: Snapshot,
}

impl Session {
    /// Opens a plan; nothing to undo.
    pub fn open(plan: Plan) -> Self {
        Self {
            current: Snapshot {
                plan: Arc::new(plan),
                revision: 0,
            },
        }
    }

    /// The current snapshot.
    pub fn snapshot(&self) -> &Snapshot {
        &self.current
    }

    /// Applies a command as one undo step; ends a drag in progress first.
    ///
    /// # Errors
    /// Says why the command was refused; the plan is then unchanged.
    pub fn apply(&mut self, _command: Command) -> Result<&Snapshot, CommandError> {
        Err(CommandError::NoChange)
    }

    /// Applies a command as part of a drag: all previews up to [`Session::commit`] are one undo step, and each one
    /// starts from the plan before the drag.
    ///
    /// # Errors
    /// Says why the command was refused; the last preview stays.
    pub fn preview(&mut self, _command: Command) -> Result<&Snapshot, CommandError> {
        Err(CommandError::NoChange)
    }

    /// Ends a drag and keeps its last preview as one step (none if nothing changed).
    pub fn commit(&mut self) {}

    /// Ends a drag and goes back to the plan before it.
    pub fn cancel(&mut self) {}

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        false
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        false
    }

    /// Goes one step back.
    pub fn undo(&mut self) -> bool {
        false
    }

    /// Goes one step forward.
    pub fn redo(&mut self) -> bool {
        false
    }
}
