//! Any input of the samples against any result, sample by sample.

use super::charts::Drawn;
use super::measure_pick::MeasurePick;
use super::page::Page;
use crate::app::{SEED, Slices};
use crate::charts::{ChartView, Palette, Scene, scatter};
use crate::engine::sample::{Input, Measure, Sampler};
use crate::i18n::risk::{input_name, more};
use crate::model::{Factor, Plan};
use leptos::prelude::*;
use std::sync::Arc;

/// Points drawn.
const POINTS: usize = 1_000;
/// Samples drawn between two looks at the clock.
const CHUNK: usize = 50;
/// Milliseconds after the last change before the points are drawn anew.
const REST: u32 = 450;

/// Samples of a plan under a scenario.
#[derive(Clone)]
struct Cloud {
    plan: Arc<Plan>,
    scenario: String,
    sampler: Arc<Sampler>,
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
    let job = Slices::new();
    let cloud = RwSignal::new(None::<Cloud>);
    Effect::new(move |_| {
        let (plan, scenario) = (page.plan(), page.shown());
        let Ok(mut sampler) = Sampler::new(Arc::clone(&plan), plan.scenario(&scenario), SEED) else {
            cloud.set(None);
            return;
        };
        job.start(REST, move |late| {
            while sampler.drawn() < POINTS {
                sampler.advance(CHUNK.min(POINTS - sampler.drawn()));
                if late() && sampler.drawn() < POINTS {
                    return sampler.drawn() as f64 / POINTS as f64;
                }
            }
            cloud.set(Some(Cloud {
                plan: Arc::clone(&plan),
                scenario: scenario.clone(),
                sampler: Arc::new(sampler.clone()),
            }));
            1.0
        });
    });
    let (input, measure) = (RwSignal::new(String::new()), RwSignal::new(Measure::Score));
    let chosen = move |sampler: &Sampler| {
        let inputs = sampler.inputs();
        let key = input.get();
        inputs
            .iter()
            .position(|i| input_key(i) == key)
            .or((!inputs.is_empty()).then_some(0))
    };
    let chart = Memo::new_with_compare(
        move |_: Option<&Option<ChartView>>| {
            let palette = Palette::css();
            let cloud = cloud.get()?;
            let scene = Scene {
                plan: &cloud.plan,
                lang: page.lang(),
                unit: page.unit(),
                palette: &palette,
            };
            let at = chosen(&cloud.sampler)?;
            let values: Vec<f64> = cloud.sampler.drawn_values(at).iter().map(|v| f64::from(*v)).collect();
            let results = cloud.sampler.results(measure.get());
            Some(scatter(
                &scene,
                cloud.sampler.inputs().get(at)?,
                measure.get(),
                &values,
                &results,
            ))
        },
        |_, _| true,
    );
    let inputs = move || {
        let (plan, lang) = (page.plan(), page.lang());
        let cloud = cloud.get();
        let inputs = cloud.as_ref().map_or(&[][..], |c| c.sampler.inputs());
        let at = cloud.as_ref().and_then(|c| chosen(&c.sampler));
        let option = |(place, input): (usize, &Input)| {
            view! { <option value=input_key(input) prop:selected=at == Some(place)>{input_name(&plan, input, lang)}</option> }
        };
        inputs.iter().enumerate().map(option).collect_view()
    };
    let stale = Signal::derive(move || {
        let (plan, shown) = (page.plan(), page.shown());
        cloud.with(|c| {
            c.as_ref()
                .is_none_or(|c| !Arc::ptr_eq(&c.plan, &plan) || c.scenario != shown)
        })
    });
    view! {
        <section class="rk-part rk-drivers" aria-label=move || more(page.lang()).scatter>
            <h2>{move || more(page.lang()).scatter}</h2>
            <div class="rk-picks">
                <label class="pick">
                    <span>{move || more(page.lang()).input}</span>
                    <select data-test="scatter-input" on:change=move |event| input.set(event_target_value(&event))>{inputs}</select>
                </label>
                <MeasurePick measure test="scatter-measure"/>
            </div>
            <Drawn view=chart.into() stale/>
        </section>
    }
}
