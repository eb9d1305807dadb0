//! What one more tỷ of each source would buy, and the cheapest next step.

use super::context::OverviewContext;
use super::source_row::colour;
use crate::formats::number::{number, signed};
use crate::i18n::overview::{cheapest_step, most_affected, next_step_sentence, spoken_source, units_gained};
use crate::ui::prelude::*;
use crate::ui::widgets::Rows;

/// A row as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
struct Facts {
    name: String,
    gain: String,
    /// Whether the gain needs more than one tỷ.
    later: bool,
    points: String,
    score: f64,
    best: bool,
    /// Why the source is short or not, and what more of it does.
    reason: String,
}

/// Panel of what money is worth.
#[component]
pub fn WorthPanel() -> impl IntoView {
    let page = OverviewContext::new();
    let ids = Memo::new(move |_| page.plan().sources.iter().map(|s| s.id.clone()).collect::<Vec<_>>());
    let chosen_line = RwSignal::new(None::<String>);
    // The reason of the chosen source; without one, the cheapest next step.
    let step = move || {
        let (plan, evaluation) = (page.plan(), page.evaluation());
        let place = chosen_line.with(|c| c.as_ref().and_then(|id| plan.sources.iter().position(|s| s.id == *id)));
        match place {
            Some(s) => spoken_source(&plan, &evaluation, s, page.unit(), page.lang()),
            None => next_step_sentence(&plan, &evaluation, page.unit(), page.lang()),
        }
    };
    let t = move || page.t();
    view! {
        <section class="panel wt" data-test="worth">
            <header><h2>{move || t().worth}</h2></header>
            <table class="w1">
                <thead><tr>
                    <th scope="col">{move || t().worth_source}</th>
                    <th scope="col" class="num">{move || t().worth_units}</th>
                    <th scope="col" class="num">{move || t().worth_points}</th>
                </tr></thead>
                <tbody>
                    <Rows each=move || ids.get() key=Clone::clone let:id>
                        <Row id chosen_line/>
                    </Rows>
                </tbody>
            </table>
            // The note gives way, whole, where the sentence needs the room.
            <div class="wt-say">
                <p class="sm" data-test="next-step">{step}</p>
                <p class="mini mut" data-test="worth-note">{move || t().worth_note}</p>
            </div>
        </section>
    }
}

#[component]
fn Row(id: String, chosen_line: RwSignal<Option<String>>) -> impl IntoView {
    let page = OverviewContext::new();
    let place = page.work.plan_untracked().sources.iter().position(|s| s.id == id);
    let background = format!("background:{}", colour(&id, place.unwrap_or(0)));
    let test = format!("worth-{id}");
    let (reason, name) = (format!("reason-{id}"), StoredValue::new(id.clone()));
    let facts = Memo::new(move |_| facts(page, &id).unwrap_or_default());
    let open = Memo::new(move |_| name.with_value(|id| chosen_line.with(|c| c.as_ref() == Some(id))));
    let choose = move |_| {
        let id = name.get_value();
        chosen_line.update(|c| *c = if c.as_ref() == Some(&id) { None } else { Some(id) });
    };
    let of = move |read: fn(&Facts) -> String| move || facts.with(read);
    view! {
        <tr class:top1=move || facts.with(|f| f.best)>
            <th scope="row">
                <button
                    type="button"
                    class="w1-s"
                    title=of(|f| f.reason.clone())
                    aria-pressed=move || open.get().to_string()
                    on:click=choose
                >
                    <i class="sw" style=background></i>{of(|f| f.name.clone())}
                </button>
                <span class="vh" data-test=reason>{of(|f| f.reason.clone())}</span>
            </th>
            <td class="num" class:mut=move || facts.with(|f| f.later)>{of(|f| f.gain.clone())}</td>
            <td class="num" data-test=test data-value=move || facts.with(|f| f.score).to_string()>
                {of(|f| f.points.clone())}
            </td>
        </tr>
    }
}

fn facts(page: OverviewContext, id: &str) -> Option<Facts> {
    let (plan, evaluation, lang) = (page.plan(), page.evaluation(), page.lang());
    let s = plan.sources.iter().position(|s| s.id == id)?;
    let source = &plan.sources[s];
    let short = source.short.get(lang);
    let worth = evaluation.worth.get(s)?;
    let t = page.t();
    let (gain, later) = match (most_affected(&plan, &worth.recognised), &worth.next_step) {
        (Some((l, units)), _) => (units_gained(&plan, l, units, lang), false),
        // One tỷ is not enough for a whole unit: how much is.
        (None, Some(next)) => {
            let billions = number(libm::ceil(next.amount / 100.0) / 10.0, 1, lang);
            (format!("{} {billions} {}", t.worth_from, t.billion), true)
        }
        (None, None) => (t.worth_nothing.to_owned(), true),
    };
    Some(Facts {
        name: if short.is_empty() { source.name.get(lang) } else { short }.to_owned(),
        gain,
        later,
        points: if worth.score.abs() < 5e-5 {
            "0".into()
        } else {
            signed(worth.score * 100.0, 2, lang)
        },
        score: worth.score,
        reason: spoken_source(&plan, &evaluation, s, page.unit(), lang),
        best: cheapest_step(&evaluation).is_some_and(|(best, _)| best == s),
    })
}
