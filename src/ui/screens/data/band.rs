//! The back-test with uncertainty: where each real result of 2020 falls in the band the model gives.

use super::{Here, here};
use crate::app::{OneJob, SEED};
use crate::engine::sample::KnownResult;
use crate::formats::number::{self, NBSP};
use crate::i18n::risk::progress_words;
use crate::i18n::uncertainty::{band_finding, words};
use crate::model::Plan;
use crate::protocol::{JobNews, JobResult, Task};
use crate::ui::prelude::*;
use std::sync::Arc;

/// Samples of the band.
const SAMPLES: usize = 4_000;

/// The band of a plan whose goals are the known results.
#[component]
pub fn Band(plan: Arc<Plan>) -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let w = words(lang);
    let job = OneJob::new();
    let known_results = RwSignal::new(None::<Vec<KnownResult>>);
    let task = Task::KnownYear {
        plan: Arc::clone(&plan),
        samples: SAMPLES,
        seed: SEED,
    };
    job.start(&workspace.plan_untracked().ground, None, task, move |news| {
        if let JobNews::Done(JobResult::KnownYear(results)) = news {
            known_results.set(results);
        }
    });
    let name = move |id: &str| plan.line(id).map(|l| l.name.get(lang).to_owned()).unwrap_or_default();
    move || match known_results.get() {
        None => {
            let part = job.progress().get();
            part.map(|part| view! { <p class="in sm mut">{progress_words(part, lang)}</p> })
                .into_any()
        }
        Some(known_results) => {
            let outside: Vec<String> = known_results
                .iter()
                .filter(|k| k.outside)
                .map(|k| name(&k.id))
                .collect();
            let class = if outside.is_empty() { "in" } else { "in bad" };
            let rows = known_results.iter().map(|k| row(name(&k.id), k, lang)).collect_view();
            let t = here().t;
            view! {
                <p class=class data-test="data-back-test-band" data-value=outside.len().to_string()>
                    {band_finding(&outside, known_results.len(), lang)}
                </p>
                <div class="scroll-x data-scroll">
                    <table class="sheet data-table">
                        <thead>
                            <tr>
                                <th scope="col">{t.line}</th>
                                <th scope="col" class="num">{w.p5}</th>
                                <th scope="col" class="num">"P50"</th>
                                <th scope="col" class="num">{w.p95}</th>
                                <th scope="col" class="num">{t.result_2020}</th>
                                <th scope="col" class="num">{w.place}</th>
                                <th scope="col">"P5–P95"</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <p class="in mut sm">{w.band_hint}</p>
            }
            .into_any()
        }
    }
}

fn row(name: String, results: &KnownResult, lang: crate::model::Lang) -> impl IntoView + use<> {
    let w = words(lang);
    let whole = |v: f64| number::number(v, 0, lang);
    let per_cent = |share: f64| number::number(share * 100.0, 0, lang);
    // Units are whole: the result has a span of shares, from those below it to those not above it.
    let (below, at_most) = (per_cent(results.below), per_cent(results.at_most));
    let place = if below == at_most {
        format!("P{below}")
    } else {
        format!("P{below}–P{at_most}")
    };
    let (glyph, word, class) = match results.outside {
        true => ("✕", w.outside, "bad"),
        false => ("✓", w.inside, ""),
    };
    let test = format!("data-back-test-{}-band", results.id);
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="num">{whole(results.spread.p5)}</td>
            <td class="num">{whole(results.spread.p50)}</td>
            <td class="num">{whole(results.spread.p95)}</td>
            <td class="num">{number::exact(results.reported, lang)}</td>
            <td class="num">{place}</td>
            <td class=class data-test=test data-value=(!results.outside).to_string()>{format!("{glyph}{NBSP}{word}")}</td>
        </tr>
    }
}
