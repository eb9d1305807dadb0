//! The exact solver: the button that asks it, its time limit, how it goes and what it says.

use crate::app::{LIMITS, Proof, ProofEnd, use_optimiser, use_prefs, use_workspace};
use crate::i18n::optimise as words;
use crate::model::{Lang, Plan};
use crate::optimise::{Disagreement, Progress};
use crate::platform::highs::Failure;
use crate::ui::prelude::*;

/// What is said: a name for `data-value`, the sentence, whether something went wrong.
type Told = (&'static str, String, bool);

/// What the proof of an answer says.
fn told(proof: &Proof, progress: &Progress, plan: &Plan, lang: Lang) -> Told {
    let t = words::exact(lang);
    let (seconds, gap) = (proof.elapsed / 1000.0, progress.gap());
    let cut = |cancelled| words::highs_cut_short(cancelled, seconds, gap, proof.improved, lang);
    match &proof.end {
        ProofEnd::Proven => ("proven", words::highs_proof(proof.improved, seconds, lang), false),
        ProofEnd::Bounded => ("bounded", words::highs_gap(gap, lang), false),
        ProofEnd::Time => ("time", cut(false), false),
        ProofEnd::Cancelled => ("cancelled", cut(true), false),
        ProofEnd::Infeasible => ("infeasible", t.infeasible.to_owned(), true),
        ProofEnd::Disagrees(Disagreement::Bound { bound, score }) => {
            ("disagrees", words::highs_refutation(*bound, *score, lang), true)
        }
        ProofEnd::Disagrees(why) => {
            let rules: Vec<String> = match why {
                Disagreement::Broken(rules) => rules.iter().map(|b| words::breach_sentence(plan, b, lang)).collect(),
                Disagreement::Fraction(column, value) => vec![format!("({column} = {value})")],
                Disagreement::Length | Disagreement::Bound { .. } => vec![],
            };
            ("disagrees", format!("{} {}", t.disagrees, rules.join(" ")), true)
        }
        ProofEnd::Failed(Failure::Load(own)) => ("failed", in_own_words(t.load, own), true),
        ProofEnd::Failed(Failure::Memory) => ("failed", t.memory.to_owned(), true),
        ProofEnd::Failed(Failure::Solver(own)) => ("failed", in_own_words(t.solver, own), true),
    }
}

fn in_own_words(said: &str, own: &str) -> String {
    if own.is_empty() {
        said.to_owned()
    } else {
        format!("{said} ({own})")
    }
}

/// The button, its time limit and what became of it.
#[component]
pub fn Prove() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || words::exact(prefs.lang().get());
    let limit = optimiser.limit();
    let idle = Memo::new(move |_| {
        let answered = optimiser.found().with(|f| f.as_ref().is_some_and(|f| f.most.is_some()));
        answered && optimiser.running().with(Option::is_none) && optimiser.proving().with(Option::is_none)
    });
    let said = Memo::new(move |_| -> Option<Told> {
        let lang = prefs.lang().get();
        if let Some(loading) = optimiser.proving().with(|p| p.map(|p| p.loading)) {
            return Some(match loading {
                true => ("loading", t().loading.to_owned(), false),
                false => ("running", t().running.to_owned(), false),
            });
        }
        let plan = workspace.plan().get();
        optimiser.found().with(|f| {
            let most = f.as_ref()?.most.as_ref()?;
            match &most.proof {
                Some(proof) => Some(told(proof, &most.answer.progress, &plan, lang)),
                None if most.answer.progress.proven() => Some(("own", words::own_proof(lang).to_owned(), false)),
                None => None,
            }
        })
    });
    let option = move |seconds: u32| {
        view! {
            <option value=seconds.to_string() selected=move || limit.get() == seconds>
                {move || words::time_limit(seconds, prefs.lang().get())}
            </option>
        }
    };
    view! {
        <p
            role="status"
            class:bad=move || said.with(|s| s.as_ref().is_some_and(|s| s.2))
            data-test="optimise-proof"
            data-value=move || said.with(|s| s.as_ref().map_or("open", |s| s.0))
        >
            {move || said.with(|s| s.as_ref().map(|s| s.1.clone()))}
        </p>
        <Show when=move || idle.get()>
            <div class="op-prove no-print">
                <button type="button" class="btn" data-test="optimise-prove" on:click=move |_| optimiser.prove()>
                    {move || t().prove}
                </button>
                <label>
                    <span>{move || t().limit}</span>
                    " "
                    <select
                        data-test="optimise-limit"
                        on:change=move |event| {
                            if let Some(seconds) = LIMITS.into_iter().find(|l| l.to_string() == event_target_value(&event)) {
                                limit.set(seconds);
                            }
                        }
                    >
                        {LIMITS.map(option).into_iter().collect_view()}
                    </select>
                </label>
            </div>
        </Show>
    }
}
