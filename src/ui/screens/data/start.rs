//! What to fill in first, while a plan has no figures.

use super::place::Section;
use super::{Here, here};
use crate::i18n::data;
use crate::model::Plan;
use crate::platform::dom;
use crate::ui::prelude::*;

/// How far one step of filling in is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    section: Section,
    done: usize,
    all: usize,
}

/// The steps, in order.
fn steps(plan: &Plan) -> [Step; 4] {
    let count = |holds: &[bool]| (holds.iter().filter(|h| **h).count(), holds.len());
    let own = count(&[!plan.district.is_empty(), plan.population.value > 0.0]);
    let money: Vec<bool> = plan.sources.iter().map(|s| s.amount.value > 0.0).collect();
    let goals: Vec<bool> = plan.lines.iter().map(|l| l.goal.value > 0.0).collect();
    let communes = (usize::from(!plan.communes.is_empty()), 1);
    [
        (Section::Plan, own),
        (Section::Sources, count(&money)),
        (Section::Lines, count(&goals)),
        (Section::Communes, communes),
    ]
    .map(|(section, (done, all))| Step { section, done, all })
}

/// Whether a plan still lacks what results are made of: money and a goal.
fn is_empty(plan: &Plan) -> bool {
    plan.sources.iter().all(|s| s.amount.value <= 0.0) || plan.lines.iter().all(|l| l.goal.value <= 0.0)
}

/// The list; gone as soon as there is money and a goal.
#[component]
pub fn Start() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let plan = workspace.plan();
    let steps_left = Memo::new(move |_| plan.with(|p| is_empty(p).then(|| steps(p))));
    let row = move |step: Step| {
        let word = match step.section {
            Section::Sources => t.start_sources,
            Section::Lines => t.start_goals,
            Section::Communes => t.start_communes,
            _ => t.start_plan,
        };
        let done = step.all > 0 && step.done == step.all;
        view! {
            <li data-test=format!("start-{}", step.section.name()) data-value=step.done.to_string()>
                <span class=if done { "ok-line" } else { "mut" } aria-hidden="true">{if done { "✓" } else { "○" }}</span>
                <button type="button" class="link" on:click=move |_| { dom::reveal(&[step.section.name().to_owned()]); }>{word}</button>
                <span class="mut sm">{data::filled_count(step.done, step.all, lang)}</span>
            </li>
        }
    };
    move || {
        steps_left.get().map(|steps| {
            view! {
                <section class="panel data-start" data-test="data-start" aria-labelledby="data-start-title">
                    <header><h2 id="data-start-title">{t.start_title}</h2></header>
                    <p class="in">{t.start_hint}</p>
                    <ol class="in">{steps.map(row)}</ol>
                    <p class="in mut sm">{t.start_assumptions}</p>
                </section>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn a_new_plan_says_where_to_start_and_a_filled_one_does_not() {
        let mut plan = samples::blank(2026);
        assert!(is_empty(&plan));
        plan.sources[2].amount.edit(100.0);
        assert!(is_empty(&plan), "money alone leads nowhere");
        plan.lines[0].goal.edit(1.0);
        assert!(!is_empty(&plan));
        assert_eq!(steps(&plan).map(|s| s.done), [0, 1, 1, 0]);
        assert!(!is_empty(&samples::default_plan()));
    }
}
