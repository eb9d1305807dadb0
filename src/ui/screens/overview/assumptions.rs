//! Assumptions of the scenario: share for other works, cost level, events, rules.

use super::context::OverviewContext;
use super::events::Events;
use super::order::Order;
use super::rules::Rules;
use crate::charts::inline::Gauge;
use crate::edit::Command;
use crate::formats::number::{parse_percent, percent};
use crate::i18n::messages::number_error;
use crate::i18n::overview::percent_of;
use crate::i18n::shell::number_range;
use crate::model::{Origin, Overrides, Plan};
use crate::ui::prelude::*;
use crate::ui::widgets::{EditField, Lever, OriginMark};

/// Panel of the assumptions.
#[component]
pub fn Assumptions() -> impl IntoView {
    let page = OverviewContext::new();
    view! {
        <section class="panel p2">
            <header><h2>{move || page.t().assumptions}</h2><Order/></header>
            <div class="asms">
                <ShareLever kind=OTHER_WORKS/>
                <ShareLever kind=COST_LEVEL/>
            </div>
            <Events/>
            <Rules/>
        </section>
    }
}

/// A lever over a share of the whole scenario.
#[derive(Clone, Copy)]
struct Kind {
    test: &'static str,
    /// Ends of the slider, per cent.
    span: (f64, f64),
    /// Colour of its fill; `None`: hatched as other works.
    colour: Option<&'static str>,
    name: fn(OverviewContext) -> &'static str,
    note: fn(OverviewContext) -> &'static str,
    /// What the plan says.
    of_plan: fn(&Plan) -> Option<f64>,
    /// What the scenario says.
    of_scenario: fn(&Overrides) -> Option<f64>,
    /// Shown where the plan's sources differ.
    shown: fn(&Plan) -> f64,
    origin: fn(OverviewContext, &Plan) -> Origin,
    command: fn(String, Option<f64>) -> Command,
    /// Largest value that may be typed.
    most: f64,
}

const OTHER_WORKS: Kind = Kind {
    test: "other-works-share",
    span: (0.0, 100.0),
    colour: None,
    name: |page| page.t().other_works,
    note: |page| page.t().other_works_note,
    of_plan: common_share,
    of_scenario: |o| o.other_works,
    shown: average_share,
    origin: |_, plan| {
        plan.sources
            .first()
            .map(|s| s.other_works.origin.clone())
            .unwrap_or_default()
    },
    command: Command::SetOtherWorks,
    most: 1.0,
};

const COST_LEVEL: Kind = Kind {
    test: "cost-level",
    span: (50.0, 150.0),
    colour: Some("var(--other)"),
    name: |page| page.t().cost_level,
    note: |page| page.t().cost_level_note,
    of_plan: |_| Some(1.0),
    of_scenario: |o| o.cost_level,
    shown: |_| 1.0,
    origin: |page, _| Origin::Assumption {
        note: page.t().cost_level_origin.into(),
    },
    command: Command::SetCostLevel,
    most: 10.0,
};

/// The share for other works, if all sources have the same.
fn common_share(plan: &Plan) -> Option<f64> {
    let first = plan.sources.first()?.other_works.value;
    plan.sources
        .iter()
        .all(|s| s.other_works.value == first)
        .then_some(first)
}

/// The share for other works of all money together.
fn average_share(plan: &Plan) -> f64 {
    let total: f64 = plan.sources.iter().map(|s| s.amount.value).sum();
    let other: f64 = plan.sources.iter().map(|s| s.amount.value * s.other_works.value).sum();
    if total > 0.0 { other / total } else { 0.0 }
}

#[component]
fn ShareLever(kind: Kind) -> impl IntoView {
    let page = OverviewContext::new();
    let set = Memo::new(move |_| page.with_overrides(|_, o| (kind.of_scenario)(o)));
    let plan_share = Memo::new(move |_| {
        let plan = page.plan();
        (kind.of_plan)(&plan).unwrap_or_else(|| (kind.shown)(&plan))
    });
    let share = Memo::new(move |_| set.get().unwrap_or_else(|| plan_share.get()));
    let origin = Memo::new(move |_| match set.get() {
        Some(_) => Origin::Assumption {
            note: page.t().scenario_origin.into(),
        },
        None => (kind.origin)(page, &page.plan()),
    });
    let command = move |share: f64| {
        let plan = page.work.plan_untracked();
        let same = (kind.of_plan)(&plan).is_some_and(|p| (p - share).abs() < 1e-9);
        (kind.command)(page.scenario(), (!same).then_some(share))
    };
    let moves = page.moves(
        move |v| command(v / 100.0),
        move || (kind.command)(page.scenario(), None),
    );
    let commit = Callback::new(move |entry: String| {
        let lang = page.prefs.lang().get_untracked();
        let share = parse_percent(&entry, lang).map_err(|e| number_error(&e, lang).paragraph())?;
        if !(0.0..=kind.most).contains(&share) {
            return Err(number_range(0.0, kind.most, false, true, lang));
        }
        page.work.dispatch(command(share));
        Ok::<(), String>(())
    });
    let step = Callback::new(move |steps: f64| {
        let to = ((share.get_untracked() * 100.0).round() + steps).clamp(0.0, kind.most * 100.0);
        page.work.dispatch(command(to / 100.0));
    });
    let label = Signal::derive(move || (kind.name)(page).to_owned());
    let text = Signal::derive(move || percent_exact(share.get(), page.lang()));
    let parts = move || {
        let (from, to) = kind.span;
        let end = ((share.get() * 100.0 - from) / (to - from) * 100.0).clamp(0.0, 100.0);
        match kind.colour {
            Some(_) => Gauge { spent: end, other: end },
            None => Gauge { spent: 0.0, other: end },
        }
    };
    view! {
        <div class="asm" title=move || (kind.note)(page)>
            <span>{label} " " <OriginMark origin=origin/></span>
            <EditField
                text=text
                on_commit=commit
                label=label
                test=format!("{}-field", kind.test)
                raw=Signal::derive(move || share.get().to_string())
                disabled=page.work.read_only()
                on_step=step
            />
            <Lever
                value=Signal::derive(move || share.get() * 100.0)
                min=kind.span.0
                max=kind.span.1
                parts=Signal::derive(parts)
                colour=kind.colour.unwrap_or("none")
                mark=Signal::derive(move || plan_share.get() * 100.0)
                catches=Signal::stored(Vec::new())
                label=label
                spoken=Signal::derive(move || percent_of(share.get(), page.lang()))
                test=kind.test
                raw=share
                disabled=page.work.read_only()
                moves=moves
            />
        </div>
    }
}

/// A share in per cent with one decimal only where it has one.
fn percent_exact(share: f64, lang: crate::model::Lang) -> String {
    let whole = (share * 100.0 - (share * 100.0).round()).abs() < 1e-9;
    percent(share, usize::from(!whole), lang)
}
