//! The answer to: what is the least new money for these targets?

use super::answer::Stale;
use super::applying::Apply;
use super::difference::Difference;
use super::financing::Financing;
use super::schedule::Schedule;
use crate::app::{use_optimiser, use_prefs, use_workspace};
use crate::formats::number::{MoneyUnit, money};
use crate::i18n::optimise as words;
use crate::optimise::Least;
use crate::ui::prelude::*;
use crate::ui::screens::timeline::sheet::{Cell, sheet};

/// The least money by source, or why none is enough.
#[component]
pub fn LeastAnswer() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || &prefs.t().optimise;
    let least = Memo::new(move |_| -> Option<Least> {
        optimiser
            .result()
            .with(|f| f.as_ref()?.least.as_ref()?.answer.as_ref().ok().cloned())
    });
    let answer_words = move || {
        let (plan, lang, unit) = (workspace.plan().get(), prefs.lang().get(), prefs.money_unit().get());
        optimiser.result().with(|f| {
            let result = f.as_ref()?.least.as_ref()?;
            Some(match &result.answer {
                Ok(least) => {
                    let by_year = plan.calendar.budget_years() > 1;
                    words::least_headline(least, result.raises.iter().sum(), by_year, unit, lang)
                }
                Err(limits) => {
                    let draft = &f.as_ref()?.question.at_least;
                    let limit_words: Vec<String> = limits
                        .iter()
                        .map(|l| words::limit_sentence(&plan, draft, l, lang))
                        .collect();
                    format!("{} {}.", t().limits_binding, limit_words.join("; "))
                }
            })
        })
    };
    let total = move || least.with(|l| l.as_ref().map(|l| l.more.iter().sum::<f64>().to_string()));
    let table = move || {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        let least = least.get()?;
        let raises = optimiser
            .result()
            .with(|f| Some(f.as_ref()?.least.as_ref()?.raises.clone()))?;
        let amount = |test: String, value: f64| Cell::named(money(value, MoneyUnit::Million, lang), test, value);
        let row = |(source, (more, raise)): (&crate::model::Source, (&f64, &f64))| {
            vec![
                Cell::text(words::source_name(&plan, &source.id, lang)),
                amount(format!("optimise-more-{}", source.id), *more),
                amount(format!("optimise-raise-{}", source.id), *raise),
            ]
        };
        let pairs = plan.sources.iter().zip(least.more.iter().zip(&raises));
        let mut rows: Vec<Vec<Cell>> = pairs.map(row).collect();
        rows.push(vec![
            Cell::text(t().total),
            amount("optimise-more".to_owned(), least.more.iter().sum()),
            amount("optimise-raise".to_owned(), raises.iter().sum()),
        ]);
        let head = [t().source, t().more_money, t().raise];
        Some(sheet("sheet", head.map(str::to_owned).to_vec(), rows))
    };
    view! {
        <section class="panel op-say" aria-label=move || t().answer>
            <p class="op-lead" role="status" data-test="optimise-least" data-value=total>{answer_words}</p>
            <Stale/>
            <Apply/>
        </section>
        <Show when=move || least.with(Option::is_some)>
            <div class="op-two">
                <Difference/>
                <section class="panel" aria-labelledby="op-more-title">
                    <header><h2 id="op-more-title">{move || t().more_title}</h2></header>
                    <div class="scroll-x" tabindex="0" role="region" aria-labelledby="op-more-title">{table}</div>
                    <p class="op-text mut">{move || t().raise_note}</p>
                </section>
            </div>
            <Schedule/>
            <Financing/>
        </Show>
    }
}
