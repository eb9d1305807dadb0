//! What an event does: effects with their numbers and whom they hit, added and removed.

use super::super::field::PlanField;
use super::super::rounds::month_of_year;
use super::super::{Here, here, place};
use crate::app::listed;
use crate::edit::Command;
use crate::i18n::data::effect;
use crate::i18n::events::{Events, words};
use crate::model::field::Field;
use crate::model::{Effect, Event, EventId, Plan, RELEASE_POINTS};
use crate::ui::prelude::*;
use crate::ui::widgets::{Select, fixed_choices};

listed! {
    /// Kinds of effects, by the name they have in the file.
    enum EffectKind {
        WorkSpeed = "work-speed",
        UnitCost = "unit-cost",
        PassRate = "pass-rate",
        Amount = "amount",
        ReleaseFrom = "release-from",
        Money = "money",
    }
}

impl EffectKind {
    fn of(effect: &Effect) -> Self {
        match effect {
            Effect::WorkSpeed { .. } => Self::WorkSpeed,
            Effect::UnitCost { .. } => Self::UnitCost,
            Effect::PassRate { .. } => Self::PassRate,
            Effect::Amount { .. } => Self::Amount,
            Effect::ReleaseFrom { .. } => Self::ReleaseFrom,
            Effect::Money { .. } => Self::Money,
        }
    }

    fn word(self, t: &'static Events) -> &'static str {
        match self {
            Self::WorkSpeed => t.work_speed,
            Self::UnitCost => t.unit_cost,
            Self::PassRate => t.pass_rate,
            Self::Amount => t.amount,
            Self::ReleaseFrom => t.release_from,
            Self::Money => t.money,
        }
    }

    /// A new effect, that hits nobody yet; new money goes to the first source. `None` where the plan has no source for it.
    fn make(self, plan: &Plan) -> Option<Effect> {
        let (lines, sources) = (Vec::new(), Vec::new());
        Some(match self {
            Self::WorkSpeed => Effect::WorkSpeed { lines, factor: 0.5 },
            Self::UnitCost => Effect::UnitCost { lines, factor: 1.1 },
            Self::PassRate => Effect::PassRate { lines, factor: 0.9 },
            Self::Amount => Effect::Amount { sources, factor: 0.8 },
            Self::ReleaseFrom => Effect::ReleaseFrom { sources, month: 7 },
            Self::Money => Effect::Money {
                source: plan.sources.first()?.id.clone(),
                amount: 1_000.0,
                release: evenly(1),
            },
        })
    }
}

/// Cumulative release in even parts from a month of the year to December.
fn evenly(month: u8) -> [f64; RELEASE_POINTS] {
    let from = usize::from(month.clamp(1, 12));
    std::array::from_fn(|t| {
        let months_done = (t + 2).saturating_sub(from).min(13 - from);
        months_done as f64 / (13 - from) as f64
    })
}

/// The month from which a release is even, if it is.
fn even_from(release: &[f64; RELEASE_POINTS]) -> Option<u8> {
    let same = |month: &u8| evenly(*month).iter().zip(release).all(|(a, b)| (a - b).abs() < 1e-6);
    (1..=12).find(same)
}

/// The event with an id added to what one of its effects hits, or taken away; in the order of the plan.
fn toggle_target(event: &Event, plan: &Plan, index: usize, id: &str) -> Option<Event> {
    let mut event = event.clone();
    let ids = event.effects.get_mut(index)?.targets_mut()?;
    match ids.iter().position(|own| own == id) {
        Some(at) => {
            ids.remove(at);
        }
        None => ids.push(id.to_owned()),
    }
    let order: Vec<&String> = plan
        .lines
        .iter()
        .map(|l| &l.id)
        .chain(plan.sources.iter().map(|s| &s.id))
        .collect();
    crate::sort::by_key(ids, |id| order.iter().position(|o| *o == id));
    Some(event)
}

/// Effects of an event.
#[component]
pub fn Effects(id: EventId) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let e = words(lang);
    let plan = workspace.plan();
    let read = id.clone();
    // Rows are made anew only when effects come, go or change their kind.
    let kinds = Memo::new(move |_| {
        plan.with(|p| {
            p.event(&read)
                .map(|e| e.effects.iter().map(EffectKind::of).collect::<Vec<_>>())
                .unwrap_or_default()
        })
    });
    let base = place::element(&format!("/events/{id}"));
    let choice = RwSignal::new(EffectKind::WorkSpeed.name().to_owned());
    let put = id.clone();
    let add = move |_| {
        let plan = workspace.plan_untracked();
        let kind = EffectKind::ALL.into_iter().find(|k| k.name() == choice.get_untracked());
        let new = kind.and_then(|k| k.make(&plan));
        if let (Some(event), Some(new)) = (plan.event(&put), new) {
            let mut event = event.clone();
            event.effects.push(new);
            here.tell(Command::PutEvent(event));
        }
    };
    let choices = EffectKind::ALL.map(|kind| (kind.name(), kind.word(e)));
    view! {
        <ul class="data-effects" aria-label=t.effects>
            {move || {
                let row = |(index, _)| view! { <Row id=id.clone() index/> };
                kinds.get().into_iter().enumerate().map(row).collect_view()
            }}
        </ul>
        <div class="data-row no-print">
            <Select
                class="data-select"
                disabled=workspace.read_only()
                label=e.kind
                test=format!("{base}-effect-kind")
                choices=fixed_choices(&choices)
                value=choice
                on_choose=Callback::new(move |kind: String| choice.set(kind))
            />
            <button type="button" class="btn quiet" data-test=format!("{base}-effect-add") disabled=workspace.read_only() on:click=add>
                {e.add_effect}
            </button>
        </div>
    }
}

