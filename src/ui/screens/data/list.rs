//! The list of all numbers with their origin, for paper: who reads the plan has to see what was assumed.

use super::field::write_number;
use super::origin::{OriginTarget, sentence};
use super::{Here, here};
use crate::i18n::messages::path_in_words;
use crate::model::field::Field;
use crate::model::{Lang, Plan};
use crate::ui::prelude::*;
use crate::ui::widgets::Rows;

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    place: String,
    value: String,
    origin: String,
}

/// The list; only paper shows it.
#[component]
pub fn PrintedList() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let entries = Memo::new(move |_| workspace.plan().with(|p| entries(p, lang)));
    view! {
        <section class="panel data-print">
            <header><h2>{t.assumption_list}</h2></header>
            <table class="sheet data-table">
                <thead>
                    <tr><th>{t.figure}</th><th class="num">{t.value}</th><th>{t.origin}</th></tr>
                </thead>
                <tbody>
                    <Rows each=move || entries.get() key=|e| format!("{}\n{}\n{}", e.place, e.value, e.origin) children=|entry| {
                        view! { <tr><td>{entry.place}</td><td class="num">{entry.value}</td><td class="words">{entry.origin}</td></tr> }
                    }/>
                </tbody>
            </table>
        </section>
    }
}

/// Rows of the list: ranges, curves and recipes in one row each.
fn entries(plan: &Plan, lang: Lang) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for field in Field::all(plan) {
        let (Some(value), Some(target)) = (field.read(plan), field.origin_field().map(OriginTarget::Field)) else {
            continue;
        };
        let Some(origin) = target.read(plan) else { continue };
        let value = write_number(value, field.unit(plan), lang);
        let place = path_in_words(&target.path(), plan, lang);
        let name_of = match &field {
            // A source without a share in a line is not worth a word.
            Field::MaxShare(..) | Field::MinShare(..) if field.read(plan) == Some(0.0) => continue,
            Field::MaxShare(_, source) => format!("{} ≤ {value}", name(plan, source, lang)),
            Field::MinShare(_, source) => format!("{} ≥ {value}", name(plan, source, lang)),
            _ => value,
        };
        match entries.last_mut() {
            Some(last) if last.place == place && !matches!(field, Field::Figure(_)) => {
                last.value.push_str(" · ");
                last.value.push_str(&name_of);
            }
            _ => entries.push(Entry {
                place,
                value: name_of,
                origin: sentence(origin, lang),
            }),
        }
    }
    entries
}

fn name<'a>(plan: &'a Plan, source: &'a str, lang: Lang) -> &'a str {
    plan.source(source).map_or(source, |s| s.name.get(lang))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn every_number_with_an_origin_is_on_the_list_and_ranges_are_one_row() {
        let plan = samples::default_plan();
        let entries = entries(&plan, Lang::Vi);
        let places: Vec<&str> = entries.iter().map(|e| e.place.as_str()).collect();
        let mut once = places.clone();
        once.dedup();
        assert_eq!(places, once);
        let curves = entries.iter().filter(|e| e.place.ends_with("Giải ngân")).count();
        assert_eq!(curves, plan.sources.len());
        assert!(entries.iter().all(|e| !e.origin.is_empty() && !e.value.is_empty()));
    }
}
