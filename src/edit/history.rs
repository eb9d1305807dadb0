//! The way back: whole plans, shared, newest last.

use crate::model::Plan;
use std::collections::VecDeque;
use std::sync::Arc;

/// Steps that can be undone; older ones are forgotten.
pub const MAX_STEPS: usize = 200;

/// Plans before and after the current one.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    past: VecDeque<Arc<Plan>>,
    future: Vec<Arc<Plan>>,
}

impl History {
    /// Records the plan before a step; what was undone cannot be redone any more.
    pub(super) fn push(&mut self, before: Arc<Plan>) {
        self.future.clear();
        self.past.push_back(before);
        if self.past.len() > MAX_STEPS {
            self.past.pop_front();
        }
    }

    /// The plan one step back, in exchange for the current one.
    pub(super) fn back(&mut self, current: &Arc<Plan>) -> Option<Arc<Plan>> {
        let plan = self.past.pop_back()?;
        self.future.push(current.clone());
        Some(plan)
    }

    /// The plan one step forward, in exchange for the current one.
    pub(super) fn forward(&mut self, current: &Arc<Plan>) -> Option<Arc<Plan>> {
        let plan = self.future.pop()?;
        self.past.push_back(current.clone());
        Some(plan)
    }

    pub(super) fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    pub(super) fn has_future(&self) -> bool {
        !self.future.is_empty()
    }
}