#[component]
fn Row(id: EventId, index: usize) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let t = words(lang);
    let plan = workspace.plan();
    let base = place::element(&format!("/events/{id}/effects/{index}"));
    let read = id.clone();
    let current = Memo::new(move |_| plan.with(|p| p.event(&read).and_then(|e| e.effects.get(index)).cloned()));
    let effect_words = move |after: bool| {
        let sentence = current.get().map(|e| plan.with(|p| effect(&e, p, lang)));
        sentence.map(|(before, end)| if after { end } else { before })
    };
    let put = id.clone();
    let change = StoredValue::new(move |change: &dyn Fn(&Event, &Plan) -> Option<Event>| {
        let plan = workspace.plan_untracked();
        if let Some(event) = plan.event(&put).and_then(|e| change(e, &plan)) {
            here.tell(Command::PutEvent(event));
        }
    });
    let remove = move |_| {
        change.with_value(|change| {
            change(&|event, _| {
                let mut event = event.clone();
                (index < event.effects.len()).then(|| event.effects.remove(index))?;
                Some(event)
            });
        });
    };
    let whom = current.with_untracked(Clone::clone).map(|e| match e {
        Effect::Money { .. } => view! { <MoneyBooking id=id.clone() index base=base.clone()/> }.into_any(),
        e => {
            let lines = e.hits_lines();
            let toggle = Callback::new(move |own: String| {
                change.with_value(|change| change(&|event, plan| toggle_target(event, plan, index, &own)));
            });
            view! { <Whom current lines toggle base=base.clone()/> }.into_any()
        }
    });
    view! {
        <li data-test=format!("{base}-row")>
            <span>{move || effect_words(false)}</span>
            <PlanField of=Field::Effect(id, index) mark=false/>
            <span>{move || effect_words(true)}</span>
            <button
                type="button"
                class="link no-print"
                data-test=format!("{base}-remove")
                disabled=workspace.read_only()
                on:click=remove
            >
                {t.remove_effect}
            </button>
            {whom}
        </li>
    }
}

/// The lines or sources of the plan as switches.
#[component]
fn Whom(current: Memo<Option<Effect>>, lines: bool, toggle: Callback<String>, base: String) -> impl IntoView {
    let Here { workspace, lang, .. } = here();
    let t = words(lang);
    let plan = workspace.plan();
    let all = Memo::new(move |_| {
        plan.with(|p| -> Vec<(String, String)> {
            let name = |id: &String, name: &crate::model::Text| (id.clone(), name.get(lang).to_owned());
            if lines {
                p.lines.iter().map(|l| name(&l.id, &l.name)).collect()
            } else {
                p.sources.iter().map(|s| name(&s.id, &s.name)).collect()
            }
        })
    });
    let hits = move |id: &String| {
        current.with(|e| {
            e.clone()
                .as_mut()
                .and_then(Effect::targets_mut)
                .is_some_and(|ids| ids.contains(id))
        })
    };
    let nobody = move || {
        current.with(|e| {
            e.clone()
                .as_mut()
                .and_then(Effect::targets_mut)
                .is_some_and(|ids| ids.is_empty())
        })
    };
    let button = move |(id, name): (String, String)| {
        let own = id.clone();
        let is_pressed = Memo::new(move |_| hits(&own));
        let test = format!("{base}-hits-{id}");
        view! {
            <button
                type="button"
                class="data-month"
                aria-pressed=move || is_pressed.get().to_string()
                data-test=test
                data-value=move || is_pressed.get().to_string()
                disabled=workspace.read_only()
                on:click=move |_| toggle.run(id.clone())
            >
                {name}
            </button>
        }
    };
    view! {
        <span class="data-toggles no-print" role="group" aria-label=if lines { t.hits_lines } else { t.hits_sources }>
            {move || all.get().into_iter().map(button.clone()).collect_view()}
        </span>
        <Show when=nobody><span class="mut sm">{t.hits_none}</span></Show>
    }
}

