//! Findings of the checks of a plan.

mod figures;
mod references;
mod whole;

use super::{Fill, Message, Sentence, paths::path_in_words};
use crate::model::validate::Issue;
use crate::model::{Lang, Plan};

/// A check by name, with what was found and what to do about it.
type Check = (&'static str, Sentence, Sentence);

/// All checks, in the order in which they are made.
fn all() -> impl Iterator<Item = &'static Check> {
    [figures::CHECKS, whole::CHECKS, references::CHECKS]
        .into_iter()
        .flatten()
}

/// A finding of a check in words.
pub fn issue(issue: &Issue, plan: &Plan, lang: Lang) -> Message {
    let fill = Fill {
        args: &issue.args,
        plan: Some(plan),
        lang,
    };
    let place = path_in_words(&issue.path, plan, lang);
    match all().find(|(check, _, _)| *check == issue.check) {
        Some((_, what, remedy)) => Message {
            what: fill.put(what.get(lang)),
            remedy: fill.put(remedy.get(lang)),
            place,
        },
        // A check without a sentence still says where and under which name.
        None => Message {
            what: issue.check.to_owned(),
            remedy: String::new(),
            place,
        },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::super::tests::whole_in_both;
    use super::*;
    use crate::model::samples;
    use crate::model::validate::{self, Severity};

    #[test]
    fn every_check_has_a_sentence_and_a_remedy_in_both_languages_and_no_sentence_lacks_its_check() {
        let told: Vec<&str> = all().map(|(check, _, _)| *check).collect();
        assert_eq!(told, validate::CHECKS);
        for (check, what, remedy) in all() {
            whole_in_both(check, what);
            whole_in_both(check, remedy);
        }
    }

    #[test]
    fn findings_are_told_with_place_and_numbers_of_the_language() {
        let plan = samples::default_plan();
        let finding = Issue {
            check: "release-decreasing",
            severity: Severity::Error,
            path: "/sources/state/release".into(),
            args: vec!["4".into(), "0.285".into(), "0.33".into()],
        };
        let message = issue(&finding, &plan, Lang::Vi);
        assert_eq!(message.place, "Nguồn › Ngân sách nhà nước › Giải ngân");
        assert!(message.what.contains("28,5\u{a0}%"), "{}", message.what);
        let message = issue(&finding, &plan, Lang::En);
        assert!(message.what.contains("28.5\u{a0}%"), "{}", message.what);
    }

    #[test]
    fn a_check_that_names_a_line_uses_its_name() {
        let plan = samples::default_plan();
        let finding = Issue {
            check: "level-twice",
            severity: Severity::Warning,
            path: "/lines/gardens/level".into(),
            args: vec!["advanced".into()],
        };
        let name = plan.line("advanced").unwrap().name.vi.clone();
        assert!(issue(&finding, &plan, Lang::Vi).what.contains(&name));
    }

    #[test]
    fn every_finding_of_the_samples_is_told_without_braces() {
        for name in samples::NAMES {
            let plan = samples::by_name(name).unwrap();
            for finding in validate::validate(&plan) {
                for lang in [Lang::Vi, Lang::En] {
                    let text = issue(&finding, &plan, lang).paragraph();
                    assert!(!text.contains(['{', '}']), "{text}");
                }
            }
        }
    }
}
