//! Screen *Rủi ro*: chances by scenario, fans, distributions, what matters most, and what it takes.

mod chances;
mod charts;
mod measure_pick;
mod points;
mod seek;
mod sobol;
mod ways;

use crate::app::use_jobs;
use crate::i18n::risk::{joint_sentence, samples_sentence};
use crate::protocol::WorkPlace;
use crate::ui::context::use_screen;
use crate::ui::prelude::*;
use chances::Chances;
use charts::{Drivers, Fans, Spreads};
use points::Points;
use seek::Seek;
use ways::{Hunt, WaysPanel};

/// Screen *Rủi ro*.
#[component]
pub fn RiskScreen() -> impl IntoView {
    let hunt = Hunt::new(use_screen());
    view! {
        <div class="rk-page">
            <Finding/>
            <div class="rk-top">
                <Chances/>
                <Seek hunt/>
            </div>
            <WaysPanel hunt/>
            <Fans/>
            <div class="rk-low">
                <Drivers/>
                <div class="rk-side">
                    <Spreads/>
                    <Points/>
                </div>
            </div>
        </div>
    }
}

/// The finding, and how it was found.
#[component]
fn Finding() -> impl IntoView {
    let page = use_screen();
    let sampled_risk = Memo::new(move |_| page.risk_of(&page.scenario_id()));
    let impossible = Memo::new(move |_| page.plan().check_correlations().is_err());
    let finding = move || {
        let (plan, lang) = (page.plan(), page.lang());
        let name = page.scenario_name(&page.scenario_id());
        sampled_risk.with(|s| {
            let risk = &s.as_ref()?.risk;
            if page
                .work
                .evaluation()
                .with(|e| e.outcome.lines.iter().all(|l| l.goal <= 0.0))
            {
                return Some(page.prefs.t().timeline.no_goals.to_owned());
            }
            let weakest = risk
                .lines
                .iter()
                .min_by(|a, b| a.chance.chance.total_cmp(&b.chance.chance));
            let weakest = weakest.and_then(|l| Some((plan.line(&l.id)?.name.get(lang), l.chance.chance)));
            Some(joint_sentence(&name, risk.joint, weakest, lang))
        })
    };
    let how = move || {
        let lang = page.lang();
        sampled_risk.with(|s| s.as_ref().map(|s| samples_sentence(s.risk.samples, s.risk.joint, lang)))
    };
    let stale = Memo::new(move |_| sampled_risk.with(|s| s.as_ref().is_none_or(|s| s.stale)));
    let place = use_jobs().place();
    let revision = move || sampled_risk.with(|s| s.as_ref().map(|s| s.revision.to_string()));
    view! {
        <section class="panel rk-say">
            <Show
                when=move || !impossible.get()
                fallback=move || view! { <p class="bad" data-test="risk-impossible">{move || page.texts().risk.impossible}</p> }
            >
                <h1 data-test="risk-finding" data-value=revision class:old=move || stale.get()>
                    {move || finding().unwrap_or_else(|| page.texts().risk.computing.to_owned())}
                </h1>
                <p class="sm mut" data-test="risk-place" data-value=move || place.get().name()>
                    {how} {move || (place.get() == WorkPlace::Page).then(|| format!(" {}", page.texts().risk.on_page))}
                    {move || stale.get().then(|| format!(" ({})", page.texts().risk.computing))}
                </p>
            </Show>
        </section>
    }
}