/// Under which source new money is booked, and from when it comes.
#[component]
fn MoneyBooking(id: EventId, index: usize, base: String) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let t = words(lang);
    let plan = workspace.plan();
    let read = id.clone();
    let money = Memo::new(move |_| {
        plan.with(|p| match p.event(&read).and_then(|e| e.effects.get(index)) {
            Some(Effect::Money { source, release, .. }) => (source.clone(), even_from(release)),
            _ => Default::default(),
        })
    });
    let sources = Memo::new(move |_| {
        plan.with(|p| {
            let name = |s: &crate::model::Source| (s.id.clone(), s.name.get(lang).to_owned());
            p.sources.iter().map(name).collect::<Vec<_>>()
        })
    });
    let months = move || {
        let mut all: Vec<(String, String)> = (1..=12).map(|m: u8| (m.to_string(), month_of_year(m, lang))).collect();
        if money.get().1.is_none() {
            all.insert(0, (String::new(), t.by_hand.to_owned()));
        }
        all
    };
    let set = StoredValue::new(move |to: Option<String>, from: Option<u8>| {
        let plan = workspace.plan_untracked();
        let Some(mut event) = plan.event(&id).cloned() else {
            return;
        };
        if let Some(Effect::Money { source, release, .. }) = event.effects.get_mut(index) {
            if let Some(to) = to {
                *source = to;
            }
            if let Some(from) = from {
                *release = evenly(from);
            }
            here.tell(Command::PutEvent(event));
        }
    });
    view! {
        <span class="data-inline no-print">
            {t.booked_under}
            <Select
                class="data-select"
                disabled=workspace.read_only()
                label=t.booked_under
                test=format!("{base}-source")
                choices=sources
                value=Signal::derive(move || money.get().0)
                on_choose=Callback::new(move |id: String| set.with_value(|set| set(Some(id), None)))
            />
        </span>
        <span class="data-inline no-print">
            {t.evenly_from}
            <Select
                class="data-select"
                disabled=workspace.read_only()
                label=t.evenly_from
                test=format!("{base}-from")
                choices=Signal::derive(months)
                value=Signal::derive(move || money.get().1.map(|m| m.to_string()).unwrap_or_default())
                on_choose=Callback::new(move |m: String| set.with_value(|set| set(None, m.parse().ok())))
            />
        </span>
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn every_kind_makes_an_effect_of_its_own_kind() {
        let plan = samples::default_plan();
        for kind in EffectKind::ALL {
            assert_eq!(EffectKind::of(&kind.make(&plan).unwrap()), kind);
        }
    }

    #[test]
    fn money_that_comes_evenly_is_known_by_its_first_month() {
        for month in 1..=12 {
            let curve = evenly(month);
            assert_eq!(even_from(&curve), Some(month), "{curve:?}");
            assert_eq!(curve[usize::from(month) - 1], 1.0 / f64::from(13 - month));
            assert_eq!((curve[11], curve[12]), (1.0, 1.0));
        }
        let plan = samples::default_plan();
        let new = plan.event("new-central-money").unwrap();
        let Effect::Money { release, .. } = &new.effects[0] else {
            panic!("money")
        };
        assert_eq!(even_from(release), Some(6));
    }

    #[test]
    fn a_line_switched_off_and_on_again_is_in_its_place() {
        let plan = samples::default_plan();
        let floods = plan.event("floods").unwrap();
        let without = toggle_target(floods, &plan, 0, "model-commune").unwrap();
        assert_ne!(&without, floods);
        let again = toggle_target(&without, &plan, 0, "model-commune").unwrap();
        let lines = |event: &Event| event.effects[0].targets().to_vec();
        let mut wanted_lines = lines(floods);
        wanted_lines.sort_by_key(|id| plan.lines.iter().position(|l| l.id == *id));
        assert_eq!(lines(&again), wanted_lines);
        assert_eq!(toggle_target(floods, &plan, 9, "gardens"), None);
    }
}
