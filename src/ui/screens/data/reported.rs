//! Figures as they were reported, to read beside the planning values; a field narrows the list.

use super::place::{self, Section};
use super::{Here, Panel, here};
use crate::formats::{fold, number};
use crate::i18n::data;
use crate::model::{Lang, ReportedFigure};
use crate::ui::prelude::*;
use crate::ui::widgets::Rows;

/// The figures of the report.
#[component]
pub fn ReportedPanel() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let query = RwSignal::new(String::new());
    let figures = Memo::new(move |_| {
        let query = query.get();
        workspace.plan().with(|p| {
            p.reported
                .iter()
                .filter(|f| fits(f, &query))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let count = move || {
        let all = workspace.plan().with(|p| p.reported.len());
        data::figure_count(figures.with(Vec::len), all, lang)
    };
    let source = move || workspace.plan().with(|p| p.data_source.get(lang).to_owned());
    view! {
        <Panel section=Section::Reported>
            <p class="in mut sm">{move || {
                let source = source();
                if source.is_empty() { String::new() } else { format!("{source}. ") }
            }}{t.reported_hint}</p>
            <div class="in data-row no-print">
                <input
                    type="search"
                    class="field words"
                    placeholder=t.find_reported
                    aria-label=t.find_reported
                    autocomplete="off"
                    spellcheck="false"
                    data-test="data-reported-find"
                    prop:value=query
                    on:input=move |event| query.set(event_target_value(&event))
                />
                <span class="mut sm" role="status" data-test="data-reported-count" data-value=move || figures.with(Vec::len).to_string()>{count}</span>
            </div>
            <div class="scroll-x data-scroll">
                <table class="sheet data-table data-reported">
                    <thead>
                        <tr>
                            <th scope="col">{t.figure}</th>
                            <th scope="col" class="num">{t.value}</th>
                            <th scope="col">{t.unit}</th>
                            <th scope="col">{t.period}</th>
                            <th scope="col">{t.note}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <Rows
                            each=move || figures.get()
                            key=|figure| figure.id.clone()
                            children=move |figure| row(&figure, lang)
                        />
                    </tbody>
                </table>
            </div>
        </Panel>
    }
}

fn row(figure: &ReportedFigure, lang: Lang) -> impl IntoView + use<> {
    let name = place::element(&format!("/reported/{}", figure.id));
    let value = figure
        .value
        .map_or_else(|| figure.wording.clone(), |v| number::exact(v, lang));
    let raw = figure.value.map_or_else(|| figure.wording.clone(), |v| v.to_string());
    view! {
        <tr id=name.clone() data-test=name>
            <th scope="row">{figure.name.get(lang).to_owned()}</th>
            <td class="num" data-value=raw>{value}</td>
            <td>{figure.unit.get(lang).to_owned()}</td>
            <td>{number::date_iso(&figure.period)}</td>
            <td class="words mut">{figure.note.get(lang).to_owned()}</td>
        </tr>
    }
}

/// Whether name, unit, note or value hold all words of the query, in either language, without regard to marks.
fn fits(figure: &ReportedFigure, query: &str) -> bool {
    let value = figure
        .value
        .map(|v| format!("{v} {} {}", number::exact(v, Lang::Vi), number::exact(v, Lang::En)));
    let texts = [&figure.name, &figure.unit, &figure.note];
    let mut all: String = texts
        .iter()
        .flat_map(|t| [t.vi.as_str(), " ", t.en.as_str(), " "])
        .collect();
    all.extend([
        figure.wording.as_str(),
        " ",
        figure.period.as_str(),
        " ",
        value.as_deref().unwrap_or_default(),
    ]);
    let all = fold(&all);
    fold(query).split_whitespace().all(|word| all.contains(word))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::samples;

    fn find_names(query: &str) -> Vec<String> {
        let plan = samples::default_plan();
        plan.reported
            .iter()
            .filter(|f| fits(f, query))
            .map(|f| f.id.clone())
            .collect()
    }

    #[test]
    fn figures_are_found_by_words_of_either_language_and_by_number() {
        assert!(find_names("nguon luc huy dong").contains(&"resources-total".to_owned()));
        assert!(find_names("TOTAL resources").contains(&"resources-total".to_owned()));
        for number in ["217.763", "217,763", "217763"] {
            assert!(find_names(number).contains(&"funds-state".to_owned()), "{number}");
        }
        assert!(find_names("không-có-từ-này").is_empty());
        assert_eq!(find_names("").len(), 47);
    }
}
