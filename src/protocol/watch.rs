//! Whether a worker that said it was ready has gone silent.

/// Milliseconds between two looks: far longer than any single step of a computation takes.
pub const SILENCE: u32 = 15_000;
/// Looks in a row without a word, while something is waited for, after which a worker counts as hung: more than one, so
/// that a machine that slept is not taken for a worker that did.
const MOST_LOOKS: u32 = 2;

/// What a look comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Nothing is waited for: no need to look again before something is.
    Rest,
    /// To look again.
    Again,
    /// The worker hangs.
    Hung,
}

/// Counts silent looks. Knows no clock: whoever owns it looks every [`SILENCE`] milliseconds.
#[derive(Debug, Default)]
pub struct Watch {
    sign: bool,
    silent: u32,
}

impl Watch {
    /// The worker said something.
    pub fn record_sign(&mut self) {
        self.sign = true;
    }

    /// Looks; `waiting`: whether the worker owes an answer.
    pub fn look(&mut self, waiting: bool) -> Look {
        let sign = std::mem::take(&mut self.sign);
        self.silent = if sign || !waiting { 0 } else { self.silent + 1 };
        match self.silent {
            _ if !waiting => Look::Rest,
            silent if silent >= MOST_LOOKS => Look::Hung,
            _ => Look::Again,
        }
    }
}
