//! Why the answer is no better: limits that bind, limits that clash, communes left out.

use crate::app::{use_optimiser, use_prefs, use_workspace};
use crate::i18n::optimise as words;
use crate::model::CommuneId;
use crate::optimise::WhyNot as Why;
use crate::ui::prelude::*;

/// Most reliefs shown.
const SHOWN: usize = 16;

/// What relaxing each limit gives.
#[component]
pub fn Reliefs() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || &prefs.t().optimise;
    let explaining = Memo::new(move |_| {
        optimiser
            .result()
            .with(|f| f.as_ref().and_then(|f| f.most.as_ref()).is_some_and(|m| m.explaining))
    });
    let rows = Memo::new(move |_| -> Vec<(String, String, f64)> {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        optimiser.result().with(|f| {
            let Some((inquiry, most)) = f.as_ref().and_then(|f| Some((&f.question.at_least, f.most.as_ref()?))) else {
                return vec![];
            };
            let relief_words = most.reliefs.iter().take(SHOWN).map(|r| {
                let change = words::signed_points(r.score, lang);
                (words::relief_sentence(&plan, inquiry, r, lang), change, r.score)
            });
            relief_words.collect()
        })
    });
    let body = move || {
        let row = |(name, change, value): (String, String, f64)| {
            view! { <tr><th scope="row">{name}</th><td class="num" data-value=value.to_string()>{change}</td></tr> }
        };
        rows.get().into_iter().map(row).collect_view()
    };
    view! {
        <section class="panel" aria-labelledby="op-relief-title">
            <header><h2 id="op-relief-title">{move || t().reliefs}</h2><span class="unit">{move || t().points}</span></header>
            <table class="sheet op-wrap" data-test="optimise-reliefs"><tbody>{body}</tbody></table>
            <p class="op-text mut">
                {move || if explaining.get() {
                    t().reliefs_more
                } else if rows.with(Vec::is_empty) {
                    t().reliefs_none
                } else {
                    ""
                }}
            </p>
        </section>
    }
}

/// The limits that together keep every target from being made.
#[component]
pub fn Clash() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || &prefs.t().optimise;
    let clash_words = Memo::new(move |_| {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        optimiser.result().with(|f| {
            let result = f.as_ref()?;
            let clash = result.most.as_ref()?.clash.as_ref()?;
            Some(if clash.limits.is_empty() {
                words::ClashWords {
                    head: t().clash_none.to_owned(),
                    parts: vec![],
                }
            } else {
                words::clash(&plan, &result.question.at_least, clash, lang)
            })
        })
    });
    let parts = move || {
        let part = |(words, names): (String, Vec<String>)| {
            let names = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
            view! { <p>{words}</p><ul class="op-parts">{names}</ul> }
        };
        clash_words
            .get()
            .map(|clash_words| clash_words.parts.into_iter().map(part).collect_view())
    };
    view! {
        <Show when=move || clash_words.with(Option::is_some)>
            <section class="panel" aria-labelledby="op-clash-title">
                <header><h2 id="op-clash-title">{move || t().clash}</h2></header>
                <div class="op-text op-clash" data-test="optimise-clash">
                    <p>{move || clash_words.get().map(|clash_words| clash_words.head)}</p>
                    {parts}
                </div>
            </section>
        </Show>
    }
}

/// Why a commune is not in the answer.
#[component]
pub fn WhyNot() -> impl IntoView {
    let (optimiser, prefs, workspace) = (use_optimiser(), use_prefs(), use_workspace());
    let t = move || &prefs.t().optimise;
    // An answer of before says nothing of this one; what explains it meanwhile leaves it as it is.
    let answer = Memo::new(move |_| {
        optimiser.result().with(|f| {
            let result = f.as_ref()?;
            let planned_starts = result.most.as_ref()?.answer.planned.clone();
            Some((result.scenario.clone(), result.question.clone(), planned_starts))
        })
    });
    let last_inquiry = RwSignal::new(None);
    let inquiry = Memo::new(move |_| -> Option<(CommuneId, Why)> {
        let (of, id, why) = last_inquiry.get()?;
        (answer.get() == of).then_some((id, why))
    });
    let left_out = Memo::new(move |_| -> Vec<(CommuneId, String)> {
        let (plan, lang) = (workspace.plan().get(), prefs.lang().get());
        optimiser.result().with(|f| {
            let Some(most) = f.as_ref().and_then(|f| f.most.as_ref()) else {
                return vec![];
            };
            words::by_level(&plan, |id| !most.answer.planned.communes.contains_key(id), lang)
        })
    });
    let option = move |(id, name): (CommuneId, String)| {
        let own = id.clone();
        let is_selected = move || inquiry.with(|a| a.as_ref().is_some_and(|(id, _)| *id == own));
        view! { <option value=id prop:selected=is_selected>{name}</option> }
    };
    let clash_words = move || {
        let (lang, unit) = (prefs.lang().get(), prefs.money_unit().get());
        let plan = workspace.plan().get();
        inquiry.with(|a| a.as_ref().map(|(id, why)| words::why_not(&plan, id, why, unit, lang)))
    };
    view! {
        <Show when=move || left_out.with(|l| !l.is_empty())>
            <section class="panel op-why" class:asked=move || inquiry.with(Option::is_some) aria-labelledby="op-why-title">
                <header><h2 id="op-why-title">{move || t().why_not}</h2></header>
                <div class="op-text">
                    <select
                        class="no-print"
                        data-test="optimise-why-not"
                        aria-labelledby="op-why-title"
                        on:change=move |event| {
                            let id = event_target_value(&event);
                            // The words that ask for a choice are none.
                            let why = (!id.is_empty()).then(|| optimiser.why_not(&id)).flatten();
                            last_inquiry.set(why.map(|why| (answer.get_untracked(), id, why)));
                        }
                    >
                        <option value="" disabled=true prop:selected=move || inquiry.with(Option::is_none)>{move || t().why_not_pick}</option>
                        {move || left_out.get().into_iter().map(option).collect_view()}
                    </select>
                    <p role="status" data-test="optimise-why-not-answer">{clash_words}</p>
                </div>
            </section>
        </Show>
    }
}
