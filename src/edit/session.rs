//! One open plan: its current snapshot, its history, and the drag in progress.

use super::history::History;
use super::{Command, CommandError, apply};
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
    history: History,
    /// The plan before the drag in progress.
    drag: Option<Arc<Plan>>,
}

impl Session {
    /// Opens a plan; nothing to undo.
    pub fn open(plan: Plan) -> Self {
        Self {
            current: Snapshot {
                plan: Arc::new(plan),
                revision: 0,
            },
            history: History::default(),
            drag: None,
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
    pub fn apply(&mut self, command: Command) -> Result<&Snapshot, CommandError> {
        self.commit();
        let plan = apply(&self.current.plan, &command)?;
        self.history.push(self.current.plan.clone());
        self.show(Arc::new(plan));
        Ok(&self.current)
    }

    /// Applies a command as part of a drag: all previews up to [`Session::commit`] are one undo step, and each one
    /// starts from the plan before the drag.
    ///
    /// # Errors
    /// Says why the command was refused; the last preview stays. A drag that comes back to where it started is not
    /// refused: it shows the plan before it.
    pub fn preview(&mut self, command: Command) -> Result<&Snapshot, CommandError> {
        let before = self.drag.as_ref().unwrap_or(&self.current.plan).clone();
        let plan = match apply(&before, &command) {
            Ok(plan) => Arc::new(plan),
            Err(CommandError::NoChange) if !Arc::ptr_eq(&before, &self.current.plan) => before.clone(),
            Err(error) => return Err(error),
        };
        self.drag = Some(before);
        self.show(plan);
        Ok(&self.current)
    }

    /// Puts a plan that was changed elsewhere in the place of the current one, as a step of its own if they differ; ends a drag in
    /// progress first.
    pub fn follow(&mut self, plan: Plan) {
        self.commit();
        if plan != *self.current.plan {
            self.history.push(self.current.plan.clone());
            self.show(Arc::new(plan));
        }
    }

    /// Ends a drag and keeps its last preview as one step (none if nothing changed).
    pub fn commit(&mut self) {
        if let Some(before) = self.drag.take().filter(|b| !Arc::ptr_eq(b, &self.current.plan)) {
            self.history.push(before);
        }
    }

    /// Ends a drag and goes back to the plan before it.
    pub fn cancel(&mut self) {
        if let Some(before) = self.drag.take().filter(|b| !Arc::ptr_eq(b, &self.current.plan)) {
            self.show(before);
        }
    }

    /// Whether there is a step to undo; a drag in progress that changed something is one.
    pub fn can_undo(&self) -> bool {
        self.is_dragged() || self.history.has_past()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        self.history.has_future() && !self.is_dragged()
    }

    /// Goes one step back; ends a drag in progress first. `false` if there is none.
    pub fn undo(&mut self) -> bool {
        self.commit();
        let plan = self.history.back(&self.current.plan);
        self.go(plan)
    }

    /// Goes one step forward; ends a drag in progress first. `false` if there is none.
    pub fn redo(&mut self) -> bool {
        self.commit();
        let plan = self.history.forward(&self.current.plan);
        self.go(plan)
    }

    /// Whether a drag in progress has changed the plan.
    fn is_dragged(&self) -> bool {
        self.drag.as_ref().is_some_and(|b| !Arc::ptr_eq(b, &self.current.plan))
    }

    fn go(&mut self, plan: Option<Arc<Plan>>) -> bool {
        let moved = plan.is_some();
        if let Some(plan) = plan {
            self.show(plan);
        }
        moved
    }

    fn show(&mut self, plan: Arc<Plan>) {
        self.current = Snapshot {
            plan,
            revision: self.current.revision + 1,
        };
    }
}

#[cfg(test)]
mod tests;
