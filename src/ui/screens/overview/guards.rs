//! The two guards, always in view: construction arrears and what the villagers pay.

use super::context::OverviewContext;
use crate::charts::inline::bar_heights;
use crate::engine::verdict::{GuardState, community_state, debt_state};
use crate::formats::number::{money, money_unit_name, money_with_unit, month_label, number};
use crate::i18n::overview::{per_head_formula, short_unit};
use crate::model::Origin;
use crate::ui::prelude::*;
use crate::ui::widgets::{OriginMark, Verdict, VerdictKind};
use std::fmt::Write;

/// The two guards in full, and all of them at a glance.
#[component]
pub fn Guards() -> impl IntoView {
    view! {
        <div class="gd">
            <Debt/>
            <PerHead/>
            <super::guard_list::GuardStrip/>
        </div>
    }
}

/// Shape of a guard's state.
pub fn kind(state: GuardState) -> VerdictKind {
    match state {
        GuardState::Good => VerdictKind::Ok,
        GuardState::Attention => VerdictKind::Risk,
        GuardState::Over => VerdictKind::Bad,
    }
}

/// Width of the month bars' drawing.
const BARS: f64 = 248.0;
const BARS_HEIGHT: f64 = 38.0;

/// Paths of the bars: all but the peak, and the peak.
fn bars(waiting: &[f64], peak: usize) -> (String, String) {
    let pitch = BARS / waiting.len().max(1) as f64;
    let highest = waiting.iter().copied().fold(0.0, f64::max);
    let (mut others, mut top) = (String::new(), String::new());
    for (t, height) in bar_heights(waiting, highest, BARS_HEIGHT).into_iter().enumerate() {
        if height > 0.0 {
            let path = if t == peak { &mut top } else { &mut others };
            let (x, width) = (t as f64 * pitch + 1.0, (pitch - 4.0).max(1.0));
            let _ = write!(path, "M{x:.1} 40h{width:.1}v-{height}h-{width:.1}z");
        }
    }
    (others, top)
}

#[component]
fn Debt() -> impl IntoView {
    let page = OverviewContext::new();
    let state = Memo::new(move |_| {
        let e = page.evaluation();
        debt_state(&e.outcome, e.inputs.discipline)
    });
    let debt = Memo::new(move |_| page.evaluation().outcome.debt);
    let peak = Memo::new(move |_| {
        let e = page.evaluation();
        (e.outcome.peak_waiting, e.outcome.peak_month)
    });
    let chart_view = Memo::new(move |_| {
        let e = page.evaluation();
        bars(&e.outcome.waiting, e.outcome.peak_month)
    });
    let calendar = Memo::new(move |_| page.plan().calendar);
    let month = move |t: usize| {
        let calendar = calendar.get();
        month_label(calendar.month(t), calendar.start, page.lang())
    };
    let amount = move |value: f64| money(value, page.unit(), page.lang());
    let word = move || match state.get() {
        GuardState::Good => page.t().guard_good,
        GuardState::Attention => page.t().guard_attention,
        GuardState::Over => page.t().guard_over,
    };
    let label = move || {
        let (most, t) = peak.get();
        let most = money_with_unit(most, page.unit(), page.lang());
        format!("{}: {} {} {}", page.t().waiting, most, page.t().debt_peak, month(t))
    };
    let waits = Memo::new(move |_| peak.get().0 > crate::engine::verdict::NO_MONEY);
    let axis = move || {
        let months = calendar.get().months.max(1);
        let pitch = BARS / months as f64;
        let at = |t: usize| ((t as f64 + 0.5) * pitch).to_string();
        let top = peak.get().1;
        // The peak is named unless it stands at an end that is named anyway.
        let near = |t: usize| t < 2 || t + 3 > months;
        view! {
            <text x=at(0) y="51" class="ax" text-anchor="middle">{month(0)}</text>
            {(waits.get() && !near(top)).then(|| view! { <text x=at(top) y="51" class="ax" text-anchor="middle">{month(top)}</text> })}
            <text x=BARS.to_string() y="51" class="ax" text-anchor="end">{month(months - 1)}</text>
        }
    };
    view! {
        <section class="panel">
            <h2>
                {move || page.t().debt}
                <Verdict
                    kind=Signal::derive(move || kind(state.get()))
                    word=Signal::derive(move || word().to_owned())
                    test="debt-state"
                />
            </h2>
            <p>
                <span class=move || format!("v {}", if debt.get() > 0.0 { "bad" } else { "ok" }) data-test="debt" data-value=move || debt.get().to_string()>
                    {move || amount(debt.get())}
                </span>
                " "
                {move || page.t().debt_end}
                " "
                <b data-test="peak-waiting" data-value=move || peak.get().0.to_string()>{move || amount(peak.get().0)}</b>
                " "
                {move || {
                    let unit = short_unit(page.unit(), page.lang());
                    if waits.get() { format!("{unit} {} {}", page.t().debt_peak, month(peak.get().1)) } else { unit.to_owned() }
                }}
            </p>
            <svg class="ow" viewBox="0 0 250 52" role="img" aria-label=label>
                <path d=move || chart_view.with(|d| d.0.clone()) fill="url(#hr)" stroke="var(--risk)" stroke-width=".8"></path>
                <path d=move || chart_view.with(|d| d.1.clone()) fill="var(--risk)" stroke="var(--risk)" stroke-width=".8"></path>
                <path d="M0 40.5H248" stroke="var(--axis)"></path>
                {axis}
            </svg>
        </section>
    }
}

