//! How far the averages may lie from what is planned: low, likely and high of every factor with its shape, spreads to
//! choose from, and what goes together.

use super::correlations::Correlations;
use super::field::PlanField;
use super::place::{self, Section};
use super::sheet::move_between_rows;
use super::{Here, Panel, here};
use crate::edit::Command;
use crate::engine::sample::{Input, pert_density};
use crate::i18n::risk::input_name;
use crate::i18n::uncertainty::words;
use crate::model::field::{Field, RangeField, RangePart};
use crate::model::{Factor, Plan};
use crate::ui::prelude::*;

/// A spread to choose: its name in `data-test`, and low and high as shares of the likely value for costs and for money.
struct Preset {
    key: &'static str,
    cost: [f64; 2],
    money: [f64; 2],
}

/// Tight, normal, wide. The normal cost and the three of money are the plan's own assumptions for its kinds of lines and
/// sources; tight and wide costs are half and twice the normal one.
const PRESETS: [Preset; 3] = [
    Preset {
        key: "tight",
        cost: [0.925, 1.125],
        money: [0.93, 1.0],
    },
    Preset {
        key: "normal",
        cost: [0.85, 1.25],
        money: [0.8, 1.05],
    },
    Preset {
        key: "wide",
        cost: [0.7, 1.5],
        money: [0.5, 1.3],
    },
];

/// What a spread makes of a factor whose likely value is this.
fn spread_of(preset: &Preset, factor: &Factor, likely: f64) -> [f64; 3] {
    let [low, high] = match factor {
        Factor::Cost { .. } => preset.cost,
        Factor::Realisation { .. } => preset.money,
    };
    // A product of two short decimals is one, whatever binary makes of it.
    let tidy = |v: f64| (v * 1e6).round() / 1e6;
    [tidy(low * likely), likely, tidy(high * likely)]
}

/// Low, likely and high of a factor.
pub fn values(plan: &Plan, factor: &Factor) -> Option<[f64; 3]> {
    match factor {
        Factor::Cost { line } => Some(plan.line(line)?.average_cost.values()),
        Factor::Realisation { source } => Some(plan.source(source)?.realisation.values()),
    }
}

/// Name of a factor.
pub fn factor_name(plan: &Plan, factor: &Factor, lang: crate::model::Lang) -> String {
    input_name(plan, &Input::Average(factor.clone()), lang)
}

fn set(factor: &Factor, values: [f64; 3]) -> Command {
    match factor {
        Factor::Cost { line } => Command::SetRange(RangeField::AverageCost(line.clone()), values),
        Factor::Realisation { source } => Command::SetRange(RangeField::Realisation(source.clone()), values),
    }
}

/// The factors with their shapes, and the correlations.
#[component]
pub fn UncertaintyPanel() -> impl IntoView {
    let Here { workspace, lang, t } = here();
    let w = words(lang);
    let plan = workspace.plan();
    let factors = Memo::new(move |_| {
        plan.with(|p| {
            let named_factors = p.factors().into_iter().map(|f| (factor_name(p, &f, lang), f));
            named_factors.collect::<Vec<_>>()
        })
    });
    let rows = move || {
        let row = |(name, factor): (String, Factor)| view! { <FactorRow name factor/> };
        factors.get().into_iter().map(row).collect_view()
    };
    view! {
        <Panel section=Section::Uncertainty>
            <p class="in sm mut">{w.hint}</p>
            <div class="scroll-x data-scroll">
                <table class="sheet data-table data-uncertain" on:keydown=move_between_rows>
                    <thead>
                        <tr>
                            <th scope="col">{w.factor}</th>
                            <th scope="col" class="num">{t.low}</th>
                            <th scope="col" class="num">{t.likely}</th>
                            <th scope="col" class="num">{t.high}</th>
                            <th scope="col">{w.shape}</th>
                            <th scope="col">{w.spread}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <h3>{w.correlations}</h3>
            {move || view! { <Correlations factors=factors.get()/> }}
        </Panel>
    }
}

