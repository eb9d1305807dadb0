//! First-order Sobol indices of the result in the tornado, worked out when asked for.

use crate::app::{OneJob, SEED};
use crate::charts;
use crate::engine::sample::Measure;
use crate::i18n::risk::{more, progress_words};
use crate::model::Plan;
use crate::protocol::{JobNews, JobResult, Task};
use crate::ui::context::ScreenContext;
use crate::ui::prelude::*;
use std::sync::Arc;

/// Pairs of samples; each takes one more sample for every input.
const PAIRS: usize = 4_096;

/// Indices and what they are of.
#[derive(Clone)]
struct KnownIndices {
    plan: Arc<Plan>,
    scenario: String,
    measure: Measure,
    indices: charts::Indices,
}

/// The computation and its result.
#[derive(Clone, Copy)]
pub struct Sobol {
    page: ScreenContext,
    job: OneJob,
    known: RwSignal<Option<KnownIndices>>,
}

impl Sobol {
    pub fn new(page: ScreenContext) -> Self {
        Self {
            page,
            job: OneJob::new(),
            known: RwSignal::new(None),
        }
    }

    /// The indices of a result, if they are known for the plan and the scenario shown.
    pub fn indices(self, measure: Measure) -> Option<charts::Indices> {
        let (plan, shown) = (self.page.plan(), self.page.scenario_id());
        self.known.with(|k| {
            let fits = |k: &&KnownIndices| Arc::ptr_eq(&k.plan, &plan) && k.scenario == shown && k.measure == measure;
            k.as_ref().filter(fits).map(|k| k.indices.clone())
        })
    }

    fn start(self, measure: Measure) {
        let (plan, scenario) = untrack(|| (self.page.plan(), self.page.scenario_id()));
        let task = Task::Indices {
            measure,
            pairs: PAIRS,
            seed: SEED,
        };
        self.job.start(
            &plan.clone().ground,
            plan.clone().scenario(&scenario),
            task,
            move |news| {
                if let JobNews::Done(JobResult::Indices(indices, _)) = news {
                    self.known.set(Some(KnownIndices {
                        plan: Arc::clone(&plan),
                        scenario: scenario.clone(),
                        measure,
                        indices,
                    }));
                }
            },
        );
    }
}

/// The button that asks for the indices, how far they are, and the way to stop.
#[component]
pub fn SobolBar(sobol: Sobol, measure: RwSignal<Measure>) -> impl IntoView {
    let page = sobol.page;
    let progress = sobol.job.progress();
    let has_indices = move || sobol.indices(measure.get()).is_some();
    // Sum of what single inputs explain, for who wants to check it.
    let sum = move || {
        let indices = sobol.indices(measure.get())?;
        Some(indices.iter().map(|(_, i)| i.index).sum::<f64>().to_string())
    };
    view! {
        <p class="rk-busy no-print" data-test="risk-sobol" data-value=sum>
            <Show
                when=move || progress.get().is_some()
                fallback=move || view! {
                    <Show when=move || !has_indices()>
                        <button type="button" class="btn" data-test="risk-sobol-run" on:click=move |_| sobol.start(measure.get_untracked())>
                            {move || more(page.lang()).sobol_run}
                        </button>
                    </Show>
                }
            >
                <progress max="1" prop:value=move || progress.get().unwrap_or_default()></progress>
                <span class="sm">{move || progress_words(progress.get().unwrap_or_default(), page.lang())}</span>
                <button type="button" class="btn" data-test="risk-sobol-cancel" on:click=move |_| sobol.job.cancel()>
                    {move || more(page.lang()).cancel}
                </button>
            </Show>
            <span class="mini mut">{move || more(page.lang()).sobol_hint}</span>
        </p>
    }
}
