//! Finding numbers of a plan by words.

use crate::formats::fold;
use crate::i18n::messages::path_in_words;
use crate::model::field::Field;
use crate::model::{Lang, Plan};

/// Numbers whose place in words has all words of `query`, in any case and without regard to marks; at most `most`.
/// An empty query finds nothing.
pub fn find(plan: &Plan, query: &str, lang: Lang, most: usize) -> Vec<(Field, String)> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let fits = |label: &str| {
        let label = fold(label);
        words.iter().all(|word| label.contains(word))
    };
    Field::all(plan)
        .into_iter()
        .filter(|field| field.read(plan).is_some())
        .map(|field| {
            let label = path_in_words(&field.path(), plan, lang);
            (field, label)
        })
        .filter(|(_, label)| fits(label))
        .take(most)
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::super::place;
    use super::*;
    use crate::edit::{Command, Session};
    use crate::model::field::{LineField, SourceField};
    use crate::model::samples;
    use std::collections::BTreeSet;

    fn plan() -> Plan {
        samples::default_plan()
    }

    #[test]
    fn every_number_has_a_place_and_an_element_of_its_own() {
        let plan = plan();
        let fields = Field::all(&plan);
        let elements: BTreeSet<String> = fields.iter().map(|s| place::element(&s.path())).collect();
        assert_eq!(elements.len(), fields.len());
    }

    #[test]
    fn every_number_is_told_in_words_of_both_languages() {
        let plan = plan();
        for field in Field::all(&plan) {
            for lang in [Lang::Vi, Lang::En] {
                let words = path_in_words(&field.path(), &plan, lang);
                assert!(!words.contains('_') && !words.is_empty(), "{words}");
            }
        }
    }

    #[test]
    fn an_edited_report_can_be_brought_back_with_its_origin() {
        let plan = plan();
        let field = Field::source("state", SourceField::Reference);
        let mut session = Session::open(plan.clone());
        session.apply(Command::Set(field.clone(), 1.0)).unwrap();
        let edited_plan = session.snapshot().plan.clone();
        assert_eq!(field.replaced(&edited_plan), field.read(&plan));
        session.apply(Command::Reset(field)).unwrap();
        assert_eq!(session.snapshot().plan.sources, plan.sources);
    }

    #[test]
    fn a_number_is_found_by_words_without_marks_in_any_order() {
        let plan = plan();
        let hits = find(&plan, "vuon chi tieu", Lang::Vi, 20);
        assert!(
            hits.iter()
                .any(|(field, _)| *field == Field::line("gardens", LineField::Goal)),
            "{hits:?}"
        );
        assert!(find(&plan, "  ", Lang::Vi, 20).is_empty());
        assert!(find(&plan, "không có gì như thế", Lang::Vi, 20).is_empty());
        assert_eq!(find(&plan, "goal", Lang::En, 3).len(), 3);
    }
}