#[component]
fn FactorRow(name: String, factor: Factor) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let w = words(lang);
    let plan = workspace.plan();
    let base = match &factor {
        Factor::Cost { line } => place::element(&format!("/lines/{line}/average_cost")),
        Factor::Realisation { source } => place::element(&format!("/sources/{source}/realisation")),
    };
    let field = |part: RangePart| match &factor {
        Factor::Cost { line } => Field::Range(RangeField::AverageCost(line.clone()), part),
        Factor::Realisation { source } => Field::Range(RangeField::Realisation(source.clone()), part),
    };
    let cells = RangePart::ALL.map(|part| view! { <td><PlanField of=field(part) mark=part == RangePart::High/></td> });
    let key = StoredValue::new(factor);
    let now = Memo::new(move |_| plan.with(|p| key.with_value(|f| values(p, f))));
    let preset = |(preset, word): (&'static Preset, &'static str)| {
        let holds = move || {
            let now = now.get();
            now.is_some_and(|v| key.with_value(|f| spread_of(preset, f, v[1]) == v))
        };
        let choose = move |_| {
            if let Some([_, likely, _]) = now.get_untracked() {
                here.tell(key.with_value(|f| set(f, spread_of(preset, f, likely))));
            }
        };
        let hint = format!("{word}: {name}");
        view! {
            <button
                type="button"
                class="data-month"
                aria-pressed=move || holds().to_string()
                aria-label=hint
                data-test=format!("{base}-{}", preset.key)
                data-value=move || holds().to_string()
                disabled=workspace.read_only()
                on:click=choose
            >
                {word}
            </button>
        }
    };
    let presets = PRESETS.iter().zip(w.presets).map(preset).collect_view();
    view! {
        <tr id=base.clone() data-test=base.clone()>
            <th scope="row">{name.clone()}</th>
            {cells}
            <td><Shape values=now test=format!("{base}-shape")/></td>
            <td><span class="data-toggles" role="group" aria-label=w.spread>{presets}</span></td>
        </tr>
    }
}

/// Size of the drawing, px, and the values at its ends: all factors on one scale, so that a wide one looks wide.
const WIDTH: f64 = 132.0;
const HEIGHT: f64 = 26.0;
const ENDS: [f64; 2] = [0.4, 1.6];
/// Places in which the density is drawn.
const PLACES: usize = 41;

/// Density of a factor; the numbers beside it say the same.
#[component]
fn Shape(values: Memo<Option<[f64; 3]>>, test: String) -> impl IntoView {
    let path = Memo::new(move |_| values.get().map(drawing).unwrap_or_default());
    let likely_place = across(1.0);
    view! {
        <svg
            class="data-curve data-shape"
            data-test=test
            data-value=move || path.get()
            viewBox=format!("0 -1 {WIDTH} {}", HEIGHT + 2.0)
            width=WIDTH
            height=HEIGHT + 2.0
            aria-hidden="true"
        >
            <path class="base" d=format!("M0 {HEIGHT}H{WIDTH}M{likely_place:.1} {HEIGHT}V0")></path>
            <path class="steps" d=move || path.get()></path>
        </svg>
    }
}

fn across(value: f64) -> f64 {
    ((value - ENDS[0]) / (ENDS[1] - ENDS[0])).clamp(0.0, 1.0) * WIDTH
}

/// The density as a line; an upright line where there is no spread.
fn drawing(values: [f64; 3]) -> String {
    let points = pert_density(values, PLACES);
    if points.is_empty() {
        return format!("M{:.1} {HEIGHT}V0", across(values[1]));
    }
    let mut path = String::new();
    for (place, [value, height]) in points.iter().enumerate() {
        let step = if place == 0 { 'M' } else { 'L' };
        path.push_str(&format!("{step}{:.1} {:.1}", across(*value), HEIGHT * (1.0 - height)));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_is_highest_at_the_likely_value_and_a_certain_one_is_upright() {
        let path = drawing([0.8, 1.0, 1.2]);
        assert!(path.starts_with("M44.0 26.0L") && path.contains("L66.0 0.0L"), "{path}");
        assert_eq!(drawing([1.0; 3]), "M66.0 26V0");
    }

    #[test]
    fn the_normal_spread_is_that_of_the_plan_and_a_spread_keeps_the_likely_value() {
        let cost = Factor::Cost { line: "ocop".into() };
        assert_eq!(spread_of(&PRESETS[1], &cost, 1.0), [0.85, 1.0, 1.25]);
        let money = Factor::Realisation { source: "state".into() };
        assert_eq!(spread_of(&PRESETS[2], &money, 0.9), [0.45, 0.9, 1.17]);
        for preset in &PRESETS {
            let [low, likely, high] = spread_of(preset, &money, 0.8);
            assert!(low <= likely && likely <= high && likely == 0.8);
        }
    }
}
