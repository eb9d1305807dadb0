//! The answer: in a sentence, checked, line by line, month by month, with its reasons.

use super::applying::Apply;
use super::difference::Difference;
use super::explain::{Clash, Reliefs, WhyNot};
use super::financing::Financing;
use super::least::LeastAnswer;
use super::schedule::Schedule;
use crate::app::{use_optimiser, use_prefs, use_workspace};
use crate::i18n::optimise as words;
use crate::i18n::scenarios::name_or_id;
use crate::optimise::PlannedStarts;
use crate::ui::prelude::*;

/// What kind of answer there is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AnswerKind {
    Nothing,
    Most,
    Least,
}

/// The answer, or what to expect of one.
#[component]
pub fn AnswerPanel() -> impl IntoView {
    let (optimiser, prefs) = (use_optimiser(), use_prefs());
    let answer_kind = Memo::new(move |_| {
        optimiser.result().with(|f| match f {
            Some(result) if result.most.is_some() => AnswerKind::Most,
            Some(result) if result.least.is_some() => AnswerKind::Least,
            _ => AnswerKind::Nothing,
        })
    });
    move || match answer_kind.get() {
        AnswerKind::Most => view! { <MostAnswer/> }.into_any(),
        AnswerKind::Least => view! { <LeastAnswer/> }.into_any(),
        AnswerKind::Nothing => view! {
            <Show when=move || optimiser.status().with(Option::is_none)>
                <section class="panel op-say"><p>{move || prefs.t().optimise.not_asked}</p></section>
            </Show>
        }
        .into_any(),
    }
}

#[component]
fn MostAnswer() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || &prefs.t().optimise;
    let summary_words = Memo::new(move |_| {
        let (lang, unit) = (prefs.lang().get(), prefs.money_unit().get());
        optimiser.result().with(|f| {
            let (result, most) = f.as_ref().and_then(|f| Some((f, f.most.as_ref()?)))?;
            let before = PlannedStarts::of_outcome(&result.inputs, &result.before).cost(&result.inputs);
            let now = result.score_of_question(&result.before);
            if let Some(robust) = &most.robust {
                return Some(words::robust_sentence(robust, lang));
            }
            Some(words::headline(
                &most.answer,
                now,
                before - most.answer.cost,
                unit,
                lang,
            ))
        })
    });
    let check = move || {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        optimiser.result().with(|f| {
            let most = f.as_ref()?.most.as_ref()?;
            Some(match &most.outcome {
                Ok(_) => view! { <p class="mut" data-test="optimise-verified">{t().verified}</p> }.into_any(),
                Err(broken) => {
                    let rules: Vec<String> = broken.iter().map(|b| words::breach_sentence(&plan, b, lang)).collect();
                    let reason = format!("{} {}", t().not_verified, rules.join(" "));
                    view! { <p class="bad" role="alert" data-test="optimise-broken">{reason}</p> }.into_any()
                }
            })
        })
    };
    let refusal_words = move || {
        let plan = workspace.plan().get();
        optimiser.result().with(|f| {
            let ids = &f.as_ref()?.most.as_ref()?.answer.refused;
            let names: Vec<String> = ids.iter().map(|id| words::commune(&plan, id)).collect();
            (!names.is_empty()).then(|| format!("{} {}.", t().refused, names.join(", ")))
        })
    };
    let short = Memo::new(move |_| {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        optimiser.result().with(|f| {
            let result = f.as_ref()?;
            let short = &result.most.as_ref()?.answer.short;
            let keeps_floors = short.iter().all(|short| *short <= 0.0);
            let reason = || words::short(&plan, &result.question.at_least, short, lang);
            (!keeps_floors).then(|| format!("{} {}.", t().short, reason()))
        })
    });
    let sure = Memo::new(move |_| {
        optimiser.result().with(|f| {
            let robust = f.as_ref()?.most.as_ref()?.robust.as_ref()?;
            Some((
                robust.chance.map_or(0.0, |c| c.chance).to_string(),
                matches!(robust.way, crate::optimise::RobustMethod::Samples(_)),
            ))
        })
    });
    let likely = move || sure.with(Option::is_none);
    let partial = move || {
        optimiser
            .result()
            .with(|f| f.as_ref().is_some_and(|f| !f.question.goals.is_empty()))
    };
    view! {
        <section class="panel op-say" aria-label=move || t().answer>
            <p class="op-lead" role="status" data-test="optimise-answer">{move || summary_words.get()}</p>
            <p class="bad">{refusal_words}</p>
            <p class="bad" data-test="optimise-short">{short}</p>
            <p class="mut">{move || partial().then(|| t().chosen_targets)}</p>
            {check}
            {move || sure.get().map(|(chance, sampled)| view! {
                <span class="vh" data-test="optimise-chance" data-value=chance></span>
                <span class="vh" data-test="optimise-way" data-value=if sampled { "samples" } else { "quantiles" }></span>
            })}
            <Stale/>
            <Apply/>
        </section>
        <div class="op-two">
            <Difference/>
            <Show when=likely><Reliefs/></Show>
        </div>
        <Schedule/>
        <Financing/>
        <Show when=likely>
            <div class="op-two">
                <Clash/>
                <WhyNot/>
            </div>
        </Show>
    }
}

/// Says that the plan has moved on, or the question.
#[component]
pub fn Stale() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let draft = optimiser.draft();
    let stale = Memo::new(move |_| {
        let plan = workspace.plan().get();
        optimiser
            .result()
            .with(|f| f.as_ref().is_some_and(|f| f.is_stale(&plan)))
    });
    let other = Memo::new(move |_| {
        let now = draft.get();
        optimiser.result().with(|f| f.as_ref().is_some_and(|f| f.draft != now))
    });
    let elsewhere = move || {
        let (answer_kind, lang) = (workspace.scenario_id().get(), prefs.lang().get());
        let plan = workspace.plan().get();
        optimiser.result().with(|f| {
            let of = f.as_ref().map(|f| &f.scenario).filter(|id| **id != answer_kind)?;
            let name = plan.scenario(of).map(|s| name_or_id(&s.name, &s.id, lang))?;
            Some(words::for_scenario(name, lang))
        })
    };
    view! {
        <p class="risk" role="status" data-test="optimise-elsewhere">{elsewhere}</p>
        <p class="risk" role="status" data-test="optimise-stale">{move || stale.get().then(|| prefs.t().optimise.stale)}</p>
        <p class="risk" role="status" data-test="optimise-other-question">
            {move || other.get().then(|| prefs.t().optimise.other_question)}
        </p>
    }
}
