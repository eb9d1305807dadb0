//! All numbers of a plan in the order of the screen: for finding them and for printing them with their origin.

use super::slot::{RangePart, Slot};
use crate::edit::{FigureField, LineField, SourceField};
use crate::formats::fold;
use crate::i18n::messages::path_in_words;
use crate::model::{Lang, Line, Plan, RELEASE_POINTS, Source};

/// Every number that can be edited.
pub fn slots(plan: &Plan) -> Vec<Slot> {
    let mut slots = vec![Slot::Figure(FigureField::Population)];
    for source in &plan.sources {
        of_source(source, &mut slots);
    }
    for line in &plan.lines {
        of_line(line, &mut slots);
    }
    for line in &plan.lines {
        for source in &plan.sources {
            slots.push(Slot::MaxShare(line.id.clone(), source.id.clone()));
            slots.push(Slot::MinShare(line.id.clone(), source.id.clone()));
        }
    }
    let pairs = plan.correlations.iter();
    slots.extend(pairs.map(|c| Slot::Correlation(c.a.clone(), c.b.clone())));
    for event in &plan.events {
        slots.push(Slot::Figure(FigureField::EventChance(event.id.clone())));
        slots.extend(
            event
                .months
                .iter()
                .map(|m| Slot::MonthChance(event.id.clone(), m.month)),
        );
        slots.extend((0..event.effects.len()).map(|index| Slot::Effect(event.id.clone(), index)));
    }
    slots
}

fn of_source(source: &Source, slots: &mut Vec<Slot>) {
    let fields = [SourceField::Reference, SourceField::Amount, SourceField::OtherWorks];
    slots.extend(fields.map(|field| Slot::source(&source.id, field)));
    slots.extend(RangePart::ALL.map(|part| Slot::Realisation(source.id.clone(), part)));
    slots.extend((0..RELEASE_POINTS).map(|point| Slot::Release(source.id.clone(), point)));
}

fn of_line(line: &Line, slots: &mut Vec<Slot>) {
    slots.extend([LineField::Goal, LineField::Weight].map(|field| Slot::line(&line.id, field)));
    slots.extend(RangePart::ALL.map(|part| Slot::UnitCost(line.id.clone(), part)));
    slots.extend(RangePart::ALL.map(|part| Slot::AverageCost(line.id.clone(), part)));
    let fields = [
        LineField::Duration,
        LineField::StartsPerMonth,
        LineField::Candidates,
        LineField::Lag,
        LineField::UnderWayUnits,
        LineField::UnderWayWork,
        LineField::UnderWayMoney,
        LineField::LastYear,
        LineField::Stock,
    ];
    slots.extend(fields.map(|field| Slot::line(&line.id, field)));
    slots.extend((0..line.appraisal.stages.len()).map(|stage| Slot::line(&line.id, LineField::Pass(stage))));
}

/// Numbers whose place in words has all words of `query`, in any case and without regard to marks; at most `most`.
/// An empty query finds nothing.
pub fn find(plan: &Plan, query: &str, lang: Lang, most: usize) -> Vec<(Slot, String)> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let fits = |label: &str| {
        let label = fold(label);
        words.iter().all(|word| label.contains(word))
    };
    slots(plan)
        .into_iter()
        .filter(|slot| slot.read(plan).is_some())
        .map(|slot| {
            let label = path_in_words(&slot.path(), plan, lang);
            (slot, label)
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
    use crate::edit::Session;
    use crate::model::samples;
    use std::collections::BTreeSet;

    fn plan() -> Plan {
        samples::default_plan()
    }

    #[test]
    fn every_number_has_a_place_and_an_element_of_its_own() {
        let plan = plan();
        let slots = slots(&plan);
        let elements: BTreeSet<String> = slots.iter().map(|s| place::element(&s.path())).collect();
        assert_eq!(elements.len(), slots.len());
    }

    #[test]
    fn every_number_is_told_in_words_of_both_languages() {
        let plan = plan();
        for slot in slots(&plan) {
            for lang in [Lang::Vi, Lang::En] {
                let words = path_in_words(&slot.path(), &plan, lang);
                assert!(!words.contains('_') && !words.is_empty(), "{words}");
            }
        }
    }

    #[test]
    fn every_number_can_be_changed_and_reads_as_it_was_written() {
        let plan = plan();
        for slot in slots(&plan) {
            let Some(old) = slot.read(&plan) else { continue };
            // Down from the top of a range, up from the bottom: inside the range of every kind of number.
            let new = match &slot {
                Slot::Effect(..) if old >= 2.0 => old - 1.0,
                Slot::Realisation(_, RangePart::Low)
                | Slot::UnitCost(_, RangePart::Low)
                | Slot::AverageCost(_, RangePart::Low) => old * 0.5,
                Slot::Realisation(_, RangePart::High)
                | Slot::UnitCost(_, RangePart::High)
                | Slot::AverageCost(_, RangePart::High) => old + 1.0,
                Slot::Realisation(..) | Slot::UnitCost(..) | Slot::AverageCost(..) | Slot::Release(..) => continue,
                Slot::MaxShare(..)
                | Slot::MinShare(..)
                | Slot::MonthChance(..)
                | Slot::Effect(..)
                | Slot::Correlation(..) => 0.25,
                Slot::Figure(_) if old.fract() != 0.0 => old / 2.0,
                Slot::Figure(_) if old == 1.0 => continue,
                Slot::Figure(_) if old == 0.0 => 1.0,
                Slot::Figure(_) => old - 1.0,
            };
            if new == old {
                continue;
            }
            let mut session = Session::open(plan.clone());
            let command = slot.write(&plan, new).expect("a command");
            let done = session.apply(command).map(|s| slot.read(&s.plan));
            assert_eq!(done, Ok(Some(new)), "{}", slot.path());
        }
    }

    #[test]
    fn an_edited_report_can_be_brought_back_with_its_origin() {
        let plan = plan();
        let slot = Slot::source("state", SourceField::Reference);
        let mut session = Session::open(plan.clone());
        session.apply(slot.write(&plan, 1.0).unwrap()).unwrap();
        let edited_plan = session.snapshot().plan.clone();
        assert_eq!(slot.replaced(&edited_plan), slot.read(&plan));
        session.apply(slot.reset(&edited_plan).unwrap()).unwrap();
        assert_eq!(session.snapshot().plan.sources, plan.sources);
    }

    #[test]
    fn a_number_is_found_by_words_without_marks_in_any_order() {
        let plan = plan();
        let hits = find(&plan, "vuon chi tieu", Lang::Vi, 20);
        assert!(
            hits.iter()
                .any(|(slot, _)| *slot == Slot::line("gardens", LineField::Goal)),
            "{hits:?}"
        );
        assert!(find(&plan, "  ", Lang::Vi, 20).is_empty());
        assert!(find(&plan, "không có gì như thế", Lang::Vi, 20).is_empty());
        assert_eq!(find(&plan, "goal", Lang::En, 3).len(), 3);
    }
}
