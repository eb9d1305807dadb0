//! Which rows are shown, in which order. Neither sorting nor filtering changes the plan.

use super::{CommuneRow, CriteriaTable, Ranking};
use crate::formats::fold;
use crate::model::CriterionState;
use std::cmp::Ordering;

/// What rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortKey {
    /// In the order of the run's choice; communes without data after those with, communes out last.
    #[default]
    Readiness,
    /// Name.
    Name,
    /// Cost to come; communes without data last.
    Cost,
    /// Months of work left; communes without data last.
    Months,
    /// Criteria left, unknown ones among them.
    Left,
}

/// Key and direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// Key.
    pub key: SortKey,
    /// Largest first. What has no value stays last.
    pub descending: bool,
}

/// Filter on what is known of a commune.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Known {
    /// All.
    #[default]
    Any,
    /// Counted with its own figures.
    Complete,
    /// Something is missing.
    Incomplete,
}

/// Which communes are shown; all conditions hold together. The level is the matrix itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Part of the name, of a merged commune's name or of the code; marks and case do not matter.
    pub text: String,
    /// Only communes on the coast.
    pub coastal: bool,
    /// Only merged communes.
    pub merged: bool,
    /// What is known.
    pub known: Known,
    /// Only communes that something is left to do in.
    pub open: bool,
    /// Only communes the run starts.
    pub chosen: bool,
    /// Only communes that can still reach the last round, started in the first month.
    pub in_time: bool,
}

impl Filter {
    /// Conditions beside the text that are asked for.
    pub fn conditions(&self) -> usize {
        let conditions = [self.coastal, self.merged, self.open, self.chosen, self.in_time];
        conditions.into_iter().filter(|a| *a).count() + usize::from(self.known != Known::Any)
    }

    fn keeps(&self, row: &CommuneRow, ranking: &Ranking) -> bool {
        let text = fold(self.text.trim());
        let found = text.is_empty()
            || [&row.name, &row.merged_from, &row.id]
                .into_iter()
                .any(|field| fold(field).contains(&text));
        let known = match self.known {
            Known::Any => true,
            Known::Complete => row.known.is_some(),
            Known::Incomplete => row.known.is_none(),
        };
        let met =
            |cell: &Option<crate::model::CriterionEntry>| cell.as_ref().is_some_and(|e| e.state == CriterionState::Met);
        let open = || !row.cells.iter().all(met);
        let in_time = || ranking.of(&row.id).is_some_and(|r| r.chance > 0.0);
        found
            && known
            && (!self.coastal || row.coastal)
            && (!self.merged || !row.merged_from.is_empty())
            && (!self.open || open())
            && (!self.chosen || ranking.is_chosen(&row.id))
            && (!self.in_time || in_time())
    }
}

/// Indices of the rows shown, in order.
pub fn arrange(matrix: &CriteriaTable, ranking: &Ranking, sort: Sort, filter: &Filter) -> Vec<usize> {
    let rows = &matrix.rows;
    let mut shown: Vec<usize> = (0..rows.len()).filter(|i| filter.keeps(&rows[*i], ranking)).collect();
    let directed = |order: Ordering| if sort.descending { order.reverse() } else { order };
    let by_name = |a: &CommuneRow, b: &CommuneRow| fold(&a.name).cmp(&fold(&b.name)).then_with(|| a.id.cmp(&b.id));
    shown.sort_by(|a, b| {
        let (a, b) = (&rows[*a], &rows[*b]);
        let order = match sort.key {
            SortKey::Name => directed(by_name(a, b)),
            SortKey::Readiness => with_value_first(ranking.order(&a.id), ranking.order(&b.id), usize::cmp, &directed),
            SortKey::Cost => with_value_first(
                a.known.map(|k| k.0),
                b.known.map(|k| k.0),
                |a, b| a.total_cmp(b),
                &directed,
            ),
            SortKey::Months => with_value_first(a.known.map(|k| k.1), b.known.map(|k| k.1), usize::cmp, &directed),
            SortKey::Left => directed((a.cells.len() - a.met).cmp(&(b.cells.len() - b.met))),
        };
        order.then_with(|| by_name(a, b))
    });
    shown
}

fn with_value_first<T>(
    a: Option<T>,
    b: Option<T>,
    compare: impl Fn(&T, &T) -> Ordering,
    directed: &impl Fn(Ordering) -> Ordering,
) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => directed(compare(&a, &b)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}
