//! How far down each entry of the browser's history was looked at, so that going back finds the place again.

use std::collections::BTreeMap;

/// How far the main part and the window around it are scrolled, CSS px.
pub type Scroll = (i32, f64);

/// Entries looked at in this visit, by their mark. Marks are times, so that those of an earlier visit are not taken for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScrollHistory {
    now: f64,
    left: bool,
    scrolls: BTreeMap<u64, Scroll>,
}

impl ScrollHistory {
    /// Begins at an entry.
    pub fn at(mark: f64) -> Self {
        Self {
            now: mark,
            ..Self::default()
        }
    }

    /// The screen of the current entry is about to go; the first word counts, later the next screen is there.
    pub fn leave(&mut self, scroll: Scroll) {
        if !self.left {
            self.scrolls.insert(self.now.to_bits(), scroll);
            self.left = true;
        }
    }

    /// Another entry is there; a new one has no mark and gets `fresh`. Its mark, and how far down it was when it was left.
    pub fn arrive(&mut self, mark: Option<f64>, fresh: f64) -> (f64, Option<Scroll>) {
        // Two entries within a millisecond are two all the same.
        let next = mark.unwrap_or(if fresh > self.now { fresh } else { self.now + 1.0 });
        (self.now, self.left) = (next, false);
        (next, self.scrolls.get(&next.to_bits()).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_back_finds_the_place_and_a_new_entry_begins_at_its_top() {
        let mut history = ScrollHistory::at(10.0);
        history.leave((900, 0.0));
        let (second, found) = history.arrive(None, 20.0);
        assert_eq!((second, found), (20.0, None));
        history.leave((40, 0.0));
        assert_eq!(history.arrive(Some(10.0), 30.0), (10.0, Some((900, 0.0))));
        history.leave((910, 0.0));
        assert_eq!(
            history.arrive(Some(20.0), 40.0),
            (20.0, Some((40, 0.0))),
            "and forward again"
        );
    }

    #[test]
    fn the_first_word_of_a_leave_counts_and_entries_of_one_millisecond_are_two() {
        let mut history = ScrollHistory::at(10.0);
        history.leave((900, 0.0));
        history.leave((0, 0.0));
        let (second, _) = history.arrive(None, 10.0);
        assert_eq!(second, 11.0);
        assert_eq!(history.arrive(Some(10.0), 12.0).1, Some((900, 0.0)));
    }

    #[test]
    fn an_entry_of_an_earlier_visit_begins_at_its_top() {
        let mut history = ScrollHistory::at(10.0);
        history.leave((900, 0.0));
        assert_eq!(history.arrive(Some(3.0), 20.0), (3.0, None));
    }
}