/// Width of the contribution bar: 150 % of last year's.
const BAR: f64 = 248.0;

#[component]
fn PerHead() -> impl IntoView {
    let page = OverviewContext::new();
    let guard = Memo::new(move |_| page.evaluation().community);
    let state = Memo::new(move |_| community_state(&guard.get()));
    let word = move || match state.get() {
        None => page.t().per_head_unknown,
        Some(GuardState::Good) => page.t().per_head_same,
        Some(_) => page.t().per_head_rises,
    };
    let year = move || page.reference_year();
    let head = move |value: f64| number(value, 2, page.lang());
    let width = move || {
        let g = guard.get();
        let full = 1.5 * g.last_year;
        let share = if full > 0.0 { (g.per_head / full).min(1.0) } else { 0.0 };
        format!("{:.1}", share * BAR)
    };
    let mark = BAR / 1.5;
    let last_year = move || format!("{} {}", head(guard.get().last_year), year());
    let sentence = move || {
        let unit = money_unit_name(crate::formats::number::MoneyUnit::Million, page.lang());
        format!("{unit}; {}: {}", year(), head(guard.get().last_year))
    };
    let formula = move || {
        let g = guard.get();
        per_head_formula(g.total, g.population, page.unit(), page.lang())
    };
    let origin = Signal::derive(move || Origin::Derived {
        formula: page.t().per_head_formula.into(),
    });
    view! {
        <section class="panel">
            <h2>
                {move || page.t().per_head}
                <Verdict
                    kind=Signal::derive(move || kind(state.get().unwrap_or(GuardState::Attention)))
                    word=Signal::derive(move || word().to_owned())
                    test="community-state"
                />
            </h2>
            <p>
                <span class="v ink" data-test="community-per-head" data-value=move || guard.get().per_head.to_string()>
                    {move || head(guard.get().per_head)}
                </span>
                " "
                {sentence}
            </p>
            <svg class="li" viewBox="0 0 250 34" role="img" aria-label=move || format!("{} {}", head(guard.get().per_head), sentence())>
                <rect x=".5" y="6.5" width="248" height="11" fill="var(--sunken)" stroke="var(--line-strong)"></rect>
                <rect x="1" y="8" width=width height="8" fill="var(--src-community)"></rect>
                <path d=format!("M{mark:.1} 2v20") stroke="var(--goal)" stroke-width="2.5"></path>
                <text x="0" y="32" class="ax">"0"</text>
                <text x=mark.to_string() y="32" class="ax" text-anchor="middle">{last_year}</text>
                <text x="249" y="32" class="ax" text-anchor="end">{move || head(1.5 * guard.get().last_year)}</text>
            </svg>
            <p class="foot">{formula} " " <OriginMark origin/></p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_drawn_apart_and_empty_months_are_not_drawn() {
        let (others, top) = bars(&[0.0, 5.0, 10.0, 0.0], 2);
        assert_eq!(others.matches('M').count(), 1);
        assert!(others.contains("v-19h"), "half of the peak is half as high: {others}");
        assert!(top.contains("v-38h"), "{top}");
        assert_eq!(bars(&[0.0; 13], 0), (String::new(), String::new()));
    }
}
