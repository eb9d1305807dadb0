//! How builders are paid, as fields show and set it.

use super::ListChoice;
use crate::model::{Calendar, Discipline};
use crate::ui::prelude::*;

/// Months a bill may wait when a discipline with waiting is chosen and none was before: the default of the model.
const USUAL_WAIT: usize = 3;

/// A discipline taken apart into the values of its fields. Wait and cap outlive a change of kind as far as the new kind
/// has them.
#[derive(Clone, Copy, Debug)]
pub struct DisciplineFields {
    now: Signal<Discipline>,
    fallback: Signal<Discipline>,
    change: Callback<Discipline, Result<(), String>>,
}

impl DisciplineFields {
    /// Most months a bill may be asked to wait: as long as a plan can be.
    pub const MOST_WAIT: f64 = Calendar::MAX_MONTHS as f64;

    /// Fields of the discipline `now`; `fallback` has the wait where `now` has none. `change` takes a new one.
    pub fn new(
        now: Signal<Discipline>,
        fallback: Signal<Discipline>,
        change: Callback<Discipline, Result<(), String>>,
    ) -> Self {
        Self { now, fallback, change }
    }

    /// The kinds with their words: bridge, pay as you go, arrears.
    pub fn choices(words: [&str; 3]) -> Vec<ListChoice> {
        let values = ["bridge", "pay-as-you-go", "arrears"];
        let pairs = values.into_iter().zip(words);
        pairs.map(|(value, word)| (value.to_owned(), word.to_owned())).collect()
    }

    /// Value of the kind in [`DisciplineFields::choices`]; tracked.
    pub fn kind(self) -> Signal<String> {
        Signal::derive(move || {
            let kind = match self.now.get() {
                Discipline::Bridge { .. } => "bridge",
                Discipline::PayAsYouGo => "pay-as-you-go",
                Discipline::Arrears { .. } => "arrears",
            };
            kind.to_owned()
        })
    }

    /// Months a bill may wait; `None` where nothing waits.
    pub fn wait(self) -> Memo<Option<usize>> {
        Memo::new(move |_| self.now.get().wait())
    }

    /// Debt allowed after the last month, triệu đồng; `None` where none is.
    pub fn cap(self) -> Memo<Option<f64>> {
        Memo::new(move |_| cap(self.now.get()))
    }

    /// Another kind, by its value.
    pub fn set_kind(self, value: &str) -> Result<(), String> {
        let before = match self.now.get_untracked() {
            Discipline::PayAsYouGo => self.fallback.get_untracked(),
            now => now,
        };
        let wait = before.wait().unwrap_or(USUAL_WAIT);
        self.change.run(match value {
            "pay-as-you-go" => Discipline::PayAsYouGo,
            "arrears" => Discipline::Arrears {
                cap: before.allowed_debt(),
                wait,
            },
            _ => Discipline::Bridge { wait },
        })
    }

    /// Another longest wait, months.
    pub fn set_wait(self, wait: usize) -> Result<(), String> {
        self.change.run(self.now.get_untracked().with_wait(wait))
    }

    /// Another debt allowed, triệu đồng.
    pub fn set_cap(self, cap: f64) -> Result<(), String> {
        let wait = self.now.get_untracked().wait().unwrap_or(USUAL_WAIT);
        self.change.run(Discipline::Arrears { cap, wait })
    }
}

fn cap(discipline: Discipline) -> Option<f64> {
    match discipline {
        Discipline::Arrears { cap, .. } => Some(cap),
        Discipline::Bridge { .. } | Discipline::PayAsYouGo => None,
    }
}
