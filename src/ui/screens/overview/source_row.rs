//! One source: slider, gauge, amount, difference, what is left.

use super::context::OverviewContext;
use crate::charts::inline::Gauge;
use crate::edit::Command;
use crate::engine::compare::Better;
use crate::formats::number::{How, MoneyUnit, exact, money, money_with_unit, parse_amount, signed_money};
use crate::i18n::messages::number_error;
use crate::i18n::overview::{left_sentence, lever_value, percent_of, read_as};
use crate::i18n::texts;
use crate::model::{Amount, Lang, Plan};
use crate::ui::prelude::*;
use crate::ui::widgets::{Delta, EditField, Lever, judge_difference};

/// Everything a row shows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Facts {
    name: String,
    /// Yearly amount and last year's, triệu đồng.
    amount: f64,
    reference: f64,
    /// Share of last year's amount and difference to it.
    delta: String,
    field: String,
    left: f64,
    left_words: String,
    left_tip: String,
    parts: Gauge,
    spoken: String,
    /// Per cent of the compared scenario's amount.
    catches: Vec<f64>,
}

/// Row of a source.
#[component]
pub fn SourceRow(
    /// Id of the source of the row.
    id: String,
) -> impl IntoView {
    let page = OverviewContext::new();
    let id = StoredValue::new(id);
    let facts = Memo::new(move |_| id.with_value(|id| facts(page, id)).unwrap_or_default());
    let has_scale = Memo::new(move |_| facts.with(|f| f.reference > 0.0));
    let place = id.with_value(|id| page.work.plan_untracked().sources.iter().position(|s| &s.id == id));
    let swatch = id.with_value(|id| colour(id, place.unwrap_or(0)));
    let background = format!("background:{swatch}");
    let of = move |read: fn(&Facts) -> String| move || facts.with(read);
    let news = move || facts.with(|f| judge_difference(Better::More, f.amount - f.reference));
    let left_test = id.with_value(|id| format!("source-{id}-left"));
    view! {
        <li class="src" data-test=id.with_value(|id| format!("source-{id}"))>
            <div class="n"><i class="sw" style=background></i><b>{of(|f| f.name.clone())}</b></div>
            <div class="d num">
                <Delta text=Signal::derive(of(|f| f.delta.clone())) news=Signal::derive(news)/>
            </div>
            <AmountField id facts/>
            <Show when=move || has_scale.get() fallback=move || view! { <PlainTrack facts colour=colour_of(id, place)/> }>
                <Slider id facts colour=colour_of(id, place)/>
            </Show>
            <div
                class="l num sm"
                data-test=left_test
                data-value=move || facts.with(|f| f.left).to_string()
                title=of(|f| f.left_tip.clone())
            >
                {move || format!("{} {}", page.t().left, facts.with(|f| f.left_words.clone()))}
            </div>
        </li>
    }
}

fn colour_of(id: StoredValue<String>, place: Option<usize>) -> String {
    id.with_value(|id| colour(id, place.unwrap_or(0)))
}

/// Colour of a source as a CSS value: its own token, or the one of its place.
pub fn colour(id: &str, place: usize) -> String {
    const TOKENS: [(&str, &str); 6] = [
        ("state", "state"),
        ("integrated", "integrated"),
        ("credit", "credit"),
        ("enterprises", "enterprise"),
        ("community", "community"),
        ("other", "other"),
    ];
    let own = TOKENS.iter().find(|(source, _)| *source == id);
    let (_, token) = own.unwrap_or(&TOKENS[place % TOKENS.len()]);
    format!("var(--src-{token})")
}

fn facts(page: OverviewContext, id: &str) -> Option<Facts> {
    let (plan, evaluation, lang, unit) = (page.plan(), page.evaluation(), page.lang(), page.unit());
    let s = plan.sources.iter().position(|s| s.id == id)?;
    let source = &plan.sources[s];
    let amount = evaluation.inputs.sources.get(s)?.amount;
    let out = evaluation.outcome.sources.get(s)?;
    let reference = source.reference.value.max(0.0);
    let share = (reference > 0.0).then(|| amount / reference);
    let years = plan.calendar.budget_years() as f64;
    let base = page.base().and_then(|b| b.inputs.sources.get(s).map(|s| s.amount));
    let full = if reference > 0.0 {
        2.0 * reference
    } else {
        amount.max(source.amount.value).max(base.unwrap_or(0.0))
    };
    // A share set by the slider is shown in whole triệu; a typed amount as it was typed.
    let by_slider = page.with_overrides(|_, o| matches!(o.amounts.get(id), Some(Amount::Factor(_))));
    let delta = signed_money(amount - reference, unit, lang);
    Some(Facts {
        name: source.name.get(lang).to_owned(),
        amount,
        reference,
        delta: match (share, delta.as_str()) {
            (Some(share), "=") => percent_of(share, lang),
            (Some(share), delta) => format!("{}\u{2002}{delta}", percent_of(share, lang)),
            (None, "=") => String::new(),
            (None, delta) => delta.to_owned(),
        },
        field: amount_text(amount, by_slider, unit, lang),
        left: out.total_left(),
        left_words: money(out.total_left(), unit, lang),
        left_tip: left_sentence(&evaluation, s, unit, lang),
        parts: Gauge::new(out.total_paid(), out.total_other_works(), years, amount, full),
        spoken: lever_value(amount, share, page.reference_year(), unit, lang),
        catches: base
            .filter(|_| reference > 0.0)
            .map(|b| b / reference * 100.0)
            .into_iter()
            .collect(),
    })
}

