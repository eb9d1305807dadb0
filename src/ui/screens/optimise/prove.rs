//! The exact solver: the button that asks it, its time limit, how it goes and what it says.

use crate::app::{LIMITS, Proof, ProofEnd, use_optimiser, use_prefs, use_workspace};
use crate::i18n::optimise as words;
use crate::model::{Lang, Plan};
use crate::optimise::{Disagreement, Progress};
use crate::platform::highs::Failure;
use crate::ui::prelude::*;
use crate::ui::widgets::Select;

/// What is said: a name for `data-value`, the sentence, whether something went wrong.
type ProofWords = (&'static str, String, bool);

/// What the proof of an answer says.
fn proof_words(proof: &Proof, progress: &Progress, plan: &Plan, lang: Lang) -> ProofWords {
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

fn in_own_words(words: &str, own: &str) -> String {
    if own.is_empty() {
        words.to_owned()
    } else {
        format!("{words} ({own})")
    }
}

/// The button, its time limit and what became of it.
#[component]
pub fn Prove() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || words::exact(prefs.lang().get());
    let limit = optimiser.limit();
    let idle = Memo::new(move |_| {
        let has_answer = optimiser
            .result()
            .with(|f| f.as_ref().is_some_and(|f| f.most.is_some()));
        has_answer && optimiser.status().with(Option::is_none) && optimiser.proof_status().with(Option::is_none)
    });
    let status_words = Memo::new(move |_| -> Option<ProofWords> {
        let lang = prefs.lang().get();
        if let Some(loading) = optimiser.proof_status().with(|p| p.map(|p| p.loading)) {
            return Some(match loading {
                true => ("loading", t().loading.to_owned(), false),
                false => ("running", t().running.to_owned(), false),
            });
        }
        let plan = workspace.plan().get();
        optimiser.result().with(|f| {
            let most = f.as_ref()?.most.as_ref()?;
            match &most.proof {
                Some(proof) => Some(proof_words(proof, &most.answer.progress, &plan, lang)),
                None if most.answer.progress.proven() => Some(("own", words::own_proof(lang).to_owned(), false)),
                None => None,
            }
        })
    });
    let limits = Signal::derive(move || {
        let lang = prefs.lang().get();
        LIMITS
            .map(|seconds| (seconds.to_string(), words::time_limit(seconds, lang)))
            .to_vec()
    });
    let set_limit = Callback::new(move |value: String| {
        if let Ok(seconds) = value.parse() {
            limit.set(seconds);
        }
    });
    view! {
        <p
            role="status"
            class:bad=move || status_words.with(|s| s.as_ref().is_some_and(|s| s.2))
            data-test="optimise-proof"
            data-value=move || status_words.with(|s| s.as_ref().map_or("open", |s| s.0))
        >
            {move || status_words.with(|s| s.as_ref().map(|s| s.1.clone()))}
        </p>
        <Show when=move || idle.get()>
            <div class="op-prove no-print">
                <button type="button" class="btn" data-test="optimise-prove" on:click=move |_| optimiser.prove()>
                    {move || t().prove}
                </button>
                <label>
                    <span>{move || t().limit}</span>
                    " "
                    <Select
                        test="optimise-limit"
                        choices=limits
                        value=Signal::derive(move || limit.get().to_string())
                        on_choose=set_limit
                    />
                </label>
            </div>
        </Show>
    }
}
