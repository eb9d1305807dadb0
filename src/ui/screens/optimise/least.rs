//! The answer to: what is the least new money for these targets?

use super::answer::Stale;
use super::applying::Apply;
use super::difference::Difference;
use super::schedule::Schedule;
use crate::app::{use_optimiser, use_prefs, use_workspace};
use crate::formats::number::{MoneyUnit, money};
use crate::i18n::optimise as words;
use crate::optimise::Least;
use crate::ui::screens::timeline::sheet::{Cell, sheet};
use leptos::prelude::*;

/// The least money by source, or why none is enough.
#[component]
pub fn LeastAnswer() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || &prefs.t().optimise;
    let least = Memo::new(move |_| -> Option<Least> {
        optimiser
            .found()
            .with(|f| f.as_ref()?.least.as_ref()?.answer.as_ref().ok().cloned())
    });
    let said = move || {
        let (plan, lang, unit) = (workspace.plan().get(), prefs.lang().get(), prefs.money_unit().get());
        optimiser.found().with(|f| {
            Some(match &f.as_ref()?.least.as_ref()?.answer {
                Ok(least) => {
                    let total = least.more.iter().sum();
                    words::least_headline(total, least.proven, least.verified, unit, lang)
                }
                Err(limits) => {
                    let named: Vec<String> = limits.iter().map(|l| words::limit(&plan, &[], l, lang)).collect();
                    format!("{} {}.", t().limits_binding, named.join("; "))
                }
            })
        })
    };
    let total = move || least.with(|l| l.as_ref().map(|l| l.more.iter().sum::<f64>().to_string()));
    let table = move || {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        let least = least.get()?;
        let row = |(source, more): (&crate::model::Source, &f64)| {
            let shown = money(*more, MoneyUnit::Million, lang);
            let name = words::source_name(&plan, &source.id, lang);
            vec![
                Cell::text(name),
                Cell::named(shown, format!("optimise-more-{}", source.id), *more),
            ]
        };
        let rows = plan.sources.iter().zip(&least.more).map(row).collect();
        Some(sheet(
            "sheet",
            vec![t().source.to_owned(), t().more_money.to_owned()],
            rows,
        ))
    };
    view! {
        <section class="panel op-say" aria-label=move || t().answer>
            <p class="op-lead" role="status" data-test="optimise-least" data-value=total>{said}</p>
            <Stale/>
            <Apply/>
        </section>
        <Show when=move || least.with(Option::is_some)>
            <div class="op-two">
                <Difference/>
                <section class="panel" aria-label=move || t().more_money>{table}</section>
            </div>
            <Schedule/>
        </Show>
    }
}
