//! Any input of the samples against any result, sample by sample.

use super::charts::ChartOfRisk;
use super::measure_pick::MeasurePick;
use crate::app::{OneJob, SEED};
use crate::charts::{ChartView, Palette, scatter};
use crate::engine::sample::{Cloud, Input, Measure};
use crate::i18n::risk::{input_name, more};
use crate::model::{Factor, Plan};
use crate::protocol::{JobNews, JobResult, Task};
use crate::ui::context::use_screen;
use crate::ui::prelude::*;
use crate::ui::scene::scene_of;
use crate::ui::widgets::Select;
use std::sync::Arc;

/// Samples drawn as points: enough to see a shape, few enough to redraw.
const POINTS: usize = 1_000;
/// Milliseconds after the last change of the plan before the points are drawn anew.
const REST: u32 = 450;

/// What points are of: a plan under a scenario, an input (none: the first that varies) and a result.
type CloudKey = (Arc<Plan>, String, Option<Input>, Measure);

/// Points with what they are of.
#[derive(Clone)]
struct CloudOf {
    of: CloudKey,
    cloud: Cloud,
}

fn same_plan(a: &CloudKey, b: &CloudKey) -> bool {
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
    let page = use_screen();
    let job = OneJob::new();
    let cloud_signal = RwSignal::new(None::<CloudOf>);
    let (input, measure) = (RwSignal::new(None::<Input>), RwSignal::new(Measure::Score));
    let of = move || -> CloudKey { (page.plan(), page.scenario_id(), input.get(), measure.get()) };
    Effect::new(move |before: Option<CloudKey>| {
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
        let key_asked = of.clone();
        job.start_after(wait, &of.0.ground, of.0.scenario(&of.1), task, move |news| match news {
            JobNews::Done(JobResult::Cloud(cloud)) => cloud_signal.set(Some(CloudOf {
                of: key_asked.clone(),
                cloud: *cloud,
            })),
            JobNews::Done(JobResult::Impossible) => cloud_signal.set(None),
            _ => {}
        });
        of
    });
    let chart = Memo::new_with_compare(
        move |_: Option<&Option<ChartView>>| {
            let palette = Palette::css();
            let CloudOf { of, cloud } = cloud_signal.get()?;
            let scene = scene_of(&of.0, page.prefs, &palette);
            let across = cloud.inputs.get(cloud.across?)?;
            Some(scatter(&scene, across, cloud.measure, &cloud.values, &cloud.results))
        },
        |_, _| true,
    );
    let choose = Callback::new(move |key: String| {
        let choice = cloud_signal.with_untracked(|k| {
            let mut inputs = k.iter().flat_map(|k| &k.cloud.inputs);
            inputs.find(|i| input_key(i) == key).cloned()
        });
        input.set(choice);
    });
    let choices = Signal::derive(move || {
        let (plan, lang) = (page.plan(), page.lang());
        let choice = |i: &Input| (input_key(i), input_name(&plan, i, lang));
        cloud_signal.with(|k| k.iter().flat_map(|k| &k.cloud.inputs).map(choice).collect::<Vec<_>>())
    });
    // The points say which input they are of: without a choice it is the first that varies.
    let across = Signal::derive(move || {
        cloud_signal
            .with(|k| {
                let cloud = &k.as_ref()?.cloud;
                Some(input_key(cloud.inputs.get(cloud.across?)?))
            })
            .unwrap_or_default()
    });
    let stale = Signal::derive(move || {
        let now = of();
        cloud_signal.with(|k| {
            let current = |k: &CloudOf| same_plan(&k.of, &now) && (&k.of.2, k.of.3) == (&now.2, now.3);
            k.as_ref().is_none_or(|k| !current(k))
        })
    });
    view! {
        <section class="rk-part rk-drivers" aria-label=move || more(page.lang()).scatter>
            <h2>{move || more(page.lang()).scatter}</h2>
            <div class="rk-picks">
                <label class="pick">
                    <span>{move || more(page.lang()).input}</span>
                    <Select test="scatter-input" choices value=across on_choose=choose/>
                </label>
                <MeasurePick measure test="scatter-measure"/>
            </div>
            <ChartOfRisk view=chart.into() stale/>
        </section>
    }
}
