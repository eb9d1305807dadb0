//! Any input of the samples against any result, sample by sample.

use super::charts::Drawn;
use super::measure_pick::MeasurePick;
use super::page::Page;
use crate::app::{OneJob, SEED};
use crate::charts::{ChartView, Palette, scatter};
use crate::engine::sample::{Cloud, Input, Measure};
use crate::i18n::risk::{input_name, more};
use crate::model::{Factor, Plan};
use crate::protocol::{Done, News, Task};
use crate::ui::prelude::*;
use crate::ui::scene::scene_of;
use std::sync::Arc;

/// Points drawn.
const POINTS: usize = 1_000;
/// Milliseconds after the last change of the plan before the points are drawn anew.
const REST: u32 = 450;

/// What points are of: a plan under a scenario, an input (none: the first that varies) and a result.
type Of = (Arc<Plan>, String, Option<Input>, Measure);

/// Points with what they are of.
#[derive(Clone)]
struct Known {
    of: Of,
    cloud: Cloud,
}

fn same_plan(a: &Of, b: &Of) -> bool {
    Arc::ptr_eq(&a.0, &b.0) && a.1 == b.1
}

/// What an input is known by in a list.
fn input_key(input: &Input) -> String {
    match input {
        Input::Average(Factor::Cost { line }) => format!("cost:{line}"),
        Input::Average(Factor::Realisation { source }) => format!("realisation:{source}"),
        Input::Event(event) => format!("event:{event}"),
        Input::Passes(line) => format!("passes:{line}"),
    }
}

/// The scatter with its two choices.
#[component]
pub fn Points() -> impl IntoView {
    let page = Page::new();
    let job = OneJob::new();
    let known = RwSignal::new(None::<Known>);
    let (input, measure) = (RwSignal::new(None::<Input>), RwSignal::new(Measure::Score));
    let of = move || -> Of { (page.plan(), page.shown(), input.get(), measure.get()) };
    Effect::new(move |before: Option<Of>| {
        let of = of();
        let task = Task::Cloud {
            input: of.2.clone(),
            measure: of.3,
            samples: POINTS,
            seed: SEED,
        };
        // Another choice is no change of the plan: it is followed at once.
        let wait = if before.is_some_and(|b| same_plan(&b, &of)) {
            0
        } else {
            REST
        };
        let asked = of.clone();
        job.start_after(wait, &of.0, of.0.scenario(&of.1), task, move |news| match news {
            News::Done(Done::Cloud(cloud)) => known.set(Some(Known {
                of: asked.clone(),
                cloud: *cloud,
            })),
            News::Done(Done::Impossible) => known.set(None),
            _ => {}
        });
        of
    });
    let chart = Memo::new_with_compare(
        move |_: Option<&Option<ChartView>>| {
            let palette = Palette::css();
            let Known { of, cloud } = known.get()?;
            let scene = scene_of(&of.0, page.prefs, &palette);
            let across = cloud.inputs.get(cloud.across?)?;
            Some(scatter(&scene, across, cloud.measure, &cloud.values, &cloud.results))
        },
        |_, _| true,
    );
    let choose = move |event| {
        let key = event_target_value(&event);
        let found = known.with_untracked(|k| {
            let mut inputs = k.iter().flat_map(|k| &k.cloud.inputs);
            inputs.find(|i| input_key(i) == key).cloned()
        });
        input.set(found);
    };
    let inputs = move || {
        let (plan, lang) = (page.plan(), page.lang());
        let cloud = known.get().map(|k| k.cloud);
        let across = cloud.as_ref().and_then(|c| c.across);
        let option = |(place, input): (usize, &Input)| {
            view! { <option value=input_key(input) prop:selected=across == Some(place)>{input_name(&plan, input, lang)}</option> }
        };
        let inputs = cloud.iter().flat_map(|c| &c.inputs);
        inputs.enumerate().map(option).collect_view()
    };
    let stale = Signal::derive(move || {
        let now = of();
        known.with(|k| {
            let current = |k: &Known| same_plan(&k.of, &now) && (&k.of.2, k.of.3) == (&now.2, now.3);
            k.as_ref().is_none_or(|k| !current(k))
        })
    });
    view! {
        <section class="rk-part rk-drivers" aria-label=move || more(page.lang()).scatter>
            <h2>{move || more(page.lang()).scatter}</h2>
            <div class="rk-picks">
                <label class="pick">
                    <span>{move || more(page.lang()).input}</span>
                    <select data-test="scatter-input" on:change=choose>{inputs}</select>
                </label>
                <MeasurePick measure test="scatter-measure"/>
            </div>
            <Drawn view=chart.into() stale/>
        </section>
    }
}
