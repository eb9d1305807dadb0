//! The field of one number of the plan, with its origin mark and the way back to what was reported.

use super::origin::{OriginMark, OriginTarget};
use super::{Here, here, place};
use crate::edit::Command;
use crate::formats::number::{self, NBSP};
use crate::i18n::messages;
use crate::model::field::{Field, FigureField, Unit};
use crate::model::{Lang, Plan};
use crate::ui::prelude::*;
use crate::ui::widgets::EditField;
use std::sync::Arc;

/// The field of one number of the plan.
#[component]
pub fn PlanField(
    /// Number that the field shows and sets.
    of: Field,
    /// Whether the origin mark stands beside it; the parts of a range share one.
    #[prop(default = true)]
    mark: bool,
) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, .. } = here;
    let plan = workspace.plan();
    let field = Arc::new(of);
    let read_field = Arc::clone(&field);
    let value = Memo::new(move |_| plan.with(|p| read_field.read(p)));
    let (unit, path, label, target) = plan.with_untracked(|p| {
        let path = field.path();
        let label = messages::path_in_words(&path, p, lang);
        let origin = field.origin_field().map(OriginTarget::Field);
        (field.unit(p), path, label, origin.filter(|_| mark))
    });
    let name = place::element(&path);
    let text = Signal::derive(move || value.get().map(|v| write_number(v, unit, lang)).unwrap_or_default());
    let raw = Signal::derive(move || value.get().map(|v| v.to_string()).unwrap_or_default());
    let commit_field = Arc::clone(&field);
    let commit = Callback::new(move |entry: String| commit_typed(here, &commit_field, unit, &entry));
    view! {
        <div class="data-cell">
            <EditField
                text=text
                on_commit=commit
                label=label
                test=name.clone()
                raw=raw
                disabled=workspace.read_only()
            />
            {target.map(|target| view! { <OriginMark target=target name=name.clone()/> })}
            <ReplacedMark of=field unit=unit name=name/>
        </div>
    }
}

fn commit_typed(here: Here, field: &Field, unit: Unit, text: &str) -> Result<(), String> {
    let plan = here.workspace.plan_untracked();
    let value = read(here, text, unit, field, &plan)?;
    here.ask(Command::Set(field.clone(), value))
}

/// What was reported before somebody edited the number, as a button that brings it back.
#[component]
fn ReplacedMark(of: Arc<Field>, unit: Unit, name: String) -> impl IntoView {
    let here = here();
    let Here { workspace, lang, t } = here;
    let plan = workspace.plan();
    let field = of;
    let read_field = Arc::clone(&field);
    let old = Memo::new(move |_| plan.with(|p| read_field.replaced(p).filter(|old| read_field.read(p) != Some(*old))));
    let reset = Callback::new(move |()| {
        here.tell(Command::Reset(field.as_ref().clone()));
    });
    move || {
        old.get().map(|old| {
            let number = write_number(old, unit, lang);
            view! {
                <button
                    type="button"
                    class="data-reset"
                    data-test=format!("{name}-reset")
                    data-value=old.to_string()
                    title=t.reset_hint
                    aria-label=format!("{}: {number}", t.reset_hint)
                    disabled=workspace.read_only()
                    on:click=move |_| reset.run(())
                >
                    <span aria-hidden="true">"↺ "</span>{number.clone()}
                </button>
            }
        })
    }
}

/// A number as its field shows it.
pub fn write_number(value: f64, unit: Unit, lang: Lang) -> String {
    match unit {
        // Two decimals of a per cent are as fine as anybody types; a third stays a third until it is typed over.
        Unit::Share => {
            let percent = (value * 1e4).round() / 1e2;
            format!("{}{NBSP}%", number::exact(percent, lang))
        }
        _ => number::exact(value, lang),
    }
}

/// Reads a typed text as a number of this kind.
fn read(here: Here, text: &str, unit: Unit, field: &Field, plan: &Plan) -> Result<f64, String> {
    let lang = here.lang;
    let explain = |error| messages::number_error(&error, lang).paragraph();
    let whole = |value: f64| match value.fract() == 0.0 {
        true => Ok(value),
        false => Err(here.t.whole_number.to_owned()),
    };
    match unit {
        Unit::Share => number::parse_percent(text, lang).map_err(explain),
        Unit::Money => {
            let current = field.read(plan).unwrap_or(0.0);
            let reference = match field {
                Field::Figure(FigureField::Source(id, _)) => plan.source(id).map(|s| s.reference.value),
                _ => None,
            };
            let amount = number::parse_amount(text, lang, current, reference.unwrap_or(current));
            // A typed per cent leaves binary noise far below a đồng.
            amount.map(|amount| (amount.value * 1e6).round() / 1e6).map_err(explain)
        }
        Unit::Factor => number::parse_number(text, lang).map_err(explain),
        Unit::Count | Unit::Months => whole(number::parse_number(text, lang).map_err(explain)?),
        Unit::MonthOfYear => {
            let value = whole(number::parse_number(text, lang).map_err(explain)?)?;
            match (1.0..=12.0).contains(&value) {
                true => Ok(value),
                false => Err(here.t.month_of_year.to_owned()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_written_in_per_cent_without_noise() {
        assert_eq!(write_number(0.29, Unit::Share, Lang::Vi), "29\u{a0}%");
        assert_eq!(write_number(1.0 / 30.0, Unit::Share, Lang::Vi), "3,33\u{a0}%");
        assert_eq!(write_number(0.5476, Unit::Share, Lang::Vi), "54,76\u{a0}%");
        assert_eq!(write_number(1.3, Unit::Share, Lang::En), "130\u{a0}%");
        assert_eq!(write_number(0.0, Unit::Share, Lang::En), "0\u{a0}%");
        assert_eq!(write_number(217_763.0, Unit::Money, Lang::Vi), "217.763");
    }
}
