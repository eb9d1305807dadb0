//! Details of a target: its months as a chart, and with goals by year what each year adds (*thêm*) apart from what there is
//! in all (*lũy kế*).

use super::context::OverviewContext;
use super::detail::place;
use crate::charts::{ChartView, Palette, line_detail};
use crate::formats::number::count;
use crate::i18n::years as words;
use crate::ui::prelude::*;
use crate::ui::widgets::Chart;

/// A year as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    year: i32,
    recognised: f64,
    in_all: f64,
    words: [String; 3],
}

/// Years of the target; nothing without goals by year.
#[component]
pub fn Years(id: RwSignal<String>) -> impl IntoView {
    let page = OverviewContext::new();
    let rows = Memo::new(move |_| {
        let (plan, evaluation, lang) = (page.plan(), page.evaluation(), page.lang());
        let line_facts = place(&plan, &id.get())
            .and_then(|l| Some((evaluation.outcome.lines.get(l)?, evaluation.inputs.lines.get(l)?)));
        let Some((line, inputs)) = line_facts else {
            return Vec::new();
        };
        let row = |(year, goal): (&crate::engine::YearOutcome, &crate::engine::YearGoal)| {
            let in_all = line.stock.get(goal.to).copied().unwrap_or(0.0);
            Row {
                year: year.year,
                recognised: year.recognised,
                in_all,
                words: [
                    words::addition(year.recognised, year.goal, lang),
                    count(in_all, line.goal, lang),
                    words::attainment(year.attainment, lang),
                ],
            }
        };
        line.years.iter().zip(&inputs.goals).map(row).collect()
    });
    let t = move || &page.prefs.t().years;
    let renewals = Memo::new(move |_| {
        let evaluation = page.evaluation();
        let line = place(&page.plan(), &id.get()).and_then(|l| evaluation.outcome.lines.get(l))?;
        Some((
            words::renewals(line, page.unit(), page.lang())?,
            line.total_not_renewed(),
        ))
    });
    let row = |row: Row| {
        let [added, in_all, attained] = row.words;
        view! {
            <tr>
                <th scope="row">{row.year.to_string()}</th>
                <td class="num" data-test=format!("line-year-{}-added", row.year) data-value=row.recognised.to_string()>{added}</td>
                <td class="num" data-test=format!("line-year-{}-stock", row.year) data-value=row.in_all.to_string()>{in_all}</td>
                <td class="num">{attained}</td>
            </tr>
        }
    };
    view! {
        <Show when=move || rows.with(|r| !r.is_empty())>
            <section>
                <h3>{move || t().results}</h3>
                <table class="sheet">
                    <thead><tr>
                        <th scope="col">{move || t().year}</th>
                        <th scope="col" class="num">{move || format!("{} / {}", t().added, t().goal)}</th>
                        <th scope="col" class="num">{move || t().in_all}</th>
                        <th scope="col" class="num">{move || t().attained}</th>
                    </tr></thead>
                    <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </section>
        </Show>
        {move || {
            let (renewal_words, lapsed) = renewals.get()?;
            Some(view! { <p data-test="line-renewals" data-value=lapsed.to_string()>{renewal_words}</p> })
        }}
    }
}

/// The target by month: started, submitted, recognised.
#[component]
pub fn LineChart(id: RwSignal<String>) -> impl IntoView {
    let page = OverviewContext::new();
    let palette = Palette::css();
    let view = Memo::new_with_compare(
        move |before: Option<&ChartView>| {
            let drawn = page.draw(&palette, |scene, run| {
                place(scene.plan, &id.get()).and_then(|l| line_detail(scene, run, l))
            });
            // A target that is gone keeps its last drawing until the dialog closes.
            drawn
                .or_else(|| before.cloned())
                .unwrap_or_else(|| ChartView::of_drawing("line-detail", page.lang(), String::new(), ""))
        },
        |_, _| true,
    );
    view! { <section class="dt-chart"><Chart view=view dragging=page.dragging/></section> }
}
