//! Places of the plan as names of elements, and sections of the screen.

use crate::app::listed;
use crate::i18n::{texts, uncertainty};
use crate::model::Lang;

listed! {
    /// Sections of the screen, in order.
    pub enum Section {
        /// Findings of the checks.
        Checks = "data-checks",
        /// Names, months, population, money discipline.
        Plan = "data-plan",
        /// Sources and their release.
        Sources = "data-sources",
        /// Lines with their goals, costs and times.
        Lines = "data-lines",
        /// Who may pay for what.
        Recipes = "data-recipes",
        /// Goals and amounts by year.
        Years = "data-years",
        /// What really happened.
        Actuals = "data-actuals",
        /// Order of service.
        Priority = "data-priority",
        /// Things that may happen.
        Events = "data-events",
        /// Spreads of averages and what goes together.
        Uncertainty = "data-uncertainty",
        /// Communes with their level, inhabitants and merger.
        Communes = "data-communes",
        /// Criteria sets by level, with the way to the sheet.
        Criteria = "data-criteria",
        /// Figures as reported.
        Reported = "data-reported",
        /// Do the reported figures add up?
        Reconciliation = "data-reconciliation",
        /// How much of 2020 the assumptions explain.
        BackTest = "data-back-test",
    }
}

impl Section {
    /// Heading of the section in the language of the texts.
    pub fn title(self, lang: Lang) -> &'static str {
        let texts = texts(lang);
        let t = &texts.data;
        match self {
            Section::Checks => t.checks,
            Section::Plan => t.plan,
            Section::Sources => t.sources,
            Section::Lines => t.lines,
            Section::Recipes => t.recipes,
            Section::Years => texts.years.title,
            Section::Actuals => texts.actuals.title,
            Section::Priority => t.priority,
            Section::Events => t.events,
            Section::Uncertainty => uncertainty::words(lang).title,
            Section::Communes => t.communes,
            Section::Criteria => t.criteria,
            Section::Reported => t.reported_figures,
            Section::Reconciliation => t.reconciliation,
            Section::BackTest => t.back_test,
        }
    }
}

/// Id and `data-test` name of the element that shows a place: `/sources/state/other_works` →
/// `data-source-state-other-works`.
pub fn element(path: &str) -> String {
    let mut name = String::from("data");
    let inside = path.trim_matches('/').contains('/');
    for (depth, segment) in path.split('/').filter(|s| !s.is_empty()).enumerate() {
        name.push('-');
        let segment = match (depth, segment) {
            (0, list) if !inside => list,
            (0, "sources") => "source",
            (0, "lines") => "line",
            (0, "events") => "event",
            (0, "communes") => "commune",
            _ => segment,
        };
        name.extend(segment.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }));
    }
    name
}

/// Elements to look for, best first, when somebody wants to see a place: the place itself, then what it lies in,
/// then its section.
pub fn candidates(path: &str) -> Vec<String> {
    let mut elements = Vec::new();
    let mut rest = path.trim_end_matches('/');
    while !rest.is_empty() {
        elements.push(element(rest));
        rest = rest.rfind('/').map_or("", |at| &rest[..at]);
    }
    elements.push(section(path).name().to_owned());
    elements
}

/// The section in which a place is edited.
pub fn section(path: &str) -> Section {
    let mut segments = path.split('/').filter(|s| !s.is_empty());
    match (segments.next(), segments.nth(1)) {
        (Some("lines"), Some("recipe" | "recipe_origin")) => Section::Recipes,
        (Some("lines"), Some("goals" | "certificate")) | (Some("sources"), Some("yearly")) => Section::Years,
        (Some("lines"), Some("average_cost")) | (Some("sources"), Some("realisation")) | (Some("correlations"), _) => {
            Section::Uncertainty
        }
        (Some("lines"), _) => Section::Lines,
        (Some("sources"), _) => Section::Sources,
        (Some("actuals"), _) => Section::Actuals,
        (Some("priority"), _) => Section::Priority,
        (Some("events"), _) => Section::Events,
        (Some("communes"), _) => Section::Communes,
        (Some("criteria_sets"), _) => Section::Criteria,
        (Some("reported"), _) => Section::Reported,
        _ => Section::Plan,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_names_one_element() {
        assert_eq!(element("/sources/state/amount"), "data-source-state-amount");
        assert_eq!(
            element("/lines/model-commune/appraisal/stages/0/pass"),
            "data-line-model-commune-appraisal-stages-0-pass"
        );
        assert_eq!(element("/sources/state/other_works"), "data-source-state-other-works");
        assert_eq!(element("/population"), "data-population");
    }

    #[test]
    fn a_place_without_a_field_of_its_own_is_looked_for_in_what_it_lies_in() {
        let elements = candidates("/lines/gardens/recipe");
        assert_eq!(
            elements,
            [
                "data-line-gardens-recipe",
                "data-line-gardens",
                "data-lines",
                "data-recipes"
            ]
        );
        assert_eq!(candidates(""), ["data-plan"]);
    }

    #[test]
    fn every_section_has_an_element_of_its_own() {
        for (at, section) in Section::ALL.iter().enumerate() {
            assert!(Section::ALL[..at].iter().all(|s| s.name() != section.name()));
        }
    }
}
