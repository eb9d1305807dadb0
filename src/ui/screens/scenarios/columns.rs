//! Which scenarios stand side by side: the base first, then the ticked ones in plan order.

use crate::app::{MOST_COMPARED, Workspace};
use crate::ui::prelude::*;

/// Ids of the scenarios in the comparison, the base first; at most [`MOST_COMPARED`].
pub fn columns(workspace: Workspace) -> Memo<Vec<String>> {
    Memo::new(move |_| arrange(&workspace.base_id().get(), &workspace.comparison().get()))
}

/// Puts a scenario into the comparison or takes it out; the base stays, and a seventh is not let in.
pub fn set_ticked(workspace: Workspace, id: &str, on: bool) {
    let base = workspace.base_id().get_untracked();
    let mut ids = arrange(&base, &workspace.comparison().get_untracked());
    let there = ids.iter().any(|i| i == id);
    if on && !there && ids.len() < MOST_COMPARED {
        ids.push(id.to_owned());
    } else if !on && id != base {
        ids.retain(|i| i != id);
    }
    workspace.set_comparison(ids);
}

fn arrange(base: &str, ticked: &[String]) -> Vec<String> {
    let others = ticked.iter().filter(|id| id.as_str() != base).cloned();
    std::iter::once(base.to_owned())
        .chain(others)
        .take(MOST_COMPARED)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::arrange;

    #[test]
    fn the_base_comes_first_and_is_there_once_even_if_it_is_not_ticked() {
        let ticked = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(arrange("b", &ticked), ["b", "a", "c"]);
        assert_eq!(arrange("x", &ticked), ["x", "a", "b", "c"]);
        assert_eq!(arrange("x", &[]), ["x"]);
    }

    #[test]
    fn never_more_than_six_stand_side_by_side() {
        let ticked: Vec<String> = (0..9).map(|n| n.to_string()).collect();
        assert_eq!(arrange("base", &ticked).len(), 6);
    }
}
