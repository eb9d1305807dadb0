//! How far the search is: best plan so far, bound, gap, time; and the button that stops it.

use super::prove::Prove;
use crate::app::{StopReason, use_optimiser, use_prefs};
use crate::i18n::optimise as words;
use crate::optimise::Progress;
use crate::ui::prelude::*;

/// Figures of the search under way, or of the one that ended last.
#[component]
pub fn SearchPanel() -> impl IntoView {
    let (optimiser, prefs) = (use_optimiser(), use_prefs());
    let t = move || &prefs.t().optimise;
    let status = optimiser.status();
    let now = Memo::new(move |_| -> Option<(Progress, f64)> {
        let under_way = status.get().map(|r| (r.progress, r.elapsed));
        let proof_status = || optimiser.proof_status().get().map(|p| (p.progress, p.elapsed));
        under_way.or_else(proof_status).or_else(|| {
            optimiser.result().with(|f| {
                let most = f.as_ref()?.most.as_ref()?;
                let elapsed = most.proof.as_ref().map_or(most.elapsed, |p| p.elapsed);
                Some((most.answer.progress, elapsed))
            })
        })
    });
    // Of an answer that is sure with a chance: the targets made, what no plan exceeds, of how many, the score at likely values.
    let sure = Memo::new(move |_| -> Option<(usize, Option<usize>, usize, f64)> {
        optimiser.result().with(|f| {
            let most = f.as_ref()?.most.as_ref()?;
            let robust = most.robust.as_ref()?;
            Some((robust.targets, robust.at_most, robust.of, most.answer.score))
        })
    });
    let plain = move || sure.with(Option::is_none);
    let end_words = move || {
        let lang = prefs.lang().get();
        optimiser.result().with(|f| {
            let most = f.as_ref()?.most.as_ref()?;
            (most.stop_reason == StopReason::Cancelled).then(|| words::cut_sentence(true, most.elapsed / 1000.0, lang))
        })
    };
    let figure = move |test: &'static str, word: fn(&words::Optimise) -> &'static str, value: fn(&Progress) -> f64| {
        let status_words = move || {
            now.get().map_or_else(String::new, |(progress, _)| {
                let lang = prefs.lang().get();
                if test == "optimise-gap" {
                    words::gap(progress.gap(), lang)
                } else {
                    words::points(value(&progress), lang)
                }
            })
        };
        view! {
            <li>
                <span>{move || word(t())}</span>
                <b data-test=test data-value=move || now.get().map(|(p, _)| value(&p).to_string())>{status_words}</b>
                " "
                <small>{move || t().points}</small>
            </li>
        }
    };
    view! {
        <Show when=move || now.get().is_some()>
            <section class="panel op-run" aria-label=move || t().progress>
                <ul class="kpi">
                    <Show when=plain>
                        {figure("optimise-incumbent", |t| t.incumbent, |p| p.score)}
                        {figure("optimise-bound", |t| t.bound, |p| p.bound)}
                        {figure("optimise-gap", |t| t.gap, Progress::gap)}
                    </Show>
                    {move || sure.get().map(|(targets, most, of, score)| view! {
                        <li>
                            <span>{t().sure_targets}</span>
                            <b data-test="optimise-sure-targets" data-value=targets.to_string()>{targets}</b>
                            " "
                            <small>{format!("/ {of} {}", t().targets_unit)}</small>
                        </li>
                        <li>
                            <span>{t().bound}</span>
                            <b data-test="optimise-sure-bound" data-value=most.map(|m| m.to_string())>
                                {most.map_or_else(|| "–".to_owned(), |m| m.to_string())}
                            </b>
                            " "
                            <small>{t().targets_unit}</small>
                        </li>
                        <li>
                            <span>{t().score}</span>
                            <b data-test="optimise-sure-score" data-value=score.to_string()>{words::points(score, prefs.lang().get())}</b>
                            " "
                            <small>{t().points}</small>
                        </li>
                    })}
                    <li>
                        <span>{move || t().time}</span>
                        <b>{move || now.get().map(|(_, ms)| words::seconds(ms / 1000.0, prefs.lang().get()))}</b>
                        " "
                        <small>{move || t().seconds}</small>
                    </li>
                </ul>
                <Show when=move || status.with(Option::is_some) || optimiser.proof_status().with(Option::is_some)>
                    <button type="button" class="btn no-print" data-test="optimise-cancel" on:click=move |_| optimiser.cancel()>
                        {move || t().cancel}
                    </button>
                </Show>
                <p role="status" data-test="optimise-ended">{end_words}</p>
                <Show when=plain><Prove/></Show>
            </section>
        </Show>
    }
}