/// The amount as it stands in its field, with its unit where that is not triệu đồng.
fn amount_text(amount: f64, rounded: bool, unit: MoneyUnit, lang: Lang) -> String {
    let amount = if rounded { amount.round() } else { to_dong(amount) };
    match unit {
        MoneyUnit::Million => exact(amount, lang),
        MoneyUnit::Billion => format!("{} {}", exact(amount / 1000.0, lang), texts(lang).overview.billion),
    }
}

/// An amount in triệu đồng to the whole đồng: a share of last year's amount carries digits that are only rounding.
fn to_dong(amount: f64) -> f64 {
    libm::round(amount * 1e6) / 1e6
}

/// The override for an amount: none where it is the plan's own.
fn to_override(plan: &Plan, id: &str, amount: Amount) -> Option<Amount> {
    let source = plan.source(id)?;
    let value = match amount {
        Amount::Factor(f) => f * source.reference.value,
        Amount::Fixed(a) => a,
    };
    ((value - source.amount.value).abs() > 1e-9 * value.abs().max(1.0)).then_some(amount)
}

fn set(page: OverviewContext, id: StoredValue<String>, amount: Amount) -> Command {
    let plan = page.work.plan_untracked();
    let id = id.get_value();
    let to_override = to_override(&plan, &id, amount);
    Command::SetAmount(page.scenario(), id, to_override)
}

#[component]
fn Slider(id: StoredValue<String>, facts: Memo<Facts>, colour: String) -> impl IntoView {
    let page = OverviewContext::new();
    let value = Memo::new(move |_| facts.with(|f| f.amount / f.reference * 100.0));
    let moves = page.moves(
        move |v| set(page, id, Amount::Factor(v / 100.0)),
        move || set(page, id, Amount::Factor(1.0)),
    );
    let label = move || {
        let name = facts.with(|f| f.name.clone());
        format!("{name}, {} {}", page.t().percent_slider, page.reference_year())
    };
    view! {
        <Lever
            value=value
            parts=Signal::derive(move || facts.with(|f| f.parts))
            colour=colour
            mark=Signal::stored(100.0)
            catches=Signal::derive(move || facts.with(|f| f.catches.clone()))
            label=Signal::derive(label)
            spoken=Signal::derive(move || facts.with(|f| f.spoken.clone()))
            test=id.with_value(|id| format!("source-{id}-factor"))
            raw=Signal::derive(move || value.get() / 100.0)
            disabled=page.work.read_only()
            moves=moves
        />
    }
}

/// A source that brought nothing last year has no scale: the track ends at the largest value in use.
#[component]
fn PlainTrack(facts: Memo<Facts>, colour: String) -> impl IntoView {
    let parts = move || facts.with(|f| f.parts);
    view! {
        <div class="gauge still" aria-hidden="true">
            <div class="tr"></div>
            <div class="in">
                <i class="sg" style=move || format!("left:0;width:{}%;background:{colour}", parts().spent)></i>
                <i class="sg oth" style=move || format!("left:{}%;width:{}%", parts().spent, parts().other - parts().spent)></i>
            </div>
        </div>
    }
}

#[component]
fn AmountField(id: StoredValue<String>, facts: Memo<Facts>) -> impl IntoView {
    let page = OverviewContext::new();
    let read = move |entry: &str| {
        let (current, reference) = facts.with_untracked(|f| (f.amount, f.reference));
        parse_amount(entry, page.prefs.lang().get_untracked(), current, reference)
    };
    let commit = Callback::new(move |entry: String| {
        let lang = page.prefs.lang().get_untracked();
        let amount_read = read(&entry).map_err(|e| number_error(&e, lang).paragraph())?;
        let amount = match amount_read.how {
            How::Share(share) => Amount::Factor(share),
            How::Amount | How::Change(_) => Amount::Fixed(amount_read.value),
        };
        page.work.dispatch(set(page, id, amount));
        Ok::<(), String>(())
    });
    let hint = Callback::new(move |entry: String| {
        let lang = page.prefs.lang().get_untracked();
        let amount_read = read(&entry).ok().filter(|p| p.ambiguous)?;
        Some(read_as(
            &money_with_unit(amount_read.value, MoneyUnit::Million, lang),
            lang,
        ))
    });
    let step = Callback::new(move |steps: f64| {
        let (amount, reference) = facts.with_untracked(|f| (f.amount, f.reference));
        if reference > 0.0 {
            let factor = ((amount / reference * 100.0).round() + steps).max(0.0) / 100.0;
            page.work.dispatch(set(page, id, Amount::Factor(factor)));
        }
    });
    let label = move || {
        let unit = crate::formats::number::money_unit_name(page.unit(), page.lang());
        format!("{}, {unit}", facts.with(|f| f.name.clone()))
    };
    view! {
        <EditField
            text=Signal::derive(move || facts.with(|f| f.field.clone()))
            on_commit=commit
            label=Signal::derive(label)
            test=id.with_value(|id| format!("source-{id}-amount"))
            raw=Signal::derive(move || facts.with(|f| f.amount).to_string())
            disabled=page.work.read_only()
            hint=hint
            on_step=step
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn an_amount_equal_to_the_plans_is_no_override() {
        let plan = samples::by_name("thach-ha-2021").unwrap();
        assert_eq!(to_override(&plan, "state", Amount::Factor(1.0)), None);
        assert_eq!(to_override(&plan, "state", Amount::Fixed(217_763.0)), None);
        assert_eq!(
            to_override(&plan, "state", Amount::Factor(0.8)),
            Some(Amount::Factor(0.8))
        );
    }

    #[test]
    fn a_source_without_its_own_colour_takes_that_of_its_place() {
        assert_eq!(colour("enterprises", 0), "var(--src-enterprise)");
        assert_eq!(colour("donors", 7), "var(--src-integrated)");
    }
}
