//! The first line of the page: its finding as a sentence, and the key figures.

use super::context::OverviewContext;
use super::target_row::verdict_kind;
use crate::engine::compare::Better;
use crate::engine::verdict::Verdict as Standing;
use crate::formats::number::{money, number, signed};
use crate::i18n::overview::{Finding, beyond_money, finding, missing_words, refused_picks, short_unit};
use crate::i18n::risk::{chance_number, from_chance, interval_words};
use crate::platform::timer::{self, Timer};
use crate::ui::prelude::*;
use crate::ui::screens::optimise::EditedMark;
use crate::ui::widgets::{Delta, VerdictKind, judge_difference, verdict_glyph};

/// Milliseconds after the last move at which a screen reader hears the sentence.
const QUIET: u32 = 600;

/// The sentence strip.
#[component]
pub fn Sentence() -> impl IntoView {
    let page = OverviewContext::new();
    let sentence = Memo::new(move |_| {
        let (plan, id) = (page.plan(), page.work.scenario_id().get());
        finding(&plan, plan.scenario(&id), &page.evaluation(), page.unit(), page.lang())
    });
    let refusals = Memo::new(move |_| refused_picks(&page.plan(), &page.evaluation(), page.lang()));
    let met = move || page.evaluation().outcome.met().to_string();
    view! {
        <section class="panel say">
            <p data-test="verdict" data-value=met>
                <b>{move || sentence.with(|f| f.head.clone())}</b>
                " "
                {move || sentence.with(|f| f.rest.clone())}
                {move || refusals.with(|r| (!r.is_empty()).then(|| view! { " "<span class="bad" data-test="refused-picks">{r.clone()}</span> }))}
                " "
                <EditedMark/>
            </p>
            <KeyFigures/>
            <LiveSentence sentence/>
        </section>
    }
}

/// Says the sentence to a screen reader when the levers have come to rest; not on the first drawing.
#[component]
fn LiveSentence(sentence: Memo<Finding>) -> impl IntoView {
    let announcement = RwSignal::new(String::new());
    let pending = StoredValue::new_local(None::<Timer>);
    Effect::watch(
        move || sentence.get(),
        move |now, before, _| {
            if before.is_some_and(|b| b != now) {
                let words = now.spoken();
                pending.set_value(timer::after(QUIET, move || {
                    announcement.try_set(words);
                }));
            }
        },
        true,
    );
    view! { <div class="vh" role="status" aria-live="polite">{announcement}</div> }
}

#[component]
fn KeyFigures() -> impl IntoView {
    let page = OverviewContext::new();
    let t = move || page.t();
    let met_counts = move || {
        let e = page.evaluation();
        (e.outcome.met(), e.outcome.lines.len())
    };
    // Goals of 0 are all met; that is nothing to be proud of.
    let without_goals = Memo::new(move |_| page.evaluation().outcome.lines.iter().all(|l| l.goal <= 0.0));
    let score = Memo::new(move |_| page.evaluation().outcome.score);
    let score_difference = Memo::new(move |_| page.base().map(|b| (score.get() - b.outcome.score) * 100.0));
    let missing = Memo::new(move |_| page.evaluation().missing.amount);
    let unit_name = move || short_unit(page.unit(), page.lang());
    let words = Memo::new(move |_| missing_words(&page.evaluation(), page.lang()));
    let beyond = Memo::new(move |_| beyond_money(&page.plan(), &page.evaluation(), page.lang()));
    let difference = move || {
        score_difference
            .get()
            .map_or_else(String::new, |d| signed(d, 1, page.lang()))
    };
    view! {
        <ul class="kpi" aria-label=move || t().key_figures>
            <li>
                <span>{move || t().targets_held}</span>
                <b data-test="targets-held" data-value=move || met_counts().0.to_string()>
                    {move || if without_goals.get() { "–".to_owned() } else { met_counts().0.to_string() }}
                    " "
                    <small>{move || format!("{} {}", t().of, met_counts().1)}</small>
                </b>
            </li>
            <JointChance/>
            <li>
                <span>{move || t().score}</span>
                <b data-test="score" data-value=move || score.get().to_string()>
                    {move || if without_goals.get() { "–".to_owned() } else { number(score.get() * 100.0, 1, page.lang()) }}
                    " "
                    <super::bound::Bound/>
                    " "
                    <small title=move || page.base_name()>
                        <Delta
                            text=Signal::derive(difference)
                            news=Signal::derive(move || judge_difference(Better::More, score_difference.get().unwrap_or(0.0)))
                        />
                    </small>
                </b>
            </li>
            <li>
                <span>{move || t().missing_money}</span>
                <b data-test="missing-money" data-value=move || missing.get().to_string() title=move || beyond.get()>
                    {move || match words.get() {
                        Some(words) => view! { <small class="say-words" data-test="missing-words">{words}</small> }.into_any(),
                        None => {
                            let amount = money(missing.get(), page.unit(), page.lang());
                            view! { {amount}" "<small>{unit_name()}</small> }.into_any()
                        }
                    }}
                </b>
            </li>
        </ul>
    }
}

/// The chance of all targets.
#[component]
fn JointChance() -> impl IntoView {
    let page = OverviewContext::new();
    let sampled_risk = Memo::new(move |_| page.risk());
    let without_goals = Memo::new(move |_| page.evaluation().outcome.lines.iter().all(|l| l.goal <= 0.0));
    // Goals of 0 are all met; that is no chance to tell.
    let joint = Memo::new(move |_| {
        let chance = sampled_risk.with(|s| s.as_ref().map(|s| s.risk.joint.chance));
        chance.filter(|_| !without_goals.get())
    });
    let stale = Memo::new(move |_| sampled_risk.with(|s| s.as_ref().is_none_or(|s| s.stale)));
    let kind = Memo::new(move |_| joint.get().map(|c| verdict_kind(Standing::of_chance(c))));
    let from = move || {
        let base = page.base_risk()?.risk.joint.chance;
        Some(from_chance(joint.get()?, base, page.lang())).filter(|words| words != "=")
    };
    let sure = move || {
        let lang = page.lang();
        sampled_risk.with(|s| s.as_ref().map(|s| interval_words(s.risk.joint, s.risk.samples, lang)))
    };
    view! {
        <li>
            <span>{move || page.t().joint_chance}</span>
            <b data-test="joint-chance" data-value=move || joint.get().map(|c| c.to_string()) title=sure class:old=move || stale.get()>
                <span class=move || format!("st {}", kind.get().map_or("", VerdictKind::class))>{move || kind.get().map(verdict_glyph)}</span>
                {move || joint.get().map_or_else(|| "–".to_owned(), |c| format!("{}\u{a0}%", chance_number(c, page.lang())))}
                " "
                <small>
                    {move || if stale.get() { Some(page.prefs.t().risk.computing.to_owned()) } else { from() }}
                </small>
            </b>
        </li>
    }
}
